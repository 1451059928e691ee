/* SPDX-License-Identifier: MPL-2.0 */
/* Which form a phrase has that counts something: "1 citation", "5 citations",
 * "2 сноски". */
#ifndef NV_BASE_PLURAL_H
#define NV_BASE_PLURAL_H

#include <stddef.h>

#include "base/tongue.h"

/* The categories of CLDR that our tongues have. */
typedef enum {
    NV_PLURAL_OTHER,
    NV_PLURAL_ONE,
    NV_PLURAL_FEW,
    NV_PLURAL_MANY,
    NV_PLURAL_COUNT
} nv_plural;

/* The category of a whole number, by the cardinal rules of Unicode CLDR 45,
 * https://www.unicode.org/cldr/charts/45/supplemental/language_plural_rules.html.
 * Portuguese is that of Portugal (pt_PT), in which 0 is no singular. Our texts
 * give numbers in digits and need no form for millions (CLDR's `many` in
 * French, Italian, Portuguese and Spanish: "1 million d'événements"), so these
 * have NV_PLURAL_OTHER. */
nv_plural nv_plural_of(nv_tongue tongue, size_t number);

/* The name in CLDR: "other", "one" ..., static. */
const char *nv_plural_name(nv_plural plural);

#endif
