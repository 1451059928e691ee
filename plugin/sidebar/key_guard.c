/* SPDX-License-Identifier: MPL-2.0 */
/* See key_guard.h. */
#include "sidebar/key_guard.h"

#include "base/array.h"

struct nv_key_guard {
    nv_uno_object base;
    css_awt_XExtendedToolkit *toolkit; /* owned */
    bool (*take)(void *self, const css_awt_KeyEvent *event);
    void *self; /* borrowed; NULL once the guard is deaf */
    void *holder;
    bool is_on;
};

static bool on_key(void *self, const css_awt_KeyEvent *event, nv_error *err)
{
    nv_key_guard *guard = self;
    NV_UNO_OWNED void *held = NULL;

    (void)err;
    if (!guard->self || !guard->is_on)
        return false;
    held = nv_uno_acquire(guard->holder);
    return guard->take(guard->self, event);
}

static bool on_release(void *self, const css_awt_KeyEvent *event, nv_error *err)
{
    (void)self, (void)event, (void)err;
    return false;
}

static const css_awt_XKeyHandler_methods methods = {
    .keyPressed = on_key,
    .keyReleased = on_release,
};

static void destroy(void *self)
{
    nv_key_guard *guard = self;

    nv_uno_release(guard->toolkit);
}

static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_awt_XKeyHandler, &methods),
};

static const nv_uno_class guard_class = {
    .name = "org.noteverbale.KeyGuard",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(nv_key_guard),
    .destroy = destroy,
    .flags = NV_UNO_WEAK,
};

nv_key_guard *nv_key_guard_new(css_uno_XComponentContext *context,
                               bool (*take)(void *self,
                                            const css_awt_KeyEvent *event),
                               void *self, void *holder, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *service =
        nv_uno_create(context, "com.sun.star.awt.Toolkit", err);
    nv_key_guard *guard = nv_uno_object_new(&guard_class, err);

    if (!guard)
        return NULL;
    guard->toolkit = css_awt_XExtendedToolkit_query(service, err);
    guard->take = take;
    guard->self = self;
    guard->holder = holder;
    return guard;
}

/* A window that is left for another one may tell too late, or not at all. */
static nv_key_guard *guard_on; /* NULL: none is */

void nv_key_guard_set(nv_key_guard *guard, bool is_on)
{
    css_awt_XKeyHandler *me;

    if (!guard || guard->is_on == is_on)
        return;
    if (is_on && guard_on)
        nv_key_guard_set(guard_on, false);
    guard_on = is_on ? guard : NULL;
    me = css_awt_XKeyHandler_of(&guard->base);
    guard->is_on = is_on;
    if (is_on)
        css_awt_XExtendedToolkit_addKeyHandler(guard->toolkit, me, NULL);
    else
        css_awt_XExtendedToolkit_removeKeyHandler(guard->toolkit, me, NULL);
}

void nv_key_guard_free(nv_key_guard *guard)
{
    if (!guard)
        return;
    nv_key_guard_set(guard, false);
    guard->self = NULL;
    nv_uno_release(guard);
}
