/* SPDX-License-Identifier: MPL-2.0 */
/* See term.h. */
#include "citation/term.h"

#include <string.h>

#include "base/array.h"
#include "citation/word.h"

/* In the order of the enum, without its 0. */
/* clang-format off */
static const nv_csl_word_text terms[] = {
    NV_CSL_LOCATOR_TERMS(NV_CSL_WORD_TEXT)
    NV_CSL_NUMBER_TERMS(NV_CSL_WORD_TEXT)
    NV_CSL_ROLE_TERMS(NV_CSL_WORD_TEXT)
    NV_CSL_TYPE_TERMS(NV_CSL_WORD_TEXT)
    NV_CSL_TIME_TERMS(NV_CSL_WORD_TEXT)
    NV_CSL_LONG_ORDINAL_TERMS(NV_CSL_WORD_TEXT)
    NV_CSL_PUNCTUATION_TERMS(NV_CSL_WORD_TEXT)
    NV_CSL_GENERAL_TERMS(NV_CSL_WORD_TEXT)
};
/* clang-format on */

nv_csl_term nv_csl_term_of(const char *word, size_t len)
{
    const size_t count = NV_COUNT_OF(terms);
    const size_t found = nv_csl_word_find(terms, count, word, len);

    return found == count ? NV_CSL_NO_TERM : (nv_csl_term)(found + 1);
}

nv_csl_term nv_csl_term_of_variable(nv_csl_variable variable)
{
    const char *word = nv_csl_variable_word(variable);

    switch (nv_csl_variable_class(variable)) {
    case NV_CSL_CLASS_NUMBER:
        if (variable == NV_CSL_LOCATOR)
            return NV_CSL_NO_TERM;
        if (variable == NV_CSL_PAGE_FIRST)
            return NV_CSL_TERM_PAGE;
        if (variable == NV_CSL_COLUMNS)
            return NV_CSL_TERM_COLUMN;
        return nv_csl_term_of(word, strlen(word));
    case NV_CSL_CLASS_NAMES:
        return (nv_csl_term)(NV_CSL_TERM_AUTHOR + (variable - NV_CSL_AUTHOR));
    default:
        return NV_CSL_NO_TERM;
    }
}
