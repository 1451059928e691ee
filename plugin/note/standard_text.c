/* SPDX-License-Identifier: MPL-2.0 */
/* What a published style prints of an item, and as text that can go into
 * another note. */
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "note/standard_maker.h"
#include "note/note_text.h"

/* Formats of runs, as the markup of a field says them. */
static const struct {
    unsigned format;
    const char *open, *close;
} tags[] = {
    {NV_CSL_ITALIC | NV_CSL_OBLIQUE, "<i>", "</i>"},
    {NV_CSL_BOLD, "<b>", "</b>"},
    {NV_CSL_SMALL_CAPS, "<sc>", "</sc>"},
    {NV_CSL_SUPERSCRIPT, "<sup>", "</sup>"},
    {NV_CSL_SUBSCRIPT, "<sub>", "</sub>"},
};

/* The day after the month, but in the locale en-US; Russian has its months in
 * the nominative. */
static const char *const days[NV_LANGUAGE_COUNT] = {
    [NV_LANGUAGE_EN] = "%d %s %d",
    [NV_LANGUAGE_FR] = "%d\u00A0%s %d",
    [NV_LANGUAGE_DE] = "%d.\u00A0%s %d",
    [NV_LANGUAGE_ES] = "%d de %s de %d",
};

static const struct {
    const char *term;
    const char *in[NV_LANGUAGE_COUNT];
} words[NV_STANDARD_WORD_COUNT] = {
    [NV_STANDARD_QUOTED_IN] = {"quoted-in",
                               {"quoted in", "cité dans", "zitiert nach",
                                "citado en", "цит. по:"}},
    [NV_STANDARD_TRANSCRIPTION_IN] = {"transcription-in",
                                      {"transcription in", "transcription dans",
                                       "Transkription in", "transcripción en",
                                       "транскрипция в:"}},
    [NV_STANDARD_TRANSLATION] = {"translation",
                                 {"translation", "traduction", "Übersetzung",
                                  "traducción", "перевод"}},
    [NV_STANDARD_PREAMBLE] = {"preamble",
                              {"preamble", "préambule", "Präambel", "preámbulo",
                               "преамбула"}},
};

const char *nv_standard_say(const nv_note_style *style, nv_standard_word word)
{
    const char *own = nv_csl_lexicon_say(style->lexicon, words[word].term,
                                         NV_CSL_FORM_LONG, false, NULL);

    return own ? own : words[word].in[style->language];
}

static const nv_csl_text *print_note(const nv_csl_item *item,
                                     nv_note_style *style, nv_arena *arena,
                                     nv_error *err)
{
    const nv_csl_cite cite = {.item = item->id, .as = item};
    const nv_csl_cluster cluster = {
        .id = "", .note = 1, .cites = &cite, .cite_count = 1};

    return nv_csl_processor_preview(style->previews, &cluster, arena, err);
}

/* A copy of the text that outlives its processor. */
static const nv_csl_text *keep(const nv_csl_text *text, nv_arena *arena)
{
    nv_csl_text *kept = nv_arena_alloc(arena, sizeof *kept);
    nv_csl_run *runs = nv_arena_array(arena, text->run_count + 1, sizeof *runs);
    const char *bytes = nv_arena_text(arena, text->text, text->len);

    if (!kept || !runs || !bytes)
        return NULL;
    memcpy(runs, text->runs, text->run_count * sizeof *runs);
    for (size_t i = 0; i < text->run_count; i++) {
        runs[i].link = NULL;
        if (!runs[i].language)
            continue;
        runs[i].language =
            nv_arena_text(arena, runs[i].language, strlen(runs[i].language));
        if (!runs[i].language)
            return NULL;
    }
    *kept = (nv_csl_text){.text = bytes,
                          .len = text->len,
                          .run_count = text->run_count,
                          .runs = runs};
    return kept;
}

static const nv_csl_text *print_entry(const nv_csl_item *item,
                                      nv_note_style *style, nv_arena *arena,
                                      nv_error *err)
{
    nv_csl_processor *processor =
        nv_csl_processor_new(style->lexicon, NULL, err);
    const nv_csl_text *text = NULL;
    nv_csl_bibliography all;
    nv_csl_changes changes;

    if (processor && nv_csl_processor_put_items(processor, &item, 1, err) &&
        nv_csl_processor_set_uncited(processor, &item->id, 1, err) &&
        nv_csl_processor_update(processor, &changes, err) &&
        nv_csl_processor_bibliography(processor, &all, err))
        text = all.count > 0 ? keep(all.entries[0].text, arena)
                             : print_note(item, style, arena, err);
    nv_csl_processor_free(processor);
    return text;
}

const nv_csl_text *nv_standard_print(const nv_csl_item *item,
                                     nv_note_style *style, bool by_entry,
                                     nv_arena *arena, nv_error *err)
{
    const nv_csl_text *text = by_entry ? print_entry(item, style, arena, err)
                                       : print_note(item, style, arena, err);

    if (!text)
        nv_note_no_memory(err);
    return text;
}

static void add_run(nv_buffer *out, const char *text, size_t len,
                    const nv_csl_run *run)
{
    if (run->language)
        nv_buffer_add_format(out, "<span lang=\"%s\">", run->language);
    for (size_t i = 0; i < NV_COUNT_OF(tags); i++)
        if (run->format & tags[i].format)
            nv_buffer_add_text(out, tags[i].open);
    nv_buffer_add(out, text, len);
    for (size_t i = NV_COUNT_OF(tags); i-- > 0;)
        if (run->format & tags[i].format)
            nv_buffer_add_text(out, tags[i].close);
    if (run->language)
        nv_buffer_add_text(out, "</span>");
}

void nv_standard_add_markup(nv_buffer *out, const nv_csl_text *text)
{
    size_t end = text->len;

    while (end > 0 && strchr(". \n", text->text[end - 1]))
        end--;
    for (size_t i = 0; i < text->run_count; i++) {
        const nv_csl_run *run = &text->runs[i];
        const size_t start = run->start;
        const size_t run_end = start + run->len < end ? start + run->len : end;

        if (start < run_end && run->display != NV_CSL_LEFT_MARGIN)
            add_run(out, text->text + start, run_end - start, run);
    }
}

/* The name of the month in the style's own words; NULL in a language whose
 * dates are written in figures, and for a date without month. */
static const char *month_of(const nv_csl_day *day, const nv_note_style *style)
{
    char term[16];

    if (day->month == 0 || !days[style->language])
        return NULL;
    snprintf(term, sizeof term, "month-%02d", day->month);
    return nv_csl_lexicon_say(style->lexicon, term, NV_CSL_FORM_LONG, false,
                              NULL);
}

void nv_standard_add_day(nv_buffer *out, const nv_csl_day *day,
                         const nv_note_style *style)
{
    const char *month = month_of(day, style);

    if (month && day->day && strcmp(style->lexicon->tag, "en-US") == 0)
        nv_buffer_add_format(out, "%s %d, %d", month, day->day, day->year);
    else if (month && day->day)
        nv_buffer_add_format(out, days[style->language], day->day, month,
                             day->year);
    else if (month)
        nv_buffer_add_format(out, "%s %d", month, day->year);
    else if (day->day)
        nv_buffer_add_format(out, "%02d.%02d.%d", day->day, day->month,
                             day->year);
    else if (day->month)
        nv_buffer_add_format(out, "%02d.%d", day->month, day->year);
    else
        nv_buffer_add_format(out, "%d", day->year);
}
