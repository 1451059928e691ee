/* SPDX-License-Identifier: MPL-2.0 */
/* Events in published styles: every independent style of Debian writes a note
 * of each kind of event, those we ship of every event, and what these lose is
 * known (published-losses.txt; `make styles-report` says it of all). */
#include "check.h"

#include <glob.h>

#include <utf8proc.h>

#include "base/array.h"
#include "losses.h"
#include "note/note.h"

static nv_csl_locale *english;

/* Prints the place in an archive and nothing else: it is for the holdings of
 * that archive. */
static const char archive_only[] = "national-archives-of-australia.csl";

/* A citation as the panel makes it when nothing is changed. What is no document
 * is cited by its first source. */
static nv_citation citation_of(const nv_event *event)
{
    return (nv_citation){
        .event = event,
        .parts = NV_PART_DATE | NV_PART_SOURCE,
        .source = event->document.is_none ? event->sources[0].key : NULL};
}

static void check_text(const char *text, const char *style,
                       const nv_event *event)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    utf8proc_int32_t character;

    if (!text[0] || strstr(text, "[CSL STYLE ERROR") || strstr(text, "[?]"))
        fail_msg("%s, %s: “%s”", style, event->id, text);
    while (*at) {
        const utf8proc_ssize_t len = utf8proc_iterate(at, -1, &character);

        if (len <= 0)
            fail_msg("%s, %s is no UTF-8: “%s”", style, event->id, text);
        at += len;
    }
}

static void check_note(const nv_registry *registry, const nv_event *event,
                       nv_note_style *style)
{
    const nv_citation citation = citation_of(event);
    nv_error err = {0};
    nv_note note = {0};
    char *text;

    if (!nv_note_write(registry, &citation, style, &note, &err))
        fail_msg("%s, %s: %s", style->entry->id, event->id, err.message);
    text = nv_note_text(&note);
    check_text(text, style->entry->id, event);
    free(text);
    nv_note_release(&note);
}

/* Whether no event before this one is of its kind. */
static bool is_first_of_kind(const nv_registry *registry, size_t number)
{
    const nv_kind kind = nv_registry_event(registry, number, NULL)->kind;

    for (size_t i = 0; i < number; i++)
        if (nv_registry_event(registry, i, NULL)->kind == kind)
            return false;
    return true;
}

static void test_every_style(void **state)
{
    const nv_event *kinds[NV_KIND_COUNT];
    size_t count = 0, read = 0;
    glob_t files;

    if (!english || glob(CSL_FOLDER "styles/*.csl", 0, NULL, &files) != 0) {
        print_message("SKIPPED: no styles are installed in " CSL_FOLDER "\n");
        skip();
    }
    for (size_t i = 0; i < nv_registry_event_count(*state); i++)
        if (is_first_of_kind(*state, i))
            kinds[count++] = nv_registry_event(*state, i, NULL);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        nv_error err = {0};
        loose_style style;

        if (strcmp(style_name(files.gl_pathv[i]), archive_only) == 0)
            continue;
        if (!read_style(files.gl_pathv[i], english, &style, &err))
            fail_msg("%s: %s", files.gl_pathv[i], err.message);
        style.note.entry = &style.entry;
        for (size_t event = 0; event < count; event++)
            check_note(*state, kinds[event], &style.note);
        release_style(&style);
        read++;
    }
    print_message("%zu styles write notes of %zu kinds of events\n", read,
                  count);
    globfree(&files);
}

/* One line of published-losses.txt. */
static void add_losses(nv_buffer *out, const nv_registry *registry,
                       loose_style *style)
{
    size_t lost[LOSSES] = {0};

    for (size_t i = 0; i < nv_registry_event_count(registry); i++) {
        const nv_event *event = nv_registry_event(registry, i, NULL);

        check_note(registry, event, &style->note);
        count_losses(registry, event, &style->note, lost);
    }
    nv_buffer_add_format(out, "%-72s", style->entry.id);
    for (size_t i = 0; i < LOSSES; i++)
        nv_buffer_add_format(out, " %s %3zu", loss_words[i], lost[i]);
    nv_buffer_add_char(out, '\n');
}

/* What the file says, without its comments. */
static void add_known(nv_buffer *out)
{
    nv_buffer file = NV_BUFFER_INIT;
    const char *line, *end;

    assert_true(nv_file_read("tests/note/published-losses.txt", &file, NULL));
    for (line = file.text; *line; line = end + 1) {
        end = strchr(line, '\n');
        assert_non_null(end);
        if (*line != '#')
            nv_buffer_add(out, line, (size_t)(end - line) + 1);
    }
    nv_buffer_release(&file);
}

static void test_shipped_styles(void **state)
{
    nv_buffer lost = NV_BUFFER_INIT, known = NV_BUFFER_INIT;
    glob_t files;

    if (!english || glob(NV_BUILD "/published/*.csl", 0, NULL, &files) != 0) {
        print_message("SKIPPED: no styles in " NV_BUILD "/published\n");
        skip();
    }
    for (size_t i = 0; i < files.gl_pathc; i++) {
        loose_style style;

        if (!read_style(files.gl_pathv[i], english, &style, NULL))
            continue; /* a dependent one, which its parent stands for */
        style.note.entry = &style.entry;
        add_losses(&lost, *state, &style);
        release_style(&style);
    }
    globfree(&files);
    add_known(&known);
    assert_true(nv_file_write(NV_BUILD "/published-losses.txt", lost.text,
                              lost.len, NULL));
    if (strcmp(lost.text, known.text) != 0)
        fail_msg("what shipped styles lose is not what tests/note/"
                 "published-losses.txt says, but " NV_BUILD
                 "/published-losses.txt");
    nv_buffer_release(&lost);
    nv_buffer_release(&known);
}

static int setup(void **state)
{
    english = read_english();
    *state = record_open();
    return *state ? 0 : -1;
}

static int teardown(void **state)
{
    nv_csl_locale_free(english);
    nv_registry_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_style),
        cmocka_unit_test(test_shipped_styles),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
