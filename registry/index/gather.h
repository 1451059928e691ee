/* SPDX-License-Identifier: MPL-2.0 */
/* Gathering the words and dates of records, each with the place where it
 * stands: what the index is made of. Places and tokens are kept packed, as
 * format.h has them, so that a word at a place takes two or three bytes. */
#ifndef NV_REGISTRY_GATHER_H
#define NV_REGISTRY_GATHER_H

#include "base/arena.h"
#include "registry/index/index.h"
#include "registry/index/pool.h"

/* A word, whether it is met in a record or only known from a name. */
typedef struct {
    const char *word;
    uint32_t form;            /* for collect.c */
    uint32_t tokens;          /* how often it is written in a record's tokens */
    uint32_t records, places; /* in how many it stands */
    uint32_t last;            /* record of its newest posting, + 1 */
    uint32_t newest;          /* of its places in the present record, + 1 */
    nv_chain postings;
    bool is_name; /* it was met with a capital */
} nv_gathered;

typedef struct {
    uint32_t hash;
    uint32_t word; /* + 1; 0: free */
} nv_word_slot;

/* A place in the present record where a word stands. */
typedef struct {
    uint32_t word;
    uint32_t before; /* another place of the word, + 1; 0: none */
    uint16_t quotation;
    uint8_t zone, count;
} nv_mention;

/* A word that is found in a zone of the present record without standing in a
 * text of it. */
typedef struct {
    uint32_t word, text; /* as a token, NV_TOKEN_BESIDE included */
} nv_beside;

/* Set in a token of the present record: the word has no small letter. */
#define NV_TOKEN_UPPER 0x40000000u

/* The caller sets quotation before it adds; the rest is read only. When memory
 * runs out `failed` is set and every later addition does nothing: ask once, at
 * the end. */
typedef struct {
    uint32_t record;    /* the present one; they come in their order */
    uint16_t quotation; /* number of the one being added, or 0 */
    bool failed;
    nv_arena *arena;    /* keeps the words themselves */
    nv_gathered *words; /* in the order they were met */
    size_t word_count, word_capacity;
    nv_word_slot *slots; /* hash table */
    size_t slot_count;
    /* Of all records: */
    nv_pool postings, token_bytes;
    nv_chain tokens_of_all; /* packed: how many a record has, then each: a word
                               + 1, or 0 and then a text */
    nv_dating *datings;
    size_t dating_count, dating_capacity;
    uint16_t (*lengths)[NV_ZONE_COUNT]; /* words, by record and zone */
    size_t length_capacity;
    /* Of the present record: */
    nv_mention *mentions; /* in the order they were met */
    size_t mention_count, mention_capacity;
    uint32_t *tokens; /* see index.h */
    size_t token_count, token_capacity;
    nv_beside *beside;
    size_t beside_count, beside_capacity;
} nv_gather;

/* Sets failed without memory. */
void nv_gather_init(nv_gather *gather, nv_arena *arena);

/* Gives back all of it but the arena. */
void nv_gather_release(nv_gather *gather);

/* Makes room for one more element and returns the array, which may have moved;
 * sets failed without memory. */
void *nv_gather_grow(nv_gather *gather, void *items, size_t count,
                     size_t *capacity, size_t size);

/* The number of a word, which becomes known if need be. */
uint32_t nv_gather_word(nv_gather *gather, const char *word, size_t len);

/* The number of two words written as one; false when that is no word. */
bool nv_gather_joined(nv_gather *gather, uint32_t first, uint32_t second,
                      uint32_t *joined);

/* Begins the record of the number `record`, and ends it. */
void nv_gather_begin_record(nv_gather *gather);

/* Ends the record. */
void nv_gather_end_record(nv_gather *gather);

/* Begins a text: no phrase reaches over it. */
void nv_gather_begin(nv_gather *gather, nv_zone zone);

/* Adds a known word, as part of the text begun last or, as another form of what
 * stands there, beside it. */
void nv_gather_add(nv_gather *gather, nv_zone zone, uint32_t word);

/* Likewise a word that is found there without standing in the text. */
void nv_gather_beside(nv_gather *gather, nv_zone zone, uint32_t word);

/* Adds the words of a text, both pieces of a hyphenated word and the whole, and
 * the dates it mentions; a text in the zone of dates is itself the date. */
void nv_gather_text(nv_gather *gather, nv_zone zone, const char *text);

/* Adds the code of a language, once for each record. */
void nv_gather_language(nv_gather *gather, const char *code);

/* Adds a date of the record, as found in the zone. */
void nv_gather_date(nv_gather *gather, nv_zone zone, const nv_days *days,
                    nv_date_standing standing);

#endif
