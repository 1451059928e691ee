/* SPDX-License-Identifier: MPL-2.0 */
/* Persons, parties and places: first real ones, then made ones, all with their
 * own frequencies. */
#ifndef NV_TESTS_BENCH_NAMES_H
#define NV_TESTS_BENCH_NAMES_H

#include <stddef.h>

#include <libxml/tree.h>

#include "base/buffer.h"
#include "base/language.h"
#include "random.h"
#include "zipf.h"

typedef enum {
    BENCH_PERSON,
    BENCH_PARTY,
    BENCH_PLACE,
    BENCH_NAME_KINDS
} bench_name_kind;

/* A real name; a form that is not known is NULL. */
typedef struct {
    char *in[NV_LANGUAGE_COUNT];
} bench_real_name;

typedef struct {
    bench_real_name *real;
    size_t real_count;
    uint32_t count; /* made ones included */
    bench_zipf ranks;
} bench_name_list;

typedef struct {
    bench_name_list lists[BENCH_NAME_KINDS];
    nv_buffer records; /* the real ones as they stand in the registry */
} bench_names;

/* Adds a <name> and the text of a <place> that real events have. Others than
 * persons, states, bodies and simple places are passed over. False without
 * memory. */
bool bench_names_add(bench_names *names, xmlDoc *doc, const xmlNode *name);
bool bench_names_add_place(bench_names *names, const char *place);

/* Makes up as many names as `events` events have. */
bool bench_names_finish(bench_names *names, uint32_t events);
void bench_names_release(bench_names *names);

uint32_t bench_names_draw(const bench_names *names, bench_random *random,
                          bench_name_kind kind);

/* Adds the name in a language, or, of a person, the last name alone. */
void bench_name(const bench_names *names, bench_name_kind kind, uint32_t number,
                nv_language language, nv_buffer *out);
void bench_last_name(const bench_names *names, uint32_t number,
                     nv_language language, nv_buffer *out);

/* Writes all names as <name> elements, one after the other: calls write() when
 * `out` may be emptied. */
bool bench_names_write(const bench_names *names, nv_buffer *out,
                       bool (*write)(void *to), void *to);

#endif
