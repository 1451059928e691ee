/* SPDX-License-Identifier: MPL-2.0 */
/* Which parts of an event a form shows. */
#ifndef NV_OWN_PARTS_H
#define NV_OWN_PARTS_H

#include "registry/event.h"

/* The place in event->sources of the first that lies in an archive, of the
 * first that is printed or on a page; -1 where there is none. */
int nv_own_archive_of(const nv_event *event);
int nv_own_edition_of(const nv_event *event);

/* The place in event->quotations of the first of the document's own words that
 * is offered; -1. */
int nv_own_wording_of(const nv_event *event);

/* The row of its genre: of that name, else the first of its kind. */
int nv_own_genre_of(const nv_event *event);

/* What happened on the date of the event, where a variant of that day says it;
 * else it is dated so. */
nv_date_what nv_own_what_of(const nv_event *event);

#endif
