/* SPDX-License-Identifier: MPL-2.0 */
/* The small marks of good print: no-break spaces, apostrophes, superscripts,
 * quotation marks, numerals. All text is UTF-8. */
#ifndef NV_NOTE_TYPOGRAPHY_H
#define NV_NOTE_TYPOGRAPHY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/language.h"

#define NV_NBSP "\u00A0"         /* no-break space */
#define NV_THIN "\u202F"         /* narrow no-break space */
#define NV_NUMERO "n\u1D52"      /* nᵒ */
#define NV_FIRST "1\u1D49\u02B3" /* 1ᵉʳ */

/* A pair of quotation marks that the processor knows by their look: it sets the
 * marks of the style, by depth, in their place. */
typedef struct {
    const char *open, *close;
} nv_marks;

/* Adds text: a space before ; ? ! and inside « » becomes narrow and does not
 * break, one before a colon or in a French date does not break, a straight
 * apostrophe between letters a curved one, and quotation marks of whatever form
 * that open and close become `marks`. In French text, that is a text of ours in
 * a French note, n° becomes nᵒ, 1er of a date 1ᵉʳ, and an initial or an
 * abbreviation keeps together with what follows it. */
void nv_typography_add(nv_buffer *out, const char *text, size_t len,
                       nv_language language, const nv_marks *marks);

/* Whether the space at `space` in the text from `start` to `end` stands between
 * an initial and a name, which French keeps together: "Dwight D. Eisenhower".
 */
bool nv_typography_is_initial(const char *start, const char *space,
                              const char *end);

/* Adds a description of ours with its dates in the American order that
 * Chicago wants: "note of 31 March 1954" is "note of March 31, 1954". */
void nv_typography_add_american(nv_buffer *out, const char *text);

/* Bytes of the text without the full stop, comma, semicolon or colon at its
 * end, which gives way where a sentence goes on behind it; three dots stay. */
size_t nv_typography_len_without_stop(const char *text);

/* The value of a Roman numeral, 1..3999; 0 for anything else. */
int nv_roman_value(const char *text);

/* Whether it says more than one: a range, a list or "ff.". */
bool nv_is_plural_place(const char *text);

#endif
