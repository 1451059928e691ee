/* SPDX-License-Identifier: MPL-2.0 */
/* Properties of citations that were written on this machine, in a file of the
 * user's profile: when a note is pasted into another document, its property
 * stays behind. Plain C, no office.
 *
 * One a line, KEY VALUE, as note/citation_name.h and note/citation_property.h
 * have them; a line that is not so is passed over. The latest of one key
 * counts. Lines are added at the end; when there are more than
 * NV_PROPERTY_FILE_MAX, the older half goes. A file that can't be read is
 * empty, and one that can't be written is no error: what was added is then
 * known until the program ends. */
#ifndef NV_NOTE_PROPERTY_FILE_H
#define NV_NOTE_PROPERTY_FILE_H

#include <stdbool.h>

enum { NV_PROPERTY_FILE_MAX = 10000 /* lines */ };

typedef struct nv_property_file nv_property_file;

/* Reads the file, or makes it when something is added; the path is copied. NULL
 * without memory. */
nv_property_file *nv_property_file_open(const char *path);
void nv_property_file_free(nv_property_file *file);

const char *nv_property_file_path(const nv_property_file *file);

/* Whether a text is the value of a property, as the room writes it. */
bool nv_property_file_is_value(const char *value);

/* The value of a key; NULL if none is known. Borrowed until the next call. */
const char *nv_property_file_find(const nv_property_file *file,
                                  const char *key);

/* Adds one, unless it is known already; what is no key or value is left out. */
void nv_property_file_add(nv_property_file *file, const char *key,
                          const char *value);

#endif
