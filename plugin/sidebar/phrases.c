/* SPDX-License-Identifier: MPL-2.0 */
/* See phrases.h. */
#include "sidebar/phrases.h"

#include <string.h>

static const char *const keys[NV_PHRASE_COUNT] = {
    [NV_PHRASE_RESULTS] = "results_label",
    [NV_PHRASE_FOUND] = "found",
    [NV_PHRASE_FOUND_MORE] = "found_more",
    [NV_PHRASE_FOUND_AT_LEAST] = "found_at_least",
    [NV_PHRASE_CORRECTED] = "corrected",
    [NV_PHRASE_ROW] = "row",
    [NV_PHRASE_ROW_UNCHECKED] = "row_unchecked",
    [NV_PHRASE_ROW_OF_PACK] = "row_of_pack",
    [NV_PHRASE_UNCHECKED] = "unchecked",
    [NV_PHRASE_CIRCULATION] = "circulation",
    [NV_PHRASE_CAUTION] = "caution",
    [NV_PHRASE_PLACE] = "place",
    [NV_PHRASE_SPAN] = "span",
    [NV_PHRASE_DAY] = "day",
    [NV_PHRASE_FIRST_DAY] = "first_day",
    [NV_PHRASE_MONTH] = "month",
    [NV_PHRASE_MONTHS] = "months",
    [NV_PHRASE_LIST] = "list",
    [NV_PHRASE_PARTIES] = "parties",
    [NV_PHRASE_PACK] = "pack",
    [NV_PHRASE_PERSON] = "person",
    [NV_PHRASE_ACTS] = "acts",
    [NV_PHRASE_DATES] = "dates",
    [NV_PHRASE_QUOTATION] = "quotation",
    [NV_PHRASE_WORDS_OF] = "words_of",
    [NV_PHRASE_TRANSLATION] = "translation",
    [NV_PHRASE_QUOTED] = "quoted",
    [NV_PHRASE_NO_WORDING] = "no_wording",
    [NV_PHRASE_REASON] = "reason",
    [NV_PHRASE_DATE] = "date",
    [NV_PHRASE_SIGNATORIES] = "signatories",
    [NV_PHRASE_WORDING] = "wording",
    [NV_PHRASE_SOURCE] = "source",
    [NV_PHRASE_NOTHING_CHOSEN] = "nothing_chosen",
    [NV_PHRASE_NO_NOTE] = "no_note",
    [NV_PHRASE_NOT_INSERTED] = "not_inserted",
    [NV_PHRASE_NOT_REFRESHED] = "not_refreshed",
    [NV_PHRASE_NO_CITATIONS] = "no_citations",
    [NV_PHRASE_NONE_REFRESHED] = "none_refreshed",
    [NV_PHRASE_REFRESHED] = "refreshed",
    [NV_PHRASE_BY_HAND] = "by_hand",
    [NV_PHRASE_LOST] = "lost",
    [NV_PHRASE_LOCATOR_LONG] = "locator_long",
    [NV_PHRASE_NO_MEMORY] = "no_memory",
    [NV_PHRASE_NOT_READ] = "not_read",
    [NV_PHRASE_ITSELF] = "itself",
    [NV_PHRASE_REGISTRY_MISSING] = "registry_missing",
    [NV_PHRASE_REGISTRY_DAMAGED] = "registry_damaged",
    [NV_PHRASE_REGISTRY_MEMORY] = "registry_memory",
    [NV_PHRASE_PACK_MISSING] = "pack_missing",
    [NV_PHRASE_PACK_DAMAGED] = "pack_damaged",
    [NV_PHRASE_PACK_MEMORY] = "pack_memory",
    [NV_PHRASE_PACK_LARGE] = "pack_large",
    [NV_PHRASE_PACK_REINDEXED] = "pack_reindexed",
    [NV_PHRASE_PACK_DOUBLED] = "pack_doubled",
    [NV_PHRASE_STYLE_HELP] = "style_help",
    [NV_PHRASE_NO_STYLE] = "no_style",
    [NV_PHRASE_STYLE_GONE] = "style_gone",
    [NV_PHRASE_STYLE_BROKEN] = "style_broken",
    [NV_PHRASE_STYLE_MISSING] = "style_missing",
    [NV_PHRASE_STYLE_DAMAGED] = "style_damaged",
    [NV_PHRASE_STYLE_DOUBLED] = "style_doubled",
    [NV_PHRASE_STYLE_PARENT] = "style_parent",
};

const char *nv_phrase_key(nv_phrase phrase)
{
    return keys[phrase];
}

/* The number of the place that begins at `text`, 1 to 9; 0 where none does. */
static size_t place_at(const char *text)
{
    if (text[0] == '{' && text[1] >= '1' && text[1] <= '9' && text[2] == '}')
        return (size_t)(text[1] - '0');
    return 0;
}

void nv_phrase_fill(nv_buffer *out, const nv_phrases *phrases, nv_phrase phrase,
                    const char *const values[], size_t count)
{
    for (const char *at = phrases->text[phrase]; *at;) {
        size_t place = place_at(at);

        if (place == 0) {
            nv_buffer_add_char(out, *at++);
            continue;
        }
        if (place <= count)
            nv_buffer_add_text(out, values[place - 1]);
        at += strlen("{1}");
    }
}

void nv_phrase_item(nv_buffer *out, const nv_phrases *phrases, nv_phrase phrase,
                    size_t index)
{
    const char *at = phrases->text[phrase];

    for (; index > 0 && at; index--) {
        at = strchr(at, ',');
        if (at)
            at++;
    }
    if (at)
        nv_buffer_add(out, at, strcspn(at, ","));
}
