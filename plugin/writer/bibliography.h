/* SPDX-License-Identifier: MPL-2.0 */
/* The list of works in the document. It is known by bookmarks at its first and
 * last paragraph (note/list_name.h; names of sections are lost in DOCX); what
 * is between them is ours and follows the citations. Errors and Undo as in
 * edit.h. */
#ifndef NV_WRITER_BIBLIOGRAPHY_H
#define NV_WRITER_BIBLIOGRAPHY_H

#include "registry/exchange/export.h"
#include "writer/document.h"

/* Whether the document has one. */
bool nv_writer_has_bibliography(nv_essay *essay);

/* Puts the list into the document, in the language of the paragraph at the
 * caret: in that paragraph where it is empty, else behind it. Where there is a
 * list already, that one is brought to say what it should, if it does not, in
 * its own language and place. Its paragraphs get styles (list_styles.h), made
 * when first needed, then the writer's to change. NV_ERROR_PLACE besides, with
 * the reason, where no list can stand: in a header, a frame, a note. */
bool nv_writer_write_bibliography(nv_essay *essay, const nv_means *means,
                                  nv_tongue words, nv_error *err);

/* Takes it out, with the paragraph that would be left empty;
 * NV_ERROR_ARGUMENT when there is none. */
bool nv_writer_remove_bibliography(nv_essay *essay, const nv_means *means,
                                   nv_tongue words, nv_error *err);

/* Writes all cited events, each once and in the order of the document, in a
 * form of registry/exchange/export.h to a buffer; those of several packs one
 * after the other. An empty document gives an empty buffer. Writes nothing into
 * the document. */
bool nv_writer_export_cited(nv_essay *essay, const nv_means *means,
                            const nv_export_format *format, nv_buffer *out,
                            nv_error *err);

#endif
