/* SPDX-License-Identifier: MPL-2.0 */
/* Characters of UTF-8 text, as far as citations tell them apart. */
#ifndef NV_CITATION_CHARACTERS_H
#define NV_CITATION_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* The character at `at`, before `end`, becomes *c, and its length in bytes is
 * returned: at least 1, so that a loop gets on. A byte that is no UTF-8 is
 * '?'; at the end it is a space. */
size_t nv_csl_character(const char *at, const char *end, int32_t *c);

/* The same for the character that ends at `at`, after `begin`. */
size_t nv_csl_character_before(const char *begin, const char *at, int32_t *c);

/* Appends it to out. */
void nv_csl_character_add(nv_buffer *out, int32_t c);

/* Letters, the marks on them, and digits. */
bool nv_csl_is_word(int32_t c);

/* A small letter. */
bool nv_csl_is_small(int32_t c);

/* Spaces, those without a break among them. */
bool nv_csl_is_space(int32_t c);

/* ', U+2019, and ` which is written for it */
bool nv_csl_is_apostrophe(int32_t c);

#endif
