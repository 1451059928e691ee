/* SPDX-License-Identifier: MPL-2.0 */
/* See timeline.h: the events in their order, and what each says. */
#include "note/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/timeline_parts.h"
#include "registry/day.h"

bool nv_timeline_fail_memory(nv_timeline_maker *maker)
{
    return nv_fail(maker->err, NV_ERROR_MEMORY, 0,
                   "There is no memory to draw the timeline; close other "
                   "documents and try again.");
}

bool nv_timeline_add(nv_timeline_maker *maker, const nv_timeline_shape *shape)
{
    nv_timeline *timeline = maker->timeline;
    nv_timeline_shape *shapes =
        nv_array_grow(timeline->shapes, timeline->count, &maker->capacity,
                      sizeof *timeline->shapes);

    if (!shapes)
        return nv_timeline_fail_memory(maker);
    timeline->shapes = shapes;
    shapes[timeline->count++] = *shape;
    return true;
}

/* Days */

/* The number of a day of the Gregorian calendar, by the count of years that
 * begin in March. */
static int32_t day_number(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int m = (month + 9) % 12;

    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1;
}

int32_t nv_timeline_month_begin(int32_t month)
{
    return day_number(month / 12, month % 12 + 1, 1);
}

static int32_t month_of(int day)
{
    return day / 10000 * 12 + (day / 100 % 100 ? day / 100 % 100 - 1 : 0);
}

/* Reads when it was. False when its date is none. */
static bool find_days(nv_timeline_entry *entry)
{
    const nv_event_date *date = &entry->event->date;
    nv_days first, last;

    if (!date->iso || !nv_days_from_iso(date->iso, &first) ||
        !nv_days_from_iso(date->end ? date->end : date->iso, &last) ||
        last.last < first.first)
        return false;
    entry->first_month = month_of(first.first);
    entry->last_month = month_of(last.last);
    entry->first_day = nv_timeline_month_begin(entry->first_month) +
                       (first.first % 100 ? first.first % 100 - 1 : 0);
    if (strlen(date->end ? date->end : date->iso) == 10)
        entry->end_day =
            nv_timeline_month_begin(entry->last_month) + last.last % 100;
    else
        entry->end_day = nv_timeline_month_begin(entry->last_month + 1);
    return true;
}

static int by_days(const nv_timeline_entry *a, const nv_timeline_entry *b)
{
    if (a->first_day != b->first_day)
        return a->first_day < b->first_day ? -1 : 1;
    return a->end_day == b->end_day ? 0 : a->end_day < b->end_day ? -1 : 1;
}

/* Puts an entry where it belongs: behind those of the same days, which were
 * cited before it. */
static void insert_entry(nv_timeline_maker *maker,
                         const nv_timeline_entry *entry)
{
    size_t at = maker->count++;

    while (at > 0 && by_days(&maker->entries[at - 1], entry) > 0) {
        maker->entries[at] = maker->entries[at - 1];
        at--;
    }
    maker->entries[at] = *entry;
}

static bool is_known(const nv_timeline_maker *maker, const nv_event *event)
{
    for (size_t i = 0; i < maker->count; i++)
        if (maker->entries[i].event == event)
            return true;
    return false;
}

/* Words */

static const char *title_of(const nv_event *event, nv_language language)
{
    const char *title = nv_bilingual_in(&event->title, language);

    return title ? title : event->id;
}

static const char *keep(nv_timeline_maker *maker, nv_buffer *text)
{
    const char *kept = text->failed ? NULL
                                    : nv_arena_text(&maker->timeline->memory,
                                                    text->text, text->len);

    nv_buffer_release(text);
    if (!kept)
        nv_timeline_fail_memory(maker);
    return kept;
}

/* The colon stands as the language has it. */
static bool say(nv_timeline_maker *maker, nv_timeline_entry *entry)
{
    const nv_language language = maker->sheet->language;
    nv_buffer text = NV_BUFFER_INIT;

    entry->title = title_of(entry->event, language);
    nv_timeline_date(&text, &entry->event->date, language);
    entry->date = keep(maker, &text);
    if (!entry->date)
        return false;
    nv_buffer_add_format(&text, "%s%s: %s", entry->date,
                         language == NV_LANGUAGE_FR ? "\u00a0" : "",
                         entry->title);
    entry->name = keep(maker, &text);
    entry->title = nv_timeline_short_title(entry->title, &entry->title_len);
    return entry->name != NULL;
}

static bool say_all(nv_timeline_maker *maker)
{
    nv_buffer text = NV_BUFFER_INIT;

    for (size_t i = 0; i < maker->count; i++) {
        if (!say(maker, &maker->entries[i])) {
            nv_buffer_release(&text);
            return false;
        }
        if (i > 0)
            nv_buffer_add_char(&text, '\n');
        nv_buffer_add_text(&text, maker->entries[i].name);
    }
    maker->timeline->says = keep(maker, &text);
    return maker->timeline->says != NULL;
}

/* All of it */

static bool list(nv_timeline_maker *maker, const nv_event *const events[],
                 size_t count)
{
    maker->entries = nv_arena_array(&maker->timeline->memory, count + 1,
                                    sizeof *maker->entries);
    if (!maker->entries)
        return nv_timeline_fail_memory(maker);
    for (size_t i = 0; i < count; i++) {
        nv_timeline_entry entry = {.event = events[i]};

        if (!is_known(maker, events[i]) && find_days(&entry))
            insert_entry(maker, &entry);
    }
    return maker->count > 0 || nv_fail(maker->err, NV_ERROR_ARGUMENT, 0,
                                       "No event with a date is to be drawn.");
}

static bool draw(nv_timeline_maker *maker)
{
    int drawn = nv_timeline_draw_across(maker);

    if (drawn == 0)
        drawn = nv_timeline_draw_down(maker);
    return drawn > 0 ||
           (drawn == 0 && nv_fail(maker->err, NV_ERROR_LIMIT, 0,
                                  "%zu events have no room on a sheet of %d by "
                                  "%d millimetres; make the page larger.",
                                  maker->count, (int)maker->sheet->width / 100,
                                  (int)maker->sheet->height / 100));
}

bool nv_timeline_draw(nv_timeline *timeline, const nv_event *const events[],
                      size_t count, const nv_timeline_sheet *sheet,
                      nv_error *err)
{
    nv_timeline_maker maker = {
        .timeline = timeline, .sheet = sheet, .err = err};

    *timeline = (nv_timeline){.width = sheet->width};
    return list(&maker, events, count) && say_all(&maker) && draw(&maker);
}

void nv_timeline_release(nv_timeline *timeline)
{
    free(timeline->shapes);
    nv_arena_release(&timeline->memory);
    *timeline = (nv_timeline){0};
}
