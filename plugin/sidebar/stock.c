/* SPDX-License-Identifier: MPL-2.0 */
/* See stock.h. */
#include "sidebar/stock.h"

#include <stdlib.h>
#include <string.h>

static void leave(nv_stock *stock)
{
    if (stock->leaving)
        stock->leaving(stock->self);
}

static void look_at_packs(nv_stock *stock, nv_view *view)
{
    nv_error err = {0};
    nv_pack_set *before = stock->packs;
    nv_pack_set *now = nv_pack_store_take(stock->context, &err);

    if (!now || now == before) {
        if (!before)
            view->troubles.registry = err;
        nv_pack_set_release(now);
        return;
    }
    stock->packs = now;
    leave(stock);
    nv_state_use_packs(&view->state, now->packs);
    view->troubles.registry = now->registry;
    view->troubles.pack = now->trouble;
    nv_pack_set_release(before);
    nv_view_show(view, NV_SHOW_RESULTS);
}

static void look_at_styles(nv_stock *stock, nv_view *view)
{
    nv_error err = {0};
    nv_style_set *before = stock->styles;
    nv_style_set *now = nv_style_store_take(stock->context, &err);

    if (!now || now == before) {
        if (!before)
            view->troubles.styles = err;
        nv_style_set_release(now);
        return;
    }
    stock->styles = now;
    leave(stock);
    nv_state_use_library(&view->state, now->library);
    nv_error_clear(&view->troubles.styles);
    view->troubles.is_style_told = false;
    view->troubles.style = nv_library_trouble_count(now->library) > 0
                               ? nv_library_trouble(now->library, 0)
                               : NULL;
    nv_style_set_release(before);
    nv_view_show(view, NV_SHOW_STYLES);
}

/* What follows from a setting. Those that are asked for when they are needed
 * have nothing here. */

static void apply_style(nv_stock *stock, nv_view *view, const char *value)
{
    (void)stock;
    nv_state_choose_style(&view->state, value);
    view->troubles.is_style_told = false;
}

static void apply_language(nv_stock *stock, nv_view *view, const char *value)
{
    (void)stock;
    view->state.language_chosen = nv_setting_language(value, NV_LANGUAGE_COUNT);
}

static void apply_kind(nv_stock *stock, nv_view *view, const char *value)
{
    (void)view;
    nv_essay_want_kind(stock->essay, nv_setting_kind(value));
}

static void apply_parts(nv_stock *stock, nv_view *view, const char *value)
{
    const unsigned wanted = nv_setting_parts(value);

    (void)stock;
    for (size_t i = 0; i < NV_STATE_PARTS; i++) {
        const nv_part part = view->state.parts[i].part;

        nv_state_want(&view->state, part, (wanted & part) != 0);
    }
}

static void apply_list(nv_stock *stock, nv_view *view, const char *value)
{
    const bool is_painted = strcmp(value, "painted") == 0;

    (void)stock;
    if (!nv_results_use_look(view->results,
                             is_painted ? NV_LOOK_PAINTED : NV_LOOK_TREE))
        return;
    view->is_to_lay_out = true;
}

static void (*const apply[NV_SETTING_COUNT])(nv_stock *stock, nv_view *view,
                                             const char *value) = {
    [NV_SETTING_STYLE] = apply_style, [NV_SETTING_LANGUAGE] = apply_language,
    [NV_SETTING_KIND] = apply_kind,   [NV_SETTING_PARTS] = apply_parts,
    [NV_SETTING_LIST] = apply_list,
};

/* Only what is new is taken over: where the office can't keep a choice, it
 * counts in this window all the same. */
static bool look_at_setting(nv_stock *stock, nv_view *view, nv_setting setting)
{
    char **before = &stock->settings[setting];
    char *now = nv_settings_get(stock->context, setting);

    if (!now || (*before && strcmp(now, *before) == 0)) {
        free(now);
        return false;
    }
    free(*before);
    *before = now;
    apply[setting](stock, view, now);
    return true;
}

static void look_at_settings(nv_stock *stock, nv_view *view)
{
    bool is_new = false;

    for (size_t i = 0; i < NV_SETTING_COUNT; i++)
        if (apply[i] && look_at_setting(stock, view, (nv_setting)i))
            is_new = true;
    if (is_new)
        nv_view_show(view, NV_SHOW_NOTE);
}

void nv_stock_look(nv_stock *stock, nv_view *view)
{
    look_at_settings(stock, view);
    look_at_styles(stock, view);
    look_at_packs(stock, view);
}

void nv_stock_choose_style(nv_stock *stock, nv_view *view, int row)
{
    nv_library *library = view->state.library;
    const char *id;

    if (!library || row < 0 || (size_t)row > nv_library_count(library))
        return;
    id = row > 0 ? nv_library_entry_at(library, (size_t)row - 1)->id : "";
    nv_state_choose_style(&view->state, id);
    nv_state_choose_style(&view->editing.state, id);
    view->troubles.is_style_told = false;
    if (nv_settings_keep(stock->context, NV_SETTING_STYLE, id, NULL)) {
        free(stock->settings[NV_SETTING_STYLE]);
        stock->settings[NV_SETTING_STYLE] = strdup(id);
    }
    nv_view_show(view, NV_SHOW_NOTE);
}

void nv_stock_choose_look(nv_stock *stock, nv_view *view, nv_look look)
{
    const char *value = look == NV_LOOK_PAINTED ? "painted" : "tree";

    apply_list(stock, view, value);
    if (nv_settings_keep(stock->context, NV_SETTING_LIST, value, NULL)) {
        free(stock->settings[NV_SETTING_LIST]);
        stock->settings[NV_SETTING_LIST] = strdup(value);
    }
    nv_view_show(view, NV_SHOW_NOTE);
}

void nv_stock_release(nv_stock *stock)
{
    nv_pack_set_release(stock->packs);
    nv_style_set_release(stock->styles);
    for (size_t i = 0; i < NV_SETTING_COUNT; i++)
        free(stock->settings[i]);
    memset(stock, 0, sizeof *stock);
}
