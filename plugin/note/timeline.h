/* SPDX-License-Identifier: MPL-2.0 */
/* A timeline: events as boxes, lines and words on a sheet of a given size, in
 * proportion to time and readable. Plain C, no office: who draws it says how
 * wide words are in its fonts.
 *
 * Few events stand above and below a band across the sheet; more of them in
 * lines beside a band from top to bottom, and in columns where one is too
 * short. A label that another one would cover is pushed aside, and a line leads
 * from its day to it. */
#ifndef NV_NOTE_TIMELINE_H
#define NV_NOTE_TIMELINE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "registry/event.h"

typedef enum {
    NV_TIMELINE_BAND,   /* a rectangle: the time from end to end */
    NV_TIMELINE_LEADER, /* a line: from the day to the words */
    NV_TIMELINE_MARK,   /* a dot on the edge of the band: one day */
    NV_TIMELINE_LENGTH, /* a rectangle there: more than a day */
    NV_TIMELINE_DATE,   /* words */
    NV_TIMELINE_TITLE,  /* words, cut where they are too long */
    NV_TIMELINE_TICK,   /* a line across the band: a year or month begins */
    NV_TIMELINE_SCALE,  /* words: which one */
    NV_TIMELINE_ROLE_COUNT
} nv_timeline_role;

/* Lengths are 1/100 mm. */
typedef struct {
    int32_t width, height;                /* of the sheet; more is never used */
    nv_language language;                 /* of dates and titles */
    int32_t line[NV_TIMELINE_ROLE_COUNT]; /* height of a line of words */
    /* Width of `len` bytes of one line of words. A host that fails gives 0 and
     * says so itself. */
    int32_t (*measure)(void *host, nv_timeline_role role, const char *text,
                       size_t len);
    void *host;
} nv_timeline_sheet;

/* One box, line or text; from its upper left corner, a line from its beginning
 * to (x + width, y + height), whose height may be negative. Texts are UTF-8. */
typedef struct {
    nv_timeline_role role;
    int32_t x, y, width, height;
    const char *words; /* lines parted by '\n'; NULL for what has none */
    bool is_centred;   /* the words; else they begin at the left */
    const char *name;  /* "7 May 1954: Tripartite reply": what the shape shows
                          for those who don't see it; never NULL */
    size_t event;      /* index in the order of time; SIZE_MAX: of none */
} nv_timeline_shape;

typedef struct {
    int32_t width, height;
    nv_timeline_shape *shapes; /* those that cover others come behind them */
    size_t count;
    const char *says; /* all events, in the order of time, a line for each */
    nv_arena memory;
} nv_timeline;

/* Draws the events, in any order; one that is named twice is drawn once, and
 * one without a date not at all. Events are borrowed until the release. False
 * with *err set: NV_ERROR_ARGUMENT (no event with a date), NV_ERROR_LIMIT (they
 * do not fit on the sheet), NV_ERROR_MEMORY; the caller releases the timeline
 * either way. */
bool nv_timeline_draw(nv_timeline *timeline, const nv_event *const events[],
                      size_t count, const nv_timeline_sheet *sheet,
                      nv_error *err);

void nv_timeline_release(nv_timeline *timeline);

#endif
