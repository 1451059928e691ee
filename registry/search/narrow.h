/* SPDX-License-Identifier: MPL-2.0 */
/* Of very many records that match, those that are worth being scored. */
#ifndef NV_REGISTRY_NARROW_H
#define NV_REGISTRY_NARROW_H

#include "registry/search/choose.h"
#include "registry/search/score.h"

/* Writes at most `max` of the chosen records to records[], in their order: all
 * of them if they are no more. Returns how many; sets scorer->failed without
 * memory. */
size_t nv_narrow(nv_scorer *scorer, const nv_choice *choice, uint32_t records[],
                 size_t max);

#endif
