/* SPDX-License-Identifier: MPL-2.0 */
/* See stem.h. */
#include "registry/text/stem.h"

#include <string.h>

#include <libstemmer.h>

#include "base/array.h"

/* Endings that stemmers know by an accent, which folding took away. */
static const struct {
    nv_language language;
    const char *folded, *accented;
} endings[] = {
    {NV_LANGUAGE_FR, "ees", "\u00E9es"},   {NV_LANGUAGE_FR, "ee", "\u00E9e"},
    {NV_LANGUAGE_FR, "es", "\u00E9s"},     {NV_LANGUAGE_FR, "e", "\u00E9"},
    {NV_LANGUAGE_ES, "cion", "ci\u00F3n"},
};

/* The writing of each language. */
static bool is_written_so(nv_language language, const char *word)
{
    return (language == NV_LANGUAGE_RU) == ((unsigned char)word[0] >= 0xD0);
}

bool nv_stemmers_prepare(nv_stemmers *stemmers)
{
    for (int i = 0; i < NV_LANGUAGE_COUNT; i++) {
        if (!stemmers->of[i])
            stemmers->of[i] =
                sb_stemmer_new(nv_language_code((nv_language)i), "UTF_8");
        if (!stemmers->of[i])
            return false;
    }
    return true;
}

void nv_stemmers_release(nv_stemmers *stemmers)
{
    for (int i = 0; i < NV_LANGUAGE_COUNT; i++)
        if (stemmers->of[i])
            sb_stemmer_delete(stemmers->of[i]);
    memset(stemmers, 0, sizeof *stemmers);
}

static bool add_stem(nv_stemmers *stemmers, nv_language language,
                     const char *word, size_t len, nv_stems *stems)
{
    const sb_symbol *stem = sb_stemmer_stem(stemmers->of[language],
                                            (const sb_symbol *)word, (int)len);
    const size_t stem_len =
        stem ? (size_t)sb_stemmer_length(stemmers->of[language]) : 0;
    nv_fold fold;

    if (!stem)
        return false;
    nv_fold_init(&fold, (const char *)stem, stem_len);
    if (!nv_fold_next(&fold))
        return true;
    memcpy(stems->text[stems->count], fold.word, fold.word_len + 1);
    stems->language[stems->count++] = (unsigned char)language;
    return true;
}

/* Once more, with the accent its ending may have had. */
static bool add_accented(nv_stemmers *stemmers, nv_language language,
                         const char *word, size_t len, nv_stems *stems)
{
    char accented[NV_WORD_MAX + 8];

    for (size_t i = 0; i < NV_COUNT_OF(endings); i++) {
        const size_t ending = strlen(endings[i].folded);

        if (endings[i].language != language || len <= ending ||
            memcmp(word + len - ending, endings[i].folded, ending) != 0)
            continue;
        memcpy(accented, word, len - ending);
        strcpy(accented + len - ending, endings[i].accented);
        return add_stem(stemmers, language, accented, strlen(accented), stems);
    }
    return true;
}

static bool add_stems(nv_stemmers *stemmers, nv_language language,
                      const char *word, nv_stems *stems)
{
    const size_t len = strlen(word);

    return add_stem(stemmers, language, word, len, stems) &&
           add_accented(stemmers, language, word, len, stems);
}

bool nv_stem(nv_stemmers *stemmers, const char *word, nv_stems *stems)
{
    stems->count = 0;
    for (int i = 0; i < NV_LANGUAGE_COUNT; i++)
        if (is_written_so((nv_language)i, word) &&
            !add_stems(stemmers, (nv_language)i, word, stems))
            return false;
    return true;
}

/* Stemmers change no more than the last letter of what they leave. */
static bool may_have(const char *word, const char *stem)
{
    const size_t len = strlen(stem);

    return strncmp(word, stem, len > 2 ? len - 2 : 0) == 0;
}

bool nv_stem_is_akin(nv_stemmers *stemmers, const nv_stems *stems,
                     const char *word, bool *is_akin)
{
    nv_stems own;

    *is_akin = false;
    for (size_t i = 0; i < stems->count && !*is_akin; i++) {
        own.count = 0;
        if (!may_have(word, stems->text[i]))
            continue;
        if (!add_stems(stemmers, (nv_language)stems->language[i], word, &own))
            return false;
        for (size_t k = 0; k < own.count; k++)
            *is_akin = *is_akin || strcmp(own.text[k], stems->text[i]) == 0;
    }
    return true;
}
