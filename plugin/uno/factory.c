/* SPDX-License-Identifier: MPL-2.0 */
/* The factory that a component's entry point hands to the office. */
#include "internal.h"

#include <string.h>

#include "base/array.h"

typedef struct {
    nv_uno_object base;
    const nv_uno_component *component;
} factory;

static css_uno_XInterface *
create(void *self, css_uno_XComponentContext *context, nv_error *err)
{
    return ((factory *)self)->component->create(context, err);
}

static css_uno_XInterface *create_with(void *self, nv_uno_any_seq args,
                                       css_uno_XComponentContext *context,
                                       nv_error *err)
{
    css_uno_XInterface *made = create(self, context, err);
    NV_UNO_OWNED css_lang_XInitialization *initialization =
        css_lang_XInitialization_query(made, err);
    if (initialization)
        css_lang_XInitialization_initialize(initialization, args, err);
    if (!err->code)
        return made;
    nv_uno_release(made);
    return NULL;
}

static const css_lang_XSingleComponentFactory_methods methods = {
    .createInstanceWithContext = create,
    .createInstanceWithArgumentsAndContext = create_with,
};
static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_lang_XSingleComponentFactory, &methods),
};
static const nv_uno_class factory_class = {
    .name = "nv_uno_factory",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(factory),
};

void *nv_uno_factory(const nv_uno_component *table, size_t count,
                     const char *implementation)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(table[i].name, implementation) != 0)
            continue;
        factory *made = nv_uno_object_new(&factory_class, NULL);
        if (made)
            made->component = &table[i];
        return made;
    }
    return NULL;
}
