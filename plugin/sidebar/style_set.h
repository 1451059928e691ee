/* SPDX-License-Identifier: MPL-2.0 */
/* The styles that were on disk at a time, and whether they are still the same.
 * The panels of all windows share one set, and with it what was compiled; a set
 * that is out of date lives on until the last panel has left it. Plain C; on
 * the main thread only. */
#ifndef NV_SIDEBAR_STYLE_SET_H
#define NV_SIDEBAR_STYLE_SET_H

#include "note/library.h"
#include "sidebar/places.h"

typedef struct {
    nv_library *library;
    nv_buffer places, stamp;
    int users;
} nv_style_set;

/* Looks for styles in folders: `places` are that of the locales, that of our
 * own styles, that of published ones, then any number of folders of the
 * writer's. What can't be used is told by the library.
 *
 * Returns a set with one user, or NULL with *err set: NV_ERROR_MEMORY. */
nv_style_set *nv_style_set_open(const nv_buffer *places, nv_error *err);

/* Whether the places are those of the set, and hold the same files of the same
 * age. */
bool nv_style_set_is_current(const nv_style_set *set, const nv_buffer *places);

/* One user more, one less; the last one frees the library. NULL is fine. */
nv_style_set *nv_style_set_acquire(nv_style_set *set);
void nv_style_set_release(nv_style_set *set);

#endif
