/* SPDX-License-Identifier: MPL-2.0 */
/* A block quotation's paragraph, within an act of somebody else's: for the
 * inside of this room. Its style "Citation Block" is made when it is first
 * needed and then the writer's to change; the name is written into documents
 * and never changes. */
#ifndef NV_WRITER_BLOCK_H
#define NV_WRITER_BLOCK_H

#include "css.h"
#include "uno/uno.h"
#include "writer/step.h"

/* All zero owns nothing. */
typedef struct {
    css_container_XNameContainer *family; /* of the document */
    css_style_XStyle *missing;            /* made, not inserted yet */
} nv_block;

/* Makes the style ready where the document lacks it; the document stays as it
 * is. `at`: where the block will stand; its paragraph's style follows the
 * block's when the writer presses Enter. False with *err set; the caller
 * releases *block either way. err is not NULL. */
bool nv_block_prepare(nv_block *block, css_frame_XModel *model,
                      css_text_XTextRange *at, nv_error *err);

/* Within the step that is open, adds the style where it is missing, and parts
 * the paragraph at the collapsed cursor, which then stands in an empty
 * paragraph of that style. Punctuation right behind the cursor stays before it;
 * the paragraph behind, perhaps empty, is as the one that was parted and begins
 * with no space. Does nothing once *err is set. */
void nv_block_open(nv_block *block, nv_step *step, css_text_XText *text,
                   css_text_XTextCursor *cursor, nv_error *err);

void nv_block_release(nv_block *block);

#endif
