/* SPDX-License-Identifier: MPL-2.0 */
/* All citations of a document as the panel lists them: what is cited, where,
 * and which need attention. */
#ifndef NV_WRITER_SURVEY_H
#define NV_WRITER_SURVEY_H

#include "writer/document.h"

/* One citation. Texts are the survey's, UTF-8. */
typedef struct {
    const char *name; /* of its bookmark */
    int32_t note;     /* 0: in the text */
    nv_standing_state state;
    const char *text;            /* what it says now */
    const char *wanted;          /* what it should say; NULL when lost */
    const nv_registry *registry; /* NULL, as event, when lost */
    const nv_event *event;
    const nv_citation *citation; /* as name and property say; NULL when lost */
    const char *trouble; /* of one that is lost: a sentence; else NULL */
} nv_surveyed;

typedef struct nv_survey nv_survey;

/* Looks through the document, in its order; writes nothing. NULL with *err
 * set. */
nv_survey *nv_survey_new(nv_essay *essay, const nv_means *means, nv_error *err);
void nv_survey_free(nv_survey *survey);

size_t nv_survey_count(const nv_survey *survey);
const nv_surveyed *nv_survey_at(const nv_survey *survey, size_t index);

/* How many are in each state, `rewritten` being those that are to be. */
nv_refreshed nv_survey_sum(const nv_survey *survey);

#endif
