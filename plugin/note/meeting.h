/* SPDX-License-Identifier: MPL-2.0 */
/* Where two orders of nearly the same things meet again: what a change of a
 * document comes to. For the files of this room only. */
#ifndef NV_NOTE_MEETING_H
#define NV_NOTE_MEETING_H

#include <stdbool.h>
#include <stddef.h>

/* Two orders, before[] and after[], of which the host knows what is equal. */
typedef struct {
    const void *host;
    bool (*is_same)(const void *host, size_t before, size_t after);
    size_t before_count, after_count;
} nv_orders;

/* How many of before[] go, and how many of after[] come, until they agree. */
typedef struct {
    size_t gone, come;
} nv_meeting;

/* From before[i] and after[j] on. Looks only so far ahead that a few changes
 * are found as what they are; where nothing agrees there, a whole stretch of
 * both is told as gone and come. At the ends both are 0. */
nv_meeting nv_find_meeting(const nv_orders *orders, size_t i, size_t j);

#endif
