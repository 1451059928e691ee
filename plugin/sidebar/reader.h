/* SPDX-License-Identifier: MPL-2.0 */
/* The inside of the page on which an event is read: what is read, and showing
 * it. For reading_page.c and reading_show.c only. */
#ifndef NV_SIDEBAR_READER_H
#define NV_SIDEBAR_READER_H

#include "sidebar/panel_parts.h"
#include "sidebar/reading.h"

enum { NV_READER_TRAIL = 64 }; /* events gone back to at most */

/* One step of the way: what was read, as "pack:id", which outlives its pack,
 * and the row of the link that was followed from there. */
typedef struct {
    char *id; /* owned */
    int link;
} nv_reader_step;

/* The page's own data. */
typedef struct {
    nv_reading reading; /* event NULL: let go of, or never read */
    char *id;           /* owned: of the event */
    nv_reader_step trail[NV_READER_TRAIL];
    size_t trail_len;
    size_t wording; /* of the event; meaningless where it has none */
    int beside;     /* of the event; -1: none */
} nv_reader;

nv_reader *nv_reader_of(const nv_page *page);

/* Fills every control of the page, or those for the wordings that are chosen.
 */
void nv_reader_show(nv_page *page);
void nv_reader_show_wordings(nv_page *page);

/* The source chosen in the list, NULL: none; and the button that opens it. */
const nv_source *nv_reader_source(const nv_page *page);
void nv_reader_show_address(nv_page *page);

/* Draws the exchange as wide as the page is. */
void nv_reader_fit(nv_page *page);

#endif
