/* SPDX-License-Identifier: MPL-2.0 */
/* The door for LibreOffice: the one exported function of the library. Its table
 * agrees with packaging/noteverbale.components. */
#include "base/array.h"
#include "commands/commands.h"
#include "options/page.h"
#include "sidebar/tool_panel.h"

static const nv_uno_component components[] = {
    {"org.noteverbale.PanelFactory", nv_panel_factory_new},
    {"org.noteverbale.Commands", nv_commands_new},
    {"org.noteverbale.OptionsPage", nv_options_page_new},
};

/* Called by LibreOffice's loader, which owns what it returns. */
__attribute__((visibility("default"))) void *
component_getFactory(const char *implementation, void *service_manager,
                     void *unused)
{
    (void)service_manager, (void)unused;
    return nv_uno_factory(components, NV_COUNT_OF(components), implementation);
}
