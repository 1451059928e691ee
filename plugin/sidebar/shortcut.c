/* SPDX-License-Identifier: MPL-2.0 */
/* See shortcut.h. */
#include "sidebar/shortcut.h"

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
