/* SPDX-License-Identifier: MPL-2.0 */
/* Writing the list of works within an act of somebody else's, so that it
 * follows the citations: for the inside of this room.
 *
 * As an index of Writer's own it is written without being recorded as a change:
 * else each act would record the same paragraphs once more. Where recording is
 * locked by a password the list stays as it is. */
#ifndef NV_WRITER_LIST_WRITE_H
#define NV_WRITER_LIST_WRITE_H

#include "note/listing.h"
#include "note/list_changes.h"
#include "writer/caret.h"
#include "writer/list_place.h"
#include "writer/list_styles.h"
#include "writer/locales.h"
#include "writer/styles.h"

/* A paragraph as it should be. */
typedef struct {
    nv_list_style style;
    const nv_note *note; /* of the listing, or the heading below */
    nv_note heading;
    nv_run run;
    char *text; /* owned */
} nv_list_wanted;

/* All zero owns nothing. */
typedef struct {
    css_frame_XModel *model; /* borrowed */
    nv_list_place place;     /* place.first NULL: there is none */
    nv_language language;
    nv_listing listing;
    nv_list_wanted *wanted;
    size_t wanted_count;
    nv_list_change *changes;
    size_t change_count;
    bool is_stale; /* nv_list_writing_perform() has something to do */
    nv_styles styles;
    nv_list_styles list_styles;
    nv_locales locales;
} nv_list_writing;

/* Works out what the list of the document should say, and whether it does; the
 * document stays as it is. Without a list nothing is stale. Returns false with
 * *err set; the caller releases it either way. */
bool nv_list_writing_prepare(nv_list_writing *writing, css_frame_XModel *model,
                             const nv_means *means,
                             const nv_apparatus *apparatus, nv_error *err);

/* The same for a list that is not there yet, in that language. */
bool nv_list_writing_prepare_new(nv_list_writing *writing,
                                 css_frame_XModel *model, nv_language language,
                                 const nv_means *means,
                                 const nv_apparatus *apparatus, nv_error *err);

/* Writes what differs; the caller has begun a step. */
void nv_list_writing_perform(nv_list_writing *writing, nv_step *step,
                             nv_error *err);

/* Begins a new list with its title behind `caret`, then writes the rest. */
void nv_list_writing_begin(nv_list_writing *writing, nv_step *step,
                           css_text_XTextRange *caret, nv_error *err);

void nv_list_writing_release(nv_list_writing *writing);

/* All of it for an act that has written citations: one line at its end, while
 * its step is open. Does nothing once *err is set. */
void nv_bibliography_follow(nv_step *step, const nv_means *means,
                            const nv_apparatus *apparatus, nv_error *err);

#endif
