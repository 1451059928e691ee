/* SPDX-License-Identifier: MPL-2.0 */
/* See export.h. */
#include "sidebar/export.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "registry/file.h"
#include "sidebar/profile.h"
#include "writer/bibliography.h"

/* The kinds of file, the first of which the dialog starts with. */
static const struct {
    nv_phrase name;
    const char *format; /* of nv_export_format_of() */
    const char *ending;
} kinds[] = {
    {NV_PHRASE_FORMAT_JSON, "csl-json", ".json"},
    {NV_PHRASE_FORMAT_RIS, "ris", ".ris"},
    {NV_PHRASE_FORMAT_BIBTEX, "bibtex", ".bib"},
};

static css_ui_dialogs_XFilePicker3 *
make_picker(css_uno_XComponentContext *context, css_frame_XFrame *frame,
            nv_error *err)
{
    NV_UNO_OWNED css_awt_XWindow *parent =
        css_frame_XFrame_getContainerWindow(frame, err);
    uno_Any values[] = {
        nv_uno_any_short(
            css_ui_dialogs_TemplateDescription_FILESAVE_AUTOEXTENSION),
        css_awt_XWindow_any(parent),
    };
    NV_UNO_OWNED_SEQ(nv_uno_any_seq)
    args = nv_uno_any_seq_new(values, NV_COUNT_OF(values));
    NV_UNO_OWNED css_uno_XInterface *service = nv_uno_create_with(
        context, "com.sun.star.ui.dialogs.FilePicker", args, err);

    for (size_t i = 0; i < NV_COUNT_OF(values); i++)
        nv_uno_any_release(&values[i]);
    return css_ui_dialogs_XFilePicker3_need(service, err);
}

static void offer_kinds(css_ui_dialogs_XFilePicker3 *picker,
                        const nv_phrases *phrases, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *name =
        nv_uno_string(phrases->text[NV_PHRASE_EXPORT_NAME]);

    for (size_t i = 0; i < NV_COUNT_OF(kinds); i++) {
        nv_buffer pattern = NV_BUFFER_INIT;
        NV_UNO_OWNED_STRING rtl_uString *title =
            nv_uno_string(phrases->text[kinds[i].name]);
        NV_UNO_OWNED_STRING rtl_uString *files = NULL;

        nv_buffer_add_format(&pattern, "*%s", kinds[i].ending);
        files = nv_uno_string(pattern.text);
        nv_buffer_release(&pattern);
        css_ui_dialogs_XFilePicker3_appendFilter(picker, title, files, err);
        if (i == 0)
            css_ui_dialogs_XFilePicker3_setCurrentFilter(picker, title, err);
    }
    css_ui_dialogs_XFilePicker3_setDefaultName(picker, name, err);
}

static bool ends_with(const char *text, const char *ending)
{
    const size_t len = strlen(text), ending_len = strlen(ending);

    return len >= ending_len && strcmp(text + len - ending_len, ending) == 0;
}

/* The kind that the name's ending tells, else the one chosen in the list. */
static size_t kind_of(css_ui_dialogs_XFilePicker3 *picker, const char *url,
                      const nv_phrases *phrases)
{
    NV_UNO_OWNED_STRING rtl_uString *filter =
        css_ui_dialogs_XFilePicker3_getCurrentFilter(picker, NULL);
    char *chosen = nv_uno_utf8(filter);
    size_t kind = 0;

    for (size_t i = 0; i < NV_COUNT_OF(kinds); i++)
        if (chosen && strcmp(chosen, phrases->text[kinds[i].name]) == 0)
            kind = i;
    for (size_t i = 0; i < NV_COUNT_OF(kinds); i++)
        if (ends_with(url, kinds[i].ending))
            kind = i;
    free(chosen);
    return kind;
}

/* The URL of the file; NULL when the writer thinks better of it. */
static char *ask(css_ui_dialogs_XFilePicker3 *picker, nv_error *err)
{
    NV_UNO_OWNED_SEQ(nv_uno_string_seq) files = {0};
    NV_UNO_OWNED css_ui_dialogs_XFilePicker2 *second =
        css_ui_dialogs_XFilePicker2_need(picker, err);

    if (css_ui_dialogs_XFilePicker3_execute(picker, err) != 1)
        return NULL;
    files = css_ui_dialogs_XFilePicker2_getSelectedFiles(second, err);
    return nv_uno_string_seq_len(files) > 0
               ? nv_uno_utf8(nv_uno_string_seq_at(files)[0])
               : NULL;
}

static bool write_file(css_uno_XComponentContext *context, const char *url,
                       const nv_buffer *text, nv_buffer *name, nv_error *err)
{
    char *path = nv_system_path(context, url, err);
    bool is_done = path && nv_file_write(path, text->text, text->len, err);

    if (is_done)
        nv_buffer_add_text(name,
                           strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
    free(path);
    return is_done ||
           nv_fail(err, NV_ERROR_IO, 0, "%s is no file on this computer", url);
}

bool nv_export_cited(css_uno_XComponentContext *context,
                     css_frame_XFrame *frame, nv_essay *essay,
                     const nv_means *means, const nv_phrases *phrases,
                     nv_buffer *name, nv_error *err)
{
    NV_UNO_OWNED css_ui_dialogs_XFilePicker3 *picker =
        make_picker(context, frame, err);
    nv_buffer url = NV_BUFFER_INIT, text = NV_BUFFER_INIT;
    char *chosen;
    bool is_done = false;
    size_t kind;

    offer_kinds(picker, phrases, err);
    chosen = ask(picker, err);
    if (chosen) {
        kind = kind_of(picker, chosen, phrases);
        nv_buffer_add_text(&url, chosen);
        if (!ends_with(chosen, kinds[kind].ending))
            nv_buffer_add_text(&url, kinds[kind].ending);
        is_done = nv_writer_export_cited(
                      essay, means, nv_export_format_of(kinds[kind].format),
                      &text, err) &&
                  write_file(context, url.text, &text, name, err);
    }
    free(chosen);
    nv_buffer_release(&url);
    nv_buffer_release(&text);
    return is_done || err->code == NV_OK;
}
