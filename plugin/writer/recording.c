/* SPDX-License-Identifier: MPL-2.0 */
/* See recording.h. */
#include "writer/recording.h"

bool nv_recording_stop(css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(model, "RecordChanges", err);
    NV_UNO_OWNED_ANY uno_Any off = nv_uno_any_bool(false);
    bool is_on = false;

    nv_uno_any_get_bool(&value, &is_on);
    if (is_on)
        nv_uno_set(model, "RecordChanges", &off, err);
    return is_on;
}

void nv_recording_go_on(css_frame_XModel *model)
{
    NV_UNO_OWNED_ANY uno_Any on = nv_uno_any_bool(true);
    nv_error why = {0};

    nv_uno_set(model, "RecordChanges", &on, &why);
    if (why.code)
        nv_uno_set(model, "RecordChanges", &on, NULL);
}
