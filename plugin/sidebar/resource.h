/* SPDX-License-Identifier: MPL-2.0 */
/* The phrases of the panel in the language of the office, read from the
 * .properties files that its window was made with. */
#ifndef NV_SIDEBAR_RESOURCE_H
#define NV_SIDEBAR_RESOURCE_H

#include "css.h"
#include "sidebar/phrases.h"

typedef struct {
    nv_phrases phrases; /* borrowed from `owned` and from the keys */
    char *owned[NV_PHRASE_COUNT][1 + NV_PLURAL_COUNT];
} nv_resource;

/* Reads every phrase. `window` is the one that createContainerWindow() made.
 * A phrase that is not there is its own key, so this cannot fail. */
void nv_resource_init(nv_resource *resource, css_awt_XWindow *window);
void nv_resource_release(nv_resource *resource);

/* What the .properties files of such a window say under a key; to be freed with
 * free(). One that is missing is its own key. NULL without memory. */
char *nv_resource_text(css_awt_XWindow *window, const char *key);

#endif
