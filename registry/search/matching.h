/* SPDX-License-Identifier: MPL-2.0 */
/* Which records of one registry have all that is wanted. */
#ifndef NV_REGISTRY_MATCHING_H
#define NV_REGISTRY_MATCHING_H

#include "registry/search/choose.h"
#include "registry/search/score.h"

typedef struct {
    const nv_asked *asked;
    size_t registry; /* its number */
    const nv_index *index;
    const nv_found *passing; /* the events that pass a filter; NULL: all do */
} nv_matching;

/* Chooses among the events or the statements. Conditions on the event don't
 * touch a statement; they are asked of the events it leads to. The choice is
 * the caller's to release, even when false is returned: there was no memory. */
bool nv_matching_choose(const nv_matching *matching, bool of_statements,
                        nv_choice *choice);

/* Whether the event has all of it itself. */
bool nv_matching_has_all(const nv_matching *matching, uint32_t event);

/* Whether an event that a statement leads to fulfils the conditions. */
bool nv_matching_passes(const nv_matching *matching, uint32_t event);

/* Whether no record matches; false, too, when there is no memory to tell. */
bool nv_matching_is_none(const nv_matching *matching);

/* Adds to bits[] all events that match, themselves or by a statement. False
 * without memory. */
bool nv_matching_add_events(const nv_matching *matching, uint64_t bits[]);

#endif
