/* SPDX-License-Identifier: MPL-2.0 */
/* Names: taken apart, shortened, put in order, joined and labelled. */
#include "one_cite.h"

#include <stdlib.h>

#include "base/array.h"
#include "citation/names.h"

static const struct {
    const char *label, *family, *given; /* of the input */
    nv_csl_name wanted;
} splits[] = {
    {"words in small letters before the family are particles",
     "van der Vlist",
     "Eric",
     {.family = "Vlist", .given = "Eric", .non_dropping = "van der"}},
    {"words in small letters after the given name drop",
     "Humboldt",
     "Alexander von",
     {.family = "Humboldt", .given = "Alexander", .dropping = "von"}},
    {"a capital makes it part of the family",
     "La Fontaine",
     "Jean de",
     {.family = "La Fontaine", .given = "Jean", .dropping = "de"}},
    {"an apostrophe joins a particle",
     "d'Aubignac",
     "François",
     {.family = "Aubignac", .given = "François", .non_dropping = "d'"}},
    {"a space after the apostrophe stays",
     "de' Medici",
     "Lorenzo",
     {.family = "Medici", .given = "Lorenzo", .non_dropping = "de' "}},
    {"a hyphen joins a particle",
     "al-Rashid",
     "Harun",
     {.family = "Rashid", .given = "Harun", .non_dropping = "al-"}},
    {"an apostrophe may begin a particle",
     "van 't Hoff",
     "Jacobus",
     {.family = "Hoff", .given = "Jacobus", .non_dropping = "van 't"}},
    {"quotes keep a family whole",
     "\"von Neumann\"",
     "John",
     {.family = "von Neumann", .given = "John"}},
    {"a family alone stays whole", "van Gogh", NULL, {.family = "van Gogh"}},
    {"a given name alone stays whole",
     NULL,
     "bell hooks",
     {.given = "bell hooks"}},
    {"a small family name is no particle",
     "hooks",
     "bell",
     {.family = "hooks", .given = "bell"}},
    {"what follows a comma is a suffix",
     "Ludwig",
     "Otto, III",
     {.family = "Ludwig", .given = "Otto", .suffix = "III"}},
    {"an exclamation mark asks for the comma",
     "Doe",
     "John,! Jr.",
     {.family = "Doe", .given = "John", .suffix = "Jr.", .comma_suffix = true}},
    {"nothing but a suffix is left",
     "Doe",
     ", Jr.",
     {.family = "Doe", .suffix = "Jr."}},
    {"bytes that are no UTF-8 are left alone",
     "\xff\xfe x",
     "\xff",
     {.family = "\xff\xfe x", .given = "\xff"}},
};

static void test_splits(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(splits); i++) {
        const nv_csl_name *wanted = &splits[i].wanted;
        const char *label = splits[i].label;
        nv_arena arena = {.blocks = NULL};
        nv_csl_name name = {.family = splits[i].family,
                            .given = splits[i].given};

        CHECK(nv_csl_name_split(&name, &arena), label);
        CHECK_STR(name.family, wanted->family, label);
        CHECK_STR(name.given, wanted->given, label);
        CHECK_STR(name.non_dropping, wanted->non_dropping, label);
        CHECK_STR(name.dropping, wanted->dropping, label);
        CHECK_STR(name.suffix, wanted->suffix, label);
        CHECK(name.comma_suffix == wanted->comma_suffix, label);
        nv_arena_release(&arena);
    }
}

static void test_split_is_not_done_twice(void **unused)
{
    nv_arena arena = {.blocks = NULL};
    nv_csl_name name = {
        .family = "de Gaulle", .given = "Charles", .non_dropping = "van"};

    (void)unused;
    CHECK(nv_csl_name_split(&name, &arena), "a name with particles");
    CHECK_STR(name.family, "de Gaulle", "a particle that is given stays alone");
    nv_arena_release(&arena);
}

static const struct {
    const char *label, *given, *with;
    bool initialize, with_hyphen;
    const char *wanted;
} initials[] = {
    {"a letter of each name", "John Quincy", ".", true, true, "J.Q."},
    {"spaces between initials", "John Quincy", ". ", true, true, "J. Q."},
    {"no mark at all", "John Quincy", "", true, true, "JQ"},
    {"a hyphen stays", "Jean-Luc K.", ". ", true, true, "J.-L. K."},
    {"or not", "Jean-Luc K.", ".", true, false, "J.L.K."},
    {"a hyphen before a small letter parts nothing", "Guo-ping", "", true, true,
     "G"},
    {"words in small letters stay", "Jean de la Rue", ".", true, true,
     "J. de la R."},
    {"abbreviations stay", "Ph. M.E.", ".", true, true, "Ph.M.E."},
    {"two capitals are one letter", "TSerendorj", ".", true, true, "Ts."},
    {"capitals alone are one, too", "ME", ".", true, true, "M."},
    {"accents", "Émile", ".", true, true, "É."},
    {"Cyrillic", "Фёдор Михайлович", ". ", true, true, "Ф. М."},
    {"scripts without letters stay whole", "太郎", ".", true, true, "太郎"},
    {"only initials are written alike", "A. Alan J", ". ", false, true,
     "A. Alan J."},
    {"initials that stand close", "J.J.", " ", false, true, "J J"},
    {"markup goes around the initial", "<b>John</b> Q", ". ", true, true,
     "<b>J.</b> Q."},
    {"a tag that is not closed is text", "<b John", ".", true, true, "<b J."},
    {"nothing", "", ".", true, true, ""},
    {"nothing but marks", " .-. ", ".", true, true, ""},
    {"bytes that are no UTF-8", "\xc3", ".", true, true, "\xc3"},
};

static void test_initials(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(initials); i++) {
        const nv_csl_name_options options = {
            .initialize_with = initials[i].with,
            .initialize = initials[i].initialize};
        nv_buffer out = NV_BUFFER_INIT;

        nv_csl_initials(initials[i].given, &options, initials[i].with_hyphen,
                        &out);
        CHECK_STR(out.text, initials[i].wanted, initials[i].label);
        nv_buffer_release(&out);
    }
}

#define TERMS                                                              \
    "<locale><terms><term name='et-al'>et al.</term>"                      \
    "<term name='and'>and</term><term name='and others'>and others</term>" \
    "<term name='editor'><single>ed.</single><multiple>eds.</multiple>"    \
    "</term><term name='translator'>tr.</term>"                            \
    "<term name='editortranslator'>ed. and tr.</term></terms></locale>"
#define AUTHOR(name) "<names variable='author'>" name "</names>"
#define NAME(family) "{\"family\":\"" family "\",\"given\":\"Al\"}"
#define AUTHORS(list) "\"author\":[" list "]"
#define ONE AUTHORS(NAME("Aa"))
#define TWO AUTHORS(NAME("Aa") "," NAME("Bb"))
#define THREE AUTHORS(NAME("Aa") "," NAME("Bb") "," NAME("Cc"))
#define FOUR AUTHORS(NAME("Aa") "," NAME("Bb") "," NAME("Cc") "," NAME("Dd"))
#define SHORT "<name form='short' "

static const struct {
    const char *label, *layout, *item, *wanted;
} lists[] = {
    {"a delimiter unless the style says otherwise", AUTHOR(SHORT "/>"), THREE,
     "Aa, Bb, Cc"},
    {"a delimiter of the style", AUTHOR(SHORT "delimiter='; '/>"), TWO,
     "Aa; Bb"},
    {"and before the last of two has no delimiter",
     AUTHOR(SHORT "and='text'/>"), TWO, "Aa and Bb"},
    {"and before the last of three has one", AUTHOR(SHORT "and='text'/>"),
     THREE, "Aa, Bb, and Cc"},
    {"and as a sign", AUTHOR(SHORT "and='symbol'/>"), TWO, "Aa & Bb"},
    {"never a delimiter before the last",
     AUTHOR(SHORT "and='text' delimiter-precedes-last='never'/>"), THREE,
     "Aa, Bb and Cc"},
    {"always a delimiter before the last",
     AUTHOR(SHORT "and='text' delimiter-precedes-last='always'/>"), TWO,
     "Aa, and Bb"},
    {"a delimiter after an inverted name",
     AUTHOR("<name and='text' name-as-sort-order='first' "
            "delimiter-precedes-last='after-inverted-name'/>"),
     TWO, "Aa, Al, and Al Bb"},
    {"and none after one that is not",
     AUTHOR("<name and='text' "
            "delimiter-precedes-last='after-inverted-name'/>"),
     THREE, "Al Aa, Al Bb and Al Cc"},
    {"fewer names than et-al-min",
     AUTHOR(SHORT "et-al-min='3' et-al-use-first='1'/>"), TWO, "Aa, Bb"},
    {"as many names as et-al-min",
     AUTHOR(SHORT "et-al-min='3' et-al-use-first='1'/>"), THREE, "Aa et al."},
    {"a delimiter before et al. after two",
     AUTHOR(SHORT "et-al-min='3' et-al-use-first='2'/>"), THREE,
     "Aa, Bb, et al."},
    {"never before et al.",
     AUTHOR(SHORT "et-al-min='3' et-al-use-first='2' "
                  "delimiter-precedes-et-al='never'/>"),
     THREE, "Aa, Bb et al."},
    {"as many names printed as there are",
     AUTHOR(SHORT "et-al-min='3' et-al-use-first='3' and='text'/>"), THREE,
     "Aa, Bb, and Cc"},
    {"no names at all before et al.",
     AUTHOR(SHORT "et-al-min='2' et-al-use-first='0'/>"), TWO, ""},
    {"another term for et al.",
     AUTHOR(SHORT "et-al-min='2' et-al-use-first='1'/>"
                  "<et-al term='and others'/>"),
     TWO, "Aa and others"},
    {"the last name after an ellipsis",
     AUTHOR(SHORT "et-al-min='3' et-al-use-first='1' et-al-use-last='true'/>"),
     FOUR, "Aa, \u2026 Dd"},
    {"an ellipsis for one name is et al.",
     AUTHOR(SHORT "et-al-min='3' et-al-use-first='2' et-al-use-last='true'/>"),
     THREE, "Aa, Bb, et al."},
    {"how many names", AUTHOR("<name form='count'/>"), THREE, "3"},
    {"how many names are printed",
     AUTHOR("<name form='count' et-al-min='3' et-al-use-first='1'/>"), THREE,
     "1"},
    {"no names", AUTHOR("<name form='count'/>"), "\"title\":\"T\"", ""},
    {"two variables",
     "<names variable='author editor' delimiter=' / '><name form='short'/>"
     "</names>",
     ONE ",\"editor\":[" NAME("Bb") "]", "Aa / Bb"},
    {"a label in the singular",
     "<names variable='editor'><name form='short'/><label prefix=', "
     "'/></names>",
     "\"editor\":[" NAME("Aa") "]", "Aa, ed."},
    {"a label in the plural",
     "<names variable='editor'><name form='short'/><label prefix=', "
     "'/></names>",
     "\"editor\":[" NAME("Aa") "," NAME("Bb") "]", "Aa, Bb, eds."},
    {"a label before the names",
     "<names variable='editor'><label suffix=' '/><name form='short'/></names>",
     "\"editor\":[" NAME("Aa") "]", "ed. Aa"},
    {"editors who translate are printed once",
     "<names variable='editor translator'><name form='short'/>"
     "<label prefix=', '/></names>",
     "\"editor\":[" NAME("Aa") "],\"translator\":[" NAME("Aa") "]",
     "Aa, ed. and tr."},
    {"others twice",
     "<names variable='editor translator' delimiter='; '><name form='short'/>"
     "<label prefix=', '/></names>",
     "\"editor\":[" NAME("Aa") "],\"translator\":[" NAME("Bb") "]",
     "Aa, ed.; Bb, tr."},
    {"the first substitute that prints",
     AUTHOR("<name form='short'/><substitute><names variable='editor'/>"
            "<text variable='title'/></substitute>"),
     "\"title\":\"T\"", "T"},
    {"what a substitute has printed is empty afterwards",
     AUTHOR(
         "<name/><substitute><text variable='title'/></substitute>") "<text "
                                                                     "variable="
                                                                     "'title' "
                                                                     "prefix=' "
                                                                     "again "
                                                                     "'/>",
     "\"title\":\"T\"", "T"},
    {"what it has only asked for is not",
     AUTHOR("<name/><substitute><choose><if variable='genre'>"
            "<text variable='title'/></if></choose></substitute>") "<text "
                                                                   "variable='"
                                                                   "genre'/>",
     "\"title\":\"T\",\"genre\":\"G\"", "TG"},
    {"names need no substitute",
     AUTHOR("<name form='short'/><substitute><text variable='title'/>"
            "</substitute>"),
     ONE ",\"title\":\"T\"", "Aa"},
};

static void test_lists(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(lists); i++)
        check_cite(&(one_cite){.elements = TERMS,
                               .layout = lists[i].layout,
                               .item = lists[i].item},
                   lists[i].wanted, lists[i].label);
}

#define FONTAINE                                                             \
    AUTHORS("{\"family\":\"Fontaine\",\"given\":\"Jean\","                   \
            "\"dropping-particle\":\"de\",\"non-dropping-particle\":\"La\"," \
            "\"suffix\":\"III\"}")
#define DEMOTE(how) "demote-non-dropping-particle='" how "'"
#define ALL "<name name-as-sort-order='all'/>"

static const struct {
    const char *label, *style, *layout, *item, *wanted;
} orders[] = {
    {"given name first", NULL, AUTHOR("<name/>"), FONTAINE,
     "Jean de La Fontaine III"},
    {"family first, particles demoted", DEMOTE("display-and-sort"), AUTHOR(ALL),
     FONTAINE, "Fontaine, Jean de La, III"},
    {"family first, particles before it", DEMOTE("sort-only"), AUTHOR(ALL),
     FONTAINE, "La Fontaine, Jean de, III"},
    {"short", DEMOTE("display-and-sort"), AUTHOR("<name form='short'/>"),
     FONTAINE, "La Fontaine"},
    {"only the first name inverted", NULL,
     AUTHOR("<name name-as-sort-order='first'/>"), TWO, "Aa, Al, Al Bb"},
    {"another separator", NULL,
     AUTHOR("<name name-as-sort-order='all' sort-separator=' '/>"), ONE,
     "Aa Al"},
    {"an institution has no order", NULL, AUTHOR(ALL),
     AUTHORS("{\"literal\":\"United Nations\"}"), "United Nations"},
    {"family first always", NULL, AUTHOR("<name/>"),
     AUTHORS("{\"family\":\"Mao\",\"given\":\"Zedong\","
             "\"static-ordering\":true}"),
     "Mao Zedong"},
    {"names in Chinese are not parted", NULL, AUTHOR(ALL),
     AUTHORS("{\"family\":\"毛\",\"given\":\"泽东\"}"), "毛泽东"},
    {"a comma before a suffix", NULL, AUTHOR("<name/>"),
     AUTHORS("{\"family\":\"Doe\",\"given\":\"Al\",\"suffix\":\"Jr.\","
             "\"comma-suffix\":true}"),
     "Al Doe, Jr."},
    {"a given name alone", NULL, AUTHOR(ALL), AUTHORS("{\"given\":\"Plato\"}"),
     "Plato"},
    {"a given name alone is its short form", NULL,
     AUTHOR("<name form='short'/>"), AUTHORS("{\"given\":\"Plato\"}"), "Plato"},
    {"a family name alone", NULL, AUTHOR(ALL),
     AUTHORS("{\"family\":\"Plato\"}"), "Plato"},
    {"affixes of parts", NULL,
     AUTHOR("<name><name-part name='family' prefix='(' suffix=')'/>"
            "<name-part name='given' prefix='[' suffix=']'/></name>"),
     FONTAINE, "[Jean] (de La Fontaine III)"},
    {"affixes of parts, inverted", DEMOTE("display-and-sort"),
     AUTHOR("<name name-as-sort-order='all' sort-separator=' '>"
            "<name-part name='family' prefix='(' suffix=')'/>"
            "<name-part name='given' prefix='[' suffix=']'/></name>"),
     FONTAINE, "(Fontaine) [Jean de La] III"},
    {"a space the style brings is the only one", NULL,
     AUTHOR("<name><name-part name='given' suffix='\u00A0'/></name>"), ONE,
     "Al\u00A0Aa"},
};

static void test_orders(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(orders); i++)
        check_cite(&(one_cite){.style_attributes = orders[i].style,
                               .layout = orders[i].layout,
                               .item = orders[i].item},
                   orders[i].wanted, orders[i].label);
}

static const struct {
    const char *label, *style, *item, *wanted;
    uint16_t names_min, names_use_first;
} keys[] = {
    {"particles after the family", NULL, FONTAINE, "Fontaine de La Jean III", 0,
     0},
    {"particles before it, if the style never demotes", DEMOTE("never"),
     FONTAINE, "La Fontaine de Jean III", 0, 0},
    {"all names", NULL, THREE, "Aa Al, Bb Al, Cc Al", 0, 0},
    {"as many as the key says", NULL, THREE, "Aa Al", 2, 1},
    {"no names", NULL, "\"title\":\"T\"", "", 0, 0},
};

static void test_sort_keys(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(keys); i++)
        check_cite(
            &(one_cite){.style_attributes = keys[i].style,
                        .item = keys[i].item,
                        .purpose = NV_CSL_FOR_SORT,
                        .key = {.variable = NV_CSL_AUTHOR,
                                .names_min = keys[i].names_min,
                                .names_use_first = keys[i].names_use_first,
                                .names_use_last = -1}},
            keys[i].wanted, keys[i].label);
}

static void test_distinction(void **unused)
{
    const uint8_t given[] = {NV_CSL_GIVEN_INITIALS, NV_CSL_GIVEN_FULL};
    const nv_csl_block_choice block = {.shown = 2, .count = 2, .given = given};
    const one_cite one = {.elements = TERMS,
                          .layout =
                              AUTHOR(SHORT "initialize-with='.' et-al-min='2' "
                                           "et-al-use-first='1'/>"),
                          .item = THREE,
                          .distinction = {.blocks = &block, .block_count = 1}};

    (void)unused;
    check_cite(&one, "A. Aa, Al Bb, et al.",
               "names are told apart by given names and by further names");
}

/* Bad input must cost no more than its length. */
static void test_long_given_name(void **unused)
{
    enum { LENGTH = 1 << 20 };
    const nv_csl_name_options options = {.initialize_with = ".",
                                         .initialize = true};
    char *given = malloc(LENGTH + 1);
    nv_buffer out = NV_BUFFER_INIT;

    (void)unused;
    assert_non_null(given);
    memset(given, '<', LENGTH);
    given[LENGTH] = '\0';
    nv_csl_initials(given, &options, true, &out);
    CHECK(out.len == LENGTH, "a mebibyte of brackets is one word");
    free(given);
    nv_buffer_release(&out);
}

static void test_many_names(void **unused)
{
    enum { COUNT = UINT16_MAX };
    nv_buffer item = NV_BUFFER_INIT, out = NV_BUFFER_INIT;

    (void)unused;
    nv_buffer_add_text(&item, "\"author\":[" NAME("Aa"));
    for (int i = 1; i < COUNT; i++)
        nv_buffer_add_text(&item, "," NAME("Bb"));
    nv_buffer_add_text(&item, "]");
    one_cite_read(&(one_cite){.layout = AUTHOR(SHORT "/>"), .item = item.text},
                  "many names", &out);
    CHECK(out.len == COUNT * 4 - 2, "all names of a long list are printed");
    nv_buffer_truncate(&out, 0);
    one_cite_read(&(one_cite){.layout = AUTHOR("<name form='count'/>"),
                              .item = item.text},
                  "many names", &out);
    CHECK_STR(out.text, "65535", "and counted");
    nv_buffer_release(&item);
    nv_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_splits),
        cmocka_unit_test(test_split_is_not_done_twice),
        cmocka_unit_test(test_initials),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_orders),
        cmocka_unit_test(test_sort_keys),
        cmocka_unit_test(test_distinction),
        cmocka_unit_test(test_long_given_name),
        cmocka_unit_test(test_many_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
