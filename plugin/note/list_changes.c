/* SPDX-License-Identifier: MPL-2.0 */
/* See list_changes.h: the longest common subsequence of what is between an
 * equal head and an equal end. */
#include "note/list_changes.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_COMPARED = 2000 /* paragraphs; of more, none is found again */ };

typedef struct {
    const char *const *old, *const *wanted;
    size_t old_count, wanted_count;
    uint16_t *lengths; /* of the common rest from (old, wanted) on; NULL: none
                          is looked for */
    nv_list_change *changes;
    size_t count;
} work;

static uint16_t *length_at(const work *work, size_t old, size_t wanted)
{
    return &work->lengths[old * (work->wanted_count + 1) + wanted];
}

static bool is_same(const work *work, size_t old, size_t wanted)
{
    return strcmp(work->old[old], work->wanted[wanted]) == 0;
}

static void measure(work *work, size_t head)
{
    for (size_t i = work->old_count; i-- > head;)
        for (size_t j = work->wanted_count; j-- > head;) {
            const uint16_t down = *length_at(work, i + 1, j);
            const uint16_t right = *length_at(work, i, j + 1);

            *length_at(work, i, j) =
                is_same(work, i, j)
                    ? (uint16_t)(*length_at(work, i + 1, j + 1) + 1)
                : down > right ? down
                               : right;
        }
}

static void add(work *work, nv_list_act act, size_t old, size_t wanted)
{
    work->changes[work->count++] = (nv_list_change){act, old, wanted};
}

/* What is between two that stay: written in place as far as there is place. */
static void add_gap(work *work, size_t old, size_t old_end, size_t wanted,
                    size_t wanted_end)
{
    while (old < old_end && wanted < wanted_end)
        add(work, NV_LIST_REPLACE, old++, wanted++);
    for (; old < old_end; old++)
        add(work, NV_LIST_DELETE, old, wanted);
    for (; wanted < wanted_end; wanted++)
        add(work, NV_LIST_INSERT, old - 1, wanted);
}

static void walk(work *work, size_t head)
{
    size_t i = head, j = head, old = head, wanted = head;

    while (work->lengths && i < work->old_count && j < work->wanted_count)
        if (is_same(work, i, j)) {
            add_gap(work, old, i, wanted, j);
            add(work, NV_LIST_KEEP, i++, j++);
            old = i;
            wanted = j;
        } else if (*length_at(work, i + 1, j) >= *length_at(work, i, j + 1)) {
            i++;
        } else {
            j++;
        }
    add_gap(work, old, work->old_count, wanted, work->wanted_count);
}

/* The equal end is left to the caller. */
static bool compare(work *work, size_t head, nv_error *err)
{
    if (work->old_count <= MOST_COMPARED &&
        work->wanted_count <= MOST_COMPARED) {
        work->lengths = calloc((work->old_count + 1) * (work->wanted_count + 1),
                               sizeof *work->lengths);
        if (!work->lengths)
            return nv_fail(err, NV_ERROR_MEMORY, 0,
                           "There is no memory for the list of works; close "
                           "other documents and try again.");
        measure(work, head);
    }
    walk(work, head);
    free(work->lengths);
    return true;
}

bool nv_list_changes(const char *const old[], size_t old_count,
                     const char *const wanted[], size_t wanted_count,
                     nv_list_change changes[], size_t *count, nv_error *err)
{
    work work = {.old = old, .wanted = wanted, .changes = changes};
    size_t head = 1, end = 0;

    add(&work, NV_LIST_KEEP, 0, 0);
    for (;
         head < old_count && head < wanted_count && is_same(&work, head, head);
         head++)
        add(&work, NV_LIST_KEEP, head, head);
    while (old_count - end > head && wanted_count - end > head &&
           is_same(&work, old_count - end - 1, wanted_count - end - 1))
        end++;
    work.old_count = old_count - end;
    work.wanted_count = wanted_count - end;
    if (!compare(&work, head, err))
        return false;
    for (; end > 0; end--)
        add(&work, NV_LIST_KEEP, old_count - end, wanted_count - end);
    *count = work.count;
    return true;
}
