/* SPDX-License-Identifier: MPL-2.0 */
/* Particles and suffixes that the input left inside a family or given name. See
 * names.h. */
#include "citation/names.h"

#include <string.h>

#include "citation/characters.h"

typedef struct {
    const char *begin, *end;
} slice;

static slice slice_of(const char *text)
{
    return (slice){text, text + strlen(text)};
}

static slice trimmed(slice text)
{
    while (text.begin < text.end && *text.begin == ' ')
        text.begin++;
    while (text.end > text.begin && text.end[-1] == ' ')
        text.end--;
    return text;
}

/* A copy in the arena; NULL for nothing. */
static bool keep(slice text, nv_arena *arena, const char **out)
{
    text = trimmed(text);
    *out = NULL;
    if (text.begin == text.end)
        return true;
    *out = nv_arena_text(arena, text.begin, (size_t)(text.end - text.begin));
    return *out != NULL;
}

/* The same for a particle. A space after an apostrophe ("de' Medici") stays: it
 * says that the particle is a word of its own. */
static bool keep_particle(slice text, nv_arena *arena, const char **out)
{
    const slice word = trimmed(text);
    int32_t last = 0;

    nv_csl_character_before(word.begin, word.end, &last);
    if (word.end == text.end || !nv_csl_is_apostrophe(last))
        return keep(text, arena, out);
    *out =
        nv_arena_text(arena, word.begin, (size_t)(word.end + 1 - word.begin));
    return *out != NULL;
}

/* U+02BB and U+02BC stand for apostrophes in the transliteration of names. */
static bool is_mark(int32_t c)
{
    return c == '-' || c == ' ' || nv_csl_is_apostrophe(c) || c == 0x02BB ||
           c == 0x02BC;
}

/* Does the word begin with a small letter, apostrophes before it apart? */
static bool is_lower(slice word)
{
    int32_t c = ' ';

    while (word.begin < word.end && is_mark(c))
        word.begin += nv_csl_character(word.begin, word.end, &c);
    return nv_csl_is_small(c);
}

/* Where the word at `from` ends, with the space, hyphen or apostrophe that
 * joins it to the next one; text.end if nothing follows. An apostrophe may also
 * begin a word ("'t"). */
static const char *word_end(const char *from, slice text)
{
    const char *at = from;
    int32_t c;

    at += nv_csl_character(at, text.end, &c);
    do
        at += nv_csl_character(at, text.end, &c);
    while (at < text.end && !is_mark(c));
    while (at < text.end && *at == ' ')
        at++;
    return at < text.end ? at : text.end;
}

/* "van der Vlist": words in small letters before the family name. */
static bool split_family(nv_csl_name *name, nv_arena *arena)
{
    const slice family = slice_of(name->family);
    const char *at = family.begin, *end;

    while ((end = word_end(at, family)) < family.end &&
           is_lower((slice){at, end}))
        at = end;
    if (at == family.begin)
        return true;
    return keep_particle((slice){family.begin, at}, arena,
                         &name->non_dropping) &&
           keep((slice){at, family.end}, arena, &name->family);
}

/* "Ludwig, III": what follows a comma is a suffix, and one that a comma is to
 * be printed before if an exclamation mark stands there. */
static bool split_suffix(nv_csl_name *name, nv_arena *arena)
{
    const char *comma = name->suffix ? NULL : strchr(name->given, ',');
    const slice given = slice_of(name->given);

    if (!comma)
        return true;
    name->comma_suffix = comma[1] == '!';
    return keep((slice){comma + 1 + name->comma_suffix, given.end}, arena,
                &name->suffix) &&
           keep((slice){given.begin, comma}, arena, &name->given);
}

/* "Alexander von": words in small letters after the given name. */
static bool split_given(nv_csl_name *name, nv_arena *arena)
{
    const slice given = trimmed(slice_of(name->given));
    const char *at = given.end;

    for (const char *from = given.end; from > given.begin; from--)
        if (from[-1] == ' ') {
            if (!is_lower((slice){from, at}))
                break;
            at = from - 1;
        }
    if (at == given.end)
        return true;
    return keep((slice){at, given.end}, arena, &name->dropping) &&
           keep((slice){given.begin, at}, arena, &name->given);
}

/* Quotes around a family name say that it is one. */
static bool is_quoted(const char *family)
{
    const size_t len = strlen(family);

    return len > 2 && family[0] == '"' && family[len - 1] == '"';
}

bool nv_csl_name_split(nv_csl_name *name, nv_arena *arena)
{
    if (name->family && is_quoted(name->family))
        return keep(
            (slice){name->family + 1, name->family + strlen(name->family) - 1},
            arena, &name->family);
    if (!name->family || !name->given || name->non_dropping)
        return true;
    return split_family(name, arena) && split_suffix(name, arena) &&
           (!name->given || name->dropping || split_given(name, arena));
}
