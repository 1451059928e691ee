/* SPDX-License-Identifier: MPL-2.0 */
/* See timeline_text.h. */
#include "note/timeline_text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "note/terms.h"

/* Dates */

/* How a language writes months: in a date, alone, and short. */
static const char *const in_dates[NV_LANGUAGE_COUNT][12] = {
    [NV_LANGUAGE_DE] = {"Januar", "Februar", "März", "April", "Mai", "Juni",
                        "Juli", "August", "September", "Oktober", "November",
                        "Dezember"},
    [NV_LANGUAGE_ES] = {"enero", "febrero", "marzo", "abril", "mayo", "junio",
                        "julio", "agosto", "septiembre", "octubre", "noviembre",
                        "diciembre"},
    [NV_LANGUAGE_RU] = {"января", "февраля", "марта", "апреля", "мая", "июня",
                        "июля", "августа", "сентября", "октября", "ноября",
                        "декабря"},
};

static const char *const russian_alone[12] = {
    "январь", "февраль", "март",     "апрель",  "май",    "июнь",
    "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};

static const char *const short_months[NV_LANGUAGE_COUNT][12] = {
    [NV_LANGUAGE_EN] = {"Jan", "Feb", "Mar", "Apr", "May", "June", "July",
                        "Aug", "Sept", "Oct", "Nov", "Dec"},
    [NV_LANGUAGE_FR] = {"janv.", "févr.", "mars", "avr.", "mai", "juin",
                        "juil.", "août", "sept.", "oct.", "nov.", "déc."},
    [NV_LANGUAGE_DE] = {"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli",
                        "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
    [NV_LANGUAGE_ES] = {"ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.",
                        "ago.", "sept.", "oct.", "nov.", "dic."},
    [NV_LANGUAGE_RU] = {"янв.", "февр.", "март", "апр.", "май", "июнь", "июль",
                        "авг.", "сент.", "окт.", "нояб.", "дек."},
};

/* The parts of a date; a month or day that is not known is 0. */
typedef struct {
    int year, month, day;
} moment;

static moment read_moment(const char *iso)
{
    moment at = {.year = atoi(iso)};

    if (strlen(iso) >= 7)
        at.month = atoi(iso + 5);
    if (strlen(iso) >= 10)
        at.day = atoi(iso + 8);
    return at;
}

static const char *month_name(nv_language language, const moment *at)
{
    if ((int)language < NV_NOTE_LANGUAGE_COUNT)
        return nv_month(language, at->month);
    if (language == NV_LANGUAGE_RU && at->day == 0)
        return russian_alone[at->month - 1];
    return in_dates[language][at->month - 1];
}

static void add_day(nv_buffer *out, const moment *at, nv_language language)
{
    const char *mark = language == NV_LANGUAGE_DE                   ? "."
                       : language == NV_LANGUAGE_FR && at->day == 1 ? "er"
                                                                    : "";

    nv_buffer_add_format(out, "%d%s", at->day, mark);
}

static void add_month(nv_buffer *out, const moment *at, nv_language language)
{
    const bool has_of = language == NV_LANGUAGE_ES && at->day > 0;

    if (out->len > 0 && out->text[out->len - 1] != ' ')
        nv_buffer_add_text(out, has_of ? " de " : " ");
    nv_buffer_add_text(out, month_name(language, at));
}

static void add_year(nv_buffer *out, const moment *at, nv_language language)
{
    const bool has_of = language == NV_LANGUAGE_ES && at->month > 0;

    if (out->len > 0 && out->text[out->len - 1] != ' ')
        nv_buffer_add_text(out, has_of ? " de " : " ");
    nv_buffer_add_format(out, "%d", at->year);
}

/* As much of the beginning of a span as its end does not say. */
static void add_beginning(nv_buffer *out, const moment *from, const moment *to,
                          nv_language language)
{
    const bool same_year = from->year == to->year;
    const bool same_month = same_year && from->month == to->month;

    if (from->day > 0)
        add_day(out, from, language);
    if (from->month > 0 && !same_month)
        add_month(out, from, language);
    if (!same_year)
        add_year(out, from, language);
    nv_buffer_add_text(out, same_month && from->day > 0 ? "–" : " – ");
}

static void add_moment(nv_buffer *out, const moment *at, nv_language language)
{
    nv_buffer date = NV_BUFFER_INIT;

    if (at->day > 0)
        add_day(&date, at, language);
    if (at->month > 0)
        add_month(&date, at, language);
    add_year(&date, at, language);
    if (date.failed)
        out->failed = true;
    nv_buffer_add_text(out, date.text);
    nv_buffer_release(&date);
}

void nv_timeline_date(nv_buffer *out, const nv_event_date *date,
                      nv_language language)
{
    const moment from = read_moment(date->iso);
    const moment to = read_moment(date->end ? date->end : date->iso);

    if (memcmp(&from, &to, sizeof from) != 0)
        add_beginning(out, &from, &to, language);
    add_moment(out, &to, language);
}

void nv_timeline_scale_label(char out[NV_TIMELINE_LABEL_MAX], int year,
                             int month, bool has_month, nv_language language)
{
    snprintf(out, NV_TIMELINE_LABEL_MAX, "%s%s%d",
             has_month ? short_months[language][month - 1] : "",
             has_month ? " " : "", year);
}

/* Titles */

/* Where the parenthesis that ends the title begins; NULL: none does. */
static const char *last_parenthesis(const char *title, size_t len)
{
    const char *open = strrchr(title, '(');

    return len > 0 && title[len - 1] == ')' && open > title ? open : NULL;
}

/* The capital letters of ASCII, of Latin-1 and of Cyrillic. */
static bool is_capital(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;

    return isupper(c[0]) || (c[0] == 0xc3 && c[1] >= 0x80 && c[1] <= 0x9e) ||
           (c[0] == 0xd0 && c[1] >= 0x81 && c[1] <= 0xaf);
}

enum { NAME_MAX = 40 };

/* Several words, and a proper name among them: not a place alone, not what the
 * text is about, not what others called it in quotation marks. */
static bool is_name(const char *text, size_t len)
{
    const bool is_letter = isalpha((unsigned char)text[0]) || is_capital(text);

    if (!is_letter || len > NAME_MAX || !memchr(text, ' ', len))
        return false;
    for (size_t i = 0; i < len; i++)
        if (is_capital(text + i))
            return true;
    return false;
}

static size_t without_space(const char *text, size_t len)
{
    static const char narrow[] = "\u202f", wide[] = "\u00a0";

    for (;;) {
        if (len > 0 && text[len - 1] == ' ')
            len--;
        else if (len > 2 && memcmp(text + len - 2, wide, 2) == 0)
            len -= 2;
        else if (len > 3 && memcmp(text + len - 3, narrow, 3) == 0)
            len -= 3;
        else
            return len;
    }
}

enum { LONG_TITLE = 52 }; /* bytes: about a line of a drawing */

const char *nv_timeline_short_title(const char *title, size_t *len)
{
    const size_t all = strlen(title);
    const char *open = last_parenthesis(title, all);
    const size_t before = open ? (size_t)(open - title) : all;
    const char *colon = strchr(title, ':');

    if (before > LONG_TITLE && open && is_name(open + 1, all - 2 - before)) {
        *len = all - 2 - before;
        return open + 1;
    }
    *len = before;
    if (colon > title && (size_t)(colon - title) < before && colon[1] == ' ')
        *len = (size_t)(colon - title);
    *len = without_space(title, *len);
    return title;
}

/* Lines */

#define ELLIPSIS "…"

/* Breaking one text into lines. */
typedef struct {
    const nv_timeline_sheet *sheet;
    nv_timeline_role role;
    int32_t width;
    nv_buffer out;
    nv_timeline_lines *lines;
} wrapping;

static int32_t measure(const wrapping *wrap, const char *text, size_t len)
{
    return wrap->sheet->measure(wrap->sheet->host, wrap->role, text, len);
}

/* How much of the text goes on one line, at spaces; 0: not even a word. */
static size_t fit_words(const wrapping *wrap, const char *text, size_t len)
{
    size_t fits = 0;

    for (size_t i = 1; i <= len; i++)
        if (i == len || text[i] == ' ') {
            if (measure(wrap, text, i) > wrap->width)
                break;
            fits = i;
        }
    return fits;
}

static bool is_inside_character(const char *text, size_t at)
{
    return ((unsigned char)text[at] & 0xc0) == 0x80;
}

static int32_t measure_cut(const wrapping *wrap, const char *text, size_t len)
{
    return measure(wrap, text, len) +
           measure(wrap, ELLIPSIS, sizeof ELLIPSIS - 1);
}

/* How much of the text goes on one line before an ellipsis. Words stay whole if
 * one fits. */
static size_t fit_cut(const wrapping *wrap, const char *text, size_t len)
{
    size_t fits = len;

    while (fits > 0 && measure_cut(wrap, text, fits) > wrap->width)
        do
            fits--;
        while (fits > 0 && text[fits] != ' ');
    if (fits > 0)
        return without_space(text, fits);
    for (size_t i = 1; i < len; i++)
        if (!is_inside_character(text, i) &&
            measure_cut(wrap, text, i) <= wrap->width)
            fits = i;
    return fits;
}

static void add_line(wrapping *wrap, const char *text, size_t len, bool is_cut)
{
    const int32_t width =
        is_cut ? measure_cut(wrap, text, len) : measure(wrap, text, len);

    if (wrap->lines->lines++ > 0)
        nv_buffer_add_char(&wrap->out, '\n');
    nv_buffer_add(&wrap->out, text, len);
    if (is_cut)
        nv_buffer_add_text(&wrap->out, ELLIPSIS);
    wrap->lines->is_cut |= is_cut;
    if (width > wrap->lines->width)
        wrap->lines->width = width;
}

static void wrap_all(wrapping *wrap, const char *text, size_t len, size_t most)
{
    while (len > 0 && !wrap->lines->is_cut) {
        const bool is_last = wrap->lines->lines + 1 == most;
        size_t fits = fit_words(wrap, text, len);

        if (fits == 0 || (is_last && fits < len)) {
            add_line(wrap, text, fit_cut(wrap, text, len), true);
            return;
        }
        add_line(wrap, text, fits, false);
        while (fits < len && text[fits] == ' ')
            fits++;
        text += fits;
        len -= fits;
    }
}

bool nv_timeline_wrap(nv_arena *memory, const nv_timeline_sheet *sheet,
                      nv_timeline_role role, const char *text, size_t len,
                      int32_t width, size_t most, nv_timeline_lines *lines)
{
    wrapping wrap = {.sheet = sheet,
                     .role = role,
                     .width = width,
                     .out = NV_BUFFER_INIT,
                     .lines = lines};

    *lines = (nv_timeline_lines){0};
    wrap_all(&wrap, text, len, most);
    lines->text = wrap.out.failed
                      ? NULL
                      : nv_arena_text(memory, wrap.out.text, wrap.out.len);
    nv_buffer_release(&wrap.out);
    return lines->text != NULL;
}
