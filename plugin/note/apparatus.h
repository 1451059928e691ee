/* SPDX-License-Identifier: MPL-2.0 */
/* The citations of one document: what each of them says, and what it should
 * say now that others stand before it.
 *
 * Plain C without an office: the caller tells what stands in the document
 * (writer/census.h reads it), and is told what to write. An apparatus may be
 * told again and again, and then works out what has changed; the result is
 * what a new one would give, so that it never depends on how it came about. */
#ifndef NV_NOTE_APPARATUS_H
#define NV_NOTE_APPARATUS_H

#include "note/citation_name.h"
#include "note/library.h"
#include "note/note.h"
#include "registry/packs.h"

/* A citation as it stands in the document. Texts are UTF-8, borrowed for the
 * call. */
typedef struct {
    const char *name;     /* of its bookmark */
    const char *property; /* value that belongs to it; NULL: none was found */
    const char *text;     /* what it says now */
    int32_t note;  /* number of its note, counted from 1 over all footnotes of
                      the document, endnotes after them, also those of others;
                      0: it stands in the text */
    bool is_alone; /* nothing but this citation, and space, is in its note */
    const char *before; /* text of its note, or paragraph, between it and the
                           citation before it there, or the beginning. Nothing
                           but a joint (nv_note_is_joint()) makes both a cluster
                           of the style. Words whose sentence goes on into it
                           leave out the capital at its head. NULL: unknown, and
                           it is neither */
    const char *after;  /* likewise behind it. Where the sentence goes on, the
                           style's full stop is left out; NULL: unknown, and it
                           is not */
    uint64_t looks; /* nv_note_looks() of what it says now; 0: unknown. One that
                       differs makes a text that is right stale: a change of
                       style may be one of italics only */
} nv_standing;

typedef enum {
    NV_STANDING_RIGHT,   /* it says what it should */
    NV_STANDING_STALE,   /* it should say something else */
    NV_STANDING_BY_HAND, /* the writer changed it: its text has not the checksum
                            of its name, nor is it what the citation would say
                            alone, which a recorded change that was rejected
                            brings back. Left alone */
    NV_STANDING_LOST,    /* event, pack, wording, source or property is not to
                            be found: left alone */
    NV_STANDING_STATE_COUNT
} nv_standing_state;

/* What it should say. */
typedef struct {
    nv_standing_state state;
    const nv_registry *registry; /* NULL, as event, when lost */
    const nv_event *event;
    nv_citation citation; /* as name and property say; texts are the
                             apparatus's */
    nv_note note;         /* empty when lost; with the joint before it */
    char *text;           /* of the note; NULL when lost */
    char name[NV_CITATION_NAME_MAX + 1]; /* what the bookmark is called once
                                            `text` is written; tail unchanged */
    nv_error trouble;                    /* of one that is lost: a sentence */
} nv_wanted;

/* What notes are written from. All borrowed; it outlives the apparatus, which
 * has to be made anew when packs, library or styles are others. */
typedef struct {
    const nv_packs *packs;
    nv_library *library;
    const char *styles[NV_LANGUAGE_COUNT]; /* the id of the one for the notes of
                                              each language */
} nv_means;

typedef struct nv_apparatus nv_apparatus;

/* Works out all citations of a document, which are handed over in its order.
 * The language of each is that of its name. NULL with *err set: what
 * nv_library_style() gives, NV_ERROR_MEMORY. */
nv_apparatus *nv_apparatus_new(const nv_means *means,
                               const nv_standing standing[], size_t count,
                               nv_error *err);
void nv_apparatus_free(nv_apparatus *apparatus);

/* The same document as it stands now, with the same means. What few citations
 * have changed costs little; none at all, less. False with *err set as above;
 * the apparatus is then one of a document without citations, and may be updated
 * again. */
bool nv_apparatus_update(nv_apparatus *apparatus, const nv_standing standing[],
                         size_t count, nv_error *err);

/* The citation standing[index]; borrowed until the next update. */
const nv_wanted *nv_apparatus_wanted(const nv_apparatus *apparatus,
                                     size_t index);

/* All citations as nv_notes_write() takes them, *count of them, one for each
 * standing[index]; lost ones without event. Borrowed until the next update. */
const nv_noted *nv_apparatus_noted(const nv_apparatus *apparatus,
                                   size_t *count);

/* How many there are, and how many in each state. */
typedef struct {
    size_t citations;
    size_t rewritten; /* NV_STANDING_STALE: they are, or are to be, written */
    size_t by_hand, lost;
} nv_refreshed;

nv_refreshed nv_apparatus_count(const nv_apparatus *apparatus);

#endif
