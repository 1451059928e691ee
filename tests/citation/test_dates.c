/* SPDX-License-Identifier: MPL-2.0 */
/* Dates: forms, parts, ranges, eras, and keys to sort by. */
#include "one_cite.h"

#include "base/array.h"
#include "citation/date.h"

#define MONTH(number, name, brief)                           \
    "<term name='month-" number "' gender='masculine'>" name \
    "</term><term name='month-" number "' form='short'>" brief "</term>"

#define LOCALE                                                                \
    "<locale><style-options "                                                 \
    "limit-day-ordinals-to-day-1='true'/><terms>" MONTH("01", "janvier",      \
                                                        "janv.")              \
        MONTH("02", "février", "févr.") MONTH("05", "mai", "mai") MONTH(      \
            "08", "août",                                                     \
            "août") "<term name='season-01'>printemps</term>"                 \
                    "<term name='ad'>apr. J.-C.</term><term name='bc'>av. "   \
                    "J.-C.</term>"                                            \
                    "<term name='ordinal'>e</term><term name='ordinal-01' "   \
                    "gender-form='masculine' "                                \
                    "match='whole-number'>er</term></terms>"                  \
                    "<date form='text'><date-part name='day' form='ordinal' " \
                    "suffix=' '/>"                                            \
                    "<date-part name='month' suffix=' '/><date-part "         \
                    "name='year'/></date>"                                    \
                    "<date form='numeric' delimiter='/'>"                     \
                    "<date-part name='day' form='numeric-leading-zeros'/>"    \
                    "<date-part name='month' form='numeric-leading-zeros'/>"  \
                    "<date-part name='year'/></date></locale>"

#define DATE(attributes) "<date variable='issued' " attributes "/>"
#define PARTS(text) "\"issued\":{\"date-parts\":[" text "]}"

static const struct {
    const char *label, *layout, *item, *wanted;
} cases[] = {
    {"the locale's text form", DATE("form='text'"), PARTS("[1954,5,7]"),
     "7 mai 1954"},
    {"an ordinal for the first of a month only", DATE("form='text'"),
     PARTS("[1954,5,1]"), "1er mai 1954"},
    {"the numeric form", DATE("form='numeric'"), PARTS("[1954,5,7]"),
     "07/05/1954"},
    {"date-parts leave out the day",
     DATE("form='text' date-parts='year-month'"), PARTS("[1954,5,7]"),
     "mai 1954"},
    {"what the date has not is not written", DATE("form='numeric'"),
     PARTS("[1954]"), "1954"},
    {"a day without its month says nothing", DATE("form='numeric'"),
     PARTS("[1954,0,7]"), "1954"},
    {"the style changes the form of a part",
     "<date variable='issued' form='text'>"
     "<date-part name='month' form='short'/></date>",
     PARTS("[1954,1,7]"), "7 janv. 1954"},
    {"but a part that says nothing changes nothing",
     "<date variable='issued' form='numeric'>"
     "<date-part name='month' font-style='italic'/></date>",
     PARTS("[1954,1,7]"), "07/01/1954"},
    {"the style's own parts",
     "<date variable='issued' delimiter='-'><date-part name='year' "
     "form='short'/><date-part name='month' form='numeric'/></date>",
     PARTS("[1954,1,7]"), "54-1"},
    {"a season takes the place of the month", DATE("form='text'"),
     "\"issued\":{\"date-parts\":[[1999]],\"season\":1}", "printemps 1999"},
    {"before Christ", DATE("form='text'"), PARTS("[-44]"), "44 av. J.-C."},
    {"an early year", DATE("form='text'"), PARTS("[79,8,24]"),
     "24 août 79 apr. J.-C."},
    {"a year of five digits", DATE("form='text'"), PARTS("[99999]"), "99999"},
    {"31 February is kept", DATE("form='text'"), PARTS("[1954,2,31]"),
     "31 février 1954"},
    {"a literal date", DATE("form='text'"),
     "\"issued\":{\"literal\":\"spring <i>before</i> last\"}",
     "spring before last"},
    {"a range of days", DATE("form='text'"), PARTS("[1954,5,7],[1954,5,9]"),
     "7–9 mai 1954"},
    {"a range of months", DATE("form='text'"), PARTS("[1954,5,7],[1954,8,9]"),
     "7 mai–9 août 1954"},
    {"a range of years", DATE("form='text'"), PARTS("[1954,5,7],[1955,1,2]"),
     "7 mai 1954–2 janvier 1955"},
    {"a range that differs in what is not printed",
     DATE("form='text' date-parts='year'"), PARTS("[1954,5,7],[1954,8,9]"),
     "1954"},
    {"a range without an end", DATE("form='text'"), PARTS("[1954],[0]"),
     "1954–"},
    {"the delimiter of the largest part that differs",
     "<date variable='issued' form='text'><date-part name='month' "
     "range-delimiter=' au '/></date>",
     PARTS("[1954,5,7],[1954,8,9]"), "7 mai au 9 août 1954"},
    {"a delimiter between parts on both sides of a range",
     DATE("form='numeric'"), PARTS("[1954,5,7],[1954,8,9]"),
     "07/05–09/08/1954"},
    {"no date, and no group",
     "<text value='x'/><group><text value='y'/>"
     "<date variable='issued'><date-part name='month'/></date></group>",
     PARTS("[1954]"), "x"},
};

static void test_dates(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        check_cite(&(one_cite){.elements = LOCALE,
                               .layout = cases[i].layout,
                               .item = cases[i].item},
                   cases[i].wanted, cases[i].label);
}

static void test_days_of_no_calendar(void **unused)
{
    static const nv_csl_day days[] = {{.year = 1954, .month = 13, .day = 1},
                                      {.year = 1954, .season = 5},
                                      {.year = 1954, .day = 7}};

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(days); i++) {
        CHECK(nv_csl_day_has(&days[i], NV_CSL_YEAR), "the year is there");
        CHECK(!nv_csl_day_has(&days[i], NV_CSL_MONTH),
              "a thirteenth month or a fifth season is none");
        CHECK(!nv_csl_day_has(&days[i], NV_CSL_DAY),
              "a day without a month is none");
    }
}

static void test_year_suffix(void **unused)
{
    one_cite one = {.layout = "<date variable='issued'>"
                              "<date-part name='year'/></date>"
                              "<date variable='accessed' prefix=', '>"
                              "<date-part name='year'/></date>",
                    .item = PARTS("[1954]") ",\"accessed\":{\"date-parts\":"
                                            "[[2001]]}",
                    .distinction = {.year_suffix = 2}};

    (void)unused;
    check_cite(&one, "1954b, 2001", "the suffix follows the first year alone");
    one.layout = "<text variable='year-suffix' suffix='/'/>"
                 "<date variable='issued'><date-part name='year'/></date>";
    check_cite(&one, "b/1954", "a style that prints it has a place for it");
    one.purpose = NV_CSL_FOR_NAMES_APART;
    check_cite(&one, "1954", "and none while items are told apart");
}

/* Each sorts before the next. */
static const char *const in_order[] = {
    PARTS("[-500]"),     PARTS("[-44]"),         PARTS("[79,8,24]"),
    PARTS("[1954]"),     PARTS("[1954],[1955]"), PARTS("[1954,5]"),
    PARTS("[1954,5,7]"), PARTS("[1954,10,1]"),   PARTS("[99999]"),
};

static void test_order(void **unused)
{
    nv_buffer before = NV_BUFFER_INIT;

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(in_order); i++) {
        nv_buffer key = NV_BUFFER_INIT;

        one_cite_read(&(one_cite){.layout = "<text value='x'/>",
                                  .item = in_order[i],
                                  .purpose = NV_CSL_FOR_SORT,
                                  .key = {.variable = NV_CSL_ISSUED}},
                      in_order[i], &key);
        if (i && strcmp(before.text, key.text) >= 0)
            fail_msg("%s sorts before %s", in_order[i], in_order[i - 1]);
        nv_buffer_release(&before);
        before = key;
    }
    nv_buffer_release(&before);
}

static void test_number_keys(void **unused)
{
    one_cite one = {.layout = "<text value='x'/>",
                    .item = "\"volume\":\"9\",\"title\":\"<i>A</i> b\"",
                    .purpose = NV_CSL_FOR_SORT,
                    .key = {.variable = NV_CSL_VOLUME}};

    (void)unused;
    check_cite(&one, "00000009", "numbers are padded");
    one.key.variable = NV_CSL_TITLE;
    check_cite(&one, "A b", "texts have no markup");
    one.key.variable = NV_CSL_GENRE;
    check_cite(&one, "", "what an item has not is an empty key");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_days_of_no_calendar),
        cmocka_unit_test(test_year_suffix),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_number_keys),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
