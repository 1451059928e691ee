/* SPDX-License-Identifier: MPL-2.0 */
/* See editing.h. */
#include "sidebar/editing.h"

#include <string.h>

static void set_text(nv_buffer *buffer, const char *text)
{
    nv_buffer_truncate(buffer, 0);
    nv_buffer_add_text(buffer, text);
}

void nv_editing_init(nv_editing *editing, nv_tongue words)
{
    memset(editing, 0, sizeof *editing);
    nv_state_init(&editing->state, NULL, words);
    nv_buffer_init(&editing->name);
    nv_buffer_init(&editing->left);
    nv_buffer_init(&editing->offered);
    nv_buffer_init(&editing->text);
    nv_buffer_init(&editing->trouble);
    nv_buffer_init(&editing->own);
}

void nv_editing_release(nv_editing *editing)
{
    nv_state_release(&editing->state);
    nv_buffer_release(&editing->name);
    nv_buffer_release(&editing->left);
    nv_buffer_release(&editing->offered);
    nv_buffer_release(&editing->text);
    nv_buffer_release(&editing->trouble);
    nv_buffer_release(&editing->own);
}

nv_state *nv_editing_shown(nv_editing *editing, nv_state *search)
{
    return editing->mode == NV_MODE_SEARCH ? search : &editing->state;
}

/* Another state with the packs, styles and wishes of the search. */
static void take(nv_editing *editing, const nv_state *search,
                 const nv_registry *registry, const nv_citation *citation)
{
    const nv_tongue words = search->tongue;

    nv_state_release(&editing->state);
    nv_state_init(&editing->state, search->packs, words);
    editing->state.library = search->library;
    nv_buffer_add_text(&editing->state.chosen_style, search->chosen_style.text);
    editing->state.document_library = search->document_library;
    nv_buffer_add_text(&editing->state.document_style,
                       search->document_style.text);
    nv_state_take(&editing->state, registry, citation);
}

static bool is_same(const nv_editing *editing, const nv_at_caret *at)
{
    return strcmp(editing->name.text, at ? at->name : "") == 0;
}

static void remember(nv_editing *editing, const nv_at_caret *at)
{
    set_text(&editing->name, at ? at->name : "");
    set_text(&editing->text, at ? at->text : "");
    set_text(&editing->trouble, at ? at->trouble : "");
    editing->note = at ? at->note : 0;
    editing->standing = at ? at->state : NV_STANDING_RIGHT;
}

static bool is_to_be_shown(const nv_editing *editing, const nv_at_caret *at)
{
    return at && at->registry && strcmp(editing->left.text, at->name) != 0;
}

bool nv_editing_find(nv_editing *editing, const nv_state *search,
                     const nv_at_caret *at)
{
    const bool was_editing = editing->mode == NV_MODE_EDIT;
    const bool is_kept =
        was_editing && at && at->registry && is_same(editing, at);

    if (!is_same(editing, at) &&
        strcmp(editing->left.text, at ? at->name : "") != 0)
        set_text(&editing->left, "");
    remember(editing, at);
    if (is_kept)
        return false;
    if (!is_to_be_shown(editing, at)) {
        if (was_editing)
            editing->mode = NV_MODE_SEARCH;
        return was_editing;
    }
    take(editing, search, at->registry, at->citation);
    editing->mode = NV_MODE_EDIT;
    editing->form = NV_FORM_NONE;
    return true;
}

static bool end_offer(nv_editing *editing)
{
    const bool was_offering = editing->mode == NV_MODE_OFFER;

    set_text(&editing->offered, "");
    if (was_offering)
        editing->mode = NV_MODE_SEARCH;
    return was_offering;
}

bool nv_editing_offer(nv_editing *editing, const nv_state *search,
                      const nv_registry *registry, const nv_event *event,
                      int quotation)
{
    nv_citation citation = {.event = event,
                            .quotation = quotation,
                            .parts = nv_state_parts(search),
                            .language = search->language};
    nv_buffer id = NV_BUFFER_INIT;
    bool is_known;

    if (!event)
        return end_offer(editing);
    nv_buffer_add_format(&id, "%s:%s#%d", nv_registry_pack(registry), event->id,
                         quotation);
    is_known = strcmp(id.text, editing->offered.text) == 0;
    set_text(&editing->offered, id.text);
    nv_buffer_release(&id);
    if (is_known)
        return false;
    take(editing, search, registry, &citation);
    editing->mode = NV_MODE_OFFER;
    return true;
}

bool nv_editing_leave(nv_editing *editing)
{
    if (editing->mode == NV_MODE_SEARCH)
        return false;
    if (editing->mode == NV_MODE_EDIT)
        set_text(&editing->left, editing->name.text);
    editing->mode = NV_MODE_SEARCH;
    editing->form = NV_FORM_NONE;
    return true;
}

void nv_editing_want(nv_editing *editing)
{
    set_text(&editing->left, "");
}

void nv_editing_forget(nv_editing *editing)
{
    const nv_tongue words = editing->state.tongue;

    nv_editing_release(editing);
    nv_editing_init(editing, words);
}
