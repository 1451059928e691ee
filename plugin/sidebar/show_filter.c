/* SPDX-License-Identifier: MPL-2.0 */
/* See show_filter.h. */
#include "sidebar/show_filter.h"

#include <stdlib.h>

#include "sidebar/say.h"
#include "sidebar/show.h"

static const nv_control lists[NV_FILTER_LISTS] = {
    [NV_FILTER_PERIOD] = NV_CONTROL_PERIOD,
    [NV_FILTER_KIND] = NV_CONTROL_KIND,
    [NV_FILTER_PARTY] = NV_CONTROL_PARTY,
    [NV_FILTER_LANGUAGE] = NV_CONTROL_LANGUAGE,
    [NV_FILTER_PACK] = NV_CONTROL_PACK,
};

nv_filter_list nv_show_filter_list(nv_control id)
{
    nv_filter_list list = 0;

    while (list < NV_FILTER_LISTS && lists[list] != id)
        list++;
    return list;
}

static rtl_uString *row_text(const nv_phrases *phrases, const nv_state *state,
                             nv_filter_list list, const nv_pick *pick)
{
    nv_buffer text = NV_BUFFER_INIT;
    rtl_uString *string;

    nv_say_pick(&text, phrases, state, list, pick);
    string = nv_uno_string(text.text);
    nv_buffer_release(&text);
    return string;
}

/* The first row picks nothing. */
static void show_list(const nv_controls *controls, const nv_phrases *phrases,
                      const nv_state *state, nv_filter_list list,
                      nv_pick picks[])
{
    int picked;
    size_t count = nv_filtering_rows(&state->filtering, state->finder, list,
                                     picks, &picked);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    rows = nv_uno_string_seq_new(NULL, (sal_Int32)count + 1);

    count = (size_t)nv_uno_string_seq_len(rows);
    for (size_t i = 0; i < count; i++)
        nv_uno_string_seq_at(rows)[i] =
            row_text(phrases, state, list, i > 0 ? &picks[i - 1] : NULL);
    nv_controls_set_rows(controls, lists[list], rows);
    nv_controls_select(controls, lists[list], picked);
}

/* While years are typed, the field is left alone: "1949-" means what "1949–"
 * does. */
static void show_years(const nv_controls *controls, const nv_state *state)
{
    char *typed = nv_controls_text(controls, NV_CONTROL_YEARS);
    nv_filtering read = {.first_year = 0};
    nv_buffer years = NV_BUFFER_INIT;

    if (!typed || !nv_filtering_type_years(&read, typed) ||
        read.first_year != state->filtering.first_year ||
        read.last_year != state->filtering.last_year) {
        nv_filtering_add_years(&state->filtering, &years);
        nv_controls_set_text(controls, NV_CONTROL_YEARS, years.text);
    }
    nv_buffer_release(&years);
    free(typed);
}

static void show_lists(const nv_controls *controls, const nv_phrases *phrases,
                       nv_state *state)
{
    nv_pick *picks = malloc(NV_FILTER_ROWS * sizeof *picks);
    nv_buffer wording = NV_BUFFER_INIT;

    if (picks && nv_state_count(state))
        for (nv_filter_list list = 0; list < NV_FILTER_LISTS; list++)
            show_list(controls, phrases, state, list, picks);
    free(picks);
    show_years(controls, state);
    nv_say_with_wording(&wording, phrases, state);
    nv_controls_set_button(controls, NV_CONTROL_WITH_WORDING, wording.text);
    nv_controls_tick(controls, NV_CONTROL_WITH_WORDING,
                     state->filtering.has_wording);
    nv_controls_enable(controls, NV_CONTROL_FILTER_CLEAR,
                       !nv_filtering_is_empty(&state->filtering));
    nv_buffer_release(&wording);
}

bool nv_show_filter(const nv_controls *controls, const nv_phrases *phrases,
                    nv_state *state, bool is_open)
{
    nv_buffer said = NV_BUFFER_INIT;
    bool is_changed;

    if (!is_open)
        nv_say_filter(&said, phrases, state);
    is_changed = nv_show_label(controls, NV_CONTROL_FILTER_SAID, said.text);
    nv_buffer_release(&said);
    nv_controls_tick(controls, NV_CONTROL_FILTER, is_open);
    if (is_open)
        show_lists(controls, phrases, state);
    return is_changed;
}
