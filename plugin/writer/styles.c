/* SPDX-License-Identifier: MPL-2.0 */
/* Finding and making the character styles of a note. */
#include "writer/styles.h"

#include "base/array.h"

/* Looks: set on a style or on a range. Those of the font stay out of Asian and
 * complex scripts, which have no italics. */

static void set_slant(void *object, css_awt_FontSlant slant, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = css_awt_FontSlant_any(slant);

    nv_uno_set(object, "CharPosture", &value, err);
}

static void look_italic(void *object, nv_error *err)
{
    set_slant(object, css_awt_FontSlant_ITALIC, err);
}

static void look_oblique(void *object, nv_error *err)
{
    set_slant(object, css_awt_FontSlant_OBLIQUE, err);
}

static void set_weight(void *object, float weight, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_float(weight);

    nv_uno_set(object, "CharWeight", &value, err);
}

static void look_bold(void *object, nv_error *err)
{
    set_weight(object, css_awt_FontWeight_BOLD, err);
}

static void look_light(void *object, nv_error *err)
{
    set_weight(object, css_awt_FontWeight_LIGHT, err);
}

static void set_number(void *object, const char *property, sal_Int16 number,
                       nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_short(number);

    nv_uno_set(object, property, &value, err);
}

static void look_small_capitals(void *object, nv_error *err)
{
    set_number(object, "CharCaseMap", css_style_CaseMap_SMALLCAPS, err);
}

static void look_underlined(void *object, nv_error *err)
{
    set_number(object, "CharUnderline", css_awt_FontUnderline_SINGLE, err);
}

/* In percent of the font's height: how far from the baseline, and how large. To
 * Word these are superscript and subscript; any other figures are not. */
static void set_height(void *object, sal_Int16 height, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any size = nv_uno_any_byte(58);

    set_number(object, "CharEscapement", height, err);
    nv_uno_set(object, "CharEscapementHeight", &size, err);
}

static void look_superscript(void *object, nv_error *err)
{
    set_height(object, 33, err);
}

static void look_subscript(void *object, nv_error *err)
{
    set_height(object, -8, err);
}

static const struct {
    unsigned bit; /* of nv_csl_format */
    const char *name;
    void (*look)(void *object, nv_error *err); /* NULL: as the paragraph */
} styles_of[NV_STYLE_COUNT] = {
    {NV_CSL_QUOTED, "Citation Quotation", NULL},
    {NV_CSL_ITALIC, "Citation Title", look_italic},
    {NV_CSL_SMALL_CAPS, "Citation Small Capitals", look_small_capitals},
    {NV_CSL_BOLD, "Citation Bold", look_bold},
    {NV_CSL_UNDERLINE, "Citation Underlined", look_underlined},
    {NV_CSL_SUPERSCRIPT, "Citation Superscript", look_superscript},
    {NV_CSL_SUBSCRIPT, "Citation Subscript", look_subscript},
    {NV_CSL_OBLIQUE, "Citation Oblique", look_oblique},
    {NV_CSL_LIGHT, "Citation Light", look_light},
};

/* The style of a run, or NV_STYLE_COUNT: plain text has none. */
static size_t style_of(unsigned format)
{
    size_t i = 0;

    while (i < NV_STYLE_COUNT && !(format & styles_of[i].bit))
        i++;
    return i;
}

css_container_XNameContainer *nv_styles_family(css_frame_XModel *model,
                                               rtl_uString *name, nv_error *err)
{
    NV_UNO_OWNED css_style_XStyleFamiliesSupplier *supplier =
        css_style_XStyleFamiliesSupplier_need(model, err);
    NV_UNO_OWNED css_container_XNameAccess *families =
        css_style_XStyleFamiliesSupplier_getStyleFamilies(supplier, err);
    NV_UNO_OWNED_ANY uno_Any family =
        css_container_XNameAccess_getByName(families, name, err);

    return css_container_XNameContainer_need(nv_uno_any_get_interface(&family),
                                             err);
}

bool nv_styles_find(nv_styles *styles, css_frame_XModel *model, nv_error *err)
{
    *styles = (nv_styles){0};
    styles->family =
        nv_styles_family(model, NV_UNO_STR("CharacterStyles"), err);
    return !err->code;
}

static css_style_XStyle *make(css_frame_XModel *model, size_t style,
                              nv_error *err)
{
    NV_UNO_OWNED css_lang_XMultiServiceFactory *factory =
        css_lang_XMultiServiceFactory_need(model, err);
    NV_UNO_OWNED css_uno_XInterface *object =
        css_lang_XMultiServiceFactory_createInstance(
            factory, NV_UNO_STR("com.sun.star.style.CharacterStyle"), err);

    if (styles_of[style].look)
        styles_of[style].look(object, err);
    return css_style_XStyle_need(object, err);
}

bool nv_styles_has(css_container_XNameContainer *family, const char *name,
                   nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *text = nv_uno_string(name);

    return css_container_XNameContainer_hasByName(family, text, err);
}

void nv_styles_insert(css_container_XNameContainer *family, const char *name,
                      css_style_XStyle *style, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *text = nv_uno_string(name);
    NV_UNO_OWNED_ANY uno_Any object = css_style_XStyle_any(style);

    css_container_XNameContainer_insertByName(family, text, &object, err);
}

static bool has_style(const nv_styles *styles, size_t style, nv_error *err)
{
    return nv_styles_has(styles->family, styles_of[style].name, err);
}

bool nv_styles_prepare(nv_styles *styles, css_frame_XModel *model,
                       const nv_note *note, nv_error *err)
{
    for (size_t i = 0; i < note->count && !err->code; i++) {
        size_t style = style_of(note->runs[i].format);

        if (style < NV_STYLE_COUNT && !styles->missing[style] &&
            !has_style(styles, style, err))
            styles->missing[style] = make(model, style, err);
    }
    return !err->code;
}

/* Another citation of the same act may have brought it meanwhile. */
void nv_styles_add(nv_styles *styles, nv_error *err)
{
    for (size_t style = 0; style < NV_STYLE_COUNT; style++)
        if (styles->missing[style] && !has_style(styles, style, err))
            nv_styles_insert(styles->family, styles_of[style].name,
                             styles->missing[style], err);
}

void nv_styles_release(nv_styles *styles)
{
    for (size_t style = 0; style < NV_STYLE_COUNT; style++)
        nv_uno_release(styles->missing[style]);
    nv_uno_release(styles->family);
    *styles = (nv_styles){0};
}

static void set_style(void *range, size_t style, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any name = nv_uno_any_utf8(styles_of[style].name);

    nv_uno_set(range, "CharStyleName", &name, err);
}

void nv_styles_clear(void *range, nv_error *err)
{
    static const char *const properties[] = {
        "CharStyleName", "CharPosture",    "CharWeight",          "CharCaseMap",
        "CharUnderline", "CharEscapement", "CharEscapementHeight"};
    NV_UNO_OWNED css_beans_XPropertyState *states =
        css_beans_XPropertyState_need(range, err);

    for (size_t i = 0; i < NV_COUNT_OF(properties); i++) {
        NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(properties[i]);

        css_beans_XPropertyState_setPropertyToDefault(states, name, err);
    }
}

void nv_styles_mark(void *range, unsigned format, nv_error *err)
{
    size_t style = style_of(format);

    if (style < NV_STYLE_COUNT)
        set_style(range, style, err);
    for (size_t i = style + 1; i < NV_STYLE_COUNT; i++)
        if (format & styles_of[i].bit)
            styles_of[i].look(range, err);
}
