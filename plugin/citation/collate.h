/* SPDX-License-Identifier: MPL-2.0 */
/* An order of texts that needs no locale: by base letters first, punctuation
 * and case aside; then by accents; then by case, lower first; then by bytes.
 * Digits compare as the number they write. */
#ifndef NV_CITATION_COLLATE_H
#define NV_CITATION_COLLATE_H

/* Less than, equal to or greater than 0; UTF-8. Allocates nothing. */
int nv_csl_collate(const char *a, const char *b);

#endif
