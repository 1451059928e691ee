/* SPDX-License-Identifier: MPL-2.0 */
/* See pack.h. */
#include "own/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "own/contents.h"
#include "registry/exchange/import_record.h"
#include "registry/file.h"
#include "registry/registry.h"

enum {
    TRIES = 50,              /* to lock, ... */
    PAUSE = 20 * 1000 * 1000 /* ... with so many nanoseconds between them */
};

struct nv_own_pack {
    nv_buffer path, notice;
    nv_own_contents contents;
    int lock; /* a file beside the pack, or -1 */
};

static const char end_tag[] = "</registry>";

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is not enough memory for your own documents. Close "
                   "other programs and try again.");
}

static bool fail_of_system(const char *path, nv_error *err)
{
    return nv_fail(err, NV_ERROR_IO, 0,
                   "Your own documents can't be kept: %.120s can't be written "
                   "(%s). Make room there, or make it writable.",
                   path, strerror(errno));
}

/* Opening */

/* Makes the folder of the file and the one above it. */
static bool make_folders(const nv_own_pack *own)
{
    char *path = malloc(own->path.len + 1), *slash, *above;

    if (!path)
        return false;
    strcpy(path, own->path.text);
    slash = strrchr(path, '/');
    if (slash && slash > path) {
        *slash = '\0';
        above = strrchr(path, '/');
        if (above && above > path) {
            *above = '\0';
            mkdir(path, 0700);
            *above = '/';
        }
        mkdir(path, 0700);
    }
    free(path);
    return true;
}

static bool try_to_lock(int descriptor)
{
    const struct timespec pause = {0, PAUSE};

    for (int i = 0; i < TRIES; i++) {
        if (flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return false;
        nanosleep(&pause, NULL);
    }
    return false;
}

static bool lock(nv_own_pack *own, nv_error *err)
{
    nv_buffer beside = NV_BUFFER_INIT;

    nv_buffer_add_format(&beside, "%s.lock", own->path.text);
    if (beside.failed)
        return fail_of_memory(err);
    own->lock = open(beside.text, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (own->lock < 0)
        fail_of_system(own->path.text, err);
    else if (!try_to_lock(own->lock))
        nv_fail(err, NV_ERROR_IO, 0,
                "Your own documents are being changed by another window of "
                "the office. Try again in a moment.");
    nv_buffer_release(&beside);
    return err->code == NV_OK;
}

static bool begin(nv_own_pack *own, const char *tail, nv_error *err)
{
    nv_buffer *xml = &own->contents.xml;

    nv_buffer_truncate(xml, 0);
    nv_buffer_add_format(xml,
                         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<registry version=\"1\" pack=\"mine-%s\">\n%s\n",
                         tail, end_tag);
    return nv_own_contents_read(&own->contents, own->path.text, err);
}

/* Renames the file to one that is free. */
static bool set_aside(nv_own_pack *own, nv_error *err)
{
    nv_buffer aside = NV_BUFFER_INIT;
    bool is_aside = false;

    for (int i = 1; i < 1000 && !is_aside && !aside.failed; i++) {
        nv_buffer_truncate(&aside, 0);
        nv_buffer_add_format(&aside, "%s.damaged-%d", own->path.text, i);
        if (aside.failed || access(aside.text, F_OK) == 0)
            continue;
        if (rename(own->path.text, aside.text) != 0)
            break;
        is_aside = true;
    }
    nv_buffer_add_format(&own->notice,
                         "The file of your own documents was damaged. It is "
                         "set aside as %s, and a new one is begun.",
                         aside.text);
    if (!is_aside)
        fail_of_system(own->path.text, err);
    nv_buffer_release(&aside);
    return is_aside;
}

static bool read_pack(nv_own_pack *own, nv_error *err)
{
    nv_buffer *xml = &own->contents.xml;
    nv_registry *registry;

    if (!nv_file_read_pack(own->path.text, xml, err))
        return false;
    registry = nv_registry_read(xml->text, xml->len, own->path.text, err);
    nv_registry_free(registry);
    return registry &&
           nv_own_contents_read(&own->contents, own->path.text, err);
}

static bool read_or_begin(nv_own_pack *own, const char *tail, nv_error *err)
{
    nv_error why = {0};

    if (access(own->path.text, F_OK) != 0 && errno == ENOENT)
        return begin(own, tail, err);
    if (read_pack(own, &why))
        return true;
    if (why.code != NV_ERROR_FORMAT && why.code != NV_ERROR_LIMIT)
        return nv_fail(err, why.code, 0, "%s", why.message);
    return set_aside(own, err) && begin(own, tail, err);
}

nv_own_pack *nv_own_pack_open(const char *path, const char *tail, nv_error *err)
{
    nv_own_pack *own = calloc(1, sizeof *own);
    nv_error why = {0};

    if (!own) {
        fail_of_memory(err);
        return NULL;
    }
    own->lock = -1;
    nv_buffer_init(&own->path);
    nv_buffer_init(&own->notice);
    nv_buffer_init(&own->contents.xml);
    nv_buffer_add_text(&own->path, path);
    if (own->path.failed || !make_folders(own))
        fail_of_memory(&why);
    else if (lock(own, &why))
        read_or_begin(own, tail, &why);
    if (why.code == NV_OK)
        return own;
    nv_fail(err, why.code, 0, "%s", why.message);
    nv_own_pack_close(own);
    return NULL;
}

void nv_own_pack_close(nv_own_pack *own)
{
    if (!own)
        return;
    if (own->lock >= 0)
        close(own->lock);
    nv_own_contents_release(&own->contents);
    nv_buffer_release(&own->path);
    nv_buffer_release(&own->notice);
    free(own);
}

/* Looking */

const char *nv_own_pack_notice(const nv_own_pack *own)
{
    return own->notice.text;
}

const char *nv_own_pack_name(const nv_own_pack *own)
{
    return own->contents.pack;
}

const nv_event *nv_own_pack_event(nv_own_pack *own, const char *id,
                                  nv_error *err)
{
    const nv_own_piece *piece = nv_own_piece_of(&own->contents, id);
    const void *event = NULL;

    if (piece)
        nv_record_parse(own->contents.xml.text + piece->offset, piece->len,
                        NV_RECORD_EVENT, &own->contents.arena, own->path.text,
                        &event, err);
    return event;
}

/* Changing */

bool nv_own_pack_fail_as_gone(nv_error *err)
{
    return nv_fail(
        err, NV_ERROR_ARGUMENT, 0,
        "The document is not among your own any more. Choose Copy and "
        "Adapt to save it as a new one.");
}

static bool is_full(const nv_own_pack *own, size_t more, nv_error *err)
{
    if (own->contents.xml.len + more <= NV_OWN_PACK_MAX)
        return false;
    nv_fail(err, NV_ERROR_LIMIT, 0,
            "There is no more room for your own documents. Move %.120s to "
            "another name that ends in .nvpack, and a new one is begun.",
            own->path.text);
    return true;
}

/* Puts the text in the place of `len` bytes. */
static bool splice(nv_own_pack *own, size_t offset, size_t len,
                   const nv_buffer *text, nv_error *err)
{
    nv_buffer *xml = &own->contents.xml, all = NV_BUFFER_INIT;

    if (text->failed)
        return fail_of_memory(err);
    if (is_full(own, text->len, err))
        return false;
    nv_buffer_add(&all, xml->text, offset);
    nv_buffer_add(&all, text->text, text->len);
    nv_buffer_add(&all, xml->text + offset + len, xml->len - offset - len);
    if (all.failed) {
        nv_buffer_release(&all);
        return fail_of_memory(err);
    }
    nv_buffer_release(xml);
    *xml = all;
    return true;
}

/* As nv_record_add() writes it, without the space before it and the end of the
 * line: as a piece is. */
static void write_piece(nv_buffer *out, const nv_event *event)
{
    nv_buffer line = NV_BUFFER_INIT;

    nv_record_add(&line, event);
    out->failed = out->failed || line.failed;
    if (!line.failed)
        nv_buffer_add(out, line.text + 1, line.len - 2);
    nv_buffer_release(&line);
}

static bool put_new(nv_own_pack *own, nv_event *event, nv_error *err)
{
    nv_own_contents *contents = &own->contents;
    nv_buffer text = NV_BUFFER_INIT;
    bool is_put;

    nv_naming_give(&contents->naming, event->id, &contents->arena, event);
    if (contents->naming.failed)
        return fail_of_memory(err);
    nv_record_add(&text, event);
    is_put = splice(own, contents->end, 0, &text, err);
    contents->end += is_put ? text.len : 0;
    nv_buffer_release(&text);
    return is_put;
}

static bool replace(nv_own_pack *own, const nv_own_piece *piece,
                    const nv_buffer *text, nv_error *err)
{
    return splice(own, piece->offset, piece->len, text, err) &&
           nv_own_contents_read(&own->contents, own->path.text, err);
}

bool nv_own_pack_put(nv_own_pack *own, nv_event *event, nv_error *err)
{
    const nv_own_piece *piece;
    nv_buffer text = NV_BUFFER_INIT;
    bool is_put;

    if (!event->id)
        return put_new(own, event, err);
    piece = nv_own_piece_of(&own->contents, event->id);
    if (!piece)
        return nv_own_pack_fail_as_gone(err);
    event->key = piece->key;
    write_piece(&text, event);
    is_put = replace(own, piece, &text, err);
    nv_buffer_release(&text);
    return is_put;
}

bool nv_own_pack_remove(nv_own_pack *own, const char *id, nv_error *err)
{
    const nv_own_piece *piece = nv_own_piece_of(&own->contents, id);
    nv_buffer text = NV_BUFFER_INIT;
    bool is_gone;

    if (!piece)
        return nv_own_pack_fail_as_gone(err);
    nv_own_write_gone(&text, piece);
    is_gone = replace(own, piece, &text, err);
    nv_buffer_release(&text);
    return is_gone;
}

/* Whether the piece is the event, word for word, but for the key. */
static bool is_same(nv_own_pack *own, const nv_own_piece *piece,
                    const nv_event *event, nv_error *err)
{
    nv_event as_there = *event;
    nv_buffer text = NV_BUFFER_INIT;
    bool is_same;

    as_there.key = piece->key;
    write_piece(&text, &as_there);
    if (text.failed)
        fail_of_memory(err);
    is_same = text.len == piece->len &&
              memcmp(text.text, own->contents.xml.text + piece->offset,
                     piece->len) == 0;
    nv_buffer_release(&text);
    return is_same;
}

static bool add_event(nv_own_pack *own, const nv_event *event, nv_own_sum *sum,
                      nv_error *err)
{
    const nv_own_piece *piece = nv_own_piece_of(&own->contents, event->id);
    nv_error why = {0};
    nv_event copy = *event;

    if (piece && is_same(own, piece, event, &why)) {
        sum->known++;
        return true;
    }
    if (why.code || !put_new(own, &copy, &why))
        return nv_fail(err, why.code, 0, "%s", why.message);
    sum->added++;
    return true;
}

bool nv_own_pack_add(nv_own_pack *own, const char *xml, size_t len,
                     nv_own_sum *sum, nv_error *err)
{
    nv_registry *registry = nv_registry_read(xml, len, "the import", err);
    const size_t count = registry ? nv_registry_event_count(registry) : 0;
    bool is_added = registry != NULL;

    *sum = (nv_own_sum){0, 0};
    for (size_t i = 0; is_added && i < count; i++) {
        const nv_event *event = nv_registry_event(registry, i, err);

        is_added = event && add_event(own, event, sum, err);
    }
    nv_registry_free(registry);
    return is_added;
}

bool nv_own_pack_keep(nv_own_pack *own, nv_error *err)
{
    const nv_buffer *xml = &own->contents.xml;
    nv_registry *registry =
        nv_registry_read(xml->text, xml->len, own->path.text, err);

    nv_registry_free(registry);
    return registry &&
           nv_file_write_lasting(own->path.text, xml->text, xml->len, err);
}
