/* SPDX-License-Identifier: MPL-2.0 */
/* Trying what a published style prints of an item.
 *
 * Few styles know treaties and letters in an edition, and none says what it
 * leaves out. So it is tried: where a variable is printed, another value gives
 * another text. */
#ifndef NV_NOTE_STANDARD_TRIAL_H
#define NV_NOTE_STANDARD_TRIAL_H

#include "note/standard_maker.h"

/* The worse the higher: a date has its place in the title. */
typedef enum {
    NV_LOSES_TITLE = 16,
    NV_LOSES_PLACE = 8,
    NV_LOSES_VOLUME = 4,
    NV_LOSES_PAGE = 2,
    NV_LOSES_DATE = 1,
    NV_LOSES_NOTE = 32, /* the note is empty, whatever the bibliography says */
    NV_LOSES_ALL = 64
} nv_standard_loss;

typedef struct {
    nv_note_style *style;
    nv_arena *arena; /* for all that is printed */
    bool by_entry;   /* goes by the bibliography instead of the note */
    nv_csl_item_builder builder; /* of the trial's own arena */
    const nv_csl_text *text;     /* what the style prints of it */
    bool failed;                 /* memory ran out; ask once, at the end */
} nv_standard_trial;

/* *losses becomes the set of what the style leaves out of the item; `place` is
 * the variable that leads to the document. False when the trial has failed. */
bool nv_standard_try(nv_standard_trial *trial,
                     const nv_csl_item_builder *builder, nv_csl_variable place,
                     unsigned *losses, nv_error *err);

/* What a first note says of the item, or its entry; NULL when the trial has
 * failed. */
const char *nv_standard_text(nv_standard_trial *trial,
                             const nv_csl_item_builder *builder, bool by_entry,
                             nv_error *err);

/* Changes the chosen item where the style would say something wrong or twice.
 * False without memory. standard_polish.c */
bool nv_standard_polish(nv_csl_item_builder *builder, const nv_csl_item *own,
                        nv_standard_side side, nv_standard_trial *trial,
                        nv_error *err);

/* Whether a first note is another when the variable is, a text or names; any
 * answer when the trial has failed. */
bool nv_standard_notes_differ(nv_standard_trial *trial,
                              const nv_csl_item_builder *builder,
                              nv_csl_variable variable, nv_error *err);

#endif
