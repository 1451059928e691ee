/* SPDX-License-Identifier: MPL-2.0 */
/* The small marks of good print. */
#include "check.h"
#include "note/runs.h"
#include "note/terms.h"
#include "note/typography.h"

#include <stdlib.h>

#include "base/array.h"

static const struct {
    const char *pages, *english, *french;
} pages[] = {
    {"261", "261", "261"},
    {"261–262", "261–62", "261-262"},
    {"3–10", "3–10", "3-10"},
    {"39–43", "39–43", "39-43"},
    {"100–104", "100–104", "100-104"},
    {"101–108", "101–8", "101-108"},
    {"505–507", "505–7", "505-507"},
    {"505–517", "505–17", "505-517"},
    {"599–603", "599–603", "599-603"},
    {"1205–1206", "1205–6", "1205-1206"},
    {"1347–1354", "1347–54", "1347-1354"},
    {"1496–1500", "1496–500", "1496-1500"},
    {"99–102", "99–102", "99-102"},
    {"762–779; 803–804", "762–79, 803–4", "762-779, 803-804"},
    {"261-262", "261–62", "261-262"},
    {"261 ff.", "261ff.", "261" NV_NBSP "et suiv."},
    {"144W", "144W", "144W"},
    {"A-2", "A-2", "A-2"},
    {"xxxviii", "xxxviii", "xxxviii"},
    {"3(1)", "3(1)", "3(1)"},
};

static void numbers_of_pages_are_shortened_after_chicago(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(pages); i++) {
        nv_buffer text = NV_BUFFER_INIT;

        nv_typography_add_pages(&text, pages[i].pages, NV_LANGUAGE_EN);
        CHECK_STR(text.text, pages[i].english, pages[i].pages);
        nv_buffer_truncate(&text, 0);
        nv_typography_add_pages(&text, pages[i].pages, NV_LANGUAGE_FR);
        CHECK_STR(text.text, pages[i].french, pages[i].pages);
        nv_buffer_release(&text);
    }
}

static const struct {
    const char *label, *text, *english, *french;
} quoted[] = {
    {"marks alternate", "a “b” c", "a ‘b’ c", "a “b” c"},
    {"twice", "a “b ‘c’ d” e", "a ‘b “c” d’ e", "a “b ‘c’ d” e"},
    {"French marks lose their spaces", "a «" NV_THIN "b" NV_THIN "» c",
     "a ‘b’ c", "a “b” c"},
    {"without spaces", "la «coexistence»", "la ‘coexistence’",
     "la “coexistence”"},
    {"German marks", "a „b“ c", "a ‘b’ c", "a “b” c"},
    {"typewriter marks", "a \"b\" c", "a ‘b’ c", "a “b” c"},
    {"an apostrophe is no mark", "l’an “d’or”", "l’an ‘d’or’", "l’an “d’or”"},
    {"a stray mark stays", "b” c", "b” c", "b” c"},
    {"a straight apostrophe", "don't", "don’t", "don’t"},
    {"foot marks stay", "5' 4", "5' 4", "5' 4"},
};

static void marks_inside_marks_alternate(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(quoted); i++) {
        nv_buffer text = NV_BUFFER_INIT;
        const char *in = quoted[i].text;

        nv_typography_add_quoted(&text, in, strlen(in), NV_LANGUAGE_EN);
        CHECK_STR(text.text, quoted[i].english, quoted[i].label);
        nv_buffer_truncate(&text, 0);
        nv_typography_add_quoted(&text, in, strlen(in), NV_LANGUAGE_FR);
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

        nv_typography_add(&text, in, strlen(in), NV_LANGUAGE_FR);
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

static void the_first_letter_becomes_a_capital(void **state)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"note", "Note"},   {"échange", "Échange"},
        {"œuvre", "Œuvre"}, {"“a quote", "“A quote"},
        {"1st", "1st"},     {"÷", "÷"},
        {"", ""},           {"Å", "Å"},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        char text[32];

        strcpy(text, cases[i].text);
        nv_typography_capitalise(text, strlen(text));
        CHECK_STR(text, cases[i].wanted, cases[i].text);
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
        const char *english, *french;
    } cases[] = {
        {4, "four", "quatre"},
        {12, "twelve", "douze"},
        {20, "twenty", "vingt"},
        {21, "twenty-one", "vingt et un"},
        {34, "thirty-four", "trente-quatre"},
        {69, "sixty-nine", "soixante-neuf"},
        {70, "70", "70"},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        char text[32];

        nv_count_in_words(cases[i].count, NV_LANGUAGE_EN, text);
        CHECK_STR(text, cases[i].english, "English");
        nv_count_in_words(cases[i].count, NV_LANGUAGE_FR, text);
        CHECK_STR(text, cases[i].french, "French");
    }
}

static void participles_agree_in_french(void **state)
{
    static const struct {
        const char *phrase;
        char gender;
        nv_participle word;
        const char *wanted;
    } cases[] = {
        {"note du gouvernement", 'f', NV_PARTICIPLE_QUOTED, "citée"},
        {"notes des gouvernements", 'f', NV_PARTICIPLE_QUOTED, "citées"},
        {"accords de Paris", 'm', NV_PARTICIPLE_SIGNED, "signés"},
        {"messages de Boulganine", 'm', NV_PARTICIPLE_DELIVERED, "remis"},
        {"notes des trois", 'f', NV_PARTICIPLE_DELIVERED, "remises"},
        {"discours de Truman", 'm', NV_PARTICIPLE_SPOKEN, "prononcé"},
        {"réponse orale d’Eden", 0, NV_PARTICIPLE_QUOTED, "citée"},
        {"Anthony Eden", 0, NV_PARTICIPLE_QUOTED, "cité"},
        {"convention d’armistice", 'f', NV_PARTICIPLE_IN_FORCE,
         "entrée en vigueur"},
        {NULL, 0, NV_PARTICIPLE_QUOTED, "cité"},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        char text[32];

        nv_participle_text(cases[i].word, NV_LANGUAGE_FR,
                           nv_agreement_of(cases[i].phrase, cases[i].gender),
                           text);
        CHECK_STR(text, cases[i].wanted,
                  cases[i].phrase ? cases[i].phrase : "nothing");
    }
}

/* What the marks and stops between elements come to. */
static const struct {
    const char *label, *words, *after, *english, *french;
} stops[] = {
    {"a fragment", "Completely unreal", "in X", "“Completely unreal,” in X.",
     "«" NV_THIN "Completely unreal" NV_THIN "», in X."},
    {"a sentence loses its point", "It is so.", "in X", "“It is so,” in X.",
     "«" NV_THIN "It is so" NV_THIN "», in X."},
    {"a question keeps its mark", "Is it so?", "in X", "“Is it so?,” in X.",
     "«" NV_THIN "Is it so?" NV_THIN "», in X."},
    {"at the end", "It is so.", NULL, "“It is so.”",
     "«" NV_THIN "It is so" NV_THIN "»."},
    {"a question at the end", "Is it so?", NULL, "“Is it so?”",
     "«" NV_THIN "Is it so?" NV_THIN "»."},
    {"marks at the end", "a “peaceful state”.", "in X",
     "“A ‘peaceful state,’” in X.",
     "«" NV_THIN "A “peaceful state”" NV_THIN "», in X."},
    {"three dots stay", "it is...", "in X", "“It is...,” in X.",
     "«" NV_THIN "It is..." NV_THIN "», in X."},
};

static char *note_of(size_t i, nv_language language)
{
    nv_runs runs;
    nv_note note;
    char *text;

    nv_runs_init(&runs, language);
    nv_runs_quote_words(&runs, stops[i].words, NULL);
    if (stops[i].after) {
        nv_runs_comma(&runs);
        nv_runs_add(&runs, stops[i].after);
    }
    CHECK(nv_runs_finish(&runs, &note), stops[i].label);
    nv_runs_release(&runs);
    text = nv_note_text(&note);
    nv_note_release(&note);
    return text;
}

static void commas_and_stops_go_where_the_language_puts_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(stops); i++) {
        char *english = note_of(i, NV_LANGUAGE_EN);
        char *french = note_of(i, NV_LANGUAGE_FR);

        CHECK(english && french, "memory");
        CHECK_STR(english, stops[i].english, stops[i].label);
        CHECK_STR(french, stops[i].french, stops[i].label);
        free(english);
        free(french);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_pages_are_shortened_after_chicago),
        cmocka_unit_test(marks_inside_marks_alternate),
        cmocka_unit_test(french_text_gets_its_spaces),
        cmocka_unit_test(descriptions_have_american_dates_in_english),
        cmocka_unit_test(the_first_letter_becomes_a_capital),
        cmocka_unit_test(roman_numerals_have_a_value),
        cmocka_unit_test(counts_are_words),
        cmocka_unit_test(participles_agree_in_french),
        cmocka_unit_test(commas_and_stops_go_where_the_language_puts_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
