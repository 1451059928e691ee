/* SPDX-License-Identifier: MPL-2.0 */
/* The light markup of CSL-JSON fields, and quotation marks in them, as frames.
 *
 * What might open a frame is written as one at once; when its end is not found,
 * the piece becomes the text that it was. So the draft is all the memory that
 * is needed, and its chain of open frames is the stack. */
#include "citation/finish.h"

#include <string.h>
#include <utf8proc.h>

#include "base/array.h"
#include "citation/characters.h"

enum { DEEPEST = 32, LONGEST_TAG = 35 /* bytes of a language, RFC 5646 */ };

static const char apostrophe[] = "\xE2\x80\x99";
static const char narrow_space[] = "\xE2\x80\xAF"; /* without a break */

static const struct {
    const char *open, *close;
    nv_csl_frame frame;
} tags[] = {
    {"<i>", "</i>", {.format = NV_CSL_ITALIC, .from_markup = true}},
    {"<b>", "</b>", {.format = NV_CSL_BOLD, .from_markup = true}},
    {"<sup>",
     "</sup>",
     {.format = NV_CSL_SUPERSCRIPT, .from_markup = true, .nocase = true}},
    {"<sub>",
     "</sub>",
     {.format = NV_CSL_SUBSCRIPT, .from_markup = true, .nocase = true}},
    {"<sc>",
     "</sc>",
     {.format = NV_CSL_SMALL_CAPS, .from_markup = true, .nocase = true}},
    {"<span style=\"font-variant:small-caps;\">",
     "</span>",
     {.format = NV_CSL_SMALL_CAPS, .from_markup = true, .nocase = true}},
    {"<span style=\"font-variant: small-caps;\">",
     "</span>",
     {.format = NV_CSL_SMALL_CAPS, .from_markup = true, .nocase = true}},
    {"<span class=\"nocase\">",
     "</span>",
     {.from_markup = true, .nocase = true}},
    {"<span class=\"quotation\">",
     "</span>",
     {.format = NV_CSL_QUOTED, .from_markup = true}},
    {"<span lang=\"", "</span>", {.from_markup = true}},
};

/* The last of tags[] goes on with a language and ends as language_end. */
static const char language_end[] = "\">";

enum {
    TAG_COUNT = NV_COUNT_OF(tags),
    LANGUAGE_KIND = TAG_COUNT - 1,
    PAIR_COUNT = 4
};

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

/* Words of the markup */

static bool starts(const char *at, const char *end, const char *with,
                   size_t len)
{
    return len && (size_t)(end - at) >= len && memcmp(at, with, len) == 0;
}

/* Bytes of the language at `at`: letters, digits and hyphens. */
static size_t language_len(const char *at, const char *end)
{
    size_t len = 0;

    while (at + len < end && len <= LONGEST_TAG &&
           (at[len] == '-' ||
            ((unsigned char)at[len] < 0x80 && nv_csl_is_word(at[len]))))
        len++;
    return len <= LONGEST_TAG ? len : 0;
}

/* The length of the tag that opens `kind` at `at`; 0: none. */
static size_t open_at(const char *at, const char *end, size_t kind)
{
    const size_t len = strlen(tags[kind].open);
    const size_t last = sizeof language_end - 1;
    size_t language;

    if (!starts(at, end, tags[kind].open, len))
        return 0;
    if (kind != LANGUAGE_KIND)
        return len;
    language = language_len(at + len, end);
    return language && starts(at + len + language, end, language_end, last)
               ? len + language + last
               : 0;
}

/* The length of the tag at `at`, which is one of tags[]; 0: none. */
static size_t tag_at(const char *at, const char *end, size_t *kind,
                     bool *is_open)
{
    for (*kind = 0; at < end && *at == '<' && *kind < TAG_COUNT; ++*kind) {
        const size_t open = open_at(at, end, *kind);
        const size_t close = strlen(tags[*kind].close);

        *is_open = open > 0;
        if (*is_open || starts(at, end, tags[*kind].close, close))
            return *is_open ? open : close;
    }
    return 0;
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
    size_t kind, len;
    bool is_open;
    int32_t c;

    while ((len = tag_at(at, rich->end, &kind, &is_open)) > 0)
        at += len;
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
static void add_opener(rich *rich, const nv_csl_piece *open)
{
    nv_buffer *bytes = &rich->draft->bytes;

    if (open->len >= TAG_COUNT) {
        nv_buffer_add_text(bytes, plain_mark(rich, open->len - TAG_COUNT));
        return;
    }
    nv_buffer_add_text(bytes, tags[open->len].open);
    if (open->len == LANGUAGE_KIND) {
        nv_buffer_add_text(bytes, open->frame.language);
        nv_buffer_add_text(bytes, language_end);
    }
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
    return kind == opened ||
           (kind < TAG_COUNT && opened < TAG_COUNT &&
            strcmp(tags[kind].close, tags[opened].close) == 0);
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

/* Opens the frame of the tag at `at`, `len` bytes long. */
static bool open_tag(rich *rich, size_t kind, size_t len)
{
    const size_t before = strlen(tags[kind].open);
    nv_csl_frame frame = tags[kind].frame;

    if (kind == LANGUAGE_KIND) {
        frame.language =
            nv_arena_text(&rich->draft->tags, rich->at + before,
                          len - before - (sizeof language_end - 1));
        rich->draft->failed = rich->draft->failed || !frame.language;
    }
    return open(rich, &frame, kind);
}

static bool read_tag(rich *rich)
{
    size_t kind, len;
    bool is_open;

    len = tag_at(rich->at, rich->end, &kind, &is_open);
    if (!len || !(is_open ? open_tag(rich, kind, len) : close(rich, kind)))
        return false;
    rich->at += len;
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
