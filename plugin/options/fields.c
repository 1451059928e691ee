/* SPDX-License-Identifier: MPL-2.0 */
/* See fields.h. */
#include "options/fields.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/note.h"
#include "sidebar/style_store.h"

enum { ROWS = 6 };

/* Lists with one value for each row, as options.xdl has them. */
static const struct {
    nv_setting setting;
    const char *control;
    const char *values[ROWS]; /* the last ones NULL */
} lists[] = {
    {NV_SETTING_LANGUAGE, "language", {"", "en", "fr", "de", "es", "ru"}},
    {NV_SETTING_KIND, "kind", {"footnote", "endnote", "text"}},
    {NV_SETTING_LIST, "list", {"tree", "painted"}},
};

/* Check boxes that are one part each. */
static const struct {
    const char *control, *word;
    nv_part part;
} parts[] = {
    {"date", "date", NV_PART_DATE},
    {"signatories", "signatories", NV_PART_SIGNATORIES},
    {"wording", "wording", NV_PART_WORDING},
    {"source", "source", NV_PART_SOURCE},
};

static const char style_list[] = "style";
static const char from_text[] = "from_text";

/* Styles: row 0 stands for that of each language. */

void nv_fields_open(css_uno_XComponentContext *context, css_awt_XWindow *window)
{
    nv_style_set *styles = nv_style_store_take(context, NULL);
    const size_t count = styles ? nv_library_count(styles->library) : 0;
    const char **rows = calloc(count + 1, sizeof *rows);
    char *first = nv_window_text(window, "style_by_language", NULL);

    if (rows && first) {
        rows[0] = first;
        for (size_t i = 0; i < count; i++)
            rows[i + 1] = nv_library_entry_at(styles->library, i)->title;
        nv_window_fill(window, style_list, rows, count + 1);
    }
    free(first);
    free(rows);
    nv_style_set_release(styles);
}

/* The row of a style; -1: it is not there. */
static int row_of_style(const nv_library *library, const char *id)
{
    if (id[0] == '\0')
        return 0;
    for (size_t i = 0; i < nv_library_count(library); i++)
        if (strcmp(nv_library_entry_at(library, i)->id, id) == 0)
            return (int)i + 1;
    return -1;
}

static void show_style(css_uno_XComponentContext *context,
                       css_awt_XWindow *window, const char *id)
{
    nv_style_set *styles = nv_style_store_take(context, NULL);
    const int row = styles ? row_of_style(styles->library, id) : -1;

    if (row >= 0)
        nv_window_choose_row(window, style_list, row);
    nv_style_set_release(styles);
}

static void read_style(css_uno_XComponentContext *context,
                       css_awt_XWindow *window, nv_setting_values *values)
{
    nv_style_set *styles = nv_style_store_take(context, NULL);
    const int row = nv_window_row(window, style_list);

    if (row == 0)
        nv_setting_values_set(values, NV_SETTING_STYLE, "");
    else if (styles && row > 0 &&
             (size_t)row <= nv_library_count(styles->library))
        nv_setting_values_set(
            values, NV_SETTING_STYLE,
            nv_library_entry_at(styles->library, (size_t)row - 1)->id);
    nv_style_set_release(styles);
}

/* The others */

static void show_list(css_awt_XWindow *window, size_t list, const char *value)
{
    for (int row = 0; row < ROWS && lists[list].values[row]; row++)
        if (strcmp(lists[list].values[row], value) == 0)
            nv_window_choose_row(window, lists[list].control, row);
}

static void show_parts(css_awt_XWindow *window, const char *value)
{
    const unsigned wanted = nv_setting_parts(value);

    for (size_t i = 0; i < NV_COUNT_OF(parts); i++)
        nv_window_tick(window, parts[i].control, (wanted & parts[i].part) != 0);
}

void nv_fields_show(css_uno_XComponentContext *context, css_awt_XWindow *window,
                    const nv_setting_values *values)
{
    if (values->of[NV_SETTING_STYLE])
        show_style(context, window, values->of[NV_SETTING_STYLE]);
    for (size_t i = 0; i < NV_COUNT_OF(lists); i++)
        if (values->of[lists[i].setting])
            show_list(window, i, values->of[lists[i].setting]);
    if (values->of[NV_SETTING_PARTS])
        show_parts(window, values->of[NV_SETTING_PARTS]);
    if (values->of[NV_SETTING_FROM_TEXT])
        nv_window_tick(window, from_text,
                       strcmp(values->of[NV_SETTING_FROM_TEXT], "yes") == 0);
}

static void read_parts(css_awt_XWindow *window, nv_setting_values *values)
{
    nv_buffer words = NV_BUFFER_INIT;

    for (size_t i = 0; i < NV_COUNT_OF(parts); i++)
        if (nv_window_is_ticked(window, parts[i].control))
            nv_buffer_add_format(&words, "%s%s", words.len > 0 ? " " : "",
                                 parts[i].word);
    if (!words.failed)
        nv_setting_values_set(values, NV_SETTING_PARTS, words.text);
    nv_buffer_release(&words);
}

void nv_fields_read(css_uno_XComponentContext *context, css_awt_XWindow *window,
                    nv_setting_values *values)
{
    read_style(context, window, values);
    for (size_t i = 0; i < NV_COUNT_OF(lists); i++) {
        const int row = nv_window_row(window, lists[i].control);

        if (row >= 0 && row < ROWS && lists[i].values[row])
            nv_setting_values_set(values, lists[i].setting,
                                  lists[i].values[row]);
    }
    read_parts(window, values);
    nv_setting_values_set(values, NV_SETTING_FROM_TEXT,
                          nv_window_is_ticked(window, from_text) ? "yes"
                                                                 : "no");
}
