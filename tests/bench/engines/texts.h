/* SPDX-License-Identifier: MPL-2.0 */
/* The texts of a pack, for engines that know nothing of packs: the parts of
 * each event that our index has, too, names under all their forms. */
#ifndef NV_TESTS_BENCH_TEXTS_H
#define NV_TESTS_BENCH_TEXTS_H

#include <stdbool.h>

/* What a field of the query can ask for has a column of its own. */
typedef enum {
    BENCH_TITLE,
    BENCH_DOCUMENT,
    BENCH_KIND,
    BENCH_DATE,
    BENCH_BY,
    BENCH_PARTY,
    BENCH_PLACE,
    BENCH_SUMMARY,
    BENCH_QUOTATION,
    BENCH_SOURCE,
    BENCH_COLUMNS
} bench_column;

/* "title", "document" ... */
extern const char *const bench_column_names[BENCH_COLUMNS];

/* How much a word there counts, beside the others: about as in our ranking. */
extern const int bench_column_weights[BENCH_COLUMNS];

/* Calls event() with the texts of each event, in the order of the pack, until
 * it returns false. */
bool bench_texts_read(const char *pack,
                      bool (*event)(void *to,
                                    const char *const texts[BENCH_COLUMNS]),
                      void *to);

#endif
