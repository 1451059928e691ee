/* SPDX-License-Identifier: MPL-2.0 */
/* Numbers as the index has them: little-endian on every machine, or packed in
 * as few bytes as they need (LEB128: seven bits in each byte, the low ones
 * first, the eighth bit set in all but the last). Compilers make plain loads of
 * the first on a little-endian machine. */
#ifndef NV_REGISTRY_INDEX_BYTES_H
#define NV_REGISTRY_INDEX_BYTES_H

#include <stdbool.h>
#include <stdint.h>

static inline uint16_t nv_load_u16(const unsigned char *at)
{
    return (uint16_t)(at[0] | at[1] << 8);
}

static inline uint32_t nv_load_u32(const unsigned char *at)
{
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
           (uint32_t)at[3] << 24;
}

static inline uint64_t nv_load_u64(const unsigned char *at)
{
    return nv_load_u32(at) | (uint64_t)nv_load_u32(at + 4) << 32;
}

static inline void nv_save_u16(unsigned char *at, uint16_t value)
{
    at[0] = (unsigned char)value;
    at[1] = (unsigned char)(value >> 8);
}

static inline void nv_save_u32(unsigned char *at, uint32_t value)
{
    nv_save_u16(at, (uint16_t)value);
    nv_save_u16(at + 2, (uint16_t)(value >> 16));
}

static inline void nv_save_u64(unsigned char *at, uint64_t value)
{
    nv_save_u32(at, (uint32_t)value);
    nv_save_u32(at + 4, (uint32_t)(value >> 32));
}

/* The first eight bytes of a word as a number that sorts like them; a shorter
 * word is filled up with `rest`. */
static inline uint64_t nv_head_of(const char *word, unsigned char rest)
{
    uint64_t head = 0;

    for (int i = 0; i < 8; i++)
        head = head << 8 | (*word ? (unsigned char)*word++ : rest);
    return head;
}

enum { NV_PACKED_MAX = 5 }; /* bytes of a packed number of 32 bits */

/* Writes the number; returns behind its last byte. */
static inline unsigned char *nv_pack_u32(unsigned char *at, uint32_t value)
{
    for (; value >= 0x80; value >>= 7)
        *at++ = (unsigned char)(value | 0x80);
    *at++ = (unsigned char)value;
    return at;
}

/* Reads a number that ends before `end` and moves *at behind it; false if there
 * is none. */
static inline bool nv_unpack_u32(const unsigned char **at,
                                 const unsigned char *end, uint32_t *value)
{
    const unsigned char *p = *at;
    uint32_t sum = 0;

    if (p < end && *p < 0x80) { /* most are */
        *value = *p;
        *at = p + 1;
        return true;
    }
    for (unsigned shift = 0; p < end && shift < 35; shift += 7) {
        sum |= (uint32_t)(*p & 0x7F) << shift;
        if (!(*p++ & 0x80)) {
            *at = p;
            *value = sum;
            return true;
        }
    }
    return false;
}

#endif
