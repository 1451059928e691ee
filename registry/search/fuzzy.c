/* SPDX-License-Identifier: MPL-2.0 */
/* See fuzzy.h.
 *
 * The terms are walked in their order. Row d of the table holds the errors
 * between the first d letters of the term and every beginning of the word, so
 * that two neighbours need only the rows that follow what they have in common,
 * and terms whose beginning has too many errors already are passed over. */
#include "registry/search/fuzzy.h"

#include <string.h>

#include "registry/text/fold.h"

enum {
    ONE_ERROR_FROM = 4,  /* letters */
    TWO_ERRORS_FROM = 8, /* letters */
    LETTERS_MAX = NV_WORD_MAX
};

typedef struct {
    uint32_t letters[LETTERS_MAX];
    unsigned char ends[LETTERS_MAX]; /* bytes up to behind each letter */
    size_t count;
} spelled;

typedef struct {
    spelled word, term;
    bool is_prefix;
    int errors;
    unsigned char rows[LETTERS_MAX + 1][LETTERS_MAX + 1];
} walk;

/* Spells a word from its letter number `first` on, when those before it are
 * spelled already. A folded word is UTF-8; one that was cut may end within a
 * letter. */
static void spell(const char *word, size_t first, spelled *out)
{
    const unsigned char *begin = (const unsigned char *)word;
    const unsigned char *at = begin + (first ? out->ends[first - 1] : 0);

    out->count = first;
    while (*at && out->count < LETTERS_MAX) {
        uint32_t letter = *at++;

        while ((*at & 0xC0) == 0x80)
            letter = letter << 8 | *at++;
        out->letters[out->count] = letter;
        out->ends[out->count++] = (unsigned char)(at - begin);
    }
}

int nv_fuzzy_errors(const char *word)
{
    spelled letters;

    spell(word, 0, &letters);
    if (word[0] >= '0' && word[0] <= '9')
        return 0;
    return (letters.count >= ONE_ERROR_FROM) +
           (letters.count >= TWO_ERRORS_FROM);
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Fills the row of the term's first `depth` letters; returns the least in it.
 */
static int fill_row(walk *w, size_t depth)
{
    const unsigned char *above = w->rows[depth - 1];
    unsigned char *row = w->rows[depth];
    const uint32_t *term = w->term.letters + depth - 1;
    int lowest;

    row[0] = (unsigned char)depth;
    lowest = row[0];
    for (size_t i = 1; i <= w->word.count; i++) {
        const uint32_t *word = w->word.letters + i - 1;
        int errors = least(least(above[i], row[i - 1]) + 1,
                           above[i - 1] + (*word != *term));

        if (depth > 1 && i > 1 && *word == term[-1] && word[-1] == *term)
            errors = least(errors, w->rows[depth - 2][i - 2] + 1);
        row[i] = (unsigned char)errors;
        lowest = least(lowest, errors);
    }
    return lowest;
}

/* How many letters of the term spelled before are those of the next, too. */
static size_t shared_letters(const spelled *before, const char *word,
                             const char *next)
{
    size_t bytes = 0, count = 0;

    while (word[bytes] && word[bytes] == next[bytes])
        bytes++;
    while (count < before->count && before->ends[count] <= bytes)
        count++;
    return count;
}

/* Fills the rows of the term from `depth` on. Returns the errors between the
 * word and the term, as a whole or its best beginning; *dead is how many
 * letters are already beyond hope, or 0. */
static int compare(walk *w, size_t depth, size_t *dead)
{
    const size_t last = w->word.count;
    int best = w->errors + 1;

    *dead = 0;
    for (size_t i = depth + 1; i <= w->term.count; i++)
        if (fill_row(w, i) > w->errors) {
            *dead = i;
            break;
        }
    for (size_t i = 1; w->is_prefix && i <= (*dead ? *dead : w->term.count);
         i++)
        best = least(best, w->rows[i][last]);
    if (!w->is_prefix && !*dead)
        best = w->rows[w->term.count][last];
    return best;
}

/* The first term behind `at` that does not begin with its first `len` bytes.
 * Most such runs are short. */
static size_t pass_over(const nv_index *index, size_t at, size_t len)
{
    const char *word = index->terms[at].word;
    size_t step = 1, past;

    while (at + step < index->term_count &&
           strncmp(index->terms[at + step].word, word, len) == 0)
        step *= 2;
    past = at + step < index->term_count ? at + step : index->term_count;
    at += step / 2;
    while (past - at > 1) {
        const size_t middle = at + (past - at) / 2;

        if (strncmp(index->terms[middle].word, word, len) == 0)
            at = middle;
        else
            past = middle;
    }
    return past;
}

void nv_fuzzy_find(const nv_index *index, const char *word, bool is_prefix,
                   int errors,
                   bool (*found)(void *to, const nv_term *term, int errors),
                   void *to)
{
    walk w = {.is_prefix = is_prefix, .errors = errors};
    const char *before = "";
    size_t filled = 0;

    spell(word, 0, &w.word);
    for (size_t i = 0; i <= w.word.count; i++)
        w.rows[0][i] = (unsigned char)i;
    for (size_t at = 0, next; at < index->term_count; at = next) {
        const nv_term *term = &index->terms[at];
        const size_t shared = shared_letters(&w.term, before, term->word);
        size_t dead;
        int best;

        spell(term->word, shared, &w.term);
        before = term->word;
        best = compare(&w, shared < filled ? shared : filled, &dead);
        filled = dead ? dead : w.term.count;
        if (best > 0 && best <= errors && term->count > 0 &&
            !found(to, term, best))
            return;
        next = dead && best > errors
                   ? pass_over(index, at, w.term.ends[dead - 1])
                   : at + 1;
    }
}
