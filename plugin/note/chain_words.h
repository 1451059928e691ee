/* SPDX-License-Identifier: MPL-2.0 */
/* The words that join the documents of a chain, by language, each whole: none
 * is put together from pieces that might not agree. For chain.c only. */
#ifndef NV_NOTE_CHAIN_WORDS_H
#define NV_NOTE_CHAIN_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "note/terms.h"

typedef enum { NV_CHAIN_ANSWERED, NV_CHAIN_REFUSED } nv_chain_act;

/* What is answered, or refused. */
typedef struct {
    nv_agreement agreement; /* of its French noun, or of all of them */
    size_t count;           /* of documents; not 0 */
    bool is_itself_answer;  /* and the words before it say so */
} nv_chain_subject;

/* What answers or refuses it. */
typedef struct {
    size_t count;
    const char *first; /* how the first of them is named in French */
} nv_chain_answers;

/* What stands between it and the first answer; static. */
const char *nv_chain_word(nv_chain_act act, nv_language language,
                          const nv_chain_subject *subject,
                          const nv_chain_answers *answers);

/* What stands before another one that does the same. */
const char *nv_chain_more(nv_chain_act act, nv_language language);

/* What stands between documents that have one answer. */
const char *nv_chain_and(nv_language language);

#endif
