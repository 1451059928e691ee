/* SPDX-License-Identifier: MPL-2.0 */
/* See document_store.h. */
#include "note/document_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "citation/style.h"
#include "note/note_text.h"
#include "note/packed_text.h"
#include "note/property_field.h"

enum {
    FIELDS = 5,
    PIECE = 252 /* characters of base64: the most in 255 that are whole */
};

static const char kinds[NV_NOTE_KIND_COUNT] = {'f', 'e', 't'};

void nv_document_style_release(nv_document_style *style)
{
    free(style->id);
    free(style->version);
    free(style->csl);
    *style = (nv_document_style){0};
}

void nv_document_store_release(nv_document_store *store)
{
    nv_document_style_release(&store->style);
    *store = (nv_document_store){0};
}

static void name_piece(char name[NV_DOCUMENT_PROPERTY_NAME], size_t piece)
{
    snprintf(name, NV_DOCUMENT_PROPERTY_NAME, NV_DOCUMENT_STYLE_NAME ".%zu",
             piece);
}

static size_t count_pieces(size_t len)
{
    return (len + PIECE - 1) / PIECE;
}

/* Writing */

static bool fail_of_length(nv_error *err)
{
    return nv_fail(err, NV_ERROR_LIMIT, 0,
                   "The style is too long to be kept with the document: "
                   "choose another one");
}

/* The property that says which style it is. */
static void write_head(const nv_document_style *style, size_t pieces,
                       nv_buffer *head)
{
    nv_buffer_add_char(head, '1');
    nv_property_field_add(head, style->id);
    nv_property_field_add(head, style->version);
    nv_buffer_add_format(head, "|%c|%zu", kinds[style->kind], pieces);
}

static bool put_style(const nv_buffer *head, const nv_buffer *packed,
                      nv_property_put *put, void *host, nv_error *err)
{
    bool is_done = put(host, NV_DOCUMENT_STYLE_NAME, head->text, err);

    for (size_t i = 0; i < count_pieces(packed->len) && is_done; i++) {
        char name[NV_DOCUMENT_PROPERTY_NAME], text[PIECE + 1];

        name_piece(name, i + 1);
        snprintf(text, sizeof text, "%s", packed->text + i * PIECE);
        is_done = put(host, name, text, err);
    }
    return is_done;
}

bool nv_document_style_write(const nv_document_style *style,
                             nv_property_put *put, void *host, nv_error *err)
{
    nv_buffer head = NV_BUFFER_INIT, packed = NV_BUFFER_INIT;
    bool is_done =
        !style->csl ||
        nv_packed_text_write(style->csl, strlen(style->csl), &packed, err);

    write_head(style, count_pieces(packed.len), &head);
    if (head.failed)
        is_done = nv_note_no_memory(err);
    else if (head.len > NV_DOCUMENT_PROPERTY_MAX ||
             count_pieces(packed.len) > NV_DOCUMENT_STYLE_PARTS_MAX)
        is_done = fail_of_length(err);
    is_done = is_done && put_style(&head, &packed, put, host, err);
    nv_buffer_release(&head);
    nv_buffer_release(&packed);
    return is_done;
}

/* Reading: each returns false with *err set. */

static bool fail_as_damaged(nv_error *err)
{
    return nv_fail(err, NV_ERROR_FORMAT, 0,
                   "The citation style that this document carries is damaged: "
                   "choose one for it.");
}

static bool fail_as_too_large(nv_error *err)
{
    return nv_fail(err, NV_ERROR_LIMIT, 0,
                   "The citation style that this document carries is larger "
                   "than any may be: choose one for it.");
}

/* The fields of the head; *pieces: how many hold the style. */
static bool take_head(char *const fields[], nv_document_style *style,
                      size_t *pieces, nv_error *err)
{
    const char *kind = memchr(kinds, fields[3][0], sizeof kinds);

    if (!kind || strcmp(fields[0], "1") != 0)
        return fail_as_damaged(err);
    style->is_set = true;
    style->kind = (nv_note_kind)(kind - kinds);
    style->id = strdup(fields[1]);
    style->version = strdup(fields[2]);
    *pieces = strtoul(fields[4], NULL, 10);
    return (style->id && style->version) || nv_note_no_memory(err);
}

/* What is read must be what would be written. */
static bool is_written_so(const nv_document_style *style, size_t pieces,
                          const char *text, nv_error *err)
{
    nv_buffer again = NV_BUFFER_INIT;
    bool is_same;

    write_head(style, pieces, &again);
    is_same = strcmp(again.text, text) == 0;
    if (again.failed)
        nv_note_no_memory(err);
    nv_buffer_release(&again);
    return is_same || fail_as_damaged(err);
}

static bool read_head(const char *head, nv_document_style *style,
                      size_t *pieces, nv_error *err)
{
    nv_arena arena = {0};
    char *fields[FIELDS];
    bool is_read;

    if (strlen(head) > NV_DOCUMENT_PROPERTY_MAX)
        return fail_as_damaged(err);
    is_read =
        (nv_property_fields_take(head, &arena, fields, FIELDS) ||
         fail_as_damaged(err)) &&
        take_head(fields, style, pieces, err) &&
        is_written_so(style, *pieces, head, err) &&
        (*pieces == 0 || *style->id || fail_as_damaged(err)) &&
        (*pieces <= NV_DOCUMENT_STYLE_PARTS_MAX || fail_as_too_large(err));
    nv_arena_release(&arena);
    return is_read;
}

/* All pieces but the last are full. */
static bool join(size_t pieces, nv_property_get *get, void *host,
                 nv_buffer *packed, nv_error *err)
{
    for (size_t i = 1; i <= pieces; i++) {
        char name[NV_DOCUMENT_PROPERTY_NAME];
        const char *text;
        size_t len;

        name_piece(name, i);
        text = get(host, name);
        len = text ? strlen(text) : 0;
        if (len == 0 || len > PIECE || (i < pieces && len < PIECE))
            return fail_as_damaged(err);
        nv_buffer_add(packed, text, len);
    }
    return !packed->failed || nv_note_no_memory(err);
}

static bool read_csl(nv_document_style *style, size_t pieces,
                     nv_property_get *get, void *host, nv_error *err)
{
    nv_buffer packed = NV_BUFFER_INIT, csl = NV_BUFFER_INIT;
    nv_error why = {0};
    bool is_read = join(pieces, get, host, &packed, err);

    if (is_read && !nv_packed_text_read(packed.text, packed.len,
                                        NV_CSL_LARGEST_FILE, &csl, &why))
        is_read = why.code == NV_ERROR_MEMORY  ? nv_note_no_memory(err)
                  : why.code == NV_ERROR_LIMIT ? fail_as_too_large(err)
                                               : fail_as_damaged(err);
    if (is_read)
        style->csl = nv_buffer_detach(&csl);
    nv_buffer_release(&packed);
    nv_buffer_release(&csl);
    return is_read && (style->csl || nv_note_no_memory(err));
}

static bool read_style(nv_document_style *style, nv_property_get *get,
                       void *host, nv_error *err)
{
    const char *head = get(host, NV_DOCUMENT_STYLE_NAME);
    size_t pieces = 0;

    return !head || (read_head(head, style, &pieces, err) &&
                     (pieces == 0 || read_csl(style, pieces, get, host, err)));
}

/* A trouble is an error only for want of memory. */
bool nv_document_store_read(nv_document_store *store, nv_property_get *get,
                            void *host, nv_error *err)
{
    *store = (nv_document_store){0};
    if (read_style(&store->style, get, host, &store->trouble))
        return true;
    nv_document_style_release(&store->style);
    return store->trouble.code != NV_ERROR_MEMORY || nv_note_no_memory(err);
}
