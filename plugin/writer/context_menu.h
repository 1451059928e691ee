/* SPDX-License-Identifier: MPL-2.0 */
/* What the context menu of the text offers while the caret is in a citation of
 * ours, and nowhere else: edit, refresh, unlink, remove. Each entry dispatches
 * a command (vnd.noteverbale:edit and so on); this room knows nothing of who
 * answers it. */
#ifndef NV_WRITER_CONTEXT_MENU_H
#define NV_WRITER_CONTEXT_MENU_H

#include "base/error.h"
#include "base/tongue.h"
#include "css.h"

typedef struct nv_context_menu nv_context_menu;

/* Adds them to the menus of the document that the frame shows now. `words` is
 * the language of the entries: English for any but French. Returns a handle for
 * nv_context_menu_free(), or NULL with *err set: the office fails, or what the
 * frame shows has no context menus. */
nv_context_menu *nv_context_menu_new(css_frame_XFrame *frame, nv_tongue words,
                                     nv_error *err);

/* The menus are as they were. A document that was closed meanwhile, and NULL,
 * are fine. */
void nv_context_menu_free(nv_context_menu *menu);

#endif
