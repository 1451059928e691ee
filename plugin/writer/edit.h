/* SPDX-License-Identifier: MPL-2.0 */
/* Citations that stand in the document already: finding the one at the caret,
 * changing it, taking it out, making plain text of it.
 *
 * Each act is one step of Undo in which the other citations follow; `words` and
 * errors are as in document.h, NV_ERROR_ARGUMENT besides when no citation of
 * that name is in the document any more. A citation is meant by the name of its
 * bookmark, ASCII. */
#ifndef NV_WRITER_EDIT_H
#define NV_WRITER_EDIT_H

#include "writer/document.h"

/* A citation of the document. */
typedef struct {
    char *name;                  /* of its bookmark; NULL: there is none */
    char *text;                  /* what it says now, UTF-8 */
    int32_t note;                /* number of its note; 0: in the text */
    nv_standing_state state;     /* RIGHT also stands for stale here: whether it
                                    is takes the whole document to say */
    const nv_registry *registry; /* NULL, as citation.event: lost */
    nv_citation citation;        /* texts are the struct's */
    nv_error trouble;            /* why it is lost: a sentence; else NV_OK */
    void *memory;
} nv_found_citation;

/* The citation around the caret, or beside it where only one touches it. Reads
 * its note alone: that costs the same in a long document. Returns false with
 * *err set when the office fails; *found->name is NULL when the caret is in
 * none. The caller releases it either way. */
bool nv_writer_find(nv_essay *essay, const nv_means *means,
                    nv_found_citation *found, nv_error *err);
void nv_found_citation_release(nv_found_citation *found);

/* Puts another citation in the place of one, also of one that was changed by
 * hand: so "write it as it should be" is an edit that changes nothing else. It
 * has another name afterwards. This and the next three give NV_ERROR_PLACE,
 * too, where it goes over several paragraphs, shares text with another citation
 * or is in a protected place. */
bool nv_writer_edit(nv_essay *essay, const nv_means *means, const char *name,
                    const nv_registry *registry, const nv_citation *citation,
                    nv_tongue words, nv_error *err);

/* Adds a citation behind one, in the same note or parenthesis, parted as the
 * style parts them. */
bool nv_writer_add(nv_essay *essay, const nv_means *means, const char *name,
                   const nv_registry *registry, const nv_citation *citation,
                   nv_tongue words, nv_error *err);

/* Exchanges a citation with the one before (by -1) or behind it (by 1) in the
 * same note, in the text only one that is joined to it; NV_ERROR_ARGUMENT when
 * there is none, NV_ERROR_PLACE when one of the two was changed by hand or is
 * lost. Words between them stay where they are. */
bool nv_writer_move(nv_essay *essay, const nv_means *means, const char *name,
                    int by, nv_tongue words, nv_error *err);

/* Takes a citation out, with what joins it to another one; its note goes with
 * it when nothing but space would be left, and so does a space that would part
 * nothing. */
bool nv_writer_remove(nv_essay *essay, const nv_means *means, const char *name,
                      nv_tongue words, nv_error *err);

/* Makes plain text of one citation, or of all (name NULL): the text and its
 * look stay, the bookmarks go. *count (may be NULL): how many. */
bool nv_writer_unlink(nv_essay *essay, const nv_means *means, const char *name,
                      nv_tongue words, size_t *count, nv_error *err);

/* Selects the text of a citation in the window and scrolls there. No act:
 * nothing is written. */
bool nv_writer_show(nv_essay *essay, const char *name, nv_error *err);

#endif
