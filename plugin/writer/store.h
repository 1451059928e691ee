/* SPDX-License-Identifier: MPL-2.0 */
/* What a document carries beside its citations: its style. User-defined
 * properties, which ODT, DOCX and RTF keep; their
 * form is note/document_store.h. */
#ifndef NV_WRITER_STORE_H
#define NV_WRITER_STORE_H

#include "note/document_store.h"
#include "writer/document.h"
#include "writer/step.h"

/* What the document carries; all zero when it carries nothing. False with *err
 * set when the office fails. The caller releases it either way. */
bool nv_writer_read_store(nv_essay *essay, nv_document_store *store,
                          nv_error *err);

/* What the notes of this document are written from: `usual`, but in the
 * document's own style where it has one, whatever the reader of it prefers. A
 * style that the document carries is taken from its own text, also when another
 * one of that name is installed. *means borrows from `usual` and from the
 * essay, until the next call for it or nv_essay_free().
 *
 * Returns false with *err set when the document's style can't be had: then no
 * note is to be written, and *means is `usual` all the same. NV_ERROR_ARGUMENT:
 * it is not installed here; NV_ERROR_FORMAT or NV_ERROR_LIMIT: what the
 * document carries is damaged; the sentence says so and offers to choose
 * another. NV_ERROR_UNO, NV_ERROR_MEMORY. */
bool nv_store_means(nv_essay *essay, const nv_means *usual, nv_means *means,
                    nv_error *err);

/* Fills *style with what a document carries of the style of that id in
 * means->library; "": the usual ones by language. A dependent one that the
 * writer has added is carried as the one it depends on. False with *err set:
 * what nv_library_text() gives; *style is then all zero. Released by
 * nv_document_style_release(). */
bool nv_store_style(const nv_means *means, const char *id,
                    nv_document_style *style, nv_error *err);

/* Makes a style the document's, and writes all citations in it, as one step of
 * Undo, which reaches the properties as well: `means` says that style already.
 * Errors as nv_writer_refresh(), and those of nv_document_style_write(). *done
 * may be NULL. */
bool nv_writer_choose_style(nv_essay *essay, const nv_means *means,
                            const nv_document_style *style, nv_tongue words,
                            nv_refreshed *done, nv_error *err);

/* To be called when a document is opened: notes which properties of citations
 * no citation names. They go with the first act that follows, since opening
 * writes nothing. In a document that has steps of Undo or Redo nothing is
 * noted: they could bring a citation back. */
void nv_writer_sweep(nv_essay *essay);

/* For the inside of this room */

/* The last thing that each act writes: a document without a style of its own
 * gets that of `means`, so that the first citation settles it. Where no Undo is
 * kept, an error here is taken back here. Does nothing once *err is set. */
void nv_store_adopt(nv_step *step, const nv_means *means, nv_error *err);

/* After an act that stands: removes what nv_writer_sweep() noted. */
void nv_store_sweep_now(nv_essay *essay, css_frame_XModel *model);

/* What is remembered of a document between two calls; NULL is fine. */
typedef struct nv_store_memory nv_store_memory;
void nv_store_memory_free(nv_store_memory *memory);

#endif
