/* SPDX-License-Identifier: MPL-2.0 */
/* See runs.h. */
#include "writer/runs.h"

#include <stdlib.h>

#include "writer/styles.h"

static void mark_run(css_text_XTextCursor *cursor, const nv_run *run,
                     const nv_locales *locales, nv_error *err)
{
    css_text_XTextCursor_goRight(cursor, nv_runs_count(run->text), true, err);
    nv_styles_mark(cursor, run->format, err);
    if (run->language)
        nv_locales_mark(locales, cursor, run->language, err);
    css_text_XTextCursor_collapseToEnd(cursor, err);
}

static void mark_runs(css_text_XText *text, css_text_XTextCursor *written,
                      const nv_note *note, const nv_locales *locales,
                      nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextCursor_getStart(written, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, start, err);

    for (size_t i = 0; i < note->count && !err->code; i++)
        mark_run(cursor, &note->runs[i], locales, err);
}

sal_Int16 nv_runs_count(const char *utf8)
{
    int count = 0;

    for (; *utf8; utf8++)
        count += (*utf8 & 0xc0) != 0x80;
    return (sal_Int16)(count < SAL_MAX_INT16 ? count : SAL_MAX_INT16);
}

void nv_runs_write(css_text_XText *text, css_text_XTextCursor *cursor,
                   const nv_note *note, const char *language,
                   const nv_locales *locales, nv_error *err)
{
    char *utf8 = nv_note_text(note);
    NV_UNO_OWNED_STRING rtl_uString *whole = nv_uno_string(utf8);

    if (!utf8)
        nv_fail(err, NV_ERROR_MEMORY, 0,
                "There is no memory to write the note");
    free(utf8);
    css_text_XTextCursor_setString(cursor, whole, err);
    nv_locales_mark(locales, cursor, language, err);
    mark_runs(text, cursor, note, locales, err);
}
