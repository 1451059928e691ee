/* SPDX-License-Identifier: MPL-2.0 */
/* The inside of a processor.
 *
 * A text is a function of the item, the cite as the writer made it, and the
 * state of the cite (position, first note, number, distinction of the item). An
 * update computes all states anew, which is a linear walk of a few nanoseconds
 * per cite, and formats only clusters in which a state differs from the one
 * they were formatted with. So the result cannot depend on the way that led to
 * it.
 *
 * nv_csl_processor_update():
 *   1. count.c: which items are cited first, second ...
 *   2. order.c: the order of the bibliography, and with it the numbers; its
 *      keys know of no distinction.
 *   3. distinction.h: tell the items apart, where membership has changed; year
 *      suffixes go by processor->entries.
 *   4. order.c: the order of cites within clusters that have new cites or keys:
 *      positions go by the order of printing.
 *   5. positions.c: the states; a cluster with a new one becomes dirty.
 *   6. cluster.c: format dirty clusters; those whose text differs are changes.
 */
#ifndef NV_CITATION_DOCUMENT_H
#define NV_CITATION_DOCUMENT_H

#include "citation/render.h"
#include "citation/sort.h"

enum { NV_CSL_NO_ITEM = UINT32_MAX };

/* A map from ids to dense indices; ids are borrowed. Open addressing, and
 * deletions by moving entries back, so that it never fills with tombs.
 * id_map.c */
typedef struct {
    struct {
        const char *id; /* NULL: free */
        uint32_t value;
    } * slots;
    size_t used, capacity; /* capacity is a power of two, or 0 */
} nv_csl_id_map;

/* Adds the pair, or gives the id another value; false without memory. */
bool nv_csl_id_map_put(nv_csl_id_map *map, const char *id, uint32_t value);

/* Writes the value of the id; false, and *value as it was, if it is not
 * there. */
bool nv_csl_id_map_get(const nv_csl_id_map *map, const char *id,
                       uint32_t *value);

/* Takes the id out; one that is not there does no harm. */
void nv_csl_id_map_remove(nv_csl_id_map *map, const char *id);

/* Gives back the slots; the map is empty afterwards. */
void nv_csl_id_map_release(nv_csl_id_map *map);

/* Keys to sort by, kept until the item or its distinction changes. */
typedef struct {
    nv_csl_sort_keys keys;
    void *memory;   /* of the keys, one block; NULL: to be made */
    uint32_t stamp; /* of the distinction they were made with */
} nv_csl_doc_keys;

/* An item known to the processor. Indices stay as they are while it is known;
 * that of a removed item is used again. An item that is cited before it is
 * known has an entry with item NULL. */
typedef struct {
    char *id; /* owned; NULL: a free entry, the next one is in `first` */
    const nv_csl_item *item;
    uint32_t cites;         /* in all clusters; maintained by every change */
    bool is_uncited;        /* in the bibliography all the same */
    bool is_dirty;          /* item or membership is new since the update */
    bool is_counted;        /* while items are counted */
    uint32_t uncited_place; /* in the list of the uncited */
    uint32_t first;         /* order of first citation; for uncited ones after
                             * it; NV_CSL_NO_ITEM: neither */
    uint32_t rank;          /* among the entries by first citation, from 1 */
    uint32_t number;        /* citation-number, from 1; 0: none */
    int32_t first_note;     /* 0: cited in no note */
    int32_t last_note;      /* while positions are computed; -1: none so far */
    nv_csl_distinction distinction;
    void *choices; /* memory of distinction.blocks, made by apart.c */
    nv_csl_doc_keys keys[NV_CSL_AREA_COUNT];
    nv_csl_text *entry; /* owned; NULL: to be formatted */
    nv_csl_cite_state entry_state;
    uint32_t entry_before;    /* the entry above it, when it was made */
    nv_csl_block entry_block; /* the names its author has printed */
    uint64_t entry_author;    /* hash of what stands for the author; 0: none */
} nv_csl_doc_item;

typedef struct {
    nv_csl_cite cite;                   /* texts are in the cluster's block */
    uint32_t item;                      /* index; NV_CSL_NO_ITEM never */
    nv_csl_cite_state state, formatted; /* now, and when text was made */
} nv_csl_doc_cite;

/* A cluster and its texts in one block of memory. */
typedef struct {
    const char *id;
    int32_t note;
    bool is_unsorted;
    bool is_open, is_inside;
    bool is_dirty;   /* to be formatted */
    bool is_changed; /* its text is not what it was at the last update */
    uint32_t slot;   /* in processor->cluster_slots */
    uint32_t place;  /* in processor->clusters */
    uint32_t count;
    nv_csl_doc_cite *cites;
    uint32_t *order;   /* of printing: indices of cites */
    nv_csl_text *text; /* owned; NULL before the first update */
} nv_csl_doc_cluster;

struct nv_csl_processor {
    const nv_csl_lexicon *lexicon;
    nv_csl_options options;
    nv_csl_doc_item *items;
    size_t item_count, item_capacity;
    uint32_t free_item; /* the first free entry; NV_CSL_NO_ITEM: none */
    nv_csl_id_map item_ids;
    nv_csl_doc_cluster **clusters;      /* document order */
    nv_csl_doc_cluster **cluster_slots; /* the same, as cluster_ids has them: a
                                         * slot is not moved by an insertion */
    size_t cluster_count, cluster_capacity;
    nv_csl_id_map cluster_ids; /* value: slot */
    bool items_changed;        /* membership or data: steps 2 and 3 have work */
    bool order_changed;        /* of the entries, in this update */
    uint32_t *entries;         /* item indices in order of the bibliography */
    size_t entry_count;
    nv_csl_entry *entry_list;   /* what was lent out last */
    const char **changed;       /* ids lent out by the last update */
    struct nv_csl_apart *apart; /* distinction.h */
    nv_csl_draft draft;         /* of the cluster or entry being made */
    nv_csl_draft side;          /* for keys, regions and comparisons */
    nv_arena scratch;           /* emptied after each cluster or entry */
};

/* Items. doc_items.c */

/* The index of that id, which is known from then on; NV_CSL_NO_ITEM without
 * memory. */
uint32_t nv_csl_doc_item_take(nv_csl_processor *processor, const char *id);

/* One cite more (1) or less (-1). */
void nv_csl_doc_item_count(nv_csl_processor *processor, uint32_t item,
                           int change);

/* Forgets the item if it has no data, no cites and is not uncited. */
void nv_csl_doc_item_drop(nv_csl_processor *processor, uint32_t item);

/* Forgets the keys of an area, so that they are made anew. */
void nv_csl_doc_item_forget_keys(nv_csl_doc_item *item, nv_csl_area area);

/* Is it in the bibliography? */
bool nv_csl_doc_item_is_listed(const nv_csl_doc_item *item);

/* Gives back all items of the processor. */
void nv_csl_doc_items_free(nv_csl_processor *processor);

/* Clusters. clusters.c */

/* A copy of what the caller has. Its items are known, but no cite is counted.
 * NULL without memory. */
nv_csl_doc_cluster *nv_csl_doc_cluster_new(nv_csl_processor *processor,
                                           const nv_csl_cluster *cluster);

/* Releases it and drops items that nobody needs but it; NULL is fine. */
void nv_csl_doc_cluster_free(nv_csl_processor *processor,
                             nv_csl_doc_cluster *cluster);

/* Gives back all clusters of the processor. */
void nv_csl_doc_clusters_free(nv_csl_processor *processor);

/* Steps of an update */

/* Fills items[].first; says whether one is not what it was. count.c */
bool nv_csl_count(nv_csl_processor *processor);

/* Order of the entries, with citation numbers. False without memory. order.c */
bool nv_csl_bibliography_order(nv_csl_processor *processor, nv_error *err);

/* Is the order of printing to be found anew: by keys that are not there, or do
 * not fit the distinction of their item? order.c */
bool nv_csl_cluster_lacks_keys(const nv_csl_processor *processor,
                               const nv_csl_doc_cluster *cluster);

/* Orders the cites of a cluster for printing; one with another order than
 * before becomes dirty. False without memory. order.c */
bool nv_csl_cluster_order(nv_csl_processor *processor,
                          nv_csl_doc_cluster *cluster, nv_error *err);

/* A render for the item, with all but cite, state, key and repeat filled in. */
nv_csl_render nv_csl_document_render(nv_csl_processor *processor,
                                     nv_csl_area area, uint32_t item);

/* Fills the states of all cites, and marks clusters dirty. Cannot fail.
 * Rules (specification, "Locators and positions"), by order of printing:
 * - ibid: the same item as the cite just before in the same cluster; or the
 *   first of its cluster, when the cluster of the note before (or in text, the
 *   one before) is a single cite of that item;
 * - with a locator, other than the cite before or new: ibid-with-locator; the
 *   same or none in both: ibid; none where there was one: subsequent;
 * - near-note: at most near-note-distance notes after the last cite. */
void nv_csl_positions_compute(nv_csl_processor *processor);

/* Do two states print the same? positions.c */
bool nv_csl_cite_states_equal(const nv_csl_cite_state *a,
                              const nv_csl_cite_state *b);

/* The states of the cites of a preview: positions are first unless given. */
void nv_csl_positions_preview(const nv_csl_processor *processor,
                              nv_csl_doc_cluster *cluster);

/* Formats one cluster into `draft`, which is empty: order, grouping,
 * collapsing, delimiters, affixes of cites and layout. The cites of a cluster
 * that is no part of the document (a preview) have their states filled in all
 * the same. cluster.c, collapse.c */
void nv_csl_cluster_format(nv_csl_processor *processor,
                           const nv_csl_doc_cluster *cluster,
                           nv_csl_draft *draft);

/* Releases the entries whose text does not hold any more; were there any? The
 * last step of an update. */
bool nv_csl_bibliography_refresh(nv_csl_processor *processor);

#endif
