/* SPDX-License-Identifier: MPL-2.0 */
/* The locator a person types: "art 4", "article IV", "p. 12", "§ 3", "12". */
#ifndef NV_NOTE_LOCATOR_H
#define NV_NOTE_LOCATOR_H

#include <stdbool.h>
#include <stddef.h>

/* Labels are the CSL locator labels that documents have: article, chapter,
 * column, folio, note, page, paragraph, part, section, volume, and our own
 * preamble and document. */
typedef struct {
    const char *label; /* static; NULL: nothing was typed */
    char value[96];    /* UTF-8, trimmed; mostly "" for a preamble */
} nv_typed_locator;

/* Reads what was typed (UTF-8, `len` bytes, untrusted): English and French
 * words and abbreviations, with or without full stop; a bare number or range
 * is a page. Text that has no known label is a page too if it begins with a
 * digit, else it is kept whole as its value with the label "page".
 * Returns false if nothing but space was typed, or if it is too long. */
bool nv_locator_read(const char *text, size_t len, nv_typed_locator *locator);

/* Splits a query of the panel: "warsaw pact @art 4" is the query "warsaw pact"
 * (its first `*query_len` bytes, trailing space cut) and the locator "art 4"
 * (from `*locator_at` to the end; equal to len when there is no '@'). An '@'
 * counts at the start or after a space only. */
void nv_locator_split(const char *text, size_t len, size_t *query_len,
                      size_t *locator_at);

#endif
