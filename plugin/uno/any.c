/* SPDX-License-Identifier: MPL-2.0 */
/* Anys: made from values, and read. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

uno_Any nv_uno_any_void(void)
{
    uno_Any any;
    uno_any_construct(&any, NULL, NULL, NULL);
    return any;
}

uno_Any nv_uno_any_of(nv_uno_type *type, const void *value)
{
    uno_Any any;
    typelib_TypeDescription *described = nv_uno_describe(type, NULL);
    void *settled = described ? malloc(type->size) : NULL;
    if (!settled)
        return nv_uno_any_void();
    memcpy(settled, value, type->size);
    nv_uno_settle(described->pWeakRef, settled);
    uno_any_construct(&any, settled, described, NULL);
    free(settled);
    return any;
}

#define SIMPLE(id, kind, c)                                                \
    uno_Any nv_uno_any_##id(c value)                                       \
    {                                                                      \
        uno_Any any;                                                       \
        uno_type_any_construct(                                            \
            &any, &value,                                                  \
            *typelib_static_type_getByTypeClass(typelib_TypeClass_##kind), \
            NULL);                                                         \
        return any;                                                        \
    }                                                                      \
    bool nv_uno_any_get_##id(const uno_Any *any, c *out)                   \
    {                                                                      \
        return read_simple(any, typelib_TypeClass_##kind, out);            \
    }

/* Assigns with UNO's own rules of widening. */
static bool read_simple(const uno_Any *any, typelib_TypeClass kind, void *out)
{
    if (nv_uno_any_is_void(any))
        return false;
    return uno_type_assignData(out, *typelib_static_type_getByTypeClass(kind),
                               nv_uno_any_data(any), any->pType, NULL, NULL,
                               NULL);
}

SIMPLE(byte, BYTE, sal_Int8)
SIMPLE(short, SHORT, sal_Int16)
SIMPLE(ushort, UNSIGNED_SHORT, sal_uInt16)
SIMPLE(long, LONG, sal_Int32)
SIMPLE(ulong, UNSIGNED_LONG, sal_uInt32)
SIMPLE(hyper, HYPER, sal_Int64)
SIMPLE(uhyper, UNSIGNED_HYPER, sal_uInt64)
SIMPLE(float, FLOAT, float)
SIMPLE(double, DOUBLE, double)
SIMPLE(char, CHAR, sal_Unicode)

uno_Any nv_uno_any_bool(bool value)
{
    sal_Bool as_uno = value;
    return nv_uno_any_of(&nv_uno_bool_type, &as_uno);
}

bool nv_uno_any_get_bool(const uno_Any *any, bool *out)
{
    sal_Bool value = 0;
    if (!read_simple(any, typelib_TypeClass_BOOLEAN, &value))
        return false;
    *out = value != 0;
    return true;
}

uno_Any nv_uno_any_string(const rtl_uString *value)
{
    return nv_uno_any_of(&nv_uno_string_type, &value);
}

uno_Any nv_uno_any_utf8(const char *value)
{
    rtl_uString *text = nv_uno_string(value);
    uno_Any any = nv_uno_any_string(text);
    nv_uno_string_release(text);
    return any;
}

uno_Any nv_uno_any_type_value(typelib_TypeDescriptionReference *value)
{
    return nv_uno_any_of(&nv_uno_type_type, &value);
}

uno_Any nv_uno_any_copy(const uno_Any *any)
{
    uno_Any copy;
    if (nv_uno_any_is_void(any))
        return nv_uno_any_void();
    uno_type_any_construct(&copy, nv_uno_any_data(any), any->pType, NULL);
    return copy;
}

void nv_uno_any_release(uno_Any *any)
{
    if (!any)
        return;
    if (any->pType)
        uno_any_destruct(any, NULL);
    memset(any, 0, sizeof *any);
}

bool nv_uno_any_is_void(const uno_Any *any)
{
    return !any || !any->pType ||
           any->pType->eTypeClass == typelib_TypeClass_VOID;
}

const rtl_uString *nv_uno_any_type_name(const uno_Any *any)
{
    return nv_uno_any_is_void(any) ? NV_UNO_STR("void") : any->pType->pTypeName;
}

/* The pointer in the any when it holds a value of that kind, else NULL. */
static void *pointer_in(const uno_Any *any, typelib_TypeClass kind)
{
    if (nv_uno_any_is_void(any) || any->pType->eTypeClass != kind)
        return NULL;
    return any->pReserved;
}

rtl_uString *nv_uno_any_get_string(const uno_Any *any)
{
    return pointer_in(any, typelib_TypeClass_STRING);
}

typelib_TypeDescriptionReference *nv_uno_any_get_type(const uno_Any *any)
{
    return pointer_in(any, typelib_TypeClass_TYPE);
}

void *nv_uno_any_get_interface(const uno_Any *any)
{
    return pointer_in(any, typelib_TypeClass_INTERFACE);
}

/* Without a look at the type's size: *out is as large. */
static bool assign(typelib_TypeDescription *described, const uno_Any *any,
                   void *out)
{
    uno_constructData(out, described);
    if (uno_type_assignData(out, described->pWeakRef, nv_uno_any_data(any),
                            any->pType, NULL, NULL, NULL))
        return true;
    uno_destructData(out, described, NULL);
    return false;
}

bool nv_uno_any_read(nv_uno_type *type, const uno_Any *any, void *out)
{
    memset(out, 0, type->size);
    typelib_TypeDescription *described = nv_uno_describe(type, NULL);
    if (nv_uno_any_is_void(any) || !described)
        return false;
    if (!assign(described, any, out)) {
        memset(out, 0, type->size);
        return false;
    }
    return described->eTypeClass != typelib_TypeClass_INTERFACE ||
           *(void **)out;
}
