/* SPDX-License-Identifier: MPL-2.0 */
/* The door of the test component: an echo, and a driver that runs tests and
 * returns what it found. The driver is an XJob, which needs no types of ours
 * on the side of the script that calls it. Its argument "run" names tests,
 * "echo" the service to test with. */
#include "echo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

typedef struct {
    nv_uno_object base;
    css_uno_XComponentContext *context;
} driver;

void report_line(report *to, bool ok, const char *rule, const char *why)
{
    char line[600];
    if (to->count == (sal_Int32)NV_COUNT_OF(to->lines))
        return;
    snprintf(line, sizeof line, ok ? "ok - %s" : "not ok - %s: %s", rule, why);
    to->lines[to->count++] = nv_uno_string(line);
}

/* The text of a named argument, to be freed; "" when it is not there. */
static char *argument(css_beans_NamedValue_seq args, const char *name)
{
    for (sal_Int32 i = 0; i < css_beans_NamedValue_seq_len(args); i++) {
        const css_beans_NamedValue *arg = &css_beans_NamedValue_seq_at(args)[i];
        if (nv_uno_string_equals(arg->Name, name))
            return nv_uno_utf8(nv_uno_any_get_string(&arg->Value));
    }
    return nv_uno_utf8(NULL);
}

static void run_echo(report *to, echo *other)
{
    check_echo(to, other);
    check_calls(to, other);
}

/* Where alive objects are the driver and the factories of this component. */
static void run_count(report *to, echo *other)
{
    char count[40];
    (void)other;
    snprintf(count, sizeof count, "%d objects", (int)nv_uno_object_count());
    report_line(to, true, count, "");
}

static void run_types(report *to, echo *other)
{
    (void)other;
    check_types(to);
}

static void run_weak(report *to, echo *other)
{
    (void)other;
    check_weak(to);
}

static void run_timers(report *to, echo *other)
{
    (void)other;
    check_timers(to);
}

static void run_hour(report *to, echo *other)
{
    (void)other;
    arm_for_an_hour(to);
}

static const struct {
    const char *name;
    void (*run)(report *to, echo *other);
} suites[] = {
    {"echo", run_echo},   {"anys", check_anys},   {"count", run_count},
    {"weak", run_weak},   {"timers", run_timers}, {"hour", run_hour},
    {"types", run_types},
};

static void run(report *to, const char *name, echo *other)
{
    for (size_t i = 0; i < NV_COUNT_OF(suites); i++)
        if (strcmp(suites[i].name, name) == 0)
            suites[i].run(to, other);
}

static uno_Any execute(void *self, css_beans_NamedValue_seq args, nv_error *err)
{
    driver *d = self;
    report to = {.context = d->context};
    char *suite = argument(args, "run");
    char *service = argument(args, "echo");
    NV_UNO_OWNED css_uno_XInterface *made =
        *service ? nv_uno_create(d->context, service, err) : NULL;
    NV_UNO_OWNED echo *other = org_noteverbale_test_XEcho_query(made, err);
    if (!err->code)
        run(&to, suite, other);
    nv_uno_string_seq lines = nv_uno_string_seq_new(to.lines, to.count);
    uno_Any result = nv_uno_string_seq_any(lines);
    nv_uno_string_seq_release(&lines);
    for (sal_Int32 i = 0; i < to.count; i++)
        nv_uno_string_release(to.lines[i]);
    free(suite);
    free(service);
    return result;
}

static void destroy(void *self)
{
    nv_uno_release(((driver *)self)->context);
}

static const css_task_XJob_methods job = {.execute = execute};
static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_task_XJob, &job),
};
static const nv_uno_class driver_class = {
    .name = "org.noteverbale.test.Driver",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(driver),
    .destroy = destroy,
};

static void *new_driver(css_uno_XComponentContext *context, nv_error *err)
{
    driver *made = nv_uno_object_new(&driver_class, err);
    if (made)
        made->context = nv_uno_acquire(context);
    return made;
}

static const nv_uno_component components[] = {
    {"org.noteverbale.test.Echo", new_echo},
    {"org.noteverbale.test.Driver", new_driver},
};

__attribute__((visibility("default"))) void *
component_getFactory(const char *implementation, void *service_manager,
                     void *unused)
{
    (void)service_manager, (void)unused;
    return nv_uno_factory(components, NV_COUNT_OF(components), implementation);
}
