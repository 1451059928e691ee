/* SPDX-License-Identifier: MPL-2.0 */
/* See word.h. */
#include "citation/word.h"

#include <stdbool.h>

static char joined(char c)
{
    return c == '_' || c == ' ' ? '-' : c;
}

static bool is_same(const char *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (joined(a[i]) != joined(b[i]))
            return false;
    return true;
}

/* A walk along the table compares lengths, and hardly ever a text: the largest
 * table has 300 words, and is asked while a file is compiled. */
size_t nv_csl_word_find(const nv_csl_word_text *words, size_t count,
                        const char *word, size_t len)
{
    for (size_t i = 0; i < count; i++)
        if (words[i].len == len && is_same(words[i].text, word, len))
            return i;
    return count;
}
