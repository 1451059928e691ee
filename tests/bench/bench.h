/* SPDX-License-Identifier: MPL-2.0 */
/* Figures measured inside the office's process, each beside its peer. */
#ifndef NV_TESTS_BENCH_H
#define NV_TESTS_BENCH_H

#include <stddef.h>

#include "css.h"
#include "uno/uno.h"

/* Measures and writes a table, a line each, to `answer` (`size` bytes with the
 * '\0'), or one line that says what failed. Opens documents and closes them;
 * takes some seconds. `folder` has what tests/writer/shelf.h wants. */
void nv_bench(css_uno_XComponentContext *context, const char *folder,
              char *answer, size_t size);

#endif
