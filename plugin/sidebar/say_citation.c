/* SPDX-License-Identifier: MPL-2.0 */
/* See say.h: what is said of citations that stand in the document. */
#include <stdio.h>
#include <string.h>

#include "sidebar/say.h"
#include "sidebar/say_parts.h"

static void add_number(nv_buffer *out, const nv_phrases *phrases,
                       nv_phrase phrase, int32_t number)
{
    char digits[16];

    snprintf(digits, sizeof digits, "%d", (int)number);
    nv_say_filled(out, phrases, phrase, digits, NULL);
}

static void say_edited(nv_buffer *out, const nv_phrases *phrases,
                       const nv_editing *editing)
{
    if (editing->note > 0)
        add_number(out, phrases, NV_PHRASE_CARET_NOTE, editing->note);
    else
        nv_say_filled(out, phrases, NV_PHRASE_CARET_TEXT, NULL, NULL);
    if (editing->standing != NV_STANDING_BY_HAND)
        return;
    nv_buffer_add_char(out, ' ');
    nv_say_filled(out, phrases, NV_PHRASE_CARET_BY_HAND, editing->text.text,
                  NULL);
}

void nv_say_caret(nv_buffer *out, const nv_phrases *phrases,
                  const nv_editing *editing)
{
    if (editing->mode == NV_MODE_OFFER)
        nv_say_filled(out, phrases, NV_PHRASE_OFFERED, NULL, NULL);
    else if (editing->mode == NV_MODE_EDIT)
        say_edited(out, phrases, editing);
    else if (editing->name.len > 0 && editing->standing == NV_STANDING_LOST)
        nv_say_filled(out, phrases, NV_PHRASE_CARET_LOST, editing->trouble.text,
                      NULL);
    else if (editing->name.len > 0 && editing->note > 0)
        add_number(out, phrases, NV_PHRASE_CARET_ADD, editing->note);
}

void nv_say_citation(nv_buffer *out, const nv_phrases *phrases, int32_t note,
                     nv_standing_state standing, const char *text)
{
    nv_buffer where = NV_BUFFER_INIT, state = NV_BUFFER_INIT;
    const char *values[3];

    if (note > 0)
        add_number(&where, phrases, NV_PHRASE_IN_NOTE, note);
    else
        nv_say_filled(&where, phrases, NV_PHRASE_IN_TEXT, NULL, NULL);
    nv_phrase_item(&state, phrases, NV_PHRASE_STATES, standing);
    values[0] = where.text;
    values[1] = text;
    values[2] = state.text;
    nv_phrase_fill(out, phrases,
                   standing == NV_STANDING_RIGHT ? NV_PHRASE_CITATION
                                                 : NV_PHRASE_CITATION_STATE,
                   values, 3);
    nv_buffer_release(&where);
    nv_buffer_release(&state);
}

void nv_say_both(nv_buffer *out, const nv_phrases *phrases, const char *text,
                 const char *wanted, const char *trouble)
{
    if (!wanted || strcmp(text, wanted) != 0)
        nv_say_filled(out, phrases, NV_PHRASE_SAYS, text, NULL);
    if (wanted) {
        nv_say_new_line(out);
        nv_say_filled(out, phrases, NV_PHRASE_SHOULD_SAY, wanted, NULL);
    }
    if (trouble) {
        nv_say_new_line(out);
        nv_buffer_add_text(out, trouble);
    }
}

void nv_say_attention(nv_buffer *out, const nv_phrases *phrases,
                      const nv_refreshed *sum)
{
    const size_t count = sum->rewritten + sum->by_hand + sum->lost;
    char digits[2][24];

    if (count == 0)
        return;
    snprintf(digits[0], sizeof digits[0], "%zu", count);
    snprintf(digits[1], sizeof digits[1], "%zu", sum->citations);
    nv_say_filled(out, phrases, NV_PHRASE_ATTENTION, digits[0], digits[1]);
}
