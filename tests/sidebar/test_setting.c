/* SPDX-License-Identifier: MPL-2.0 */
/* The writer's settings: which values are allowed, and what they mean. */
#include "check.h"

#include "base/array.h"
#include "note/note.h"
#include "sidebar/setting.h"

static const struct {
    nv_setting setting;
    const char *value;
    bool is_allowed;
} values[] = {
    {NV_SETTING_STYLE, "", true},
    {NV_SETTING_STYLE, "chicago-18", true},
    {NV_SETTING_STYLE, "École d’été", true},
    {NV_SETTING_STYLE, "../chicago", false},
    {NV_SETTING_STYLE, "a\nb", false},
    {NV_SETTING_LANGUAGE, "", true},
    {NV_SETTING_LANGUAGE, "ru", true},
    {NV_SETTING_LANGUAGE, "xx", false},
    {NV_SETTING_LANGUAGE, "en fr", false},
    {NV_SETTING_KIND, "endnote", true},
    {NV_SETTING_KIND, "", false},
    {NV_SETTING_KIND, "margin", false},
    {NV_SETTING_KIND, "end", false},
    {NV_SETTING_PARTS, "", true},
    {NV_SETTING_PARTS, "source date", true},
    {NV_SETTING_PARTS, "source colour", false},
    {NV_SETTING_LIST, "painted", true},
    {NV_SETTING_LIST, "cards", false},
    {NV_SETTING_FROM_TEXT, "yes", true},
    {NV_SETTING_FROM_TEXT, "true", false},
};

static void values_that_are_allowed(void **state)
{
    char label[80];

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(values); i++) {
        snprintf(label, sizeof label, "%s “%s”",
                 nv_setting_name(values[i].setting), values[i].value);
        CHECK(nv_setting_allows(values[i].setting, values[i].value) ==
                  values[i].is_allowed,
              label);
    }
}

static void a_style_with_a_very_long_name_is_none(void **state)
{
    char name[300];

    (void)state;
    memset(name, 'a', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_false(nv_setting_allows(NV_SETTING_STYLE, name));
}

static void what_is_usual_is_allowed_and_found_by_its_name(void **state)
{
    (void)state;
    for (int i = 0; i < NV_SETTING_COUNT; i++) {
        const nv_setting setting = (nv_setting)i;
        const char *name = nv_setting_name(setting);

        CHECK(nv_setting_allows(setting, nv_setting_usual(setting)), name);
        CHECK(nv_setting_find(name, strlen(name)) == setting, name);
        CHECK(nv_setting_group(setting) != NULL, name);
    }
    assert_int_equal(nv_setting_find("Styles", 6), NV_SETTING_COUNT);
    assert_int_equal(nv_setting_find("Styles", 5), NV_SETTING_STYLE);
}

static void what_values_mean(void **state)
{
    (void)state;
    assert_int_equal(nv_setting_parts("date wording source"),
                     NV_PART_DATE | NV_PART_WORDING | NV_PART_SOURCE);
    assert_int_equal(nv_setting_parts(""), 0);
    assert_int_equal(nv_setting_parts("signatories"), NV_PART_SIGNATORIES);
    assert_int_equal(nv_setting_kind("endnote"), NV_NOTE_KIND_ENDNOTE);
    assert_int_equal(nv_setting_kind("text"), NV_NOTE_KIND_TEXT);
    assert_int_equal(nv_setting_language("de", NV_LANGUAGE_EN), NV_LANGUAGE_DE);
    assert_int_equal(nv_setting_language("", NV_LANGUAGE_FR), NV_LANGUAGE_FR);
}

static void what_is_not_allowed_means_what_is_usual(void **state)
{
    (void)state;
    assert_int_equal(nv_setting_parts("colour"),
                     NV_PART_DATE | NV_PART_WORDING | NV_PART_SOURCE);
    assert_int_equal(nv_setting_kind("margin"), NV_NOTE_KIND_FOOTNOTE);
    assert_int_equal(nv_setting_kind(NULL), NV_NOTE_KIND_FOOTNOTE);
    assert_int_equal(nv_setting_language("xx", NV_LANGUAGE_RU), NV_LANGUAGE_RU);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_that_are_allowed),
        cmocka_unit_test(a_style_with_a_very_long_name_is_none),
        cmocka_unit_test(what_is_usual_is_allowed_and_found_by_its_name),
        cmocka_unit_test(what_values_mean),
        cmocka_unit_test(what_is_not_allowed_means_what_is_usual),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
