/* SPDX-License-Identifier: MPL-2.0 */
/* Given names as initials. See names.h. */
#include "citation/names.h"

#include <string.h>
#include <utf8proc.h>

#include "citation/characters.h"

/* One name of several: "John", "J.", "<b>John</b>", without the markup in it.
 */
typedef struct {
    const char *begin, *end; /* as it was written, markup included */
    bool has_hyphen;         /* a hyphen joins it to the name before */
    bool has_period;         /* it is an abbreviation */
} given_name;

enum { LONGEST_TAG = 64 }; /* bytes; a <span> with a style has 39 */

/* The end of the tag that begins at `at`; `at` itself if none does. */
static const char *tag_end(const char *at, const char *end)
{
    const size_t rest = (size_t)(end - at);
    const size_t len = rest < LONGEST_TAG ? rest : LONGEST_TAG;
    const char *close = *at == '<' ? memchr(at, '>', len) : NULL;

    return close ? close + 1 : at;
}

/* The next letter at *at, markup skipped; false at the end. */
static bool next_letter(const char **at, const char *end, int32_t *letter)
{
    const char *after;

    while (*at < end && (after = tag_end(*at, end)) > *at)
        *at = after;
    if (*at >= end)
        return false;
    *at += nv_csl_character(*at, end, letter);
    return true;
}

static bool is_letter(int32_t c)
{
    const utf8proc_category_t category = utf8proc_category(c);

    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

/* A hyphen before a small letter stands inside a name: "Guo-ping". */
static bool parts_names(const char *hyphen, const char *end)
{
    int32_t c = ' ';

    return hyphen[0] == '-' && hyphen + 1 < end &&
           (nv_csl_character(hyphen + 1, end, &c), !nv_csl_is_small(c));
}

/* Skips what stands between names. */
static const char *skip_gap(const char *at, const char *end, bool *has_hyphen)
{
    *has_hyphen = false;
    for (; at < end; at++) {
        if (*at == '-')
            *has_hyphen = true;
        else if (*at != ' ' && *at != '.')
            break;
    }
    return at;
}

/* The next name at *at; false at the end. */
static bool next_name(const char **at, const char *end, given_name *name)
{
    const char *to = skip_gap(*at, end, &name->has_hyphen);

    name->begin = to;
    name->has_period = false;
    while (to < end && *to != ' ' && *to != '.' && !parts_names(to, end)) {
        const char *after = tag_end(to, end);

        to = after > to ? after : to + 1;
    }
    name->has_period = to < end && *to == '.';
    name->end = to;
    *at = to;
    return to > name->begin;
}

/* The first letter, and capitals after it in small letters: "TSerendorj" is
 * "Ts". In a name of capitals only they are letters of their own. */
static void add_initial(nv_buffer *out, const given_name *name)
{
    const char *at = name->begin;
    const size_t start = out->len;
    int32_t letter = 0;

    next_letter(&at, name->end, &letter);
    nv_csl_character_add(out, letter);
    while (next_letter(&at, name->end, &letter)) {
        if (nv_csl_is_small(letter) || !is_letter(letter))
            return;
        nv_csl_character_add(out, utf8proc_tolower(letter));
    }
    nv_buffer_truncate(out, start);
    at = name->begin;
    next_letter(&at, name->end, &letter);
    nv_csl_character_add(out, letter);
}

static void add_text(nv_buffer *out, const given_name *name)
{
    const char *at = name->begin;
    int32_t letter;

    while (next_letter(&at, name->end, &letter))
        nv_csl_character_add(out, letter);
}

/* Tags of a name go around its initial. */
static void add_tags(nv_buffer *out, const given_name *name, bool closing)
{
    for (const char *at = name->begin; at < name->end; at++) {
        const char *after = tag_end(at, name->end);

        if (after > at && (at[1] == '/') == closing)
            nv_buffer_add(out, at, (size_t)(after - at));
        at = after > at ? after - 1 : at;
    }
}

static void trim(nv_buffer *out, size_t start)
{
    while (out->len > start && out->text[out->len - 1] == ' ')
        nv_buffer_truncate(out, out->len - 1);
}

/* Is only an initial of the name printed? Not of words in small letters ("de"),
 * nor with initialize="false" of names of several letters. */
static bool is_shortened(const given_name *name,
                         const nv_csl_name_options *options)
{
    const char *at = name->begin;
    int32_t letter, second;

    if (!next_letter(&at, name->end, &letter) || !is_letter(letter))
        return false;
    if (name->has_period)
        return true;
    return !nv_csl_is_small(letter) &&
           (options->initialize || !next_letter(&at, name->end, &second));
}

static void add_shortened(nv_buffer *out, const given_name *name,
                          const char *with)
{
    size_t mark = strlen(with);

    while (mark > 0 && with[mark - 1] == ' ')
        mark--;
    add_tags(out, name, false);
    if (name->has_period)
        add_text(out, name);
    else
        add_initial(out, name);
    nv_buffer_add(out, with, mark);
    add_tags(out, name, true);
    nv_buffer_add_text(out, with + mark);
}

/* Scripts without capitals and small letters, and without spaces, have no
 * initials. */
static bool has_initials(const char *given)
{
    const char *at = given;
    int32_t letter;

    return next_letter(&at, given + strlen(given), &letter) && letter < 0x2E80;
}

/* A hyphen takes the place of the space after an initial; words have a space on
 * either side. */
static void add_gap(nv_buffer *out, size_t start, bool has_hyphen,
                    bool has_space)
{
    if (out->len == start)
        return;
    if (has_hyphen || has_space)
        trim(out, start);
    if (has_hyphen)
        nv_buffer_add_char(out, '-');
    else if (has_space)
        nv_buffer_add_char(out, ' ');
}

void nv_csl_initials(const char *given, const nv_csl_name_options *options,
                     bool with_hyphen, nv_buffer *out)
{
    const char *end = given + strlen(given);
    const size_t start = out->len;
    bool after_word = false;
    given_name name;

    if (!has_initials(given)) {
        nv_buffer_add_text(out, given);
        return;
    }
    while (next_name(&given, end, &name)) {
        const bool is_word = !is_shortened(&name, options);

        add_gap(out, start, name.has_hyphen && with_hyphen,
                after_word || is_word);
        if (is_word)
            nv_buffer_add(out, name.begin, (size_t)(name.end - name.begin));
        else
            add_shortened(out, &name, options->initialize_with);
        after_word = is_word;
    }
    trim(out, start);
}
