/* SPDX-License-Identifier: MPL-2.0 */
/* The official CSL test suite, as `nv csl FOLDER` runs it: it only sees the
 * public headers of the processor. It is no part of the extension. */
#ifndef NV_CITATION_SUITE_SUITE_H
#define NV_CITATION_SUITE_SUITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/json.h"
#include "citation/style.h"

/* One file of the suite. Texts are in the arena, NULL where the file has no
 * such section; sections are ">>===== NAME =====>>" to "<<===== NAME =====<<",
 * with any number of "=". */
typedef struct {
    const char *mode;   /* "citation", "bibliography", also with -nosort,
                         * -header */
    const char *result; /* without the line break before its end */
    const char *csl;
    const char *input;          /* items */
    const char *citation_items; /* a list of lists of cites */
    const char *citations;  /* a list of [cluster, before, after]: `before` and
                             * `after` are lists of [id, note] and say what the
                             * document holds at that moment */
    const char *bibentries; /* a list of lists of ids: the last is the
                             * bibliography */
    const char *bibsection; /* filters: include, exclude, select, quash */
    const char *abbreviations, *options;
} nv_csl_suite_test;

/* NULL with *err: NV_ERROR_FORMAT without CSL, INPUT, MODE or RESULT, or with a
 * section that does not end; NV_ERROR_MEMORY. */
const nv_csl_suite_test *nv_csl_suite_read(const char *text, size_t len,
                                           nv_arena *arena, nv_error *err);

/* Locales by file: FOLDER/locales-xx-YY.xml, each compiled when it is first
 * wanted and kept. */
typedef struct nv_csl_suite_locales nv_csl_suite_locales;
nv_csl_suite_locales *nv_csl_suite_locales_open(const char *folder,
                                                nv_error *err);
void nv_csl_suite_locales_close(nv_csl_suite_locales *locales);
/* NULL: no such file (no error) or *err. Borrowed. */
const nv_csl_locale *nv_csl_suite_locales_find(nv_csl_suite_locales *locales,
                                               const char *tag, nv_error *err);

/* Appends what the processor makes of the test, in the form of its RESULT:
 * - citation mode, no section of cites: one cluster of all items;
 * - CITATION-ITEMS: each list a preview, one line each;
 *   (a "position" in them is 0 first, 1 subsequent, 2 ibid, 3 with locator);
 * - CITATIONS: each entry applied in turn; then a line for each cluster, "[i] "
 *   after ">>" if the last change touched it and ".." if not;
 * - bibliography mode: HTML of the bibliography.
 * In all but CITATIONS every item of INPUT is known as uncited beforehand. */
bool nv_csl_suite_run(const nv_csl_suite_test *test,
                      nv_csl_suite_locales *locales, nv_buffer *out,
                      nv_error *err);

/* Runs every FOLDER/NAME.txt and prints a line per test, "ok - NAME" or "not ok
 * - NAME: expected ..., got ...", then "N passed, N failed". A test whose name
 * is in the file `known` (lines "NAME: reason"; NULL: no file) may fail, and
 * must: one that passes has to leave the list. Returns the number of tests that
 * are not as they should be, or -1 with *err. */
int nv_csl_suite_folder(const char *folder, const char *locales,
                        const char *known, bool is_verbose, nv_error *err);

#endif
