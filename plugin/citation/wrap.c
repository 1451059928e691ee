/* SPDX-License-Identifier: MPL-2.0 */
/* What stands around the content of an element. See render.h. */
#include "citation/render.h"

/* From the outside in: the block of display="", affixes, then quotes and
 * formatting. */
nv_csl_wrap nv_csl_wrap_open(nv_csl_render *render, const nv_csl_node *node)
{
    nv_csl_draft *draft = render->draft;
    nv_csl_wrap wrap = {.node = node, .before = nv_csl_draft_mark(draft)};

    if (node->display != NV_CSL_INLINE)
        nv_csl_draft_open(draft, &(nv_csl_frame){.display = node->display});
    nv_csl_draft_add_text(draft, NV_CSL_ORIGIN_PREFIX, node->prefix);
    wrap.has_frame = node->format || node->quotes;
    if (wrap.has_frame)
        nv_csl_draft_open(draft, &(nv_csl_frame){.format = node->format,
                                                 .quotes = node->quotes});
    wrap.inside = nv_csl_draft_mark(draft);
    return wrap;
}

/* Title case is a matter of the item's language, and of the document's where
 * the item does not say (specification, "Title Case Conversion"). */
static const char *language_of(const nv_csl_render *render)
{
    const char *language = render->item->language;

    return language && *language ? language : render->lexicon->tag;
}

nv_csl_outcome nv_csl_wrap_close(nv_csl_render *render, const nv_csl_wrap *wrap,
                                 nv_csl_outcome outcome)
{
    nv_csl_draft *draft = render->draft;
    const nv_csl_node *node = wrap->node;

    if (nv_csl_draft_is_empty(draft, wrap->inside)) {
        nv_csl_draft_cut(draft, wrap->before);
        return outcome & ~NV_CSL_WROTE;
    }
    if (node->strip_periods)
        nv_csl_draft_strip_periods(draft, wrap->inside);
    if (node->text_case != NV_CSL_CASE_NONE)
        nv_csl_draft_apply_case(draft, wrap->inside, node->text_case,
                                language_of(render));
    if (wrap->has_frame)
        nv_csl_draft_close(draft);
    nv_csl_draft_add_text(draft, NV_CSL_ORIGIN_SUFFIX, node->suffix);
    if (node->display != NV_CSL_INLINE)
        nv_csl_draft_close(draft);
    return outcome | NV_CSL_WROTE;
}

void nv_csl_render_look(nv_csl_render *render, const nv_csl_look *look,
                        nv_csl_origin origin, const char *text, size_t len)
{
    const nv_csl_node node = {.format = look->format,
                              .text_case = look->text_case,
                              .prefix = look->prefix,
                              .suffix = look->suffix};
    const nv_csl_wrap wrap = nv_csl_wrap_open(render, &node);
    const char *copy = nv_arena_text(render->scratch, text, len);
    const nv_csl_string string = nv_csl_string_of(copy);

    if (!copy)
        render->draft->failed = true;
    nv_csl_draft_add_field(render->draft, origin, &string);
    nv_csl_wrap_close(render, &wrap, NV_CSL_NOTHING);
}
