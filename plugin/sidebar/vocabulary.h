/* SPDX-License-Identifier: MPL-2.0 */
/* Words that the record says things with ("documentary edition", "replies-to",
 * "ru"), in the language of the panel. Plain C: no UNO. */
#ifndef NV_SIDEBAR_VOCABULARY_H
#define NV_SIDEBAR_VOCABULARY_H

#include "sidebar/phrases.h"

/* Adds what the panel calls `word`, a word of the vocabulary `phrase`, which
 * lists them; a word that is not among them, as one's own pack may have, stays
 * as it is. NULL adds nothing. */
void nv_say_term(nv_buffer *out, const nv_phrases *phrases, nv_phrase phrase,
                 const char *word);

/* How many words a vocabulary has; 0 of a phrase that is none. */
size_t nv_vocabulary_count(nv_phrase phrase);

#endif
