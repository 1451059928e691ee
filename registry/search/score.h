/* SPDX-License-Identifier: MPL-2.0 */
/* How much one record counts for a query: BM25 with a weight for each zone. */
#ifndef NV_REGISTRY_SCORE_H
#define NV_REGISTRY_SCORE_H

#include "registry/search/match.h"
#include "registry/search/phrase.h"
#include "registry/search/search.h"
#include "registry/search/sieve.h"

/* What is wanted, and how much each of it counts. */
typedef struct {
    const nv_query *query;
    const nv_match *const *matches; /* by wanted */
    size_t match_count;
    double weights[NV_QUERY_MAX]; /* by match */
    const nv_sieve *sieve; /* a filter that every hit must pass; NULL: none */
} nv_asked;

/* Weighs each match by how rare it is in all registries together; fills in
 * asked->weights. */
void nv_asked_weigh(nv_asked *asked, const nv_matcher *matcher);

/* Whether a hit counts more for having the match. */
bool nv_asked_counts(const nv_asked *asked, size_t match);

enum {
    NV_TALLIES = 64 /* quotations of one event that are told apart */
};

/* What one record has come to. */
typedef struct {
    double zone[NV_ZONE_COUNT], total;
    struct nv_tally {
        uint16_t quotation; /* 0: one that is never offered */
        uint8_t words;      /* wanted things it has */
        uint8_t last;       /* the one counted last, from 1 */
    } tallies[NV_TALLIES];
    size_t tally_count;
    size_t asked,
        in_title; /* how much it was asked for, and has in its title */
} nv_standing;

/* Scores the records of one registry, fastest in their order. */
typedef struct {
    const nv_index *index;
    const nv_asked *asked;
    size_t registry; /* its number */
    double zone_weights[NV_ZONE_COUNT], average_lengths[NV_ZONE_COUNT];
    size_t cursors[NV_QUERY_MAX];     /* by match */
    nv_phrase *phrases[NV_QUERY_MAX]; /* by match; NULL: none is needed */
    nv_tokens tokens;                 /* of the record `tokens_of` */
    nv_tokens titles;
    uint32_t tokens_of; /* or NV_NO_RECORD */
    nv_place *places;   /* gathered from the tokens */
    size_t place_count, place_capacity;
    bool failed; /* no memory: the scores are of no use */
} nv_scorer;

/* Ready to score records of that registry for what was asked, which is
 * borrowed. */
void nv_scorer_init(nv_scorer *scorer, const nv_asked *asked, size_t registry,
                    const nv_index *index);

/* Gives back its memory. */
void nv_scorer_release(nv_scorer *scorer);

/* Writes how the record stands: its score, and what it has of each field. */
void nv_scorer_score(nv_scorer *scorer, uint32_t record, nv_standing *standing);

/* The field that counts most, and the quotation that has most of what is
 * wanted: its number, or 0 if that is one that is never offered. */
nv_field nv_standing_field(const nv_standing *standing);

/* The quotation that has most of what is wanted: its number, or 0. */
uint16_t nv_standing_quotation(const nv_standing *standing);

/* What a hit calls the zone. */
nv_field nv_field_of_zone(nv_zone zone);

#endif
