/* SPDX-License-Identifier: MPL-2.0 */
/* See spelling.h. */
#include "registry/text/spelling.h"

#include <stdbool.h>
#include <string.h>

#include "base/array.h"

/* Classes of sounds, four bits each; 0 is the end of a key. */
enum { VOWEL = 1, B, P, V, M, N, L, R, T, D, G, K, S };

enum { BITS = 4, SOUNDS_MAX = 64 / BITS, CONSONANTS_MIN = 3 };

typedef struct {
    uint64_t key;
    unsigned count, consonants;
    int last;
} sounds;

/* Like sounds in a row are one. */
static void add_sound(sounds *s, int sound)
{
    if (sound == s->last || s->count == SOUNDS_MAX)
        return;
    s->last = sound;
    s->key |= (uint64_t)sound << (64 - BITS * ++s->count);
    s->consonants += sound != VOWEL;
}

/* A vowel at the end is written or not, as the language has it: Eltsine. */
static uint64_t finish(const sounds *s)
{
    if (s->consonants < CONSONANTS_MIN)
        return 0;
    return s->last == VOWEL
               ? s->key & ~((uint64_t)VOWEL << (64 - BITS * s->count))
               : s->key;
}

/* Cyrillic, from а to я and the letters behind it; 0: no sound of its own. */
static const unsigned char cyrillic[] = {
    VOWEL, B, V, G,     D, VOWEL, S, S,     VOWEL, VOWEL, K,
    L,     M, N, VOWEL, P, R,     S, T,     VOWEL, V,     K,
    S,     S, S, S,     0, VOWEL, 0, VOWEL, VOWEL, VOWEL,
};

static bool read_cyrillic(const char *word, sounds *s)
{
    const unsigned char *at = (const unsigned char *)word;

    for (; *at; at += 2) {
        const int letter = (at[0] & 0x1F) << 6 | (at[1] & 0x3F);

        if (at[0] < 0xD0 || at[0] > 0xD2)
            return false;
        if (letter >= 0x430 && letter <= 0x44F) {
            if (cyrillic[letter - 0x430])
                add_sound(s, cyrillic[letter - 0x430]);
        } else if (letter == 0x491) { /* ґ */
            add_sound(s, G);
        } else {
            add_sound(s, VOWEL); /* є, і */
        }
    }
    return true;
}

/* Letters that sound alike in all readings, longest first; `len` is how many of
 * them make the sound, the others say where it is so. */
static const struct {
    char letters[8];
    unsigned char len, sound;
} clusters[] = {
    {"schtsch", 7, S}, {"chtch", 5, S}, {"shch", 4, S}, {"tsch", 4, S},
    {"tch", 3, S},     {"sch", 3, S},   {"sh", 2, S},   {"zh", 2, S},
    {"ts", 2, S},      {"tz", 2, S},    {"cz", 2, S},   {"tc", 2, S},
    {"kh", 2, K},      {"ph", 2, V},    {"th", 2, T},   {"gh", 2, G},
    {"ck", 2, K},      {"qu", 2, K},    {"gue", 2, G},  {"gui", 2, G},
};

/* Single letters; 0: as the reading has it. */
static const unsigned char letters[26] = {
    VOWEL, B,     0, D, VOWEL, V, G, K,     VOWEL, 0, K, L,     M,
    N,     VOWEL, P, K, R,     S, T, VOWEL, V,     V, 0, VOWEL, S,
};

/* How c, j, x and ch sound where a name is written in that way. */
typedef struct {
    unsigned char ch, j, x; /* x at the beginning, where хы never is */
    bool is_c_sibilant;     /* always; else before e, i, y */
} reading;

static const reading readings[NV_SPELLING_MAX] = {
    {S, S, 0, false},     /* English, French */
    {K, VOWEL, 0, false}, /* German */
    {S, K, 0, false},     /* Spanish */
    {S, VOWEL, K, true},  /* scholarly: c, č, š, x without their marks */
};

/* The end of a word is one of the letters sought, too, and does no harm. */
static bool may_begin_cluster(const char *at)
{
    return strchr("cgkpqstz", at[0]) && strchr("chkszu", at[1]);
}

static size_t read_cluster(const char *at, sounds *s)
{
    for (size_t i = 0; i < NV_COUNT_OF(clusters); i++)
        if (*at == clusters[i].letters[0] &&
            strncmp(at, clusters[i].letters, strlen(clusters[i].letters)) ==
                0) {
            add_sound(s, clusters[i].sound);
            return clusters[i].len;
        }
    return 0;
}

static void read_letter(const char *at, const reading *how, sounds *s)
{
    const int sound = letters[*at - 'a'];
    const bool is_kh = how->x == K && s->count == 0 && at[1] != 'y';

    if (sound)
        add_sound(s, sound);
    else if (*at == 'j')
        add_sound(s, how->j);
    else if (*at == 'c')
        add_sound(s, how->is_c_sibilant || (at[1] && strchr("eiy", at[1])) ? S
                                                                           : K);
    else {
        add_sound(s, K);
        if (!is_kh)
            add_sound(s, S);
    }
}

static bool read_latin(const char *word, const reading *how, sounds *s)
{
    while (*word) {
        size_t len = may_begin_cluster(word) ? read_cluster(word, s) : 0;

        if (*word < 'a' || *word > 'z')
            return false;
        if (len == 0 && word[0] == 'c' && word[1] == 'h') {
            add_sound(s, how->ch);
            len = 2;
        } else if (len == 0) {
            read_letter(word, how, s);
            len = 1;
        }
        word += len;
    }
    return true;
}

static void add_key(uint64_t key, uint64_t keys[], size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        if (keys[i] == key)
            return;
    if (key)
        keys[(*count)++] = key;
}

size_t nv_spelling_keys(const char *word, uint64_t keys[NV_SPELLING_MAX])
{
    const bool is_latin = (unsigned char)word[0] < 0x80;
    const size_t ways =
        is_latin && strpbrk(word, "cjx") ? NV_COUNT_OF(readings) : 1;
    size_t count = 0;

    for (size_t i = 0; i < ways; i++) {
        sounds s = {0};

        if (is_latin ? read_latin(word, &readings[i], &s)
                     : read_cyrillic(word, &s))
            add_key(finish(&s), keys, &count);
    }
    return count;
}

uint64_t nv_spelling_rest(uint64_t key)
{
    uint64_t rest = UINT64_MAX;

    for (; rest && (key & rest); rest >>= BITS)
        ;
    return rest;
}
