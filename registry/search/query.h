/* SPDX-License-Identifier: MPL-2.0 */
/* What was typed, as a list of what every hit must have or must not have.
 *
 * The language: words; "exact phrases", in any quotation marks, the last one
 * perhaps still open; -word, -"phrase" for what must not be; dates and spans of
 * dates as they are written (1949..1955, 1949-1955, from March to May 1954);
 * and fields, their names in English or French, a value at once behind:
 *
 *     kind:treaty  party:USSR  by:"de Gaulle"  place:Moscow  lang:fr
 *     year:1954  from:1949  to:31/3/1954
 *     genre: partie: par: lieu: langue: année: de: à:
 *
 * A field without a value wants nothing yet. A name that is no field's is a
 * word, and so is the one of a date before what is no date. */
#ifndef NV_REGISTRY_QUERY_H
#define NV_REGISTRY_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "registry/day.h"
#include "registry/text/fold.h"
#include "registry/index/index.h"

enum { NV_QUERY_MAX = 64 }; /* words; what comes after them is not looked at */

typedef enum {
    NV_WANT_WORD,
    NV_WANT_PHRASE,
    NV_WANT_DATE,  /* a date of the event or in its texts */
    NV_WANT_WITHIN /* the event's own date in a span; weighs nothing */
} nv_want;

typedef struct {
    nv_want want;
    bool is_excluded;
    bool is_prefix;                         /* its last word may go on */
    bool is_joined_before, is_joined_after; /* a word that may be one with its
                                               neighbour in words[] */
    uint8_t first, count;                   /* its words, in words[] */
    nv_mark mark;                           /* of the field it is asked of; a
                                               language is one word behind its
                                               mark and weighs nothing */
    nv_days days;
} nv_wanted;

typedef struct {
    nv_wanted wanted[NV_QUERY_MAX];
    size_t count;
    char words[NV_QUERY_MAX][NV_WORD_MAX + 1]; /* folded, as typed; a language
                                                  as its ISO 639-1 code */
    size_t word_count;
} nv_query;

/* Reads `len` bytes of UTF-8, untrusted. Each word is wanted once; the last is
 * a prefix unless it belongs to a date or is excluded. Articles and the like
 * are wanted only when there is nothing else. */
void nv_query_read(nv_query *query, const char *text, size_t len);

/* Adds what is wanted in the language above; `*` is a prefix. */
void nv_query_describe(const nv_query *query, nv_buffer *out);

/* Whether it is a condition on the event, not words to be found in it. */
bool nv_wanted_is_filter(const nv_wanted *wanted);

/* Whether it is a word, or a phrase of one. */
bool nv_wanted_is_one_word(const nv_wanted *wanted);

/* The zones in which it counts, 1 << nv_zone each. */
uint32_t nv_wanted_zones(const nv_wanted *wanted);

#define NV_ZONES_ALL ((1u << NV_ZONE_COUNT) - 1)

/* Whether a hit counts nothing for having it. */
bool nv_wanted_is_weightless(const nv_wanted *wanted);

/* Whether the two would find the same. */
bool nv_wanted_is_same(const nv_query *a, const nv_wanted *x, const nv_query *b,
                       const nv_wanted *y);

#endif
