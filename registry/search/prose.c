/* SPDX-License-Identifier: MPL-2.0 */
/* See prose.h. The text is read once, through a window of some words in which a
 * date may stand. */
#include "registry/search/prose.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "registry/text/date_words.h"

enum {
    WINDOW = NV_DATE_WORDS_MAX + 2, /* words of the longest date or season */
    OWED_MAX = 16                   /* dates that wait for their year */
};

/* A date without a year, as it was met. */
typedef struct {
    int month, day; /* day 0: the month */
} owed_date;

typedef struct {
    nv_prose *prose;
    nv_fold fold;
    size_t read; /* words taken from the text */
    nv_prose_word window[WINDOW];
    const char *pointers[WINDOW]; /* into the window */
    size_t count;                 /* of the words in it */
    int year;                     /* the one met last; 0: none yet */
    owed_date owed[OWED_MAX];
    size_t owed_count;
} reader;

/* Words that say nothing of what a text is about; folded, sorted. */
static const char *const idle_words[] = {
    "about", "after", "afin",  "ainsi",   "alors",  "also",  "and",   "apres",
    "are",   "as",    "at",    "au",      "aussi",  "aux",   "avait", "avant",
    "avec",  "avoir", "be",    "been",    "before", "but",   "by",    "ce",
    "cela",  "ces",   "cet",   "cette",   "ceux",   "comme", "d",     "dans",
    "de",    "des",   "deux",  "dont",    "du",     "elle",  "elles", "en",
    "entre", "est",   "et",    "etaient", "etait",  "ete",   "etre",  "eut",
    "for",   "from",  "fut",   "had",     "has",    "have",  "he",    "her",
    "his",   "i",     "il",    "ils",     "in",     "into",  "is",    "it",
    "its",   "j",     "l",     "la",      "le",     "les",   "leur",  "leurs",
    "lui",   "mais",  "meme",  "more",    "n",      "ne",    "no",    "not",
    "of",    "on",    "only",  "or",      "ou",     "par",   "pas",   "plus",
    "pour",  "qu",    "que",   "qui",     "s",      "sa",    "sans",  "se",
    "ses",   "she",   "si",    "son",     "sous",   "sur",   "that",  "the",
    "their", "them",  "then",  "there",   "these",  "they",  "this",  "to",
    "un",    "une",   "was",   "were",    "what",   "when",  "which", "who",
    "whose", "with",  "would", "y"};

static int compare_words(const void *a, const void *b)
{
    return strcmp(a, *(const char *const *)b);
}

static bool is_idle(const char *word)
{
    return word[1] == '\0' || bsearch(word, idle_words, NV_COUNT_OF(idle_words),
                                      sizeof *idle_words, compare_words);
}

/* Keeping. */

static void keep_word(nv_prose *prose, const nv_prose_word *word)
{
    if (is_idle(word->text))
        return;
    for (size_t i = 0; i < prose->word_count; i++)
        if (strcmp(prose->words[i].text, word->text) == 0) {
            prose->words[i].is_name |= word->is_name;
            return;
        }
    if (prose->word_count < NV_PROSE_WORDS_MAX)
        prose->words[prose->word_count++] = *word;
}

static void keep_date(nv_prose *prose, const nv_days *days)
{
    for (size_t i = 0; i < prose->date_count; i++)
        if (prose->dates[i].first == days->first &&
            prose->dates[i].last == days->last)
            return;
    if (prose->date_count < NV_PROSE_DATES_MAX)
        prose->dates[prose->date_count++] = *days;
}

/* Dates that owe their year. */

static void keep_in_year(reader *r, int month, int day, int year)
{
    nv_days days;

    if (nv_days_make(year, month, day, &days))
        keep_date(r->prose, &days);
}

static void meet_year(reader *r, int year)
{
    if (year < 1000)
        return;
    for (size_t i = 0; i < r->owed_count; i++)
        keep_in_year(r, r->owed[i].month, r->owed[i].day, year);
    r->owed_count = 0;
    r->year = year;
}

/* A month alone may be a word like any other ("may"); with a day it is a
 * date. */
static size_t read_without_year(reader *r)
{
    enum { ANY_YEAR = 1904 };
    nv_days days;
    const size_t used =
        nv_date_words_read_beginning(r->pointers, r->count, ANY_YEAR, &days);
    const int day = days.first % 100, month = days.first / 100 % 100;

    if (used == 0 || day == 0)
        return 0;
    if (r->year)
        keep_in_year(r, month, day, r->year);
    else if (r->owed_count < OWED_MAX)
        r->owed[r->owed_count++] = (owed_date){month, day};
    return used;
}

/* Seasons and parts of a year. */

static const struct {
    const char *word; /* folded */
    int first_month, last_month;
} seasons[] = {
    {"spring", 3, 6},   {"printemps", 3, 6}, {"summer", 6, 9},
    {"ete", 6, 9},      {"autumn", 9, 12},   {"fall", 9, 12},
    {"automne", 9, 12}, {"winter", 1, 3},    {"hiver", 1, 3},
    {"early", 1, 4},    {"debut", 1, 4},     {"beginning", 1, 4},
    {"late", 9, 12},    {"fin", 9, 12},      {"end", 9, 12},
};

static bool is_link(const char *word)
{
    static const char *const links[] = {"of", "in",    "de",   "l",   "the",
                                        "d",  "annee", "that", "year"};

    for (size_t i = 0; i < NV_COUNT_OF(links); i++)
        if (strcmp(word, links[i]) == 0)
            return true;
    return false;
}

/* "spring of 1954", « printemps 1954 », « fin de l’année 1954 ». */
static size_t read_season(reader *r)
{
    size_t season = 0, at = 1;
    nv_days days, end;

    while (season < NV_COUNT_OF(seasons) &&
           strcmp(seasons[season].word, r->pointers[0]) != 0)
        season++;
    if (season == NV_COUNT_OF(seasons))
        return 0;
    while (at < r->count && at < 5 && is_link(r->pointers[at]))
        at++;
    if (at == r->count || !nv_date_words_is_year(r->pointers[at]) ||
        nv_date_words_read(r->pointers + at, 1, &days) != 1)
        return 0;
    meet_year(r, days.first / 10000);
    if (nv_days_make(r->year, seasons[season].first_month, 0, &days) &&
        nv_days_make(r->year, seasons[season].last_month, 0, &end))
        keep_date(r->prose, &(nv_days){days.first, end.last});
    return at + 1;
}

static size_t read_date(reader *r)
{
    nv_days days;
    size_t used = nv_date_words_read(r->pointers, r->count, &days);

    if (used) {
        meet_year(r, days.first / 10000);
        keep_date(r->prose, &days);
        return used;
    }
    used = read_season(r);
    return used ? used : read_without_year(r);
}

/* The window. */

static void fill(reader *r)
{
    while (r->count < WINDOW && r->read < NV_PROSE_READ_MAX &&
           nv_fold_next(&r->fold)) {
        nv_prose_word *word = &r->window[r->count];

        memcpy(word->text, r->fold.word, r->fold.word_len + 1);
        word->is_name = r->fold.is_capital;
        r->count++;
        r->read++;
    }
    for (size_t i = 0; i < r->count; i++)
        r->pointers[i] = r->window[i].text;
}

static void move_on(reader *r, size_t words)
{
    r->count -= words;
    memmove(r->window, r->window + words, r->count * sizeof *r->window);
}

void nv_prose_read(nv_prose *prose, const char *text, size_t len)
{
    reader r = {.prose = prose};

    prose->word_count = prose->date_count = 0;
    nv_fold_init(&r.fold, text, len);
    for (fill(&r); r.count > 0; fill(&r)) {
        const size_t used = read_date(&r);

        if (!used)
            keep_word(prose, &r.window[0]);
        move_on(&r, used ? used : 1);
    }
}
