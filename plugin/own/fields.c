/* SPDX-License-Identifier: MPL-2.0 */
/* See fields.h and document.h. */
#include "own/fields.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "registry/exchange/markup.h"
#include "registry/text/date_words.h"
#include "registry/text/fold.h"

bool nv_own_is_filled(const nv_own_document *document, nv_own_field field)
{
    const char *text = document->fields[field];

    return text && text[strspn(text, " \t\r\n")] != '\0';
}

bool nv_own_has_any(const nv_own_document *document,
                    const nv_own_field fields[], size_t count,
                    nv_own_field *first)
{
    for (size_t i = 0; i < count; i++)
        if (nv_own_is_filled(document, fields[i])) {
            *first = fields[i];
            return true;
        }
    return false;
}

/* A span is a day, a whole month or a whole year: day.h says how each is
 * counted. */
static void write_iso(const nv_days *days, char iso[NV_OWN_ISO_SIZE])
{
    const unsigned first = (unsigned)days->first, last = (unsigned)days->last;

    snprintf(iso, NV_OWN_ISO_SIZE, "%04u-%02u-%02u", first / 10000 % 10000,
             first / 100 % 100, first % 100);
    if (first / 100 != last / 100)
        iso[strlen("1954")] = '\0';
    else if (first != last)
        iso[strlen("1954-05")] = '\0';
}

bool nv_own_read_date(const char *text, char iso[NV_OWN_ISO_SIZE])
{
    char copies[NV_DATE_WORDS_MAX][NV_WORD_MAX + 1];
    const char *words[NV_DATE_WORDS_MAX];
    size_t count = 0;
    nv_days days;
    nv_fold fold;

    nv_fold_init(&fold, text, strlen(text));
    while (nv_fold_next(&fold)) {
        if (count == NV_DATE_WORDS_MAX)
            return false;
        words[count] = strcpy(copies[count], fold.word);
        count++;
    }
    if (count == 0 || nv_date_words_read(words, count, &days) != count)
        return false;
    write_iso(&days, iso);
    return true;
}

/* French contracts "de" and "à" with an article, and elides "de". */
static const struct {
    const char *begins, *of, *to;
} french[] = {
    {"le ", "du ", "au "},
    {"les ", "des ", "aux "},
    {"Le ", "du ", "au "},
    {"Les ", "des ", "aux "},
};

static bool begins_with_vowel(const char *text)
{
    return strchr("AEIOUYaeiouy", text[0]) != NULL ||
           strncmp(text, "É", strlen("É")) == 0 ||
           strncmp(text, "é", strlen("é")) == 0;
}

static void add_french(nv_buffer *out, const char *name, bool is_sender)
{
    for (size_t i = 0; i < NV_COUNT_OF(french); i++) {
        const size_t len = strlen(french[i].begins);

        if (strncmp(name, french[i].begins, len) != 0)
            continue;
        nv_buffer_add_format(
            out, " %s%s", is_sender ? french[i].of : french[i].to, name + len);
        return;
    }
    if (!is_sender)
        nv_buffer_add_format(out, " à %s", name);
    else
        nv_buffer_add_format(out, " %s%s",
                             begins_with_vowel(name) ? "d’" : "de ", name);
}

/* "letter from A to B"; nothing where neither is known. */
static void compose(int genre, nv_language words, const char *from,
                    const char *to, nv_buffer *out)
{
    if (!from && !to)
        return;
    nv_buffer_add_text(out, nv_own_genres[genre].name[words]);
    if (words == NV_LANGUAGE_FR) {
        if (from)
            add_french(out, from, true);
        if (to)
            add_french(out, to, false);
        return;
    }
    if (from)
        nv_buffer_add_format(out, " from %s", from);
    if (to)
        nv_buffer_add_format(out, " to %s", to);
}

static const char *text_or_null(const nv_own_document *document,
                                nv_own_field field)
{
    return nv_own_is_filled(document, field) ? document->fields[field] : NULL;
}

static void add_collapsed(nv_buffer *out, const char *text)
{
    nv_buffer copy = NV_BUFFER_INIT;

    nv_buffer_add_text(&copy, text);
    if (copy.failed)
        out->failed = true;
    else if (copy.len)
        nv_buffer_add(out, copy.text, nv_markup_collapse(copy.text, text));
    nv_buffer_release(&copy);
}

void nv_own_name(const nv_own_document *document, nv_buffer *out)
{
    const char *name = text_or_null(document, NV_OWN_DESCRIPTION);
    nv_buffer composed = NV_BUFFER_INIT;

    if (!name)
        name = text_or_null(document, NV_OWN_TITLE);
    if (!name) {
        compose(document->genre, document->words,
                text_or_null(document, NV_OWN_FROM),
                text_or_null(document, NV_OWN_TO), &composed);
        name = composed.text;
    }
    add_collapsed(out, name);
    out->failed = out->failed || composed.failed;
    nv_buffer_release(&composed);
}
