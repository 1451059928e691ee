/* SPDX-License-Identifier: MPL-2.0 */
/* See compile.h: macros, and what the layouts reach through them. */
#include "citation/compile.h"

#include <stdlib.h>
#include <string.h>

static int compare_macros(const void *a, const void *b)
{
    const nv_csl_macro *const *left = a, *const *right = b;

    return strcmp((*left)->name, (*right)->name);
}

/* Of two macros with one name nobody knows which is meant: it is an error. */
static bool check_names(nv_csl_compiler *compiler, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (compare_macros(&compiler->by_name[i - 1], &compiler->by_name[i]) ==
            0)
            return nv_csl_compile_fail(
                compiler, NV_ERROR_FORMAT, compiler->root,
                "it has two macros named “%.60s”", compiler->by_name[i]->name);
    return true;
}

bool nv_csl_compile_declare_macros(nv_csl_compiler *compiler)
{
    const size_t count = nv_csl_compile_count(compiler->root, "macro");
    const xmlNode *element = NULL;
    uint32_t index = 0;

    compiler->macros =
        nv_csl_compile_array(compiler, count, sizeof *compiler->macros);
    compiler->by_name =
        nv_csl_compile_array(compiler, count, sizeof(nv_csl_macro *));
    if (!compiler->macros || !compiler->by_name)
        return false;
    while ((element = nv_csl_compile_next(compiler->root, element, "macro"))) {
        nv_csl_macro *macro = &compiler->macros[index];

        macro->name = nv_csl_compile_text(compiler, element, "name");
        macro->index = index;
        if (!macro->name)
            return nv_csl_compile_fail(compiler, NV_ERROR_FORMAT, element,
                                       "this macro has no name");
        compiler->by_name[index++] = macro;
    }
    qsort(compiler->by_name, count, sizeof(nv_csl_macro *), compare_macros);
    compiler->style->macros = compiler->macros;
    compiler->style->macro_count = count;
    return check_names(compiler, count);
}

const nv_csl_macro *nv_csl_compile_macro(nv_csl_compiler *compiler,
                                         const xmlNode *element,
                                         const char *name)
{
    const nv_csl_macro wanted = {.name = name}, *key = &wanted;
    const nv_csl_macro **found =
        bsearch(&key, compiler->by_name, compiler->style->macro_count,
                sizeof key, compare_macros);

    if (found)
        return *found;
    nv_csl_compile_fail(compiler, NV_ERROR_FORMAT, element,
                        "it calls the macro “%.60s”, which it has not", name);
    return NULL;
}

/* What a list of elements comes to when the macros are written out. */
typedef struct {
    int depth;
    size_t size;
} extent;

typedef enum { NEW, IN_WORK, KNOWN } progress;

typedef struct {
    nv_csl_compiler *compiler;
    progress *progress; /* by macro */
    extent *extents;    /* of those that are known */
    int depth;          /* of the call in work */
} walk;

static extent measure_list(walk *walk, const nv_csl_node *first);

static bool fail_at(walk *walk, int line, nv_error_code code, const char *what,
                    const char *name)
{
    return nv_fail(walk->compiler->err, code, line,
                   "It can't be used: %s “%.60s” (line %d). Choose another "
                   "file, or correct it.",
                   what, name, line);
}

static extent measure_macro(walk *walk, const nv_csl_macro *macro, int line)
{
    const size_t i = macro->index;

    if (walk->progress[i] == IN_WORK)
        fail_at(walk, line, NV_ERROR_FORMAT,
                "a macro calls itself in the end, through the call of",
                macro->name);
    /* One that is called from too deep is not walked at all: the stack is not
     * without end. */
    if (walk->progress[i] == NEW && walk->depth <= NV_CSL_DEEPEST_CALLED) {
        walk->progress[i] = IN_WORK;
        walk->extents[i] = measure_list(walk, macro->first);
        walk->progress[i] = KNOWN;
    }
    if (walk->depth + walk->extents[i].depth > NV_CSL_DEEPEST_CALLED)
        fail_at(walk, line, NV_ERROR_LIMIT,
                "macros call macros too deeply through", macro->name);
    if (walk->extents[i].size > NV_CSL_LARGEST_CALLED)
        fail_at(walk, line, NV_ERROR_LIMIT,
                "too many elements stand, macros written out, in the macro",
                macro->name);
    return walk->extents[i];
}

static void note_variable(nv_csl_style *style, nv_csl_variable variable)
{
    style->prints_year_suffix |=
        variable == NV_CSL_YEAR_SUFFIX || variable == NV_CSL_CITATION_LABEL;
    style->prints_first_note |= variable == NV_CSL_FIRST_REFERENCE_NOTE_NUMBER;
    style->prints_citation_number |= variable == NV_CSL_CITATION_NUMBER;
}

static void note_conditions(nv_csl_style *style, const nv_csl_node *branch)
{
    for (size_t i = 0; i < branch->as.branch.count; i++) {
        const nv_csl_condition *one = &branch->as.branch.conditions[i];

        style->tests_disambiguate |= one->kind == NV_CSL_IF_DISAMBIGUATE;
        style->tests_near_note |= one->kind == NV_CSL_IF_POSITION &&
                                  one->value == NV_CSL_TEST_NEAR_NOTE;
        /* The condition has to know what the variable holds. */
        if (one->kind == NV_CSL_IF_VARIABLE || one->kind == NV_CSL_IF_NUMERIC)
            if (one->value != NV_CSL_YEAR_SUFFIX)
                note_variable(style, one->value);
    }
}

static extent measure_inside(walk *walk, const nv_csl_node *node)
{
    nv_csl_style *style = walk->compiler->style;

    switch (node->kind) {
    case NV_CSL_NODE_MACRO:
        return measure_macro(walk, node->as.macro, node->line);
    case NV_CSL_NODE_NAMES:
        return measure_list(walk, node->as.names->substitute);
    case NV_CSL_NODE_VARIABLE:
    case NV_CSL_NODE_NUMBER:
        note_variable(style, node->as.variable);
        break;
    case NV_CSL_NODE_BRANCH:
        note_conditions(style, node);
        break;
    default:
        break;
    }
    return measure_list(walk, node->first);
}

static extent measure_list(walk *walk, const nv_csl_node *first)
{
    extent all = {0, 0};

    walk->depth++;
    for (const nv_csl_node *node = first;
         node && walk->compiler->err->code == NV_OK; node = node->next) {
        const extent one = measure_inside(walk, node);

        if (one.depth + 1 > all.depth)
            all.depth = one.depth + 1;
        all.size += one.size + 1;
    }
    walk->depth--;
    return all;
}

static void measure_layout(walk *walk, const nv_csl_layout *layout)
{
    measure_list(walk, layout->first);
    for (size_t i = 0; i < layout->key_count; i++) {
        note_variable(walk->compiler->style, layout->keys[i].variable);
        if (layout->keys[i].macro)
            measure_macro(walk, layout->keys[i].macro, 0);
    }
}

/* Macros that no layout calls are walked last, so that they say nothing of
 * what the style prints, and yet may not call themselves. */
bool nv_csl_compile_references(nv_csl_compiler *compiler)
{
    nv_csl_style *style = compiler->style;
    walk walk = {.compiler = compiler};
    nv_csl_style reached;

    walk.progress = nv_csl_compile_array(compiler, style->macro_count,
                                         sizeof *walk.progress);
    walk.extents = nv_csl_compile_array(compiler, style->macro_count,
                                        sizeof *walk.extents);
    if (!walk.progress || !walk.extents)
        return false;
    for (int area = 0; area < NV_CSL_AREA_COUNT; area++)
        measure_layout(&walk, &style->layout[area]);
    reached = *style;
    for (size_t i = 0; i < style->macro_count; i++)
        measure_macro(&walk, &style->macros[i], 0);
    *style = reached;
    return compiler->err->code == NV_OK;
}
