/* SPDX-License-Identifier: MPL-2.0 */
/* What follows the digits of an ordinal: from the entries of locales to the
 * tables of a lexicon. */
#ifndef NV_CITATION_ORDINAL_H
#define NV_CITATION_ORDINAL_H

#include "citation/lexicon.h"

/* Fills the lexicon's ordinals from those of a locale. Locales come from the
 * weakest to the strongest: one with any ordinal of digits replaces all of
 * those before it (CSL 1.0.2, "Ordinal suffixes"); long ordinals are replaced
 * one by one. */
void nv_csl_ordinals_apply(nv_csl_lexicon *lexicon,
                           const nv_csl_locale *locale);

/* Puts the neuter form where a gender has none, and "" where nothing is said.
 */
void nv_csl_ordinals_complete(nv_csl_lexicon *lexicon);

#endif
