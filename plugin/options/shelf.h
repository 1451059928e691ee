/* SPDX-License-Identifier: MPL-2.0 */
/* Files that the writer has added to the office: packs, and citation styles.
 * They lie in a folder of the profile; what comes with extensions is the
 * Extension Manager's. Main thread only. */
#ifndef NV_OPTIONS_SHELF_H
#define NV_OPTIONS_SHELF_H

#include "css.h"
#include "registry/file_list.h"

typedef enum { NV_SHELF_PACKS, NV_SHELF_STYLES, NV_SHELF_COUNT } nv_shelf;

/* "*.nvpack", "*.csl"; static. */
const char *nv_shelf_pattern(nv_shelf shelf);

/* The files there are, by their names; *list is the caller's to release, and
 * empty where there is no folder. */
void nv_shelf_list(css_uno_XComponentContext *context, nv_shelf shelf,
                   nv_file_list *list);

/* Copies a file there, if it can be used; `path` is a system path in UTF-8.
 * False with *err set, and nothing added: NV_ERROR_FORMAT (it is no such file,
 * or damaged), NV_ERROR_DUPLICATE (there is one of that name),
 * NV_ERROR_ARGUMENT (the style depends on another one, which is not there),
 * NV_ERROR_LIMIT, NV_ERROR_IO, NV_ERROR_MEMORY. */
bool nv_shelf_add(css_uno_XComponentContext *context, nv_shelf shelf,
                  const char *path, nv_error *err);

/* Moves a file of nv_shelf_list() to the folder noteverbale/removed of the
 * profile, where it can be had again: it may be the only copy. Others of that
 * name there get a number. NV_ERROR_IO, NV_ERROR_MEMORY. */
bool nv_shelf_remove(css_uno_XComponentContext *context, const char *path,
                     nv_error *err);

#endif
