/* SPDX-License-Identifier: MPL-2.0 */
/* See indexes.h. */
#include "registry/indexes.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/array.h"
#include "registry/gunzip.h"
#include "registry/indexing.h"
#include "registry/record.h"
#include "registry/tie.h"
#include "registry/trouble.h"

void nv_index_add_path(nv_buffer *out, const char *pack)
{
    static const char *const endings[] = {".xml.gz", ".nvpack", ".xml"};
    size_t len = strlen(pack);

    for (size_t i = 0; i < NV_COUNT_OF(endings); i++) {
        const size_t ending = strlen(endings[i]);

        if (len > ending && strcmp(pack + len - ending, endings[i]) == 0) {
            len -= ending;
            break;
        }
    }
    nv_buffer_add(out, pack, len);
    nv_buffer_add_text(out, ".idx");
}

void nv_index_origin_release(nv_index_origin *origin)
{
    nv_buffer_release(&origin->trouble);
    nv_buffer_release(&origin->kept);
}

/* What is known while an index is looked for. */
typedef struct {
    const nv_file *pack;
    const char *cache;
    nv_index_origin *origin;
    nv_error *err;
} search;

/* The first trouble is told. `file` is the one that the sentence of `why` is
 * about, `path` the index. */
static void add_trouble(search *s, const char *path, const char *file,
                        const nv_error *why)
{
    size_t len;
    const char *what = nv_trouble_what(why, file, &len);

    if (s->origin->trouble.len == 0)
        nv_buffer_add_format(&s->origin->trouble,
                             "%s: %.*s. Another one is used.",
                             nv_trouble_name(path), (int)len, what);
}

/* Opening what is no ordinary file could wait for a writer for ever. */
static bool is_file(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

/* Opens an index that is there and of this pack. NULL where there is none, and,
 * with *err set, without memory. */
static nv_index *open_tied(search *s, const char *path, bool is_for_this)
{
    nv_error why = {0};
    nv_index *index;

    if (!is_file(path))
        return NULL;
    index = nv_index_open(path, &why);
    if (index && nv_tie_check(index, s->pack, &why))
        return index;
    if (why.code == NV_ERROR_MEMORY)
        nv_trouble(s->err, NV_ERROR_MEMORY, 0, s->pack->path, NULL);
    else if (!index)
        add_trouble(s, path, path, &why);
    else if (is_for_this)
        add_trouble(s, path, s->pack->path, &why);
    nv_index_close(index);
    return NULL;
}

/* Indexes of ours: PACK-CHECKSUM.idx in the folder. */

enum { CHECKSUM_DIGITS = 8 };

/* Takes the pack's name from its first tag, without looking closer: a wrong one
 * finds no index. */
static void guess_name(const nv_file *pack, char name[NV_PACK_NAME_MAX + 1])
{
    static const char attribute[] = " pack=\"";
    nv_buffer xml = NV_BUFFER_INIT;
    nv_unpacking unpacking;
    nv_member first;
    const char *at = NULL;

    name[0] = '\0';
    if (nv_unpacking_init_file(&unpacking, pack, NULL) &&
        nv_unpacking_next(&unpacking, &xml, &first, NULL))
        at = strstr(xml.text, attribute);
    if (at)
        snprintf(name, NV_PACK_NAME_MAX + 1, "%.*s",
                 (int)strcspn(at + sizeof attribute - 1, "\""),
                 at + sizeof attribute - 1);
    nv_unpacking_release(&unpacking);
    nv_buffer_release(&xml);
}

/* Whether a file of that name is an index of the pack of that name. */
static bool is_kept_of(const char *file, const char *pack)
{
    const size_t len = strlen(pack);

    return nv_is_pack_name(pack) && strncmp(file, pack, len) == 0 &&
           file[len] == '-' &&
           strspn(file + len + 1, "0123456789abcdef") == CHECKSUM_DIGITS &&
           strcmp(file + len + 1 + CHECKSUM_DIGITS, ".idx") == 0;
}

/* Does something with each file of the folder that is an index of that pack,
 * until it returns an index. */
static nv_index *for_each_kept(search *s, const char *pack,
                               nv_index *(*act)(search *s, const char *path))
{
    DIR *folder = opendir(s->cache);
    nv_index *index = NULL;
    struct dirent *entry;

    while (folder && !index && (entry = readdir(folder)) != NULL) {
        nv_buffer path = NV_BUFFER_INIT;

        if (!is_kept_of(entry->d_name, pack))
            continue;
        nv_buffer_add_format(&path, "%s/%s", s->cache, entry->d_name);
        if (!path.failed)
            index = act(s, path.text);
        nv_buffer_release(&path);
    }
    if (folder)
        closedir(folder);
    return index;
}

static nv_index *open_one_kept(search *s, const char *path)
{
    nv_index *index = open_tied(s, path, false);

    nv_buffer_add_text(&s->origin->kept, index ? path : NULL);
    return index;
}

static nv_index *remove_one_kept(search *s, const char *path)
{
    (void)s;
    remove(path);
    return NULL;
}

static nv_index *open_kept(search *s)
{
    char name[NV_PACK_NAME_MAX + 1];

    if (!s->cache)
        return NULL;
    guess_name(s->pack, name);
    return for_each_kept(s, name, open_one_kept);
}

/* Makes room for the index in the place of those of other versions of the
 * pack, and writes its name to origin->kept. */
static bool prepare_kept(search *s, const nv_index *index)
{
    nv_buffer *path = &s->origin->kept;
    nv_index_tie tie;

    nv_index_get_tie(index, &tie);
    mkdir(s->cache, 0700);
    nv_file_sweep(s->cache);
    for_each_kept(s, nv_index_pack(index), remove_one_kept);
    nv_buffer_truncate(path, 0);
    nv_buffer_add_format(path, "%s/%s-%08lx.idx", s->cache,
                         nv_index_pack(index), (unsigned long)tie.checksum);
    return !path->failed;
}

/* Writes an index that was made, and opens what was written: what is mapped
 * needs no memory. That it can't be written is no trouble. */
static nv_index *keep(search *s, nv_index *made, const char *bytes, size_t len)
{
    nv_buffer *path = &s->origin->kept;
    nv_index *kept = NULL;

    if (prepare_kept(s, made) && nv_file_write(path->text, bytes, len, NULL))
        kept = nv_index_open(path->text, NULL);
    if (!kept)
        nv_buffer_truncate(path, 0);
    nv_index_close(kept ? made : NULL);
    return kept ? kept : made;
}

/* Whether the copy of an index is good to its last byte: a damaged one would be
 * copied again each time. */
static bool is_good_copy(search *s, const nv_index *copy, const char *of)
{
    nv_error why = {0};

    if (!copy || nv_index_check(copy))
        return copy != NULL;
    nv_trouble(&why, NV_ERROR_FORMAT, 0, of, "the index is damaged");
    add_trouble(s, of, of, &why);
    remove(s->origin->kept.text);
    return false;
}

/* What is mapped must not be cut off, which would end the program, and nobody
 * knows how the owner of a pack replaces its files: our own are only ever
 * renamed. NULL where there is no room for a copy, or it is damaged. */
static nv_index *open_copy(search *s, const char *path)
{
    nv_buffer *kept = &s->origin->kept;
    nv_index *beside = open_kept(s), *copy = NULL;

    if (beside)
        return beside;
    beside = open_tied(s, path, true);
    if (beside && prepare_kept(s, beside) &&
        nv_file_copy(path, kept->text, NULL))
        copy = open_tied(s, kept->text, false);
    if (!is_good_copy(s, copy, path)) {
        nv_buffer_truncate(kept, 0);
        nv_index_close(copy);
        copy = NULL;
    }
    nv_index_close(beside);
    return copy;
}

static bool is_mapped_when_open(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && about.st_size > NV_INDEX_WHOLE_MAX;
}

static nv_index *open_beside(search *s)
{
    nv_buffer path = NV_BUFFER_INIT;
    nv_index *index = NULL;

    nv_index_add_path(&path, s->pack->path);
    if (path.failed)
        nv_trouble(s->err, NV_ERROR_MEMORY, 0, s->pack->path, NULL);
    else
        index = s->cache && is_mapped_when_open(path.text)
                    ? open_copy(s, path.text)
                    : open_tied(s, path.text, true);
    nv_buffer_release(&path);
    return index;
}

static nv_index *make(search *s)
{
    nv_buffer made = NV_BUFFER_INIT;
    nv_index *index = NULL;
    nv_unpacking unpacking;
    const char *bytes;
    size_t len;

    if (nv_unpacking_init_file(&unpacking, s->pack, s->err) &&
        nv_indexing_members(&unpacking, &made, s->err)) {
        len = made.len;
        bytes = nv_buffer_detach(&made);
        if (bytes)
            index = nv_index_of_bytes(bytes, len, true, s->pack->path, s->err);
        else
            nv_trouble(s->err, NV_ERROR_MEMORY, 0, s->pack->path, NULL);
        if (index && s->cache)
            index = keep(s, index, bytes, len);
    }
    nv_unpacking_release(&unpacking);
    nv_buffer_release(&made);
    return index;
}

bool nv_index_fail_as_missing(const char *pack, nv_error *err)
{
    return nv_fail(err, NV_ERROR_LIMIT, 0,
                   "%s has no index and is too large to be given one now. Put "
                   "the index beside it that “nv pack” writes.",
                   nv_trouble_name(pack));
}

nv_index *nv_index_obtain(const nv_file *pack, const char *cache, bool may_make,
                          nv_index_origin *origin, nv_error *err)
{
    nv_error why = {0};
    search s = {pack, cache, origin, &why};
    nv_index *index = open_beside(&s);

    if (!index && why.code == NV_OK)
        index = open_kept(&s);
    if (!index && why.code == NV_OK && !may_make)
        nv_index_fail_as_missing(pack->path, &why);
    if (!index && why.code == NV_OK)
        index = make(&s);
    if (!index)
        nv_fail(err, why.code, why.line, "%s", why.message);
    return index;
}
