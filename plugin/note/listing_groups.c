/* SPDX-License-Identifier: MPL-2.0 */
/* Which part of a list an item stands in, and what the parts are called. */
#include "note/listing.h"

#include <string.h>

#include "base/array.h"

/* What our styles want; the numbers are sections of the research on rules of
 * citation (citation-rules.md). Where a style says nothing, archives stand
 * apart from what is published and that from literature, as historians do. */
static const struct {
    const char *style; /* the beginning of its id */
    bool has_treaties; /* in a part of their own */
    bool lists_works;  /* an entry is the edition, not the document in it */
    bool takes_press;  /* newspapers are sources, not literature */
} rules[] = {
    /* § 1: legal documents need not be listed; § 20: we list them. */
    {"chicago-", false, false, false},
    {"turabian-", false, false, false}, /* § 2: as Chicago */
    {"mhra-", false, false, false},     /* § 3: no rule on parts */
    /* § 4: treaties stand in a table of treaties. */
    {"oscola-", true, false, false},
    {"aglc-", true, false, false}, /* § 5: legal materials by their kind */
    {"frus", false, true, false},  /* § 7: cites volumes */
    /* § 10: archives; printed sources, with the press; bibliography. Of a
     * single treaty the collection is listed. */
    {"histoire", false, true, true},
    {"geschichte", false, true, true}, /* §§ 12, 13: as the French */
    {"school", false, false, false},
};

/* -1: none of ours. */
static int rule_of(const nv_library_entry *style)
{
    for (size_t i = 0; i < NV_COUNT_OF(rules); i++)
        if (strncmp(style->id, rules[i].style, strlen(rules[i].style)) == 0)
            return (int)i;
    return -1;
}

static bool has(const nv_csl_item *item, nv_csl_variable variable)
{
    return nv_csl_item_has(item, variable);
}

/* The entry names a document, wherever that is printed. */
static bool is_document(const nv_csl_item *item)
{
    return has(item, NV_CSL_DESCRIPTION) || has(item, NV_CSL_TITLE);
}

/* Somebody's work, as against a collection of documents. */
static bool is_work(const nv_csl_item *item)
{
    return has(item, NV_CSL_CONTAINER_AUTHOR) ||
           (has(item, NV_CSL_SOURCE_BOOK) && has(item, NV_CSL_SOURCE_TITLE));
}

nv_listing_group nv_listing_group_of(const nv_csl_item *item,
                                     const nv_library_entry *style)
{
    const int rule = style->is_ours ? rule_of(style) : -1;

    if (rule < 0)
        return NV_LISTING_ALL;
    if (has(item, NV_CSL_SOURCE_ARCHIVE))
        return NV_LISTING_ARCHIVES;
    if (item->type == NV_CSL_TYPE_TREATY && rules[rule].has_treaties)
        return NV_LISTING_TREATIES;
    if (is_document(item) && !rules[rule].lists_works)
        return NV_LISTING_EDITIONS;
    if (has(item, NV_CSL_SOURCE_PRESS))
        return rules[rule].takes_press ? NV_LISTING_EDITIONS
                                       : NV_LISTING_LITERATURE;
    return is_work(item) ? NV_LISTING_LITERATURE : NV_LISTING_EDITIONS;
}

static const char *const headings[NV_LISTING_GROUP_COUNT][NV_LANGUAGE_COUNT] = {
    [NV_LISTING_ALL] = {"Bibliography", "Sources et bibliographie",
                        "Quellen und Literatur", "Fuentes y bibliografía",
                        "Источники и литература"},
    [NV_LISTING_ARCHIVES] = {"Archives", "Sources d’archives", "Archivalien",
                             "Fuentes de archivo", "Архивные источники"},
    [NV_LISTING_TREATIES] = {"Treaties", "Traités", "Verträge", "Tratados",
                             "Международные договоры"},
    [NV_LISTING_EDITIONS] = {"Published documents", "Sources publiées",
                             "Veröffentlichte Quellen", "Fuentes publicadas",
                             "Опубликованные источники"},
    [NV_LISTING_LITERATURE] = {"Literature", "Bibliographie", "Literatur",
                               "Bibliografía", "Литература"},
};

const char *nv_listing_heading(nv_listing_group group, nv_language language)
{
    return headings[group][language];
}
