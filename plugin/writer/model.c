/* SPDX-License-Identifier: MPL-2.0 */
/* See document.h and model.h. */
#include "writer/model.h"

#include <stdlib.h>

#include "uno/uno.h"
#include "writer/store.h"

struct nv_essay {
    css_uno_XComponentContext *context; /* borrowed, as frame */
    css_frame_XFrame *frame;
    nv_store_memory *store;
};

nv_essay *nv_essay_new(css_uno_XComponentContext *context,
                       css_frame_XFrame *frame, nv_error *err)
{
    nv_essay *essay = calloc(1, sizeof *essay);

    if (!essay) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory to look at the document");
        return NULL;
    }
    essay->context = context;
    essay->frame = frame;
    return essay;
}

void nv_essay_free(nv_essay *essay)
{
    if (essay)
        nv_store_memory_free(essay->store);
    free(essay);
}

css_frame_XFrame *nv_essay_frame(const nv_essay *essay)
{
    return essay->frame;
}

css_uno_XComponentContext *nv_essay_context(const nv_essay *essay)
{
    return essay->context;
}

nv_store_memory **nv_essay_store(nv_essay *essay)
{
    return &essay->store;
}
