/* SPDX-License-Identifier: MPL-2.0 */
/* See compile.h: what holds for a cs:name, by itself, by the cs:names around
 * it, by cs:citation or cs:bibliography, or by cs:style. */
#include "citation/compile.h"

#include "base/array.h"

static const nv_csl_meaning ands[] = {
    {"text", NV_CSL_AND_TEXT}, {"symbol", NV_CSL_AND_SYMBOL}, {NULL, 0}};
static const nv_csl_meaning precedes[] = {
    {"contextual", NV_CSL_PRECEDES_CONTEXTUAL},
    {"after-inverted-name", NV_CSL_PRECEDES_AFTER_INVERTED},
    {"always", NV_CSL_PRECEDES_ALWAYS},
    {"never", NV_CSL_PRECEDES_NEVER},
    {NULL, 0}};
static const nv_csl_meaning name_forms[] = {{"long", NV_CSL_NAME_LONG},
                                            {"short", NV_CSL_NAME_SHORT},
                                            {"count", NV_CSL_NAME_COUNT},
                                            {NULL, 0}};
static const nv_csl_meaning orders[] = {{"first", NV_CSL_SORT_ORDER_FIRST},
                                        {"all", NV_CSL_SORT_ORDER_ALL},
                                        {NULL, 0}};

#define AT(field) offsetof(nv_csl_name_options, field)

/* Options of one word; a byte each. `own` is their name on cs:name, `inherited`
 * on what is around it. */
static const struct {
    const char *own, *inherited;
    size_t offset;
    const nv_csl_meaning *table;
} words[] = {
    {"and", "and", AT(and_form), ands},
    {"delimiter-precedes-last", "delimiter-precedes-last",
     AT(delimiter_precedes_last), precedes},
    {"delimiter-precedes-et-al", "delimiter-precedes-et-al",
     AT(delimiter_precedes_et_al), precedes},
    {"form", "name-form", AT(form), name_forms},
    {"name-as-sort-order", "name-as-sort-order", AT(order), orders},
    {"initialize", "initialize", AT(initialize), nv_csl_truths},
    {"et-al-use-last", "et-al-use-last", AT(et_al_use_last), nv_csl_truths},
};

static const struct {
    const char *own, *inherited;
    size_t offset;
} texts[] = {
    {"delimiter", "name-delimiter", AT(delimiter)},
    {NULL, "names-delimiter", AT(names_delimiter)},
    {"sort-separator", "sort-separator", AT(sort_separator)},
    {"initialize-with", "initialize-with", AT(initialize_with)},
};

/* `otherwise` is the attribute that counts where this one is given nowhere. */
static const struct {
    const char *name, *otherwise;
    size_t offset;
} numbers[] = {
    {"et-al-min", NULL, AT(et_al_min)},
    {"et-al-use-first", NULL, AT(et_al_use_first)},
    {"et-al-subsequent-min", "et-al-min", AT(subsequent_min)},
    {"et-al-subsequent-use-first", "et-al-use-first", AT(subsequent_use_first)},
};

#undef AT

enum {
    LEVELS = 3, /* around the cs:name */
    UNSET = UINT16_MAX
};

typedef struct {
    const xmlNode *name, *around[LEVELS];
} levels;

/* The element that gives an option; NULL if none does. *attribute becomes its
 * name there. */
static const xmlNode *giver(const levels *in, const char *own,
                            const char *inherited, const char **attribute)
{
    *attribute = own;
    if (own && nv_csl_compile_peek(in->name, own))
        return in->name;
    *attribute = inherited;
    for (int i = 0; i < LEVELS; i++)
        if (nv_csl_compile_peek(in->around[i], inherited))
            return in->around[i];
    return NULL;
}

static void read_words(const levels *in, nv_csl_name_options *options)
{
    for (size_t i = 0; i < NV_COUNT_OF(words); i++) {
        uint8_t *field = (uint8_t *)options + words[i].offset;
        const char *attribute;
        const xmlNode *element =
            giver(in, words[i].own, words[i].inherited, &attribute);

        *field = (uint8_t)nv_csl_compile_meaning(element, attribute,
                                                 words[i].table, *field);
    }
}

static void read_texts(nv_csl_compiler *compiler, const levels *in,
                       nv_csl_name_options *options)
{
    for (size_t i = 0; i < NV_COUNT_OF(texts); i++) {
        const char **field = (const char **)((char *)options + texts[i].offset);
        const char *attribute;
        const xmlNode *element =
            giver(in, texts[i].own, texts[i].inherited, &attribute);

        if (element)
            *field = nv_csl_compile_text(compiler, element, attribute);
    }
}

static uint16_t read_number(const levels *in, const char *name)
{
    const char *attribute;
    const xmlNode *element = name ? giver(in, name, name, &attribute) : NULL;

    return element ? nv_csl_compile_number(
                         nv_csl_compile_peek(element, attribute), UNSET)
                   : UNSET;
}

static void read_numbers(const levels *in, nv_csl_name_options *options)
{
    for (size_t i = 0; i < NV_COUNT_OF(numbers); i++) {
        uint16_t *field = (uint16_t *)((char *)options + numbers[i].offset);
        uint16_t number = read_number(in, numbers[i].name);

        if (number == UNSET)
            number = read_number(in, numbers[i].otherwise);
        if (number != UNSET)
            *field = number;
    }
}

/* Without et-al-use-first, nobody knows how many names are to be left. */
static void cut_only_if_told(uint16_t *min, uint16_t *use_first)
{
    if (*use_first != UNSET)
        return;
    *min = 0;
    *use_first = 1;
}

const nv_csl_name_options *
nv_csl_compile_name_options(nv_csl_compiler *compiler, const xmlNode *name,
                            const xmlNode *names, nv_csl_area area)
{
    const levels in = {name, {names, compiler->areas[area], compiler->root}};
    nv_csl_name_options *options =
        nv_csl_compile_array(compiler, 1, sizeof *options);

    if (!options)
        return NULL;
    *options = (nv_csl_name_options){.delimiter = ", ",
                                     .sort_separator = ", ",
                                     .initialize = true,
                                     .et_al_use_first = UNSET,
                                     .subsequent_use_first = UNSET};
    read_words(&in, options);
    read_texts(compiler, &in, options);
    read_numbers(&in, options);
    cut_only_if_told(&options->et_al_min, &options->et_al_use_first);
    cut_only_if_told(&options->subsequent_min, &options->subsequent_use_first);
    return compiler->err->code == NV_OK ? options : NULL;
}
