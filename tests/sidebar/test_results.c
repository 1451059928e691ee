/* SPDX-License-Identifier: MPL-2.0 */
/* The rows of the list of results, their places, their lines, and what was
 * understood of the query. */
#include "small.h"

#include <limits.h>

#include "base/array.h"
#include "sidebar/result_lines.h"
#include "sidebar/result_plan.h"
#include "sidebar/understood.h"

/* A state of hits with these dates, best first, and no registry. */
static nv_state state_of(nv_hit hits[], const char *const dates[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        hits[i] = (nv_hit){.card = {.date = dates[i]}};
    return (nv_state){.hits = hits,
                      .hit_count = count,
                      .hit_known = count,
                      .hit_total = count};
}

/* "1954(2) 1 0 1955(1) 2": headings with their number, hits by rank. */
static const char *drawn(const nv_result_rows *rows)
{
    static nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_truncate(&text, 0);
    for (size_t i = 0; i < rows->count; i++) {
        const nv_result_row *row = &rows->row[i];

        nv_buffer_add_text(&text, i > 0 ? " " : "");
        if (row->kind == NV_RESULT_YEAR)
            nv_buffer_add_format(&text, "%d(%zu)", row->year, row->count);
        else if (row->kind == NV_RESULT_MORE)
            nv_buffer_add_text(&text, "more");
        else
            nv_buffer_add_format(&text, "%zu", row->hit);
    }
    return text.text;
}

static void hits_stand_in_order_of_time_under_their_years(void **unused)
{
    static const char *const dates[] = {"1954-05-07", "1949", "1954-03-31",
                                        "1954-05-07", "1954-03"};
    nv_hit hits[5];
    nv_state state = state_of(hits, dates, 5);
    nv_result_rows rows = {0};

    (void)unused;
    CHECK(nv_result_rows_make(&rows, &state), "made");
    CHECK_STR(drawn(&rows), "1949(1) 1 1954(4) 4 2 0 3", "rows");
    CHECK(nv_result_row_of(&rows, 0) == 5, "the best hit's row");
    CHECK(nv_result_row_of(&rows, NV_STATE_NO_ROW) == rows.count, "none's");
    state.hit_known = 9;
    CHECK(nv_result_rows_make(&rows, &state), "made anew");
    CHECK_STR(drawn(&rows), "1949(1) 1 1954(4) 4 2 0 3 more",
              "a row for those that are not shown");
    state.hit_count = state.hit_known = 0;
    CHECK(nv_result_rows_make(&rows, &state) && rows.count == 0, "no hits");
    nv_result_rows_release(&rows);
}

static void keys_pass_over_headings_and_stop_at_the_ends(void **unused)
{
    static const char *const dates[] = {"1954", "1949", "1954-03-31"};
    static const struct {
        const char *label;
        size_t from;
        int steps;
        size_t to;
    } cases[] = {
        {"down over a heading", 1, 1, 3},
        {"up over a heading", 3, -1, 1},
        {"above the first", 1, -1, 1},
        {"below the last", 4, 1, 4},
        {"home", 4, -INT_MAX, 1},
        {"end", 1, INT_MAX, 4},
        {"down from nowhere", 5, 1, 1},
        {"up from nowhere", 5, -1, 4},
        {"no step", 3, 0, 3},
    };
    nv_hit hits[3];
    nv_state state = state_of(hits, dates, 3);
    nv_result_rows rows = {0};

    (void)unused;
    nv_result_rows_make(&rows, &state);
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        CHECK(nv_result_rows_step(&rows, cases[i].from, cases[i].steps) ==
                  cases[i].to,
              cases[i].label);
    nv_result_rows_release(&rows);
    CHECK(nv_result_rows_step(&rows, 0, 1) == 0, "nothing to come to");
}

/* Headings are 14 pixels high and hits 24. */
static const nv_result_metrics metrics = {.line = 10, .pad = 2};

static void rows_have_their_places(void **unused)
{
    static const char *const dates[] = {"1954", "1949"};
    nv_hit hits[2];
    nv_state state = state_of(hits, dates, 2);
    nv_result_rows rows = {0};
    nv_result_plan plan = {0};

    (void)unused;
    CHECK(nv_result_plan_height(&plan) == 0, "nothing has no height");
    nv_result_rows_make(&rows, &state);
    CHECK(nv_result_plan_make(&plan, &rows, metrics), "made");
    CHECK(nv_result_plan_height(&plan) == 76, "height");
    CHECK(nv_result_plan_at(&plan, 0) == 0, "the first heading");
    CHECK(nv_result_plan_at(&plan, 13) == 0, "its last pixel");
    CHECK(nv_result_plan_at(&plan, 14) == 1, "the first hit");
    CHECK(nv_result_plan_at(&plan, 75) == 3, "the last pixel");
    CHECK(nv_result_plan_at(&plan, 76) == 4, "below");
    CHECK(nv_result_plan_at(&plan, -1) == 4, "above");
    nv_result_plan_release(&plan);
    nv_result_rows_release(&rows);
}

static void the_window_scrolls_as_little_as_it_takes(void **unused)
{
    static const char *const dates[] = {"1941", "1942", "1943", "1944", "1945"};
    static const struct {
        const char *label;
        size_t row;
        int scroll, height, wanted;
    } cases[] = {
        {"a row that is seen", 1, 0, 76, 0},
        {"a row below, at the bottom", 5, 0, 76, 38},
        {"a row above, with its heading", 3, 100, 76, 38},
        {"no room for the heading", 5, 0, 30, 90},
        {"beyond the end", 9, 500, 76, 114},
        {"all fit", 9, 50, 400, 0},
        {"no row", 10, 500, 76, 114},
    };
    nv_hit hits[5];
    nv_state state = state_of(hits, dates, 5);
    nv_result_rows rows = {0};
    nv_result_plan plan = {0};

    (void)unused;
    nv_result_rows_make(&rows, &state);
    nv_result_plan_make(&plan, &rows, metrics);
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        CHECK(nv_result_plan_reveal(&plan, &rows, cases[i].row, cases[i].scroll,
                                    cases[i].height) == cases[i].wanted,
              cases[i].label);
    CHECK(nv_result_plan_page(&plan, &rows, 1, 90, true) == 5, "a page down");
    CHECK(nv_result_plan_page(&plan, &rows, 9, 90, false) == 5, "a page up");
    CHECK(nv_result_plan_page(&plan, &rows, 9, 90, true) == 9, "at the end");
    CHECK(nv_result_plan_page(&plan, &rows, 1, 5, true) == 3,
          "a window too low for a page");
    nv_result_plan_release(&plan);
    nv_result_rows_release(&rows);
}

/* Lines */

static nv_marked_line line_of(const char *text, size_t first, size_t len)
{
    nv_marked_line line = {.marks = {{first, len}}, .mark_count = len > 0};

    nv_buffer_init(&line.text);
    nv_buffer_add_text(&line.text, text);
    return line;
}

static void a_line_is_cut_before_its_first_mark(void **unused)
{
    static const struct {
        const char *label, *text;
        size_t first, len, room;
        const char *wanted;
        size_t moved;
    } cases[] = {
        {"it fits", "a note to all", 2, 4, 20, "a note to all", 2},
        {"without a mark", "a long long line", 0, 0, 5, "a long long line", 0},
        {"at a space", "one two three four", 14, 4, 12, "…three four", 9},
        {"no room but for the mark", "one two three", 8, 5, 2, "…three", 3},
        {"no space", "onetwothree", 6, 5, 4, "onetwothree", 6},
        {"letters of two bytes", "éé éé note", 10, 4, 8, "…éé note", 8},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_marked_line line =
            line_of(cases[i].text, cases[i].first, cases[i].len);

        nv_marked_line_cut(&line, cases[i].room);
        CHECK_STR(line.text.text, cases[i].wanted, cases[i].label);
        CHECK(line.mark_count == 0 || line.marks[0].first == cases[i].moved,
              cases[i].label);
        nv_buffer_release(&line.text);
    }
}

static const char *marked(const nv_marked_line *line)
{
    static nv_buffer text = NV_BUFFER_INIT;
    size_t from = 0;

    nv_buffer_truncate(&text, 0);
    for (size_t i = 0; i < line->mark_count; i++) {
        const struct nv_mark *mark = &line->marks[i];

        nv_buffer_add(&text, line->text.text + from, mark->first - from);
        nv_buffer_add_format(&text, "[%.*s]", (int)mark->len,
                             line->text.text + mark->first);
        from = mark->first + mark->len;
    }
    nv_buffer_add_text(&text, line->text.text + from);
    return text.text;
}

static void a_hit_has_two_lines_with_marks(void **state_)
{
    static const struct {
        const char *label, *query, *first, *second;
    } cases[] = {
        {"the title matched, people below", "reply refusing",
         "7 May - [Reply] [refusing] the Soviet proposals", "Anthony Eden"},
        {"the words matched", "completely",
         "7 May - Reply refusing the Soviet proposals", "[completely] unreal"},
        {"no people: the parties", "kind:note",
         "31 March - Soviet [note] on collective security (pages not checked)",
         "Soviet Union"},
    };
    nv_state state;

    nv_state_init(&state, *state_, NV_TONGUE_EN);
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_result_lines lines;

        type_query(&state, cases[i].query);
        CHECK(state.hit_count > 0, cases[i].label);
        nv_result_lines_make(&lines, &english, &state, 0);
        CHECK_STR(marked(&lines.line[0]), cases[i].first, cases[i].label);
        CHECK_STR(marked(&lines.line[1]), cases[i].second, cases[i].label);
        nv_result_lines_release(&lines);
    }
    nv_state_release(&state);
}

/* The query */

static void only_what_is_more_than_words_is_told(void **unused)
{
    static const struct {
        const char *label, *described, *wanted;
    } cases[] = {
        {"nothing", "", ""},
        {"words", "molotov nat*", ""},
        {"a phrase", "\"open door\" nat*", ""},
        {"a year as it was typed", "1954 nato", ""},
        {"a day", "1954-03-31", "Understood: on 31 March 1954"},
        {"a span", "1949..1955-12-31",
         "Understood: on 1949 to 31 December 1955"},
        {"a party and words", "party:\"soviet union\" note*",
         "Understood: party soviet union; 'note'"},
        {"excluded", "note -berlin", "Understood: 'note'; without 'berlin'"},
        {"an excluded field", "-kind:treaty",
         "Understood: without kind treaty"},
        {"the span of a field", "from:1949 to:1955-12-31",
         "Understood: from 1949; until 31 December 1955"},
        {"a month", "year:1954-05", "Understood: within May 1954"},
        {"the others", "by:eden place:moscow lang:fr",
         "Understood: by eden; place moscow; in fr"},
        {"a field without a value", "kind:", "Understood: kind "},
        {"a mark that is not closed", "party:\"soviet",
         "Understood: party soviet"},
    };
    nv_buffer text = NV_BUFFER_INIT;

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_buffer_truncate(&text, 0);
        nv_say_conditions(&text, &english, cases[i].described);
        CHECK_STR(text.text, cases[i].wanted, cases[i].label);
    }
    nv_buffer_release(&text);
}

static void what_was_understood_follows_the_query(void **state_)
{
    nv_state state;

    nv_state_init(&state, *state_, NV_TONGUE_EN);
    CHECK_STR(said(nv_say_understood, &state), "", "before a search");
    type_query(&state, "party:\"Soviet Union\" year:1954");
    CHECK_STR(said(nv_say_understood, &state),
              "Understood: party soviet union; within 1954", "conditions");
    type_query(&state, "xyzzyx");
    CHECK_STR(said(nv_say_found, &state), "None found.", "nothing is found");
    type_query(&state, "");
    CHECK_STR(said(nv_say_understood, &state), "", "nothing is typed");
    nv_state_release(&state);
}

static void more_hits_are_shown_on_demand(void **unused)
{
    nv_state state = {.hit_count = NV_STATE_ROWS, .hit_known = 812};

    (void)unused;
    CHECK(nv_state_has_more(&state), "there are more");
    nv_state_show_more(&state);
    CHECK(state.hit_count == 2 * NV_STATE_ROWS, "as many again");
    nv_state_show_more(&state);
    CHECK(state.hit_count == 812 && !nv_state_has_more(&state), "all");
}

static int set_up(void **state)
{
    nv_packs *packs;

    if (make_folder(state) != 0)
        return -1;
    write_small("core.nvpack", "core");
    packs = nv_packs_new(NULL, NULL);
    if (!packs || !nv_packs_add(packs, at("core.nvpack"), NULL))
        return -1;
    *state = packs;
    return 0;
}

static int tear_down(void **state)
{
    nv_packs_free(*state);
    return remove_folder(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hits_stand_in_order_of_time_under_their_years),
        cmocka_unit_test(keys_pass_over_headings_and_stop_at_the_ends),
        cmocka_unit_test(rows_have_their_places),
        cmocka_unit_test(the_window_scrolls_as_little_as_it_takes),
        cmocka_unit_test(a_line_is_cut_before_its_first_mark),
        cmocka_unit_test(a_hit_has_two_lines_with_marks),
        cmocka_unit_test(only_what_is_more_than_words_is_told),
        cmocka_unit_test(what_was_understood_follows_the_query),
        cmocka_unit_test(more_hits_are_shown_on_demand),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
