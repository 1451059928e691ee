/* SPDX-License-Identifier: MPL-2.0 */
/* See find_style.h. */
#include "sidebar/find_style.h"

#include <string.h>

/* The document's own style goes before the one chosen. */
static nv_library *library_of(const nv_state *state)
{
    return state->document_library ? state->document_library : state->library;
}

static const nv_buffer *wanted_of(const nv_state *state)
{
    return state->document_library ? &state->document_style
                                   : &state->chosen_style;
}

static bool take(nv_state *state, nv_library *library, const char *id,
                 nv_error *err)
{
    state->style = nv_library_style(library, id, state->language, err);
    if (state->style)
        state->style_id = nv_library_find(library, id)->id;
    return state->style != NULL;
}

/* Of two troubles the first is told: the writer's own choice. */
void nv_find_style(nv_state *state)
{
    nv_error *trouble = &state->style_trouble, other = {0};
    const char *own = nv_library_usual_style(state->language);
    const nv_buffer *wanted = wanted_of(state);

    nv_error_clear(trouble);
    state->style = NULL;
    state->style_id = NULL;
    if (!state->library)
        return;
    if (wanted->len == 0)
        take(state, state->library, own, trouble);
    else if (!take(state, library_of(state), wanted->text, trouble))
        take(state, state->library, own, &other);
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
    const char *wanted = wanted_of(state)->text;
    const bool is_in_use =
        state->style_id && strcmp(state->style_id, wanted) == 0;

    for (size_t i = 0; i < count && is_in_use; i++)
        if (strcmp(nv_library_entry_at(state->library, i)->id, wanted) == 0)
            return (int)i + 1;
    return count > 0 && !is_in_use ? 0 : NV_STATE_NO_ROW;
}
