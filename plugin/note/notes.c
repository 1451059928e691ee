/* SPDX-License-Identifier: MPL-2.0 */
/* The notes of a whole document and its bibliography. See note.h. */
#include "note/note.h"

#include <stdlib.h>
#include <string.h>

#include "note/note_text.h"
#include "note/sequence.h"
#include "note/style.h"

/* All at once: none of them is one of another time. */
static bool update(nv_note_sequence *sequence, const nv_noted noted[],
                   size_t count, nv_error *err)
{
    uint64_t *serials = malloc((count + 1) * sizeof *serials);
    bool is_done;

    if (!serials)
        return nv_note_no_memory(err);
    for (size_t i = 0; i < count; i++)
        serials[i] = i + 1;
    is_done = nv_note_sequence_update(sequence, noted, serials, count, err);
    free(serials);
    return is_done;
}

static bool copy_notes(const nv_note_sequence *sequence, const nv_noted noted[],
                       size_t count, nv_note notes[], nv_error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (!noted[i].citation.event)
            continue;
        if (!nv_note_sequence_read(sequence, i, &notes[i], err))
            return false;
        notes[i].is_unchecked =
            nv_note_is_unchecked(noted[i].registry, &noted[i].citation);
    }
    return true;
}

static void release_all(nv_note notes[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        nv_note_release(&notes[i]);
}

/* Entries that say the same stand once: several documents of one edition, where
 * a style lists editions. */
static bool copy_bibliography(nv_csl_processor *processor, nv_language language,
                              nv_note **entries, size_t *count, nv_error *err)
{
    nv_csl_bibliography all;
    nv_note *copies;
    size_t used = 0;

    if (!nv_csl_processor_bibliography(processor, &all, err))
        return false;
    copies = calloc(all.count + 1, sizeof *copies);
    if (!copies)
        return nv_note_no_memory(err);
    for (size_t i = 0; i < all.count; i++) {
        if (i &&
            nv_csl_text_equals(all.entries[i].text, all.entries[i - 1].text))
            continue;
        if (!nv_note_of_text(all.entries[i].text, NULL, language, &copies[used],
                             err)) {
            release_all(copies, used);
            free(copies);
            return false;
        }
        used++;
    }
    *entries = copies;
    *count = used;
    return true;
}

bool nv_notes_write(const nv_noted noted[], size_t count, nv_note_style *style,
                    nv_note notes[], nv_note **bibliography,
                    size_t *entry_count, nv_error *err)
{
    nv_note_sequence *sequence = nv_note_sequence_new(style, err);
    bool is_done;

    memset(notes, 0, count * sizeof *notes);
    if (bibliography) {
        *bibliography = NULL;
        *entry_count = 0;
    }
    is_done =
        sequence && update(sequence, noted, count, err) &&
        copy_notes(sequence, noted, count, notes, err) &&
        (!bibliography ||
         copy_bibliography(nv_note_sequence_processor(sequence),
                           style->language, bibliography, entry_count, err));
    if (!is_done)
        release_all(notes, count);
    nv_note_sequence_free(sequence);
    return is_done;
}
