/* SPDX-License-Identifier: MPL-2.0 */
/* Looking up what a style says in a language: style.h makes lexicons, here is
 * how they are read. All fallbacks have been resolved when it was made, so that
 * each of these is a look into an array. */
#ifndef NV_CITATION_LEXICON_H
#define NV_CITATION_LEXICON_H

#include "citation/node.h"

typedef struct {
    const char *single, *multiple; /* NULL: the language has no such term; ""
                                    * is a term that prints nothing */
    uint8_t gender;                /* nv_csl_gender */
} nv_csl_word;

typedef struct {
    const char *open, *close, *open_inner, *close_inner;
    bool punctuation_in_quote;
} nv_csl_quotes;

struct nv_csl_lexicon {
    const nv_csl_style *style;
    const char *tag;      /* BCP 47 of the language, never NULL */
    nv_csl_quotes quotes; /* never NULL: straight ones where nothing is said */
    bool limit_day_ordinals_to_day_1;
    const nv_csl_node *dates[3]; /* by nv_csl_date_form; NULL: none known */
    nv_csl_word (*words)[NV_CSL_FORM_COUNT]; /* by term; own terms at the end */
    size_t term_count;
    const char *ordinals[NV_CSL_GENDER_COUNT][100]; /* suffix by last two
                                                     * digits; never NULL */
    const char
        *whole_ordinals[NV_CSL_GENDER_COUNT][100];      /* for the number
                                                         * itself; NULL: none */
    const char *long_ordinals[NV_CSL_GENDER_COUNT][11]; /* 1-10 */
    nv_arena arena;
};

/* The word in the form, or in the form CSL falls back to (verb-short: verb,
 * long; symbol: short, long). Never NULL; its texts may be. */
const nv_csl_word *nv_csl_lexicon_word(const nv_csl_lexicon *lexicon,
                                       nv_csl_term term, nv_csl_form form);

/* "single" or "multiple" of that word; NULL if there is none. */
const char *nv_csl_lexicon_text(const nv_csl_lexicon *lexicon, nv_csl_term term,
                                nv_csl_form form, bool plural);

/* What follows the digits of `number` (>= 0): "th", "e", "º". "" if none. */
const char *nv_csl_lexicon_ordinal(const nv_csl_lexicon *lexicon, long number,
                                   nv_csl_gender gender);

/* "first" to "tenth"; NULL for other numbers and where it is not said. */
const char *nv_csl_lexicon_long_ordinal(const nv_csl_lexicon *lexicon,
                                        long number, nv_csl_gender gender);

#endif
