/* SPDX-License-Identifier: MPL-2.0 */
/* A search engine that measure.c measures: ours, or a peer. One program is
 * linked of measure.c and each. */
#ifndef NV_TESTS_BENCH_ENGINE_H
#define NV_TESTS_BENCH_ENGINE_H

#include <stdbool.h>
#include <stddef.h>

enum { BENCH_HITS = 300 }; /* of each search, best first */

/* Each returns false or NULL when it has said on stderr what is wrong. */
typedef struct {
    /* Makes `index`, a file or a folder, of a pack. */
    bool (*build)(const char *pack, const char *index);

    /* What it returns is given back to close(). */
    void *(*open)(const char *pack, const char *index);
    void (*close)(void *opened);

    /* Finds what was typed so far, UTF-8; returns how many hits there are, at
     * most BENCH_HITS. */
    size_t (*find)(void *opened, const char *query, size_t len);

    /* Whether a search is quicker behind the one for the key before, so that
     * all keys must be typed even where a few are measured. */
    bool is_typed;
} bench_engine_class;

extern const bench_engine_class bench_engine;

#endif
