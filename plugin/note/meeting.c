/* SPDX-License-Identifier: MPL-2.0 */
/* See meeting.h. */
#include "note/meeting.h"

enum { WINDOW = 48 };

static size_t at_most_window(size_t count)
{
    return count < WINDOW ? count : WINDOW;
}

nv_meeting nv_find_meeting(const nv_orders *orders, size_t i, size_t j)
{
    const size_t before = at_most_window(orders->before_count - i);
    const size_t after = at_most_window(orders->after_count - j);

    for (size_t both = 0; both < before + after; both++)
        for (size_t gone = 0; gone <= both; gone++)
            if (gone < before && both - gone < after &&
                orders->is_same(orders->host, i + gone, j + both - gone))
                return (nv_meeting){gone, both - gone};
    return (nv_meeting){before, after};
}
