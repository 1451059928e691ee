/* SPDX-License-Identifier: MPL-2.0 */
/* For the files of reading.h only. */
#ifndef NV_SIDEBAR_READING_PARTS_H
#define NV_SIDEBAR_READING_PARTS_H

#include "sidebar/reading.h"

/* The names of what is recorded, by their place in the phrase that lists them.
 */
typedef enum {
    NV_LABEL_KIND,
    NV_LABEL_DOCUMENT,
    NV_LABEL_GENRE,
    NV_LABEL_FROM,
    NV_LABEL_TO,
    NV_LABEL_TITLE,
    NV_LABEL_SHORT,
    NV_LABEL_LANGUAGES,
    NV_LABEL_TEXT, /* how much of the text was seen */
    NV_LABEL_IN_FORCE,
    NV_LABEL_IN_FORCE_DOUBTFUL,
    NV_LABEL_DEPOSITARY,
    NV_LABEL_AUTHENTIC,
    NV_LABEL_TERM,
    NV_LABEL_TREATY_NOTES,
    NV_LABEL_PUBLISHED_IN,
    NV_LABEL_VOLUME,
    NV_LABEL_PART,
    NV_LABEL_VOLUME_TITLE,
    NV_LABEL_NUMBER,
    NV_LABEL_DOCUMENT_NUMBER,
    NV_LABEL_PAGE,
    NV_LABEL_PAGES,
    NV_LABEL_COLUMNS,
    NV_LABEL_REGISTRATION,
    NV_LABEL_ARCHIVE,
    NV_LABEL_EDITORS,
    NV_LABEL_TRANSLATOR,
    NV_LABEL_CITED_AS,
    NV_LABEL_SEEN, /* of a source */
    NV_LABEL_IN_DOCUMENT,
    NV_LABEL_IN_SOURCE,
    NV_LABEL_READ_IN,
    NV_LABEL_OF,
    NV_LABEL_COUNT
} nv_label;

/* Sections of the record, by their place in the phrase of headings. */
typedef enum {
    NV_HEADING_DATES,
    NV_HEADING_PEOPLE,
    NV_HEADING_DOCUMENT,
    NV_HEADING_TREATY,
    NV_HEADING_CIRCULATION,
    NV_HEADING_CONFLICTS,
    NV_HEADING_SOURCES,
    NV_HEADING_EXCHANGE,
    NV_HEADING_COUNT
} nv_heading;

/* Adds a line "Label: text"; no line for NULL or "". */
void nv_reading_line(nv_buffer *out, const nv_reading *reading, nv_label label,
                     const char *text);

/* Adds a text to what stands there, with a semicolon before it if need be. */
void nv_reading_join(nv_buffer *out, const char *text);

/* The same of an item of a phrase, and of a term of a vocabulary. */
void nv_reading_join_item(nv_buffer *out, const nv_reading *reading,
                          nv_phrase phrase, size_t index);
void nv_reading_join_term(nv_buffer *out, const nv_reading *reading,
                          nv_phrase vocabulary, const char *term);

/* "article 4", or the label alone; NULL where no place is recorded. Owned by
 * the caller, free(). */
char *nv_reading_place(const nv_reading *reading, const nv_locator *locator);

#endif
