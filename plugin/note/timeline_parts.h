/* SPDX-License-Identifier: MPL-2.0 */
/* How a timeline is worked out: for the files of this drawing. */
#ifndef NV_NOTE_TIMELINE_PARTS_H
#define NV_NOTE_TIMELINE_PARTS_H

#include "note/timeline_text.h"

/* 1/100 mm. */
enum {
    NV_TIMELINE_PAD = 100,    /* around words in the band */
    NV_TIMELINE_GAP = 120,    /* between labels */
    NV_TIMELINE_GUTTER = 300, /* between columns of words */
    NV_TIMELINE_LEAD = 800,   /* what leaders cross */
    NV_TIMELINE_DOT = 150,
    NV_TIMELINE_AIR = 60 /* between a leader and its words */
};

/* One event in the order of time. Days are counted, months too, from the year
 * 0. */
typedef struct {
    const nv_event *event;
    int32_t first_day, end_day; /* the end is the day after the last */
    int32_t first_month, last_month;
    const char *date, *title, *name; /* of all it says; in the arena */
    size_t title_len;                /* of its short form */
    nv_timeline_lines date_lines, title_lines;
} nv_timeline_entry;

typedef struct {
    nv_timeline *timeline;
    const nv_timeline_sheet *sheet;
    nv_timeline_entry *entries;
    size_t count;    /* of entries */
    size_t capacity; /* of shapes */
    nv_error *err;
} nv_timeline_maker;

/* Adds a shape, whose words may be NULL. False without memory, *err set; so do
 * all that return false below. */
bool nv_timeline_add(nv_timeline_maker *maker, const nv_timeline_shape *shape);
bool nv_timeline_fail_memory(nv_timeline_maker *maker);

/* What a text needs when another font than ours is there. */
int32_t nv_timeline_with_slack(int32_t width);

/* Centres as near as can be to the wanted ones, in order, `before` and `after`
 * of each free of others and a gap between them, all within 0 and `length`,
 * which has room for them. False without memory. */
bool nv_timeline_spread(const double wanted[], const int32_t before[],
                        const int32_t after[], size_t count, int32_t gap,
                        int32_t length, int32_t at[]);

/* The time that a band shows, in whole months, and how long it is drawn. */
typedef struct {
    int32_t first_month, end_month;
    int32_t length;
} nv_timeline_scale;

/* For `count` entries in a row. */
nv_timeline_scale nv_timeline_scale_of(const nv_timeline_entry entries[],
                                       size_t count, int32_t length);

/* Where a day begins: 0 to length. */
double nv_timeline_scale_at(const nv_timeline_scale *scale, double day);

/* The middle of an entry's first day: leaders begin there, so that none crosses
 * another. */
double nv_timeline_scale_noon(const nv_timeline_scale *scale,
                              const nv_timeline_entry *entry);

/* The first day of a month. */
int32_t nv_timeline_month_begin(int32_t month);

/* A band with its ticks and words, down from (x, y) with `across` its width, or
 * to the right with `across` its height. */
bool nv_timeline_add_band(nv_timeline_maker *maker,
                          const nv_timeline_scale *scale, int32_t x, int32_t y,
                          int32_t across, bool is_down);

/* The dot or box of an entry, by its place in the order of time, on the edge of
 * a band: at that x where the band goes down from 0, else at that y. */
bool nv_timeline_add_mark(nv_timeline_maker *maker,
                          const nv_timeline_scale *scale, size_t event,
                          int32_t edge, bool is_down);

/* How wide the words in a band get, at most. */
int32_t nv_timeline_scale_width(nv_timeline_maker *maker,
                                const nv_timeline_scale *scale, bool is_down);

/* Both draw all entries, and give 1; 0 when they have no room that way; -1
 * without memory. timeline_across.c, timeline_down.c */
int nv_timeline_draw_across(nv_timeline_maker *maker);
int nv_timeline_draw_down(nv_timeline_maker *maker);

#endif
