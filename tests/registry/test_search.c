/* SPDX-License-Identifier: MPL-2.0 */
/* Search over the registry we ship: what a person types, and what must come
 * first. */
#include "check.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"
#include "registry/search/search.h"
#include "searching.h"
#include "shipped.h"

enum { ANY = -1 };

static nv_registry *registry;

static size_t search(const char *query, nv_hit *hits, size_t max)
{
    size_t total;
    nv_error err = {0};
    size_t count =
        search_once(registry, query, strlen(query), hits, max, &total, &err);

    CHECK(err.code == NV_OK, err.message);
    CHECK(count == (total < max ? total : max) || count == NV_HITS_MAX, query);
    return count;
}

static const struct {
    const char *label, *query;
    const char *first, *second; /* ids; NULL: nothing, or whatever */
    int field;                  /* of the first, or ANY */
} cases[] = {
    /* What historians look for. */
    {"a day in French", "31 mars 1954", "1954-03-31-soviet-note", NULL,
     NV_FIELD_DATE},
    {"a person and an alliance", "molotov nato",
     "1954-03-26-molotov-memorandum", NULL, ANY},
    {"a treaty by its French name", "pacte de Varsovie",
     "1955-05-14-warsaw-treaty", NULL, NV_FIELD_TITLE},
    {"a treaty by its English name", "Warsaw Pact", "1955-05-14-warsaw-treaty",
     NULL, NV_FIELD_TITLE},
    {"a person and a year", "Eisenhower 1953", "1953-04-16-chance-for-peace",
     NULL, ANY},
    {"a kind and a year", "refus 1954", "1954-05-07-tripartite-reply", NULL,
     ANY},
    {"the same in English", "refusal 1954", "1954-05-07-tripartite-reply", NULL,
     ANY},
    {"words of the document", "completely unreal",
     "1954-05-07-tripartite-reply", NULL, NV_FIELD_QUOTATION},
    {"a famous image", "rideau de fer", "1946-03-05-churchill-fulton", NULL,
     ANY},
    {"a place", "discours fulton", "1946-03-05-churchill-fulton", NULL, ANY},
    {"an abbreviation of a treaty", "inf treaty", "1987-12-08-inf-treaty", NULL,
     ANY},
    {"a treaty by its object", "traité atlantique nord",
     "1949-04-04-north-atlantic-treaty", NULL, NV_FIELD_TITLE},
    {"a doctrine", "doctrine Brejnev", "1968-09-26-brezhnev-doctrine", NULL,
     ANY},

    /* Statements in circulation. */
    {"the famous sentence, in part", "caractere irrealiste",
     "2001-06-16-putin-brdo", "1954-05-07-tripartite-reply",
     NV_FIELD_STATEMENT},
    {"the famous sentence",
     "le caractère irréaliste de la proposition ne mérite pas d'être discuté",
     "2001-06-16-putin-brdo", "1954-05-07-tripartite-reply",
     NV_FIELD_STATEMENT},
    {"the famous sentence with typographic marks",
     "« Le caractère irréaliste de la proposition ne mérite pas d’être "
     "discuté »",
     "2001-06-16-putin-brdo", "1954-05-07-tripartite-reply",
     NV_FIELD_STATEMENT},
    {"a sentence nobody said", "Nous sommes prêts pour cela, êtes-vous prêt",
     "1953-04-16-chance-for-peace", NULL, NV_FIELD_STATEMENT},

    /* Words. */
    {"the last word is a prefix", "molotov memor",
     "1954-03-26-molotov-memorandum", NULL, ANY},
    {"another word is none", "memor molotov", NULL, NULL, ANY},
    {"order does not matter", "memorandum molotov presidium",
     "1954-03-26-molotov-memorandum", NULL, ANY},
    {"every word must match", "molotov reagan", NULL, NULL, ANY},
    {"case does not matter", "MARSHALL HARVARD", "1947-06-05-marshall-speech",
     NULL, ANY},
    {"accents do not matter", "declaration de teheran",
     "1943-12-01-tehran-declaration", NULL, ANY},
    {"marks do not matter", "(molotov)... «otan»!",
     "1954-03-26-molotov-memorandum", NULL, ANY},
    {"a person in Russian", "Горбачёв ООН", "1988-12-07-gorbachev-un", NULL,
     ANY},
    {"a person in Russian without yo", "горбачев оон",
     "1988-12-07-gorbachev-un", NULL, ANY},
    {"a person in French spelling", "Khrouchtchev 1962",
     "1962-10-28-khrushchev-message", NULL, ANY},
    {"an alliance in Russian", "молотов нато", "1954-03-26-molotov-memorandum",
     NULL, ANY},
    {"an empty query finds nothing", "", NULL, NULL, ANY},
    {"marks alone find nothing", " « » … !", NULL, NULL, ANY},
    {"nonsense finds nothing", "xyzzyx", NULL, NULL, ANY},

    /* Dates as they are written. */
    {"day first", "31 March 1954", "1954-03-31-soviet-note", NULL,
     NV_FIELD_DATE},
    {"month first", "March 31, 1954", "1954-03-31-soviet-note", NULL,
     NV_FIELD_DATE},
    {"ISO", "1954-03-31", "1954-03-31-soviet-note", NULL, NV_FIELD_DATE},
    {"slashes", "31/3/1954", "1954-03-31-soviet-note", NULL, NV_FIELD_DATE},
    {"French first", "1er avril 1954", "1954-04-01-lords-statement", NULL,
     NV_FIELD_DATE},
    {"a month", "mars 1954", "1954-03-31-soviet-note", NULL, NV_FIELD_DATE},
    {"a day within a span", "1 February 1954", "1954-01-25-berlin-conference",
     NULL, NV_FIELD_DATE},
    {"a variant of the date", "4 May 1954 reply", "1954-05-07-tripartite-reply",
     NULL, ANY},
    {"a date beside other words", "note soviétique du 31 mars 1954",
     "1954-03-31-soviet-note", NULL, ANY},
    {"a day without its year", "16 avril eisenhower",
     "1953-04-16-chance-for-peace", NULL, ANY},
    {"a date still being typed", "1954-03-3", "1954-03-31-soviet-note", NULL,
     ANY},
    {"a date nothing happened on", "1 January 1900", NULL, NULL, ANY},
};

static void the_event_that_is_meant_comes_first(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_hit hits[2];
        size_t count = search(cases[i].query, hits, 2);

        CHECK_STR(count > 0 ? hits[0].card.id : NULL, cases[i].first,
                  cases[i].label);
        if (cases[i].second)
            CHECK_STR(count > 1 ? hits[1].card.id : NULL, cases[i].second,
                      cases[i].label);
        if (cases[i].field != ANY && (int)hits[0].field != cases[i].field)
            fail_msg("%s: field %d", cases[i].label, (int)hits[0].field);
    }
}

static void all_names_of_a_party_find_the_same_first(void **state)
{
    static const char *const names[] = {
        "USSR 12 août 1970",           "URSS 12 août 1970",
        "U.R.S.S. 12 août 1970",       "СССР 12 August 1970",
        "Soviet Union 12 August 1970", "Sowjetunion 1970-08-12",
        "Союз ССР 12/8/1970"};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(names); i++) {
        nv_hit hit;

        CHECK(search(names[i], &hit, 1) == 1, names[i]);
        CHECK_STR(hit.card.id, "1970-08-12-moscow-treaty", names[i]);
    }
}

static void a_statement_comes_with_its_caution(void **state)
{
    nv_hit hits[3];

    (void)state;
    CHECK(search("caractere irrealiste", hits, 3) == 2, "two events");
    for (size_t i = 0; i < 2; i++) {
        const nv_statement *statement;

        CHECK(hits[i].statement, "the statement is given");
        statement =
            nv_registry_statement(registry, hits[i].statement - 1, NULL);
        CHECK_STR(statement->id, "S17", "the sentence of 2001");
        CHECK(statement->verdict == NV_VERDICT_NO, "it is not so");
        CHECK(nv_bilingual_in(&statement->answer, NV_LANGUAGE_FR),
              "the caution");
        CHECK(!hits[i].quotation, "and no wording to insert");
    }
}

/* Every statement, typed whole, leads first to the event it belongs to. */
static void every_statement_is_found_by_its_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < nv_registry_statement_count(registry); i++) {
        const nv_statement *statement =
            nv_registry_statement(registry, i, NULL);
        nv_hit hit;

        CHECK(search(statement->words, &hit, 1) == 1, statement->id);
        CHECK_STR(hit.card.id, statement->events.items[0], statement->id);
        CHECK(hit.statement == i + 1, statement->id);
    }
}

/* A person who copies a title wants that event. */
static void every_event_is_found_by_its_title(void **state)
{
    (void)state;
    for (size_t i = 0; i < nv_registry_event_count(registry); i++) {
        const nv_event *event = nv_registry_event(registry, i, NULL);

        for (int language = 0; language < NV_NOTE_LANGUAGE_COUNT; language++) {
            nv_hit hit;

            CHECK(search(event->title.text[language], &hit, 1) == 1, event->id);
            CHECK_STR(hit.card.id, event->id, event->title.text[language]);
        }
    }
}

static void every_event_is_found_on_its_day(void **state)
{
    (void)state;
    for (size_t i = 0; i < nv_registry_event_count(registry); i++) {
        const nv_event *event = nv_registry_event(registry, i, NULL);
        nv_hit hits[40];
        size_t count = search(event->date.iso, hits, 40);
        bool is_found = false;

        for (size_t k = 0; k < count; k++)
            is_found = is_found || hits[k].event == i;
        CHECK(is_found, event->id);
        CHECK(strncmp(hits[0].card.date, event->date.iso,
                      strlen(event->date.iso)) == 0,
              event->id);
    }
}

/* The wording that matched is one that may be inserted, or is not named. */
static void a_quotation_is_found_by_its_words(void **state)
{
    nv_hit hit;

    (void)state;
    CHECK(search("completely unreal", &hit, 1) == 1, "found");
    CHECK(hit.quotation == 1, "the words themselves");
    CHECK(search("there is no need to emphasize the completely unrealistic "
                 "nature",
                 &hit, 1) == 1,
          "wording that is never offered is found");
    CHECK_STR(hit.card.id, "1954-05-07-tripartite-reply", "its event");
    CHECK(!hit.quotation, "but not named as a wording");
}

enum { LINE = 1024 };

/* Cuts a line of relevance.tsv; false for a comment. */
static bool read_line(char *line, char *columns[4])
{
    line[strcspn(line, "\n")] = '\0';
    for (int i = 0; i < 4; i++) {
        columns[i] = line;
        line += strcspn(line, "\t");
        if (*line)
            *line++ = '\0';
    }
    return columns[0][0] != '#';
}

static void print_miss(char *const columns[4], const nv_hit *hits, size_t count)
{
    print_message("%s %s: %s\n    wanted %s\n", columns[0], columns[1],
                  columns[2], columns[3]);
    for (size_t i = 0; i < count && i < 3; i++)
        print_message("    got    %s\n", hits[i].card.id);
}

/* 9 of 10 first, 98 of 100 among the first three. */
static void what_people_want_is_found(void **state)
{
    FILE *file = fopen("tests/registry/relevance.tsv", "r");
    size_t all = 0, first = 0, three = 0;
    char line[LINE], *columns[4];

    (void)state;
    assert_non_null(file);
    while (fgets(line, LINE, file)) {
        nv_hit hits[3];
        size_t count, place = 0;

        if (!read_line(line, columns))
            continue;
        count = search(columns[2], hits, 3);
        while (place < count && strcmp(hits[place].card.id, columns[3]) != 0)
            place++;
        all++;
        first += place == 0 && count > 0;
        three += place < count;
        if (place > 0 || count == 0)
            print_miss(columns, hits, count);
    }
    fclose(file);
    print_message("%zu of %zu first, %zu among three\n", first, all, three);
    CHECK(all >= 150, "many queries");
    CHECK(first * 100 >= all * 90, "wanted first");
    CHECK(three * 100 >= all * 98, "wanted among three");
}

static void hits_are_ordered_and_each_event_comes_once(void **state)
{
    nv_hit hits[200];
    size_t count = search("1954", hits, 200);

    (void)state;
    CHECK(count > 30, "many");
    for (size_t i = 1; i < count; i++) {
        CHECK(hits[i - 1].score >= hits[i].score, "best first");
        CHECK(hits[i - 1].score > hits[i].score ||
                  strcmp(hits[i - 1].card.date, hits[i].card.date) <= 0,
              "ties by date");
        for (size_t k = 0; k < i; k++)
            CHECK(hits[k].event != hits[i].event, "once");
    }
}

static void the_total_is_told_apart_from_the_room(void **state)
{
    size_t total = 7;
    nv_hit hits[3];

    (void)state;
    CHECK(search_once(registry, "1954", 4, hits, 3, &total, NULL) == 3,
          "as many as there is room for");
    CHECK(total > 3, "of more");
    CHECK(search_once(registry, "1954", 4, NULL, 0, &total, NULL) == 0,
          "no room is fine");
    CHECK(search_once(registry, NULL, 0, hits, 3, &total, NULL) == 0 &&
              total == 0,
          "so is no text");
    CHECK(search_once(registry, "1954xyz", 4, hits, 3, NULL, NULL) == 3,
          "bytes after the length are not read");
}

static void any_query_is_survived(void **state)
{
    const size_t size = 1024 * 1024;
    char *query = malloc(size);
    nv_hit hits[5];

    (void)state;
    assert_non_null(query);
    for (size_t i = 0; i < size; i++)
        query[i] = (char)(i * 2654435761u >> 13);
    search_once(registry, query, size, hits, 5, NULL, NULL);
    for (size_t i = 0; i < size; i++)
        query[i] = i % 2 ? ' ' : 'a';
    search_once(registry, query, size, hits, 5, NULL, NULL);
    memset(query, 'x', size);
    CHECK(search_once(registry, query, size, hits, 5, NULL, NULL) == 0,
          "a word of 1 MiB finds nothing");
    memset(query, 0xCC, size);
    CHECK(search_once(registry, query, size, hits, 5, NULL, NULL) == 0,
          "broken UTF-8 finds nothing");
    free(query);
}

static void *search_often(void *ids)
{
    for (int i = 0; i < 200; i++) {
        nv_hit hit;
        const size_t count =
            search_once(registry, "molotov nato", 12, &hit, 1, NULL, NULL);

        *(const char **)ids = count ? hit.card.id : "none";
    }
    return NULL;
}

static void threads_search_one_registry_together(void **state)
{
    const char *found[4] = {NULL};
    pthread_t threads[4];

    (void)state;
    for (int i = 0; i < 4; i++)
        assert_int_equal(
            pthread_create(&threads[i], NULL, search_often, &found[i]), 0);
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        CHECK_STR(found[i], "1954-03-26-molotov-memorandum", "in each");
    }
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_event_that_is_meant_comes_first),
        cmocka_unit_test(all_names_of_a_party_find_the_same_first),
        cmocka_unit_test(a_statement_comes_with_its_caution),
        cmocka_unit_test(every_statement_is_found_by_its_words),
        cmocka_unit_test(every_event_is_found_by_its_title),
        cmocka_unit_test(every_event_is_found_on_its_day),
        cmocka_unit_test(a_quotation_is_found_by_its_words),
        cmocka_unit_test(what_people_want_is_found),
        cmocka_unit_test(hits_are_ordered_and_each_event_comes_once),
        cmocka_unit_test(the_total_is_told_apart_from_the_room),
        cmocka_unit_test(any_query_is_survived),
        cmocka_unit_test(threads_search_one_registry_together),
    };

    return cmocka_run_group_tests(tests, open_registry, free_registry);
}
