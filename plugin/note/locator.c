/* SPDX-License-Identifier: MPL-2.0 */
/* See locator.h. */
#include "note/locator.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/array.h"

/* What people type for each label, in English and French, in lower case,
 * longer words before those that begin them. */
static const struct {
    const char *word, *label;
} words[] = {
    {"articles", "article"},
    {"article", "article"},
    {"arts", "article"},
    {"art", "article"},
    {"chapitre", "chapter"},
    {"chapter", "chapter"},
    {"chap", "chapter"},
    {"ch", "chapter"},
    {"colonnes", "column"},
    {"colonne", "column"},
    {"columns", "column"},
    {"column", "column"},
    {"cols", "column"},
    {"col", "column"},
    {"documents", "document"},
    {"document", "document"},
    {"docs", "document"},
    {"doc", "document"},
    {"nᵒ", "document"},
    {"n°", "document"},
    {"no", "document"},
    {"folios", "folio"},
    {"folio", "folio"},
    {"fols", "folio"},
    {"fol", "folio"},
    {"fᵒ", "folio"},
    {"f°", "folio"},
    {"notes", "note"},
    {"note", "note"},
    {"nn", "note"},
    {"n", "note"},
    {"pages", "page"},
    {"page", "page"},
    {"pp", "page"},
    {"p", "page"},
    {"paragraphes", "paragraph"},
    {"paragraphe", "paragraph"},
    {"paragraphs", "paragraph"},
    {"paragraph", "paragraph"},
    {"alinéa", "paragraph"},
    {"paras", "paragraph"},
    {"para", "paragraph"},
    {"par", "paragraph"},
    {"al", "paragraph"},
    {"§§", "paragraph"},
    {"§", "paragraph"},
    {"parties", "part"},
    {"partie", "part"},
    {"parts", "part"},
    {"part", "part"},
    {"pts", "part"},
    {"pt", "part"},
    {"préambule", "preamble"},
    {"preambule", "preamble"},
    {"preamble", "preamble"},
    {"sections", "section"},
    {"section", "section"},
    {"secs", "section"},
    {"sec", "section"},
    {"sect", "section"},
    {"volumes", "volume"},
    {"volume", "volume"},
    {"tome", "volume"},
    {"vols", "volume"},
    {"vol", "volume"},
    {"t", "volume"},
};

/* One character of valid UTF-8 in lower case; -1 at the end and for bytes that
 * are no text. */
static utf8proc_int32_t next_lower(const char **at, const char *end)
{
    utf8proc_int32_t point;
    utf8proc_ssize_t len =
        utf8proc_iterate((const utf8proc_uint8_t *)*at, end - *at, &point);

    if (len <= 0)
        return -1;
    *at += len;
    return utf8proc_tolower(point);
}

static bool is_space(utf8proc_int32_t point)
{
    return point == ' ' || point == '\t' || point == 0xA0 || point == 0x202F;
}

/* Printable text of one line. */
static bool is_text(const char *text, const char *end)
{
    while (text < end) {
        utf8proc_int32_t point = next_lower(&text, end);

        if (point < 0x20 && point != '\t')
            return false;
        if (point == 0x7F)
            return false;
    }
    return true;
}

static const char *skip_space(const char *at, const char *end)
{
    const char *next = at;

    while (next < end && is_space(next_lower(&next, end)))
        at = next;
    return at;
}

static const char *trim_end(const char *at, const char *end)
{
    const char *last = at;

    while (at < end)
        if (!is_space(next_lower(&at, end)))
            last = at;
    return last;
}

/* Reads the word of row `i` at `at`; returns where it ends, or NULL. A letter
 * may not follow it. */
static const char *match_word(size_t i, const char *at, const char *end)
{
    const char *word = words[i].word, *word_end = word + strlen(word);
    const char *after;
    utf8proc_category_t category;

    while (word < word_end)
        if (at == end || next_lower(&at, end) != next_lower(&word, word_end))
            return NULL;
    if (at == end)
        return at;
    after = at;
    category = utf8proc_category(next_lower(&after, end));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO
               ? NULL
               : at;
}

/* What follows a label: its full stop, then space or a comma. */
static const char *skip_point(const char *at, const char *end)
{
    if (at < end && *at == '.')
        at++;
    at = skip_space(at, end);
    if (at < end && *at == ',')
        at = skip_space(at + 1, end);
    return at;
}

static bool needs_value(const char *label)
{
    return strcmp(label, "preamble") != 0;
}

/* Sets label and where the value begins; a page when no label is known. */
static const char *read_label(const char *at, const char *end,
                              const char **label)
{
    *label = "page";
    for (size_t i = 0; i < NV_COUNT_OF(words); i++) {
        const char *after = match_word(i, at, end);
        const char *value = after ? skip_point(after, end) : NULL;

        if (!after || (value == end && needs_value(words[i].label)))
            continue;
        *label = words[i].label;
        return value;
    }
    return at;
}

bool nv_locator_read(const char *text, size_t len, nv_typed_locator *locator)
{
    const char *end = text + len, *value;
    size_t size;

    memset(locator, 0, sizeof *locator);
    if (!is_text(text, end))
        return false;
    text = skip_space(text, end);
    end = trim_end(text, end);
    if (text == end)
        return false;
    value = read_label(text, end, &locator->label);
    size = (size_t)(end - value);
    if (size >= sizeof locator->value) {
        locator->label = NULL;
        return false;
    }
    memcpy(locator->value, value, size);
    return true;
}

void nv_locator_split(const char *text, size_t len, size_t *query_len,
                      size_t *locator_at)
{
    size_t at = len;

    *locator_at = len;
    for (size_t i = 0; i < len; i++)
        if (text[i] == '@' && (i == 0 || text[i - 1] == ' ')) {
            at = i;
            *locator_at = i + 1;
        }
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
        at--;
    *query_len = at;
}
