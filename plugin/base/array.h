/* SPDX-License-Identifier: MPL-2.0 */
/* Counting the elements of an array whose size the compiler knows. */
#ifndef NV_BASE_ARRAY_H
#define NV_BASE_ARRAY_H

#define NV_COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
