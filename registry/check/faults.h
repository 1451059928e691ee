/* SPDX-License-Identifier: MPL-2.0 */
/* What a check has found: any number of faults, each with its place. */
#ifndef NV_REGISTRY_CHECK_FAULTS_H
#define NV_REGISTRY_CHECK_FAULTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"

typedef struct {
    const char *file; /* borrowed from whoever added the fault */
    int line;         /* 1-based */
    const char *what; /* UTF-8, one line; ends with a full stop */
    size_t turn;      /* the how many-th it was */
} nv_fault;

/* All zero is an empty list. When memory runs out `failed` is set and later
 * additions do nothing: ask once, at the end. */
typedef struct {
    nv_fault *items;
    size_t count, capacity;
    nv_arena arena; /* the sentences */
    bool failed;
} nv_faults;

void nv_faults_release(nv_faults *faults);

/* Adds a fault; what follows `line` is printf's. A line below 1 counts as 1, a
 * control character as a space; a very long sentence is cut. */
void nv_faults_add(nv_faults *faults, const char *file, int line,
                   const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* By file, then by line, then in the order they were added. */
void nv_faults_sort(nv_faults *faults);

/* Adds "FILE:LINE: WHAT" for each to `out`. */
void nv_faults_print(const nv_faults *faults, nv_buffer *out);

#endif
