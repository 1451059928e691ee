/* SPDX-License-Identifier: MPL-2.0 */
/* See resource.h. */
#include "sidebar/resource.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

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

/* Owned; NULL where there is none of that key. */
static char *read_text(css_resource_XStringResourceResolver *resolver,
                       const char *key)
{
    nv_error err = {0};
    NV_UNO_OWNED_STRING rtl_uString *id = nv_uno_string(key);
    NV_UNO_OWNED_STRING rtl_uString *text = NULL;

    if (!css_resource_XStringResourceResolver_hasEntryForId(resolver, id, &err))
        return NULL;
    text =
        css_resource_XStringResourceResolver_resolveString(resolver, id, &err);
    return err.code == NV_OK ? nv_uno_utf8(text) : NULL;
}

static nv_tongue tongue_of(css_resource_XStringResourceResolver *resolver)
{
    NV_UNO_OWNED_STRUCT(css_lang_Locale)
    locale =
        css_resource_XStringResourceResolver_getCurrentLocale(resolver, NULL);
    char *code = nv_uno_utf8(locale.Language);
    const nv_tongue tongue = nv_tongue_from_tag(code);

    free(code);
    return tongue;
}

/* The forms of a phrase that counts; the first of them is that of "other". */
static void read_forms(nv_resource *resource,
                       css_resource_XStringResourceResolver *resolver,
                       nv_phrase phrase)
{
    nv_phrases *phrases = &resource->phrases;
    char **owned = resource->owned[phrase] + 1;
    char key[64];

    for (size_t i = 0; i < NV_PLURAL_COUNT; i++) {
        snprintf(key, sizeof key, "%s.%s", nv_phrase_key(phrase),
                 nv_plural_name((nv_plural)i));
        owned[i] = read_text(resolver, key);
        phrases->forms[phrase][i] = owned[i];
    }
    if (owned[NV_PLURAL_OTHER])
        phrases->text[phrase] = owned[NV_PLURAL_OTHER];
    else if (owned[NV_PLURAL_MANY])
        phrases->text[phrase] = owned[NV_PLURAL_MANY];
}

static void read_phrase(nv_resource *resource,
                        css_resource_XStringResourceResolver *resolver,
                        nv_phrase phrase)
{
    const char *key = nv_phrase_key(phrase);
    char *text = read_text(resolver, key);

    resource->owned[phrase][0] = text;
    resource->phrases.text[phrase] = text ? text : key;
    if (!text)
        read_forms(resource, resolver, phrase);
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
    resource->phrases.tongue = tongue_of(resolver);
    for (size_t i = 0; i < NV_PHRASE_COUNT; i++)
        read_phrase(resource, resolver, (nv_phrase)i);
}

void nv_resource_release(nv_resource *resource)
{
    for (size_t i = 0; i < NV_PHRASE_COUNT; i++)
        for (size_t j = 0; j < NV_COUNT_OF(resource->owned[i]); j++)
            free(resource->owned[i][j]);
    memset(resource, 0, sizeof *resource);
}
