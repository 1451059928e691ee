/* SPDX-License-Identifier: MPL-2.0 */
/* See variable.h. */
#include "citation/variable.h"

#include "base/array.h"
#include "citation/word.h"

/* In the order of the enums, without their 0. */
static const nv_csl_word_text variables[] = {
    NV_CSL_TEXTS(NV_CSL_WORD_TEXT) NV_CSL_NUMBERS(NV_CSL_WORD_TEXT)
        NV_CSL_NAMES(NV_CSL_WORD_TEXT) NV_CSL_DATES(NV_CSL_WORD_TEXT)};
static const nv_csl_word_text types[] = {NV_CSL_TYPES(NV_CSL_WORD_TEXT)};

nv_csl_variable nv_csl_variable_of(const char *word, size_t len)
{
    const size_t count = NV_COUNT_OF(variables);
    const size_t found = nv_csl_word_find(variables, count, word, len);

    return found == count ? NV_CSL_NO_VARIABLE : (nv_csl_variable)(found + 1);
}

const char *nv_csl_variable_word(nv_csl_variable variable)
{
    return variable == NV_CSL_NO_VARIABLE ? "" : variables[variable - 1].text;
}

nv_csl_class nv_csl_variable_class(nv_csl_variable variable)
{
    if (variable == NV_CSL_NO_VARIABLE)
        return NV_CSL_CLASS_NONE;
    if (variable < NV_CSL_CHAPTER_NUMBER)
        return NV_CSL_CLASS_TEXT;
    if (variable < NV_CSL_AUTHOR)
        return NV_CSL_CLASS_NUMBER;
    return variable < NV_CSL_ACCESSED ? NV_CSL_CLASS_NAMES : NV_CSL_CLASS_DATE;
}

nv_csl_type nv_csl_type_of(const char *word, size_t len)
{
    const size_t count = NV_COUNT_OF(types);
    const size_t found = nv_csl_word_find(types, count, word, len);

    return found == count ? NV_CSL_TYPE_UNKNOWN : (nv_csl_type)(found + 1);
}
