/* SPDX-License-Identifier: MPL-2.0 */
/* Making one call of the binding fail. */
#include "fault.h"

#include <string.h>

#include "uno/uno.h"

bool __real_nv_uno_call(void *self, nv_uno_type *type, int member, void *result,
                        void **args, nv_error *err);
void *__real_nv_uno_query(void *object, nv_uno_type *type, nv_error *err);
void *__real_nv_uno_need(void *object, nv_uno_type *type, nv_error *err);
bool __wrap_nv_uno_call(void *self, nv_uno_type *type, int member, void *result,
                        void **args, nv_error *err);
void *__wrap_nv_uno_query(void *object, nv_uno_type *type, nv_error *err);
void *__wrap_nv_uno_need(void *object, nv_uno_type *type, nv_error *err);

static struct {
    bool is_armed, is_after;
    int number, calls;
} fault;

void nv_fault_arm(int number, bool is_after)
{
    fault.is_armed = true;
    fault.is_after = is_after;
    fault.number = number;
    fault.calls = 0;
}

void nv_fault_disarm(void)
{
    fault.is_armed = false;
}

int nv_fault_calls(void)
{
    return fault.calls;
}

/* Whether this call is the one; a call that would not be made is none. */
static bool is_chosen(const nv_error *err)
{
    return fault.is_armed && !(err && err->code) &&
           ++fault.calls == fault.number;
}

static bool fail(nv_uno_type *type, const char *member, nv_error *err)
{
    return nv_uno_throw(err, "com.sun.star.uno.RuntimeException",
                        "thrown for the test at call %d, %s::%s", fault.number,
                        type->name, member);
}

bool __wrap_nv_uno_call(void *self, nv_uno_type *type, int member, void *result,
                        void **args, nv_error *err)
{
    if (!is_chosen(err))
        return __real_nv_uno_call(self, type, member, result, args, err);
    if (fault.is_after)
        __real_nv_uno_call(self, type, member, result, args, err);
    return fail(type, type->members[member].name, err);
}

/* A query changes nothing, so before and after are the same. */
void *__wrap_nv_uno_query(void *object, nv_uno_type *type, nv_error *err)
{
    if (!is_chosen(err))
        return __real_nv_uno_query(object, type, err);
    fail(type, "queryInterface", err);
    return NULL;
}

void *__wrap_nv_uno_need(void *object, nv_uno_type *type, nv_error *err)
{
    if (!is_chosen(err))
        return __real_nv_uno_need(object, type, err);
    fail(type, "queryInterface", err);
    return NULL;
}
