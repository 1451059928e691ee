/* SPDX-License-Identifier: MPL-2.0 */
/* A typed call against the same through pDispatcher by hand. The callee is
 * LibreOffice's own C++, so both cross the bridge. */
#include "echo.h"

#include <stdio.h>
#include <time.h>

enum { CALLS = 200000, ROUNDS = 7 };

typedef double (*loop)(css_container_XElementAccess *object);

static double nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static double typed(css_container_XElementAccess *object)
{
    nv_error err = {0};
    double start = nanoseconds();
    for (int i = 0; i < CALLS; i++)
        css_container_XElementAccess_hasElements(object, &err);
    return (nanoseconds() - start) / CALLS;
}

static double by_hand(css_container_XElementAccess *object)
{
    uno_Interface *uno = (uno_Interface *)object;
    typelib_TypeDescription *member = NULL;
    typelib_typedescription_getByName(
        &member,
        NV_UNO_STR("com.sun.star.container.XElementAccess::hasElements"));
    double start = nanoseconds();
    for (int i = 0; i < CALLS; i++) {
        sal_Bool result;
        uno_Any exception, *thrown = &exception;
        uno->pDispatcher(uno, member, &result, NULL, &thrown);
        if (thrown)
            uno_any_destruct(thrown, NULL);
    }
    double each = (nanoseconds() - start) / CALLS;
    typelib_typedescription_release(member);
    return each;
}

static double best(loop run, css_container_XElementAccess *object)
{
    double least = run(object);
    for (int i = 1; i < ROUNDS; i++) {
        double again = run(object);
        least = again < least ? again : least;
    }
    return least;
}

void measure(report *to)
{
    char text[120];
    nv_error err = {0};
    NV_UNO_OWNED css_uno_XInterface *made =
        nv_uno_create(to->context, "com.sun.star.beans.PropertyBag", &err);
    NV_UNO_OWNED css_container_XElementAccess *object =
        css_container_XElementAccess_need(made, &err);
    if (err.code) {
        report_line(to, false, "a call can be measured", err.message);
        return;
    }
    snprintf(text, sizeof text, "a typed call %.1f ns, by hand %.1f ns",
             best(typed, object), best(by_hand, object));
    report_line(to, true, text, "");
}
