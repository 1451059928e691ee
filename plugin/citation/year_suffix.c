/* SPDX-License-Identifier: MPL-2.0 */
/* Year suffixes: step 4 of distinction.h. */
#include "citation/apart.h"

#include <stdlib.h>

/* Where an item stands among the entries, and what group it is of. */
typedef struct {
    uint64_t key;
    uint32_t place, item;
} ranked;

static int by_key_and_place(const void *a, const void *b)
{
    const ranked *first = a, *second = b;

    if (first->key != second->key)
        return first->key < second->key ? -1 : 1;
    return (first->place > second->place) - (first->place < second->place);
}

/* Where each item stands among the entries; NULL without memory. */
static uint32_t *places_of(const nv_csl_processor *processor)
{
    uint32_t *places = nv_arena_array(&processor->apart->memory,
                                      processor->item_count, sizeof *places);

    for (size_t i = 0; places && i < processor->entry_count; i++)
        places[processor->entries[i]] = (uint32_t)i;
    return places;
}

bool nv_csl_apart_suffixes(const nv_csl_processor *processor,
                           const nv_csl_apart_member members[], size_t count,
                           uint32_t suffixes[])
{
    const uint32_t *places = places_of(processor);
    ranked *all = nv_arena_array(&processor->apart->memory, count, sizeof *all);
    size_t ranked_count = 0;
    uint32_t suffix = 0;

    if (!places || !all)
        return false;
    for (size_t i = 0; i < count; i++)
        if (members[i].needs_suffix)
            all[ranked_count++] = (ranked){
                members[i].key, places[members[i].item], members[i].item};
    qsort(all, ranked_count, sizeof *all, by_key_and_place);
    for (size_t i = 0; i < ranked_count; i++) {
        suffix = i && all[i].key == all[i - 1].key ? suffix + 1 : 1;
        suffixes[all[i].item] = suffix;
    }
    return true;
}
