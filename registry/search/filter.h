/* SPDX-License-Identifier: MPL-2.0 */
/* What a person picks beside the query: a period, a kind, a party and so on.
 * Every hit must have all of it. */
#ifndef NV_REGISTRY_FILTER_H
#define NV_REGISTRY_FILTER_H

#include <stdbool.h>

#include "registry/event.h"

/* All zero asks for nothing. Texts are borrowed, NULL (or "") where nothing is
 * asked for. */
typedef struct {
    int first_year, last_year; /* the event's own date, or the span that begins
                                  with it, touches them, both inclusive; 0: open
                                  at that end */
    unsigned kinds;            /* 1 << nv_kind, any of them; 0: all */
    const char *party;    /* canonical English name of one of the parties */
    const char *language; /* ISO 639-1, of a wording that may be inserted */
    const char *pack;     /* name of the pack */
    bool has_wording;     /* there is a wording that may be inserted */
} nv_filter;

/* Whether it asks for nothing. */
bool nv_filter_is_empty(const nv_filter *filter);

#endif
