/* SPDX-License-Identifier: MPL-2.0 */
/* A change of document properties that belongs to a step of Undo: undoing the
 * step puts the values before back, redoing it the new ones, and an act that
 * fails takes them back with everything else. The office does not undo
 * properties itself, so the step gets an action of ours. For the inside of this
 * room. */
#ifndef NV_WRITER_PROPERTY_CHANGE_H
#define NV_WRITER_PROPERTY_CHANGE_H

#include "css.h"
#include "writer/step.h"

/* An object that is released with nv_uno_release(); its Undo lives on in the
 * document. */
typedef struct nv_property_change nv_property_change;

/* One without any values; NULL with *err set. */
nv_property_change *nv_property_change_new(css_frame_XModel *model,
                                           nv_error *err);

/* Says what a property is to become, UTF-8; NULL: it is to go. The last word on
 * one name counts. Writes nothing to the document. The object is void so
 * that this is a nv_property_put (note/document_store.h). */
bool nv_property_change_put(void *change, const char *name, const char *value,
                            nv_error *err);

/* Writes all within the step that is open. Does nothing once *err is set; where
 * the writer keeps no Undo, what can't be written whole is taken back here. */
void nv_property_change_perform(nv_property_change *change, nv_step *step,
                                nv_error *err);

#endif
