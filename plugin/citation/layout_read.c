/* SPDX-License-Identifier: MPL-2.0 */
/* See compile.h: cs:citation and cs:bibliography, with cs:sort and cs:layout.
 */
#include "citation/compile.h"

#include <string.h>

static const nv_csl_meaning collapses[] = {
    {"citation-number", NV_CSL_COLLAPSE_NUMBER},
    {"year", NV_CSL_COLLAPSE_YEAR},
    {"year-suffix", NV_CSL_COLLAPSE_YEAR_SUFFIX},
    {"year-suffix-ranged", NV_CSL_COLLAPSE_YEAR_SUFFIX_RANGED},
    {NULL, 0}};
static const nv_csl_meaning givenname_rules[] = {
    {"by-cite", NV_CSL_BY_CITE},
    {"all-names", NV_CSL_ALL_NAMES},
    {"all-names-with-initials", NV_CSL_ALL_NAMES_WITH_INITIALS},
    {"primary-name", NV_CSL_PRIMARY_NAME},
    {"primary-name-with-initials", NV_CSL_PRIMARY_NAME_WITH_INITIALS},
    {NULL, 0}};
static const nv_csl_meaning second_fields[] = {
    {"flush", NV_CSL_LEFT_MARGIN}, {"margin", NV_CSL_BLOCK}, {NULL, 0}};
static const nv_csl_meaning substitute_rules[] = {
    {"complete-all", NV_CSL_SUBSTITUTE_COMPLETE_ALL},
    {"complete-each", NV_CSL_SUBSTITUTE_COMPLETE_EACH},
    {"partial-each", NV_CSL_SUBSTITUTE_PARTIAL_EACH},
    {"partial-first", NV_CSL_SUBSTITUTE_PARTIAL_FIRST},
    {NULL, 0}};
static const nv_csl_meaning sort_orders[] = {
    {"ascending", 0}, {"descending", 1}, {NULL, 0}};

static bool truth(const xmlNode *element, const char *name)
{
    return nv_csl_compile_meaning(element, name, nv_csl_truths, 0);
}

static uint16_t number(const xmlNode *element, const char *name,
                       uint16_t otherwise)
{
    return nv_csl_compile_number(nv_csl_compile_peek(element, name), otherwise);
}

static void read_citation(nv_csl_compiler *compiler, const xmlNode *element,
                          nv_csl_style *style)
{
    style->adds_names = truth(element, "disambiguate-add-names");
    style->adds_givenname = truth(element, "disambiguate-add-givenname");
    style->adds_year_suffix = truth(element, "disambiguate-add-year-suffix");
    style->givenname_rule = (uint8_t)nv_csl_compile_meaning(
        element, "givenname-disambiguation-rule", givenname_rules,
        NV_CSL_BY_CITE);
    style->collapse = (uint8_t)nv_csl_compile_meaning(
        element, "collapse", collapses, NV_CSL_COLLAPSE_NONE);
    style->cite_group_delimiter =
        nv_csl_compile_text(compiler, element, "cite-group-delimiter");
    style->year_suffix_delimiter =
        nv_csl_compile_text(compiler, element, "year-suffix-delimiter");
    style->after_collapse_delimiter =
        nv_csl_compile_text(compiler, element, "after-collapse-delimiter");
    style->near_note_distance = number(element, "near-note-distance", 5);
}

static void read_bibliography(nv_csl_compiler *compiler, const xmlNode *element,
                              nv_csl_style *style)
{
    style->info.has_bibliography = element != NULL;
    style->hanging_indent = truth(element, "hanging-indent");
    style->second_field = (uint8_t)nv_csl_compile_meaning(
        element, "second-field-align", second_fields, NV_CSL_INLINE);
    style->line_spacing = number(element, "line-spacing", 1);
    style->entry_spacing = number(element, "entry-spacing", 1);
    style->author_substitute =
        nv_csl_compile_text(compiler, element, "subsequent-author-substitute");
    style->substitute_rule = (uint8_t)nv_csl_compile_meaning(
        element, "subsequent-author-substitute-rule", substitute_rules,
        NV_CSL_SUBSTITUTE_COMPLETE_ALL);
}

static bool read_key(nv_csl_compiler *compiler, const xmlNode *element,
                     nv_csl_key *key)
{
    const char *variable = nv_csl_compile_peek(element, "variable");
    const char *macro = nv_csl_compile_peek(element, "macro");

    if (variable)
        key->variable = nv_csl_variable_of(variable, strlen(variable));
    else if (macro)
        key->macro = nv_csl_compile_macro(compiler, element, macro);
    key->is_descending =
        nv_csl_compile_meaning(element, "sort", sort_orders, 0);
    key->names_min = number(element, "names-min", 0);
    key->names_use_first = number(element, "names-use-first", 0);
    key->names_use_last =
        (int8_t)(nv_csl_compile_peek(element, "names-use-last")
                     ? truth(element, "names-use-last")
                     : -1);
    return compiler->err->code == NV_OK;
}

static bool read_sort(nv_csl_compiler *compiler, const xmlNode *sort,
                      nv_csl_layout *layout)
{
    const size_t count = nv_csl_compile_count(sort, "key");
    nv_csl_key *keys = nv_csl_compile_array(compiler, count, sizeof *keys);
    const xmlNode *element = NULL;

    if (!keys)
        return false;
    layout->keys = keys;
    while ((element = nv_csl_compile_next(sort, element, "key")))
        if (!read_key(compiler, element, &keys[layout->key_count++]))
            return false;
    return true;
}

static bool read_layout(nv_csl_compiler *compiler, const xmlNode *area,
                        nv_csl_layout *layout)
{
    const xmlNode *element = nv_csl_compile_next(area, NULL, "layout");
    const xmlNode *sort = nv_csl_compile_next(area, NULL, "sort");

    if (!element)
        return nv_csl_compile_fail(compiler, NV_ERROR_FORMAT, area,
                                   "cs:%.20s has no cs:layout",
                                   (const char *)area->name);
    layout->is_present = true;
    layout->format = nv_csl_compile_format(element);
    layout->prefix = nv_csl_compile_text(compiler, element, "prefix");
    layout->suffix = nv_csl_compile_text(compiler, element, "suffix");
    layout->delimiter = nv_csl_compile_text(compiler, element, "delimiter");
    layout->first = nv_csl_compile_children(compiler, element);
    return compiler->err->code == NV_OK &&
           (!sort || read_sort(compiler, sort, layout));
}

bool nv_csl_compile_areas(nv_csl_compiler *compiler)
{
    nv_csl_style *style = compiler->style;

    if (!compiler->areas[NV_CSL_IN_CITATION])
        return nv_csl_compile_fail(compiler, NV_ERROR_FORMAT, compiler->root,
                                   "the style has no cs:citation");
    read_citation(compiler, compiler->areas[NV_CSL_IN_CITATION], style);
    read_bibliography(compiler, compiler->areas[NV_CSL_IN_BIBLIOGRAPHY], style);
    for (int area = 0; area < NV_CSL_AREA_COUNT; area++) {
        nv_csl_layout *layout = &style->layout[area];

        layout->names = nv_csl_compile_name_options(compiler, NULL, NULL,
                                                    (nv_csl_area)area);
        if (!layout->names ||
            (compiler->areas[area] &&
             !read_layout(compiler, compiler->areas[area], layout)))
            return false;
    }
    return compiler->err->code == NV_OK;
}
