/* SPDX-License-Identifier: MPL-2.0 */
/* Descriptions of types and members: looked up by name at first use and kept.
 * Two threads may look up the same one at once; one of them wins. */
#include "internal.h"

#include <string.h>

#define SIMPLE(id, idl, c)                                             \
    nv_uno_type nv_uno_##id##_type = {.name = idl, .size = sizeof(c)}; \
    nv_uno_type nv_uno_##id##_seq_type = {.name = "[]" idl,            \
                                          .size = sizeof(uno_Sequence *)};
SIMPLE(bool, "boolean", sal_Bool)
SIMPLE(byte, "byte", sal_Int8)
SIMPLE(short, "short", sal_Int16)
SIMPLE(ushort, "unsigned short", sal_uInt16)
SIMPLE(long, "long", sal_Int32)
SIMPLE(ulong, "unsigned long", sal_uInt32)
SIMPLE(hyper, "hyper", sal_Int64)
SIMPLE(uhyper, "unsigned hyper", sal_uInt64)
SIMPLE(float, "float", float)
SIMPLE(double, "double", double)
SIMPLE(char, "char", sal_Unicode)
SIMPLE(string, "string", rtl_uString *)
SIMPLE(type, "type", typelib_TypeDescriptionReference *)
SIMPLE(any, "any", uno_Any)

/* The SDK defines these inline in a header; without optimisation C wants one
 * file where they really are. */
extern bool TYPELIB_TYPEDESCRIPTIONREFERENCE_ISREALLYWEAK(_typelib_TypeClass);
extern void TYPELIB_DANGER_GET(typelib_TypeDescription **,
                               typelib_TypeDescriptionReference *);
extern void TYPELIB_DANGER_RELEASE(typelib_TypeDescription *);

char *nv_uno_ascii(const rtl_uString *text, char *to, size_t size)
{
    size_t len = text ? (size_t)text->length : 0;
    if (len >= size)
        len = size - 1;
    for (size_t i = 0; i < len; i++)
        to[i] = text->buffer[i] < 128 ? (char)text->buffer[i] : '?';
    to[len] = '\0';
    return to;
}

const char *nv_uno_short_name(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot ? dot + 1 : name;
}

/* Stores what was found in an empty slot, or gives it back when another
 * thread was faster; returns what the slot holds. */
static typelib_TypeDescription *
publish(_Atomic(typelib_TypeDescription *) *slot,
        typelib_TypeDescription *found)
{
    typelib_TypeDescription *other = NULL;
    if (atomic_compare_exchange_strong_explicit(
            slot, &other, found, memory_order_acq_rel, memory_order_acquire))
        return found;
    typelib_typedescription_release(found);
    return other;
}

static typelib_TypeDescription *look_up(const char *name)
{
    typelib_TypeDescription *found = NULL;
    rtl_uString *text = nv_uno_string(name);
    if (!text)
        return NULL;
    typelib_typedescription_getByName(&found, text);
    rtl_uString_release(text);
    if (found && !typelib_typedescription_complete(&found)) {
        typelib_typedescription_release(found);
        found = NULL;
    }
    return found;
}

typelib_TypeDescription *nv_uno_describe(nv_uno_type *type, nv_error *err)
{
    typelib_TypeDescription *found =
        atomic_load_explicit(&type->description, memory_order_acquire);
    if (found)
        return found;
    found = look_up(type->name);
    if (!found) {
        nv_fail(err, NV_ERROR_UNO, 0, "this LibreOffice has no type %s",
                type->name);
        return NULL;
    }
    if ((size_t)found->nSize != type->size) {
        typelib_typedescription_release(found);
        nv_fail(err, NV_ERROR_UNO, 0,
                "this LibreOffice lays out %s in another way", type->name);
        return NULL;
    }
    return publish(&type->description, found);
}

typelib_TypeDescriptionReference *nv_uno_type_of(nv_uno_type *type,
                                                 nv_error *err)
{
    typelib_TypeDescription *found = nv_uno_describe(type, err);
    return found ? found->pWeakRef : NULL;
}

bool nv_uno_is_member(const rtl_uString *full, const char *name)
{
    const sal_Unicode *at = full->buffer, *end = at + full->length;
    while (end - at > 2 && !(at[0] == ':' && at[1] == ':'))
        at++;
    at += 2;
    for (; *name && at < end && *at == (unsigned char)*name; at++)
        name++;
    return !*name && (at >= end || *at == ':');
}

static typelib_TypeDescription *find_member(typelib_TypeDescription *interface,
                                            const char *name)
{
    typelib_InterfaceTypeDescription *in =
        (typelib_InterfaceTypeDescription *)interface;
    typelib_TypeDescription *found = NULL;
    for (sal_Int32 i = 0; !found && i < in->nAllMembers; i++)
        if (nv_uno_is_member(in->ppAllMembers[i]->pTypeName, name))
            typelib_typedescriptionreference_getDescription(
                &found, in->ppAllMembers[i]);
    return found;
}

typelib_TypeDescription *nv_uno_describe_member(nv_uno_type *type, int index,
                                                nv_error *err)
{
    nv_uno_member *member = &type->members[index];
    typelib_TypeDescription *found =
        atomic_load_explicit(&member->description, memory_order_acquire);
    if (found)
        return found;
    typelib_TypeDescription *interface = nv_uno_describe(type, err);
    if (!interface)
        return NULL;
    found = find_member(interface, member->name);
    if (found)
        return publish(&member->description, found);
    nv_fail(err, NV_ERROR_UNO, 0, "this LibreOffice's %s has no %s", type->name,
            member->name);
    return NULL;
}
