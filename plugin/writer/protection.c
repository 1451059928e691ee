/* SPDX-License-Identifier: MPL-2.0 */
/* See protection.h. */
#include "writer/protection.h"

#include "base/array.h"

static bool is_set(void *object, const char *property, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(object, property, err);
    bool is = false;

    nv_uno_any_get_bool(&value, &is);
    return is;
}

/* What a place is in, by the name of the property that says it, and by which
 * that is protected. */
static const struct {
    const char *around, *property;
} around[] = {
    {"TextSection", "IsProtected"},
    {"Cell", "IsProtected"},
    {"TextFrame", "ContentProtected"},
};

static bool is_outer_protected(css_text_XTextSection *section, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextSection *parent =
        css_text_XTextSection_getParentSection(section, err);

    return parent && (is_set(parent, "IsProtected", err) ||
                      is_outer_protected(parent, err));
}

static bool is_protected_by(void *object, const char *property, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextSection *section =
        css_text_XTextSection_query(object, err);

    return is_set(object, property, err) ||
           (section && is_outer_protected(section, err));
}

bool nv_is_protected(css_text_XTextRange *place, nv_error *err)
{
    for (size_t i = 0; i < NV_COUNT_OF(around) && !err->code; i++) {
        NV_UNO_OWNED_ANY uno_Any value =
            nv_uno_get(place, around[i].around, err);
        void *object = nv_uno_any_get_interface(&value);

        if (object && is_protected_by(object, around[i].property, err))
            return !err->code;
    }
    return false;
}
