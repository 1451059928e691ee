/* SPDX-License-Identifier: MPL-2.0 */
/* From an event, and what the writer ticked, to the text of a note.
 *
 * A note is a list of runs of text with marks for italics and language; it
 * names the document only by its recorded `document` fields, prints only dates,
 * wordings and sources that are recorded, and says of each wording how it
 * reached us. What it looks like is the affair of a CSL style (library.h). */
#ifndef NV_NOTE_NOTE_H
#define NV_NOTE_NOTE_H

#include "base/error.h"
#include "citation/text.h"
#include "note/library.h"
#include "registry/registry.h"
#include "words/words.h"

/* What a note may hold beside the name of the document; a set of bits. */
typedef enum {
    NV_PART_DATE = 1,
    NV_PART_SIGNATORIES = 2,
    NV_PART_WORDING = 4,
    NV_PART_SOURCE = 8,
    NV_PART_ALL = 15
} nv_part;

/* What the writer asks for. All pointers are borrowed for the call. */
typedef struct {
    const nv_event *event;
    int quotation;        /* number of the wording chosen, 0: none */
    unsigned parts;       /* nv_part bits; a part that is unavailable is
                             left out of the note */
    nv_language language; /* of the note; what is recorded in English and
                             French only is English in the others */
    nv_locator locator;   /* typed by the writer; label NULL: none */
    const char *source;   /* key of a source chosen by hand, or NULL; a wording
                              brings its own */
    int date_variant;     /* 1-based: print this variant, with its word, in
                             place of date.iso; 0: date.iso */
    const char *prefix, *suffix; /* of the writer's: "see", "on the refusal";
                                    UTF-8 without markup; NULL or "": none */
} nv_citation;

/* A stretch of the note. */
typedef struct {
    const char *text;     /* UTF-8, never empty */
    unsigned format;      /* visible bits of nv_csl_format; NV_CSL_QUOTED is
                             recorded wording without its marks */
    const char *language; /* BCP 47, or NULL: the note's own */
} nv_run;

typedef struct {
    nv_run *runs;
    size_t count;
    const char *joint; /* in a document: what stands between it and the note
                          before it, which it is joined to, plain UTF-8; NULL:
                          it is not */
    bool is_unchecked; /* the source printed was not checked: list and preview
                          say "pages not checked" */
    void *memory;      /* the note's own; see nv_note_release() */
} nv_note;

/* Writes the note as the first of its document, in the language of the style
 * (citation->language must be the same). Returns false with *err set
 * (NV_ERROR_ARGUMENT: the quotation is not there or never offered, or the event
 * is no document and has no source that can be cited; NV_ERROR_MEMORY) and then
 * leaves *note empty. */
bool nv_note_write(const nv_registry *registry, const nv_citation *citation,
                   nv_note_style *style, nv_note *note, nv_error *err);

/* A citation where it stands in a document. */
typedef struct {
    const nv_registry *registry;
    nv_citation citation; /* event NULL: no citation of ours, or one that can't
                             be read; it only parts the others */
    int32_t note;   /* number of its note, counted from 1 over all notes, also
                       those of others; 0: in the text */
    bool is_alone;  /* nothing else is in its note: ibid. may follow */
    bool is_joined; /* to the one before it in the same note: both are one
                       cluster of the style, which parts them by its delimiter.
                       No effect behind one without event, and in a style that
                       leaves out cites between others ("[1-3]"): there each is
                       a cluster of its own */
    bool is_open;   /* the writer's own words follow in the sentence: without
                       the style's last full stop. Of joined ones the last
                       counts */
    bool is_inside; /* they stand before it: without the capital at its head. Of
                       joined ones the first counts */
} nv_noted;

/* What the style puts between two citations that are joined, as a rule: "; ".
 * Plain UTF-8, the style's. A writer's own mark takes its place (nv_note.joint
 * says what becomes of it). */
const char *nv_note_joint(const nv_note_style *style);

/* Whether what stands between two citations of one note is nothing but a joint:
 * the style's, or a semicolon or comma with space, which stays a joint when the
 * style is another. Anything else is the writer's. */
bool nv_note_is_joint(const nv_note_style *style, const char *between);

/* What a note looks like, for comparing: the lengths of its stretches of one
 * look and the looks (italic, bold, underlined, small capitals, raised or
 * lowered); the same wherever runs of one look are cut. Never 0. */
uint64_t nv_note_looks(const nv_run runs[], size_t count);

/* The notes of a whole document in their order, so that a later one is short or
 * says ibid., and its bibliography, an entry a note; entries that say the same
 * stand once. `notes` has room for `count`; one without event stays empty.
 * Of joined ones each note is what the cluster says for it; the first has what
 * the style puts before a cluster, the last what it puts behind.
 * `bibliography` may be NULL; else it gets NULL or the entries, *entry_count of
 * them, for free() after each was released. False as above; then all are
 * empty. */
bool nv_notes_write(const nv_noted noted[], size_t count, nv_note_style *style,
                    nv_note notes[], nv_note **bibliography,
                    size_t *entry_count, nv_error *err);

/* Gives back the runs; an all-zero note is fine. */
void nv_note_release(nv_note *note);

/* The plain text of the note: a UTF-8 string the caller frees with free(), or
 * NULL when memory runs out. */
char *nv_note_text(const nv_note *note);

/* Whether `part` (one of the four) can be had for this citation. When not,
 * *why is the reason: one short sentence that a person reads beside the check
 * box. */
bool nv_note_has_part(const nv_registry *registry, const nv_citation *citation,
                      nv_part part, nv_word *why);

/* Wordings of the event that may be offered, in the order of the panel: the
 * document's own first, then `language` first, originals before translations.
 * Writes at most `max` pointers, returns how many there are in all. */
size_t nv_note_wordings(const nv_event *event, nv_language language,
                        const nv_quotation *wordings[], size_t max);

/* The source a note of this citation would print; NULL if none can, and for a
 * treaty that is cited by its series ("34 U.N.T.S. 243"): NV_PART_SOURCE then
 * is available all the same. With a wording it is always where that was read,
 * whatever source was chosen. */
const nv_source *nv_note_source(const nv_citation *citation);

#endif
