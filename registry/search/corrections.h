/* SPDX-License-Identifier: MPL-2.0 */
/* What was meant by the words that were found by another spelling only. */
#ifndef NV_REGISTRY_CORRECTIONS_H
#define NV_REGISTRY_CORRECTIONS_H

#include "registry/search/finder.h"

/* Notes in finder->corrections what the best hit has in the place of words that
 * were looked for with errors of typing. False without memory. */
bool nv_finder_note_corrections(nv_finder *finder);

/* The number of a registry of the finder. */
size_t nv_finder_number_of(const nv_finder *finder,
                           const nv_registry *registry);

#endif
