/* SPDX-License-Identifier: MPL-2.0 */
/* Our commands: what vnd.noteverbale:NAME does, from a menu, a shortcut or a
 * macro. */
#ifndef NV_COMMANDS_COMMANDS_H
#define NV_COMMANDS_COMMANDS_H

#include "css.h"

/* Makes the handler of ProtocolHandler.xcu for one frame, which arrives in
 * XInitialization: an owned object, or NULL with *err set. */
void *nv_commands_new(css_uno_XComponentContext *context, nv_error *err);

#endif
