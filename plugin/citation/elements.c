/* SPDX-License-Identifier: MPL-2.0 */
/* From the kind of a node to the function that renders it; and groups. See
 * render.h. */
#include "citation/render.h"

/* A date-part renders within its cs:date, a branch within its cs:choose. */
static nv_csl_render_function *const functions[NV_CSL_NODE_KIND_COUNT] = {
    [NV_CSL_NODE_VARIABLE] = nv_csl_render_text,
    [NV_CSL_NODE_MACRO] = nv_csl_render_text,
    [NV_CSL_NODE_TERM] = nv_csl_render_text,
    [NV_CSL_NODE_VALUE] = nv_csl_render_text,
    [NV_CSL_NODE_NUMBER] = nv_csl_render_number,
    [NV_CSL_NODE_LABEL] = nv_csl_render_label,
    [NV_CSL_NODE_DATE] = nv_csl_render_date,
    [NV_CSL_NODE_NAMES] = nv_csl_render_names,
    [NV_CSL_NODE_GROUP] = nv_csl_render_group,
    [NV_CSL_NODE_CHOOSE] = nv_csl_render_choose,
};

nv_csl_outcome nv_csl_render_node(nv_csl_render *render,
                                  const nv_csl_node *node)
{
    nv_csl_render_function *function = functions[node->kind];

    return function ? function(render, node) : NV_CSL_NOTHING;
}

static nv_csl_outcome add_child(nv_csl_render *render, const nv_csl_node *node,
                                const char *delimiter, bool is_joined)
{
    const nv_csl_mark mark = nv_csl_draft_mark(render->draft);
    nv_csl_outcome outcome;

    if (is_joined)
        nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_DELIMITER,
                              delimiter);
    outcome = nv_csl_render_node(render, node);
    if (!(outcome & NV_CSL_WROTE))
        nv_csl_draft_cut(render->draft, mark);
    return outcome;
}

/* What a condition chooses stands among its siblings, as if they were written
 * there: styles count on the group's delimiter between them. `outcome` is that
 * of the children before. */
static nv_csl_outcome add_children(nv_csl_render *render,
                                   const nv_csl_node *node,
                                   const char *delimiter,
                                   nv_csl_outcome outcome)
{
    for (; node; node = node->next)
        if (node->kind == NV_CSL_NODE_CHOOSE)
            outcome = add_children(render, nv_csl_render_chosen(render, node),
                                   delimiter, outcome);
        else
            outcome |=
                add_child(render, node, delimiter, outcome & NV_CSL_WROTE);
    return outcome;
}

nv_csl_outcome nv_csl_render_children(nv_csl_render *render,
                                      const nv_csl_node *first,
                                      const char *delimiter)
{
    return add_children(render, first, delimiter, NV_CSL_NOTHING);
}

/* For the group around it a group that is kept counts as a variable that is not
 * empty, even if it holds only terms (specification, "Group"). */
nv_csl_outcome nv_csl_render_kept(nv_csl_render *render,
                                  const nv_csl_node *node,
                                  const nv_csl_node *first)
{
    const nv_csl_wrap wrap = nv_csl_wrap_open(render, node);
    nv_csl_outcome outcome =
        nv_csl_render_children(render, first, node->delimiter);

    if ((outcome & NV_CSL_CALLED) && !(outcome & NV_CSL_FILLED)) {
        nv_csl_draft_cut(render->draft, wrap.before);
        return NV_CSL_CALLED;
    }
    outcome = nv_csl_wrap_close(render, &wrap, outcome);
    if (outcome & NV_CSL_WROTE)
        outcome |= NV_CSL_FILLED;
    return outcome;
}

nv_csl_outcome nv_csl_render_group(nv_csl_render *render,
                                   const nv_csl_node *node)
{
    return nv_csl_render_kept(render, node, node->first);
}
