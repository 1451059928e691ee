/* SPDX-License-Identifier: MPL-2.0 */
/* What the panel shows of a state, as text. Each function adds to `out`, UTF-8,
 * lines parted by '\n'; a screen reader speaks the same text that a person
 * sees. Plain C: no UNO. */
#ifndef NV_SIDEBAR_SAY_H
#define NV_SIDEBAR_SAY_H

#include "sidebar/state.h"

/* "7 May 1954" from "1954-05-07", "May 1954" from "1954-05"; a year, and what
 * is no date, as it is. */
void nv_say_date(nv_buffer *out, const nv_phrases *phrases, const char *iso);

/* The label of the list: how many events were found, and which words by another
 * spelling only. `out` is empty before. */
void nv_say_found(nv_buffer *out, const nv_phrases *phrases,
                  const nv_state *state);

/* A row of the list as one sentence: the date and the title, with a mark where
 * what holds the text was not checked, and with the name of the pack where it
 * is not the first one. Of the card alone: no event is read. row < hit_count.
 */
void nv_say_row(nv_buffer *out, const nv_phrases *phrases,
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

/* A row of the list of styles: its title. row < nv_library_count(). */
void nv_say_style(nv_buffer *out, const nv_phrases *phrases,
                  const nv_state *state, size_t row);

/* The note that Insert would put in, with a mark where the source was not
 * checked; nothing where there is none. */
void nv_say_note(nv_buffer *out, const nv_phrases *phrases,
                 const nv_state *state);

#endif
