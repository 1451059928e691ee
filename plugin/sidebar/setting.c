/* SPDX-License-Identifier: MPL-2.0 */
/* See setting.h. */
#include "sidebar/setting.h"

#include <string.h>

#include "base/array.h"
#include "note/note.h"

enum { LONGEST = 200 /* bytes of a style's id */ };

/* `values` are divided by spaces; NULL: the name of a file. */
static const struct {
    const char *group, *name, *usual, *values;
    bool may_be_empty;
    bool has_several; /* of the values, divided by spaces */
    bool is_passing;
} settings[NV_SETTING_COUNT] = {
    [NV_SETTING_STYLE] = {"Citing", "Style", "", NULL, true},
    [NV_SETTING_LANGUAGE] = {"Citing", "Language", "", "en fr de es ru", true},
    [NV_SETTING_KIND] = {"Citing", "Kind", "footnote", "footnote endnote text"},
    [NV_SETTING_PARTS] = {"Citing", "Parts", "date wording source",
                          "date signatories wording source", true, true},
    [NV_SETTING_LIST] = {"Panel", "List", "tree", "tree painted"},
    [NV_SETTING_FROM_TEXT] = {"Panel", "FromText", "no", "no yes"},
    [NV_SETTING_WELCOMED] = {"Panel", "Welcomed", "no", "no yes",
                             .is_passing = true},
};

static const struct {
    const char *word;
    nv_part part;
} parts[] = {
    {"date", NV_PART_DATE},
    {"signatories", NV_PART_SIGNATORIES},
    {"wording", NV_PART_WORDING},
    {"source", NV_PART_SOURCE},
};

const char *nv_setting_name(nv_setting setting)
{
    return settings[setting].name;
}

const char *nv_setting_group(nv_setting setting)
{
    return settings[setting].group;
}

const char *nv_setting_usual(nv_setting setting)
{
    return settings[setting].usual;
}

bool nv_setting_is_passing(nv_setting setting)
{
    return settings[setting].is_passing;
}

nv_setting nv_setting_find(const char *name, size_t len)
{
    size_t i = 0;

    while (i < NV_SETTING_COUNT && (strlen(settings[i].name) != len ||
                                    memcmp(settings[i].name, name, len) != 0))
        i++;
    return (nv_setting)i;
}

/* The first word of *rest, and what follows it; false at the end. */
static bool next_word(const char **rest, const char **word, size_t *len)
{
    *word = *rest + strspn(*rest, " ");
    *len = strcspn(*word, " ");
    *rest = *word + *len;
    return *len > 0;
}

static bool has_word(const char *words, const char *wanted, size_t wanted_len)
{
    const char *word;
    size_t len;

    while (next_word(&words, &word, &len))
        if (len == wanted_len && memcmp(word, wanted, len) == 0)
            return true;
    return false;
}

static bool is_file_name(const char *value)
{
    for (const char *at = value; *at; at++)
        if ((unsigned char)*at < ' ' || *at == '/')
            return false;
    return strlen(value) <= LONGEST;
}

bool nv_setting_allows(nv_setting setting, const char *value)
{
    const char *values = settings[setting].values, *rest = value, *word;
    size_t len, count = 0;

    if (value[0] == '\0')
        return settings[setting].may_be_empty;
    if (!values)
        return is_file_name(value);
    while (next_word(&rest, &word, &len)) {
        count++;
        if (!has_word(values, word, len))
            return false;
    }
    return count == 1 || settings[setting].has_several;
}

static const char *allowed(nv_setting setting, const char *value)
{
    return value && nv_setting_allows(setting, value) ? value
                                                      : settings[setting].usual;
}

unsigned nv_setting_parts(const char *value)
{
    const char *words = allowed(NV_SETTING_PARTS, value);
    unsigned bits = 0;

    for (size_t i = 0; i < NV_COUNT_OF(parts); i++)
        if (has_word(words, parts[i].word, strlen(parts[i].word)))
            bits |= parts[i].part;
    return bits;
}

nv_note_kind nv_setting_kind(const char *value)
{
    static const char *const kinds[NV_NOTE_KIND_COUNT] = {
        [NV_NOTE_KIND_FOOTNOTE] = "footnote",
        [NV_NOTE_KIND_ENDNOTE] = "endnote",
        [NV_NOTE_KIND_TEXT] = "text",
    };
    const char *kind = allowed(NV_SETTING_KIND, value);
    size_t i = 0;

    while (i < NV_NOTE_KIND_COUNT - 1 && strcmp(kinds[i], kind) != 0)
        i++;
    return (nv_note_kind)i;
}

nv_language nv_setting_language(const char *value, nv_language paragraph)
{
    const char *code = allowed(NV_SETTING_LANGUAGE, value);

    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        if (strcmp(code, nv_language_code((nv_language)i)) == 0)
            return (nv_language)i;
    return paragraph;
}
