/* SPDX-License-Identifier: MPL-2.0 */
/* See words.h. */
#include "words/words.h"

#include "words/table.h"

const char *nv_say(nv_word word, nv_tongue tongue)
{
    const char *text = nv_word_table[tongue][word];

    return text ? text : nv_word_table[NV_TONGUE_EN][word];
}
