/* SPDX-License-Identifier: MPL-2.0 */
/* See standard.h. Everything the record says goes through the item of our own
 * styles; what such an item cannot say in standard variables, the words and
 * where they were read, becomes the writer's suffix. */
#include "note/standard.h"

#include <string.h>

#include "note/standard_maker.h"

/* Words that no published style or locale has. */
static const struct {
    const char *term;
    const char *in[NV_LANGUAGE_COUNT];
} words[] = {
    {"quoted-in",
     {"quoted in", "cité dans", "zitiert nach", "citado en", "цит. по:"}},
    {"transcription-in",
     {"transcription in", "transcription dans", "Transkription in",
      "transcripción en", "транскрипция в:"}},
    {"translation",
     {"translation", "traduction", "Übersetzung", "traducción", "перевод"}},
};

enum { QUOTED_IN, TRANSCRIBED_IN, TRANSLATION };

/* What is being written. */
typedef struct {
    const nv_registry *registry;
    nv_note_style *style;
    nv_arena *arena;
    const nv_csl_item *own;
    nv_csl_cite *cite;
} work;

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is not enough memory for the note. Close other "
                   "documents and try again.");
}

static const char *say(const nv_note_style *style, size_t word)
{
    const char *own = nv_csl_lexicon_say(style->lexicon, words[word].term,
                                         NV_CSL_FORM_LONG, false, NULL);

    return own ? own : words[word].in[style->language];
}

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

static bool is_cut_off(const nv_csl_item *own)
{
    return nv_csl_item_has(own, NV_CSL_QUOTED_IN) ||
           nv_csl_item_has(own, NV_CSL_TRANSCRIBED_IN);
}

static nv_standard_side side_of(const nv_csl_item *own)
{
    if (!nv_csl_item_has(own, NV_CSL_DESCRIPTION))
        return NV_STANDARD_SOURCE;
    return is_cut_off(own) ? NV_STANDARD_DOCUMENT : NV_STANDARD_WHOLE;
}

static const nv_csl_item *make(const work *work, nv_standard_side side,
                               nv_error *err)
{
    nv_csl_item_builder builder = {.arena = work->arena, .id = work->own->id};

    if (!nv_standard_fill(&builder, work->own, side)) {
        fail_of_memory(err);
        return NULL;
    }
    return nv_standard_choose(&builder, work->own, side, work->style, err);
}

const nv_csl_item *nv_standard_item(const nv_registry *registry,
                                    const nv_event *event, nv_note_style *style,
                                    nv_arena *arena, nv_error *err)
{
    own_style own;
    work work = {.registry = registry, .style = style, .arena = arena};

    work.own =
        nv_item_of_event(registry, event, as_ours(style, &own), arena, err);
    return work.own ? make(&work, side_of(work.own), err) : NULL;
}

/* The suffix */

static const char *text_of(const nv_csl_item *item, nv_csl_variable variable)
{
    const nv_csl_string *text = nv_csl_item_string(item, variable);

    return text ? text->text : NULL;
}

/* "trans. by Geoffrey Roberts" */
static void add_translator(const work *work, const nv_csl_names *names,
                           nv_buffer *out)
{
    const char *by = nv_csl_lexicon_say(work->style->lexicon, "translator",
                                        NV_CSL_FORM_VERB_SHORT, false, NULL);

    nv_buffer_add_format(out, "%s ", by ? by : say(work->style, TRANSLATION));
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
static void add_translation(const work *work, const nv_quotation *quotation,
                            nv_buffer *out)
{
    const char *phrase = text_of(work->own, NV_CSL_TRANSLATION);
    const nv_csl_names *names = nv_csl_item_names(work->own, NV_CSL_TRANSLATOR);

    if (!phrase && !names &&
        (!quotation || quotation->original != NV_ORIGINAL_NO))
        return;
    nv_buffer_add_text(out, " (");
    if (!phrase && names)
        add_translator(work, names, out);
    else
        nv_buffer_add_text(out,
                           phrase ? phrase : say(work->style, TRANSLATION));
    nv_buffer_add_text(out, ")");
}

/* Between the marks of the style. */
static void add_words(const work *work, nv_buffer *out)
{
    const nv_csl_quotes *quotes = &work->style->lexicon->quotes;
    const char *quoted = text_of(work->own, NV_CSL_QUOTATION);

    if (!quoted)
        return;
    nv_buffer_add_text(out, ", ");
    nv_buffer_add_text(out, quotes->open);
    nv_buffer_add_text(out, quoted);
    nv_buffer_add_text(out, quotes->close);
}

/* "quoted in", and the work as this style prints it. */
static bool add_work(const work *work, nv_buffer *out, nv_error *err)
{
    const nv_csl_item *item;
    const nv_csl_text *text;

    if (!is_cut_off(work->own))
        return true;
    item = make(work, NV_STANDARD_SOURCE, err);
    text = item ? nv_standard_print(item, work->style, work->arena, err) : NULL;
    if (!text)
        return false;
    nv_buffer_add_format(
        out, ", %s ",
        say(work->style, nv_csl_item_has(work->own, NV_CSL_QUOTED_IN)
                             ? QUOTED_IN
                             : TRANSCRIBED_IN));
    nv_standard_add_markup(out, text);
    return true;
}

static bool add_suffix(const work *work, const nv_quotation *quotation,
                       nv_error *err)
{
    nv_csl_cite *cite = work->cite;
    nv_buffer out = NV_BUFFER_INIT;
    bool is_added;

    if (cite->label == NV_CSL_TERM_SUB_VERBO && cite->locator) {
        nv_buffer_add_format(&out, ", %s", cite->locator);
        cite->locator = NULL;
        cite->label = NV_CSL_NO_TERM;
    }
    add_words(work, &out);
    add_translation(work, quotation, &out);
    is_added = add_work(work, &out, err);
    if (is_added && out.len > 0)
        cite->suffix = nv_arena_text(work->arena, out.text, out.len);
    if (is_added && (out.failed || (out.len > 0 && !cite->suffix)))
        is_added = fail_of_memory(err);
    nv_buffer_release(&out);
    return is_added;
}

/* The cite */

/* Columns are a locator to published styles. A place in a work that only quotes
 * the document is no place in the document. */
static void set_locator(const work *work)
{
    const char *columns = text_of(work->own, NV_CSL_COLUMNS);
    nv_csl_cite *cite = work->cite;

    if (is_cut_off(work->own)) {
        if (cite->label == NV_CSL_TERM_PAGE ||
            cite->label == NV_CSL_TERM_COLUMN)
            cite->locator = NULL;
    } else if (columns && !cite->locator) {
        cite->locator = columns;
        cite->label = NV_CSL_TERM_COLUMN;
    }
}

bool nv_standard_cite(const nv_registry *registry, const nv_citation *citation,
                      nv_note_style *style, nv_arena *arena, nv_csl_cite *cite,
                      nv_error *err)
{
    own_style own;
    nv_note_style *ours = as_ours(style, &own);
    nv_citation without_place = *citation;
    nv_csl_cite asked, recorded;
    work work = {registry, style, arena, NULL, cite};

    without_place.locator = (nv_locator){NULL, NULL};
    if (!nv_note_cite(registry, citation, ours, arena, &asked, err) ||
        !nv_note_cite(registry, &without_place, ours, arena, &recorded, err))
        return false;
    work.own = is_cut_off(asked.as) ? asked.as : recorded.as;
    *cite = (nv_csl_cite){
        .item = asked.item, .locator = asked.locator, .label = asked.label};
    set_locator(&work);
    cite->as = make(&work, side_of(work.own), err);
    return cite->as &&
           add_suffix(&work,
                      nv_event_quotation(citation->event, citation->quotation),
                      err);
}
