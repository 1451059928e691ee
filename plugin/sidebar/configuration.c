/* SPDX-License-Identifier: MPL-2.0 */
/* See configuration.h. */
#include "sidebar/configuration.h"

css_uno_XInterface *nv_configuration_open(css_uno_XComponentContext *context,
                                          const char *path, bool is_to_change,
                                          nv_error *err)
{
    rtl_uString *service =
        is_to_change
            ? NV_UNO_STR("com.sun.star.configuration.ConfigurationUpdateAccess")
            : NV_UNO_STR("com.sun.star.configuration.ConfigurationAccess");
    NV_UNO_OWNED css_uno_XInterface *object = nv_uno_create(
        context, "com.sun.star.configuration.ConfigurationProvider", err);
    NV_UNO_OWNED css_lang_XMultiServiceFactory *provider =
        css_lang_XMultiServiceFactory_need(object, err);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_utf8(path);
    NV_UNO_OWNED_STRUCT(css_beans_NamedValue)
    node = {.Name = nv_uno_string("nodepath"),
            .Value = nv_uno_any_copy(&value)};
    NV_UNO_OWNED_ANY uno_Any argument = css_beans_NamedValue_any(&node);
    NV_UNO_OWNED_SEQ(nv_uno_any_seq)
    arguments = nv_uno_any_seq_new(&argument, 1);

    return css_lang_XMultiServiceFactory_createInstanceWithArguments(
        provider, service, arguments, err);
}
