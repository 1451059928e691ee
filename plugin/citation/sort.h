/* SPDX-License-Identifier: MPL-2.0 */
/* The order of cites in a cluster and of entries in a bibliography. */
#ifndef NV_CITATION_SORT_H
#define NV_CITATION_SORT_H

#include "citation/render.h"

/* The keys of one item for one cs:sort, in its order. "" is an empty key: those
 * stand last, ascending or not. Texts live in the arena they were made in. */
typedef struct {
    const char *const *keys; /* as many as the layout has */
    uint32_t order;          /* of the input: decides between equals */
} nv_csl_sort_keys;

/* Renders all keys of the layout for render->item (area, distinction and state
 * are set by the caller; draft is used and cut back). False without memory. */
bool nv_csl_sort_keys_make(nv_csl_render *render, const nv_csl_layout *layout,
                           nv_arena *arena, nv_csl_sort_keys *out);

/* By the keys, by the host's order of text or collate.h, then by order. */
int nv_csl_sort_compare(const nv_csl_layout *layout, const nv_csl_options *host,
                        const char *tag, const nv_csl_sort_keys *a,
                        const nv_csl_sort_keys *b);

/* Sorts indices[] so that keys[indices[0]] comes first; stable, n log n. False
 * without memory. */
bool nv_csl_sort(const nv_csl_layout *layout, const nv_csl_options *host,
                 const char *tag, const nv_csl_sort_keys keys[],
                 uint32_t indices[], size_t count);

#endif
