/* SPDX-License-Identifier: MPL-2.0 */
/* The small marks of good print. */
#include "check.h"
#include "note/terms.h"
#include "note/typography.h"

#include "base/array.h"

static const nv_marks round_marks = {"(", ")"},
                      french_marks = {"«" NV_THIN, NV_THIN "»"};

static const struct {
    const char *label, *text, *round, *french;
} quoted[] = {
    {"all marks alike", "a “b ‘c’ d” e", "a (b (c) d) e",
     "a «" NV_THIN "b «" NV_THIN "c" NV_THIN "» d" NV_THIN "» e"},
    {"French marks lose their spaces", "a «" NV_THIN "b" NV_THIN "» c",
     "a (b) c", "a «" NV_THIN "b" NV_THIN "» c"},
    {"without spaces", "la «coexistence»", "la (coexistence)",
     "la «" NV_THIN "coexistence" NV_THIN "»"},
    {"German marks", "a „b“ c", "a (b) c", "a «" NV_THIN "b" NV_THIN "» c"},
    {"typewriter marks", "a \"b\" c", "a (b) c",
     "a «" NV_THIN "b" NV_THIN "» c"},
    {"an apostrophe is no mark", "l’an “d’or”", "l’an (d’or)",
     "l’an «" NV_THIN "d’or" NV_THIN "»"},
    {"a stray mark stays", "b” c", "b” c", "b” c"},
    {"a straight apostrophe", "don't", "don’t", "don’t"},
    {"foot marks stay", "5' 4", "5' 4", "5' 4"},
};

/* The processor sets the marks of the style, by depth, in their place. */
static void marks_of_any_form_become_one_pair(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(quoted); i++) {
        nv_buffer text = NV_BUFFER_INIT;
        const char *in = quoted[i].text;

        nv_typography_add(&text, in, strlen(in), NV_LANGUAGE_EN, &round_marks);
        CHECK_STR(text.text, quoted[i].round, quoted[i].label);
        nv_buffer_truncate(&text, 0);
        nv_typography_add(&text, in, strlen(in), NV_LANGUAGE_EN, &french_marks);
        CHECK_STR(text.text, quoted[i].french, quoted[i].label);
        nv_buffer_release(&text);
    }
}

static const struct {
    const char *text, *french;
} spaced[] = {
    {"quoi ?", "quoi" NV_THIN "?"},
    {"non !", "non" NV_THIN "!"},
    {"a ; b : c", "a" NV_THIN "; b" NV_NBSP ": c"},
    {"« a »", "«" NV_THIN "a" NV_THIN "»"},
    {"le 31 mars 1954", "le 31" NV_NBSP "mars 1954"},
    {"du 1er avril", "du " NV_FIRST NV_NBSP "avril"},
    {"1er traité", "1er traité"},
    {"communiqué n° 169", "communiqué " NV_NUMERO NV_NBSP "169"},
    {"Dwight D. Eisenhower", "Dwight D." NV_NBSP "Eisenhower"},
    {"U.S. Government", "U.S. Government"},
    {"31 marsouins", "31 marsouins"},
    {"f. 6, op. 13", "f." NV_NBSP "6, op." NV_NBSP "13"},
};

static void french_text_gets_its_spaces(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(spaced); i++) {
        nv_buffer text = NV_BUFFER_INIT;
        const char *in = spaced[i].text;

        nv_typography_add(&text, in, strlen(in), NV_LANGUAGE_FR, &french_marks);
        CHECK_STR(text.text, spaced[i].french, in);
        nv_buffer_release(&text);
    }
}

static void descriptions_have_american_dates_in_english(void **state)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"note of 31 March 1954", "note of March 31, 1954"},
        {"note of 31 March 1954 and reply",
         "note of March 31, 1954, and reply"},
        {"of 31 March", "of 31 March"},
        {"of March 1954", "of March 1954"},
        {"131 March 1954", "131 March 1954"},
        {"31 March 19", "31 March 19"},
        {"TASS, “On Events”, Moscow", "TASS, “On Events,” Moscow"},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_buffer text = NV_BUFFER_INIT;

        nv_typography_add_american(&text, cases[i].text);
        CHECK_STR(text.text, cases[i].wanted, cases[i].text);
        nv_buffer_release(&text);
    }
}

static void roman_numerals_have_a_value(void **state)
{
    (void)state;
    CHECK(nv_roman_value("IV") == 4, "IV");
    CHECK(nv_roman_value("XXVIII") == 28, "XXVIII");
    CHECK(nv_roman_value("XL") == 40, "XL");
    CHECK(nv_roman_value("MCMLIV") == 1954, "MCMLIV");
    CHECK(nv_roman_value("") == 0, "nothing");
    CHECK(nv_roman_value("380") == 0, "Arabic");
    CHECK(nv_roman_value("Vol") == 0, "a word");
    CHECK(nv_roman_value("IIIIIIIIIIIIIIIIIIIIIIII") == 0, "too long");
}

static void counts_are_words(void **state)
{
    static const struct {
        int count;
        const char *in[NV_LANGUAGE_COUNT];
    } cases[] = {
        {4, {"four", "quatre", "vier", "cuatro", "4"}},
        {12, {"twelve", "douze", "zwölf", "doce", "12"}},
        {20, {"twenty", "vingt", "20", "20", "20"}},
        {21, {"twenty-one", "vingt et un", "21", "21", "21"}},
        {34, {"thirty-four", "trente-quatre", "34", "34", "34"}},
        {69, {"sixty-nine", "soixante-neuf", "69", "69", "69"}},
        {70, {"70", "70", "70", "70", "70"}},
        {-1, {"-1", "-1", "-1", "-1", "-1"}},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        for (int language = 0; language < NV_LANGUAGE_COUNT; language++) {
            char text[32];

            nv_count_in_words(cases[i].count, (nv_language)language, text);
            CHECK_STR(text, cases[i].in[language],
                      nv_language_code((nv_language)language));
        }
}

static void what_is_named_has_a_gender_and_a_number_in_french(void **state)
{
    static const struct {
        const char *phrase;
        char gender;
        bool is_feminine, is_plural;
    } cases[] = {
        {"note du gouvernement", 'f', true, false},
        {"notes des gouvernements", 'f', true, true},
        {"accords de Paris", 'm', false, true},
        {"messages de Boulganine", 'm', false, true},
        {"discours de Truman", 'm', false, false},
        {"réponse orale d’Eden", 0, true, false},
        {"réponses d’Eden", 0, true, true},
        {"Anthony Eden", 0, false, false},
        {"Nations unies", 0, false, false},
        {"convention d’armistice", 'f', true, false},
        {NULL, 0, false, false},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        const nv_agreement agreement =
            nv_agreement_of(cases[i].phrase, cases[i].gender);
        const char *label = cases[i].phrase ? cases[i].phrase : "nothing";

        CHECK(agreement.is_feminine == cases[i].is_feminine, label);
        CHECK(agreement.is_plural == cases[i].is_plural, label);
    }
}

static void towns_have_a_name_in_each_language(void **state)
{
    (void)state;
    CHECK_STR(nv_town_in("Moscow", NV_LANGUAGE_EN), "Moscow", "English");
    CHECK_STR(nv_town_in("Moscow", NV_LANGUAGE_FR), "Moscou", "French");
    CHECK_STR(nv_town_in("Moscow", NV_LANGUAGE_DE), "Moskau", "German");
    CHECK_STR(nv_town_in("Moscow", NV_LANGUAGE_ES), "Moscú", "Spanish");
    CHECK_STR(nv_town_in("Moscow", NV_LANGUAGE_RU), "Москва", "Russian");
    CHECK_STR(nv_town_in("Fulton", NV_LANGUAGE_RU), "Fulton", "not known");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_of_any_form_become_one_pair),
        cmocka_unit_test(french_text_gets_its_spaces),
        cmocka_unit_test(descriptions_have_american_dates_in_english),
        cmocka_unit_test(roman_numerals_have_a_value),
        cmocka_unit_test(counts_are_words),
        cmocka_unit_test(what_is_named_has_a_gender_and_a_number_in_french),
        cmocka_unit_test(towns_have_a_name_in_each_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
