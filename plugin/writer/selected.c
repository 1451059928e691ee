/* SPDX-License-Identifier: MPL-2.0 */
/* The wording that the selected text repeats. See quote.h. */
#include <stdlib.h>
#include <string.h>

#include "registry/search/wording.h"
#include "writer/model.h"
#include "writer/paragraph.h"
#include "writer/quote.h"

enum { SELECTION_MAX = 16384 }; /* bytes; no recorded wording is as long */

bool nv_writer_selected_quotation(nv_essay *essay, const nv_packs *packs,
                                  const nv_registry **registry,
                                  const nv_event **event, int *quotation,
                                  nv_error *err)
{
    nv_error why = {0};
    nv_wording found = {0};
    char *selected = nv_writer_selection(nv_essay_frame(essay));
    const size_t len = selected ? strlen(selected) : 0;

    if (!selected)
        nv_fail(&why, NV_ERROR_MEMORY, 0, "There is no memory to look for it");
    else if (len > 0 && len <= SELECTION_MAX)
        nv_wording_find(nv_packs_registries(packs), nv_packs_count(packs),
                        selected, len, &found, &why);
    free(selected);
    *registry = found.registry;
    *event = found.event;
    *quotation = found.quotation;
    if (why.code && err)
        *err = why;
    return !why.code;
}
