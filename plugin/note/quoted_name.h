/* SPDX-License-Identifier: MPL-2.0 */
/* The name of the bookmark around quoted words in the text, by which they and
 * the citation behind them know each other.
 *
 * This is a file format, like the citation's name (note/citation_name.h).
 * Version 1 is 11 ASCII characters:
 *
 *   at  width  content
 *    0    3    "nvq"
 *    3    1    format version: "1"
 *    4    1    "_"
 *    5    6    random tail of the citation, [a-z0-9]
 *
 * Copies carry the suffixes that copies of a citation's do. Of words without a
 * citation of that tail, and the other way round, nothing follows: the writer
 * has deleted the other. */
#ifndef NV_NOTE_QUOTED_NAME_H
#define NV_NOTE_QUOTED_NAME_H

#include <stdbool.h>
#include <stddef.h>

enum { NV_QUOTED_NAME_LEN = 11 /* bytes */ };

/* Writes the name and its '\0' for a citation's tail. Returns false, and leaves
 * "", if that is none. */
bool nv_quoted_name_write(const char *tail, char text[NV_QUOTED_NAME_LEN + 1]);

/* Reads a bookmark's name, untrusted, `len` bytes, into `tail` with its '\0'.
 * Strict: false, and "", for all but a name and copies of one. */
bool nv_quoted_name_read(const char *text, size_t len, char tail[7]);

#endif
