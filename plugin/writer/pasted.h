/* SPDX-License-Identifier: MPL-2.0 */
/* Properties of citations that did not come along with a paste into another
 * document. They are looked for in the other open documents, then among those
 * that were written on this machine; what is found is written into the document
 * with the next act. */
#ifndef NV_WRITER_PASTED_H
#define NV_WRITER_PASTED_H

#include "writer/census.h"
#include "writer/document.h"

/* The file of the user's profile in which properties are kept for documents to
 * come (note/property_file.h). Until this is called none are kept. The path is
 * copied; the same one once more does nothing. */
void nv_pasted_use(const char *path);

/* For the inside of this room */

/* Keeps the property of a citation that was just written. */
void nv_pasted_remember(const char *tail, const char *value);

/* The property of a citation which its document has not got: UTF-8 for free();
 * NULL if it is nowhere. */
char *nv_pasted_property(nv_essay *essay, const char *tail);

/* Gives a census that was just taken the properties that its document has not
 * got, and notes them for the next act. */
void nv_pasted_fill(nv_essay *essay, nv_census *census);

/* After an act that stands: writes what was noted. */
void nv_pasted_keep_now(nv_essay *essay, css_frame_XModel *model);

#endif
