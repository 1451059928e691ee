/* SPDX-License-Identifier: MPL-2.0 */
/* What a document carries beside its citations: its style, and sources that the
 * writer read. User-defined properties, which ODT, DOCX and RTF keep; their
 * form is note/document_store.h. */
#ifndef NV_WRITER_STORE_H
#define NV_WRITER_STORE_H

#include "note/document_store.h"
#include "writer/document.h"

/* What the document carries; all zero when it carries nothing. False with *err
 * set when the office fails. The caller releases it either way. */
bool nv_writer_read_store(nv_essay *essay, nv_document_store *store,
                          nv_error *err);

/* Makes a style the document's, and writes all citations in it, as one step of
 * Undo: `means` says that style already. The property itself is not undone;
 * after an Undo nv_essay (model.h) puts the one before back. */
bool nv_writer_choose_style(nv_essay *essay, const nv_means *means,
                            const nv_document_style *style, nv_language words,
                            nv_refreshed *done, nv_error *err);

/* Keeps a source that the writer read, for one event or for one citation
 * (nv_own_source.event names it), and writes what cites it anew. */
bool nv_writer_keep_source(nv_essay *essay, const nv_means *means,
                           const nv_own_source *source, nv_language words,
                           nv_error *err);

/* When a document was opened: what no citation names any more goes. Not before
 * the first act: opening writes nothing. */
void nv_writer_sweep(nv_essay *essay);

#endif
