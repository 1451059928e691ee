/* SPDX-License-Identifier: MPL-2.0 */
/* From the paragraphs of a list as they stand in a document to those it should
 * have, with as few of them written as can be: what stays keeps the look that
 * its writer gave it. Plain C, no office. */
#ifndef NV_NOTE_LIST_CHANGES_H
#define NV_NOTE_LIST_CHANGES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

typedef enum {
    NV_LIST_KEEP,
    NV_LIST_REPLACE, /* write `wanted` in place of `old` */
    NV_LIST_INSERT,  /* write `wanted` in a new paragraph behind `old` */
    NV_LIST_DELETE   /* take `old` out */
} nv_list_act;

typedef struct {
    nv_list_act act;
    size_t old, wanted; /* indices; of what the act names */
} nv_list_change;

/* Works out the changes from `old` to `wanted`, UTF-8 texts, in the order of
 * the list; done from the last to the first, the indices stay true. The first
 * of each is the title, which is the writer's and stays: both counts are at
 * least 1. `changes` has room for old_count + wanted_count. False with
 * NV_ERROR_MEMORY. */
bool nv_list_changes(const char *const old[], size_t old_count,
                     const char *const wanted[], size_t wanted_count,
                     nv_list_change changes[], size_t *count, nv_error *err);

#endif
