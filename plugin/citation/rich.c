/* SPDX-License-Identifier: MPL-2.0 */
/* The light markup of CSL-JSON fields, and quotation marks in them, as frames.
 *
 * What might open a frame is written as one at once; when its end is not found,
 * the piece becomes the text that it was. So the draft is all the memory that
 * is needed, and its chain of open frames is the stack. */
#include "citation/finish.h"

#include <string.h>
#include <utf8proc.h>

#include "citation/characters.h"
#include "citation/markup.h"

enum { DEEPEST = 32, TAG_COUNT = NV_CSL_MARKUP_COUNT, PAIR_COUNT = 4 };

static const char apostrophe[] = "\xE2\x80\x99";
static const char narrow_space[] = "\xE2\x80\xAF"; /* without a break */

/* A pair of quotation marks, also without the spaces a language has inside. */
typedef struct {
    const char *whole_open, *open, *close;
    size_t open_len, close_len; /* 0: there is no such mark */
    bool is_straight; /* one mark opens and closes: only its place tells */
} pair;

typedef struct {
    nv_csl_draft *draft;
    nv_csl_origin origin;
    pair pairs[PAIR_COUNT];
    const char *at, *end;
    size_t base;      /* pieces there were before */
    uint32_t outside; /* draft->open before */
    int depth;        /* frames opened and not closed */
    int32_t before;   /* the character before `at`, tags aside */
    bool after_angle; /* that is an angle quote, and opens */
} rich;

/* May a quotation open after it? */
static bool parts(int32_t c)
{
    const utf8proc_category_t category = utf8proc_category(c);

    return nv_csl_is_space(c) || category == UTF8PROC_CATEGORY_PS ||
           category == UTF8PROC_CATEGORY_PI ||
           category == UTF8PROC_CATEGORY_PD || c == '/';
}

/* Quotation marks */

static bool starts(const char *at, const char *end, const char *with,
                   size_t len)
{
    return len && (size_t)(end - at) >= len && memcmp(at, with, len) == 0;
}

/* The length of the quotation mark at `at`, of which pair it is, and which of
 * the two it may be. */
static size_t quote_at(const rich *rich, size_t *which, bool *is_open,
                       bool *is_close)
{
    for (*which = 0; *which < PAIR_COUNT; ++*which) {
        const pair *pair = &rich->pairs[*which];

        *is_open = starts(rich->at, rich->end, pair->open, pair->open_len);
        *is_close = starts(rich->at, rich->end, pair->close, pair->close_len);
        if (*is_open || *is_close)
            return *is_open ? pair->open_len : pair->close_len;
    }
    return 0;
}

/* The character at `at`, tags aside. */
static int32_t character_after(const rich *rich, const char *at)
{
    int32_t c;

    at += nv_csl_markup_skip(at, rich->end);
    nv_csl_character(at, rich->end, &c);
    return c;
}

/* Moves *text behind the spaces at its beginning; returns its length without
 * those at its end. */
static size_t trim(const char **text)
{
    const char *end = *text + strlen(*text), *from = NULL;
    size_t len = 0;
    int32_t c;

    for (const char *at = *text; at < end;) {
        const size_t step = nv_csl_character(at, end, &c);

        if (!nv_csl_is_space(c)) {
            from = from ? from : at;
            len = (size_t)(at - from) + step;
        }
        at += step;
    }
    *text = from ? from : *text;
    return len;
}

static pair pair_of(const char *open, const char *close)
{
    pair pair = {.whole_open = open, .open = open, .close = close};

    pair.open_len = trim(&pair.open);
    pair.close_len = trim(&pair.close);
    pair.is_straight = pair.open_len == pair.close_len &&
                       memcmp(pair.open, pair.close, pair.open_len) == 0;
    return pair;
}

/* Writing */

/* More of the text that is being written; a word stays in one piece, for the
 * sake of its case. */
static void add(rich *rich, const char *text, size_t len)
{
    nv_csl_draft *draft = rich->draft;
    nv_csl_piece *last =
        draft->count > rich->base ? &draft->pieces[draft->count - 1] : NULL;

    if (!last || last->kind != NV_CSL_PIECE_TEXT ||
        last->start + last->len != draft->bytes.len) {
        nv_csl_draft_add(draft, rich->origin, text, len);
        return;
    }
    nv_buffer_add(&draft->bytes, text, len);
    draft->failed = draft->failed || draft->bytes.failed;
    if (!draft->failed)
        last->len += (uint32_t)len;
}

/* What a mark is when it is no quotation mark. */
static const char *plain_mark(const rich *rich, size_t which)
{
    const pair *pair = &rich->pairs[which];

    return strcmp(pair->whole_open, "'") == 0 ? apostrophe : pair->whole_open;
}

/* Writes what opened a frame. */
static void add_opener(const rich *rich, const nv_csl_piece *open)
{
    nv_buffer *bytes = &rich->draft->bytes;

    if (open->len < TAG_COUNT)
        nv_csl_markup_add(open->len, open->frame.language, bytes);
    else
        nv_buffer_add_text(bytes, plain_mark(rich, open->len - TAG_COUNT));
}

/* The innermost frame becomes the text that opened it. */
static void demote(rich *rich)
{
    nv_csl_draft *draft = rich->draft;
    nv_csl_piece *piece = &draft->pieces[draft->open - 1];
    const size_t start = draft->bytes.len;

    add_opener(rich, piece);
    draft->open = piece->start;
    rich->depth--;
    *piece = (nv_csl_piece){.kind = NV_CSL_PIECE_TEXT,
                            .origin = (uint8_t)rich->origin,
                            .start = (uint32_t)start};
    draft->failed = draft->failed || draft->bytes.failed;
    if (!draft->failed)
        piece->len = (uint32_t)(draft->bytes.len - start);
}

static bool open(rich *rich, const nv_csl_frame *frame, size_t kind)
{
    nv_csl_draft *draft = rich->draft;

    if (rich->depth == DEEPEST)
        return false;
    nv_csl_draft_open(draft, frame);
    if (draft->failed)
        return false;
    draft->pieces[draft->open - 1].len = (uint32_t)kind;
    rich->depth++;
    return true;
}

/* Does the closing word of `kind` end a frame of the kind `opened`? */
static bool ends(size_t kind, size_t opened)
{
    return kind == opened || (kind < TAG_COUNT && opened < TAG_COUNT &&
                              nv_csl_markup_ends(kind, opened));
}

/* Takes spaces off the end of the last text. */
static void drop_spaces(rich *rich)
{
    nv_csl_draft *draft = rich->draft;
    nv_csl_piece *last = &draft->pieces[draft->count - 1];
    int32_t c;

    if (draft->count == rich->base || last->kind != NV_CSL_PIECE_TEXT)
        return;
    while (last->len) {
        const char *text = draft->bytes.text + last->start;
        const size_t len = nv_csl_character_before(text, text + last->len, &c);

        if (!nv_csl_is_space(c))
            return;
        last->len -= (uint32_t)len;
    }
}

/* Closes the innermost frame that `kind` ends; those inside it were none. A
 * quotation does not end outside of the tag in which it began. */
static bool close(rich *rich, size_t kind)
{
    nv_csl_draft *draft = rich->draft;
    uint32_t found = draft->open;

    while (found != rich->outside &&
           !ends(kind, draft->pieces[found - 1].len)) {
        if (kind >= TAG_COUNT && draft->pieces[found - 1].len < TAG_COUNT)
            return false;
        found = draft->pieces[found - 1].start;
    }
    if (found == rich->outside)
        return false;
    while (draft->open != found)
        demote(rich);
    if (kind >= TAG_COUNT && !rich->pairs[kind - TAG_COUNT].is_straight)
        drop_spaces(rich);
    nv_csl_draft_close(draft);
    rich->depth--;
    return true;
}

/* Reading */

static bool open_tag(rich *rich, const nv_csl_markup *tag)
{
    nv_csl_draft *draft = rich->draft;
    nv_csl_frame frame = *nv_csl_markup_frame(tag->kind);

    if (tag->language) {
        frame.language =
            nv_arena_text(&draft->tags, tag->language, tag->language_len);
        draft->failed = draft->failed || !frame.language;
    }
    return open(rich, &frame, tag->kind);
}

static bool read_tag(rich *rich)
{
    const nv_csl_markup tag = nv_csl_markup_at(rich->at, rich->end);

    if (!tag.len ||
        !(tag.is_open ? open_tag(rich, &tag) : close(rich, tag.kind)))
        return false;
    rich->at += tag.len;
    return true;
}

static void skip_spaces(rich *rich)
{
    int32_t c;
    size_t len;

    while (rich->at < rich->end) {
        len = nv_csl_character(rich->at, rich->end, &c);
        if (!nv_csl_is_space(c))
            return;
        rich->at += len;
    }
}

static bool open_quote(rich *rich, size_t which, size_t len)
{
    if (!open(rich, &(nv_csl_frame){.quotes = true}, TAG_COUNT + which))
        return false;
    rich->at += len;
    rich->before = ' ';
    if (!rich->pairs[which].is_straight)
        skip_spaces(rich);
    return true;
}

static bool close_quote(rich *rich, size_t which, size_t len)
{
    if (!close(rich, TAG_COUNT + which))
        return false;
    rich->at += len;
    rich->before = 0x201D;
    return true;
}

/* Angle quotes may have spaces inside, and all marks of a language that has
 * them there; what does not open a quotation must not lose them. */
static bool has_spaces(const pair *pair)
{
    int32_t c;

    nv_csl_character(pair->open, pair->open + pair->open_len, &c);
    return pair->open_len < strlen(pair->whole_open) || c == 0xAB || c == 0xBB;
}

/* Straight marks open after what parts words and close before it; those of a
 * language are known by their look, but for apostrophes. */
static bool read_quote(rich *rich)
{
    size_t which, len;
    bool may_open, may_close;
    int32_t next;

    len = quote_at(rich, &which, &may_open, &may_close);
    if (!len)
        return false;
    next = character_after(rich, rich->at + len);
    if (rich->pairs[which].is_straight) {
        may_open = parts(rich->before) && !nv_csl_is_space(next);
        may_close = !may_open && !nv_csl_is_space(rich->before);
    } else if (nv_csl_is_space(next)) {
        may_open = may_open && has_spaces(&rich->pairs[which]);
    }
    may_close = may_close && !nv_csl_is_word(next);
    if (may_open && open_quote(rich, which, len))
        return true;
    return may_close && close_quote(rich, which, len);
}

/* Is the space at `at` inside angle quotes, as French has it? */
static bool is_in_angles(const rich *rich)
{
    int32_t c;
    const char *next = rich->at + nv_csl_character(rich->at, rich->end, &c);

    if (!nv_csl_is_space(c))
        return false;
    next += nv_csl_character(next, rich->end, &c);
    return rich->after_angle ||
           (c == 0xBB && !nv_csl_is_word(character_after(rich, next)));
}

/* Apostrophes are curved, and no line breaks inside of angle quotes. */
static void read_text(rich *rich)
{
    const int32_t before = rich->before;
    const size_t len = nv_csl_character(rich->at, rich->end, &rich->before);

    if (*rich->at == '\'') {
        add(rich, apostrophe, strlen(apostrophe));
        rich->before = 0x2019;
    } else if (is_in_angles(rich)) {
        add(rich, narrow_space, strlen(narrow_space));
    } else {
        add(rich, rich->at, len);
    }
    rich->after_angle = rich->before == 0xAB && parts(before);
    rich->at += len;
}

void nv_csl_rich_add(nv_csl_draft *draft, nv_csl_origin origin,
                     const char *text, size_t len)
{
    rich rich = {.draft = draft,
                 .origin = origin,
                 .pairs = {pair_of("\"", "\""), pair_of("'", "'")},
                 .at = text,
                 .end = text + len,
                 .base = draft->count,
                 .outside = draft->open,
                 .before = ' '};

    if (draft->quotes) {
        rich.pairs[2] = pair_of(draft->quotes->open, draft->quotes->close);
        rich.pairs[3] =
            pair_of(draft->quotes->open_inner, draft->quotes->close_inner);
    }
    while (rich.at < rich.end && !draft->failed)
        if (!read_tag(&rich) && !read_quote(&rich))
            read_text(&rich);
    while (draft->open != rich.outside && !draft->failed)
        demote(&rich);
}
