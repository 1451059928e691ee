/* SPDX-License-Identifier: MPL-2.0 */
/* See evidence.h. */
#include "registry/search/evidence.h"

#include <stdlib.h>

enum { EVENTS_MAX = 16 /* of one statement */ };

static const double statement_part = 0.5, next_part = 0.6;

bool nv_evidence_init(nv_evidence *evidence, const nv_index *index)
{
    const uint32_t count = nv_index_record_count(index);

    *evidence = (nv_evidence){.count = count};
    evidence->records = calloc((size_t)count + 1, sizeof *evidence->records);
    return evidence->records != NULL;
}

void nv_evidence_release(nv_evidence *evidence)
{
    free(evidence->records);
    evidence->records = NULL;
}

void nv_evidence_add(nv_evidence *evidence, uint32_t record, nv_zone zone,
                     double part)
{
    nv_weighed *weighed = &evidence->records[record];

    if (weighed->turn != evidence->turn) {
        weighed->turn = evidence->turn;
        weighed->said = 0;
    }
    if (part <= weighed->said)
        return;
    weighed->score += part - weighed->said;
    weighed->said = (float)part;
    if (part > weighed->most) {
        weighed->most = (float)part;
        weighed->zone = (uint8_t)zone;
    }
}

void nv_evidence_follow_statements(nv_evidence *evidence, const nv_index *index)
{
    for (uint32_t i = nv_index_event_count(index); i < evidence->count; i++) {
        double score = evidence->records[i].score * statement_part;
        uint32_t events[EVENTS_MAX];
        size_t count =
            score > 0 ? nv_index_statement_events(index, i, events, EVENTS_MAX)
                      : 0;

        count = count < EVENTS_MAX ? count : EVENTS_MAX;
        for (size_t k = 0; k < count; k++, score *= next_part) {
            nv_evidence_next(evidence);
            nv_evidence_add(evidence, events[k], NV_ZONE_STATEMENT, score);
        }
    }
}
