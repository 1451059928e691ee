/* SPDX-License-Identifier: MPL-2.0 */
#include "writer/convert.h"
bool nv_writer_convert(nv_essay *essay, const nv_means *means, const char *name,
                       nv_note_kind kind, nv_language words, size_t *left,
                       nv_error *err)
{
    (void)essay, (void)means, (void)name, (void)kind, (void)words, (void)left;
    return nv_fail(err, NV_ERROR_ARGUMENT, 0, "none");
}
