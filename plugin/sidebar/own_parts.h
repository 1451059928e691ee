/* SPDX-License-Identifier: MPL-2.0 */
/* The inside of own_page.h: the page of a document of one's own. */
#ifndef NV_SIDEBAR_OWN_PARTS_H
#define NV_SIDEBAR_OWN_PARTS_H

#include "sidebar/own_form.h"
#include "sidebar/panel_parts.h"

/* What the page is about; borrowed. */
nv_own_form *nv_own_form_of(const nv_page *page);
const nv_phrases *nv_own_phrases_of(const nv_panel *panel);

/* Whether the field is chosen from a list; the others are typed. */
bool nv_own_is_list(nv_own_field field);

/* Fills the controls from the form, which is made the first time; see
 * nv_page_kind.show. */
bool nv_own_show(nv_page *page, nv_error *err);

/* Opens a part, and closes the others. */
void nv_own_open_fold(nv_page *page, nv_own_fold fold);

/* Says something above Save; {1} is the value. */
void nv_own_tell(nv_page *page, nv_phrase phrase, const char *value);
void nv_own_tell_nothing(nv_page *page);

/* The box that opens each part. */
extern const int nv_own_fold_boxes[NV_OWN_FOLD_COUNT];

/* Save: says what is wrong, or goes back to the search with the document chosen
 * there. Delete: asks the first time. */
void nv_own_on_save(nv_page *page);
void nv_own_on_delete(nv_page *page);

#endif
