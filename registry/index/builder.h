/* SPDX-License-Identifier: MPL-2.0 */
/* What a builder keeps of the records. For the files of this room only. */
#ifndef NV_REGISTRY_INDEX_BUILDER_H
#define NV_REGISTRY_INDEX_BUILDER_H

#include "base/arena.h"
#include "registry/index/blob.h"
#include "registry/index/build.h"
#include "registry/index/collect.h"
#include "registry/index/format.h"
#include "registry/index/gather.h"

/* As nv_card; texts are their places in nv_index_builder.texts. */
typedef struct {
    uint32_t id, date, end, title[NV_NOTE_LANGUAGE_COUNT], place;
    char key[4];
    uint8_t kind; /* with NV_FORMAT_IS_MONTH and NV_FORMAT_IS_UNCHECKED */
    uint16_t links;
    uint32_t first_facet; /* in facets[]: the parties, then the languages */
    uint16_t parties, languages;
} nv_built_card;

typedef struct {
    uint32_t type, in[NV_LANGUAGE_COUNT];
    uint32_t first, count; /* in variants[] */
} nv_built_name;

typedef struct {
    uint32_t id;
    uint32_t first, count; /* in statement_events[] */
} nv_built_statement;

/* A relation of an event. */
typedef struct {
    uint32_t event;
    uint32_t target; /* its id, a place in texts */
} nv_built_link;

/* Each array has `X_count` items and room for `X_capacity`. */
struct nv_index_builder {
    char pack[NV_FORMAT_PACK];
    nv_arena arena;
    nv_blob texts;
    nv_gather gather;
    nv_collector collector;
    nv_map events;  /* by the place of their id in texts */
    nv_map keys;    /* events by the four bytes of their key */
    nv_map sayings; /* statements by the place of their id */
    nv_built_card *cards;
    size_t card_count, card_capacity;
    uint32_t *facets; /* places in texts */
    size_t facet_count, facet_capacity;
    nv_location *locations; /* by record */
    size_t location_count, location_capacity;
    nv_built_link *links;
    size_t link_count, link_capacity;
    nv_built_name *names;
    size_t name_count, name_capacity;
    uint32_t *variants; /* places in texts */
    size_t variant_count, variant_capacity;
    nv_built_statement *statements;
    size_t statement_count, statement_capacity;
    uint32_t *statement_events; /* places of ids; by finish(), events */
    size_t statement_event_count, statement_event_capacity;
};

#endif
