/* SPDX-License-Identifier: MPL-2.0 */
/* See places.h. */
#include "sidebar/places.h"

#include <string.h>
#include <sys/stat.h>

void nv_places_add(nv_buffer *places, const char *path)
{
    nv_buffer_add(places, path, strlen(path) + 1);
}

const char *nv_places_next(const nv_buffer *places, const char *at)
{
    at += strlen(at) + 1;
    return at < places->text + places->len ? at : NULL;
}

void nv_stamp_add(nv_buffer *stamp, const char *path)
{
    struct stat file;

    if (stat(path, &file) == 0)
        nv_buffer_add_format(stamp, "%lld %lld.%ld\n", (long long)file.st_size,
                             (long long)file.st_mtim.tv_sec,
                             file.st_mtim.tv_nsec);
    else
        nv_buffer_add_text(stamp, "none\n");
}

void nv_stamp_add_places(nv_buffer *stamp, const nv_buffer *places)
{
    for (const char *at = places->text; at; at = nv_places_next(places, at))
        nv_stamp_add(stamp, at);
}

bool nv_places_same(const nv_buffer *a, const nv_buffer *b)
{
    return !a->failed && !b->failed && a->len == b->len &&
           memcmp(a->text, b->text, a->len) == 0;
}
