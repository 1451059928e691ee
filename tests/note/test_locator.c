/* SPDX-License-Identifier: MPL-2.0 */
/* What people type for a place. */
#include "check.h"
#include "note/locator.h"

#include <stdlib.h>

#include "base/array.h"

static const struct {
    const char *text, *label, *value;
} cases[] = {
    {"12", "page", "12"},
    {" 12 ", "page", "12"},
    {"12-13", "page", "12-13"},
    {"261–262", "page", "261–262"},
    {"p. 12", "page", "12"},
    {"p12", "page", "12"},
    {"pp. 12–14", "page", "12–14"},
    {"page 3", "page", "3"},
    {"art 4", "article", "4"},
    {"art. 4", "article", "4"},
    {"Art.4", "article", "4"},
    {"ARTICLE IV", "article", "IV"},
    {"article 1er", "article", "1er"},
    {"arts. 4, 5", "article", "4, 5"},
    {"§ 3", "paragraph", "3"},
    {"§3", "paragraph", "3"},
    {"§§ 3-4", "paragraph", "3-4"},
    {"para. 4", "paragraph", "4"},
    {"al. 2", "paragraph", "2"},
    {"alinéa 2", "paragraph", "2"},
    {"paragraphe 2", "paragraph", "2"},
    {"col. 842", "column", "842"},
    {"colonnes 842-843", "column", "842-843"},
    {"fol. 3", "folio", "3"},
    {"fᵒ 3", "folio", "3"},
    {"f° 3", "folio", "3"},
    {"ch. II", "chapter", "II"},
    {"chap. 2", "chapter", "2"},
    {"chapitre 2", "chapter", "2"},
    {"n. 5", "note", "5"},
    {"note 5", "note", "5"},
    {"doc. 139", "document", "139"},
    {"nᵒ 139", "document", "139"},
    {"n° 139", "document", "139"},
    {"vol. III", "volume", "III"},
    {"t. II", "volume", "II"},
    {"part II", "part", "II"},
    {"pt. 2", "part", "2"},
    {"partie II", "part", "II"},
    {"sec. 2", "section", "2"},
    {"section A", "section", "A"},
    {"preamble", "preamble", ""},
    {"Préambule", "preamble", ""},
    {"PRÉAMBULE", "preamble", ""},
    {"preamble, para. 2", "preamble", "para. 2"},
    {"art."
     "\u00A0"
     "4",
     "article", "4"},
    /* words that only begin like a label */
    {"partial", "page", "partial"},
    {"parallel 38", "page", "parallel 38"},
    {"article", "page", "article"},
    {"p.", "page", "p."},
    {"annex B", "page", "annex B"},
    {"Note du 31 mars", "note", "du 31 mars"},
    {"Б 4", "page", "Б 4"},
};

static void what_people_type_is_understood(void **state)
{
    nv_typed_locator locator;

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        const char *text = cases[i].text;

        CHECK(nv_locator_read(text, strlen(text), &locator), text);
        CHECK_STR(locator.label, cases[i].label, text);
        CHECK_STR(locator.value, cases[i].value, text);
    }
}

static void nothing_and_too_much_are_refused(void **state)
{
    static const char *const bad[] = {"",          "   ",   "\u00A0",
                                      "art\n4",    "4\x01", "\xFF\xFE",
                                      "art. \xC3", "\x7F"};
    nv_typed_locator locator;
    char text[200];

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(bad); i++) {
        CHECK(!nv_locator_read(bad[i], strlen(bad[i]), &locator), bad[i]);
        CHECK(!locator.label, "left empty");
    }
    memset(text, '1', sizeof text);
    CHECK(nv_locator_read(text, 95, &locator), "95 bytes fit");
    CHECK(!nv_locator_read(text, 96, &locator), "96 do not");
    CHECK(!nv_locator_read(text, sizeof text, &locator), "nor 200");
    CHECK(!nv_locator_read("4\0005", 3, &locator), "a NUL is no text");
}

/* Every text of two bytes and many random ones: no reading past the end, and
 * what is read is NUL-terminated. */
static void any_bytes_are_safe(void **state)
{
    nv_typed_locator locator;
    unsigned seed = 1949;

    (void)state;
    for (int round = 0; round < 100000; round++) {
        size_t len = (seed >> 16) % 24;
        char *text = malloc(len ? len : 1);

        for (size_t i = 0; i < len; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = (char)(seed >> 20);
        }
        if (nv_locator_read(text, len, &locator))
            CHECK(locator.label && strlen(locator.value) < 96, "terminated");
        seed = seed * 1664525u + 1013904223u;
        free(text);
    }
}

static const struct {
    const char *text, *query, *locator;
} splits[] = {
    {"warsaw pact @art 4", "warsaw pact", "art 4"},
    {"warsaw pact", "warsaw pact", ""},
    {"warsaw pact  ", "warsaw pact", ""},
    {"@art 4", "", "art 4"},
    {"warsaw @", "warsaw", ""},
    {"a@b", "a@b", ""},
    {"a @b @c", "a @b", "c"},
    {"", "", ""},
};

static void a_query_is_split_at_its_at_sign(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(splits); i++) {
        const char *text = splits[i].text;
        size_t len = strlen(text), query_len, at;

        nv_locator_split(text, len, &query_len, &at);
        CHECK(query_len == strlen(splits[i].query) &&
                  memcmp(text, splits[i].query, query_len) == 0,
              text);
        CHECK_STR(text + at, splits[i].locator, text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_people_type_is_understood),
        cmocka_unit_test(nothing_and_too_much_are_refused),
        cmocka_unit_test(any_bytes_are_safe),
        cmocka_unit_test(a_query_is_split_at_its_at_sign),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
