/* SPDX-License-Identifier: MPL-2.0 */
/* How a source is laid out: which fields of the record are the whole and which
 * the part, and what of them is shown. */
#ifndef NV_NOTE_SOURCE_VIEW_H
#define NV_NOTE_SOURCE_VIEW_H

#include <string.h>

#include "note/draft.h"

/* The forms that sources have in a note. */
typedef enum {
    NV_SHAPE_BOOK,    /* a work with a title page */
    NV_SHAPE_SERIAL,  /* a gazette, bulletin or journal */
    NV_SHAPE_PRESS,   /* a newspaper or magazine: date, no volume */
    NV_SHAPE_DEBATES, /* columns of parliamentary debates */
    NV_SHAPE_COMMAND, /* a command paper */
    NV_SHAPE_SERIES,  /* a treaty series */
    NV_SHAPE_ARCHIVE, /* a piece in an archive */
    NV_SHAPE_PAGE     /* a page of a site, and whatever else */
} nv_shape;

typedef struct {
    const nv_source *source;
    nv_shape shape;
    const char *part;  /* title of the part, or NULL when it is not shown */
    const char *whole; /* title of book or periodical; NULL for a page */
    bool shows_authors;
    bool is_named_before; /* the name of the document says all there is to say
                             of it: only how it was read is added */
    bool is_full; /* the work is quoted or stands for itself: name all of it */
} nv_source_view;

/* Both are recorded, and the same. */
static inline bool nv_equal_texts(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* The view of the source that the draft prints. */
nv_source_view nv_source_view_of(const nv_draft *draft);

/* The work can be found in print, so that its address is not given. */
bool nv_source_is_printed(const nv_source_view *view);

#endif
