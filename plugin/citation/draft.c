/* SPDX-License-Identifier: MPL-2.0 */
/* See draft.h: the pieces and their marks. */
#include "citation/draft.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "citation/characters.h"
#include "citation/finish.h"

void nv_csl_draft_init(nv_csl_draft *draft)
{
    *draft = (nv_csl_draft){.bytes = NV_BUFFER_INIT};
}

void nv_csl_draft_release(nv_csl_draft *draft)
{
    free(draft->pieces);
    nv_buffer_release(&draft->bytes);
    nv_arena_release(&draft->tags);
    nv_csl_draft_init(draft);
}

void nv_csl_draft_clear(nv_csl_draft *draft)
{
    nv_buffer_truncate(&draft->bytes, 0);
    nv_arena_reset(&draft->tags);
    draft->bytes.failed = false;
    draft->count = 0;
    draft->open = 0;
    draft->failed = false;
}

nv_csl_mark nv_csl_draft_mark(const nv_csl_draft *draft)
{
    return (nv_csl_mark){draft->count, draft->bytes.len, draft->open};
}

/* Frames that were open at the mark are open again, even those that were closed
 * after it. */
void nv_csl_draft_cut(nv_csl_draft *draft, nv_csl_mark mark)
{
    assert(mark.piece <= draft->count && mark.byte <= draft->bytes.len);
    draft->count = mark.piece;
    nv_buffer_truncate(&draft->bytes, mark.byte);
    draft->open = mark.open;
    for (uint32_t open = mark.open; open; open = draft->pieces[open - 1].start)
        draft->pieces[open - 1].span = 0;
}

/* Pieces, not bytes: stripped periods may have left empty texts behind. */
bool nv_csl_draft_is_empty(const nv_csl_draft *draft, nv_csl_mark since)
{
    for (size_t i = since.piece; i < draft->count; i++)
        if (draft->pieces[i].kind == NV_CSL_PIECE_TEXT && draft->pieces[i].len)
            return false;
    return true;
}

/* A new piece at the end, zeroed but for its kind; NULL without memory. */
static nv_csl_piece *add_piece(nv_csl_draft *draft, nv_csl_piece_kind kind)
{
    if (!draft->bytes.text)
        nv_buffer_init(&draft->bytes);
    if (draft->count == draft->capacity && !draft->failed) {
        size_t capacity = draft->capacity ? draft->capacity * 2 : 128;
        nv_csl_piece *pieces =
            capacity < UINT32_MAX
                ? realloc(draft->pieces, capacity * sizeof *pieces)
                : NULL;

        draft->failed = !pieces;
        if (pieces) {
            draft->pieces = pieces;
            draft->capacity = capacity;
        }
    }
    if (draft->failed)
        return NULL;
    draft->pieces[draft->count] = (nv_csl_piece){.kind = (uint8_t)kind};
    return &draft->pieces[draft->count++];
}

/* The bytes at the end; false without memory, or past what a piece can say. */
static bool add_bytes(nv_csl_draft *draft, const char *text, size_t len)
{
    if (len > UINT32_MAX - draft->bytes.len)
        draft->failed = true;
    else
        nv_buffer_add(&draft->bytes, text, len);
    draft->failed = draft->failed || draft->bytes.failed;
    return !draft->failed;
}

void nv_csl_draft_add(nv_csl_draft *draft, nv_csl_origin origin,
                      const char *text, size_t len)
{
    nv_csl_piece *piece = len ? add_piece(draft, NV_CSL_PIECE_TEXT) : NULL;

    if (!piece)
        return;
    piece->origin = (uint8_t)origin;
    piece->start = (uint32_t)draft->bytes.len;
    if (add_bytes(draft, text, len))
        piece->len = (uint32_t)len;
}

void nv_csl_draft_add_text(nv_csl_draft *draft, nv_csl_origin origin,
                           const char *text)
{
    if (text)
        nv_csl_draft_add(draft, origin, text, strlen(text));
}

void nv_csl_draft_add_field(nv_csl_draft *draft, nv_csl_origin origin,
                            const nv_csl_string *string)
{
    if (!string)
        return;
    if (string->has_markup)
        nv_csl_rich_add(draft, origin, string->text, string->len);
    else
        nv_csl_draft_add(draft, origin, string->text, string->len);
}

void nv_csl_draft_open(nv_csl_draft *draft, const nv_csl_frame *frame)
{
    nv_csl_piece *piece = add_piece(draft, NV_CSL_PIECE_OPEN);

    if (!piece)
        return;
    piece->frame = *frame;
    piece->start = draft->open;
    draft->open = (uint32_t)draft->count;
}

void nv_csl_draft_close(nv_csl_draft *draft)
{
    nv_csl_piece *close = add_piece(draft, NV_CSL_PIECE_CLOSE), *open;

    if (!close)
        return;
    assert(draft->open);
    open = &draft->pieces[draft->open - 1];
    open->span = close->span = (uint32_t)(close - open);
    draft->open = open->start;
}

/* A frame of another draft. What its markup names is in the other's memory. */
static void open_copy(nv_csl_draft *draft, const nv_csl_frame *frame)
{
    nv_csl_frame copy = *frame;

    if (frame->from_markup && frame->language) {
        copy.language = nv_arena_text(&draft->tags, frame->language,
                                      strlen(frame->language));
        draft->failed = draft->failed || !copy.language;
    }
    nv_csl_draft_open(draft, &copy);
}

void nv_csl_draft_append(nv_csl_draft *draft, const nv_csl_draft *other,
                         size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const nv_csl_piece *piece = &other->pieces[i];

        if (piece->kind == NV_CSL_PIECE_OPEN)
            open_copy(draft, &piece->frame);
        else if (piece->kind == NV_CSL_PIECE_CLOSE)
            nv_csl_draft_close(draft);
        else
            nv_csl_draft_add(draft, piece->origin,
                             other->bytes.text + piece->start, piece->len);
    }
}

void nv_csl_draft_strip_periods(nv_csl_draft *draft, nv_csl_mark since)
{
    for (size_t i = since.piece; i < draft->count; i++) {
        nv_csl_piece *piece = &draft->pieces[i];
        char *text = draft->bytes.text + piece->start;
        uint32_t kept = 0;

        if (piece->kind != NV_CSL_PIECE_TEXT ||
            piece->origin != NV_CSL_ORIGIN_CONTENT)
            continue;
        for (uint32_t at = 0; at < piece->len; at++)
            if (text[at] != '.')
                text[kept++] = text[at];
        piece->len = kept;
    }
}

bool nv_csl_draft_find(const nv_csl_draft *draft, nv_csl_mark since,
                       nv_csl_tag_kind tag, size_t *open)
{
    for (size_t i = since.piece; i < draft->count; i++)
        if (draft->pieces[i].kind == NV_CSL_PIECE_OPEN &&
            draft->pieces[i].frame.tag == tag) {
            *open = i;
            return true;
        }
    return false;
}

void nv_csl_draft_read(const nv_csl_draft *draft, size_t from, size_t to,
                       nv_buffer *out)
{
    for (size_t i = from; i < to; i++)
        if (draft->pieces[i].kind == NV_CSL_PIECE_TEXT)
            nv_buffer_add(out, draft->bytes.text + draft->pieces[i].start,
                          draft->pieces[i].len);
}

uint64_t nv_csl_draft_hash(const nv_csl_draft *draft, size_t from, size_t to)
{
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a */
    bool is_empty = true;

    for (size_t i = from; i < to; i++) {
        const nv_csl_piece *piece = &draft->pieces[i];
        const char *text = draft->bytes.text + piece->start;

        if (piece->kind != NV_CSL_PIECE_TEXT)
            continue;
        for (uint32_t at = 0; at < piece->len; at++)
            hash = (hash ^ (unsigned char)text[at]) * 0x100000001b3u;
        is_empty = is_empty && piece->len == 0;
    }
    return is_empty ? 0 : hash | 1;
}

int32_t nv_csl_draft_last_character(const nv_csl_draft *draft)
{
    int32_t c = 0;

    for (size_t i = draft->count; i-- > 0;) {
        const nv_csl_piece *piece = &draft->pieces[i];
        const char *text = draft->bytes.text + piece->start;

        if (piece->kind == NV_CSL_PIECE_TEXT && piece->len) {
            nv_csl_character_before(text, text + piece->len, &c);
            break;
        }
    }
    return c;
}
