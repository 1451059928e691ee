/* SPDX-License-Identifier: MPL-2.0 */
/* See layout.h. The measures of a control come from the control: they depend on
 * the toolkit, its theme and the size of its font. */
#include "sidebar/layout.h"

#include "base/array.h"

enum {
    GAP_APPFONT = 3,    /* around the panel and between groups */
    WIDTH_APPFONT = 90, /* of the narrowest panel */
    SHARES = 10         /* of the height that is left over */
};

/* How high a row is. */
typedef enum {
    ROW_PREFERRED, /* as the control wants */
    ROW_WRAPPED,   /* as the text wants when it is wrapped; nothing if empty */
    ROW_LINES      /* some lines of text and a share of what is left over */
} row_kind;

typedef struct {
    nv_control id;
    nv_control beside; /* shares the row if there is room; else id itself */
    row_kind kind;
    int lines; /* the least, of ROW_LINES */
    int share; /* of SHARES, of ROW_LINES */
    int gap;   /* after the row: 1 or 0 */
} row;

static const row rows[] = {
    {NV_CONTROL_QUERY_LABEL, NV_CONTROL_QUERY_LABEL, ROW_WRAPPED, 0, 0, 0},
    {NV_CONTROL_QUERY, NV_CONTROL_QUERY, ROW_PREFERRED, 0, 0, 1},
    {NV_CONTROL_MESSAGE, NV_CONTROL_MESSAGE, ROW_WRAPPED, 0, 0, 1},
    {NV_CONTROL_RESULTS_LABEL, NV_CONTROL_RESULTS_LABEL, ROW_WRAPPED, 0, 0, 0},
    {NV_CONTROL_RESULTS, NV_CONTROL_RESULTS, ROW_LINES, 4, 5, 1},
    {NV_CONTROL_EVENT_LABEL, NV_CONTROL_EVENT_LABEL, ROW_WRAPPED, 0, 0, 0},
    {NV_CONTROL_EVENT, NV_CONTROL_EVENT, ROW_LINES, 3, 3, 1},
    {NV_CONTROL_WORDINGS_LABEL, NV_CONTROL_WORDINGS_LABEL, ROW_WRAPPED, 0, 0,
     0},
    {NV_CONTROL_WORDINGS, NV_CONTROL_WORDINGS, ROW_PREFERRED, 0, 0, 1},
    {NV_CONTROL_PARTS_LABEL, NV_CONTROL_PARTS_LABEL, ROW_WRAPPED, 0, 0, 0},
    {NV_CONTROL_DATE, NV_CONTROL_SIGNATORIES, ROW_PREFERRED, 0, 0, 0},
    {NV_CONTROL_WORDING, NV_CONTROL_SOURCE, ROW_PREFERRED, 0, 0, 0},
    {NV_CONTROL_REASONS, NV_CONTROL_REASONS, ROW_WRAPPED, 0, 0, 1},
    {NV_CONTROL_LOCATOR_LABEL, NV_CONTROL_LOCATOR_LABEL, ROW_WRAPPED, 0, 0, 0},
    {NV_CONTROL_LOCATOR, NV_CONTROL_LOCATOR, ROW_PREFERRED, 0, 0, 1},
    {NV_CONTROL_STYLE_LABEL, NV_CONTROL_STYLE_LABEL, ROW_WRAPPED, 0, 0, 0},
    {NV_CONTROL_STYLE, NV_CONTROL_STYLE, ROW_PREFERRED, 0, 0, 1},
    {NV_CONTROL_PREVIEW_LABEL, NV_CONTROL_PREVIEW_LABEL, ROW_WRAPPED, 0, 0, 0},
    {NV_CONTROL_PREVIEW, NV_CONTROL_PREVIEW, ROW_LINES, 3, 2, 1},
    {NV_CONTROL_INSERT, NV_CONTROL_INSERT, ROW_PREFERRED, 0, 0, 1},
};

/* Measuring */

static css_awt_Size appfont(const nv_controls *controls, int width, int height)
{
    css_awt_Size units = {.Width = width, .Height = height};
    NV_UNO_OWNED css_awt_XUnitConversion *conversion =
        css_awt_XUnitConversion_query(controls->panel, NULL);

    return css_awt_XUnitConversion_convertSizeToPixel(
        conversion, &units, css_util_MeasureUnit_APPFONT, NULL);
}

static css_awt_Size preferred(const nv_controls *controls, nv_control id)
{
    NV_UNO_OWNED css_awt_XLayoutConstrains *control =
        css_awt_XLayoutConstrains_query(controls->window[id], NULL);

    return css_awt_XLayoutConstrains_getPreferredSize(control, NULL);
}

/* The height of a label's text when it is wrapped to the width; 0 when the
 * label is empty. */
static int wrapped_height(const nv_controls *controls, nv_control id, int width)
{
    css_awt_Size size = {.Width = width, .Height = 0};
    NV_UNO_OWNED css_awt_XFixedText *label =
        css_awt_XFixedText_query(controls->window[id], NULL);
    NV_UNO_OWNED css_awt_XLayoutConstrains *control =
        css_awt_XLayoutConstrains_query(controls->window[id], NULL);
    NV_UNO_OWNED_STRING rtl_uString *text =
        css_awt_XFixedText_getText(label, NULL);

    if (nv_uno_string_len(text) == 0)
        return 0;
    return css_awt_XLayoutConstrains_calcAdjustedSize(control, &size, NULL)
        .Height;
}

static int greater(int a, int b)
{
    return a > b ? a : b;
}

static int lesser(int a, int b)
{
    return a < b ? a : b;
}

static int line_height(const nv_controls *controls)
{
    return preferred(controls, NV_CONTROL_QUERY_LABEL).Height;
}

/* Where the second column of check boxes begins: in the middle if that leaves
 * room on both sides, else as far left as the first column lets it; 0 when
 * there is room for one column only. */
static int second_column(const nv_controls *controls, int width)
{
    int first = 0, second = 0;

    for (size_t i = 0; i < NV_COUNT_OF(rows); i++) {
        if (rows[i].beside == rows[i].id)
            continue;
        first = greater(first, preferred(controls, rows[i].id).Width);
        second = greater(second, preferred(controls, rows[i].beside).Width);
    }
    if (first + second > width)
        return 0;
    return greater(first, lesser(width / 2, width - second));
}

/* The least height of a row, without the gap after it. */
static int row_height(const nv_controls *controls, const row *at, int width)
{
    int height = preferred(controls, at->id).Height;

    if (at->kind == ROW_WRAPPED)
        return wrapped_height(controls, at->id, width);
    if (at->kind == ROW_LINES)
        return (at->lines + 1) * line_height(controls);
    if (at->beside != at->id && second_column(controls, width) == 0)
        return 2 * height;
    return height;
}

static int gap_after(const row *at, int height, int gap)
{
    return at->gap && height > 0 ? gap : 0;
}

int nv_layout_height(const nv_controls *controls, int width)
{
    int gap = appfont(controls, GAP_APPFONT, GAP_APPFONT).Height;
    int margin = appfont(controls, GAP_APPFONT, GAP_APPFONT).Width;
    int sum = gap;

    for (size_t i = 0; i < NV_COUNT_OF(rows); i++) {
        int height = row_height(controls, &rows[i], width - 2 * margin);

        sum += height + gap_after(&rows[i], height, gap);
    }
    return sum;
}

bool nv_layout_fits(const nv_controls *controls)
{
    css_awt_Rectangle panel = css_awt_XWindow_getPosSize(controls->panel, NULL);

    return nv_layout_height(controls, panel.Width) <= panel.Height;
}

int nv_layout_label(const nv_controls *controls, nv_control id)
{
    css_awt_Rectangle at =
        css_awt_XWindow_getPosSize(controls->window[id], NULL);

    return wrapped_height(controls, id, at.Width);
}

int nv_layout_width(const nv_controls *controls)
{
    return appfont(controls, WIDTH_APPFONT, 0).Width;
}

/* Placing */

static void place(const nv_controls *controls, nv_control id, int x, int y,
                  int width, int height)
{
    css_awt_XWindow_setPosSize(controls->window[id], x, y, width, height,
                               css_awt_PosSize_POSSIZE, NULL);
}

/* Two check boxes: side by side, or one under the other. */
static void place_pair(const nv_controls *controls, const row *at, int x, int y,
                       int width, int height)
{
    int column = second_column(controls, width);

    if (column > 0) {
        place(controls, at->id, x, y, column, height);
        place(controls, at->beside, x + column, y, width - column, height);
    } else {
        place(controls, at->id, x, y, width, height / 2);
        place(controls, at->beside, x, y + height / 2, width, height / 2);
    }
}

void nv_layout(const nv_controls *controls)
{
    css_awt_Rectangle panel = css_awt_XWindow_getPosSize(controls->panel, NULL);
    css_awt_Size gap = appfont(controls, GAP_APPFONT, GAP_APPFONT);
    int width = panel.Width - 2 * gap.Width;
    int left = panel.Height - nv_layout_height(controls, panel.Width);
    int y = gap.Height;

    if (width <= 0 || panel.Height <= 0)
        return;
    for (size_t i = 0; i < NV_COUNT_OF(rows); i++) {
        const row *at = &rows[i];
        int height = row_height(controls, at, width);

        if (left > 0)
            height += left * at->share / SHARES;
        if (at->beside != at->id)
            place_pair(controls, at, gap.Width, y, width, height);
        else
            place(controls, at->id, gap.Width, y, width, height);
        y += height + gap_after(at, height, gap.Height);
    }
}
