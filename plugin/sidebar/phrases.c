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
    [NV_PHRASE_STYLE_BY_LANGUAGE] = "style_by_language",
    [NV_PHRASE_INSERT] = "insert",
    [NV_PHRASE_CHANGE] = "change",
    [NV_PHRASE_ANEW] = "anew",
    [NV_PHRASE_OFFER] = "offer",
    [NV_PHRASE_QUOTE_OWN] = "quote_own",
    [NV_PHRASE_ADD] = "add",
    [NV_PHRASE_EDIT] = "edit",
    [NV_PHRASE_QUOTE] = "quote",
    [NV_PHRASE_OPEN_OWN] = "open_own",
    [NV_PHRASE_CHAIN] = "chain",
    [NV_PHRASE_REPLACE] = "replace",
    [NV_PHRASE_AROUND] = "around",
    [NV_PHRASE_EARLIER] = "earlier",
    [NV_PHRASE_LATER] = "later",
    [NV_PHRASE_REMOVE] = "remove",
    [NV_PHRASE_UNLINK] = "unlink",
    [NV_PHRASE_UNLINK_ALL] = "unlink_all",
    [NV_PHRASE_LIST_OF_WORKS] = "list_of_works",
    [NV_PHRASE_REMOVE_LIST] = "remove_list",
    [NV_PHRASE_TO_FOOTNOTES] = "to_footnotes",
    [NV_PHRASE_TO_ENDNOTES] = "to_endnotes",
    [NV_PHRASE_TO_TEXT] = "to_text",
    [NV_PHRASE_EXPORT] = "export",
    [NV_PHRASE_REFRESH] = "refresh",
    [NV_PHRASE_DISABLED] = "disabled",
    [NV_PHRASE_NONE_AT_CARET] = "none_at_caret",
    [NV_PHRASE_NONE_OTHER] = "none_other",
    [NV_PHRASE_NO_WORDING_CHOSEN] = "no_wording_chosen",
    [NV_PHRASE_NO_OWN] = "no_own",
    [NV_PHRASE_NO_CHAIN] = "no_chain",
    [NV_PHRASE_NO_LIST] = "no_list",
    [NV_PHRASE_NOT_DONE] = "not_done",
    [NV_PHRASE_NOT_THERE] = "not_there",
    [NV_PHRASE_TEXT_LONG] = "text_long",
    [NV_PHRASE_UNLINKED] = "unlinked",
    [NV_PHRASE_LEFT] = "left",
    [NV_PHRASE_EXPORTED] = "exported",
    [NV_PHRASE_CARET_NOTE] = "caret_note",
    [NV_PHRASE_CARET_TEXT] = "caret_text",
    [NV_PHRASE_CARET_BY_HAND] = "caret_by_hand",
    [NV_PHRASE_CARET_LOST] = "caret_lost",
    [NV_PHRASE_CARET_ADD] = "caret_add",
    [NV_PHRASE_OFFERED] = "offered",
    [NV_PHRASE_ATTENTION] = "attention",
    [NV_PHRASE_IN_NOTE] = "in_note",
    [NV_PHRASE_IN_TEXT] = "in_text",
    [NV_PHRASE_CITATION] = "citation",
    [NV_PHRASE_CITATION_STATE] = "citation_state",
    [NV_PHRASE_STATES] = "states",
    [NV_PHRASE_SAYS] = "says",
    [NV_PHRASE_SHOULD_SAY] = "should_say",
    [NV_PHRASE_FORMAT_JSON] = "format_json",
    [NV_PHRASE_FORMAT_RIS] = "format_ris",
    [NV_PHRASE_FORMAT_BIBTEX] = "format_bibtex",
    [NV_PHRASE_EXPORT_NAME] = "export_name",
    [NV_PHRASE_TRANSLATED_ALREADY] = "translated_already",
    [NV_PHRASE_DOCUMENT_STYLE_GONE] = "document_style_gone",
    [NV_PHRASE_DOCUMENT_STYLE_BROKEN] = "document_style_broken",
    [NV_PHRASE_ROW_STARRED] = "row_starred",
    [NV_PHRASE_YEAR] = "year",
    [NV_PHRASE_RECENT] = "recent",
    [NV_PHRASE_STARRED] = "starred",
    [NV_PHRASE_SHOW_MORE] = "show_more",
    [NV_PHRASE_FOUND_NONE] = "found_none",
    [NV_PHRASE_UNDERSTOOD] = "understood",
    [NV_PHRASE_WANT_WORD] = "want_word",
    [NV_PHRASE_WANT_DATE] = "want_date",
    [NV_PHRASE_WANT_KIND] = "want_kind",
    [NV_PHRASE_WANT_PARTY] = "want_party",
    [NV_PHRASE_WANT_BY] = "want_by",
    [NV_PHRASE_WANT_PLACE] = "want_place",
    [NV_PHRASE_WANT_LANGUAGE] = "want_language",
    [NV_PHRASE_WANT_WITHIN] = "want_within",
    [NV_PHRASE_WANT_FROM] = "want_from",
    [NV_PHRASE_WANT_TO] = "want_to",
    [NV_PHRASE_WANT_WITHOUT] = "want_without",
    [NV_PHRASE_STAR] = "star",
    [NV_PHRASE_LOOK] = "look",
    [NV_PHRASE_DESK] = "desk",
    [NV_PHRASE_DAY_OF_YEAR] = "day_of_year",
    [NV_PHRASE_FIRST_OF_YEAR] = "first_of_year",
    [NV_PHRASE_DESK_DAMAGED] = "desk_damaged",
    [NV_PHRASE_DESK_NEWER] = "desk_newer",
    [NV_PHRASE_DESK_NOT_KEPT] = "desk_not_kept",
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
