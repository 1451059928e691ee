/* SPDX-License-Identifier: MPL-2.0 */
/* See apparatus_entry.h. */
#include "note/apparatus_entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/citation_property.h"
#include "note/draft.h"
#include "note/note_text.h"

enum {
    BEFORE_CHECKSUM = 26 /* bytes of a name that say what is cited */
};

/* What stands */

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static char *put(char **at, const char *text, size_t size)
{
    char *start = *at;

    if (!text)
        return NULL;
    memcpy(start, text, size);
    *at += size;
    return start;
}

static size_t size_of(const char *text)
{
    return text ? strlen(text) + 1 : 0;
}

static bool copy_standing(nv_entry *entry, const nv_standing *standing,
                          nv_error *err)
{
    const size_t name = size_of(standing->name);
    const size_t property = size_of(standing->property);
    const size_t text = size_of(standing->text);
    char *at = malloc(name + property + text);

    if (!at)
        return nv_note_no_memory(err);
    free(entry->name);
    entry->name = put(&at, standing->name, name);
    entry->property = put(&at, standing->property, property);
    entry->text = put(&at, standing->text, text);
    entry->looks = standing->looks;
    entry->is_judged = false;
    return true;
}

/* Finding what is cited */

static const nv_registry *find_pack(const nv_packs *packs, const char *code)
{
    const nv_registry *const *registries = nv_packs_registries(packs);

    for (size_t i = 0; i < nv_packs_count(packs); i++) {
        char own[5];

        nv_citation_pack_code(nv_registry_pack(registries[i]), own);
        if (strcmp(own, code) == 0)
            return registries[i];
    }
    return NULL;
}

static bool find_event(const nv_entry_maker *maker, nv_entry *entry)
{
    nv_wanted *wanted = &entry->wanted;
    nv_error *why = &wanted->trouble;

    wanted->registry = find_pack(maker->means.packs, entry->parsed.pack);
    if (!wanted->registry)
        return nv_fail(why, NV_ERROR_ARGUMENT, 0,
                       "The pack that this citation is from is not installed; "
                       "the note stays as it is.");
    wanted->event =
        nv_registry_by_key(wanted->registry, entry->parsed.key, why);
    if (wanted->event)
        return true;
    return nv_fail(why, NV_ERROR_ARGUMENT, 0,
                   "The event of this citation is no longer in the pack %s; "
                   "the note stays as it is.",
                   nv_registry_pack(wanted->registry));
}

/* The texts of a citation, from scratch memory to a block of the entry's. */
static bool keep_words(nv_entry *entry)
{
    nv_citation *citation = &entry->wanted.citation;
    const char **const words[] = {&citation->locator.label,
                                  &citation->locator.value, &citation->source,
                                  &citation->prefix, &citation->suffix};
    size_t size = 1;
    char *at;

    for (size_t i = 0; i < NV_COUNT_OF(words); i++)
        size += size_of(*words[i]);
    free(entry->words);
    entry->words = at = malloc(size);
    for (size_t i = 0; i < NV_COUNT_OF(words) && at; i++)
        *words[i] = put(&at, *words[i], size_of(*words[i]));
    return entry->words != NULL;
}

/* A property stays behind when a note is pasted into another document: without
 * it nobody knows which place the writer gave. */
static bool read_property(nv_entry_maker *maker, nv_entry *entry)
{
    const char *property = entry->property;
    bool is_read;

    if (!entry->parsed.has_property)
        return true;
    is_read = property && nv_citation_property_read(property, strlen(property),
                                                    &maker->scratch,
                                                    &entry->wanted.citation);
    if (is_read && !keep_words(entry))
        return nv_note_no_memory(&entry->wanted.trouble);
    nv_arena_reset(&maker->scratch);
    return is_read ||
           nv_fail(&entry->wanted.trouble, NV_ERROR_ARGUMENT, 0,
                   "The place that belongs to this citation was not found in "
                   "the document; the note stays as it is.");
}

static bool is_found(nv_entry_maker *maker, nv_entry *entry)
{
    nv_wanted *wanted = &entry->wanted;
    const nv_citation_name *name = &entry->parsed;
    nv_draft draft;

    if (!nv_citation_name_read(entry->name, strlen(entry->name),
                               &entry->parsed))
        return false;
    wanted->citation = (nv_citation){
        .quotation = name->quotation,
        .parts = name->parts,
        .language = nv_language_from_tag(name->language, NV_LANGUAGE_EN)};
    if (!find_event(maker, entry) || !read_property(maker, entry))
        return false;
    wanted->citation.event = wanted->event;
    return nv_draft_init(&draft, wanted->registry, &wanted->citation,
                         &wanted->trouble);
}

/* False with NV_ERROR_MEMORY only: what is lost is no error. */
static bool find(nv_entry_maker *maker, nv_entry *entry, nv_error *err)
{
    nv_wanted *wanted = &entry->wanted;

    nv_note_release(&wanted->note);
    free(wanted->text);
    memset(wanted, 0, sizeof *wanted);
    entry->serial = ++maker->serial;
    if (is_found(maker, entry))
        return true;
    wanted->state = NV_STANDING_LOST;
    wanted->registry = NULL;
    wanted->event = NULL;
    wanted->citation.event = NULL;
    return wanted->trouble.code != NV_ERROR_MEMORY || nv_note_no_memory(err);
}

nv_entry *nv_entry_new(nv_entry_maker *maker, const nv_standing *standing,
                       nv_error *err)
{
    nv_entry *entry = calloc(1, sizeof *entry);

    if (!entry) {
        nv_note_no_memory(err);
        return NULL;
    }
    if (copy_standing(entry, standing, err) && find(maker, entry, err))
        return entry;
    nv_entry_free(entry);
    return NULL;
}

void nv_entry_free(nv_entry *entry)
{
    if (!entry)
        return;
    nv_note_release(&entry->wanted.note);
    free(entry->wanted.text);
    free(entry->words);
    free(entry->name);
    free(entry);
}

/* What stands now */

bool nv_entry_is(const nv_entry *entry, const nv_standing *standing)
{
    nv_citation_name other;

    if (strcmp(entry->name, standing->name) != 0 &&
        (strncmp(entry->name, standing->name, BEFORE_CHECKSUM) != 0 ||
         !entry->wanted.event ||
         !nv_citation_name_read(standing->name, strlen(standing->name),
                                &other)))
        return false;
    return same_text(entry->property, standing->property);
}

bool nv_entry_stands(nv_entry_maker *maker, nv_entry *entry,
                     const nv_standing *standing, nv_error *err)
{
    const bool is_named = strcmp(entry->name, standing->name) == 0;
    const uint64_t serial = entry->serial;

    if (!is_named || strcmp(entry->text, standing->text) != 0 ||
        entry->looks != standing->looks) {
        if (!copy_standing(entry, standing, err))
            return false;
        if (!is_named && entry->wanted.event)
            nv_citation_name_read(entry->name, strlen(entry->name),
                                  &entry->parsed);
    }
    if (entry->wanted.event)
        return true;
    if (!find(maker, entry, err))
        return false;
    if (!entry->wanted.event)
        entry->serial = serial;
    return true;
}

/* What should stand */

bool nv_entry_take_note(nv_entry *entry, nv_note *note, nv_error *err)
{
    nv_wanted *wanted = &entry->wanted;

    nv_note_release(&wanted->note);
    free(wanted->text);
    wanted->note = *note;
    wanted->note.is_unchecked =
        nv_note_is_unchecked(wanted->registry, &wanted->citation);
    wanted->text = nv_note_text(note);
    entry->is_judged = false;
    return wanted->text || nv_note_no_memory(err);
}

/* Whether the text is what the citation would say as the first of its document.
 * That is nobody's but ours, whatever checksum the name has. False with
 * NV_ERROR_MEMORY. */
static bool find_first_form(const nv_entry *entry, nv_note_style *style,
                            bool *is_first, nv_error *err)
{
    const nv_wanted *wanted = &entry->wanted;
    nv_note note;
    char *text;

    if (!nv_note_write(wanted->registry, &wanted->citation, style, &note, err))
        return false;
    text = nv_note_text(&note);
    *is_first = text && strcmp(text, entry->text) == 0;
    nv_note_release(&note);
    if (!text)
        return nv_note_no_memory(err);
    free(text);
    return true;
}

static bool has_other_looks(const nv_entry *entry)
{
    const nv_note *note = &entry->wanted.note;

    return entry->looks &&
           entry->looks != nv_note_looks(note->runs, note->count);
}

static bool has_own_checksum(const nv_entry *entry)
{
    char found[8];

    nv_citation_checksum(entry->text, strlen(entry->text), found);
    return entry->parsed.checksum[0] == '\0' ||
           strcmp(entry->parsed.checksum, found) == 0;
}

static bool find_state(nv_entry *entry, nv_note_style *style, nv_error *err)
{
    nv_wanted *wanted = &entry->wanted;
    bool is_ours = true;

    wanted->state = NV_STANDING_RIGHT;
    if (strcmp(entry->text, wanted->text) == 0) {
        if (has_other_looks(entry))
            wanted->state = NV_STANDING_STALE;
        return true;
    }
    if (!has_own_checksum(entry) &&
        !find_first_form(entry, style, &is_ours, err))
        return false;
    wanted->state = is_ours ? NV_STANDING_STALE : NV_STANDING_BY_HAND;
    return true;
}

bool nv_entry_judge(nv_entry *entry, nv_note_style *const styles[],
                    nv_error *err)
{
    nv_citation_name name = entry->parsed;
    nv_wanted *wanted = &entry->wanted;

    if (entry->is_judged || !wanted->event)
        return true;
    if (!find_state(entry, styles[wanted->citation.language], err))
        return false;
    nv_citation_checksum(wanted->text, strlen(wanted->text), name.checksum);
    nv_citation_name_write(&name, wanted->name);
    entry->is_judged = true;
    return true;
}
