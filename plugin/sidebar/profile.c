/* SPDX-License-Identifier: MPL-2.0 */
/* See profile.h. */
#include "sidebar/profile.h"

#include <stdlib.h>

#include "base/buffer.h"

char *nv_system_path(css_uno_XComponentContext *context, const char *url,
                     nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *files =
        nv_uno_create(context, "com.sun.star.ucb.FileContentProvider", err);
    NV_UNO_OWNED css_ucb_XFileIdentifierConverter *converter =
        css_ucb_XFileIdentifierConverter_need(files, err);
    NV_UNO_OWNED_STRING rtl_uString *text = nv_uno_string(url);
    NV_UNO_OWNED_STRING rtl_uString *path =
        css_ucb_XFileIdentifierConverter_getSystemPathFromFileURL(converter,
                                                                  text, err);

    return path && path->length > 0 ? nv_uno_utf8(path) : NULL;
}

/* The URL of the profile's folder, as UTF-8. */
static char *profile_url(css_uno_XComponentContext *context, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *service =
        nv_uno_create(context, "com.sun.star.util.PathSubstitution", err);
    NV_UNO_OWNED css_util_XStringSubstitution *variables =
        css_util_XStringSubstitution_need(service, err);
    NV_UNO_OWNED_STRING rtl_uString *url =
        css_util_XStringSubstitution_substituteVariables(
            variables, NV_UNO_STR("$(user)"), true, err);

    return nv_uno_utf8(url);
}

char *nv_profile_path(css_uno_XComponentContext *context, const char *name)
{
    nv_error err = {0};
    nv_buffer url = NV_BUFFER_INIT;
    char *folder = profile_url(context, &err);
    char *path;

    nv_buffer_add_format(&url, "%s/%s", folder ? folder : "", name);
    free(folder);
    path = nv_system_path(context, url.text, &err);
    nv_buffer_release(&url);
    return path;
}
