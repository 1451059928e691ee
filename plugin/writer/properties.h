/* SPDX-License-Identifier: MPL-2.0 */
/* What the document keeps of ours beside its text, in user-defined properties:
 * for the inside of this room. Undo does not reach them. */
#ifndef NV_WRITER_PROPERTIES_H
#define NV_WRITER_PROPERTIES_H

#include "css.h"
#include "note/citation_name.h"
#include "uno/uno.h"

/* The user-defined properties of the document, owned; NULL with *err set. */
css_beans_XPropertyContainer *nv_properties_of(css_frame_XModel *model,
                                               nv_error *err);

/* The value of one that is text: UTF-8 for free(); NULL if there is none. */
char *nv_properties_read(css_beans_XPropertyContainer *properties,
                         const char *name);

/* The value of the one that belongs to a citation's name; NULL if there is
 * none. */
char *nv_properties_of_citation(css_beans_XPropertyContainer *properties,
                                const nv_citation_name *name);

/* The same, for who has to know whether the office failed: *err then. */
char *nv_properties_ask(css_beans_XPropertyContainer *properties,
                        const char *name, nv_error *err);

/* Sets, adds or (NULL) removes one that is text. */
void nv_properties_write(css_beans_XPropertyContainer *properties,
                         const char *name, const char *value, nv_error *err);

#endif
