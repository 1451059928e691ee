/* SPDX-License-Identifier: MPL-2.0 */
/* The files of one kind in a folder. */
#ifndef NV_REGISTRY_FILE_LIST_H
#define NV_REGISTRY_FILE_LIST_H

#include <stdbool.h>
#include <stddef.h>

/* Paths, by the order (strcmp) of their names. */
typedef struct {
    char **paths; /* owned, as is each of them */
    size_t count, capacity;
} nv_file_list;

/* Lists the files whose names end in `suffix` (".csl"), hidden ones left out,
 * each as FOLDER/NAME. Returns false with errno set where the folder can't be
 * read (ENOENT: it is missing), ENOMEM where memory ran out; what was found
 * until then is in the list. The caller releases it either way. */
bool nv_file_list_find(nv_file_list *list, const char *folder,
                       const char *suffix);

/* Adds FOLDER/NAME, `name` of `len` bytes, behind the others; false without
 * memory. */
bool nv_file_list_add(nv_file_list *list, const char *folder, const char *name,
                      size_t len);

void nv_file_list_release(nv_file_list *list);

#endif
