/* SPDX-License-Identifier: MPL-2.0 */
/* See traits.h. */
#include "registry/search/traits.h"

#include <stdlib.h>

#include "registry/day.h"

enum { FACETS_MAX = 256 /* of one event that are looked at */ };

/* Texts. */

static void release_set(nv_text_set *set)
{
    nv_blob_release(&set->blob);
    nv_map_release(&set->numbers);
    free(set->places);
}

const char *nv_text_set_at(const nv_text_set *set, size_t number)
{
    return nv_blob_text(&set->blob, set->places[number]);
}

uint32_t nv_text_set_find(const nv_text_set *set, const char *text)
{
    const uint32_t place = nv_blob_find(&set->blob, text);
    uint32_t number;

    return place && nv_map_find(&set->numbers, place, &number) ? number
                                                               : UINT32_MAX;
}

static bool grow(void *items, size_t count, size_t *capacity, size_t size)
{
    void **array = items;
    const size_t wanted = *capacity ? 2 * *capacity : 64;
    void *larger;

    if (count < *capacity)
        return true;
    larger = realloc(*array, wanted * size);
    if (!larger)
        return false;
    *array = larger;
    *capacity = wanted;
    return true;
}

/* The number of a text, which becomes known if need be; false without
 * memory. */
static bool number_of(nv_text_set *set, const char *text, uint32_t *number)
{
    const uint32_t place = nv_blob_put(&set->blob, text);

    if (!place)
        return false;
    if (nv_map_find(&set->numbers, place, number))
        return true;
    *number = (uint32_t)set->count;
    if (!grow(&set->places, set->count, &set->capacity, sizeof *set->places) ||
        !nv_map_add(&set->numbers, place, *number))
        return false;
    set->places[set->count++] = place;
    return true;
}

/* Events. */

static uint16_t year_of(int day)
{
    const int year = day / 10000;

    return (uint16_t)(year < 1 ? 1 : year > NV_YEAR_MAX ? NV_YEAR_MAX : year);
}

static void read_card(const nv_index *index, uint32_t event, nv_trait *trait)
{
    nv_days days = {0, 0}, end;
    nv_card card;

    *trait = (nv_trait){1, 1, 0};
    if (!nv_index_card(index, event, &card) ||
        !nv_days_from_iso(card.date, &days))
        return;
    if (card.end && nv_days_from_iso(card.end, &end) && end.last > days.last)
        days.last = end.last;
    *trait =
        (nv_trait){year_of(days.first), year_of(days.last), (uint8_t)card.kind};
}

static bool add_value(nv_traits_in *in, nv_text_set *set, const char *text)
{
    uint32_t number;

    if (!number_of(set, text, &number) ||
        !grow(&in->values, in->value_count, &in->value_capacity,
              sizeof *in->values))
        return false;
    in->values[in->value_count++] = number;
    return true;
}

static bool read_values(nv_traits *traits, nv_traits_in *in,
                        const nv_index *index, uint32_t event)
{
    const char *texts[FACETS_MAX];
    size_t parties;
    size_t count = nv_index_facets(index, event, texts, FACETS_MAX, &parties);

    count = count < FACETS_MAX ? count : FACETS_MAX;
    parties = parties < count ? parties : count;
    in->starts[2 * (size_t)event] = (uint32_t)in->value_count;
    for (size_t i = 0; i < parties; i++)
        if (!add_value(in, &traits->parties, texts[i]))
            return false;
    in->starts[2 * (size_t)event + 1] = (uint32_t)in->value_count;
    for (size_t i = parties; i < count; i++)
        if (!add_value(in, &traits->languages, texts[i]))
            return false;
    in->starts[2 * (size_t)event + 2] = (uint32_t)in->value_count;
    return true;
}

static bool read_registry(nv_traits *traits, nv_traits_in *in,
                          const nv_index *index)
{
    const uint32_t count = nv_index_event_count(index);

    in->events = malloc((count + 1) * sizeof *in->events);
    in->starts = calloc(2 * (size_t)count + 1, sizeof *in->starts);
    if (!in->events || !in->starts)
        return false;
    in->event_count = count;
    for (uint32_t i = 0; i < count; i++) {
        read_card(index, i, &in->events[i]);
        if (!read_values(traits, in, index, i))
            return false;
    }
    return true;
}

bool nv_traits_read(nv_traits *traits, const nv_registry *const registries[],
                    size_t count)
{
    *traits = (nv_traits){.in_count = count};
    nv_buffer_init(&traits->parties.blob.bytes);
    nv_buffer_init(&traits->languages.blob.bytes);
    traits->in = calloc(count + 1, sizeof *traits->in);
    if (!traits->in)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!read_registry(traits, &traits->in[i],
                           nv_registry_index(registries[i])))
            return false;
    return true;
}

void nv_traits_release(nv_traits *traits)
{
    for (size_t i = 0; traits->in && i < traits->in_count; i++) {
        free(traits->in[i].events);
        free(traits->in[i].starts);
        free(traits->in[i].values);
    }
    free(traits->in);
    traits->in = NULL;
    release_set(&traits->parties);
    release_set(&traits->languages);
    *traits = (nv_traits){.in = NULL};
}
