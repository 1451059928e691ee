/* SPDX-License-Identifier: MPL-2.0 */
/* A filter beside the query, and how many events each choice of it would
 * leave. The counts of one list are given the query and all of the filter but
 * that list's own choice, so that another choice can be compared with it. */
#ifndef NV_REGISTRY_FACETS_H
#define NV_REGISTRY_FACETS_H

#include "registry/search/filter.h"
#include "registry/search/search.h"

/* The lists of choices. The first two are of one choice, the period. */
typedef enum {
    NV_FACET_DECADES,
    NV_FACET_YEARS,
    NV_FACET_KINDS,
    NV_FACET_PARTIES,
    NV_FACET_LANGUAGES,
    NV_FACET_PACKS,
    NV_FACET_WORDING, /* one choice: with a wording */
    NV_FACET_COUNT
} nv_facet;

/* One choice. An event that lasts counts in each year and decade it touches. */
typedef struct {
    const char *text; /* canonical party, ISO 639-1, name of the pack, or word
                         of the kind; NULL for a period and for a wording */
    int first_year, last_year; /* of a period, else 0 */
    nv_kind kind;              /* of a kind, else 0 */
    size_t count;
} nv_pick;

/* Sets the filter that the next runs obey, a copy; one that asks for nothing
 * ends it. With a filter an empty query finds all that passes, in the order of
 * the dates. The first run or count with one reads all cards: 0.1 s for 100,000
 * of them. False with NV_ERROR_MEMORY: then the filter is as before. */
bool nv_finder_set_filter(nv_finder *finder, const nv_filter *filter,
                          nv_error *err);

/* Counts, given what the last run wanted; an empty query wants every event.
 * Costs a pass over the events, and is done only when it is asked for. False
 * with *err set: no memory, or the index of a pack is damaged. */
bool nv_finder_count(nv_finder *finder, nv_error *err);

/* The choices of a list that leave any event, as counted last: periods in their
 * order, kinds in that of nv_kind, packs as they were given, parties and
 * languages the commonest first. Borrowed until the next count, filter or
 * run. */
const nv_pick *nv_finder_facet(const nv_finder *finder, nv_facet facet,
                               size_t *count);

/* How many events pass all of it, as counted last. */
size_t nv_finder_counted(const nv_finder *finder);

#endif
