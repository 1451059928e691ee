/* SPDX-License-Identifier: MPL-2.0 */
/* See deeds.h. */
#include "sidebar/deeds.h"

#include "base/array.h"

/* What a deed needs, a set of bits; the first one that is missing is told. */
typedef enum {
    NEEDS_WRITE = 1,
    NEEDS_PLACE = 2,
    NEEDS_NOTE = 4,    /* an event is chosen that can be cited */
    NEEDS_WORDING = 8, /* and words of it */
    NEEDS_CARET = 16,  /* a citation is at the caret */
    NEEDS_OTHER = 32,  /* what is shown is not that citation */
    NEEDS_OWN = 64,
    NEEDS_CHAIN = 128,
    NEEDS_LIST = 256,
    NEEDS_EVENT = 512,
    NEEDS_MINE = 1024, /* the event is one of the writer's own */
    NEEDS_TIMELINE = 2048
} need;

static const struct {
    nv_phrase name;
    unsigned needs;
    bool begins_group;
} deeds[NV_DEED_COUNT] = {
    [NV_DEED_INSERT] = {NV_PHRASE_INSERT, NEEDS_PLACE | NEEDS_NOTE},
    [NV_DEED_CHANGE] = {NV_PHRASE_CHANGE, NEEDS_WRITE | NEEDS_NOTE},
    [NV_DEED_ANEW] = {NV_PHRASE_ANEW, NEEDS_WRITE | NEEDS_NOTE},
    [NV_DEED_OFFER] = {NV_PHRASE_OFFER, NEEDS_PLACE | NEEDS_NOTE},
    [NV_DEED_QUOTE_OWN] = {NV_PHRASE_QUOTE_OWN, NEEDS_PLACE | NEEDS_NOTE |
                                                    NEEDS_WORDING | NEEDS_OWN},
    [NV_DEED_EDIT] = {NV_PHRASE_EDIT, NEEDS_CARET},
    [NV_DEED_FROM_TEXT] = {NV_PHRASE_FROM_TEXT, 0},
    [NV_DEED_QUOTE] = {NV_PHRASE_QUOTE,
                       NEEDS_PLACE | NEEDS_NOTE | NEEDS_WORDING, true},
    [NV_DEED_OPEN_OWN] = {NV_PHRASE_OPEN_OWN,
                          NEEDS_PLACE | NEEDS_NOTE | NEEDS_WORDING},
    [NV_DEED_CHAIN] = {NV_PHRASE_CHAIN, NEEDS_PLACE | NEEDS_NOTE | NEEDS_CHAIN},
    [NV_DEED_ADD] = {NV_PHRASE_ADD,
                     NEEDS_WRITE | NEEDS_CARET | NEEDS_NOTE | NEEDS_OTHER,
                     true},
    [NV_DEED_REPLACE] = {NV_PHRASE_REPLACE,
                         NEEDS_WRITE | NEEDS_CARET | NEEDS_NOTE | NEEDS_OTHER},
    [NV_DEED_AROUND] = {NV_PHRASE_AROUND, 0},
    [NV_DEED_EARLIER] = {NV_PHRASE_EARLIER, NEEDS_WRITE | NEEDS_CARET, true},
    [NV_DEED_LATER] = {NV_PHRASE_LATER, NEEDS_WRITE | NEEDS_CARET},
    [NV_DEED_REMOVE] = {NV_PHRASE_REMOVE, NEEDS_WRITE | NEEDS_CARET},
    [NV_DEED_UNLINK] = {NV_PHRASE_UNLINK, NEEDS_WRITE | NEEDS_CARET},
    [NV_DEED_UNLINK_ALL] = {NV_PHRASE_UNLINK_ALL, NEEDS_WRITE, true},
    [NV_DEED_LIST] = {NV_PHRASE_LIST_OF_WORKS, NEEDS_WRITE},
    [NV_DEED_REMOVE_LIST] = {NV_PHRASE_REMOVE_LIST, NEEDS_WRITE | NEEDS_LIST},
    [NV_DEED_TIMELINE] = {NV_PHRASE_TIMELINE, NEEDS_WRITE},
    [NV_DEED_REMOVE_TIMELINE] = {NV_PHRASE_REMOVE_TIMELINE,
                                 NEEDS_WRITE | NEEDS_TIMELINE},
    [NV_DEED_TO_FOOTNOTES] = {NV_PHRASE_TO_FOOTNOTES, NEEDS_WRITE, true},
    [NV_DEED_TO_ENDNOTES] = {NV_PHRASE_TO_ENDNOTES, NEEDS_WRITE},
    [NV_DEED_TO_TEXT] = {NV_PHRASE_TO_TEXT, NEEDS_WRITE},
    [NV_DEED_OWN_DOCUMENT] = {NV_PHRASE_OWN_DOCUMENT, 0, true},
    [NV_DEED_CHANGE_OWN] = {NV_PHRASE_CHANGE_OWN, NEEDS_EVENT | NEEDS_MINE},
    [NV_DEED_ADAPT] = {NV_PHRASE_ADAPT_OWN, NEEDS_EVENT},
    [NV_DEED_IMPORT] = {NV_PHRASE_IMPORT, 0},
    [NV_DEED_EXPORT] = {NV_PHRASE_EXPORT, 0, true},
    [NV_DEED_REFRESH] = {NV_PHRASE_REFRESH, NEEDS_WRITE},
    [NV_DEED_STAR] = {NV_PHRASE_STAR, NEEDS_EVENT, true},
    [NV_DEED_LOOK] = {NV_PHRASE_LOOK, 0},
};

static bool has_text(const char *text)
{
    return text && text[0] != '\0';
}

/* What is missing at the caret, and in the forms. */
static unsigned missing_here(const nv_editing *editing)
{
    return (editing->name.len > 0 ? 0u : NEEDS_CARET) |
           (editing->mode == NV_MODE_EDIT ? NEEDS_OTHER : 0u) |
           (editing->own.len > 0 ? 0u : NEEDS_OWN);
}

static unsigned missing(const nv_situation *at)
{
    return (has_text(at->why_no_write) ? NEEDS_WRITE : 0u) |
           (has_text(at->why_no_place) ? NEEDS_PLACE : 0u) |
           (nv_state_has_note(at->shown) ? 0u : NEEDS_NOTE) |
           (at->shown->wording > 0 ? 0u : NEEDS_WORDING) |
           (at->has_chain ? 0u : NEEDS_CHAIN) |
           (at->has_list ? 0u : NEEDS_LIST) |
           (at->shown->event ? 0u : NEEDS_EVENT) |
           (at->is_own ? 0u : NEEDS_MINE) |
           (at->has_timeline ? 0u : NEEDS_TIMELINE) | missing_here(at->editing);
}

const char *nv_deed_obstacle(nv_deed deed, const nv_situation *situation,
                             const nv_phrases *phrases)
{
    const unsigned lacks = deeds[deed].needs & missing(situation);
    const struct {
        need need;
        const char *sentence;
    } reasons[] = {
        {NEEDS_WRITE, situation->why_no_write},
        {NEEDS_PLACE, situation->why_no_place},
        {NEEDS_CARET, phrases->text[NV_PHRASE_NONE_AT_CARET]},
        {NEEDS_OTHER, phrases->text[NV_PHRASE_NONE_OTHER]},
        {NEEDS_NOTE, phrases->text[NV_PHRASE_NOTHING_CHOSEN]},
        {NEEDS_EVENT, phrases->text[NV_PHRASE_NOTHING_CHOSEN]},
        {NEEDS_WORDING, phrases->text[NV_PHRASE_NO_WORDING_CHOSEN]},
        {NEEDS_OWN, phrases->text[NV_PHRASE_NO_OWN]},
        {NEEDS_CHAIN, phrases->text[NV_PHRASE_NO_CHAIN]},
        {NEEDS_LIST, phrases->text[NV_PHRASE_NO_LIST]},
        {NEEDS_EVENT, phrases->text[NV_PHRASE_NO_EVENT]},
        {NEEDS_MINE, phrases->text[NV_PHRASE_NOT_MINE]},
        {NEEDS_TIMELINE, phrases->text[NV_PHRASE_NO_TIMELINE]},
    };

    for (size_t i = 0; i < NV_COUNT_OF(reasons); i++)
        if (lacks & reasons[i].need)
            return reasons[i].sentence;
    return NULL;
}

nv_phrase nv_deed_name(nv_deed deed)
{
    return deeds[deed].name;
}

bool nv_deed_begins_group(nv_deed deed)
{
    return deeds[deed].begins_group;
}

/* In a note that holds a citation of ours another one is added to it: text at
 * the caret could stand in the middle of its words. */
static nv_deed deed_of_search(const nv_editing *editing)
{
    return editing->name.len > 0 && editing->note > 0 ? NV_DEED_ADD
                                                      : NV_DEED_INSERT;
}

nv_deed nv_deed_of_button(const nv_editing *editing)
{
    if (editing->form == NV_FORM_OWN)
        return NV_DEED_QUOTE_OWN;
    if (editing->mode == NV_MODE_OFFER)
        return NV_DEED_OFFER;
    if (editing->mode == NV_MODE_EDIT)
        return editing->standing == NV_STANDING_BY_HAND ? NV_DEED_ANEW
                                                        : NV_DEED_CHANGE;
    return deed_of_search(editing);
}
