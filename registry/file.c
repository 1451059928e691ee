/* SPDX-License-Identifier: MPL-2.0 */
/* See file.h. */
#include "registry/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "registry/gunzip.h"
#include "registry/trouble.h"

enum {
    LARGEST = 256 * 1024 * 1024, /* bytes */
    ABANDONED = 3600             /* seconds */
};

static const char unfinished[] = ".part";

static bool fail_to_read(const char *path, nv_error *err)
{
    char what[160];

    if (errno == ENOENT)
        return nv_trouble(err, NV_ERROR_IO, 0, path, "the file is missing");
    snprintf(what, sizeof what, "the file can't be read (%s)", strerror(errno));
    return nv_trouble(err, NV_ERROR_IO, 0, path, what);
}

static bool fail_to_write(const char *path, nv_error *err)
{
    return nv_fail(err, NV_ERROR_IO, 0,
                   "%.200s can't be written (%s). Choose another place or make "
                   "room there.",
                   path, strerror(errno));
}

static bool fail_as_too_large(const char *path, nv_error *err)
{
    return nv_trouble(err, NV_ERROR_LIMIT, 0, path,
                      "the file is too large for a pack");
}

static bool read_all(FILE *file, const char *path, nv_buffer *out,
                     nv_error *err)
{
    char chunk[64 * 1024];
    struct stat status;
    size_t len;

    /* What says how large it is need not be read to the end. */
    if (fstat(fileno(file), &status) == 0 && status.st_size > LARGEST)
        return fail_as_too_large(path, err);
    while ((len = fread(chunk, 1, sizeof chunk, file)) > 0) {
        nv_buffer_add(out, chunk, len);
        if (out->failed)
            return nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
        if (out->len > LARGEST)
            return fail_as_too_large(path, err);
    }
    return !ferror(file) || fail_to_read(path, err);
}

bool nv_file_read(const char *path, nv_buffer *out, nv_error *err)
{
    FILE *file = fopen(path, "rb");
    bool is_read;

    if (!file)
        return fail_to_read(path, err);
    is_read = read_all(file, path, out, err);
    fclose(file);
    return is_read;
}

bool nv_file_read_pack(const char *path, nv_buffer *out, nv_error *err)
{
    nv_buffer raw = NV_BUFFER_INIT;
    bool is_read = nv_file_read(path, &raw, err);

    if (is_read && nv_gunzip_knows(raw.text, raw.len)) {
        is_read = nv_gunzip(raw.text, raw.len, path, out, err);
    } else if (is_read) {
        nv_buffer_add(out, raw.text, raw.len);
        if (out->failed)
            is_read = nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
    }
    nv_buffer_release(&raw);
    return is_read;
}

/* Writes something to an open file; false if that fails. */
typedef bool filler(FILE *file, const void *what);

static bool fill(const char *path, filler *write, const void *what)
{
    FILE *file = fopen(path, "wb");
    bool is_written;

    if (!file)
        return false;
    is_written = write(file, what);
    return fclose(file) == 0 && is_written;
}

/* Two programs may write the same file at the same time. */
static bool replace(const char *path, filler *write, const void *what,
                    nv_error *err)
{
    nv_buffer beside = NV_BUFFER_INIT;
    bool is_written;

    nv_buffer_add_format(&beside, "%s.%ld%s", path, (long)getpid(), unfinished);
    if (beside.failed)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
    is_written =
        fill(beside.text, write, what) && rename(beside.text, path) == 0;
    if (!is_written) {
        fail_to_write(path, err);
        remove(beside.text);
    }
    nv_buffer_release(&beside);
    return is_written;
}

typedef struct {
    const char *bytes;
    size_t len;
} content;

static bool write_content(FILE *file, const void *what)
{
    const content *all = what;

    return fwrite(all->bytes, 1, all->len, file) == all->len;
}

bool nv_file_write(const char *path, const char *bytes, size_t len,
                   nv_error *err)
{
    const content all = {bytes, len};

    return replace(path, write_content, &all, err);
}

static bool write_lasting(FILE *file, const void *what)
{
    return write_content(file, what) && fflush(file) == 0 &&
           fsync(fileno(file)) == 0;
}

/* Lets the new name last, too, where the system can do that. */
static void keep_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    nv_buffer folder = NV_BUFFER_INIT;
    int descriptor;

    nv_buffer_add(&folder, path, slash ? (size_t)(slash - path) + 1 : 0);
    descriptor = open(folder.len ? folder.text : ".", O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
    nv_buffer_release(&folder);
}

bool nv_file_write_lasting(const char *path, const char *bytes, size_t len,
                           nv_error *err)
{
    const content all = {bytes, len};

    if (!replace(path, write_lasting, &all, err))
        return false;
    keep_folder(path);
    return true;
}

static bool write_copy(FILE *file, const void *from)
{
    FILE *source = fopen(from, "rb");
    char chunk[64 * 1024];
    bool is_written = source != NULL;
    size_t len;

    while (is_written && (len = fread(chunk, 1, sizeof chunk, source)) > 0)
        is_written = fwrite(chunk, 1, len, file) == len;
    is_written = is_written && !ferror(source);
    if (source)
        fclose(source);
    return is_written;
}

bool nv_file_copy(const char *from, const char *path, nv_error *err)
{
    return replace(path, write_copy, from, err);
}

static bool is_unfinished(const char *name)
{
    const size_t len = strlen(name), ending = sizeof unfinished - 1;

    return len > ending && strcmp(name + len - ending, unfinished) == 0;
}

static void sweep(const char *folder, const char *name)
{
    nv_buffer path = NV_BUFFER_INIT;
    struct stat about;

    nv_buffer_add_format(&path, "%s/%s", folder, name);
    if (!path.failed && stat(path.text, &about) == 0 &&
        difftime(time(NULL), about.st_mtime) > ABANDONED)
        unlink(path.text);
    nv_buffer_release(&path);
}

void nv_file_sweep(const char *folder)
{
    DIR *entries = opendir(folder);
    struct dirent *entry;

    while (entries && (entry = readdir(entries)) != NULL)
        if (is_unfinished(entry->d_name))
            sweep(folder, entry->d_name);
    if (entries)
        closedir(entries);
}

/* Opening what is no ordinary file must not wait for a writer. */
bool nv_file_open(nv_file *file, const char *path, nv_error *err)
{
    struct stat status;

    *file = (nv_file){open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), 0, path};
    if (file->descriptor < 0)
        return fail_to_read(path, err);
    if (fstat(file->descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        file->size = (uint64_t)status.st_size;
        return true;
    }
    nv_file_close(file);
    return nv_trouble(err, NV_ERROR_IO, 0, path,
                      "the file can't be read (it is no ordinary file)");
}

bool nv_file_read_at(const nv_file *file, uint64_t offset, void *to, size_t len,
                     nv_error *err)
{
    char *at = to;

    while (len > 0) {
        ssize_t got = pread(file->descriptor, at, len, (off_t)offset);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_to_read(file->path, err);
        if (got == 0)
            return nv_trouble(err, NV_ERROR_FORMAT, 0, file->path,
                              "the file is cut off");
        at += got;
        offset += (uint64_t)got;
        len -= (size_t)got;
    }
    return true;
}

void nv_file_close(nv_file *file)
{
    if (file->descriptor >= 0)
        close(file->descriptor);
    file->descriptor = -1;
}
