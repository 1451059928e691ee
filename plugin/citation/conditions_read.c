/* SPDX-License-Identifier: MPL-2.0 */
/* See compile.h: cs:choose and its conditions. */
#include "citation/compile.h"

#include <string.h>

#include "base/array.h"

static const nv_csl_meaning matches[] = {{"all", NV_CSL_MATCH_ALL},
                                         {"any", NV_CSL_MATCH_ANY},
                                         {"none", NV_CSL_MATCH_NONE},
                                         {NULL, 0}};

/* The value of a word, or -1 for a word that no item can meet. */
typedef int value_function(const char *word, size_t len);

static int type_value(const char *word, size_t len)
{
    const nv_csl_type type = nv_csl_type_of(word, len);

    return type == NV_CSL_TYPE_UNKNOWN ? -1 : (int)type;
}

static int variable_value(const char *word, size_t len)
{
    const nv_csl_variable variable = nv_csl_variable_of(word, len);

    return variable == NV_CSL_NO_VARIABLE ? -1 : (int)variable;
}

static int locator_value(const char *word, size_t len)
{
    const nv_csl_term term = nv_csl_term_of(word, len);

    return term == NV_CSL_NO_TERM ? -1 : (int)term;
}

static int position_value(const char *word, size_t len)
{
    static const struct {
        const char *word;
        nv_csl_tested_position position;
    } positions[] = {
        {"first", NV_CSL_TEST_FIRST},
        {"subsequent", NV_CSL_TEST_SUBSEQUENT},
        {"ibid", NV_CSL_TEST_IBID},
        {"ibid-with-locator", NV_CSL_TEST_IBID_WITH_LOCATOR},
        {"near-note", NV_CSL_TEST_NEAR_NOTE},
    };

    for (size_t i = 0; i < NV_COUNT_OF(positions); i++)
        if (strlen(positions[i].word) == len &&
            memcmp(positions[i].word, word, len) == 0)
            return (int)positions[i].position;
    return -1;
}

static int truth_value(const char *word, size_t len)
{
    return len == 4 && memcmp(word, "true", 4) == 0 ? 0 : -1;
}

static const struct {
    const char *attribute;
    nv_csl_condition_kind kind;
    value_function *value;
} tests[] = {
    {"type", NV_CSL_IF_TYPE, type_value},
    {"variable", NV_CSL_IF_VARIABLE, variable_value},
    {"is-numeric", NV_CSL_IF_NUMERIC, variable_value},
    {"is-uncertain-date", NV_CSL_IF_UNCERTAIN_DATE, variable_value},
    {"locator", NV_CSL_IF_LOCATOR, locator_value},
    {"position", NV_CSL_IF_POSITION, position_value},
    {"disambiguate", NV_CSL_IF_DISAMBIGUATE, truth_value},
};

static size_t count_conditions(const xmlNode *element)
{
    size_t count = 0;

    for (size_t i = 0; i < NV_COUNT_OF(tests); i++) {
        const char *list = nv_csl_compile_peek(element, tests[i].attribute);

        count += list ? nv_csl_compile_word_count(list) : 0;
    }
    return count;
}

static nv_csl_condition *add_conditions(nv_csl_condition *out, size_t test,
                                        const char *list)
{
    const char *word;
    size_t len;

    while ((len = nv_csl_compile_next_word(&list, &word)) > 0) {
        const int value = tests[test].value(word, len);

        out->kind = (uint8_t)(value < 0 ? NV_CSL_IF_NEVER : tests[test].kind);
        out->value = (uint16_t)(value < 0 ? 0 : value);
        out++;
    }
    return out;
}

static bool read_conditions(nv_csl_compiler *compiler, const xmlNode *element,
                            nv_csl_node *node)
{
    const size_t count = count_conditions(element);
    nv_csl_condition *conditions, *out;

    if (count > UINT16_MAX)
        return nv_csl_compile_fail(compiler, NV_ERROR_LIMIT, element,
                                   "this is more than %d conditions at once",
                                   UINT16_MAX);
    conditions = nv_csl_compile_array(compiler, count, sizeof *conditions);
    if (!conditions)
        return false;
    out = conditions;
    for (size_t i = 0; i < NV_COUNT_OF(tests); i++) {
        const char *list = nv_csl_compile_peek(element, tests[i].attribute);

        if (list)
            out = add_conditions(out, i, list);
    }
    node->as.branch.conditions = conditions;
    node->as.branch.count = (uint16_t)count;
    node->as.branch.match = (uint8_t)nv_csl_compile_meaning(
        element, "match", matches, NV_CSL_MATCH_ALL);
    return true;
}

static bool is_branch(const xmlNode *element)
{
    return nv_csl_compile_is(element, "if") ||
           nv_csl_compile_is(element, "else-if") ||
           nv_csl_compile_is(element, "else");
}

static nv_csl_node *read_branch(nv_csl_compiler *compiler,
                                const xmlNode *element)
{
    nv_csl_node *node;

    if (!is_branch(element)) {
        nv_csl_compile_fail(compiler, NV_ERROR_FORMAT, element,
                            "CSL has no element cs:%.40s in cs:choose",
                            (const char *)element->name);
        return NULL;
    }
    node = nv_csl_compile_array(compiler, 1, sizeof *node);
    if (!node || !read_conditions(compiler, element, node))
        return NULL;
    node->kind = NV_CSL_NODE_BRANCH;
    node->line = (int)xmlGetLineNo(element);
    node->first = nv_csl_compile_children(compiler, element);
    return compiler->err->code == NV_OK ? node : NULL;
}

bool nv_csl_compile_choose(nv_csl_compiler *compiler, const xmlNode *element,
                           nv_csl_node *node)
{
    const xmlNode *child = NULL;
    nv_csl_node *last = NULL;

    while ((child = nv_csl_compile_next(element, child, NULL))) {
        nv_csl_node *branch = read_branch(compiler, child);

        if (!branch)
            return false;
        nv_csl_compile_append(&node->first, &last, branch);
    }
    node->line = (int)xmlGetLineNo(element);
    return true;
}
