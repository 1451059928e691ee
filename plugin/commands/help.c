/* SPDX-License-Identifier: MPL-2.0 */
/* See help.h. */
#include "commands/help.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "base/buffer.h"
#include "sidebar/configuration.h"
#include "sidebar/extension.h"
#include "uno/later.h"

/* Of the office's windows: "fr", "pt-BR". Owned, may be NULL. */
static char *office_language(css_uno_XComponentContext *context)
{
    NV_UNO_OWNED css_uno_XInterface *node = nv_configuration_open(
        context, "/org.openoffice.Setup/L10N", false, NULL);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(node, "ooLocale", NULL);

    return nv_uno_utf8(nv_uno_any_get_string(&value));
}

/* Adds the name of the page in the extension, "help/fr.html". */
static void find_page(css_uno_XComponentContext *context, nv_buffer *name)
{
    char *language = office_language(context);
    char *path = NULL;

    nv_buffer_add_format(name, "help/%.2s.html", language ? language : "en");
    free(language);
    path = nv_extension_path(context, name->text, NULL);
    if (!path || access(path, R_OK) != 0) {
        nv_buffer_truncate(name, 0);
        nv_buffer_add_text(name, "help/en.html");
    }
    free(path);
}

static rtl_uString *find_url(css_uno_XComponentContext *context, nv_error *err)
{
    nv_buffer name = NV_BUFFER_INIT;
    rtl_uString *url;

    find_page(context, &name);
    url = nv_extension_url(context, name.text, err);
    nv_buffer_release(&name);
    return url;
}

/* The window of a document with that address; owned, NULL: none is open. */
static css_frame_XFrame *find_open(css_uno_XInterface *desktop,
                                   const rtl_uString *url)
{
    NV_UNO_OWNED css_frame_XDesktop *all =
        css_frame_XDesktop_query(desktop, NULL);
    NV_UNO_OWNED css_container_XEnumerationAccess *components =
        css_frame_XDesktop_getComponents(all, NULL);
    NV_UNO_OWNED css_container_XEnumeration *next =
        css_container_XEnumerationAccess_createEnumeration(components, NULL);

    while (css_container_XEnumeration_hasMoreElements(next, NULL)) {
        NV_UNO_OWNED_ANY uno_Any one =
            css_container_XEnumeration_nextElement(next, NULL);
        NV_UNO_OWNED css_lang_XComponent *component =
            css_lang_XComponent_from_any(&one);
        NV_UNO_OWNED css_frame_XModel *model =
            css_frame_XModel_query(component, NULL);
        NV_UNO_OWNED_STRING rtl_uString *address =
            css_frame_XModel_getURL(model, NULL);
        NV_UNO_OWNED css_frame_XController *controller = NULL;

        if (!model || !nv_uno_string_same(address, url))
            continue;
        controller = css_frame_XModel_getCurrentController(model, NULL);
        return css_frame_XController_getFrame(controller, NULL);
    }
    return NULL;
}

static void bring_to_front(css_frame_XFrame *frame)
{
    NV_UNO_OWNED css_awt_XWindow *window =
        css_frame_XFrame_getContainerWindow(frame, NULL);
    NV_UNO_OWNED css_awt_XTopWindow *top =
        css_awt_XTopWindow_query(window, NULL);

    css_awt_XTopWindow_toFront(top, NULL);
    css_awt_XWindow_setFocus(window, NULL);
}

static void load(css_uno_XInterface *desktop, rtl_uString *url, nv_error *err)
{
    NV_UNO_OWNED css_frame_XComponentLoader *loader =
        css_frame_XComponentLoader_need(desktop, err);
    css_beans_PropertyValue named[] = {
        {.Name = NV_UNO_STR("ReadOnly"), .Value = nv_uno_any_bool(true)},
        {.Name = NV_UNO_STR("DocumentTitle"),
         .Value = nv_uno_any_utf8("Note Verbale")},
    };
    NV_UNO_OWNED_SEQ(css_beans_PropertyValue_seq)
    how = css_beans_PropertyValue_seq_new(named, NV_COUNT_OF(named));
    NV_UNO_OWNED css_lang_XComponent *page =
        css_frame_XComponentLoader_loadComponentFromURL(
            loader, url, NV_UNO_STR("_blank"), 0, how, err);

    nv_uno_any_release(&named[1].Value);
}

void nv_help_run(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                 int what, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *desktop =
        nv_uno_create(context, "com.sun.star.frame.Desktop", err);
    NV_UNO_OWNED_STRING rtl_uString *url = find_url(context, err);
    NV_UNO_OWNED css_frame_XFrame *open =
        err->code ? NULL : find_open(desktop, url);

    (void)frame, (void)what;
    if (open)
        bring_to_front(open);
    else
        load(desktop, url, err);
}

/* What opening the options needs; owned. */
typedef struct {
    css_uno_XComponentContext *context;
    css_frame_XFrame *frame;
} opening;

static void open_options(void *data)
{
    opening *wanted = data;
    NV_UNO_OWNED css_uno_XInterface *service = nv_uno_create(
        wanted->context, "com.sun.star.frame.DispatchHelper", NULL);
    NV_UNO_OWNED css_frame_XDispatchHelper *helper =
        css_frame_XDispatchHelper_query(service, NULL);
    NV_UNO_OWNED css_frame_XDispatchProvider *provider =
        css_frame_XDispatchProvider_query(wanted->frame, NULL);
    NV_UNO_OWNED css_uno_XInterface *leaf = nv_configuration_open(
        wanted->context,
        "/org.openoffice.Office.OptionsDialog/Nodes/Writer/Leaves/"
        "org.noteverbale.NoteVerbale",
        false, NULL);
    css_beans_PropertyValue page = {.Name = NV_UNO_STR("OptionsPageURL"),
                                    .Value =
                                        nv_uno_get(leaf, "OptionsPage", NULL)};
    NV_UNO_OWNED_SEQ(css_beans_PropertyValue_seq)
    how = css_beans_PropertyValue_seq_new(&page, 1);
    NV_UNO_OWNED_ANY uno_Any result = css_frame_XDispatchHelper_executeDispatch(
        helper, provider, NV_UNO_STR(".uno:OptionsTreeDialog"), NULL, 0, how,
        NULL);

    nv_uno_any_release(&page.Value);
    nv_uno_release(wanted->context);
    nv_uno_release(wanted->frame);
    free(wanted);
}

void nv_options_run(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                    int what, nv_error *err)
{
    opening *wanted = calloc(1, sizeof *wanted);

    (void)what;
    if (!wanted) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory to open the options");
        return;
    }
    *wanted = (opening){nv_uno_acquire(context), nv_uno_acquire(frame)};
    if (nv_uno_later(context, open_options, wanted, err))
        return;
    nv_uno_release(wanted->context);
    nv_uno_release(wanted->frame);
    free(wanted);
}
