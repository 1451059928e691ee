/* SPDX-License-Identifier: MPL-2.0 */
/* What a quotation in the text looks like: its marks, whether it is a block,
 * which words stand in the text and which in the note. Plain C, no office. The
 * rules are those of /research/citation-rules.md §19, table in quoting.c. */
#ifndef NV_NOTE_QUOTING_H
#define NV_NOTE_QUOTING_H

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
} nv_quoting;

/* A stretch of what goes into the text. */
typedef struct {
    const char *text;     /* UTF-8, never empty */
    const char *language; /* BCP 47; NULL: the paragraph's */
} nv_quoted_run;

typedef struct {
    nv_quoted_run *runs; /* marks are runs of their own in the paragraph's
                            language */
    size_t count;
    bool is_block;
    bool is_call_inside;  /* the call of the note goes before the last mark of
                             the words */
    nv_citation citation; /* what the note then cites, texts are the struct's */
    void *memory;
} nv_quoted;

/* Works it out for a paragraph in `language` and a style by its id (ours by the
 * table, others by that of their language). False with *err set:
 * NV_ERROR_ARGUMENT (no wording chosen, or one that may not be offered),
 * NV_ERROR_MEMORY; *quoted is then empty. */
bool nv_quoting_write(const nv_citation *citation, const nv_quoting *quoting,
                      nv_language language, const char *style,
                      nv_quoted *quoted, nv_error *err);
void nv_quoted_release(nv_quoted *quoted);

#endif
