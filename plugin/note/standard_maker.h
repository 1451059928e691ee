/* SPDX-License-Identifier: MPL-2.0 */
/* An item in standard variables while it is made of one for our own styles. For
 * the files standard*.c only. */
#ifndef NV_NOTE_STANDARD_MAKER_H
#define NV_NOTE_STANDARD_MAKER_H

#include "base/buffer.h"
#include "note/item.h"
#include "note/style.h"

/* What of the own item is told. */
typedef enum {
    NV_STANDARD_WHOLE,    /* the document in its source */
    NV_STANDARD_DOCUMENT, /* without the source: it only quotes the document */
    NV_STANDARD_SOURCE    /* the source as a work of its own */
} nv_standard_side;

/* Takes over the variables of `own` that the side has; the type is left as it
 * is. False without memory. standard_item.c */
bool nv_standard_fill(nv_csl_item_builder *builder, const nv_csl_item *own,
                      nv_standard_side side);

/* The item in the type in which this style loses nothing of title, date and
 * place, or least. *by_entry (or NULL) becomes whether its notes are so short
 * that only the bibliography says it. NULL without memory, with *err.
 * standard_type.c */
const nv_csl_item *nv_standard_choose(const nv_csl_item_builder *builder,
                                      const nv_csl_item *own,
                                      nv_standard_side side,
                                      nv_note_style *style, bool *by_entry,
                                      nv_error *err);

/* A cite while it is made. */
typedef struct {
    const nv_citation *citation;   /* NULL for an entry of a bibliography */
    const nv_quotation *quotation; /* or NULL */
    nv_note_style *style;
    nv_arena *arena;
    const nv_csl_item *own;
    nv_csl_cite place;  /* in the work that quotes; no locator: none */
    nv_csl_cite behind; /* in the document, behind the cite; the same */
    bool has_columns;   /* the locator has them, not the item */
} nv_standard_work;

/* Words that no published style or locale has. standard_text.c */
typedef enum {
    NV_STANDARD_QUOTED_IN,
    NV_STANDARD_TRANSCRIPTION_IN,
    NV_STANDARD_TRANSLATION,
    NV_STANDARD_PREAMBLE,
    NV_STANDARD_WORD_COUNT
} nv_standard_word;

/* The style's own word, else ours in its language. */
const char *nv_standard_say(const nv_note_style *style, nv_standard_word word);

/* The item of that side; `by_entry` as nv_standard_choose(). NULL with *err.
 * standard.c */
const nv_csl_item *nv_standard_make(const nv_standard_work *work,
                                    nv_standard_side side, bool *by_entry,
                                    nv_error *err);
nv_standard_side nv_standard_side_of(const nv_csl_item *own);

/* The words were read only inside the source. */
bool nv_standard_is_cut_off(const nv_csl_item *own);

/* Sets the locator of the cite, whose item is made, from what was asked for;
 * a place that the style would call a page, or leave out, becomes `behind`.
 * standard_place.c */
bool nv_standard_set_place(nv_standard_work *work, const nv_csl_cite *asked,
                           nv_csl_cite *cite, nv_error *err);

/* Adds ", art. 4"; nothing for no place. */
void nv_standard_add_place(const nv_standard_work *work,
                           const nv_csl_cite *place, nv_buffer *out);

/* How the style prints the item in a first note, or as an entry of the
 * bibliography. In the arena; NULL without memory, with *err. standard_text.c
 */
const nv_csl_text *nv_standard_print(const nv_csl_item *item,
                                     nv_note_style *style, bool by_entry,
                                     nv_arena *arena, nv_error *err);

/* Adds the text with the markup of a field, without the full stop at its end
 * and the number in its margin. */
void nv_standard_add_markup(nv_buffer *out, const nv_csl_text *text);

/* Adds a day as a title ends with it, in the language of the style. */
void nv_standard_add_day(nv_buffer *out, const nv_csl_day *day,
                         const nv_note_style *style);

#endif
