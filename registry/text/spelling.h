/* SPDX-License-Identifier: MPL-2.0 */
/* Names by how they sound, so that the spellings of one name meet: Хрущёв,
 * Khrushchev, Khrouchtchev, Chruschtschow, Jruschov, Hruščëv.
 *
 * A key is a run of classes of sounds: each run of vowels is one, all sibilants
 * are one, г and х are told apart but not х and к. It begins in the upper bits,
 * so that the key of a beginning begins the key. Latin letters are read as
 * English and French, German, Spanish and scholarly transliterations have them:
 * a spelling has up to four keys, and two spellings meet when they have one in
 * common. */
#ifndef NV_REGISTRY_SPELLING_H
#define NV_REGISTRY_SPELLING_H

#include <stddef.h>
#include <stdint.h>

enum { NV_SPELLING_MAX = 4 };

/* Writes the distinct keys of a folded word (see fold.h); returns how many. A
 * word with fewer than three consonants, with digits or in another script has
 * none: too many words would sound like it. */
size_t nv_spelling_keys(const char *word, uint64_t keys[NV_SPELLING_MAX]);

/* The bits behind the last sound of the key. */
uint64_t nv_spelling_rest(uint64_t key);

#endif
