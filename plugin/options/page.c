/* SPDX-License-Identifier: MPL-2.0 */
/* See page.h. Files are added and removed at once; the settings are kept when
 * the dialog is left with OK. */
#include "options/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "options/fields.h"
#include "options/picker.h"
#include "options/shelf_page.h"
#include "options/tell.h"
#include "registry/file.h"
#include "sidebar/panel.h"
#include "sidebar/settings.h"
#include "sidebar/shortcut.h"
#include "uno/later.h"

typedef struct {
    nv_uno_object base;
    css_uno_XComponentContext *context; /* owned */
} page;

static const char file_ending[] = "*.nvsettings";

/* Open panels follow once the dialog is done with the event. */
static void tell_panels(void *unused)
{
    (void)unused;
    nv_panels_look();
}

static void settings_changed(page *me)
{
    nv_uno_later(me->context, tell_panels, NULL, NULL);
}

/* Coming and going */

static void read_settings(page *me, nv_setting_values *values)
{
    for (size_t i = 0; i < NV_SETTING_COUNT; i++)
        values->of[i] = nv_settings_get(me->context, (nv_setting)i);
}

static void show_settings(page *me, css_awt_XWindow *window)
{
    nv_setting_values values = {0};

    read_settings(me, &values);
    nv_fields_show(me->context, window, &values);
    nv_setting_values_release(&values);
}

static void open_page(page *me, css_awt_XWindow *window)
{
    char *shortcut = nv_shortcut_of_search(me->context);
    char *text = nv_window_text(
        window, shortcut ? "shortcut_is" : "shortcut_none", shortcut);

    nv_fields_open(me->context, window);
    show_settings(me, window);
    for (int i = 0; i < NV_SHELF_COUNT; i++)
        nv_shelf_page_show(me->context, window, (nv_shelf)i);
    nv_window_set_label(window, "shortcut", text ? text : "");
    free(text);
    free(shortcut);
}

/* Keeps what is not as it was; says once what could not be. */
static void keep(page *me, css_awt_XWindow *window)
{
    nv_setting_values before = {0}, now = {0};
    bool is_kept = true;

    read_settings(me, &before);
    nv_fields_read(me->context, window, &now);
    for (size_t i = 0; i < NV_SETTING_COUNT; i++)
        if (now.of[i] &&
            (!before.of[i] || strcmp(now.of[i], before.of[i]) != 0) &&
            !nv_settings_keep(me->context, (nv_setting)i, now.of[i], NULL))
            is_kept = false;
    nv_setting_values_release(&before);
    nv_setting_values_release(&now);
    settings_changed(me);
    if (!is_kept)
        nv_tell_in_box(window, "not_kept", NULL);
}

/* The buttons */

static void restore(page *me, css_awt_XWindow *window)
{
    nv_setting_values usual = {0};

    for (size_t i = 0; i < NV_SETTING_COUNT; i++)
        nv_setting_values_set(&usual, (nv_setting)i,
                              nv_setting_usual((nv_setting)i));
    nv_fields_show(me->context, window, &usual);
    nv_setting_values_release(&usual);
    nv_tell(window, "restored", NULL);
}

/* The path of a file with settings, owned; NULL: none was named. */
static char *ask(page *me, css_awt_XWindow *window, bool is_to_write)
{
    char *kind = nv_window_text(window, "settings_kind", NULL);
    const nv_wanted_file wanted = {is_to_write, kind ? kind : "", file_ending,
                                   is_to_write ? "noteverbale.nvsettings"
                                               : NULL};
    char *path = nv_pick_file(me->context, window, &wanted, NULL);

    free(kind);
    return path;
}

static void export_settings(page *me, css_awt_XWindow *window)
{
    char *path = ask(me, window, true);
    nv_setting_values values = {0};
    nv_buffer file = NV_BUFFER_INIT;
    bool is_written;

    if (!path)
        return;
    nv_fields_read(me->context, window, &values);
    nv_settings_file_write(&values, &file);
    is_written = !file.failed && nv_file_write(path, file.text, file.len, NULL);
    nv_tell(window, is_written ? "exported" : "not_written", path);
    nv_setting_values_release(&values);
    nv_buffer_release(&file);
    free(path);
}

static bool read_file(const char *path, nv_setting_values *values,
                      size_t *left_out, nv_error *err)
{
    nv_buffer text = NV_BUFFER_INIT;
    const bool is_read =
        nv_file_read(path, &text, err) &&
        nv_settings_file_read(text.text, text.len, values, left_out, err);

    nv_buffer_release(&text);
    return is_read;
}

static void import_settings(page *me, css_awt_XWindow *window)
{
    char *path = ask(me, window, false);
    nv_setting_values values = {0};
    nv_error err = {0};
    size_t left_out = 0;

    if (!path)
        return;
    if (read_file(path, &values, &left_out, &err)) {
        nv_fields_show(me->context, window, &values);
        nv_tell(window, left_out > 0 ? "imported_in_part" : "imported", path);
    } else {
        nv_tell(window,
                err.code == NV_ERROR_LIMIT ? "settings_newer" : "settings_bad",
                path);
    }
    nv_setting_values_release(&values);
    free(path);
}

static void add_pack(page *me, css_awt_XWindow *window)
{
    if (nv_shelf_page_add(me->context, window, NV_SHELF_PACKS))
        settings_changed(me);
}

static void remove_pack(page *me, css_awt_XWindow *window)
{
    if (nv_shelf_page_remove(me->context, window, NV_SHELF_PACKS))
        settings_changed(me);
}

/* The list of styles that can be chosen has others now. */
static void styles_changed(page *me, css_awt_XWindow *window)
{
    nv_setting_values values = {0};

    nv_fields_read(me->context, window, &values);
    nv_fields_open(me->context, window);
    nv_fields_show(me->context, window, &values);
    nv_setting_values_release(&values);
    settings_changed(me);
}

static void add_style(page *me, css_awt_XWindow *window)
{
    if (nv_shelf_page_add(me->context, window, NV_SHELF_STYLES))
        styles_changed(me, window);
}

static void remove_style(page *me, css_awt_XWindow *window)
{
    if (nv_shelf_page_remove(me->context, window, NV_SHELF_STYLES))
        styles_changed(me, window);
}

/* XContainerWindowEventHandler: what the .xdl and the dialog call. */

static const struct {
    const char *name;
    void (*run)(page *me, css_awt_XWindow *window);
} methods[] = {
    {"pack_add", add_pack},      {"pack_remove", remove_pack},
    {"style_add", add_style},    {"style_remove", remove_style},
    {"restore", restore},        {"export", export_settings},
    {"import", import_settings},
};

static const char dialog_method[] = "external_event";

static const struct {
    const char *event;
    void (*run)(page *me, css_awt_XWindow *window);
} dialog_events[] = {
    {"initialize", open_page},
    {"ok", keep},
    {"back", show_settings},
};

static bool call_method(void *self, css_awt_XWindow *window,
                        const uno_Any *event, rtl_uString *name, nv_error *err)
{
    (void)err;
    for (size_t i = 0; i < NV_COUNT_OF(methods); i++)
        if (nv_uno_string_equals(name, methods[i].name)) {
            methods[i].run(self, window);
            return true;
        }
    if (!nv_uno_string_equals(name, dialog_method))
        return false;
    for (size_t i = 0; i < NV_COUNT_OF(dialog_events); i++)
        if (nv_uno_string_equals(nv_uno_any_get_string(event),
                                 dialog_events[i].event))
            dialog_events[i].run(self, window);
    return true;
}

static nv_uno_string_seq get_methods(void *self, nv_error *err)
{
    rtl_uString *names[NV_COUNT_OF(methods) + 1];
    nv_uno_string_seq all;
    size_t count = 0;

    (void)self, (void)err;
    for (size_t i = 0; i < NV_COUNT_OF(methods); i++)
        names[count++] = nv_uno_string(methods[i].name);
    names[count++] = nv_uno_string(dialog_method);
    all = nv_uno_string_seq_new(names, (sal_Int32)count);
    while (count > 0)
        nv_uno_string_release(names[--count]);
    return all;
}

static const css_awt_XContainerWindowEventHandler_methods handler = {
    .callHandlerMethod = call_method,
    .getSupportedMethodNames = get_methods,
};

static void destroy(void *self)
{
    page *me = self;

    nv_uno_release(me->context);
}

static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_awt_XContainerWindowEventHandler, &handler),
};

static const char *const services[] = {"org.noteverbale.OptionsPage", NULL};

static const nv_uno_class page_class = {
    .name = "org.noteverbale.OptionsPage",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(page),
    .destroy = destroy,
    .services = services,
    .flags = NV_UNO_WEAK,
};

void *nv_options_page_new(css_uno_XComponentContext *context, nv_error *err)
{
    page *me = nv_uno_object_new(&page_class, err);

    if (me)
        me->context = nv_uno_acquire(context);
    return me;
}
