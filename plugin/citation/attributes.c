/* SPDX-License-Identifier: MPL-2.0 */
/* See compile.h: the words of attributes. */
#include "citation/compile.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

const nv_csl_meaning nv_csl_truths[] = {{"true", 1}, {"false", 0}, {NULL, 0}};

const nv_csl_meaning nv_csl_term_forms[] = {
    {"long", NV_CSL_FORM_LONG},
    {"short", NV_CSL_FORM_SHORT},
    {"symbol", NV_CSL_FORM_SYMBOL},
    {"verb", NV_CSL_FORM_VERB},
    {"verb-short", NV_CSL_FORM_VERB_SHORT},
    {NULL, 0}};

const nv_csl_meaning nv_csl_genders[] = {
    {"masculine", NV_CSL_MASCULINE}, {"feminine", NV_CSL_FEMININE}, {NULL, 0}};

static const nv_csl_meaning number_forms[] = {
    {"numeric", NV_CSL_NUMBER_NUMERIC},
    {"ordinal", NV_CSL_NUMBER_ORDINAL},
    {"long-ordinal", NV_CSL_NUMBER_LONG_ORDINAL},
    {"roman", NV_CSL_NUMBER_ROMAN},
    {NULL, 0}};

static const nv_csl_meaning date_forms[] = {
    {"numeric", NV_CSL_DATE_NUMERIC}, {"text", NV_CSL_DATE_TEXT}, {NULL, 0}};

static const nv_csl_meaning part_forms[] = {
    {"long", NV_CSL_PART_LONG},
    {"short", NV_CSL_PART_SHORT},
    {"numeric", NV_CSL_PART_NUMERIC},
    {"numeric-leading-zeros", NV_CSL_PART_NUMERIC_ZEROS},
    {"ordinal", NV_CSL_PART_ORDINAL},
    {NULL, 0}};

static const nv_csl_meaning no_forms[] = {{NULL, 0}};

/* What form="" means for a kind of element. */
static const nv_csl_meaning *const forms[NV_CSL_NODE_KIND_COUNT] = {
    [NV_CSL_NODE_VARIABLE] = nv_csl_term_forms,
    [NV_CSL_NODE_MACRO] = no_forms,
    [NV_CSL_NODE_TERM] = nv_csl_term_forms,
    [NV_CSL_NODE_VALUE] = no_forms,
    [NV_CSL_NODE_NUMBER] = number_forms,
    [NV_CSL_NODE_LABEL] = nv_csl_term_forms,
    [NV_CSL_NODE_DATE] = date_forms,
    [NV_CSL_NODE_DATE_PART] = part_forms,
    [NV_CSL_NODE_NAMES] = no_forms,
    [NV_CSL_NODE_GROUP] = no_forms,
    [NV_CSL_NODE_CHOOSE] = no_forms,
    [NV_CSL_NODE_BRANCH] = no_forms,
};

static const nv_csl_meaning cases[] = {
    {"lowercase", NV_CSL_CASE_LOWER},
    {"uppercase", NV_CSL_CASE_UPPER},
    {"capitalize-first", NV_CSL_CASE_CAPITALIZE_FIRST},
    {"capitalize-all", NV_CSL_CASE_CAPITALIZE_ALL},
    {"sentence", NV_CSL_CASE_SENTENCE},
    {"title", NV_CSL_CASE_TITLE},
    {NULL, 0}};

static const nv_csl_meaning displays[] = {{"block", NV_CSL_BLOCK},
                                          {"left-margin", NV_CSL_LEFT_MARGIN},
                                          {"right-inline", NV_CSL_RIGHT_INLINE},
                                          {"indent", NV_CSL_INDENT},
                                          {NULL, 0}};

static const nv_csl_meaning plurals[] = {
    {"contextual", NV_CSL_PLURAL_CONTEXTUAL},
    {"always", NV_CSL_PLURAL_ALWAYS},
    {"never", NV_CSL_PLURAL_NEVER},
    {NULL, 0}};

static const nv_csl_meaning styles[] = {{"italic", NV_CSL_ITALIC},
                                        {"oblique", NV_CSL_OBLIQUE},
                                        {"normal", NV_CSL_UPRIGHT},
                                        {NULL, 0}};
static const nv_csl_meaning weights[] = {{"bold", NV_CSL_BOLD},
                                         {"light", NV_CSL_LIGHT},
                                         {"normal", NV_CSL_REGULAR},
                                         {NULL, 0}};
static const nv_csl_meaning variants[] = {
    {"small-caps", NV_CSL_SMALL_CAPS}, {"normal", NV_CSL_FULL_SIZE}, {NULL, 0}};
static const nv_csl_meaning lines[] = {{"underline", NV_CSL_UNDERLINE},
                                       {"none", NV_CSL_NOT_UNDERLINED},
                                       {NULL, 0}};
static const nv_csl_meaning heights[] = {{"sup", NV_CSL_SUPERSCRIPT},
                                         {"sub", NV_CSL_SUBSCRIPT},
                                         {"baseline", NV_CSL_BASELINE},
                                         {NULL, 0}};

static const struct {
    const char *name;
    const nv_csl_meaning *table;
} formats[] = {
    {"font-style", styles},      {"font-weight", weights},
    {"font-variant", variants},  {"text-decoration", lines},
    {"vertical-align", heights},
};

uint16_t nv_csl_compile_meaning(const xmlNode *element, const char *name,
                                const nv_csl_meaning *table, uint16_t otherwise)
{
    const char *word = nv_csl_compile_peek(element, name);

    for (; word && table->word; table++)
        if (strcmp(word, table->word) == 0)
            return table->value;
    return otherwise;
}

uint16_t nv_csl_compile_number(const char *text, uint16_t otherwise)
{
    char *end;
    long number;

    if (!text || *text < '0' || *text > '9')
        return otherwise;
    number = strtol(text, &end, 10);
    return *end == '\0' && number <= UINT16_MAX ? (uint16_t)number : otherwise;
}

uint16_t nv_csl_compile_format(const xmlNode *element)
{
    uint16_t bits = 0;

    for (size_t i = 0; i < NV_COUNT_OF(formats); i++)
        bits |= nv_csl_compile_meaning(element, formats[i].name,
                                       formats[i].table, 0);
    return bits;
}

bool nv_csl_compile_look(nv_csl_compiler *compiler, const xmlNode *element,
                         nv_csl_look *look)
{
    look->format = nv_csl_compile_format(element);
    look->text_case =
        (uint8_t)nv_csl_compile_meaning(element, "text-case", cases, 0);
    look->prefix = nv_csl_compile_text(compiler, element, "prefix");
    look->suffix = nv_csl_compile_text(compiler, element, "suffix");
    return compiler->err->code == NV_OK;
}

static uint8_t byte(const xmlNode *element, const char *name,
                    const nv_csl_meaning *table)
{
    return (uint8_t)nv_csl_compile_meaning(element, name, table, 0);
}

bool nv_csl_compile_attributes(nv_csl_compiler *compiler,
                               const xmlNode *element, nv_csl_node *node)
{
    nv_csl_look look;

    if (!nv_csl_compile_look(compiler, element, &look))
        return false;
    node->format = look.format;
    node->text_case = look.text_case;
    node->prefix = look.prefix;
    node->suffix = look.suffix;
    node->display = byte(element, "display", displays);
    node->form = byte(element, "form", forms[node->kind]);
    node->quotes = byte(element, "quotes", nv_csl_truths);
    node->strip_periods = byte(element, "strip-periods", nv_csl_truths);
    node->plural = byte(element, "plural", plurals);
    node->line = (int)xmlGetLineNo(element);
    node->delimiter = nv_csl_compile_text(compiler, element, "delimiter");
    return compiler->err->code == NV_OK;
}
