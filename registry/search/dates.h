/* SPDX-License-Identifier: MPL-2.0 */
/* How well the dates of a record answer a span of days that is wanted. */
#ifndef NV_REGISTRY_DATES_H
#define NV_REGISTRY_DATES_H

#include "registry/search/found.h"

/* For how much a date counts; 0: not at all. A date in a text must be inside
 * the span; one of the record may reach over it, and counts less then, as does
 * a variant. */
float nv_dates_count(const nv_days *days, nv_date_standing standing,
                     const nv_days *wanted);

/* Puts in all dates of the index that answer; with is_own those of the records
 * themselves only. */
void nv_dates_fill(nv_filler *filler, const nv_days *wanted, bool is_own);

/* The same of one record, read from its words: writes at most `max` places,
 * returns how many. */
size_t nv_dates_read(const nv_index *index, uint32_t record,
                     const nv_tokens *tokens, const nv_days *wanted,
                     nv_place places[], size_t max);

#endif
