/* SPDX-License-Identifier: MPL-2.0 */
/* See context_menu.h. The office asks us each time a menu is to open; then only
 * the paragraph or note at the caret is looked at. */
#include "writer/context_menu.h"

#include <stdlib.h>

#include "base/array.h"
#include "uno/uno.h"
#include "writer/caret.h"
#include "writer/document.h"
#include "writer/found.h"
#include "writer/near.h"
#include "words/words.h"

static const struct {
    const char *command;
    nv_word said;
} entries[] = {
    {"vnd.noteverbale:edit", NV_WORD_EDIT_ENTRY},
    {"vnd.noteverbale:refresh", NV_WORD_REFRESH_ENTRY},
    {"vnd.noteverbale:unlink", NV_WORD_UNLINK_ENTRY},
    {"vnd.noteverbale:remove", NV_WORD_REMOVE_ENTRY},
};

/* What the office holds. */
typedef struct {
    nv_uno_object base;
    nv_tongue words;
} interceptor;

struct nv_context_menu {
    css_ui_XContextMenuInterception *host; /* owned, as the next */
    interceptor *interceptor;
};

/* Whether there is a citation at the caret, in a document that may be changed.
 */
static bool is_offered(css_frame_XFrame *frame, nv_tongue words, nv_error *err)
{
    char why[sizeof err->message];
    nv_caret caret;
    nv_near near = {0};
    bool is_at_citation =
        nv_caret_find(frame, &caret, err) && caret.end &&
        nv_near_find(&near, caret.end, err) &&
        nv_found_at_caret(&near, caret.cursor, err) < near.count;

    nv_near_release(&near);
    nv_caret_release(&caret);
    return is_at_citation && nv_writer_can_write(frame, words, why, sizeof why);
}

/* Entries are made by the menu itself. */
static css_uno_XInterface *make(css_container_XIndexContainer *menu,
                                rtl_uString *service, nv_error *err)
{
    NV_UNO_OWNED css_lang_XMultiServiceFactory *factory =
        css_lang_XMultiServiceFactory_need(menu, err);

    return css_lang_XMultiServiceFactory_createInstance(factory, service, err);
}

static void insert(css_container_XIndexContainer *menu, sal_Int32 at,
                   css_uno_XInterface *entry, nv_error *err)
{
    NV_UNO_OWNED css_beans_XPropertySet *set =
        css_beans_XPropertySet_need(entry, err);
    NV_UNO_OWNED_ANY uno_Any value = css_beans_XPropertySet_any(set);

    css_container_XIndexContainer_insertByIndex(menu, at, &value, err);
}

static void add_entry(css_container_XIndexContainer *menu, sal_Int32 at,
                      nv_tongue words, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *entry =
        make(menu, NV_UNO_STR("com.sun.star.ui.ActionTrigger"), err);
    NV_UNO_OWNED_ANY uno_Any text =
        nv_uno_any_utf8(nv_say(entries[at].said, words));
    NV_UNO_OWNED_ANY uno_Any command = nv_uno_any_utf8(entries[at].command);

    nv_uno_set(entry, "Text", &text, err);
    nv_uno_set(entry, "CommandURL", &command, err);
    insert(menu, at, entry, err);
}

/* Above all others, as Writer's own entries for what is at the caret. */
static void add_entries(css_container_XIndexContainer *menu, nv_tongue words,
                        nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *line =
        make(menu, NV_UNO_STR("com.sun.star.ui.ActionTriggerSeparator"), err);

    insert(menu, 0, line, err);
    for (sal_Int32 i = 0; i < (sal_Int32)NV_COUNT_OF(entries); i++)
        add_entry(menu, i, words, err);
}

/* A menu that could not be looked at or changed opens as it is. */
static css_ui_ContextMenuInterceptorAction
notify(void *self, const css_ui_ContextMenuExecuteEvent *event, nv_error *err)
{
    const nv_tongue words = ((interceptor *)self)->words;
    nv_error why = {0};
    NV_UNO_OWNED css_frame_XController *controller =
        css_frame_XController_need(event->Selection, &why);
    NV_UNO_OWNED css_frame_XFrame *frame =
        css_frame_XController_getFrame(controller, &why);

    (void)err;
    if (why.code || !is_offered(frame, words, &why))
        return css_ui_ContextMenuInterceptorAction_IGNORED;
    add_entries(event->ActionTriggerContainer, words, &why);
    return why.code ? css_ui_ContextMenuInterceptorAction_IGNORED
                    : css_ui_ContextMenuInterceptorAction_CONTINUE_MODIFIED;
}

static const css_ui_XContextMenuInterceptor_methods methods = {
    .notifyContextMenuExecute = notify,
};
static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_ui_XContextMenuInterceptor, &methods),
};
static const nv_uno_class interceptor_class = {
    .name = "org.noteverbale.ContextMenu",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(interceptor),
};

static css_ui_XContextMenuInterception *host_of(css_frame_XFrame *frame,
                                                nv_error *err)
{
    NV_UNO_OWNED css_frame_XController *controller =
        css_frame_XFrame_getController(frame, err);

    return css_ui_XContextMenuInterception_need(controller, err);
}

nv_context_menu *nv_context_menu_new(css_frame_XFrame *frame, nv_tongue words,
                                     nv_error *err)
{
    nv_error why = {0};
    nv_context_menu *menu = calloc(1, sizeof *menu);

    if (!menu) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory for the context menu");
        return NULL;
    }
    menu->host = host_of(frame, &why);
    menu->interceptor = nv_uno_object_new(&interceptor_class, &why);
    if (!why.code) {
        menu->interceptor->words = words;
        css_ui_XContextMenuInterception_registerContextMenuInterceptor(
            menu->host,
            css_ui_XContextMenuInterceptor_of(&menu->interceptor->base), &why);
    }
    if (!why.code)
        return menu;
    nv_context_menu_free(menu);
    if (err)
        *err = why;
    return NULL;
}

void nv_context_menu_free(nv_context_menu *menu)
{
    if (!menu)
        return;
    if (menu->interceptor)
        css_ui_XContextMenuInterception_releaseContextMenuInterceptor(
            menu->host,
            css_ui_XContextMenuInterceptor_of(&menu->interceptor->base), NULL);
    nv_uno_release(menu->interceptor);
    nv_uno_release(menu->host);
    free(menu);
}
