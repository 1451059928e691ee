/* SPDX-License-Identifier: MPL-2.0 */
/* The paragraph styles of a list of works. As those of notes (styles.h) their
 * names never change, they are made when first needed, and they are then the
 * writer's to change. */
#ifndef NV_WRITER_LIST_STYLES_H
#define NV_WRITER_LIST_STYLES_H

#include "css.h"
#include "uno/uno.h"
#include "writer/step.h"

typedef enum {
    NV_LIST_STYLE_TITLE,   /* "Citation List Heading" */
    NV_LIST_STYLE_GROUP,   /* "Citation List Group" */
    NV_LIST_STYLE_ARCHIVE, /* "Citation List Archive": a repository */
    NV_LIST_STYLE_ENTRY,   /* "Citation List Entry" */
    NV_LIST_STYLE_COUNT
} nv_list_style;

/* All zero owns nothing. */
typedef struct {
    css_container_XNameContainer *family;           /* of the document */
    css_style_XStyle *missing[NV_LIST_STYLE_COUNT]; /* not inserted yet */
} nv_list_styles;

/* Finds what the document lacks and makes it ready; the document stays as it
 * is. `is_hanging`: entries have their later lines indented. False with *err
 * set; the caller releases *styles either way. err is not NULL. */
bool nv_list_styles_prepare(nv_list_styles *styles, css_frame_XModel *model,
                            bool is_hanging, nv_error *err);

/* Adds them within the step that is open: undone and done again with it. */
void nv_list_styles_add(nv_list_styles *styles, nv_step *step, nv_error *err);

void nv_list_styles_release(nv_list_styles *styles);

/* The style of the paragraph that a range begins in; NV_LIST_STYLE_COUNT: none
 * of ours. */
nv_list_style nv_list_styles_of(void *range, nv_error *err);

void nv_list_styles_set(void *range, nv_list_style style, nv_error *err);

#endif
