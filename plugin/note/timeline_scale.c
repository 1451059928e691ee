/* SPDX-License-Identifier: MPL-2.0 */
/* See timeline_parts.h: the band, its scale, and the days on its edge. */
#include "note/timeline_parts.h"

#include <string.h>

#include "base/array.h"

/* The scale */

enum { YEAR = 12, SHOWS_YEARS = 18 };

nv_timeline_scale nv_timeline_scale_of(const nv_timeline_entry entries[],
                                       size_t count, int32_t length)
{
    nv_timeline_scale scale = {.first_month = entries[0].first_month,
                               .length = length};

    for (size_t i = 0; i < count; i++)
        if (entries[i].last_month >= scale.end_month)
            scale.end_month = entries[i].last_month + 1;
    if (scale.end_month - scale.first_month >= SHOWS_YEARS) {
        scale.first_month -= scale.first_month % YEAR;
        scale.end_month += (YEAR - scale.end_month % YEAR) % YEAR;
    }
    return scale;
}

double nv_timeline_scale_at(const nv_timeline_scale *scale, double day)
{
    const double first = nv_timeline_month_begin(scale->first_month);
    const double end = nv_timeline_month_begin(scale->end_month);

    return (day - first) / (end - first) * scale->length;
}

double nv_timeline_scale_noon(const nv_timeline_scale *scale,
                              const nv_timeline_entry *entry)
{
    return nv_timeline_scale_at(scale, entry->first_day + 0.5);
}

static int32_t at_month(const nv_timeline_scale *scale, int32_t month)
{
    return (int32_t)nv_timeline_scale_at(scale, nv_timeline_month_begin(month));
}

/* What stands at a month, and how wide it is. */
static int32_t label(nv_timeline_maker *maker, int32_t month, bool has_month,
                     char text[NV_TIMELINE_LABEL_MAX])
{
    nv_timeline_scale_label(text, month / YEAR, month % YEAR + 1, has_month,
                            maker->sheet->language);
    return nv_timeline_with_slack(maker->sheet->measure(
        maker->sheet->host, NV_TIMELINE_SCALE, text, strlen(text)));
}

/* The first month that has a tick, and every how many months one follows. */
typedef struct {
    int32_t first, step;
} ticking;

static ticking begin_ticking(const nv_timeline_scale *scale, int32_t step)
{
    return (ticking){(scale->first_month + step - 1) / step * step, step};
}

static int32_t widest(nv_timeline_maker *maker, const nv_timeline_scale *scale,
                      int32_t step)
{
    const ticking ticks = begin_ticking(scale, step);
    char text[NV_TIMELINE_LABEL_MAX];
    int32_t width = label(maker, scale->first_month, step < YEAR, text);

    for (int32_t m = ticks.first; m < scale->end_month; m += step) {
        const int32_t one = label(maker, m, step < YEAR, text);

        width = one > width ? one : width;
    }
    return width;
}

/* As many ticks as have room for their words. */
static ticking choose_ticks(nv_timeline_maker *maker,
                            const nv_timeline_scale *scale, bool is_down)
{
    static const int32_t steps[] = {1,  2,   3,   6,   12,   24,
                                    60, 120, 240, 600, 1200, 2400};
    const double months = scale->end_month - scale->first_month;
    size_t i = months >= SHOWS_YEARS ? 4 : 0;

    while (i + 1 < NV_COUNT_OF(steps)) {
        const int32_t needs = is_down ? maker->sheet->line[NV_TIMELINE_SCALE]
                                      : widest(maker, scale, steps[i]);

        /* February is a tenth shorter than other months. */
        if (steps[i] / months * scale->length * 0.9 >=
            needs + 2 * NV_TIMELINE_PAD)
            break;
        i++;
    }
    return begin_ticking(scale, steps[i]);
}

int32_t nv_timeline_scale_width(nv_timeline_maker *maker,
                                const nv_timeline_scale *scale, bool is_down)
{
    return widest(maker, scale, choose_ticks(maker, scale, is_down).step);
}

/* The band */

/* Where a band stands. */
typedef struct {
    nv_timeline_maker *maker;
    const nv_timeline_scale *scale;
    int32_t x, y, across;
    bool is_down;
} band;

/* A shape `from` so far along the band, `along` it and over all its width. */
static nv_timeline_shape lay(const band *band, nv_timeline_role role,
                             int32_t from, int32_t along)
{
    return (nv_timeline_shape){
        .role = role,
        .x = band->x + (band->is_down ? 0 : from),
        .y = band->y + (band->is_down ? from : 0),
        .width = band->is_down ? band->across : along,
        .height = band->is_down ? along : band->across,
        .event = SIZE_MAX,
    };
}

static bool add_words(const band *band, int32_t from, const char *text,
                      int32_t width)
{
    const int32_t line = band->maker->sheet->line[NV_TIMELINE_SCALE];
    const int32_t along = band->is_down ? line : width;
    nv_timeline_shape shape =
        lay(band, NV_TIMELINE_SCALE, from + NV_TIMELINE_PAD, along);

    if (from + 2 * NV_TIMELINE_PAD + along > band->scale->length)
        return true;
    if (!band->is_down) {
        shape.y += (band->across - line) / 2;
        shape.height = line;
    }
    shape.is_centred = band->is_down;
    shape.words = shape.name = text;
    return nv_timeline_add(band->maker, &shape);
}

/* The line and the words at a month; no line where the band begins. */
static bool add_tick(const band *band, int32_t month, bool has_month)
{
    const int32_t from = at_month(band->scale, month);
    char text[NV_TIMELINE_LABEL_MAX];
    const int32_t width = label(band->maker, month, has_month, text);
    nv_timeline_shape tick = lay(band, NV_TIMELINE_TICK, from, 0);

    tick.name =
        nv_arena_text(&band->maker->timeline->memory, text, strlen(text));
    if (!tick.name)
        return nv_timeline_fail_memory(band->maker);
    return (from == 0 || nv_timeline_add(band->maker, &tick)) &&
           add_words(band, from, tick.name, width);
}

/* "1949–1955": the years of the band, for those who don't see it. */
static const char *name_band(const band *band)
{
    const int32_t first = band->scale->first_month / YEAR;
    const int32_t last = (band->scale->end_month - 1) / YEAR;
    nv_buffer text = NV_BUFFER_INIT;
    const char *name;

    nv_buffer_add_format(&text, "%d", (int)first);
    if (last > first)
        nv_buffer_add_format(&text, "–%d", (int)last);
    name = text.failed ? NULL
                       : nv_arena_text(&band->maker->timeline->memory,
                                       text.text, text.len);
    nv_buffer_release(&text);
    return name;
}

/* Whether words have room between the beginning and that month. */
static bool has_room(const band *band, int32_t month, bool has_month)
{
    const bool is_inside = month < band->scale->end_month;
    const int32_t room =
        is_inside ? at_month(band->scale, month) : band->scale->length;
    char text[NV_TIMELINE_LABEL_MAX];
    const int32_t width =
        label(band->maker, band->scale->first_month, has_month, text);
    const int32_t along =
        band->is_down ? band->maker->sheet->line[NV_TIMELINE_SCALE] : width;

    return room >= along + 2 * NV_TIMELINE_PAD;
}

/* The beginning has words, too, where no tick takes their room. */
static bool add_ticks(const band *band)
{
    const ticking ticks = choose_ticks(band->maker, band->scale, band->is_down);
    const int32_t first = band->scale->first_month;
    const bool has_month = ticks.step < YEAR;

    if (ticks.first > first && has_room(band, ticks.first, has_month) &&
        !add_tick(band, first, has_month))
        return false;
    for (int32_t m = ticks.first; m < band->scale->end_month; m += ticks.step)
        if (!add_tick(band, m, has_month))
            return false;
    return true;
}

bool nv_timeline_add_band(nv_timeline_maker *maker,
                          const nv_timeline_scale *scale, int32_t x, int32_t y,
                          int32_t across, bool is_down)
{
    const band band = {maker, scale, x, y, across, is_down};
    nv_timeline_shape shape = lay(&band, NV_TIMELINE_BAND, 0, scale->length);

    shape.name = name_band(&band);
    if (!shape.name)
        return nv_timeline_fail_memory(maker);
    return nv_timeline_add(maker, &shape) && add_ticks(&band);
}

/* The days */

/* Where a mark of that length begins so that it stays on the band. */
static int32_t mark_begin(const nv_timeline_scale *scale, double middle,
                          int32_t length)
{
    const int32_t begin = (int32_t)middle - length / 2;
    const int32_t most = scale->length - length;

    if (begin < 0 || most < 0)
        return 0;
    return begin < most ? begin : most;
}

bool nv_timeline_add_mark(nv_timeline_maker *maker,
                          const nv_timeline_scale *scale, size_t event,
                          int32_t edge, bool is_down)
{
    const nv_timeline_entry *entry = &maker->entries[event];
    const bool is_day = entry->end_day - entry->first_day <= 1;
    const double from = nv_timeline_scale_at(scale, entry->first_day);
    const double to = nv_timeline_scale_at(scale, entry->end_day);
    const int32_t whole = is_day ? 0 : (int32_t)(to - from);
    const int32_t length = whole > NV_TIMELINE_DOT ? whole : NV_TIMELINE_DOT;
    const int32_t begin = mark_begin(scale, (from + to) / 2, length);
    const int32_t side = edge - NV_TIMELINE_DOT / 2;
    const nv_timeline_shape shape = {
        .role = is_day ? NV_TIMELINE_MARK : NV_TIMELINE_LENGTH,
        .x = is_down ? side : begin,
        .y = is_down ? begin : side,
        .width = is_down ? NV_TIMELINE_DOT : length,
        .height = is_down ? length : NV_TIMELINE_DOT,
        .name = entry->name,
        .event = event,
    };

    return nv_timeline_add(maker, &shape);
}
