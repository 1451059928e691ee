/* SPDX-License-Identifier: MPL-2.0 */
/* See style.h: which locale files a language looks for. */
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "citation/style.h"

enum { LANGUAGE_LEN = 3, REGION_LEN = 2 };

/* The dialect a language is written in when its tag names none, as the
 * repository of CSL locales has it (locales.json). A language that is not here,
 * as Basque, has a file without a region. */
static const char *const primary[] = {
    "af-ZA", "bg-BG", "ca-AD", "cs-CZ", "cy-GB", "da-DK", "de-DE", "el-GR",
    "en-US", "es-ES", "et-EE", "fa-IR", "fi-FI", "fr-FR", "he-IL", "hi-IN",
    "hr-HR", "hu-HU", "id-ID", "is-IS", "it-IT", "ja-JP", "km-KH", "ko-KR",
    "lt-LT", "lv-LV", "mn-MN", "nb-NO", "nl-NL", "nn-NO", "pl-PL", "pt-PT",
    "ro-RO", "ru-RU", "sk-SK", "sl-SI", "sr-RS", "sv-SE", "th-TH", "tr-TR",
    "uk-UA", "vi-VN", "zh-CN"};

typedef struct {
    char language[LANGUAGE_LEN + 1], region[REGION_LEN + 1];
} subtags;

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static bool is_letter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

static size_t letters(const char *text)
{
    size_t len = 0;

    while (is_letter(text[len]))
        len++;
    return len;
}

/* Language and region of "fr-CH", "de_AT.UTF-8" or "zh-Hant-TW"; what is no
 * such tag leaves the language empty. */
static subtags split(const char *tag)
{
    subtags found = {"", ""};
    size_t len = letters(tag);

    for (size_t i = 0; len >= 2 && len <= LANGUAGE_LEN && i < len; i++)
        found.language[i] = lower(tag[i]);
    for (tag += len; *tag == '-' || *tag == '_'; tag += len) {
        tag++;
        len = letters(tag);
        for (size_t i = 0; len == REGION_LEN && i < len; i++)
            found.region[i] = (char)(lower(tag[i]) - 'a' + 'A');
    }
    return found;
}

static void add(nv_csl_tag chain[3], size_t *count, const char *tag)
{
    for (size_t i = 0; i < *count; i++)
        if (strcmp(chain[i].tag, tag) == 0)
            return;
    snprintf(chain[(*count)++].tag, sizeof chain[0].tag, "%s", tag);
}

/* Norwegian without more is Bokmål. */
static const char *primary_of(const char *language)
{
    const char *wanted = strcmp(language, "no") == 0 ? "nb" : language;

    for (size_t i = 0; i < NV_COUNT_OF(primary); i++)
        if (strncmp(primary[i], wanted, strlen(wanted)) == 0 &&
            primary[i][strlen(wanted)] == '-')
            return primary[i];
    return language;
}

size_t nv_csl_locale_chain(const char *tag, nv_csl_tag chain[3])
{
    const subtags wanted = split(tag ? tag : "");
    size_t count = 0;
    char whole[16];

    if (wanted.language[0]) {
        snprintf(whole, sizeof whole, "%s-%s", wanted.language, wanted.region);
        if (wanted.region[0])
            add(chain, &count, whole);
        add(chain, &count, primary_of(wanted.language));
    }
    add(chain, &count, "en-US");
    return count;
}
