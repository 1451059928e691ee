/* SPDX-License-Identifier: MPL-2.0 */
/* The controls of reading.xdl and the rows in which they stand. */
#ifndef NV_SIDEBAR_READING_PLAN_H
#define NV_SIDEBAR_READING_PLAN_H

#include "sidebar/layout.h"

/* In the order in which Tab visits them. */
enum {
    NV_READING_BACK,
    NV_READING_CITE,
    NV_READING_RECORD_LABEL,
    NV_READING_RECORD,
    NV_READING_WORDINGS_LABEL,
    NV_READING_WORDINGS,
    NV_READING_BESIDES_LABEL,
    NV_READING_BESIDES, /* the list of what may stand beside it */
    NV_READING_WORDING_LABEL,
    NV_READING_WORDING,
    NV_READING_BESIDE_LABEL,
    NV_READING_BESIDE,
    NV_READING_COPY_WORDING,
    NV_READING_COPY_NOTE,
    NV_READING_MESSAGE,
    NV_READING_LINKS_LABEL,
    NV_READING_LINKS,
    NV_READING_PICTURE_LABEL,
    NV_READING_PICTURE,
    NV_READING_SOURCES_LABEL,
    NV_READING_SOURCES,
    NV_READING_OPEN,
    NV_READING_COUNT
};

extern const nv_plan nv_reading_plan;

#endif
