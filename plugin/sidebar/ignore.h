/* SPDX-License-Identifier: MPL-2.0 */
/* Methods of listeners for what a listener does not care about: they must be
 * there and must not throw. For tables of methods; UNO's parameters. */
#ifndef NV_SIDEBAR_IGNORE_H
#define NV_SIDEBAR_IGNORE_H

#include "css.h"

/* Of a key. */
static inline void nv_ignore_key(void *self, const css_awt_KeyEvent *event,
                                 nv_error *err)
{
    (void)self, (void)event, (void)err;
}

/* Of the mouse. */
static inline void nv_ignore_mouse(void *self, const css_awt_MouseEvent *event,
                                   nv_error *err)
{
    (void)self, (void)event, (void)err;
}

/* Of a window's place or size. */
static inline void
nv_ignore_window(void *self, const css_awt_WindowEvent *event, nv_error *err)
{
    (void)self, (void)event, (void)err;
}

/* Of anything that says no more than where it comes from. */
static inline void
nv_ignore_event(void *self, const css_lang_EventObject *event, nv_error *err)
{
    (void)self, (void)event, (void)err;
}

#endif
