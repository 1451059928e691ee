/* SPDX-License-Identifier: MPL-2.0 */
/* See properties.h. */
#include "writer/properties.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE_MAX = 255 };

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

char *nv_properties_read(css_beans_XPropertyContainer *properties,
                         const char *name)
{
    nv_error why = {0};
    NV_UNO_OWNED_STRING rtl_uString *key = nv_uno_string(name);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_void();
    const rtl_uString *text;

    if (!has(properties, key, &why))
        return NULL;
    value = nv_uno_get(properties, name, &why);
    text = nv_uno_any_get_string(&value);
    return text ? nv_uno_utf8(text) : NULL;
}

char *nv_properties_style(css_frame_XModel *model)
{
    nv_error why = {0};
    NV_UNO_OWNED css_beans_XPropertyContainer *properties =
        nv_properties_of(model, &why);
    char *value =
        properties ? nv_properties_read(properties, NV_STYLE_PROPERTY) : NULL;

    if (value && strncmp(value, "1|", 2) == 0 && value[2] &&
        strlen(value) <= VALUE_MAX) {
        memmove(value, value + 2, strlen(value) - 1);
        return value;
    }
    free(value);
    return NULL;
}

void nv_properties_set_style(css_frame_XModel *model, const char *style)
{
    nv_error why = {0};
    char value[VALUE_MAX + 1];
    NV_UNO_OWNED css_beans_XPropertyContainer *properties =
        nv_properties_of(model, &why);
    NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(NV_STYLE_PROPERTY);
    NV_UNO_OWNED_ANY uno_Any text = nv_uno_any_void();

    if (snprintf(value, sizeof value, "1|%s", style) >= (int)sizeof value)
        return;
    text = nv_uno_any_utf8(value);
    if (has(properties, name, &why))
        nv_uno_set(properties, NV_STYLE_PROPERTY, &text, &why);
    else
        css_beans_XPropertyContainer_addProperty(
            properties, name, css_beans_PropertyAttribute_REMOVABLE, &text,
            &why);
}
