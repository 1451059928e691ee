/* SPDX-License-Identifier: MPL-2.0 */
/* See desk_hits.h. */
#include "sidebar/desk_hits.h"

#include <string.h>

static bool find(const nv_packs *packs, char *id, nv_hit *hit)
{
    char *name = strchr(id, ':');
    const nv_index *index;

    *name++ = '\0';
    memset(hit, 0, sizeof *hit);
    hit->registry = nv_packs_of(packs, id);
    if (!hit->registry)
        return false;
    index = nv_registry_index(hit->registry);
    hit->event = nv_index_by_id(index, name);
    return hit->event != NV_NO_RECORD &&
           nv_index_card(index, hit->event, &hit->card);
}

static size_t add_board(const nv_desk *desk, nv_desk_board board,
                        const nv_packs *packs, nv_hit hits[])
{
    char id[NV_DESK_ID];
    size_t at = 0, count = 0;

    while (nv_desk_next(desk, board, &at, id))
        if (find(packs, id, &hits[count]))
            count++;
    return count;
}

size_t nv_desk_hits(const nv_desk *desk, const nv_packs *packs, nv_hit hits[],
                    size_t *recent)
{
    *recent = 0;
    if (!desk || !packs)
        return 0;
    *recent = add_board(desk, NV_DESK_OF_RECENT, packs, hits);
    return *recent + add_board(desk, NV_DESK_OF_STARRED, packs, hits + *recent);
}

void nv_desk_add_event(nv_buffer *out, const nv_registry *registry,
                       const char *id)
{
    nv_buffer_add_format(out, "%s:%s", nv_registry_pack(registry), id);
}

void nv_desk_add_id(nv_buffer *out, const nv_hit *hit)
{
    nv_desk_add_event(out, hit->registry, hit->card.id);
}
