/* SPDX-License-Identifier: MPL-2.0 */
/* The piece of an event that shows why it was found. */
#ifndef NV_REGISTRY_SNIPPET_H
#define NV_REGISTRY_SNIPPET_H

#include "registry/search/match.h"
#include "registry/search/search.h"

/* See nv_finder_snippet(); the matches are those the hit was ranked by, and
 * `number` is the number of its registry among theirs. */
bool nv_snippet_write(const nv_query *query, const nv_match *const matches[],
                      size_t match_count, size_t number, const nv_hit *hit,
                      nv_snippet *snippet);

#endif
