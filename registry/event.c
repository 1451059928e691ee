/* SPDX-License-Identifier: MPL-2.0 */
/* See event.h and words.h. */
#include "registry/event.h"

#include <string.h>

#include "base/array.h"
#include "registry/words.h"

static const char *const kinds[NV_KIND_COUNT] = {
    [NV_KIND_TREATY] = "treaty",         [NV_KIND_NOTE] = "note",
    [NV_KIND_REPLY] = "reply",           [NV_KIND_REFUSAL] = "refusal",
    [NV_KIND_SPEECH] = "speech",         [NV_KIND_STATEMENT] = "statement",
    [NV_KIND_CONFERENCE] = "conference", [NV_KIND_DECLARATION] = "declaration",
    [NV_KIND_WITHDRAWAL] = "withdrawal", [NV_KIND_RESOLUTION] = "resolution",
};

static const char *const acts[NV_ACT_COUNT] = {
    [NV_ACT_SIGNED] = "signed",
    [NV_ACT_SENT] = "sent",
    [NV_ACT_SPOKE] = "spoke",
    [NV_ACT_DELIVERED] = "delivered",
    [NV_ACT_DRAFTED] = "drafted",
    [NV_ACT_MOVED] = "moved",
    [NV_ACT_ATTENDED] = "attended",
    [NV_ACT_RECEIVED] = "received",
    [NV_ACT_HEADED_MINISTRY] = "headed-ministry",
    [NV_ACT_UNKNOWN] = "unknown",
};

static const char *const date_whats[NV_DATE_WHAT_COUNT] = {
    [NV_DATE_DATED] = "dated",         [NV_DATE_SIGNED] = "signed",
    [NV_DATE_ADOPTED] = "adopted",     [NV_DATE_SPOKEN] = "spoken",
    [NV_DATE_DELIVERED] = "delivered", [NV_DATE_RECEIVED] = "received",
    [NV_DATE_SENT] = "sent",           [NV_DATE_PUBLISHED] = "published",
    [NV_DATE_APPROVED] = "approved",   [NV_DATE_CIRCULATED] = "circulated",
    [NV_DATE_AMENDED] = "amended",     [NV_DATE_IN_FORCE] = "in force",
    [NV_DATE_BEGUN] = "begun",         [NV_DATE_ENDED] = "ended",
    [NV_DATE_OTHER] = "other",
};

static const char *const roles[NV_ROLE_COUNT] = {
    [NV_ROLE_DOCUMENT] = "document",
    [NV_ROLE_RELATED] = "related document",
    [NV_ROLE_COMMENTARY] = "commentary",
};

static const char *const ways[NV_AS_COUNT] = {
    [NV_AS_EDITION] = "edition",
    [NV_AS_TRANSCRIPTION] = "transcription",
    [NV_AS_QUOTED] = "quoted",
};

static const char *const originals[] = {
    [NV_ORIGINAL_YES] = "yes",
    [NV_ORIGINAL_PRESUMED] = "presumed",
    [NV_ORIGINAL_NO] = "no",
};

static const char *const statuses[NV_STATUS_COUNT] = {
    [NV_STATUS_TEXT_SEEN] = "text seen",
    [NV_STATUS_TRANSCRIPTION] = "text seen in transcription",
    [NV_STATUS_EXTRACTS] = "extracts seen",
    [NV_STATUS_REPORTED] = "reported",
};

static const char *const holdings[NV_HOLDS_COUNT] = {
    [NV_HOLDS_TEXT] = "text",       [NV_HOLDS_TRANSLATION] = "translation",
    [NV_HOLDS_EXTRACT] = "extract", [NV_HOLDS_DRAFT] = "draft",
    [NV_HOLDS_REPORT] = "report",   [NV_HOLDS_ABOUT] = "about",
};

static const char *const checks[] = {
    [NV_CHECKED_SEEN] = "seen",
    [NV_CHECKED_CITED] = "cited",
    [NV_CHECKED_NO] = "no",
};

static const char *const verdicts[NV_VERDICT_COUNT] = {
    [NV_VERDICT_AGREES] = "agrees",
    [NV_VERDICT_PARTLY] = "partly",
    [NV_VERDICT_NO] = "no",
    [NV_VERDICT_OPINION] = "opinion",
};

static const char *const name_types[NV_NAME_TYPE_COUNT] = {
    [NV_NAME_STATE] = "state",
    [NV_NAME_ORGANISATION] = "organisation",
    [NV_NAME_COLLECTIVE] = "collective",
    [NV_NAME_PERSON] = "person",
    [NV_NAME_OFFICE] = "office",
};

const nv_words nv_kind_words = {kinds, NV_COUNT_OF(kinds)};
const nv_words nv_act_words = {acts, NV_COUNT_OF(acts)};
const nv_words nv_date_what_words = {date_whats, NV_COUNT_OF(date_whats)};
const nv_words nv_role_words = {roles, NV_COUNT_OF(roles)};
const nv_words nv_as_words = {ways, NV_COUNT_OF(ways)};
const nv_words nv_original_words = {originals, NV_COUNT_OF(originals)};
const nv_words nv_status_words = {statuses, NV_COUNT_OF(statuses)};
const nv_words nv_holds_words = {holdings, NV_COUNT_OF(holdings)};
const nv_words nv_checked_words = {checks, NV_COUNT_OF(checks)};
const nv_words nv_verdict_words = {verdicts, NV_COUNT_OF(verdicts)};
const nv_words nv_name_type_words = {name_types, NV_COUNT_OF(name_types)};

int nv_words_find(const nv_words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->items[i], word) == 0)
            return (int)i;
    return -1;
}

const char *nv_bilingual_in(const nv_bilingual *text, nv_language language)
{
    if ((int)language < NV_NOTE_LANGUAGE_COUNT && text->text[language])
        return text->text[language];
    for (int i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++)
        if (text->text[i])
            return text->text[i];
    return NULL;
}

const nv_quotation *nv_event_quotation(const nv_event *event, int number)
{
    for (size_t i = 0; i < event->quotation_count; i++)
        if (event->quotations[i].number == number)
            return &event->quotations[i];
    return NULL;
}

const char *nv_kind_word(nv_kind kind)
{
    return kinds[kind];
}

const char *nv_act_word(nv_act act)
{
    return acts[act];
}

const char *nv_date_what_word(nv_date_what what)
{
    return date_whats[what];
}

const char *nv_role_word(nv_role role)
{
    return roles[role];
}

const char *nv_as_word(nv_as as)
{
    return ways[as];
}

const char *nv_status_word(nv_status status)
{
    return statuses[status];
}

const char *nv_holds_word(nv_holds holds)
{
    return holdings[holds];
}

const char *nv_verdict_word(nv_verdict verdict)
{
    return verdicts[verdict];
}
