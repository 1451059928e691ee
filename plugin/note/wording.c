/* SPDX-License-Identifier: MPL-2.0 */
/* Recorded wordings: which are offered, and in what order. */
#include "note/draft.h"

#include <string.h>

/* Less is earlier in the panel. */
static int order_of(const nv_quotation *quotation, const char *language)
{
    return (nv_is_own_words(quotation) ? 0 : 4) +
           (quotation->language && strcmp(quotation->language, language) == 0
                ? 0
                : 2) +
           (quotation->original == NV_ORIGINAL_NO);
}

size_t nv_note_wordings(const nv_event *event, nv_language language,
                        const nv_quotation *wordings[], size_t max)
{
    enum { ORDERS = 8 };
    const char *code = nv_language_code(language);
    size_t count = 0;

    for (int order = 0; order < ORDERS; order++)
        for (size_t i = 0; i < event->quotation_count; i++) {
            const nv_quotation *quotation = &event->quotations[i];

            if (!quotation->is_offered || order_of(quotation, code) != order)
                continue;
            if (count < max)
                wordings[count] = quotation;
            count++;
        }
    return count;
}
