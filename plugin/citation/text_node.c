/* SPDX-License-Identifier: MPL-2.0 */
/* cs:text: a variable, a macro, a term or a value. See render.h. */
#include "citation/render.h"

#include <string.h>

#include "base/array.h"

/* Short forms, where an item has them as a variable of their own. */
static const struct {
    nv_csl_variable variable, brief;
} briefs[] = {
    {NV_CSL_TITLE, NV_CSL_TITLE_SHORT},
    {NV_CSL_CONTAINER_TITLE, NV_CSL_CONTAINER_TITLE_SHORT},
};

/* Variables that are more than a field's text. */
static const struct {
    nv_csl_variable variable;
    nv_csl_tag_kind tag;
    const char *address; /* of a link, before the text; NULL: none */
    bool is_foreign;     /* is in the language of the item */
} kinds[] = {
    {NV_CSL_YEAR_SUFFIX, .tag = NV_CSL_TAG_YEAR_SUFFIX},
    {NV_CSL_CITATION_NUMBER, .tag = NV_CSL_TAG_NUMBER},
    {NV_CSL_LOCATOR, .tag = NV_CSL_TAG_LOCATOR},
    {NV_CSL_URL, .address = ""},
    {NV_CSL_DOI, .address = "https://doi.org/"},
    {NV_CSL_PMID, .address = "https://www.ncbi.nlm.nih.gov/pubmed/"},
    {NV_CSL_PMCID, .address = "https://www.ncbi.nlm.nih.gov/pmc/articles/"},
    {NV_CSL_TITLE, .is_foreign = true},
    {NV_CSL_TITLE_SHORT, .is_foreign = true},
    {NV_CSL_PART_TITLE, .is_foreign = true},
    {NV_CSL_VOLUME_TITLE, .is_foreign = true},
    {NV_CSL_CONTAINER_TITLE, .is_foreign = true},
    {NV_CSL_COLLECTION_TITLE, .is_foreign = true},
    {NV_CSL_QUOTATION, .is_foreign = true},
};

static const nv_csl_string *value_of(nv_csl_render *render,
                                     const nv_csl_node *node)
{
    const nv_csl_string *brief = NULL;

    for (size_t i = 0; i < NV_COUNT_OF(briefs); i++)
        if (node->form == NV_CSL_FORM_SHORT &&
            briefs[i].variable == node->as.variable)
            brief = nv_csl_render_string(render, briefs[i].brief);
    return brief ? brief : nv_csl_render_string(render, node->as.variable);
}

/* The address a text links to; "https://doi.org/10.1/x" stands for itself. */
static const char *link_to(nv_csl_render *render, const char *address,
                           const nv_csl_string *string)
{
    const size_t before = strlen(address);
    char *link;

    if (strncmp(string->text, "http", 4) == 0)
        return string->text;
    link = nv_arena_alloc(render->scratch, before + string->len + 1);
    if (!link) {
        render->draft->failed = true;
        return NULL;
    }
    memcpy(link, address, before);
    memcpy(link + before, string->text, string->len + 1);
    return link;
}

static void add_numbers(nv_csl_render *render, nv_csl_variable variable,
                        const nv_csl_string *string)
{
    nv_buffer numbers;
    nv_csl_string formatted;

    nv_buffer_init(&numbers);
    nv_csl_numbers_write(render->lexicon,
                         nv_csl_render_range_format(render, variable), string,
                         &numbers);
    formatted = nv_csl_string_of(numbers.text);
    nv_csl_draft_add_field(render->draft, NV_CSL_ORIGIN_CONTENT, &formatted);
    render->draft->failed = render->draft->failed || numbers.failed;
    nv_buffer_release(&numbers);
}

bool nv_csl_render_open_variable(nv_csl_render *render,
                                 nv_csl_variable variable,
                                 const nv_csl_string *string)
{
    nv_csl_frame frame = {.tag = NV_CSL_TAG_NONE};

    for (size_t i = 0; i < NV_COUNT_OF(kinds); i++) {
        if (kinds[i].variable != variable)
            continue;
        frame.tag = (uint8_t)kinds[i].tag;
        if (kinds[i].is_foreign)
            frame.language = render->item->language;
        if (kinds[i].address && render->host->links)
            frame.link = link_to(render, kinds[i].address, string);
    }
    if (frame.tag == NV_CSL_TAG_NONE && !frame.link && !frame.language)
        return false;
    nv_csl_draft_open(render->draft, &frame);
    return true;
}

static void add_variable(nv_csl_render *render, nv_csl_variable variable,
                         const nv_csl_string *string)
{
    const bool has_frame =
        nv_csl_render_open_variable(render, variable, string);

    if (nv_csl_variable_class(variable) == NV_CSL_CLASS_NUMBER)
        add_numbers(render, variable, string);
    else
        nv_csl_draft_add_field(render->draft, NV_CSL_ORIGIN_CONTENT, string);
    if (has_frame)
        nv_csl_draft_close(render->draft);
    if (variable == NV_CSL_YEAR_SUFFIX)
        render->has_year_suffix = true;
}

/* A year suffix that there is no need for is no empty variable: "n.d." stays.
 */
static nv_csl_outcome render_variable(nv_csl_render *render,
                                      const nv_csl_node *node)
{
    const nv_csl_string *string = value_of(render, node);
    nv_csl_wrap wrap;

    if (!string)
        return node->as.variable == NV_CSL_YEAR_SUFFIX ? NV_CSL_NOTHING
                                                       : NV_CSL_CALLED;
    wrap = nv_csl_wrap_open(render, node);
    add_variable(render, node->as.variable, string);
    return nv_csl_wrap_close(render, &wrap, NV_CSL_CALLED | NV_CSL_FILLED);
}

/* A macro vanishes with its terms as a group does. */
static nv_csl_outcome render_macro(nv_csl_render *render,
                                   const nv_csl_node *node)
{
    return nv_csl_render_kept(render, node, node->as.macro->first);
}

/* Has the cite nothing yet but affixes? A prefix of the writer counts, unless
 * it ends a sentence: see cite.c. */
static bool begins_cite(const nv_csl_render *render)
{
    const nv_csl_draft *draft = render->draft;

    for (size_t i = render->start.piece; i < draft->count; i++)
        if (draft->pieces[i].kind == NV_CSL_PIECE_TEXT &&
            (draft->pieces[i].origin == NV_CSL_ORIGIN_CONTENT ||
             draft->pieces[i].origin == NV_CSL_ORIGIN_WRITER))
            return false;
    return true;
}

bool nv_csl_render_begins_sentence(const nv_csl_render *render)
{
    const bool in_text = !render->lexicon->style->info.is_note &&
                         render->area == NV_CSL_IN_CITATION;

    const bool is_inside = render->is_inside && render->start.piece == 0;

    return !in_text && !is_inside && begins_cite(render);
}

/* In gender and number of what the item says of itself; a number that the style
 * gives counts for more. */
static nv_csl_agreement agreement_of(const nv_csl_render *render,
                                     const nv_csl_node *node)
{
    const nv_csl_string *word =
        nv_csl_item_string(render->item, NV_CSL_AGREEMENT);
    nv_csl_agreement agreement = nv_csl_agreement_of(word ? word->text : NULL);

    if (node->plural != NV_CSL_PLURAL_CONTEXTUAL)
        agreement.is_plural = node->plural == NV_CSL_PLURAL_ALWAYS;
    return agreement;
}

static nv_csl_outcome render_term(nv_csl_render *render,
                                  const nv_csl_node *node)
{
    const char *text = nv_csl_lexicon_agree(
        render->lexicon, node->as.term, node->form, agreement_of(render, node));
    const bool begins = nv_csl_render_begins_sentence(render);
    const nv_csl_wrap wrap = nv_csl_wrap_open(render, node);
    const nv_csl_string string = nv_csl_string_of(text);

    nv_csl_draft_add_field(render->draft, NV_CSL_ORIGIN_CONTENT, &string);
    if (begins)
        nv_csl_draft_apply_case(render->draft, wrap.inside,
                                NV_CSL_CASE_CAPITALIZE_FIRST,
                                render->lexicon->tag);
    return nv_csl_wrap_close(render, &wrap, NV_CSL_NOTHING);
}

static nv_csl_outcome render_value(nv_csl_render *render,
                                   const nv_csl_node *node)
{
    const nv_csl_wrap wrap = nv_csl_wrap_open(render, node);
    const nv_csl_string string = nv_csl_string_of(node->as.value);

    nv_csl_draft_add_field(render->draft, NV_CSL_ORIGIN_CONTENT, &string);
    return nv_csl_wrap_close(render, &wrap, NV_CSL_NOTHING);
}

nv_csl_outcome nv_csl_render_text(nv_csl_render *render,
                                  const nv_csl_node *node)
{
    switch ((nv_csl_node_kind)node->kind) {
    case NV_CSL_NODE_VARIABLE:
        return render_variable(render, node);
    case NV_CSL_NODE_MACRO:
        return render_macro(render, node);
    case NV_CSL_NODE_TERM:
        return render_term(render, node);
    case NV_CSL_NODE_VALUE:
        return render_value(render, node);
    default:
        return NV_CSL_NOTHING;
    }
}
