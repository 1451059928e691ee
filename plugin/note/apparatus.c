/* SPDX-License-Identifier: MPL-2.0 */
/* See apparatus.h. */
#include "note/apparatus.h"

#include <stdlib.h>
#include <string.h>

#include "note/apparatus_entry.h"
#include "note/joint.h"
#include "note/meeting.h"
#include "note/note_text.h"
#include "note/sequence.h"

struct nv_apparatus {
    nv_entry_maker maker;
    nv_entry **entries; /* in the order of the document */
    nv_noted *noted;
    uint64_t *serials; /* of the entries, when the notes were written */
    size_t count;
    size_t room;                              /* in noted[] and serials[] */
    nv_note_style *styles[NV_LANGUAGE_COUNT]; /* NULL: not spoken */
    nv_note_sequence *sequences[NV_LANGUAGE_COUNT];
};

/* Life cycle */

static void free_entries(nv_entry **entries, size_t count)
{
    for (size_t i = 0; entries && i < count; i++)
        nv_entry_free(entries[i]);
    free(entries);
}

static void clear(nv_apparatus *apparatus)
{
    free_entries(apparatus->entries, apparatus->count);
    free(apparatus->noted);
    free(apparatus->serials);
    apparatus->entries = NULL;
    apparatus->noted = NULL;
    apparatus->serials = NULL;
    apparatus->count = apparatus->room = 0;
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++) {
        nv_note_sequence_free(apparatus->sequences[i]);
        apparatus->sequences[i] = NULL;
    }
}

void nv_apparatus_free(nv_apparatus *apparatus)
{
    if (!apparatus)
        return;
    clear(apparatus);
    nv_arena_release(&apparatus->maker.scratch);
    free(apparatus);
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
    apparatus->maker.means = *means;
    if (nv_apparatus_update(apparatus, standing, count, err))
        return apparatus;
    nv_apparatus_free(apparatus);
    return NULL;
}

/* Which citations there are */

typedef struct {
    nv_entry *const *entries;
    const nv_standing *standing;
} two_orders;

static bool is_same(const void *host, size_t before, size_t after)
{
    const two_orders *orders = host;

    return nv_entry_is(orders->entries[before], &orders->standing[after]);
}

/* Fills next[], to which the entries that stay are moved. */
static bool meet(nv_apparatus *apparatus, const nv_standing standing[],
                 size_t count, nv_entry **next, nv_error *err)
{
    nv_entry **before = apparatus->entries;
    const two_orders both = {before, standing};
    const nv_orders orders = {&both, is_same, apparatus->count, count};
    size_t i = 0, j = 0;

    while (i < apparatus->count || j < count) {
        nv_meeting meeting = nv_find_meeting(&orders, i, j);

        i += meeting.gone;
        for (; meeting.come > 0; meeting.come--, j++) {
            next[j] = nv_entry_new(&apparatus->maker, &standing[j], err);
            if (!next[j])
                return false;
        }
        for (; i < apparatus->count && j < count && is_same(&both, i, j);
             i++, j++) {
            next[j] = before[i];
            before[i] = NULL;
            if (!nv_entry_stands(&apparatus->maker, next[j], &standing[j], err))
                return false;
        }
    }
    return true;
}

static bool take_entries(nv_apparatus *apparatus, const nv_standing standing[],
                         size_t count, nv_error *err)
{
    nv_entry **next = calloc(count + 1, sizeof(nv_entry *));
    bool is_done;

    if (!next)
        return nv_note_no_memory(err);
    is_done = meet(apparatus, standing, count, next, err);
    free_entries(apparatus->entries, apparatus->count);
    apparatus->entries = next;
    apparatus->count = count;
    return is_done;
}

/* Finds the styles of the languages that are spoken. */
static bool take_styles(nv_apparatus *apparatus, nv_error *err)
{
    memset(apparatus->styles, 0, sizeof apparatus->styles);
    for (size_t i = 0; i < apparatus->count; i++) {
        const nv_wanted *wanted = &apparatus->entries[i]->wanted;
        nv_note_style **style = &apparatus->styles[wanted->citation.language];

        if (!wanted->event || *style)
            continue;
        *style =
            nv_entry_style(&apparatus->maker, wanted->citation.language, err);
        if (!*style)
            return false;
    }
    return true;
}

/* Where they stand */

static bool joins(const nv_apparatus *apparatus, const nv_standing *own,
                  size_t index)
{
    const nv_wanted *right = &apparatus->entries[index]->wanted, *left;

    if (index == 0 || !own->before || own->note != own[-1].note ||
        !right->event)
        return false;
    left = &apparatus->entries[index - 1]->wanted;
    return left->event &&
           nv_joint_joins(apparatus->styles[right->citation.language],
                          own[-1].text, left->citation.suffix, own->before,
                          right->citation.prefix);
}

static nv_noted noted_of(const nv_apparatus *apparatus,
                         const nv_standing *standing, size_t index)
{
    const nv_wanted *wanted = &apparatus->entries[index]->wanted;

    return (nv_noted){
        .registry = wanted->registry,
        .citation = wanted->citation,
        .note = standing->note,
        .is_alone = standing->is_alone,
        .is_joined = joins(apparatus, standing, index),
        .is_open = standing->after && nv_joint_is_open(standing->after),
        .is_inside = standing->before && nv_joint_is_inside(standing->before)};
}

static bool stands_as_before(const nv_noted *a, const nv_noted *b)
{
    return a->note == b->note && a->is_alone == b->is_alone &&
           a->is_joined == b->is_joined && a->is_open == b->is_open &&
           a->is_inside == b->is_inside;
}

/* Room for all of them, and some more. */
static bool reserve(nv_apparatus *apparatus, nv_error *err)
{
    const size_t room = apparatus->count + apparatus->count / 8 + 16;
    nv_noted *noted;
    uint64_t *serials;

    if (apparatus->count <= apparatus->room)
        return true;
    noted = realloc(apparatus->noted, room * sizeof *noted);
    apparatus->noted = noted ? noted : apparatus->noted;
    serials = realloc(apparatus->serials, room * sizeof *serials);
    apparatus->serials = serials ? serials : apparatus->serials;
    if (!noted || !serials)
        return nv_note_no_memory(err);
    apparatus->room = room;
    return true;
}

/* Sets *is_same when no citation came or went, and all stand where they did:
 * then every note is what it was. `before` is how many there were. */
static bool take_places(nv_apparatus *apparatus, const nv_standing standing[],
                        size_t before, bool *is_same, nv_error *err)
{
    const size_t count = apparatus->count;

    *is_same = before == count;
    if (!reserve(apparatus, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const uint64_t serial = apparatus->entries[i]->serial;
        const nv_noted noted = noted_of(apparatus, &standing[i], i);

        *is_same = *is_same && serial == apparatus->serials[i] &&
                   stands_as_before(&noted, &apparatus->noted[i]);
        apparatus->serials[i] = serial;
        apparatus->noted[i] = noted;
    }
    return true;
}

/* Writing what they should say */

static bool is_in(const nv_entry *entry, nv_language language)
{
    return entry->wanted.event && entry->wanted.citation.language == language;
}

static bool read_notes(nv_apparatus *apparatus, nv_language language,
                       nv_error *err)
{
    const nv_note_sequence *sequence = apparatus->sequences[language];

    for (size_t i = 0; i < apparatus->count; i++) {
        nv_entry *entry = apparatus->entries[i];
        nv_note note;

        if (is_in(entry, language) &&
            nv_note_sequence_has_changed(sequence, i) &&
            (!nv_note_sequence_read(sequence, i, &note, err) ||
             !nv_entry_take_note(entry, &note, err)))
            return false;
    }
    return true;
}

/* The notes in one language. All citations take part, those of other languages
 * too, since what stands before decides what is said. */
static bool write_in(nv_apparatus *apparatus, nv_language language,
                     nv_error *err)
{
    nv_note_sequence **sequence = &apparatus->sequences[language];

    if (!*sequence)
        *sequence = nv_note_sequence_new(apparatus->styles[language], err);
    return *sequence &&
           nv_note_sequence_update(*sequence, apparatus->noted,
                                   apparatus->serials, apparatus->count, err) &&
           read_notes(apparatus, language, err);
}

static bool write_languages(nv_apparatus *apparatus, nv_error *err)
{
    for (int language = 0; language < NV_LANGUAGE_COUNT; language++) {
        if (!apparatus->styles[language]) {
            nv_note_sequence_free(apparatus->sequences[language]);
            apparatus->sequences[language] = NULL;
        } else if (!write_in(apparatus, (nv_language)language, err)) {
            return false;
        }
    }
    return true;
}

static bool judge_all(nv_apparatus *apparatus, nv_error *err)
{
    for (size_t i = 0; i < apparatus->count; i++)
        if (!nv_entry_judge(apparatus->entries[i], apparatus->styles, err))
            return false;
    return true;
}

bool nv_apparatus_update(nv_apparatus *apparatus, const nv_standing standing[],
                         size_t count, nv_error *err)
{
    const size_t before = apparatus->count;
    bool is_same;

    if (take_entries(apparatus, standing, count, err) &&
        take_styles(apparatus, err) &&
        take_places(apparatus, standing, before, &is_same, err) &&
        (is_same || write_languages(apparatus, err)) &&
        judge_all(apparatus, err))
        return true;
    clear(apparatus);
    return false;
}

/* Reading */

const nv_wanted *nv_apparatus_wanted(const nv_apparatus *apparatus,
                                     size_t index)
{
    return &apparatus->entries[index]->wanted;
}

const nv_noted *nv_apparatus_noted(const nv_apparatus *apparatus, size_t *count)
{
    *count = apparatus->count;
    return apparatus->noted;
}

nv_refreshed nv_apparatus_count(const nv_apparatus *apparatus)
{
    size_t counts[NV_STANDING_STATE_COUNT] = {0};

    for (size_t i = 0; i < apparatus->count; i++)
        counts[apparatus->entries[i]->wanted.state]++;
    return (nv_refreshed){
        .citations = apparatus->count,
        .rewritten = counts[NV_STANDING_STALE],
        .by_hand = counts[NV_STANDING_BY_HAND],
        .lost = counts[NV_STANDING_LOST],
    };
}
