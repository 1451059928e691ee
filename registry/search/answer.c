/* SPDX-License-Identifier: MPL-2.0 */
/* See answer.h. */
#include "registry/search/answer.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/weight.h"
#include "registry/search/fuzzy.h"
#include "registry/text/spelling.h"

enum {
    SHORTEST_STEMMED = 4, /* bytes */
    BEGINNING_MIN = 3,    /* bytes of the stem that kin must share */
    KIN_MAX = 256,        /* words looked at for one stem */
    FIRST_CAPACITY = 16
};

/* Of a whole word's count. */
static const float kin_part = 0.8f, sound_part = 0.7f, known_sound_part = 0.3f,
                   sound_prefix_part = 0.6f;
/* By the number of errors. */
static const float near_parts[] = {1, 0.6f, 0.3f};

typedef struct {
    nv_answers *answers;
    const nv_matcher *by;
    const nv_index *index;
    bool failed; /* no memory */
} finder;

static bool must_stop(const finder *f)
{
    return f->failed || atomic_load_explicit(f->by->means.is_cancelled,
                                             memory_order_relaxed);
}

/* Rows. */

static bool is_in_row(const nv_answers *answers, uint32_t term)
{
    for (size_t i = 0; i < answers->row_count; i++)
        if (term - answers->rows[i].row.first < answers->rows[i].row.count)
            return true;
    return false;
}

/* Of two rows, one is in the other or they have no term in common: all that
 * begins with a word is one row. The ways come best first, and a later one is
 * never the wider. */
void nv_answers_add_row(nv_answers *answers, const nv_index *index,
                        const char *word, bool is_prefix, float part)
{
    const nv_row row = nv_index_row(index, NV_MARK_NONE, word, is_prefix);

    if (row.count == 0 || is_in_row(answers, row.first))
        return;
    answers->rows[answers->row_count++] = (nv_answer_row){
        row, strcmp(nv_index_word(index, row.first), word) == 0, part};
}

/* "co operation" is cooperation, too. */
static void add_joined(finder *f, size_t first, bool is_prefix)
{
    char whole[2 * NV_WORD_MAX + 1];
    const char *a = f->by->query->words[first];
    const char *b = f->by->query->words[first + 1];

    if (strlen(a) + strlen(b) > NV_WORD_MAX)
        return;
    strcpy(whole, a);
    strcat(whole, b);
    nv_answers_add_row(f->answers, f->index, whole, is_prefix,
                       NV_WEIGHT_PREFIX_PART);
}

/* Single terms. */

static void add_single(finder *f, uint32_t term, float part, bool is_near)
{
    nv_answers *a = f->answers;
    nv_answer *larger = a->singles;

    if (is_in_row(a, term))
        return;
    if (a->single_count == a->single_capacity) {
        const size_t wanted =
            a->single_capacity ? 2 * a->single_capacity : FIRST_CAPACITY;

        larger = realloc(a->singles, wanted * sizeof *larger);
        f->failed = !larger;
        if (f->failed)
            return;
        a->single_capacity = wanted;
    }
    a->singles = larger;
    a->singles[a->single_count] =
        (nv_answer){term, (uint32_t)a->single_count, part, is_near};
    a->single_count++;
}

/* What all words with one of the stems begin with, or nearly: stemmers may
 * change the last letter. */
static bool find_beginning(const nv_stems *stems, const char *word,
                           char beginning[NV_WORD_MAX + 1])
{
    size_t len = strlen(word);

    for (size_t i = 0; i < stems->count; i++) {
        const size_t own = strlen(stems->text[i]);

        if (own > 0 && own - 1 < len)
            len = own - 1;
    }
    if (len < BEGINNING_MIN)
        len = BEGINNING_MIN;
    while (len > 0 && ((unsigned char)word[len] & 0xC0) == 0x80)
        len--;
    memcpy(beginning, word, len);
    beginning[len] = '\0';
    return len >= BEGINNING_MIN;
}

static void add_if_akin(finder *f, const nv_stems *stems, uint32_t term)
{
    bool is_akin;

    f->failed = !nv_stem_is_akin(f->by->stemmers, stems,
                                 nv_index_word(f->index, term), &is_akin);
    if (!f->failed && is_akin && nv_index_frequency(f->index, term) > 0)
        add_single(f, term, kin_part, false);
}

static void add_kin(finder *f, const char *word)
{
    char beginning[NV_WORD_MAX + 1];
    nv_stems own;
    nv_row row;

    if (strlen(word) < SHORTEST_STEMMED || (word[0] >= '0' && word[0] <= '9'))
        return;
    f->failed = f->failed || !nv_stem(f->by->stemmers, word, &own);
    if (f->failed || !find_beginning(&own, word, beginning))
        return;
    row = nv_index_row(f->index, NV_MARK_NONE, beginning, true);
    for (uint32_t i = 0; i < row.count && i < KIN_MAX && !must_stop(f); i++)
        if (!is_in_row(f->answers, row.first + i))
            add_if_akin(f, &own, row.first + i);
}

bool nv_answers_find(nv_answers *answers, const nv_matcher *matcher,
                     const nv_index *index, const nv_wanted *wanted)
{
    finder f = {.answers = answers, .by = matcher, .index = index};
    const char *word = matcher->query->words[wanted->first];

    *answers = (nv_answers){.row_count = 0};
    nv_answers_add_row(answers, index, word, wanted->is_prefix,
                       NV_WEIGHT_PREFIX_PART);
    if (wanted->is_joined_before)
        add_joined(&f, wanted->first - 1u, wanted->is_prefix);
    if (wanted->is_joined_after)
        add_joined(&f, wanted->first, false);
    add_kin(&f, word);
    return !f.failed;
}

static void add_sounds(finder *f, uint64_t key, bool is_whole, float part)
{
    uint32_t count;
    const uint32_t first = nv_index_sounds(f->index, key, is_whole, &count);

    for (uint32_t i = 0; i < count && !must_stop(f); i++) {
        nv_spelling spelling;

        if (nv_index_sound(f->index, first + i, &spelling))
            add_single(f, spelling.term,
                       spelling.key == key ? part : part * sound_prefix_part,
                       false);
    }
}

bool nv_answers_add_sounds(nv_answers *answers, const nv_matcher *matcher,
                           const nv_index *index, const nv_wanted *wanted,
                           bool is_known)
{
    finder f = {.answers = answers, .by = matcher, .index = index};
    uint64_t keys[NV_SPELLING_MAX];
    const size_t count =
        nv_spelling_keys(matcher->query->words[wanted->first], keys);

    for (size_t i = 0; i < count; i++)
        add_sounds(&f, keys[i], !wanted->is_prefix,
                   is_known ? known_sound_part : sound_part);
    return !f.failed;
}

static bool take_near(void *to, uint32_t term, int errors)
{
    finder *f = to;

    add_single(f, term, near_parts[errors], true);
    return !must_stop(f);
}

/* All terms that are answers; the caller frees them. NULL without memory. */
static uint32_t *list_terms(const nv_answers *answers, size_t *count)
{
    size_t sum = answers->single_count;
    uint32_t *terms;

    for (size_t i = 0; i < answers->row_count; i++)
        sum += answers->rows[i].row.count;
    terms = malloc((sum + 1) * sizeof *terms);
    *count = 0;
    for (size_t i = 0; terms && i < answers->row_count; i++)
        for (uint32_t k = 0; k < answers->rows[i].row.count; k++)
            terms[(*count)++] = answers->rows[i].row.first + k;
    for (size_t i = 0; terms && i < answers->single_count; i++)
        terms[(*count)++] = answers->singles[i].term;
    return terms;
}

static bool add_near_among(finder *f, const nv_wanted *wanted,
                           const nv_answers *among)
{
    const char *word = f->by->query->words[wanted->first];
    size_t count;
    uint32_t *terms = list_terms(among, &count);

    f->failed = !terms;
    if (terms)
        nv_fuzzy_find_among(f->index, word, wanted->is_prefix,
                            nv_fuzzy_errors(word), terms, count, take_near, f);
    free(terms);
    return !f->failed;
}

bool nv_answers_add_near(nv_answers *answers, const nv_matcher *matcher,
                         const nv_index *index, const nv_wanted *wanted,
                         const nv_answers *among)
{
    finder f = {.answers = answers, .by = matcher, .index = index};
    const char *word = matcher->query->words[wanted->first];

    if (among)
        return add_near_among(&f, wanted, among);
    nv_fuzzy_find(index, word, wanted->is_prefix, nv_fuzzy_errors(word),
                  matcher->means.is_cancelled, take_near, &f);
    return !f.failed;
}

/* All of them. */

static int compare_singles(const void *a, const void *b)
{
    const nv_answer *x = a, *y = b;

    if (x->term != y->term)
        return x->term < y->term ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

void nv_answers_finish(nv_answers *answers)
{
    size_t kept = 0;

    if (answers->single_count)
        qsort(answers->singles, answers->single_count, sizeof *answers->singles,
              compare_singles);
    for (size_t i = 0; i < answers->single_count; i++) {
        const nv_answer single = answers->singles[i];

        if (kept == 0 || answers->singles[kept - 1].term != single.term)
            answers->singles[kept++] = single;
        answers->filter[single.term / 64 % NV_ANSWER_FILTER] |=
            1ull << single.term % 64;
    }
    answers->single_count = kept;
}

void nv_answers_release(nv_answers *answers)
{
    free(answers->singles);
    *answers = (nv_answers){.row_count = 0};
}

const nv_answer *nv_answers_single(const nv_answers *answers, uint32_t term)
{
    size_t low = 0, high = answers->single_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (answers->singles[middle].term < term)
            low = middle + 1;
        else
            high = middle;
    }
    return low < answers->single_count && answers->singles[low].term == term
               ? &answers->singles[low]
               : NULL;
}
