/* SPDX-License-Identifier: MPL-2.0 */
/* A search that goes on from key to key: what it keeps, how it is dropped, what
 * it says of a query and of a hit. */
#include "check.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/buffer.h"
#include "registry/search/search.h"
#include "shipped.h"

static nv_registry *registry;
static nv_finder *session;

static nv_finder *open_finder(void)
{
    const nv_registry *const registries[] = {registry};

    return nv_finder_new(registries, 1, NULL);
}

static const nv_hit *run(const char *query, size_t *count)
{
    CHECK(nv_finder_run(session, query, strlen(query), NULL) == NV_SEARCH_DONE,
          query);
    return nv_finder_hits(session, count);
}

static const char *first(const char *query)
{
    size_t count;
    const nv_hit *hits = run(query, &count);

    return count ? hits[0].card.id : NULL;
}

/* All ids, parted by spaces. */
static void add_ids(nv_buffer *out, const nv_hit *hits, size_t count)
{
    for (size_t i = 0; i < count; i++)
        nv_buffer_add_format(out, "%s %.6f\n", hits[i].card.id, hits[i].score);
}

static void typing_key_by_key_finds_what_the_whole_query_finds(void **state)
{
    static const char *const queries[] = {
        "molotov memorandum nato 1954", "\"iron curtain\" churchill",
        "kind:note party:USSR 1954 -berlin", "churchil fultn",
        "co-operation in Europe"};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(queries); i++)
        for (size_t len = 1; len <= strlen(queries[i]); len++) {
            nv_finder *anew = open_finder();
            nv_buffer kept = NV_BUFFER_INIT, fresh = NV_BUFFER_INIT;
            size_t count;
            const nv_hit *hits;

            nv_finder_run(session, queries[i], len, NULL);
            hits = nv_finder_hits(session, &count);
            add_ids(&kept, hits, count);
            nv_finder_run(anew, queries[i], len, NULL);
            hits = nv_finder_hits(anew, &count);
            add_ids(&fresh, hits, count);
            CHECK_STR(kept.text, fresh.text, queries[i]);
            nv_buffer_release(&kept);
            nv_buffer_release(&fresh);
            nv_finder_free(anew);
        }
}

static void a_search_can_be_dropped(void **state)
{
    size_t count;

    (void)state;
    nv_finder_cancel(session);
    CHECK(nv_finder_run(session, "soviet note", 11, NULL) ==
              NV_SEARCH_CANCELLED,
          "dropped");
    nv_finder_hits(session, &count);
    CHECK(count == 0, "nothing is found");
    CHECK_STR(first("churchill fulton"), "1946-03-05-churchill-fulton",
              "the next one runs");
}

static void *drop_often(void *unused)
{
    for (int i = 0; i < 2000; i++)
        nv_finder_cancel(session);
    return unused;
}

static void it_can_be_dropped_from_another_thread(void **state)
{
    pthread_t thread;

    (void)state;
    assert_int_equal(pthread_create(&thread, NULL, drop_often, NULL), 0);
    for (int i = 0; i < 50; i++)
        nv_finder_run(session, i % 2 ? "s" : "soviet treaty churchil",
                      1 + 21 * (i % 2 == 0), NULL);
    pthread_join(thread, NULL);
    nv_finder_run(session, "", 0, NULL);
    CHECK_STR(first("churchill fulton"), "1946-03-05-churchill-fulton",
              "what was broken off is found anew");
}

/* What finds which event first; NULL: nothing is found. */
static const struct {
    const char *label, *query, *id;
} cases[] = {
    {"a phrase", "\"peoples who are resisting\"", "1947-03-12-truman-doctrine"},
    {"its words in another order are none", "\"resisting are who peoples\"",
     NULL},
    {"a phrase in French marks", "« l’entier exercice de sa souveraineté »",
     "1966-03-07-de-gaulle-letter"},
    {"over a line break", "\"iron\ncurtain\"", "1946-03-05-churchill-fulton"},
    {"one still being typed", "\"an iron curtain has desc",
     "1946-03-05-churchill-fulton"},
    {"a phrase does not reach over texts", "\"fulton discours de churchill\"",
     NULL},
    {"a phrase of one word has no other forms", "\"treatys\"", NULL},
    {"nor other names", "\"Советский\" churchill fulton", NULL},
    {"a hyphen is none", "\"security and cooperation in europe\"",
     "1975-08-01-helsinki-final-act"},
    {"nor a space", "\"security and co operation in europe\"",
     "1975-08-01-helsinki-final-act"},
    {"a hyphenated word as one", "nonproliferation", "1968-07-01-npt"},
    {"as two", "non proliferation", "1968-07-01-npt"},
    {"excluded words", "iron curtain -churchill", NULL},
    {"an excluded phrase", "churchill fulton -\"iron curtain\"", NULL},
    {"what is excluded alone finds nothing", "-churchill", NULL},

    {"kind", "kind:speech fulton", "1946-03-05-churchill-fulton"},
    {"another kind", "kind:treaty fulton", NULL},
    {"kind in French", "genre:discours fulton", "1946-03-05-churchill-fulton"},
    {"by", "by:Churchill iron", "1946-03-05-churchill-fulton"},
    {"party", "party:СССР мораль", NULL},
    {"a party by another of its names", "partie:Sowjetunion year:1970",
     "1970-08-12-moscow-treaty"},
    {"a party by a name of many words",
     "party:\"Union des républiques socialistes soviétiques\" year:1970",
     "1970-08-12-moscow-treaty"},
    {"place", "place:Panmunjom", "1953-07-27-korean-armistice"},
    {"language", "lang:bg", "1985-04-26-warsaw-treaty-protocol"},
    {"year", "year:1966", "1966-03-07-de-gaulle-letter"},
    {"from and to", "from:1966 to:1967-12-01", "1966-03-07-de-gaulle-letter"},
    {"conditions alone come by date", "from:1960", "1960-05-10-u2-soviet-note"},
    {"a condition on what a statement leads to",
     "caractère irréaliste year:1954", "1954-05-07-tripartite-reply"},

    {"names of many words", "Warschauer Vertrag 1955",
     "1955-05-14-warsaw-treaty"},
    {"the same name, ALA-LC", "Khrushchev 1962 Kennedy",
     "1962-10-27-kennedy-letter"},
    {"French", "Khrouchtchev 1962 Kennedy", "1962-10-27-kennedy-letter"},
    {"German", "Chruschtschow 1962 Kennedy", "1962-10-27-kennedy-letter"},
    {"ISO 9", "Hruščëv 1962 Kennedy", "1962-10-27-kennedy-letter"},
    {"scholarly", "Xruščev 1962 Kennedy", "1962-10-27-kennedy-letter"},
    {"Spanish", "Jruschov 1962 Kennedy", "1962-10-27-kennedy-letter"},
    {"Russian", "Хрущёв 1962 Кеннеди", "1962-10-27-kennedy-letter"},
    {"BGN with a prime", "Malʹtsev afghanistan",
     "1979-12-27-soviet-statement-afghanistan"},
    {"with an apostrophe", "Mal'tsev afghanistan",
     "1979-12-27-soviet-statement-afghanistan"},
    {"forms of a word", "resolutions vandenberg",
     "1948-06-11-vandenberg-resolution"},
    {"in French", "traités de Dunkerque", "1947-03-04-dunkirk-treaty"},
    {"in Russian", "уполномочена ТАСС",
     "1968-08-21-tass-statement-czechoslovakia"},
};

static void each_way_to_ask_is_understood(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        CHECK_STR(first(cases[i].query), cases[i].id, cases[i].label);
}

static void a_correction_is_told(void **state)
{
    size_t count;
    const nv_correction *all;

    (void)state;
    CHECK_STR(first("vandneberg resolution"),
              "1948-06-11-vandenberg-resolution", "two letters swapped");
    all = nv_finder_corrections(session, &count);
    CHECK(count == 1, "one word");
    CHECK_STR(all[0].typed, "vandneberg", "as typed");
    CHECK_STR(all[0].meant, "vandenberg", "as it is");
    CHECK_STR(first("vandenberg resolution"),
              "1948-06-11-vandenberg-resolution", "the right word");
    nv_finder_corrections(session, &count);
    CHECK(count == 0, "needs no correction");
    CHECK_STR(first("fulton xqz"), NULL, "a short word is never corrected");
}

static void a_query_says_how_it_is_understood(void **state)
{
    size_t count;

    (void)state;
    run("Le 31 mars 1954, -OTAN genre:note \"Sécurité collective\"", &count);
    CHECK_STR(nv_finder_understood(session),
              "1954-03-31 -otan kind:note \"securite collective\"",
              "all of it");
}

static void check_snippet(const char *query, const char *wanted)
{
    size_t count, at = 0;
    const nv_hit *hits = run(query, &count);
    nv_snippet snippet;
    nv_buffer out = NV_BUFFER_INIT;

    CHECK(count > 0 && nv_finder_snippet(session, &hits[0], &snippet), query);
    for (size_t i = 0; i < snippet.mark_count; i++) {
        CHECK(snippet.marks[i].first >= at, "marks are in order");
        nv_buffer_add(&out, snippet.text + at, snippet.marks[i].first - at);
        nv_buffer_add_text(&out, "[");
        at = snippet.marks[i].first + snippet.marks[i].len;
        nv_buffer_add(&out, snippet.text + snippet.marks[i].first,
                      snippet.marks[i].len);
        nv_buffer_add_text(&out, "]");
    }
    nv_buffer_add_text(&out, snippet.text + at);
    CHECK_STR(out.text, wanted, query);
    nv_buffer_release(&out);
}

static void a_hit_shows_why_it_was_found(void **state)
{
    (void)state;
    check_snippet("completely unreal", "[completely] [unreal]");
    check_snippet("\"iron curtain has\"",
                  "From Stettin in the Baltic to Trieste in the Adriatic, an "
                  "[iron curtain has] descended across the Continent.");
    check_snippet("Panjuschkin", "Alexander [Panjuschkin]");
    check_snippet("helsinki cooperation security",
                  "Final Act of the Conference on [Security] and "
                  "[Co-operation] in Europe ([Helsinki])");
    check_snippet("place:panm", "[Panmunjom]");
    check_snippet("caractere irrealiste",
                  "le [caractère] [irréaliste] de la proposition ne mérite pas "
                  "d'être discuté");
}

/* Every hit of many queries has a snippet that is sound. */
static void snippets_are_sound(void **state)
{
    static const char *const queries[] = {"s",
                                          "urss",
                                          "1954",
                                          "note 1954",
                                          "\"the soviet government\"",
                                          "договор",
                                          "note OTAN -berlin",
                                          "от",
                                          "de"};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(queries); i++) {
        size_t count;
        const nv_hit *hits = run(queries[i], &count);

        for (size_t k = 0; k < count; k++) {
            nv_snippet s;

            if (!nv_finder_snippet(session, &hits[k], &s))
                continue; /* found by what people call its kind */
            CHECK(s.mark_count > 0 && s.text[0], "something is marked");
            CHECK(strlen(s.text) < NV_SNIPPET_MAX, "it ends");
            for (size_t m = 0; m < s.mark_count; m++)
                CHECK(s.marks[m].len > 0 &&
                          s.marks[m].first + s.marks[m].len <= strlen(s.text),
                      "the marks are in it");
        }
    }
}

static const struct {
    const char *bytes;
    size_t len;
} bad[] = {
    {"-", 1},
    {"- - -", 5},
    {"\"", 1},
    {"\"\"\"", 3},
    {"\"note", 5},
    {"-\"", 2},
    {"year:", 5},
    {"year:-", 6},
    {"-year:", 6},
    {"kind:", 5},
    {"kind:\"", 6},
    {"from:to:", 8},
    {"::", 2},
    {"lang:xx", 7},
    {"lang:", 5},
    {"..", 2},
    {"1954..", 6},
    {"..1954", 6},
    {"1954..1955..1956", 16},
    {"\xFF\xFE", 2},
    {"note\xC3", 5},
    {"\xE2\x80", 2},
    {"\xC3(", 2},
    {"note\0soviet", 11},
    {"\0\0\0", 3},
    {"\xF4\x8F\xBF\xBF", 4},
};

static void odd_queries_are_survived(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(bad); i++) {
        size_t count;
        nv_snippet snippet;
        /* A block of its own, so that reading past the end is seen. */
        char *copy = malloc(bad[i].len);

        assert_non_null(copy);
        memcpy(copy, bad[i].bytes, bad[i].len);
        CHECK(nv_finder_run(session, copy, bad[i].len, NULL) == NV_SEARCH_DONE,
              bad[i].bytes);
        if (nv_finder_hits(session, &count) && count > 0)
            nv_finder_snippet(session, nv_finder_hits(session, &count),
                              &snippet);
        free(copy);
    }
}

/* Repeats a piece to 1 MiB and searches for that. */
static void search_much(const char *piece)
{
    const size_t size = 1024 * 1024, len = strlen(piece);
    char *query = malloc(size);

    assert_non_null(query);
    for (size_t i = 0; i < size; i++)
        query[i] = piece[i % len];
    CHECK(nv_finder_run(session, query, size, NULL) == NV_SEARCH_DONE, piece);
    free(query);
}

static void long_queries_are_survived(void **state)
{
    static const char *const pieces[] = {"\"",
                                         "-",
                                         ":",
                                         "«",
                                         "… ",
                                         "year:",
                                         "-\"a ",
                                         "1954-",
                                         "1954..",
                                         "to ",
                                         "31 march to ",
                                         "kind:x ",
                                         "soviet ",
                                         "soviet",
                                         "u.",
                                         "ab-",
                                         "a'",
                                         "\"the soviet ",
                                         "\xE2\x80",
                                         "\xCC\x80",
                                         "ﷺ",
                                         "л"};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(pieces); i++)
        search_much(pieces[i]);
}

static int open_registry(void **state)
{
    nv_error err = {0};

    (void)state;
    registry = open_shipped(&err);
    if (!registry)
        print_error("%s\n", err.message);
    return registry ? 0 : -1;
}

static int free_registry(void **state)
{
    (void)state;
    nv_registry_free(registry);
    return 0;
}

static int open_session(void **state)
{
    (void)state;
    session = open_finder();
    return session ? 0 : -1;
}

static int free_session(void **state)
{
    (void)state;
    nv_finder_free(session);
    return 0;
}

#define IN_SESSION(test) \
    cmocka_unit_test_setup_teardown(test, open_session, free_session)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SESSION(typing_key_by_key_finds_what_the_whole_query_finds),
        IN_SESSION(a_search_can_be_dropped),
        IN_SESSION(it_can_be_dropped_from_another_thread),
        IN_SESSION(each_way_to_ask_is_understood),
        IN_SESSION(a_correction_is_told),
        IN_SESSION(a_query_says_how_it_is_understood),
        IN_SESSION(a_hit_shows_why_it_was_found),
        IN_SESSION(snippets_are_sound),
        IN_SESSION(odd_queries_are_survived),
        IN_SESSION(long_queries_are_survived),
    };

    return cmocka_run_group_tests(tests, open_registry, free_registry);
}
