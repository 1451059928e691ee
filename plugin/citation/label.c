/* SPDX-License-Identifier: MPL-2.0 */
/* cs:label. See render.h. */
#include "citation/render.h"

#include <string.h>

#include "base/array.h"

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

/* Labels that writers put into a locator themselves: "vol. 1, fol. 186". */
static const char *const written_labels[] = {
    "art.", "bk.",  "ch.",   "col.", "fig.", "fol.",  "l.",
    "n.",   "no.",  "op.",   "p.",   "pp.",  "para.", "pt.",
    "r.",   "sec.", "supp.", "sv.",  "tit.", "vol.",  "vrs.",
};

static bool has_own_label(const nv_csl_string *string)
{
    const size_t len = strcspn(string->text, " ");

    for (size_t i = 0; i < NV_COUNT_OF(written_labels); i++)
        if (strlen(written_labels[i]) == len && len < string->len &&
            memcmp(string->text, written_labels[i], len) == 0)
            return true;
    return false;
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
