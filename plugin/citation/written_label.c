/* SPDX-License-Identifier: MPL-2.0 */
/* Labels that writers put into a field of numbers themselves: "vol. 1, fol.
 * 186". See numeric.h. */
#include <string.h>

#include "base/array.h"
#include "citation/numeric.h"
#include "citation/render.h"

/* The abbreviations that reference managers know, whatever the language. */
static const struct {
    const char *text;
    nv_csl_term term;
} labels[] = {
    {"art.", NV_CSL_TERM_ARTICLE_LOCATOR},
    {"bk.", NV_CSL_TERM_BOOK},
    {"ch.", NV_CSL_TERM_CHAPTER},
    {"col.", NV_CSL_TERM_COLUMN},
    {"fig.", NV_CSL_TERM_FIGURE},
    {"fol.", NV_CSL_TERM_FOLIO},
    {"l.", NV_CSL_TERM_LINE},
    {"n.", NV_CSL_TERM_NOTE},
    {"no.", NV_CSL_TERM_ISSUE},
    {"op.", NV_CSL_TERM_OPUS},
    {"p.", NV_CSL_TERM_PAGE},
    {"pp.", NV_CSL_TERM_PAGE},
    {"para.", NV_CSL_TERM_PARAGRAPH},
    {"pt.", NV_CSL_TERM_PART},
    {"r.", NV_CSL_TERM_RULE},
    {"sec.", NV_CSL_TERM_SECTION},
    {"supp.", NV_CSL_TERM_SUPPLEMENT},
    {"sv.", NV_CSL_TERM_SUB_VERBO},
    {"tit.", NV_CSL_TERM_TITLE_LOCATOR},
    {"vol.", NV_CSL_TERM_VOLUME},
    {"vrs.", NV_CSL_TERM_VERSE},
};

static nv_csl_term label_of(const nv_csl_chunk *chunk)
{
    for (size_t i = 0; i < NV_COUNT_OF(labels); i++)
        if (strlen(labels[i].text) == chunk->len &&
            memcmp(labels[i].text, chunk->text, chunk->len) == 0)
            return labels[i].term;
    return NV_CSL_NO_TERM;
}

/* The term of a label before a number, NV_CSL_NO_TERM if the chunk is none. */
static nv_csl_term label_at(const nv_csl_chunk *chunk, const char *end)
{
    const nv_csl_term label = label_of(chunk);
    const char *at = chunk->text + chunk->len;
    nv_csl_chunk next;

    return label != NV_CSL_NO_TERM && nv_csl_chunk_next(&at, end, &next) &&
                   next.gap == NV_CSL_GAP_SPACE && nv_csl_chunk_is_number(&next)
               ? label
               : NV_CSL_NO_TERM;
}

const char *nv_csl_next_label(const char *text, const char *end)
{
    nv_csl_chunk chunk;

    while (nv_csl_chunk_next(&text, end, &chunk))
        if (label_at(&chunk, end) != NV_CSL_NO_TERM)
            return chunk.text;
    return end;
}

const char *nv_csl_written_label_text(const nv_csl_lexicon *lexicon,
                                      const nv_csl_chunk *chunk,
                                      const char *end)
{
    const nv_csl_term label = label_at(chunk, end);
    const char *numbers = chunk->text + chunk->len;
    size_t len;

    if (label == NV_CSL_NO_TERM)
        return NULL;
    len = (size_t)(nv_csl_next_label(numbers, end) - numbers);
    return nv_csl_lexicon_text(lexicon, label, NV_CSL_FORM_SHORT,
                               nv_csl_is_plural(lexicon, numbers, len, false));
}
