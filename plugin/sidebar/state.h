/* SPDX-License-Identifier: MPL-2.0 */
/* What the panel knows: what was typed, what was found, what is chosen and the
 * note that would be inserted. Plain data with plain functions and no window,
 * so that the behaviour of the panel is tested without an office; panel.c
 * copies between this and the controls.
 *
 * After each of the functions below everything in the struct agrees again: the
 * note is the one that Insert would put in. */
#ifndef NV_SIDEBAR_STATE_H
#define NV_SIDEBAR_STATE_H

#include "note/library.h"
#include "note/apparatus.h"
#include "note/locator.h"
#include "note/note.h"
#include "registry/packs.h"
#include "registry/search/search.h"
#include "sidebar/filtering.h"
#include "sidebar/phrases.h"
#include "sidebar/desk_hits.h"

enum {
    NV_STATE_ROWS = 300,    /* results shown at once; more on demand */
    NV_STATE_WORDINGS = 64, /* wordings of one event offered at most */
    NV_STATE_PARTS = 4,     /* check boxes */
    NV_STATE_NO_ROW = -1
};

/* A check box. */
typedef struct {
    nv_part part;
    nv_phrase name;    /* as its label says */
    bool is_wanted;    /* the writer's wish; kept from event to event */
    bool is_available; /* false while no event is chosen */
    const char *why;   /* why it is not; static, "" when it is or none chosen */
} nv_state_part;

typedef struct {
    const nv_packs *packs; /* borrowed; NULL: nothing can be found */
    nv_tongue tongue;      /* in which the panel speaks */
    nv_language words;     /* in which it describes events: English or French */
    nv_language language;  /* of the note */
    nv_language language_chosen; /* for all notes; NV_LANGUAGE_COUNT: none, each
                                    has that of its paragraph */

    nv_library *library;    /* borrowed; NULL: no note can be written */
    nv_buffer chosen_style; /* id of the style that the writer chose for all
                               languages; "": none, each has its own */
    nv_library *document_library; /* has the style of the document, which goes
                                     before the one chosen; borrowed; NULL: the
                                     document has none of its own */
    nv_buffer document_style;     /* its id; "": each language has its own */
    nv_note_style *style;   /* what notes are written in, the library's; NULL:
                               there is none */
    const char *style_id;   /* of that; NULL as well */
    nv_error style_trouble; /* why the style chosen is not that, or why there is
                               none; else NV_OK */

    nv_buffer query;          /* as typed, with its "@art 4" */
    nv_buffer locator;        /* as typed in the field of its own */
    nv_buffer prefix, suffix; /* the writer's words around the citation */

    nv_filtering filtering; /* what is picked beside the query; change it and
                               call nv_state_filter() */
    nv_buffer passage;  /* a paragraph whose events are looked for in the place
                           of the query */
    bool is_passage;    /* it is */
    nv_finder *finder;  /* the search as it is refined key by key; NULL: none */
    const nv_hit *hits; /* best first; the finder's */
    size_t hit_count;   /* shown of those that are known */
    size_t hit_known;   /* there at all; not more than NV_HITS_MAX */
    size_t hit_total;   /* how many events match */
    bool is_hit_total_partial; /* there may be more */
    int row;                   /* chosen of hits[], or NV_STATE_NO_ROW */

    const nv_desk *desk; /* what was cited last and is starred: the hits while
                              nothing is typed; borrowed; NULL: none */
    bool is_desk;        /* hits[] are the desk's */
    size_t recent_count; /* the first of these were cited last */
    nv_hit desk_hits[NV_DESK_HITS];

    const nv_event *event; /* the chosen one, its pack's; NULL: none is chosen,
                              or it can't be read */
    const nv_registry *registry; /* its pack; NULL as well */
    nv_buffer source; /* key of the source that a citation of the document has;
                         "": none. Goes with the next choice of an event */
    int date_variant; /* likewise; 0: none */
    const nv_quotation *wordings[NV_STATE_WORDINGS]; /* of the chosen event */
    size_t wording_count;
    size_t wording;          /* 1-based in wordings[], 0: none is wanted */
    bool is_wording_by_hand; /* and not the one an event starts with */
    nv_state_part parts[NV_STATE_PARTS];

    nv_typed_locator typed; /* the locator in force; label NULL: none */
    nv_note note;           /* empty where there is none */
    nv_error trouble;       /* why there is none, or what failed; else NV_OK */
} nv_state;

/* Makes a state without a query; all parts but the signatories are wanted.
 * Gives it back. */
void nv_state_init(nv_state *state, const nv_packs *packs, nv_tongue words);
void nv_state_release(nv_state *state);

/* Goes on with other packs: searches again, and keeps what is chosen, row,
 * wording and all, where it is still found. The packs before must still be
 * there, and are not needed any more afterwards. */
void nv_state_use_packs(nv_state *state, const nv_packs *packs);

/* Goes on with other styles, which the state may compile; notes follow the one
 * chosen, else that of their language. NULL: nothing can be written. The
 * library before is not needed any more afterwards. */
void nv_state_use_library(nv_state *state, nv_library *library);

/* Chooses a style for all languages, by its id; one that can't be had stays
 * chosen, while notes are written as if none was. "" chooses none. */
void nv_state_choose_style(nv_state *state, const char *id);

/* The document's own style, which goes before the one chosen: its id, "" for
 * that of each language, in a library that has it; NULL: it has none. */
void nv_state_follow_document(nv_state *state, nv_library *library,
                              const char *id);

/* What the writer does. Texts are UTF-8, `len` bytes, untrusted. */

/* Searches, unless only the locator in the query changed, and chooses the first
 * row, so that the preview shows what Enter would insert. Without a query the
 * desk is shown and nothing is chosen. */
void nv_state_set_query(nv_state *state, const char *text, size_t len);

/* Searches anew with what is picked in `filtering`; with an empty query finds
 * all that passes. */
void nv_state_filter(nv_state *state);

/* Whether hits[] were asked for: something is typed, picked, or a paragraph's
 * events are shown. */
bool nv_state_is_asked(const nv_state *state);

/* Counts what each choice of the filter would leave; nv_finder_facet() has it
 * then. False, with a trouble, when that can't be done. */
bool nv_state_count(nv_state *state);

/* Shows the events that fit a paragraph, and empties the query. The next query
 * takes their place. */
void nv_state_from_text(nv_state *state, const char *text, size_t len);

/* Shows more of the hits, and keeps what is chosen. */
void nv_state_show_more(nv_state *state);

/* Whether there are more to be shown. */
bool nv_state_has_more(const nv_state *state);

/* Goes on with what stands on the desk now; it must outlive the state, and
 * this is called again when it has changed. */
void nv_state_use_desk(nv_state *state, const nv_desk *desk);

/* While nothing is typed: chooses the event cited last, with an empty locator.
 * False when there is none. */
bool nv_state_offer_last(nv_state *state);

/* The field of its own goes before the query's "@". */
void nv_state_set_locator(nv_state *state, const char *text, size_t len);

/* The words before and after the citation. */
void nv_state_set_prefix(nv_state *state, const char *text, size_t len);
void nv_state_set_suffix(nv_state *state, const char *text, size_t len);

/* Chooses a row of hits[]; any other number chooses none. An event that can't
 * be read is a trouble, and has neither wordings nor note. The wording is then
 * the one that the words of the query were found in, else, of a refusal, the
 * first one that is the document's own, else none. Where an article, a
 * paragraph or the like was typed, only one that stands there, lest a note
 * place the words of the preamble in article 4. */
void nv_state_choose(nv_state *state, int row);

/* Chooses wordings[wording - 1]; 0 or what is not there: none. */
void nv_state_choose_wording(nv_state *state, size_t wording);

/* Ticks or unticks a part. */
void nv_state_want(nv_state *state, nv_part part, bool is_wanted);

/* The language of the text at the caret, in which the note is unless another
 * is chosen for all. Keeps what is chosen. */
void nv_state_set_language(nv_state *state, nv_language language);

/* Takes over a citation that stands in a document: its event, wording, parts,
 * locator and words, source and date variant, in its language. No row is
 * chosen. Nothing of it is kept but its event, which is the registry's. */
void nv_state_take(nv_state *state, const nv_registry *registry,
                   const nv_citation *citation);

/* What is chosen */

/* The hit chosen, or NULL. */
const nv_hit *nv_state_hit(const nv_state *state);

/* The row of the style in force in the list of styles, of which row 0 stands
 * for none, as for one that can't be used, and the others are the library's;
 * NV_STATE_NO_ROW when it is not in the list, or there are no styles. */
int nv_state_style_row(const nv_state *state);

/* What all notes of a document are written from: the packs, and for each
 * language the style that is in use in it. Borrowed from the state. False where
 * there are none. */
bool nv_state_means(const nv_state *state, nv_means *means);

/* The parts that are ticked: nv_part bits. */
unsigned nv_state_parts(const nv_state *state);

/* Whether Insert has something to insert. */
bool nv_state_has_note(const nv_state *state);

/* The name of the pack of a hit or event, where that must be said: not of the
 * first pack, which is ours. NULL for that one. */
const char *nv_state_origin(const nv_state *state, const nv_registry *registry);

/* What Insert hands over; it borrows from the state, and is of its registry.
 * False, and all zero, when nothing is chosen that can be read. */
bool nv_state_citation(const nv_state *state, nv_citation *citation);

#endif
