/* SPDX-License-Identifier: MPL-2.0 */
/* See properties.h. */
#include "writer/properties.h"

#include <string.h>

#include "note/citation_property.h"

css_beans_XPropertyContainer *nv_properties_of(css_frame_XModel *model,
                                               nv_error *err)
{
    NV_UNO_OWNED css_document_XDocumentPropertiesSupplier *supplier =
        css_document_XDocumentPropertiesSupplier_need(model, err);
    NV_UNO_OWNED css_document_XDocumentProperties *properties =
        css_document_XDocumentPropertiesSupplier_getDocumentProperties(supplier,
                                                                       err);

    return css_document_XDocumentProperties_getUserDefinedProperties(properties,
                                                                     err);
}

static bool has(css_beans_XPropertyContainer *properties, rtl_uString *name,
                nv_error *err)
{
    NV_UNO_OWNED css_beans_XPropertySet *set =
        css_beans_XPropertySet_need(properties, err);
    NV_UNO_OWNED css_beans_XPropertySetInfo *info =
        css_beans_XPropertySet_getPropertySetInfo(set, err);

    return css_beans_XPropertySetInfo_hasPropertyByName(info, name, err);
}

char *nv_properties_ask(css_beans_XPropertyContainer *properties,
                        const char *name, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *key = nv_uno_string(name);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_void();
    const rtl_uString *text;

    if (!has(properties, key, err))
        return NULL;
    value = nv_uno_get(properties, name, err);
    text = nv_uno_any_get_string(&value);
    return text ? nv_uno_utf8(text) : NULL;
}

char *nv_properties_read(css_beans_XPropertyContainer *properties,
                         const char *name)
{
    nv_error why = {0};

    return nv_properties_ask(properties, name, &why);
}

char *nv_properties_of_citation(css_beans_XPropertyContainer *properties,
                                const nv_citation_name *name)
{
    char key[sizeof NV_CITATION_PROPERTY_PREFIX + sizeof name->tail];

    if (!name->has_property)
        return NULL;
    strcpy(key, NV_CITATION_PROPERTY_PREFIX);
    strcat(key, name->tail);
    return nv_properties_read(properties, key);
}

static void set(css_beans_XPropertyContainer *properties, rtl_uString *name,
                const char *value, nv_error *err)
{
    NV_UNO_OWNED css_beans_XPropertySet *set =
        css_beans_XPropertySet_need(properties, err);
    NV_UNO_OWNED_ANY uno_Any text = nv_uno_any_utf8(value);

    css_beans_XPropertySet_setPropertyValue(set, name, &text, err);
}

static void add(css_beans_XPropertyContainer *properties, rtl_uString *name,
                const char *value, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any text = nv_uno_any_utf8(value);

    css_beans_XPropertyContainer_addProperty(
        properties, name, css_beans_PropertyAttribute_REMOVABLE, &text, err);
}

void nv_properties_write(css_beans_XPropertyContainer *properties,
                         const char *name, const char *value, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *key = nv_uno_string(name);
    const bool is_there = has(properties, key, err);

    if (value && is_there)
        set(properties, key, value, err);
    else if (value)
        add(properties, key, value, err);
    else if (is_there)
        css_beans_XPropertyContainer_removeProperty(properties, key, err);
}
