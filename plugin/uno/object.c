/* SPDX-License-Identifier: MPL-2.0 */
/* Objects of ours: how calls from UNO reach the typed functions of a class.
 *
 * A call names a member by its interface and its position there, and that
 * interface may be a base of the one that the class has a table for. For each
 * pair a view says once which slot each position stands for. */
#include "internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

enum { QUERY, ACQUIRE, RELEASE, FIRST_OWN }; /* positions in any interface */

struct nv_uno_view {
    struct nv_uno_view *next;
    typelib_InterfaceTypeDescription *interface; /* acquired for ever */
    sal_Int32 count; /* of slots; 0 where the type does not serve it */
    short slots[];   /* by position; -1: none */
};

static _Atomic(sal_Int32) alive;

sal_Int32 nv_uno_object_count(void)
{
    return atomic_load(&alive);
}

bool nv_uno_throw(nv_error *err, const char *type, const char *format, ...)
{
    char message[1024]; /* nv_fail cuts it between characters */
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    bool is_first = err && !err->code;
    nv_fail(err, NV_ERROR_UNO, 0, "%s", message);
    if (is_first)
        snprintf(err->origin, sizeof err->origin, "%s", type);
    return false;
}

/* The interfaces that every object answers, beside those of its class. */

static nv_uno_type_seq get_types(void *self, nv_error *err);

/* The office asks for it no more; UNO's documents want it empty. */
static nv_uno_byte_seq get_implementation_id(void *self, nv_error *err)
{
    (void)self;
    (void)err;
    return (nv_uno_byte_seq){NULL};
}

static css_uno_XAdapter *query_adapter(void *self, nv_error *err)
{
    return nv_uno_weak_adapter(self, err);
}

static rtl_uString *get_implementation_name(void *self, nv_error *err)
{
    (void)err;
    return nv_uno_string(((nv_uno_object *)self)->class_of->name);
}

static bool supports_service(void *self, rtl_uString *name, nv_error *err)
{
    (void)err;
    const char *const *service = ((nv_uno_object *)self)->class_of->services;
    while (*service && !nv_uno_string_equals(name, *service))
        service++;
    return *service != NULL;
}

static nv_uno_string_seq get_service_names(void *self, nv_error *err)
{
    (void)err;
    const char *const *services = ((nv_uno_object *)self)->class_of->services;
    sal_Int32 count = 0;
    while (services[count])
        count++;
    nv_uno_string_seq names = nv_uno_string_seq_new(NULL, count);
    for (sal_Int32 i = 0; i < nv_uno_string_seq_len(names); i++)
        nv_uno_string_seq_at(names)[i] = nv_uno_string(services[i]);
    return names;
}

static const css_lang_XTypeProvider_methods provider = {
    .getTypes = get_types,
    .getImplementationId = get_implementation_id,
};
static const css_uno_XWeak_methods weak = {.queryAdapter = query_adapter};
static const css_lang_XServiceInfo_methods service_info = {
    .getImplementationName = get_implementation_name,
    .supportsService = supports_service,
    .getSupportedServiceNames = get_service_names,
};

static const nv_uno_interface common[] = {
    NV_UNO_INTERFACE(css_lang_XTypeProvider, &provider),
    NV_UNO_INTERFACE(css_uno_XWeak, &weak),
    NV_UNO_INTERFACE(css_lang_XServiceInfo, &service_info),
};

/* The class's interfaces by number, then those of `common` that it has; NULL
 * for one that it has not, and past the end. */
static size_t interface_count(const nv_uno_class *class_of)
{
    return class_of->interface_count + NV_COUNT_OF(common);
}

static const nv_uno_interface *interface_at(const nv_uno_class *class_of,
                                            size_t index)
{
    if (index < class_of->interface_count)
        return &class_of->interfaces[index];
    const nv_uno_interface *found = &common[index - class_of->interface_count];
    bool is_absent =
        (found->methods == &weak && !(class_of->flags & NV_UNO_WEAK)) ||
        (found->methods == &service_info && !class_of->services);
    return is_absent ? NULL : found;
}

/* A type that this LibreOffice lacks is passed over. */
static nv_uno_type_seq get_types(void *self, nv_error *err)
{
    const nv_uno_class *class_of = ((nv_uno_object *)self)->class_of;
    typelib_TypeDescriptionReference *found[64]; /* no class has so many */
    sal_Int32 count = 0;
    size_t rows = interface_count(class_of);
    (void)err;
    for (size_t i = 0; i < rows && count < (sal_Int32)NV_COUNT_OF(found); i++) {
        const nv_uno_interface *row = interface_at(class_of, i);
        typelib_TypeDescriptionReference *type =
            row ? nv_uno_type_of(row->type, NULL) : NULL;
        if (type)
            found[count++] = type;
    }
    return nv_uno_type_seq_new(found, count);
}

/* Whether the interface is the wanted one or derived from it. */
static bool serves(nv_uno_type *type, typelib_TypeDescriptionReference *wanted)
{
    typelib_TypeDescriptionReference *own = nv_uno_type_of(type, NULL);
    return own &&
           typelib_typedescriptionreference_isAssignableFrom(wanted, own);
}

static bool has_interface(const nv_uno_object *object,
                          typelib_TypeDescriptionReference *wanted)
{
    if (wanted->eTypeClass != typelib_TypeClass_INTERFACE)
        return false;
    for (size_t i = 0; i < interface_count(object->class_of); i++) {
        const nv_uno_interface *row = interface_at(object->class_of, i);
        if (row && serves(row->type, wanted))
            return true;
    }
    return false;
}

static void query(nv_uno_object *object, uno_Any *result, void **args)
{
    typelib_TypeDescriptionReference *wanted =
        *(typelib_TypeDescriptionReference **)args[0];
    uno_Interface *self = &object->interface;
    if (has_interface(object, wanted))
        uno_type_any_construct(result, &self, wanted, NULL);
    else
        uno_any_construct(result, NULL, NULL, NULL);
}

/* Views */

static bool is_view_of(const struct nv_uno_view *view,
                       const typelib_InterfaceTypeDescription *interface)
{
    return view->interface == interface ||
           nv_uno_string_same(view->interface->aBase.pTypeName,
                              interface->aBase.pTypeName);
}

static short find_slot(const nv_uno_type *type, const rtl_uString *member)
{
    for (int i = 0; i < type->member_count; i++)
        if (nv_uno_is_member(member, type->members[i].name))
            return (short)i;
    return -1;
}

/* Also for an interface that the type does not serve, so that this is found
 * out once. Two threads may each add one: then the later is never found, and
 * stays. */
static struct nv_uno_view *add_view(nv_uno_type *type,
                                    typelib_InterfaceTypeDescription *interface)
{
    bool is_served = serves(type, interface->aBase.pWeakRef);
    size_t count = is_served ? (size_t)interface->nAllMembers : 0;
    struct nv_uno_view *view =
        malloc(sizeof *view + count * sizeof *view->slots);
    if (!view)
        return NULL;
    typelib_typedescription_acquire(&interface->aBase);
    view->interface = interface;
    view->count = (sal_Int32)count;
    for (size_t i = 0; i < count; i++)
        view->slots[i] = find_slot(type, interface->ppAllMembers[i]->pTypeName);
    view->next = atomic_load_explicit(&type->views, memory_order_acquire);
    while (!atomic_compare_exchange_weak_explicit(&type->views, &view->next,
                                                  view, memory_order_acq_rel,
                                                  memory_order_acquire))
        ;
    return view;
}

static struct nv_uno_view *view_of(nv_uno_type *type,
                                   typelib_InterfaceTypeDescription *interface)
{
    struct nv_uno_view *view =
        atomic_load_explicit(&type->views, memory_order_acquire);
    while (view && !is_view_of(view, interface))
        view = view->next;
    return view ? view : add_view(type, interface);
}

/* Where a call goes: the row of the class and the slot in it. */
typedef struct {
    const nv_uno_interface *row;
    short slot; /* -1: nowhere */
} target;

/* The first row that serves the interface. */
static target find_target(const nv_uno_class *class_of,
                          typelib_InterfaceTypeDescription *interface,
                          sal_Int32 position)
{
    for (size_t i = 0; i < interface_count(class_of); i++) {
        const nv_uno_interface *row = interface_at(class_of, i);
        const struct nv_uno_view *view =
            row ? view_of(row->type, interface) : NULL;
        if (view && position < view->count)
            return (target){row, view->slots[position]};
    }
    return (target){NULL, -1};
}

/* Arguments and results of a call that comes in */

typedef typelib_InterfaceMethodTypeDescription method_description;
typedef typelib_InterfaceAttributeTypeDescription attribute_description;

static bool is_method(const typelib_TypeDescription *member)
{
    return member->eTypeClass == typelib_TypeClass_INTERFACE_METHOD;
}

static typelib_InterfaceTypeDescription *
interface_of(const typelib_TypeDescription *member)
{
    return is_method(member)
               ? ((const method_description *)member)->pInterface
               : ((const attribute_description *)member)->pInterface;
}

static typelib_TypeDescriptionReference *
result_type(const typelib_TypeDescription *member)
{
    return is_method(member)
               ? ((const method_description *)member)->pReturnTypeRef
               : ((const attribute_description *)member)->pAttributeTypeRef;
}

static void make_zero(typelib_TypeDescriptionReference *type, void *value)
{
    typelib_TypeDescription *described = NULL;
    TYPELIB_DANGER_GET(&described, type);
    if (!described)
        return;
    memset(value, 0, (size_t)described->nSize);
    TYPELIB_DANGER_RELEASE(described);
}

/* UNO takes no result when an exception is thrown: what is there goes. */
static void finish(typelib_TypeDescriptionReference *type, void *value,
                   bool is_thrown)
{
    nv_uno_settle(type, value);
    if (is_thrown)
        uno_type_destructData(value, type, NULL);
}

typedef void (*each_out)(typelib_TypeDescriptionReference *type, void *value,
                         bool is_inout, bool is_thrown);

static void start_out(typelib_TypeDescriptionReference *type, void *value,
                      bool is_inout, bool is_thrown)
{
    (void)is_thrown;
    if (!is_inout)
        make_zero(type, value);
}

static void finish_out(typelib_TypeDescriptionReference *type, void *value,
                       bool is_inout, bool is_thrown)
{
    finish(type, value, is_thrown && !is_inout);
}

static void for_outs(const typelib_TypeDescription *member, void **args,
                     each_out apply, bool is_thrown)
{
    const method_description *method = (const method_description *)member;
    if (!is_method(member))
        return;
    for (sal_Int32 i = 0; i < method->nParams; i++)
        if (method->pParams[i].bOut)
            apply(method->pParams[i].pTypeRef, args[i], method->pParams[i].bIn,
                  is_thrown);
}

static bool has_result(const typelib_TypeDescription *member,
                       const void *result)
{
    return result && result_type(member)->eTypeClass != typelib_TypeClass_VOID;
}

/* A function that is not there: `disposing` may be left out. */
static void call_nothing(const nv_uno_object *object,
                         const nv_uno_member *member, nv_error *err)
{
    if (strcmp(member->name, "disposing") != 0)
        nv_uno_throw(err, "com.sun.star.uno.RuntimeException",
                     "%s does not support %s", object->class_of->name,
                     member->name);
}

static void call_slot(nv_uno_object *object, const target *to, bool is_set,
                      void *result, void **args, nv_error *err)
{
    const nv_uno_slot *slot = &to->row->slots[to->slot];
    nv_uno_shim shim = is_set ? slot->set : slot->call;
    size_t at = (size_t)(is_set ? slot->set_at : slot->call_at);
    nv_uno_function function = NULL;
    if (shim)
        memcpy(&function, (const char *)to->row->methods + at * sizeof function,
               sizeof function);
    if (function)
        shim(function, object, result, args, err);
    else
        call_nothing(object, &to->row->type->members[to->slot], err);
}

/* An attribute is set by a call that takes no result. */
static void call(nv_uno_object *object, const typelib_TypeDescription *member,
                 void *result, void **args, nv_error *err)
{
    sal_Int32 position =
        ((const typelib_InterfaceMemberTypeDescription *)member)->nPosition;
    target to = find_target(object->class_of, interface_of(member), position);
    bool is_set = !is_method(member) && !result;
    if (has_result(member, result))
        make_zero(result_type(member), result);
    for_outs(member, args, start_out, false);
    if (to.slot >= 0)
        call_slot(object, &to, is_set, result, args, err);
    else
        nv_uno_throw(err, "com.sun.star.uno.RuntimeException",
                     "%s has no such member", object->class_of->name);
    if (has_result(member, result))
        finish(result_type(member), result, err->code != NV_OK);
    for_outs(member, args, finish_out, err->code != NV_OK);
}

/* Throwing */

static nv_uno_type runtime_exception = {
    .name = "com.sun.star.uno.RuntimeException",
    .size = sizeof(css_uno_RuntimeException),
};

/* The description of the exception of that name, owned; that of a
 * RuntimeException when there is none. */
static typelib_TypeDescription *describe_exception(const char *name)
{
    typelib_TypeDescription *found = NULL;
    rtl_uString *text = nv_uno_string(name);
    if (*name && text)
        typelib_typedescription_getByName(&found, text);
    nv_uno_string_release(text);
    if (found && found->eTypeClass == typelib_TypeClass_EXCEPTION &&
        typelib_typedescription_complete(&found))
        return found;
    if (found)
        typelib_typedescription_release(found);
    found = nv_uno_describe(&runtime_exception, NULL);
    if (found)
        typelib_typedescription_acquire(found);
    return found;
}

static bool throw(nv_uno_object * object, const nv_error *err, uno_Any *out)
{
    typelib_TypeDescription *type = describe_exception(err->origin);
    css_uno_Exception *exception = type ? calloc(1, (size_t)type->nSize) : NULL;
    if (exception) {
        uno_constructData(exception, type);
        nv_uno_string_release(exception->Message);
        exception->Message = nv_uno_string(err->message);
        exception->Context = nv_uno_acquire(object);
        nv_uno_settle(type->pWeakRef, exception);
        uno_any_construct(out, exception, type, NULL);
        uno_destructData(exception, type, NULL);
        free(exception);
    }
    if (type)
        typelib_typedescription_release(type);
    return exception != NULL;
}

/* Life */

bool nv_uno_object_revive(nv_uno_object *object)
{
    sal_Int32 count = atomic_load(&object->references);
    while (count > 0)
        if (atomic_compare_exchange_weak(&object->references, &count,
                                         count + 1))
            return true;
    return false;
}

/* While the object dies, code that it calls may acquire and release it: with
 * a count this high that can't end it once more. */
static void end(nv_uno_object *object)
{
    enum { DYING = 0x40000000 };
    nv_uno_weak_end(object);
    atomic_store(&object->references, DYING);
    if (object->class_of->destroy)
        object->class_of->destroy(object);
    free(object);
    atomic_fetch_sub(&alive, 1);
}

static void SAL_CALL acquire(uno_Interface *self)
{
    atomic_fetch_add(&((nv_uno_object *)self)->references, 1);
}

static void SAL_CALL release(uno_Interface *self)
{
    nv_uno_object *object = (nv_uno_object *)self;
    if (atomic_fetch_sub(&object->references, 1) == 1)
        end(object);
}

static void SAL_CALL dispatch(uno_Interface *self,
                              const typelib_TypeDescription *member,
                              void *result, void **args, uno_Any **exception)
{
    nv_uno_object *object = (nv_uno_object *)self;
    nv_error err = {0};
    switch (
        ((const typelib_InterfaceMemberTypeDescription *)member)->nPosition) {
    case QUERY:
        query(object, result, args);
        break;
    case ACQUIRE:
        acquire(self);
        break;
    case RELEASE:
        release(self);
        break;
    default:
        call(object, member, result, args, &err);
    }
    if (!err.code || !throw(object, &err, *exception))
        *exception = NULL;
}

void *nv_uno_object_new(const nv_uno_class *class_of, nv_error *err)
{
    nv_uno_object *object = calloc(1, class_of->size);
    if (!object) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory for a %s", class_of->name);
        return NULL;
    }
    object->interface = (uno_Interface){acquire, release, dispatch};
    object->class_of = class_of;
    atomic_init(&object->references, 1);
    atomic_fetch_add(&alive, 1);
    return object;
}

void *nv_uno_object_is(void *interface, const nv_uno_class *class_of)
{
    if (!interface || ((uno_Interface *)interface)->pDispatcher != dispatch)
        return NULL;
    return ((nv_uno_object *)interface)->class_of == class_of ? interface : NULL;
}
