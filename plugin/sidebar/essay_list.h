/* SPDX-License-Identifier: MPL-2.0 */
/* "In this essay": the citations of the document in a list that is open or
 * closed, and which of them need attention. */
#ifndef NV_SIDEBAR_ESSAY_LIST_H
#define NV_SIDEBAR_ESSAY_LIST_H

#include "sidebar/panel_parts.h"

/* Opens or closes the list. */
void nv_essay_list_open(nv_panel *panel, bool is_open);

/* Lists the citations as they are now, if the list is open, and says how many
 * need attention. */
void nv_essay_list_look(nv_panel *panel);

/* Says how many need attention. */
void nv_essay_list_tell(nv_panel *panel, const nv_refreshed *sum);

/* Shows what the chosen citation says and should say. */
void nv_essay_list_choose(nv_panel *panel);

/* Goes to the chosen citation in the text. */
void nv_essay_list_go(nv_panel *panel);

/* Writes the chosen citation as it should be. */
void nv_essay_list_write_anew(nv_panel *panel);

/* Lets go of what borrows from the packs. */
void nv_essay_list_forget(nv_panel *panel);

#endif
