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
    uint8_t gender;                /* nv_csl_gender, of the noun */
    uint16_t
        agreeing; /* of lexicon->agreeing; 0: the word is always the same */
} nv_csl_word;

/* A word that agrees with a masculine or feminine noun, by gender; NULL: as
 * with any other. The first of each is not used. */
typedef struct {
    const char *single[NV_CSL_GENDER_COUNT], *multiple[NV_CSL_GENDER_COUNT];
} nv_csl_agreeing;

/* What a term has to agree with. All zero: with nothing. */
typedef struct {
    nv_csl_gender gender;
    bool is_plural;
} nv_csl_agreement;

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
    const nv_csl_agreeing *agreeing;                /* from 1 */
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

/* The same as agreement wants it, in gender and number. */
const char *nv_csl_lexicon_agree(const nv_csl_lexicon *lexicon,
                                 nv_csl_term term, nv_csl_form form,
                                 nv_csl_agreement agreement);

/* "feminine-plural" and so on; any other word and NULL: with nothing. */
nv_csl_agreement nv_csl_agreement_of(const char *word);

/* What follows the digits of `number` (>= 0): "th", "e", "º". "" if none. */
const char *nv_csl_lexicon_ordinal(const nv_csl_lexicon *lexicon, long number,
                                   nv_csl_gender gender);

/* "first" to "tenth"; NULL for other numbers and where it is not said. */
const char *nv_csl_lexicon_long_ordinal(const nv_csl_lexicon *lexicon,
                                        long number, nv_csl_gender gender);

#endif
