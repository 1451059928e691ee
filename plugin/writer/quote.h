/* SPDX-License-Identifier: MPL-2.0 */
/* Quoting in one act: the words into the text, their citation behind them. What
 * is written is decided by note/quoting.h; this room writes it. Errors and Undo
 * as in edit.h. */
#ifndef NV_WRITER_QUOTE_H
#define NV_WRITER_QUOTE_H

#include "note/chain.h"
#include "note/quoting.h"
#include "writer/document.h"

/* Puts the quotation at the caret, in place of nothing: in the marks of the
 * paragraph's language, or as a block in the paragraph style "Citation Block"
 * where it is longer than the style's limit; each piece in its own language for
 * the spelling checker; and the citation, a note or what the style wants, where
 * the language puts the call. The caret ends behind it, in an ordinary
 * paragraph. */
bool nv_writer_quote(nv_essay *essay, const nv_means *means,
                     const nv_registry *registry, const nv_citation *citation,
                     const nv_quoting *quoting, nv_tongue words, nv_error *err);

/* The recorded quotation that the selected text repeats, apart from marks,
 * spaces and case; *quotation 0: none, or nothing is selected. */
bool nv_writer_selected_quotation(nv_essay *essay, const nv_packs *packs,
                                  const nv_registry **registry,
                                  const nv_event **event, int *quotation,
                                  nv_error *err);

/* Several citations in one note, with the words that join them
 * (note/chain.h). */
bool nv_writer_insert_chain(nv_essay *essay, const nv_means *means,
                            const nv_chain *chain, nv_tongue words,
                            nv_error *err);

#endif
