/* SPDX-License-Identifier: MPL-2.0 */
/* See joint.h. */
#include "note/joint.h"

#include <string.h>
#include <utf8proc.h>

#include "base/array.h"
#include "citation/characters.h"
#include "note/style.h"

const char *nv_note_joint(const nv_note_style *style)
{
    const nv_csl_layout *layout =
        &style->lexicon->style->layout[NV_CSL_IN_CITATION];

    return layout->delimiter ? layout->delimiter : "";
}

/* The text behind the spaces at its beginning. */
static const char *skip_space(const char *text)
{
    const char *end = text + strlen(text);
    int32_t c;

    while (text < end) {
        const size_t len = nv_csl_character(text, end, &c);

        if (!nv_csl_is_space(c) && c != '\t' && c != '\n' && c != '\r')
            break;
        text += len;
    }
    return text;
}

/* Nothing but a semicolon or a comma, and space: what any style would put
 * there. */
static bool is_mark_alone(const char *between)
{
    const char *mark = skip_space(between);

    return (*mark == ';' || *mark == ',') && !*skip_space(mark + 1);
}

bool nv_note_is_joint(const nv_note_style *style, const char *between)
{
    const char *usual = nv_note_joint(style);

    return (*usual && strcmp(between, usual) == 0) || is_mark_alone(between);
}

/* ",”": the mark has moved in. */
static bool ends_in_quoted_mark(const char *text)
{
    static const char *const marks[] = {"\u201D", "\u2019", "\u00BB", "\u201C",
                                        "\u2018", "\"",     "'"};
    size_t len = strlen(text), whole = len;

    for (size_t i = 0; i < NV_COUNT_OF(marks); i++) {
        const size_t mark = strlen(marks[i]);

        if (len == whole && len > mark &&
            memcmp(text + len - mark, marks[i], mark) == 0)
            len -= mark;
    }
    return len < whole && (text[len - 1] == ',' || text[len - 1] == ';');
}

static bool ends_in_mark(const char *suffix)
{
    return suffix && *suffix && strchr("-,;:", suffix[strlen(suffix) - 1]);
}

static bool begins_with_mark(const char *prefix)
{
    prefix = prefix ? skip_space(prefix) : "";
    return *prefix && strchr(",:;", *prefix);
}

bool nv_joint_joins(const nv_note_style *style, const char *text,
                    const char *suffix, const char *between, const char *prefix)
{
    if (nv_note_is_joint(style, between))
        return true;
    return !*skip_space(between) &&
           (ends_in_quoted_mark(text) || ends_in_mark(suffix) ||
            begins_with_mark(prefix));
}

static bool is_capital(int32_t c)
{
    const utf8proc_category_t category = utf8proc_category(c);

    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

/* Brackets and quotation marks that a sentence may begin with. */
static bool opens(int32_t c)
{
    const utf8proc_category_t category = utf8proc_category(c);

    return category == UTF8PROC_CATEGORY_PS ||
           category == UTF8PROC_CATEGORY_PI || c == '"' || c == '\'';
}

bool nv_joint_is_open(const char *after)
{
    const char *at = skip_space(after), *end = at + strlen(at);
    int32_t c = ' ';

    if (at == end || memchr(after, '\n', (size_t)(at - after)))
        return false;
    if (at == after)
        return true;
    for (size_t len = 0; at < end; at += len) {
        len = nv_csl_character(at, end, &c);
        if (!opens(c) && !nv_csl_is_space(c))
            break;
    }
    return !is_capital(c);
}

/* Bytes of the text before spaces, quotation marks and brackets at its end. */
static size_t length_of_words(const char *text)
{
    size_t len = strlen(text);
    int32_t c;

    while (len > 0) {
        const size_t last = nv_csl_character_before(text, text + len, &c);
        const utf8proc_category_t category = utf8proc_category(c);

        if (!nv_csl_is_space(c) && !opens(c) &&
            category != UTF8PROC_CATEGORY_PE &&
            category != UTF8PROC_CATEGORY_PF)
            break;
        len -= last;
    }
    return len;
}

bool nv_joint_is_inside(const char *before)
{
    const char *words = skip_space(before);
    const size_t len = length_of_words(words);

    if (len == 0)
        return false;
    return !strchr(".!?", words[len - 1]) || !memchr(words, ' ', len);
}
