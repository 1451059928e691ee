/* SPDX-License-Identifier: MPL-2.0 */
/* Whether what was generated agrees with the office that runs: each type is
 * known there and as large, each member is found. */
#include "echo.h"

#include <stdio.h>

#include "uno/internal.h"

extern nv_uno_type *const all_types[]; /* written by build_component.py */

static void check_type(report *to, nv_uno_type *type, int *members)
{
    nv_error err = {0};
    nv_uno_describe(type, &err);
    for (int i = 0; i < type->member_count; i++, ++*members)
        nv_uno_describe_member(type, i, &err);
    if (err.code)
        report_line(to, false, type->name, err.message);
}

void check_types(report *to)
{
    int types = 0, members = 0;
    for (; all_types[types]; types++)
        check_type(to, all_types[types], &members);
    char rule[100];
    snprintf(rule, sizeof rule, "%d types and %d members are the office's own",
             types, members);
    report_line(to, types > 100 && members > 500, rule, "too few");
}
