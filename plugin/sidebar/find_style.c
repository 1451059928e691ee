/* SPDX-License-Identifier: MPL-2.0 */
/* See find_style.h. */
#include "sidebar/find_style.h"

#include <string.h>

static bool take(nv_state *state, const char *id, nv_error *err)
{
    state->style = nv_library_style(state->library, id, state->language, err);
    if (state->style)
        state->style_id = nv_library_find(state->library, id)->id;
    return state->style != NULL;
}

/* Of two troubles the first is told: the writer's own choice. */
void nv_find_style(nv_state *state)
{
    nv_error *trouble = &state->style_trouble, other = {0};
    const char *own = nv_library_usual_style(state->language);

    nv_error_clear(trouble);
    state->style = NULL;
    state->style_id = NULL;
    if (!state->library)
        return;
    if (state->chosen_style.len == 0)
        take(state, own, trouble);
    else if (!take(state, state->chosen_style.text, trouble))
        take(state, own, &other);
}

bool nv_state_means(const nv_state *state, nv_means *means)
{
    const char *chosen = state->chosen_style.text;
    const bool is_there = state->chosen_style.len > 0 && state->library &&
                          nv_library_find(state->library, chosen);

    *means = (nv_means){.packs = state->packs, .library = state->library};
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        means->styles[i] =
            is_there ? chosen : nv_library_usual_style((nv_language)i);
    return means->packs && means->library;
}

int nv_state_style_row(const nv_state *state)
{
    size_t count = state->library ? nv_library_count(state->library) : 0;
    const char *chosen = state->chosen_style.text;

    for (size_t i = 0; i < count && state->style_id; i++)
        if (strcmp(state->style_id, chosen) == 0 &&
            strcmp(nv_library_entry_at(state->library, i)->id, chosen) == 0)
            return (int)i + 1;
    return count > 0 ? 0 : NV_STATE_NO_ROW;
}
