/* SPDX-License-Identifier: MPL-2.0 */
/* Words of somebody's text that are a recorded wording. */
#include "registry/search/wording.h"

#include "note/record.h"

static const char SHORT[] = "completely unreal";

static nv_wording find(const record *record, const char *text)
{
    const nv_registry *const registries[] = {record->registry};
    nv_wording found;
    nv_error err = {0};

    if (!nv_wording_find(registries, 1, text, strlen(text), &found, &err))
        fail_msg("%s: %s", text, err.message);
    return found;
}

static void a_wording_is_found_by_its_words(void **state)
{
    const nv_wording found = find(*state, SHORT);

    CHECK_STR(found.event->id, "1954-05-07-tripartite-reply", "event");
    CHECK(found.quotation == 1, "number");
    CHECK(found.registry == ((record *)*state)->registry, "registry");
}

static const struct {
    const char *label, *text;
    bool is_found;
} cases[] = {
    {"in marks", "“completely unreal”", true},
    {"with other spaces and case", "  Completely\n\u00A0UNREAL.", true},
    {"less than all words is another text", "completely", false},
    {"more, too", "is completely unreal", false},
    {"and another order", "unreal completely", false},
    {"no word at all", "“ – ”", false},
    {"nothing", "", false},
    {"bytes that are no text", "\xff\xfe\"\"", false},
    {"words of nobody", "zzyzx qwfp", false},
};

static void marks_spaces_and_case_do_not_count(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        CHECK((find(*state, cases[i].text).quotation != 0) == cases[i].is_found,
              cases[i].label);
}

/* What was found says the same, though it may be another record of it. */
static void check_every_wording(const record *record, const nv_event *event)
{
    for (size_t i = 0; i < event->quotation_count; i++) {
        const nv_quotation *wanted = &event->quotations[i], *got;
        nv_wording found;

        if (!wanted->is_offered)
            continue;
        found = find(record, wanted->text);
        CHECK(found.quotation, wanted->text);
        got = nv_event_quotation(found.event, found.quotation);
        CHECK(got->is_offered, event->id);
        CHECK(nv_wording_is_same(got->text, strlen(got->text), wanted->text,
                                 strlen(wanted->text)),
              wanted->text);
    }
}

static void every_wording_on_offer_is_found(void **state)
{
    const record *record = *state;

    for (size_t i = 0; i < EVENTS; i++)
        check_every_wording(record,
                            nv_registry_event(record->registry, i, NULL));
}

static void without_a_registry_nothing_is_found(void **state)
{
    nv_wording found;

    (void)state;
    CHECK(nv_wording_find(NULL, 0, SHORT, strlen(SHORT), &found, NULL),
          "no failure");
    CHECK(found.quotation == 0 && !found.event && !found.registry, "nothing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wording_is_found_by_its_words),
        cmocka_unit_test(marks_spaces_and_case_do_not_count),
        cmocka_unit_test(every_wording_on_offer_is_found),
        cmocka_unit_test(without_a_registry_nothing_is_found),
    };

    return cmocka_run_group_tests(tests, record_setup, record_teardown);
}
