/* SPDX-License-Identifier: MPL-2.0 */
/* Measures one engine; prints a name and a number a line, for
 * tests/bench/registry:
 *
 *     measure build PACK INDEX
 *     measure first PACK INDEX QUERY
 *     measure keys PACK INDEX QUERIES KEYS ROUNDS
 *
 * QUERIES has one a line; each is typed key by key, every key a search. Of all
 * keys KEYS are measured, evenly taken, or all where KEYS is 0. Asserts
 * nothing. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <sys/resource.h>

#include "engine.h"

enum { KEYS_MAX = 65536, LINE = 1024 };

typedef struct {
    double milliseconds;
    size_t hits;
    char typed[96]; /* cut */
} key;

typedef struct {
    key *keys;
    size_t count;
} timing;

static double now(void)
{
    struct timespec at;

    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

/* What this process alone occupies, KiB: changed pages, and those without a
 * file. */
static void print_memory(const char *when)
{
    FILE *file = fopen("/proc/self/smaps_rollup", "r");
    char line[LINE];
    unsigned long kib;

    while (file && fgets(line, sizeof line, file)) {
        if (sscanf(line, "Private_Dirty: %lu", &kib) == 1)
            printf("private_%s_kib %lu\n", when, kib);
        if (sscanf(line, "Anonymous: %lu", &kib) == 1)
            printf("anonymous_%s_kib %lu\n", when, kib);
    }
    if (file)
        fclose(file);
}

static bool build(const char *pack, const char *index)
{
    struct rusage usage;
    const double begin = now();

    if (!bench_engine.build(pack, index))
        return false;
    printf("build_ms %.1f\n", now() - begin);
    getrusage(RUSAGE_SELF, &usage);
    printf("build_peak_kib %ld\n", usage.ru_maxrss);
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

/* Of several rounds the quickest counts: the one that other work on the machine
 * disturbed least. */
static void find(void *opened, const char *query, size_t len, key *found)
{
    const double begin = now();
    double took;

    found->hits = bench_engine.find(opened, query, len);
    took = now() - begin;
    if (found->milliseconds == 0 || took < found->milliseconds)
        found->milliseconds = took;
    snprintf(found->typed, sizeof found->typed, "%.*s", (int)len, query);
}

/* Takes a key where the share of those before it passes a whole number. */
static bool is_taken(size_t number, size_t wanted, size_t all)
{
    return wanted == 0 || wanted >= all ||
           (number + 1) * wanted / all > number * wanted / all;
}

/* Types the queries of the file; returns how many keys there are. With `opened`
 * NULL only counts. */
static size_t type(void *opened, FILE *queries, size_t wanted, size_t all,
                   timing *times)
{
    char query[LINE];
    size_t number = 0;
    key unwanted = {0};

    rewind(queries);
    while (fgets(query, sizeof query, queries)) {
        query[strcspn(query, "\n")] = '\0';
        if (!opened) {
            number += count_keys(query);
            continue;
        }
        for (size_t len = 1; len <= strlen(query); len++) {
            if (!is_key(query, len))
                continue;
            if (is_taken(number++, wanted, all) && times->count < KEYS_MAX)
                find(opened, query, len, &times->keys[times->count++]);
            else if (bench_engine.is_typed)
                find(opened, query, len, &unwanted);
        }
    }
    return number;
}

static int compare(const void *a, const void *b)
{
    const double x = ((const key *)a)->milliseconds;
    const double y = ((const key *)b)->milliseconds;

    return (x > y) - (x < y);
}

static void print_times(const timing *times)
{
    double sum = 0;
    size_t hits = 0;

    if (times->count == 0)
        return;
    for (size_t i = 0; i < times->count; i++) {
        sum += times->keys[i].milliseconds;
        hits += times->keys[i].hits;
    }
    qsort(times->keys, times->count, sizeof *times->keys, compare);
    printf("keys %zu\n", times->count);
    printf("p50_ms %.4f\n", times->keys[times->count / 2].milliseconds);
    printf("p99_ms %.4f\n", times->keys[times->count * 99 / 100].milliseconds);
    printf("longest_ms %.4f\n", times->keys[times->count - 1].milliseconds);
    printf("mean_ms %.4f\n", sum / (double)times->count);
    printf("hits %.1f\n", (double)hits / (double)times->count);
}

/* The slowest keys, for whoever looks for what to improve. */
static void print_slowest(const timing *times)
{
    const size_t count = times->count < 12 ? times->count : 12;

    for (size_t i = 0; i < count; i++) {
        const key *slow = &times->keys[times->count - 1 - i];

        fprintf(stderr, "slow %8.3f ms %4zu hits  %s\n", slow->milliseconds,
                slow->hits, slow->typed);
    }
}

static bool type_all(const char *pack, const char *index, const char *path,
                     size_t wanted, int rounds)
{
    FILE *queries = fopen(path, "r");
    timing times = {calloc(KEYS_MAX, sizeof *times.keys), 0};
    void *opened = NULL;
    size_t all = 0;

    if (!queries || !times.keys)
        perror(path);
    else
        opened = bench_engine.open(pack, index);
    if (opened) {
        print_memory("open");
        all = type(NULL, queries, 0, 0, NULL);
        for (int i = 1; i <= rounds; i++) {
            times.count = 0;
            type(opened, queries, wanted, all, &times);
        }
        print_memory("end");
        print_times(&times);
        print_slowest(&times);
        bench_engine.close(opened);
    }
    if (queries)
        fclose(queries);
    free(times.keys);
    return opened != NULL;
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "build") == 0)
        return build(argv[2], argv[3]) ? 0 : 1;
    if (argc == 5 && strcmp(argv[1], "first") == 0)
        return answer_first(argv[2], argv[3], argv[4]) ? 0 : 1;
    if (argc == 7 && strcmp(argv[1], "keys") == 0)
        return type_all(argv[2], argv[3], argv[4], strtoul(argv[5], NULL, 10),
                        atoi(argv[6]))
                   ? 0
                   : 1;
    fprintf(stderr, "usage: build PACK INDEX | first PACK INDEX QUERY | keys "
                    "PACK INDEX QUERIES KEYS ROUNDS\n");
    return 2;
}
