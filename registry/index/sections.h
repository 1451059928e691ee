/* SPDX-License-Identifier: MPL-2.0 */
/* Writing the sections of an index, one after the other. For the files of this
 * room only. */
#ifndef NV_REGISTRY_INDEX_SECTIONS_H
#define NV_REGISTRY_INDEX_SECTIONS_H

#include "registry/index/builder.h"
#include "registry/index/bytes.h"

/* What is being written. Want of memory is told by out->failed, or by the
 * function that returns false. */
typedef struct {
    nv_index_builder *builder;
    nv_buffer *out;
    size_t base; /* of the header in out */
    struct {
        uint64_t offset, len;
    } sections[NV_SECTION_COUNT]; /* from the end of the header */
    uint32_t *words;              /* by term: in gather.words[] */
    uint32_t *terms;              /* by word of gather.words[] */
    uint32_t *ranks;              /* by term */
} nv_sections;

/* How long the body has become. */
uint64_t nv_body_len(const nv_sections *s);

/* Fills the body up to a multiple of eight bytes. */
void nv_body_align(nv_sections *s);

/* Begins a section at the end of the body, on a multiple of eight bytes. */
void nv_section_begin(nv_sections *s, nv_section section);

/* Ends it: notes how long it has become. */
void nv_section_end(nv_sections *s, nv_section section);

/* How long the section has become that was begun last. */
uint64_t nv_section_len(const nv_sections *s, nv_section section);

static inline void nv_put(nv_buffer *out, const void *bytes, size_t len)
{
    nv_buffer_add(out, bytes, len);
}

static inline void nv_put_u16(nv_buffer *out, uint16_t value)
{
    unsigned char bytes[2];

    nv_save_u16(bytes, value);
    nv_put(out, bytes, sizeof bytes);
}

static inline void nv_put_u32(nv_buffer *out, uint32_t value)
{
    unsigned char bytes[4];

    nv_save_u32(bytes, value);
    nv_put(out, bytes, sizeof bytes);
}

static inline void nv_put_u64(nv_buffer *out, uint64_t value)
{
    unsigned char bytes[8];

    nv_save_u64(bytes, value);
    nv_put(out, bytes, sizeof bytes);
}

static inline void nv_put_packed(nv_buffer *out, uint32_t value)
{
    unsigned char bytes[NV_PACKED_MAX];

    nv_put(out, bytes, (size_t)(nv_pack_u32(bytes, value) - bytes));
}

/* Something with a text, or a number, to be sorted by. */
typedef struct {
    const char *text;
    uint32_t number;
} nv_sorted;

/* Sorts upwards by text (strcmp). */
void nv_sort_by_text(nv_sorted *items, size_t count);

/* Sorts upwards. */
void nv_sort_numbers(uint64_t *items, size_t count);

/* Events, statements, where they stand in the pack, and names. */
bool nv_write_records(nv_sections *s, const nv_member members[],
                      size_t member_count);

/* Words and their postings; fills in words[] and terms[], which like ranks[]
 * are given back by the caller. */
bool nv_write_words(nv_sections *s);

/* Tokens and lengths. Needs terms[]. */
bool nv_write_texts(nv_sections *s);

/* Dates and sounds. Needs words[]. */
bool nv_write_dates(nv_sections *s);

/* The sounds of words written with a capital. Needs words[]. */
bool nv_write_sounds(nv_sections *s);

/* The word of a term. Needs words[]. */
static inline const nv_gathered *nv_word_of(const nv_sections *s, size_t term)
{
    return &s->builder->gather.words[s->words[term]];
}

#endif
