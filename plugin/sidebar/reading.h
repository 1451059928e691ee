/* SPDX-License-Identifier: MPL-2.0 */
/* All that is recorded of one event, as it is read on a page of its own: what
 * happened, what sources say against one another, the words that reached us,
 * where they were read, and the events around it. What curators wrote for one
 * another is not shown; words that must not be quoted are, with a mark. Text is
 * UTF-8, lines parted by '\n'. Plain C: no UNO. */
#ifndef NV_SIDEBAR_READING_H
#define NV_SIDEBAR_READING_H

#include "registry/packs.h"
#include "sidebar/phrases.h"

/* Borrowed, all of it. */
typedef struct {
    const nv_phrases *phrases;
    nv_language words;     /* in which the record describes: English, French */
    const nv_packs *packs; /* where events around are looked for */
    const nv_registry *registry; /* the event's */
    const nv_event *event;
} nv_reading;

/* What is said in one place, said again in another. */
const char *nv_reading_in(const nv_reading *reading, const nv_bilingual *text);
const char *nv_reading_name(const nv_reading *reading, const char *canonical);
void nv_reading_people(nv_buffer *out, const nv_reading *reading);
void nv_reading_dates(nv_buffer *out, const nv_reading *reading);
void nv_reading_parties(nv_buffer *out, const nv_reading *reading);

/* The record in sections, each under its heading: date and place, people,
 * the document, the treaty, sentences in circulation, where sources disagree,
 * what was seen of the sources. Wordings and relations are not in it. */
void nv_reading_record(nv_buffer *out, const nv_reading *reading);

/* Wordings, by their index in the event. A row of their list; the words with
 * all that is known of them; and the one line that names them. */
void nv_reading_wording_row(nv_buffer *out, const nv_reading *reading,
                            size_t wording);
void nv_reading_wording(nv_buffer *out, const nv_reading *reading,
                        size_t wording);
void nv_reading_wording_name(nv_buffer *out, const nv_reading *reading,
                             size_t wording);

/* The wording to be read beside another: of the same place in the document, in
 * another language, one of them the original. -1 where there is none, or where
 * several might be meant. */
int nv_reading_beside(const nv_event *event, size_t wording);

/* Sources, by their index: all that identifies one and what was seen of it; and
 * a row of their list. */
void nv_reading_source(nv_buffer *out, const nv_reading *reading,
                       size_t source);
void nv_reading_source_row(nv_buffer *out, const nv_reading *reading,
                           size_t source);

/* The address of a source that may be opened, http or https; NULL: none. */
const char *nv_reading_address(const nv_source *source);

/* The host in an address: "history.state.gov". */
void nv_reading_host(nv_buffer *out, const char *address);

/* Relations, by their index: what the event does, and to which other. */
void nv_reading_link(nv_buffer *out, const nv_reading *reading, size_t link);

/* The other event, and its pack in *registry; NULL where it is in none, or
 * can't be read. */
const nv_event *nv_reading_target(const nv_reading *reading, size_t link,
                                  const nv_registry **registry);

#endif
