/* SPDX-License-Identifier: MPL-2.0 */
/* The fields of a property of ours in a document: text parted by '|'. '%', '|'
 * and ASCII control characters in a field are written as '%' and two upper case
 * hexadecimal digits. Reading takes more than writing gives: who has to be
 * strict writes what he read once more and compares. */
#ifndef NV_NOTE_PROPERTY_FIELD_H
#define NV_NOTE_PROPERTY_FIELD_H

#include "base/arena.h"
#include "base/buffer.h"

/* Adds a '|' and the text, encoded; NULL is the empty one. */
void nv_property_field_add(nv_buffer *value, const char *text);

/* Takes one field from *at, up to a '|' or the end, and decodes it in the
 * arena; NULL for an escape that is none, and without memory. */
char *nv_property_field_take(const char **at, nv_arena *arena);

/* Takes `count` fields of a value that ends in NUL and has no others; false
 * where it has. */
bool nv_property_fields_take(const char *value, nv_arena *arena, char *fields[],
                             int count);

#endif
