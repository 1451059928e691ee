/* SPDX-License-Identifier: MPL-2.0 */
/* The citation that an act is about, and whether it can be changed: for the
 * inside of this room. */
#ifndef NV_WRITER_TARGET_H
#define NV_WRITER_TARGET_H

#include "base/tongue.h"
#include "writer/near.h"

/* All zero owns nothing. */
typedef struct {
    nv_near near;
    size_t index; /* in near.citations */
} nv_target;

/* The bookmarks of the document, owned; NULL with *err set. */
css_container_XNameAccess *nv_target_bookmarks(css_frame_XModel *model,
                                               nv_error *err);

/* The bookmark of that name, owned; NULL when the document has none, or with
 * *err set. */
css_text_XTextContent *nv_target_lookup(css_frame_XModel *model,
                                        const char *name, nv_error *err);

/* The citation of that name, owned; NULL with *err set: NV_ERROR_ARGUMENT (in a
 * sentence in `words`) when the document has no such citation, NV_ERROR_UNO. */
css_text_XTextContent *nv_target_bookmark(css_frame_XModel *model,
                                          const char *name, nv_tongue words,
                                          nv_error *err);

/* Looks for the citation with that name, and for those beside it. Returns false
 * with *err set: as above, and NV_ERROR_MEMORY; the caller releases it either
 * way. err is not NULL. */
bool nv_target_find(nv_target *target, css_frame_XModel *model,
                    const char *name, nv_tongue words, nv_error *err);

/* Whether its text can be replaced. Returns false with *err set to
 * NV_ERROR_PLACE and the reason in a sentence: it goes over several paragraphs,
 * another citation is in it or crosses it (both happen by hand, and what is
 * between is the writer's), or its place is protected. */
bool nv_target_is_free(const nv_target *target, nv_tongue words, nv_error *err);

void nv_target_release(nv_target *target);

static inline const nv_near_citation *nv_target_of(const nv_target *target)
{
    return &target->near.citations[target->index];
}

#endif
