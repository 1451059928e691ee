/* SPDX-License-Identifier: MPL-2.0 */
/* cs:choose: the first branch whose conditions hold. See render.h. */
#include "citation/render.h"

static bool holds_position(const nv_csl_render *render, uint16_t tested)
{
    const uint8_t position = render->state.position;

    switch ((nv_csl_tested_position)tested) {
    case NV_CSL_TEST_FIRST:
        return position == NV_CSL_POSITION_FIRST;
    case NV_CSL_TEST_SUBSEQUENT:
        return position >= NV_CSL_POSITION_SUBSEQUENT;
    case NV_CSL_TEST_IBID:
        return position >= NV_CSL_POSITION_IBID;
    case NV_CSL_TEST_IBID_WITH_LOCATOR:
        return position == NV_CSL_POSITION_IBID_WITH_LOCATOR;
    case NV_CSL_TEST_NEAR_NOTE:
        return render->state.is_near_note;
    }
    return false;
}

/* A locator without a label is one of pages. */
static bool holds_locator(nv_csl_render *render, uint16_t term)
{
    const nv_csl_cite *cite = render->cite;

    if (!nv_csl_render_has(render, NV_CSL_LOCATOR))
        return false;
    return (cite->label == NV_CSL_NO_TERM ? NV_CSL_TERM_PAGE : cite->label) ==
           (nv_csl_term)term;
}

static bool is_numeric(nv_csl_render *render, nv_csl_variable variable)
{
    const nv_csl_string *string = nv_csl_render_string(render, variable);

    return string && nv_csl_is_numeric(string->text, string->len);
}

static bool is_uncertain(nv_csl_render *render, nv_csl_variable variable)
{
    const nv_csl_date *date = nv_csl_render_date_of(render, variable);

    return date && date->is_uncertain;
}

static bool holds(nv_csl_render *render, const nv_csl_condition *condition)
{
    const uint16_t value = condition->value;

    switch ((nv_csl_condition_kind)condition->kind) {
    case NV_CSL_IF_TYPE:
        return render->item->type == (nv_csl_type)value;
    case NV_CSL_IF_VARIABLE:
        return nv_csl_render_has(render, (nv_csl_variable)value);
    case NV_CSL_IF_NUMERIC:
        return is_numeric(render, (nv_csl_variable)value);
    case NV_CSL_IF_UNCERTAIN_DATE:
        return is_uncertain(render, (nv_csl_variable)value);
    case NV_CSL_IF_LOCATOR:
        return holds_locator(render, value);
    case NV_CSL_IF_POSITION:
        return holds_position(render, value);
    case NV_CSL_IF_DISAMBIGUATE:
        return render->conditions++ < render->distinction->conditions;
    case NV_CSL_IF_NEVER:
        return false;
    }
    return false;
}

/* cs:else has no conditions and always holds. */
static bool is_chosen(nv_csl_render *render, const nv_csl_node *branch)
{
    const uint8_t match = branch->as.branch.match;

    for (uint16_t i = 0; i < branch->as.branch.count; i++) {
        bool held = holds(render, &branch->as.branch.conditions[i]);

        if (held && match == NV_CSL_MATCH_ANY)
            return true;
        if (held != (match == NV_CSL_MATCH_ALL) && match != NV_CSL_MATCH_ANY)
            return false;
    }
    return match != NV_CSL_MATCH_ANY || !branch->as.branch.count;
}

const nv_csl_node *nv_csl_render_chosen(nv_csl_render *render,
                                        const nv_csl_node *node)
{
    const nv_csl_node *branch = node->first;

    while (branch && !is_chosen(render, branch))
        branch = branch->next;
    return branch ? branch->first : NULL;
}

nv_csl_outcome nv_csl_render_choose(nv_csl_render *render,
                                    const nv_csl_node *node)
{
    return nv_csl_render_children(render, nv_csl_render_chosen(render, node),
                                  NULL);
}
