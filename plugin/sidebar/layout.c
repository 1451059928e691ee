/* SPDX-License-Identifier: MPL-2.0 */
/* See layout.h. The measures of a control come from the control: they depend on
 * the toolkit, its theme and the size of its font. */
#include "sidebar/layout.h"

#include "base/array.h"

enum {
    GAP_APPFONT = 3,    /* around the panel and between groups */
    WIDTH_APPFONT = 90, /* of the narrowest panel */
    FIELD_APPFONT = 50, /* of the narrowest field beside another */
    TEXT_APPFONT = 80   /* likewise of a text */
};

/* Of the search. */
static const nv_plan_row rows[] = {
    {NV_ROW_WRAPPED, NV_CONTROL_QUERY_LABEL, .gap = 0},
    {NV_ROW_PREFERRED, NV_CONTROL_QUERY, .gap = 1},
    {NV_ROW_PREFERRED, NV_CONTROL_FILTER, .gap = 0},
    {NV_ROW_WRAPPED, NV_CONTROL_FILTER_SAID, .gap = 1},
    {NV_ROW_FIELDS, NV_CONTROL_PERIOD, NV_CONTROL_YEARS, .gap = 0},
    {NV_ROW_FIELDS, NV_CONTROL_KIND, NV_CONTROL_PARTY, .gap = 0},
    {NV_ROW_WRAPPED, NV_CONTROL_LANGUAGE_LABEL, .gap = 0},
    {NV_ROW_PREFERRED, NV_CONTROL_LANGUAGE, .gap = 0},
    {NV_ROW_WRAPPED, NV_CONTROL_PACK_LABEL, .gap = 0},
    {NV_ROW_PREFERRED, NV_CONTROL_PACK, .gap = 0},
    {NV_ROW_BUTTONS, NV_CONTROL_WITH_WORDING, NV_CONTROL_FILTER_CLEAR,
     .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_UNDERSTOOD, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_MESSAGE, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_WELCOME, .gap = 0},
    {NV_ROW_PREFERRED, NV_CONTROL_EXAMPLE, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_RESULTS_LABEL, .gap = 0},
    {NV_ROW_LINES, NV_CONTROL_RESULTS, .lines = 3, .share = 10, .gap = 1},
    {NV_ROW_LINES, NV_CONTROL_PAINTED, .lines = 5, .share = 10, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_CARET, .gap = 1},
    {NV_ROW_BUTTONS, NV_CONTROL_EVENT_LABEL, NV_CONTROL_READ, .gap = 0},
    {NV_ROW_LINES, NV_CONTROL_EVENT, .lines = 2, .share = 6, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_WORDINGS_LABEL, .gap = 0},
    {NV_ROW_PREFERRED, NV_CONTROL_WORDINGS, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_PARTS_LABEL, .gap = 0},
    {NV_ROW_BOXES, NV_CONTROL_DATE, NV_CONTROL_SIGNATORIES, .gap = 0},
    {NV_ROW_BOXES, NV_CONTROL_WORDING, NV_CONTROL_SOURCE, .gap = 0},
    {NV_ROW_WRAPPED, NV_CONTROL_REASONS, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_LOCATOR_LABEL, .gap = 0},
    {NV_ROW_PREFERRED, NV_CONTROL_LOCATOR, .gap = 1},
    {NV_ROW_FIELDS, NV_CONTROL_PREFIX, NV_CONTROL_SUFFIX, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_OWN_LABEL, .gap = 0},
    {NV_ROW_PREFERRED, NV_CONTROL_OWN, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_STYLE_LABEL, .gap = 0},
    {NV_ROW_PREFERRED, NV_CONTROL_STYLE, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_PREVIEW_LABEL, .gap = 0},
    {NV_ROW_LINES, NV_CONTROL_PREVIEW, .lines = 3, .share = 4, .gap = 1},
    {NV_ROW_BUTTONS, NV_CONTROL_INSERT, NV_CONTROL_MORE, .gap = 1},
    {NV_ROW_PREFERRED, NV_CONTROL_ESSAY, .gap = 0},
    {NV_ROW_WRAPPED, NV_CONTROL_ATTENTION, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_CITATIONS_LABEL, .gap = 0},
    {NV_ROW_LINES, NV_CONTROL_CITATIONS, .lines = 4, .share = 10, .gap = 1},
    {NV_ROW_WRAPPED, NV_CONTROL_CHANGE_LABEL, .gap = 0},
    {NV_ROW_LINES, NV_CONTROL_CHANGE, .lines = 3, .share = 4, .gap = 1},
    {NV_ROW_BUTTONS, NV_CONTROL_ANEW, NV_CONTROL_REFRESH, .gap = 1},
};

const nv_plan nv_search_plan = {
    .names = nv_search_names,
    .count = NV_CONTROL_COUNT,
    .rows = rows,
    .row_count = NV_COUNT_OF(rows),
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

static css_awt_Size preferred(const nv_controls *controls, int id)
{
    NV_UNO_OWNED css_awt_XLayoutConstrains *control =
        css_awt_XLayoutConstrains_query(controls->window[id], NULL);

    return css_awt_XLayoutConstrains_getPreferredSize(control, NULL);
}

/* At which the text of a button is not cut. */
static int least_width(const nv_controls *controls, int id)
{
    NV_UNO_OWNED css_awt_XLayoutConstrains *control =
        css_awt_XLayoutConstrains_query(controls->window[id], NULL);

    return css_awt_XLayoutConstrains_getMinimumSize(control, NULL).Width;
}

/* The height of a label's text when it is wrapped to the width; 0 when the
 * label is empty. */
static int wrapped_height(const nv_controls *controls, int id, int width)
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

int nv_layout_line(const nv_controls *controls)
{
    enum { LINE_APPFONT = 8 };

    return appfont(controls, 0, LINE_APPFONT).Height;
}

/* Where the second column of check boxes begins: in the middle if that leaves
 * room on both sides, else as far left as the first column lets it; 0 when
 * there is room for one column only. */
static int second_box(const nv_controls *controls, int width)
{
    const nv_plan *plan = controls->plan;
    int first = 0, second = 0;

    for (size_t i = 0; i < plan->row_count; i++) {
        const nv_plan_row *at = &plan->rows[i];

        if (at->kind != NV_ROW_BOXES)
            continue;
        first = greater(first, preferred(controls, at->id).Width);
        second = greater(second, preferred(controls, at->beside).Width);
    }
    if (first + second > width)
        return 0;
    return greater(first, lesser(width / 2, width - second));
}

/* Likewise of two fields or texts, with a gap between them; `narrowest` is in
 * AppFont units. */
static int second_field(const nv_controls *controls, int narrowest, int width)
{
    int gap = appfont(controls, GAP_APPFONT, 0).Width;
    int least = appfont(controls, narrowest, 0).Width;

    return width >= 2 * least + gap ? (width + gap) / 2 : 0;
}

/* Likewise of a button no wider than its text at the end of the row. */
static int second_button(const nv_controls *controls, const nv_plan_row *at,
                         int width)
{
    int gap = appfont(controls, GAP_APPFONT, 0).Width;
    int first = least_width(controls, at->id);
    int second = least_width(controls, at->beside);

    return first + gap + second <= width ? width - second : 0;
}

static int second_column(const nv_controls *controls, const nv_plan_row *at,
                         int width)
{
    switch (at->kind) {
    case NV_ROW_BOXES:
        return second_box(controls, width);
    case NV_ROW_FIELDS:
        return second_field(controls, FIELD_APPFONT, width);
    case NV_ROW_TEXTS:
        return second_field(controls, TEXT_APPFONT, width);
    default:
        return second_button(controls, at, width);
    }
}

/* A row of two that share it, or stand one under the other. */
static bool has_two(const nv_controls *controls, const nv_plan_row *at)
{
    return at->kind >= NV_ROW_BOXES && !controls->is_hidden[at->beside];
}

static bool has_label(const nv_plan_row *at)
{
    return at->kind == NV_ROW_FIELDS || at->kind == NV_ROW_TEXTS;
}

/* A field's label is the control before it. */
static int label_of(int field)
{
    return field - 1;
}

/* The height of one control of the row, its label included. */
static int cell_height(const nv_controls *controls, const nv_plan_row *at,
                       int id, int width)
{
    int height = at->kind == NV_ROW_TEXTS
                     ? (at->lines + 1) * nv_layout_line(controls)
                     : preferred(controls, id).Height;

    if (has_label(at))
        height += wrapped_height(controls, label_of(id), width);
    return height;
}

static int pair_height(const nv_controls *controls, const nv_plan_row *at,
                       int width)
{
    int column = second_column(controls, at, width);
    int first = column > 0 ? column : width;
    int second = column > 0 ? width - column : width;
    int top = cell_height(controls, at, at->id, first);
    int bottom = cell_height(controls, at, at->beside, second);

    return column > 0 ? greater(top, bottom) : top + bottom;
}

/* The least height of a row, without the gap after it. */
static int row_height(const nv_controls *controls, const nv_plan_row *at,
                      int width)
{
    if (controls->is_hidden[at->id])
        return 0;
    if (has_two(controls, at))
        return pair_height(controls, at, width);
    switch (at->kind) {
    case NV_ROW_WRAPPED:
        return wrapped_height(controls, at->id, width);
    case NV_ROW_LINES:
        return (at->lines + 1) * nv_layout_line(controls);
    case NV_ROW_GIVEN:
        return controls->given[at->id];
    default:
        return cell_height(controls, at, at->id, width);
    }
}

static int gap_after(const nv_plan_row *at, int height, int gap)
{
    return at->gap && height > 0 ? gap : 0;
}

int nv_layout_height(const nv_controls *controls, int width)
{
    const nv_plan *plan = controls->plan;
    int gap = appfont(controls, GAP_APPFONT, GAP_APPFONT).Height;
    int margin = appfont(controls, GAP_APPFONT, GAP_APPFONT).Width;
    int sum = gap;

    for (size_t i = 0; i < plan->row_count; i++) {
        int height = row_height(controls, &plan->rows[i], width - 2 * margin);

        sum += height + gap_after(&plan->rows[i], height, gap);
    }
    return sum;
}

bool nv_layout_fits(const nv_controls *controls)
{
    css_awt_Rectangle panel = css_awt_XWindow_getPosSize(controls->panel, NULL);

    return controls->is_away ||
           nv_layout_height(controls, panel.Width) <= panel.Height;
}

int nv_layout_label(const nv_controls *controls, int id)
{
    css_awt_Rectangle at =
        css_awt_XWindow_getPosSize(controls->window[id], NULL);

    return wrapped_height(controls, id, at.Width);
}

int nv_layout_inner_width(const nv_controls *controls)
{
    css_awt_Rectangle panel = css_awt_XWindow_getPosSize(controls->panel, NULL);

    return panel.Width - 2 * appfont(controls, GAP_APPFONT, 0).Width;
}

int nv_layout_width(const nv_controls *controls)
{
    return appfont(controls, WIDTH_APPFONT, 0).Width;
}

/* Placing */

static void place(const nv_controls *controls, int id, int x, int y, int width,
                  int height)
{
    css_awt_XWindow_setPosSize(controls->window[id], x, y, width, height,
                               css_awt_PosSize_POSSIZE, NULL);
}

/* One of two: a field stands under its label, at the bottom of its cell. */
static void place_cell(const nv_controls *controls, const nv_plan_row *at,
                       int id, css_awt_Rectangle cell)
{
    int label = 0;

    if (has_label(at)) {
        label = wrapped_height(controls, label_of(id), cell.Width);
        place(controls, label_of(id), cell.X, cell.Y, cell.Width, label);
    }
    place(controls, id, cell.X, cell.Y + label, cell.Width,
          cell.Height - label);
}

static void place_pair(const nv_controls *controls, const nv_plan_row *at,
                       css_awt_Rectangle area)
{
    int column = second_column(controls, at, area.Width);
    int gap =
        at->kind == NV_ROW_BOXES ? 0 : appfont(controls, GAP_APPFONT, 0).Width;
    css_awt_Rectangle first = area, second = area;

    if (column > 0) {
        first.Width = column - gap;
        second.X += column;
        second.Width -= column;
    } else {
        first.Height = cell_height(controls, at, at->id, area.Width);
        if (at->share > 0)
            first.Height = area.Height / 2;
        second.Y += first.Height;
        second.Height -= first.Height;
    }
    place_cell(controls, at, at->id, first);
    place_cell(controls, at, at->beside, second);
}

/* The shares of rows that are shown, of which each gets its part of what is
 * left over; 1 where none wants any. */
static int shares_shown(const nv_controls *controls)
{
    const nv_plan *plan = controls->plan;
    int sum = 0;

    for (size_t i = 0; i < plan->row_count; i++)
        if (!controls->is_hidden[plan->rows[i].id])
            sum += plan->rows[i].share;
    return greater(sum, 1);
}

static void place_row(const nv_controls *controls, const nv_plan_row *at,
                      css_awt_Rectangle area)
{
    if (has_two(controls, at))
        place_pair(controls, at, area);
    else
        place_cell(controls, at, at->id, area);
}

void nv_layout(const nv_controls *controls)
{
    css_awt_Rectangle panel = css_awt_XWindow_getPosSize(controls->panel, NULL);
    css_awt_Size gap = appfont(controls, GAP_APPFONT, GAP_APPFONT);
    int width = panel.Width - 2 * gap.Width;
    int left = panel.Height - nv_layout_height(controls, panel.Width);
    int shares = shares_shown(controls);
    int y = gap.Height;

    if (controls->is_away || width <= 0 || panel.Height <= 0)
        return;
    for (size_t i = 0; i < controls->plan->row_count; i++) {
        const nv_plan_row *at = &controls->plan->rows[i];
        int height = row_height(controls, at, width);

        if (controls->is_hidden[at->id])
            continue;
        if (left > 0)
            height += left * at->share / shares;
        place_row(controls, at,
                  (css_awt_Rectangle){gap.Width, y, width, height});
        y += height + gap_after(at, height, gap.Height);
    }
}
