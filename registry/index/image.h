/* SPDX-License-Identifier: MPL-2.0 */
/* The bytes of an open index, and the one way to them. For the files of this
 * room only. */
#ifndef NV_REGISTRY_INDEX_IMAGE_H
#define NV_REGISTRY_INDEX_IMAGE_H

#include <stdatomic.h>

#include "registry/index/bytes.h"
#include "registry/index/format.h"
#include "registry/index/index.h"

/* What reading finds out; several threads write it, and the same. */
typedef struct {
    atomic_bool is_damaged;
    atomic_uchar is_good[]; /* by block: its checksum was right */
} nv_image_state;

struct nv_index {
    unsigned char *bytes;
    size_t len;
    bool is_mapped;   /* bytes are from mmap(), of the file or only room */
    bool is_all_good; /* all blocks were looked at when it was opened */
    const unsigned char *body;
    size_t body_len, block_count;
    const unsigned char *checksums; /* of the blocks */
    struct {
        const unsigned char *at;
        uint64_t len;
    } sections[NV_SECTION_COUNT];
    uint32_t event_count, record_count, term_count, name_count, member_count,
        head_count, dating_count, sound_count, heavy_count;
    double average_length[NV_ZONE_COUNT];
    nv_image_state *state;
};

/* An index of bytes from malloc() or mmap(), which it takes over, whatever
 * comes of it. Up to `whole_max` bytes all blocks are looked at. */
nv_index *nv_image_make(unsigned char *bytes, size_t len, bool is_mapped,
                        const char *name, size_t whole_max, nv_error *err);

/* nv_index_open() that reads files up to `whole_max` bytes whole. */
nv_index *nv_image_open(const char *path, size_t whole_max, nv_error *err);

/* nv_index_of_bytes() that looks at all blocks at once up to `whole_max`
 * bytes. */
nv_index *nv_image_of_bytes(const void *bytes, size_t len, bool owned,
                            const char *name, size_t whole_max, nv_error *err);

/* Reads average_length[]; false if that can't be read. */
bool nv_image_average_lengths(nv_index *index);

/* Notes that the index is damaged; returns false. */
static inline bool nv_image_blame(const nv_index *index)
{
    atomic_store_explicit(&index->state->is_damaged, true,
                          memory_order_relaxed);
    return false;
}

/* CRC-32 of more bytes, behind those whose CRC-32 is `before`. */
uint32_t nv_image_checksum(uint32_t before, const unsigned char *bytes,
                           size_t len);

/* Compares the checksum of a block; on a difference the index is damaged. */
bool nv_image_check(const nv_index *index, size_t block);

/* `len` bytes at `offset` of the section, known to be good; NULL if they are
 * not, or not all there: then the index is damaged. */
static inline const unsigned char *nv_image_bytes(const nv_index *index,
                                                  nv_section section,
                                                  uint64_t offset, uint64_t len)
{
    const unsigned char *at;
    size_t block, last;

    if (offset > index->sections[section].len ||
        len > index->sections[section].len - offset) {
        nv_image_blame(index);
        return NULL;
    }
    at = index->sections[section].at + offset;
    if (len == 0 || index->is_all_good)
        return at;
    block = (size_t)(at - index->body) / NV_FORMAT_BLOCK;
    last = (size_t)(at - index->body + len - 1) / NV_FORMAT_BLOCK;
    for (; block <= last; block++)
        if (!atomic_load_explicit(&index->state->is_good[block],
                                  memory_order_relaxed) &&
            !nv_image_check(index, block))
            return NULL;
    return at;
}

/* The item of that number in a section of items of `size` bytes. */
static inline const unsigned char *nv_image_item(const nv_index *index,
                                                 nv_section section,
                                                 uint64_t number, size_t size)
{
    return nv_image_bytes(index, section, number * size, size);
}

/* The u32 of that number in a section of them; false with *value 0 if it can't
 * be read. */
static inline bool nv_image_u32(const nv_index *index, nv_section section,
                                uint64_t number, uint32_t *value)
{
    const unsigned char *at = nv_image_item(index, section, number, 4);

    *value = at ? nv_load_u32(at) : 0;
    return at != NULL;
}

/* The text at `offset`, which ends with a NUL in the section; "" if there is
 * none: then the index is damaged. */
const char *nv_image_text(const nv_index *index, nv_section section,
                          uint64_t offset);

#endif
