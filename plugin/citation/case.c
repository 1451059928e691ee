/* SPDX-License-Identifier: MPL-2.0 */
/* text-case. See finish.h. */
#include "citation/finish.h"

#include <string.h>
#include <utf8proc.h>

#include "citation/characters.h"

/* Writes a letter in the case that it is named after. */
typedef void change_letter(nv_buffer *out, int32_t c);

/* A text that is read word by word. */
typedef struct {
    const char *at, *end;
    nv_buffer *out;
    change_letter *upper;
    bool is_first, is_last;
    int32_t before; /* the character before `at`; 0: none */
    int32_t parted; /* the last one that is neither space nor mark of quotation:
                     * a colon makes the next word a first one */
} words;

static bool is_upper(int32_t c)
{
    return utf8proc_tolower(c) != c;
}

static void add_upper(nv_buffer *out, int32_t c)
{
    if (c == 0xDF) /* sharp s */
        nv_buffer_add_text(out, "SS");
    else
        nv_csl_character_add(out, utf8proc_toupper(c));
}

static void add_lower(nv_buffer *out, int32_t c)
{
    nv_csl_character_add(out, utf8proc_tolower(c));
}

/* Turkish and Azerbaijani tell i with a dot from one without. */
static void add_turkish_upper(nv_buffer *out, int32_t c)
{
    add_upper(out, c == 'i' ? 0x130 : c);
}

static void add_turkish_lower(nv_buffer *out, int32_t c)
{
    nv_csl_character_add(out, c == 'I'     ? 0x131
                              : c == 0x130 ? 'i'
                                           : utf8proc_tolower(c));
}

/* Does the tag begin with the code of that language? */
static bool is_language(const char *tag, const char *code)
{
    return tag && (tag[0] | 0x20) == code[0] && (tag[1] | 0x20) == code[1] &&
           (tag[2] == '\0' || tag[2] == '-' || tag[2] == '_');
}

static bool is_turkish(const char *tag)
{
    return is_language(tag, "tr") || is_language(tag, "az");
}

static void change_all(const char *text, size_t len, nv_buffer *out,
                       change_letter *change)
{
    const char *end = text + len;
    int32_t c;

    while (text < end) {
        text += nv_csl_character(text, end, &c);
        change(out, c);
    }
}

/* The length of the word at `at`: apostrophes and full stops belong to it
 * between letters. */
static size_t word_at(const char *at, const char *end)
{
    const char *from = at, *next;
    int32_t c, following;

    while (at < end) {
        next = at + nv_csl_character(at, end, &c);
        if (!nv_csl_is_word(c)) {
            if (at == from || next == end ||
                !(nv_csl_is_apostrophe(c) || c == '.'))
                break;
            nv_csl_character(next, end, &following);
            if (!nv_csl_is_word(following))
                break;
        }
        at = next;
    }
    return (size_t)(at - from);
}

/* Is there no capital in it, up to an apostrophe when `is_start`? */
static bool is_lower_word(const char *at, size_t len, bool is_start)
{
    const char *end = at + len;
    int32_t c;

    while (at < end) {
        at += nv_csl_character(at, end, &c);
        if (is_start && nv_csl_is_apostrophe(c))
            return true;
        if (is_upper(c))
            return false;
    }
    return true;
}

static void add_capitalized(words *words, size_t len)
{
    int32_t c;
    const size_t first = nv_csl_character(words->at, words->at + len, &c);

    if (c == 0xDF)
        nv_csl_character_add(words->out, c);
    else
        words->upper(words->out, c);
    nv_buffer_add(words->out, words->at + first, len - first);
}

/* A stop word, if need be with a capital at its beginning. One letter with a
 * capital is none: "Vitamin A". */
static bool is_stop(const char *at, size_t len)
{
    char lower[16];

    if (len >= sizeof lower || (len == 1 && *at >= 'A' && *at <= 'Z'))
        return false;
    memcpy(lower, at, len);
    if (*at >= 'A' && *at <= 'Z' && is_lower_word(at + 1, len - 1, false))
        lower[0] = (char)(*at | 0x20);
    return nv_csl_is_stop_word(lower, len);
}

/* Is it a letter that a hyphen binds, as in "beta-x"? */
static bool is_bound_letter(const words *words, size_t len)
{
    int32_t c, following = 0;
    const size_t first = nv_csl_character(words->at, words->end, &c);

    if (words->at + len < words->end)
        nv_csl_character(words->at + len, words->end, &following);
    return first == len && (words->before == '-' || following == '-');
}

static bool has_word(const char *at, const char *end)
{
    int32_t c = 0;

    while (at < end && !nv_csl_is_word(c))
        at += nv_csl_character(at, end, &c);
    return nv_csl_is_word(c);
}

static void add_title_word(words *words, size_t len)
{
    const bool is_last =
        words->is_last && !has_word(words->at + len, words->end);
    const bool is_start =
        words->is_first || (words->parted && strchr(":?!", words->parted));

    if (!is_start && !is_last && is_stop(words->at, len)) {
        nv_buffer_add_char(words->out, (char)(*words->at | 0x20));
        nv_buffer_add(words->out, words->at + 1, len - 1);
    } else if (is_lower_word(words->at, len, false) &&
               (is_start || !is_bound_letter(words, len))) {
        add_capitalized(words, len);
    } else {
        nv_buffer_add(words->out, words->at, len);
    }
}

static void add_word(nv_csl_case text_case, words *words, size_t len)
{
    const bool wants_capital =
        text_case == NV_CSL_CASE_CAPITALIZE_ALL || words->is_first;

    if (text_case == NV_CSL_CASE_TITLE)
        add_title_word(words, len);
    else if (wants_capital && is_lower_word(words->at, len, true))
        add_capitalized(words, len);
    else
        nv_buffer_add(words->out, words->at, len);
}

static void change_words(nv_csl_case text_case, words *words)
{
    while (words->at < words->end) {
        int32_t c;
        size_t len = word_at(words->at, words->end);

        if (len) {
            add_word(text_case, words, len);
            words->is_first = false;
            words->before = words->parted = 'a';
        } else {
            len = nv_csl_character(words->at, words->end, &c);
            nv_buffer_add(words->out, words->at, len);
            words->before = c;
            if (c < 0x80 && c != ' ' && c != '"' && c != '\'')
                words->parted = c;
        }
        words->at += len;
    }
}

static void add_sentence(words *words, change_letter *lower)
{
    int32_t c;

    while (words->at < words->end) {
        words->at += nv_csl_character(words->at, words->end, &c);
        if (words->is_first && nv_csl_is_word(c)) {
            words->upper(words->out, c);
            words->is_first = false;
        } else {
            lower(words->out, c);
        }
    }
}

void nv_csl_case_apply(nv_csl_case text_case, const char *language,
                       const char *text, size_t len, bool is_first,
                       bool is_last, nv_buffer *out)
{
    change_letter *upper = is_turkish(language) ? add_turkish_upper : add_upper;
    change_letter *lower = is_turkish(language) ? add_turkish_lower : add_lower;
    words words = {text, text + len, out, upper, is_first, is_last, 0, 0};

    if (text_case == NV_CSL_CASE_UPPER)
        change_all(text, len, out, upper);
    else if (text_case == NV_CSL_CASE_LOWER)
        change_all(text, len, out, lower);
    else if (text_case == NV_CSL_CASE_SENTENCE)
        add_sentence(&words, lower);
    else if (text_case == NV_CSL_CASE_NONE)
        nv_buffer_add(out, text, len);
    else
        change_words(text_case, &words);
}

/* Drafts */

/* One application of a case to the pieces since a mark. */
typedef struct {
    nv_csl_draft *draft;
    nv_csl_case text_case;
    const char *language;
    size_t last_word; /* the piece with the last word */
    size_t kept_to;   /* end of a frame that is left alone */
    bool is_first;
    nv_buffer out;
} change;

static bool piece_has_word(const nv_csl_draft *draft, size_t at)
{
    const nv_csl_piece *piece = &draft->pieces[at];
    const char *text = draft->bytes.text + piece->start;

    return piece->kind == NV_CSL_PIECE_TEXT &&
           has_word(text, text + piece->len);
}

/* The text goes behind all others: it may have grown. */
static void replace(nv_csl_draft *draft, nv_csl_piece *piece,
                    const nv_buffer *text)
{
    const size_t at = draft->bytes.len;

    nv_buffer_add(&draft->bytes, text->text, text->len);
    draft->failed = draft->failed || draft->bytes.failed || text->failed ||
                    draft->bytes.len >= UINT32_MAX;
    if (draft->failed)
        return;
    piece->start = (uint32_t)at;
    piece->len = (uint32_t)text->len;
}

/* Only English has title case. */
static bool has_case(nv_csl_case text_case, const char *language)
{
    return text_case != NV_CSL_CASE_NONE &&
           (text_case != NV_CSL_CASE_TITLE || is_language(language, "en"));
}

static void change_piece(change *change, size_t at)
{
    nv_csl_draft *draft = change->draft;
    nv_csl_piece *piece = &draft->pieces[at];
    const char *text = draft->bytes.text + piece->start;

    if (piece->kind != NV_CSL_PIECE_TEXT ||
        piece->origin != NV_CSL_ORIGIN_CONTENT || at < change->kept_to ||
        !has_case(change->text_case, change->language))
        return;
    nv_buffer_truncate(&change->out, 0);
    nv_csl_case_apply(change->text_case, change->language, text, piece->len,
                      change->is_first, at == change->last_word, &change->out);
    if (change->out.len != piece->len ||
        memcmp(change->out.text, text, piece->len) != 0)
        replace(draft, piece, &change->out);
}

/* Does a sentence end with that piece, so that the next word is a first one? */
static bool ends_sentence(const nv_csl_draft *draft, size_t at)
{
    const nv_csl_piece *piece = &draft->pieces[at];
    const char *text = draft->bytes.text + piece->start;
    size_t len = piece->kind == NV_CSL_PIECE_TEXT ? piece->len : 0;

    while (len && text[len - 1] == ' ')
        len--;
    return len && strchr(":?!", text[len - 1]);
}

static void change_text(change *change, size_t at)
{
    const bool has_word = piece_has_word(change->draft, at);

    change_piece(change, at);
    if (has_word)
        change->is_first = false;
    if (change->text_case == NV_CSL_CASE_TITLE &&
        ends_sentence(change->draft, at))
        change->is_first = true;
}

/* The pieces from `at` to `end` - 1. What markup says to be in another language
 * has the case of that. */
static void change_pieces(change *change, size_t at, size_t end)
{
    const char *language = change->language;

    for (; at < end; at++) {
        const nv_csl_piece piece = change->draft->pieces[at];

        if (piece.kind == NV_CSL_PIECE_TEXT)
            change_text(change, at);
        if (piece.kind != NV_CSL_PIECE_OPEN)
            continue;
        if (piece.frame.nocase && at + piece.span > change->kept_to)
            change->kept_to = at + piece.span;
        if (piece.frame.language && piece.frame.from_markup) {
            change->language = piece.frame.language;
            change_pieces(change, at + 1, at + piece.span);
            change->language = language;
            at += piece.span;
        }
    }
}

void nv_csl_draft_apply_case(nv_csl_draft *draft, nv_csl_mark since,
                             nv_csl_case text_case, const char *language)
{
    change change = {.draft = draft,
                     .text_case = text_case,
                     .language = language,
                     .last_word = draft->count,
                     .is_first = true,
                     .out = NV_BUFFER_INIT};

    if (!has_case(text_case, language))
        return;
    for (size_t i = draft->count; i-- > since.piece;)
        if (piece_has_word(draft, i)) {
            change.last_word = i;
            break;
        }
    change_pieces(&change, since.piece, draft->count);
    nv_buffer_release(&change.out);
}
