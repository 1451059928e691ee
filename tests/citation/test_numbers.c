/* SPDX-License-Identifier: MPL-2.0 */
/* Numbers: what counts as one, Roman numerals, ordinals, ranges of pages. */
#include "one_cite.h"

#include "base/array.h"

static const struct {
    const char *text;
    bool is_numeric;
} numerics[] = {
    {"12", true},           {"2nd", true},
    {"D2", true},           {"L2d", true},
    {"2-4", true},          {"2 - 4", true},
    {"2, 3", true},         {"2 & 5", true},
    {"1\xCA\xB3", true},    {"second", false},
    {"2nd edition", false}, {"", false},
    {"-", false},           {"Fifth ed.", false},
    {"12.5", false},        {"2002, amended effective June 1, 2010", false},
};

static void test_numeric(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(numerics); i++)
        if (nv_csl_is_numeric(numerics[i].text, strlen(numerics[i].text)) !=
            numerics[i].is_numeric)
            fail_msg("\"%s\" is%s numeric", numerics[i].text,
                     numerics[i].is_numeric ? "" : " not");
}

static const struct {
    long number;
    const char *roman; /* NULL: none */
} romans[] = {
    {1, "i"},
    {4, "iv"},
    {9, "ix"},
    {42, "xlii"},
    {1954, "mcmliv"},
    {3888, "mmmdccclxxxviii"},
    {3999, "mmmcmxcix"},
    {0, NULL},
    {-1, NULL},
    {4000, NULL},
};

static void test_roman(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(romans); i++) {
        char text[16];
        const bool has = nv_csl_roman(romans[i].number, text);

        CHECK_STR(has ? text : NULL, romans[i].roman, "a Roman numeral");
    }
}

/* From the specification, appendix V, and The Chicago Manual of Style, 16th
 * edition, 9.60. */
static const struct {
    const char *pages, *as_given, *expanded, *minimal, *minimal_two,
        *chicago_15, *chicago_16;
} ranges[] = {
    {"3-10", "3–10", "3–10", "3–10", "3–10", "3–10", "3–10"},
    {"71-2", "71–2", "71–72", "71–2", "71–72", "71–72", "71–72"},
    {"42-45", "42–45", "42–45", "42–5", "42–45", "42–45", "42–45"},
    {"96-117", "96–117", "96–117", "96–117", "96–117", "96–117", "96–117"},
    {"100-104", "100–104", "100–104", "100–4", "100–04", "100–104", "100–104"},
    {"107-108", "107–108", "107–108", "107–8", "107–08", "107–8", "107–8"},
    {"321-28", "321–28", "321–328", "321–8", "321–28", "321–28", "321–28"},
    {"1496-1504", "1496–1504", "1496–1504", "1496–504", "1496–504", "1496–1504",
     "1496–504"},
    {"11564-11615", "11564–11615", "11564–11615", "11564–615", "11564–615",
     "11564–615", "11564–615"},
    {"N110-N5", "N110–N5", "N110–N115", "N110–5", "N110–15", "N110–15",
     "N110–15"},
    {"N110-5", "N110-5", "N110-5", "N110-5", "N110-5", "N110-5", "N110-5"},
    {"xxv - xxviii", "xxv–xxviii", "xxv–xxviii", "xxv–xxviii", "xxv–xxviii",
     "xxv–xxviii", "xxv–xxviii"},
    {"3,5-7&9", "3, 5–7 & 9", "3, 5–7 & 9", "3, 5–7 & 9", "3, 5–7 & 9",
     "3, 5–7 & 9", "3, 5–7 & 9"},
    {"3\\-B", "3-B", "3-B", "3-B", "3-B", "3-B", "3-B"},
    {"A page", "A page", "A page", "A page", "A page", "A page", "A page"},
};

static void check_range(const char *attribute, const char *pages,
                        const char *wanted)
{
    char style[64], item[64];

    snprintf(style, sizeof style, "%s", attribute);
    snprintf(item, sizeof item, "\"page\":\"%s\"", pages);
    for (char *at = strchr(item, '\\'); at; at = NULL) {
        memmove(at + 1, at, strlen(at) + 1); /* JSON doubles a backslash */
    }
    check_cite(&(one_cite){.style_attributes = style,
                           .layout = "<text variable='page'/>",
                           .item = item},
               wanted, pages);
}

static void test_page_ranges(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(ranges); i++) {
        const char *pages = ranges[i].pages;

        check_range("", pages, ranges[i].as_given);
        check_range("page-range-format='expanded'", pages, ranges[i].expanded);
        check_range("page-range-format='minimal'", pages, ranges[i].minimal);
        check_range("page-range-format='minimal-two'", pages,
                    ranges[i].minimal_two);
        check_range("page-range-format='chicago'", pages, ranges[i].chicago_15);
        check_range("page-range-format='chicago-16'", pages,
                    ranges[i].chicago_16);
    }
}

#define ORDINALS                                                        \
    "<locale><terms><term name='page' form='short'><single>p.</single>" \
    "<multiple>pp.</multiple></term>"                                   \
    "<term name='edition' gender='feminine'>édition</term>"            \
    "<term name='volume' gender='masculine'>volume</term>"              \
    "<term name='ordinal'>e</term>"                                     \
    "<term name='ordinal-01' gender-form='feminine' "                   \
    "match='whole-number'>re</term>"                                    \
    "<term name='ordinal-01' gender-form='masculine' "                  \
    "match='whole-number'>er</term>"                                    \
    "<term name='long-ordinal-01'>premier</term></terms></locale>"

static const struct {
    const char *label, *layout, *item, *wanted;
} numbers[] = {
    {"an ordinal agrees with what it counts",
     "<number variable='edition' form='ordinal'/>", "\"edition\":1", "1re"},
    {"a masculine one", "<number variable='volume' form='ordinal'/>",
     "\"volume\":\"1\"", "1er"},
    {"the general ordinal", "<number variable='volume' form='ordinal'/>",
     "\"volume\":\"21\"", "21e"},
    {"each number of a list", "<number variable='volume' form='ordinal'/>",
     "\"volume\":\"2, 3&4\"", "2e, 3e & 4e"},
    {"words up to ten", "<number variable='volume' form='long-ordinal'/>",
     "\"volume\":\"1\"", "premier"},
    {"and ordinals after them",
     "<number variable='volume' form='long-ordinal'/>", "\"volume\":\"11\"",
     "11e"},
    {"Roman numerals", "<number variable='volume' form='roman'/>",
     "\"volume\":\"2-4\"", "ii–iv"},
    {"digits where Roman numerals end",
     "<number variable='volume' form='roman'/>", "\"volume\":\"4000\"", "4000"},
    {"what is no number stays", "<number variable='edition' form='ordinal'/>",
     "\"edition\":\"5 ed.\"", "5 ed."},
    {"a number with a letter has no ordinal",
     "<number variable='edition' form='ordinal'/>", "\"edition\":\"2b\"", "2b"},
    {"a label of the writer's begins something else, in the plural it needs",
     "<number variable='volume' form='ordinal'/>", "\"volume\":\"7, p. 3-8\"",
     "7e, pp. 3–8"},
    {"a label begins a locator of its own", "<number variable='volume'/>",
     "\"volume\":\"p. 3, 5\"", "pp. 3, 5"},
    {"a number too large for arithmetic stays",
     "<number variable='volume' form='roman'/>",
     "\"volume\":\"99999999999999999999\"", "99999999999999999999"},
};

static void test_numbers(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(numbers); i++)
        check_cite(&(one_cite){.elements = ORDINALS,
                               .layout = numbers[i].layout,
                               .item = numbers[i].item},
                   numbers[i].wanted, numbers[i].label);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numeric),
        cmocka_unit_test(test_roman),
        cmocka_unit_test(test_page_ranges),
        cmocka_unit_test(test_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
