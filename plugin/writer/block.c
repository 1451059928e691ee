/* SPDX-License-Identifier: MPL-2.0 */
/* See block.h. */
#include "writer/block.h"

#include "base/array.h"
#include "writer/beside.h"
#include "writer/runs.h"
#include "writer/style_redo.h"
#include "writer/styles.h"

#define BLOCK "Citation Block"

/* Where Writer names its own styles to programs. */
#define PARENT "Quotations"
#define ORDINARY "Standard"

/* In hundredths of a millimetre: an indent of a centimetre, six points above
 * and below. */
static const struct {
    const char *property;
    sal_Int32 length;
} lengths[] = {
    {"ParaLeftMargin", 1000},   {"ParaRightMargin", 1000},
    {"ParaTopMargin", 212},     {"ParaBottomMargin", 212},
    {"ParaFirstLineIndent", 0},
};

static void set_text(void *object, const char *property, const char *text,
                     nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_utf8(text);

    nv_uno_set(object, property, &value, err);
}

/* The style that the next paragraph gets: that of the essay. */
static void set_next(void *style, css_text_XTextRange *at, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any name = nv_uno_get(at, "ParaStyleName", err);

    if (!nv_uno_string_equals(nv_uno_any_get_string(&name), BLOCK))
        nv_uno_set(style, "FollowStyle", &name, err);
}

static css_style_XStyle *make(css_frame_XModel *model, css_text_XTextRange *at,
                              nv_error *err)
{
    NV_UNO_OWNED css_lang_XMultiServiceFactory *factory =
        css_lang_XMultiServiceFactory_need(model, err);
    NV_UNO_OWNED css_uno_XInterface *object =
        css_lang_XMultiServiceFactory_createInstance(
            factory, NV_UNO_STR("com.sun.star.style.ParagraphStyle"), err);
    css_style_XStyle *style = css_style_XStyle_need(object, err);

    css_style_XStyle_setParentStyle(style, NV_UNO_STR(PARENT), err);
    set_next(object, at, err);
    for (size_t i = 0; i < NV_COUNT_OF(lengths); i++) {
        NV_UNO_OWNED_ANY uno_Any length = nv_uno_any_long(lengths[i].length);

        nv_uno_set(object, lengths[i].property, &length, err);
    }
    return style;
}

bool nv_block_prepare(nv_block *block, css_frame_XModel *model,
                      css_text_XTextRange *at, nv_error *err)
{
    *block = (nv_block){0};
    block->family = nv_styles_family(model, NV_UNO_STR("ParagraphStyles"), err);
    if (!css_container_XNameContainer_hasByName(block->family,
                                                NV_UNO_STR(BLOCK), err) &&
        !err->code)
        block->missing = make(model, at, err);
    return !err->code;
}

static void add_style(nv_block *block, nv_step *step, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any object = css_style_XStyle_any(block->missing);

    if (!block->missing)
        return;
    css_container_XNameContainer_insertByName(block->family, NV_UNO_STR(BLOCK),
                                              &object, err);
    nv_style_redo_add(step, block->family, NV_UNO_STR(BLOCK), err);
}

/* The spaces that parted what is behind the cursor from what was before. */
static void drop_spaces(css_text_XTextCursor *cursor, nv_error *err)
{
    bool is_space = true;

    while (is_space && !err->code) {
        rtl_uString *next;

        css_text_XTextCursor_goRight(cursor, 1, true, err);
        next = css_text_XTextCursor_getString(cursor, err);
        is_space = nv_uno_string_equals(next, " ");
        nv_uno_string_release(next);
        if (is_space)
            css_text_XTextCursor_setString(cursor, NV_UNO_STR(""), err);
    }
    css_text_XTextCursor_collapseToStart(cursor, err);
}

static void part(css_text_XText *text, css_text_XTextCursor *cursor,
                 nv_error *err)
{
    css_text_XText_insertControlCharacter(
        text, nv_range_of(cursor), css_text_ControlCharacter_PARAGRAPH_BREAK,
        false, err);
}

/* What was set on the parted paragraph by hand is not for the block. */
static void clear(void *paragraph, nv_error *err)
{
    static const char *const properties[] = {
        "ParaLeftMargin", "ParaRightMargin",  "ParaFirstLineIndent",
        "ParaTopMargin",  "ParaBottomMargin", "ParaAdjust"};
    NV_UNO_OWNED css_beans_XPropertyState *states =
        css_beans_XPropertyState_need(paragraph, err);

    for (size_t i = 0; i < NV_COUNT_OF(properties); i++) {
        NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(properties[i]);

        css_beans_XPropertyState_setPropertyToDefault(states, name, err);
    }
}

/* Behind a block that was parted the essay goes on. */
static void set_ordinary(void *paragraph, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any name = nv_uno_get(paragraph, "ParaStyleName", err);

    if (nv_uno_string_equals(nv_uno_any_get_string(&name), BLOCK))
        set_text(paragraph, "ParaStyleName", ORDINARY, err);
}

void nv_block_open(nv_block *block, nv_step *step, css_text_XText *text,
                   css_text_XTextCursor *cursor, nv_error *err)
{
    NV_UNO_OWNED css_text_XParagraphCursor *paragraph =
        css_text_XParagraphCursor_need(cursor, err);

    add_style(block, step, err);
    nv_beside_step(cursor, NV_STEP_RIGHT, NV_STEP_STOPS, err);
    drop_spaces(cursor, err);
    if (!css_text_XParagraphCursor_isStartOfParagraph(paragraph, err))
        part(text, cursor, err);
    part(text, cursor, err);
    set_ordinary(cursor, err);
    css_text_XTextCursor_goLeft(cursor, 1, false, err);
    clear(cursor, err);
    set_text(cursor, "NumberingStyleName", "", err);
    set_text(cursor, "ParaStyleName", BLOCK, err);
}

void nv_block_release(nv_block *block)
{
    nv_uno_release(block->missing);
    nv_uno_release(block->family);
    *block = (nv_block){0};
}
