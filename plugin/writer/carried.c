/* SPDX-License-Identifier: MPL-2.0 */
/* See carried.h. */
#include "writer/carried.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/citation_property.h"
#include "writer/properties.h"

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory to read what the document keeps");
}

static bool is_ours(const char *name)
{
    return strncmp(name, NV_CITATION_PROPERTY_PREFIX,
                   sizeof NV_CITATION_PROPERTY_PREFIX - 1) == 0;
}

static bool take(nv_carried *carried, const css_beans_PropertyValue *property,
                 nv_error *err)
{
    char *name = nv_uno_utf8(property->Name);
    const rtl_uString *text = nv_uno_any_get_string(&property->Value);
    char *value = text && name && is_ours(name) ? nv_uno_utf8(text) : NULL;

    if (value) {
        carried->names[carried->count] = name;
        carried->values[carried->count++] = value;
        return true;
    }
    if (!name || (text && is_ours(name)))
        fail_of_memory(err);
    free(name);
    return !err->code;
}

bool nv_carried_take(nv_carried *carried, css_frame_XModel *model,
                     nv_error *err)
{
    NV_UNO_OWNED css_beans_XPropertyContainer *properties =
        nv_properties_of(model, err);
    NV_UNO_OWNED css_beans_XPropertyAccess *access =
        css_beans_XPropertyAccess_need(properties, err);
    NV_UNO_OWNED_SEQ(css_beans_PropertyValue_seq)
    all = css_beans_XPropertyAccess_getPropertyValues(access, err);
    const size_t count = (size_t)css_beans_PropertyValue_seq_len(all);

    *carried = (nv_carried){0};
    if (err->code || count == 0)
        return !err->code;
    carried->names = calloc(count, sizeof *carried->names);
    carried->values = calloc(count, sizeof *carried->values);
    if (!carried->names || !carried->values)
        return fail_of_memory(err);
    for (size_t i = 0; i < count; i++)
        if (!take(carried, css_beans_PropertyValue_seq_at(all) + i, err))
            return false;
    return true;
}

void nv_carried_release(nv_carried *carried)
{
    for (size_t i = 0; i < carried->count; i++) {
        free(carried->names[i]);
        free(carried->values[i]);
    }
    free(carried->names);
    free(carried->values);
    *carried = (nv_carried){0};
}

static bool grow(nv_carried *carried)
{
    size_t capacity = carried->capacity;
    char **names =
        nv_array_grow(carried->names, carried->count, &capacity, sizeof *names);
    char **values;

    if (names)
        carried->names = names;
    capacity = carried->capacity;
    values = nv_array_grow(carried->values, carried->count, &capacity,
                           sizeof *values);
    if (values)
        carried->values = values;
    if (names && values)
        carried->capacity = capacity;
    return names && values;
}

void nv_carried_add(nv_carried *carried, const char *name, const char *value)
{
    char *name_copy = strdup(name), *value_copy = strdup(value);

    if (name_copy && value_copy && grow(carried)) {
        carried->names[carried->count] = name_copy;
        carried->values[carried->count++] = value_copy;
        return;
    }
    free(name_copy);
    free(value_copy);
}

void nv_carried_drop(nv_carried *carried, size_t index)
{
    free(carried->names[index]);
    free(carried->values[index]);
    carried->count--;
    carried->names[index] = carried->names[carried->count];
    carried->values[index] = carried->values[carried->count];
}

const char *nv_carried_get(void *self, const char *name)
{
    const nv_carried *carried = self;

    for (size_t i = 0; i < carried->count; i++)
        if (strcmp(carried->names[i], name) == 0)
            return carried->values[i];
    return NULL;
}
