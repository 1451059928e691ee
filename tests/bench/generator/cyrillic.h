/* SPDX-License-Identifier: MPL-2.0 */
/* A Latin name in Cyrillic letters, roughly as newspapers write it. */
#ifndef NV_TESTS_BENCH_CYRILLIC_H
#define NV_TESTS_BENCH_CYRILLIC_H

#include "base/buffer.h"

void bench_cyrillic(const char *latin, nv_buffer *out);

#endif
