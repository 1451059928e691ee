/* SPDX-License-Identifier: MPL-2.0 */
/* The library's mutex, made at first use: C11 has none that stands ready. */
#include "internal.h"

static oslMutex mutex(void)
{
    static _Atomic(oslMutex) kept;
    oslMutex known = atomic_load(&kept);
    if (known)
        return known;
    oslMutex made = osl_createMutex();
    if (atomic_compare_exchange_strong(&kept, &known, made))
        return made;
    osl_destroyMutex(made);
    return known;
}

void nv_uno_lock(void)
{
    osl_acquireMutex(mutex());
}

void nv_uno_unlock(void)
{
    osl_releaseMutex(mutex());
}
