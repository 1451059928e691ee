/* SPDX-License-Identifier: MPL-2.0 */
/* The parts of nv_csl_draft_finish(), each a pass over the pieces that can be
 * tested alone. In this order:
 *   1. rich.c, already while writing: markup of a field (markup.h) becomes
 *      frames, pairs of quotes become frames with quotes, apostrophes U+2019.
 *   2. punctuation.c: seams. Works on a copy of the pieces' (start, len) in
 *      scratch memory, moving bounds and single marks; texts are not rewritten.
 *   3. flow.c: walks the frames with a stack: quote marks by depth, flip-flop
 * of formats, runs and spans; spaces doubled at a seam become one. Text case
 * (case.c) is applied by elements, before. */
#ifndef NV_CITATION_FINISH_H
#define NV_CITATION_FINISH_H

#include "citation/draft.h"

/* What becomes of two marks that meet at a seam. */
typedef enum {
    NV_CSL_SEAM_BOTH,
    NV_CSL_SEAM_FIRST, /* the second goes */
    NV_CSL_SEAM_SECOND /* the first goes */
} nv_csl_seam;

/* The table that the suite calls "full monty", B both, F first, S second. For
 * the mark that ends the text before, what becomes of it and of : . ; ! ? and ,
 * at the beginning of the text after; any other character gives B.
 * - ":" F F B S S B
 * - "." B F B B B B
 * - ";" F F F S S B
 * - "!" F F B F B B
 * - "?" F F B B F B
 * - "," B B B B B F */
nv_csl_seam nv_csl_seam_of(char first, char second);

/* May the mark that begins the text after a closing quote move before it?
 * '.', ',', '!' and '?', where the language puts punctuation in quotes; the
 * seam is then the one with the text inside the quotes. Where it does not, a
 * full stop inside takes none away that follows the quotes. */
bool nv_csl_moves_into_quotes(char mark, const nv_csl_quotes *quotes);

/* A piece after the seams are mended. */
typedef struct {
    uint32_t start, len; /* of a text: in draft->bytes, within the piece */
    char added[4]; /* of the CLOSE of a frame with quotes: marks that have moved
                    * in, printed before the closing quote; ends in 0 */
} nv_csl_mended;

/* Fills mended[0 .. draft->count - 1], which the caller provides. A seam is
 * where two texts meet with nothing but frames between them. */
void nv_csl_punctuation_mend(const nv_csl_draft *draft,
                             const nv_csl_quotes *quotes,
                             nv_csl_mended mended[]);

/* Markup of a field into the draft; see nv_csl_draft_add_field(). Tags that do
 * not pair up, or nest deeper than 32, are text. Quotation marks are straight
 * ones, and those of draft->quotes. */
void nv_csl_rich_add(nv_csl_draft *draft, nv_csl_origin origin,
                     const char *text, size_t len);

/* Case of one text in a language (BCP 47), appended to out. `is_first`: nothing
 * stands before it in the whole to which the case applies, or the end of a
 * sentence; `is_last`: nothing after it. Title case by the CSL specification:
 * stop words stay lower but first, last and after a colon; words with a capital
 * inside stay, also those all in capitals (the suite's rule, against the
 * specification). case.c */
void nv_csl_case_apply(nv_csl_case text_case, const char *language,
                       const char *text, size_t len, bool is_first,
                       bool is_last, nv_buffer *out);

/* Is the word, in lower case, one that titles leave in lower case, as articles
 * and prepositions? stop_words.c */
bool nv_csl_is_stop_word(const char *word, size_t len);

#endif
