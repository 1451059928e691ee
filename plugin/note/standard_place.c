/* SPDX-License-Identifier: MPL-2.0 */
/* Places in documents, in styles that know pages. */
#include <string.h>

#include "note/standard_maker.h"

/* The place as it was typed or recorded. */
static const nv_locator *place_of(const nv_standard_work *work)
{
    const nv_locator *typed = &work->citation->locator;

    return typed->label || !work->quotation ? typed
                                            : &work->quotation->pinpoint;
}

static bool is_labelled(const nv_locator *place, const char *label)
{
    return place->label && strcmp(place->label, label) == 0;
}

/* A place without a label of CSL: a preamble, a document of an edition, or a
 * phrase that says itself what it is. */
static void add_unlabelled(const nv_standard_work *work, const char *text,
                           nv_buffer *out)
{
    const nv_locator *place = place_of(work);
    const char *document = nv_csl_lexicon_say(work->style->lexicon, "document",
                                              NV_CSL_FORM_SHORT, false, NULL);

    if (is_labelled(place, "preamble"))
        nv_buffer_add_text(out,
                           nv_standard_say(work->style, NV_STANDARD_PREAMBLE));
    else if (is_labelled(place, "document"))
        nv_buffer_add_format(out, "%s\u00A0%s", document ? document : "doc.",
                             place->value);
    else
        nv_buffer_add_text(out, text);
}

void nv_standard_add_place(const nv_standard_work *work,
                           const nv_csl_cite *place, nv_buffer *out)
{
    const char *label = nv_csl_lexicon_text(work->style->lexicon, place->label,
                                            NV_CSL_FORM_SHORT, false);

    if (!place->locator)
        return;
    nv_buffer_add_text(out, ", ");
    if (place->label == NV_CSL_TERM_SUB_VERBO)
        add_unlabelled(work, place->locator, out);
    else
        nv_buffer_add_format(out, "%s\u00A0%s", label ? label : "",
                             place->locator);
}

/* A first note with that cite alone; NULL without memory, with *err. */
static const char *print(const nv_standard_work *work, const nv_csl_cite *cite,
                         nv_error *err)
{
    const nv_csl_cluster cluster = {
        .id = "", .note = 1, .cites = cite, .cite_count = 1};
    const nv_csl_text *text = nv_csl_processor_preview(
        work->style->previews, &cluster, work->arena, err);

    return text ? text->text : NULL;
}

/* Whether a first note says what the locator counts: many styles write "p."
 * before any, others print none. */
static bool find_label(const nv_standard_work *work, const nv_csl_cite *cite,
                       bool *says, nv_error *err)
{
    nv_csl_cite as_page = *cite;
    const char *text = print(work, cite, err), *paged;

    as_page.label = NV_CSL_TERM_PAGE;
    paged = text ? print(work, &as_page, err) : NULL;
    if (!paged)
        return false;
    *says = strcmp(text, paged) != 0;
    return true;
}

/* How often a number stands in a text by itself; `len` digits. */
static int count_number(const char *text, const char *number, size_t len)
{
    int count = 0;

    for (const char *at = text; *at;) {
        const size_t digits = strspn(at, "0123456789");

        count += digits == len && strncmp(at, number, len) == 0;
        at += digits ? digits : 1;
    }
    return count;
}

/* Many styles print a locator in place of the pages of the work, whatever it
 * counts: an article, then, must stand elsewhere, or nobody finds the treaty in
 * its volume. */
static bool find_loss(const nv_standard_work *work, const nv_csl_cite *cite,
                      bool *loses, nv_error *err)
{
    const nv_csl_string *pages = nv_csl_item_string(cite->as, NV_CSL_PAGE);
    const size_t len = pages ? strspn(pages->text, "0123456789") : 0;
    nv_csl_cite trial = *cite, bare = *cite;
    const char *text, *without;

    *loses = false;
    if (len == 0)
        return true;
    trial.locator = "88888"; /* nobody's page */
    bare.locator = NULL;
    text = print(work, &trial, err);
    without = text ? print(work, &bare, err) : NULL;
    if (!without)
        return false;
    *loses = count_number(text, pages->text, len) <
             count_number(without, pages->text, len);
    return true;
}

/* Columns are a locator to a style that says so; to others they are pages,
 * which the item has. */
static bool set_columns(nv_standard_work *work, const nv_csl_cite *asked,
                        nv_csl_cite *cite, nv_error *err)
{
    nv_csl_cite with = *cite;
    bool says;

    with.locator = asked->locator;
    with.label = NV_CSL_TERM_COLUMN;
    if (!find_label(work, &with, &says, err))
        return false;
    if (!says)
        return true;
    work->has_columns = true;
    with.as = nv_standard_make(work, nv_standard_side_of(work->own), NULL, err);
    *cite = with;
    return with.as != NULL;
}

/* Whether a first note prints the locator at all. */
static bool find_locator(const nv_standard_work *work, const nv_csl_cite *cite,
                         bool *prints, nv_error *err)
{
    nv_csl_cite bare = *cite;
    const char *with = print(work, cite, err), *without;

    bare.locator = NULL;
    without = with ? print(work, &bare, err) : NULL;
    if (!without)
        return false;
    *prints = strcmp(with, without) != 0;
    return true;
}

/* Whether the style says in its own way where the place is. */
static bool find_way(const nv_standard_work *work, const nv_csl_cite *cite,
                     bool *says, nv_error *err)
{
    bool loses = false;

    *says = false;
    if (cite->label == NV_CSL_TERM_PAGE)
        return find_locator(work, cite, says, err);
    if (cite->label == NV_CSL_TERM_SUB_VERBO)
        return true;
    if (!find_label(work, cite, says, err) ||
        (*says && !find_loss(work, cite, &loses, err)))
        return false;
    *says = *says && !loses;
    return true;
}

static bool settle(nv_standard_work *work, const nv_csl_cite *asked,
                   nv_csl_cite *cite, nv_error *err)
{
    nv_csl_cite with = *cite;
    bool says;

    with.locator = asked->locator;
    with.label = asked->label;
    if (!find_way(work, &with, &says, err))
        return false;
    if (says)
        *cite = with;
    else
        work->behind = *asked;
    return true;
}

/* A place in the work that quotes is no place in the document, which the item
 * has as `pinpoint`. */
bool nv_standard_set_place(nv_standard_work *work, const nv_csl_cite *asked,
                           nv_csl_cite *cite, nv_error *err)
{
    const nv_csl_string *columns =
        nv_csl_item_string(work->own, NV_CSL_COLUMNS);
    const nv_csl_cite recorded = {.locator = columns ? columns->text : NULL};
    const bool has_columns =
        columns &&
        (!asked->locator || strcmp(asked->locator, columns->text) == 0);

    if (nv_standard_is_cut_off(work->own) &&
        !nv_csl_item_has(work->own, NV_CSL_PINPOINT)) {
        work->place = *asked;
        return true;
    }
    if (has_columns)
        return set_columns(work, &recorded, cite, err);
    return !asked->locator || settle(work, asked, cite, err);
}
