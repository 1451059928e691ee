/* SPDX-License-Identifier: MPL-2.0 */
/* Places in a document and in a source, as items and cites have them. */
#include "note/item_maker.h"

#include <ctype.h>
#include <string.h>

#include "base/array.h"
#include "citation/render.h"

/* Labels of places, and the term of CSL for each; one without has its word by a
 * term of ours and is printed without a label. Those of the document stand by
 * its date, the others in the source. */
static const struct {
    const char *label;
    nv_csl_term term;
    bool is_in_document;
} labels[] = {
    {"article", NV_CSL_TERM_ARTICLE_LOCATOR, true},
    {"chapter", NV_CSL_TERM_CHAPTER, true},
    {"conclusion", NV_CSL_TERM_SUB_VERBO, true},
    {"paragraph", NV_CSL_TERM_PARAGRAPH, true},
    {"part", NV_CSL_TERM_PART, true},
    {"preamble", NV_CSL_TERM_SUB_VERBO, true},
    {"recital", NV_CSL_TERM_SUB_VERBO, true},
    {"section", NV_CSL_TERM_SECTION, true},
    {"column", NV_CSL_TERM_COLUMN, false},
    {"document", NV_CSL_TERM_SUB_VERBO, false},
    {"folio", NV_CSL_TERM_FOLIO, false},
    {"note", NV_CSL_TERM_NOTE, false},
    {"page", NV_CSL_TERM_PAGE, false},
    {"volume", NV_CSL_TERM_VOLUME, false},
};

static size_t find_label(const char *label)
{
    size_t i = 0;

    while (i < NV_COUNT_OF(labels) && strcmp(labels[i].label, label) != 0)
        i++;
    return i;
}

void nv_draft_choose_places(nv_draft *draft)
{
    const nv_locator *typed = &draft->citation->locator;
    size_t label = typed->label ? find_label(typed->label) : 0;

    if (!typed->label) {
        if (draft->quotation) {
            draft->in_document = draft->quotation->pinpoint;
            draft->in_source = draft->quotation->in_source;
        }
        return;
    }
    if (label < NV_COUNT_OF(labels) && labels[label].is_in_document)
        draft->in_document = *typed;
    else
        draft->in_source = *typed;
}

/* A value that is a phrase ("Political Provisions (7)") names its own kind of
 * place and takes no label. */
static bool is_phrase(const char *value)
{
    const char *at = value;

    while (isalpha((unsigned char)*at) || (unsigned char)*at >= 0x80)
        at++;
    return at - value > 1 &&
           strspn(value, "IVXLCDMivxlcdm") < (size_t)(at - value);
}

/* The term that labels the place; NV_CSL_NO_TERM where it takes none. */
static nv_csl_term term_of(const nv_locator *place)
{
    size_t label = find_label(place->label);

    return label < NV_COUNT_OF(labels) && !is_phrase(place->value)
               ? labels[label].term
               : NV_CSL_NO_TERM;
}

/* "261–62", with the dash of the language; pages in the format of the style. */
static void write_value(nv_item_maker *maker, const nv_locator *place,
                        nv_buffer *out)
{
    const bool is_page = term_of(place) == NV_CSL_TERM_PAGE;
    nv_buffer value = NV_BUFFER_INIT;
    nv_csl_string numbers;

    nv_item_write_theirs(maker, &value, place->value, strlen(place->value));
    numbers = nv_csl_string_of(value.text);
    if (is_phrase(place->value))
        nv_buffer_add(out, value.text, value.len);
    else
        nv_csl_numbers_write(maker->lexicon,
                             is_page ? maker->lexicon->style->page_range
                                     : NV_CSL_RANGE_AS_GIVEN,
                             &numbers, out);
    out->failed = out->failed || value.failed;
    nv_buffer_release(&value);
}

void nv_item_write_place(nv_item_maker *maker, const nv_locator *place,
                         nv_buffer *out)
{
    const nv_csl_term term = term_of(place);
    const char *word =
        term == NV_CSL_TERM_ARTICLE_LOCATOR ? "article-locator" : place->label;
    /* Published styles have no such term. */
    const char *space =
        nv_item_say(maker, "label-space", NV_CSL_FORM_SHORT, false);

    if (term) {
        nv_buffer_add_text(out, nv_item_say(maker, word, NV_CSL_FORM_SHORT,
                                            nv_is_plural_place(place->value)));
        if (place->value[0])
            nv_buffer_add_text(out, space[0] ? space : "\u00A0");
    }
    write_value(maker, place, out);
}

void nv_item_locator(nv_item_maker *maker, const nv_locator *place,
                     nv_csl_cite *cite)
{
    nv_csl_term term = term_of(place);
    nv_buffer text = NV_BUFFER_INIT;

    if (term == NV_CSL_NO_TERM || term == NV_CSL_TERM_SUB_VERBO) {
        term = NV_CSL_TERM_SUB_VERBO;
        nv_item_write_place(maker, place, &text);
    } else {
        nv_item_write_theirs(maker, &text, place->value, strlen(place->value));
    }
    cite->locator = nv_item_keep(maker, &text);
    cite->label = term;
    nv_buffer_release(&text);
}
