/* SPDX-License-Identifier: MPL-2.0 */
/* What is cited: items in the terms of CSL-JSON, typed and immutable.
 *
 * All text is UTF-8. Text of a field may hold the light markup of CSL-JSON
 * (<i>, <b>, <sc>, <sup>, <sub>, <span class="nocase">,
 * <span style="font-variant:small-caps;">), two spans of our own (<span
 * lang="ru">: BCP 47, the language of the runs inside; <span
 * class="quotation">: NV_CSL_QUOTED) and straight quotes and apostrophes;
 * it is kept as written and read by the output (markup.h). */
#ifndef NV_CITATION_ITEM_H
#define NV_CITATION_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/json.h"
#include "citation/term.h"
#include "citation/variable.h"

/* A piece of text inside something that owns it. `text` ends in NUL and is
 * never NULL; len is in bytes. */
typedef struct {
    const char *text;
    uint32_t len;
    bool has_markup; /* a '<', a quote or an apostrophe stands in it, so that
                      * the output has to look closer */
} nv_csl_string;

/* Such a text of what the caller has; NULL is "". */
nv_csl_string nv_csl_string_of(const char *text);

/* One name. Each part is NULL when it is missing or empty. */
typedef struct {
    const char *family, *given;
    const char *dropping; /* dropping-particle: "de" of "Guy de Maupassant" */
    const char *non_dropping; /* "van" of "Vincent van Gogh" */
    const char *suffix;       /* "Jr." */
    const char *literal;      /* an institution; then no other part is set */
    bool comma_suffix;        /* a comma before the suffix */
    bool static_order;        /* family before given, always (CSL-JSON
                               * "static-ordering") */
} nv_csl_name;

typedef struct {
    const nv_csl_name *names;
    uint32_t count; /* at least 1, at most UINT16_MAX */
} nv_csl_names;

/* A day, or less of it. As CSL-JSON writes it, year -44 is 44 BC,
 * and there is no year 0: a year of 0 is no date. */
typedef struct {
    int32_t year;
    uint8_t month;  /* 1-12, 0: none */
    uint8_t day;    /* 1-31 as given, 0: none; 31 February is kept as it is */
    uint8_t season; /* 1-4, 0: none; then month is 0 */
} nv_csl_day;

/* A date or a range of dates. */
typedef struct {
    nv_csl_day first;
    nv_csl_day last; /* year 0 and is_open: a range without an end */
    bool is_range, is_open;
    bool is_uncertain;   /* "circa" */
    const char *literal; /* printed as it is; NULL if the days are given */
} nv_csl_date;

/* An item. Which variables it has, at which place in the array of their class:
 * slot[v] - 1, or 0 for none. Read it with the functions below. */
typedef struct nv_csl_item {
    const char *id; /* never NULL; a number in JSON becomes its digits */
    nv_csl_type type;
    const char *language;         /* BCP 47 of "language", NULL if none */
    const nv_csl_string *strings; /* texts and numbers */
    const nv_csl_names *names;
    const nv_csl_date *dates;
    uint8_t slot[NV_CSL_VARIABLE_COUNT];
} nv_csl_item;

/* Each gives NULL when the item has not got the variable, or it is of another
 * class. No fallbacks but that container-title-short is journalAbbreviation
 * too, page-first the first page of page, and event-title event. */
const nv_csl_string *nv_csl_item_string(const nv_csl_item *item,
                                        nv_csl_variable variable);

/* Likewise its names. */
const nv_csl_names *nv_csl_item_names(const nv_csl_item *item,
                                      nv_csl_variable variable);

/* Likewise its date. */
const nv_csl_date *nv_csl_item_date(const nv_csl_item *item,
                                    nv_csl_variable variable);

/* Whether the item has the variable, of whatever class. */
bool nv_csl_item_has(const nv_csl_item *item, nv_csl_variable variable);

/* Building an item in C. The builder is zeroed by the caller; texts are copied
 * to the arena. A variable set twice keeps the last. A NULL or empty text, no
 * names, or a date without year and literal removes the variable. */
typedef struct {
    nv_arena *arena; /* lives as long as the items */
    const char *id;
    nv_csl_type type;
    nv_csl_string strings[NV_CSL_VARIABLE_COUNT];
    nv_csl_names names[NV_CSL_VARIABLE_COUNT];
    const nv_csl_date *dates[NV_CSL_VARIABLE_COUNT];
} nv_csl_item_builder;

/* False without memory, or for more than UINT16_MAX names or UINT32_MAX bytes.
 */
bool nv_csl_item_set_text(nv_csl_item_builder *builder,
                          nv_csl_variable variable, const char *text,
                          size_t len);

/* Likewise names; `names` and what they hold are copied. */
bool nv_csl_item_set_names(nv_csl_item_builder *builder,
                           nv_csl_variable variable, const nv_csl_name names[],
                           size_t count);

/* Likewise a date. */
bool nv_csl_item_set_date(nv_csl_item_builder *builder,
                          nv_csl_variable variable, const nv_csl_date *date);
/* The item, in the arena of the builder; NULL without memory. */
const nv_csl_item *nv_csl_item_finish(nv_csl_item_builder *builder);

/* Reads items from a CSL-JSON array, in the arena; *count says how many.
 * Numbers where texts are expected become their digits; unknown members, and
 * those of a type that makes no sense, are left out. NULL with *err:
 * NV_ERROR_FORMAT for what is not JSON, no array, or an item without id or with
 * the id of another; NV_ERROR_LIMIT for what is nested too deep (json.h) and
 * for more than UINT16_MAX names in one list; NV_ERROR_MEMORY. Particles inside
 * family
 * ("van Gogh") and suffixes inside given ("John, Jr.") are taken apart here,
 * once. */
const nv_csl_item *const *nv_csl_items_read(const char *json, size_t len,
                                            nv_arena *arena, size_t *count,
                                            nv_error *err);

/* One item, of a JSON object that is read already. */
const nv_csl_item *nv_csl_item_of_json(const nv_json *object, nv_arena *arena,
                                       nv_error *err);

#endif
