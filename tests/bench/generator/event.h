/* SPDX-License-Identifier: MPL-2.0 */
/* An event that never was: what is drawn of it, and its XML. */
#ifndef NV_TESTS_BENCH_EVENT_H
#define NV_TESTS_BENCH_EVENT_H

#include "names.h"
#include "registry/event.h"
#include "words.h"

enum { BENCH_ID = 96, BENCH_PARTIES = 6, BENCH_PERSONS = 4 };

/* What is settled before an event is written: events of one day are sorted by
 * id. */
typedef struct {
    char id[BENCH_ID];
    nv_kind kind;
    uint32_t party;
} bench_draft;

typedef struct {
    const bench_draft *draft;
    uint32_t number;           /* in the registry, from 0 */
    char date[11];             /* ISO 8601, a day or a month */
    char earlier[2][BENCH_ID]; /* ids of two that may be related, or "" */
    nv_language language;      /* of the document */
    nv_language in;            /* of our own texts: English or French */
    uint32_t parties[BENCH_PARTIES], party_count;
    uint32_t persons[BENCH_PERSONS], person_count;
    uint32_t place;
    nv_buffer title, quotation; /* the first of each */
} bench_event;

typedef struct {
    bench_words words;
    bench_names names;
    bench_random random;
    bool is_full; /* events are as long as those of the dossier */
    uint32_t statement_count;
} bench_world;

/* Draws kind, first party and id of an event of that date. */
void bench_draft_draw(bench_world *world, const char *date, bench_draft *draft);

/* Draws all else of an event and adds its XML to `out`. Its buffers are
 * replaced; the caller releases them. */
void bench_event_write(bench_world *world, bench_event *event, nv_buffer *out);

/* Adds the statement of that number, which leads to those events. */
void bench_statement_write(bench_world *world, uint32_t number,
                           const char *const ids[], size_t count,
                           nv_buffer *out);

#endif
