/* SPDX-License-Identifier: MPL-2.0 */
/* How long the registry takes: to open, to the first answer, and for each key
 * of the queries in tests/registry/relevance.tsv, typed one after the other.
 * Prints; asserts nothing. The pack is the argument. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "registry/search/search.h"

enum { OPENINGS = 30, KEYS_MAX = 65536, LINE = 1024 };

static double now(void)
{
    struct timespec at;

    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static void report(const char *what, double times[], size_t count)
{
    if (count == 0)
        return;
    qsort(times, count, sizeof *times, compare);
    printf("%s: p50 %.3f ms, p99 %.3f ms, longest %.3f ms (%zu times)\n", what,
           times[count / 2], times[count * 99 / 100], times[count - 1], count);
}

static bool open_often(const char *path)
{
    double opened[OPENINGS], answered[OPENINGS];

    for (size_t i = 0; i < OPENINGS; i++) {
        nv_error err = {0};
        nv_hit hit;
        const double begin = now();
        nv_registry *registry = nv_registry_open(path, &err);

        opened[i] = now() - begin;
        if (!registry) {
            fprintf(stderr, "%s\n", err.message);
            return false;
        }
        nv_registry_search(registry, "31 mars 1954", 12, &hit, 1, NULL, NULL);
        answered[i] = now() - begin;
        nv_registry_free(registry);
    }
    report("registry: opened", opened, OPENINGS);
    report("registry: first answer", answered, OPENINGS);
    return true;
}

/* Types one query; returns how many times were written. */
static size_t type(const nv_registry *registry, const char *query,
                   double times[], size_t room)
{
    const size_t len = strlen(query);
    nv_finder *finder = nv_finder_new(registry, NULL);
    size_t count = 0;

    for (size_t i = 1; finder && i <= len && count < room; i++) {
        double begin;

        if (((unsigned char)query[i] & 0xC0) == 0x80)
            continue;
        begin = now();
        nv_finder_run(finder, query, i, NULL);
        times[count++] = now() - begin;
    }
    nv_finder_free(finder);
    return count;
}

static bool type_all(const char *path)
{
    static double times[KEYS_MAX];
    nv_registry *registry = nv_registry_open(path, NULL);
    FILE *file = fopen("tests/registry/relevance.tsv", "r");
    char line[LINE];
    size_t count = 0;

    while (registry && file && fgets(line, LINE, file)) {
        char *query = strchr(line, '\t');

        query = line[0] == '#' || !query ? NULL : strchr(query + 1, '\t');
        if (!query)
            continue;
        query[1 + strcspn(query + 1, "\t\n")] = '\0';
        count += type(registry, query + 1, times + count, KEYS_MAX - count);
    }
    report("registry: each key", times, count);
    if (file)
        fclose(file);
    nv_registry_free(registry);
    return count > 0;
}

int main(int argc, char **argv)
{
    return argc == 2 && open_often(argv[1]) && type_all(argv[1]) ? 0 : 1;
}
