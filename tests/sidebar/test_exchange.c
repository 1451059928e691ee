/* SPDX-License-Identifier: MPL-2.0 */
/* The exchange that an event stands in, from the registry that is shipped. */
#include "properties.h"

#include <libxml/parser.h>

#include "base/array.h"
#include "registry/packs.h"
#include "sidebar/exchange.h"

static nv_packs *packs;
static nv_phrases english;

static const nv_exchange_look look = {
    .text = 0x102030,
    .field = 0xFFFFFF,
    .line = 0x405060,
    .mark = 0xAA0000,
    .font = "A \"quoted\" & <odd> font",
    .font_size = 12,
    .width = 240,
};

static int open_registry(void **state)
{
    (void)state;
    packs = nv_packs_new(NULL, NULL);
    english = read_phrases("en_US");
    return nv_packs_add(packs, NV_BUILD "/registry.xml.gz", NULL) ? 0 : -1;
}

static int close_registry(void **state)
{
    (void)state;
    nv_packs_free(packs);
    return 0;
}

static nv_reading read_event(const nv_event *event)
{
    return (nv_reading){&english, NV_LANGUAGE_EN, packs, nv_packs_own(packs),
                        event};
}

static nv_reading read_id(const char *id)
{
    const nv_registry *registry = NULL;
    const nv_event *event = nv_packs_event(packs, id, &registry, NULL);

    assert_non_null(event);
    return read_event(event);
}

static void the_refusal_of_1954_stands_with_the_note_it_refuses(void **unused)
{
    const nv_reading reading = read_id("1954-05-07-tripartite-reply");
    nv_exchange exchange;
    nv_buffer said = NV_BUFFER_INIT;

    (void)unused;
    CHECK(nv_exchange_find(&exchange, &reading), "an exchange");
    CHECK_STR(exchange.nodes[exchange.chosen].event->id, reading.event->id,
              "the event that is read");
    CHECK_STR(exchange.nodes[0].event->id, "1954-03-31-soviet-note",
              "the earliest first");
    CHECK_STR(exchange.edges[0].type, "refuses", "who refuses replies, too");
    nv_exchange_say(&said, &exchange);
    CHECK(strstr(said.text, "Refuses: 31 March 1954"), "said in words");
    CHECK(strstr(said.text, " → the Soviet Government."), "who wrote to whom");
    nv_buffer_release(&said);
}

static void both_sides_of_an_answer_know_the_same_exchange(void **unused)
{
    const nv_reading reply = read_id("1954-05-07-tripartite-reply");
    const nv_reading note = read_id("1954-03-31-soviet-note");
    nv_exchange of_reply, of_note;

    (void)unused;
    CHECK(nv_exchange_find(&of_reply, &reply), "of the reply");
    CHECK(nv_exchange_find(&of_note, &note), "of the note");
    assert_int_equal(of_reply.node_count, of_note.node_count);
    for (size_t i = 0; i < of_note.node_count; i++)
        CHECK(of_note.nodes[i].event == of_reply.nodes[i].event, "node");
}

/* The picture must be XML whatever it says, no higher than it says, and its
 * arrows must lie inside. */
static void check_picture(const nv_exchange *exchange, int width)
{
    nv_exchange_look narrow = look;
    nv_buffer svg = NV_BUFFER_INIT;
    char size[60];
    int height;
    xmlDoc *document;

    narrow.width = width;
    height = nv_exchange_draw(&svg, exchange, &narrow);
    snprintf(size, sizeof size, "width='%dpx' height='%dpx'", width, height);
    CHECK(strstr(svg.text, size), "its size");
    CHECK(height > 0 && height < 2000, "a height");
    CHECK(!strstr(svg.text, "H-") && !strstr(svg.text, "V-"), "inside");
    document = xmlReadMemory(svg.text, (int)svg.len, "svg", NULL, 0);
    assert_non_null(document);
    xmlFreeDoc(document);
    nv_buffer_release(&svg);
}

static void every_exchange_is_drawn_at_any_width(void **unused)
{
    const nv_registry *registry = nv_packs_own(packs);
    size_t drawn = 0;

    (void)unused;
    for (size_t i = 0; i < nv_registry_event_count(registry); i++) {
        const nv_reading reading =
            read_event(nv_registry_event(registry, i, NULL));
        nv_exchange exchange;

        if (!nv_exchange_find(&exchange, &reading))
            continue;
        CHECK(exchange.node_count >= 2, "two documents at least");
        CHECK(exchange.node_count <= NV_EXCHANGE_NODES, "not too many");
        check_picture(&exchange, 150);
        check_picture(&exchange, 600);
        drawn++;
    }
    CHECK(drawn >= 20, "exchanges of the registry");
}

static void nothing_that_answers_nothing_has_an_exchange(void **unused)
{
    nv_event alone = *read_id("1954-05-07-tripartite-reply").event;
    const nv_reading reading = read_event(&alone);
    nv_exchange exchange;

    (void)unused;
    alone.relation_count = 0;
    CHECK(!nv_exchange_find(&exchange, &reading), "no exchange");
}

static void a_refusal_is_dashed_and_named(void **unused)
{
    const nv_reading reading = read_id("1954-05-07-tripartite-reply");
    nv_exchange exchange;
    nv_buffer svg = NV_BUFFER_INIT;

    (void)unused;
    nv_exchange_find(&exchange, &reading);
    nv_exchange_draw(&svg, &exchange, &look);
    CHECK(strstr(svg.text, "stroke-dasharray"), "its arrow");
    CHECK(strstr(svg.text, ">Refuses: 31 March 1954<"), "its word");
    CHECK(strstr(svg.text, "#aa0000"), "the event that is read is marked");
    nv_buffer_release(&svg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_refusal_of_1954_stands_with_the_note_it_refuses),
        cmocka_unit_test(both_sides_of_an_answer_know_the_same_exchange),
        cmocka_unit_test(every_exchange_is_drawn_at_any_width),
        cmocka_unit_test(nothing_that_answers_nothing_has_an_exchange),
        cmocka_unit_test(a_refusal_is_dashed_and_named),
    };

    return cmocka_run_group_tests(tests, open_registry, close_registry);
}
