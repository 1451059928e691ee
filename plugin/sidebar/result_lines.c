/* SPDX-License-Identifier: MPL-2.0 */
/* See result_lines.h. */
#include "sidebar/result_lines.h"

#include <string.h>

#include "sidebar/say.h"
#include "sidebar/say_parts.h"

/* More people than these don't fit on a line. */
enum { PEOPLE_MAX = 5 };

#define ELLIPSIS "\xE2\x80\xA6"

static void add_name(nv_buffer *out, const char *separator, const char *name)
{
    if (out->len > 0)
        nv_buffer_add_text(out, separator);
    nv_buffer_add_text(out, name);
}

/* Who took part, each once; the parties where no person did. */
static void add_people(nv_buffer *out, const nv_registry *registry,
                       const nv_event *event, nv_language words)
{
    for (size_t i = 0; i < event->person_count && i < PEOPLE_MAX; i++) {
        size_t before = 0;

        while (before < i &&
               strcmp(event->people[before].name, event->people[i].name) != 0)
            before++;
        if (before == i)
            add_name(out, "; ",
                     nv_say_name(registry, words, event->people[i].name));
    }
    for (size_t i = 0; event->person_count == 0 && i < event->parties.count;
         i++)
        add_name(out, ", ",
                 nv_say_name(registry, words, event->parties.items[i]));
}

static void add_event(nv_buffer *out, const nv_state *state, const nv_hit *hit)
{
    nv_open_event *open =
        nv_registry_open_event(hit->registry, hit->event, NULL);

    if (open)
        add_people(out, hit->registry, nv_open_event_get(open), state->words);
    nv_event_close(open);
    if (out->len == 0)
        nv_buffer_add_text(out, hit->card.place);
}

/* Takes over the marks of a snippet whose text begins at `at` in the line. */
static void mark(nv_marked_line *line, const nv_snippet *snippet, size_t at)
{
    for (size_t i = 0; i < snippet->mark_count; i++) {
        line->marks[i] = snippet->marks[i];
        line->marks[i].first += at;
    }
    line->mark_count = snippet->mark_count;
}

/* A title that matched is marked where it stands, in the first line. */
static void place_snippet(nv_result_lines *lines, const nv_snippet *snippet)
{
    const char *title = strstr(lines->line[0].text.text, snippet->text);

    if (title) {
        mark(&lines->line[0], snippet,
             (size_t)(title - lines->line[0].text.text));
        return;
    }
    nv_buffer_add_text(&lines->line[1].text, snippet->text);
    mark(&lines->line[1], snippet, 0);
}

void nv_result_lines_make(nv_result_lines *lines, const nv_phrases *phrases,
                          const nv_state *state, size_t hit)
{
    nv_snippet snippet;

    memset(lines, 0, sizeof *lines);
    nv_buffer_init(&lines->line[0].text);
    nv_buffer_init(&lines->line[1].text);
    if (state->is_desk)
        nv_say_row(&lines->line[0].text, phrases, state, hit);
    else
        nv_say_row_of_year(&lines->line[0].text, phrases, state, hit);
    if (!state->is_desk &&
        nv_finder_snippet(state->finder, &state->hits[hit], &snippet))
        place_snippet(lines, &snippet);
    if (lines->line[1].text.len == 0)
        add_event(&lines->line[1].text, state, &state->hits[hit]);
}

void nv_result_lines_release(nv_result_lines *lines)
{
    nv_buffer_release(&lines->line[0].text);
    nv_buffer_release(&lines->line[1].text);
}

/* Cutting */

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

static size_t characters(const char *text, size_t len)
{
    size_t count = 0;

    for (size_t i = 0; i < len; i++)
        count += !is_continuation(text[i]);
    return count;
}

/* Drops the first `len` bytes, which end at a space, for an ellipsis. */
static void drop(nv_marked_line *line, size_t len)
{
    nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_add_text(&text, ELLIPSIS);
    nv_buffer_add(&text, line->text.text + len, line->text.len - len);
    nv_buffer_release(&line->text);
    line->text = text;
    for (size_t i = 0; i < line->mark_count; i++)
        line->marks[i].first += strlen(ELLIPSIS) - len;
}

void nv_marked_line_cut(nv_marked_line *line, size_t room)
{
    const char *text = line->text.text;
    size_t first, end, from = 0;

    if (line->mark_count == 0)
        return;
    first = line->marks[0].first;
    end = first + line->marks[0].len;
    /* As little as it takes, but no more than leaves the mark. */
    for (size_t i = 1;
         i <= first && characters(text + from, end - from) + 1 > room; i++)
        if (text[i - 1] == ' ')
            from = i;
    if (from > 0 && characters(text, end) > room)
        drop(line, from);
}
