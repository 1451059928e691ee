/* SPDX-License-Identifier: MPL-2.0 */
/* A timeline from left to right: labels in turn above and below the band. See
 * timeline_parts.h. */
#include "note/timeline_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
    LABEL_MIN = 2300, /* narrower ones are bad to read */
    LABEL_MAX = 4200,
    SHEET_MIN = 9000,
    MOST_LINES = 4,
    MOST_DATE_LINES = 2,
    SIDES = 2 /* above, below */
};

typedef struct {
    nv_timeline_maker *maker;
    nv_timeline_scale scale;
    int32_t label; /* width at most */
    int32_t band_y, across;
    int32_t *at; /* the middle of each entry's label */
} plan;

static size_t on_side(const nv_timeline_maker *maker, size_t side)
{
    return (maker->count + SIDES - 1 - side) / SIDES;
}

static int32_t label_width(const nv_timeline_entry *entry)
{
    const int32_t date = entry->date_lines.width;
    const int32_t title = entry->title_lines.width;

    return nv_timeline_with_slack(date > title ? date : title);
}

static int32_t label_height(const nv_timeline_maker *maker,
                            const nv_timeline_entry *entry)
{
    return (int32_t)entry->date_lines.lines *
               maker->sheet->line[NV_TIMELINE_DATE] +
           (int32_t)entry->title_lines.lines *
               maker->sheet->line[NV_TIMELINE_TITLE];
}

/* Words that a font of another width must not make wider than a label. */
static int32_t without_slack(int32_t width)
{
    return (width - 40) * 16 / 17 - 1;
}

/* 1, 0 when a title has no room, -1 without memory. */
static int wrap_all(plan *plan)
{
    nv_timeline_maker *maker = plan->maker;
    nv_arena *memory = &maker->timeline->memory;
    const int32_t width = without_slack(plan->label);

    for (size_t i = 0; i < maker->count; i++) {
        nv_timeline_entry *entry = &maker->entries[i];

        if (!nv_timeline_wrap(memory, maker->sheet, NV_TIMELINE_DATE,
                              entry->date, strlen(entry->date), width,
                              MOST_DATE_LINES, &entry->date_lines) ||
            !nv_timeline_wrap(memory, maker->sheet, NV_TIMELINE_TITLE,
                              entry->title, entry->title_len, width, MOST_LINES,
                              &entry->title_lines)) {
            nv_timeline_fail_memory(maker);
            return -1;
        }
        if (entry->date_lines.is_cut || entry->title_lines.is_cut)
            return 0;
    }
    return 1;
}

/* The labels of one side, apart from one another. */
static bool spread_side(plan *plan, size_t side)
{
    const nv_timeline_maker *maker = plan->maker;
    const size_t count = on_side(maker, side);
    double *wanted = calloc(count + 1, sizeof *wanted);
    int32_t *half = calloc(count + 1, sizeof *half);
    int32_t *at = calloc(count + 1, sizeof *at);
    bool is_done = wanted && half && at;

    for (size_t i = 0; is_done && i < count; i++) {
        const nv_timeline_entry *entry = &maker->entries[SIDES * i + side];

        wanted[i] = nv_timeline_scale_noon(&plan->scale, entry);
        half[i] = (label_width(entry) + 1) / 2;
    }
    is_done = is_done && nv_timeline_spread(wanted, half, half, count,
                                            NV_TIMELINE_GUTTER / 2,
                                            plan->scale.length, at);
    for (size_t i = 0; is_done && i < count; i++)
        plan->at[SIDES * i + side] = at[i];
    free(wanted);
    free(half);
    free(at);
    return is_done || nv_timeline_fail_memory(plan->maker);
}

static int32_t tallest(const nv_timeline_maker *maker, size_t side)
{
    int32_t height = 0;

    for (size_t i = side; i < maker->count; i += SIDES)
        if (label_height(maker, &maker->entries[i]) > height)
            height = label_height(maker, &maker->entries[i]);
    return height;
}

static bool add_words(plan *plan, size_t i, nv_timeline_role role, int32_t y,
                      const nv_timeline_lines *lines)
{
    const nv_timeline_entry *entry = &plan->maker->entries[i];
    const int32_t width = (label_width(entry) + 1) / 2 * 2;
    const nv_timeline_shape shape = {
        .role = role,
        .x = plan->at[i] - width / 2,
        .y = y,
        .width = width,
        .height = (int32_t)lines->lines * plan->maker->sheet->line[role],
        .words = lines->text,
        .is_centred = true,
        .name = entry->name,
        .event = i,
    };

    return nv_timeline_add(plan->maker, &shape);
}

/* From the mark to the words, up or down. */
static bool add_leader(plan *plan, size_t i, int32_t edge, int32_t end)
{
    const nv_timeline_entry *entry = &plan->maker->entries[i];
    const int32_t from = (int32_t)nv_timeline_scale_noon(&plan->scale, entry);
    const nv_timeline_shape shape = {.role = NV_TIMELINE_LEADER,
                                     .x = from,
                                     .y = edge,
                                     .width = plan->at[i] - from,
                                     .height = end - edge,
                                     .name = entry->name,
                                     .event = i};

    return nv_timeline_add(plan->maker, &shape);
}

static bool add_entry(plan *plan, size_t i)
{
    const nv_timeline_maker *maker = plan->maker;
    const nv_timeline_entry *entry = &maker->entries[i];
    const bool is_above = i % SIDES == 0;
    const int32_t edge = plan->band_y + (is_above ? 0 : plan->across);
    const int32_t top =
        is_above ? edge - NV_TIMELINE_LEAD - label_height(maker, entry)
                 : edge + NV_TIMELINE_LEAD;
    const int32_t end = is_above ? edge - NV_TIMELINE_LEAD + NV_TIMELINE_AIR
                                 : top - NV_TIMELINE_AIR;
    const int32_t date =
        (int32_t)entry->date_lines.lines * maker->sheet->line[NV_TIMELINE_DATE];

    return add_leader(plan, i, edge, end) &&
           nv_timeline_add_mark(plan->maker, &plan->scale, i, edge, false) &&
           add_words(plan, i, NV_TIMELINE_DATE, top, &entry->date_lines) &&
           add_words(plan, i, NV_TIMELINE_TITLE, top + date,
                     &entry->title_lines);
}

static bool draw(plan *plan)
{
    nv_timeline_maker *maker = plan->maker;
    bool is_done = true;

    for (size_t side = 0; is_done && side < SIDES; side++)
        is_done = spread_side(plan, side);
    is_done =
        is_done && nv_timeline_add_band(maker, &plan->scale, 0, plan->band_y,
                                        plan->across, false);
    for (size_t i = 0; is_done && i < maker->count; i++)
        is_done = add_entry(plan, i);
    return is_done;
}

/* How high it gets; where the band is. */
static int32_t height_of(plan *plan)
{
    const nv_timeline_maker *maker = plan->maker;
    const int32_t above = tallest(maker, 0), below = tallest(maker, 1);

    plan->across = maker->sheet->line[NV_TIMELINE_SCALE] + NV_TIMELINE_PAD;
    plan->band_y = above + NV_TIMELINE_LEAD;
    return plan->band_y + plan->across +
           (below > 0 ? NV_TIMELINE_LEAD + below : NV_TIMELINE_DOT / 2);
}

int nv_timeline_draw_across(nv_timeline_maker *maker)
{
    const int32_t columns = (int32_t)on_side(maker, 0);
    const int32_t width = maker->sheet->width;
    plan plan = {.maker = maker,
                 .label = width / columns - NV_TIMELINE_GUTTER / 2};
    int fits;

    if (width < SHEET_MIN || plan.label < LABEL_MIN)
        return 0;
    if (plan.label > LABEL_MAX)
        plan.label = LABEL_MAX;
    plan.scale = nv_timeline_scale_of(maker->entries, maker->count, width);
    fits = wrap_all(&plan);
    if (fits <= 0)
        return fits;
    maker->timeline->height = height_of(&plan);
    if (maker->timeline->height > maker->sheet->height)
        return 0;
    plan.at =
        nv_arena_array(&maker->timeline->memory, maker->count, sizeof *plan.at);
    if (!plan.at)
        nv_timeline_fail_memory(maker);
    return plan.at && draw(&plan) ? 1 : -1;
}
