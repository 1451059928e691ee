/* SPDX-License-Identifier: MPL-2.0 */
/* What somebody types who looks for an event. */
#ifndef NV_TESTS_BENCH_QUERY_H
#define NV_TESTS_BENCH_QUERY_H

#include "event.h"

/* Adds a query that wants the event, and a line end. `number` says how it is
 * asked for: names, places, dates, years, kinds, words of the title, a phrase,
 * a misspelling, fields, what must not be; in five languages. */
void bench_query_write(bench_world *world, const bench_event *event,
                       uint32_t number, nv_buffer *out);

#endif
