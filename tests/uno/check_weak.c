/* SPDX-License-Identifier: MPL-2.0 */
/* Weak references: told once, never resurrected, from any thread. */
#include "echo.h"

#include "base/array.h"

/* Hears of an object's end, and tries to get hold of it then. */
typedef struct {
    nv_uno_object base;
    css_uno_XAdapter *adapter; /* borrowed */
    int told;
    bool found;
} listener;

static void on_dispose(void *self, nv_error *err)
{
    listener *l = self;
    css_uno_XInterface *object = css_uno_XAdapter_queryAdapted(l->adapter, err);
    l->told++;
    l->found = object != NULL;
    nv_uno_release(object);
}

static const css_uno_XReference_methods methods = {.dispose = on_dispose};
static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_uno_XReference, &methods),
};
static const nv_uno_class listener_class = {
    .name = "listener",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(listener),
};

static css_uno_XAdapter *adapter_of(void *object, nv_error *err)
{
    NV_UNO_OWNED css_uno_XWeak *weak = css_uno_XWeak_need(object, err);
    return css_uno_XWeak_queryAdapter(weak, err);
}

static void check_life(report *to)
{
    nv_error err = {0};
    css_uno_XInterface *object = new_echo(NULL, &err);
    NV_UNO_OWNED css_uno_XAdapter *adapter = adapter_of(object, &err);
    NV_UNO_OWNED css_uno_XAdapter *again = adapter_of(object, &err);
    listener *first = nv_uno_object_new(&listener_class, &err);
    listener *second = nv_uno_object_new(&listener_class, &err);
    first->adapter = second->adapter = adapter;
    css_uno_XAdapter_addReference(adapter, css_uno_XReference_of(&first->base),
                                  &err);
    css_uno_XAdapter_addReference(adapter, css_uno_XReference_of(&second->base),
                                  &err);
    css_uno_XAdapter_removeReference(
        adapter, css_uno_XReference_of(&second->base), &err);
    css_uno_XInterface *back = css_uno_XAdapter_queryAdapted(adapter, &err);
    report_line(to, adapter && adapter == again && back == object,
                "an adapter gives the object while it lives", err.message);
    nv_uno_release(back);
    nv_uno_release(object);
    report_line(to, first->told == 1 && !second->told,
                "who registered is told once, who left is not", "");
    report_line(to, !first->found, "nobody gets hold of a dying object", "");
    report_line(to, !css_uno_XAdapter_queryAdapted(adapter, &err) && !err.code,
                "afterwards an adapter gives nothing", err.message);
    nv_uno_release(first);
    nv_uno_release(second);
}

/* One thread lets the last reference go while another asks the adapter. */
typedef struct {
    css_uno_XInterface *object;
    _Atomic(int) ready;
} race;

static void SAL_CALL let_go(void *data)
{
    race *r = data;
    atomic_fetch_add(&r->ready, 1);
    while (atomic_load(&r->ready) < 2)
        ;
    nv_uno_release(r->object);
}

static void run_race(race *r)
{
    NV_UNO_OWNED css_uno_XAdapter *adapter = adapter_of(r->object, NULL);
    oslThread thread = osl_createThread(let_go, r);
    atomic_fetch_add(&r->ready, 1);
    while (atomic_load(&r->ready) < 2)
        ;
    css_uno_XInterface *found;
    while ((found = css_uno_XAdapter_queryAdapted(adapter, NULL)))
        nv_uno_release(found);
    osl_joinWithThread(thread);
    osl_destroyThread(thread);
}

static void check_race(report *to)
{
    enum { ROUNDS = 500 };
    sal_Int32 before = nv_uno_object_count();
    for (int i = 0; i < ROUNDS; i++) {
        race r = {.object = new_echo(NULL, NULL)};
        run_race(&r);
    }
    report_line(to, nv_uno_object_count() == before,
                "an object ends once while another thread asks for it", "");
}

void check_weak(report *to)
{
    check_life(to);
    check_race(to);
}
