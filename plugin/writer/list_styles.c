/* SPDX-License-Identifier: MPL-2.0 */
/* See list_styles.h. */
#include "writer/list_styles.h"

#include "writer/style_redo.h"
#include "writer/styles.h"

enum { HANGING = 1000, BETWEEN = 200 /* hundredths of a millimetre */ };

static const struct {
    const char *name;
    const char *parent; /* as Writer names it to programs */
} styles_of[NV_LIST_STYLE_COUNT] = {
    [NV_LIST_STYLE_TITLE] = {"Citation List Heading", "Heading 1"},
    [NV_LIST_STYLE_GROUP] = {"Citation List Group", "Heading 2"},
    [NV_LIST_STYLE_ARCHIVE] = {"Citation List Archive", "Heading 3"},
    [NV_LIST_STYLE_ENTRY] = {"Citation List Entry", "Standard"},
};

static void set_length(void *style, const char *property, sal_Int32 length,
                       nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_long(length);

    nv_uno_set(style, property, &value, err);
}

static void lay_out_entry(void *style, bool is_hanging, nv_error *err)
{
    set_length(style, "ParaBottomMargin", BETWEEN, err);
    if (!is_hanging)
        return;
    set_length(style, "ParaLeftMargin", HANGING, err);
    set_length(style, "ParaFirstLineIndent", -HANGING, err);
}

static css_style_XStyle *make(css_frame_XModel *model, nv_list_style style,
                              bool is_hanging, nv_error *err)
{
    NV_UNO_OWNED css_lang_XMultiServiceFactory *factory =
        css_lang_XMultiServiceFactory_need(model, err);
    NV_UNO_OWNED css_uno_XInterface *object =
        css_lang_XMultiServiceFactory_createInstance(
            factory, NV_UNO_STR("com.sun.star.style.ParagraphStyle"), err);
    css_style_XStyle *made = css_style_XStyle_need(object, err);
    NV_UNO_OWNED_STRING rtl_uString *parent =
        nv_uno_string(styles_of[style].parent);

    css_style_XStyle_setParentStyle(made, parent, err);
    if (style == NV_LIST_STYLE_ENTRY)
        lay_out_entry(object, is_hanging, err);
    return made;
}

bool nv_list_styles_prepare(nv_list_styles *styles, css_frame_XModel *model,
                            bool is_hanging, nv_error *err)
{
    *styles = (nv_list_styles){0};
    styles->family =
        nv_styles_family(model, NV_UNO_STR("ParagraphStyles"), err);
    for (int i = 0; i < NV_LIST_STYLE_COUNT && !err->code; i++)
        if (!nv_styles_has(styles->family, styles_of[i].name, err))
            styles->missing[i] = make(model, (nv_list_style)i, is_hanging, err);
    return !err->code;
}

static void add(nv_list_styles *styles, nv_list_style style, nv_step *step,
                nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *name =
        nv_uno_string(styles_of[style].name);

    nv_styles_insert(styles->family, styles_of[style].name,
                     styles->missing[style], err);
    nv_style_redo_add(step, styles->family, name, err);
}

void nv_list_styles_add(nv_list_styles *styles, nv_step *step, nv_error *err)
{
    for (int i = 0; i < NV_LIST_STYLE_COUNT; i++)
        if (styles->missing[i])
            add(styles, (nv_list_style)i, step, err);
}

void nv_list_styles_release(nv_list_styles *styles)
{
    for (int i = 0; i < NV_LIST_STYLE_COUNT; i++)
        nv_uno_release(styles->missing[i]);
    nv_uno_release(styles->family);
    *styles = (nv_list_styles){0};
}

nv_list_style nv_list_styles_of(void *range, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(range, "ParaStyleName", err);
    const rtl_uString *name = nv_uno_any_get_string(&value);
    int style = 0;

    while (style < NV_LIST_STYLE_COUNT &&
           !(name && nv_uno_string_equals(name, styles_of[style].name)))
        style++;
    return (nv_list_style)style;
}

void nv_list_styles_set(void *range, nv_list_style style, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any name = nv_uno_any_utf8(styles_of[style].name);

    nv_uno_set(range, "ParaStyleName", &name, err);
}
