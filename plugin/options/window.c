/* SPDX-License-Identifier: MPL-2.0 */
/* See window.h. */
#include "options/window.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "sidebar/resource.h"

static css_awt_XControl *find(css_awt_XWindow *window, const char *name)
{
    NV_UNO_OWNED css_awt_XControlContainer *container =
        css_awt_XControlContainer_query(window, NULL);
    NV_UNO_OWNED_STRING rtl_uString *id = nv_uno_string(name);

    return css_awt_XControlContainer_getControl(container, id, NULL);
}

static css_awt_XListBox *find_list(css_awt_XWindow *window, const char *name)
{
    NV_UNO_OWNED css_awt_XControl *control = find(window, name);

    return css_awt_XListBox_query(control, NULL);
}

static css_awt_XCheckBox *find_box(css_awt_XWindow *window, const char *name)
{
    NV_UNO_OWNED css_awt_XControl *control = find(window, name);

    return css_awt_XCheckBox_query(control, NULL);
}

void nv_window_set_label(css_awt_XWindow *window, const char *name,
                         const char *text)
{
    NV_UNO_OWNED css_awt_XControl *control = find(window, name);
    NV_UNO_OWNED css_awt_XFixedText *label =
        css_awt_XFixedText_query(control, NULL);
    NV_UNO_OWNED_STRING rtl_uString *string = nv_uno_string(text);

    css_awt_XFixedText_setText(label, string, NULL);
}

int nv_window_row(css_awt_XWindow *window, const char *name)
{
    nv_error err = {0};
    NV_UNO_OWNED css_awt_XListBox *list = find_list(window, name);
    const int row = css_awt_XListBox_getSelectedItemPos(list, &err);

    return err.code == NV_OK ? row : -1;
}

void nv_window_choose_row(css_awt_XWindow *window, const char *name, int row)
{
    NV_UNO_OWNED css_awt_XListBox *list = find_list(window, name);

    css_awt_XListBox_selectItemPos(list, (sal_Int16)row, true, NULL);
}

void nv_window_fill(css_awt_XWindow *window, const char *name,
                    const char *const rows[], size_t count)
{
    NV_UNO_OWNED css_awt_XListBox *list = find_list(window, name);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    texts = nv_uno_string_seq_new(NULL, (sal_Int32)count);
    const sal_Int32 made = nv_uno_string_seq_len(texts);

    for (sal_Int32 i = 0; i < made; i++) {
        nv_uno_string_release(nv_uno_string_seq_at(texts)[i]);
        nv_uno_string_seq_at(texts)[i] = nv_uno_string(rows[i]);
    }
    css_awt_XListBox_removeItems(
        list, 0, css_awt_XListBox_getItemCount(list, NULL), NULL);
    css_awt_XListBox_addItems(list, texts, 0, NULL);
}

bool nv_window_is_ticked(css_awt_XWindow *window, const char *name)
{
    NV_UNO_OWNED css_awt_XCheckBox *box = find_box(window, name);

    return css_awt_XCheckBox_getState(box, NULL) == 1;
}

void nv_window_tick(css_awt_XWindow *window, const char *name, bool is_ticked)
{
    NV_UNO_OWNED css_awt_XCheckBox *box = find_box(window, name);

    css_awt_XCheckBox_setState(box, is_ticked, NULL);
}

char *nv_window_text(css_awt_XWindow *window, const char *key,
                     const char *value)
{
    char *text = nv_resource_text(window, key);
    const char *place = text ? strstr(text, "{1}") : NULL;
    nv_buffer filled = NV_BUFFER_INIT;

    if (!place)
        return text;
    nv_buffer_add(&filled, text, (size_t)(place - text));
    nv_buffer_add_text(&filled, value);
    nv_buffer_add_text(&filled, place + strlen("{1}"));
    free(text);
    return nv_buffer_detach(&filled);
}
