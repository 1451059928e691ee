/* SPDX-License-Identifier: MPL-2.0 */
/* Folding text into words, dates in words, queries, days. */
#include "check.h"

#include <stdlib.h>

#include <utf8proc.h>

#include "base/array.h"
#include "base/buffer.h"
#include "registry/text/date_words.h"
#include "registry/day.h"
#include "registry/text/fold.h"
#include "registry/search/query.h"
#include "registry/text/spelling.h"
#include "registry/text/stem.h"

/* The words of a text, parted by single spaces. */
static void fold_all(const char *text, size_t len, nv_buffer *out)
{
    nv_fold fold;

    nv_fold_init(&fold, text, len);
    while (nv_fold_next(&fold)) {
        nv_buffer_add_text(out, out->len ? " " : "");
        nv_buffer_add(out, fold.word, fold.word_len);
    }
}

static const struct {
    const char *label, *text, *words;
} folds[] = {
    {"case goes", "NATO Molotov", "nato molotov"},
    {"accents go", "caractère IRRÉALISTE", "caractere irrealiste"},
    {"accents written apart go too", "caracte\xCC\x80re", "caractere"},
    {"typographic marks part words", "l’URSS d'être «\u202Fpaix\u202F»",
     "l urss d etre paix"},
    {"hyphens part words", "co-operation co\u2011operation",
     "co operation co operation"},
    {"ligatures and joined letters are written out", "manœuvre Łódź ﬁn",
     "manoeuvre lodz fin"},
    {"sharp s is two", "Großbritannien", "grossbritannien"},
    {"Cyrillic loses its case, and its yo", "Хрущёв ХРУЩЕВ", "хрущев хрущев"},
    {"short i is a letter of its own", "Мой Май МОИ", "мой май мои"},
    {"short i from its parts is the same", "май маи\u0306", "май май"},
    {"initials with full stops are one word", "U.S.S.R. and U.R.S.S",
     "ussr and urss"},
    {"initials of a person stay apart", "J. V. Stalin", "j v stalin"},
    {"a full stop between words parts them", "U.Steel a.b1", "u steel a b1"},
    {"Cyrillic initials too", "С.С.С.Р.", "ссср"},
    {"numbers are words", "31/3/1954, 1er", "31 3 1954 1er"},
    {"the sign for number is two letters", "nᵒ 5 № 6", "no 5 no 6"},
    {"soft hyphens and joiners part nothing", "trai\u00ADté z\u200Dw",
     "traite zw"},
    {"Chinese and Japanese are kept", "苏英两国", "苏英两国"},
    {"nothing but marks has no words", " .,;:!?«»—…\u00A0\u202F", ""},
    {"primes of a transliteration part nothing", "Malʹtsev", "maltsev"},
    {"broken UTF-8 parts words", "pa\xFFix \xC3", "pa ix"},
};

static void words_are_folded(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(folds); i++) {
        nv_buffer out = NV_BUFFER_INIT;

        fold_all(folds[i].text, strlen(folds[i].text), &out);
        CHECK_STR(out.text, folds[i].words, folds[i].label);
        nv_buffer_release(&out);
    }
}

/* Letters that are folded by a table, and by parts, are the same. */
static void a_letter_and_its_parts_are_the_same(void **state)
{
    (void)state;
    for (utf8proc_int32_t c = 0xC0; c < 0x460; c++) {
        utf8proc_uint8_t letter[5] = {0}, *parts;
        nv_buffer one = NV_BUFFER_INIT, other = NV_BUFFER_INIT;

        utf8proc_encode_char(c, letter);
        parts = utf8proc_NFKD(letter);
        fold_all((const char *)letter, strlen((const char *)letter), &one);
        fold_all((const char *)parts, strlen((const char *)parts), &other);
        CHECK_STR(one.text, other.text, (const char *)letter);
        nv_buffer_release(&one);
        nv_buffer_release(&other);
        free(parts);
    }
}

/* Words that are one name, in a row. */
static const char *const spellings[][8] = {
    {"хрущев", "khrushchev", "khrouchtchev", "chruschtschow", "jruschov",
     "hruscev", "xruscev", "chruschtschew"},
    {"горбачев", "gorbachev", "gorbatchev", "gorbatschow", "gorbachov",
     "gorbacev"},
    {"брежнев", "brezhnev", "brejnev", "breschnew", "breznev"},
    {"ельцин", "yeltsin", "eltsine", "jelzin", "eltsin", "elcin"},
    {"вышинский", "vyshinsky", "vychinski", "wyschinski", "vishinski",
     "vysinskij", "vyshinskii"},
    {"шеварднадзе", "shevardnadze", "chevardnadze", "schewardnadse",
     "sevardnadze"},
    {"косыгин", "kosygin", "kossyguine", "kossygin", "kosyguin"},
    {"панюшкин", "panyushkin", "paniouchkine", "panjuschkin", "paniushkin",
     "panjuskin"},
    {"кузнецов", "kuznetsov", "kouznetsov", "kusnezow", "kuznecov"},
    {"молотов", "molotov", "molotow", "molotoff"},
    {"черчилль", "churchill", "tschertschill"},
};

static bool sound_alike(const char *a, const char *b)
{
    uint64_t x[NV_SPELLING_MAX], y[NV_SPELLING_MAX];
    const size_t count_x = nv_spelling_keys(a, x);
    const size_t count_y = nv_spelling_keys(b, y);

    for (size_t i = 0; i < count_x; i++)
        for (size_t k = 0; k < count_y; k++)
            if (x[i] == y[k])
                return true;
    return false;
}

static void spellings_of_a_name_meet(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(spellings); i++)
        for (size_t k = 1; k < 8 && spellings[i][k]; k++)
            CHECK(sound_alike(spellings[i][0], spellings[i][k]),
                  spellings[i][k]);
}

static void names_that_sound_otherwise_do_not(void **state)
{
    static const char *const pairs[][2] = {
        {"stalin", "stettin"}, {"truman", "german"},     {"paris", "press"},
        {"molotov", "malik"},  {"berlin", "boulganine"}, {"1954", "1955"},
        {"rusk", "ross"},      {"москва", "минск"},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(pairs); i++)
        CHECK(!sound_alike(pairs[i][0], pairs[i][1]), pairs[i][0]);
}

static void the_rest_of_a_key_follows_its_last_sound(void **state)
{
    (void)state;
    CHECK(nv_spelling_rest(UINT64_MAX) == 0, "a full key has none");
    CHECK(nv_spelling_rest((uint64_t)1 << 60) == UINT64_MAX >> 4,
          "after one sound of four bits");
}

static const struct {
    const char *label, *a, *b;
    bool are_akin;
} kin[] = {
    {"English", "treaty", "treaties", true},
    {"French", "signees", "signee", true},
    {"French without accents", "refusees", "refuse", true},
    {"German", "vertrag", "vertrages", true},
    {"Spanish", "declaracion", "declaraciones", true},
    {"Russian", "договор", "договора", true},
    {"not of another word", "treaty", "treason", false},
    {"nor of another script", "mars", "марс", false},
};

static void forms_of_a_word_are_akin(void **state)
{
    nv_stemmers stemmers = {.known = NULL};

    (void)state;
    CHECK(nv_stemmers_prepare(&stemmers), "stemmers");
    for (size_t i = 0; i < NV_COUNT_OF(kin); i++) {
        nv_stems stems;
        bool are_akin;

        CHECK(nv_stem(&stemmers, kin[i].a, &stems) &&
                  nv_stem_is_akin(&stemmers, &stems, kin[i].b, &are_akin),
              kin[i].label);
        CHECK(are_akin == kin[i].are_akin, kin[i].label);
    }
    nv_stemmers_release(&stemmers);
}

static void bytes_after_the_length_are_not_read(void **state)
{
    nv_buffer out = NV_BUFFER_INIT;
    const char cut[] = {'p', 'a', '\0', 'i', (char)0xC3};

    (void)state;
    fold_all(cut, sizeof cut, &out);
    CHECK_STR(out.text, "pa i", "a NUL parts words, half a letter is none");
    nv_buffer_release(&out);
}

static void a_long_word_is_cut_alike_everywhere(void **state)
{
    char text[400];
    nv_fold a, b;

    (void)state;
    memset(text, 'x', sizeof text);
    nv_fold_init(&a, text, 400);
    nv_fold_init(&b, text, 100);
    CHECK(nv_fold_next(&a) && nv_fold_next(&b), "both have a word");
    CHECK(a.word_len == NV_WORD_MAX, "as long as a word may be");
    CHECK_STR(a.word, b.word, "the same word");
    CHECK(!nv_fold_next(&a), "and no second one");
}

static const struct {
    const char *label, *text;
    size_t words; /* that the date takes; 0: no date */
    int first, last;
} dates[] = {
    {"English, day first", "31 March 1954", 3, 19540331, 19540331},
    {"English with ordinal", "31st of March 1954", 4, 19540331, 19540331},
    {"American", "March 31, 1954", 3, 19540331, 19540331},
    {"ISO", "1954-03-31", 3, 19540331, 19540331},
    {"slashes, day first", "31/3/1954", 3, 19540331, 19540331},
    {"full stops", "31.03.1954", 3, 19540331, 19540331},
    {"slashes, month first where it must be", "3/31/1954", 3, 19540331,
     19540331},
    {"an ambiguous one has its day first", "5/7/1954", 3, 19540705, 19540705},
    {"French", "31 mars 1954", 3, 19540331, 19540331},
    {"French first", "1er avril 1954", 3, 19540401, 19540401},
    {"French with accents", "16 décembre 1958", 3, 19581216, 19581216},
    {"shortened month", "12 févr. 1954", 3, 19540212, 19540212},
    {"month alone, English", "March 1954", 2, 19540300, 19540331},
    {"month alone, French", "mars 1954", 2, 19540300, 19540331},
    {"month alone, ISO", "1954-03", 2, 19540300, 19540331},
    {"year alone", "1954", 1, 19540000, 19541231},
    {"leap day", "29 February 1956", 3, 19560229, 19560229},
    {"what follows is left alone", "31 mars 1954 note", 3, 19540331, 19540331},
    {"a year, then something else", "1954 note", 1, 19540000, 19541231},
    {"a day that is none leaves its month", "31 June 1954", 0, 0, 0},
    {"no leap day in 1954", "29/2/1954", 0, 0, 0},
    {"a day still being typed", "1954-03-3", 2, 19540300, 19540331},
    {"a month alone is a word", "March", 0, 0, 0},
    {"a day and month alone are words", "31 mars", 0, 0, 0},
    {"a number is no year", "9146", 0, 0, 0},
    {"half a year is no year", "195", 0, 0, 0},
    {"a long number is no year", "19540", 0, 0, 0},
    {"German", "31. März 1954", 3, 19540331, 19540331},
    {"Spanish", "31 de marzo de 1954", 5, 19540331, 19540331},
    {"month alone, Spanish", "marzo de 1954", 3, 19540300, 19540331},
    {"Russian", "31 марта 1954 года", 4, 19540331, 19540331},
    {"Russian, shortened", "31 марта 1954 г.", 4, 19540331, 19540331},
    {"month alone, Russian", "март 1954", 2, 19540300, 19540331},
    {"words are no date", "note soviétique", 0, 0, 0},
};

static void dates_are_read_as_they_are_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(dates); i++) {
        char words[8][NV_WORD_MAX + 1];
        const char *pointers[8];
        size_t count = 0, used;
        nv_days days = {0, 0};
        nv_fold fold;

        nv_fold_init(&fold, dates[i].text, strlen(dates[i].text));
        while (count < 8 && nv_fold_next(&fold)) {
            strcpy(words[count], fold.word);
            pointers[count] = words[count];
            count++;
        }
        used = nv_date_words_read(pointers, count, &days);
        if (used != dates[i].words)
            fail_msg("%s: takes %zu words", dates[i].label, used);
        if (used &&
            (days.first != dates[i].first || days.last != dates[i].last))
            fail_msg("%s: is %d to %d", dates[i].label, days.first, days.last);
    }
}

static void iso_dates_are_strict(void **state)
{
    static const char *const good[] = {"1954-03-31", "1954-03", "1947"};
    static const char *const bad[] = {
        "",         "195",        "1954-",      "1954-3",     "1954-03-",
        "1954-3-1", "1954-00-01", "1954-13-01", "1954-02-29", "1954-03-31 ",
        "19540331", "1954/03/31", "0954-01-01", "1954-03-00", "x1954-03-31"};
    nv_days days;

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(good); i++)
        CHECK(nv_days_from_iso(good[i], &days), good[i]);
    for (size_t i = 0; i < NV_COUNT_OF(bad); i++)
        CHECK(!nv_days_from_iso(bad[i], &days), bad[i]);
}

static const struct {
    const char *label, *text, *wanted; /* as nv_query_describe() says it */
} queries[] = {
    {"the last word is a prefix", "molotov na", "molotov na*"},
    {"a date at the end is no prefix", "refus 1954", "refus 1954"},
    {"a date in the middle", "note 31 mars 1954 urss", "note 1954-03-31 urss*"},
    {"a word twice is wanted once", "nato nato otan", "nato otan*"},
    {"but the last one may still grow", "nato nato", "nato nato*"},
    {"marks alone want nothing", " « » … ", ""},
    {"articles and the like are not wanted", "le traité de la paix",
     "traite paix*"},
    {"unless there is nothing else", "de", "de*"},
    {"the word being typed may become another", "charter of", "charter of*"},

    {"a phrase", "\"iron curtain\" fulton", "\"iron curtain\" fulton*"},
    {"a phrase in French marks", "« rideau de fer »", "\"rideau de fer\""},
    {"in English ones", "“iron curtain”", "\"iron curtain\""},
    {"in German ones", "„eiserner Vorhang“", "\"eiserner vorhang\""},
    {"over marks and lines", "\"iron,\n curtain\"", "\"iron curtain\""},
    {"one that is still open", "\"iron cur", "\"iron cur*\""},
    {"a phrase of no words", "\"\" nato", "nato*"},
    {"words that are not wanted", "nato -berlin -\"iron curtain\" otan",
     "nato -berlin -\"iron curtain\" otan*"},
    {"a hyphen within a word excludes nothing", "co-operation",
     "co operation*"},
    {"nor does a dash", "nato - otan", "nato otan*"},
    {"what is excluded is no prefix", "nato -berl", "nato -berl"},
    {"a mark alone", "-", ""},
    {"two", "--", ""},

    {"fields", "kind:treaty party:USSR by:Molotov place:Moscow lang:fr x",
     "kind:treaty party:ussr by:molotov place:moscow lang:fr x*"},
    {"fields in French", "genre:traité partie:URSS par:Molotov lieu:Moscou",
     "kind:traite party:urss by:molotov place:moscou*"},
    {"a field with a phrase", "party:\"Soviet Union\" x",
     "party:\"soviet union\" x*"},
    {"a field that is not wanted", "x -kind:note y", "x -kind:note y*"},
    {"a language by its name", "lang:français", "lang:fr"},
    {"a year", "year:1954", "year:1954"},
    {"a year in French", "année:1954 x", "year:1954 x*"},
    {"without its accent", "annee:1954 x", "year:1954 x*"},
    {"a span by its ends", "from:1949 to:1955", "from:1949 to:1955-12-31"},
    {"in French", "de:1949 à:1955", "from:1949 to:1955-12-31"},
    {"a end as it is written", "from:31 mars 1954 x", "from:1954-03-31 x*"},
    {"a year that is a span", "year:1949..1955", "year:1949..1955-12-31"},
    {"a field without its value", "nato year:", "nato*"},
    {"alone", "year:", ""},
    {"one that is being typed", "nato year:19", "nato"},
    {"a name that is no field's", "foo:bar", "foo bar*"},
    {"a date's field before a word", "to:Kennedy x", "kennedy x*"},

    {"a span with dots", "1949..1955", "1949..1955-12-31"},
    {"with a hyphen", "1949-1955", "1949..1955-12-31"},
    {"with a dash", "1949 – 1955", "1949..1955-12-31"},
    {"in words", "from 1949 to 1955", "1949..1955-12-31"},
    {"in French", "entre 1949 et 1955", "1949..1955-12-31"},
    {"of days", "25 January to 18 February 1954", "1954-01-25..1954-02-18"},
    {"of months", "mars à mai 1954", "1954-03..1954-05-31"},
    {"in German", "vom 25. Januar bis 18. Februar 1954",
     "1954-01-25..1954-02-18"},
    {"one that runs backwards is two dates", "1955..1949", "1955 1949"},
};

static void queries_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(queries); i++) {
        nv_buffer out = NV_BUFFER_INIT;
        nv_query query;

        nv_query_read(&query, queries[i].text, strlen(queries[i].text));
        nv_query_describe(&query, &out);
        CHECK_STR(out.text, queries[i].wanted, queries[i].label);
        nv_buffer_release(&out);
    }
}

static void a_query_has_an_end(void **state)
{
    static char text[1024 * 1024];
    nv_query query;

    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = i % 3 == 2 ? ' ' : (char)('a' + i * 7 % 26);
    nv_query_read(&query, text, sizeof text);
    CHECK(query.count <= NV_QUERY_MAX, "a query of 1 MiB is cut");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_folded),
        cmocka_unit_test(a_letter_and_its_parts_are_the_same),
        cmocka_unit_test(spellings_of_a_name_meet),
        cmocka_unit_test(names_that_sound_otherwise_do_not),
        cmocka_unit_test(the_rest_of_a_key_follows_its_last_sound),
        cmocka_unit_test(forms_of_a_word_are_akin),
        cmocka_unit_test(bytes_after_the_length_are_not_read),
        cmocka_unit_test(a_long_word_is_cut_alike_everywhere),
        cmocka_unit_test(dates_are_read_as_they_are_written),
        cmocka_unit_test(iso_dates_are_strict),
        cmocka_unit_test(queries_are_read),
        cmocka_unit_test(a_query_has_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
