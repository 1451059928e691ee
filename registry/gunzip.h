/* SPDX-License-Identifier: MPL-2.0 */
/* Untrusted gzip (RFC 1952), with a bound on how far it may expand: to 1 MiB,
 * or to 200 times the compressed size. */
#ifndef NV_REGISTRY_GUNZIP_H
#define NV_REGISTRY_GUNZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <zlib.h>

#include "base/buffer.h"
#include "base/error.h"
#include "registry/file.h"
#include "registry/index/index.h"

/* Whether the bytes begin like gzip. */
bool nv_gunzip_knows(const char *bytes, size_t len);

/* Inflates all members, one after the other, to the end of `out`; `name` stands
 * in messages. Returns false with *err set: NV_ERROR_FORMAT (cut off, damaged,
 * or followed by something else), NV_ERROR_LIMIT (beyond the bound, or more
 * than 256 MiB) or NV_ERROR_MEMORY; `out` then holds what was read so far. */
bool nv_gunzip(const char *bytes, size_t len, const char *name, nv_buffer *out,
               nv_error *err);

/* What a member may hold that is inflated by itself, in bytes. */
enum { NV_GUNZIP_MEMBER_MAX = 16 * 1024 * 1024 };

/* Inflates one member to exactly `len` bytes; errors as of nv_gunzip(). */
bool nv_gunzip_member(const char *packed, size_t packed_len, const char *name,
                      char *to, size_t len, nv_error *err);

/* Goes through the members of a pack, one after the other. */
typedef struct {
    z_stream stream;
    bool is_ready;       /* the stream */
    const nv_file *file; /* NULL: the stream has all bytes already */
    const char *name;
    char *chunk;                 /* of the file */
    uint64_t offset;             /* of what is to be read next */
    uint64_t consumed, inflated; /* so far, bytes */
} nv_unpacking;

/* File, bytes and name are borrowed. Returns false with *err set as nv_gunzip()
 * does; release it even then. */
bool nv_unpacking_init_file(nv_unpacking *unpacking, const nv_file *file,
                            nv_error *err);
bool nv_unpacking_init_bytes(nv_unpacking *unpacking, const char *bytes,
                             size_t len, const char *name, nv_error *err);

/* Adds what the next member holds to `xml`, and says in *member where it is; at
 * the end its packed_len is 0. Returns false with *err set, as nv_gunzip()
 * does, if it can't be read or if `xml` would hold more than
 * NV_GUNZIP_MEMBER_MAX bytes. */
bool nv_unpacking_next(nv_unpacking *unpacking, nv_buffer *xml,
                       nv_member *member, nv_error *err);

void nv_unpacking_release(nv_unpacking *unpacking);

#endif
