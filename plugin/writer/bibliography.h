/* SPDX-License-Identifier: MPL-2.0 */
/* The list of works in the document. It is known by bookmarks at its first and
 * last paragraph (names of sections are lost in DOCX); what is between them is
 * ours and follows the citations. Errors and Undo as in edit.h. */
#ifndef NV_WRITER_BIBLIOGRAPHY_H
#define NV_WRITER_BIBLIOGRAPHY_H

#include "note/listing.h"
#include "registry/exchange/export.h"
#include "writer/document.h"

/* Whether the document has one. */
bool nv_writer_has_bibliography(nv_essay *essay);

/* Puts the list at the caret, in a paragraph of its own, or in the place of the
 * one that is there. Headings and entries get paragraph styles ("Citation List
 * Heading", "Citation List Entry"), made when first needed, then the writer's
 * to change. */
bool nv_writer_write_bibliography(nv_essay *essay, const nv_means *means,
                                  nv_language words, nv_error *err);

/* Takes it out. */
bool nv_writer_remove_bibliography(nv_essay *essay, const nv_means *means,
                                   nv_language words, nv_error *err);

/* Writes all cited events, each once, in a form of registry/exchange/export.h
 * to a buffer. */
bool nv_writer_export_cited(nv_essay *essay, const nv_means *means,
                            const nv_export_format *format, nv_buffer *out,
                            nv_error *err);

#endif
