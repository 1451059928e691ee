/* SPDX-License-Identifier: MPL-2.0 */
/* See settings.h. */
#include "sidebar/settings.h"

#define NODE "/org.noteverbale.Options/Citing"
#define STYLE "Style"

/* The node of our settings as the service, ASCII, gives it: to be read, or to
 * be changed. Owned. */
static css_uno_XInterface *open_node(css_uno_XComponentContext *context,
                                     const rtl_uString *service, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *object = nv_uno_create(
        context, "com.sun.star.configuration.ConfigurationProvider", err);
    NV_UNO_OWNED css_lang_XMultiServiceFactory *provider =
        css_lang_XMultiServiceFactory_need(object, err);
    NV_UNO_OWNED_ANY uno_Any path = nv_uno_any_utf8(NODE);
    NV_UNO_OWNED_STRUCT(css_beans_NamedValue)
    node = {.Name = nv_uno_string("nodepath"), .Value = nv_uno_any_copy(&path)};
    NV_UNO_OWNED_ANY uno_Any argument = css_beans_NamedValue_any(&node);
    NV_UNO_OWNED_SEQ(nv_uno_any_seq)
    arguments = nv_uno_any_seq_new(&argument, 1);

    return css_lang_XMultiServiceFactory_createInstanceWithArguments(
        provider, (rtl_uString *)service, arguments, err);
}

char *nv_settings_style(css_uno_XComponentContext *context)
{
    nv_error err = {0};
    NV_UNO_OWNED css_uno_XInterface *node = open_node(
        context, NV_UNO_STR("com.sun.star.configuration.ConfigurationAccess"),
        &err);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(node, STYLE, &err);

    return err.code == NV_OK ? nv_uno_utf8(nv_uno_any_get_string(&value))
                             : NULL;
}

bool nv_settings_keep_style(css_uno_XComponentContext *context, const char *id,
                            nv_error *err)
{
    nv_error trouble = {0};
    NV_UNO_OWNED css_uno_XInterface *node = open_node(
        context,
        NV_UNO_STR("com.sun.star.configuration.ConfigurationUpdateAccess"),
        &trouble);
    NV_UNO_OWNED css_util_XChangesBatch *changes =
        css_util_XChangesBatch_need(node, &trouble);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_utf8(id);

    nv_uno_set(node, STYLE, &value, &trouble);
    css_util_XChangesBatch_commitChanges(changes, &trouble);
    if (trouble.code != NV_OK && err)
        *err = trouble;
    return trouble.code == NV_OK;
}
