/* SPDX-License-Identifier: MPL-2.0 */
/* See shortcut.h. */
#include "sidebar/shortcut.h"

#include "base/array.h"
#include "base/buffer.h"

static css_ui_XAcceleratorConfiguration *
writer_shortcuts(css_uno_XComponentContext *context, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *singleton = nv_uno_singleton(
        context, "com.sun.star.ui.theModuleUIConfigurationManagerSupplier",
        err);
    NV_UNO_OWNED css_ui_XModuleUIConfigurationManagerSupplier *modules =
        css_ui_XModuleUIConfigurationManagerSupplier_need(singleton, err);
    NV_UNO_OWNED css_ui_XUIConfigurationManager *writer =
        css_ui_XModuleUIConfigurationManagerSupplier_getUIConfigurationManager(
            modules, NV_UNO_STR("com.sun.star.text.TextDocument"), err);

    return css_ui_XUIConfigurationManager_getShortCutManager(writer, err);
}

/* Keys that type something are no shortcuts; they are not looked up. */
static bool can_be_shortcut(const css_awt_KeyEvent *event)
{
    return (event->Modifiers &
            (css_awt_KeyModifier_MOD1 | css_awt_KeyModifier_MOD2)) != 0 ||
           (event->KeyCode >= css_awt_Key_F1 &&
            event->KeyCode <= css_awt_Key_F26);
}

bool nv_shortcut_is_search(css_uno_XComponentContext *context,
                           const css_awt_KeyEvent *event)
{
    nv_error err = {0};
    NV_UNO_OWNED css_ui_XAcceleratorConfiguration *shortcuts = NULL;
    NV_UNO_OWNED_STRING rtl_uString *command = NULL;

    if (!can_be_shortcut(event))
        return false;
    shortcuts = writer_shortcuts(context, &err);
    command = css_ui_XAcceleratorConfiguration_getCommandByKeyEvent(
        shortcuts, event, &err);
    return nv_uno_string_equals(command, NV_COMMAND_SEARCH);
}

/* Adds the key's name; false if it has none here. */
static bool name_key(sal_Int16 code, nv_buffer *out)
{
    static const struct {
        sal_Int16 first, last;
        char from; /* the character of the first; '\0': a number from 1 on */
    } ranges[] = {
        {css_awt_Key_NUM0, css_awt_Key_NUM9, '0'},
        {css_awt_Key_A, css_awt_Key_Z, 'A'},
        {css_awt_Key_F1, css_awt_Key_F26, '\0'},
    };

    for (size_t i = 0; i < NV_COUNT_OF(ranges); i++) {
        const int place = code - ranges[i].first;

        if (code < ranges[i].first || code > ranges[i].last)
            continue;
        if (ranges[i].from)
            nv_buffer_add_char(out, (char)(ranges[i].from + place));
        else
            nv_buffer_add_format(out, "F%d", place + 1);
        return true;
    }
    return false;
}

static void name_modifiers(sal_Int16 modifiers, nv_buffer *out)
{
    static const struct {
        sal_Int16 bit;
        const char *name;
    } names[] = {
        {css_awt_KeyModifier_MOD1, "Ctrl+"},
        {css_awt_KeyModifier_MOD2, "Alt+"},
        {css_awt_KeyModifier_SHIFT, "Shift+"},
    };

    for (size_t i = 0; i < NV_COUNT_OF(names); i++)
        if (modifiers & names[i].bit)
            nv_buffer_add_text(out, names[i].name);
}

/* The key that gives the command; getKeyEventsByCommand() of 7.4 knows none of
 * the keys that an extension brought. All zero: there is none. */
static css_awt_KeyEvent find_key(css_ui_XAcceleratorConfiguration *shortcuts,
                                 nv_error *err)
{
    NV_UNO_OWNED_SEQ(css_awt_KeyEvent_seq)
    keys = css_ui_XAcceleratorConfiguration_getAllKeyEvents(shortcuts, err);
    const css_awt_KeyEvent *all = css_awt_KeyEvent_seq_at(keys);

    for (sal_Int32 i = 0; i < css_awt_KeyEvent_seq_len(keys); i++) {
        NV_UNO_OWNED_STRING rtl_uString *command =
            css_ui_XAcceleratorConfiguration_getCommandByKeyEvent(shortcuts,
                                                                  &all[i], err);

        if (nv_uno_string_equals(command, NV_COMMAND_SEARCH))
            return (css_awt_KeyEvent){.Modifiers = all[i].Modifiers,
                                      .KeyCode = all[i].KeyCode};
    }
    return (css_awt_KeyEvent){0};
}

char *nv_shortcut_of_search(css_uno_XComponentContext *context)
{
    nv_error err = {0};
    nv_buffer text = NV_BUFFER_INIT;
    NV_UNO_OWNED css_ui_XAcceleratorConfiguration *shortcuts =
        writer_shortcuts(context, &err);
    const css_awt_KeyEvent key = find_key(shortcuts, &err);

    name_modifiers(key.Modifiers, &text);
    if (name_key(key.KeyCode, &text))
        return nv_buffer_detach(&text);
    nv_buffer_release(&text);
    return NULL;
}
