/* SPDX-License-Identifier: MPL-2.0 */
/* cs:label. See render.h. */
#include "citation/numeric.h"
#include "citation/render.h"

nv_csl_outcome nv_csl_render_label_term(nv_csl_render *render,
                                        const nv_csl_node *node,
                                        nv_csl_term term, bool plural)
{
    const char *text =
        nv_csl_lexicon_text(render->lexicon, term, node->form, plural);
    const nv_csl_string string = nv_csl_string_of(text);
    nv_csl_wrap wrap;

    if (!string.len)
        return NV_CSL_NOTHING;
    wrap = nv_csl_wrap_open(render, node);
    nv_csl_draft_add_field(render->draft, NV_CSL_ORIGIN_CONTENT, &string);
    return nv_csl_wrap_close(render, &wrap, NV_CSL_NOTHING);
}

nv_csl_term nv_csl_render_term_of(const nv_csl_render *render,
                                  nv_csl_variable variable)
{
    if (variable != NV_CSL_LOCATOR)
        return nv_csl_term_of_variable(variable);
    return render->cite && render->cite->label != NV_CSL_NO_TERM
               ? render->cite->label
               : NV_CSL_TERM_PAGE;
}

static bool is_plural(const nv_csl_render *render, const nv_csl_node *node,
                      const nv_csl_string *string)
{
    const nv_csl_variable variable = node->as.variable;
    const bool is_count = variable == NV_CSL_NUMBER_OF_PAGES ||
                          variable == NV_CSL_NUMBER_OF_VOLUMES;

    if (node->plural != NV_CSL_PLURAL_CONTEXTUAL)
        return node->plural == NV_CSL_PLURAL_ALWAYS;
    return nv_csl_is_plural(render->lexicon, string->text, string->len,
                            is_count);
}

/* "vol. 1" needs no label. */
static bool has_own_label(const nv_csl_string *string)
{
    return nv_csl_next_label(string->text, string->text + string->len) ==
               string->text &&
           string->len;
}

nv_csl_outcome nv_csl_render_label(nv_csl_render *render,
                                   const nv_csl_node *node)
{
    const nv_csl_string *string =
        nv_csl_render_string(render, node->as.variable);

    if (!string || has_own_label(string))
        return NV_CSL_NOTHING;
    return nv_csl_render_label_term(
        render, node, nv_csl_render_term_of(render, node->as.variable),
        is_plural(render, node, string));
}
