/* SPDX-License-Identifier: MPL-2.0 */
/* What a quotation in the text looks like: its marks, whether it is a block,
 * which words stand in the text and which in the note. Plain C, no office.
 *
 * Limits and the place of the call are rules of manuals and of languages, in
 * the tables of quoting.c; marks are those of the style in the paragraph's
 * language. The wording is printed as it is recorded but for its marks,
 * apostrophes and spaces: no capital is changed, nothing is added in brackets,
 * no "sic". */
#ifndef NV_NOTE_QUOTING_H
#define NV_NOTE_QUOTING_H

#include "base/arena.h"
#include "note/apparatus.h"
#include "note/note.h"

/* What the writer wants in the text. */
typedef enum {
    NV_QUOTING_WORDING,     /* the chosen wording itself */
    NV_QUOTING_TRANSLATION, /* a recorded translation of it; the chosen wording
                               stands in the note, the translator is named */
    NV_QUOTING_OWN          /* the writer's own translation; the wording stands
                               in the note with "my translation" behind it */
} nv_quoting_kind;

typedef struct {
    nv_quoting_kind kind;
    int translation; /* NV_QUOTING_TRANSLATION: number of that wording */
    const char *own; /* NV_QUOTING_OWN: UTF-8, borrowed */
    bool is_run_in;  /* never a block: in a note, a header, a frame */
    char stop; /* '.', ',' … if the text goes on with that mark of punctuation;
                  0: it does not. Set by who knows the text */
} nv_quoting;

/* A stretch of what goes into the text. */
typedef struct {
    const char *text;     /* UTF-8, never empty */
    const char *language; /* BCP 47; NULL: the paragraph's */
} nv_quoted_run;

enum { NV_QUOTED_CITATIONS = 2 };

/* All zero is nothing. Texts are the struct's. */
typedef struct {
    nv_quoted_run *runs; /* outer marks are runs of their own, in the
                                  paragraph's language */
    size_t count;
    size_t behind; /* the runs from here on stand behind the `stop` that was
                      told of; count: none does */
    size_t call;   /* the call of the note stands before this run; count: behind
                      them all */
    bool is_call_behind_stop; /* and then also behind that mark */
    bool is_block;
    nv_citation citations[NV_QUOTED_CITATIONS]; /* what the note cites; a second
                                                   one is joined to the first */
    size_t citation_count;
    nv_arena memory;
} nv_quoted;

/* Works it out for a paragraph in `language`, in the style that `means` has for
 * it. False with *err set: NV_ERROR_ARGUMENT (no wording chosen, one that may
 * not be offered, no words of the writer's), what nv_library_style() gives,
 * NV_ERROR_MEMORY; *quoted is then empty. */
bool nv_quoting_write(const nv_means *means, const nv_citation *citation,
                      const nv_quoting *quoting, nv_language language,
                      nv_quoted *quoted, nv_error *err);
void nv_quoted_release(nv_quoted *quoted);

#endif
