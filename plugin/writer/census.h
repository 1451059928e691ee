/* SPDX-License-Identifier: MPL-2.0 */
/* The citations that stand in a document, in the order of its notes: for the
 * inside of this room. Reads, and changes nothing in the document.
 *
 * A census can be kept from act to act (model.h). It therefore holds no ranges
 * of text, each of which slows Writer's own editing, and no bookmarks, which
 * are dead after an Undo: they are looked up by their names. */
#ifndef NV_WRITER_CENSUS_H
#define NV_WRITER_CENSUS_H

#include "css.h"
#include "note/apparatus.h"
#include "uno/uno.h"

/* A footnote or an endnote. */
typedef struct {
    css_text_XText *inside; /* owned: UNO gives one address to one object as
                               long as somebody holds it */
    char *text;             /* all of it, owned */
} nv_census_note;

/* All zero is an empty one. */
typedef struct {
    css_frame_XModel *model; /* borrowed */
    nv_standing *standing;   /* texts are the census's */
    bool *is_short; /* of each: a filter cut its bookmark short (mend.h) */
    size_t count, capacity;
    size_t in_text;        /* how many stand in no note */
    nv_census_note *notes; /* footnotes in their order, then endnotes */
    size_t note_count, note_capacity;
    sal_Int32 footnotes;              /* how many of them are */
    css_container_XNameAccess *names; /* the document's bookmarks, owned */
    sal_Int32 name_count;             /* of all of them, others' too */
    uint64_t name_sum;                /* nv_census_sum() over all of them */
} nv_census;

/* Counts the citations of a document: bookmarks whose names
 * nv_citation_name_read() knows and that hold text. Footnotes come in their
 * order, then endnotes; citations in the running text stand before the first
 * footnote that is behind them, those in frames and headers at the end. Takes
 * time in proportion to the notes and bookmarks, a few dozen microseconds each.
 * False with *err set (NV_ERROR_UNO, NV_ERROR_MEMORY); the caller releases it
 * either way. err is not NULL. */
bool nv_census_take(nv_census *census, css_frame_XModel *model, nv_error *err);

void nv_census_release(nv_census *census);

/* The bookmark of a citation; an error when there is none of its name any more.
 * Owned; NULL with *err set, as below. */
css_text_XTextContent *nv_census_bookmark(const nv_census *census, size_t index,
                                          nv_error *err);

/* The text of a citation, all of it also where its bookmark is short. */
css_text_XTextRange *nv_census_range(const nv_census *census, size_t index,
                                     nv_error *err);

/* Whether all is still so: the same notes in the same order with the same text,
 * bookmarks of the same names, the same text around citations that stand in no
 * note. Two questions a note. Goes on from *at (0 at first) for about
 * `milliseconds` (0: to the end) and moves *at; *at is SIZE_MAX at the end.
 * False when something is different, or a deletion is recorded, and with *err
 * set when the office fails; err is not NULL. */
bool nv_census_check(const nv_census *census, size_t *at, double milliseconds,
                     nv_error *err);

/* Keeping it true while an act of ours writes; none of these reads the whole
 * document. Each does nothing once *err is set. */

/* A footnote was inserted that is to hold one citation, `standing` but for its
 * note's number, whose texts are copied; nothing stands in the text
 * (`in_text`). *index: its place. */
void nv_census_add(nv_census *census, const nv_standing *standing,
                   size_t *index, nv_error *err);

/* The citation was written anew: its bookmark is called `name` now, its text is
 * `says`. */
void nv_census_follow(nv_census *census, size_t index, const char *name,
                      const char *says, nv_error *err);

/* A figure for one bookmark's name; added up they show that one has changed. */
uint64_t nv_census_sum(const rtl_uString *name);

#endif
