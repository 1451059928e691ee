/* SPDX-License-Identifier: MPL-2.0 */
/* See style.h and compile.h: cs:style. */
#include <stdlib.h>
#include <string.h>

#include "citation/compile.h"

static const nv_csl_meaning page_ranges[] = {
    {"chicago", NV_CSL_RANGE_CHICAGO_15},
    {"chicago-15", NV_CSL_RANGE_CHICAGO_15},
    {"chicago-16", NV_CSL_RANGE_CHICAGO_16},
    {"expanded", NV_CSL_RANGE_EXPANDED},
    {"minimal", NV_CSL_RANGE_MINIMAL},
    {"minimal-two", NV_CSL_RANGE_MINIMAL_TWO},
    {NULL, 0}};
static const nv_csl_meaning demotions[] = {
    {"never", NV_CSL_DEMOTE_NEVER},
    {"sort-only", NV_CSL_DEMOTE_SORT_ONLY},
    {"display-and-sort", NV_CSL_DEMOTE_DISPLAY_AND_SORT},
    {NULL, 0}};

bool nv_csl_compile_is_style(nv_csl_compiler *compiler, const xmlNode *root)
{
    const char *version = nv_csl_compile_peek(root, "version");

    if (!nv_csl_compile_is(root, "style"))
        return nv_csl_compile_fail(compiler, NV_ERROR_FORMAT, root,
                                   "it is no CSL style, but begins with the "
                                   "element “%.40s”",
                                   (const char *)root->name);
    if (!version || strncmp(version, "1.0", 3) != 0 ||
        (version[3] != '\0' && version[3] != '.'))
        return nv_csl_compile_fail(compiler, NV_ERROR_FORMAT, root,
                                   "its CSL version is %.20s, not 1.0",
                                   version ? version : "missing");
    return true;
}

static bool read_macros(nv_csl_compiler *compiler)
{
    const xmlNode *element = NULL;
    size_t i = 0;

    while ((element = nv_csl_compile_next(compiler->root, element, "macro"))) {
        compiler->macros[i++].first =
            nv_csl_compile_children(compiler, element);
        if (compiler->err->code != NV_OK)
            return false;
    }
    return true;
}

static bool read_locales(nv_csl_compiler *compiler)
{
    nv_csl_style *style = compiler->style;
    const size_t count = nv_csl_compile_count(compiler->root, "locale");
    nv_csl_locale *locales =
        nv_csl_compile_array(compiler, count, sizeof *locales);
    const xmlNode *element = NULL;

    if (!locales)
        return false;
    style->locales = locales;
    while ((element = nv_csl_compile_next(compiler->root, element, "locale")))
        if (!nv_csl_compile_locale(compiler, element,
                                   &locales[style->locale_count++]))
            return false;
    return true;
}

static void read_options(const xmlNode *root, nv_csl_style *style)
{
    style->initialize_with_hyphen = nv_csl_compile_meaning(
        root, "initialize-with-hyphen", nv_csl_truths, 1);
    style->page_range = (uint8_t)nv_csl_compile_meaning(
        root, "page-range-format", page_ranges, NV_CSL_RANGE_AS_GIVEN);
    style->demote = (uint8_t)nv_csl_compile_meaning(
        root, "demote-non-dropping-particle", demotions,
        NV_CSL_DEMOTE_DISPLAY_AND_SORT);
}

static bool is_independent(nv_csl_compiler *compiler)
{
    const nv_csl_style_info *info = &compiler->style->info;

    return info->parent[0] == '\0' ||
           nv_csl_compile_fail(compiler, NV_ERROR_FORMAT, compiler->root,
                               "it is only another name for the style %.100s",
                               info->parent);
}

static bool read_style(nv_csl_compiler *compiler, const xmlNode *root)
{
    nv_csl_style *style = compiler->style;

    compiler->root = root;
    compiler->areas[NV_CSL_IN_CITATION] =
        nv_csl_compile_next(root, NULL, "citation");
    compiler->areas[NV_CSL_IN_BIBLIOGRAPHY] =
        nv_csl_compile_next(root, NULL, "bibliography");
    if (!nv_csl_compile_is_style(compiler, root) ||
        !nv_csl_compile_info(compiler, root, &style->info) ||
        !is_independent(compiler))
        return false;
    read_options(root, style);
    if (!nv_csl_compile_declare_macros(compiler) || !read_macros(compiler) ||
        !read_locales(compiler) || !nv_csl_compile_areas(compiler) ||
        !nv_csl_compile_references(compiler))
        return false;
    style->own_terms = compiler->own_terms;
    style->own_term_count = compiler->own_term_count;
    return true;
}

nv_csl_style *nv_csl_style_read(const char *xml, size_t len, nv_error *err)
{
    nv_error failure = {0};
    nv_csl_style *style = calloc(1, sizeof *style);
    nv_csl_compiler compiler = {.err = &failure, .style = style};
    xmlDoc *doc = NULL;
    bool is_read = false;

    if (style) {
        compiler.arena = &style->arena;
        doc = nv_csl_compile_parse(xml, len, &failure);
        is_read = doc && read_style(&compiler, xmlDocGetRootElement(doc));
    } else {
        nv_csl_compile_no_memory(&compiler);
    }
    xmlFreeDoc(doc);
    if (is_read)
        return style;
    nv_csl_style_free(style);
    if (err && err->code == NV_OK)
        *err = failure;
    return NULL;
}

void nv_csl_style_free(nv_csl_style *style)
{
    if (!style)
        return;
    nv_arena_release(&style->arena);
    free(style);
}

const nv_csl_style_info *nv_csl_style_describe(const nv_csl_style *style)
{
    return &style->info;
}
