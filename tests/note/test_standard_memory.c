/* SPDX-License-Identifier: MPL-2.0 */
/* Want of memory in notes of published styles: every allocation fails in turn.
 * Each time there is a clean error or the whole note, and nothing left behind.
 */
#include "check.h"

#include "failing.h"

#ifdef NV_CAN_FAIL

#include "record.h"

static nv_registry *registry;
static nv_library *library;

/* True when nothing has failed. */
static bool write_once(const nv_citation *citation, nv_note_style *style,
                       const char *whole, long fail_at)
{
    nv_error err = {0};
    nv_note note = {0};
    bool is_written, is_done;

    countdown = fail_at;
    is_written = nv_note_write(registry, citation, style, &note, &err);
    is_done = countdown >= 0;
    countdown = -1;
    if (is_written) {
        char *text = nv_note_text(&note);

        CHECK_STR(text, whole, "a note that is written is whole");
        free(text);
    } else {
        assert_int_equal(err.code, NV_ERROR_MEMORY);
        assert_true(err.message[0] != '\0');
    }
    nv_note_release(&note);
    return is_done;
}

static void check_style(const char *id, const char *event, int quotation)
{
    nv_note_style *style = nv_library_style(library, id, NV_LANGUAGE_EN, NULL);
    const nv_citation citation = {
        .event = nv_registry_by_id(registry, event, NULL),
        .quotation = quotation,
        .parts = NV_PART_DATE | NV_PART_SOURCE | NV_PART_WORDING,
        .language = NV_LANGUAGE_EN};
    nv_note note;
    char *whole;
    bool is_done = false;

    assert_non_null(style);
    assert_true(nv_note_write(registry, &citation, style, &note, NULL));
    whole = nv_note_text(&note);
    nv_note_release(&note);
    for (long i = 0; !is_done; i++) {
        const long before = live;

        is_done = write_once(&citation, style, whole, i);
        assert_int_equal(live, before);
    }
    free(whole);
}

static void test_notes(void **state)
{
    (void)state;
    check_style("chicago-fullnote-bibliography", "1954-05-07-tripartite-reply",
                1);
    check_style("apa", "1949-04-04-north-atlantic-treaty", 0);
    check_style("oscola", "1954-05-07-tripartite-reply", 3);
}

static int setup(void **state)
{
    static const nv_style_folder folders[] = {{.path = NV_BUILD "/published"}};

    (void)state;
    registry = record_open();
    library = nv_library_open(folders, 1, NV_BUILD "/locales", NULL);
    return registry && library ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    nv_library_free(library);
    nv_registry_free(registry);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notes),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}

#endif
