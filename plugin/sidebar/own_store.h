/* SPDX-License-Identifier: MPL-2.0 */
/* The writer's own documents in the profile: noteverbale/packs/own.nvpack.
 * What changes there is found by all panels when they look next. Main thread
 * only. */
#ifndef NV_SIDEBAR_OWN_STORE_H
#define NV_SIDEBAR_OWN_STORE_H

#include "css.h"
#include "own/document.h"
#include "own/pack.h"
#include "registry/registry.h"

/* Whether the registry is that pack. */
bool nv_own_store_is(css_uno_XComponentContext *context,
                     const nv_registry *registry);

/* Opens the pack for the moment of a change, see own/pack.h. */
nv_own_pack *nv_own_store_open(css_uno_XComponentContext *context,
                               nv_error *err);

/* Puts the document in the place of the one of that id, or, where `id` is "",
 * beside the others. *key, empty before, gets "PACK:ID"; *notice what was to be
 * told of the file. False with *err set; nothing is changed then. */
bool nv_own_store_save(css_uno_XComponentContext *context,
                       const nv_own_document *document, const char *id,
                       nv_buffer *key, nv_buffer *notice, nv_error *err);

bool nv_own_store_delete(css_uno_XComponentContext *context, const char *id,
                         nv_error *err);

/* The folder of all packs in the profile, to be freed with free(); NULL. */
char *nv_own_store_folder(css_uno_XComponentContext *context);

#endif
