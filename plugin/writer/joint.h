/* SPDX-License-Identifier: MPL-2.0 */
/* What stands between two citations of one note: for the inside of this room.
 */
#ifndef NV_WRITER_JOINT_H
#define NV_WRITER_JOINT_H

#include "note/apparatus.h"
#include "writer/near.h"

/* Whether what is between citations[first] and the next one only joins them to
 * one cluster of the style; false, too, when there is no next one. False with
 * *err set when the office or the style fails. err is not NULL. */
bool nv_is_joined(const nv_near *near, size_t first, const nv_means *means,
                  nv_error *err);

#endif
