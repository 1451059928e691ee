/* SPDX-License-Identifier: MPL-2.0 */
/* See controls.h. */
#include "sidebar/controls.h"

#include <string.h>

const char *const nv_search_names[NV_CONTROL_COUNT] = {
    [NV_CONTROL_QUERY_LABEL] = "query_label",
    [NV_CONTROL_QUERY] = "query",
    [NV_CONTROL_FILTER] = "filter",
    [NV_CONTROL_FILTER_SAID] = "filter_said",
    [NV_CONTROL_PERIOD_LABEL] = "period_label",
    [NV_CONTROL_PERIOD] = "period",
    [NV_CONTROL_YEARS_LABEL] = "years_label",
    [NV_CONTROL_YEARS] = "years",
    [NV_CONTROL_KIND_LABEL] = "kind_label",
    [NV_CONTROL_KIND] = "kind",
    [NV_CONTROL_PARTY_LABEL] = "party_label",
    [NV_CONTROL_PARTY] = "party",
    [NV_CONTROL_LANGUAGE_LABEL] = "language_label",
    [NV_CONTROL_LANGUAGE] = "language",
    [NV_CONTROL_PACK_LABEL] = "pack_label",
    [NV_CONTROL_PACK] = "pack",
    [NV_CONTROL_WITH_WORDING] = "with_wording",
    [NV_CONTROL_FILTER_CLEAR] = "filter_clear",
    [NV_CONTROL_UNDERSTOOD] = "understood",
    [NV_CONTROL_MESSAGE] = "message",
    [NV_CONTROL_WELCOME] = "welcome",
    [NV_CONTROL_EXAMPLE] = "example",
    [NV_CONTROL_RESULTS_LABEL] = "results_label",
    [NV_CONTROL_RESULTS] = "results",
    [NV_CONTROL_CARET] = "caret",
    [NV_CONTROL_READ] = "read",
    [NV_CONTROL_EVENT_LABEL] = "event_label",
    [NV_CONTROL_EVENT] = "event",
    [NV_CONTROL_WORDINGS_LABEL] = "wordings_label",
    [NV_CONTROL_WORDINGS] = "wordings",
    [NV_CONTROL_PARTS_LABEL] = "parts_label",
    [NV_CONTROL_DATE] = "date",
    [NV_CONTROL_SIGNATORIES] = "signatories",
    [NV_CONTROL_WORDING] = "wording",
    [NV_CONTROL_SOURCE] = "source",
    [NV_CONTROL_REASONS] = "reasons",
    [NV_CONTROL_LOCATOR_LABEL] = "locator_label",
    [NV_CONTROL_LOCATOR] = "locator",
    [NV_CONTROL_PREFIX_LABEL] = "prefix_label",
    [NV_CONTROL_PREFIX] = "prefix",
    [NV_CONTROL_SUFFIX_LABEL] = "suffix_label",
    [NV_CONTROL_SUFFIX] = "suffix",
    [NV_CONTROL_OWN_LABEL] = "own_label",
    [NV_CONTROL_OWN] = "own",
    [NV_CONTROL_STYLE_LABEL] = "style_label",
    [NV_CONTROL_STYLE] = "style",
    [NV_CONTROL_PREVIEW_LABEL] = "preview_label",
    [NV_CONTROL_PREVIEW] = "preview",
    [NV_CONTROL_INSERT] = "insert",
    [NV_CONTROL_MORE] = "more",
    [NV_CONTROL_ESSAY] = "essay",
    [NV_CONTROL_ATTENTION] = "attention",
    [NV_CONTROL_CITATIONS_LABEL] = "citations_label",
    [NV_CONTROL_CITATIONS] = "citations",
    [NV_CONTROL_CHANGE_LABEL] = "change_label",
    [NV_CONTROL_CHANGE] = "change",
    [NV_CONTROL_ANEW] = "anew",
    [NV_CONTROL_REFRESH] = "refresh",
};

_Static_assert((int)NV_CONTROL_COUNT <= NV_CONTROLS_MOST,
               "the search has room");

bool nv_controls_find(nv_controls *controls, const nv_plan *plan,
                      css_awt_XWindow *panel, nv_error *err)
{
    nv_error missing = {0};
    NV_UNO_OWNED css_awt_XControlContainer *container =
        css_awt_XControlContainer_need(panel, &missing);

    memset(controls, 0, sizeof *controls);
    controls->plan = plan;
    controls->panel = nv_uno_acquire(panel);
    for (int i = 0; i < plan->count; i++) {
        if (!plan->names[i])
            continue;
        NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(plan->names[i]);
        NV_UNO_OWNED css_awt_XControl *control =
            css_awt_XControlContainer_getControl(container, name, &missing);

        controls->window[i] = css_awt_XWindow_need(control, &missing);
    }
    if (missing.code == NV_OK)
        return true;
    return nv_fail(err, missing.code, 0,
                   "a control of the panel is missing: %s", missing.message);
}

void nv_controls_release(nv_controls *controls)
{
    const nv_plan *plan = controls->plan;

    for (int i = 0; plan && i < plan->count; i++)
        nv_uno_release(controls->window[i]);
    nv_uno_release(controls->panel);
    memset(controls, 0, sizeof *controls);
    controls->plan = plan;
}

/* Text */

char *nv_controls_text(const nv_controls *controls, int id)
{
    nv_error err = {0};
    NV_UNO_OWNED css_awt_XTextComponent *field =
        css_awt_XTextComponent_need(controls->window[id], &err);
    NV_UNO_OWNED_STRING rtl_uString *text =
        css_awt_XTextComponent_getText(field, &err);

    return err.code == NV_OK ? nv_uno_utf8(text) : NULL;
}

void nv_controls_set_text(const nv_controls *controls, int id, const char *text)
{
    nv_error err = {0};
    NV_UNO_OWNED css_awt_XTextComponent *field =
        css_awt_XTextComponent_query(controls->window[id], &err);
    NV_UNO_OWNED_STRING rtl_uString *string = nv_uno_string(text);
    NV_UNO_OWNED_STRING rtl_uString *before =
        css_awt_XTextComponent_getText(field, &err);

    if (!nv_uno_string_same(before, string))
        css_awt_XTextComponent_setText(field, string, &err);
}

bool nv_controls_set_label(const nv_controls *controls, int id,
                           const char *text)
{
    nv_error err = {0};
    NV_UNO_OWNED css_awt_XFixedText *label =
        css_awt_XFixedText_query(controls->window[id], &err);
    NV_UNO_OWNED_STRING rtl_uString *string = nv_uno_string(text);
    NV_UNO_OWNED_STRING rtl_uString *before =
        css_awt_XFixedText_getText(label, &err);

    if (nv_uno_string_same(before, string))
        return false;
    css_awt_XFixedText_setText(label, string, &err);
    return err.code == NV_OK;
}

void nv_controls_set_any(const nv_controls *controls, int id,
                         const char *property, const uno_Any *value)
{
    nv_error err = {0};
    NV_UNO_OWNED css_awt_XControl *control =
        css_awt_XControl_query(controls->window[id], &err);
    NV_UNO_OWNED css_awt_XControlModel *model =
        css_awt_XControl_getModel(control, &err);

    nv_uno_set(model, property, value, &err);
}

void nv_controls_set_property(const nv_controls *controls, int id,
                              const char *property, const char *text)
{
    nv_error err = {0};
    NV_UNO_OWNED css_awt_XControl *control =
        css_awt_XControl_query(controls->window[id], &err);
    NV_UNO_OWNED css_awt_XControlModel *model =
        css_awt_XControl_getModel(control, &err);
    NV_UNO_OWNED_ANY uno_Any before = nv_uno_get(model, property, &err);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_utf8(text);

    if (!nv_uno_string_same(nv_uno_any_get_string(&before),
                            nv_uno_any_get_string(&value)))
        nv_uno_set(model, property, &value, &err);
}

void nv_controls_set_help(const nv_controls *controls, int id, const char *text)
{
    nv_controls_set_property(controls, id, "HelpText", text);
}

/* As a value of the model: the control has no way to be asked. */
void nv_controls_set_button(const nv_controls *controls, int id,
                            const char *text)
{
    nv_controls_set_property(controls, id, "Label", text);
}

/* List boxes */

static css_awt_XListBox *list_of(const nv_controls *controls, int id)
{
    return css_awt_XListBox_query(controls->window[id], NULL);
}

static bool are_same(nv_uno_string_seq a, nv_uno_string_seq b)
{
    sal_Int32 count = nv_uno_string_seq_len(a), i = 0;

    if (count != nv_uno_string_seq_len(b))
        return false;
    while (i < count && nv_uno_string_same(nv_uno_string_seq_at(a)[i],
                                           nv_uno_string_seq_at(b)[i]))
        i++;
    return i == count;
}

void nv_controls_set_rows(const nv_controls *controls, int id,
                          nv_uno_string_seq rows)
{
    nv_error err = {0};
    NV_UNO_OWNED css_awt_XListBox *list = list_of(controls, id);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    before = css_awt_XListBox_getItems(list, &err);
    NV_UNO_OWNED css_awt_XControl *control =
        css_awt_XControl_query(controls->window[id], &err);
    NV_UNO_OWNED css_awt_XControlModel *model =
        css_awt_XControl_getModel(control, &err);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_string_seq_any(rows);

    if (!are_same(before, rows))
        nv_uno_set(model, "StringItemList", &value, &err);
}

int nv_controls_row(const nv_controls *controls, int id)
{
    nv_error err = {0};
    NV_UNO_OWNED css_awt_XListBox *list = list_of(controls, id);
    int row = css_awt_XListBox_getSelectedItemPos(list, &err);

    return err.code == NV_OK ? row : -1;
}

void nv_controls_select(const nv_controls *controls, int id, int row)
{
    NV_UNO_OWNED css_awt_XListBox *list = list_of(controls, id);

    const int before = css_awt_XListBox_getSelectedItemPos(list, NULL);

    if (row >= 0)
        css_awt_XListBox_selectItemPos(list, (sal_Int16)row, true, NULL);
    else if (before >= 0)
        css_awt_XListBox_selectItemPos(list, (sal_Int16)before, false, NULL);
}

/* Check boxes */

bool nv_controls_is_ticked(const nv_controls *controls, int id)
{
    NV_UNO_OWNED css_awt_XCheckBox *box =
        css_awt_XCheckBox_query(controls->window[id], NULL);

    return css_awt_XCheckBox_getState(box, NULL) == 1;
}

void nv_controls_tick(const nv_controls *controls, int id, bool is_on)
{
    NV_UNO_OWNED css_awt_XCheckBox *box =
        css_awt_XCheckBox_query(controls->window[id], NULL);

    css_awt_XCheckBox_setState(box, is_on ? 1 : 0, NULL);
}

/* Any control */

bool nv_controls_show(nv_controls *controls, int id, bool is_shown)
{
    if (controls->is_hidden[id] == !is_shown)
        return false;
    controls->is_hidden[id] = !is_shown;
    if (!controls->is_away)
        css_awt_XWindow_setVisible(controls->window[id], is_shown, NULL);
    return true;
}

void nv_controls_set_away(nv_controls *controls, bool is_away)
{
    controls->is_away = is_away;
    for (int i = 0; i < controls->plan->count; i++)
        if (!controls->is_hidden[i])
            css_awt_XWindow_setVisible(controls->window[i], !is_away, NULL);
}

void nv_controls_enable(const nv_controls *controls, int id, bool is_enabled)
{
    css_awt_XWindow_setEnable(controls->window[id], is_enabled, NULL);
}

void nv_controls_focus(const nv_controls *controls, int id)
{
    css_awt_XWindow_setFocus(controls->window[id], NULL);
}
