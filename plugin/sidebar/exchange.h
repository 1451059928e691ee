/* SPDX-License-Identifier: MPL-2.0 */
/* The exchange that an event stands in: who wrote to whom, what was answered,
 * what was refused; as sentences and as a small picture. Plain C: no UNO. */
#ifndef NV_SIDEBAR_EXCHANGE_H
#define NV_SIDEBAR_EXCHANGE_H

#include "sidebar/reading.h"

enum {
    NV_EXCHANGE_NODES = 8, /* events shown at most, those nearest first */
    NV_EXCHANGE_EDGES = 12
};

/* One document answers another. */
typedef struct {
    size_t from, to;  /* nodes: the answer, and what it answers */
    const char *type; /* "replies-to", "refuses" or "protests"; static */
} nv_exchange_edge;

/* Borrows from the packs of what is read. */
typedef struct {
    nv_reading nodes[NV_EXCHANGE_NODES]; /* in order of date */
    size_t node_count;
    size_t chosen; /* the event that is read */
    nv_exchange_edge edges[NV_EXCHANGE_EDGES];
    size_t edge_count;
} nv_exchange;

/* Follows answers and refusals from the event on, both ways. Returns false
 * where nothing answers it and it answers nothing. */
bool nv_exchange_find(nv_exchange *exchange, const nv_reading *reading);

/* Who wrote to whom, or the title of what was not written to anybody. */
void nv_exchange_who(nv_buffer *out, const nv_reading *node);

/* A line for each document: its date, who wrote to whom, and what it answers or
 * refuses. */
void nv_exchange_say(nv_buffer *out, const nv_exchange *exchange);

/* How the picture is drawn: colours as 0xRRGGBB, sizes in pixels. */
typedef struct {
    unsigned text, field, line, mark; /* mark: the event that is read */
    const char *font;                 /* a family, UTF-8 */
    int font_size;
    int width;
} nv_exchange_look;

/* Adds an SVG document and returns its height in pixels. It has no text of its
 * own: each box has the date and who wrote to whom, each arrow its word. */
int nv_exchange_draw(nv_buffer *out, const nv_exchange *exchange,
                     const nv_exchange_look *look);

#endif
