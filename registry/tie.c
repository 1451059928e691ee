/* SPDX-License-Identifier: MPL-2.0 */
/* See tie.h. */
#include "registry/tie.h"

#include <zlib.h>

#include "registry/trouble.h"

enum { TRAILER = 8 }; /* bytes: CRC-32 and ISIZE (RFC 1952) */

static uint32_t add(uint32_t checksum, const unsigned char trailer[TRAILER])
{
    return (uint32_t)crc32(checksum, trailer, TRAILER);
}

static void write_number(unsigned char to[4], uint32_t number)
{
    for (int i = 0; i < 4; i++)
        to[i] = (unsigned char)(number >> 8 * i);
}

static uint32_t read_number(const unsigned char from[4])
{
    uint32_t number = 0;

    for (int i = 0; i < 4; i++)
        number |= (uint32_t)from[i] << 8 * i;
    return number;
}

void nv_tie_of_members(const nv_member members[], size_t count,
                       nv_index_tie *tie)
{
    *tie = (nv_index_tie){.size = 0};
    for (size_t i = 0; i < count; i++) {
        unsigned char trailer[TRAILER];

        write_number(trailer, members[i].checksum);
        write_number(trailer + 4, members[i].len);
        tie->checksum = add(tie->checksum, trailer);
        tie->size += members[i].packed_len;
    }
}

void nv_tie_of_bytes(const char *xml, size_t len, nv_index_tie *tie)
{
    *tie = (nv_index_tie){len, (uint32_t)crc32_z(0, (const Bytef *)xml, len)};
}

/* Whether the member ends at *end in the file, where the one before it ended,
 * as the index says; moves *end. */
static bool check_member(const nv_index *index, uint32_t number,
                         const nv_file *file, uint64_t *end, uint32_t *checksum,
                         nv_error *err)
{
    unsigned char trailer[TRAILER];
    nv_member member;

    if (!nv_index_member(index, number, &member) || member.offset != *end ||
        member.packed_len < TRAILER || member.packed_len > file->size - *end)
        return false;
    *end += member.packed_len;
    if (!nv_file_read_at(file, *end - TRAILER, trailer, TRAILER, err))
        return false;
    *checksum = add(*checksum, trailer);
    return read_number(trailer) == member.checksum &&
           read_number(trailer + 4) == member.len;
}

bool nv_tie_check(const nv_index *index, const nv_file *file, nv_error *err)
{
    uint32_t checksum = 0;
    uint64_t end = 0;
    nv_index_tie tie;
    bool is_right;

    nv_index_get_tie(index, &tie);
    is_right = tie.size == file->size;
    for (uint32_t i = 0; is_right && i < nv_index_member_count(index); i++)
        is_right = check_member(index, i, file, &end, &checksum, err);
    return (is_right && end == tie.size && checksum == tie.checksum) ||
           nv_trouble(err, NV_ERROR_FORMAT, 0, file->path,
                      "the index is of another pack or of another version of "
                      "this one");
}
