/* SPDX-License-Identifier: MPL-2.0 */
/* What Redo forgets of a paragraph style that an act has made. Redo brings the
 * style back with its own attributes, but without its parent and with itself as
 * the next style (measured on LibreOffice 7.4): the step gets an action of ours
 * that sets both again. For the inside of this room. */
#ifndef NV_WRITER_STYLE_REDO_H
#define NV_WRITER_STYLE_REDO_H

#include "css.h"
#include "writer/step.h"

/* Adds that action to the step that is open, right behind the insertion of the
 * style `name` into its family; parent and next style are those it has now.
 * Does nothing where no Undo is kept, and once *err is set. */
void nv_style_redo_add(nv_step *step, css_container_XNameContainer *family,
                       rtl_uString *name, nv_error *err);

#endif
