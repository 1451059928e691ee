/* SPDX-License-Identifier: MPL-2.0 */
/* See timeline_sheet.h. */
#include "writer/timeline_sheet.h"

#include "base/array.h"
#include "writer/styles.h"

/* The room */

static sal_Int32 number(void *object, const char *property, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(object, property, err);
    sal_Int32 found = 0;

    nv_uno_any_get_long(&value, &found);
    return found;
}

static bool is_on(void *object, const char *property, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(object, property, err);
    bool is = false;

    nv_uno_any_get_bool(&value, &is);
    return is;
}

/* The narrowest of the columns into which the width is divided, whose shares
 * hold the gaps. */
static sal_Int32 column_width(void *object, sal_Int32 width, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(object, "TextColumns", err);
    NV_UNO_OWNED css_text_XTextColumns *columns =
        css_text_XTextColumns_query(nv_uno_any_get_interface(&value), err);
    const sal_Int32 whole =
        columns ? css_text_XTextColumns_getReferenceValue(columns, err) : 0;
    NV_UNO_OWNED_SEQ(css_text_TextColumn_seq) all = {0};
    sal_Int32 narrowest = width;

    if (whole <= 0)
        return width;
    all = css_text_XTextColumns_getColumns(columns, err);
    for (sal_Int32 i = 0; i < css_text_TextColumn_seq_len(all); i++) {
        const css_text_TextColumn *one = &css_text_TextColumn_seq_at(all)[i];
        const sal_Int32 free =
            (sal_Int32)((int64_t)one->Width * width / whole) - one->LeftMargin -
            one->RightMargin;

        narrowest = free < narrowest ? free : narrowest;
    }
    return narrowest;
}

/* Sections narrow what is in them, the outer one first. */
static sal_Int32 section_width(css_text_XTextSection *section, sal_Int32 width,
                               nv_error *err)
{
    NV_UNO_OWNED css_text_XTextSection *parent =
        css_text_XTextSection_getParentSection(section, err);

    if (parent)
        width = section_width(parent, width, err);
    width -= number(section, "SectionLeftMargin", err) +
             number(section, "SectionRightMargin", err);
    return column_width(section, width, err);
}

static css_style_XStyle *find_page_style(css_frame_XModel *model,
                                         css_text_XTextRange *at, nv_error *err)
{
    NV_UNO_OWNED css_container_XNameContainer *styles =
        nv_styles_family(model, NV_UNO_STR("PageStyles"), err);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(at, "PageStyleName", err);
    rtl_uString *name = nv_uno_any_get_string(&value);
    NV_UNO_OWNED_ANY uno_Any style =
        css_container_XNameContainer_getByName(styles, name, err);

    return css_style_XStyle_need(nv_uno_any_get_interface(&style), err);
}

static void find_page(nv_timeline_sheet *sheet, css_style_XStyle *page,
                      nv_error *err)
{
    const char *const across[] = {"LeftMargin", "RightMargin"};
    const char *const down[] = {"TopMargin", "BottomMargin"};

    sheet->width = number(page, "Width", err);
    sheet->height = number(page, "Height", err);
    for (size_t i = 0; i < NV_COUNT_OF(across); i++) {
        sheet->width -= number(page, across[i], err);
        sheet->height -= number(page, down[i], err);
    }
    if (is_on(page, "HeaderIsOn", err))
        sheet->height -= number(page, "HeaderHeight", err);
    if (is_on(page, "FooterIsOn", err))
        sheet->height -= number(page, "FooterHeight", err);
    sheet->width = column_width(page, sheet->width, err);
}

/* The drawing stands on a line, whose letters go below it, and its paragraph
 * may have room before and behind it. */
enum { LINE_FOOT = 900, ROUNDED = 6 };

bool nv_writer_sheet_find(nv_writer_sheet *sheet, css_frame_XModel *model,
                          css_text_XTextRange *at, bool has_indents,
                          nv_error *err)
{
    NV_UNO_OWNED css_style_XStyle *page = find_page_style(model, at, err);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(at, "TextSection", err);
    NV_UNO_OWNED css_text_XTextSection *section =
        css_text_XTextSection_query(nv_uno_any_get_interface(&value), err);

    find_page(&sheet->sheet, page, err);
    if (section)
        sheet->sheet.width = section_width(section, sheet->sheet.width, err);
    if (has_indents)
        sheet->sheet.width -= number(at, "ParaLeftMargin", err) +
                              number(at, "ParaRightMargin", err);
    sheet->sheet.width -= ROUNDED;
    sheet->sheet.height -= LINE_FOOT;
    return !err->code;
}

/* The fonts */

enum { PIXELS = 1000 };

/* A point is 127/360 mm, and a line has a little air. */
static int32_t from_pixels(const nv_timeline_font *font, sal_Int32 pixels)
{
    return (int32_t)((double)pixels / PIXELS * font->points * 12700 / 360);
}

static int32_t measure(void *host, nv_timeline_role role, const char *text,
                       size_t len)
{
    nv_writer_sheet *sheet = host;
    const nv_timeline_font *font = &sheet->fonts[role];
    NV_UNO_OWNED_STRING rtl_uString *words = nv_uno_string_n(text, len);

    return from_pixels(
        font, css_awt_XFont_getStringWidth(font->font, words, sheet->err));
}

static css_awt_XDevice *new_device(css_uno_XComponentContext *context,
                                   nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *service =
        nv_uno_create(context, "com.sun.star.awt.Toolkit", err);
    NV_UNO_OWNED css_awt_XToolkit *toolkit =
        css_awt_XToolkit_need(service, err);

    return css_awt_XToolkit_createScreenCompatibleDevice(toolkit, 1, 1, err);
}

static bool take_font(nv_timeline_font *font, css_awt_XDevice *device,
                      const nv_look *look, nv_error *err)
{
    css_awt_FontDescriptor wanted = {
        .Name = nv_uno_any_get_string(&look->parts[NV_LOOK_FONT]),
        .Height = PIXELS,
    };

    nv_uno_any_get_float(&look->parts[NV_LOOK_WEIGHT], &wanted.Weight);
    css_awt_FontSlant_from_any(&look->parts[NV_LOOK_SLANT], &wanted.Slant);
    nv_uno_any_get_float(&look->parts[NV_LOOK_HEIGHT], &font->points);
    font->font = css_awt_XDevice_getFont(device, &wanted, err);
    return !err->code;
}

static int32_t line_height(const nv_timeline_font *font, nv_error *err)
{
    const css_awt_SimpleFontMetric metric =
        css_awt_XFont_getFontMetric(font->font, err);
    const sal_Int32 pixels = metric.Ascent + metric.Descent;

    return from_pixels(font, pixels + pixels / 25);
}

bool nv_writer_sheet_take_fonts(nv_writer_sheet *sheet,
                                css_uno_XComponentContext *context,
                                const nv_worn_looks *worn,
                                const nv_first_looks *first, nv_error *err)
{
    static const nv_timeline_role with_words[] = {
        NV_TIMELINE_DATE, NV_TIMELINE_TITLE, NV_TIMELINE_SCALE};
    NV_UNO_OWNED css_awt_XDevice *device = new_device(context, err);

    sheet->err = err;
    sheet->sheet.measure = measure;
    sheet->sheet.host = sheet;
    for (size_t i = 0; i < NV_COUNT_OF(with_words) && !err->code; i++) {
        const nv_timeline_role role = with_words[i];
        nv_timeline_font *font = &sheet->fonts[role];

        if (take_font(font, device, nv_look_of(worn, first, role, NULL), err))
            sheet->sheet.line[role] = line_height(font, err);
    }
    return !err->code;
}

void nv_writer_sheet_release(nv_writer_sheet *sheet)
{
    for (size_t i = 0; i < NV_TIMELINE_ROLE_COUNT; i++)
        nv_uno_release(sheet->fonts[i].font);
    *sheet = (nv_writer_sheet){0};
}
