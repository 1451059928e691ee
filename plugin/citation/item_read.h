/* SPDX-License-Identifier: MPL-2.0 */
/* What the two files that read items of CSL-JSON share. */
#ifndef NV_CITATION_ITEM_READ_H
#define NV_CITATION_ITEM_READ_H

#include "citation/item.h"

/* A text, a number as its digits, or NULL. */
const char *nv_csl_json_text(const nv_json *value);

/* Is it true, a number other than 0, or a text other than "", "0" and
 * "false"? */
bool nv_csl_json_truth(const nv_json *value);

/* The date of an object with "date-parts", "literal", "raw", "season" and
 * "circa", or of a text as "raw" has it: "2000-05-12", "May 2000",
 * "Spring 1999 - Summer 2001"; any other text is literal. What makes no sense
 * is left out, and a date without year and literal is none. Texts are borrowed.
 * date_read.c */
nv_csl_date nv_csl_date_of_json(const nv_json *value);

#endif
