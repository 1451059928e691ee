/* SPDX-License-Identifier: MPL-2.0 */
/* See words.h. */
#include "words.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

enum {
    VOCABULARY = 800000, /* words of one language: more than 1,000,000 events
                            have */
    KNEE = 6000,
    SHORT = 8 * KNEE, /* rarer words are longer */
    FORMS = 3,        /* of a stem */
    COMMA = 9         /* words, on average */
};

/* Syllables that words of a language begin with, go on and end with. German
 * stems may be nouns, and are then written with a capital. */
typedef struct {
    const char *const *starts, *const *middles, *const *ends;
} syllables;

enum { STARTS = 24, MIDDLES = 24, ENDS = 12 };

static const syllables of_language[NV_LANGUAGE_COUNT] = {
    [NV_LANGUAGE_EN] =
        {(const char *const[STARTS]){"con", "pre", "de",  "re",    "im",  "ad",
                                     "com", "dis", "ex",  "in",    "out", "per",
                                     "pro", "sub", "sur", "trans", "ac",  "be",
                                     "col", "for", "mis", "ob",    "un",  "co"},
         (const char *const[MIDDLES]){
             "tri", "fer",  "sist", "mand", "gra", "lect", "vor", "ni",
             "pos", "tain", "ver",  "ci",   "lat", "mi",   "dur", "sol",
             "nut", "pli",  "rog",  "ba",   "ten", "cur",  "fa",  "lo"},
         (const char *const[ENDS]){"t", "ted", "ting", "tion", "tions", "ment",
                                   "ments", "s", "er", "ly", "al", "ity"}},
    [NV_LANGUAGE_FR] =
        {(const char *const[STARTS]){"con", "pré", "dé",  "re",    "im",  "ad",
                                     "com", "dis", "ex",  "in",    "sou", "par",
                                     "pro", "sur", "tra", "entre", "é",   "ac",
                                     "col", "for", "mé",  "ob",    "a",   "co"},
         (const char *const[MIDDLES]){"tri", "fé", "sis", "man",  "gra", "lec",
                                      "voi", "ni", "po",  "tien", "ver", "ci",
                                      "lat", "mi", "dur", "sol",  "nu",  "pli",
                                      "ro",  "ba", "ten", "cou",  "fa",  "lo"},
         (const char *const[ENDS]){"t", "te", "tés", "tion", "tions", "ment",
                                   "ments", "s", "er", "ait", "aux", "eur"}},
    [NV_LANGUAGE_DE] =
        {(const char *const[STARTS]){"ab",  "an",  "auf", "aus",  "be",  "ein",
                                     "ent", "er",  "ge",  "hin",  "mit", "nach",
                                     "um",  "un",  "ver", "vor",  "weg", "zer",
                                     "zu",  "bei", "dar", "fort", "los", "her"},
         (const char *const[MIDDLES]){
             "hand", "lass",  "stell",  "schrift", "trag",  "fall",
             "bund", "recht", "spruch", "mark",    "grenz", "füg",
             "nahm", "setz",  "sprech", "wirk",    "kund",  "schlag",
             "geb",  "zieh",  "folg",   "dräng",   "führ",  "halt"},
         (const char *const[ENDS]){"en", "ung", "ungen", "e", "t", "te",
                                   "ten", "lich", "liche", "keit", "er", "es"}},
    [NV_LANGUAGE_ES] =
        {(const char *const[STARTS]){"con", "pre", "des", "re",    "im",  "ad",
                                     "com", "dis", "ex",  "in",    "sub", "per",
                                     "pro", "so",  "tra", "entre", "es",  "ac",
                                     "col", "for", "me",  "ob",    "a",   "co"},
         (const char *const[MIDDLES]){"tri", "fe", "sis", "man", "gra", "lec",
                                      "vo",  "ni", "po",  "ten", "ver", "ci",
                                      "lat", "mi", "dur", "sol", "nu",  "pli",
                                      "ro",  "ba", "cu",  "fa",  "lo",  "rre"},
         (const char *const[ENDS]){"ción", "ciones", "miento", "mientos", "do",
                                   "da", "dos", "r", "ba", "dad", "nte", "s"}},
    [NV_LANGUAGE_RU] =
        {(const char *const[STARTS]){
             "по", "при", "про", "пере", "со", "от",  "об", "на",
             "за", "вы",  "до",  "раз",  "из", "пре", "не", "под",
             "в",  "у",   "вос", "со",   "ис", "без", "о",  "с"},
         (const char *const[MIDDLES]){
             "став", "ход", "прав", "вет", "лож", "дав", "ступ", "говор",
             "каз",  "дел", "нос",  "зна", "мен", "вод", "лаг",  "став",
             "держ", "чит", "ряд",  "сыл", "бор", "мир", "глас", "крат"},
         (const char *const[ENDS]){"ение", "ения", "ений", "ать", "ает", "ный",
                                   "ная", "ного", "ость", "ости", "а", "ами"}},
};

/* So much of what is written comes back everywhere, also in languages of which
 * the seeds have little. */
static const char *const small_words[NV_LANGUAGE_COUNT] = {
    [NV_LANGUAGE_DE] =
        "der die und in den von zu das mit sich des auf für ist im dem nicht "
        "ein die als auch es an werden aus er hat daß sie nach wird bei einer "
        "um am sind noch wie einem über einen so zum war haben nur oder aber "
        "vor zur bis mehr durch man sein wurde sei Regierung Vertrag Note "
        "Erklärung Frieden Verhandlungen Staaten Vereinbarung Antwort Frage "
        "Sicherheit Deutschland Abkommen Konferenz Minister",
    [NV_LANGUAGE_ES] =
        "de la que el en y a los del se las por un para con no una su al lo "
        "como más o pero sus le ya este sí porque esta entre cuando muy sin "
        "sobre también me hasta hay donde quien desde todo nos durante "
        "Gobierno tratado nota declaración paz negociaciones Estados acuerdo "
        "respuesta cuestión seguridad conferencia ministro",
    [NV_LANGUAGE_RU] =
        "в и не на что с по как из за от для это к его о или а но при они "
        "все было мы до у же так бы ее был только уже между быть того также "
        "который которые после со если во год нет этого правительство договор "
        "нота заявление мир переговоры государства соглашение ответ вопрос "
        "безопасность Германия конференция министр советский союз",
};

static bool keep_word(bench_seeds *seeds, const char *word, size_t len)
{
    if (seeds->count == seeds->capacity) {
        const size_t capacity = seeds->capacity ? seeds->capacity * 2 : 1024;
        char **items = realloc(seeds->items, capacity * sizeof *items);

        if (!items)
            return false;
        seeds->items = items;
        seeds->capacity = capacity;
    }
    seeds->items[seeds->count] = strndup(word, len);
    return seeds->items[seeds->count] && ++seeds->count;
}

/* How many bytes at `at` are a letter. Of what is not ASCII, U+0080 to U+00BF
 * and what has three bytes or more are marks, spaces and foreign scripts. */
static size_t letter(const char *at)
{
    const unsigned char c = (unsigned char)at[0];

    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return 1;
    return c >= 0xC3 && c < 0xE0 && at[1] ? 2 : 0;
}

bool bench_words_add(bench_words *words, nv_language language, const char *text)
{
    while (*text) {
        size_t len = 0;

        while (letter(text + len))
            len += letter(text + len);
        if (len && !keep_word(&words->seeds[language], text, len))
            return false;
        text += len ? len : 1;
    }
    return true;
}

typedef struct {
    char *word;
    size_t count;
} counted;

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int compare_counts(const void *a, const void *b)
{
    const counted *x = a, *y = b;

    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return strcmp(x->word, y->word);
}

/* Makes of sorted words one of each with its count. */
static size_t count_words(bench_seeds *seeds, counted *all)
{
    size_t count = 0;

    for (size_t i = 0; i < seeds->count; i++) {
        if (count && strcmp(all[count - 1].word, seeds->items[i]) == 0) {
            all[count - 1].count++;
            free(seeds->items[i]);
        } else {
            all[count++] = (counted){seeds->items[i], 1};
        }
    }
    return count;
}

static bool rank_words(bench_seeds *seeds)
{
    counted *all = calloc(seeds->count + 1, sizeof *all);

    if (!all)
        return false;
    if (seeds->count)
        qsort(seeds->items, seeds->count, sizeof *seeds->items, compare_words);
    seeds->count = count_words(seeds, all);
    qsort(all, seeds->count, sizeof *all, compare_counts);
    for (size_t i = 0; i < seeds->count; i++)
        seeds->items[i] = all[i].word;
    free(all);
    return true;
}

/* Small words are as frequent as their order says, and the seeds, of which
 * there are few beside them, come behind. */
static bool add_small_words(bench_words *words, nv_language language)
{
    const char *text = small_words[language];
    size_t frequency = 1;

    if (!text)
        return true;
    for (const char *at = text; *at; at++)
        frequency += *at == ' ';
    for (; *text; frequency--) {
        const size_t len = strcspn(text, " ");

        for (size_t i = 0; i < frequency; i++)
            if (!keep_word(&words->seeds[language], text, len))
                return false;
        text += len + (text[len] == ' ');
    }
    return true;
}

bool bench_words_finish(bench_words *words)
{
    for (nv_language i = 0; i < NV_LANGUAGE_COUNT; i++)
        if (!add_small_words(words, i) || !rank_words(&words->seeds[i]) ||
            !bench_zipf_init(&words->ranks[i], VOCABULARY, KNEE))
            return false;
    return true;
}

void bench_words_release(bench_words *words)
{
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++) {
        for (size_t k = 0; k < words->seeds[i].count; k++)
            free(words->seeds[i].items[k]);
        free(words->seeds[i].items);
        bench_zipf_release(&words->ranks[i]);
    }
}

/* One of syllables[], by a number that is used up. */
static const char *syllable(const char *const items[], uint64_t *number,
                            uint64_t count)
{
    const char *item = items[*number % count];

    *number /= count;
    return item;
}

static void make_word(nv_language language, uint32_t rank, nv_buffer *out)
{
    const syllables *s = &of_language[language];
    const size_t begin = out->len;
    uint64_t stem = bench_mix(rank / FORMS + 1), form = bench_mix(rank);
    const uint64_t middles = (rank < SHORT ? 1 : 2) + stem % 2;

    stem /= 2;
    nv_buffer_add_text(out, syllable(s->starts, &stem, STARTS));
    for (uint64_t i = 0; i < middles; i++)
        nv_buffer_add_text(out, syllable(s->middles, &stem, MIDDLES));
    nv_buffer_add_text(out, syllable(s->ends, &form, ENDS));
    if (language == NV_LANGUAGE_DE && stem % 2 && !out->failed)
        out->text[begin] = (char)(out->text[begin] - 'a' + 'A');
}

void bench_words_say(const bench_words *words, bench_random *random,
                     nv_language language, uint32_t count, nv_buffer *out)
{
    const bench_seeds *seeds = &words->seeds[language];

    for (uint32_t i = 0; i < count; i++) {
        const uint32_t rank = bench_zipf_draw(&words->ranks[language], random);

        if (i > 0)
            nv_buffer_add_text(out,
                               bench_below(random, COMMA) == 0 ? ", " : " ");
        if (rank < seeds->count)
            nv_buffer_add_text(out, seeds->items[rank]);
        else
            make_word(language, rank, out);
    }
}
