/* SPDX-License-Identifier: MPL-2.0 */
/* Which clusters the citations of a document make. For sequence*.c only. */
#ifndef NV_NOTE_SEQUENCE_PLAN_H
#define NV_NOTE_SEQUENCE_PLAN_H

#include "note/meeting.h"
#include "note/note.h"

enum { NV_CLUSTER_ID_LEN = 24 };

/* A cluster. What is not ours has one of a cite of something unknown, so that
 * nothing behind it can be taken for a repetition of what is before it. */
typedef struct {
    char id[NV_CLUSTER_ID_LEN]; /* in the processor */
    size_t at, count; /* its citations; count 0: what stands beside `at` */
    int32_t note;
    bool is_open, is_inside;
    bool has_changed; /* in the last update */
} nv_cluster_place;

/* All of them. All zero is none. */
typedef struct {
    nv_cluster_place *places;
    size_t count;
    uint64_t *serials;  /* of the citations */
    uint32_t *place_of; /* the citation's own cluster, if it is ours */
    size_t room;        /* for citations */
} nv_cluster_plan;

void nv_cluster_plan_release(nv_cluster_plan *plan);

/* Fills the plan, but for the ids, from citations as nv_note_sequence_update()
 * has them. False with NV_ERROR_MEMORY. */
bool nv_cluster_plan_make(nv_cluster_plan *plan, const nv_note_style *style,
                          const nv_noted noted[], const uint64_t serials[],
                          size_t count, nv_error *err);

/* Two plans; the orders are those of their places. */
typedef struct {
    const nv_cluster_plan *before, *after;
} nv_two_plans;

/* Whether two places hold the same citations. The host is an nv_two_plans. */
bool nv_cluster_plans_agree(const void *host, size_t before, size_t after);

#endif
