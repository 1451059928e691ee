/* SPDX-License-Identifier: MPL-2.0 */
/* See show.h. */
#include "sidebar/show.h"

#include "base/array.h"
#include "sidebar/layout.h"
#include "sidebar/say.h"
#include "sidebar/understood.h"

static const struct {
    nv_part part;
    nv_control box;
} boxes[] = {
    {NV_PART_DATE, NV_CONTROL_DATE},
    {NV_PART_SIGNATORIES, NV_CONTROL_SIGNATORIES},
    {NV_PART_WORDING, NV_CONTROL_WORDING},
    {NV_PART_SOURCE, NV_CONTROL_SOURCE},
};

unsigned nv_show_part(nv_control id)
{
    for (size_t i = 0; i < NV_COUNT_OF(boxes); i++)
        if (boxes[i].box == id)
            return boxes[i].part;
    return 0;
}

static nv_control box_of(nv_part part)
{
    size_t i = 0;

    while (i + 1 < NV_COUNT_OF(boxes) && boxes[i].part != part)
        i++;
    return boxes[i].box;
}

bool nv_show_label(const nv_controls *controls, nv_control id, const char *text)
{
    int before = nv_layout_label(controls, id);

    return nv_controls_set_label(controls, id, text) &&
           nv_layout_label(controls, id) != before;
}

/* Adds row `index` of a list to `out`. */
typedef void (*describe_row)(nv_buffer *out, const nv_phrases *phrases,
                             const nv_state *state, size_t index);

/* Fills a list in one call: LibreOffice lays it out once for each. */
static void show_rows(const nv_controls *controls, nv_control id,
                      const nv_phrases *phrases, const nv_state *state,
                      describe_row describe, size_t count)
{
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    rows = nv_uno_string_seq_new(NULL, (sal_Int32)count);

    count = (size_t)nv_uno_string_seq_len(rows);
    for (size_t i = 0; i < count; i++) {
        nv_buffer text = NV_BUFFER_INIT;

        describe(&text, phrases, state, i);
        nv_uno_string_seq_at(rows)[i] = nv_uno_string(text.text);
        nv_buffer_release(&text);
    }
    nv_controls_set_rows(controls, id, rows);
}

bool nv_show_found(const nv_controls *controls, const nv_phrases *phrases,
                   const nv_state *state)
{
    nv_buffer found = NV_BUFFER_INIT, understood = NV_BUFFER_INIT;
    bool is_changed;

    nv_say_found(&found, phrases, state);
    nv_say_understood(&understood, phrases, state);
    is_changed = nv_show_label(controls, NV_CONTROL_RESULTS_LABEL, found.text);
    is_changed |=
        nv_show_label(controls, NV_CONTROL_UNDERSTOOD, understood.text);
    nv_buffer_release(&found);
    nv_buffer_release(&understood);
    return is_changed;
}

void nv_show_wordings(const nv_controls *controls, const nv_phrases *phrases,
                      const nv_state *state)
{
    bool is_chosen = state->event || nv_state_hit(state);

    show_rows(controls, NV_CONTROL_WORDINGS, phrases, state, nv_say_wording,
              is_chosen ? state->wording_count + 1 : 0);
    if (is_chosen)
        nv_controls_select(controls, NV_CONTROL_WORDINGS, (int)state->wording);
    nv_controls_enable(controls, NV_CONTROL_WORDINGS, state->wording_count > 0);
}

void nv_show_styles(const nv_controls *controls, const nv_phrases *phrases,
                    const nv_state *state)
{
    size_t count = state->library ? nv_library_count(state->library) : 0;

    show_rows(controls, NV_CONTROL_STYLE, phrases, state, nv_say_style,
              count > 0 ? count + 1 : 0);
    nv_controls_enable(controls, NV_CONTROL_STYLE, count > 0);
}

void nv_show_event(const nv_controls *controls, const nv_phrases *phrases,
                   const nv_state *state)
{
    nv_buffer event = NV_BUFFER_INIT;

    nv_say_event(&event, phrases, state);
    nv_controls_set_text(controls, NV_CONTROL_EVENT, event.text);
    nv_buffer_release(&event);
}

static bool show_parts(const nv_controls *controls, const nv_phrases *phrases,
                       const nv_state *state)
{
    nv_buffer reasons = NV_BUFFER_INIT;
    bool is_changed;

    for (size_t i = 0; i < NV_STATE_PARTS; i++) {
        const nv_state_part *part = &state->parts[i];
        nv_control box = box_of(part->part);

        nv_controls_tick(controls, box, part->is_wanted && part->is_available);
        nv_controls_enable(controls, box, part->is_available);
        nv_controls_set_help(controls, box, part->why);
    }
    nv_say_reasons(&reasons, phrases, state);
    is_changed = nv_show_label(controls, NV_CONTROL_REASONS, reasons.text);
    nv_buffer_release(&reasons);
    return is_changed;
}

/* The style in use. Its title is longer than the list is wide, so the pointer
 * shows it whole. */
static void show_style(const nv_controls *controls, const nv_phrases *phrases,
                       const nv_state *state)
{
    nv_buffer title = NV_BUFFER_INIT, help = NV_BUFFER_INIT;
    int row = nv_state_style_row(state);

    if (row == NV_STATE_NO_ROW) {
        nv_controls_select(controls, NV_CONTROL_STYLE, row);
        nv_controls_set_help(controls, NV_CONTROL_STYLE, "");
        return;
    }
    nv_say_style(&title, phrases, state, (size_t)row);
    nv_phrase_fill(&help, phrases, NV_PHRASE_STYLE_HELP,
                   &(const char *){title.text}, 1);
    nv_controls_select(controls, NV_CONTROL_STYLE, row);
    nv_controls_set_help(controls, NV_CONTROL_STYLE, help.text);
    nv_buffer_release(&title);
    nv_buffer_release(&help);
}

bool nv_show_note(const nv_controls *controls, const nv_phrases *phrases,
                  const nv_state *state)
{
    nv_buffer note = NV_BUFFER_INIT;
    bool is_changed = show_parts(controls, phrases, state);

    show_style(controls, phrases, state);
    nv_say_note(&note, phrases, state);
    nv_controls_set_text(controls, NV_CONTROL_PREVIEW, note.text);
    nv_buffer_release(&note);
    return is_changed;
}

void nv_show_fields(const nv_controls *controls, const nv_state *state)
{
    nv_controls_set_text(controls, NV_CONTROL_LOCATOR, state->locator.text);
    nv_controls_set_text(controls, NV_CONTROL_PREFIX, state->prefix.text);
    nv_controls_set_text(controls, NV_CONTROL_SUFFIX, state->suffix.text);
}

void nv_show_insert(const nv_controls *controls, const nv_phrases *phrases,
                    const nv_situation *situation)
{
    const nv_deed deed = nv_deed_of_button(situation->editing);

    nv_controls_set_button(controls, NV_CONTROL_INSERT,
                           phrases->text[nv_deed_name(deed)]);
    nv_controls_enable(controls, NV_CONTROL_INSERT,
                       !nv_deed_obstacle(deed, situation, phrases));
}

bool nv_show_caret(const nv_controls *controls, const nv_phrases *phrases,
                   const nv_editing *editing)
{
    nv_buffer text = NV_BUFFER_INIT;
    bool is_changed;

    nv_say_caret(&text, phrases, editing);
    is_changed = nv_show_label(controls, NV_CONTROL_CARET, text.text);
    nv_buffer_release(&text);
    return is_changed;
}

static bool show_range(nv_controls *controls, nv_control first, nv_control last,
                       bool is_shown)
{
    bool is_changed = false;

    for (int i = (int)first; i <= (int)last; i++)
        is_changed |= nv_controls_show(controls, (nv_control)i, is_shown);
    return is_changed;
}

bool nv_show_folds(nv_controls *controls, const nv_folds *folds)
{
    const struct {
        nv_control first, last;
        bool is_shown;
    } ranges[] = {
        {NV_CONTROL_WELCOME, NV_CONTROL_EXAMPLE, folds->is_welcoming},
        {NV_CONTROL_PERIOD_LABEL, NV_CONTROL_LANGUAGE, folds->has_filter},
        {NV_CONTROL_PACK_LABEL, NV_CONTROL_PACK,
         folds->has_filter && folds->has_packs},
        {NV_CONTROL_WITH_WORDING, NV_CONTROL_FILTER_CLEAR, folds->has_filter},
        {NV_CONTROL_PREFIX_LABEL, NV_CONTROL_SUFFIX, folds->has_around},
        {NV_CONTROL_OWN_LABEL, NV_CONTROL_OWN, folds->form == NV_FORM_OWN},
        {NV_CONTROL_CITATIONS_LABEL, NV_CONTROL_REFRESH, folds->has_essay},
    };
    bool is_changed = false;

    for (size_t i = 0; i < NV_COUNT_OF(ranges); i++)
        is_changed |= show_range(controls, ranges[i].first, ranges[i].last,
                                 ranges[i].is_shown);
    return is_changed;
}

bool nv_show_attention(const nv_controls *controls, const char *text)
{
    return nv_show_label(controls, NV_CONTROL_ATTENTION, text);
}

bool nv_show_message(const nv_controls *controls, const char *message,
                     const char *detail)
{
    nv_controls_set_help(controls, NV_CONTROL_MESSAGE, detail);
    return nv_show_label(controls, NV_CONTROL_MESSAGE, message);
}
