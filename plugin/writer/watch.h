/* SPDX-License-Identifier: MPL-2.0 */
/* Watching a document while the writer works on it: how many of its citations
 * need attention. Nothing is ever written here. Whether a dialog is open, or a
 * macro in the middle of something, can't be asked reliably, and a write after
 * an Undo would empty the list of what can be redone; so the owner is told, and
 * the writer decides when to refresh. The next act refreshes anyway. */
#ifndef NV_WRITER_WATCH_H
#define NV_WRITER_WATCH_H

#include "writer/document.h"

/* Tells `told` now, soon, and whenever the writer has paused after a change,
 * how many citations there are and how many need attention: `rewritten` being
 * those that a refresh would write. Both are called on the main thread, never
 * while a key is being worked on. `means` gives what notes are written from,
 * borrowed for the moment; NULL: nothing is worked out this time. The census is
 * taken in slices of a few milliseconds between which the writer may type.
 * Ends with nv_essay_free(). False with *err set: NV_ERROR_MEMORY,
 * NV_ERROR_UNO. */
bool nv_essay_watch(nv_essay *essay, const nv_means *(*means)(void *self),
                    void (*told)(void *self, const nv_refreshed *sum),
                    void *self, nv_error *err);

/* Forgets all that is remembered of the document, and what was borrowed with
 * it: to be called before packs or library go. Watching goes on: it is looked
 * through again at the next pause. */
void nv_essay_forget(nv_essay *essay);

#endif
