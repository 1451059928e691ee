/* SPDX-License-Identifier: MPL-2.0 */
/* See sections.h: dates and sounds. */
#include "registry/index/sections.h"

#include <stdlib.h>

#include "registry/text/spelling.h"

/* Dates. */

static int compare_datings(const void *a, const void *b)
{
    const nv_dating *x = a, *y = b;
    const int64_t orders[] = {
        (int64_t)x->days.first - y->days.first,
        (int64_t)x->days.last - y->days.last, (int64_t)x->record - y->record,
        (int64_t)x->zone - y->zone, (int64_t)x->standing - y->standing};

    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (orders[i] != 0)
            return orders[i] < 0 ? -1 : 1;
    return 0;
}

static void write_last_days(nv_sections *s)
{
    const nv_gather *gather = &s->builder->gather;
    int last = 0;

    nv_section_begin(s, NV_SECTION_LAST_DAYS);
    for (size_t i = 0; i < gather->dating_count; i++) {
        if (i % NV_FORMAT_DATINGS == 0 || gather->datings[i].days.last > last)
            last = gather->datings[i].days.last;
        if ((i + 1) % NV_FORMAT_DATINGS == 0 || i + 1 == gather->dating_count)
            nv_put_u32(s->out, (uint32_t)last);
    }
    nv_section_end(s, NV_SECTION_LAST_DAYS);
}

bool nv_write_dates(nv_sections *s)
{
    nv_gather *gather = &s->builder->gather;

    if (gather->dating_count)
        qsort(gather->datings, gather->dating_count, sizeof *gather->datings,
              compare_datings);
    nv_section_begin(s, NV_SECTION_DATINGS);
    for (size_t i = 0; i < gather->dating_count; i++) {
        const nv_dating *dating = &gather->datings[i];

        nv_put_u32(s->out, (uint32_t)dating->days.first);
        nv_put_u32(s->out, (uint32_t)dating->days.last);
        nv_put_u32(s->out, dating->record);
        nv_put(s->out, &dating->zone, 1);
        nv_put(s->out, &dating->standing, 1);
        nv_put_u16(s->out, 0);
    }
    nv_section_end(s, NV_SECTION_DATINGS);
    write_last_days(s);
    return !s->out->failed;
}

/* Sounds. */

static int compare_spellings(const void *a, const void *b)
{
    const nv_spelling *x = a, *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->term > y->term) - (x->term < y->term);
}

static size_t find_spellings(const nv_sections *s, nv_spelling *spellings)
{
    size_t count = 0;

    for (size_t i = 0; i < s->builder->gather.word_count; i++) {
        const nv_gathered *word = nv_word_of(s, i);
        uint64_t keys[NV_SPELLING_MAX];
        size_t key_count =
            word->is_name ? nv_spelling_keys(word->word, keys) : 0;

        while (key_count > 0)
            spellings[count++] = (nv_spelling){keys[--key_count], (uint32_t)i};
    }
    return count;
}

bool nv_write_sounds(nv_sections *s)
{
    size_t count = 0;
    nv_spelling *spellings;

    for (size_t i = 0; i < s->builder->gather.word_count; i++)
        count += s->builder->gather.words[i].is_name ? NV_SPELLING_MAX : 0;
    spellings = malloc((count + 1) * sizeof *spellings);
    if (!spellings)
        return false;
    count = find_spellings(s, spellings);
    qsort(spellings, count, sizeof *spellings, compare_spellings);
    nv_section_begin(s, NV_SECTION_SOUND_KEYS);
    for (size_t i = 0; i < count; i++)
        nv_put_u64(s->out, spellings[i].key);
    nv_section_end(s, NV_SECTION_SOUND_KEYS);
    nv_section_begin(s, NV_SECTION_SOUND_TERMS);
    for (size_t i = 0; i < count; i++)
        nv_put_u32(s->out, spellings[i].term);
    nv_section_end(s, NV_SECTION_SOUND_TERMS);
    free(spellings);
    return true;
}
