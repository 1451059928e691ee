/* SPDX-License-Identifier: MPL-2.0 */
/* From the text of the essay to the search: the events that fit the paragraph
 * at the caret, and words that are selected. */
#ifndef NV_SIDEBAR_FROM_TEXT_H
#define NV_SIDEBAR_FROM_TEXT_H

#include "sidebar/panel_parts.h"

/* Shows the events that fit the paragraph at the caret; false when there is no
 * text there. */
bool nv_from_text_show(nv_panel *panel);

/* The writer has paused. If the settings say so, the events that fit are shown
 * after a second without another pause, unless something was typed or picked in
 * the panel; while the writer types, nothing is done. */
void nv_from_text_rest(nv_panel *panel);

/* Searches for what is selected in the text, if that is a name or a date: a few
 * words of one paragraph. Words of the record that are recognised as such are
 * left to what the panel offers for them. */
void nv_from_text_search_selected(nv_panel *panel);

#endif
