/* SPDX-License-Identifier: MPL-2.0 */
/* See welcome.h. */
#include "sidebar/welcome.h"

#include "sidebar/settings.h"

void nv_welcome_open(nv_panel *panel)
{
    panel->view.is_welcoming =
        nv_settings_is(panel->context, NV_SETTING_WELCOMED, "no");
    if (panel->view.is_welcoming)
        nv_settings_keep(panel->context, NV_SETTING_WELCOMED, "yes", NULL);
}

void nv_welcome_try(nv_panel *panel)
{
    const nv_phrases *phrases = &panel->view.resource.phrases;

    nv_controls_focus(&panel->view.controls, NV_CONTROL_QUERY);
    nv_controls_set_text(&panel->view.controls, NV_CONTROL_QUERY,
                         phrases->text[NV_PHRASE_EXAMPLE_QUERY]);
}
