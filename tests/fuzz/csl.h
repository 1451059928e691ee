/* SPDX-License-Identifier: MPL-2.0 */
/* What the targets of the citation processor share. */
#ifndef NV_TESTS_FUZZ_CSL_H
#define NV_TESTS_FUZZ_CSL_H

#include "base/error.h"
#include "fuzz.h"

/* A call that gave nothing says why, in a sentence of UTF-8. */
static inline void check_refused(const void *given, const nv_error *err)
{
    DEMAND(!given == (err->code != NV_OK), "it is given or an error is set");
    DEMAND(given || err->message[0], "an error has a sentence");
    DEMAND(is_utf8(err->message), "the sentence is UTF-8");
}

#endif
