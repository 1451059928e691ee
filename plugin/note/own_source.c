/* SPDX-License-Identifier: MPL-2.0 */
/* See document_store.h and own_source.h. */
#include "note/own_source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "note/note_text.h"
#include "note/property_field.h"
#include "registry/day.h"

enum { MARKS = 6, FIELDS = 7 }; /* the last mark ends an empty field */

static const char prefix[] = "NoteVerbale.source.";
static const char key_letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";

void nv_own_source_release(nv_own_source *source)
{
    free(source->event);
    free(source->title);
    free(source->pages);
    free(source->words);
    free(source->day);
    *source = (nv_own_source){0};
}

static bool is_key(const char *key, size_t len)
{
    return len == sizeof((nv_own_source *)0)->key - 1 &&
           strspn(key, key_letters) >= len;
}

/* Writing */

static void name_piece(char name[NV_DOCUMENT_PROPERTY_NAME], const char *key,
                       int piece)
{
    snprintf(name, NV_DOCUMENT_PROPERTY_NAME, "%s%s.%d", prefix, key, piece);
}

/* The bytes of the longest piece at the beginning: whole characters. */
static size_t piece_len(const char *text, size_t len)
{
    size_t fits = NV_DOCUMENT_PROPERTY_MAX;

    if (len <= fits)
        return len;
    while (fits > 0 && ((unsigned char)text[fits] & 0xC0) == 0x80)
        fits--;
    return fits;
}

static size_t count_pieces(const nv_buffer *value)
{
    size_t count = 0, len;

    for (size_t at = 0; at < value->len; at += len) {
        len = piece_len(value->text + at, value->len - at);
        if (len == 0 || ++count > NV_OWN_SOURCE_PARTS_MAX)
            break;
    }
    return count;
}

static bool put_pieces(const nv_own_source *source, const nv_buffer *value,
                       nv_property_put *put, void *host, nv_error *err)
{
    size_t at = 0;

    for (int piece = 1; at < value->len; piece++) {
        char name[NV_DOCUMENT_PROPERTY_NAME];
        char text[NV_DOCUMENT_PROPERTY_MAX + 1];
        const size_t len = piece_len(value->text + at, value->len - at);

        name_piece(name, source->key, piece);
        memcpy(text, value->text + at, len);
        text[len] = '\0';
        at += len;
        if (!put(host, name, text, err))
            return false;
    }
    return true;
}

static bool is_day(const char *day)
{
    nv_days days;

    return strlen(day) == sizeof "2026-11-24" - 1 &&
           nv_days_from_iso(day, &days);
}

static bool is_whole(const nv_own_source *source)
{
    return is_key(source->key, strlen(source->key)) && source->event &&
           *source->event && source->title && *source->title &&
           (!source->day || is_day(source->day));
}

bool nv_own_source_write(const nv_own_source *source, nv_property_put *put,
                         void *host, nv_error *err)
{
    nv_buffer value = NV_BUFFER_INIT;
    bool is_done = false;

    if (!is_whole(source))
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "A source that you read needs a title, and its day "
                       "is written as 2026-11-24: complete it");
    nv_buffer_add_char(&value, '1');
    nv_property_field_add(&value, source->event);
    nv_property_field_add(&value, source->title);
    nv_property_field_add(&value, source->pages);
    nv_property_field_add(&value, source->words);
    nv_property_field_add(&value, source->day);
    nv_buffer_add_char(&value, '|');
    if (value.failed)
        nv_note_no_memory(err);
    else if (count_pieces(&value) > NV_OWN_SOURCE_PARTS_MAX)
        nv_fail(err, NV_ERROR_LIMIT, 0,
                "The words of this source are too long to be kept with the "
                "document: shorten them");
    else
        is_done = put_pieces(source, &value, put, host, err);
    nv_buffer_release(&value);
    return is_done;
}

/* Reading */

bool nv_own_source_key(const char *name, char key[7])
{
    const size_t len = sizeof prefix - 1;

    if (strncmp(name, prefix, len) != 0 ||
        !is_key(name + len, strcspn(name + len, ".")) ||
        strcmp(name + len + 6, ".1") != 0)
        return false;
    memcpy(key, name + len, 6);
    key[6] = '\0';
    return true;
}

static size_t count_marks(const char *text)
{
    size_t count = 0;

    while ((text = strchr(text, '|'))) {
        count++;
        text++;
    }
    return count;
}

/* Joins the pieces, up to the mark that ends the value. */
static bool join(const char *key, nv_property_get *get, void *host,
                 nv_buffer *value)
{
    size_t marks = 0;

    for (int piece = 1; marks < MARKS && piece <= NV_OWN_SOURCE_PARTS_MAX;
         piece++) {
        char name[NV_DOCUMENT_PROPERTY_NAME];
        const char *text;

        name_piece(name, key, piece);
        text = get(host, name);
        if (!text || strlen(text) > NV_DOCUMENT_PROPERTY_MAX)
            return false;
        nv_buffer_add_text(value, text);
        marks += count_marks(text);
    }
    return marks == MARKS;
}

/* Empty is NULL; false without memory. */
static bool keep(char **to, const char *text)
{
    *to = *text ? strdup(text) : NULL;
    return *to || !*text;
}

static bool split(const nv_buffer *value, const char *key,
                  nv_own_source *source)
{
    nv_arena arena = {0};
    char *fields[FIELDS];
    bool is_read = nv_property_fields_take(value->text, &arena, fields, FIELDS);

    memcpy(source->key, key, sizeof source->key);
    is_read = is_read && keep(&source->event, fields[1]) &&
              keep(&source->title, fields[2]) &&
              keep(&source->pages, fields[3]) &&
              keep(&source->words, fields[4]) && keep(&source->day, fields[5]);
    nv_arena_release(&arena);
    return is_read;
}

typedef struct {
    nv_property_get *get;
    void *host;
} comparing;

static bool is_same(void *host, const char *name, const char *value,
                    nv_error *err)
{
    const comparing *with = host;
    const char *found = with->get(with->host, name);

    (void)err;
    return found && strcmp(found, value) == 0;
}

bool nv_own_source_read(nv_own_source *source, nv_property_get *get, void *host,
                        const char key[7], nv_error *err)
{
    comparing with = {get, host};
    nv_buffer value = NV_BUFFER_INIT;
    nv_error why = {0};
    bool is_read;

    *source = (nv_own_source){0};
    is_read = join(key, get, host, &value) && split(&value, key, source) &&
              nv_own_source_write(source, is_same, &with, &why);
    if (!is_read) {
        nv_own_source_release(source);
        if (value.failed || why.code == NV_ERROR_MEMORY)
            nv_note_no_memory(err);
        else
            nv_fail(err, NV_ERROR_FORMAT, 0,
                    "A source of your own that this document carries is "
                    "damaged and is left out: name it again.");
    }
    nv_buffer_release(&value);
    return is_read;
}
