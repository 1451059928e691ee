/* SPDX-License-Identifier: MPL-2.0 */
/* See exchange.h: which documents belong to it, and their order. */
#include "sidebar/exchange.h"

#include <string.h>

#include "base/array.h"
#include "sidebar/say.h"
#include "sidebar/say_parts.h"
#include "sidebar/vocabulary.h"

/* What makes an exchange, in the order in which one says more than another.
 * `type` is what the answer does, whichever side records it. */
static const struct {
    const char *recorded, *type;
    bool is_inverse;
} links[] = {
    {"refuses", "refuses", false},       {"refused-by", "refuses", true},
    {"replies-to", "replies-to", false}, {"answered-by", "replies-to", true},
    {"protests", "protests", false},     {"protested-by", "protests", true},
};

static size_t link_of(const char *recorded)
{
    size_t i = 0;

    while (i < NV_COUNT_OF(links) && strcmp(links[i].recorded, recorded) != 0)
        i++;
    return i;
}

/* The number of the node, which is added if need be; NV_EXCHANGE_NODES where
 * there is no room. */
static size_t node_of(nv_exchange *exchange, const nv_event *event,
                      const nv_registry *registry)
{
    size_t i = 0;

    while (i < exchange->node_count && exchange->nodes[i].event != event)
        i++;
    if (i < exchange->node_count || i == NV_EXCHANGE_NODES)
        return i;
    exchange->nodes[i] = exchange->nodes[0];
    exchange->nodes[i].event = event;
    exchange->nodes[i].registry = registry;
    exchange->node_count++;
    return i;
}

/* Of two words for one answer the weightier stays: who refuses replies, too. */
static void add_edge(nv_exchange *exchange, size_t from, size_t to, size_t link)
{
    size_t i = 0;

    while (i < exchange->edge_count &&
           (exchange->edges[i].from != from || exchange->edges[i].to != to))
        i++;
    if (i == NV_EXCHANGE_EDGES)
        return;
    if (i == exchange->edge_count)
        exchange->edge_count++;
    else if (link_of(exchange->edges[i].type) <= link)
        return;
    exchange->edges[i] = (nv_exchange_edge){from, to, links[link].type};
}

static void follow(nv_exchange *exchange, size_t node)
{
    const nv_reading reading = exchange->nodes[node];

    for (size_t i = 0; i < reading.event->relation_count; i++) {
        const size_t link = link_of(reading.event->relations[i].type);
        const nv_registry *registry = NULL;
        const nv_event *target = link < NV_COUNT_OF(links)
                                     ? nv_reading_target(&reading, i, &registry)
                                     : NULL;
        const size_t other =
            target ? node_of(exchange, target, registry) : NV_EXCHANGE_NODES;

        if (other == NV_EXCHANGE_NODES)
            continue;
        if (links[link].is_inverse)
            add_edge(exchange, other, node, link);
        else
            add_edge(exchange, node, other, link);
    }
}

static bool is_later(const nv_reading *a, const nv_reading *b)
{
    return strcmp(a->event->date.iso, b->event->date.iso) > 0;
}

/* Changes the places of two neighbours. */
static void swap(nv_exchange *exchange, size_t first)
{
    const size_t second = first + 1;
    const nv_reading kept = exchange->nodes[first];
    size_t *places[2 * NV_EXCHANGE_EDGES + 1] = {&exchange->chosen};
    size_t count = 1;

    exchange->nodes[first] = exchange->nodes[second];
    exchange->nodes[second] = kept;
    for (size_t i = 0; i < exchange->edge_count; i++) {
        places[count++] = &exchange->edges[i].from;
        places[count++] = &exchange->edges[i].to;
    }
    for (size_t i = 0; i < count; i++)
        if (*places[i] == first || *places[i] == second)
            *places[i] = first + second - *places[i];
}

static void sort(nv_exchange *exchange)
{
    for (size_t end = exchange->node_count; end > 1; end--)
        for (size_t i = 0; i + 1 < end; i++)
            if (is_later(&exchange->nodes[i], &exchange->nodes[i + 1]))
                swap(exchange, i);
}

bool nv_exchange_find(nv_exchange *exchange, const nv_reading *reading)
{
    memset(exchange, 0, sizeof *exchange);
    exchange->nodes[0] = *reading;
    exchange->node_count = 1;
    for (size_t i = 0; i < exchange->node_count; i++)
        follow(exchange, i);
    sort(exchange);
    return exchange->edge_count > 0;
}

/* Sentences */

static void say_edge(nv_buffer *out, const nv_exchange *exchange,
                     const nv_exchange_edge *edge)
{
    const nv_reading *answered = &exchange->nodes[edge->to];
    nv_buffer what = NV_BUFFER_INIT, date = NV_BUFFER_INIT;

    nv_say_term(&what, answered->phrases, NV_PHRASE_RELATIONS, edge->type);
    nv_say_span(&date, answered->phrases, answered->event->date.iso,
                answered->event->date.end);
    nv_buffer_add_char(out, ' ');
    nv_phrase_fill(out, answered->phrases, NV_PHRASE_EXCHANGE_EDGE,
                   (const char *[]){what.text, date.text}, 2);
    nv_buffer_release(&what);
    nv_buffer_release(&date);
}

void nv_exchange_say(nv_buffer *out, const nv_exchange *exchange)
{
    for (size_t i = 0; i < exchange->node_count; i++) {
        const nv_reading *node = &exchange->nodes[i];
        nv_buffer date = NV_BUFFER_INIT, who = NV_BUFFER_INIT;

        nv_say_span(&date, node->phrases, node->event->date.iso,
                    node->event->date.end);
        nv_exchange_who(&who, node);
        nv_say_new_line(out);
        nv_phrase_fill(out, node->phrases, NV_PHRASE_EXCHANGE_NODE,
                       (const char *[]){date.text, who.text}, 2);
        for (size_t k = 0; k < exchange->edge_count; k++)
            if (exchange->edges[k].from == i)
                say_edge(out, exchange, &exchange->edges[k]);
        nv_buffer_release(&date);
        nv_buffer_release(&who);
    }
}

void nv_exchange_who(nv_buffer *out, const nv_reading *node)
{
    const nv_document *document = &node->event->document;
    const char *from = nv_reading_in(node, &document->from);
    const char *to = nv_reading_in(node, &document->to);

    if (from && to)
        nv_say_filled(out, node->phrases, NV_PHRASE_WHO, from, to);
    else
        nv_buffer_add_text(out, nv_reading_in(node, &node->event->title));
}
