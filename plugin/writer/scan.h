/* SPDX-License-Identifier: MPL-2.0 */
/* Taking a census in slices, so that nobody waits for it: for the inside of
 * this room. When the document changes between two slices, the caller throws
 * the scan away. */
#ifndef NV_WRITER_SCAN_H
#define NV_WRITER_SCAN_H

#include "writer/census.h"

typedef struct nv_scan nv_scan;

/* NULL with *err set. err is not NULL, as below. */
nv_scan *nv_scan_new(css_frame_XModel *model, nv_error *err);
void nv_scan_free(nv_scan *scan); /* NULL is fine */

/* Goes on for about so many milliseconds; 0: to the end. At the end the census,
 * which is empty before, is filled, and *is_done. False with *err set. */
bool nv_scan_go_on(nv_scan *scan, double milliseconds, nv_census *census,
                   bool *is_done, nv_error *err);

/* The text of the paragraph before a range and behind it, UTF-8 for free();
 * NULL with *err set. */
void nv_scan_around(css_text_XTextRange *range, char **before, char **after,
                    nv_error *err);

/* A clock that only goes forward. */
double nv_scan_now_ms(void);

#endif
