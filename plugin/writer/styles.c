/* SPDX-License-Identifier: MPL-2.0 */
/* Finding and making the character styles of a note. */
#include "writer/styles.h"

/* Italics stay out of Asian and complex scripts, which have none. */
static const struct {
    const char *name; /* NULL: the text stays as the paragraph has it */
    bool is_italic;
} looks[NV_STYLE_COUNT] = {
    [NV_RUN_PLAIN] = {NULL, false},
    [NV_RUN_TITLE] = {"Citation Title", true},
    [NV_RUN_QUOTATION] = {"Citation Quotation", false},
    [NV_RUN_EMPHASIS] = {"Citation Emphasis", true},
};

const char *nv_style_name(nv_run_kind kind)
{
    return looks[kind].name;
}

static void find_family(nv_styles *styles, css_frame_XModel *model,
                        nv_error *err)
{
    NV_UNO_OWNED css_style_XStyleFamiliesSupplier *supplier =
        css_style_XStyleFamiliesSupplier_need(model, err);
    NV_UNO_OWNED css_container_XNameAccess *families =
        css_style_XStyleFamiliesSupplier_getStyleFamilies(supplier, err);
    NV_UNO_OWNED_ANY uno_Any family = css_container_XNameAccess_getByName(
        families, NV_UNO_STR("CharacterStyles"), err);

    styles->family = css_container_XNameContainer_need(
        nv_uno_any_get_interface(&family), err);
}

static css_style_XStyle *make(css_frame_XModel *model, nv_run_kind kind,
                              nv_error *err)
{
    NV_UNO_OWNED css_lang_XMultiServiceFactory *factory =
        css_lang_XMultiServiceFactory_need(model, err);
    NV_UNO_OWNED css_uno_XInterface *object =
        css_lang_XMultiServiceFactory_createInstance(
            factory, NV_UNO_STR("com.sun.star.style.CharacterStyle"), err);
    NV_UNO_OWNED_ANY uno_Any italic =
        css_awt_FontSlant_any(css_awt_FontSlant_ITALIC);

    if (looks[kind].is_italic)
        nv_uno_set(object, "CharPosture", &italic, err);
    return css_style_XStyle_need(object, err);
}

static bool has_style(const nv_styles *styles, nv_run_kind kind, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(looks[kind].name);

    return css_container_XNameContainer_hasByName(styles->family, name, err);
}

bool nv_styles_prepare(nv_styles *styles, css_frame_XModel *model,
                       const nv_note *note, nv_error *err)
{
    *styles = (nv_styles){0};
    find_family(styles, model, err);
    for (size_t i = 0; i < note->count && !err->code; i++) {
        nv_run_kind kind = note->runs[i].kind;

        if (looks[kind].name && !styles->missing[kind] &&
            !has_style(styles, kind, err))
            styles->missing[kind] = make(model, kind, err);
    }
    return !err->code;
}

static void add(nv_styles *styles, nv_run_kind kind, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(looks[kind].name);
    NV_UNO_OWNED_ANY uno_Any style =
        css_style_XStyle_any(styles->missing[kind]);

    css_container_XNameContainer_insertByName(styles->family, name, &style,
                                              err);
}

void nv_styles_add(nv_styles *styles, nv_error *err)
{
    for (int kind = 0; kind < NV_STYLE_COUNT; kind++)
        if (styles->missing[kind])
            add(styles, (nv_run_kind)kind, err);
}

void nv_styles_release(nv_styles *styles)
{
    for (int kind = 0; kind < NV_STYLE_COUNT; kind++)
        nv_uno_release(styles->missing[kind]);
    nv_uno_release(styles->family);
    *styles = (nv_styles){0};
}
