/* SPDX-License-Identifier: MPL-2.0 */
/* Weak references. Who holds an object weakly holds its adapter, and asks that
 * for the object. The adapter knows the object without a reference; when the
 * object's count reaches zero it forgets it and tells all who registered.
 * From then on nobody can get hold of the object again: its count is raised
 * only from above zero. */
#include "internal.h"

#include <stdlib.h>

typedef struct {
    nv_uno_object base;
    nv_uno_object *object;          /* not a reference; NULL when it is gone */
    css_uno_XReference **listeners; /* owned */
    size_t count, capacity;
} adapter;

static css_uno_XInterface *query_adapted(void *self, nv_error *err)
{
    adapter *a = self;
    (void)err;
    nv_uno_lock();
    nv_uno_object *object = a->object;
    if (object && !nv_uno_object_revive(object))
        object = NULL;
    nv_uno_unlock();
    return (css_uno_XInterface *)(void *)object;
}

static bool has_room(adapter *a)
{
    if (a->count < a->capacity)
        return true;
    size_t capacity = a->capacity ? a->capacity * 2 : 4;
    css_uno_XReference **larger =
        realloc(a->listeners, capacity * sizeof(css_uno_XReference *));
    if (!larger)
        return false;
    a->listeners = larger;
    a->capacity = capacity;
    return true;
}

static void add_reference(void *self, css_uno_XReference *listener,
                          nv_error *err)
{
    adapter *a = self;
    if (!listener)
        return;
    nv_uno_lock();
    bool ok = has_room(a);
    if (ok)
        a->listeners[a->count++] = nv_uno_acquire(listener);
    nv_uno_unlock();
    if (!ok)
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory for a weak reference");
}

static void remove_reference(void *self, css_uno_XReference *listener,
                             nv_error *err)
{
    adapter *a = self;
    css_uno_XReference *found = NULL;
    (void)err;
    nv_uno_lock();
    for (size_t i = a->count; !found && i > 0; i--)
        if (a->listeners[i - 1] == listener) {
            found = listener;
            a->listeners[i - 1] = a->listeners[--a->count];
        }
    nv_uno_unlock();
    nv_uno_release(found);
}

static void destroy(void *self)
{
    adapter *a = self;
    for (size_t i = 0; i < a->count; i++)
        nv_uno_release(a->listeners[i]);
    free(a->listeners);
}

static const css_uno_XAdapter_methods methods = {
    .queryAdapted = query_adapted,
    .addReference = add_reference,
    .removeReference = remove_reference,
};
static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_uno_XAdapter, &methods),
};
static const nv_uno_class adapter_class = {
    .name = "nv_uno_adapter",
    .interfaces = interfaces,
    .interface_count = 1,
    .size = sizeof(adapter),
    .destroy = destroy,
};

css_uno_XAdapter *nv_uno_weak_adapter(nv_uno_object *object, nv_error *err)
{
    void *known = atomic_load(&object->adapter);
    if (!known) {
        adapter *made = nv_uno_object_new(&adapter_class, err);
        if (!made)
            return NULL;
        made->object = object;
        if (atomic_compare_exchange_strong(&object->adapter, &known, made))
            known = made;
        else
            nv_uno_release(made);
    }
    return nv_uno_acquire(known);
}

void nv_uno_weak_end(nv_uno_object *object)
{
    adapter *a = atomic_load(&object->adapter);
    if (!a)
        return;
    nv_uno_lock();
    a->object = NULL;
    css_uno_XReference **listeners = a->listeners;
    size_t count = a->count;
    a->listeners = NULL;
    a->count = a->capacity = 0;
    nv_uno_unlock();
    for (size_t i = 0; i < count; i++) {
        css_uno_XReference_dispose(listeners[i], NULL);
        nv_uno_release(listeners[i]);
    }
    free(listeners);
    nv_uno_release(a);
}
