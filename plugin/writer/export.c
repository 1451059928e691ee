/* SPDX-License-Identifier: MPL-2.0 */
/* What a document cites, for other programs. See bibliography.h. */
#include <stdlib.h>

#include "writer/bibliography.h"
#include "writer/caret.h"
#include "writer/census.h"
#include "writer/model.h"

/* The events of one pack, in the order of the document. An event twice is once
 * in the export. */
static bool export_pack(const nv_registry *registry,
                        const nv_apparatus *apparatus, size_t count,
                        const nv_export_format *format, nv_buffer *out,
                        nv_error *err)
{
    char **ids = calloc(count + 1, sizeof *ids);
    size_t used = 0;
    bool is_done;

    if (!ids)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is no memory to export what is cited; close "
                       "other documents and try again.");
    for (size_t i = 0; i < count; i++) {
        const nv_wanted *wanted = nv_apparatus_wanted(apparatus, i);

        if (wanted->event && wanted->registry == registry)
            ids[used++] = (char *)wanted->event->id;
    }
    is_done = used == 0 || nv_export(registry, format, ids, used, out, err);
    free(ids);
    return is_done;
}

static bool export_all(const nv_means *means, const nv_census *census,
                       const nv_export_format *format, nv_buffer *out,
                       nv_error *err)
{
    const nv_registry *const *packs = nv_packs_registries(means->packs);
    nv_apparatus *apparatus =
        nv_apparatus_new(means, census->standing, census->count, err);
    bool is_done = apparatus != NULL;

    for (size_t i = 0; is_done && i < nv_packs_count(means->packs); i++)
        is_done =
            export_pack(packs[i], apparatus, census->count, format, out, err);
    nv_apparatus_free(apparatus);
    return is_done;
}

bool nv_writer_export_cited(nv_essay *essay, const nv_means *means,
                            const nv_export_format *format, nv_buffer *out,
                            nv_error *err)
{
    nv_error why = {0};
    nv_caret caret;
    nv_census census = {0};
    const bool is_done = nv_caret_find(nv_essay_frame(essay), &caret, &why) &&
                         nv_census_take(&census, caret.model, &why) &&
                         export_all(means, &census, format, out, &why);

    nv_census_release(&census);
    nv_caret_release(&caret);
    if (!is_done && err)
        *err = why;
    return is_done;
}
