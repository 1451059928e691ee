/* SPDX-License-Identifier: MPL-2.0 */
/* Styles and locale files: what is read, and one error of each kind with its
 * line. */
#include "check.h"

#include <stdlib.h>
#include <uchar.h>

#include "base/array.h"
#include "base/buffer.h"
#include "citation/node.h"

#define NS "xmlns='http://purl.org/net/xbiblio/csl'"
#define STYLE(inside) \
    "<style " NS " version='1.0' class='note'>\n" inside "</style>"
#define INFO "<info><id>i</id><title>T</title></info>\n"
#define LAYOUT(inside) "<citation><layout>" inside "</layout></citation>\n"

static const struct {
    const char *label, *xml;
    nv_error_code code;
    int line;
} failures[] = {
    {"what is not XML is refused", "hello", NV_ERROR_FORMAT, 1},
    {"an empty file is refused", "", NV_ERROR_FORMAT, 1},
    {"XML that does not end is refused", "<style " NS " version='1.0'>\n<info>",
     NV_ERROR_FORMAT, 2},
    {"another root is refused", "<html/>", NV_ERROR_FORMAT, 1},
    {"a style without the namespace is refused", "<style version='1.0'/>",
     NV_ERROR_FORMAT, 1},
    {"version 1.1 is refused", "<style " NS " version='1.1'/>", NV_ERROR_FORMAT,
     1},
    {"version 1.05 is refused", "<style " NS " version='1.05'/>",
     NV_ERROR_FORMAT, 1},
    {"a missing version is refused", "<style " NS "/>", NV_ERROR_FORMAT, 1},
    {"a DOCTYPE is refused", "<!DOCTYPE style [<!ENTITY a 'b'>]>\n<style/>",
     NV_ERROR_FORMAT, 1},
    {"a dependent style is refused",
     STYLE("<info><link rel='independent-parent' href='other'/></info>"),
     NV_ERROR_FORMAT, 1},
    {"a style without cs:citation is refused", STYLE(INFO), NV_ERROR_FORMAT, 1},
    {"cs:citation without cs:layout is refused", STYLE(INFO "<citation/>"),
     NV_ERROR_FORMAT, 3},
    {"a call of a macro it has not is refused",
     STYLE(INFO "\n" LAYOUT("<text macro='m'/>")), NV_ERROR_FORMAT, 4},
    {"a sort by a macro it has not is refused",
     STYLE(INFO "<citation><sort>\n<key macro='m'/></sort><layout/>"
                "</citation>"),
     NV_ERROR_FORMAT, 4},
    {"a macro that calls itself is refused",
     STYLE("<macro name='m'>\n<text macro='m'/></macro>" LAYOUT("")),
     NV_ERROR_FORMAT, 3},
    {"macros that call one another in a circle are refused",
     STYLE("<macro name='a'>\n<text macro='b'/></macro>\n"
           "<macro name='b'><group><text macro='a'/></group></macro>\n" LAYOUT(
               "<text macro='a'/>")),
     NV_ERROR_FORMAT, 4},
    {"two macros of one name are refused",
     STYLE("<macro name='a'/><macro name='a'/>" LAYOUT("")), NV_ERROR_FORMAT,
     1},
    {"a macro without a name is refused", STYLE("\n<macro/>" LAYOUT("")),
     NV_ERROR_FORMAT, 3},
    {"an element CSL has not is refused", STYLE(INFO LAYOUT("<p/>")),
     NV_ERROR_FORMAT, 3},
    {"an element CSL has not in cs:names is refused",
     STYLE(INFO LAYOUT("<names variable='author'>\n<group/></names>")),
     NV_ERROR_FORMAT, 4},
    {"an element CSL has not in cs:choose is refused",
     STYLE(INFO LAYOUT("<choose>\n<text/></choose>")), NV_ERROR_FORMAT, 4},
};

static void check_failure(const char *xml, size_t len, nv_error_code code,
                          int line, const char *label)
{
    nv_error err = {0};
    nv_csl_style *style = nv_csl_style_read(xml, len, &err);

    CHECK(style == NULL, label);
    if (err.code != code || err.line != line)
        fail_msg("%s: got code %d, line %d: %s", label, err.code, err.line,
                 err.message);
    CHECK(err.message[0] != '\0', label);
}

static void test_failures(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(failures); i++)
        check_failure(failures[i].xml, strlen(failures[i].xml),
                      failures[i].code, failures[i].line, failures[i].label);
}

#define BYTES(text) text, sizeof(text) - 1
#define WORD(word)                                                           \
    "<style " NS " version='1.0'><citation><layout><text value='" word "'/>" \
    "</layout></citation></style>"

static const struct {
    const char *label, *xml;
    size_t len;
    int line;
} other_bytes[] = {
    {"a NUL is refused", BYTES("<style " NS ">\n\0</style>"), 2},
    {"so is one in an attribute", BYTES(WORD("a\0b")), 1},
    {"an encoding that nobody knows is refused",
     BYTES("<?xml version='1.0' encoding='x-none'?>" WORD("a")), 1},
    {"bytes that are not of the encoding are refused", BYTES(WORD("\xE9")), 1},
};

static void test_other_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(other_bytes); i++)
        check_failure(other_bytes[i].xml, other_bytes[i].len, NV_ERROR_FORMAT,
                      other_bytes[i].line, other_bytes[i].label);
}

static void check_word(const char *xml, size_t len, const char *label)
{
    nv_error err = {0};
    nv_csl_style *style = nv_csl_style_read(xml, len, &err);

    CHECK_STR(err.message, "", label);
    CHECK_STR(style->layout[NV_CSL_IN_CITATION].first->as.value, "é", label);
    nv_csl_style_free(style);
}

static void test_encodings(void **state)
{
    static const char latin[] =
        "<?xml version='1.0' encoding='ISO-8859-1'?>" WORD("\xE9");
    static const char16_t wide[] = u"\xFEFF<style xmlns='http://purl.org/net/"
                                   u"xbiblio/csl' version='1.0'><citation>"
                                   u"<layout><text value='\u00E9'/></layout>"
                                   u"</citation></style>";

    (void)state;
    check_word(BYTES(latin), "Latin letters become UTF-8");
    check_word((const char *)wide, sizeof wide - sizeof *wide,
               "so does UTF-16");
}

static void add_times(nv_buffer *out, const char *text, int times)
{
    while (times-- > 0)
        nv_buffer_add_text(out, text);
}

static void test_limits(void **state)
{
    nv_buffer xml = NV_BUFFER_INIT;

    (void)state;
    nv_buffer_add_text(&xml,
                       "<style " NS " version='1.0'>" LAYOUT("") "</style>");
    add_times(&xml, " ", 10 * 1024 * 1024);
    check_failure(xml.text, xml.len, NV_ERROR_LIMIT, 0,
                  "a file of 10 MiB is refused");
    nv_buffer_truncate(&xml, 0);
    nv_buffer_add_text(&xml, "<style " NS " version='1.0'><citation><layout>");
    add_times(&xml, "<group>", 105);
    add_times(&xml, "</group>", 105);
    nv_buffer_add_text(&xml, "</layout></citation></style>");
    check_failure(xml.text, xml.len, NV_ERROR_LIMIT, 1,
                  "groups 105 deep are refused");
    nv_buffer_truncate(&xml, 0);
    add_times(&xml, "<style>", 100000);
    check_failure(xml.text, xml.len, NV_ERROR_LIMIT, 1,
                  "100,000 elements inside one another are refused");
    nv_buffer_truncate(&xml, 0);
    nv_buffer_add_text(&xml, "<style " NS " version='1.0'");
    for (int i = 0; i < 200; i++)
        nv_buffer_add_format(&xml, " a%d=''", i);
    nv_buffer_add_text(&xml, "/>");
    check_failure(xml.text, xml.len, NV_ERROR_LIMIT, 1,
                  "an element with 200 attributes is refused");
    nv_buffer_truncate(&xml, 0);
    nv_buffer_add_text(&xml, "<style " NS " version='1.0'><citation><layout>");
    for (int i = 0; i < 300; i++)
        nv_buffer_add_format(&xml, "<text term='a%d'/>", i);
    nv_buffer_add_text(&xml, "</layout></citation></style>");
    check_failure(xml.text, xml.len, NV_ERROR_LIMIT, 1,
                  "300 terms CSL has not are refused");
    nv_buffer_release(&xml);
}

/* Macros m0 to m`count`, each calling the next `calls` times. */
static void write_chain(nv_buffer *out, int count, int calls)
{
    nv_buffer_truncate(out, 0);
    nv_buffer_add_text(out, "<style " NS " version='1.0'>");
    for (int i = 0; i < count; i++) {
        nv_buffer_add_format(out, "<macro name='m%d'>", i);
        for (int call = 0; call < calls; call++)
            nv_buffer_add_format(out, "<text macro='m%d'/>", i + 1);
        nv_buffer_add_text(out, "</macro>");
    }
    nv_buffer_add_format(out,
                         "<macro name='m%d'><text value='x'/></macro>"
                         "<citation><layout><text macro='m0'/></layout>"
                         "</citation></style>",
                         count);
}

static void test_growth(void **state)
{
    nv_buffer xml = NV_BUFFER_INIT;

    (void)state;
    write_chain(&xml, 60, 2);
    check_failure(xml.text, xml.len, NV_ERROR_LIMIT, 1,
                  "a style that is 2^60 elements with its macros written out "
                  "is refused");
    write_chain(&xml, 20000, 1);
    check_failure(xml.text, xml.len, NV_ERROR_LIMIT, 1,
                  "macros that call macros 20,000 deep are refused");
    nv_buffer_release(&xml);
}

static nv_csl_style *read(const char *xml)
{
    nv_error err = {0};
    nv_csl_style *style = nv_csl_style_read(xml, strlen(xml), &err);

    if (!style)
        fail_msg("%s", err.message);
    return style;
}

static void test_unknown_words(void **state)
{
    nv_csl_style *style =
        read(STYLE(INFO LAYOUT("<text variable='titel' font-style='fat' "
                               "x='y' text-case='big'/>")));
    const nv_csl_node *text = style->layout[NV_CSL_IN_CITATION].first;

    (void)state;
    CHECK(text->kind == NV_CSL_NODE_VARIABLE &&
              text->as.variable == NV_CSL_NO_VARIABLE,
          "a variable CSL has not is read as none");
    CHECK(text->format == 0 && text->text_case == NV_CSL_CASE_NONE,
          "words CSL has not are left out");
    nv_csl_style_free(style);
}

static void test_info(void **state)
{
    static const char xml[] =
        "<style " NS " version='1.0' class='note' default-locale='fr'>"
        "<info><id>here</id><title>A &amp; B</title>"
        "<author><name>Ann</name></author><author><name>Bo</name></author>"
        "<link rel='self' href='x'/><link rel='independent-parent' href='p'/>"
        "<rights license='http://cc'>Free</rights></info></style>";
    nv_csl_style_info *info = nv_csl_style_peek(xml, strlen(xml), NULL);

    (void)state;
    CHECK(info != NULL, "a dependent style can be looked at");
    CHECK_STR(info->id, "here", "id");
    CHECK_STR(info->title, "A & B", "title");
    CHECK_STR(info->parent, "p", "the parent is the link of that relation");
    CHECK_STR(info->authors, "Ann, Bo", "authors are joined");
    CHECK_STR(info->rights, "Free http://cc", "rights tell the licence");
    CHECK_STR(info->default_locale, "fr", "locale");
    CHECK(info->is_note && !info->has_bibliography, "class and bibliography");
    free(info);
}

static const nv_csl_names_node *first_names(const nv_csl_style *style)
{
    return style->layout[NV_CSL_IN_CITATION].first->as.names;
}

static void test_inheritance(void **state)
{
    nv_csl_style *style =
        read("<style " NS " version='1.0' et-al-min='9' et-al-use-first='1' "
             "name-delimiter='/'>"
             "<macro name='m'><names variable='author'><name et-al-min='3'/>"
             "</names></macro>"
             "<citation et-al-min='4' sort-separator=';'><layout>"
             "<names variable='editor author'><name delimiter='+'/></names>"
             "<text macro='m'/></layout></citation>"
             "<bibliography et-al-subsequent-min='7'><layout/></bibliography>"
             "</style>");
    const nv_csl_names_node *names = first_names(style);
    const nv_csl_name_options *cite = names->options[NV_CSL_IN_CITATION];
    const nv_csl_name_options *entry = names->options[NV_CSL_IN_BIBLIOGRAPHY];
    const nv_csl_name_options *own =
        style->macros[0].first->as.names->options[NV_CSL_IN_BIBLIOGRAPHY];

    (void)state;
    CHECK(names->variable_count == 2 && names->variables[0] == NV_CSL_EDITOR,
          "variables keep their order");
    CHECK_STR(cite->delimiter, "+", "cs:name is before cs:style");
    CHECK_STR(own->delimiter, "/", "cs:style is what is left");
    CHECK(cite->et_al_min == 4 && entry->et_al_min == 9,
          "the area is before the style");
    CHECK(own->et_al_min == 3 && own->subsequent_min == 7,
          "an option given for later cites counts for them");
    CHECK(cite->subsequent_min == 4, "else the one of first cites does");
    CHECK_STR(cite->sort_separator, ";", "of the area");
    CHECK_STR(entry->sort_separator, ", ", "or the usual one");
    nv_csl_style_free(style);
}

static void test_et_al_needs_both(void **state)
{
    nv_csl_style *style =
        read(STYLE(INFO LAYOUT("<names variable='author'>"
                               "<name et-al-min='3'/></names>")));

    (void)state;
    CHECK(first_names(style)->options[0]->et_al_min == 0,
          "without et-al-use-first nothing is cut");
    nv_csl_style_free(style);
}

static void test_substitute(void **state)
{
    nv_csl_style *style = read(STYLE(
        INFO LAYOUT("<names variable='author'><name and='text'/>"
                    "<label form='short'/><substitute>"
                    "<names variable='editor'/>"
                    "<names variable='translator'><name and='symbol'/></names>"
                    "</substitute></names>")));
    const nv_csl_names_node *names = first_names(style);
    const nv_csl_names_node *bare = names->substitute->as.names;
    const nv_csl_names_node *full = names->substitute->next->as.names;

    (void)state;
    CHECK(bare->label == names->label &&
              bare->options[0] == names->options[0] && !bare->substitute,
          "a bare cs:names in cs:substitute takes over what is around it");
    CHECK(bare->variables[0] == NV_CSL_EDITOR, "but keeps its variables");
    CHECK(!full->label && full->options[0]->and_form == NV_CSL_AND_SYMBOL,
          "one with children does not");
    nv_csl_style_free(style);
}

static void test_reach(void **state)
{
    nv_csl_style *style = read(
        STYLE(INFO "<macro name='m'><text variable='citation-number'/></macro>"
                   "<macro name='n'><text variable='year-suffix'/></macro>"
                   "<macro name='o'><choose><if disambiguate='true'>"
                   "<text value='x'/></if></choose></macro>" LAYOUT(
                       "<text macro='m'/><text macro='o'/>")));

    (void)state;
    CHECK(style->prints_citation_number && style->tests_disambiguate,
          "what macros of a layout print is known");
    CHECK(!style->prints_year_suffix,
          "what a macro nobody calls prints does not count");
    nv_csl_style_free(style);
}

static void test_locale_errors(void **state)
{
    static const char *const bad[] = {"", "<locale", "<locale/>",
                                      "<style " NS " version='1.0'/>"};
    nv_error err;

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(bad); i++) {
        err = (nv_error){0};
        CHECK(!nv_csl_locale_read(bad[i], strlen(bad[i]), &err),
              "what is no locale is refused");
        CHECK(err.code == NV_ERROR_FORMAT && err.line == 1,
              "with code and line");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_failures),
        cmocka_unit_test(test_other_bytes),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_growth),
        cmocka_unit_test(test_unknown_words),
        cmocka_unit_test(test_info),
        cmocka_unit_test(test_inheritance),
        cmocka_unit_test(test_et_al_needs_both),
        cmocka_unit_test(test_substitute),
        cmocka_unit_test(test_reach),
        cmocka_unit_test(test_locale_errors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
