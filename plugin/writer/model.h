/* SPDX-License-Identifier: MPL-2.0 */
/* What is remembered of a document between two acts: for the inside of this
 * room.
 *
 * A listener at the document notes that something was modified, and nothing
 * else: it is called at every key. Whether the census is still true is then
 * found out when somebody needs it, or at the next idle moment (watch.h). */
#ifndef NV_WRITER_MODEL_H
#define NV_WRITER_MODEL_H

#include "css.h"
#include "writer/census.h"
#include "writer/document.h"

/* Borrowed. */
css_frame_XFrame *nv_essay_frame(const nv_essay *essay);
css_uno_XComponentContext *nv_essay_context(const nv_essay *essay);

nv_note_kind nv_essay_kind(const nv_essay *essay);

/* Where writer/store.h keeps what it remembers: NULL at first, the essay's. */
struct nv_store_memory **nv_essay_store(nv_essay *essay);

/* The census of the document, true now: the one that is remembered where
 * nothing was modified, or where nothing of notes and citations was; else it is
 * taken again. Borrowed until the essay is asked again; the caller may let it
 * follow what an act writes. NULL with *err set; err is not NULL. */
nv_census *nv_essay_census(nv_essay *essay, css_frame_XModel *model,
                           nv_error *err);

/* The same, as far as that goes in about `milliseconds`; *census is NULL when
 * it is not done, and the next call goes on, unless the document was modified:
 * then from the beginning. */
bool nv_essay_census_slice(nv_essay *essay, css_frame_XModel *model,
                           double milliseconds, nv_census **census,
                           nv_error *err);

/* What the citations of that census should say, worked out from what was known
 * before where the means are the same: what few have changed costs little.
 * Borrowed until it is asked again or the essay forgets. NULL with *err set. */
nv_apparatus *nv_essay_apparatus(nv_essay *essay, const nv_census *census,
                                 const nv_means *means, nv_error *err);

/* Whether the remembered census is true as far as is known: nothing was
 * modified since. */
bool nv_essay_is_settled(const nv_essay *essay, const css_frame_XModel *model);

/* An act begins that does not tell what it writes: the census is to be looked
 * at again. */
void nv_essay_doubt(nv_essay *essay);

/* An act has ended, and the census has followed all that it wrote. */
void nv_essay_settle(nv_essay *essay);

/* For watch.c: what it keeps with an essay, NULL at first, and what is called
 * when the document is modified, at every key. */
struct nv_watch;
struct nv_watch **nv_essay_watcher(nv_essay *essay);
void nv_watch_modified(struct nv_watch *watch); /* NULL is fine */
void nv_watch_free(struct nv_watch *watch);     /* NULL is fine */

#endif
