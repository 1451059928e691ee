/* SPDX-License-Identifier: MPL-2.0 */
/* All properties of ours in a document, at one time: for the inside of this
 * room. */
#ifndef NV_WRITER_CARRIED_H
#define NV_WRITER_CARRIED_H

#include "css.h"
#include "uno/uno.h"

/* Texts are UTF-8 and owned. All zero is an empty one. */
typedef struct {
    char **names, **values;
    size_t count, capacity;
} nv_carried;

/* Those whose name begins with "NoteVerbale." and that are text. False with
 * *err set; the caller releases it either way. */
bool nv_carried_take(nv_carried *carried, css_frame_XModel *model,
                     nv_error *err);
void nv_carried_release(nv_carried *carried);

/* Adds copies to one that was not taken of a document; does nothing without
 * memory. */
void nv_carried_add(nv_carried *carried, const char *name, const char *value);

/* Takes one out; the last one takes its place. */
void nv_carried_drop(nv_carried *carried, size_t index);

/* A nv_property_get (note/document_store.h) of a nv_carried. */
const char *nv_carried_get(void *carried, const char *name);

#endif
