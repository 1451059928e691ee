/* SPDX-License-Identifier: MPL-2.0 */
/* See write.h. */
#include "registry/index/write.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/heavy.h"
#include "registry/index/image.h"
#include "registry/index/sections.h"

/* Heavy rows. */

/* Makes an index of what is written so far, for reading only, until more is
 * written. Its state is the caller's to free; false without memory. */
static bool look_at(const nv_sections *s, nv_index *index)
{
    unsigned char *header = (unsigned char *)s->out->text + s->base;

    *index = (nv_index){.body = header + NV_FORMAT_HEADER,
                        .event_count = (uint32_t)s->builder->card_count,
                        .record_count = (uint32_t)s->builder->location_count,
                        .term_count = (uint32_t)s->builder->gather.word_count};
    index->head_count =
        (index->term_count + NV_FORMAT_HEADS - 1) / NV_FORMAT_HEADS;
    index->body_len = nv_body_len(s);
    index->block_count = index->body_len / NV_FORMAT_BLOCK + 1;
    index->state = malloc(sizeof *index->state + index->block_count);
    if (!index->state)
        return false;
    atomic_init(&index->state->is_damaged, false);
    for (size_t i = 0; i < index->block_count; i++)
        atomic_init(&index->state->is_good[i], 1);
    for (size_t i = 0; i < NV_SECTION_COUNT; i++) {
        index->sections[i].at = index->body + s->sections[i].offset;
        index->sections[i].len = s->sections[i].len;
    }
    nv_image_average_lengths(index);
    return true;
}

static bool write_heavy(nv_sections *s)
{
    nv_buffer rows = NV_BUFFER_INIT, sets = NV_BUFFER_INIT;
    nv_index index = {0};
    const bool is_written = !s->out->failed && look_at(s, &index) &&
                            nv_heavy_write(&index, &rows, &sets);

    free(index.state);
    if (is_written) {
        nv_section_begin(s, NV_SECTION_HEAVY);
        nv_put(s->out, rows.text, rows.len);
        nv_section_end(s, NV_SECTION_HEAVY);
        nv_section_begin(s, NV_SECTION_SETS);
        nv_put(s->out, sets.text, sets.len);
        nv_section_end(s, NV_SECTION_SETS);
    }
    nv_buffer_release(&rows);
    nv_buffer_release(&sets);
    return is_written;
}

/* The frame. */

static void write_checksums(nv_sections *s)
{
    const size_t len = (size_t)nv_body_len(s);

    for (size_t at = 0; at < len && !s->out->failed; at += NV_FORMAT_BLOCK) {
        const unsigned char *body =
            (const unsigned char *)s->out->text + s->base + NV_FORMAT_HEADER;

        nv_put_u32(s->out, nv_image_checksum(0, body + at,
                                             len - at < NV_FORMAT_BLOCK
                                                 ? len - at
                                                 : NV_FORMAT_BLOCK));
    }
}

static void fill_header(nv_sections *s, const nv_index_tie *tie, size_t len)
{
    unsigned char *header = (unsigned char *)s->out->text + s->base;
    const size_t blocks = (len + NV_FORMAT_BLOCK - 1) / NV_FORMAT_BLOCK;
    unsigned char *at = header + NV_FORMAT_AT_SECTIONS;
    uint32_t sum;

    memcpy(header, NV_FORMAT_MAGIC, sizeof NV_FORMAT_MAGIC - 1);
    nv_save_u32(header + NV_FORMAT_AT_ORDER, NV_FORMAT_ORDER);
    nv_save_u32(header + NV_FORMAT_AT_VERSION, NV_FORMAT_VERSION);
    nv_save_u64(header + NV_FORMAT_AT_LEN, s->out->len - s->base);
    nv_save_u64(header + NV_FORMAT_AT_TIE, tie->size);
    nv_save_u32(header + NV_FORMAT_AT_TIE + 8, tie->checksum);
    nv_save_u32(header + NV_FORMAT_AT_EVENTS, (uint32_t)s->builder->card_count);
    nv_save_u32(header + NV_FORMAT_AT_RECORDS,
                (uint32_t)s->builder->location_count);
    nv_save_u32(header + NV_FORMAT_AT_SECTION_COUNT, NV_SECTION_COUNT);
    memcpy(header + NV_FORMAT_AT_PACK, s->builder->pack, NV_FORMAT_PACK);
    for (size_t i = 0; i < NV_SECTION_COUNT; i++, at += 16) {
        nv_save_u64(at, s->sections[i].offset);
        nv_save_u64(at + 8, s->sections[i].len);
    }
    nv_save_u32(header + NV_FORMAT_AT_BLOCKS, (uint32_t)blocks);
    sum = nv_image_checksum(0, header, NV_FORMAT_AT_CHECKSUM);
    sum = nv_image_checksum(sum, header + NV_FORMAT_HEADER + len, 4 * blocks);
    nv_save_u32(header + NV_FORMAT_AT_CHECKSUM, sum);
}

static bool write_sections(nv_sections *s, const nv_member members[],
                           size_t member_count)
{
    return nv_write_records(s, members, member_count) && nv_write_words(s) &&
           nv_write_texts(s) && nv_write_dates(s) && nv_write_sounds(s) &&
           write_heavy(s);
}

bool nv_write_index(nv_index_builder *builder, const nv_index_tie *tie,
                    const nv_member members[], size_t member_count,
                    nv_buffer *out)
{
    static const char header[NV_FORMAT_HEADER];
    nv_sections s = {.builder = builder, .out = out, .base = out->len};
    bool is_written;
    size_t len;

    nv_put(s.out, header, sizeof header);
    is_written = write_sections(&s, members, member_count);
    nv_body_align(&s);
    len = (size_t)nv_body_len(&s);
    if (is_written)
        write_checksums(&s);
    is_written = is_written && !out->failed;
    if (is_written)
        fill_header(&s, tie, len);
    else
        nv_buffer_truncate(out, s.base);
    free(s.words);
    free(s.terms);
    free(s.ranks);
    return is_written;
}
