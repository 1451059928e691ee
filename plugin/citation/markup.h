/* SPDX-License-Identifier: MPL-2.0 */
/* The tags that the text of a field may hold: see item.h. */
#ifndef NV_CITATION_MARKUP_H
#define NV_CITATION_MARKUP_H

#include "citation/draft.h"

enum { NV_CSL_MARKUP_COUNT = 10 }; /* kinds of tags */

/* A tag in a text. */
typedef struct {
    size_t len;  /* bytes; 0: there is none */
    size_t kind; /* below NV_CSL_MARKUP_COUNT; closing ones are shared, and have
                  * that of the first */
    bool is_open;
    const char *language; /* that an opening one names, language_len bytes;
                           * NULL: none */
    size_t language_len;
} nv_csl_markup;

/* The tag that begins at `at`, before `end`. */
nv_csl_markup nv_csl_markup_at(const char *at, const char *end);

/* Bytes of the tags that follow one another at `at`. */
size_t nv_csl_markup_skip(const char *at, const char *end);

/* What a kind opens, but for the language. */
const nv_csl_frame *nv_csl_markup_frame(size_t kind);

/* Does the closing tag of `kind` end what `opened` has opened? */
bool nv_csl_markup_ends(size_t kind, size_t opened);

/* Appends the opening tag; `language` is what it names, if it does. */
void nv_csl_markup_add(size_t kind, const char *language, nv_buffer *out);

#endif
