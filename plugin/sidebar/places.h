/* SPDX-License-Identifier: MPL-2.0 */
/* Where files are looked for, and whether they are still those that were found.
 * Plain C. */
#ifndef NV_SIDEBAR_PLACES_H
#define NV_SIDEBAR_PLACES_H

#include "base/buffer.h"

/* A list of system paths in UTF-8, each with its '\0'; none need exist. */
void nv_places_add(nv_buffer *places, const char *path);

/* The place behind the one at `at`, which is places->text at first; NULL behind
 * the last one. */
const char *nv_places_next(const nv_buffer *places, const char *at);

/* A stamp: size and age of files and folders, a line each. What comes into a
 * folder or leaves it changes the folder's age. */
void nv_stamp_add(nv_buffer *stamp, const char *path);
void nv_stamp_add_places(nv_buffer *stamp, const nv_buffer *places);

/* Whether two lists or two stamps are the same; not when memory ran out for
 * one. */
bool nv_places_same(const nv_buffer *a, const nv_buffer *b);

#endif
