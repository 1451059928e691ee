/* SPDX-License-Identifier: MPL-2.0 */
/* A style as the files of this room see it: library.c makes it. */
#ifndef NV_NOTE_STYLE_H
#define NV_NOTE_STYLE_H

#include "citation/lexicon.h"
#include "citation/processor.h"
#include "note/library.h"

struct nv_note_style {
    const nv_library_entry *entry;
    nv_language language;          /* of the notes */
    const nv_csl_style *style;     /* of the entry or of its parent */
    const nv_csl_lexicon *lexicon; /* the style in the language */
    nv_csl_processor *previews;    /* without items or clusters of its own */
};

#endif
