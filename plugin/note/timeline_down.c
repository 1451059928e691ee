/* SPDX-License-Identifier: MPL-2.0 */
/* A timeline from top to bottom: a line for each event beside the band, in
 * columns where one is too short. See timeline_parts.h. */
#include "note/timeline_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
    COLUMN_MIN = 5600, /* more than one only if they stay as wide */
    TITLE_MIN = 2600,  /* a narrower title stands under its date */
    DATE_SHARE = 3,    /* a date takes no more than a third */
    WORDS_MIN = 1500,
    MOST_DATE_LINES = 3,
    HEIGHT_MIN = 1200
};

typedef struct {
    nv_timeline_entry *entries; /* some that follow one another */
    size_t first, count;
    nv_timeline_scale scale;
    int32_t x, width;
    int32_t band;                 /* its width */
    int32_t date_x, date_width;   /* from x */
    int32_t title_x, title_width; /* below date_x: under the date */
    int32_t gap;
} column;

/* A way to draw them all. */
typedef struct {
    size_t columns, lines; /* of a title, at most */
    int32_t gap;
} way;

static bool is_under(const column *c)
{
    return c->title_x == c->date_x;
}

static int32_t label_height(const nv_timeline_maker *maker, const column *c,
                            const nv_timeline_entry *entry)
{
    const int32_t date =
        (int32_t)entry->date_lines.lines * maker->sheet->line[NV_TIMELINE_DATE];
    const int32_t title = (int32_t)entry->title_lines.lines *
                          maker->sheet->line[NV_TIMELINE_TITLE];

    if (is_under(c))
        return date + title;
    return date > title ? date : title;
}

/* From the top of a label to the middle of its first line, where the leader
 * ends. */
static int32_t first_half(const nv_timeline_maker *maker)
{
    return maker->sheet->line[NV_TIMELINE_DATE] / 2;
}

static int32_t needs(const nv_timeline_maker *maker, const column *c)
{
    int32_t height = (int32_t)(c->count - 1) * c->gap;

    for (size_t i = 0; i < c->count; i++)
        height += label_height(maker, c, &c->entries[i]);
    return height;
}

static int32_t widest_date(nv_timeline_maker *maker, const column *c)
{
    int32_t width = 0;

    for (size_t i = 0; i < c->count; i++) {
        const char *date = c->entries[i].date;
        const int32_t one = maker->sheet->measure(
            maker->sheet->host, NV_TIMELINE_DATE, date, strlen(date));

        width = one > width ? one : width;
    }
    return nv_timeline_with_slack(width);
}

/* Divides the width of a column. False when it is too narrow for words. */
static bool divide(nv_timeline_maker *maker, column *c)
{
    c->band =
        nv_timeline_scale_width(maker, &c->scale, true) + 2 * NV_TIMELINE_PAD;
    c->date_x = c->band + NV_TIMELINE_LEAD + NV_TIMELINE_AIR;
    c->date_width = widest_date(maker, c);
    if (c->date_width > c->width / DATE_SHARE)
        c->date_width = c->width / DATE_SHARE;
    c->title_x = c->date_x + c->date_width + NV_TIMELINE_GUTTER;
    if (c->width - c->title_x < TITLE_MIN) {
        c->title_x = c->date_x;
        c->date_width = c->width - c->date_x;
    }
    c->title_width = c->width - c->title_x;
    return c->title_width >= WORDS_MIN;
}

/* 1, 0 when a date has no room, -1 without memory. */
static int wrap_words(nv_timeline_maker *maker, column *c, size_t lines)
{
    nv_arena *memory = &maker->timeline->memory;

    for (size_t i = 0; i < c->count; i++) {
        nv_timeline_entry *entry = &c->entries[i];

        if (!nv_timeline_wrap(memory, maker->sheet, NV_TIMELINE_DATE,
                              entry->date, strlen(entry->date), c->date_width,
                              MOST_DATE_LINES, &entry->date_lines) ||
            !nv_timeline_wrap(memory, maker->sheet, NV_TIMELINE_TITLE,
                              entry->title, entry->title_len,
                              c->title_width * 16 / 17, lines,
                              &entry->title_lines)) {
            nv_timeline_fail_memory(maker);
            return -1;
        }
        if (entry->date_lines.is_cut)
            return 0;
    }
    return 1;
}

/* 1, 0 when it does not fit, -1 without memory. The scale depends on the height
 * and the other way round: the whole sheet's gives the widest words. */
static int fit(nv_timeline_maker *maker, column *c, const way *way)
{
    int fits;

    c->gap = way->gap;
    c->scale = nv_timeline_scale_of(c->entries, c->count, maker->sheet->height);
    if (!divide(maker, c))
        return 0;
    fits = wrap_words(maker, c, way->lines);
    return fits > 0 ? needs(maker, c) <= maker->sheet->height : fits;
}

/* Shapes */

static bool add_words(nv_timeline_maker *maker, const column *c, size_t i,
                      nv_timeline_role role, int32_t y)
{
    const nv_timeline_entry *entry = &c->entries[i];
    const bool is_date = role == NV_TIMELINE_DATE;
    const nv_timeline_lines *lines =
        is_date ? &entry->date_lines : &entry->title_lines;
    const nv_timeline_shape shape = {
        .role = role,
        .x = c->x + (is_date ? c->date_x : c->title_x),
        .y = y,
        .width = is_date ? c->date_width : c->title_width,
        .height = (int32_t)lines->lines * maker->sheet->line[role],
        .words = lines->text,
        .name = entry->name,
        .event = c->first + i,
    };

    return nv_timeline_add(maker, &shape);
}

static bool add_entry(nv_timeline_maker *maker, const column *c, size_t i,
                      int32_t at)
{
    const nv_timeline_entry *entry = &c->entries[i];
    const int32_t from = (int32_t)nv_timeline_scale_noon(&c->scale, entry);
    const int32_t top = at - first_half(maker);
    const int32_t under = is_under(c) ? (int32_t)entry->date_lines.lines *
                                            maker->sheet->line[NV_TIMELINE_DATE]
                                      : 0;
    const nv_timeline_shape leader = {.role = NV_TIMELINE_LEADER,
                                      .x = c->x + c->band,
                                      .y = from,
                                      .width = NV_TIMELINE_LEAD,
                                      .height = at - from,
                                      .name = entry->name,
                                      .event = c->first + i};

    return nv_timeline_add(maker, &leader) &&
           nv_timeline_add_mark(maker, &c->scale, c->first + i, c->x + c->band,
                                true) &&
           add_words(maker, c, i, NV_TIMELINE_DATE, top) &&
           add_words(maker, c, i, NV_TIMELINE_TITLE, top + under);
}

/* Where the leaders of a column end, in the arena; NULL without memory. */
static int32_t *spread(nv_timeline_maker *maker, const column *c)
{
    nv_arena *memory = &maker->timeline->memory;
    double *wanted = nv_arena_array(memory, c->count, sizeof *wanted);
    int32_t *before = nv_arena_array(memory, c->count, sizeof *before);
    int32_t *after = nv_arena_array(memory, c->count, sizeof *after);
    int32_t *at = nv_arena_array(memory, c->count, sizeof *at);

    if (!wanted || !before || !after || !at)
        return NULL;
    for (size_t i = 0; i < c->count; i++) {
        wanted[i] = nv_timeline_scale_noon(&c->scale, &c->entries[i]);
        before[i] = first_half(maker);
        after[i] = label_height(maker, c, &c->entries[i]) - before[i];
    }
    return nv_timeline_spread(wanted, before, after, c->count, c->gap,
                              c->scale.length, at)
               ? at
               : NULL;
}

static bool draw_column(nv_timeline_maker *maker, column *c, int32_t height)
{
    const int32_t *at;

    c->scale.length = height;
    at = spread(maker, c);
    if (!at)
        return nv_timeline_fail_memory(maker);
    if (!nv_timeline_add_band(maker, &c->scale, c->x, 0, c->band, true))
        return false;
    for (size_t i = 0; i < c->count; i++)
        if (!add_entry(maker, c, i, at[i]))
            return false;
    return true;
}

/* A little more than the words need, so that time can be seen between them. */
static int32_t height_of(const nv_timeline_maker *maker, int32_t needed)
{
    int32_t height = needed + needed / 5;

    if (height < HEIGHT_MIN)
        height = HEIGHT_MIN;
    return height < maker->sheet->height ? height : maker->sheet->height;
}

static void begin_columns(const nv_timeline_maker *maker, column columns[],
                          size_t count)
{
    const int32_t width =
        (maker->sheet->width - (int32_t)(count - 1) * NV_TIMELINE_GUTTER) /
        (int32_t)count;
    size_t first = 0;

    for (size_t i = 0; i < count; i++) {
        const size_t end = maker->count * (i + 1) / count;

        columns[i] = (column){.entries = maker->entries + first,
                              .first = first,
                              .count = end - first,
                              .x = (int32_t)i * (width + NV_TIMELINE_GUTTER),
                              .width = width};
        first = end;
    }
}

static int try_way(nv_timeline_maker *maker, const way *way, column columns[])
{
    int32_t needed = 0;

    begin_columns(maker, columns, way->columns);
    for (size_t i = 0; i < way->columns; i++) {
        const int fits = fit(maker, &columns[i], way);
        const int32_t one = fits > 0 ? needs(maker, &columns[i]) : 0;

        if (fits <= 0)
            return fits;
        needed = one > needed ? one : needed;
    }
    maker->timeline->height = height_of(maker, needed);
    for (size_t i = 0; i < way->columns; i++)
        if (!draw_column(maker, &columns[i], maker->timeline->height))
            return -1;
    return 1;
}

static size_t most_columns(const nv_timeline_maker *maker)
{
    const int32_t fit = (maker->sheet->width + NV_TIMELINE_GUTTER) /
                        (COLUMN_MIN + NV_TIMELINE_GUTTER);
    const size_t most = fit > 1 ? (size_t)fit : 1;

    return most < maker->count ? most : maker->count;
}

/* Titles whole, if there is room; rather on one line than in more columns. */
int nv_timeline_draw_down(nv_timeline_maker *maker)
{
    static const way ways[] = {
        {0, 3, NV_TIMELINE_GAP}, {0, 2, NV_TIMELINE_GAP}, {0, 1, 40}};
    const size_t most = most_columns(maker);
    column *columns =
        nv_arena_array(&maker->timeline->memory, most, sizeof *columns);
    int drawn = 0;

    if (!columns) {
        nv_timeline_fail_memory(maker);
        return -1;
    }
    for (size_t count = 1; drawn == 0 && count <= most; count++)
        for (size_t i = 0; drawn == 0 && i < sizeof ways / sizeof *ways; i++) {
            const way way = {count, ways[i].lines, ways[i].gap};

            drawn = try_way(maker, &way, columns);
        }
    return drawn;
}
