/* SPDX-License-Identifier: MPL-2.0 */
/* Recorded wordings: which are offered, in what order, and how a translation is
 * marked. */
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

/* "trans. Geoffrey Roberts". A record says "unnamed" of a translator nobody
 * names, and "official" of an office. */
static void add_translator(nv_draft *draft, const char *translator)
{
    nv_runs_comma(&draft->runs);
    if (!translator || strcmp(translator, "unnamed") == 0 ||
        strcmp(translator, "official") == 0)
        nv_runs_add(&draft->runs,
                    nv_term_in(NV_TERM_TRANSLATION, draft->language));
    else
        nv_runs_addf(&draft->runs, "%s %s",
                     nv_term_in(NV_TERM_TRANSLATED_BY, draft->language),
                     translator);
}

void nv_draft_add_translation(nv_draft *draft)
{
    const nv_quotation *quotation = draft->quotation;
    const char *phrase =
        quotation ? nv_draft_in(draft, &quotation->translation) : NULL;

    if (phrase) {
        nv_runs_comma(&draft->runs);
        nv_runs_add(&draft->runs, phrase);
    } else if (quotation && quotation->original == NV_ORIGINAL_NO) {
        add_translator(draft, quotation->translator);
    } else if (!quotation && draft->prints_source && draft->source &&
               draft->source->translator) {
        add_translator(draft, draft->source->translator);
    }
}
