/* SPDX-License-Identifier: MPL-2.0 */
/* What filters and copies do to citations, and putting it right.
 *
 * Reading sees through it, so that nothing is written when a document is
 * opened; the first act that writes mends the document in its own step of
 * Undo. Measured on LibreOffice 7.4:
 *
 * - DOCX and RTF cut the last character off a bookmark in the running text that
 *   stands behind a note in its paragraph, one more each time. The name has the
 *   checksum of the whole text: when what stands behind completes it, that
 *   belongs to the citation.
 * - Bookmarks in notes come back from DOCX as "X Copy 1", then
 *   "X_Copy_1 Copy 1". X takes its own name again when nothing else has it;
 *   else it is a copy, and gets a tail of its own. A copy with a property goes
 *   on sharing that, as "X Copy 1", since nothing undoes a new property.
 * - A citation that the writer parted by a new paragraph comes back covering
 *   the last of them. It is changed by hand, before and after: it is not
 *   mended, and not written over. */
#ifndef NV_WRITER_MEND_H
#define NV_WRITER_MEND_H

#include "css.h"
#include "note/apparatus.h"
#include "uno/uno.h"
#include "writer/census.h"
#include "writer/document.h"

/* Widens a citation's range, and its text with it, to what the checksum of its
 * name says, where up to sixteen characters behind it complete that. Both are
 * owned and replaced. Returns whether they were; false with *err set when the
 * office fails. Asks the office nothing when the text has its checksum. */
bool nv_mend_widen(const char *name, css_text_XTextRange **range, char **text,
                   nv_error *err);

/* The range of a citation's text by its bookmark, widened so. Owned; NULL with
 * *err set. */
css_text_XTextRange *nv_mend_range(css_text_XTextContent *bookmark,
                                   nv_error *err);

/* What a citation is to be called whose proper name this is, ASCII: that, or,
 * where another one has it, one of its own as above. The office itself would
 * give another one than was asked for, and say nothing. Owned; NULL with *err
 * set. */
rtl_uString *nv_mend_name(css_frame_XModel *model, const char *plain,
                          nv_error *err);

/* Mends all that were counted but the stale ones, which are written anew; the
 * caller has begun a step. Does nothing once *err is set. Returns whether there
 * was anything to mend. */
bool nv_mend(css_frame_XModel *model, const nv_census *census,
             const nv_apparatus *apparatus, nv_error *err);

/* Writes to `warning` (`size` bytes with the '\0') one sentence when the
 * document's file is in a format that does not keep citations, DOC; else "". */
void nv_writer_warning(nv_essay *essay, nv_tongue words, char *warning,
                       size_t size);

#endif
