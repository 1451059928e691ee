/* SPDX-License-Identifier: MPL-2.0 */
/* See note_text.h. */
#include "note/note_text.h"

#include <stdlib.h>
#include <string.h>

#include "note/typography.h"

/* Runs [from, to) of a text, and those from `joint` on that stand before. */
typedef struct {
    uint32_t joint, from, to;
} stretch;

/* The first run from `at` on that is of the cite, or of another one; the end if
 * there is none. */
static uint32_t find_run(const nv_csl_text *text, uint32_t at, uint32_t cite,
                         bool is_of_it)
{
    while (at < text->run_count && (text->runs[at].cite == cite) != is_of_it)
        at++;
    return at;
}

static stretch stretch_of(const nv_csl_text *text, const nv_note_part *part)
{
    stretch all = {0, 0, text->run_count};

    if (!part || part->cite_count < 2)
        return all;
    if (part->cite > 0) {
        all.joint = find_run(text, find_run(text, 0, part->cite - 1, true),
                             part->cite - 1, false);
        all.from = find_run(text, all.joint, part->cite, true);
    }
    if (part->cite + 1 < part->cite_count)
        all.to = find_run(text, find_run(text, all.from, part->cite, true),
                          part->cite, false);
    return all;
}

/* Bytes of all the texts of the runs, with their NULs and languages, and what a
 * space that does not break has more. */
static size_t size_of_texts(const nv_csl_text *text, const stretch *stretch)
{
    size_t size = 1;

    for (uint32_t i = stretch->joint; i < stretch->to; i++)
        size +=
            (size_t)2 * text->runs[i].len + 1 +
            (text->runs[i].language ? strlen(text->runs[i].language) + 1 : 0);
    return size;
}

/* Copies the text and a NUL to *at, which moves on. */
static const char *put(char **at, const char *text, size_t len)
{
    const char *start = *at;

    memcpy(*at, text, len);
    (*at)[len] = '\0';
    *at += len + 1;
    return start;
}

/* The same of French text, in which an initial keeps to the name after it: a
 * style sets the space between given name and family. */
static const char *put_french(char **at, const char *text, size_t len)
{
    const char *start = *at;

    for (size_t i = 0; i < len; i++)
        if (text[i] == ' ' &&
            nv_typography_is_initial(text, text + i, text + len)) {
            memcpy(*at, NV_NBSP, strlen(NV_NBSP));
            *at += strlen(NV_NBSP);
        } else {
            *(*at)++ = text[i];
        }
    *(*at)++ = '\0';
    return start;
}

static nv_run copy_run(const nv_csl_text *text, const nv_csl_run *run,
                       nv_language language, char **at)
{
    const bool is_foreign =
        run->language && strcmp(run->language, nv_language_code(language)) != 0;
    const bool is_french = language == NV_LANGUAGE_FR && !is_foreign &&
                           !(run->format & (NV_CSL_ITALIC | NV_CSL_QUOTED));
    nv_run copy = {.format = run->format};

    copy.text =
        (is_french ? put_french : put)(at, text->text + run->start, run->len);
    if (is_foreign)
        copy.language = put(at, run->language, strlen(run->language));
    return copy;
}

bool nv_note_no_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory for the notes; close other documents "
                   "and try again.");
}

/* What stands between two cites is plain text. */
static const char *copy_joint(const nv_csl_text *text, const stretch *stretch,
                              char **at)
{
    const uint32_t start = text->runs[stretch->joint].start;

    return put(at, text->text + start, text->runs[stretch->from].start - start);
}

/* The note's memory is one block: the runs, then their texts and languages. */
bool nv_note_of_text(const nv_csl_text *text, const nv_note_part *part,
                     nv_language language, nv_note *note, nv_error *err)
{
    const stretch own = stretch_of(text, part);
    nv_run *runs =
        malloc((own.to - own.from) * sizeof *runs + size_of_texts(text, &own));
    char *at = runs ? (char *)(runs + (own.to - own.from)) : NULL;

    memset(note, 0, sizeof *note);
    if (!runs)
        return nv_note_no_memory(err);
    for (uint32_t i = own.from; i < own.to; i++)
        if (text->runs[i].len)
            runs[note->count++] = copy_run(text, &text->runs[i], language, &at);
    if (part && part->cite > 0 && own.from < text->run_count)
        note->joint = copy_joint(text, &own, &at);
    note->runs = note->memory = runs;
    return true;
}

void nv_note_release(nv_note *note)
{
    free(note->memory);
    memset(note, 0, sizeof *note);
}

char *nv_note_text(const nv_note *note)
{
    nv_buffer text = NV_BUFFER_INIT;

    for (size_t i = 0; i < note->count; i++)
        nv_buffer_add_text(&text, note->runs[i].text);
    return nv_buffer_detach(&text);
}

enum {
    LOOKS = NV_CSL_ITALIC | NV_CSL_OBLIQUE | NV_CSL_BOLD | NV_CSL_SMALL_CAPS |
            NV_CSL_UNDERLINE | NV_CSL_SUPERSCRIPT | NV_CSL_SUBSCRIPT
};

/* Nobody tells an oblique letter from an italic one. */
static uint64_t look_of(const nv_run *run)
{
    const unsigned look = run->format & LOOKS;

    return look & NV_CSL_OBLIQUE
               ? (look & ~(unsigned)NV_CSL_OBLIQUE) | NV_CSL_ITALIC
               : look;
}

uint64_t nv_note_looks(const nv_run runs[], size_t count)
{
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a, a number at a time */

    for (size_t i = 0, end; i < count; i = end) {
        const uint64_t look = look_of(&runs[i]);
        uint64_t len = 0;

        for (end = i; end < count && look_of(&runs[end]) == look; end++)
            len += strlen(runs[end].text);
        hash = (hash ^ (len << 16 | look)) * 0x100000001b3u;
    }
    return hash ? hash : 1;
}
