/* SPDX-License-Identifier: MPL-2.0 */
/* What can be done with the citations of a document: what it is called in the
 * menu of the panel, and what stands in its way. Plain C: no UNO. */
#ifndef NV_SIDEBAR_DEEDS_H
#define NV_SIDEBAR_DEEDS_H

#include "sidebar/editing.h"
#include "sidebar/phrases.h"

/* In the order of the menu, those before NV_DEED_IN_MENU being the button's and
 * the list's. */
typedef enum {
    NV_DEED_INSERT,
    NV_DEED_CHANGE,
    NV_DEED_ANEW, /* what was changed by hand, as it should be */
    NV_DEED_OFFER,
    NV_DEED_QUOTE_OWN,
    NV_DEED_EDIT, /* shows the citation at the caret */
    NV_DEED_IN_MENU,
    NV_DEED_FROM_TEXT = NV_DEED_IN_MENU, /* what fits the paragraph */
    NV_DEED_QUOTE,
    NV_DEED_OPEN_OWN, /* opens the form for one's own translation */
    NV_DEED_CHAIN,    /* what answers the event, and what it answers */
    NV_DEED_ADD,      /* to the note at the caret */
    NV_DEED_REPLACE,  /* the citation at the caret */
    NV_DEED_AROUND,   /* shows the fields for words before and after */
    NV_DEED_EARLIER,
    NV_DEED_LATER,
    NV_DEED_REMOVE,
    NV_DEED_UNLINK,
    NV_DEED_UNLINK_ALL,
    NV_DEED_LIST,
    NV_DEED_REMOVE_LIST,
    NV_DEED_TIMELINE,
    NV_DEED_REMOVE_TIMELINE,
    NV_DEED_TO_FOOTNOTES,
    NV_DEED_TO_ENDNOTES,
    NV_DEED_TO_TEXT,
    NV_DEED_OWN_DOCUMENT, /* opens the form of a document of one's own */
    NV_DEED_CHANGE_OWN,
    NV_DEED_ADAPT,
    NV_DEED_IMPORT,
    NV_DEED_EXPORT,
    NV_DEED_REFRESH,
    NV_DEED_STAR, /* the event that is chosen, or takes its star away */
    NV_DEED_LOOK, /* of the list of results: the other one */
    NV_DEED_COUNT
} nv_deed;

/* How things stand. Texts are borrowed. */
typedef struct {
    const nv_editing *editing;
    const nv_state *shown;
    const char *why_no_place; /* no note can stand at the caret; "" */
    const char *why_no_write; /* the document can't be changed; "" */
    bool has_list;            /* a list of works stands in the document */
    bool has_timeline;        /* and a timeline */
    bool has_chain;           /* something answers the event or is answered */
    bool is_own;              /* the event is one of the writer's own */
} nv_situation;

/* What stands in the way: a sentence or part of one, borrowed from `phrases`
 * or `situation`; NULL when it can be done. */
const char *nv_deed_obstacle(nv_deed deed, const nv_situation *situation,
                             const nv_phrases *phrases);

/* What it is called in the menu, or on the button. */
nv_phrase nv_deed_name(nv_deed deed);

/* Whether a line parts it from what stands before it in the menu. */
bool nv_deed_begins_group(nv_deed deed);

/* What the button does. */
nv_deed nv_deed_of_button(const nv_editing *editing);

#endif
