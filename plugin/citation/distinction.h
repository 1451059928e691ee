/* SPDX-License-Identifier: MPL-2.0 */
/* Telling items apart ("disambiguation").
 *
 * Two items are ambiguous when their cites, rendered FOR_NAMES_APART with the
 * distinctions found so far, read the same. The steps, in the order of the
 * specification, each for the items still ambiguous after the one before:
 *   1. all-names and primary-name rules: a name is told apart from every other
 *      with the same short form in all items, ambiguous or not;
 *   2. given names and further names within a group of ambiguous items, name by
 *      name: first the given name of those shown (by-cite), then one name more,
 *      and so on, until no step makes a difference; what made none is undone;
 *   3. disambiguate="true";
 *   4. year suffixes, in the order of the bibliography (of first citation if it
 *      has none).
 *
 * What is kept between updates is the cite of each item before any step, as a
 * hash: only items that are new or other than they were are rendered for it.
 * Groups of items with one hash are worked on anew, so that what comes out does
 * not depend on the way that led to it; all others cost a place in a sort. A
 * group is sorted by hashes, never compared member by member: 5,000 items with
 * one author cost n log n. */
#ifndef NV_CITATION_DISTINCTION_H
#define NV_CITATION_DISTINCTION_H

#include "citation/document.h"

typedef struct nv_csl_apart nv_csl_apart;

nv_csl_apart *nv_csl_apart_new(void); /* NULL without memory */
void nv_csl_apart_free(nv_csl_apart *apart);

/* Brings items[].distinction up to date for items that are cited or in the
 * bibliography, of which those with is_dirty are new, gone or other than they
 * were. A distinction that is not what it was gets a new stamp. False with
 * NV_ERROR_MEMORY; items are then all to be seen as dirty. apart.c (groups,
 * step 3), apart_members.c, apart_names.c (steps 1, 2), year_suffix.c (4) */
bool nv_csl_apart_update(nv_csl_processor *processor, nv_error *err);

#endif
