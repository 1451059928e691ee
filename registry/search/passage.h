/* SPDX-License-Identifier: MPL-2.0 */
/* From a paragraph that somebody is writing to the events it may be about. */
#ifndef NV_REGISTRY_PASSAGE_H
#define NV_REGISTRY_PASSAGE_H

#include "registry/search/search.h"

enum { NV_PASSAGE_HITS_MAX = 20 };

/* Finds the events that fit `text` (UTF-8, `len` bytes, untrusted, any length;
 * prose.h says how much of it is read): by its dates, by names in whatever form
 * or transliteration the registry knows, and by words, of which the rare ones
 * count most. Not all of it must be there, in contrast to a query, so hits are
 * what stands out: at most NV_PASSAGE_HITS_MAX, none that has much less for it
 * than the best, and none at all when next to nothing fits. A filter
 * (facets.h) is obeyed.
 *
 * Otherwise like nv_finder_run(), of whose hits and total these take the place:
 * nothing is understood or corrected, and no hit has a snippet. */
nv_search_end nv_finder_run_passage(nv_finder *finder, const char *text,
                                    size_t len, nv_error *err);

#endif
