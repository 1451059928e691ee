/* SPDX-License-Identifier: MPL-2.0 */
/* See pack_watch.h. The office tells of a change on the thread that installs,
 * with locks of its own held, and several times for one extension. So the one
 * listener that it knows does nothing there but start a timer, which then runs
 * on the main thread. The listener is never taken away: the manager of
 * extensions gives it back when the office ends. */
#include "sidebar/pack_watch.h"

#include <stdlib.h>

#include "base/array.h"
#include "uno/later.h"

enum { SETTLED = 200 /* milliseconds without another change */ };

struct nv_pack_watch {
    void (*changed)(void *self);
    void *self;
    nv_pack_watch *next;
};

typedef struct {
    nv_uno_object base;
    nv_uno_timer *timer; /* owned */
} extension_listener;

static nv_pack_watch *watches;
static nv_pack_watch *told; /* whom tell() tells next */

static void tell(void *data)
{
    (void)data;
    for (told = watches; told;) {
        nv_pack_watch *watch = told;

        told = told->next;
        watch->changed(watch->self);
    }
}

static void modified(void *self, const css_lang_EventObject *event,
                     nv_error *err)
{
    extension_listener *listener = self;

    (void)event, (void)err;
    nv_uno_timer_start(listener->timer, SETTLED);
}

static void destroy(void *self)
{
    extension_listener *listener = self;

    nv_uno_timer_free(listener->timer);
}

static const css_util_XModifyListener_methods modify = {
    .modified = modified,
};

static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_util_XModifyListener, &modify),
};

static const nv_uno_class listener_class = {
    .name = "org.noteverbale.ExtensionListener",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(extension_listener),
    .destroy = destroy,
};

static bool listen(css_uno_XComponentContext *context)
{
    nv_error err = {0};
    NV_UNO_OWNED css_uno_XInterface *manager = nv_uno_singleton(
        context, "com.sun.star.deployment.ExtensionManager", &err);
    NV_UNO_OWNED css_util_XModifyBroadcaster *broadcaster =
        css_util_XModifyBroadcaster_need(manager, &err);
    NV_UNO_OWNED extension_listener *listener =
        nv_uno_object_new(&listener_class, &err);

    if (!listener)
        return false;
    listener->timer = nv_uno_timer_new(context, tell, NULL, &err);
    css_util_XModifyBroadcaster_addModifyListener(
        broadcaster, css_util_XModifyListener_of(&listener->base), &err);
    return err.code == NV_OK;
}

nv_pack_watch *nv_pack_watch_new(css_uno_XComponentContext *context,
                                 void (*changed)(void *self), void *self)
{
    static bool is_listening;
    nv_pack_watch *watch;

    if (!is_listening)
        is_listening = listen(context);
    watch = is_listening ? calloc(1, sizeof *watch) : NULL;
    if (!watch)
        return NULL;
    *watch = (nv_pack_watch){changed, self, watches};
    watches = watch;
    return watch;
}

void nv_pack_watch_free(nv_pack_watch *watch)
{
    nv_pack_watch **at = &watches;

    if (!watch)
        return;
    while (*at && *at != watch)
        at = &(*at)->next;
    if (*at)
        *at = watch->next;
    if (told == watch)
        told = watch->next;
    free(watch);
}
