/* SPDX-License-Identifier: MPL-2.0 */
/* What the panel shows of a state, as text. Each function adds to `out`, UTF-8,
 * lines parted by '\n'; a screen reader speaks the same text that a person
 * sees. Plain C: no UNO. */
#ifndef NV_SIDEBAR_SAY_H
#define NV_SIDEBAR_SAY_H

#include "sidebar/editing.h"

/* "7 May 1954" from "1954-05-07", "May 1954" from "1954-05"; a year, and what
 * is no date, as it is. */
void nv_say_date(nv_buffer *out, const nv_phrases *phrases, const char *iso);

/* The label of the list: what it shows before a search; how many events were
 * found, and which words by another spelling only. `out` is empty before. */
void nv_say_found(nv_buffer *out, const nv_phrases *phrases,
                  const nv_state *state);

/* What is picked beside the query; nothing where nothing is. */
void nv_say_filter(nv_buffer *out, const nv_phrases *phrases,
                   const nv_state *state);

/* A row of a list of the filter: the choice and how many events it would leave;
 * NULL: the first row, for any. */
void nv_say_pick(nv_buffer *out, const nv_phrases *phrases,
                 const nv_state *state, nv_filter_list list,
                 const nv_pick *pick);

/* The label of the box for events with a wording. */
void nv_say_with_wording(nv_buffer *out, const nv_phrases *phrases,
                         const nv_state *state);

/* A row of the list as one sentence: the date and the title, with a mark where
 * what holds the text was not checked, and with the name of the pack where it
 * is not the first one. Of the card alone: no event is read. row < hit_count.
 */
void nv_say_row(nv_buffer *out, const nv_phrases *phrases,
                const nv_state *state, size_t row);

/* The same under the heading of its year: without that, where a day or a month
 * is known. */
void nv_say_row_of_year(nv_buffer *out, const nv_phrases *phrases,
                        const nv_state *state, size_t row);

/* The chosen event: the sentence in circulation that led here and what the
 * record says of it; title; date and place; pack; cautions; people and what
 * they did; other dates; parties; summary. Nothing when none is chosen, or it
 * can't be read. */
void nv_say_event(nv_buffer *out, const nv_phrases *phrases,
                  const nv_state *state);

/* A row of the list of wordings: the words, shortened, then their language,
 * whose they are and how they reached us. wording: 1-based as in the state;
 * 0: the row for none. */
void nv_say_wording(nv_buffer *out, const nv_phrases *phrases,
                    const nv_state *state, size_t wording);

/* A line for each part that can't be had, with the reason. */
void nv_say_reasons(nv_buffer *out, const nv_phrases *phrases,
                    const nv_state *state);

/* A row of the list of styles: its title; row 0 is that of none, with the title
 * of the one that the note's language has. row <= nv_library_count(). */
void nv_say_style(nv_buffer *out, const nv_phrases *phrases,
                  const nv_state *state, size_t row);

/* The note that Insert would put in, with a mark where the source was not
 * checked; nothing where there is none. */
void nv_say_note(nv_buffer *out, const nv_phrases *phrases,
                 const nv_state *state);

/* Which citation is at the caret, or what is offered, and what can be done with
 * it; nothing where there is none. */
void nv_say_caret(nv_buffer *out, const nv_phrases *phrases,
                  const nv_editing *editing);

/* A row of the list of citations: where it stands (note 0: in the text), its
 * state unless it is right, and what it says. */
void nv_say_citation(nv_buffer *out, const nv_phrases *phrases, int32_t note,
                     nv_standing_state standing, const char *text);

/* What a citation says and what it should say, NULL where that is unknown;
 * `trouble` says why, or is NULL. */
void nv_say_both(nv_buffer *out, const nv_phrases *phrases, const char *text,
                 const char *wanted, const char *trouble);

/* How many citations need attention; nothing where none does. */
void nv_say_attention(nv_buffer *out, const nv_phrases *phrases,
                      const nv_refreshed *sum);

#endif
