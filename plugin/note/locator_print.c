/* SPDX-License-Identifier: MPL-2.0 */
/* Places in a document and in a source, as a note prints them. */
#include "note/draft.h"

#include <ctype.h>
#include <string.h>

#include "base/array.h"
#include "note/typography.h"

/* Labels of places, with what stands before one and before several. Those of
 * the document stand by its date, the others in the source. */
static const struct {
    const char *label, *one, *many, *french;
    bool is_in_document;
} labels[] = {
    {"article", "art. ", "arts. ", "art." NV_NBSP, true},
    {"chapter", "chap. ", "chaps. ", "chap." NV_NBSP, true},
    {"conclusion", "conclusion ", "conclusions ", "conclusion" NV_NBSP, true},
    {"paragraph", "para. ", "paras. ", "§" NV_NBSP, true},
    {"part", "pt. ", "pts. ", "partie" NV_NBSP, true},
    {"preamble", "preamble", "preamble", "préambule", true},
    {"recital", "recital ", "recitals ", "considérant" NV_NBSP, true},
    {"section", "sec. ", "secs. ", "section" NV_NBSP, true},
    {"column", "col. ", "cols. ", "col." NV_NBSP, false},
    {"document", "doc. ", "docs. ", "doc." NV_NBSP, false},
    {"folio", "fol. ", "fols. ", "f\u1D52" NV_NBSP, false},
    {"note", "n. ", "nn. ", "n." NV_NBSP, false},
    {"page", "", "", "p." NV_NBSP, false},
    {"volume", "vol. ", "vols. ", "vol." NV_NBSP, false},
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

void nv_draft_add_place(nv_draft *draft, const nv_locator *place)
{
    size_t label = place->label ? find_label(place->label) : 0;
    nv_buffer value = NV_BUFFER_INIT;

    if (!place->label)
        return;
    nv_runs_comma(&draft->runs);
    if (label < NV_COUNT_OF(labels) && !is_phrase(place->value))
        nv_runs_add(&draft->runs,
                    draft->language == NV_LANGUAGE_FR  ? labels[label].french
                    : nv_is_plural_place(place->value) ? labels[label].many
                                                       : labels[label].one);
    nv_typography_add_pages(&value, place->value, draft->language);
    nv_runs_add(&draft->runs, value.text);
    nv_buffer_release(&value);
}
