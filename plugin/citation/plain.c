/* SPDX-License-Identifier: MPL-2.0 */
/* Finished texts without any attributes. */
#include "citation/text.h"

/* Does what stands in `display` begin a new line after what stands in
 * `before`? The right part of a line does not, after its left one. */
static bool begins_line(uint8_t before, uint8_t display)
{
    return display != before &&
           !(before == NV_CSL_LEFT_MARGIN && display == NV_CSL_RIGHT_INLINE);
}

void nv_csl_text_write_plain(const nv_csl_text *text, nv_buffer *out)
{
    uint8_t before = NV_CSL_INLINE;

    for (uint32_t i = 0; i < text->run_count; i++) {
        const nv_csl_run *run = &text->runs[i];

        if (i && begins_line(before, run->display))
            nv_buffer_add_char(out, '\n');
        else if (i && run->display != before)
            nv_buffer_add_char(out, ' ');
        nv_buffer_add(out, text->text + run->start, run->len);
        before = run->display;
    }
}
