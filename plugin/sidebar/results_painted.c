/* SPDX-License-Identifier: MPL-2.0 */
/* See results_painted.h: the window, its scroll bar and what is done in it;
 * brush.c paints the rows. */
#include "sidebar/results_painted.h"

#include <stdlib.h>
#include <limits.h>

#include "base/array.h"
#include "sidebar/ignore.h"
#include "sidebar/brush.h"
#include "sidebar/result_plan.h"

struct nv_results_painted {
    nv_uno_object base;
    css_awt_XWindow *window; /* owned, as the next three */
    css_awt_XWindow *bar_window;
    css_awt_XScrollBar *bar;
    css_awt_XStyleSettings *style;
    nv_brush *brush;           /* owned; NULL: nothing is painted */
    const nv_phrases *phrases; /* borrowed, as the next two; NULL at first */
    const nv_state *state;
    const nv_result_rows *rows;
    nv_result_plan plan;
    nv_result_lines *lines; /* of each row that was painted; owned */
    bool *has_lines;
    size_t line_count;
    size_t row; /* selected */
    int scroll;
    bool has_focus;
    nv_results_told told; /* self NULL: deaf */
};

size_t nv_results_painted_row(const nv_results_painted *list)
{
    return list->row;
}

css_awt_XWindow *nv_results_painted_window(const nv_results_painted *list)
{
    return nv_uno_acquire(list->window);
}

static css_awt_Rectangle area(const nv_results_painted *list)
{
    return css_awt_XWindow_getPosSize(list->window, NULL);
}

static void repaint(nv_results_painted *list)
{
    NV_UNO_OWNED css_awt_XWindowPeer *peer =
        css_awt_XWindowPeer_query(list->window, NULL);

    css_awt_XWindowPeer_invalidate(peer, css_awt_InvalidateStyle_NOERASE, NULL);
}

/* Lines */

static void forget_lines(nv_results_painted *list)
{
    for (size_t i = 0; i < list->line_count; i++)
        if (list->has_lines[i])
            nv_result_lines_release(&list->lines[i]);
    free(list->lines);
    free(list->has_lines);
    list->lines = NULL;
    list->has_lines = NULL;
    list->line_count = 0;
}

static bool make_room(nv_results_painted *list)
{
    if (list->line_count > 0 || list->rows->count == 0)
        return list->line_count > 0;
    list->lines = calloc(list->rows->count, sizeof *list->lines);
    list->has_lines = calloc(list->rows->count, sizeof *list->has_lines);
    if (list->lines && list->has_lines)
        list->line_count = list->rows->count;
    else
        forget_lines(list);
    return list->line_count > 0;
}

/* The lines of a row, made when they are first looked at. */
static const nv_result_lines *lines_of(nv_results_painted *list, size_t row)
{
    nv_result_lines *lines = &list->lines[row];

    if (list->has_lines[row])
        return lines;
    list->has_lines[row] = true;
    if (list->rows->row[row].kind == NV_RESULT_HIT) {
        nv_result_lines_make(lines, list->phrases, list->state,
                             list->rows->row[row].hit);
        nv_marked_line_cut(&lines->line[1], nv_brush_room(list->brush));
    } else {
        nv_buffer_init(&lines->line[0].text);
        nv_buffer_init(&lines->line[1].text);
        nv_results_say(&lines->line[0].text, list->phrases, list->state,
                       &list->rows->row[row]);
    }
    return lines;
}

/* Scrolling */

static bool has_bar(const nv_results_painted *list, int height)
{
    return nv_result_plan_height(&list->plan) > height;
}

static void show_bar(nv_results_painted *list)
{
    const css_awt_Rectangle at = area(list);
    const int width = nv_brush_bar_width(list->brush);

    css_awt_XWindow_setVisible(list->bar_window, has_bar(list, at.Height),
                               NULL);
    if (!has_bar(list, at.Height))
        return;
    css_awt_XWindow_setPosSize(list->bar_window, at.Width - width, 0, width,
                               at.Height, css_awt_PosSize_POSSIZE, NULL);
    css_awt_XScrollBar_setValues(list->bar, list->scroll, at.Height,
                                 nv_result_plan_height(&list->plan), NULL);
    css_awt_XScrollBar_setLineIncrement(
        list->bar, nv_brush_metrics(list->brush).line, NULL);
    css_awt_XScrollBar_setBlockIncrement(list->bar, at.Height, NULL);
}

static void reveal(nv_results_painted *list)
{
    list->scroll = nv_result_plan_reveal(&list->plan, list->rows, list->row,
                                         list->scroll, area(list).Height);
}

/* Places the rows for the window and the font as they are now. */
static void lay_out(nv_results_painted *list)
{
    css_awt_Rectangle at = area(list);

    if (!list->rows || !list->brush)
        return;
    nv_brush_look(list->brush, list->window, list->style);
    nv_result_plan_make(&list->plan, list->rows, nv_brush_metrics(list->brush));
    nv_brush_set_width(list->brush,
                       has_bar(list, at.Height)
                           ? at.Width - nv_brush_bar_width(list->brush)
                           : at.Width);
    forget_lines(list);
    reveal(list);
    show_bar(list);
    repaint(list);
}

void nv_results_painted_show(nv_results_painted *list,
                             const nv_phrases *phrases, const nv_state *state,
                             const nv_result_rows *rows, size_t row)
{
    list->phrases = phrases;
    list->state = state;
    list->rows = rows;
    /* Another list begins with the chosen row, so that what came after it is
     * seen as well. */
    if (row == rows->count)
        list->scroll = 0;
    else if (row != list->row || rows->count != list->plan.count)
        list->scroll = INT_MAX / 2; /* further down than it may be */
    list->row = row;
    lay_out(list);
}

/* Painting */

static void paint_row(nv_results_painted *list, size_t row, int y)
{
    const nv_result_row *it = &list->rows->row[row];
    const nv_result_lines *lines = lines_of(list, row);
    const int height = list->plan.top[row + 1] - list->plan.top[row];

    if (nv_result_is_heading(it))
        nv_brush_heading(list->brush, y, height, &lines->line[0]);
    else
        nv_brush_row(
            list->brush, y, height, lines,
            (nv_brush_row_state){.is_selected = row == list->row,
                                 .is_link = it->kind == NV_RESULT_MORE});
}

static void on_paint(void *self, const css_awt_PaintEvent *event, nv_error *err)
{
    nv_results_painted *list = self;
    const css_awt_Rectangle at = area(list);

    (void)event, (void)err;
    if (!list->told.self || !list->brush ||
        !nv_brush_begin(list->brush, list->window, at.Width, at.Height))
        return;
    if (list->rows && list->plan.count == list->rows->count &&
        make_room(list)) {
        const size_t first = nv_result_plan_at(&list->plan, list->scroll);

        for (size_t row = first; row < list->plan.count &&
                                 list->plan.top[row] - list->scroll < at.Height;
             row++)
            paint_row(list, row, list->plan.top[row] - list->scroll);
    }
    nv_brush_end(list->brush, list->has_focus);
}

/* Selecting */

static void tell(nv_results_painted *list)
{
    NV_UNO_OWNED void *held = nv_uno_acquire(list->told.holder);

    list->told.row(list->told.self, list->row);
}

static void select_row(nv_results_painted *list, size_t row)
{
    if (row >= list->plan.count || row == list->row ||
        nv_result_is_heading(&list->rows->row[row]))
        return;
    list->row = row;
    reveal(list);
    show_bar(list);
    repaint(list);
    tell(list);
}

bool nv_results_painted_key(nv_results_painted *list,
                            const css_awt_KeyEvent *event)
{
    static const struct {
        sal_Int16 code;
        int steps;
    } steps[] = {
        {css_awt_Key_UP, -1},
        {css_awt_Key_DOWN, 1},
        {css_awt_Key_HOME, -INT_MAX},
        {css_awt_Key_END, INT_MAX},
    };
    const bool is_down = event->KeyCode == css_awt_Key_PAGEDOWN;

    if (!list->rows || event->Modifiers != 0)
        return false;
    for (size_t i = 0; i < NV_COUNT_OF(steps); i++)
        if (steps[i].code == event->KeyCode) {
            select_row(list, nv_result_rows_step(list->rows, list->row,
                                                 steps[i].steps));
            return true;
        }
    if (!is_down && event->KeyCode != css_awt_Key_PAGEUP)
        return false;
    select_row(list, nv_result_plan_page(&list->plan, list->rows, list->row,
                                         area(list).Height, is_down));
    return true;
}

static void on_press(void *self, const css_awt_MouseEvent *event, nv_error *err)
{
    enum { DOUBLE = 2 };
    nv_results_painted *list = self;
    NV_UNO_OWNED void *held = NULL;

    (void)err;
    if (!list->told.self || event->PopupTrigger || !list->rows)
        return;
    held = nv_uno_acquire(list->told.holder);
    css_awt_XWindow_setFocus(list->window, NULL);
    select_row(list, nv_result_plan_at(&list->plan, event->Y + list->scroll));
    if (event->ClickCount == DOUBLE && list->told.self)
        list->told.pressed(list->told.self);
}

static void on_scroll(void *self, const css_awt_AdjustmentEvent *event,
                      nv_error *err)
{
    nv_results_painted *list = self;

    (void)err;
    if (!list->told.self || event->Value == list->scroll)
        return;
    list->scroll = event->Value;
    repaint(list);
}

/* Watching */

static void on_focus(void *self, const css_awt_FocusEvent *event, nv_error *err)
{
    nv_results_painted *list = self;

    (void)event, (void)err;
    list->has_focus = true;
    repaint(list);
}

static void on_blur(void *self, const css_awt_FocusEvent *event, nv_error *err)
{
    nv_results_painted *list = self;

    (void)event, (void)err;
    list->has_focus = false;
    repaint(list);
}

static void on_window(void *self, const css_awt_WindowEvent *event,
                      nv_error *err)
{
    nv_results_painted *list = self;

    (void)event, (void)err;
    if (list->told.self)
        lay_out(list);
}

static void on_event(void *self, const css_lang_EventObject *event,
                     nv_error *err)
{
    on_window(self, NULL, err);
    (void)event;
}

/* Life */

static const css_awt_XPaintListener_methods paint_methods = {
    .windowPaint = on_paint,
};
static const css_awt_XMouseListener_methods mouse_methods = {
    .mousePressed = on_press,
    .mouseReleased = nv_ignore_mouse,
    .mouseEntered = nv_ignore_mouse,
    .mouseExited = nv_ignore_mouse,
};
static const css_awt_XAdjustmentListener_methods adjustment_methods = {
    .adjustmentValueChanged = on_scroll,
};
static const css_awt_XFocusListener_methods focus_methods = {
    .focusGained = on_focus,
    .focusLost = on_blur,
};
static const css_awt_XWindowListener_methods window_methods = {
    .windowResized = on_window,
    .windowMoved = nv_ignore_window,
    .windowShown = on_event,
    .windowHidden = nv_ignore_event,
};
static const css_awt_XStyleChangeListener_methods style_methods = {
    .styleSettingsChanged = on_event,
};

static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_awt_XPaintListener, &paint_methods),
    NV_UNO_INTERFACE(css_awt_XMouseListener, &mouse_methods),
    NV_UNO_INTERFACE(css_awt_XAdjustmentListener, &adjustment_methods),
    NV_UNO_INTERFACE(css_awt_XFocusListener, &focus_methods),
    NV_UNO_INTERFACE(css_awt_XWindowListener, &window_methods),
    NV_UNO_INTERFACE(css_awt_XStyleChangeListener, &style_methods),
};

static void destroy(void *self)
{
    nv_results_painted *list = self;

    forget_lines(list);
    nv_result_plan_release(&list->plan);
    nv_brush_free(list->brush);
    nv_uno_release(list->style);
    nv_uno_release(list->bar);
    nv_uno_release(list->bar_window);
    nv_uno_release(list->window);
}

static const nv_uno_class painted_class = {
    .name = "org.noteverbale.ResultsPainted",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(nv_results_painted),
    .destroy = destroy,
    .flags = NV_UNO_WEAK,
};

/* A window of the toolkit inside another; owned. */
static css_awt_XWindow *make_window(css_uno_XComponentContext *context,
                                    void *parent, const char *kind,
                                    int attributes, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *service =
        nv_uno_create(context, "com.sun.star.awt.Toolkit", err);
    NV_UNO_OWNED css_awt_XToolkit *toolkit =
        css_awt_XToolkit_need(service, err);
    NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(kind);
    NV_UNO_OWNED css_awt_XWindowPeer *in =
        css_awt_XWindowPeer_need(parent, err);
    css_awt_WindowDescriptor wanted = {.Type = css_awt_WindowClass_SIMPLE,
                                       .WindowServiceName = name,
                                       .Parent = in,
                                       .ParentIndex = -1,
                                       .WindowAttributes = attributes};
    NV_UNO_OWNED css_awt_XWindowPeer *peer =
        css_awt_XToolkit_createWindow(toolkit, &wanted, err);

    return css_awt_XWindow_need(peer, err);
}

static css_awt_XWindowPeer *peer_of(css_awt_XWindow *window, nv_error *err)
{
    NV_UNO_OWNED css_awt_XControl *control = css_awt_XControl_need(window, err);

    return css_awt_XControl_getPeer(control, err);
}

/* Tab comes to the list from the control before it. */
static void order(const nv_results_painted *list, css_awt_XWindowPeer *panel,
                  css_awt_XWindow *before)
{
    NV_UNO_OWNED css_awt_XVclContainerPeer *container =
        css_awt_XVclContainerPeer_query(panel, NULL);
    NV_UNO_OWNED css_awt_XWindowPeer *peer = peer_of(before, NULL);
    NV_UNO_OWNED css_awt_XWindow *first = css_awt_XWindow_query(peer, NULL);
    css_awt_XWindow *const windows[] = {first, list->window};
    NV_UNO_OWNED_ANY uno_Any yes = nv_uno_any_bool(true);
    const uno_Any stops[] = {yes, yes};
    NV_UNO_OWNED_SEQ(css_awt_XWindow_seq)
    sequence = css_awt_XWindow_seq_new(windows, NV_COUNT_OF(windows));
    NV_UNO_OWNED_SEQ(nv_uno_any_seq)
    tabs = nv_uno_any_seq_new(stops, NV_COUNT_OF(stops));

    css_awt_XVclContainerPeer_setTabOrder(container, sequence, tabs, false,
                                          NULL);
}

static void listen(nv_results_painted *list)
{
    css_awt_XWindow *window = list->window;
    nv_uno_object *me = &list->base;

    css_awt_XWindow_addPaintListener(window, css_awt_XPaintListener_of(me),
                                     NULL);
    css_awt_XWindow_addMouseListener(window, css_awt_XMouseListener_of(me),
                                     NULL);
    css_awt_XWindow_addFocusListener(window, css_awt_XFocusListener_of(me),
                                     NULL);
    css_awt_XWindow_addWindowListener(window, css_awt_XWindowListener_of(me),
                                      NULL);
    css_awt_XScrollBar_addAdjustmentListener(
        list->bar, css_awt_XAdjustmentListener_of(me), NULL);
    css_awt_XStyleSettings_addStyleChangeListener(
        list->style, css_awt_XStyleChangeListener_of(me), NULL);
}

static void leave(nv_results_painted *list)
{
    css_awt_XWindow *window = list->window;
    nv_uno_object *me = &list->base;

    css_awt_XWindow_removePaintListener(window, css_awt_XPaintListener_of(me),
                                        NULL);
    css_awt_XWindow_removeMouseListener(window, css_awt_XMouseListener_of(me),
                                        NULL);
    css_awt_XWindow_removeFocusListener(window, css_awt_XFocusListener_of(me),
                                        NULL);
    css_awt_XWindow_removeWindowListener(window, css_awt_XWindowListener_of(me),
                                         NULL);
    css_awt_XScrollBar_removeAdjustmentListener(
        list->bar, css_awt_XAdjustmentListener_of(me), NULL);
    css_awt_XStyleSettings_removeStyleChangeListener(
        list->style, css_awt_XStyleChangeListener_of(me), NULL);
}

nv_results_painted *nv_results_painted_new(css_uno_XComponentContext *context,
                                           css_awt_XWindow *panel,
                                           css_awt_XWindow *before,
                                           const nv_results_told *told,
                                           nv_error *err)
{
    nv_results_painted *list = nv_uno_object_new(&painted_class, err);
    NV_UNO_OWNED css_awt_XWindowPeer *peer = peer_of(panel, err);
    NV_UNO_OWNED css_awt_XStyleSettingsSupplier *supplier = NULL;

    if (!list)
        return NULL;
    list->told = *told;
    list->window = make_window(context, peer, "window", 0, err);
    list->bar_window = make_window(context, list->window, "scrollbar",
                                   css_awt_VclWindowPeerAttribute_VSCROLL, err);
    list->bar = css_awt_XScrollBar_need(list->bar_window, err);
    supplier = css_awt_XStyleSettingsSupplier_need(list->window, err);
    list->style =
        css_awt_XStyleSettingsSupplier_get_StyleSettings(supplier, err);
    list->brush = nv_brush_new(err);
    if (!list->style || !list->brush) {
        nv_uno_release(list);
        return NULL;
    }
    order(list, peer, before);
    listen(list);
    return list;
}

void nv_results_painted_free(nv_results_painted *list)
{
    if (!list)
        return;
    list->told.self = NULL;
    leave(list);
    nv_uno_release(list);
}
