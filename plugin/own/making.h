/* SPDX-License-Identifier: MPL-2.0 */
/* What the files share that make an event of a form. */
#ifndef NV_OWN_MAKING_H
#define NV_OWN_MAKING_H

#include "own/document.h"

/* What is being made. `before` is empty for a new document. */
typedef struct {
    const nv_own_document *from;
    const nv_event *before;
    nv_arena *arena;
    nv_event *event;
    bool failed;
} nv_own_making;

/* `count` zeroed elements of `size` bytes in the arena; NULL, and the making
 * fails, without memory. */
void *nv_own_make_array(nv_own_making *m, size_t count, size_t size);

/* The text in the arena; the buffer is released. NULL likewise. */
const char *nv_own_make_kept(nv_own_making *m, nv_buffer *text);

/* The field as reading will give it back; NULL for an empty one. */
const char *nv_own_make_field(nv_own_making *m, nv_own_field which);

/* NULL equals NULL. */
bool nv_own_is_same_text(const char *one, const char *other);

/* Makes the sources: the archive and the edition of the form, and those that
 * the event had beside them. */
void nv_own_make_sources(nv_own_making *m);

#endif
