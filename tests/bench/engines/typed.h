/* SPDX-License-Identifier: MPL-2.0 */
/* What was typed, word by word, for engines with a query language of their own.
 */
#ifndef NV_TESTS_BENCH_TYPED_H
#define NV_TESTS_BENCH_TYPED_H

#include "texts.h"

#include <stddef.h>

enum { BENCH_WORD = 256 };

/* A word or a "phrase". */
typedef struct {
    char text[BENCH_WORD]; /* without quotation marks and fields */
    int column;            /* bench_column; -1: any */
    bool is_excluded;
    bool is_phrase;
    bool is_last; /* may go on */
} bench_typed;

/* Reads the next one of the NUL-terminated query at *at, and moves *at behind
 * it. False at its end. */
bool bench_typed_next(const char **at, bench_typed *typed);

#endif
