/* SPDX-License-Identifier: MPL-2.0 */
/* What of an event is searched, part by part: one order for all who need it,
 * the index and the snippets. */
#ifndef NV_REGISTRY_WALK_H
#define NV_REGISTRY_WALK_H

#include "registry/index/index.h"

/* What is told of an event; `to` is the caller's. Texts are never NULL. */
typedef struct {
    void (*text)(void *to, nv_zone zone, const char *text);
    /* A party or person, by its canonical name. */
    void (*name)(void *to, nv_zone zone, const char *canonical);
    /* `end` may be NULL. */
    void (*date)(void *to, const char *iso, const char *end,
                 nv_date_standing standing);
    /* The texts that follow belong to it; NULL: to none any more. */
    void (*quotation)(void *to, const nv_quotation *quotation);
} nv_sink;

void nv_walk_event(const nv_event *event, const nv_sink *sink, void *to);

#endif
