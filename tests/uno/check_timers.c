/* SPDX-License-Identifier: MPL-2.0 */
/* Running later: on the main thread, once, in order, never after a stop. The
 * driver calls from a thread of the bridge, so it may wait for the main one. */
#define _DEFAULT_SOURCE
#include "echo.h"

#include <sys/syscall.h>
#include <unistd.h>

/* What a timer or a later call left behind. */
typedef struct {
    _Atomic(int) runs;
    _Atomic(int) order;    /* 1 for the first that ran, and so on */
    _Atomic(bool) is_main; /* it was the process's first thread */
    _Atomic(sal_uInt32) at;
    nv_uno_timer *timer; /* to be stopped or freed by `act` */
    void (*act)(nv_uno_timer *timer);
} trace;

static _Atomic(int) turn;

static void leave_trace(void *data)
{
    trace *t = data;
    atomic_store(&t->order, atomic_fetch_add(&turn, 1) + 1);
    atomic_store(&t->is_main, syscall(SYS_gettid) == getpid());
    atomic_store(&t->at, osl_getGlobalTimer());
    if (t->act)
        t->act(t->timer);
    atomic_fetch_add(&t->runs, 1);
}

static void pause_for(sal_uInt32 milliseconds)
{
    TimeValue time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    osl_waitThread(&time);
}

static bool has_run(trace *t)
{
    for (int i = 0; i < 500 && !atomic_load(&t->runs); i++)
        pause_for(10);
    return atomic_load(&t->runs) > 0;
}

static nv_uno_timer *new_timer(report *to, trace *t)
{
    return nv_uno_timer_new(to->context, leave_trace, t, NULL);
}

static void check_later(report *to)
{
    nv_error err = {0};
    trace t = {0};
    report_line(to, syscall(SYS_gettid) != getpid(),
                "the driver runs on a thread of the bridge", "");
    nv_uno_later(to->context, leave_trace, &t, &err);
    report_line(to, has_run(&t) && atomic_load(&t.is_main),
                "what is asked for later runs on the main thread", err.message);
    pause_for(100);
    report_line(to, atomic_load(&t.runs) == 1, "it runs once", "");
}

static void check_once(report *to)
{
    trace t = {0};
    nv_uno_timer *timer = new_timer(to, &t);
    sal_uInt32 start = osl_getGlobalTimer();
    nv_uno_timer_start(timer, 50);
    bool ran = has_run(&t);
    report_line(to, ran && atomic_load(&t.is_main),
                "a timer runs on the main thread", "");
    report_line(to, atomic_load(&t.at) - start >= 50,
                "a timer does not run before its time", "");
    pause_for(200);
    report_line(to, atomic_load(&t.runs) == 1, "a timer runs once", "");
    nv_uno_timer_start(timer, 1);
    pause_for(100);
    report_line(to, atomic_load(&t.runs) == 2, "a timer can be started again",
                "");
    nv_uno_timer_free(timer);
}

static void check_restart(report *to)
{
    trace t = {0};
    nv_uno_timer *timer = new_timer(to, &t);
    sal_uInt32 start = osl_getGlobalTimer();
    nv_uno_timer_start(timer, 40);
    nv_uno_timer_start(timer, 250);
    has_run(&t);
    pause_for(100);
    report_line(to,
                atomic_load(&t.runs) == 1 && atomic_load(&t.at) - start >= 250,
                "starting again replaces the time", "");
    nv_uno_timer_free(timer);
}

static void check_order(report *to)
{
    trace late = {0}, soon = {0};
    nv_uno_timer *first = new_timer(to, &late);
    nv_uno_timer *second = new_timer(to, &soon);
    nv_uno_timer_start(first, 300);
    nv_uno_timer_start(second, 20);
    has_run(&late);
    has_run(&soon);
    report_line(to, atomic_load(&soon.order) < atomic_load(&late.order),
                "a timer that is due earlier runs earlier", "");
    nv_uno_timer_free(first);
    nv_uno_timer_free(second);
}

/* The main thread is busy when the timer comes due, then stops it. */
static void dawdle_and_stop(nv_uno_timer *timer)
{
    pause_for(150);
    nv_uno_timer_stop(timer);
}

static void check_stop(report *to)
{
    trace stopped = {0};
    nv_uno_timer *timer = new_timer(to, &stopped);
    trace stopper = {.timer = timer, .act = dawdle_and_stop};
    nv_uno_timer_start(timer, 30);
    nv_uno_timer_stop(timer);
    pause_for(150);
    report_line(to, !atomic_load(&stopped.runs), "a stopped timer does not run",
                "");
    nv_uno_later(to->context, leave_trace, &stopper, NULL);
    nv_uno_timer_start(timer, 50);
    has_run(&stopper);
    pause_for(150);
    report_line(to, !atomic_load(&stopped.runs),
                "a stop on the main thread is final, even when it was due", "");
    nv_uno_timer_free(timer);
}

static void check_free(report *to)
{
    trace t = {.act = nv_uno_timer_free};
    t.timer = new_timer(to, &t);
    nv_uno_timer_start(t.timer, 1);
    report_line(to, has_run(&t), "a timer can be freed while it runs", "");
    nv_uno_timer_free(NULL);
}

void check_timers(report *to)
{
    check_later(to);
    check_once(to);
    check_restart(to);
    check_order(to);
    check_stop(to);
    check_free(to);
}

void arm_for_an_hour(report *to)
{
    static trace t;
    nv_uno_timer_start(new_timer(to, &t), 3600 * 1000);
}
