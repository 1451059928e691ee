/* SPDX-License-Identifier: MPL-2.0 */
/* See note_html.h. */
#include "note/note_html.h"

#include "base/array.h"
#include "registry/exchange/markup.h"

/* What each format is in HTML; the first is outermost. */
static const struct {
    unsigned format;
    const char *open, *close;
} elements[] = {
    {NV_CSL_ITALIC | NV_CSL_OBLIQUE, "<i>", "</i>"},
    {NV_CSL_BOLD, "<b>", "</b>"},
    {NV_CSL_SMALL_CAPS, "<span style=\"font-variant: small-caps\">", "</span>"},
    {NV_CSL_UNDERLINE, "<u>", "</u>"},
    {NV_CSL_SUPERSCRIPT, "<sup>", "</sup>"},
    {NV_CSL_SUBSCRIPT, "<sub>", "</sub>"},
};

static void add_run(nv_buffer *out, const nv_run *run)
{
    if (run->language)
        nv_buffer_add_format(out, "<span lang=\"%s\">", run->language);
    for (size_t i = 0; i < NV_COUNT_OF(elements); i++)
        if (run->format & elements[i].format)
            nv_buffer_add_text(out, elements[i].open);
    nv_markup_add(out, run->text);
    for (size_t i = NV_COUNT_OF(elements); i-- > 0;)
        if (run->format & elements[i].format)
            nv_buffer_add_text(out, elements[i].close);
    if (run->language)
        nv_buffer_add_text(out, "</span>");
}

void nv_note_add_html(nv_buffer *out, const nv_note *note, nv_language language)
{
    nv_buffer_add_format(out, "<p lang=\"%s\">", nv_language_code(language));
    for (size_t i = 0; i < note->count; i++)
        add_run(out, &note->runs[i]);
    nv_buffer_add_text(out, "</p>");
}
