/* SPDX-License-Identifier: MPL-2.0 */
/* See corrections.h. */
#include "registry/search/corrections.h"

#include "registry/search/places.h"

size_t nv_finder_number_of(const nv_finder *finder, const nv_registry *registry)
{
    size_t number = 0;

    while (finder->registries[number] != registry)
        number++;
    return number;
}

static uint32_t record_of(const nv_hit *hit)
{
    const nv_index *index = nv_registry_index(hit->registry);

    return hit->statement ? nv_index_event_count(index) + hit->statement - 1
                          : hit->event;
}

/* The word of a record that was found for the wanted one, if the wanted one
 * itself is not in it. */
static const char *meant(nv_scorer *scorer, size_t wanted, uint32_t record)
{
    const nv_match_in *in =
        &scorer->asked->matches[wanted]->in[scorer->registry];
    size_t count;
    const nv_place *places = nv_scorer_places(scorer, wanted, record, &count);
    const nv_place *best = NULL;
    const nv_answer *answer;
    double most = 0;

    for (size_t i = 0; i < count; i++) {
        const double weight =
            places[i].count * scorer->zone_weights[places[i].zone];

        if (weight > most) {
            most = weight;
            best = &places[i];
        }
    }
    answer = best ? nv_answers_single(&in->answers, best->term) : NULL;
    return answer && answer->is_near
               ? nv_index_word(scorer->index, answer->term)
               : NULL;
}

bool nv_finder_note_corrections(nv_finder *finder)
{
    const nv_hit *hit = finder->hits.items;
    const nv_asked asked = {.query = &finder->query,
                            .matches = finder->used,
                            .match_count = finder->query.count};
    nv_scorer scorer;
    bool has_failed;

    if (finder->hits.count == 0)
        return true;
    nv_scorer_init(&scorer, &asked, nv_finder_number_of(finder, hit->registry),
                   nv_registry_index(hit->registry));
    for (size_t i = 0; i < finder->query.count; i++) {
        const char *word = finder->used[i] == &finder->near[i]
                               ? meant(&scorer, i, record_of(hit))
                               : NULL;

        if (word)
            finder->corrections[finder->correction_count++] = (nv_correction){
                finder->query.words[finder->query.wanted[i].first], word};
    }
    has_failed = scorer.failed;
    nv_scorer_release(&scorer);
    return !has_failed;
}
