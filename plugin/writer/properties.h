/* SPDX-License-Identifier: MPL-2.0 */
/* What the document keeps of ours beside its text, in user-defined properties:
 * for the inside of this room. Undo does not reach them. */
#ifndef NV_WRITER_PROPERTIES_H
#define NV_WRITER_PROPERTIES_H

#include "css.h"
#include "uno/uno.h"

/* The property that names the style of the document's notes. Its value is the
 * version of the format, a '|', and the id of the style in the library, at most
 * 255 bytes in all: "1|chicago-17". */
#define NV_STYLE_PROPERTY "NoteVerbale.Style"

/* The user-defined properties of the document, owned; NULL with *err set. */
css_beans_XPropertyContainer *nv_properties_of(css_frame_XModel *model,
                                               nv_error *err);

/* The value of one that is text: UTF-8 for free(); NULL if there is none. */
char *nv_properties_read(css_beans_XPropertyContainer *properties,
                         const char *name);

/* The style that the document names, for free(); NULL if it names none, or in
 * a format of another version. */
char *nv_properties_style(css_frame_XModel *model);

/* Names it, or names another. A document that can't keep it, and an id that is
 * longer than the value may be, go without: the next citation tries again. */
void nv_properties_set_style(css_frame_XModel *model, const char *style);

#endif
