/* SPDX-License-Identifier: MPL-2.0 */
/* From words that stand in somebody's text to the recorded wording that they
 * repeat. */
#ifndef NV_REGISTRY_WORDING_H
#define NV_REGISTRY_WORDING_H

#include "registry/registry.h"

/* A wording that may be offered. quotation 0: none was found, and the rest is
 * NULL. Borrowed from its registry. */
typedef struct {
    const nv_registry *registry;
    const nv_event *event;
    int quotation;
} nv_wording;

/* Whether two texts are the same words in the same order, whatever their marks,
 * spaces, case and accents; texts without a word are never the same. */
bool nv_wording_is_same(const char *a, size_t a_len, const char *b,
                        size_t b_len);

/* Finds the wording whose words are all those of `text` (`len` bytes of UTF-8,
 * untrusted), nothing more and nothing less. Of several that are the same, the
 * one that search ranks first. False with *err set: what nv_finder_run() gives.
 */
bool nv_wording_find(const nv_registry *const registries[], size_t count,
                     const char *text, size_t len, nv_wording *wording,
                     nv_error *err);

#endif
