/* SPDX-License-Identifier: MPL-2.0 */
/* See listener.h. A control that can't be listened to is silent; the panel
 * works on without it. */
#include "sidebar/listener.h"

#include <stdio.h>

#include "base/array.h"
#include "sidebar/ignore.h"

enum { ALL = -1 };

struct nv_listener {
    nv_uno_object base;
    const nv_listener_actions *actions;
    void *self; /* borrowed; NULL once the listener is deaf */
    void *holder;
    int id;
    const nv_controls *controls;  /* NULL: listens to no control */
    css_frame_XDispatch *command; /* owned; NULL: listens to no command */
    css_util_URL url;             /* of the command; owned */
    bool is_possible;             /* the command, as it was told last */
};

/* Passing on: the panel may be closed by what an event does. */

#define PASS_ON(listener, call)                                           \
    do {                                                                  \
        if ((listener)->self) {                                           \
            NV_UNO_OWNED void *held = nv_uno_acquire((listener)->holder); \
            (listener)->actions->call;                                    \
        }                                                                 \
    } while (0)

static void on_text(void *self, const css_awt_TextEvent *event, nv_error *err)
{
    nv_listener *listener = self;

    (void)event, (void)err;
    PASS_ON(listener, text(listener->self, listener->id));
}

static void on_item(void *self, const css_awt_ItemEvent *event, nv_error *err)
{
    nv_listener *listener = self;

    (void)event, (void)err;
    PASS_ON(listener, item(listener->self, listener->id));
}

static void on_action(void *self, const css_awt_ActionEvent *event,
                      nv_error *err)
{
    nv_listener *listener = self;

    (void)event, (void)err;
    PASS_ON(listener, action(listener->self, listener->id));
}

static void on_key(void *self, const css_awt_KeyEvent *event, nv_error *err)
{
    nv_listener *listener = self;

    (void)err;
    PASS_ON(listener, key(listener->self, listener->id, event));
}

static void on_focus(void *self, const css_awt_FocusEvent *event, nv_error *err)
{
    nv_listener *listener = self;

    (void)event, (void)err;
    PASS_ON(listener, focus(listener->self, listener->id));
}

static void on_blur(void *self, const css_awt_FocusEvent *event, nv_error *err)
{
    nv_listener *listener = self;

    (void)event, (void)err;
    PASS_ON(listener, blur(listener->self, listener->id));
}

static void on_resized(void *self, const css_awt_WindowEvent *event,
                       nv_error *err)
{
    nv_listener *listener = self;

    (void)event, (void)err;
    PASS_ON(listener, size(listener->self));
}

static void on_shown(void *self, const css_lang_EventObject *event,
                     nv_error *err)
{
    nv_listener *listener = self;

    (void)event, (void)err;
    PASS_ON(listener, size(listener->self));
    PASS_ON(listener, shown(listener->self));
}

static void on_status(void *self, const css_frame_FeatureStateEvent *event,
                      nv_error *err)
{
    nv_listener *listener = self;

    (void)err;
    if (listener->is_possible == (event->IsEnabled != 0))
        return;
    listener->is_possible = event->IsEnabled != 0;
    PASS_ON(listener, state(listener->self));
}

static const css_awt_XTextListener_methods text_methods = {
    .textChanged = on_text,
};
static const css_awt_XItemListener_methods item_methods = {
    .itemStateChanged = on_item,
};
static const css_awt_XActionListener_methods action_methods = {
    .actionPerformed = on_action,
};
static const css_awt_XKeyListener_methods key_methods = {
    .keyPressed = on_key,
    .keyReleased = nv_ignore_key,
};
static const css_awt_XFocusListener_methods focus_methods = {
    .focusGained = on_focus,
    .focusLost = on_blur,
};
static const css_awt_XWindowListener_methods window_methods = {
    .windowResized = on_resized,
    .windowMoved = nv_ignore_window,
    .windowShown = on_shown,
    .windowHidden = nv_ignore_event,
};
static const css_frame_XStatusListener_methods status_methods = {
    .statusChanged = on_status,
};

static void destroy(void *self)
{
    nv_listener *listener = self;

    css_util_URL_release(&listener->url);
}

static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_awt_XTextListener, &text_methods),
    NV_UNO_INTERFACE(css_awt_XItemListener, &item_methods),
    NV_UNO_INTERFACE(css_awt_XActionListener, &action_methods),
    NV_UNO_INTERFACE(css_awt_XKeyListener, &key_methods),
    NV_UNO_INTERFACE(css_awt_XFocusListener, &focus_methods),
    NV_UNO_INTERFACE(css_awt_XWindowListener, &window_methods),
    NV_UNO_INTERFACE(css_frame_XStatusListener, &status_methods),
};

static const nv_uno_class listener_class = {
    .name = "org.noteverbale.Listener",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(nv_listener),
    .destroy = destroy,
    .flags = NV_UNO_WEAK,
};

nv_listener *nv_listener_new(const nv_listener_actions *actions, void *self,
                             void *holder, nv_error *err)
{
    nv_listener *listener = nv_uno_object_new(&listener_class, err);

    if (!listener)
        return NULL;
    listener->actions = actions;
    listener->self = self;
    listener->holder = holder;
    return listener;
}

/* Coming and going: each of these adds the listener where the control has that
 * kind of event, or removes it; a control that has not is passed over. */

static void connect_text(nv_listener *listener, void *window, bool is_on)
{
    NV_UNO_OWNED css_awt_XTextComponent *field =
        css_awt_XTextComponent_query(window, NULL);
    css_awt_XTextListener *me = css_awt_XTextListener_of(&listener->base);

    if (field && is_on)
        css_awt_XTextComponent_addTextListener(field, me, NULL);
    else if (field)
        css_awt_XTextComponent_removeTextListener(field, me, NULL);
}

static void connect_list(nv_listener *listener, void *window, bool is_on)
{
    NV_UNO_OWNED css_awt_XListBox *list = css_awt_XListBox_query(window, NULL);
    css_awt_XItemListener *item = css_awt_XItemListener_of(&listener->base);
    css_awt_XActionListener *action =
        css_awt_XActionListener_of(&listener->base);

    if (list && is_on) {
        css_awt_XListBox_addItemListener(list, item, NULL);
        css_awt_XListBox_addActionListener(list, action, NULL);
    } else if (list) {
        css_awt_XListBox_removeItemListener(list, item, NULL);
        css_awt_XListBox_removeActionListener(list, action, NULL);
    }
}

static void connect_box(nv_listener *listener, void *window, bool is_on)
{
    NV_UNO_OWNED css_awt_XCheckBox *box = css_awt_XCheckBox_query(window, NULL);
    css_awt_XItemListener *me = css_awt_XItemListener_of(&listener->base);

    if (box && is_on)
        css_awt_XCheckBox_addItemListener(box, me, NULL);
    else if (box)
        css_awt_XCheckBox_removeItemListener(box, me, NULL);
}

static void connect_button(nv_listener *listener, void *window, bool is_on)
{
    NV_UNO_OWNED css_awt_XButton *button = css_awt_XButton_query(window, NULL);
    css_awt_XActionListener *me = css_awt_XActionListener_of(&listener->base);

    if (button && is_on)
        css_awt_XButton_addActionListener(button, me, NULL);
    else if (button)
        css_awt_XButton_removeActionListener(button, me, NULL);
}

static void connect_keys(nv_listener *listener, css_awt_XWindow *window,
                         bool is_on)
{
    css_awt_XKeyListener *key = css_awt_XKeyListener_of(&listener->base);
    css_awt_XFocusListener *focus = css_awt_XFocusListener_of(&listener->base);

    if (is_on) {
        css_awt_XWindow_addKeyListener(window, key, NULL);
        css_awt_XWindow_addFocusListener(window, focus, NULL);
    } else {
        css_awt_XWindow_removeKeyListener(window, key, NULL);
        css_awt_XWindow_removeFocusListener(window, focus, NULL);
    }
}

static void connect_size(nv_listener *listener, css_awt_XWindow *window,
                         bool is_on)
{
    css_awt_XWindowListener *me = css_awt_XWindowListener_of(&listener->base);

    if (is_on)
        css_awt_XWindow_addWindowListener(window, me, NULL);
    else
        css_awt_XWindow_removeWindowListener(window, me, NULL);
}

/* ALL stands for the window itself. */
static void connect_window(nv_listener *listener, bool is_on)
{
    css_awt_XWindow *window;

    if (listener->id == ALL) {
        connect_size(listener, listener->controls->panel, is_on);
        return;
    }
    window = listener->controls->window[listener->id];
    connect_text(listener, window, is_on);
    connect_list(listener, window, is_on);
    connect_box(listener, window, is_on);
    connect_button(listener, window, is_on);
    connect_keys(listener, window, is_on);
}

void nv_listener_control(nv_listener *listener, const nv_controls *controls,
                         int id)
{
    listener->controls = controls;
    listener->id = id;
    connect_window(listener, true);
}

void nv_listener_window(nv_listener *listener, const nv_controls *controls)
{
    nv_listener_control(listener, controls, ALL);
}

void nv_listener_command(nv_listener *listener, css_frame_XFrame *frame,
                         const char *name)
{
    char complete[64];
    NV_UNO_OWNED css_frame_XDispatchProvider *provider =
        css_frame_XDispatchProvider_query(frame, NULL);

    snprintf(complete, sizeof complete, ".uno:%s", name);
    listener->url.Complete = nv_uno_string(complete);
    listener->url.Main = nv_uno_string(complete);
    listener->url.Protocol = nv_uno_string(".uno:");
    listener->url.Path = nv_uno_string(name);
    listener->command = css_frame_XDispatchProvider_queryDispatch(
        provider, &listener->url, NULL, 0, NULL);
    css_frame_XDispatch_addStatusListener(
        listener->command, css_frame_XStatusListener_of(&listener->base),
        &listener->url, NULL);
}

static void leave_command(nv_listener *listener)
{
    css_frame_XDispatch *command = listener->command;

    listener->command = NULL;
    css_frame_XDispatch_removeStatusListener(
        command, css_frame_XStatusListener_of(&listener->base), &listener->url,
        NULL);
    nv_uno_release(command);
}

void nv_listener_free(nv_listener *listener)
{
    if (!listener)
        return;
    listener->self = NULL;
    leave_command(listener);
    if (listener->controls)
        connect_window(listener, false);
    listener->controls = NULL;
    nv_uno_release(listener);
}
