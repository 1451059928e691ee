/* SPDX-License-Identifier: MPL-2.0 */
/* The parts of the test component. */
#ifndef NV_TESTS_UNO_ECHO_H
#define NV_TESTS_UNO_ECHO_H

#include "css.h"
#include "uno/later.h"

/* Short names for the types of test.idl. */
typedef org_noteverbale_test_Colour colour;
typedef org_noteverbale_test_Inner inner;
typedef org_noteverbale_test_Further further;
typedef org_noteverbale_test_Holder_string holder;
typedef org_noteverbale_test_Holder_org_noteverbale_test_Further nested;
typedef org_noteverbale_test_XEcho echo;

/* An XEcho of ours. */
void *new_echo(css_uno_XComponentContext *context, nv_error *err);

/* What the drivers write down: a line for each rule. */
typedef struct {
    css_uno_XComponentContext *context;
    rtl_uString *lines[256];
    sal_Int32 count;
} report;

void report_line(report *to, bool ok, const char *rule, const char *why);

/* The tests: with an XEcho, of ours or another's; of all types that were
 * generated; of weak references; of timers. */
void check_echo(report *to, echo *other);
void check_anys(report *to, echo *other);
void check_calls(report *to, echo *other);
void check_types(report *to);
void check_weak(report *to);
void check_timers(report *to);

/* Leaves a timer armed that would go off in an hour. */
void arm_for_an_hour(report *to);

#endif
