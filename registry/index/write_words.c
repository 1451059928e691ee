/* SPDX-License-Identifier: MPL-2.0 */
/* See sections.h: words and where they stand. */
#include "registry/index/sections.h"

#include <stdlib.h>
#include <string.h>

static bool sort_words(nv_sections *s)
{
    const nv_gather *gather = &s->builder->gather;
    nv_sorted *order = malloc((gather->word_count + 1) * sizeof *order);

    s->words = malloc((gather->word_count + 1) * sizeof *s->words);
    s->terms = malloc((gather->word_count + 1) * sizeof *s->terms);
    s->ranks = malloc((gather->word_count + 1) * sizeof *s->ranks);
    if (!order || !s->words || !s->terms || !s->ranks) {
        free(order);
        return false;
    }
    for (size_t i = 0; i < gather->word_count; i++)
        order[i] = (nv_sorted){gather->words[i].word, (uint32_t)i};
    nv_sort_by_text(order, gather->word_count);
    for (size_t i = 0; i < gather->word_count; i++) {
        s->words[i] = order[i].number;
        s->terms[order[i].number] = (uint32_t)i;
    }
    free(order);
    return true;
}

/* Writes where those of each term begin to starts[], and where the last end. */
static void write_postings(nv_sections *s, uint64_t starts[])
{
    nv_gather *gather = &s->builder->gather;

    nv_section_begin(s, NV_SECTION_POSTINGS);
    for (size_t i = 0; i < gather->word_count; i++) {
        starts[i] = nv_section_len(s, NV_SECTION_POSTINGS);
        nv_pool_copy(&gather->postings, &nv_word_of(s, i)->postings, s->out);
    }
    starts[gather->word_count] = nv_section_len(s, NV_SECTION_POSTINGS);
    nv_section_end(s, NV_SECTION_POSTINGS);
    nv_pool_release(&gather->postings);
}

static void put_term(nv_sections *s, uint64_t start, uint64_t places,
                     uint32_t word, uint32_t records)
{
    nv_put_u64(s->out, start);
    nv_put_u64(s->out, places);
    nv_put_u32(s->out, word);
    nv_put_u32(s->out, records);
}

static void write_terms(nv_sections *s, const uint64_t starts[])
{
    const size_t count = s->builder->gather.word_count;
    uint64_t places = 0;
    uint32_t at = 0;

    nv_section_begin(s, NV_SECTION_TERMS);
    for (size_t i = 0; i < count; i++) {
        const nv_gathered *word = nv_word_of(s, i);

        put_term(s, starts[i], places, at, word->records);
        places += word->places;
        at += (uint32_t)strlen(word->word) + 1;
    }
    put_term(s, starts[count], places, at, 0);
    nv_section_end(s, NV_SECTION_TERMS);
}

static void write_words(nv_sections *s)
{
    const size_t count = s->builder->gather.word_count;

    nv_section_begin(s, NV_SECTION_WORDS);
    for (size_t i = 0; i < count; i++)
        nv_put(s->out, nv_word_of(s, i)->word,
               strlen(nv_word_of(s, i)->word) + 1);
    nv_section_end(s, NV_SECTION_WORDS);
    nv_section_begin(s, NV_SECTION_HEADS);
    for (size_t i = 0; i < count; i += NV_FORMAT_HEADS)
        nv_put_u64(s->out, nv_head_of(nv_word_of(s, i)->word, 0));
    nv_section_end(s, NV_SECTION_HEADS);
}

bool nv_write_words(nv_sections *s)
{
    uint64_t *starts =
        malloc((s->builder->gather.word_count + 1) * sizeof *starts);
    const bool is_written = starts && sort_words(s);

    if (is_written) {
        write_postings(s, starts);
        write_terms(s, starts);
        write_words(s);
    }
    free(starts);
    return is_written;
}
