/* SPDX-License-Identifier: MPL-2.0 */
/* The names of the bookmarks of a list of works in a document.
 *
 * A file format, as note/citation_name.h, whose rules on letters and on copies
 * hold here too. Version 1:
 *
 *   at  width  content
 *    0    2    "nv"
 *    2    1    "l": of a list
 *    3    1    format version: "1"
 *    4    1    "_"
 *    5    1    role: "a" around the title, the first paragraph; "z" around the
 *              text of the last one; "u" an uncited event that is listed all
 * the same; "o" a cited one that is left out 6    1    "_" 7    2    a, z:
 * language of the list, ISO 639-1 8    u, o: pack and key of the event, as in a
 * citation's name
 *    ..   1    "_"
 *    ..   6    random tail [a-z0-9]: one for both ends of a list
 *
 * The title and what its writer typed before the first bookmark or behind the
 * last one are the writer's; what is between is written by us. u and o are
 * around the title, where they are undone, copied and deleted with the list:
 * that is why they are no properties. A list whose last bookmark is lost ends
 * with the last of the paragraphs behind the title that have a style of ours;
 * one without the first is plain text. */
#ifndef NV_NOTE_LIST_NAME_H
#define NV_NOTE_LIST_NAME_H

#include <stdbool.h>
#include <stddef.h>

enum { NV_LIST_NAME_MAX = 22 /* bytes */ };

typedef enum {
    NV_LIST_FIRST = 'a',
    NV_LIST_LAST = 'z',
    NV_LIST_ADDED = 'u',
    NV_LIST_LEFT_OUT = 'o'
} nv_list_role;

/* Texts are NUL-terminated; those that the role has not are "". */
typedef struct {
    nv_list_role role;
    char language[3];
    char pack[5], key[5];
    char tail[7];
    bool is_copy; /* a suffix was found (parsing only) */
} nv_list_name;

/* Writes the name and its '\0'. Returns false, and leaves "", if a field is not
 * what the table allows. */
bool nv_list_name_write(const nv_list_name *name,
                        char text[NV_LIST_NAME_MAX + 1]);

/* Reads a bookmark's name: untrusted, `len` bytes. Strict: what is not exactly
 * a name or a copy of one returns false, and leaves *name all zero. */
bool nv_list_name_read(const char *text, size_t len, nv_list_name *name);

#endif
