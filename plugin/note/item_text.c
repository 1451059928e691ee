/* SPDX-License-Identifier: MPL-2.0 */
/* Recorded text as the markup of an item. See item_maker.h. */
#include "note/item_maker.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Quotation marks that the processor knows by their look. A single closing mark
 * looks like an apostrophe: then the pair inside is taken. */
static nv_marks marks_of(const nv_csl_lexicon *lexicon)
{
    const nv_csl_quotes *quotes = &lexicon->quotes;

    if (strcmp(quotes->close, "’") == 0)
        return (nv_marks){quotes->open_inner, quotes->close_inner};
    return (nv_marks){quotes->open, quotes->close};
}

static bool has_month_first(const nv_csl_lexicon *lexicon)
{
    const nv_csl_node *date = lexicon->dates[NV_CSL_DATE_TEXT];

    for (const nv_csl_node *part = date ? date->first : NULL; part;
         part = part->next)
        if (part->as.date_part.part != NV_CSL_YEAR)
            return part->as.date_part.part == NV_CSL_MONTH;
    return false;
}

void nv_item_maker_init(nv_item_maker *maker, const nv_note_style *style,
                        nv_arena *arena)
{
    memset(maker, 0, sizeof *maker);
    maker->lexicon = style->lexicon;
    maker->builder.arena = arena;
    maker->marks = marks_of(style->lexicon);
    maker->is_american =
        style->language == NV_LANGUAGE_EN && has_month_first(style->lexicon);
}

void nv_item_take(nv_item_maker *maker, nv_csl_variable variable,
                  nv_buffer *text)
{
    if (text->failed ||
        !nv_csl_item_set_text(&maker->builder, variable, text->text, text->len))
        maker->failed = true;
    nv_buffer_release(text);
}

void nv_item_set_raw(nv_item_maker *maker, nv_csl_variable variable,
                     const char *text)
{
    if (text &&
        !nv_csl_item_set_text(&maker->builder, variable, text, strlen(text)))
        maker->failed = true;
}

void nv_item_flag(nv_item_maker *maker, nv_csl_variable variable)
{
    nv_item_set_raw(maker, variable, "yes");
}

const char *nv_item_keep(nv_item_maker *maker, const nv_buffer *text)
{
    const char *kept = text->failed ? NULL
                                    : nv_arena_text(maker->builder.arena,
                                                    text->text, text->len);

    maker->failed = maker->failed || !kept;
    return kept;
}

const char *nv_item_say(const nv_item_maker *maker, const char *word,
                        nv_csl_form form, bool is_plural)
{
    const char *said = nv_csl_lexicon_say(maker->lexicon, word, form, is_plural,
                                          nv_item_agreement(maker));

    return said ? said : "";
}

/* A '<' of the text is not to be read as markup: what might be a tag is taken
 * apart by a word joiner, which has no width. */
static void add_escaped(nv_buffer *out, const nv_buffer *text)
{
    static const char joiner[] = "\u2060";

    for (const char *at = text->text; *at; at++) {
        nv_buffer_add_char(out, *at);
        if (*at == '<' && (isalpha((unsigned char)at[1]) || at[1] == '/'))
            nv_buffer_add_text(out, joiner);
    }
    out->failed = out->failed || text->failed;
}

static bool is_of_note(const nv_item_maker *maker, const char *language)
{
    return !language ||
           strcmp(language, nv_language_code(maker->draft.language)) == 0;
}

void nv_item_open_language(const nv_item_maker *maker, nv_buffer *out,
                           const char *language)
{
    if (!is_of_note(maker, language))
        nv_buffer_add_format(out, "<span lang=\"%s\">", language);
}

void nv_item_close_language(const nv_item_maker *maker, nv_buffer *out,
                            const char *language)
{
    if (!is_of_note(maker, language))
        nv_buffer_add_text(out, "</span>");
}

/* `language` decides the spaces: those of French for French text of ours. */
static void write_text(nv_item_maker *maker, nv_buffer *out, const char *text,
                       size_t len, nv_language language)
{
    nv_buffer set = NV_BUFFER_INIT;

    nv_typography_add(&set, text, len, language, &maker->marks);
    add_escaped(out, &set);
    nv_buffer_release(&set);
}

void nv_item_write_theirs(nv_item_maker *maker, nv_buffer *out,
                          const char *text, size_t len)
{
    write_text(maker, out, text, len, NV_LANGUAGE_EN);
}

void nv_item_write_writers(nv_item_maker *maker, nv_buffer *out,
                           const char *text, size_t len)
{
    write_text(maker, out, text, len, maker->draft.language);
}

void nv_item_set_theirs(nv_item_maker *maker, nv_csl_variable variable,
                        const char *text, const char *language)
{
    nv_buffer out = NV_BUFFER_INIT;

    if (!text)
        return;
    nv_item_open_language(maker, &out, language);
    nv_item_write_theirs(maker, &out, text, strlen(text));
    nv_item_close_language(maker, &out, language);
    nv_item_take(maker, variable, &out);
}

void nv_item_set_ours(nv_item_maker *maker, nv_csl_variable variable,
                      const char *text, nv_language language)
{
    const char *code = nv_language_code(language);
    nv_buffer out = NV_BUFFER_INIT, dated = NV_BUFFER_INIT;

    if (!text)
        return;
    if (maker->is_american && language == NV_LANGUAGE_EN)
        nv_typography_add_american(&dated, text);
    else
        nv_buffer_add_text(&dated, text);
    nv_item_open_language(maker, &out, code);
    write_text(maker, &out, dated.text, dated.len, language);
    nv_item_close_language(maker, &out, code);
    maker->failed = maker->failed || dated.failed;
    nv_buffer_release(&dated);
    nv_item_take(maker, variable, &out);
}

nv_language nv_item_language_of(const nv_item_maker *maker,
                                const nv_bilingual *text)
{
    const nv_language language = maker->draft.language;

    if (language < (int)NV_NOTE_LANGUAGE_COUNT && text->text[language])
        return language;
    return text->text[NV_LANGUAGE_EN] ? NV_LANGUAGE_EN : NV_LANGUAGE_FR;
}

void nv_item_set_bilingual(nv_item_maker *maker, nv_csl_variable variable,
                           const nv_bilingual *text)
{
    nv_item_set_ours(maker, variable, nv_draft_in(&maker->draft, text),
                     nv_item_language_of(maker, text));
}

/* "1954-03-31", "1954-03" or "1954"; anything else ("1946–47") is a literal. */
static nv_csl_date date_of(const char *iso)
{
    nv_csl_date date = {0};
    size_t len = strlen(iso);

    if (strspn(iso, "0123456789-") != len ||
        (len != 4 && len != 7 && len != 10)) {
        date.literal = iso;
        return date;
    }
    date.first.year = atoi(iso);
    if (len >= 7)
        date.first.month = (uint8_t)atoi(iso + 5);
    if (len == 10)
        date.first.day = (uint8_t)atoi(iso + 8);
    return date;
}

void nv_item_set_date(nv_item_maker *maker, nv_csl_variable variable,
                      const char *iso)
{
    nv_csl_date date;

    if (!iso)
        return;
    date = date_of(iso);
    if (!nv_csl_item_set_date(&maker->builder, variable, &date))
        maker->failed = true;
}
