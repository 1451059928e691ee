/* SPDX-License-Identifier: MPL-2.0 */
/* An office that throws: the n-th call of the binding fails. Works only in a
 * library linked with --wrap of nv_uno_call, nv_uno_query and nv_uno_need. */
#ifndef NV_TESTS_FAULT_H
#define NV_TESTS_FAULT_H

#include <stdbool.h>

/* Counts calls from now on. The one of that number (from 1; 0: none) throws a
 * RuntimeException: in place of the call or, with `is_after`, when the call has
 * done its work. */
void nv_fault_arm(int number, bool is_after);

void nv_fault_disarm(void);

/* How many calls were made between the two. */
int nv_fault_calls(void);

#endif
