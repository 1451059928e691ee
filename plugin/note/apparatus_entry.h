/* SPDX-License-Identifier: MPL-2.0 */
/* One citation of an apparatus: what stands, what is cited, what should stand.
 * For apparatus*.c only. */
#ifndef NV_NOTE_APPARATUS_ENTRY_H
#define NV_NOTE_APPARATUS_ENTRY_H

#include "base/arena.h"
#include "note/apparatus.h"

typedef struct {
    nv_wanted wanted;
    nv_citation_name parsed;      /* of the name, if it could be read */
    char *name, *property, *text; /* what stands; owned, one block at `name`;
                                     property may be NULL */
    uint64_t looks;               /* what stands looks like; 0: unknown */
    char *words;                  /* of wanted.citation; owned, or NULL */
    uint64_t serial; /* another one for whatever else is cited; never 0 */
    bool is_judged;  /* the state is that of what stands and is wanted */
} nv_entry;

/* What entries are made from. */
typedef struct {
    nv_means means;
    nv_arena scratch;
    uint64_t serial; /* the last one given */
} nv_entry_maker;

/* A citation that stands in the document: finds what it cites, or why that is
 * lost. NULL with NV_ERROR_MEMORY. */
nv_entry *nv_entry_new(nv_entry_maker *maker, const nv_standing *standing,
                       nv_error *err);
void nv_entry_free(nv_entry *entry);

/* Whether `standing` is the same citation: it cites the same, though its text,
 * and the checksum in its name, may be others. */
bool nv_entry_is(const nv_entry *entry, const nv_standing *standing);

/* Takes over what stands now of the same citation; looks again for what was
 * lost. False with NV_ERROR_MEMORY. */
bool nv_entry_stands(nv_entry_maker *maker, nv_entry *entry,
                     const nv_standing *standing, nv_error *err);

/* Says what should stand: takes the note over, also when it fails with
 * NV_ERROR_MEMORY. */
bool nv_entry_take_note(nv_entry *entry, nv_note *note, nv_error *err);

/* Compares both, if one of them is new; `styles` by language has that of the
 * entry. False with NV_ERROR_MEMORY. */
bool nv_entry_judge(nv_entry *entry, nv_note_style *const styles[],
                    nv_error *err);

/* The style of the notes of a language; NULL as nv_library_style(). */
static inline nv_note_style *nv_entry_style(const nv_entry_maker *maker,
                                            nv_language language, nv_error *err)
{
    return nv_library_style(maker->means.library, maker->means.styles[language],
                            language, err);
}

#endif
