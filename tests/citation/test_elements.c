/* SPDX-License-Identifier: MPL-2.0 */
/* Elements of a style: groups, conditions, texts, labels, and what the writer
 * puts around a cite. */
#include "one_cite.h"

#include "base/array.h"

#define TERMS                                                          \
    "<locale><terms><term name='page'><single>page</single>"           \
    "<multiple>pages</multiple></term><term name='page' form='short'>" \
    "<single>p.</single><multiple>pp.</multiple></term>"               \
    "<term name='number-of-volumes'><single>volume</single>"           \
    "<multiple>volumes</multiple></term><term name='in'>in</term>"     \
    "<term name='and'>et</term></terms></locale>"                      \
    "<macro name='publisher'><group delimiter=': '>"                   \
    "<text variable='publisher-place'/><text variable='publisher'/>"   \
    "</group></macro>"

#define TITLE "\"title\":\"A title\""

static const struct {
    const char *label, *layout, *item, *wanted;
} groups[] = {
    {"a delimiter stands between those that write",
     "<group delimiter=', '><text variable='title'/><text variable='genre'/>"
     "<text value='x'/></group>",
     TITLE, "A title, x"},
    {"a group whose variables are all empty vanishes with its terms",
     "<text value='a'/><group prefix=' ('><text term='in'/>"
     "<text variable='genre'/></group>",
     TITLE, "a"},
    {"one filled variable keeps the group",
     "<group delimiter=' '><text term='in'/><text variable='genre'/>"
     "<text variable='title'/></group>",
     TITLE, "In A title"},
    {"a group of terms alone stays",
     "<group delimiter=' '><text value='a'/><text value='b'/></group>", TITLE,
     "a b"},
    {"a group inside that is kept counts as a filled variable",
     "<group delimiter=' '><text variable='genre'/>"
     "<group><text value='b'/></group></group>",
     TITLE, "b"},
    {"a group inside that vanishes counts as an empty one",
     "<group><text value='a'/><group><text variable='genre'/></group></group>",
     TITLE, ""},
    {"what a condition chooses stands among its siblings",
     "<group delimiter=', '><text value='a'/><choose><if variable='title'>"
     "<text variable='title'/><text value='b'/></if></choose>"
     "<text value='c'/></group>",
     TITLE, "a, A title, b, c"},
    {"a macro passes on what its children found",
     "<group prefix='('><text value='at '/><text macro='publisher'/></group>",
     TITLE, ""},
    {"affixes go with what they belong to",
     "<text variable='title' prefix='[' suffix=']'/>"
     "<text variable='genre' prefix='{' suffix='}'/>",
     TITLE, "[A title]"},
    {"strip-periods takes full stops out of the content alone",
     "<text value='a.b.' strip-periods='true' suffix='.'/>", TITLE, "ab."},
    {"a short title is taken if there is one",
     "<text variable='title' form='short'/>", TITLE ",\"title-short\":\"T\"",
     "T"},
    {"the long title stands for a short one",
     "<text variable='title' form='short'/>", TITLE, "A title"},
};

static void test_groups(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(groups); i++)
        check_cite(&(one_cite){.elements = TERMS,
                               .layout = groups[i].layout,
                               .item = groups[i].item},
                   groups[i].wanted, groups[i].label);
}

#define IF(test)                                                            \
    "<choose><if " test "><text value='yes'/></if><else><text value='no'/>" \
    "</else></choose>"

static const struct {
    const char *label, *layout, *item, *wanted;
} conditions[] = {
    {"a type that matches", IF("type='book treaty'"), "\"type\":\"book\"",
     "no"},
    {"any of two types", IF("type='book treaty' match='any'"),
     "\"type\":\"book\"", "yes"},
    {"none of two types", IF("type='book treaty' match='none'"),
     "\"type\":\"map\"", "yes"},
    {"all variables", IF("variable='title genre'"), TITLE, "no"},
    {"any variable", IF("variable='title genre' match='any'"), TITLE, "yes"},
    {"a number with letters is numeric", IF("is-numeric='edition'"),
     "\"edition\":\"2nd\"", "yes"},
    {"a word is not", IF("is-numeric='edition'"), "\"edition\":\"second\"",
     "no"},
    {"an uncertain date", IF("is-uncertain-date='issued'"),
     "\"issued\":{\"date-parts\":[[1954]],\"circa\":true}", "yes"},
    {"a certain date", IF("is-uncertain-date='issued'"),
     "\"issued\":{\"date-parts\":[[1954]]}", "no"},
    {"the first position", IF("position='first'"), TITLE, "yes"},
    {"the first is not a later one", IF("position='subsequent'"), TITLE, "no"},
    {"items that are told apart need no condition", IF("disambiguate='true'"),
     TITLE, "no"},
    {"a type that CSL has not is never met", IF("type='nonsense'"),
     "\"type\":\"book\"", "no"},
    {"a year suffix without need is no empty variable",
     "<group><text value='n.d.'/><text variable='year-suffix'/></group>", TITLE,
     "n.d."},
    {"without else nothing is written",
     "<choose><if type='map'><text value='x'/></if></choose>",
     "\"type\":\"book\"", ""},
};

static void test_conditions(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(conditions); i++)
        check_cite(&(one_cite){.layout = conditions[i].layout,
                               .item = conditions[i].item},
                   conditions[i].wanted, conditions[i].label);
}

static void test_locator_condition(void **unused)
{
    one_cite one = {.layout = IF("locator='page'"),
                    .item = TITLE,
                    .cite = {.locator = "3"}};

    (void)unused;
    check_cite(&one, "yes", "a locator without a label is a page");
    one.cite.label = NV_CSL_TERM_CHAPTER;
    check_cite(&one, "no", "a chapter is no page");
    one.cite.locator = NULL;
    one.cite.label = NV_CSL_TERM_PAGE;
    check_cite(&one, "no", "a label without a locator is none");
}

static const struct {
    const char *label, *prefix, *suffix, *wanted;
} affixes[] = {
    {"a word is followed by a space", "see", NULL, "see A title"},
    {"a space of the writer's is enough", "see ", NULL, "see A title"},
    {"a bracket is not", "(", ")", "(A title)"},
    {"a comma belongs to the title", NULL, ", passim", "A title, passim"},
    {"a word stands apart from it", NULL, "passim", "A title passim"},
    {"a letter of another script, too", "см", NULL, "см A title"},
    {"a closed quotation, too", "\u201Cyes\u201D", NULL,
     "\u201Cyes\u201D A title"},
};

static void test_affixes_of_the_writer(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(affixes); i++)
        check_cite(&(one_cite){.layout = "<text variable='title'/>",
                               .item = TITLE,
                               .cite = {.prefix = affixes[i].prefix,
                                        .suffix = affixes[i].suffix}},
                   affixes[i].wanted, affixes[i].label);
}

static const struct {
    const char *label, *prefix, *wanted;
} capitals[] = {
    {"a term that begins a note begins a sentence", NULL, "In A title"},
    {"words before it do not", "see", "see in A title"},
    {"a sentence before it does", "That is wrong.",
     "That is wrong. In A title"},
    {"an abbreviation is no sentence", "Cf.", "Cf. in A title"},
};

static void test_capitals(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(capitals); i++)
        check_cite(&(one_cite){.elements = TERMS,
                               .layout = "<text term='in' suffix=' '/>"
                                         "<text variable='title'/>",
                               .item = TITLE,
                               .cite = {.prefix = capitals[i].prefix}},
                   capitals[i].wanted, capitals[i].label);
}

/* A style that capitalises the head of a note, whatever comes first. */
#define HEAD                                                               \
    "<choose><if variable='begins-sentence'><text macro='note' "           \
    "text-case='capitalize-first'/></if><else><text macro='note'/></else>" \
    "</choose>"

static const struct {
    const char *label, *prefix, *item, *wanted;
} heads[] = {
    {"a recorded text that begins a note", NULL,
     "\"description\":\"note from Paris\"", "Note from Paris."},
    {"one after words of the writer", "see",
     "\"description\":\"note from Paris\"", "see note from Paris."},
    {"one after a sentence", "So it is.", "\"description\":\"note from Paris\"",
     "So it is. Note from Paris."},
    {"names are a head as well", NULL,
     "\"author\":[{\"literal\":\"gouvernement russe\"}]",
     "Gouvernement russe."},
    {"an item can't say so itself", "see",
     "\"description\":\"note\",\"begins-sentence\":\"yes\"", "see note."},
};

static void test_heads(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(heads); i++)
        check_cite(&(one_cite){.elements =
                                   "<macro name='note'><group delimiter=', '>"
                                   "<names variable='author'/>"
                                   "<text variable='description'/></group>"
                                   "</macro>",
                               .layout = HEAD "<text value='.'/>",
                               .item = heads[i].item,
                               .cite = {.prefix = heads[i].prefix}},
                   heads[i].wanted, heads[i].label);
}

#define SIGNED(number) "<text term='signed' " number "/>"

static const struct {
    const char *label, *layout, *item, *wanted;
} agreements[] = {
    {"nothing to agree with", SIGNED(""), NULL, "Signed"},
    {"a woman's word", SIGNED(""), "\"agreement\":\"feminine\"", "Signée"},
    {"women's", SIGNED(""), "\"agreement\":\"feminine-plural\"", "Signées"},
    {"men's", SIGNED(""), "\"agreement\":\"masculine-plural\"", "Signés"},
    {"the style's number counts for more", SIGNED("plural='false'"),
     "\"agreement\":\"feminine-plural\"", "Signée"},
    {"as well as its plural", SIGNED("plural='true'"),
     "\"agreement\":\"feminine\"", "Signées"},
    {"no such agreement", SIGNED(""), "\"agreement\":\"dual\"", "Signed"},
};

static void test_agreement(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(agreements); i++)
        check_cite(
            &(one_cite){.elements =
                            "<locale><terms><term name='signed'>signed</term>"
                            "<term name='signed' gender-form='masculine'>"
                            "<single>signé</single><multiple>signés"
                            "</multiple></term>"
                            "<term name='signed' gender-form='feminine'>"
                            "<single>signée</single><multiple>signées"
                            "</multiple></term></terms></locale>",
                        .layout = agreements[i].layout,
                        .item = agreements[i].item},
            agreements[i].wanted, agreements[i].label);
}

static const struct {
    const char *label, *locator, *wanted;
} labels[] = {
    {"one page", "12", "page 12"},
    {"a range", "12-14", "pages 12\u201314"},
    {"a list", "12, 14", "pages 12, 14"},
    {"two joined by a word", "12 and 14", "pages 12 and 14"},
    {"two joined by the language's word", "12 et 14", "pages 12 et 14"},
    {"a compound is one", "3\\-B", "page 3-B"},
    {"names with a hyphen are one", "Foo-Bar", "page Foo-Bar"},
    {"a range of the front matter", "i-ix", "pages i\u2013ix"},
    {"spaces around it are not the locator's", " 66 ", "page 66"},
    {"no locator, no label", NULL, ""},
};

static void test_labels(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(labels); i++)
        check_cite(&(one_cite){.elements = TERMS,
                               .layout =
                                   "<label variable='locator' suffix=' '/>"
                                   "<text variable='locator'/>",
                               .cite = {.locator = labels[i].locator}},
                   labels[i].wanted, labels[i].label);
}

static void test_label_of_counts(void **unused)
{
    one_cite one = {.elements = TERMS,
                    .layout = "<label variable='number-of-volumes'/>",
                    .item = "\"number-of-volumes\":1"};

    (void)unused;
    check_cite(&one, "volume", "one volume");
    one.item = "\"number-of-volumes\":\"3\"";
    check_cite(&one, "volumes", "a count of three is more than one");
}

#define NAME(family) "{\"family\":\"" family "\"}"
#define AUTHORS(list, year) \
    "\"author\":[" list "],\"issued\":{\"date-parts\":[[" year "]]}"

static const struct {
    const char *label, *item, *wanted;
} citation_labels[] = {
    {"four letters of one name", AUTHORS(NAME("Molotov"), "1954"), "Molo54"},
    {"a short name as it is", AUTHORS(NAME("Doe"), "1905"), "Doe05"},
    {"two letters of each of two",
     AUTHORS(NAME("Roe") "," NAME("Noakes"), "1978"), "RoNo78"},
    {"of three, two, one and one",
     AUTHORS(NAME("Roe") "," NAME("Noakes") "," NAME("Doe"), "1978"), "RoND78"},
    {"one letter of four, and no more",
     AUTHORS(
         NAME("Ábel") "," NAME("B") "," NAME("C") "," NAME("D") "," NAME("E"),
         "1978"),
     "ÁBCD78"},
    {"its own label goes before", "\"citation-label\":\"X1\"", "X1"},
    {"neither names nor year: none", TITLE, ""},
};

static void test_citation_labels(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(citation_labels); i++)
        check_cite(&(one_cite){.layout = "<text variable='citation-label'/>",
                               .item = citation_labels[i].item},
                   citation_labels[i].wanted, citation_labels[i].label);
    check_cite(&(one_cite){.layout = "<text variable='citation-label'/>",
                           .item = AUTHORS(NAME("Doe"), "1965"),
                           .distinction = {.year_suffix = 2}},
               "Doe65b", "a suffix tells labels apart");
}

static void test_year_suffix(void **unused)
{
    char text[8];

    (void)unused;
    nv_csl_year_suffix_text(1, text);
    CHECK_STR(text, "a", "the first");
    nv_csl_year_suffix_text(26, text);
    CHECK_STR(text, "z", "the last letter");
    nv_csl_year_suffix_text(27, text);
    CHECK_STR(text, "aa", "after z");
    nv_csl_year_suffix_text(703, text);
    CHECK_STR(text, "aaa", "after zz");
    nv_csl_year_suffix_text(UINT32_MAX, text);
    CHECK(strlen(text) == 7, "the largest fits");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_locator_condition),
        cmocka_unit_test(test_affixes_of_the_writer),
        cmocka_unit_test(test_capitals),
        cmocka_unit_test(test_heads),
        cmocka_unit_test(test_agreement),
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_label_of_counts),
        cmocka_unit_test(test_citation_labels),
        cmocka_unit_test(test_year_suffix),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
