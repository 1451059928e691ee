/* SPDX-License-Identifier: MPL-2.0 */
/* What the controls of a panel tell: one listener for each control, which
 * passes every event on with the number of the control, one for the panel's
 * window, and one for each command whose state tells where the caret is.
 *
 * LibreOffice also tells changes of context, through its
 * ContextChangeEventMultiplexer. An object that is not C++ must not listen
 * there: 7.4 casts every listener to a class of its own and crashes. */
#ifndef NV_SIDEBAR_LISTENER_H
#define NV_SIDEBAR_LISTENER_H

#include "sidebar/controls.h"

/* What is done with the events. `self` is what nv_listener_new() was given. */
typedef struct {
    void (*text)(void *self, int id);   /* another text */
    void (*item)(void *self, int id);   /* another row, a tick */
    void (*action)(void *self, int id); /* a click, a double click */
    void (*key)(void *self, int id, const css_awt_KeyEvent *event);
    void (*focus)(void *self, int id); /* the focus came */
    void (*blur)(void *self, int id);  /* it went */
    void (*size)(void *self);          /* of the panel's window */
    void (*shown)(void *self);         /* the panel's window was */
    void (*state)(void *self); /* a command became possible or impossible */
} nv_listener_actions;

typedef struct nv_listener nv_listener;

/* A listener at rest, owned by the caller; NULL with *err set. `self` and
 * `holder` are borrowed until nv_listener_free(); `holder`, an object of ours,
 * is kept alive while an event is passed on. */
nv_listener *nv_listener_new(const nv_listener_actions *actions, void *self,
                             void *holder, nv_error *err);

/* Listens to a control for everything that its kind tells; to the size of the
 * panel's window; to the state of a command of a frame, `name` being what
 * follows ".uno:", ASCII. One of them for each listener. `controls` must live
 * until nv_listener_free(). */
void nv_listener_control(nv_listener *listener, const nv_controls *controls,
                         int id);
void nv_listener_window(nv_listener *listener, const nv_controls *controls);
void nv_listener_command(nv_listener *listener, css_frame_XFrame *frame,
                         const char *name);

/* Stops listening and gives the listener back: nothing is passed on any more,
 * whoever still holds the object. NULL is fine. */
void nv_listener_free(nv_listener *listener);

#endif
