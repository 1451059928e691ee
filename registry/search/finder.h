/* SPDX-License-Identifier: MPL-2.0 */
/* What a search is made of; for the files of this room and its tests. */
#ifndef NV_REGISTRY_FINDER_H
#define NV_REGISTRY_FINDER_H

#include "base/buffer.h"
#include "registry/search/rank.h"
#include "registry/search/search.h"

struct nv_finder {
    const nv_registry **registries;
    size_t registry_count;
    nv_stemmers stemmers;
    atomic_bool is_cancelled;
    size_t light_max; /* places; NV_LIGHT_MAX but in tests */
    nv_phrase_limits phrases;
    nv_rank_limits limits;
    nv_room room;
    nv_query query, last;        /* last: what kept[] and near[] are of */
    nv_match kept[NV_QUERY_MAX]; /* by wanted; is_whole tells the found ones */
    nv_match near[NV_QUERY_MAX]; /* the same, with errors of typing */
    nv_match beside[NV_QUERY_MAX]; /* phrases of which a part is kept, in the
                                      records that have all else */
    nv_match shorter; /* a phrase of `last` that the query may go on from */
    nv_match shorter_near;              /* the same of a word of near[] */
    const nv_match *used[NV_QUERY_MAX]; /* the ones ranked last */
    nv_hits hits;
    size_t total;
    bool is_total_partial; /* more may match */
    bool is_done;          /* the last run came to its end: used[] is sound */
    nv_correction corrections[NV_QUERY_MAX];
    size_t correction_count;
    nv_buffer understood;
    struct nv_picked *picked; /* filter and counts; NULL: never asked for */
    const char *passage; /* what this run looks for in the place of the query;
                            NULL: the query */
    size_t passage_len;
};

/* What finding words needs, of the query and what is kept of it. */
nv_matcher nv_finder_matcher(nv_finder *finder);

/* passage.h: fills in hits and total. False without memory, or when it was
 * cancelled. */
bool nv_passage_find(nv_finder *finder, const char *text, size_t len);

#endif
