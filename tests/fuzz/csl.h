/* SPDX-License-Identifier: MPL-2.0 */
/* What the targets of the citation processor share. */
#ifndef NV_TESTS_FUZZ_CSL_H
#define NV_TESTS_FUZZ_CSL_H

#include "base/error.h"
#include "citation/text.h"
#include "fuzz.h"

/* A call that gave nothing says why, in a sentence of UTF-8. */
static inline void check_refused(const void *given, const nv_error *err)
{
    DEMAND(!given == (err->code != NV_OK), "it is given or an error is set");
    DEMAND(given || err->message[0], "an error has a sentence");
    DEMAND(is_utf8(err->message), "the sentence is UTF-8");
}

/* A finished text is UTF-8, covered by its runs. */
static inline void check_text(const nv_csl_text *text)
{
    uint32_t at = 0;

    DEMAND(text, "there is a text");
    DEMAND(is_utf8(text->text) && strlen(text->text) == text->len,
           "it is UTF-8 of its length");
    for (uint32_t i = 0; i < text->run_count; i++) {
        const nv_csl_run *run = &text->runs[i];

        DEMAND(run->start == at, "runs follow one another");
        DEMAND(!(run->format & ~NV_CSL_VISIBLE), "formats are visible ones");
        DEMAND(!run->language || is_utf8(run->language),
               "a language is readable");
        at += run->len;
    }
    DEMAND(at == text->len, "runs cover the text");
}

#endif
