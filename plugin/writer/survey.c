/* SPDX-License-Identifier: MPL-2.0 */
/* See survey.h. */
#include "writer/survey.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "writer/caret.h"
#include "writer/model.h"

struct nv_survey {
    nv_arena arena;
    nv_apparatus *apparatus;
    nv_surveyed *items;
    size_t count;
};

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory to list the citations; close other "
                   "documents and try again.");
}

static bool list_one(nv_survey *survey, const nv_standing *standing,
                     size_t index, nv_error *err)
{
    const nv_wanted *wanted = nv_apparatus_wanted(survey->apparatus, index);
    const bool is_lost = wanted->state == NV_STANDING_LOST;
    nv_surveyed *item = &survey->items[index];

    *item = (nv_surveyed){
        .name = nv_arena_text(&survey->arena, standing->name,
                              strlen(standing->name)),
        .note = standing->note,
        .state = wanted->state,
        .text = nv_arena_text(&survey->arena, standing->text,
                              strlen(standing->text)),
        .wanted = is_lost ? NULL : wanted->text,
        .registry = wanted->registry,
        .event = wanted->event,
        .citation = is_lost ? NULL : &wanted->citation,
        .trouble = is_lost ? wanted->trouble.message : NULL,
    };
    return (item->name && item->text) || fail_of_memory(err);
}

static bool list(nv_survey *survey, const nv_census *census,
                 const nv_means *means, nv_error *err)
{
    survey->apparatus =
        nv_apparatus_new(means, census->standing, census->count, err);
    if (!survey->apparatus)
        return false;
    survey->count = census->count;
    survey->items =
        nv_arena_array(&survey->arena, census->count + 1, sizeof(nv_surveyed));
    if (!survey->items)
        return fail_of_memory(err);
    for (size_t i = 0; i < census->count; i++)
        if (!list_one(survey, &census->standing[i], i, err))
            return false;
    return true;
}

nv_survey *nv_survey_new(nv_essay *essay, const nv_means *means, nv_error *err)
{
    nv_survey *survey = calloc(1, sizeof *survey);
    nv_caret caret = {0};
    nv_error why = {0};
    const nv_census *census = NULL;

    if (!survey)
        fail_of_memory(&why);
    else if (nv_caret_find(nv_essay_frame(essay), &caret, &why))
        census = nv_essay_census(essay, caret.model, &why);
    nv_caret_release(&caret);
    if (census && list(survey, census, means, &why))
        return survey;
    nv_survey_free(survey);
    if (err)
        *err = why;
    return NULL;
}

void nv_survey_free(nv_survey *survey)
{
    if (!survey)
        return;
    nv_apparatus_free(survey->apparatus);
    nv_arena_release(&survey->arena);
    free(survey);
}

size_t nv_survey_count(const nv_survey *survey)
{
    return survey->count;
}

const nv_surveyed *nv_survey_at(const nv_survey *survey, size_t index)
{
    return &survey->items[index];
}

nv_refreshed nv_survey_sum(const nv_survey *survey)
{
    return nv_apparatus_count(survey->apparatus);
}
