/* SPDX-License-Identifier: MPL-2.0 */
/* A paragraph as search sees it: its words, each once, and its dates. */
#ifndef NV_REGISTRY_PROSE_H
#define NV_REGISTRY_PROSE_H

#include "registry/day.h"
#include "registry/text/fold.h"

enum {
    NV_PROSE_READ_MAX = 4000, /* words of a text that are read; a long page has
                                 a thousand */
    NV_PROSE_WORDS_MAX = 512, /* different ones that are kept */
    NV_PROSE_DATES_MAX = 32
};

typedef struct {
    char text[NV_WORD_MAX + 1]; /* folded */
    bool is_name;               /* it was met with a capital */
} nv_prose_word;

/* Large: not for the stack of a thread that is not one's own. */
typedef struct {
    nv_prose_word words[NV_PROSE_WORDS_MAX]; /* without those of dates, and
                                                without those that every text
                                                has */
    size_t word_count;
    nv_days dates[NV_PROSE_DATES_MAX]; /* in their order, each once */
    size_t date_count;
} nv_prose;

/* Reads `len` bytes of UTF-8, untrusted. Dates are those of date_words.h; a day
 * and month, or a month, takes its year from the date before it, else from the
 * next; "the spring of 1954", "early in 1954", « au début de 1954 » are spans
 * of months. */
void nv_prose_read(nv_prose *prose, const char *text, size_t len);

#endif
