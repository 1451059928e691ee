/* SPDX-License-Identifier: MPL-2.0 */
/* See settings.h. */
#include "sidebar/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The group of a setting as the service, ASCII, gives it: to be read, or to be
 * changed. Owned. */
static css_uno_XInterface *open_group(css_uno_XComponentContext *context,
                                      nv_setting setting,
                                      const rtl_uString *service, nv_error *err)
{
    char path[64];
    NV_UNO_OWNED css_uno_XInterface *object = nv_uno_create(
        context, "com.sun.star.configuration.ConfigurationProvider", err);
    NV_UNO_OWNED css_lang_XMultiServiceFactory *provider =
        css_lang_XMultiServiceFactory_need(object, err);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_void();
    NV_UNO_OWNED_STRUCT(css_beans_NamedValue)
    node = {.Name = nv_uno_string("nodepath")};
    NV_UNO_OWNED_ANY uno_Any argument = nv_uno_any_void();
    NV_UNO_OWNED_SEQ(nv_uno_any_seq) arguments = {0};

    snprintf(path, sizeof path, "/org.noteverbale.Options/%s",
             nv_setting_group(setting));
    value = nv_uno_any_utf8(path);
    node.Value = nv_uno_any_copy(&value);
    argument = css_beans_NamedValue_any(&node);
    arguments = nv_uno_any_seq_new(&argument, 1);
    return css_lang_XMultiServiceFactory_createInstanceWithArguments(
        provider, (rtl_uString *)service, arguments, err);
}

char *nv_settings_get(css_uno_XComponentContext *context, nv_setting setting)
{
    nv_error err = {0};
    NV_UNO_OWNED css_uno_XInterface *group = open_group(
        context, setting,
        NV_UNO_STR("com.sun.star.configuration.ConfigurationAccess"), &err);
    NV_UNO_OWNED_ANY uno_Any any =
        nv_uno_get(group, nv_setting_name(setting), &err);
    char *value;

    if (err.code != NV_OK)
        return NULL;
    value = nv_uno_utf8(nv_uno_any_get_string(&any));
    if (!value || nv_setting_allows(setting, value))
        return value;
    free(value);
    return strdup(nv_setting_usual(setting));
}

bool nv_settings_is(css_uno_XComponentContext *context, nv_setting setting,
                    const char *value)
{
    char *now = nv_settings_get(context, setting);
    const bool is_so =
        strcmp(now ? now : nv_setting_usual(setting), value) == 0;

    free(now);
    return is_so;
}

bool nv_settings_keep(css_uno_XComponentContext *context, nv_setting setting,
                      const char *value, nv_error *err)
{
    nv_error trouble = {0};
    NV_UNO_OWNED css_uno_XInterface *group = open_group(
        context, setting,
        NV_UNO_STR("com.sun.star.configuration.ConfigurationUpdateAccess"),
        &trouble);
    NV_UNO_OWNED css_util_XChangesBatch *changes =
        css_util_XChangesBatch_need(group, &trouble);
    NV_UNO_OWNED_ANY uno_Any any = nv_uno_any_utf8(value);

    nv_uno_set(group, nv_setting_name(setting), &any, &trouble);
    css_util_XChangesBatch_commitChanges(changes, &trouble);
    if (trouble.code != NV_OK && err)
        *err = trouble;
    return trouble.code == NV_OK;
}
