/* SPDX-License-Identifier: MPL-2.0 */
/* Which terms of an index answer a wanted word, and for how much of the word
 * itself each of them counts: the word, those that begin with it, and one by
 * one those that are it in another form, spelling or, if need be, but for an
 * error of typing. */
#ifndef NV_REGISTRY_ANSWER_H
#define NV_REGISTRY_ANSWER_H

#include <stdatomic.h>

#include "registry/registry.h"
#include "registry/search/found.h"
#include "registry/search/query.h"
#include "registry/text/stem.h"

/* Terms in a row. */
typedef struct {
    nv_row row;
    bool has_whole; /* the first of them is the word itself and counts 1, */
    float part;     /* the others this */
} nv_answer_row;

/* A term by itself. */
typedef struct {
    uint32_t term;
    uint32_t order; /* in which it was found, best first */
    float part;
    bool is_near; /* but for an error of typing */
} nv_answer;

enum { NV_ANSWER_ROWS = 3, NV_ANSWER_FILTER = 16 };

/* All terms are those among all words, whatever the mark of what is wanted. */
typedef struct {
    nv_answer_row rows[NV_ANSWER_ROWS];
    size_t row_count;
    nv_answer *singles; /* by term; none of them in a row */
    size_t single_count, single_capacity;
    uint64_t filter[NV_ANSWER_FILTER]; /* the bit of each of them is set */
} nv_answers;

struct nv_match;

/* What finding needs; the stemmers are prepared. */
typedef struct {
    const nv_registry *const *registries;
    size_t registry_count;
    const nv_query *query;
    nv_stemmers *stemmers;
    nv_filling_means means;
    const nv_query *last;           /* the query before this one, */
    const struct nv_match *shorter; /* and a phrase of it, all of whose places
                                       are known; `in` is NULL: none */
    const struct nv_match *near;    /* and a word, found with errors of typing;
                                       likewise */
} nv_matcher;

/* The three steps of finding what answers the word `wanted`, which is one of
 * the matcher's query; the first begins with nothing, and what was found is
 * the caller's in any case, to be released. False without memory; early, with
 * part of it, when cancelled. */

/* The word, what it is joined with its neighbours, and its other forms. */
bool nv_answers_find(nv_answers *answers, const nv_matcher *matcher,
                     const nv_index *index, const nv_wanted *wanted);

/* Its other spellings. A word that is itself known needs them less. */
bool nv_answers_add_sounds(nv_answers *answers, const nv_matcher *matcher,
                           const nv_index *index, const nv_wanted *wanted,
                           bool is_known);

/* Words that differ by errors of typing; if `among` is not NULL, they are among
 * the answers to a shorter word. */
bool nv_answers_add_near(nv_answers *answers, const nv_matcher *matcher,
                         const nv_index *index, const nv_wanted *wanted,
                         const nv_answers *among);

/* Puts them in order, each term once, by the first way that led to it; only
 * then they can be asked. */
void nv_answers_finish(nv_answers *answers);

/* Adds the terms that are the word or begin with it as one row, unless they
 * stand in another one. */
void nv_answers_add_row(nv_answers *answers, const nv_index *index,
                        const char *word, bool is_prefix, float part);

void nv_answers_release(nv_answers *answers);

static inline bool nv_answers_are_none(const nv_answers *answers)
{
    return answers->row_count == 0 && answers->single_count == 0;
}

/* The single answer that is the term, or NULL. */
const nv_answer *nv_answers_single(const nv_answers *answers, uint32_t term);

/* For how much the term counts; 0: it is no answer. */
static inline float nv_answers_part(const nv_answers *answers, uint32_t term)
{
    const nv_answer *single;

    for (size_t i = 0; i < answers->row_count; i++) {
        const nv_answer_row *row = &answers->rows[i];

        if (term - row->row.first < row->row.count)
            return row->has_whole && term == row->row.first ? 1 : row->part;
    }
    if (!(answers->filter[term / 64 % NV_ANSWER_FILTER] >> term % 64 & 1))
        return 0;
    single = nv_answers_single(answers, term);
    return single ? single->part : 0;
}

#endif
