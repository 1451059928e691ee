/* SPDX-License-Identifier: MPL-2.0 */
/* See sieve.h and filter.h. */
#include "registry/search/sieve.h"

#include <stdlib.h>
#include <string.h>

#include "registry/search/bits.h"

static bool is_given(const char *text)
{
    return text && text[0] != '\0';
}

bool nv_filter_is_empty(const nv_filter *filter)
{
    return filter->first_year == 0 && filter->last_year == 0 &&
           filter->kinds == 0 && !is_given(filter->party) &&
           !is_given(filter->language) && !is_given(filter->pack) &&
           !filter->has_wording;
}

/* The filter with numbers in the place of texts; a text that no event has gets
 * a number that none has. */
typedef struct {
    const nv_traits_in *in;
    const nv_filter *filter;
    uint32_t party, language;
    bool has_party, has_language, is_other_pack;
} judge;

static bool has_value(const nv_traits_in *in, uint32_t first, uint32_t past,
                      uint32_t wanted)
{
    for (uint32_t i = first; i < past; i++)
        if (in->values[i] == wanted)
            return true;
    return false;
}

static uint8_t judge_event(const judge *j, size_t event)
{
    const nv_trait *trait = &j->in->events[event];
    const uint32_t *starts = j->in->starts + 2 * event;
    const nv_filter *f = j->filter;
    unsigned fails = 0;

    if ((f->first_year && trait->last_year < f->first_year) ||
        (f->last_year && trait->first_year > f->last_year))
        fails |= 1u << NV_ASPECT_PERIOD;
    if (f->kinds && !(f->kinds >> trait->kind & 1))
        fails |= 1u << NV_ASPECT_KIND;
    if (j->has_party && !has_value(j->in, starts[0], starts[1], j->party))
        fails |= 1u << NV_ASPECT_PARTY;
    if (j->has_language && !has_value(j->in, starts[1], starts[2], j->language))
        fails |= 1u << NV_ASPECT_LANGUAGE;
    if (j->is_other_pack)
        fails |= 1u << NV_ASPECT_PACK;
    if (f->has_wording && starts[1] == starts[2])
        fails |= 1u << NV_ASPECT_WORDING;
    return (uint8_t)fails;
}

static bool judge_all(const judge *j, const nv_index *index, nv_sieve_in *in)
{
    in->fails = malloc(j->in->event_count + 1);
    in->passing.bits =
        calloc(nv_index_bit_words(index) + 1, sizeof *in->passing.bits);
    if (!in->fails || !in->passing.bits)
        return false;
    for (size_t i = 0; i < j->in->event_count; i++) {
        in->fails[i] = judge_event(j, i);
        if (in->fails[i] == 0) {
            nv_bits_add(in->passing.bits, (uint32_t)i);
            in->passing.record_count++;
        }
    }
    return true;
}

bool nv_sieve_make(nv_sieve *sieve, const nv_traits *traits,
                   const nv_registry *const registries[],
                   const nv_filter *filter)
{
    judge j = {.filter = filter,
               .has_party = is_given(filter->party),
               .has_language = is_given(filter->language)};

    *sieve = (nv_sieve){.in_count = traits->in_count};
    sieve->in = calloc(traits->in_count + 1, sizeof *sieve->in);
    if (!sieve->in)
        return false;
    if (j.has_party)
        j.party = nv_text_set_find(&traits->parties, filter->party);
    if (j.has_language)
        j.language = nv_text_set_find(&traits->languages, filter->language);
    for (size_t i = 0; i < traits->in_count; i++) {
        j.in = &traits->in[i];
        j.is_other_pack =
            is_given(filter->pack) &&
            strcmp(filter->pack, nv_registry_pack(registries[i])) != 0;
        if (!judge_all(&j, nv_registry_index(registries[i]), &sieve->in[i]))
            return false;
    }
    return true;
}

void nv_sieve_release(nv_sieve *sieve)
{
    for (size_t i = 0; sieve->in && i < sieve->in_count; i++) {
        free(sieve->in[i].fails);
        nv_found_release(&sieve->in[i].passing);
    }
    free(sieve->in);
    *sieve = (nv_sieve){.in = NULL};
}
