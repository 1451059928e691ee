/* SPDX-License-Identifier: MPL-2.0 */
/* See picker.h. */
#include "options/picker.h"

#include <stdlib.h>

#include "base/array.h"
#include "sidebar/profile.h"

static css_ui_dialogs_XFilePicker3 *
make_picker(css_uno_XComponentContext *context, css_awt_XWindow *parent,
            bool is_to_write, nv_error *err)
{
    uno_Any values[] = {
        nv_uno_any_short(
            is_to_write
                ? css_ui_dialogs_TemplateDescription_FILESAVE_AUTOEXTENSION
                : css_ui_dialogs_TemplateDescription_FILEOPEN_SIMPLE),
        css_awt_XWindow_any(parent),
    };
    NV_UNO_OWNED_SEQ(nv_uno_any_seq)
    args = nv_uno_any_seq_new(values, NV_COUNT_OF(values));
    NV_UNO_OWNED css_uno_XInterface *service = nv_uno_create_with(
        context, "com.sun.star.ui.dialogs.FilePicker", args, err);

    for (size_t i = 0; i < NV_COUNT_OF(values); i++)
        nv_uno_any_release(&values[i]);
    return css_ui_dialogs_XFilePicker3_need(service, err);
}

static void describe(css_ui_dialogs_XFilePicker3 *picker,
                     const nv_wanted_file *wanted, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *kind = nv_uno_string(wanted->kind);
    NV_UNO_OWNED_STRING rtl_uString *pattern = nv_uno_string(wanted->pattern);
    NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(wanted->name);

    css_ui_dialogs_XFilePicker3_appendFilter(picker, kind, pattern, err);
    css_ui_dialogs_XFilePicker3_setCurrentFilter(picker, kind, err);
    if (wanted->name)
        css_ui_dialogs_XFilePicker3_setDefaultName(picker, name, err);
}

char *nv_pick_file(css_uno_XComponentContext *context, css_awt_XWindow *parent,
                   const nv_wanted_file *wanted, nv_error *err)
{
    NV_UNO_OWNED css_ui_dialogs_XFilePicker3 *picker =
        make_picker(context, parent, wanted->is_to_write, err);
    NV_UNO_OWNED css_ui_dialogs_XFilePicker2 *second =
        css_ui_dialogs_XFilePicker2_need(picker, err);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq) files = {0};
    char *url, *path;

    describe(picker, wanted, err);
    if (css_ui_dialogs_XFilePicker3_execute(picker, err) != 1)
        return NULL;
    files = css_ui_dialogs_XFilePicker2_getSelectedFiles(second, err);
    if (nv_uno_string_seq_len(files) == 0)
        return NULL;
    url = nv_uno_utf8(nv_uno_string_seq_at(files)[0]);
    path = nv_system_path(context, url ? url : "", err);
    free(url);
    return path;
}
