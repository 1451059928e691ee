/* SPDX-License-Identifier: MPL-2.0 */
/* The small marks of good print: no-break spaces, apostrophes, superscripts,
 * inner quotation marks, numerals. All text is UTF-8. */
#ifndef NV_NOTE_TYPOGRAPHY_H
#define NV_NOTE_TYPOGRAPHY_H

#include "base/buffer.h"
#include "base/language.h"

#define NV_NBSP "\u00A0"         /* no-break space */
#define NV_THIN "\u202F"         /* narrow no-break space */
#define NV_NUMERO "n\u1D52"      /* nᵒ */
#define NV_FIRST "1\u1D49\u02B3" /* 1ᵉʳ */

/* Adds text: a space before ; ? ! and inside « » becomes narrow and does not
 * break, one before a colon or in a French date does not break, and a straight
 * apostrophe between letters a curved one. In French text, that is a text of
 * ours in a French note, n° becomes nᵒ, 1er of a date 1ᵉʳ, and an initial or an
 * abbreviation keeps together with what follows it. */
void nv_typography_add(nv_buffer *out, const char *text, size_t len,
                       nv_language language);

/* Adds the words of others between the outer quotation marks of a note in
 * `language`: spaces and apostrophes as above, nothing else is touched, but
 * marks inside it, of whatever form, become the language's inner marks and, a
 * level deeper, its outer ones. */
void nv_typography_add_quoted(nv_buffer *out, const char *text, size_t len,
                              nv_language language);

/* Makes the first letter of the text a capital, in place; text that begins
 * with a figure or with a letter without capital stays. */
void nv_typography_capitalise(char *text, size_t len);

/* Adds a description of ours with its dates in the American order that
 * Chicago wants: "note of 31 March 1954" is "note of March 31, 1954". */
void nv_typography_add_american(nv_buffer *out, const char *text);

/* Adds page or column numbers: "261–262" is "261–62" in English, where the
 * second figure is shortened after Chicago, and "261-262" in French; "261 ff."
 * is "261ff." and « 261 et suiv. ». */
void nv_typography_add_pages(nv_buffer *out, const char *pages,
                             nv_language language);

/* The value of a Roman numeral, 1..3999; 0 for anything else. */
int nv_roman_value(const char *text);

/* Whether it says more than one: a range, a list or "ff.". */
bool nv_is_plural_place(const char *text);

#endif
