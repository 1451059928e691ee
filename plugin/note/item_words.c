/* SPDX-License-Identifier: MPL-2.0 */
/* The words of a note, that they are a translation, and their place in the
 * document. */
#include "note/item_maker.h"

#include <string.h>

/* The note goes on after the words, so their own stop gives way. */
static void add_quotation(nv_item_maker *maker)
{
    const nv_quotation *quotation = maker->draft.quotation;
    nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_add_text(&text, "<span class=\"quotation\">");
    nv_item_open_language(maker, &text, quotation->language);
    nv_item_write_theirs(maker, &text, quotation->text,
                         nv_typography_len_without_stop(quotation->text));
    nv_item_close_language(maker, &text, quotation->language);
    nv_buffer_add_text(&text, "</span>");
    nv_item_take(maker, NV_CSL_QUOTATION, &text);
}

/* "trans. Geoffrey Roberts". A record says "unnamed" of a translator nobody
 * names, and "official" of an office. */
static void add_translator(nv_item_maker *maker, const char *translator)
{
    if (!translator || strcmp(translator, "unnamed") == 0 ||
        strcmp(translator, "official") == 0)
        nv_item_set_raw(
            maker, NV_CSL_TRANSLATION,
            nv_item_say(maker, "translation", NV_CSL_FORM_LONG, false));
    else
        nv_item_set_names(maker, NV_CSL_TRANSLATOR,
                          &(const nv_texts){&translator, 1});
}

static void add_translation(nv_item_maker *maker)
{
    const nv_draft *draft = &maker->draft;
    const nv_quotation *quotation = draft->quotation;

    if (quotation && nv_draft_in(draft, &quotation->translation))
        nv_item_set_bilingual(maker, NV_CSL_TRANSLATION,
                              &quotation->translation);
    else if (quotation && quotation->original == NV_ORIGINAL_NO)
        add_translator(maker, quotation->translator);
    else if (!quotation && draft->prints_source && draft->source &&
             draft->source->translator)
        add_translator(maker, draft->source->translator);
}

void nv_item_add_end_place(nv_item_maker *maker, const nv_locator *place)
{
    const char *before = maker->builder.strings[NV_CSL_END_PINPOINT].text;
    nv_buffer text = NV_BUFFER_INIT;

    if (!place->label)
        return;
    nv_buffer_add_text(&text, before);
    if (before)
        nv_buffer_add_text(&text, ", ");
    nv_item_write_place(maker, place, &text);
    nv_item_take(maker, NV_CSL_END_PINPOINT, &text);
}

void nv_item_add_words(nv_item_maker *maker)
{
    const nv_draft *draft = &maker->draft;
    nv_buffer place = NV_BUFFER_INIT;

    add_translation(maker);
    if (!draft->quotation) {
        nv_item_add_end_place(maker, &draft->in_document);
        return;
    }
    if (draft->citation->parts & NV_PART_WORDING)
        add_quotation(maker);
    if (!draft->in_document.label)
        return;
    nv_item_write_place(maker, &draft->in_document, &place);
    nv_item_take(maker, NV_CSL_PINPOINT, &place);
}
