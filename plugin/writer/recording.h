/* SPDX-License-Identifier: MPL-2.0 */
/* What is ours alone is not recorded as a change: for the inside of this room.
 */
#ifndef NV_WRITER_RECORDING_H
#define NV_WRITER_RECORDING_H

#include "css.h"
#include "uno/uno.h"

/* Stops recording, which Undo knows nothing of; says whether it was on. */
bool nv_recording_stop(css_frame_XModel *model, nv_error *err);

/* Goes on, whatever went wrong meanwhile; a call that throws is made once more.
 */
void nv_recording_go_on(css_frame_XModel *model);

#endif
