/* SPDX-License-Identifier: MPL-2.0 */
/* The phrases of the panel as dialogs/panel_LANGUAGE.properties has them, for
 * tests of what is said in the end. */
#ifndef NV_TESTS_SIDEBAR_PROPERTIES_H
#define NV_TESTS_SIDEBAR_PROPERTIES_H

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sidebar/phrases.h"

/* Adds the character of a "\uXXXX" as UTF-8; all of ours are below U+10000. */
static inline void add_escaped(nv_buffer *out, const char *digits)
{
    char hex[5] = {0};
    unsigned c;

    memcpy(hex, digits, 4);
    c = (unsigned)strtoul(hex, NULL, 16);
    if (c >= 0x800) {
        nv_buffer_add_char(out, (char)(0xE0 | c >> 12));
        nv_buffer_add_char(out, (char)(0x80 | (c >> 6 & 0x3F)));
    } else {
        nv_buffer_add_char(out, (char)(0xC0 | c >> 6));
    }
    nv_buffer_add_char(out, (char)(0x80 | (c & 0x3F)));
}

static inline char *unescaped(const char *text)
{
    nv_buffer out = NV_BUFFER_INIT;

    for (; *text && *text != '\n'; text++)
        if (strncmp(text, "\\u", 2) == 0 && strlen(text) > 5) {
            add_escaped(&out, text + 2);
            text += 5;
        } else {
            nv_buffer_add_char(&out, *text);
        }
    return nv_buffer_detach(&out);
}

/* One that is missing is its own key. Never given back. */
static inline nv_phrases read_phrases(const char *language)
{
    nv_phrases phrases;
    char path[80], line[4096];
    FILE *file;

    for (int i = 0; i < NV_PHRASE_COUNT; i++)
        phrases.text[i] = nv_phrase_key((nv_phrase)i);
    snprintf(path, sizeof path, "dialogs/panel_%s.properties", language);
    file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        size_t len = strcspn(line, "=");

        for (int i = 0; line[len] == '=' && i < NV_PHRASE_COUNT; i++) {
            const char *key = nv_phrase_key((nv_phrase)i);

            if (strlen(key) == len && strncmp(key, line, len) == 0)
                phrases.text[i] = unescaped(line + len + 1);
        }
    }
    fclose(file);
    return phrases;
}

#endif
