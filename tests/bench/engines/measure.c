/* SPDX-License-Identifier: MPL-2.0 */
/* Measures one engine; prints a name and a number a line, for
 * tests/bench/registry:
 *
 *     measure build PACK INDEX
 *     measure first PACK INDEX QUERY
 *     measure keys PACK INDEX QUERIES KEYS
 *
 * QUERIES has one a line; each is typed key by key, every key a search. Of all
 * keys KEYS are measured, evenly taken, or all where KEYS is 0. Asserts
 * nothing. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine.h"

enum {
    KEYS_MAX = 65536,
    QUERIES_MAX = 4096,
    LINE = 1024,
    ROUNDS = 3,
    ENOUGH = 30000, /* milliseconds */
    SLOWEST = 12
};

/* A key that was typed, small: all of them stand in the memory measured. */
typedef struct {
    const char *query;
    uint32_t len; /* of what is typed with this key, bytes */
    uint32_t hits;
    double wall, processor; /* milliseconds */
} key;

typedef struct {
    key *keys;
    size_t count;
} timing;

typedef struct {
    char *items[QUERIES_MAX];
    size_t count;
    size_t key_count; /* of all */
} queries;

/* Milliseconds. */
static double read_clock(clockid_t clock)
{
    struct timespec at;

    clock_gettime(clock, &at);
    return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static double now(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

/* Prints the line of that name of a file of /proc, in KiB. */
static void print_line_of(const char *path, const char *line_name,
                          const char *name)
{
    FILE *file = fopen(path, "r");
    const size_t len = strlen(line_name);
    char line[LINE];

    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, line_name, len) == 0)
            printf("%s %lu\n", name, strtoul(line + len, NULL, 10));
    if (file)
        fclose(file);
}

/* What this process alone occupies: pages without a file. */
static void print_memory(const char *name)
{
    print_line_of("/proc/self/smaps_rollup", "Anonymous:", name);
}

static bool build(const char *pack, const char *index)
{
    const double begin = now();

    if (!bench_engine.build(pack, index))
        return false;
    printf("build_ms %.1f\n", now() - begin);
    print_line_of("/proc/self/status", "VmHWM:", "build_peak_kib");
    return true;
}

static bool answer_first(const char *pack, const char *index, const char *query)
{
    const double begin = now();
    void *opened = bench_engine.open(pack, index);

    if (!opened)
        return false;
    printf("open_ms %.3f\n", now() - begin);
    bench_engine.find(opened, query, strlen(query));
    printf("answer_ms %.3f\n", now() - begin);
    bench_engine.close(opened);
    return true;
}

/* Whether the key that ends at `len` is the last byte of a character. */
static bool is_key(const char *query, size_t len)
{
    return ((unsigned char)query[len] & 0xC0) != 0x80;
}

static size_t count_keys(const char *query)
{
    size_t count = 0;

    for (size_t len = 1; len <= strlen(query); len++)
        count += is_key(query, len);
    return count;
}

static bool read_queries(const char *path, queries *all)
{
    FILE *file = fopen(path, "r");
    char query[LINE];

    if (!file)
        perror(path);
    while (file && fgets(query, sizeof query, file) &&
           all->count < QUERIES_MAX) {
        query[strcspn(query, "\n")] = '\0';
        all->items[all->count] = strdup(query);
        all->key_count += count_keys(query);
        all->count += all->items[all->count] != NULL;
    }
    if (file)
        fclose(file);
    return all->count > 0;
}

static void keep_quickest(double *time, double took)
{
    if (*time == 0 || took < *time)
        *time = took;
}

/* Of several rounds the quickest counts: the one that other work on the machine
 * disturbed least. */
static void find(void *opened, const char *query, size_t len, key *found)
{
    const double processor = read_clock(CLOCK_THREAD_CPUTIME_ID);
    const double begin = now();

    found->hits = (uint32_t)bench_engine.find(opened, query, len);
    keep_quickest(&found->wall, now() - begin);
    keep_quickest(&found->processor,
                  read_clock(CLOCK_THREAD_CPUTIME_ID) - processor);
    found->query = query;
    found->len = (uint32_t)len;
}

/* Takes a key where the share of those before it passes a whole number. */
static bool is_taken(size_t number, size_t wanted, size_t all)
{
    return wanted == 0 || wanted >= all ||
           (number + 1) * wanted / all > number * wanted / all;
}

static void type(void *opened, const char *query, const queries *all,
                 size_t wanted, size_t *number, timing *times)
{
    key unwanted = {0};

    for (size_t len = 1; len <= strlen(query); len++) {
        if (!is_key(query, len))
            continue;
        if (is_taken((*number)++, wanted, all->key_count) &&
            times->count < KEYS_MAX)
            find(opened, query, len, &times->keys[times->count++]);
        else if (bench_engine.is_typed)
            find(opened, query, len, &unwanted);
    }
}

/* Several rounds, but no new one when there was enough. */
static void type_all(void *opened, const queries *all, size_t wanted,
                     timing *times)
{
    const double begin = now();

    for (int round = 0; round < ROUNDS && now() - begin < ENOUGH; round++) {
        size_t number = 0;

        times->count = 0;
        for (size_t i = 0; i < all->count; i++)
            type(opened, all->items[i], all, wanted, &number, times);
    }
}

static int compare_processor(const void *a, const void *b)
{
    const double x = ((const key *)a)->processor;
    const double y = ((const key *)b)->processor;

    return (x > y) - (x < y);
}

static int compare_wall(const void *a, const void *b)
{
    const double x = ((const key *)a)->wall;
    const double y = ((const key *)b)->wall;

    return (x > y) - (x < y);
}

/* Sorts the keys. */
static void print_times(const timing *times)
{
    const size_t middle = times->count / 2, late = times->count * 99 / 100;
    double sum = 0;

    qsort(times->keys, times->count, sizeof *times->keys, compare_processor);
    printf("p99_processor_ms %.4f\n", times->keys[late].processor);
    qsort(times->keys, times->count, sizeof *times->keys, compare_wall);
    for (size_t i = 0; i < times->count; i++)
        sum += times->keys[i].wall;
    printf("keys %zu\n", times->count);
    printf("mean_ms %.4f\n", sum / (double)times->count);
    printf("p50_ms %.4f\n", times->keys[middle].wall);
    printf("p99_ms %.4f\n", times->keys[late].wall);
    printf("longest_ms %.4f\n", times->keys[times->count - 1].wall);
}

/* The slowest keys, for whoever looks for what to improve. */
static void print_slowest(const timing *times)
{
    for (size_t i = times->count; i > 0 && i + SLOWEST > times->count; i--) {
        const key *slow = &times->keys[i - 1];

        fprintf(stderr, "slow %8.3f ms %4" PRIu32 " hits  %.*s\n", slow->wall,
                slow->hits, (int)slow->len, slow->query);
    }
}

static bool measure_keys(const char *pack, const char *index, const char *path,
                         size_t wanted)
{
    static queries all;
    static key keys[KEYS_MAX];
    timing times = {keys, 0};
    void *opened =
        read_queries(path, &all) ? bench_engine.open(pack, index) : NULL;

    if (!opened)
        return false;
    print_memory("memory_open_kib");
    type_all(opened, &all, wanted, &times);
    print_memory("memory_end_kib");
    if (times.count > 0) {
        print_times(&times);
        print_slowest(&times);
    }
    bench_engine.close(opened);
    return true;
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "build") == 0)
        return build(argv[2], argv[3]) ? 0 : 1;
    if (argc == 5 && strcmp(argv[1], "first") == 0)
        return answer_first(argv[2], argv[3], argv[4]) ? 0 : 1;
    if (argc == 6 && strcmp(argv[1], "keys") == 0)
        return measure_keys(argv[2], argv[3], argv[4],
                            strtoul(argv[5], NULL, 10))
                   ? 0
                   : 1;
    fprintf(stderr, "usage: build PACK INDEX | first PACK INDEX QUERY | keys "
                    "PACK INDEX QUERIES KEYS\n");
    return 2;
}
