/* SPDX-License-Identifier: MPL-2.0 */
/* See pasted.h. */
#include "writer/pasted.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "note/citation_property.h"
#include "note/property_file.h"
#include "writer/model.h"
#include "writer/properties.h"
#include "writer/store_memory.h"

static nv_property_file *kept; /* one for the process, as its profile is */

void nv_pasted_use(const char *path)
{
    if (kept && strcmp(nv_property_file_path(kept), path) == 0)
        return;
    nv_property_file_free(kept);
    kept = nv_property_file_open(path);
}

void nv_pasted_remember(const char *tail, const char *value)
{
    if (kept)
        nv_property_file_add(kept, tail, value);
}

static void name_of(char name[NV_DOCUMENT_PROPERTY_NAME], const char *tail)
{
    snprintf(name, NV_DOCUMENT_PROPERTY_NAME, NV_CITATION_PROPERTY_PREFIX "%s",
             tail);
}

/* Looking for one */

/* Of the next open document; NULL where that has none, or is no document. */
static char *read_next(css_container_XEnumeration *documents, const char *name,
                       nv_error *err)
{
    nv_error why = {0};
    NV_UNO_OWNED_ANY uno_Any element =
        css_container_XEnumeration_nextElement(documents, err);
    NV_UNO_OWNED css_frame_XModel *model =
        css_frame_XModel_query(nv_uno_any_get_interface(&element), NULL);
    NV_UNO_OWNED css_beans_XPropertyContainer *properties =
        model ? nv_properties_of(model, &why) : NULL;
    char *value = properties ? nv_properties_read(properties, name) : NULL;

    if (value && nv_property_file_is_value(value))
        return value;
    free(value);
    return NULL;
}

static char *find_in_documents(nv_essay *essay, const char *name)
{
    nv_error why = {0};
    NV_UNO_OWNED css_uno_XInterface *object = nv_uno_create(
        nv_essay_context(essay), "com.sun.star.frame.Desktop", &why);
    NV_UNO_OWNED css_frame_XDesktop *desktop =
        css_frame_XDesktop_need(object, &why);
    NV_UNO_OWNED css_container_XEnumerationAccess *all =
        css_frame_XDesktop_getComponents(desktop, &why);
    NV_UNO_OWNED css_container_XEnumeration *documents =
        css_container_XEnumerationAccess_createEnumeration(all, &why);
    char *value = NULL;

    while (!value &&
           css_container_XEnumeration_hasMoreElements(documents, &why) &&
           !why.code)
        value = read_next(documents, name, &why);
    return value;
}

char *nv_pasted_property(nv_essay *essay, const char *tail)
{
    char name[NV_DOCUMENT_PROPERTY_NAME];
    const char *known;
    char *value;

    name_of(name, tail);
    value = find_in_documents(essay, name);
    known = value || !kept ? NULL : nv_property_file_find(kept, tail);
    return known ? strdup(known) : value;
}

/* A census, and the next act */

void nv_pasted_fill(nv_essay *essay, nv_census *census)
{
    nv_store_memory *memory = nv_store_memory_of(essay, NULL);

    if (!memory)
        return;
    nv_carried_release(&memory->pasted);
    memory->pasted_into = census->model;
    for (size_t i = 0; i < census->count; i++) {
        nv_standing *standing = &census->standing[i];
        char key[NV_DOCUMENT_PROPERTY_NAME];
        nv_citation_name name;

        if (standing->property ||
            !nv_citation_name_read(standing->name, strlen(standing->name),
                                   &name) ||
            !name.has_property)
            continue;
        standing->property = nv_pasted_property(essay, name.tail);
        name_of(key, name.tail);
        if (standing->property)
            nv_carried_add(&memory->pasted, key, standing->property);
    }
}

void nv_pasted_keep_now(nv_essay *essay, css_frame_XModel *model)
{
    nv_error why = {0};
    nv_store_memory *memory = nv_store_memory_of(essay, NULL);
    NV_UNO_OWNED css_beans_XPropertyContainer *properties = NULL;

    if (!memory || memory->pasted_into != model || memory->pasted.count == 0)
        return;
    properties = nv_properties_of(model, &why);
    for (size_t i = 0; i < memory->pasted.count; i++)
        nv_properties_write(properties, memory->pasted.names[i],
                            memory->pasted.values[i], &why);
    nv_carried_release(&memory->pasted);
}
