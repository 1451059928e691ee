/* SPDX-License-Identifier: MPL-2.0 */
/* Values by the description of their type.
 *
 * A uno_Any keeps a value of up to a pointer's size in itself (pReserved) and
 * points to it with pData, so an any that C has copied points to where it
 * came from. Settling puts that right, and puts UNO's empty values where C has
 * zeroes, so that `T value = {0}` is a valid T. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

_Static_assert(sizeof(void *) == 8,
               "32-bit offices keep hyper and double of an any elsewhere");

void *nv_uno_any_data(const uno_Any *any)
{
    typelib_TypeClass kind = any->pType->eTypeClass;
    if (kind == typelib_TypeClass_STRUCT || kind == typelib_TypeClass_EXCEPTION)
        return any->pData;
    return (void *)&any->pReserved;
}

uno_Sequence *nv_uno_empty_sequence(void)
{
    static uno_Sequence empty = {1, 0, {0}}; /* its own reference stays */
    osl_atomic_increment(&empty.nRefCount);
    return &empty;
}

uno_Sequence *nv_uno_sequence_acquire(uno_Sequence *sequence)
{
    if (sequence)
        osl_atomic_increment(&sequence->nRefCount);
    return sequence;
}

static void settle_any(uno_Any *any)
{
    if (!any->pType)
        uno_any_construct(any, NULL, NULL, NULL);
    else if (any->pType->eTypeClass == typelib_TypeClass_VOID)
        any->pData = any;
    else if (any->pData != nv_uno_any_data(any))
        any->pData = nv_uno_any_data(any);
}

static bool is_fragile(typelib_TypeClass kind)
{
    return kind == typelib_TypeClass_STRING || kind == typelib_TypeClass_TYPE ||
           kind == typelib_TypeClass_ANY ||
           kind == typelib_TypeClass_SEQUENCE ||
           kind == typelib_TypeClass_STRUCT ||
           kind == typelib_TypeClass_EXCEPTION;
}

static void settle_elements(typelib_TypeDescriptionReference *element,
                            uno_Sequence *sequence)
{
    typelib_TypeDescription *described = NULL;
    if (!is_fragile(element->eTypeClass))
        return;
    TYPELIB_DANGER_GET(&described, element);
    if (!described)
        return;
    for (sal_Int32 i = 0; i < sequence->nElements; i++)
        nv_uno_settle(element, sequence->elements + i * described->nSize);
    TYPELIB_DANGER_RELEASE(described);
}

static void settle_sequence(typelib_TypeDescription *described,
                            uno_Sequence **sequence)
{
    if (*sequence)
        settle_elements(((typelib_IndirectTypeDescription *)described)->pType,
                        *sequence);
    else
        *sequence = nv_uno_empty_sequence();
}

static void settle_fields(typelib_CompoundTypeDescription *described,
                          char *value)
{
    if (described->pBaseTypeDescription)
        settle_fields(described->pBaseTypeDescription, value);
    for (sal_Int32 i = 0; i < described->nMembers; i++)
        nv_uno_settle(described->ppTypeRefs[i],
                      value + described->pMemberOffsets[i]);
}

static void settle_described(typelib_TypeDescriptionReference *type,
                             void *value)
{
    typelib_TypeDescription *described = NULL;
    TYPELIB_DANGER_GET(&described, type);
    if (!described)
        return;
    if (type->eTypeClass == typelib_TypeClass_SEQUENCE)
        settle_sequence(described, value);
    else
        settle_fields((typelib_CompoundTypeDescription *)described, value);
    TYPELIB_DANGER_RELEASE(described);
}

void nv_uno_settle(typelib_TypeDescriptionReference *type, void *value)
{
    switch (type->eTypeClass) {
    case typelib_TypeClass_STRING:
        if (!*(rtl_uString **)value)
            *(rtl_uString **)value = nv_uno_empty_string();
        break;
    case typelib_TypeClass_TYPE:
        if (!*(typelib_TypeDescriptionReference **)value) {
            typelib_TypeDescriptionReference *none =
                *typelib_static_type_getByTypeClass(typelib_TypeClass_VOID);
            typelib_typedescriptionreference_acquire(none);
            *(typelib_TypeDescriptionReference **)value = none;
        }
        break;
    case typelib_TypeClass_ANY:
        settle_any(value);
        break;
    case typelib_TypeClass_SEQUENCE:
    case typelib_TypeClass_STRUCT:
    case typelib_TypeClass_EXCEPTION:
        settle_described(type, value);
        break;
    default: /* numbers, enums and interfaces are valid as they are */
        break;
    }
}

void nv_uno_value_release(nv_uno_type *type, void *value)
{
    typelib_TypeDescription *described = nv_uno_describe(type, NULL);
    if (described) {
        nv_uno_settle(described->pWeakRef, value);
        uno_destructData(value, described, NULL);
    }
    memset(value, 0, type->size);
}

bool nv_uno_value_copy(nv_uno_type *type, void *copy, const void *value,
                       nv_error *err)
{
    typelib_TypeDescription *described = nv_uno_describe(type, err);
    memset(copy, 0, type->size);
    if (!described)
        return false;
    void *settled = malloc(type->size);
    if (!settled)
        return nv_fail(err, NV_ERROR_MEMORY, 0, "no memory to copy a %s",
                       type->name);
    memcpy(settled, value, type->size);
    nv_uno_settle(described->pWeakRef, settled);
    uno_copyData(copy, settled, described, NULL);
    free(settled);
    return true;
}

/* The elements in a settled copy, which shares what they point to. NULL
 * without memory; to be freed with free(). */
static char *settled_elements(typelib_TypeDescriptionReference *element,
                              size_t size, const void *elements,
                              sal_Int32 count)
{
    char *copy = malloc((size_t)count * size);
    if (!copy)
        return NULL;
    memcpy(copy, elements, (size_t)count * size);
    for (sal_Int32 i = 0; i < count; i++)
        nv_uno_settle(element, copy + (size_t)i * size);
    return copy;
}

uno_Sequence *nv_uno_sequence_new(nv_uno_type *type, const void *elements,
                                  sal_Int32 count)
{
    uno_Sequence *sequence = NULL;
    typelib_TypeDescription *described = nv_uno_describe(type, NULL);
    typelib_TypeDescription *element = NULL;
    char *settled = NULL;
    if (!described || count <= 0)
        return NULL;
    typelib_TypeDescriptionReference *element_type =
        ((typelib_IndirectTypeDescription *)described)->pType;
    typelib_typedescriptionreference_getDescription(&element, element_type);
    if (!element)
        return NULL;
    if (elements)
        settled = settled_elements(element_type, (size_t)element->nSize,
                                   elements, count);
    if (settled || !elements)
        uno_sequence_construct(&sequence, described, settled, count, NULL);
    free(settled);
    typelib_typedescription_release(element);
    return sequence;
}
