/* SPDX-License-Identifier: MPL-2.0 */
/* How long it takes to filter with counts, and to suggest what fits a
 * paragraph: finding PACK INDEX PASSAGES prints milliseconds by name. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "registry/file.h"
#include "registry/search/facets.h"
#include "registry/search/passage.h"

static double longest; /* of what was timed last */

static double now(void)
{
    struct timespec at;

    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static void note_time(double begin)
{
    const double spent = now() - begin;

    longest = spent > longest ? spent : longest;
}

/* The cards are read with the first count, once. */
static void time_first(nv_finder *finder)
{
    const double begin = now();

    nv_finder_count(finder, NULL);
    printf("filter_first_ms %.3f\n", now() - begin);
}

/* A key while the filter is open: found anew and counted. */
static void time_keys(nv_finder *finder)
{
    static const char query[] = "soviet note on germany 1954";
    static const nv_filter filter = {.kinds = 1u << NV_KIND_NOTE,
                                     .first_year = 1950};

    nv_finder_set_filter(finder, &filter, NULL);
    longest = 0;
    for (size_t len = 1; len < sizeof query; len++) {
        double begin;

        nv_finder_run(finder, query, len, NULL);
        begin = now();
        nv_finder_count(finder, NULL);
        note_time(begin);
    }
    printf("filter_count_longest_ms %.3f\n", longest);
    nv_finder_set_filter(finder, &(nv_filter){.kinds = 0}, NULL);
}

static void time_passages(nv_finder *finder, const char *text)
{
    longest = 0;
    for (const char *at = strstr(text, "\n= "); at;) {
        const char *next = strstr(at + 1, "\n= ");
        const double begin = now();

        nv_finder_run_passage(finder, at,
                              next ? (size_t)(next - at) : strlen(at), NULL);
        note_time(begin);
        at = next;
    }
    printf("suggest_longest_ms %.3f\n", longest);
    longest = 0;
    for (int i = 0; i < 5; i++) {
        const double begin = now();

        nv_finder_run_passage(finder, text, strlen(text), NULL);
        note_time(begin);
    }
    printf("suggest_pages_longest_ms %.3f\n", longest);
}

int main(int argc, char **argv)
{
    nv_error err = {0};
    nv_buffer text = NV_BUFFER_INIT;
    nv_finder *finder = NULL;
    nv_registry *registry =
        argc == 4 ? nv_registry_open(argv[1], argv[2], &err) : NULL;

    if (registry)
        finder = nv_finder_new((const nv_registry *const[]){registry}, 1, &err);
    if (finder && nv_file_read(argv[3], &text, &err)) {
        time_first(finder);
        time_keys(finder);
        time_passages(finder, text.text);
    }
    if (argc != 4 || err.code)
        fprintf(stderr, "finding PACK INDEX PASSAGES: %s\n", err.message);
    nv_buffer_release(&text);
    nv_finder_free(finder);
    nv_registry_free(registry);
    return argc != 4 || err.code;
}
