/* SPDX-License-Identifier: MPL-2.0 */
/* What a new citation is called: for the inside of this room. */
#ifndef NV_WRITER_NAMES_H
#define NV_WRITER_NAMES_H

#include "css.h"
#include "note/citation_name.h"
#include "registry/event.h"
#include "uno/uno.h"
#include "words/words.h"

/* What Undo shows of an act with an event, NV_WORD_INSERT_TITLE or
 * NV_WORD_QUOTE_TITLE: "Insert citation: Tripartite Western reply …". Owned. */
rtl_uString *nv_names_title(nv_word act, const nv_event *event,
                            nv_tongue words);

/* Draws a random tail for the name, which is complete but for that, so that no
 * bookmark of the document is called so. The name is looked up, not searched
 * for: that costs the same in a long document. Returns it as written, owned;
 * NULL with *err set: NV_ERROR_ARGUMENT (a field that no name can have),
 * NV_ERROR_LIMIT, NV_ERROR_IO (no random numbers), NV_ERROR_UNO. err is not
 * NULL. */
rtl_uString *nv_names_choose(css_frame_XModel *model, nv_citation_name *name,
                             nv_error *err);

/* Draws a random tail for any name of ours; NV_ERROR_IO. */
bool nv_names_draw_tail(char tail[7], nv_error *err);

/* A bookmark of that name, which stands nowhere yet. Owned; NULL with *err
 * set. */
css_text_XTextContent *nv_names_bookmark(css_frame_XModel *model,
                                         rtl_uString *name, nv_error *err);

#endif
