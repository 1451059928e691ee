/* SPDX-License-Identifier: MPL-2.0 */
/* Which records have several things at once and others not. */
#ifndef NV_REGISTRY_CHOOSE_H
#define NV_REGISTRY_CHOOSE_H

#include "registry/search/found.h"

typedef struct {
    const nv_found *found;
    bool is_excluded; /* a record must not have it */
} nv_condition;

/* Either a list or, when all that must be there is heavy, a set. */
typedef struct {
    uint32_t *records; /* in their order */
    uint64_t *bits;
    uint32_t first, past; /* records first to past - 1 were looked at */
    size_t count;         /* of all that fulfil the conditions */
} nv_choice;

/* Chooses among the records first to past - 1; when nothing must be there, none
 * is chosen. The choice is the caller's to release, even when false is
 * returned: there was no memory. */
bool nv_choose(nv_choice *choice, const nv_index *index,
               const nv_condition conditions[], size_t count, uint32_t first,
               uint32_t past);

void nv_choice_release(nv_choice *choice);

/* Going through all of them: *at is 0 at first. False when there are no more.
 */
bool nv_choice_next(const nv_choice *choice, uint32_t *at, uint32_t *record);

#endif
