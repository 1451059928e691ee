/* SPDX-License-Identifier: MPL-2.0 */
/* The parts of cs:date, for date.c, date_part.c and sort_key.c. */
#ifndef NV_CITATION_DATE_H
#define NV_CITATION_DATE_H

#include "citation/render.h"

/* Does the day say the part (NV_CSL_YEAR, _MONTH, _DAY)? A season counts as a
 * month; a day without its month says nothing. */
bool nv_csl_day_has(const nv_csl_day *day, uint8_t part);

/* Writes one part with its wrapping. True when it wrote something. */
bool nv_csl_date_part_render(nv_csl_render *render, const nv_csl_node *part,
                             const nv_csl_day *day);

/* A key to sort by, of the parts in `parts` (bits): digits only and always of
 * the same length, so that any order of text is the order of time, before
 * Christ too. A date without an end is ordered before one with. Appends to
 * out. */
void nv_csl_date_key(const nv_csl_date *date, uint8_t parts, nv_buffer *out);

#endif
