/* SPDX-License-Identifier: MPL-2.0 */
/* An item in standard variables while it is made of one for our own styles. For
 * the files standard*.c only. */
#ifndef NV_NOTE_STANDARD_MAKER_H
#define NV_NOTE_STANDARD_MAKER_H

#include "base/buffer.h"
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
 * place, or least; a date that it loses in any ends the title. NULL without
 * memory, with *err. standard_type.c */
const nv_csl_item *nv_standard_choose(nv_csl_item_builder *builder,
                                      const nv_csl_item *own,
                                      nv_standard_side side,
                                      nv_note_style *style, nv_error *err);

/* How the style prints the item: in a note, or for styles without notes in the
 * bibliography. In the arena; NULL without memory, with *err. standard_text.c
 */
const nv_csl_text *nv_standard_print(const nv_csl_item *item,
                                     nv_note_style *style, nv_arena *arena,
                                     nv_error *err);

/* Adds the text with the markup of a field, without the full stop at its end.
 */
void nv_standard_add_markup(nv_buffer *out, const nv_csl_text *text);

/* Adds a day as a title ends with it, in the language of the style. */
void nv_standard_add_day(nv_buffer *out, const nv_csl_day *day,
                         const nv_note_style *style);

#endif
