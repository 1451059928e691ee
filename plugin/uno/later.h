/* SPDX-License-Identifier: MPL-2.0 */
/* Running something later, on the main thread. UNO has no timer: one worker
 * thread sleeps until the next one is due and hands it to the main thread. It
 * is started with the first timer and is stopped and joined when the office
 * ends; from then on nothing is run any more, what was asked for before is
 * forgotten, and starting a timer does nothing. Nothing polls. */
#ifndef NV_UNO_LATER_H
#define NV_UNO_LATER_H

#include <stdbool.h>

#include "base/error.h"
#include "uno/uno.h"

/* Runs `run` once on the main thread, soon, after what it does now. From any
 * thread. False with *err set when the office can't: then it is never run.
 * `data` must live until it has run, or the office has ended. */
bool nv_uno_later(css_uno_XComponentContext *context, void (*run)(void *data),
                  void *data, nv_error *err);

typedef struct nv_uno_timer nv_uno_timer;

/* A timer at rest, owned by the caller; NULL with *err set. `run` is called on
 * the main thread. */
nv_uno_timer *nv_uno_timer_new(css_uno_XComponentContext *context,
                               void (*run)(void *data), void *data,
                               nv_error *err);

/* Lets it run once, `milliseconds` from now; a time that was set before is
 * forgotten. From any thread. NULL is fine, for stop too. */
void nv_uno_timer_start(nv_uno_timer *timer, unsigned milliseconds);

/* After it, on the main thread, `run` is not called until the next start. */
void nv_uno_timer_stop(nv_uno_timer *timer);

/* Stops and frees it; call it on the main thread, in `run` too. NULL is
 * fine. */
void nv_uno_timer_free(nv_uno_timer *timer);

#endif
