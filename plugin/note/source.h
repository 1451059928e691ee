/* SPDX-License-Identifier: MPL-2.0 */
/* How a source is laid out: one view of the record's fields, and a table of
 * functions for each form, Chicago's and the French one. */
#ifndef NV_NOTE_SOURCE_H
#define NV_NOTE_SOURCE_H

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

/* A source as it is printed here: which fields are the whole and which the
 * part, what of them is shown. */
typedef struct {
    const nv_source *source;
    nv_shape shape;
    const char *part;  /* title of the part, or NULL when it is not shown */
    const char *whole; /* title of book or periodical; NULL for a page */
    bool shows_authors;
    const char *pages; /* the place asked for, else the recorded pages */
    const char *columns;
    const char *document; /* number in the edition */
} nv_source_view;

/* Each writes what follows author and part, beginning with the title of the
 * whole where there is one. */
typedef struct {
    void (*book)(nv_draft *draft, const nv_source_view *view);
    void (*serial)(nv_draft *draft, const nv_source_view *view);
    void (*press)(nv_draft *draft, const nv_source_view *view);
    void (*debates)(nv_draft *draft, const nv_source_view *view);
    void (*command)(nv_draft *draft, const nv_source_view *view);
    void (*page)(nv_draft *draft, const nv_source_view *view);
} nv_source_layout;

extern const nv_source_layout nv_layout_chicago, nv_layout_french;

/* The title of a periodical; a place in parentheses that tells it from others
 * of its name is roman: "International Affairs (Moscow)". */
void nv_draft_add_periodical(nv_draft *draft, const char *title);

/* Names joined by commas and "and". */
void nv_draft_add_names(nv_draft *draft, const nv_texts *names);

/* A body rather than a person: its name has a comma or is one of a state. */
bool nv_is_corporate(const nv_draft *draft, const char *name);

#endif
