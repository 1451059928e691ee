/* SPDX-License-Identifier: MPL-2.0 */
/* What was typed, as a list of what every hit must have. */
#ifndef NV_REGISTRY_QUERY_H
#define NV_REGISTRY_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "registry/day.h"
#include "registry/fold.h"

enum { NV_QUERY_MAX = 64 }; /* words; what comes after them is not looked at */

/* A word, or a date when word is "". */
typedef struct {
    char word[NV_WORD_MAX + 1];
    bool is_prefix; /* the word may go on */
    nv_days days;
} nv_wanted;

typedef struct {
    nv_wanted wanted[NV_QUERY_MAX];
    size_t count;
} nv_query;

/* Reads `len` bytes of UTF-8, untrusted. Each word is wanted once; the last is
 * a prefix unless it belongs to a date. */
void nv_query_read(nv_query *query, const char *text, size_t len);

#endif
