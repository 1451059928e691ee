/* SPDX-License-Identifier: MPL-2.0 */
/* See index.h: an index in a file. */
#define _DEFAULT_SOURCE /* MAP_POPULATE */

#include "registry/index/image.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "registry/trouble.h"

static nv_index *fail_to_read(const char *path, nv_error *err)
{
    char what[160];

    if (errno == ENOENT)
        snprintf(what, sizeof what, "the index is missing");
    else
        snprintf(what, sizeof what, "the index can't be read (%s)",
                 strerror(errno));
    nv_trouble(err, NV_ERROR_IO, 0, path, what);
    return NULL;
}

static bool read_all(int file, unsigned char *bytes, size_t len)
{
    while (len > 0) {
        const ssize_t count = read(file, bytes, len);

        if (count == 0)
            errno = EIO; /* it became shorter meanwhile */
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes += count;
        len -= (size_t)count;
    }
    return true;
}

/* Room whose pages are all there at once: to get them one by one, each by a
 * fault, takes longer than to read the file. NULL where there is none such. */
static unsigned char *map_room(size_t len)
{
#if defined MAP_POPULATE && defined MAP_ANONYMOUS
    void *room = mmap(NULL, len, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);

    return room == MAP_FAILED ? NULL : room;
#else
    (void)len;
    return NULL;
#endif
}

static nv_index *read_index(int file, size_t len, const char *path,
                            size_t whole_max, nv_error *err)
{
    unsigned char *bytes = map_room(len);
    const bool is_mapped = bytes != NULL;

    if (!is_mapped)
        bytes = malloc(len ? len : 1);
    if (!bytes) {
        nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
        return NULL;
    }
    if (!read_all(file, bytes, len)) {
        const int why = errno;

        if (is_mapped)
            munmap(bytes, len);
        else
            free(bytes);
        errno = why;
        return fail_to_read(path, err);
    }
    return nv_image_make(bytes, len, is_mapped, path, whole_max, err);
}

static nv_index *map_index(int file, size_t len, const char *path,
                           size_t whole_max, nv_error *err)
{
    void *bytes = mmap(NULL, len, PROT_READ, MAP_PRIVATE, file, 0);

    if (bytes == MAP_FAILED)
        return fail_to_read(path, err);
    return nv_image_make(bytes, len, true, path, whole_max, err);
}

nv_index *nv_image_open(const char *path, size_t whole_max, nv_error *err)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    nv_index *index;

    if (file < 0)
        return fail_to_read(path, err);
    if (fstat(file, &about) != 0)
        index = fail_to_read(path, err);
    else if ((uint64_t)about.st_size <= whole_max)
        index = read_index(file, (size_t)about.st_size, path, whole_max, err);
    else
        index = map_index(file, (size_t)about.st_size, path, whole_max, err);
    close(file);
    return index;
}

nv_index *nv_index_open(const char *path, nv_error *err)
{
    return nv_image_open(path, NV_INDEX_WHOLE_MAX, err);
}
