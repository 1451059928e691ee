/* SPDX-License-Identifier: MPL-2.0 */
/* See cyrillic.h. */
#include "cyrillic.h"

#include <ctype.h>
#include <string.h>

#include "base/array.h"

/* Longer ones first. */
static const struct {
    const char *latin, *small, *capital;
} letters[] = {
    {"sh", "ш", "Ш"}, {"ch", "ч", "Ч"}, {"a", "а", "А"}, {"b", "б", "Б"},
    {"c", "к", "К"},  {"d", "д", "Д"},  {"e", "е", "Е"}, {"f", "ф", "Ф"},
    {"g", "г", "Г"},  {"h", "х", "Х"},  {"i", "и", "И"}, {"j", "ж", "Ж"},
    {"k", "к", "К"},  {"l", "л", "Л"},  {"m", "м", "М"}, {"n", "н", "Н"},
    {"o", "о", "О"},  {"p", "п", "П"},  {"r", "р", "Р"}, {"s", "с", "С"},
    {"t", "т", "Т"},  {"u", "у", "У"},  {"v", "в", "В"}, {"w", "в", "В"},
    {"x", "кс", "К"}, {"y", "й", "Й"},  {"z", "з", "З"},
};

static size_t find(const char *latin)
{
    const char small[2] = {(char)tolower((unsigned char)latin[0]), latin[1]};
    size_t i = 0;

    while (i < NV_COUNT_OF(letters) &&
           strncmp(letters[i].latin, small, strlen(letters[i].latin)) != 0)
        i++;
    return i;
}

void bench_cyrillic(const char *latin, nv_buffer *out)
{
    while (*latin) {
        const size_t i = find(latin);

        if (i == NV_COUNT_OF(letters)) {
            nv_buffer_add_char(out, *latin++);
            continue;
        }
        nv_buffer_add_text(out, isupper((unsigned char)*latin)
                                    ? letters[i].capital
                                    : letters[i].small);
        latin += strlen(letters[i].latin);
    }
}
