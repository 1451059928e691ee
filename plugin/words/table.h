/* SPDX-License-Identifier: MPL-2.0 */
/* The table that plugin/words/table makes of dialogs/words_*.properties. */
#ifndef NV_WORDS_TABLE_H
#define NV_WORDS_TABLE_H

#include "words/words.h"

/* NULL for what is not translated. */
extern const char *const nv_word_table[NV_TONGUE_COUNT][NV_WORD_COUNT];

#endif
