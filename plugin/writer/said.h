/* SPDX-License-Identifier: MPL-2.0 */
/* What a person reads, in English and French: for the inside of this room. */
#ifndef NV_WRITER_SAID_H
#define NV_WRITER_SAID_H

#include "base/language.h"

/* The one in `words`, static; English for any language but French. */
static inline const char *
nv_said(const char *const said[NV_NOTE_LANGUAGE_COUNT], nv_language words)
{
    return said[words == NV_LANGUAGE_FR ? NV_LANGUAGE_FR : NV_LANGUAGE_EN];
}

#endif
