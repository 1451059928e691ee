/* SPDX-License-Identifier: MPL-2.0 */
/* See fill.h. */
#include "base/fill.h"

#include <string.h>

/* The number of the place that begins at `text`, 1 to 9; 0 where none does. */
static size_t place_at(const char *text)
{
    if (text[0] == '{' && text[1] >= '1' && text[1] <= '9' && text[2] == '}')
        return (size_t)(text[1] - '0');
    return 0;
}

void nv_fill(nv_buffer *out, const char *text, const char *const values[],
             size_t count)
{
    for (const char *at = text; *at;) {
        size_t place = place_at(at);

        if (place == 0) {
            nv_buffer_add_char(out, *at++);
            continue;
        }
        if (place <= count)
            nv_buffer_add_text(out, values[place - 1]);
        at += strlen("{1}");
    }
}
