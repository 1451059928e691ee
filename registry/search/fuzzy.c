/* SPDX-License-Identifier: MPL-2.0 */
/* See fuzzy.h.
 *
 * The terms are walked in their order. Row d of the table holds the errors
 * between the first d letters of the term and every beginning of the word, so
 * that two neighbours need only the rows that follow what they have in common.
 *
 * A beginning with too many errors is dead, and the terms that share it are
 * passed over. What is more, the letters before it had all the errors allowed:
 * only a letter of the word itself can go on from there, so the walk leaps to
 * the next such letter, and over all the others. */
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
 * letter, and one of an index is not trusted to end in time. */
static void spell(const char *word, size_t first, spelled *out)
{
    const unsigned char *begin = (const unsigned char *)word;
    const unsigned char *at = begin + (first ? out->ends[first - 1] : 0);

    out->count = first;
    while (*at && at - begin < NV_WORD_MAX) {
        uint32_t letter = *at++;

        while ((*at & 0xC0) == 0x80 && at - begin < NV_WORD_MAX)
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

/* The columns of row `depth` that can hold no more than the errors allowed; all
 * others are beyond hope, and those beside them say so. */
static size_t first_column(const walk *w, size_t depth)
{
    return depth > (size_t)w->errors ? depth - (size_t)w->errors : 0;
}

static size_t last_column(const walk *w, size_t depth)
{
    const size_t last = depth + (size_t)w->errors;

    return last < w->word.count ? last : w->word.count;
}

/* Fills the row of the term's first `depth` letters; returns the least in it.
 */
static int fill_row(walk *w, size_t depth)
{
    const unsigned char *above = w->rows[depth - 1];
    unsigned char *row = w->rows[depth];
    const uint32_t *term = w->term.letters + depth - 1;
    const size_t first = first_column(w, depth), last = last_column(w, depth);
    int lowest = w->errors + 1;

    if (first == 0)
        row[0] = (unsigned char)depth;
    else if (first <= w->word.count)
        row[first - 1] = (unsigned char)(w->errors + 1);
    if (first == 0)
        lowest = row[0];
    for (size_t i = first ? first : 1; i <= last; i++) {
        const uint32_t *word = w->word.letters + i - 1;
        int errors = least(least(above[i], row[i - 1]) + 1,
                           above[i - 1] + (*word != *term));

        if (depth > 1 && i > 1 && *word == term[-1] && word[-1] == *term)
            errors = least(errors, w->rows[depth - 2][i - 2] + 1);
        row[i] = (unsigned char)errors;
        lowest = least(lowest, errors);
    }
    if (last < w->word.count)
        row[last + 1] = (unsigned char)(w->errors + 1);
    return lowest;
}

/* The errors between the whole word and the first `depth` letters. */
static int errors_at(const walk *w, size_t depth)
{
    return first_column(w, depth) <= w->word.count &&
                   last_column(w, depth) == w->word.count
               ? w->rows[depth][w->word.count]
               : w->errors + 1;
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
    int best = w->errors + 1;

    *dead = 0;
    for (size_t i = depth + 1; i <= w->term.count; i++)
        if (fill_row(w, i) > w->errors) {
            *dead = i;
            break;
        }
    for (size_t i = 1; w->is_prefix && i <= (*dead ? *dead : w->term.count);
         i++)
        best = least(best, errors_at(w, i));
    if (!w->is_prefix && !*dead)
        best = errors_at(w, w->term.count);
    return best;
}

/* Whether the first letters up to `depth`, the last of them exchanged for
 * `letter`, may begin a term. */
static bool may_go_on(walk *w, size_t depth, uint32_t letter)
{
    w->term.letters[depth - 1] = letter;
    return fill_row(w, depth) <= w->errors;
}

/* The least letter of the word behind `letter` that may stand at `depth` in its
 * place; 0 if there is none. Letters sort like their bytes. */
static uint32_t next_letter(walk *w, size_t depth)
{
    const uint32_t dead = w->term.letters[depth - 1];
    const size_t errors = (size_t)w->errors, last = last_column(w, depth);
    uint32_t best = 0;

    for (size_t i = depth > errors + 2 ? depth - errors - 2 : 0;
         i <= last && i < w->word.count; i++) {
        const uint32_t letter = w->word.letters[i];

        if (letter > dead && (best == 0 || letter < best) &&
            may_go_on(w, depth, letter))
            best = letter;
    }
    return best;
}

static size_t add_letter(char *out, size_t len, uint32_t letter)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        if (letter >> shift & 0xFF)
            out[len++] = (char)(letter >> shift & 0xFF);
    out[len] = '\0';
    return len;
}

/* Writes what the next term that may match is not less than, when the first
 * `depth` letters of the term are dead. */
static void write_next(walk *w, size_t depth, const char *term, char *out)
{
    const uint32_t letter = next_letter(w, depth);
    size_t len = depth > 1 ? w->term.ends[depth - 2] : 0;

    memcpy(out, term, len);
    if (letter)
        add_letter(out, len, letter);
    else if (len > 0) {
        out[len] = '\0';
        out[len - 1]++; /* no byte of UTF-8 is the last there is */
    } else
        strcpy(out, "\xFF");
}

/* The first term behind `at` that is not less than `word`; most are near. */
static uint32_t leap(const nv_index *index, uint32_t at, uint32_t count,
                     const char *word)
{
    uint32_t step = 1, past;

    while (step < count - at &&
           strcmp(nv_index_word(index, at + step), word) < 0)
        step *= 2;
    past = step < count - at ? at + step : count;
    at += step / 2;
    while (past - at > 1) {
        const uint32_t middle = at + (past - at) / 2;

        if (strcmp(nv_index_word(index, middle), word) < 0)
            at = middle;
        else
            past = middle;
    }
    return past;
}

/* The first term that is behind no mark. */
static uint32_t first_term(const nv_index *index)
{
    const uint32_t count = nv_index_term_count(index);

    if (count == 0 ||
        (unsigned char)nv_index_word(index, 0)[0] > NV_MARK_LANGUAGE)
        return 0;
    return leap(index, 0, count, (const char[]){NV_MARK_LANGUAGE + 1, '\0'});
}

bool nv_fuzzy_goes_on_from(const char *longer, const char *shorter)
{
    return strncmp(longer, shorter, strlen(shorter)) == 0 &&
           nv_fuzzy_errors(longer) == nv_fuzzy_errors(shorter);
}

static void begin(walk *w, const char *word)
{
    spell(word, 0, &w->word);
    for (size_t i = 0; i <= w->word.count; i++)
        w->rows[0][i] = (unsigned char)i;
}

void nv_fuzzy_find_among(const nv_index *index, const char *word,
                         bool is_prefix, int errors, const uint32_t terms[],
                         size_t count,
                         bool (*found)(void *to, uint32_t term, int errors),
                         void *to)
{
    walk w = {.is_prefix = is_prefix, .errors = errors};
    bool goes_on = true;

    begin(&w, word);
    for (size_t i = 0; i < count && goes_on; i++) {
        size_t dead;
        int best;

        spell(nv_index_word(index, terms[i]), 0, &w.term);
        best = compare(&w, 0, &dead);
        if (best > 0 && best <= errors &&
            nv_index_frequency(index, terms[i]) > 0)
            goes_on = found(to, terms[i], best);
    }
}

void nv_fuzzy_find(const nv_index *index, const char *word, bool is_prefix,
                   int errors, const atomic_bool *is_cancelled,
                   bool (*found)(void *to, uint32_t term, int errors), void *to)
{
    walk w = {.is_prefix = is_prefix, .errors = errors};
    const uint32_t count = nv_index_term_count(index);
    const char *before = "";
    size_t filled = 0;

    begin(&w, word);
    for (uint32_t at = first_term(index), next; at < count; at = next) {
        const char *term = nv_index_word(index, at);
        const size_t shared = shared_letters(&w.term, before, term);
        size_t dead;
        int best;

        if (atomic_load_explicit(is_cancelled, memory_order_relaxed))
            return;
        spell(term, shared, &w.term);
        before = term;
        best = compare(&w, shared < filled ? shared : filled, &dead);
        filled = dead ? dead - 1 : w.term.count;
        if (best > 0 && best <= errors && nv_index_frequency(index, at) > 0 &&
            !found(to, at, best))
            return;
        next = at + 1;
        if (dead && best > errors) {
            char least_next[NV_WORD_MAX + 8];

            write_next(&w, dead, term, least_next);
            next = leap(index, at, count, least_next);
        }
    }
}
