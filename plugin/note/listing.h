/* SPDX-License-Identifier: MPL-2.0 */
/* The list of works of a document, grouped. Plain C, no office. */
#ifndef NV_NOTE_LISTING_H
#define NV_NOTE_LISTING_H

#include "note/apparatus.h"

/* The parts of a list; those without entries are left out, and a style that
 * wants no groups has NV_LISTING_ALL alone. */
typedef enum {
    NV_LISTING_ALL,
    NV_LISTING_ARCHIVES, /* by archive, then collection */
    NV_LISTING_TREATIES,
    NV_LISTING_EDITIONS,   /* printed documents */
    NV_LISTING_LITERATURE, /* memoirs, books, articles, press */
    NV_LISTING_GROUP_COUNT
} nv_listing_group;

typedef struct {
    nv_listing_group group;
    const char *heading; /* of the group or, within archives, of a collection,
                            where one begins with this entry; else NULL */
    nv_note text;
} nv_listing_entry;

typedef struct {
    nv_listing_entry *entries;
    size_t count;
    void *memory;
} nv_listing;

/* The list of the citations of a document in the style of `language`, in the
 * style's order within a group. `uncited`: ids of items that are listed all the
 * same (as note/item.h names them), `left_out`: of those that are not. False
 * with *err set; then it is empty. */
bool nv_listing_write(const nv_means *means, const nv_apparatus *apparatus,
                      nv_language language, const char *const uncited[],
                      size_t uncited_count, const char *const left_out[],
                      size_t left_out_count, nv_listing *listing,
                      nv_error *err);
void nv_listing_release(nv_listing *listing);

#endif
