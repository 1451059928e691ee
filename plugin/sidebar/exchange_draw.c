/* SPDX-License-Identifier: MPL-2.0 */
/* See exchange.h: the picture. One box under the other, in order of date; on
 * the left, an arrow from each answer to what it answers, in a lane of its own
 * so that no two lie on one another. The word of an arrow stands over the box
 * that it begins at. Widths of text are estimated: there is no window here. */
#include <string.h>

#include "registry/exchange/markup.h"
#include "sidebar/exchange.h"
#include "sidebar/say.h"
#include "sidebar/say_parts.h"
#include "sidebar/vocabulary.h"

enum {
    LINES = 3,    /* of one text, at most */
    EDGE_WORD = 1 /* lines over a box for each arrow that begins there */
};

typedef struct {
    const nv_exchange *exchange;
    const nv_exchange_look *look;
    nv_buffer *out;
    int left;                   /* where boxes begin */
    int top[NV_EXCHANGE_NODES]; /* of each box */
    int bottom[NV_EXCHANGE_NODES];
} drawing;

/* Measures, in pixels */

static int line_height(const drawing *d)
{
    return d->look->font_size * 14 / 10;
}

static int padding(const drawing *d)
{
    return d->look->font_size / 2;
}

static int lane_width(const drawing *d)
{
    return d->look->font_size;
}

/* How many characters fit beside one another; a letter is a bit more than half
 * as wide as it is high. */
static size_t fitting(const drawing *d)
{
    const int width = d->look->width - d->left - 2 * padding(d);
    const int count = width * 100 / (d->look->font_size * 56);

    return count > 4 ? (size_t)count : 4;
}

/* Text */

static bool is_inside_character(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The bytes of the first line of `text` that has at most `most` characters:
 * up to the last space there is, else as many as there is room for. */
static size_t first_line(const char *text, size_t most)
{
    size_t characters = 0, space = 0, i = 0;

    for (; text[i]; i++) {
        characters += !is_inside_character(text[i]);
        if (characters > most)
            break;
        if (text[i] == ' ')
            space = i;
    }
    if (!text[i])
        return i;
    return space > 0 ? space : i;
}

static size_t count_lines(const char *text, size_t most)
{
    size_t lines = 0;

    while (*text && lines < LINES) {
        text += first_line(text, most);
        text += *text == ' ';
        lines++;
    }
    return lines;
}

static void draw_text(const drawing *d, int x, int y, const char *weight,
                      const char *text, size_t len)
{
    nv_buffer part = NV_BUFFER_INIT;

    nv_buffer_add(&part, text, len);
    nv_buffer_add_format(d->out, "<text x='%d' y='%d'", x, y);
    nv_markup_add_attribute(d->out, "font-family", d->look->font);
    nv_buffer_add_format(d->out,
                         " font-size='%d' font-weight='%s' fill='#%06x'>",
                         d->look->font_size, weight, d->look->text);
    nv_markup_add(d->out, part.text);
    nv_buffer_add_text(d->out, "</text>");
    nv_buffer_release(&part);
}

/* The last line there is room for ends in dots where the text goes on. */
static void draw_line(const drawing *d, int x, int y, const char *text,
                      size_t len, bool is_cut)
{
    nv_buffer line = NV_BUFFER_INIT;

    nv_buffer_add(&line, text, len);
    if (is_cut)
        nv_buffer_add_text(&line, "…");
    draw_text(d, x, y, "normal", line.text, line.len);
    nv_buffer_release(&line);
}

/* Returns where the next line stands. */
static int draw_lines(const drawing *d, int x, int y, const char *text)
{
    const size_t most = fitting(d);

    for (size_t line = 0; *text && line < LINES; line++) {
        const size_t len = first_line(text, most);
        const bool is_last = line + 1 == LINES;

        draw_line(d, x, y, text, len, is_last && text[len]);
        text += len;
        text += *text == ' ';
        y += line_height(d);
    }
    return y;
}

/* Boxes */

static size_t answers_of(const nv_exchange *exchange, size_t node)
{
    size_t count = 0;

    for (size_t i = 0; i < exchange->edge_count; i++)
        count += exchange->edges[i].from == node;
    return count;
}

/* Where every box stands; returns the height of all. */
static int place_boxes(drawing *d)
{
    int y = 1;

    for (size_t i = 0; i < d->exchange->node_count; i++) {
        nv_buffer who = NV_BUFFER_INIT;

        nv_exchange_who(&who, &d->exchange->nodes[i]);
        if (i > 0)
            y += padding(d);
        y += (int)answers_of(d->exchange, i) * EDGE_WORD * line_height(d);
        d->top[i] = y;
        y += 2 * padding(d) +
             (int)(1 + count_lines(who.text, fitting(d))) * line_height(d);
        d->bottom[i] = y;
        nv_buffer_release(&who);
    }
    return y + 1;
}

static void draw_box(const drawing *d, size_t node)
{
    const nv_reading *reading = &d->exchange->nodes[node];
    const bool is_chosen = node == d->exchange->chosen;
    const int x = d->left + padding(d);
    const int y = d->top[node] + padding(d) + d->look->font_size;
    nv_buffer date = NV_BUFFER_INIT, who = NV_BUFFER_INIT;

    nv_say_span(&date, reading->phrases, reading->event->date.iso,
                reading->event->date.end);
    nv_exchange_who(&who, reading);
    nv_buffer_add_format(
        d->out,
        "<rect x='%d' y='%d' width='%d' height='%d' rx='3' fill='#%06x' "
        "stroke='#%06x' stroke-width='%d'/>",
        d->left, d->top[node], d->look->width - d->left - 2,
        d->bottom[node] - d->top[node], d->look->field,
        is_chosen ? d->look->mark : d->look->line, is_chosen ? 3 : 1);
    draw_text(d, x, y, "bold", date.text, date.len);
    draw_lines(d, x, y + line_height(d), who.text);
    nv_buffer_release(&date);
    nv_buffer_release(&who);
}

/* Arrows */

static int middle(const drawing *d, size_t node)
{
    return (d->top[node] + d->bottom[node]) / 2;
}

/* Out of the answer to the left, along its lane, into what it answers; dashed
 * where it refuses. Arrows that meet in one box end a little apart. */
static void draw_arrow(const drawing *d, size_t index)
{
    const nv_exchange_edge *edge = &d->exchange->edges[index];
    const int lane = d->left - (int)(index + 1) * lane_width(d);
    const int apart = (int)index * 3;
    const int from = middle(d, edge->from) - apart;
    const int to = middle(d, edge->to) + apart;
    const int tip = lane_width(d) / 2;

    nv_buffer_add_format(
        d->out,
        "<path d='M%d,%d H%d V%d H%d' fill='none' "
        "stroke='#%06x' stroke-width='1.5'%s/>",
        d->left, from, lane, to, d->left, d->look->line,
        strcmp(edge->type, "refuses") == 0 ? " stroke-dasharray='5,3'" : "");
    nv_buffer_add_format(
        d->out, "<path d='M%d,%d l-%d,-%d v%d z' fill='#%06x'/>", d->left, to,
        tip, tip / 2 + 1, 2 * (tip / 2 + 1), d->look->line);
}

static void draw_word(const drawing *d, size_t index)
{
    const nv_exchange_edge *edge = &d->exchange->edges[index];
    const nv_reading *answered = &d->exchange->nodes[edge->to];
    nv_buffer what = NV_BUFFER_INIT, date = NV_BUFFER_INIT,
              word = NV_BUFFER_INIT;
    int below = 0;

    for (size_t i = index; i < d->exchange->edge_count; i++)
        below += d->exchange->edges[i].from == edge->from;
    nv_say_term(&what, answered->phrases, NV_PHRASE_RELATIONS, edge->type);
    nv_say_span(&date, answered->phrases, answered->event->date.iso,
                answered->event->date.end);
    nv_phrase_fill(&word, answered->phrases, NV_PHRASE_EXCHANGE_EDGE,
                   (const char *[]){what.text, date.text}, 2);
    draw_text(d, d->left,
              d->top[edge->from] - (below - 1) * line_height(d) -
                  d->look->font_size * 4 / 10,
              "normal", word.text, word.len);
    nv_buffer_release(&what);
    nv_buffer_release(&date);
    nv_buffer_release(&word);
}

int nv_exchange_draw(nv_buffer *out, const nv_exchange *exchange,
                     const nv_exchange_look *look)
{
    drawing d = {.exchange = exchange, .look = look, .out = out};
    int height;

    d.left = (int)(exchange->edge_count + 1) * lane_width(&d);
    height = place_boxes(&d);
    nv_buffer_add_format(out,
                         "<svg xmlns='http://www.w3.org/2000/svg' "
                         "width='%dpx' height='%dpx' viewBox='0 0 %d %d'>",
                         look->width, height, look->width, height);
    for (size_t i = 0; i < exchange->edge_count; i++)
        draw_arrow(&d, i);
    for (size_t i = 0; i < exchange->node_count; i++)
        draw_box(&d, i);
    for (size_t i = 0; i < exchange->edge_count; i++)
        draw_word(&d, i);
    nv_buffer_add_text(out, "</svg>");
    return height;
}
