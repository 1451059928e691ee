/* SPDX-License-Identifier: MPL-2.0 */
/* See standard.h. Everything the record says goes through the item of our own
 * styles; what such an item cannot say in standard variables, the words and
 * where they were read, becomes a suffix, before that of the writer. */
#include "note/standard.h"

#include <string.h>

#include "note/standard_maker.h"
#include "note/note_text.h"

/* The style as one of ours, for which the mapping tells everything. */
typedef struct {
    nv_note_style style;
    nv_library_entry entry;
} own_style;

static nv_note_style *as_ours(const nv_note_style *style, own_style *own)
{
    own->style = *style;
    own->entry = *style->entry;
    own->entry.is_ours = true;
    own->style.entry = &own->entry;
    return &own->style;
}

bool nv_standard_is_cut_off(const nv_csl_item *own)
{
    return nv_csl_item_has(own, NV_CSL_QUOTED_IN) ||
           nv_csl_item_has(own, NV_CSL_TRANSCRIBED_IN);
}

nv_standard_side nv_standard_side_of(const nv_csl_item *own)
{
    if (!nv_csl_item_has(own, NV_CSL_DESCRIPTION))
        return NV_STANDARD_SOURCE;
    return nv_standard_is_cut_off(own) ? NV_STANDARD_DOCUMENT
                                       : NV_STANDARD_WHOLE;
}

const nv_csl_item *nv_standard_make(const nv_standard_work *work,
                                    nv_standard_side side, bool *by_entry,
                                    nv_error *err)
{
    nv_csl_item_builder builder = {.arena = work->arena, .id = work->own->id};

    if (!nv_standard_fill(&builder, work->own, side) ||
        (work->has_columns &&
         !nv_csl_item_set_text(&builder, NV_CSL_PAGE, NULL, 0))) {
        nv_note_no_memory(err);
        return NULL;
    }
    return nv_standard_choose(&builder, work->own, side, work->style, by_entry,
                              err);
}

const nv_csl_item *nv_standard_item(const nv_registry *registry,
                                    const nv_citation *citation,
                                    nv_note_style *style, nv_arena *arena,
                                    nv_error *err)
{
    own_style own;
    nv_standard_work work = {.style = style, .arena = arena};

    work.own =
        nv_item_of_cite(registry, citation, as_ours(style, &own), arena, err);
    if (!work.own)
        return NULL;
    return nv_standard_make(&work,
                            nv_standard_is_cut_off(work.own)
                                ? NV_STANDARD_SOURCE
                                : nv_standard_side_of(work.own),
                            NULL, err);
}

/* The suffix */

static const char *text_of(const nv_csl_item *item, nv_csl_variable variable)
{
    const nv_csl_string *text = nv_csl_item_string(item, variable);

    return text ? text->text : NULL;
}

/* "trans. by Geoffrey Roberts" */
static void add_translator(const nv_standard_work *work,
                           const nv_csl_names *names, nv_buffer *out)
{
    const char *by = nv_csl_lexicon_say(work->style->lexicon, "translator",
                                        NV_CSL_FORM_VERB_SHORT, false, NULL);

    nv_buffer_add_format(
        out, "%s ",
        by ? by : nv_standard_say(work->style, NV_STANDARD_TRANSLATION));
    for (size_t i = 0; i < names->count; i++) {
        const nv_csl_name *name = &names->names[i];
        const char *const parts[] = {name->literal, name->given, name->dropping,
                                     name->non_dropping, name->family};
        const char *before = i ? ", " : "";

        for (size_t part = 0; part < 5; part++) {
            if (!parts[part])
                continue;
            nv_buffer_add_text(out, before);
            nv_buffer_add_text(out, parts[part]);
            before = " ";
        }
    }
}

/* That the words are a translation, in parentheses. */
static void add_translation(const nv_standard_work *work, nv_buffer *out)
{
    const char *phrase = text_of(work->own, NV_CSL_TRANSLATION);
    const nv_csl_names *names = nv_csl_item_names(work->own, NV_CSL_TRANSLATOR);

    if (!phrase && !names &&
        (!work->quotation || work->quotation->original != NV_ORIGINAL_NO))
        return;
    nv_buffer_add_text(out, " (");
    if (!phrase && names)
        add_translator(work, names, out);
    else
        nv_buffer_add_text(
            out, phrase
                     ? phrase
                     : nv_standard_say(work->style, NV_STANDARD_TRANSLATION));
    nv_buffer_add_text(out, ")");
}

/* Between the marks of the style; `then` is what follows them. */
static void add_words(const nv_standard_work *work, const char *then,
                      nv_buffer *out)
{
    const nv_csl_quotes *quotes = &work->style->lexicon->quotes;
    const char *quoted = text_of(work->own, NV_CSL_QUOTATION);
    const bool has_comma_inside =
        quotes->punctuation_in_quote && then[0] == ',';

    if (quoted)
        nv_buffer_add_format(out, ", %s%s%s%s", quotes->open, quoted,
                             has_comma_inside ? "," : "", quotes->close);
    nv_buffer_add_text(out, quoted && has_comma_inside ? then + 1 : then);
}

/* "quoted in", and the work as this style prints it. */
static bool add_work(const nv_standard_work *work, nv_buffer *out,
                     nv_error *err)
{
    const bool is_quoted = nv_csl_item_has(work->own, NV_CSL_QUOTED_IN);
    bool by_entry = false;
    const nv_csl_item *item =
        nv_standard_make(work, NV_STANDARD_SOURCE, &by_entry, err);
    const nv_csl_text *text =
        item ? nv_standard_print(item, work->style, by_entry, work->arena, err)
             : NULL;

    if (!text)
        return false;
    nv_buffer_add_format(
        out, ", %s ",
        nv_standard_say(work->style, is_quoted ? NV_STANDARD_QUOTED_IN
                                               : NV_STANDARD_TRANSCRIPTION_IN));
    nv_standard_add_markup(out, text);
    if (work->place.label != NV_CSL_TERM_PAGE) /* printed as the work's */
        nv_standard_add_place(work, &work->place, out);
    return true;
}

/* The translation, and the work that quotes. */
static bool add_behind_words(const nv_standard_work *work, nv_buffer *out,
                             nv_error *err)
{
    add_translation(work, out);
    return !nv_standard_is_cut_off(work->own) || add_work(work, out, err);
}

/* Whether what the style prints of the cite ends a sentence: then a comma can't
 * go on from it. */
static bool find_end(const nv_standard_work *work, const nv_csl_cite *cite,
                     bool *is_end, nv_error *err)
{
    static const char mark[] = "\u2016"; /* in nobody's text */
    nv_csl_cite marked = *cite;
    const nv_csl_cluster cluster = {
        .id = "", .note = 1, .cites = &marked, .cite_count = 1};
    const nv_csl_text *text;
    const char *at;

    marked.suffix = mark;
    text = nv_csl_processor_preview(work->style->previews, &cluster,
                                    work->arena, err);
    if (!text)
        return false;
    at = strstr(text->text, mark);
    while (at && at > text->text && at[-1] == ' ')
        at--;
    *is_end = at && at > text->text && at[-1] == '.';
    return true;
}

static bool add_suffix(const nv_standard_work *work, nv_csl_cite *cite,
                       nv_error *err)
{
    nv_buffer out = NV_BUFFER_INIT, then = NV_BUFFER_INIT;
    bool is_added, is_end = false;
    size_t from;

    nv_standard_add_place(work, &work->behind, &out);
    is_added = add_behind_words(work, &then, err);
    add_words(work, then.text, &out);
    if (is_added && out.text[0] == ',')
        is_added = find_end(work, cite, &is_end, err);
    from = is_end ? strlen(", ") : 0;
    nv_buffer_add_text(&out, cite->suffix);
    if (is_added && out.len > 0)
        cite->suffix =
            nv_arena_text(work->arena, out.text + from, out.len - from);
    if (is_added &&
        (out.failed || then.failed || (out.len > 0 && !cite->suffix)))
        is_added = nv_note_no_memory(err);
    nv_buffer_release(&out);
    nv_buffer_release(&then);
    return is_added;
}

bool nv_standard_cite(const nv_registry *registry, const nv_citation *citation,
                      nv_note_style *style, nv_arena *arena, nv_csl_cite *cite,
                      nv_error *err)
{
    own_style own;
    nv_note_style *ours = as_ours(style, &own);
    nv_citation without_place = *citation;
    nv_csl_cite asked, recorded;
    nv_standard_work work = {
        .citation = citation,
        .quotation = nv_event_quotation(citation->event, citation->quotation),
        .style = style,
        .arena = arena};

    without_place.locator = (nv_locator){NULL, NULL};
    if (!nv_note_cite(registry, citation, ours, arena, &asked, err) ||
        !nv_note_cite(registry, &without_place, ours, arena, &recorded, err))
        return false;
    work.own = nv_standard_is_cut_off(asked.as) ? asked.as : recorded.as;
    *cite = asked;
    cite->locator = NULL;
    cite->label = NV_CSL_NO_TERM;
    cite->as =
        nv_standard_make(&work, nv_standard_side_of(work.own), NULL, err);
    return cite->as && nv_standard_set_place(&work, &asked, cite, err) &&
           add_suffix(&work, cite, err);
}
