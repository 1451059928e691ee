/* SPDX-License-Identifier: MPL-2.0 */
/* How much speaks for each record of one registry. Several things are said one
 * after the other; of each, a record counts what counts most for it. */
#ifndef NV_REGISTRY_EVIDENCE_H
#define NV_REGISTRY_EVIDENCE_H

#include "registry/index/index.h"

typedef struct {
    double score; /* of all that was said */
    float said;   /* of what is being said; of the thing `turn` */
    float most;   /* the most that one thing came to, */
    uint8_t zone; /* and where that stands */
    uint32_t turn;
} nv_weighed;

typedef struct {
    nv_weighed *records; /* by number */
    uint32_t count;
    uint32_t turn;
} nv_evidence;

/* False without memory. Released in any case. */
bool nv_evidence_init(nv_evidence *evidence, const nv_index *index);
void nv_evidence_release(nv_evidence *evidence);

/* Begins with the next thing. */
static inline void nv_evidence_next(nv_evidence *evidence)
{
    evidence->turn++;
}

/* Says it of a record. */
void nv_evidence_add(nv_evidence *evidence, uint32_t record, nv_zone zone,
                     double part);

/* Lets what speaks for a statement speak for the events it leads to. */
void nv_evidence_follow_statements(nv_evidence *evidence,
                                   const nv_index *index);

#endif
