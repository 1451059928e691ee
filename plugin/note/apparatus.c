/* SPDX-License-Identifier: MPL-2.0 */
/* See apparatus.h. */
#include "note/apparatus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "note/citation_property.h"
#include "note/note_text.h"

struct nv_apparatus {
    nv_means means;
    const nv_standing *standing;
    size_t count;
    nv_arena arena;
    nv_wanted *wanted;
    nv_citation_name *names; /* as they are read */
    nv_noted *noted;
    nv_note *notes; /* of one language at a time */
};

/* Finding what is cited */

static const nv_registry *find_pack(const nv_apparatus *apparatus,
                                    const char *code)
{
    const nv_registry *const *packs =
        nv_packs_registries(apparatus->means.packs);

    for (size_t i = 0; i < nv_packs_count(apparatus->means.packs); i++) {
        char own[5];

        nv_citation_pack_code(nv_registry_pack(packs[i]), own);
        if (strcmp(own, code) == 0)
            return packs[i];
    }
    return NULL;
}

static bool find_event(const nv_apparatus *apparatus,
                       const nv_citation_name *name, nv_wanted *wanted)
{
    nv_error *why = &wanted->trouble;

    wanted->registry = find_pack(apparatus, name->pack);
    if (!wanted->registry)
        return nv_fail(why, NV_ERROR_ARGUMENT, 0,
                       "The pack that this citation is from is not installed; "
                       "the note stays as it is.");
    wanted->event = nv_registry_by_key(wanted->registry, name->key, why);
    return wanted->event || why->code ||
           nv_fail(why, NV_ERROR_ARGUMENT, 0,
                   "The event of this citation is no longer in the pack %s; "
                   "the note stays as it is.",
                   nv_registry_pack(wanted->registry));
}

/* A property stays behind when a note is pasted into another document: without
 * it nobody knows which place the writer gave. */
static bool read_property(nv_apparatus *apparatus, size_t index)
{
    nv_wanted *wanted = &apparatus->wanted[index];
    const char *property = apparatus->standing[index].property;

    if (!apparatus->names[index].has_property)
        return true;
    if (property &&
        nv_citation_property_read(property, strlen(property), &apparatus->arena,
                                  &wanted->citation))
        return true;
    return nv_fail(&wanted->trouble, NV_ERROR_ARGUMENT, 0,
                   "The place that belongs to this citation was not found in "
                   "the document; the note stays as it is.");
}

static void lose(nv_wanted *wanted)
{
    wanted->state = NV_STANDING_LOST;
    wanted->registry = NULL;
    wanted->event = NULL;
    wanted->citation.event = NULL;
}

static void find(nv_apparatus *apparatus, size_t index)
{
    const nv_standing *standing = &apparatus->standing[index];
    nv_citation_name *name = &apparatus->names[index];
    nv_wanted *wanted = &apparatus->wanted[index];

    if (!nv_citation_name_read(standing->name, strlen(standing->name), name)) {
        lose(wanted);
        return;
    }
    wanted->citation = (nv_citation){
        .quotation = name->quotation,
        .parts = name->parts,
        .language = nv_language_from_tag(name->language, NV_LANGUAGE_EN)};
    if (!find_event(apparatus, name, wanted) ||
        !read_property(apparatus, index))
        lose(wanted);
    else
        wanted->citation.event = wanted->event;
}

/* Writing what it should say */

static nv_note_style *style_in(nv_apparatus *apparatus, nv_language language,
                               nv_error *err)
{
    return nv_library_style(apparatus->means.library,
                            apparatus->means.styles[language], language, err);
}

/* What the record can't give any more (a wording taken back, a source gone)
 * makes one citation lost, and leaves the others. A style that can't be had is
 * an error of them all. */
static bool try_alone(nv_apparatus *apparatus, size_t index, nv_error *err)
{
    nv_wanted *wanted = &apparatus->wanted[index];
    nv_note_style *style;
    nv_note note;

    if (!wanted->event)
        return true;
    style = style_in(apparatus, wanted->citation.language, err);
    if (!style)
        return false;
    if (nv_note_write(wanted->registry, &wanted->citation, style, &note,
                      &wanted->trouble))
        nv_note_release(&note);
    else if (wanted->trouble.code == NV_ERROR_MEMORY)
        return nv_note_no_memory(err);
    else
        lose(wanted);
    return true;
}

static void take_noted(nv_apparatus *apparatus)
{
    for (size_t i = 0; i < apparatus->count; i++) {
        const nv_wanted *wanted = &apparatus->wanted[i];

        apparatus->noted[i] =
            (nv_noted){.registry = wanted->registry,
                       .citation = wanted->citation,
                       .note = apparatus->standing[i].note,
                       .is_alone = apparatus->standing[i].is_alone};
    }
}

/* The notes in one language. All citations take part, those of other languages
 * too, since what stands before decides what is said. */
static bool write_in(nv_apparatus *apparatus, nv_language language,
                     nv_error *err)
{
    nv_note_style *style = style_in(apparatus, language, err);

    if (!style || !nv_notes_write(apparatus->noted, apparatus->count, style,
                                  apparatus->notes, NULL, NULL, err))
        return false;
    for (size_t i = 0; i < apparatus->count; i++) {
        nv_wanted *wanted = &apparatus->wanted[i];

        if (wanted->event && wanted->citation.language == language)
            wanted->note = apparatus->notes[i];
        else
            nv_note_release(&apparatus->notes[i]);
    }
    return true;
}

static bool is_spoken(const nv_apparatus *apparatus, nv_language language)
{
    for (size_t i = 0; i < apparatus->count; i++)
        if (apparatus->wanted[i].event &&
            apparatus->wanted[i].citation.language == language)
            return true;
    return false;
}

static bool write_languages(nv_apparatus *apparatus, nv_error *err)
{
    take_noted(apparatus);
    for (int language = 0; language < NV_LANGUAGE_COUNT; language++)
        if (is_spoken(apparatus, (nv_language)language) &&
            !write_in(apparatus, (nv_language)language, err))
            return false;
    return true;
}

static void take_back(nv_apparatus *apparatus)
{
    for (size_t i = 0; i < apparatus->count; i++)
        nv_note_release(&apparatus->wanted[i].note);
}

/* All at once; only when one of them can't be written each is tried alone. */
static bool write_all(nv_apparatus *apparatus, nv_error *err)
{
    nv_error why = {0};

    if (write_languages(apparatus, &why))
        return true;
    take_back(apparatus);
    if (why.code == NV_ERROR_MEMORY)
        return nv_fail(err, why.code, why.line, "%s", why.message);
    for (size_t i = 0; i < apparatus->count; i++)
        if (!try_alone(apparatus, i, err))
            return false;
    return write_languages(apparatus, err);
}

/* Comparing */

/* Whether the text is what the citation would say as the first of its document.
 * That is nobody's but ours, whatever checksum the name has. */
static bool is_first_form(nv_apparatus *apparatus, size_t index)
{
    const nv_wanted *wanted = &apparatus->wanted[index];
    nv_note_style *style = style_in(apparatus, wanted->citation.language, NULL);
    nv_note note = {0};
    char *text = NULL;
    bool is_first;

    if (style &&
        nv_note_write(wanted->registry, &wanted->citation, style, &note, NULL))
        text = nv_note_text(&note);
    is_first = text && strcmp(text, apparatus->standing[index].text) == 0;
    free(text);
    nv_note_release(&note);
    return is_first;
}

static nv_standing_state state_of(nv_apparatus *apparatus, size_t index)
{
    const char *text = apparatus->standing[index].text;
    const char *checksum = apparatus->names[index].checksum;
    char found[8];

    if (strcmp(text, apparatus->wanted[index].text) == 0)
        return NV_STANDING_RIGHT;
    nv_citation_checksum(text, strlen(text), found);
    return checksum[0] == '\0' || strcmp(checksum, found) == 0 ||
                   is_first_form(apparatus, index)
               ? NV_STANDING_STALE
               : NV_STANDING_BY_HAND;
}

static bool judge(nv_apparatus *apparatus, size_t index, nv_error *err)
{
    nv_citation_name name = apparatus->names[index];
    nv_wanted *wanted = &apparatus->wanted[index];

    if (!wanted->event)
        return true;
    wanted->text = nv_note_text(&wanted->note);
    if (!wanted->text)
        return nv_note_no_memory(err);
    wanted->state = state_of(apparatus, index);
    nv_citation_checksum(wanted->text, strlen(wanted->text), name.checksum);
    nv_citation_name_write(&name, wanted->name);
    return true;
}

static bool work_out(nv_apparatus *apparatus, nv_error *err)
{
    nv_arena *arena = &apparatus->arena;
    const size_t count = apparatus->count;

    apparatus->wanted = nv_arena_array(arena, count, sizeof(nv_wanted));
    apparatus->names = nv_arena_array(arena, count, sizeof(nv_citation_name));
    apparatus->noted = nv_arena_array(arena, count, sizeof(nv_noted));
    apparatus->notes = nv_arena_array(arena, count, sizeof(nv_note));
    if (!apparatus->wanted || !apparatus->names || !apparatus->noted ||
        !apparatus->notes)
        return nv_note_no_memory(err);
    for (size_t i = 0; i < count; i++)
        find(apparatus, i);
    if (!write_all(apparatus, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!judge(apparatus, i, err))
            return false;
    return true;
}

nv_apparatus *nv_apparatus_new(const nv_means *means,
                               const nv_standing standing[], size_t count,
                               nv_error *err)
{
    nv_apparatus *apparatus = calloc(1, sizeof *apparatus);

    if (!apparatus) {
        nv_note_no_memory(err);
        return NULL;
    }
    apparatus->means = *means;
    apparatus->standing = standing;
    apparatus->count = count;
    if (work_out(apparatus, err))
        return apparatus;
    nv_apparatus_free(apparatus);
    return NULL;
}

void nv_apparatus_free(nv_apparatus *apparatus)
{
    if (!apparatus)
        return;
    for (size_t i = 0; apparatus->wanted && i < apparatus->count; i++) {
        nv_note_release(&apparatus->wanted[i].note);
        free(apparatus->wanted[i].text);
    }
    nv_arena_release(&apparatus->arena);
    free(apparatus);
}

const nv_wanted *nv_apparatus_wanted(const nv_apparatus *apparatus,
                                     size_t index)
{
    return &apparatus->wanted[index];
}

static size_t count_of(const nv_apparatus *apparatus, nv_standing_state state)
{
    size_t count = 0;

    for (size_t i = 0; i < apparatus->count; i++)
        count += apparatus->wanted[i].state == state;
    return count;
}

nv_refreshed nv_apparatus_count(const nv_apparatus *apparatus)
{
    return (nv_refreshed){
        .citations = apparatus->count,
        .rewritten = count_of(apparatus, NV_STANDING_STALE),
        .by_hand = count_of(apparatus, NV_STANDING_BY_HAND),
        .lost = count_of(apparatus, NV_STANDING_LOST),
    };
}
