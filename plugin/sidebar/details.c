/* SPDX-License-Identifier: MPL-2.0 */
/* See details.h. The build defines NV_VERSION. */
#include "sidebar/details.h"

#include <stdlib.h>

#include "sidebar/configuration.h"
#include "sidebar/pack_store.h"

static char *office_version(css_uno_XComponentContext *context)
{
    NV_UNO_OWNED css_uno_XInterface *product = nv_configuration_open(
        context, "/org.openoffice.Setup/Product", false, NULL);
    NV_UNO_OWNED_ANY uno_Any value =
        nv_uno_get(product, "ooSetupVersionAboutBox", NULL);

    return nv_uno_utf8(nv_uno_any_get_string(&value));
}

void nv_details_of(css_uno_XComponentContext *context, const nv_view *view,
                   nv_buffer *out)
{
    const size_t before = out->len;
    const char *more =
        nv_troubles_say(out, &view->resource.phrases, &view->troubles,
                        &view->state, NV_REGISTRY_FILE);
    char *version;

    if (out->len == before)
        return;
    version = office_version(context);
    nv_buffer_add_format(out, "\n%s%sNote Verbale %s, LibreOffice %s\n", more,
                         more[0] ? "\n" : "", NV_VERSION,
                         version ? version : "?");
    free(version);
}
