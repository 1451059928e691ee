/* SPDX-License-Identifier: MPL-2.0 */
/* What the files of say.h say several things with. */
#ifndef NV_SIDEBAR_SAY_PARTS_H
#define NV_SIDEBAR_SAY_PARTS_H

#include "sidebar/phrases.h"

/* Adds a phrase with one value or two; NULL for what it has no place for. */
void nv_say_filled(nv_buffer *out, const nv_phrases *phrases, nv_phrase phrase,
                   const char *first, const char *second);

/* Begins a line: nothing but the first one needs a break before it. */
void nv_say_new_line(nv_buffer *out);

/* Adds the beginning of a long text, cut at a space, with an ellipsis. */
void nv_say_shortened(nv_buffer *out, const char *text);

/* A date of the record, or two; `end` is NULL for what is no span. */
void nv_say_span(nv_buffer *out, const nv_phrases *phrases, const char *iso,
                 const char *end);

/* A name of a registry as a language has it; borrowed. */
const char *nv_say_name(const nv_registry *registry, nv_language language,
                        const char *canonical);

#endif
