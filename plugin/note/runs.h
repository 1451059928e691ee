/* SPDX-License-Identifier: MPL-2.0 */
/* Writing a note from left to right: text, italics, quotation marks and the
 * punctuation between its elements.
 *
 * The writer of a style says what an element is and where the next one begins;
 * this module knows that English puts a comma inside a closing quotation mark
 * and French outside, that « » hold narrow spaces, that inner marks alternate,
 * and that a note has one full stop. */
#ifndef NV_NOTE_RUNS_H
#define NV_NOTE_RUNS_H

#include "base/buffer.h"
#include "note/note.h"

enum {
    NV_RUNS_MAX = 64,     /* runs of one note */
    NV_RUNS_LANGUAGE = 36 /* bytes of a language tag with its '\0' */
};

/* One run: where its text begins, and what it is. It ends where the next
 * begins. */
typedef struct {
    size_t start;
    nv_run_kind kind;
    char language[NV_RUNS_LANGUAGE]; /* "": the note's own */
} nv_run_mark;

typedef struct {
    nv_language language; /* of the note */
    nv_buffer text;       /* of all runs, one after the other */
    nv_run_mark marks[NV_RUNS_MAX];
    size_t count;
    const char *closing; /* a closing mark that waits for its comma, or NULL */
} nv_runs;

void nv_runs_init(nv_runs *runs, nv_language language);
void nv_runs_release(nv_runs *runs);

/* Adding text. NULL adds nothing. Recorded text gets the no-break spaces, the
 * apostrophes and the superscripts of good print; nothing else is changed. */
void nv_runs_add(nv_runs *runs, const char *text);
void nv_runs_add_title(nv_runs *runs, const char *text);

/* As printf. */
void nv_runs_addf(nv_runs *runs, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* As it stands, without any typography: an address. */
void nv_runs_add_raw(nv_runs *runs, const char *text);

/* A title or recorded words between quotation marks; `language` is theirs, or
 * NULL when it is not recorded. Words lose the point at their end, which the
 * note sets itself. */
void nv_runs_quote_title(nv_runs *runs, const char *text, const char *language);
void nv_runs_quote_words(nv_runs *runs, const char *text, const char *language);

/* What stands between two elements: ", " and " ". Nothing at the head. */
void nv_runs_comma(nv_runs *runs);
void nv_runs_space(nv_runs *runs);

/* Ends the note: a capital at its head, one full stop at its end, and hands the
 * runs to *note. Returns false when memory ran out. */
bool nv_runs_finish(nv_runs *runs, nv_note *note);

#endif
