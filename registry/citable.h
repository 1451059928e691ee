/* SPDX-License-Identifier: MPL-2.0 */
/* Which of its sources an event is cited by, as long as nobody chooses. */
#ifndef NV_REGISTRY_CITABLE_H
#define NV_REGISTRY_CITABLE_H

#include "registry/event.h"

/* Whether the source holds words of the document, not only words about it. */
bool nv_source_holds_words(const nv_source *source);

/* The treaty series an event is cited by; NULL: by a source, if at all. */
const nv_treaty_reference *nv_event_reference(const nv_event *event);

/* The source an event without such a reference is cited by; NULL if there is
 * none that a reader could find. Borrowed from the event, as above. */
const nv_source *nv_event_source(const nv_event *event);

/* Whether nobody has checked what it is cited by: for a refusal the source of
 * its first words, which are cited with it; for the rest what is said above. */
bool nv_event_is_unchecked(const nv_event *event);

#endif
