/* SPDX-License-Identifier: MPL-2.0 */
/* Ids and keys for new events: the date and the words of the title, and a
 * number made of the id. Each is given once; what was given before is entered
 * first, also of events that are gone. */
#ifndef NV_REGISTRY_EXCHANGE_NAMING_H
#define NV_REGISTRY_EXCHANGE_NAMING_H

#include <libxml/hash.h>

#include "base/arena.h"
#include "registry/event.h"

typedef struct {
    xmlHashTable *ids, *keys;
    bool failed; /* memory ran out */
} nv_naming;

/* Makes an empty one, to be given back with nv_naming_release(). */
void nv_naming_init(nv_naming *naming);
void nv_naming_release(nv_naming *naming);

/* Enters an id that was given, with `beside`, a second name or NULL; a key.
 * Returns false if it is there already or memory ran out. */
bool nv_naming_enter_id(nv_naming *naming, const char *id, const char *beside);
bool nv_naming_enter_key(nv_naming *naming, const char *key);

/* Gives the event, which has a date and a title, an id that is not taken:
 * `wanted` where that begins with the date and is free, else one of its own;
 * and a key. Both are in the arena; without memory naming->failed is set, and
 * one of them is NULL. */
void nv_naming_give(nv_naming *naming, const char *wanted, nv_arena *arena,
                    nv_event *event);

#endif
