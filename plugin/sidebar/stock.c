/* SPDX-License-Identifier: MPL-2.0 */
/* See stock.h. */
#include "sidebar/stock.h"

#include <stdlib.h>
#include <string.h>

#include "sidebar/settings.h"

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

/* Only what is new is taken over: where the office can't keep a choice, it
 * counts in this window all the same. */
static void look_at_settings(nv_stock *stock, nv_view *view)
{
    char *style = nv_settings_style(stock->context);

    if (!style || (stock->style && strcmp(style, stock->style) == 0)) {
        free(style);
        return;
    }
    free(stock->style);
    stock->style = style;
    nv_state_choose_style(&view->state, style);
    view->troubles.is_style_told = false;
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
    if (nv_settings_keep_style(stock->context, id, NULL)) {
        free(stock->style);
        stock->style = strdup(id);
    }
    nv_view_show(view, NV_SHOW_NOTE);
}

void nv_stock_release(nv_stock *stock)
{
    nv_pack_set_release(stock->packs);
    nv_style_set_release(stock->styles);
    free(stock->style);
    memset(stock, 0, sizeof *stock);
}
