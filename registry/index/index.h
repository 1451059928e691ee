/* SPDX-License-Identifier: MPL-2.0 */
/* What search looks into: every folded word and every date of the records, and
 * where they stand. Built when a registry is opened, then only read. */
#ifndef NV_REGISTRY_INDEX_H
#define NV_REGISTRY_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "registry/day.h"
#include "registry/registry.h"

/* Parts of a record that are weighed apart. */
typedef enum {
    NV_ZONE_TITLE,
    NV_ZONE_DOCUMENT, /* how a note names the document */
    NV_ZONE_ID,       /* its words say in short what it is */
    NV_ZONE_KIND,     /* what people call the kind of event */
    NV_ZONE_DATE,
    NV_ZONE_SENDER,
    NV_ZONE_PEOPLE,
    NV_ZONE_PARTY,
    NV_ZONE_NAMED, /* states and bodies named in a text, under all names */
    NV_ZONE_PLACE,
    NV_ZONE_SUMMARY,
    NV_ZONE_QUOTATION,
    NV_ZONE_SOURCE,
    NV_ZONE_STATEMENT,
    NV_ZONE_COUNT
} nv_zone;

/* Records are numbered: the events in their order, then the statements. */
typedef struct {
    uint32_t record;
    uint16_t quotation; /* its number among all quotations, or 0 */
    uint8_t zone;
    uint8_t count; /* how often the word stands there, at most 255 */
} nv_posting;

typedef struct {
    const char *word;
    uint32_t first, count; /* of its postings, ordered by record */
} nv_term;

/* How a date belongs to its record. */
typedef enum {
    NV_DATE_OF_RECORD,  /* date.iso and the span it begins */
    NV_DATE_OF_VARIANT, /* another date of the same event */
    NV_DATE_MENTIONED   /* a date in a text */
} nv_date_standing;

typedef struct {
    nv_days days;
    uint32_t record;
    uint8_t zone;
    uint8_t standing;
} nv_dating;

/* A word that is written with a capital, by how it sounds; see spelling.h. */
typedef struct {
    uint64_t key;
    uint32_t term;
} nv_spelling;

/* The texts of a record, word by word: the number of a term, or, before each
 * text, NV_TOKEN_TEXT with its zone and quotation. */
enum { NV_TOKEN_ZONE_SHIFT = 16, NV_TOKEN_QUOTATION = 0xFFFF };
#define NV_TOKEN_TEXT 0x80000000u

typedef struct {
    const nv_term *terms; /* by word; a name's words may have no postings */
    size_t term_count;
    const nv_posting *postings;
    const nv_dating *datings; /* by record */
    size_t dating_count;
    size_t record_count;
    const uint32_t *tokens;
    const uint32_t *first_tokens; /* by record; one more at the end */
    const nv_spelling *spellings; /* by key */
    size_t spelling_count;
    const uint16_t (*lengths)[NV_ZONE_COUNT]; /* words, by record and zone */
    double average_length[NV_ZONE_COUNT];
    const uint16_t *links; /* by record: how many relations lead to it */
    const nv_quotation **quotations; /* by number; [0] is NULL */
    size_t quotation_count;          /* with that one */
} nv_index;

/* Indexes events, statements and names of the registry; all of it lives in the
 * registry's arena. Returns false when memory runs out. */
bool nv_index_build(nv_registry *registry, nv_index *index);

/* The terms that begin with `prefix` (or, if it must be whole, are it): a run
 * of *count terms from the one that is returned. */
const nv_term *nv_index_find(const nv_index *index, const char *prefix,
                             bool is_whole, size_t *count);

/* The words with that sound or, unless it must be whole, that begin with it. */
const nv_spelling *nv_index_sounds(const nv_index *index, uint64_t key,
                                   bool is_whole, size_t *count);

#endif
