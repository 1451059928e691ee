/* SPDX-License-Identifier: MPL-2.0 */
/* See stem.h. */
#include "registry/text/stem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "registry/text/snowball.h"

/* Endings that stemmers know by an accent, which folding took away. */
static const struct {
    nv_language language;
    const char *folded, *accented;
} endings[] = {
    {NV_LANGUAGE_FR, "ees", "\u00E9es"},   {NV_LANGUAGE_FR, "ee", "\u00E9e"},
    {NV_LANGUAGE_FR, "es", "\u00E9s"},     {NV_LANGUAGE_FR, "e", "\u00E9"},
    {NV_LANGUAGE_ES, "cion", "ci\u00F3n"},
};

/* A word in one language and what stems it has there, all by hashes: of two
 * that are alike by chance, which hardly happens in 64 bits, a form too many is
 * found. */
struct nv_stemmed {
    uint64_t word, stems[2]; /* 0: none */
};

enum { KNOWN = 4096 /* a word takes the place of another one */ };

/* The writing of each language. */
static bool is_written_so(nv_language language, const char *word)
{
    return (language == NV_LANGUAGE_RU) == ((unsigned char)word[0] >= 0xD0);
}

bool nv_stemmers_prepare(nv_stemmers *stemmers)
{
    for (int i = 0; i < NV_LANGUAGE_COUNT; i++) {
        if (!stemmers->of[i])
            stemmers->of[i] = nv_snowball_of((nv_language)i)->create();
        if (!stemmers->of[i])
            return false;
    }
    if (!stemmers->known)
        stemmers->known = calloc(KNOWN, sizeof *stemmers->known);
    return stemmers->known != NULL;
}

void nv_stemmers_release(nv_stemmers *stemmers)
{
    for (int i = 0; i < NV_LANGUAGE_COUNT; i++)
        if (stemmers->of[i])
            nv_snowball_of((nv_language)i)->close(stemmers->of[i]);
    free(stemmers->known);
    memset(stemmers, 0, sizeof *stemmers);
}

static bool add_stem(nv_stemmers *stemmers, nv_language language,
                     const char *word, size_t len, nv_stems *stems)
{
    struct SN_env *stemmer = stemmers->of[language];
    nv_fold fold;

    if (SN_set_current(stemmer, (int)len, (const unsigned char *)word) != 0 ||
        nv_snowball_of(language)->stem(stemmer) < 0)
        return false;
    nv_fold_init(&fold, (const char *)stemmer->p, (size_t)stemmer->l);
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

/* FNV-1a; never 0. */
static uint64_t hash(const char *word)
{
    uint64_t sum = 0xCBF29CE484222325u;

    for (; *word; word++)
        sum = (sum ^ (unsigned char)*word) * 0x100000001B3u;
    return sum ? sum : 1;
}

/* The word's stems in one language, `sum` being its hash; NULL without memory.
 */
static const struct nv_stemmed *stemmed(nv_stemmers *stemmers,
                                        nv_language language, const char *word,
                                        uint64_t sum)
{
    const uint64_t key = (sum + (uint64_t)language) * 0x9E3779B97F4A7C15u | 1;
    struct nv_stemmed *known = &stemmers->known[(key >> 32) % KNOWN];
    nv_stems own;

    if (known->word == key)
        return known;
    own.count = 0;
    if (!add_stems(stemmers, language, word, &own))
        return NULL;
    *known = (struct nv_stemmed){.word = key};
    for (size_t i = 0; i < own.count; i++)
        known->stems[i] = hash(own.text[i]);
    return known;
}

bool nv_stem_is_akin(nv_stemmers *stemmers, const nv_stems *stems,
                     const char *word, bool *is_akin)
{
    const uint64_t sum = hash(word);

    *is_akin = false;
    for (size_t i = 0; i < stems->count && !*is_akin; i++) {
        const struct nv_stemmed *own;
        uint64_t stem;

        if (!may_have(word, stems->text[i]))
            continue;
        own = stemmed(stemmers, (nv_language)stems->language[i], word, sum);
        if (!own)
            return false;
        stem = hash(stems->text[i]);
        *is_akin = own->stems[0] == stem || own->stems[1] == stem;
    }
    return true;
}
