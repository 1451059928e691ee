/* SPDX-License-Identifier: MPL-2.0 */
/* See extension.h. */
#include "sidebar/extension.h"

#include <stdlib.h>
#include <string.h>

#include "sidebar/profile.h"

static css_deployment_XPackageInformationProvider *
find_provider(css_uno_XComponentContext *context, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *singleton = nv_uno_singleton(
        context, "com.sun.star.deployment.PackageInformationProvider", err);

    return css_deployment_XPackageInformationProvider_need(singleton, err);
}

/* The URL of the folder that an extension was unpacked to, as UTF-8. */
static char *folder_url(css_deployment_XPackageInformationProvider *provider,
                        rtl_uString *identifier, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *url =
        css_deployment_XPackageInformationProvider_getPackageLocation(
            provider, identifier, err);

    return nv_uno_utf8(url);
}

char *nv_extension_path(css_uno_XComponentContext *context, const char *name,
                        nv_error *err)
{
    nv_error trouble = {0};
    nv_buffer url = NV_BUFFER_INIT;
    NV_UNO_OWNED css_deployment_XPackageInformationProvider *provider =
        find_provider(context, &trouble);
    char *folder = folder_url(provider, NV_UNO_STR(NV_EXTENSION_ID), &trouble);
    char *path;

    nv_buffer_add_format(&url, "%s/%s", folder ? folder : "", name);
    free(folder);
    path = nv_system_path(context, url.text, &trouble);
    nv_buffer_release(&url);
    if (trouble.code == NV_OK && path)
        return path;
    free(path);
    if (err && err->code == NV_OK)
        *err = trouble;
    nv_fail(err, NV_ERROR_MEMORY, 0, "no memory to find %s", name);
    return NULL;
}

rtl_uString *nv_extension_url(css_uno_XComponentContext *context,
                              const char *name, nv_error *err)
{
    nv_buffer url = NV_BUFFER_INIT;
    NV_UNO_OWNED css_deployment_XPackageInformationProvider *provider =
        find_provider(context, err);
    char *folder = folder_url(provider, NV_UNO_STR(NV_EXTENSION_ID), err);
    rtl_uString *whole;

    nv_buffer_add_format(&url, "%s/%s", folder ? folder : "", name);
    whole = folder ? nv_uno_string(url.text) : NULL;
    nv_buffer_release(&url);
    free(folder);
    return whole;
}

/* The others */

static int compare_identifiers(const void *a, const void *b)
{
    const rtl_uString *first = *(rtl_uString *const *)a;
    const rtl_uString *second = *(rtl_uString *const *)b;

    return rtl_ustr_compare(first->buffer, second->buffer);
}

static void add_folder(css_uno_XComponentContext *context,
                       css_deployment_XPackageInformationProvider *provider,
                       rtl_uString *identifier, nv_buffer *paths)
{
    nv_error err = {0};
    char *url = folder_url(provider, identifier, &err);
    char *path = nv_system_path(context, url ? url : "", &err);

    if (path)
        nv_buffer_add(paths, path, strlen(path) + 1);
    free(path);
    free(url);
}

/* Writes the identifiers of all but our own, which stay the list's. Each
 * element of the list is a pair of identifier and version. */
static size_t choose_others(nv_uno_string_seq_seq all,
                            rtl_uString *identifiers[])
{
    size_t found = 0;

    for (sal_Int32 i = 0; i < nv_uno_string_seq_seq_len(all); i++) {
        nv_uno_string_seq pair = nv_uno_string_seq_seq_at(all)[i];

        if (nv_uno_string_seq_len(pair) > 0 &&
            !nv_uno_string_equals(*nv_uno_string_seq_at(pair), NV_EXTENSION_ID))
            identifiers[found++] = *nv_uno_string_seq_at(pair);
    }
    return found;
}

void nv_extension_add_others(css_uno_XComponentContext *context,
                             nv_buffer *paths)
{
    nv_error err = {0};
    NV_UNO_OWNED css_deployment_XPackageInformationProvider *provider =
        find_provider(context, &err);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq_seq)
    all = css_deployment_XPackageInformationProvider_getExtensionList(provider,
                                                                      &err);
    size_t count = (size_t)nv_uno_string_seq_seq_len(all);
    rtl_uString **identifiers = calloc(count + 1, sizeof *identifiers);
    size_t found = identifiers ? choose_others(all, identifiers) : 0;

    if (found > 1)
        qsort(identifiers, found, sizeof *identifiers, compare_identifiers);
    for (size_t i = 0; i < found; i++)
        add_folder(context, provider, identifiers[i], paths);
    free(identifiers);
}
