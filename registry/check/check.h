/* SPDX-License-Identifier: MPL-2.0 */
/* Checks the files of a pack together: each against the schema, then what a
 * schema can't say. The rules, and where each is looked after:
 *
 * - ids, keys, names and statements are there once; all files are of one pack
 *   (records.c)
 * - a text stands once in each language, a date exists, a span ends after it
 *   begins, variants of a date fit together, a treaty is not in force before
 *   its date, a document is described or none, a source and a quotation have
 *   a key and a number of their own, a quotation has a source of its event,
 *   says whose words it has if they are not the document's, and is offered
 *   only if its source can be named (event.c)
 * - parties, persons and depositaries are names, people acted for a party that
 *   is a name (names.c)
 * - relations and statements lead somewhere, and no relation contradicts the
 *   dates or a relation on the other side (links.c) */
#ifndef NV_REGISTRY_CHECK_CHECK_H
#define NV_REGISTRY_CHECK_CHECK_H

#include "registry/check/faults.h"
#include "registry/registry.h"

/* Adds all that is wrong with the `count` files, XML or packs, to `faults`,
 * sorted. `shipped` knows the names where the files bring none; where they are
 * of its own pack and bring no events or no statements, it knows these too. It
 * may be NULL. While a file can't be read, nothing is said of what may be in
 * it.
 *
 * Returns false with *err set if the check itself could not be made:
 * NV_ERROR_MEMORY, or NV_ERROR_ARGUMENT if names are needed and `shipped` is
 * NULL. */
bool nv_check(const char *const paths[], size_t count,
              const nv_registry *shipped, nv_faults *faults, nv_error *err);

#endif
