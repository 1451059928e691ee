/* SPDX-License-Identifier: MPL-2.0 */
/* The sources of an event. */
#ifndef NV_TESTS_BENCH_SOURCE_H
#define NV_TESTS_BENCH_SOURCE_H

#include "writer.h"

/* Adds the source with the key "s" and the number. */
void bench_write_source(const bench_writer *w, uint32_t number);

#endif
