/* SPDX-License-Identifier: MPL-2.0 */
/* What is remembered for writer/store.h between two calls: for its own files.
 */
#ifndef NV_WRITER_STORE_MEMORY_H
#define NV_WRITER_STORE_MEMORY_H

#include "writer/carried.h"
#include "writer/store.h"

/* A style that a document carries, compiled. None goes before the essay does:
 * notes that were written in it, and are remembered, stand on it. */
typedef struct nv_own_style {
    char *id, *csl;
    nv_library *library;
    struct nv_own_style *next;
} nv_own_style;

struct nv_store_memory {
    nv_own_style *styles;    /* latest first */
    css_frame_XModel *swept; /* the document that was looked at, owned */
    nv_carried orphans;      /* properties that no citation named then */
    nv_carried pasted; /* those that the next act is to write (pasted.h) */
    const css_frame_XModel *pasted_into; /* the document that lacks them, only
                                            to be compared */
};

/* Of the essay, made when first asked for; NULL with NV_ERROR_MEMORY. */
nv_store_memory *nv_store_memory_of(nv_essay *essay, nv_error *err);

#endif
