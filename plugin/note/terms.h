/* SPDX-License-Identifier: MPL-2.0 */
/* Words of what an item holds that no style's terms have: agreement with a
 * French noun, months inside recorded text, counts and towns. */
#ifndef NV_NOTE_TERMS_H
#define NV_NOTE_TERMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"

/* Whether the word (`len` bytes) is one of the list's `count`. */
bool nv_is_word_in(const char *const list[], size_t count, const char *word,
                   size_t len);

/* The gender and number of what is named in French. */
typedef struct {
    bool is_feminine, is_plural;
} nv_agreement;

/* What agrees with a French phrase, from its first noun: "notes du …" is
 * feminine and plural. `gender` is the recorded one ('m', 'f'), or 0. */
nv_agreement nv_agreement_of(const char *phrase, char gender);

/* The name of a month, 1..12, in English or French; static. */
const char *nv_month(nv_language language, int month);

/* A count in words, up to sixty-nine in English and French ("twelve",
 * « douze »), up to twelve in German and Spanish, else in figures;
 * NUL-terminated in `out` (32 bytes). */
void nv_count_in_words(int count, nv_language language, char out[32]);

/* A town whose name is recorded in English, in the language; the English name
 * where the language uses it too. */
const char *nv_town_in(const char *town, nv_language language);

#endif
