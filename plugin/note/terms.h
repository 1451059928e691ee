/* SPDX-License-Identifier: MPL-2.0 */
/* The words of a note in its two languages. */
#ifndef NV_NOTE_TERMS_H
#define NV_NOTE_TERMS_H

#include "note/note.h"

/* Each word of a note, in English and in French. A French participle that
 * agrees is not here: see nv_participle_text(). */
typedef enum {
    NV_TERM_IN,               /* in | dans */
    NV_TERM_TRANSCRIPTION_IN, /* transcription in | transcription dans */
    NV_TERM_READ_TRANSCRIBED, /* text read in a transcription */
    NV_TERM_TRANSLATED_BY,    /* trans. | trad. */
    NV_TERM_TRANSLATION,      /* translation | traduction */
    NV_TERM_HEREAFTER,        /* hereafter | ci-après */
    NV_TERM_BY,               /* by | par */
    NV_TERM_AND,              /* and | et */
    NV_TERM_COUNT
} nv_term;

const char *nv_term_in(nv_term term, nv_language language);

/* French agreement: the gender and number of what is named. */
typedef struct {
    bool is_feminine, is_plural;
} nv_agreement;

/* Words of what was done with a document, which agree with it in French. */
typedef enum {
    NV_PARTICIPLE_QUOTED,
    NV_PARTICIPLE_SIGNED,
    NV_PARTICIPLE_SENT,
    NV_PARTICIPLE_DELIVERED, /* handed over */
    NV_PARTICIPLE_SPOKEN,
    NV_PARTICIPLE_DATED,
    NV_PARTICIPLE_ADOPTED,
    NV_PARTICIPLE_RECEIVED,
    NV_PARTICIPLE_PUBLISHED,
    NV_PARTICIPLE_APPROVED,
    NV_PARTICIPLE_CIRCULATED,
    NV_PARTICIPLE_AMENDED,
    NV_PARTICIPLE_IN_FORCE,
    NV_PARTICIPLE_BEGUN,
    NV_PARTICIPLE_ENDED,
    NV_PARTICIPLE_COUNT
} nv_participle;

/* The English form or the French one of four ("cité", "citée", "cités",
 * "citées"), NUL-terminated in `out` (32 bytes). */
void nv_participle_text(nv_participle participle, nv_language language,
                        nv_agreement agreement, char out[32]);

/* What agrees with a French phrase, from its first noun: "notes du …" is
 * feminine and plural. `gender` is the recorded one, or 0. */
nv_agreement nv_agreement_of(const char *phrase, char gender);

/* The name of a month, 1..12; static. */
const char *nv_month(nv_language language, int month);

/* A count in words up to sixty-nine ("twelve", « douze »), else in figures;
 * NUL-terminated in `out` (32 bytes). */
void nv_count_in_words(int count, nv_language language, char out[32]);

/* The French name of a town whose name is recorded in English; the English one
 * where French uses it too. */
const char *nv_town_in(const char *town, nv_language language);

#endif
