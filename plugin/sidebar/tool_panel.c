/* SPDX-License-Identifier: MPL-2.0 */
/* See tool_panel.h. */
#include "sidebar/tool_panel.h"

#include "base/array.h"
#include "sidebar/extension.h"
#include "sidebar/layout.h"
#include "sidebar/panel.h"

typedef struct {
    nv_uno_object base;
    css_uno_XComponentContext *context; /* owned */
    css_frame_XFrame *frame;            /* owned */
    css_ui_XSidebar *sidebar;           /* owned */
    css_awt_XWindow *window;            /* owned; NULL once disposed */
    rtl_uString *url;                   /* owned */
    nv_panel *panel;                    /* owned */
} tool_panel;

/* XUIElement */

static css_frame_XFrame *get_frame(void *self, nv_error *err)
{
    tool_panel *tool = self;

    (void)err;
    return nv_uno_acquire(tool->frame);
}

static rtl_uString *get_url(void *self, nv_error *err)
{
    tool_panel *tool = self;

    (void)err;
    return nv_uno_string_acquire(tool->url);
}

static sal_Int16 get_type(void *self, nv_error *err)
{
    (void)self, (void)err;
    return css_ui_UIElementType_TOOLPANEL;
}

static css_uno_XInterface *get_real_interface(void *self, nv_error *err)
{
    tool_panel *tool = self;

    (void)err;
    return nv_uno_acquire(css_ui_XUIElement_of(&tool->base));
}

static const css_ui_XUIElement_methods ui_element = {
    .get_Frame = get_frame,
    .get_ResourceURL = get_url,
    .get_Type = get_type,
    .getRealInterface = get_real_interface,
};

/* XToolPanel */

static css_awt_XWindow *get_window(void *self, nv_error *err)
{
    tool_panel *tool = self;

    (void)err;
    return nv_uno_acquire(tool->window);
}

static css_accessibility_XAccessible *
create_accessible(void *self, css_accessibility_XAccessible *parent,
                  nv_error *err)
{
    tool_panel *tool = self;

    (void)parent;
    return css_accessibility_XAccessible_query(tool->window, err);
}

static const css_ui_XToolPanel_methods tool_panel_methods = {
    .get_Window = get_window,
    .createAccessible = create_accessible,
};

/* XSidebarPanel: as high as the deck, and never less than what it takes. */

static css_ui_LayoutSize get_height(void *self, sal_Int32 width, nv_error *err)
{
    enum { NO_MAXIMUM = -1 };
    tool_panel *tool = self;
    int height = nv_layout_height(nv_panel_controls(tool->panel), width);

    (void)err;
    return (css_ui_LayoutSize){
        .Minimum = height, .Maximum = NO_MAXIMUM, .Preferred = height};
}

static sal_Int32 get_width(void *self, nv_error *err)
{
    tool_panel *tool = self;

    (void)err;
    return nv_layout_width(nv_panel_controls(tool->panel));
}

static const css_ui_XSidebarPanel_methods sidebar_panel = {
    .getHeightForWidth = get_height,
    .getMinimalWidth = get_width,
};

/* XComponent: the sidebar disposes its panels when a window closes. */

static void dispose(void *self, nv_error *err)
{
    tool_panel *tool = self;
    css_awt_XWindow *window = tool->window;

    (void)err;
    tool->window = NULL;
    nv_panel_close(tool->panel);
    if (window)
        css_awt_XWindow_dispose(window, NULL);
    nv_uno_release(window);
}

/* Nobody needs to be told: the window tells its own listeners. */
static void ignore_listener(void *self, css_lang_XEventListener *listener,
                            nv_error *err)
{
    (void)self, (void)listener, (void)err;
}

static const css_lang_XComponent_methods component = {
    .dispose = dispose,
    .addEventListener = ignore_listener,
    .removeEventListener = ignore_listener,
};

static void destroy(void *self)
{
    tool_panel *tool = self;

    nv_panel_free(tool->panel);
    nv_uno_release(tool->window);
    nv_uno_release(tool->sidebar);
    nv_uno_release(tool->frame);
    nv_uno_release(tool->context);
    nv_uno_string_release(tool->url);
}

static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_ui_XUIElement, &ui_element),
    NV_UNO_INTERFACE(css_ui_XToolPanel, &tool_panel_methods),
    NV_UNO_INTERFACE(css_ui_XSidebarPanel, &sidebar_panel),
    NV_UNO_INTERFACE(css_lang_XComponent, &component),
};

static const nv_uno_class tool_panel_class = {
    .name = "org.noteverbale.Panel",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(tool_panel),
    .destroy = destroy,
    .flags = NV_UNO_WEAK,
};

/* The factory */

typedef struct {
    nv_uno_object base;
    css_uno_XComponentContext *context; /* owned */
} panel_factory;

/* The value of an argument as the sidebar names it; a void any if it is not
 * there. Owned. */
static uno_Any argument(css_beans_PropertyValue_seq args, const char *name)
{
    css_beans_PropertyValue *values = css_beans_PropertyValue_seq_at(args);

    for (sal_Int32 i = 0; i < css_beans_PropertyValue_seq_len(args); i++)
        if (nv_uno_string_equals(values[i].Name, name))
            return nv_uno_any_copy(&values[i].Value);
    return nv_uno_any_void();
}

/* The window of panel.xdl inside the sidebar's; owned. */
static css_awt_XWindow *make_window(css_uno_XComponentContext *context,
                                    css_awt_XWindowPeer *parent, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *service =
        nv_uno_create(context, "com.sun.star.awt.ContainerWindowProvider", err);
    NV_UNO_OWNED css_awt_XContainerWindowProvider *provider =
        css_awt_XContainerWindowProvider_need(service, err);

    return css_awt_XContainerWindowProvider_createContainerWindow(
        provider, NV_UNO_STR(NV_EXTENSION_URL "/dialogs/panel.xdl"),
        NV_UNO_STR(""), parent, NULL, err);
}

static tool_panel *make_panel(css_uno_XComponentContext *context,
                              rtl_uString *url,
                              css_beans_PropertyValue_seq args, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any frame = argument(args, "Frame");
    NV_UNO_OWNED_ANY uno_Any sidebar = argument(args, "Sidebar");
    NV_UNO_OWNED_ANY uno_Any parent = argument(args, "ParentWindow");
    NV_UNO_OWNED css_awt_XWindowPeer *peer =
        css_awt_XWindowPeer_from_any(&parent);
    tool_panel *tool = nv_uno_object_new(&tool_panel_class, err);

    if (!tool)
        return NULL;
    tool->context = nv_uno_acquire(context);
    tool->url = nv_uno_string_acquire(url);
    tool->frame = css_frame_XFrame_from_any(&frame);
    tool->sidebar = css_ui_XSidebar_from_any(&sidebar);
    if (!peer || !tool->frame)
        nv_uno_throw(err, "com.sun.star.lang.IllegalArgumentException",
                     "the sidebar gave no frame or no parent window");
    tool->window = make_window(context, peer, err);
    if (tool->window)
        tool->panel = nv_panel_new(context, tool->frame, tool->sidebar,
                                   tool->window, tool, err);
    if (tool->panel)
        return tool;
    dispose(tool, NULL);
    nv_uno_release(tool);
    return NULL;
}

static css_ui_XUIElement *create_element(void *self, rtl_uString *url,
                                         css_beans_PropertyValue_seq args,
                                         nv_error *err)
{
    panel_factory *factory = self;
    tool_panel *tool = make_panel(factory->context, url, args, err);

    if (!tool)
        return NULL;
    css_awt_XWindow_setVisible(tool->window, true, NULL);
    nv_layout(nv_panel_controls(tool->panel));
    return css_ui_XUIElement_of(&tool->base);
}

static const css_ui_XUIElementFactory_methods factory_methods = {
    .createUIElement = create_element,
};

static void destroy_factory(void *self)
{
    panel_factory *factory = self;

    nv_uno_release(factory->context);
}

static const nv_uno_interface factory_interfaces[] = {
    NV_UNO_INTERFACE(css_ui_XUIElementFactory, &factory_methods),
};

static const char *const factory_services[] = {"org.noteverbale.PanelFactory",
                                               NULL};

static const nv_uno_class factory_class = {
    .name = "org.noteverbale.PanelFactory",
    .interfaces = factory_interfaces,
    .interface_count = NV_COUNT_OF(factory_interfaces),
    .size = sizeof(panel_factory),
    .destroy = destroy_factory,
    .services = factory_services,
};

void *nv_panel_factory_new(css_uno_XComponentContext *context, nv_error *err)
{
    panel_factory *factory = nv_uno_object_new(&factory_class, err);

    if (factory)
        factory->context = nv_uno_acquire(context);
    return factory;
}
