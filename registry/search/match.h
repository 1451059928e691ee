/* SPDX-License-Identifier: MPL-2.0 */
/* One wanted thing in every registry: what answers it, and where it stands. */
#ifndef NV_REGISTRY_MATCH_H
#define NV_REGISTRY_MATCH_H

#include "registry/search/answer.h"
#include "registry/search/found.h"

/* In one registry. Dates, phrases of several words and languages have no
 * answers. */
typedef struct {
    nv_answers answers;
    nv_found found;
} nv_match_in;

typedef struct nv_match {
    nv_wanted wanted;
    nv_match_in *in; /* by registry */
    size_t in_count;
    size_t record_count; /* how many records have it, in all of them; of a part,
                            as far as that tells */
    bool is_whole;       /* matching was not broken off */
} nv_match;

/* Finds `wanted`, which is one of the query's; with_errors finds words beside
 * it that differ by errors of typing. The match is the caller's, to be
 * released, even when false is returned: there was no memory, or it was
 * cancelled. */
bool nv_match_find(nv_match *match, const nv_matcher *matcher,
                   const nv_wanted *wanted, bool with_errors);

/* Finds a phrase, of which `part` knows only a part, in the records that have
 * all of the others. */
bool nv_match_find_beside(nv_match *match, const nv_match *part,
                          const nv_matcher *matcher,
                          const nv_match *const others[], size_t count);

void nv_match_release(nv_match *match);

#endif
