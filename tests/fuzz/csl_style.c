/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as a style; one that can be read speaks its own language. */
#include "citation/lexicon.h"
#include "csl.h"

static void look_at(const char *xml, size_t len)
{
    nv_error err = {0};
    nv_csl_style_info *info = nv_csl_style_peek(xml, len, &err);

    check_refused(info, &err);
    free(info);
}

static void speak(const nv_csl_style *style)
{
    nv_csl_lexicon *lexicon = nv_csl_lexicon_new(style, NULL, NULL, 0, NULL);

    DEMAND(lexicon, "there is memory");
    DEMAND(lexicon->quotes.open && lexicon->quotes.close, "quotes are set");
    for (long number = 0; number < 200; number++)
        DEMAND(nv_csl_lexicon_ordinal(lexicon, number, NV_CSL_FEMININE),
               "every number has a suffix, if an empty one");
    nv_csl_lexicon_free(lexicon);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *xml = size ? (const char *)data : "";
    nv_error err = {0};
    nv_csl_style *style = nv_csl_style_read(xml, size, &err);

    check_refused(style, &err);
    look_at(xml, size);
    if (style)
        speak(style);
    nv_csl_style_free(style);
    return 0;
}
