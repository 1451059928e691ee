/* SPDX-License-Identifier: MPL-2.0 */
/* See members.h. */
#include "registry/members.h"

#include <pthread.h>
#include <stdlib.h>

#include "registry/gunzip.h"
#include "registry/trouble.h"

enum { KEPT = 8 }; /* members */

typedef struct {
    uint32_t number; /* of the member */
    char *xml;       /* NULL: nothing is kept here */
    uint32_t len;
    unsigned long used; /* when; greater is later */
} kept_member;

struct nv_members {
    nv_file file;
    pthread_mutex_t lock; /* of what follows */
    kept_member kept[KEPT];
    unsigned long uses;
};

nv_members *nv_members_new(nv_file *file, nv_error *err)
{
    nv_members *members = calloc(1, sizeof *members);

    if (!members) {
        nv_trouble(err, NV_ERROR_MEMORY, 0, file->path, NULL);
        return NULL;
    }
    pthread_mutex_init(&members->lock, NULL);
    members->file = *file;
    file->descriptor = -1;
    return members;
}

void nv_members_free(nv_members *members)
{
    if (!members)
        return;
    for (size_t i = 0; i < KEPT; i++)
        free(members->kept[i].xml);
    pthread_mutex_destroy(&members->lock);
    nv_file_close(&members->file);
    free(members);
}

static bool inflate_packed(const nv_file *file, const nv_member *member,
                           char *packed, char *xml, nv_error *err)
{
    return nv_file_read_at(file, member->offset, packed, member->packed_len,
                           err) &&
           nv_gunzip_member(packed, member->packed_len, file->path, xml,
                            member->len, err);
}

/* The XML of the member; the caller frees it. */
static char *inflate_member(const nv_file *file, const nv_member *member,
                            nv_error *err)
{
    char *packed, *xml;
    bool is_inflated = false;

    if (member->len > NV_GUNZIP_MEMBER_MAX ||
        member->packed_len > NV_GUNZIP_MEMBER_MAX) {
        nv_trouble(err, NV_ERROR_LIMIT, 0, file->path,
                   "the compressed data expand too far");
        return NULL;
    }
    packed = malloc(member->packed_len + 1);
    xml = malloc(member->len + 1);
    if (packed && xml)
        is_inflated = inflate_packed(file, member, packed, xml, err);
    else
        nv_trouble(err, NV_ERROR_MEMORY, 0, file->path, NULL);
    free(packed);
    if (is_inflated)
        return xml;
    free(xml);
    return NULL;
}

/* Where the member is kept, or else where it may be: nowhere, or in the place
 * of the one that was not used for longest. */
static kept_member *find(nv_members *members, uint32_t number)
{
    kept_member *oldest = &members->kept[0];

    for (size_t i = 0; i < KEPT; i++) {
        kept_member *one = &members->kept[i];

        if (one->xml && one->number == number)
            return one;
        if (one->used < oldest->used)
            oldest = one;
    }
    return oldest;
}

static const kept_member *get(nv_members *members, const nv_member *member,
                              uint32_t number, nv_error *err)
{
    kept_member *one = find(members, number);

    if (!one->xml || one->number != number) {
        char *xml = inflate_member(&members->file, member, err);

        if (!xml)
            return NULL;
        free(one->xml);
        *one = (kept_member){number, xml, member->len, 0};
    }
    one->used = ++members->uses;
    return one;
}

bool nv_members_read(nv_members *members, const nv_member *member,
                     const nv_location *place, nv_buffer *out, nv_error *err)
{
    const kept_member *one;
    bool is_read = false;

    pthread_mutex_lock(&members->lock);
    one = get(members, member, place->member, err);
    if (one && place->offset <= one->len &&
        place->len <= one->len - place->offset) {
        nv_buffer_add(out, one->xml + place->offset, place->len);
        is_read = !out->failed ||
                  nv_trouble(err, NV_ERROR_MEMORY, 0, members->file.path, NULL);
    } else if (one) {
        nv_trouble(err, NV_ERROR_FORMAT, 0, members->file.path,
                   "the index does not fit the pack");
    }
    pthread_mutex_unlock(&members->lock);
    return is_read;
}
