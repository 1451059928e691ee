/* SPDX-License-Identifier: MPL-2.0 */
/* Services, singletons and properties by name. */
#include "internal.h"

#include "base/buffer.h"

css_uno_XInterface *nv_uno_create(css_uno_XComponentContext *context,
                                  const char *service, nv_error *err)
{
    return nv_uno_create_with(context, service, (nv_uno_any_seq){NULL}, err);
}

/* What creates nothing does not throw: that is an error all the same. */
css_uno_XInterface *nv_uno_create_with(css_uno_XComponentContext *context,
                                       const char *service, nv_uno_any_seq args,
                                       nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(service);
    NV_UNO_OWNED css_lang_XMultiComponentFactory *factory =
        css_uno_XComponentContext_getServiceManager(context, err);
    css_uno_XInterface *made =
        nv_uno_any_seq_len(args)
            ? css_lang_XMultiComponentFactory_createInstanceWithArgumentsAndContext(
                  factory, name, args, context, err)
            : css_lang_XMultiComponentFactory_createInstanceWithContext(
                  factory, name, context, err);
    if (!made)
        nv_fail(err, NV_ERROR_UNO, 0, "LibreOffice has no service %s", service);
    return made;
}

css_uno_XInterface *nv_uno_singleton(css_uno_XComponentContext *context,
                                     const char *name, nv_error *err)
{
    nv_buffer path = NV_BUFFER_INIT;
    nv_buffer_add_format(&path, "/singletons/%s", name);
    NV_UNO_OWNED_STRING rtl_uString *key = nv_uno_string(path.text);
    nv_buffer_release(&path);
    NV_UNO_OWNED_ANY uno_Any found =
        css_uno_XComponentContext_getValueByName(context, key, err);
    css_uno_XInterface *singleton = css_uno_XInterface_from_any(&found);
    if (!singleton)
        nv_fail(err, NV_ERROR_UNO, 0, "LibreOffice has no singleton %s", name);
    return singleton;
}

uno_Any nv_uno_get(void *object, const char *name, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *key = nv_uno_string(name);
    NV_UNO_OWNED css_beans_XPropertySet *properties =
        css_beans_XPropertySet_need(object, err);
    return css_beans_XPropertySet_getPropertyValue(properties, key, err);
}

bool nv_uno_set(void *object, const char *name, const uno_Any *value,
                nv_error *err)
{
    nv_error why = {0};
    if (err && err->code)
        return false;
    NV_UNO_OWNED_STRING rtl_uString *key = nv_uno_string(name);
    NV_UNO_OWNED css_beans_XPropertySet *properties =
        css_beans_XPropertySet_need(object, &why);
    css_beans_XPropertySet_setPropertyValue(properties, key, value, &why);
    if (why.code && err)
        *err = why;
    return !why.code;
}
