/* SPDX-License-Identifier: MPL-2.0 */
/* Search as a person types: all words, in any order, the last one as a prefix,
 * without regard to case, accents and typographic marks; dates as they are
 * written. */
#ifndef NV_REGISTRY_SEARCH_H
#define NV_REGISTRY_SEARCH_H

#include "registry/registry.h"

/* Which part of the record matched best. */
typedef enum {
    NV_FIELD_TITLE,
    NV_FIELD_DATE,
    NV_FIELD_PEOPLE,
    NV_FIELD_PARTY,
    NV_FIELD_PLACE,
    NV_FIELD_QUOTATION,
    NV_FIELD_SUMMARY,
    NV_FIELD_SOURCE,
    NV_FIELD_STATEMENT, /* by a statement: see `statement` */
    NV_FIELD_COUNT
} nv_field;

typedef struct {
    const nv_event *event;
    nv_field field;
    const nv_quotation *quotation; /* the wording that matched, or NULL */
    const nv_statement *statement; /* the sentence in circulation that led
                                      here, with its caution; or NULL */
    double score;                  /* greater is better */
} nv_hit;

/* Finds the events that match `query` (UTF-8, `len` bytes, untrusted, any
 * length) and writes at most `max` of them to hits[], best first, ties by
 * date. An empty query, or one of nothing but marks, finds nothing. Each event
 * appears once.
 *
 * Returns how many were written; sets *total (if not NULL) to how many match.
 * On want of memory writes nothing, returns 0 and sets *err. */
size_t nv_registry_search(const nv_registry *registry, const char *query,
                          size_t len, nv_hit hits[], size_t max, size_t *total,
                          nv_error *err);

#endif
