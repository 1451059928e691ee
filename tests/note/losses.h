/* SPDX-License-Identifier: MPL-2.0 */
/* What a published style loses of an event: seen from outside, in what it
 * prints. */
#ifndef NV_TESTS_NOTE_LOSSES_H
#define NV_TESTS_NOTE_LOSSES_H

#include <ctype.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "note/item.h"
#include "note/standard.h"
#include "note/standard_maker.h"
#include "record.h"
#include "registry/file.h"

#define CSL_FOLDER "/usr/share/citation-style-language/"

enum { LOST_TITLE, LOST_DATE, LOST_PLACE, LOSSES };

static const char *const loss_words[LOSSES] = {"title", "date", "place"};

/* A style outside of a library, which would keep two thousand of them. */
typedef struct {
    nv_csl_style *style;
    nv_csl_lexicon *lexicon;
    nv_library_entry entry;
    nv_note_style note;
} loose_style;

/* Which style it is, as tests and reports name it: the last part of the path.
 */
static inline const char *style_name(const char *path)
{
    return strrchr(path, '/') + 1;
}

static inline void release_style(loose_style *made)
{
    nv_csl_processor_free(made->note.previews);
    nv_csl_lexicon_free(made->lexicon);
    nv_csl_style_free(made->style);
}

/* Compiles a style for English notes. False, with nothing to release, when it
 * is dependent or can't be read. */
static inline bool read_style(const char *path, const nv_csl_locale *locale,
                              loose_style *made, nv_error *err)
{
    const nv_csl_style_info *info;
    nv_buffer xml = NV_BUFFER_INIT;

    *made = (loose_style){NULL};
    if (nv_file_read(path, &xml, err))
        made->style = nv_csl_style_read(xml.text, xml.len, err);
    nv_buffer_release(&xml);
    if (!made->style)
        return false;
    info = nv_csl_style_describe(made->style);
    made->lexicon = nv_csl_lexicon_new(made->style, "en-US", &locale, 1, err);
    made->entry =
        (nv_library_entry){.id = style_name(path),
                           .is_note = info->is_note,
                           .has_bibliography = info->has_bibliography};
    made->note = (nv_note_style){
        .language = NV_LANGUAGE_EN,
        .style = made->style,
        .lexicon = made->lexicon,
        .previews = nv_csl_processor_new(made->lexicon, NULL, err)};
    return true;
}

static inline nv_csl_locale *read_english(void)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_csl_locale *locale = NULL;

    if (nv_file_read(CSL_FOLDER "locales/locales-en-US.xml", &xml, NULL))
        locale = nv_csl_locale_read(xml.text, xml.len, NULL);
    nv_buffer_release(&xml);
    return locale;
}

/* Looking for something in a note */

/* Letters and digits alone, small; the first `max` of them. What has tags, a
 * field of an item, loses them. */
static inline void add_squashed(nv_buffer *out, const char *text, size_t max,
                                bool has_tags)
{
    for (; *text && max > 0; text++) {
        if (has_tags && *text == '<' && strchr(text, '>')) {
            text = strchr(text, '>');
        } else if (isalnum((unsigned char)*text) || (*text & 0x80)) {
            nv_buffer_add_char(out, (char)tolower((unsigned char)*text));
            max--;
        }
    }
}

enum { ENOUGH = 16 }; /* letters of a title that nothing else begins with */

static inline bool says(const char *note, const nv_csl_string *wanted)
{
    nv_buffer whole = NV_BUFFER_INIT, part = NV_BUFFER_INIT;
    bool is_said;

    if (!wanted)
        return false;
    add_squashed(&whole, note, SIZE_MAX, false);
    add_squashed(&part, wanted->text, ENOUGH, true);
    is_said = strstr(whole.text, part.text) != NULL;
    nv_buffer_release(&whole);
    nv_buffer_release(&part);
    return is_said;
}

/* Whether a number stands in the note, with or without a zero before it. */
static inline bool says_number(const char *note, long number)
{
    for (const char *at = note; *at; at++)
        if (isdigit((unsigned char)*at)) {
            char *end;

            if (strtol(at, &end, 10) == number)
                return true;
            at = end - 1;
        }
    return false;
}

static inline bool says_day(const char *note, const nv_csl_date *date)
{
    return !date || date->literal ||
           (says_number(note, date->first.year) &&
            (!date->first.day || says_number(note, date->first.day)));
}

/* Where the document is found: in a work, on a page, in an archive, by its
 * symbol. An event without any has none to lose. */
static inline bool says_place(const char *note, const nv_csl_item *own)
{
    static const nv_csl_variable places[] = {
        NV_CSL_CONTAINER_TITLE, NV_CSL_CONTAINER_TITLE_SHORT,
        NV_CSL_ARCHIVE_LOCATION, NV_CSL_URL, NV_CSL_SYMBOL};
    bool has_any = false;

    for (size_t i = 0; i < NV_COUNT_OF(places); i++) {
        const nv_csl_string *place = nv_csl_item_string(own, places[i]);

        if (says(note, place))
            return true;
        has_any = has_any || place;
    }
    return !has_any;
}

/* The item that one of our styles would get. */
static inline const nv_csl_item *own_item(const nv_registry *registry,
                                          const nv_event *event,
                                          const nv_note_style *style,
                                          nv_arena *arena)
{
    nv_library_entry entry = *style->entry;
    nv_note_style ours = *style;

    entry.is_ours = true;
    ours.entry = &entry;
    return nv_item_of_event(registry, event, &ours, arena, NULL);
}

/* What a style prints of an event: its note and its entry. */
static inline void add_printed(nv_buffer *out, const nv_csl_item *item,
                               nv_note_style *style, nv_arena *arena)
{
    for (int entry = 0; entry <= style->entry->has_bibliography; entry++) {
        const nv_csl_text *text =
            nv_standard_print(item, style, entry == 1, arena, NULL);

        nv_buffer_add_text(out, text ? text->text : "");
        nv_buffer_add_char(out, '\n');
    }
}

/* Counts in lost[] what the style prints neither in a note of the event nor in
 * its bibliography; of an event that is no document, nothing. */
static inline void count_losses(const nv_registry *registry,
                                const nv_event *event, nv_note_style *style,
                                size_t lost[LOSSES])
{
    nv_arena arena = {NULL};
    nv_buffer text = NV_BUFFER_INIT;
    const nv_csl_item *own = own_item(registry, event, style, &arena);
    const nv_csl_item *item =
        own ? nv_item_of_event(registry, event, style, &arena, NULL) : NULL;

    if (item) {
        add_printed(&text, item, style, &arena);
        lost[LOST_TITLE] +=
            !says(text.text, nv_csl_item_string(item, NV_CSL_TITLE));
        lost[LOST_DATE] +=
            !says_day(text.text, nv_csl_item_date(own, NV_CSL_EVENT_DATE));
        lost[LOST_PLACE] += !says_place(text.text, own);
    }
    nv_buffer_release(&text);
    nv_arena_release(&arena);
}

#endif
