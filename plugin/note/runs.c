/* SPDX-License-Identifier: MPL-2.0 */
/* See runs.h. */
#include "note/runs.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "note/typography.h"

/* Quotation marks: the outer pair of a note, with French spaces. */
static const struct {
    const char *open, *close;
    bool comma_goes_inside;
} outer[NV_NOTE_LANGUAGE_COUNT] = {
    [NV_LANGUAGE_EN] = {"“", "”", true},
    [NV_LANGUAGE_FR] = {"«\u202F", "\u202F»", false},
};

void nv_runs_init(nv_runs *runs, nv_language language)
{
    memset(runs, 0, sizeof *runs);
    runs->language = language;
    nv_buffer_init(&runs->text);
}

void nv_runs_release(nv_runs *runs)
{
    nv_buffer_release(&runs->text);
}

static bool ends_with(const nv_runs *runs, const char *end)
{
    size_t len = strlen(end);

    return runs->text.len >= len &&
           memcmp(runs->text.text + runs->text.len - len, end, len) == 0;
}

static bool is_own_language(const nv_runs *runs, const char *language)
{
    return !language || strcmp(language, nv_language_code(runs->language)) == 0;
}

/* Opens a run unless the last one is of the same sort; an empty last run is
 * given up for the new one. */
static void begin(nv_runs *runs, nv_run_kind kind, const char *language)
{
    const char *code = is_own_language(runs, language) ? "" : language;
    nv_run_mark *last = runs->count ? &runs->marks[runs->count - 1] : NULL;

    if (last && last->kind == kind && strcmp(last->language, code) == 0)
        return;
    if (last && last->start == runs->text.len)
        runs->count--;
    if (runs->count == NV_RUNS_MAX) {
        runs->text.failed = true;
        return;
    }
    last = &runs->marks[runs->count++];
    last->start = runs->text.len;
    last->kind = kind;
    strcpy(last->language, code);
}

static void close_quote(nv_runs *runs)
{
    if (!runs->closing)
        return;
    begin(runs, NV_RUN_PLAIN, NULL);
    nv_buffer_add_text(&runs->text, runs->closing);
    runs->closing = NULL;
}

static void add(nv_runs *runs, nv_run_kind kind, const char *text)
{
    if (!text || !*text)
        return;
    close_quote(runs);
    begin(runs, kind, NULL);
    /* A title keeps the language of its work, which is not recorded. */
    nv_typography_add(&runs->text, text, strlen(text),
                      kind == NV_RUN_PLAIN ? runs->language : NV_LANGUAGE_EN);
}

void nv_runs_add(nv_runs *runs, const char *text)
{
    add(runs, NV_RUN_PLAIN, text);
}

void nv_runs_add_title(nv_runs *runs, const char *text)
{
    add(runs, NV_RUN_TITLE, text);
}

void nv_runs_addf(nv_runs *runs, const char *format, ...)
{
    char *text = NULL;
    va_list args, again;
    int len;

    va_start(args, format);
    va_copy(again, args);
    len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len >= 0)
        text = malloc((size_t)len + 1);
    if (text) {
        vsnprintf(text, (size_t)len + 1, format, again);
        nv_runs_add(runs, text);
    } else {
        runs->text.failed = true;
    }
    va_end(again);
    free(text);
}

void nv_runs_add_raw(nv_runs *runs, const char *text)
{
    close_quote(runs);
    begin(runs, NV_RUN_PLAIN, NULL);
    nv_buffer_add_text(&runs->text, text);
}

/* Moves an inner closing mark at the end to the marks that wait, so that the
 * comma goes inside both: “… ‘such a state,’” */
static void hold_inner_close(nv_runs *runs, const char *text, size_t len)
{
    static const char *const closes[] = {"”", "»", "\"", "“"};
    static const char inner[] = "’";

    for (size_t i = 0; i < sizeof closes / sizeof *closes; i++) {
        size_t size = strlen(closes[i]);

        if (len < size || memcmp(text + len - size, closes[i], size) != 0 ||
            !ends_with(runs, inner))
            continue;
        nv_buffer_truncate(&runs->text, runs->text.len - strlen(inner));
        runs->closing = "’”";
        return;
    }
}

/* Sets `text` between marks. The closing mark waits in an English note, where
 * a comma or a full stop goes before it. */
static void quote(nv_runs *runs, nv_run_kind kind, const char *text, size_t len,
                  const char *language)
{
    close_quote(runs);
    begin(runs, NV_RUN_PLAIN, NULL);
    nv_buffer_add_text(&runs->text, outer[runs->language].open);
    begin(runs, kind, language);
    nv_typography_add_quoted(&runs->text, text, len, runs->language);
    runs->closing = outer[runs->language].close;
    if (outer[runs->language].comma_goes_inside)
        hold_inner_close(runs, text, len);
    else
        close_quote(runs);
}

void nv_runs_quote_title(nv_runs *runs, const char *text, const char *language)
{
    quote(runs, NV_RUN_PLAIN, text, strlen(text), language);
}

/* How much of the words is printed: the note goes on after them, so their own
 * full stop, comma or semicolon gives way; three dots stay. */
static size_t without_stop(const char *text)
{
    size_t len = strlen(text);

    if (len == 0 || !strchr(".,;:", text[len - 1]))
        return len;
    if (len > 2 && text[len - 1] == '.' &&
        (text[len - 2] == '.' || text[len - 3] == '.'))
        return len;
    return len - 1;
}

void nv_runs_quote_words(nv_runs *runs, const char *text, const char *language)
{
    quote(runs, NV_RUN_QUOTATION, text, without_stop(text), language);
}

/* A mark that closes recorded text waits like one of ours. */
static void hold_recorded_close(nv_runs *runs)
{
    if (!outer[runs->language].comma_goes_inside || runs->closing ||
        !ends_with(runs, "”"))
        return;
    nv_buffer_truncate(&runs->text, runs->text.len - strlen("”"));
    runs->closing = "”";
}

void nv_runs_comma(nv_runs *runs)
{
    if (runs->text.len == 0 || (ends_with(runs, " ") && !runs->closing))
        return;
    begin(runs, NV_RUN_PLAIN, NULL);
    hold_recorded_close(runs);
    nv_buffer_add_text(&runs->text, ",");
    close_quote(runs);
    nv_buffer_add_text(&runs->text, " ");
}

void nv_runs_space(nv_runs *runs)
{
    if (runs->text.len == 0)
        return;
    close_quote(runs);
    begin(runs, NV_RUN_PLAIN, NULL);
    if (!ends_with(runs, " "))
        nv_buffer_add_text(&runs->text, " ");
}

/* Whether what stands at the end does for a full stop. A question mark does
 * only inside English quotation marks. */
static bool is_stopped(const nv_runs *runs)
{
    return ends_with(runs, ".") ||
           (runs->closing && (ends_with(runs, "?") || ends_with(runs, "!")));
}

static void finish_text(nv_runs *runs)
{
    if (ends_with(runs, ", ") && !runs->closing)
        nv_buffer_truncate(&runs->text, runs->text.len - 2);
    begin(runs, NV_RUN_PLAIN, NULL);
    hold_recorded_close(runs);
    if (!is_stopped(runs))
        nv_buffer_add_text(&runs->text, ".");
    close_quote(runs);
    if (runs->marks[runs->count - 1].start == runs->text.len)
        runs->count--;
}

/* The note's memory is one block: the runs, then their texts and languages. */
static bool hand_over(nv_runs *runs, nv_note *note)
{
    size_t size =
        runs->count * (sizeof(nv_run) + 1 + NV_RUNS_LANGUAGE) + runs->text.len;
    nv_run *list = runs->text.failed ? NULL : malloc(size);
    char *at = list ? (char *)(list + runs->count) : NULL;

    for (size_t i = 0; list && i < runs->count; i++) {
        const nv_run_mark *mark = &runs->marks[i];
        size_t end = i + 1 < runs->count ? mark[1].start : runs->text.len;

        list[i] = (nv_run){.text = at, .kind = mark->kind};
        memcpy(at, runs->text.text + mark->start, end - mark->start);
        at += end - mark->start;
        *at++ = '\0';
        if (mark->language[0]) {
            list[i].language = strcpy(at, mark->language);
            at += NV_RUNS_LANGUAGE;
        }
    }
    note->runs = list;
    note->memory = list;
    note->count = list ? runs->count : 0;
    return list != NULL;
}

bool nv_runs_finish(nv_runs *runs, nv_note *note)
{
    finish_text(runs);
    nv_typography_capitalise(runs->text.text, runs->text.len);
    return hand_over(runs, note);
}

void nv_note_release(nv_note *note)
{
    free(note->memory);
    memset(note, 0, sizeof *note);
}

char *nv_note_text(const nv_note *note)
{
    nv_buffer text = NV_BUFFER_INIT;

    for (size_t i = 0; i < note->count; i++)
        nv_buffer_add_text(&text, note->runs[i].text);
    return nv_buffer_detach(&text);
}
