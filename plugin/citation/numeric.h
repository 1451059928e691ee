/* SPDX-License-Identifier: MPL-2.0 */
/* A field of numbers taken apart: "12", "2nd", "D2-4", "2, 3 & 5". What
 * number.c, page.c, label.c and numeric.c share. */
#ifndef NV_CITATION_NUMERIC_H
#define NV_CITATION_NUMERIC_H

#include "base/buffer.h"
#include "citation/lexicon.h"

/* What stands before a chunk. */
typedef enum {
    NV_CSL_GAP_NONE,   /* it is the first */
    NV_CSL_GAP_SPACE,  /* only spaces */
    NV_CSL_GAP_HYPHEN, /* a hyphen or an en dash, with or without spaces */
    NV_CSL_GAP_COMMA,
    NV_CSL_GAP_AND /* an ampersand */
} nv_csl_gap;

/* Characters without spaces and gaps. A hyphen after a backslash is one of
 * them. */
typedef struct {
    const char *text; /* not ended by NUL */
    size_t len;
    nv_csl_gap gap;
    const char *between; /* the gap as it was written, `text` ends it */
} nv_csl_chunk;

/* The next chunk at *at, which moves on; false at the end. */
bool nv_csl_chunk_next(const char **at, const char *end, nv_csl_chunk *chunk);

/* At least one digit, with letters only before and after digits. */
bool nv_csl_chunk_is_number(const nv_csl_chunk *chunk);

/* Only letters of Roman numerals, all in one case. */
bool nv_csl_chunk_is_roman(const nv_csl_chunk *chunk);

/* The language's short form of a label that the writer put before a number
 * ("p." in "7, p. 3"), in the plural where more than one number follows; NULL
 * if the chunk is none or the language has no such term. `end` ends the field.
 * written_label.c */
const char *nv_csl_written_label_text(const nv_csl_lexicon *lexicon,
                                      const nv_csl_chunk *chunk,
                                      const char *end);

/* Where the first of them stands; `end` if there is none. */
const char *nv_csl_next_label(const char *text, const char *end);

/* Writes the gap before a chunk as CSL normalises it: ", ", " & " with the
 * language's own sign, "-" between what is no range. page.c */
void nv_csl_gap_write(const nv_csl_lexicon *lexicon, const nv_csl_chunk *chunk,
                      nv_buffer *out);

/* Writes what stands between the ends of a range in the language. page.c */
void nv_csl_range_delimiter_write(const nv_csl_lexicon *lexicon,
                                  nv_buffer *out);

#endif
