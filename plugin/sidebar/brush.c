/* SPDX-License-Identifier: MPL-2.0 */
/* See brush.h. */
#include "sidebar/brush.h"

#include <stdlib.h>

#include "base/array.h"

enum {
    NO_COLOR = -1,   /* transparent */
    LINES_MAX = 600, /* UTF-16 units of a line that are measured at most */
    CHANNEL = 0xFF   /* of a colour */
};

#define ELLIPSIS "\xE2\x80\xA6"
#define SAMPLE "the quick brown fox jumps over the lazy dog"
enum { SAMPLE_LEN = sizeof SAMPLE - 1 };

typedef enum { FONT_PLAIN, FONT_MARKED, FONT_LINK, FONT_HEADING, FONTS } font;

struct nv_brush {
    css_awt_FontDescriptor descriptor; /* of the office; owned */
    css_awt_XFont *fonts[FONTS];       /* owned; NULL before the first begin */
    css_awt_XGraphics *graphics;       /* owned; NULL outside begin and end */
    css_awt_XFont *in_use;             /* of the graphics; borrowed */
    nv_result_metrics metrics;
    int letter; /* width of one, about */
    int width, height;
    int window_width;
    struct {
        int ground, text, dim, selected_ground, selected_text, line;
    } color;
};

nv_brush *nv_brush_new(nv_error *err)
{
    nv_brush *brush = calloc(1, sizeof *brush);

    if (!brush) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory to paint results");
        return NULL;
    }
    brush->metrics = (nv_result_metrics){.line = 16, .pad = 4};
    brush->letter = 7;
    return brush;
}

static void forget_fonts(nv_brush *brush)
{
    for (size_t i = 0; i < FONTS; i++) {
        nv_uno_release(brush->fonts[i]);
        brush->fonts[i] = NULL;
    }
}

void nv_brush_free(nv_brush *brush)
{
    if (!brush)
        return;
    forget_fonts(brush);
    nv_uno_release(brush->graphics);
    css_awt_FontDescriptor_release(&brush->descriptor);
    free(brush);
}

/* Colours and fonts */

/* Between two colours, nearer to the first. */
static int mix(int a, int b)
{
    int color = 0;

    for (int shift = 0; shift < 24; shift += 8) {
        const int first = a >> shift & CHANNEL, second = b >> shift & CHANNEL;

        color |= (2 * first + second) / 3 << shift;
    }
    return color;
}

/* Settings give the height of a font in points, and windows take pixels. */
static int pixels(css_awt_XWindow *window, int points)
{
    NV_UNO_OWNED css_awt_XUnitConversion *conversion =
        css_awt_XUnitConversion_query(window, NULL);
    const css_awt_Size size = {.Width = points, .Height = points};

    return css_awt_XUnitConversion_convertSizeToPixel(
               conversion, &size, css_util_MeasureUnit_POINT, NULL)
        .Height;
}

/* The fonts, and what follows from the first. */
static void make_fonts(nv_brush *brush, css_awt_XWindow *window)
{
    NV_UNO_OWNED css_awt_XDevice *device = css_awt_XDevice_query(window, NULL);
    static const struct {
        float weight; /* 0: the office's own */
        sal_Int16 underline;
    } kinds[FONTS] = {
        [FONT_MARKED] = {css_awt_FontWeight_BOLD, css_awt_FontUnderline_SINGLE},
        [FONT_LINK] = {0, css_awt_FontUnderline_SINGLE},
        [FONT_HEADING] = {css_awt_FontWeight_BOLD, css_awt_FontUnderline_NONE},
    };
    NV_UNO_OWNED_STRING rtl_uString *sample = nv_uno_string(SAMPLE);
    css_awt_SimpleFontMetric metric;
    const int height = pixels(window, brush->descriptor.Height);
    int width;

    for (size_t i = 0; i < FONTS; i++) {
        css_awt_FontDescriptor wanted = brush->descriptor; /* shares its text */

        wanted.Height = (sal_Int16)height;
        if (kinds[i].weight > 0)
            wanted.Weight = kinds[i].weight;
        wanted.Underline = kinds[i].underline;
        nv_uno_release(brush->fonts[i]);
        brush->fonts[i] = css_awt_XDevice_getFont(device, &wanted, NULL);
    }
    metric = css_awt_XFont_getFontMetric(brush->fonts[FONT_PLAIN], NULL);
    width =
        css_awt_XFont_getStringWidth(brush->fonts[FONT_PLAIN], sample, NULL);
    if (metric.Ascent > 0 && width > 0) {
        brush->metrics.line = metric.Ascent + metric.Descent;
        brush->metrics.pad = brush->metrics.line / 4;
        brush->letter = (width + SAMPLE_LEN - 1) / SAMPLE_LEN;
    }
}

void nv_brush_look(nv_brush *brush, css_awt_XWindow *window,
                   css_awt_XStyleSettings *style)
{
    const int text = css_awt_XStyleSettings_get_FieldTextColor(style, NULL);
    const int ground = css_awt_XStyleSettings_get_FieldColor(style, NULL);
    const bool is_high =
        css_awt_XStyleSettings_get_HighContrastMode(style, NULL);

    css_awt_FontDescriptor_release(&brush->descriptor);
    brush->descriptor = css_awt_XStyleSettings_get_FieldFont(style, NULL);
    brush->color.text = text;
    brush->color.ground = ground;
    brush->color.dim = is_high ? text : mix(text, ground);
    brush->color.line =
        is_high ? text : css_awt_XStyleSettings_get_ShadowColor(style, NULL);
    brush->color.selected_ground =
        css_awt_XStyleSettings_get_HighlightColor(style, NULL);
    brush->color.selected_text =
        css_awt_XStyleSettings_get_HighlightTextColor(style, NULL);
    make_fonts(brush, window);
}

void nv_brush_set_width(nv_brush *brush, int width)
{
    brush->width = width;
}

nv_result_metrics nv_brush_metrics(const nv_brush *brush)
{
    return brush->metrics;
}

size_t nv_brush_room(const nv_brush *brush)
{
    const int width = brush->width - 2 * brush->metrics.pad;

    return width > 0 ? (size_t)(width / brush->letter) : 0;
}

/* As high as it is wide, which no theme tells: enough for a pointer. */
int nv_brush_bar_width(const nv_brush *brush)
{
    return brush->metrics.line;
}

/* Boxes */

static void box(nv_brush *brush, css_awt_Rectangle at, int fill, int line)
{
    css_awt_XGraphics_setFillColor(brush->graphics, fill, NULL);
    css_awt_XGraphics_setLineColor(brush->graphics, line, NULL);
    css_awt_XGraphics_drawRect(brush->graphics, at.X, at.Y, at.Width, at.Height,
                               NULL);
}

bool nv_brush_begin(nv_brush *brush, css_awt_XWindow *window, int width,
                    int height)
{
    NV_UNO_OWNED css_awt_XDevice *device = css_awt_XDevice_query(window, NULL);

    nv_uno_release(brush->graphics);
    brush->graphics = css_awt_XDevice_createGraphics(device, NULL);
    brush->in_use = NULL;
    brush->window_width = width;
    brush->height = height;
    if (brush->graphics)
        box(brush, (css_awt_Rectangle){0, 0, width, height},
            brush->color.ground, NO_COLOR);
    return brush->graphics != NULL;
}

void nv_brush_end(nv_brush *brush, bool has_focus)
{
    box(brush, (css_awt_Rectangle){0, 0, brush->window_width, brush->height},
        NO_COLOR, has_focus ? brush->color.selected_ground : brush->color.line);
    nv_uno_release(brush->graphics);
    brush->graphics = NULL;
}

/* Text */

static void use(nv_brush *brush, font which)
{
    css_awt_XFont *wanted = brush->fonts[which];

    if (brush->in_use == wanted)
        return;
    css_awt_XGraphics_setFont(brush->graphics, wanted, NULL);
    brush->in_use = wanted;
}

/* How many units of a text fit into the room, by where each of them ends; never
 * half a character. */
static sal_Int32 fitting(const rtl_uString *text, nv_uno_long_seq ends,
                         int room)
{
    const sal_Int32 *end = nv_uno_long_seq_at(ends);
    const sal_Int32 count = nv_uno_long_seq_len(ends);
    sal_Int32 fit = 0;

    while (fit < count && end[fit] <= room)
        fit++;
    if (fit > 0 && fit < text->length && text->buffer[fit] >= 0xDC00 &&
        text->buffer[fit] <= 0xDFFF)
        fit--;
    return fit;
}

/* The first units of a text, and an ellipsis; owned. */
static rtl_uString *cut_string(rtl_uString *text, sal_Int32 len)
{
    NV_UNO_OWNED_STRING rtl_uString *first = NULL;
    NV_UNO_OWNED_STRING rtl_uString *dots = nv_uno_string(ELLIPSIS);
    rtl_uString *cut = NULL;

    rtl_uString_newFromSubString(&first, text, 0, len);
    rtl_uString_newConcat(&cut, first, dots);
    return cut;
}

/* Draws a piece of a line at x, as much of it as there is room for; returns
 * where the next piece begins, or a place beyond the room when it was cut. */
static int draw(nv_brush *brush, font which, int x, int y, int right,
                const char *text, size_t len)
{
    NV_UNO_OWNED_STRING rtl_uString *whole =
        nv_uno_string_n(text, len < LINES_MAX ? len : LINES_MAX);
    NV_UNO_OWNED_STRING rtl_uString *dots = nv_uno_string(ELLIPSIS);
    NV_UNO_OWNED_SEQ(nv_uno_long_seq) ends = {0};
    css_awt_XFont *measure = brush->fonts[which];
    const int width =
        css_awt_XFont_getStringWidthArray(measure, whole, &ends, NULL);
    sal_Int32 fit;
    int room;

    use(brush, which);
    if (x + width <= right) {
        css_awt_XGraphics_drawText(brush->graphics, x, y, whole, NULL);
        return x + width;
    }
    room = right - x - css_awt_XFont_getStringWidth(measure, dots, NULL);
    fit = fitting(whole, ends, room);
    if (fit > 0 || room >= 0) {
        NV_UNO_OWNED_STRING rtl_uString *cut = cut_string(whole, fit);

        css_awt_XGraphics_drawText(brush->graphics, x, y, cut, NULL);
    }
    return right + 1;
}

static void draw_line(nv_brush *brush, const nv_marked_line *line, font plain,
                      int y)
{
    const int right = brush->width - brush->metrics.pad;
    const char *text = line->text.text;
    size_t at = 0;
    int x = brush->metrics.pad;

    for (size_t i = 0; i <= line->mark_count && x <= right; i++) {
        const bool is_mark = i < line->mark_count;
        const size_t end = is_mark ? line->marks[i].first : line->text.len;

        if (end > at)
            x = draw(brush, plain, x, y, right, text + at, end - at);
        if (is_mark && x <= right)
            x = draw(brush, FONT_MARKED, x, y, right, text + end,
                     line->marks[i].len);
        at = is_mark ? end + line->marks[i].len : end;
    }
}

void nv_brush_heading(nv_brush *brush, int y, int height,
                      const nv_marked_line *line)
{
    css_awt_XGraphics_setLineColor(brush->graphics, brush->color.line, NULL);
    css_awt_XGraphics_drawLine(
        brush->graphics, brush->metrics.pad, y + height - 1,
        brush->width - brush->metrics.pad, y + height - 1, NULL);
    css_awt_XGraphics_setTextColor(brush->graphics, brush->color.text, NULL);
    draw_line(brush, line, FONT_HEADING, y + brush->metrics.pad);
}

void nv_brush_row(nv_brush *brush, int y, int height,
                  const nv_result_lines *lines, nv_brush_row_state how)
{
    const int text =
        how.is_selected ? brush->color.selected_text : brush->color.text;
    const int dim =
        how.is_selected ? brush->color.selected_text : brush->color.dim;

    if (how.is_selected)
        box(brush, (css_awt_Rectangle){1, y, brush->width - 2, height},
            brush->color.selected_ground, NO_COLOR);
    y += brush->metrics.pad;
    css_awt_XGraphics_setTextColor(brush->graphics, text, NULL);
    draw_line(brush, &lines->line[0], how.is_link ? FONT_LINK : FONT_PLAIN, y);
    css_awt_XGraphics_setTextColor(brush->graphics, dim, NULL);
    if (lines->line[1].text.len > 0)
        draw_line(brush, &lines->line[1], FONT_PLAIN, y + brush->metrics.line);
}
