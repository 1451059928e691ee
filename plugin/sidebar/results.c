/* SPDX-License-Identifier: MPL-2.0 */
/* See results.h. */
#include "sidebar/results.h"

#include <stdio.h>
#include <stdlib.h>

#include "sidebar/results_painted.h"
#include "sidebar/results_parts.h"
#include "sidebar/results_tree.h"
#include "sidebar/say.h"

struct nv_results {
    nv_controls *controls; /* borrowed */
    const nv_results_actions *actions;
    void *self;            /* borrowed */
    nv_results_tree *tree; /* owned, as the next */
    nv_results_painted *painted;
    nv_look look;
    nv_result_rows rows;
    const nv_phrases *phrases; /* borrowed, as the next; NULL at first */
    const nv_state *state;
};

void nv_results_say(nv_buffer *out, const nv_phrases *phrases,
                    const nv_state *state, const nv_result_row *row)
{
    static const nv_phrase headings[] = {
        [NV_RESULT_YEAR] = NV_PHRASE_YEAR,
        [NV_RESULT_RECENT] = NV_PHRASE_RECENT,
        [NV_RESULT_STARRED] = NV_PHRASE_STARRED,
        [NV_RESULT_MORE] = NV_PHRASE_SHOW_MORE,
    };
    const bool is_year = row->kind == NV_RESULT_YEAR;
    char numbers[2][24];
    const char *values[] = {numbers[0], numbers[1]};

    if (row->kind == NV_RESULT_HIT) {
        nv_say_row(out, phrases, state, row->hit);
        return;
    }
    snprintf(numbers[0], sizeof numbers[0], "%zu",
             is_year                       ? (size_t)row->year
             : row->kind == NV_RESULT_MORE ? state->hit_count
                                           : row->count);
    snprintf(numbers[1], sizeof numbers[1], "%zu",
             is_year ? row->count : state->hit_total);
    nv_phrase_fill(out, phrases, headings[row->kind], values, 2);
}

/* What the looks tell */

static void on_row(void *self, size_t row)
{
    nv_results *results = self;

    if (row >= results->rows.count)
        return;
    if (results->rows.row[row].kind == NV_RESULT_MORE)
        results->actions->more(results->self);
    else
        results->actions->chosen(results->self,
                                 (int)results->rows.row[row].hit);
}

static void on_pressed(void *self)
{
    nv_results *results = self;

    if (nv_results_is_at_hit(results))
        results->actions->inserted(results->self);
}

/* Life */

nv_results *nv_results_new(css_uno_XComponentContext *context,
                           nv_controls *controls,
                           const nv_results_actions *actions, void *self,
                           void *holder, nv_error *err)
{
    nv_results *results = calloc(1, sizeof *results);
    css_awt_XWindow *tree = controls->window[NV_CONTROL_RESULTS];
    const nv_results_told told = {.row = on_row,
                                  .pressed = on_pressed,
                                  .self = results,
                                  .holder = holder};

    if (!results) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory for the list of results");
        return NULL;
    }
    results->controls = controls;
    results->actions = actions;
    results->self = self;
    results->tree = nv_results_tree_new(context, tree, &told, err);
    results->painted =
        nv_results_painted_new(context, controls->panel, tree, &told, err);
    if (!results->tree || !results->painted) {
        nv_results_free(results);
        return NULL;
    }
    controls->window[NV_CONTROL_PAINTED] =
        nv_results_painted_window(results->painted);
    controls->is_hidden[NV_CONTROL_PAINTED] = true;
    return results;
}

void nv_results_free(nv_results *results)
{
    if (!results)
        return;
    nv_results_tree_free(results->tree);
    nv_results_painted_free(results->painted);
    nv_result_rows_release(&results->rows);
    free(results);
}

/* Showing */

static void show(nv_results *results)
{
    const size_t row = nv_result_row_of(&results->rows, results->state->row);

    if (results->look == NV_LOOK_TREE)
        nv_results_tree_show(results->tree, results->phrases, results->state,
                             &results->rows, row);
    else
        nv_results_painted_show(results->painted, results->phrases,
                                results->state, &results->rows, row);
}

void nv_results_show(nv_results *results, const nv_phrases *phrases,
                     const nv_state *state)
{
    if (!results)
        return;
    results->phrases = phrases;
    results->state = state;
    nv_result_rows_make(&results->rows, state);
    show(results);
}

bool nv_results_use_look(nv_results *results, nv_look look)
{
    if (!results || look == results->look)
        return false;
    results->look = look;
    nv_controls_show(results->controls, NV_CONTROL_RESULTS,
                     look == NV_LOOK_TREE);
    nv_controls_show(results->controls, NV_CONTROL_PAINTED,
                     look == NV_LOOK_PAINTED);
    if (results->state)
        show(results);
    return true;
}

nv_look nv_results_look(const nv_results *results)
{
    return results ? results->look : NV_LOOK_TREE;
}

nv_control nv_results_control(const nv_results *results)
{
    return nv_results_look(results) == NV_LOOK_TREE ? NV_CONTROL_RESULTS
                                                    : NV_CONTROL_PAINTED;
}

bool nv_results_key(nv_results *results, const css_awt_KeyEvent *event)
{
    return results && results->look == NV_LOOK_PAINTED &&
           nv_results_painted_key(results->painted, event);
}

bool nv_results_is_at_hit(const nv_results *results)
{
    const size_t row = results->look == NV_LOOK_TREE
                           ? nv_results_tree_row(results->tree)
                           : nv_results_painted_row(results->painted);

    return row < results->rows.count &&
           results->rows.row[row].kind == NV_RESULT_HIT;
}
