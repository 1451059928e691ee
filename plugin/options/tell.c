/* SPDX-License-Identifier: MPL-2.0 */
/* See tell.h. */
#include "options/tell.h"

#include <stdlib.h>

#include "options/window.h"

void nv_tell(css_awt_XWindow *window, const char *key, const char *value)
{
    char *text = key[0] ? nv_window_text(window, key, value) : NULL;

    nv_window_set_label(window, "message", text ? text : "");
    free(text);
}

void nv_tell_in_box(css_awt_XWindow *window, const char *key, const char *value)
{
    char *text = nv_window_text(window, key, value);
    NV_UNO_OWNED_STRING rtl_uString *sentence = nv_uno_string(text);
    NV_UNO_OWNED css_awt_XControl *control =
        css_awt_XControl_query(window, NULL);
    NV_UNO_OWNED css_awt_XWindowPeer *peer =
        css_awt_XControl_getPeer(control, NULL);
    NV_UNO_OWNED css_awt_XToolkit *toolkit =
        css_awt_XWindowPeer_getToolkit(peer, NULL);
    NV_UNO_OWNED css_awt_XMessageBoxFactory *boxes =
        css_awt_XMessageBoxFactory_query(toolkit, NULL);
    NV_UNO_OWNED css_awt_XMessageBox *box =
        css_awt_XMessageBoxFactory_createMessageBox(
            boxes, peer, css_awt_MessageBoxType_WARNINGBOX,
            css_awt_MessageBoxButtons_BUTTONS_OK, NV_UNO_STR("Note Verbale"),
            sentence, NULL);

    css_awt_XMessageBox_execute(box, NULL);
    free(text);
}
