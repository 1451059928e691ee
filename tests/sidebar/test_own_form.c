/* SPDX-License-Identifier: MPL-2.0 */
/* What stands in the form of a document of one's own. */
#include "check.h"

#include "base/array.h"
#include "sidebar/own_form.h"

static void a_form_begins_as_a_letter_that_was_seen(void **state)
{
    nv_own_form form;
    nv_own_document document;

    (void)state;
    nv_own_form_init(&form, NV_LANGUAGE_FR);
    assert_true(nv_own_form_document(&form, &document));
    CHECK(document.genre == 0 && document.is_seen, "a letter that was seen");
    CHECK(document.words == NV_LANGUAGE_FR, "in the language of the panel");
    CHECK(form.open == NV_OWN_FOLD_MAIN, "its first part is open");
    nv_own_form_release(&form);
}

static void what_is_filled_in_is_not_touched(void **state)
{
    const nv_own_document document = {
        .genre = 3, .fields = {[NV_OWN_FROM] = "A", [NV_OWN_YEAR] = "1986"}};
    nv_own_form form;
    nv_own_document back;

    (void)state;
    nv_own_form_init(&form, NV_LANGUAGE_EN);
    nv_own_form_set(&form, NV_OWN_TO, "B");
    CHECK(form.is_touched, "typing touches it");
    form.is_to_delete = true;
    nv_own_form_set(&form, NV_OWN_TO, "C");
    CHECK(!form.is_to_delete, "Delete is asked for again after typing");
    assert_true(nv_own_form_fill(&form, &document, "1946-02-a"));
    CHECK(!form.is_touched, "what is filled in is not touched");
    assert_true(nv_own_form_document(&form, &back));
    CHECK_STR(back.fields[NV_OWN_YEAR], "1986", "a field is filled in");
    CHECK_STR(back.fields[NV_OWN_TO], "", "the others are empty");
    CHECK_STR(form.id.text, "1946-02-a", "the document is known");
    nv_own_form_clear(&form);
    CHECK(form.id.len == 0 && !form.is_touched && form.is_seen,
          "an empty form is a new one");
    nv_own_form_release(&form);
}

static void a_language_is_a_row_of_the_list(void **state)
{
    nv_own_form form;

    (void)state;
    nv_own_form_init(&form, NV_LANGUAGE_EN);
    for (int row = 0; row <= NV_OWN_LANGUAGE_COUNT; row++) {
        nv_own_form_set(&form, NV_OWN_LANGUAGE, nv_own_form_language(row));
        CHECK(nv_own_form_language_row(&form, NV_OWN_LANGUAGE) == row,
              "a row is its code, and back");
    }
    nv_own_form_set(&form, NV_OWN_LANGUAGE, "xx");
    CHECK(nv_own_form_language_row(&form, NV_OWN_LANGUAGE) == 0,
          "a code that is not in the list");
    CHECK_STR(nv_own_form_language(-1), "", "a row that is not there");
    CHECK_STR(nv_own_form_language(NV_OWN_LANGUAGE_COUNT + 1), "",
              "a row that is not there");
    nv_own_form_release(&form);
}

static void every_fault_has_a_phrase(void **state)
{
    (void)state;
    for (int fault = NV_OWN_FINE; fault < NV_OWN_FAULT_COUNT; fault++) {
        const char *key = nv_phrase_key(nv_own_form_phrase(fault));

        CHECK(strncmp(key, "own_", 4) == 0, "a fault has a phrase");
    }
}

static void every_field_is_in_a_part(void **state)
{
    static const struct {
        nv_own_field field;
        nv_own_fold fold;
    } parts[] = {
        {NV_OWN_FROM, NV_OWN_FOLD_MAIN},
        {NV_OWN_FOLIO, NV_OWN_FOLD_MAIN},
        {NV_OWN_PLACE, NV_OWN_FOLD_MORE},
        {NV_OWN_LANGUAGE, NV_OWN_FOLD_MORE},
        {NV_OWN_EDITION, NV_OWN_FOLD_PRINTED},
        {NV_OWN_ADDRESS, NV_OWN_FOLD_PRINTED},
        {NV_OWN_WORDING, NV_OWN_FOLD_QUOTED},
        {NV_OWN_LOCATOR, NV_OWN_FOLD_QUOTED},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(parts); i++)
        CHECK(nv_own_form_fold(parts[i].field) == parts[i].fold,
              "a field stands in its part");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_begins_as_a_letter_that_was_seen),
        cmocka_unit_test(what_is_filled_in_is_not_touched),
        cmocka_unit_test(a_language_is_a_row_of_the_list),
        cmocka_unit_test(every_fault_has_a_phrase),
        cmocka_unit_test(every_field_is_in_a_part),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
