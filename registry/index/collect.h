/* SPDX-License-Identifier: MPL-2.0 */
/* Gathering records: what of them is searched, under all the names that are
 * known for it. */
#ifndef NV_REGISTRY_COLLECT_H
#define NV_REGISTRY_COLLECT_H

#include "registry/index/blob.h"
#include "registry/index/gather.h"

/* One form of a name, as words. */
typedef struct {
    uint32_t first, count; /* in word_list[] */
    uint32_t name;
    uint32_t next; /* another form with the same first word, + 1; 0: none */
    bool is_upper; /* to be recognised in capitals only: CAN is no "can" */
} nv_form;

/* All zero but for gather and texts, which the caller sets, is a collector that
 * knows no names. Want of memory is told by gather->failed. */
typedef struct {
    nv_gather *gather;
    nv_blob *texts;
    nv_map names; /* numbers of names by the canonical form's place in texts */
    nv_form *forms; /* those of one name together */
    size_t form_count, form_capacity;
    uint32_t *first_forms; /* by name; one more at the end */
    size_t name_count, first_capacity;
    uint32_t *word_list;
    size_t word_count, word_capacity;
    uint32_t *named_in; /* by name: the record it was added to last, + 1 */
    size_t named_capacity;
} nv_collector;

void nv_collector_release(nv_collector *collector);

/* Makes a name known, in the order of calls; all names come before all records.
 * False if there is one of that canonical form, or no memory. */
bool nv_collect_name(nv_collector *collector, const nv_name *name);

/* Gather the next record. A party or person is gathered under all its names; so
 * is a state or body that a text names, once for each event. */
void nv_collect_event(nv_collector *collector, const nv_event *event);
void nv_collect_statement(nv_collector *collector,
                          const nv_statement *statement);

#endif
