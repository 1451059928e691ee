/* SPDX-License-Identifier: MPL-2.0 */
/* Looking for a word in a record's tokens as they stand in the index: what does
 * not have it is passed over many times faster than it is read. */
#ifndef NV_REGISTRY_INDEX_TOKEN_SEARCH_H
#define NV_REGISTRY_INDEX_TOKEN_SEARCH_H

#include "registry/index/index.h"

/* The bytes by which a term stands among tokens. */
typedef struct {
    unsigned char bytes[5];
    uint8_t len;
} nv_token_code;

/* Finds the code of a term; false if the term stands in no record. */
bool nv_index_token_code(const nv_index *index, uint32_t term,
                         nv_token_code *code);

/* The tokens of a record. */
typedef struct {
    const nv_index *index;
    const unsigned char *begin, *end;
    const unsigned char *found; /* the last place */
    const unsigned char *at;    /* where to go on */
} nv_token_search;

nv_token_search nv_token_search_in(const nv_index *index, uint32_t record);

/* Goes on to the next place of the code; false if there is none. The number of
 * a quotation may be taken for the code: who finds something reads the record.
 */
bool nv_token_search_next(nv_token_search *search, const nv_token_code *code);

/* Reads up to `max` tokens from the place found last; returns how many. */
size_t nv_token_search_read(const nv_token_search *search, uint32_t tokens[],
                            size_t max);

#endif
