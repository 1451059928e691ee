/* SPDX-License-Identifier: MPL-2.0 */
/* nv cite: notes of events, each for itself or as those of one document. */
#include "nv.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "note/locator.h"
#include "note/note.h"
#include "note/note_html.h"

static const struct {
    const char *word;
    unsigned part;
} part_words[] = {
    {"date", NV_PART_DATE},
    {"signatories", NV_PART_SIGNATORIES},
    {"wording", NV_PART_WORDING},
    {"source", NV_PART_SOURCE},
};

static unsigned part_of(const char *word, size_t len)
{
    for (size_t i = 0; i < NV_COUNT_OF(part_words); i++)
        if (strlen(part_words[i].word) == len &&
            strncmp(part_words[i].word, word, len) == 0)
            return part_words[i].part;
    return 0;
}

/* Reads "date,source"; false for a word that is no part. */
static bool read_parts(const char *text, unsigned *parts)
{
    *parts = 0;
    for (;;) {
        const size_t len = strcspn(text, ",");
        const unsigned part = part_of(text, len);

        if (part == 0)
            return false;
        *parts |= part;
        if (text[len] == '\0')
            return true;
        text += len + 1;
    }
}

/* What is to be written, and how: the options of nv cite, understood. */
typedef struct {
    const nv_tool_arguments *given;
    nv_language language;
    bool as_html;
    unsigned parts; /* 0: the usual ones */
    nv_packs *packs;
    nv_library *library;
    nv_note_style *style;
} work;

/* One target. */
typedef struct {
    nv_typed_locator *locators;
    nv_noted *noted; /* as if each had a note of its own */
    nv_note *notes;
    size_t count;
} targets;

/* False with *err, which says the word that is not understood. */
static bool read_manner(const nv_tool_arguments *given, work *work,
                        nv_error *err)
{
    const char *locale = given->locale ? given->locale : "en";
    const char *format = given->format ? given->format : "text";

    work->given = given;
    work->language = nv_language_from_tag(locale, NV_LANGUAGE_COUNT);
    work->as_html = strcmp(format, "html") == 0;
    if (work->language == NV_LANGUAGE_COUNT)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "There are no notes in “%.40s”. Choose one of the "
                       "languages below.",
                       locale);
    if (!work->as_html && strcmp(format, "text") != 0)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "“%.40s” is no format of notes. Choose text or html.",
                       format);
    if (given->parts && !read_parts(given->parts, &work->parts))
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "“%.80s” are no parts of a note. Choose some of those "
                       "below, with commas between them.",
                       given->parts);
    return given->count > 0 ||
           nv_fail(err, NV_ERROR_ARGUMENT, 0,
                   "There is nothing to cite. Give the id of an event.");
}

/* Why the style of that file is not in the library. A double is a file of it,
 * met once more in the folder of ours. */
static void fail_of_file(const nv_library *library, const char *path,
                         nv_error *err)
{
    for (size_t i = 0; i < nv_library_trouble_count(library); i++) {
        const nv_style_trouble *trouble = nv_library_trouble(library, i);

        if (trouble->err.code != NV_ERROR_DUPLICATE &&
            strcmp(trouble->path, path) == 0) {
            *err = trouble->err;
            return;
        }
    }
    nv_fail(err, NV_ERROR_IO, 0,
            "%.200s: There is no style in that place. Choose a file "
            "whose name ends in “.csl”.",
            path);
}

static nv_note_style *style_of_file(const work *work, const char *path,
                                    nv_error *err)
{
    for (size_t i = 0; i < nv_library_count(work->library); i++) {
        const nv_library_entry *entry = nv_library_entry_at(work->library, i);

        if (strcmp(entry->path, path) == 0)
            return nv_library_style(work->library, entry->id, work->language,
                                    err);
    }
    fail_of_file(work->library, path, err);
    return NULL;
}

static bool find_style(work *work, nv_error *err)
{
    const char *asked = work->given->style
                            ? work->given->style
                            : nv_library_usual_style(work->language);
    nv_buffer path = NV_BUFFER_INIT;

    work->library = nv_tool_open_library(asked, err);
    if (work->library && !nv_tool_add_style_path(&path, asked))
        work->style =
            nv_library_style(work->library, asked, work->language, err);
    else if (work->library && path.failed)
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
    else if (work->library)
        work->style = style_of_file(work, path.text, err);
    nv_buffer_release(&path);
    return work->style != NULL;
}

/* Cuts "ID#QUOTE@LOCATOR" where it stands. */
static bool read_target(char *text, const work *work, nv_citation *citation,
                        nv_typed_locator *locator, const nv_registry **registry,
                        nv_error *err)
{
    char *at = strchr(text, '@');
    char *number = strchr(text, '#');
    char *end = NULL;
    long quotation = 0;

    if (at)
        *at++ = '\0';
    if (number && (!at || number < at)) {
        *number++ = '\0';
        quotation = strtol(number, &end, 10);
        if (end == number || *end || quotation < 1 || quotation > 255)
            return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                           "“%.40s” is no number of a quotation. See nv show.",
                           number);
    }
    if (at && !nv_locator_read(at, strlen(at), locator))
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "“%.40s” is no place in a text. Write, for instance, "
                       "@art 4 or @p. 12.",
                       at);
    citation->event = nv_tool_find_event(work->packs, text, registry, err);
    citation->quotation = (int)quotation;
    return citation->event != NULL;
}

static bool read_targets(const work *work, targets *all, nv_error *err)
{
    for (size_t i = 0; i < all->count; i++) {
        nv_citation *citation = &all->noted[i].citation;
        nv_typed_locator *locator = &all->locators[i];

        citation->language = work->language;
        if (!read_target(work->given->arguments[i], work, citation, locator,
                         &all->noted[i].registry, err))
            return false;
        all->noted[i].note = (int32_t)(i + 1);
        all->noted[i].is_alone = true;
        citation->locator = (nv_locator){locator->label, locator->value};
        citation->parts = work->parts ? work->parts
                          : citation->quotation
                              ? NV_PART_DATE | NV_PART_SOURCE | NV_PART_WORDING
                              : NV_PART_DATE | NV_PART_SOURCE;
    }
    return true;
}

/* Printing */

/* One note, one line. */
static void add_note(nv_buffer *out, const nv_note *note, const work *work)
{
    if (work->as_html)
        nv_note_add_html(out, note, work->language);
    for (size_t i = 0; i < note->count && !work->as_html; i++)
        nv_buffer_add_text(out, note->runs[i].text);
    nv_buffer_add_char(out, '\n');
}

static void release_notes(nv_note *notes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        nv_note_release(&notes[i]);
}

/* Writes each target as if it were alone. */
static bool write_each(const work *work, targets *all, nv_error *err)
{
    for (size_t i = 0; i < all->count; i++)
        if (!nv_note_write(all->noted[i].registry, &all->noted[i].citation,
                           work->style, &all->notes[i], err))
            return false;
    return true;
}

static void add_notes(const work *work, const targets *all, nv_buffer *out)
{
    for (size_t i = 0; i < all->count; i++)
        add_note(out, &all->notes[i], work);
}

/* Writes the targets as one document; `has_notes` false: adds its bibliography
 * alone. */
static bool add_document(const work *work, targets *all, bool has_notes,
                         nv_buffer *out, nv_error *err)
{
    nv_note *entries = NULL;
    size_t entry_count = 0;

    if (!nv_notes_write(all->noted, all->count, work->style, all->notes,
                        work->given->bibliography ? &entries : NULL,
                        &entry_count, err))
        return false;
    if (has_notes)
        add_notes(work, all, out);
    nv_buffer_add_text(out, entry_count > 0 ? "\n" : "");
    for (size_t i = 0; i < entry_count; i++)
        add_note(out, &entries[i], work);
    release_notes(entries, entry_count);
    free(entries);
    return true;
}

static bool add_all(const work *work, targets *all, nv_buffer *out,
                    nv_error *err)
{
    const bool is_whole = work->given->whole != NULL;
    bool is_written = true;

    if (!is_whole) {
        is_written = write_each(work, all, err);
        if (is_written)
            add_notes(work, all, out);
        release_notes(all->notes, all->count);
    }
    if (is_written && (is_whole || work->given->bibliography)) {
        is_written = add_document(work, all, is_whole, out, err);
        release_notes(all->notes, all->count);
    }
    return is_written;
}

/* Makes room for `count` targets in the arena. */
static bool make_room(nv_arena *arena, size_t count, targets *all,
                      nv_error *err)
{
    *all = (targets){.locators =
                         nv_arena_array(arena, count, sizeof *all->locators),
                     .noted = nv_arena_array(arena, count, sizeof *all->noted),
                     .notes = nv_arena_array(arena, count, sizeof *all->notes),
                     .count = count};
    return (all->locators && all->noted && all->notes) ||
           nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
}

int nv_tool_cite(const nv_tool_arguments *given)
{
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    nv_arena arena = {0};
    work work = {0};
    targets all;
    bool is_cited;

    if (!read_manner(given, &work, &err)) {
        nv_tool_fail(&err);
        return nv_tool_misuse();
    }
    work.packs = nv_tool_open_packs(given, &err);
    is_cited = work.packs && find_style(&work, &err) &&
               make_room(&arena, (size_t)given->count, &all, &err) &&
               read_targets(&work, &all, &err) &&
               add_all(&work, &all, &out, &err);
    nv_library_free(work.library);
    nv_packs_free(work.packs);
    nv_arena_release(&arena);
    if (is_cited)
        return nv_tool_print(&out);
    nv_buffer_release(&out);
    return nv_tool_fail(&err);
}
