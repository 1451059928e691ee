/* SPDX-License-Identifier: MPL-2.0 */
/* What a panel works with: the packs and the styles as they are on disk, and
 * the writer's settings. Main thread only. */
#ifndef NV_SIDEBAR_STOCK_H
#define NV_SIDEBAR_STOCK_H

#include "sidebar/pack_store.h"
#include "sidebar/settings.h"
#include "sidebar/style_store.h"
#include "sidebar/view.h"
#include "writer/document.h"

/* All zero but for the context is a panel that has not looked yet. */
typedef struct {
    css_uno_XComponentContext *context; /* borrowed */
    nv_essay *essay;                    /* borrowed: what new citations become
                                           is wanted of it */
    nv_pack_set *packs;                 /* in use; NULL: none could be had */
    nv_style_set *styles;               /* likewise */
    void (*leaving)(void *self);        /* packs or styles are about to go;
                                           NULL: nobody is told */
    void *self;                         /* borrowed */
    char *settings[NV_SETTING_COUNT]; /* owned: as they were read or kept last;
                                         NULL: not yet */
} nv_stock;

/* Looks whether packs or styles came or went, or a setting was changed in the
 * options or another window, and lets the view go on with what is there now. */
void nv_stock_look(nv_stock *stock, nv_view *view);

/* Chooses the style in that row of the list, of which row 0 is that of none,
 * and keeps it for every window and the next session; a row that is not there
 * chooses nothing. */
void nv_stock_choose_style(nv_stock *stock, nv_view *view, int row);

/* Chooses how results look, and keeps that likewise. */
void nv_stock_choose_look(nv_stock *stock, nv_view *view, nv_look look);

void nv_stock_release(nv_stock *stock);

#endif
