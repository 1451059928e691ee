/* SPDX-License-Identifier: MPL-2.0 */
/* Files of others for the writer's own documents: what Zotero exports as CSL
 * JSON, TEI, and whole packs. What a file is, its bytes say. */
#ifndef NV_OWN_IMPORT_H
#define NV_OWN_IMPORT_H

#include "base/buffer.h"
#include "own/pack.h"
#include "registry/registry.h"

typedef enum {
    NV_OWN_FILE_JSON,
    NV_OWN_FILE_TEI,
    NV_OWN_FILE_PACK,
    NV_OWN_FILE_OTHER
} nv_own_file;

/* False with *err set when it can't be read: NV_ERROR_IO, _LIMIT, _MEMORY. */
bool nv_own_file_look(const char *path, nv_own_file *file, nv_error *err);

/* Puts the documents of a file of JSON or TEI into the pack, which is not kept
 * yet. `notes` gets a line "PATH:LINE: SENTENCE" for each thing that is not
 * carried over. `known` has the names that parties and persons must be; NULL:
 * none are carried over. False with *err set as of nv_import(), and of
 * nv_own_pack_add(); NV_ERROR_ARGUMENT: the file has no document. */
bool nv_own_import_file(nv_own_pack *pack, nv_own_file file, const char *path,
                        const nv_registry *known, nv_own_sum *sum,
                        nv_buffer *notes, nv_error *err);

/* Copies a pack into the folder, under its own name, which `name` gets. False
 * with *err set: as of nv_registry_open(), NV_ERROR_DUPLICATE where a pack of
 * that name is there already, NV_ERROR_IO where it can't be written. */
bool nv_own_import_pack(const char *path, const char *folder, nv_buffer *name,
                        nv_error *err);

#endif
