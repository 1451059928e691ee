/* SPDX-License-Identifier: MPL-2.0 */
/* The worker, its timers, and the way to the main thread.
 *
 * One mutex guards everything here; it is never held while LibreOffice or the
 * caller's code runs. A timer that is due does not run on the worker: a note
 * about it is sent to the main thread, and whether it still stands is looked
 * at there, so a stop on the main thread is final. Sending takes no lock of
 * LibreOffice's, so the main thread may wait for the worker while it ends. */
#include "uno/later.h"

#include "internal.h"

#include <stdlib.h>

#include "base/array.h"

struct nv_uno_timer {
    struct nv_uno_timer *next; /* while it is armed */
    void (*run)(void *data);   /* NULL once it was freed */
    void *data;
    sal_uInt32 started, delay; /* milliseconds of osl's timer */
    unsigned round;            /* counts starts and stops */
    int references;            /* the caller's, and that of each note sent */
};

static struct {
    nv_uno_timer *armed;
    oslThread worker;
    oslCondition wake; /* set when `armed` or `has_ended` changed */
    bool has_ended;    /* the office has: nothing is run any more */
    css_awt_XRequestCallback *main_thread;
    bool is_prepared;
} office;

/* What is sent to the main thread: an object that runs a function there. */

typedef struct {
    nv_uno_object base;
    void (*run)(void *data);
    void *data;
    nv_uno_timer *timer; /* that sent it, or NULL */
    unsigned round;      /* of the timer when it was due */
} note;

static void drop(nv_uno_timer *timer)
{
    nv_uno_lock();
    bool is_last = timer && --timer->references == 0;
    nv_uno_unlock();
    if (is_last)
        free(timer);
}

static void notify(void *self, const uno_Any *data, nv_error *err)
{
    note *n = self;
    (void)data;
    (void)err;
    nv_uno_lock();
    bool stands = !office.has_ended &&
                  (!n->timer || (n->timer->run && n->round == n->timer->round));
    nv_uno_unlock();
    if (stands)
        n->run(n->data);
}

static void destroy_note(void *self)
{
    drop(((note *)self)->timer);
}

static const css_awt_XCallback_methods callback = {.notify = notify};
static const nv_uno_interface note_interfaces[] = {
    NV_UNO_INTERFACE(css_awt_XCallback, &callback),
};
static const nv_uno_class note_class = {
    .name = "nv_uno_note",
    .interfaces = note_interfaces,
    .interface_count = NV_COUNT_OF(note_interfaces),
    .size = sizeof(note),
    .destroy = destroy_note,
};

/* Sends the note, which is taken. */
static bool send(note *n, nv_error *err)
{
    nv_error why = {0};
    nv_uno_lock();
    css_awt_XRequestCallback *to =
        office.has_ended ? NULL : nv_uno_acquire(office.main_thread);
    nv_uno_unlock();
    if (to)
        css_awt_XRequestCallback_addCallback(to, css_awt_XCallback_of(&n->base),
                                             NULL, &why);
    else
        nv_fail(&why, NV_ERROR_UNO, 0,
                "LibreOffice is closing: nothing can be started any more");
    nv_uno_release(to);
    nv_uno_release(n);
    if (why.code)
        nv_fail(err, why.code, 0, "%s", why.message);
    return !why.code;
}

/* The end of the office */

static void end(void)
{
    nv_uno_lock();
    office.has_ended = true;
    oslThread worker = office.worker;
    oslCondition wake = office.wake;
    css_awt_XRequestCallback *main_thread = office.main_thread;
    office.worker = NULL;
    office.wake = NULL;
    office.main_thread = NULL;
    if (wake)
        osl_setCondition(wake);
    nv_uno_unlock();
    if (worker) {
        osl_joinWithThread(worker);
        osl_destroyThread(worker);
    }
    if (wake)
        osl_destroyCondition(wake);
    nv_uno_release(main_thread);
}

static void query_termination(void *self, const css_lang_EventObject *event,
                              nv_error *err)
{
    (void)self; /* we never object */
    (void)event;
    (void)err;
}

static void on_end(void *self, const css_lang_EventObject *event, nv_error *err)
{
    (void)self;
    (void)event;
    (void)err;
    end();
}

static const css_frame_XTerminateListener_methods terminate = {
    .queryTermination = query_termination,
    .notifyTermination = on_end,
    .disposing = on_end,
};
static const nv_uno_interface listener_interfaces[] = {
    NV_UNO_INTERFACE(css_frame_XTerminateListener, &terminate),
};
static const nv_uno_class listener_class = {
    .name = "nv_uno_end_listener",
    .interfaces = listener_interfaces,
    .interface_count = NV_COUNT_OF(listener_interfaces),
    .size = sizeof(nv_uno_object),
};

static void listen_for_end(css_uno_XComponentContext *context, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *desktop =
        nv_uno_create(context, "com.sun.star.frame.Desktop", err);
    NV_UNO_OWNED css_frame_XDesktop *as_desktop =
        css_frame_XDesktop_need(desktop, err);
    nv_uno_object *listener = nv_uno_object_new(&listener_class, err);
    css_frame_XDesktop_addTerminateListener(
        as_desktop, css_frame_XTerminateListener_of(listener), err);
    nv_uno_release(listener);
}

/* At first use: finds the way to the main thread and to the office's end. */
static bool prepare(css_uno_XComponentContext *context, nv_error *err)
{
    nv_error why = {0};
    nv_uno_lock();
    bool is_prepared = office.is_prepared;
    nv_uno_unlock();
    if (is_prepared)
        return true;
    NV_UNO_OWNED css_uno_XInterface *made =
        nv_uno_create(context, "com.sun.star.awt.AsyncCallback", &why);
    css_awt_XRequestCallback *main_thread =
        css_awt_XRequestCallback_need(made, &why);
    nv_uno_lock();
    bool is_mine = !why.code && !office.is_prepared;
    if (is_mine) {
        office.main_thread = main_thread;
        office.is_prepared = true;
    }
    nv_uno_unlock();
    if (is_mine)
        listen_for_end(context, &why);
    else
        nv_uno_release(main_thread);
    if (is_mine && why.code) /* it has come already */
        end();
    if (why.code)
        nv_fail(err, why.code, 0, "%s", why.message);
    return !why.code;
}

bool nv_uno_later(css_uno_XComponentContext *context, void (*run)(void *data),
                  void *data, nv_error *err)
{
    if (!prepare(context, err))
        return false;
    note *n = nv_uno_object_new(&note_class, err);
    if (!n)
        return false;
    n->run = run;
    n->data = data;
    return send(n, err);
}

/* The worker */

enum { RETRY = 200 /* milliseconds, where a note found no memory */ };

/* Takes one timer that is due out of the chain, as a note about it; or NULL,
 * and *wait is the time until the next, 0 when none is armed. A clock that
 * was set back makes a timer due rather than late. */
static note *take_due(sal_uInt32 now, sal_uInt32 *wait)
{
    *wait = 0;
    for (nv_uno_timer **at = &office.armed; *at; at = &(*at)->next) {
        nv_uno_timer *timer = *at;
        sal_uInt32 passed = now - timer->started;
        if (passed < timer->delay) {
            sal_uInt32 rest = timer->delay - passed;
            *wait = !*wait || rest < *wait ? rest : *wait;
            continue;
        }
        note *n = nv_uno_object_new(&note_class, NULL);
        if (!n) {
            *wait = RETRY;
            return NULL;
        }
        *at = timer->next;
        n->run = timer->run;
        n->data = timer->data;
        n->timer = timer;
        n->round = timer->round;
        timer->references++;
        return n;
    }
    return NULL;
}

/* Sends what is due and waits for what comes next; false at the end. */
static bool work_once(oslCondition wake)
{
    sal_uInt32 wait;
    nv_uno_lock();
    osl_resetCondition(wake);
    bool has_ended = office.has_ended;
    note *due = has_ended ? NULL : take_due(osl_getGlobalTimer(), &wait);
    nv_uno_unlock();
    if (has_ended)
        return false;
    if (due) {
        send(due, NULL);
        return true;
    }
    TimeValue until = {wait / 1000, wait % 1000 * 1000000};
    osl_waitCondition(wake, wait ? &until : NULL);
    return true;
}

static void SAL_CALL work(void *wake)
{
    osl_setThreadName("nv_uno_timers");
    while (work_once(wake))
        ;
}

/* Under the lock: osl_createThread waits for the thread to have begun, and
 * work() takes the lock only after that. */
static bool has_worker(void)
{
    if (office.has_ended)
        return false;
    if (!office.wake)
        office.wake = osl_createCondition();
    if (!office.worker && office.wake)
        office.worker = osl_createThread(work, office.wake);
    return office.worker != NULL;
}

/* Timers */

static void disarm(nv_uno_timer *timer)
{
    nv_uno_timer **at = &office.armed;
    while (*at && *at != timer)
        at = &(*at)->next;
    if (*at)
        *at = timer->next;
    timer->round++;
}

nv_uno_timer *nv_uno_timer_new(css_uno_XComponentContext *context,
                               void (*run)(void *data), void *data,
                               nv_error *err)
{
    if (!prepare(context, err))
        return NULL;
    nv_uno_timer *timer = calloc(1, sizeof *timer);
    if (!timer) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory for a timer");
        return NULL;
    }
    timer->run = run;
    timer->data = data;
    timer->references = 1;
    return timer;
}

void nv_uno_timer_start(nv_uno_timer *timer, unsigned milliseconds)
{
    if (!timer)
        return;
    nv_uno_lock();
    disarm(timer);
    if (has_worker()) {
        timer->started = osl_getGlobalTimer();
        timer->delay = milliseconds;
        timer->next = office.armed;
        office.armed = timer;
        osl_setCondition(office.wake);
    }
    nv_uno_unlock();
}

void nv_uno_timer_stop(nv_uno_timer *timer)
{
    if (!timer)
        return;
    nv_uno_lock();
    disarm(timer);
    nv_uno_unlock();
}

void nv_uno_timer_free(nv_uno_timer *timer)
{
    if (!timer)
        return;
    nv_uno_lock();
    disarm(timer);
    timer->run = NULL;
    nv_uno_unlock();
    drop(timer);
}
