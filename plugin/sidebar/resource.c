/* SPDX-License-Identifier: MPL-2.0 */
/* See resource.h. */
#include "sidebar/resource.h"

#include <stdlib.h>
#include <string.h>

/* What made the window left its strings in the model of the dialog. */
static css_resource_XStringResourceResolver *
resolver_of(css_awt_XWindow *window)
{
    NV_UNO_OWNED css_awt_XControl *control =
        css_awt_XControl_query(window, NULL);
    NV_UNO_OWNED css_awt_XControlModel *model =
        css_awt_XControl_getModel(control, NULL);
    NV_UNO_OWNED_ANY uno_Any value =
        nv_uno_get(model, "ResourceResolver", NULL);

    return css_resource_XStringResourceResolver_from_any(&value);
}

static char *read_phrase(css_resource_XStringResourceResolver *resolver,
                         const char *key)
{
    nv_error err = {0};
    NV_UNO_OWNED_STRING rtl_uString *id = nv_uno_string(key);
    NV_UNO_OWNED_STRING rtl_uString *text =
        css_resource_XStringResourceResolver_resolveString(resolver, id, &err);

    return err.code == NV_OK ? nv_uno_utf8(text) : NULL;
}

static nv_language language_of(css_resource_XStringResourceResolver *resolver)
{
    NV_UNO_OWNED_STRUCT(css_lang_Locale)
    locale =
        css_resource_XStringResourceResolver_getCurrentLocale(resolver, NULL);

    return nv_uno_string_equals(locale.Language, "fr") ? NV_LANGUAGE_FR
                                                       : NV_LANGUAGE_EN;
}

char *nv_resource_text(css_awt_XWindow *window, const char *key)
{
    NV_UNO_OWNED css_resource_XStringResourceResolver *resolver =
        resolver_of(window);
    nv_error err = {0};
    NV_UNO_OWNED_STRING rtl_uString *id = nv_uno_string(key);
    NV_UNO_OWNED_STRING rtl_uString *text =
        css_resource_XStringResourceResolver_resolveString(resolver, id, &err);

    return err.code == NV_OK ? nv_uno_utf8(text) : strdup(key);
}

void nv_resource_init(nv_resource *resource, css_awt_XWindow *window)
{
    NV_UNO_OWNED css_resource_XStringResourceResolver *resolver =
        resolver_of(window);

    memset(resource, 0, sizeof *resource);
    resource->language = language_of(resolver);
    for (size_t i = 0; i < NV_PHRASE_COUNT; i++) {
        const char *key = nv_phrase_key((nv_phrase)i);

        resource->owned[i] = read_phrase(resolver, key);
        resource->phrases.text[i] =
            resource->owned[i] ? resource->owned[i] : key;
    }
}

void nv_resource_release(nv_resource *resource)
{
    for (size_t i = 0; i < NV_PHRASE_COUNT; i++)
        free(resource->owned[i]);
    memset(resource, 0, sizeof *resource);
}
