/* SPDX-License-Identifier: MPL-2.0 */
/* See picked.h: the filter of a search. */
#include "registry/search/picked.h"

#include <stdlib.h>

#include "registry/search/finder.h"

static bool fail(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is not enough memory for the filter. Close other "
                   "programs and try again.");
}

static void drop_sieve(nv_picked *picked)
{
    nv_sieve_release(&picked->sieve);
    picked->has_sieve = false;
}

void nv_picked_forget(nv_finder *finder)
{
    nv_picked *picked = finder->picked;

    if (!picked)
        return;
    drop_sieve(picked);
    nv_traits_release(&picked->traits);
    picked->has_traits = false;
    free(picked->lists[0]);
    picked->lists[0] = NULL;
    for (size_t i = 0; i < NV_FACET_COUNT; i++)
        picked->list_counts[i] = 0;
    picked->counted = 0;
}

static void release_texts(nv_picked *picked)
{
    nv_buffer_release(&picked->party);
    nv_buffer_release(&picked->language);
    nv_buffer_release(&picked->pack);
}

void nv_picked_free(nv_finder *finder)
{
    nv_picked *picked = finder->picked;

    if (!picked)
        return;
    nv_picked_forget(finder);
    release_texts(picked);
    free(picked);
    finder->picked = NULL;
}

static nv_picked *picked_of(nv_finder *finder)
{
    if (finder->picked)
        return finder->picked;
    finder->picked = calloc(1, sizeof *finder->picked);
    if (finder->picked) {
        nv_buffer_init(&finder->picked->party);
        nv_buffer_init(&finder->picked->language);
        nv_buffer_init(&finder->picked->pack);
    }
    return finder->picked;
}

/* Reads the traits and judges the events, as far as that was not done. */
static bool prepare(nv_finder *finder)
{
    nv_picked *picked = finder->picked;

    if (!picked->has_traits) {
        picked->has_traits = nv_traits_read(&picked->traits, finder->registries,
                                            finder->registry_count);
        if (!picked->has_traits)
            nv_traits_release(&picked->traits);
    }
    if (picked->has_traits && !picked->has_sieve) {
        picked->has_sieve = nv_sieve_make(&picked->sieve, &picked->traits,
                                          finder->registries, &picked->filter);
        if (!picked->has_sieve)
            nv_sieve_release(&picked->sieve);
    }
    return picked->has_sieve;
}

bool nv_picked_prepare(nv_finder *finder, nv_error *err)
{
    return (picked_of(finder) && prepare(finder)) || fail(err);
}

bool nv_picked_has_filter(const nv_finder *finder)
{
    return finder->picked && !nv_filter_is_empty(&finder->picked->filter);
}

bool nv_picked_sieve(nv_finder *finder, const nv_sieve **sieve)
{
    *sieve = NULL;
    if (!nv_picked_has_filter(finder))
        return true;
    *sieve = &finder->picked->sieve;
    return prepare(finder);
}

bool nv_finder_set_filter(nv_finder *finder, const nv_filter *filter,
                          nv_error *err)
{
    nv_picked *picked = picked_of(finder);
    nv_picked next = {.party = NV_BUFFER_INIT,
                      .language = NV_BUFFER_INIT,
                      .pack = NV_BUFFER_INIT};

    nv_buffer_add_text(&next.party, filter->party);
    nv_buffer_add_text(&next.language, filter->language);
    nv_buffer_add_text(&next.pack, filter->pack);
    if (!picked || next.party.failed || next.language.failed ||
        next.pack.failed) {
        release_texts(&next);
        return fail(err);
    }
    drop_sieve(picked);
    release_texts(picked);
    picked->party = next.party;
    picked->language = next.language;
    picked->pack = next.pack;
    picked->filter = *filter;
    picked->filter.party = picked->party.text;
    picked->filter.language = picked->language.text;
    picked->filter.pack = picked->pack.text;
    return true;
}
