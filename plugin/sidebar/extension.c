/* SPDX-License-Identifier: MPL-2.0 */
/* See extension.h. */
#include "sidebar/extension.h"

#include <stdlib.h>

#include "base/buffer.h"

/* The URL of the folder that the extension was unpacked to, as UTF-8. */
static char *folder_url(css_uno_XComponentContext *context, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *singleton = nv_uno_singleton(
        context, "com.sun.star.deployment.PackageInformationProvider", err);
    NV_UNO_OWNED css_deployment_XPackageInformationProvider *provider =
        css_deployment_XPackageInformationProvider_need(singleton, err);
    NV_UNO_OWNED_STRING rtl_uString *url =
        css_deployment_XPackageInformationProvider_getPackageLocation(
            provider, NV_UNO_STR(NV_EXTENSION_ID), err);

    return nv_uno_utf8(url);
}

static char *system_path(css_uno_XComponentContext *context, const char *url,
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

    return nv_uno_utf8(path);
}

char *nv_extension_path(css_uno_XComponentContext *context, const char *name,
                        nv_error *err)
{
    nv_error trouble = {0};
    nv_buffer url = NV_BUFFER_INIT;
    char *folder = folder_url(context, &trouble);
    char *path;

    nv_buffer_add_format(&url, "%s/%s", folder ? folder : "", name);
    free(folder);
    path = system_path(context, url.text, &trouble);
    nv_buffer_release(&url);
    if (trouble.code == NV_OK && path)
        return path;
    free(path);
    if (err && err->code == NV_OK)
        *err = trouble;
    nv_fail(err, NV_ERROR_MEMORY, 0, "no memory to find %s", name);
    return NULL;
}
