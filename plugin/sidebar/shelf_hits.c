/* SPDX-License-Identifier: MPL-2.0 */
/* See shelf_hits.h. */
#include "sidebar/shelf_hits.h"

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

static size_t add_board(const nv_shelf *shelf, nv_shelf_board board,
                        const nv_packs *packs, nv_hit hits[])
{
    char id[NV_SHELF_ID];
    size_t at = 0, count = 0;

    while (nv_shelf_next(shelf, board, &at, id))
        if (find(packs, id, &hits[count]))
            count++;
    return count;
}

size_t nv_shelf_hits(const nv_shelf *shelf, const nv_packs *packs,
                     nv_hit hits[], size_t *recent)
{
    *recent = 0;
    if (!shelf || !packs)
        return 0;
    *recent = add_board(shelf, NV_SHELF_OF_RECENT, packs, hits);
    return *recent +
           add_board(shelf, NV_SHELF_OF_STARRED, packs, hits + *recent);
}

void nv_shelf_add_id(nv_buffer *out, const nv_hit *hit)
{
    nv_buffer_add_format(out, "%s:%s", nv_registry_pack(hit->registry),
                         hit->card.id);
}
