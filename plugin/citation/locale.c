/* SPDX-License-Identifier: MPL-2.0 */
/* See compile.h and style.h: cs:locale, of a style or a file. */
#include <stdlib.h>
#include <string.h>

#include "citation/compile.h"

enum { FIRST_LONG_ORDINAL = 101, LONG_ORDINALS = 10 };

static const nv_csl_meaning ordinal_matches[] = {
    {"last-digit", NV_CSL_ORDINAL_LAST_DIGIT},
    {"last-two-digits", NV_CSL_ORDINAL_LAST_TWO},
    {"whole-number", NV_CSL_ORDINAL_WHOLE},
    {NULL, 0}};

static bool is_two_digits(const char *text)
{
    return text[0] >= '0' && text[0] <= '9' && text[1] >= '0' &&
           text[1] <= '9' && text[2] == '\0';
}

/* The number of an ordinal entry, as node.h counts; -2: the term is none. */
static int ordinal_number(const char *name)
{
    static const char of_digits[] = "ordinal-", in_words[] = "long-ordinal-";
    int number;

    if (strcmp(name, "ordinal") == 0)
        return -1;
    if (strncmp(name, of_digits, sizeof of_digits - 1) == 0 &&
        is_two_digits(name + sizeof of_digits - 1))
        return atoi(name + sizeof of_digits - 1);
    if (strncmp(name, in_words, sizeof in_words - 1) != 0 ||
        !is_two_digits(name + sizeof in_words - 1))
        return -2;
    number = atoi(name + sizeof in_words - 1);
    return number >= 1 && number <= LONG_ORDINALS
               ? FIRST_LONG_ORDINAL + number - 1
               : -2;
}

/* The arrays of a locale while they are filled. */
typedef struct {
    nv_csl_term_entry *terms;
    nv_csl_ordinal_entry *ordinals;
    size_t term_count, ordinal_count;
} entries;

static bool read_ordinal(nv_csl_compiler *compiler, const xmlNode *element,
                         int number, entries *out)
{
    nv_csl_ordinal_entry *entry = &out->ordinals[out->ordinal_count++];
    const nv_csl_ordinal_match usual =
        number < 10 ? NV_CSL_ORDINAL_LAST_DIGIT : NV_CSL_ORDINAL_LAST_TWO;

    entry->number = (int8_t)number;
    entry->match = (uint8_t)nv_csl_compile_meaning(element, "match",
                                                   ordinal_matches, usual);
    entry->gender_form = (uint8_t)nv_csl_compile_meaning(
        element, "gender-form", nv_csl_genders, NV_CSL_NEUTER);
    entry->text = nv_csl_compile_content(compiler, element);
    return entry->text != NULL;
}

/* The text of a term as it is; an element with nothing but a line break is
 * empty. */
static const char *text_of(nv_csl_compiler *compiler, const xmlNode *element)
{
    const char *text = nv_csl_compile_content(compiler, element);

    return text && text[strspn(text, " \t\r\n")] == '\0' &&
                   strpbrk(text, "\r\n")
               ? ""
               : text;
}

static bool read_term(nv_csl_compiler *compiler, const xmlNode *element,
                      const char *name, entries *out)
{
    const xmlNode *single = nv_csl_compile_next(element, NULL, "single");
    const xmlNode *multiple = nv_csl_compile_next(element, NULL, "multiple");
    const xmlNode *one = single ? single : multiple;
    nv_csl_term_entry entry = {.term = nv_csl_compile_term(compiler, name)};

    if (entry.term == NV_CSL_NO_TERM)
        return compiler->err->code == NV_OK;
    entry.form = (uint8_t)nv_csl_compile_meaning(
        element, "form", nv_csl_term_forms, NV_CSL_FORM_LONG);
    entry.gender = (uint8_t)nv_csl_compile_meaning(
        element, "gender", nv_csl_genders, NV_CSL_NEUTER);
    entry.gender_form = (uint8_t)nv_csl_compile_meaning(
        element, "gender-form", nv_csl_genders, NV_CSL_NEUTER);
    entry.single = text_of(compiler, one ? one : element);
    entry.multiple = multiple ? text_of(compiler, multiple) : entry.single;
    out->terms[out->term_count++] = entry;
    return entry.single && entry.multiple;
}

/* A long ordinal is both: an ordinal, and a term that may be printed. */
static bool read_entry(nv_csl_compiler *compiler, const xmlNode *element,
                       entries *out)
{
    const char *name = nv_csl_compile_peek(element, "name");
    const int number = name ? ordinal_number(name) : -2;

    if (!name)
        return true;
    if (number != -2 && !read_ordinal(compiler, element, number, out))
        return false;
    return (number != -2 && number < FIRST_LONG_ORDINAL) ||
           read_term(compiler, element, name, out);
}

static size_t count_terms(const xmlNode *element)
{
    const xmlNode *terms = NULL;
    size_t count = 0;

    while ((terms = nv_csl_compile_next(element, terms, "terms")))
        count += nv_csl_compile_count(terms, "term");
    return count;
}

static bool read_terms(nv_csl_compiler *compiler, const xmlNode *element,
                       nv_csl_locale *locale)
{
    const size_t most = count_terms(element);
    const xmlNode *terms = NULL, *term = NULL;
    entries out = {0};

    out.terms = nv_csl_compile_array(compiler, most, sizeof *out.terms);
    out.ordinals = nv_csl_compile_array(compiler, most, sizeof *out.ordinals);
    if (!out.terms || !out.ordinals)
        return false;
    while ((terms = nv_csl_compile_next(element, terms, "terms")))
        while ((term = nv_csl_compile_next(terms, term, "term")))
            if (!read_entry(compiler, term, &out))
                return false;
    locale->terms = out.terms;
    locale->term_count = out.term_count;
    locale->ordinals = out.ordinals;
    locale->ordinal_count = out.ordinal_count;
    return true;
}

static bool read_dates(nv_csl_compiler *compiler, const xmlNode *element,
                       nv_csl_locale *locale)
{
    const xmlNode *date = NULL;

    while ((date = nv_csl_compile_next(element, date, "date"))) {
        nv_csl_node *node = nv_csl_compile_array(compiler, 1, sizeof *node);

        if (!node)
            return false;
        node->kind = NV_CSL_NODE_DATE;
        if (!nv_csl_compile_date(compiler, date, node))
            return false;
        if (node->form != NV_CSL_DATE_BY_PARTS)
            locale->dates[node->form] = node;
    }
    return true;
}

/* -1: not said. */
static int8_t read_option(const xmlNode *options, const char *name)
{
    return nv_csl_compile_peek(options, name)
               ? (int8_t)nv_csl_compile_meaning(options, name, nv_csl_truths, 0)
               : -1;
}

bool nv_csl_compile_locale(nv_csl_compiler *compiler, const xmlNode *element,
                           nv_csl_locale *locale)
{
    const char *tag = nv_csl_compile_peek(element, "lang");
    const xmlNode *options =
        nv_csl_compile_next(element, NULL, "style-options");

    if (tag)
        strncpy(locale->tag, tag, sizeof locale->tag - 1);
    locale->punctuation_in_quote = read_option(options, "punctuation-in-quote");
    locale->limit_day_ordinals_to_day_1 =
        read_option(options, "limit-day-ordinals-to-day-1");
    return read_terms(compiler, element, locale) &&
           read_dates(compiler, element, locale);
}

static bool read_root(nv_csl_compiler *compiler, const xmlNode *root,
                      nv_csl_locale *locale)
{
    compiler->arena = &locale->arena;
    if (!nv_csl_compile_is(root, "locale"))
        return nv_csl_compile_fail(compiler, NV_ERROR_FORMAT, root,
                                   "it is no CSL locale, but begins with the "
                                   "element “%.40s”",
                                   (const char *)root->name);
    return nv_csl_compile_locale(compiler, root, locale);
}

nv_csl_locale *nv_csl_locale_read(const char *xml, size_t len, nv_error *err)
{
    nv_error failure = {0};
    nv_csl_compiler compiler = {.err = &failure};
    nv_csl_locale *locale = calloc(1, sizeof *locale);
    xmlDoc *doc = NULL;
    bool is_read = false;

    if (locale) {
        doc = nv_csl_compile_parse(xml, len, &failure);
        is_read =
            doc && read_root(&compiler, xmlDocGetRootElement(doc), locale);
    } else {
        nv_csl_compile_no_memory(&compiler);
    }
    xmlFreeDoc(doc);
    if (is_read)
        return locale;
    nv_csl_locale_free(locale);
    if (err && err->code == NV_OK)
        *err = failure;
    return NULL;
}

void nv_csl_locale_free(nv_csl_locale *locale)
{
    if (!locale)
        return;
    nv_arena_release(&locale->arena);
    free(locale);
}
