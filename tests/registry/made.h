/* SPDX-License-Identifier: MPL-2.0 */
/* Registries made up at random, always alike, for what the shipped one is too
 * small for: their words come by Zipf's law, and the commonest stand in so many
 * places that the index knows them as heavy. All texts of one zone are equally
 * long, so that parts of a registry weigh words like the whole, and up to
 * 16,800 events no two are of one day. */
#ifndef NV_TESTS_REGISTRY_MADE_H
#define NV_TESTS_REGISTRY_MADE_H

#include <math.h>

#include "base/array.h"
#include "base/buffer.h"
#include "registry/registry.h"

enum { MADE_WORDS = 900 };

static inline uint32_t made_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static inline uint32_t made_below(uint32_t *state, uint32_t count)
{
    return made_random(state) % count;
}

/* The word of that number, of two to four syllables; static until the next
 * call but three. */
static inline const char *made_word(uint32_t number)
{
    static const char syllables[][3] = {"na", "to", "mi", "re", "lu", "ka",
                                        "so", "pe", "di", "vo", "gu", "ha",
                                        "be", "fi", "zo", "ru"};
    static char words[4][16];
    static int turn;
    char *word = words[turn++ % 4];
    uint32_t state = number * 2654435761u + 17;
    const uint32_t count = 2 + number % 3;

    word[0] = '\0';
    for (uint32_t i = 0; i < count; i++)
        strcat(word, syllables[made_below(&state, NV_COUNT_OF(syllables))]);
    return word;
}

static inline const char *made_common_word(uint32_t *state)
{
    const double part = made_random(state) / 16777216.0;

    return made_word((uint32_t)pow(MADE_WORDS, part) - 1);
}

static inline void made_text(nv_buffer *out, uint32_t *state, int words)
{
    for (int i = 0; i < words; i++) {
        nv_buffer_add_text(out, i ? " " : "");
        nv_buffer_add_text(out, made_common_word(state));
    }
}

static inline void made_quotation(nv_buffer *out, uint32_t *state, int number)
{
    nv_buffer_add_format(
        out,
        "<quotation number=\"%d\" role=\"document\" original=\"yes\" "
        "as=\"edition\" source=\"s\" status=\"text seen\">"
        "<text xml:lang=\"%s\">nota ",
        number, number == 1 ? "en" : "fr");
    made_text(out, state, 14);
    if (made_below(state, 8) == 0)
        nv_buffer_add_format(out, " of 3 March %u sosolu",
                             1941 + made_below(state, 50));
    else
        nv_buffer_add_text(out, " luso of mimi by pepe");
    nv_buffer_add_text(out, "</text></quotation>");
}

static inline void made_event(nv_buffer *out, uint32_t number)
{
    static const char *const kinds[] = {"note", "treaty", "speech", "reply"};
    static const char *const parties[] = {"Here", "There", "Nowhere"};
    const char keys[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    uint32_t state = number * 7919 + 3;
    const uint32_t date = number * 7919 % (50 * 12 * 28);
    const uint32_t year = 1941 + date / 336, month = 1 + date / 28 % 12;
    const uint32_t day = 1 + date % 28;

    nv_buffer_add_format(out,
                         "<event id=\"e-%05u\" key=\"%c%c%c%c\" kind=\"%s\" "
                         "confidence=\"reported\"><title xml:lang=\"en\">nota ",
                         number, keys[number / 46656 % 36],
                         keys[number / 1296 % 36], keys[number / 36 % 36],
                         keys[number % 36], kinds[number % 4]);
    made_text(out, &state, 4);
    nv_buffer_add_format(out,
                         "</title><document none=\"true\"/><date "
                         "iso=\"%u-%02u-%02u\" precision=\"day\"/>",
                         year, month, day);
    nv_buffer_add_format(out, "<party>%s</party>",
                         parties[made_below(&state, 3)]);
    nv_buffer_add_text(out, "<summary xml:lang=\"en\">nota ");
    made_text(out, &state, 11);
    nv_buffer_add_text(out, "</summary>");
    made_quotation(out, &state, 1);
    made_quotation(out, &state, 2);
    nv_buffer_add_text(out, "<source key=\"s\" type=\"press\" holds=\"text\" "
                            "checked=\"no\"><title>nota ");
    made_text(out, &state, 3);
    nv_buffer_add_text(out, "</title></source></event>");
}

/* Adds the registry of the events `first`, `first` + `step` ... below `past`.
 */
static inline void made_registry(nv_buffer *out, const char *pack,
                                 uint32_t first, uint32_t past, uint32_t step)
{
    nv_buffer_add_format(
        out,
        "<registry version=\"1\" pack=\"%s\">"
        "<name type=\"state\"><form xml:lang=\"en\">Here</form>"
        "<variant>Mirelu State</variant></name>"
        "<name type=\"state\"><form xml:lang=\"en\">Nowhere</form></name>"
        "<name type=\"state\"><form xml:lang=\"en\">There</form></name>",
        pack);
    for (uint32_t i = first; i < past; i += step)
        made_event(out, i);
    nv_buffer_add_text(out, "</registry>");
}

#endif
