/* SPDX-License-Identifier: MPL-2.0 */
/* What the suite writes as JSON, in the terms of the processor. */
#ifndef NV_CITATION_SUITE_CITES_H
#define NV_CITATION_SUITE_CITES_H

#include "base/json.h"
#include "citation/processor.h"

/* How many values are in an array; 0 for NULL. */
size_t nv_csl_suite_length(const nv_json *list);

/* A member that is a text or a number, as text; NULL if it is none or empty.
 * The suite has both for one thing. */
const char *nv_csl_suite_word(const nv_json *object, const char *name);

/* The cites of a list, which may be NULL; NULL without memory. Texts are
 * borrowed. */
const nv_csl_cite *nv_csl_suite_cites(const nv_json *list, nv_arena *arena);

#endif
