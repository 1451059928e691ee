/* SPDX-License-Identifier: MPL-2.0 */
/* Text while it is being made: a flat list of pieces, written from left to
 * right, that only ever grows at its end or is cut back to a mark.
 *
 * A piece is a text, or opens or closes a frame (formatting, quotes, display, a
 * region somebody will look for). There is no tree to build and nothing to
 * free: suppressing a group is cutting back to the mark taken before it, and a
 * delimiter is written first and cut off again with the empty child after it.
 *
 * What the text will look like is decided once, by nv_csl_draft_finish():
 * punctuation that meets at the seam of two texts, punctuation moving into
 * quotes, inner and outer quotes, italics inside italics. Until then a draft
 * knows only what was written and why (nv_csl_origin). */
#ifndef NV_CITATION_DRAFT_H
#define NV_CITATION_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "citation/item.h"
#include "citation/lexicon.h"
#include "citation/text.h"

/* Why a text stands there. Seams between two texts are mended by the table of
 * punctuation.h when at least one side is no field; inside a text nothing is
 * ever changed. */
typedef enum {
    NV_CSL_ORIGIN_CONTENT, /* fields, values, terms, names, numbers, dates */
    NV_CSL_ORIGIN_PREFIX,  /* prefix="" of an element */
    NV_CSL_ORIGIN_SUFFIX,
    NV_CSL_ORIGIN_DELIMITER, /* of groups, names, dates, layouts */
    NV_CSL_ORIGIN_WRITER     /* prefix and suffix of a cite */
} nv_csl_origin;

/* A region that is looked for later, by tag. */
typedef enum {
    NV_CSL_TAG_NONE,
    NV_CSL_TAG_NAMES,       /* all that one cs:names has written, but its
                             * affixes: the first of a cite is its author */
    NV_CSL_TAG_NAME,        /* one name within it */
    NV_CSL_TAG_YEAR,        /* the year, and a suffix that was added to it */
    NV_CSL_TAG_YEAR_SUFFIX, /* the suffix alone, in or out of a date */
    NV_CSL_TAG_NUMBER,      /* the citation-number */
    NV_CSL_TAG_LOCATOR,     /* the locator of the cite */
    NV_CSL_TAG_CITE         /* a whole cite, without delimiter */
} nv_csl_tag_kind;

/* What holds for all pieces until it is closed. All zero changes nothing. */
typedef struct {
    uint16_t format;  /* nv_csl_format, of the style: "normal" bits as well */
    bool from_markup; /* the frame is the field's: italic in italic flips, and
                       * its language has a span */
    bool quotes;      /* stands in the language's quotation marks */
    bool nocase;      /* text case leaves it alone */
    uint8_t display;  /* nv_csl_display */
    uint8_t tag;      /* nv_csl_tag_kind */
    uint32_t cite;    /* with TAG_CITE: its index; else ignored */
    const char *language; /* of the text, if it is another; borrowed until the
                           * draft is finished, as is the link; with
                           * from_markup the draft's own */
    const char *link;
} nv_csl_frame;

typedef enum {
    NV_CSL_PIECE_TEXT,
    NV_CSL_PIECE_OPEN,
    NV_CSL_PIECE_CLOSE
} nv_csl_piece_kind;

typedef struct {
    uint8_t kind;        /* nv_csl_piece_kind */
    uint8_t origin;      /* nv_csl_origin of a text */
    uint32_t start, len; /* of a text, in draft->bytes; of an open frame: see
                          * draft->open, and what opened it (rich.c) */
    uint32_t span;       /* OPEN: pieces to its CLOSE; CLOSE: back to its OPEN;
                          * 0 while it is open */
    nv_csl_frame frame;  /* of OPEN */
} nv_csl_piece;

/* All zero is an empty draft, without memory yet. It keeps its memory when it
 * is cleared: one draft serves all cites of a processor. `failed` is set when
 * memory runs out; then additions do nothing: ask once, at the end. */
typedef struct {
    nv_csl_piece *pieces;
    size_t count, capacity;
    nv_buffer bytes;
    uint32_t open; /* index + 1 of the innermost open frame, 0: none; the OPEN
                    * before it is in its `start` */
    bool failed;
    const nv_csl_quotes *quotes; /* marks that fields hold; NULL: straight ones
                                  * only. Borrowed, kept when cleared */
    nv_arena tags; /* languages that markup names; emptied when cleared */
} nv_csl_draft;

/* Makes an empty draft. */
void nv_csl_draft_init(nv_csl_draft *draft);

/* Gives back what it holds; it must be made anew to be used again. */
void nv_csl_draft_release(nv_csl_draft *draft);

/* Empties it and keeps its memory for what comes next. */
void nv_csl_draft_clear(nv_csl_draft *draft);

/* A place in the draft. Valid until it is cut back to an earlier one. */
typedef struct {
    size_t piece, byte;
    uint32_t open;
} nv_csl_mark;

/* The place behind all that was written so far. */
nv_csl_mark nv_csl_draft_mark(const nv_csl_draft *draft);

/* Forgets all that was written since, frames opened since included. */
void nv_csl_draft_cut(nv_csl_draft *draft, nv_csl_mark mark);

/* Has no text of at least one byte been written since the mark? */
bool nv_csl_draft_is_empty(const nv_csl_draft *draft, nv_csl_mark since);

/* Writing */

/* A text as it is. NULL and empty texts add nothing. */
void nv_csl_draft_add(nv_csl_draft *draft, nv_csl_origin origin,
                      const char *text, size_t len);

/* The same of a text that ends with a NUL. */
void nv_csl_draft_add_text(nv_csl_draft *draft, nv_csl_origin origin,
                           const char *text);

/* A field's text with its markup and straight quotes (rich.c). Texts without
 * either take the short way. */
void nv_csl_draft_add_field(nv_csl_draft *draft, nv_csl_origin origin,
                            const nv_csl_string *string);

/* Opens a frame: what is written until it is closed stands in it. */
void nv_csl_draft_open(nv_csl_draft *draft, const nv_csl_frame *frame);

/* Closes the innermost frame. */
void nv_csl_draft_close(nv_csl_draft *draft);

/* A copy of the pieces [from, to) of another draft, frames balanced. It does
 * not need the other any more. */
void nv_csl_draft_append(nv_csl_draft *draft, const nv_csl_draft *other,
                         size_t from, size_t to);

/* Changing what was written since a mark. `language` is BCP 47: only English
 * has title case, and Turkish letters of its own. Only CONTENT is changed by
 * case, and no affix of the mark's own element is there yet: call these before
 * writing its suffix. */
void nv_csl_draft_apply_case(nv_csl_draft *draft, nv_csl_mark since,
                             nv_csl_case text_case, const char *language);

/* Takes the periods out of CONTENT written since (CSL: strip-periods). */
void nv_csl_draft_strip_periods(nv_csl_draft *draft, nv_csl_mark since);

/* Reading */

/* The first region of that tag since the mark: its OPEN piece; false: none. */
bool nv_csl_draft_find(const nv_csl_draft *draft, nv_csl_mark since,
                       nv_csl_tag_kind tag, size_t *open);

/* Adds the texts of the pieces [from, to) alone, without marks of any kind: a
 * key to sort or to compare by. */
void nv_csl_draft_read(const nv_csl_draft *draft, size_t from, size_t to,
                       nv_buffer *out);

/* A hash of the same texts, which does not tell where pieces part; 0: there is
 * none. */
uint64_t nv_csl_draft_hash(const nv_csl_draft *draft, size_t from, size_t to);

/* The last character written (a code point), 0 when there is none: whether a
 * term begins a sentence. */
int32_t nv_csl_draft_last_character(const nv_csl_draft *draft);

/* The finished text: one block, from malloc() when arena is NULL and then for
 * free(). The draft is not changed. NULL when memory ran out, now or before. */
nv_csl_text *nv_csl_draft_finish(const nv_csl_draft *draft,
                                 const nv_csl_quotes *quotes, nv_arena *arena,
                                 nv_error *err);

#endif
