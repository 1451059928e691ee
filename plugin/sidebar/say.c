/* SPDX-License-Identifier: MPL-2.0 */
/* See say.h. */
#include "sidebar/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sidebar/say_parts.h"

/* A wording in the list is cut after about so many bytes, at a space. */
enum { WORDING_LEN = 90 };

/* Phrases with one value or two */

void nv_say_filled(nv_buffer *out, const nv_phrases *phrases, nv_phrase phrase,
                   const char *first, const char *second)
{
    const char *values[] = {first, second};

    nv_phrase_fill(out, phrases, phrase, values, 2);
}

static void fill_number(nv_buffer *out, const nv_phrases *phrases,
                        nv_phrase phrase, size_t first, size_t second)
{
    char digits[2][24];

    snprintf(digits[0], sizeof digits[0], "%zu", first);
    snprintf(digits[1], sizeof digits[1], "%zu", second);
    nv_say_filled(out, phrases, phrase, digits[0], digits[1]);
}

void nv_say_new_line(nv_buffer *out)
{
    if (out->len > 0)
        nv_buffer_add_char(out, '\n');
}

/* Dates */

/* Reads "YYYY-MM-DD" or a shorter form; what is missing is 0. */
static bool read_date(const char *iso, int *year, int *month, int *day)
{
    int end = 0;

    *year = *month = *day = 0;
    if (sscanf(iso, "%4d-%2d-%2d%n", year, month, day, &end) < 1)
        return false;
    return *month >= 0 && *month <= 12 && *day >= 0 && *day <= 31;
}

static void add_day(nv_buffer *out, const nv_phrases *phrases, int day,
                    const char *month, const char *year)
{
    char digits[12];
    const char *values[] = {digits, month, year};

    snprintf(digits, sizeof digits, "%d", day);
    if (day == 0)
        nv_say_filled(out, phrases, NV_PHRASE_MONTH, month, year);
    else if (day == 1)
        nv_say_filled(out, phrases, NV_PHRASE_FIRST_DAY, month, year);
    else
        nv_phrase_fill(out, phrases, NV_PHRASE_DAY, values, 3);
}

void nv_say_date(nv_buffer *out, const nv_phrases *phrases, const char *iso)
{
    nv_buffer month_name = NV_BUFFER_INIT;
    int year, month, day;
    char digits[12];

    if (!read_date(iso, &year, &month, &day) || month == 0) {
        nv_buffer_add_text(out, iso);
        return;
    }
    snprintf(digits, sizeof digits, "%d", year);
    nv_phrase_item(&month_name, phrases,
                   day > 0 ? NV_PHRASE_MONTHS : NV_PHRASE_MONTHS_ALONE,
                   (size_t)month - 1);
    add_day(out, phrases, day, month_name.text, digits);
    nv_buffer_release(&month_name);
}

/* Likewise without the year; nothing of a year alone. */
static void say_day_of_year(nv_buffer *out, const nv_phrases *phrases,
                            const char *iso)
{
    nv_buffer name = NV_BUFFER_INIT;
    int year, month, day;
    char digits[12];

    if (!read_date(iso, &year, &month, &day) || month == 0)
        return;
    nv_phrase_item(&name, phrases, NV_PHRASE_MONTHS, (size_t)month - 1);
    snprintf(digits, sizeof digits, "%d", day);
    if (day == 0)
        nv_buffer_add(out, name.text, name.len);
    else if (day == 1)
        nv_say_filled(out, phrases, NV_PHRASE_FIRST_OF_YEAR, name.text, NULL);
    else
        nv_say_filled(out, phrases, NV_PHRASE_DAY_OF_YEAR, digits, name.text);
    nv_buffer_release(&name);
}

void nv_say_span(nv_buffer *out, const nv_phrases *phrases, const char *iso,
                 const char *end)
{
    nv_buffer first = NV_BUFFER_INIT, last = NV_BUFFER_INIT;

    nv_say_date(&first, phrases, iso);
    if (end) {
        nv_say_date(&last, phrases, end);
        nv_say_filled(out, phrases, NV_PHRASE_SPAN, first.text, last.text);
    } else {
        nv_buffer_add(out, first.text, first.len);
    }
    nv_buffer_release(&first);
    nv_buffer_release(&last);
}

/* The list */

static void add_number(nv_buffer *out, const nv_phrases *phrases,
                       const nv_state *state)
{
    if (state->is_hit_total_partial)
        fill_number(out, phrases, NV_PHRASE_FOUND_AT_LEAST, state->hit_count,
                    state->hit_total);
    else if (state->hit_total > state->hit_count)
        fill_number(out, phrases, NV_PHRASE_FOUND_MORE, state->hit_count,
                    state->hit_total);
    else
        fill_number(out, phrases, NV_PHRASE_FOUND, state->hit_count, 0);
}

/* Puts a correction behind what the label says already. */
static void add_correction(nv_buffer *out, const nv_phrases *phrases,
                           const nv_correction *correction)
{
    char *before = nv_buffer_detach(out);
    const char *values[] = {before, correction->typed, correction->meant};

    if (before)
        nv_phrase_fill(out, phrases, NV_PHRASE_CORRECTED, values, 3);
    free(before);
}

void nv_say_found(nv_buffer *out, const nv_phrases *phrases,
                  const nv_state *state)
{
    const nv_correction *corrections = NULL;
    size_t count = 0;

    if (state->is_passage) {
        fill_number(out, phrases,
                    state->hit_total > 0 ? NV_PHRASE_FITS : NV_PHRASE_FITS_NONE,
                    state->hit_count, 0);
        return;
    }
    if (state->is_desk) {
        nv_buffer_add_text(
            out, phrases->text[state->hit_count > 0 ? NV_PHRASE_DESK
                                                    : NV_PHRASE_RESULTS]);
        return;
    }
    if (state->hit_total == 0 && state->packs &&
        nv_packs_count(state->packs) > 0) {
        nv_buffer_add_text(out, phrases->text[NV_PHRASE_FOUND_NONE]);
        return;
    }
    if (state->finder)
        corrections = nv_finder_corrections(state->finder, &count);
    add_number(out, phrases, state);
    for (size_t i = 0; i < count; i++)
        add_correction(out, phrases, &corrections[i]);
}

/* Puts a phrase around a text. */
static void wrap(nv_buffer *text, const nv_phrases *phrases, nv_phrase phrase,
                 const char *second)
{
    nv_buffer wrapped = NV_BUFFER_INIT;

    nv_say_filled(&wrapped, phrases, phrase, text->text, second);
    nv_buffer_release(text);
    *text = wrapped;
}

static bool is_starred(const nv_state *state, const nv_hit *hit)
{
    nv_buffer id = NV_BUFFER_INIT;
    bool is_on;

    if (!state->desk || state->desk->ids[NV_DESK_OF_STARRED].len == 0)
        return false;
    nv_desk_add_id(&id, hit);
    is_on = nv_desk_is_starred(state->desk, id.text);
    nv_buffer_release(&id);
    return is_on;
}

/* A row whose date is said already. */
static void say_row(nv_buffer *out, const nv_phrases *phrases,
                    const nv_state *state, size_t row, const char *date)
{
    const nv_card *card = &state->hits[row].card;
    const char *origin = nv_state_origin(state, state->hits[row].registry);
    nv_buffer text = NV_BUFFER_INIT;

    nv_say_filled(&text, phrases,
                  card->is_unchecked ? NV_PHRASE_ROW_UNCHECKED : NV_PHRASE_ROW,
                  date, nv_bilingual_in(&card->title, state->words));
    if (is_starred(state, &state->hits[row]))
        wrap(&text, phrases, NV_PHRASE_ROW_STARRED, NULL);
    if (origin)
        wrap(&text, phrases, NV_PHRASE_ROW_OF_PACK, origin);
    nv_buffer_add(out, text.text, text.len);
    nv_buffer_release(&text);
}

void nv_say_row(nv_buffer *out, const nv_phrases *phrases,
                const nv_state *state, size_t row)
{
    const nv_card *card = &state->hits[row].card;
    nv_buffer date = NV_BUFFER_INIT;

    nv_say_span(&date, phrases, card->date, card->end);
    say_row(out, phrases, state, row, date.text);
    nv_buffer_release(&date);
}

void nv_say_row_of_year(nv_buffer *out, const nv_phrases *phrases,
                        const nv_state *state, size_t row)
{
    const nv_card *card = &state->hits[row].card;
    nv_buffer date = NV_BUFFER_INIT;

    if (!card->end)
        say_day_of_year(&date, phrases, card->date);
    if (date.len == 0)
        nv_say_span(&date, phrases, card->date, card->end);
    say_row(out, phrases, state, row, date.text);
    nv_buffer_release(&date);
}

/* Wordings */

void nv_say_shortened(nv_buffer *out, const char *text)
{
    size_t len = strlen(text);

    if (len <= WORDING_LEN) {
        nv_buffer_add(out, text, len);
        return;
    }
    len = WORDING_LEN;
    while (len > 0 && text[len] != ' ')
        len--;
    /* Without a space: at a character, that is before no continuation byte. */
    if (len == 0)
        for (len = WORDING_LEN; ((unsigned char)text[len] & 0xC0) == 0x80;)
            len--;
    nv_buffer_add(out, text, len);
    nv_buffer_add_text(out, "…");
}

static void add_mark(nv_buffer *out, const nv_phrases *phrases,
                     nv_phrase phrase, const char *value)
{
    nv_buffer_add_text(out, ", ");
    nv_say_filled(out, phrases, phrase, value, NULL);
}

void nv_say_wording(nv_buffer *out, const nv_phrases *phrases,
                    const nv_state *state, size_t wording)
{
    const nv_quotation *quotation;
    nv_buffer words = NV_BUFFER_INIT;

    if (wording == 0) {
        nv_buffer_add_text(out, phrases->text[NV_PHRASE_NO_WORDING]);
        return;
    }
    quotation = state->wordings[wording - 1];
    nv_say_shortened(&words, quotation->text);
    nv_say_filled(out, phrases, NV_PHRASE_QUOTATION, words.text, NULL);
    nv_buffer_release(&words);
    nv_buffer_add_format(out, " (%s", quotation->language);
    if (quotation->original == NV_ORIGINAL_NO)
        add_mark(out, phrases, NV_PHRASE_TRANSLATION, NULL);
    if (quotation->as == NV_AS_QUOTED)
        add_mark(out, phrases, NV_PHRASE_QUOTED, NULL);
    if (quotation->role != NV_ROLE_DOCUMENT)
        add_mark(out, phrases, NV_PHRASE_WORDS_OF,
                 nv_bilingual_in(&quotation->of, state->words));
    nv_buffer_add_char(out, ')');
}

/* The note */

void nv_say_reasons(nv_buffer *out, const nv_phrases *phrases,
                    const nv_state *state)
{
    for (size_t i = 0; i < NV_STATE_PARTS; i++) {
        const nv_state_part *part = &state->parts[i];

        if (part->why[0] == '\0')
            continue;
        nv_say_new_line(out);
        nv_say_filled(out, phrases, NV_PHRASE_REASON, phrases->text[part->name],
                      part->why);
    }
}

void nv_say_style(nv_buffer *out, const nv_phrases *phrases,
                  const nv_state *state, size_t row)
{
    const char *usual = nv_library_usual_style(state->language);
    const nv_library_entry *entry =
        row > 0 ? nv_library_entry_at(state->library, row - 1)
                : nv_library_find(state->library, usual);
    const char *title = entry ? entry->title : usual;

    if (row > 0)
        nv_buffer_add_text(out, title);
    else
        nv_say_filled(out, phrases, NV_PHRASE_STYLE_BY_LANGUAGE, title, NULL);
}

void nv_say_note(nv_buffer *out, const nv_phrases *phrases,
                 const nv_state *state)
{
    char *text;

    if (!nv_state_has_note(state))
        return;
    text = nv_note_text(&state->note);
    if (state->note.is_unchecked) {
        nv_say_filled(out, phrases, NV_PHRASE_UNCHECKED, NULL, NULL);
        nv_buffer_add_char(out, '\n');
    }
    nv_buffer_add_text(out, text);
    free(text);
}
