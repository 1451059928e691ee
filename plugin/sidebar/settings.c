/* SPDX-License-Identifier: MPL-2.0 */
/* See settings.h. */
#include "sidebar/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sidebar/configuration.h"

/* The group of a setting, owned. */
static css_uno_XInterface *open_group(css_uno_XComponentContext *context,
                                      nv_setting setting, bool is_to_change,
                                      nv_error *err)
{
    char path[64];

    snprintf(path, sizeof path, "/org.noteverbale.Options/%s",
             nv_setting_group(setting));
    return nv_configuration_open(context, path, is_to_change, err);
}

char *nv_settings_get(css_uno_XComponentContext *context, nv_setting setting)
{
    nv_error err = {0};
    NV_UNO_OWNED css_uno_XInterface *group =
        open_group(context, setting, false, &err);
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
    NV_UNO_OWNED css_uno_XInterface *group =
        open_group(context, setting, true, &trouble);
    NV_UNO_OWNED css_util_XChangesBatch *changes =
        css_util_XChangesBatch_need(group, &trouble);
    NV_UNO_OWNED_ANY uno_Any any = nv_uno_any_utf8(value);

    nv_uno_set(group, nv_setting_name(setting), &any, &trouble);
    css_util_XChangesBatch_commitChanges(changes, &trouble);
    if (trouble.code != NV_OK && err)
        *err = trouble;
    return trouble.code == NV_OK;
}
