/* SPDX-License-Identifier: MPL-2.0 */
/* What a style says in a language: chains of locales, fallbacks of terms,
 * ordinals, overrides. */
#include "check.h"

#include "base/array.h"
#include "citation/lexicon.h"
#include "citation/word.h"

#define NS "xmlns='http://purl.org/net/xbiblio/csl'"

static const struct {
    const char *label, *tag;
    const char *chain[3];
} chains[] = {
    {"a dialect falls back to the main one",
     "fr-CH",
     {"fr-CH", "fr-FR", "en-US"}},
    {"a language means its main dialect", "fr", {"fr-FR", "en-US", NULL}},
    {"a POSIX locale is understood",
     "de_AT.UTF-8",
     {"de-AT", "de-DE", "en-US"}},
    {"case does not count", "PT-br", {"pt-BR", "pt-PT", "en-US"}},
    {"a script is passed over", "zh-Hant-TW", {"zh-TW", "zh-CN", "en-US"}},
    {"a language without main dialect stays bare", "eu", {"eu", "en-US", NULL}},
    {"English is listed once", "en", {"en-US", NULL, NULL}},
    {"British English", "en-GB", {"en-GB", "en-US", NULL}},
    {"Norwegian is Bokmal", "no", {"nb-NO", "en-US", NULL}},
    {"nothing is English", NULL, {"en-US", NULL, NULL}},
    {"what is no tag is English", "%&/", {"en-US", NULL, NULL}},
    {"neither is a long word", "englishman", {"en-US", NULL, NULL}},
};

static void test_chains(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(chains); i++) {
        nv_csl_tag chain[3];
        const size_t count = nv_csl_locale_chain(chains[i].tag, chain);

        for (size_t at = 0; at < 3; at++)
            CHECK_STR(at < count ? chain[at].tag : NULL, chains[i].chain[at],
                      chains[i].label);
    }
}

typedef struct {
    nv_csl_style *style;
    nv_csl_locale *locales[2];
    nv_csl_lexicon *lexicon;
} speech;

/* A style with `own` inside it, before a French and an English locale. */
static speech speak(const char *tag, const char *own, const char *french,
                    const char *english)
{
    static char xml[4000];
    const char *const inside[] = {french, english};
    speech made;

    snprintf(xml, sizeof xml,
             "<style " NS " version='1.0'>%s<citation><layout>"
             "<text term='our word'/></layout></citation></style>",
             own);
    made.style = nv_csl_style_read(xml, strlen(xml), NULL);
    CHECK(made.style != NULL, own);
    for (size_t i = 0; i < 2; i++) {
        snprintf(xml, sizeof xml, "<locale " NS " xml:lang='x'>%s</locale>",
                 inside[i]);
        made.locales[i] = nv_csl_locale_read(xml, strlen(xml), NULL);
        CHECK(made.locales[i] != NULL, inside[i]);
    }
    made.lexicon = nv_csl_lexicon_new(
        made.style, tag, (const nv_csl_locale *const *)made.locales, 2, NULL);
    CHECK(made.lexicon != NULL, "there is memory");
    return made;
}

static void fall_silent(speech *made)
{
    nv_csl_lexicon_free(made->lexicon);
    nv_csl_locale_free(made->locales[0]);
    nv_csl_locale_free(made->locales[1]);
    nv_csl_style_free(made->style);
}

static void check_term(const speech *made, const char *word, nv_csl_form form,
                       bool plural, const char *wanted)
{
    CHECK_STR(nv_csl_lexicon_text(made->lexicon,
                                  nv_csl_term_of(word, strlen(word)), form,
                                  plural),
              wanted, word);
}

static void test_terms(void **state)
{
    static const char french[] =
        "<terms><term name='page'><single>page</single><multiple>pages"
        "</multiple></term><term name='page' form='short'>p.</term>"
        "<term name='editor' form='verb'>par</term>"
        "<term name='volume' gender='masculine'>volume</term>"
        "<term name='volume' form='short'>vol.</term>"
        "<term name='in'/><term name='unheard of'>x</term></terms>";
    static const char english[] =
        "<terms><term name='page'>leaf</term><term name='and'>and</term>"
        "<term name='in'>in</term></terms>";
    speech made = speak("fr", "", french, english);

    (void)state;
    check_term(&made, "page", NV_CSL_FORM_LONG, true, "pages");
    check_term(&made, "page", NV_CSL_FORM_SHORT, true, "p.");
    check_term(&made, "page", NV_CSL_FORM_SYMBOL, false, "p.");
    check_term(&made, "page", NV_CSL_FORM_VERB, false, "page");
    check_term(&made, "editor", NV_CSL_FORM_VERB_SHORT, false, "par");
    check_term(&made, "and", NV_CSL_FORM_LONG, false, "and");
    check_term(&made, "in", NV_CSL_FORM_LONG, false, "");
    check_term(&made, "number-of-pages", NV_CSL_FORM_LONG, true, "pages");
    check_term(&made, "film", NV_CSL_FORM_LONG, false, NULL);
    CHECK(
        nv_csl_lexicon_word(made.lexicon, NV_CSL_TERM_VOLUME, NV_CSL_FORM_SHORT)
                ->gender == NV_CSL_MASCULINE,
        "a short form has the gender of the long one");
    CHECK_STR(nv_csl_lexicon_text(made.lexicon, NV_CSL_TERM_COUNT,
                                  NV_CSL_FORM_LONG, false),
              NULL, "a word the style alone calls has no text");
    fall_silent(&made);
}

#define OWN(lang, text) \
    "<locale" lang "><terms><term name='in'>" text "</term></terms></locale>"

static void test_own_locales(void **state)
{
    static const char all[] =
        OWN(" xml:lang='fr-CA'", "dialect") OWN(" xml:lang='fr'", "language")
            OWN("", "all") OWN(" xml:lang='de'", "other");
    static const struct {
        const char *tag, *wanted;
    } cases[] = {{"fr-CA", "dialect"}, {"fr-CH", "language"},
                 {"fr", "language"},   {"en-US", "all"},
                 {"de-AT", "other"},   {NULL, "all"}};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        speech made = speak(cases[i].tag, all, "", "");

        check_term(&made, "in", NV_CSL_FORM_LONG, false, cases[i].wanted);
        fall_silent(&made);
    }
}

#define IN(gender, text)                                     \
    "<term name='in' gender-form='" gender "'><single>" text \
    "</single><multiple>" text "s</multiple></term>"

static void check_said(const speech *made, const char *word, nv_csl_form form,
                       const char *agreement, const char *wanted)
{
    CHECK_STR(nv_csl_lexicon_say(made->lexicon, word, form, false, agreement),
              wanted, agreement);
}

static void test_terms_agree(void **state)
{
    static const char french[] = "<terms>" IN("masculine", "dedans") IN(
        "feminine", "dedanse") "<term name='in'>dans</term><term name='in' "
                               "form='verb'>v</term>"
                               "<term name='at' gender-form='feminine'>à</term>"
                               "<term name='by'/></terms>";
    speech made = speak("fr", "", french, "");

    (void)state;
    check_said(&made, "in", NV_CSL_FORM_LONG, NULL, "dans");
    check_said(&made, "in", NV_CSL_FORM_LONG, "", "dans");
    check_said(&made, "in", NV_CSL_FORM_LONG, "masculine", "dedans");
    check_said(&made, "in", NV_CSL_FORM_LONG, "feminine-plural", "dedanses");
    CHECK_STR(nv_csl_lexicon_say(made.lexicon, "in", NV_CSL_FORM_LONG, true,
                                 "masculine"),
              "dedanss", "a plural that is asked for");
    check_said(&made, "in", NV_CSL_FORM_SHORT, "feminine", "dedanse");
    check_said(&made, "in", NV_CSL_FORM_VERB_SHORT, "feminine", "v");
    check_said(&made, "at", NV_CSL_FORM_LONG, NULL, "à");
    check_said(&made, "at", NV_CSL_FORM_LONG, "masculine", "à");
    check_said(&made, "by", NV_CSL_FORM_LONG, "feminine", "");
    check_said(&made, "our word", NV_CSL_FORM_LONG, "feminine", NULL);
    check_said(&made, "no word", NV_CSL_FORM_LONG, "feminine", NULL);
    fall_silent(&made);
}

/* A plain word of a stronger locale stands for all; one of the same does not,
 * wherever it is. Own words are said as well. */
static void test_words_that_agree_are_replaced(void **state)
{
    static const char own[] =
        "<locale><terms><term name='in'>all</term>"
        "<term name='our word'>nous</term></terms></locale>";
    static const char french[] =
        "<terms>" IN("masculine", "m") "<term name='in'>n</term></terms>";
    speech made = speak("fr", "", french, "");
    speech replaced = speak("fr", own, french, "");

    (void)state;
    check_said(&made, "in", NV_CSL_FORM_LONG, "masculine", "m");
    check_said(&replaced, "in", NV_CSL_FORM_LONG, "masculine", "all");
    check_said(&replaced, "our word", NV_CSL_FORM_LONG, "masculine", "nous");
    fall_silent(&made);
    fall_silent(&replaced);
}

/* Of two cs:locale of one language the later wins, term by term. */
static void test_later_locales_win(void **state)
{
    static const char own[] =
        "<locale xml:lang='fr'><terms><term name='in'>first</term>"
        "<term name='at'>first</term><term name='by' form='short'>b.</term>"
        "</terms></locale>"
        "<locale xml:lang='fr'><terms><term name='in'>second</term>"
        "<term name='by'>second</term></terms></locale>";
    speech made = speak("fr", own, "", "");

    (void)state;
    check_term(&made, "in", NV_CSL_FORM_LONG, false, "second");
    check_term(&made, "at", NV_CSL_FORM_LONG, false, "first");
    check_term(&made, "by", NV_CSL_FORM_LONG, false, "second");
    check_term(&made, "by", NV_CSL_FORM_SHORT, false, "b.");
    fall_silent(&made);
}

static void test_quotes(void **state)
{
    speech bare = speak("fr", "", "", "");
    speech marked = speak("fr", "",
                          "<style-options punctuation-in-quote='true'/>"
                          "<terms><term name='open-quote'>«</term></terms>",
                          "<style-options punctuation-in-quote='false' "
                          "limit-day-ordinals-to-day-1='true'/>");

    (void)state;
    CHECK_STR(bare.lexicon->quotes.open, "\"",
              "straight where nothing is said");
    CHECK_STR(bare.lexicon->quotes.close_inner, "'", "inner ones as well");
    CHECK(!bare.lexicon->quotes.punctuation_in_quote, "punctuation outside");
    CHECK_STR(marked.lexicon->quotes.open, "«", "those of the locale");
    CHECK(marked.lexicon->quotes.punctuation_in_quote,
          "an option of the better locale wins");
    CHECK(marked.lexicon->limit_day_ordinals_to_day_1,
          "one it does not give is taken from the next");
    fall_silent(&bare);
    fall_silent(&marked);
}

#define ORDINALS                                                             \
    "<terms><term name='ordinal'>th</term><term name='ordinal-01'>st</term>" \
    "<term name='ordinal-02'>nd</term><term name='ordinal-03'>rd</term>"     \
    "<term name='ordinal-11'>th</term><term name='ordinal-12'>th</term>"     \
    "<term name='ordinal-13'>th</term>"                                      \
    "<term name='long-ordinal-01'>first</term></terms>"

static void check_ordinal(const speech *made, long number, nv_csl_gender gender,
                          const char *wanted)
{
    char label[40];

    snprintf(label, sizeof label, "the ordinal of %ld", number);
    CHECK_STR(nv_csl_lexicon_ordinal(made->lexicon, number, gender), wanted,
              label);
}

static void test_ordinals(void **state)
{
    static const struct {
        long number;
        const char *wanted;
    } cases[] = {{0, "th"},   {1, "st"},   {2, "nd"},  {3, "rd"},
                 {4, "th"},   {11, "th"},  {12, "th"}, {21, "st"},
                 {112, "th"}, {122, "nd"}, {-1, ""},   {1003, "rd"}};
    speech made = speak("en", "", "", ORDINALS);

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        check_ordinal(&made, cases[i].number, NV_CSL_NEUTER, cases[i].wanted);
    CHECK_STR(nv_csl_lexicon_long_ordinal(made.lexicon, 1, NV_CSL_FEMININE),
              "first", "a gender without a form of its own takes the neuter");
    CHECK_STR(nv_csl_lexicon_long_ordinal(made.lexicon, 11, NV_CSL_NEUTER),
              NULL, "long ordinals end at ten");
    fall_silent(&made);
}

static void test_ordinals_of_genders(void **state)
{
    static const char french[] =
        "<terms><term name='ordinal'>e</term>"
        "<term name='ordinal-01' gender-form='feminine' match='whole-number'>"
        "re</term><term name='ordinal-01' gender-form='masculine' "
        "match='whole-number'>er</term></terms>";
    speech made = speak("fr", "", french, ORDINALS);

    (void)state;
    check_ordinal(&made, 1, NV_CSL_FEMININE, "re");
    check_ordinal(&made, 1, NV_CSL_MASCULINE, "er");
    check_ordinal(&made, 1, NV_CSL_NEUTER, "e");
    check_ordinal(&made, 21, NV_CSL_FEMININE, "e");
    check_ordinal(&made, 2, NV_CSL_NEUTER, "e");
    CHECK_STR(nv_csl_lexicon_long_ordinal(made.lexicon, 1, NV_CSL_NEUTER),
              "first", "ordinals in words are not replaced by suffixes");
    fall_silent(&made);
}

static void test_old_ordinals(void **state)
{
    speech made = speak("en", "", "",
                        "<terms><term name='ordinal-01'>st</term>"
                        "<term name='ordinal-02'>nd</term>"
                        "<term name='ordinal-03'>rd</term>"
                        "<term name='ordinal-04'>th</term></terms>");

    (void)state;
    check_ordinal(&made, 1, NV_CSL_NEUTER, "st");
    check_ordinal(&made, 4, NV_CSL_NEUTER, "th");
    check_ordinal(&made, 11, NV_CSL_NEUTER, "th");
    check_ordinal(&made, 23, NV_CSL_NEUTER, "rd");
    check_ordinal(&made, 40, NV_CSL_NEUTER, "th");
    fall_silent(&made);
}

static void test_words(void **state)
{
    static const struct {
        const char *word;
        nv_csl_term term;
    } cases[] = {{"no date", NV_CSL_TERM_NO_DATE},
                 {"no-date", NV_CSL_TERM_NO_DATE},
                 {"sub verbo", NV_CSL_TERM_SUB_VERBO},
                 {"et-al", NV_CSL_TERM_ET_AL},
                 {"legal_case", NV_CSL_TERM_LEGAL_CASE},
                 {"", NV_CSL_NO_TERM},
                 {"pages", NV_CSL_NO_TERM}};
    static const nv_csl_word_text types[] = {NV_CSL_TYPES(NV_CSL_WORD_TEXT)};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        CHECK(nv_csl_term_of(cases[i].word, strlen(cases[i].word)) ==
                  cases[i].term,
              cases[i].word);
    for (int v = 1; v < NV_CSL_VARIABLE_COUNT; v++) {
        const char *word = nv_csl_variable_word(v);

        CHECK((int)nv_csl_variable_of(word, strlen(word)) == v, word);
    }
    for (int t = 1; t < NV_CSL_TYPE_COUNT; t++) {
        const char *word = types[t - 1].text;

        CHECK((int)nv_csl_type_of(word, strlen(word)) == t, word);
    }
    CHECK(nv_csl_term_of_variable(NV_CSL_EDITOR) == NV_CSL_TERM_EDITOR &&
              nv_csl_term_of_variable(NV_CSL_PAGE_FIRST) == NV_CSL_TERM_PAGE &&
              nv_csl_term_of_variable(NV_CSL_LOCATOR) == NV_CSL_NO_TERM &&
              nv_csl_term_of_variable(NV_CSL_TITLE) == NV_CSL_NO_TERM,
          "the term that labels a variable");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chains),
        cmocka_unit_test(test_terms),
        cmocka_unit_test(test_own_locales),
        cmocka_unit_test(test_terms_agree),
        cmocka_unit_test(test_words_that_agree_are_replaced),
        cmocka_unit_test(test_later_locales_win),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_ordinals),
        cmocka_unit_test(test_ordinals_of_genders),
        cmocka_unit_test(test_old_ordinals),
        cmocka_unit_test(test_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
