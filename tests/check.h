/* SPDX-License-Identifier: MPL-2.0 */
/* What every test includes: cmocka, and checks that carry a label saying which
 * rule they test. */
#ifndef NV_TESTS_CHECK_H
#define NV_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Fails with both texts and the label when they differ; NULL equals NULL. */
#define CHECK_STR(got, wanted, label)                                          \
    do {                                                                       \
        const char *got_ = (got), *wanted_ = (wanted);                         \
        if (!got_ != !wanted_ || (got_ && strcmp(got_, wanted_) != 0))         \
            fail_msg("%s:\n  got    %s\n  wanted %s", (label),                 \
                     got_ ? got_ : "(none)", wanted_ ? wanted_ : "(none)");    \
    } while (0)

/* Fails with the label when the condition does not hold. */
#define CHECK(condition, label)                                                \
    do {                                                                       \
        if (!(condition))                                                      \
            fail_msg("%s: %s does not hold", (label), #condition);             \
    } while (0)

#endif
