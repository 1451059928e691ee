/* SPDX-License-Identifier: MPL-2.0 */
/* See commands.h. */
#include "commands/commands.h"

#include "base/array.h"
#include "commands/act.h"
#include "commands/help.h"
#include "commands/search.h"
#include "sidebar/shortcut.h"

/* `url` is what menus, shortcuts and Addons.xcu name. */
static const struct {
    const char *url;
    void (*run)(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                int what, nv_error *err);
    int what; /* a nv_deed, of nv_act_run() */
} commands[] = {
    {NV_COMMAND_SEARCH, nv_search_run, 0},
    {"vnd.noteverbale:help", nv_help_run, 0},
    {"vnd.noteverbale:options", nv_options_run, 0},
    {"vnd.noteverbale:refresh", nv_act_run, NV_DEED_REFRESH},
    {"vnd.noteverbale:edit", nv_act_run, NV_DEED_EDIT},
    {"vnd.noteverbale:quote", nv_act_run, NV_DEED_QUOTE},
    {"vnd.noteverbale:from-text", nv_act_run, NV_DEED_FROM_TEXT},
    {"vnd.noteverbale:remove", nv_act_run, NV_DEED_REMOVE},
    {"vnd.noteverbale:unlink", nv_act_run, NV_DEED_UNLINK},
    {"vnd.noteverbale:unlink-all", nv_act_run, NV_DEED_UNLINK_ALL},
    {"vnd.noteverbale:bibliography", nv_act_run, NV_DEED_LIST},
    {"vnd.noteverbale:timeline", nv_act_run, NV_DEED_TIMELINE},
    {"vnd.noteverbale:to-footnotes", nv_act_run, NV_DEED_TO_FOOTNOTES},
    {"vnd.noteverbale:to-endnotes", nv_act_run, NV_DEED_TO_ENDNOTES},
    {"vnd.noteverbale:to-text", nv_act_run, NV_DEED_TO_TEXT},
    {"vnd.noteverbale:own", nv_act_run, NV_DEED_OWN_DOCUMENT},
    {"vnd.noteverbale:change-own", nv_act_run, NV_DEED_CHANGE_OWN},
    {"vnd.noteverbale:adapt", nv_act_run, NV_DEED_ADAPT},
    {"vnd.noteverbale:import", nv_act_run, NV_DEED_IMPORT},
    {"vnd.noteverbale:export", nv_act_run, NV_DEED_EXPORT},
};

typedef struct {
    nv_uno_object base;
    css_uno_XComponentContext *context; /* owned */
    css_frame_XFrame *frame;            /* owned; NULL before initialize */
} handler;

/* The index in commands[], or NV_COUNT_OF(commands). */
static size_t find(const css_util_URL *url)
{
    size_t i = 0;

    while (i < NV_COUNT_OF(commands) &&
           !nv_uno_string_equals(url->Complete, commands[i].url))
        i++;
    return i;
}

/* XInitialization: LibreOffice gives the frame. */

static void initialize(void *self, nv_uno_any_seq args, nv_error *err)
{
    handler *me = self;

    (void)err;
    if (nv_uno_any_seq_len(args) == 0)
        return;
    nv_uno_release(me->frame);
    me->frame = css_frame_XFrame_from_any(nv_uno_any_seq_at(args));
}

static const css_lang_XInitialization_methods initialization = {
    .initialize = initialize,
};

/* XDispatchProvider */

static css_frame_XDispatch *query_dispatch(void *self, const css_util_URL *url,
                                           rtl_uString *target, sal_Int32 flags,
                                           nv_error *err)
{
    handler *me = self;

    (void)target, (void)flags, (void)err;
    if (find(url) == NV_COUNT_OF(commands))
        return NULL;
    return nv_uno_acquire(css_frame_XDispatch_of(&me->base));
}

static css_frame_XDispatch_seq
query_dispatches(void *self, css_frame_DispatchDescriptor_seq requests,
                 nv_error *err)
{
    sal_Int32 count = css_frame_DispatchDescriptor_seq_len(requests);
    css_frame_DispatchDescriptor *asked =
        css_frame_DispatchDescriptor_seq_at(requests);
    css_frame_XDispatch_seq found = css_frame_XDispatch_seq_new(NULL, count);

    count = css_frame_XDispatch_seq_len(found);
    for (sal_Int32 i = 0; i < count; i++)
        css_frame_XDispatch_seq_at(found)[i] =
            query_dispatch(self, &asked[i].FeatureURL, asked[i].FrameName,
                           asked[i].SearchFlags, err);
    return found;
}

static const css_frame_XDispatchProvider_methods provider = {
    .queryDispatch = query_dispatch,
    .queryDispatches = query_dispatches,
};

/* XDispatch */

static void dispatch(void *self, const css_util_URL *url,
                     css_beans_PropertyValue_seq args, nv_error *err)
{
    handler *me = self;
    size_t i = find(url);

    (void)args;
    if (i < NV_COUNT_OF(commands) && me->frame)
        commands[i].run(me->context, me->frame, commands[i].what, err);
}

/* Our commands are always possible, so a listener is told once. */
static void add_status(void *self, css_frame_XStatusListener *listener,
                       const css_util_URL *url, nv_error *err)
{
    handler *me = self;
    css_frame_FeatureStateEvent event = {
        .Source =
            (css_uno_XInterface *)(void *)css_frame_XDispatch_of(&me->base),
        .FeatureURL = *url,
        .IsEnabled = true,
        .State = nv_uno_any_void(),
    };

    css_frame_XStatusListener_statusChanged(listener, &event, err);
}

static void remove_status(void *self, css_frame_XStatusListener *listener,
                          const css_util_URL *url, nv_error *err)
{
    (void)self, (void)listener, (void)url, (void)err;
}

static const css_frame_XDispatch_methods dispatching = {
    .dispatch = dispatch,
    .addStatusListener = add_status,
    .removeStatusListener = remove_status,
};

static void destroy(void *self)
{
    handler *me = self;

    nv_uno_release(me->frame);
    nv_uno_release(me->context);
}

static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_lang_XInitialization, &initialization),
    NV_UNO_INTERFACE(css_frame_XDispatchProvider, &provider),
    NV_UNO_INTERFACE(css_frame_XDispatch, &dispatching),
};

static const char *const services[] = {"com.sun.star.frame.ProtocolHandler",
                                       NULL};

static const nv_uno_class handler_class = {
    .name = "org.noteverbale.Commands",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(handler),
    .destroy = destroy,
    .services = services,
    .flags = NV_UNO_WEAK,
};

void *nv_commands_new(css_uno_XComponentContext *context, nv_error *err)
{
    handler *me = nv_uno_object_new(&handler_class, err);

    if (me)
        me->context = nv_uno_acquire(context);
    return me;
}
