/* SPDX-License-Identifier: MPL-2.0 */
/* cs:names: lists of names with labels, and what stands in for them. See
 * render.h and names.h. */
#include "citation/names.h"

#include <string.h>

#include "base/array.h"

/* The names of one variable, or of two with the same people. */
typedef struct {
    const nv_csl_names *names;
    nv_csl_variable variable;
    nv_csl_term term; /* of the label */
} list;

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_name(const nv_csl_name *a, const nv_csl_name *b)
{
    return same_text(a->family, b->family) && same_text(a->given, b->given) &&
           same_text(a->dropping, b->dropping) &&
           same_text(a->non_dropping, b->non_dropping) &&
           same_text(a->suffix, b->suffix) && same_text(a->literal, b->literal);
}

size_t nv_csl_names_same(const nv_csl_names *a, const nv_csl_names *b)
{
    size_t same = 0;

    while (same < a->count && same < b->count &&
           same_name(&a->names[same], &b->names[same]))
        same++;
    return same;
}

/* Editors who are the translators, too, are printed once, with a term for both
 * where there is a label (specification, "Names"); an empty term says no. */
static bool are_one(const nv_csl_render *render, const nv_csl_names_node *node,
                    const list *a, const list *b)
{
    const bool are_roles =
        (a->variable == NV_CSL_EDITOR && b->variable == NV_CSL_TRANSLATOR) ||
        (a->variable == NV_CSL_TRANSLATOR && b->variable == NV_CSL_EDITOR);
    const char *term;

    if (!are_roles || a->names->count != b->names->count ||
        nv_csl_names_same(a->names, b->names) != a->names->count)
        return false;
    if (!node->label)
        return true;
    term = nv_csl_lexicon_text(render->lexicon, NV_CSL_TERM_EDITORTRANSLATOR,
                               (nv_csl_form)node->label->form, false);
    return term && *term;
}

/* Names in the lists, which have room for all variables; returns how many. */
static size_t collect(nv_csl_render *render, const nv_csl_names_node *node,
                      list lists[])
{
    size_t count = 0;

    for (uint16_t i = 0; i < node->variable_count; i++) {
        const nv_csl_variable variable = node->variables[i];
        const nv_csl_names *names = nv_csl_render_names_of(render, variable);

        if (names)
            lists[count++] =
                (list){names, variable, nv_csl_term_of_variable(variable)};
    }
    if (count == 2 && are_one(render, node, &lists[0], &lists[1])) {
        lists[0].term = NV_CSL_TERM_EDITORTRANSLATOR;
        return 1;
    }
    return count;
}

static void trace(nv_csl_render *render, const nv_csl_block *block)
{
    nv_csl_trace *to = render->trace;

    if (to && render->block < NV_CSL_MOST_BLOCKS) {
        to->blocks[render->block] = *block;
        to->count = (uint16_t)(render->block + 1);
    }
    render->block++;
}

static uint8_t given_of(const nv_csl_render *render, size_t index)
{
    const nv_csl_block_choice *choice = nv_csl_choice_of(render);

    return choice && choice->given && index < choice->count
               ? choice->given[index]
               : NV_CSL_GIVEN_STYLED;
}

/* Is the name printed already, by the entry above? */
static bool is_repeated(const nv_csl_repeat *repeat, size_t index)
{
    if (!repeat)
        return false;
    switch ((nv_csl_substitute_rule)repeat->rule) {
    case NV_CSL_SUBSTITUTE_COMPLETE_EACH:
        return repeat->is_complete;
    case NV_CSL_SUBSTITUTE_PARTIAL_EACH:
        return index < repeat->same_names;
    case NV_CSL_SUBSTITUTE_PARTIAL_FIRST:
        return index == 0 && repeat->same_names > 0;
    default:
        return false;
    }
}

static void write_name(nv_csl_render *render, const nv_csl_names_node *node,
                       const nv_csl_names *names, size_t index)
{
    const nv_csl_name_options *options = node->options[render->area];
    const nv_csl_name *name = &names->names[index];

    if (is_repeated(render->repeat, index)) {
        nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_CONTENT,
                              render->repeat->text);
        return;
    }
    nv_csl_name_write(
        render, name,
        &(nv_csl_name_manner){.node = node,
                              .options = options,
                              .given = given_of(render, index),
                              .demote = render->lexicon->style->demote,
                              .is_inverted =
                                  nv_csl_name_is_inverted(name, options, index),
                              .for_sort = render->purpose == NV_CSL_FOR_SORT});
}

static void write_names(nv_csl_render *render, const nv_csl_names_node *node,
                        const nv_csl_names *names, const nv_csl_et_al *et_al)
{
    const nv_csl_name_options *options = node->options[render->area];

    for (size_t i = 0; i < et_al->shown; i++) {
        if (i)
            nv_csl_join_write(render, options, names, i, et_al->shown);
        write_name(render, node, names, i);
    }
    if (et_al->has_last) {
        nv_csl_join_write_ellipsis(render, options);
        write_name(render, node, names, names->count - 1);
    } else if (et_al->has_et_al && et_al->shown) {
        nv_csl_join_write_et_al(render, node, names, et_al->shown);
    }
}

static bool is_replaced(const nv_csl_repeat *repeat)
{
    return repeat && repeat->rule == NV_CSL_SUBSTITUTE_COMPLETE_ALL &&
           repeat->is_complete;
}

/* cs:name: formats and affixes around the whole list. */
static void write_list(nv_csl_render *render, const nv_csl_names_node *node,
                       const list *of, const nv_csl_et_al *et_al)
{
    const nv_csl_node look = {.format = node->name.format,
                              .text_case = node->name.text_case,
                              .prefix = node->name.prefix,
                              .suffix = node->name.suffix};
    const nv_csl_node none = {.prefix = NULL};
    const nv_csl_wrap wrap = nv_csl_wrap_open(
        render, render->purpose == NV_CSL_FOR_SORT ? &none : &look);

    if (is_replaced(render->repeat))
        nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_CONTENT,
                              render->repeat->text);
    else
        write_names(render, node, of->names, et_al);
    nv_csl_wrap_close(render, &wrap, NV_CSL_NOTHING);
}

static void write_label(nv_csl_render *render, const nv_csl_names_node *node,
                        const list *of)
{
    const nv_csl_node *label = node->label;
    const bool plural = label->plural == NV_CSL_PLURAL_CONTEXTUAL
                            ? of->names->count > 1
                            : label->plural == NV_CSL_PLURAL_ALWAYS;

    nv_csl_render_label_term(render, label, of->term, plural);
}

static void write_labelled(nv_csl_render *render, const nv_csl_names_node *node,
                           const list *of)
{
    const nv_csl_name_options *options = node->options[render->area];
    const bool has_label = node->label && render->purpose != NV_CSL_FOR_SORT;
    const nv_csl_et_al et_al =
        nv_csl_et_al_of(render, options, of->names->count);

    if (et_al.shown && has_label && node->label_first)
        write_label(render, node, of);
    write_list(render, node, of, &et_al);
    if (et_al.shown && has_label && !node->label_first)
        write_label(render, node, of);
    trace(render, &(nv_csl_block){of->names, of->variable, options, et_al.shown,
                                  et_al.shown < of->names->count});
}

/* form="count": how many names would be printed. Keys are padded with zeros. */
static void write_count(nv_csl_render *render, const nv_csl_names_node *node,
                        const list lists[], size_t count)
{
    const nv_csl_name_options *options = node->options[render->area];
    nv_buffer text = NV_BUFFER_INIT;
    size_t shown = 0;

    for (size_t i = 0; i < count; i++)
        shown += nv_csl_et_al_of(render, options, lists[i].names->count).shown;
    nv_buffer_add_format(
        &text, render->purpose == NV_CSL_FOR_SORT ? "%06zu" : "%zu", shown);
    nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_CONTENT, text.text);
    nv_buffer_release(&text);
}

static void write_lists(nv_csl_render *render, const nv_csl_node *node,
                        const list lists[], size_t count)
{
    const nv_csl_names_node *names = node->as.names;
    const char *delimiter = node->delimiter
                                ? node->delimiter
                                : names->options[render->area]->names_delimiter;

    for (size_t i = 0; i < count; i++) {
        const nv_csl_mark mark = nv_csl_draft_mark(render->draft);
        nv_csl_mark inside;

        if (i)
            nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_DELIMITER,
                                  delimiter);
        inside = nv_csl_draft_mark(render->draft);
        write_labelled(render, names, &lists[i]);
        if (nv_csl_draft_is_empty(render->draft, inside))
            nv_csl_draft_cut(render->draft, mark);
    }
}

static nv_csl_outcome render_lists(nv_csl_render *render,
                                   const nv_csl_node *node, const list lists[],
                                   size_t count)
{
    const nv_csl_wrap wrap = nv_csl_wrap_open(render, node);

    nv_csl_draft_open(render->draft, &(nv_csl_frame){.tag = NV_CSL_TAG_NAMES});
    if (node->as.names->options[render->area]->form == NV_CSL_NAME_COUNT)
        write_count(render, node->as.names, lists, count);
    else
        write_lists(render, node, lists, count);
    nv_csl_draft_close(render->draft);
    return nv_csl_wrap_close(render, &wrap, NV_CSL_CALLED | NV_CSL_FILLED);
}

static void unite(nv_csl_variable_set *set, const nv_csl_variable_set *more)
{
    for (size_t i = 0; i < NV_COUNT_OF(set->bits); i++)
        set->bits[i] |= more->bits[i];
}

/* The first alternative that prints. What it has printed is empty from then on.
 */
static nv_csl_outcome render_substitute(nv_csl_render *render,
                                        const nv_csl_node *first)
{
    const bool was_in_substitute = render->in_substitute;
    const nv_csl_mark before = nv_csl_draft_mark(render->draft);
    nv_csl_outcome outcome = NV_CSL_NOTHING;

    render->in_substitute = true;
    nv_csl_draft_open(render->draft, &(nv_csl_frame){.tag = NV_CSL_TAG_NAMES});
    while (first && !(outcome & NV_CSL_WROTE)) {
        render->touched = (nv_csl_variable_set){.bits = {0}};
        outcome = nv_csl_render_node(render, first);
        first = first->next;
    }
    nv_csl_draft_close(render->draft);
    render->in_substitute = was_in_substitute;
    if (!(outcome & NV_CSL_WROTE)) {
        nv_csl_draft_cut(render->draft, before);
        return NV_CSL_CALLED;
    }
    unite(&render->used, &render->touched);
    return outcome;
}

/* A text that stands where names would. */
static nv_csl_outcome render_other(nv_csl_render *render,
                                   const nv_csl_node *first)
{
    const uint16_t block = render->block;
    const nv_csl_outcome outcome = render_substitute(render, first);

    if ((outcome & NV_CSL_WROTE) && render->block == block)
        trace(render, &(nv_csl_block){.variable = NV_CSL_NO_VARIABLE});
    return outcome;
}

static nv_csl_outcome render_any(nv_csl_render *render, const nv_csl_node *node)
{
    const nv_csl_names_node *names = node->as.names;
    list *lists =
        nv_arena_array(render->scratch, names->variable_count, sizeof *lists);
    size_t count;

    if (!lists) {
        render->draft->failed = true;
        return NV_CSL_NOTHING;
    }
    count = collect(render, names, lists);
    if (count)
        return render_lists(render, node, lists, count);
    return names->substitute ? render_other(render, names->substitute)
                             : NV_CSL_CALLED;
}

/* Is what stands for names the same as in the entry above? */
static bool is_text_repeated(const nv_csl_repeat *repeat)
{
    return repeat && repeat->is_complete && repeat->same_names == 0;
}

static void write_repeat(nv_csl_render *render)
{
    nv_csl_draft_open(render->draft, &(nv_csl_frame){.tag = NV_CSL_TAG_NAMES});
    nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_CONTENT,
                          render->repeat->text);
    nv_csl_draft_close(render->draft);
}

/* The first cs:names of a cite that prints is its author, which may be hidden
 * or repeat the one above. */
nv_csl_outcome nv_csl_render_names(nv_csl_render *render,
                                   const nv_csl_node *node)
{
    const nv_csl_mark before = nv_csl_draft_mark(render->draft);
    nv_csl_outcome outcome = render_any(render, node);

    if (!(outcome & NV_CSL_WROTE))
        return outcome;
    if (render->in_substitute) {
        /* A macro that calls names twice prints them once. */
        unite(&render->used, &render->touched);
        return outcome;
    }
    if (is_text_repeated(render->repeat)) {
        nv_csl_draft_cut(render->draft, before);
        write_repeat(render);
    }
    render->repeat = NULL;
    if (render->hides_author) {
        render->hides_author = false;
        nv_csl_draft_cut(render->draft, before);
        return NV_CSL_CALLED;
    }
    return outcome;
}
