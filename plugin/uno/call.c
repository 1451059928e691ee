/* SPDX-License-Identifier: MPL-2.0 */
/* Calls from C to UNO. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

void *nv_uno_acquire(void *object)
{
    if (object)
        ((uno_Interface *)object)->acquire(object);
    return object;
}

void nv_uno_release(void *object)
{
    if (object)
        ((uno_Interface *)object)->release(object);
}

void nv_uno_release_variable(void *variable)
{
    nv_uno_release(*(void **)variable);
}

/* The exception becomes the error and is gone. Every exception begins with
 * com.sun.star.uno.Exception, thus with its message. */
static void take_exception(const nv_uno_type *type, const nv_uno_member *member,
                           uno_Any *thrown, nv_error *err)
{
    char origin[sizeof err->origin];
    const css_uno_Exception *exception = nv_uno_any_data(thrown);
    char *message = nv_uno_utf8(exception->Message);
    nv_uno_ascii(thrown->pType->pTypeName, origin, sizeof origin);
    nv_fail(err, NV_ERROR_UNO, 0, "%s.%s failed%s%s (%s)",
            nv_uno_short_name(type->name), member->name,
            message && *message ? ": " : "", message ? message : "",
            nv_uno_short_name(origin));
    if (err)
        memcpy(err->origin, origin, sizeof origin);
    free(message);
    uno_any_destruct(thrown, NULL);
}

/* The type of a method's parameter, or of an attribute that is set. */
static typelib_TypeDescriptionReference *
parameter_type(const typelib_TypeDescription *member, int index)
{
    if (member->eTypeClass == typelib_TypeClass_INTERFACE_METHOD)
        return ((const typelib_InterfaceMethodTypeDescription *)member)
            ->pParams[index]
            .pTypeRef;
    return ((const typelib_InterfaceAttributeTypeDescription *)member)
        ->pAttributeTypeRef;
}

static size_t size_of(typelib_TypeDescriptionReference *type)
{
    typelib_TypeDescription *described = NULL;
    TYPELIB_DANGER_GET(&described, type);
    return described ? (size_t)described->nSize : 0;
}

/* How much of the stack the copy of a `v` takes, and the next one's begin. */
static size_t room_for(const typelib_TypeDescription *member, int index)
{
    const size_t step = _Alignof(max_align_t);
    return (size_of(parameter_type(member, index)) + step - 1) / step * step;
}

static size_t room_for_all(const char *hows,
                           const typelib_TypeDescription *member)
{
    size_t room = 0;
    for (int i = 0; hows[i]; i++)
        if (hows[i] == 'v')
            room += room_for(member, i);
    return room;
}

/* A NULL any is void, a NULL struct is not valid. */
static bool settle_copy(typelib_TypeDescriptionReference *type, void **arg,
                        void *room)
{
    size_t size = size_of(type);
    if (!*arg && type->eTypeClass != typelib_TypeClass_ANY)
        return false;
    if (*arg)
        memcpy(room, *arg, size);
    else
        memset(room, 0, size);
    nv_uno_settle(type, room);
    *arg = room;
    return true;
}

/* Makes one argument ready; false for a NULL that can't be. The letters are
 * cunomaker's:
 *   .  a number, enum or interface: nothing to do
 *   s  a string, NULL for the empty one
 *   q  a sequence of such that need nothing, NULL for the empty one
 *   x  a type, or a sequence whose elements are to be settled
 *   v  a struct or any to be settled, in a copy, for it is the caller's
 *   p  a struct that need not be settled
 *   i  an [inout] that is to be settled
 *   o  an [out], or an [inout] that need not be settled */
static bool make_ready(char how, typelib_TypeDescriptionReference *type,
                       void **arg, void *room)
{
    static uno_Sequence none = {1, 0, {0}};
    if (how == 'v')
        return settle_copy(type, arg, room);
    if (!*arg)
        return false;
    if (how == 's' && !*(rtl_uString **)*arg)
        *(rtl_uString **)*arg = nv_uno_empty_string();
    else if (how == 'q' && !*(uno_Sequence **)*arg)
        *(uno_Sequence **)*arg = &none;
    else if (how == 'x' || how == 'i')
        nv_uno_settle(type, *arg);
    return true;
}

/* -1, or the index of the argument that is not valid. */
static int make_all_ready(const char *hows,
                          const typelib_TypeDescription *member, void **args,
                          char *room)
{
    for (int i = 0; hows[i]; i++) {
        if (hows[i] == '.')
            continue;
        if (!make_ready(hows[i], parameter_type(member, i), &args[i], room))
            return i;
        if (hows[i] == 'v')
            room += room_for(member, i);
    }
    return -1;
}

/* Makes the call, with arguments that are ready. */
static inline bool dispatch(uno_Interface *self, const nv_uno_type *type,
                            int index, const typelib_TypeDescription *described,
                            void *result, void **args, nv_error *err)
{
    uno_Any exception, *thrown = &exception;
    self->pDispatcher(self, described, result, args, &thrown);
    if (!thrown)
        return true;
    take_exception(type, &type->members[index], thrown, err);
    return false;
}

/* The same where arguments have to be made ready first: apart, so that calls
 * that need nothing of the kind cost no more than pDispatcher alone. */
static __attribute__((noinline)) bool
make_ready_and_dispatch(uno_Interface *self, const nv_uno_type *type, int index,
                        const typelib_TypeDescription *described, void *result,
                        void **args, nv_error *err)
{
    const char *hows = type->members[index].arguments;
    size_t room = room_for_all(hows, described);
    int bad = make_all_ready(hows, described, args,
                             room ? __builtin_alloca(room) : NULL);
    if (bad < 0)
        return dispatch(self, type, index, described, result, args, err);
    return nv_fail(
        err, NV_ERROR_UNO, 0, "%s.%s was called with nothing as argument %d",
        nv_uno_short_name(type->name), type->members[index].name, bad + 1);
}

bool nv_uno_call(void *self, nv_uno_type *type, int index, void *result,
                 void **args, nv_error *err)
{
    nv_uno_member *member = &type->members[index];
    typelib_TypeDescription *described =
        atomic_load_explicit(&member->description, memory_order_acquire);
    if (err && err->code)
        return false;
    if (!self)
        return nv_fail(err, NV_ERROR_UNO, 0, "%s.%s was called on nothing",
                       nv_uno_short_name(type->name), member->name);
    if (!described)
        described = nv_uno_describe_member(type, index, err);
    if (!described)
        return false;
    if (!args || !*member->arguments)
        return dispatch(self, type, index, described, result, args, err);
    return make_ready_and_dispatch(self, type, index, described, result, args,
                                   err);
}

void *nv_uno_query(void *object, nv_uno_type *type, nv_error *err)
{
    static nv_uno_member members[] = {
        {.name = "queryInterface", .arguments = "."},
    };
    static nv_uno_type root = {.name = "com.sun.star.uno.XInterface",
                               .size = sizeof(void *),
                               .members = members,
                               .member_count = 1};
    if (!object || (err && err->code))
        return NULL;
    /* a type that this LibreOffice lacks, the object lacks too */
    typelib_TypeDescriptionReference *wanted = nv_uno_type_of(type, NULL);
    void *args[] = {&wanted};
    uno_Any found = {0};
    if (!wanted || !nv_uno_call(object, &root, 0, &found, args, err))
        return NULL;
    void *interface = nv_uno_acquire(nv_uno_any_get_interface(&found));
    nv_uno_any_release(&found);
    return interface;
}

void *nv_uno_need(void *object, nv_uno_type *type, nv_error *err)
{
    void *interface = nv_uno_query(object, type, err);
    if (!interface)
        nv_fail(err, NV_ERROR_UNO, 0, "%s has no %s",
                object ? "the object" : "nothing", type->name);
    return interface;
}
