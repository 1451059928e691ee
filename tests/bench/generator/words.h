/* SPDX-License-Identifier: MPL-2.0 */
/* The vocabulary of five languages: first the words of real texts, the most
 * frequent first, then words made of syllables, each stem in several forms, as
 * many as are ever asked for. */
#ifndef NV_TESTS_BENCH_WORDS_H
#define NV_TESTS_BENCH_WORDS_H

#include "base/buffer.h"
#include "base/language.h"
#include "random.h"
#include "zipf.h"

/* The words that were met in one language. */
typedef struct {
    char **items;
    size_t count, capacity;
} bench_seeds;

typedef struct {
    bench_seeds seeds[NV_LANGUAGE_COUNT];
    bench_zipf ranks[NV_LANGUAGE_COUNT];
} bench_words;

/* Adds the words of a text; all of them before bench_words_finish(). False
 * without memory. */
bool bench_words_add(bench_words *words, nv_language language,
                     const char *text);
bool bench_words_finish(bench_words *words);
void bench_words_release(bench_words *words);

/* Adds `count` words at random with spaces between them, and commas. */
void bench_words_say(const bench_words *words, bench_random *random,
                     nv_language language, uint32_t count, nv_buffer *out);

#endif
