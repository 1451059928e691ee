/* SPDX-License-Identifier: MPL-2.0 */
/* Want of memory while notes are written: every allocation fails in turn. Each
 * time there is a clean error and nothing left behind, and the note that is
 * asked for again is there. */
#include "check.h"

#include <limits.h>
#include <stdlib.h>

#include <libxml/parser.h>

#include "failing.h"

#ifdef NV_CAN_FAIL

#include "note/item.h"
#include "record.h"

/* Names, words, translations and places of all sorts are among these. */
static const struct {
    const char *event, *style;
    nv_language language;
    int quotation;
    nv_locator locator;
} cases[] = {
    {"1954-03-31-soviet-note", "chicago-17", NV_LANGUAGE_EN, 1, {NULL, NULL}},
    {"1954-03-31-soviet-note", "histoire", NV_LANGUAGE_FR, 2, {NULL, NULL}},
    {"1970-08-12-moscow-treaty",
     "oscola-4",
     NV_LANGUAGE_RU,
     0,
     {"preamble", ""}},
    {"1955-05-14-warsaw-treaty",
     "chicago-17",
     NV_LANGUAGE_EN,
     0,
     {"article", "4"}},
    {"1966-03-07-de-gaulle-letter", "mhra-4", NV_LANGUAGE_EN, 3, {NULL, NULL}},
    {"1941-07-12-anglo-soviet-agreement",
     "geschichte",
     NV_LANGUAGE_DE,
     1,
     {NULL, NULL}},
    {"1949-04-12-uk-reply", "histoire", NV_LANGUAGE_FR, 0, {"page", "2–3"}},
};

static nv_citation citation_of(const record *record, size_t i)
{
    return (nv_citation){
        .event = nv_registry_by_id(record->registry, cases[i].event, NULL),
        .language = cases[i].language,
        .quotation = cases[i].quotation,
        .locator = cases[i].locator,
        .parts = NV_PART_ALL};
}

/* One attempt with the allocation `fail_at` failing; true when none did. */
typedef bool (*attempt)(const record *record, nv_note_style *style,
                        const nv_citation *citation, long fail_at);

static bool finish(bool is_written, const nv_error *err)
{
    const bool is_done = countdown >= 0;

    countdown = -1;
    CHECK(is_written == is_done, "a failure is told");
    CHECK(is_written || err->code == NV_ERROR_MEMORY, err->message);
    return is_done;
}

static bool write_once(const record *record, nv_note_style *style,
                       const nv_citation *citation, long fail_at)
{
    nv_error err = {0};
    nv_note note;
    bool is_written;

    countdown = fail_at;
    is_written = nv_note_write(record->registry, citation, style, &note, &err);
    is_written = finish(is_written, &err);
    CHECK(is_written || (!note.runs && !note.memory), "empty");
    nv_note_release(&note);
    return is_written;
}

static bool cite_once(const record *record, nv_note_style *style,
                      const nv_citation *citation, long fail_at)
{
    nv_arena arena = {NULL};
    nv_error err = {0};
    nv_csl_cite cite;
    bool is_made;

    countdown = fail_at;
    is_made =
        nv_note_cite(record->registry, citation, style, &arena, &cite, &err) &&
        nv_item_of_cite(record->registry, citation, style, &arena, &err);
    is_made = finish(is_made, &err);
    nv_arena_release(&arena);
    return is_made;
}

static bool write_document_once(const record *record, nv_note_style *style,
                                const nv_citation *citation, long fail_at)
{
    const nv_noted noted[] = {
        {record->registry, *citation, .note = 1, .is_alone = true},
        {record->registry, *citation, .note = 2, .is_alone = true}};
    nv_note notes[2], *entries = NULL;
    nv_error err = {0};
    size_t count = 0;
    bool is_written;

    countdown = fail_at;
    is_written = nv_notes_write(noted, 2, style, notes, &entries, &count, &err);
    is_written = finish(is_written, &err);
    CHECK(is_written || (!notes[0].runs && !notes[1].runs && !entries),
          "empty");
    for (size_t i = 0; i < count; i++)
        nv_note_release(&entries[i]);
    free(entries);
    nv_note_release(&notes[0]);
    nv_note_release(&notes[1]);
    return is_written;
}

/* The style keeps room for its work: all that it may want is there first. */
static void run(const record *record, attempt once)
{
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        const nv_citation citation = citation_of(record, i);
        nv_note_style *style =
            record_style(record, cases[i].style, cases[i].language);
        bool is_done = false;

        once(record, style, &citation, LONG_MAX);
        for (long fail_at = 0; !is_done; fail_at++) {
            const long before = live;

            is_done = once(record, style, &citation, fail_at);
            assert_int_equal(live, before);
        }
    }
}

static void a_note_is_written_or_says_that_memory_is_wanting(void **state)
{
    run(*state, write_once);
}

static void a_cite_is_made_or_says_that_memory_is_wanting(void **state)
{
    run(*state, cite_once);
}

static void a_document_is_written_whole_or_not_at_all(void **state)
{
    run(*state, write_document_once);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_is_written_or_says_that_memory_is_wanting),
        cmocka_unit_test(a_cite_is_made_or_says_that_memory_is_wanting),
        cmocka_unit_test(a_document_is_written_whole_or_not_at_all),
    };

    xmlInitParser();
    return cmocka_run_group_tests(tests, record_setup, record_teardown);
}

#endif
