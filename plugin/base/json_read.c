/* SPDX-License-Identifier: MPL-2.0 */
/* Reading JSON: see json.h. */
#include "base/json.h"

#include <stdint.h>
#include <string.h>

#include <utf8proc.h>

#include "base/array.h"

enum { DEEPEST = 64, LONGEST_NUMBER = 100 };

typedef struct {
    const char *at, *end;
    int line, depth;
    nv_arena *arena;
    nv_error *err;
} reader;

static bool fail(reader *r, const char *what)
{
    return nv_fail(r->err, NV_ERROR_FORMAT, r->line, "%s", what);
}

static bool no_memory(reader *r)
{
    return nv_fail(r->err, NV_ERROR_MEMORY, 0,
                   "there is not enough memory to read it");
}

/* The next character, '\0' at the end: the text itself holds no NUL. */
static char peek(const reader *r)
{
    return r->at < r->end ? *r->at : '\0';
}

static void skip_space(reader *r)
{
    while (peek(r) && strchr(" \t\r\n", peek(r)))
        r->line += *r->at++ == '\n';
}

static bool take(reader *r, const char *word)
{
    const size_t len = strlen(word);

    if ((size_t)(r->end - r->at) < len || memcmp(r->at, word, len) != 0)
        return false;
    r->at += len;
    return true;
}

/* Texts */

/* The value of four hexadecimal digits; -1 for anything else. */
static int32_t take_hex(reader *r)
{
    static const char digits[] = "0123456789abcdefABCDEF";
    int32_t value = 0;

    for (int i = 0; i < 4; i++) {
        const char *digit = peek(r) ? strchr(digits, *r->at) : NULL;
        const int place = digit ? (int)(digit - digits) : 0;

        if (!digit)
            return -1;
        value = value * 16 + (place < 16 ? place : place - 6);
        r->at++;
    }
    return value;
}

static bool is_low_half(int32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

/* What follows "\u": one code of UTF-16, or a pair. */
static bool add_code(reader *r, char **to)
{
    int32_t code = take_hex(r);

    if (code >= 0xD800 && code < 0xDC00) {
        const int32_t low = take(r, "\\u") ? take_hex(r) : -1;

        if (!is_low_half(low))
            return fail(r, "a text has half a surrogate pair");
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    if (code <= 0 || is_low_half(code))
        return fail(r, code == 0 ? "a text has the character NUL"
                                 : "a text has a \\u that is no character");
    *to += utf8proc_encode_char(code, (utf8proc_uint8_t *)*to);
    return true;
}

static bool add_escape(reader *r, char **to)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char c = peek(r);
    const char *letter = c ? strchr(letters, c) : NULL;

    r->at += c != '\0';
    if (c == 'u')
        return add_code(r, to);
    if (!letter)
        return fail(r, "a text has a \\ before what needs none");
    *(*to)++ = meant[letter - letters];
    return true;
}

/* How many bytes the text has at most, from behind its first quote. */
static size_t measure(const reader *r)
{
    const char *at = r->at;

    while (at < r->end && *at != '"')
        at += *at == '\\' && r->end - at > 1 ? 2 : 1;
    return (size_t)(at - r->at);
}

/* An escape is never shorter than the bytes it means. */
static const char *read_text(reader *r)
{
    char *text, *to;

    r->at++;
    text = to = nv_arena_alloc(r->arena, measure(r) + 1);
    if (!text) {
        no_memory(r);
        return NULL;
    }
    while (peek(r) != '"') {
        if ((unsigned char)peek(r) < ' ') {
            fail(r, r->at < r->end ? "a text has a line end or another control "
                                     "character in it"
                                   : "the file ends in the middle of a text");
            return NULL;
        }
        if (*r->at != '\\')
            *to++ = *r->at++;
        else if (r->at++, !add_escape(r, &to))
            return NULL;
    }
    r->at++;
    return text;
}

/* Other values */

static size_t take_digits(reader *r)
{
    const char *start = r->at;

    while (peek(r) >= '0' && peek(r) <= '9')
        r->at++;
    return (size_t)(r->at - start);
}

static bool take_number(reader *r)
{
    bool is_zero;
    size_t digits;

    take(r, "-");
    is_zero = peek(r) == '0';
    digits = take_digits(r);
    if (digits == 0 || (is_zero && digits > 1))
        return false;
    if (take(r, ".") && take_digits(r) == 0)
        return false;
    if (!take(r, "e") && !take(r, "E"))
        return true;
    if (!take(r, "-"))
        take(r, "+");
    return take_digits(r) > 0;
}

static bool read_number(reader *r, nv_json *value)
{
    const char *start = r->at;

    if (!take_number(r))
        return fail(r, "this is not JSON: a value was expected");
    if (r->at - start > LONGEST_NUMBER)
        return fail(r, "a number has more than 100 characters");
    value->type = NV_JSON_NUMBER;
    value->text = nv_arena_text(r->arena, start, (size_t)(r->at - start));
    return value->text || no_memory(r);
}

static bool read_value(reader *r, nv_json *value);

static bool read_name(reader *r, nv_json *member)
{
    if (peek(r) != '"')
        return fail(r, "this is not JSON: the name of a member was expected");
    member->name = read_text(r);
    if (!member->name)
        return false;
    skip_space(r);
    return take(r, ":") || fail(r, "this is not JSON: “:” was expected");
}

/* The children of an array or an object, behind its bracket. */
static bool read_children(reader *r, nv_json *parent, const char *close)
{
    nv_json **end = &parent->first;

    skip_space(r);
    if (take(r, close))
        return true;
    for (;;) {
        nv_json *child = nv_arena_alloc(r->arena, sizeof *child);

        if (!child)
            return no_memory(r);
        *end = child;
        end = &child->next;
        skip_space(r);
        if (parent->type == NV_JSON_OBJECT && !read_name(r, child))
            return false;
        if (!read_value(r, child))
            return false;
        skip_space(r);
        if (take(r, close))
            return true;
        if (!take(r, ","))
            return fail(r, r->at < r->end
                               ? "this is not JSON: a comma was expected"
                               : "the file is cut off");
    }
}

static bool read_nested(reader *r, nv_json *value, nv_json_type type,
                        const char *close)
{
    bool is_read;

    if (++r->depth > DEEPEST)
        return nv_fail(r->err, NV_ERROR_LIMIT, r->line,
                       "values are nested deeper than %d", DEEPEST);
    r->at++;
    value->type = type;
    is_read = read_children(r, value, close);
    r->depth--;
    return is_read;
}

static bool read_value(reader *r, nv_json *value)
{
    static const struct {
        const char *word;
        nv_json_type type;
    } words[] = {{"null", NV_JSON_NULL},
                 {"false", NV_JSON_FALSE},
                 {"true", NV_JSON_TRUE}};

    skip_space(r);
    value->line = r->line;
    value->text = "";
    if (peek(r) == '{')
        return read_nested(r, value, NV_JSON_OBJECT, "}");
    if (peek(r) == '[')
        return read_nested(r, value, NV_JSON_ARRAY, "]");
    if (peek(r) == '"') {
        value->type = NV_JSON_TEXT;
        value->text = read_text(r);
        return value->text != NULL;
    }
    for (size_t i = 0; i < NV_COUNT_OF(words); i++)
        if (take(r, words[i].word)) {
            value->type = words[i].type;
            return true;
        }
    if (r->at == r->end)
        return fail(r, "the file is cut off");
    return read_number(r, value);
}

/* Finds the line of the first byte that is not UTF-8, or NUL. */
static bool check_bytes(reader *r)
{
    const char *at = r->at;
    int line = 1;

    while (at < r->end) {
        utf8proc_int32_t code;
        const utf8proc_ssize_t len =
            utf8proc_iterate((const utf8proc_uint8_t *)at, r->end - at, &code);

        r->line = line;
        if (len < 1)
            return fail(r, "a byte is not UTF-8");
        if (code == 0)
            return fail(r, "there is a NUL byte");
        line += *at == '\n';
        at += len;
    }
    r->line = 1;
    return true;
}

const nv_json *nv_json_read(const char *text, size_t len, nv_arena *arena,
                            nv_error *err)
{
    reader r = {text, text + len, 1, 0, arena, err};
    nv_json *value = nv_arena_alloc(arena, sizeof *value);

    take(&r, "\xEF\xBB\xBF");
    if (!value)
        no_memory(&r);
    if (!value || !check_bytes(&r) || !read_value(&r, value))
        return NULL;
    skip_space(&r);
    if (r.at == r.end)
        return value;
    fail(&r, "something stands behind the end of the JSON");
    return NULL;
}

const nv_json *nv_json_member(const nv_json *object, const char *name)
{
    if (!object || object->type != NV_JSON_OBJECT)
        return NULL;
    for (const nv_json *member = object->first; member; member = member->next)
        if (strcmp(member->name, name) == 0)
            return member;
    return NULL;
}

const char *nv_json_text(const nv_json *object, const char *name)
{
    const nv_json *member = nv_json_member(object, name);

    return member && member->type == NV_JSON_TEXT ? member->text : NULL;
}
