/* SPDX-License-Identifier: MPL-2.0 */
/* See import_page.h. */
#include "sidebar/import_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "own/import.h"
#include "sidebar/outside.h"
#include "sidebar/own_store.h"
#include "sidebar/profile.h"
#include "sidebar/say_parts.h"

enum { HEADING, REPORT_LABEL, REPORT, CHOOSE, CLOSE, COUNT };

static const char *const names[COUNT] = {"heading", "report_label", "report",
                                         "choose", "close"};

static const nv_plan_row rows[] = {
    {NV_ROW_WRAPPED, HEADING, .gap = 1},
    {NV_ROW_WRAPPED, REPORT_LABEL, .gap = 0},
    {NV_ROW_LINES, REPORT, .lines = 6, .share = 10, .gap = 1},
    {NV_ROW_PREFERRED, CHOOSE, .gap = 1},
    {NV_ROW_PREFERRED, CLOSE, .gap = 1},
};

static const nv_plan plan = {names, COUNT, rows, NV_COUNT_OF(rows)};

static const nv_page_word words[] = {
    {HEADING, "Label", NV_PHRASE_IMPORT_TITLE},
    {REPORT_LABEL, "Label", NV_PHRASE_IMPORT_REPORT},
    {CHOOSE, "Label", NV_PHRASE_IMPORT_CHOOSE},
    {CHOOSE, "HelpText", NV_PHRASE_IMPORT_HELP},
    {CLOSE, "Label", NV_PHRASE_IMPORT_CLOSE},
};

static const nv_phrases *phrases_of(const nv_page *page)
{
    return &page->panel->view.resource.phrases;
}

/* Choosing files */

static css_ui_dialogs_XFilePicker3 *make_picker(const nv_page *page,
                                                nv_error *err)
{
    uno_Any values[] = {
        nv_uno_any_short(css_ui_dialogs_TemplateDescription_FILEOPEN_SIMPLE)};
    NV_UNO_OWNED_SEQ(nv_uno_any_seq)
    args = nv_uno_any_seq_new(values, NV_COUNT_OF(values));
    NV_UNO_OWNED css_uno_XInterface *service = nv_uno_create_with(
        page->panel->context, "com.sun.star.ui.dialogs.FilePicker", args, err);

    nv_uno_any_release(&values[0]);
    return css_ui_dialogs_XFilePicker3_need(service, err);
}

/* The URLs of the files; empty when the writer thinks better of it. */
static nv_uno_string_seq ask(const nv_page *page, nv_error *err)
{
    NV_UNO_OWNED css_ui_dialogs_XFilePicker3 *picker = make_picker(page, err);
    NV_UNO_OWNED css_ui_dialogs_XFilePicker2 *second =
        css_ui_dialogs_XFilePicker2_query(picker, NULL);
    NV_UNO_OWNED_STRING rtl_uString *title =
        nv_uno_string(phrases_of(page)->text[NV_PHRASE_IMPORT_FILES]);
    nv_uno_string_seq none = {0};

    if (!second)
        return none;
    css_ui_dialogs_XFilePicker3_setMultiSelectionMode(picker, true, NULL);
    css_ui_dialogs_XFilePicker3_appendFilter(
        picker, title, NV_UNO_STR("*.json;*.xml;*.nvpack;*.gz"), NULL);
    css_ui_dialogs_XFilePicker3_setCurrentFilter(picker, title, NULL);
    if (css_ui_dialogs_XFilePicker3_execute(picker, err) != 1)
        return none;
    return css_ui_dialogs_XFilePicker2_getSelectedFiles(second, err);
}

/* The report */

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static void add_line(nv_buffer *report, const char *text)
{
    nv_say_new_line(report);
    nv_buffer_add_text(report, text);
}

static void add_phrase(nv_buffer *report, const nv_page *page, nv_phrase phrase,
                       const char *first, const char *second)
{
    nv_say_new_line(report);
    nv_say_filled(report, phrases_of(page), phrase, first, second);
}

static void add_count(nv_buffer *report, const nv_page *page, nv_phrase phrase,
                      size_t count, const char *path)
{
    char digits[24];
    const char *values[] = {digits, name_of(path)};

    if (count == 0)
        return;
    snprintf(digits, sizeof digits, "%zu", count);
    nv_say_new_line(report);
    nv_phrase_fill_count(report, phrases_of(page), phrase, count, values, 2);
}

/* A line "PATH:LINE: SENTENCE" is read here below the name of its file. */
static void add_notes(nv_buffer *report, const char *notes, const char *path)
{
    const size_t before = strlen(path) + 1;

    while (*notes) {
        const size_t len = strcspn(notes, "\n");
        const char *sentence = len > before ? notes + before : notes;
        const char *end = notes + len;

        sentence += strspn(sentence, "0123456789");
        sentence += sentence[0] == ':' && sentence[1] == ' ' ? 2 : 0;
        nv_say_new_line(report);
        nv_buffer_add_text(report, "– ");
        nv_buffer_add(report, sentence, (size_t)(end - sentence));
        notes = *end ? end + 1 : end;
    }
}

/* Importing */

static const nv_registry *known_names(const nv_panel *panel)
{
    const nv_packs *packs = panel->view.state.packs;

    return packs ? nv_packs_own(packs) : NULL;
}

static void add_documents(nv_page *page, nv_own_file file, const char *path,
                          nv_buffer *report)
{
    nv_error err = {0};
    nv_buffer notes = NV_BUFFER_INIT;
    nv_own_sum sum = {0, 0};
    nv_own_pack *pack = nv_own_store_open(page->panel->context, &err);
    const bool is_done =
        pack &&
        nv_own_import_file(pack, file, path, known_names(page->panel), &sum,
                           &notes, &err) &&
        (sum.added == 0 || nv_own_pack_keep(pack, &err));

    if (pack && nv_own_pack_notice(pack)[0])
        add_line(report, nv_own_pack_notice(pack));
    nv_own_pack_close(pack);
    if (is_done) {
        add_count(report, page, NV_PHRASE_IMPORT_ADDED, sum.added, path);
        add_count(report, page, NV_PHRASE_IMPORT_KNOWN, sum.known, path);
    } else if (err.code == NV_ERROR_ARGUMENT) {
        add_phrase(report, page, NV_PHRASE_IMPORT_NONE, name_of(path), NULL);
    } else {
        add_line(report, err.message);
    }
    add_notes(report, notes.text, path);
    nv_buffer_release(&notes);
}

static void add_pack(nv_page *page, const char *path, nv_buffer *report)
{
    nv_error err = {0};
    nv_buffer name = NV_BUFFER_INIT;
    char *folder = nv_own_store_folder(page->panel->context);

    if (folder && nv_own_import_pack(path, folder, &name, &err))
        add_phrase(report, page, NV_PHRASE_IMPORT_PACK, name_of(path),
                   name.text);
    else
        add_line(report, err.message);
    nv_buffer_release(&name);
    free(folder);
}

static void import_path(nv_page *page, const char *path, nv_buffer *report)
{
    nv_error err = {0};
    nv_own_file file;

    if (!nv_own_file_look(path, &file, &err))
        add_line(report, err.message);
    else if (file == NV_OWN_FILE_OTHER)
        add_phrase(report, page, NV_PHRASE_IMPORT_OTHER, name_of(path), NULL);
    else if (file == NV_OWN_FILE_PACK)
        add_pack(page, path, report);
    else
        add_documents(page, file, path, report);
}

static void import_files(nv_page *page, nv_uno_string_seq urls)
{
    nv_buffer report = NV_BUFFER_INIT;

    for (int i = 0; i < nv_uno_string_seq_len(urls); i++) {
        char *url = nv_uno_utf8(nv_uno_string_seq_at(urls)[i]);
        nv_error err = {0};
        char *path =
            url ? nv_system_path(page->panel->context, url, &err) : NULL;

        if (path)
            import_path(page, path, &report);
        else
            add_line(&report, err.message);
        free(path);
        free(url);
    }
    nv_controls_set_text(&page->controls, REPORT, report.text);
    nv_buffer_release(&report);
}

/* The panel may be closed while the dialog is open: `page` is looked at again
 * only while the panel has a frame. */
static void on_choose(nv_page *page)
{
    nv_panel *panel = page->panel;
    nv_error err = {0};
    NV_UNO_OWNED_SEQ(nv_uno_string_seq) urls = ask(page, &err);

    if (!panel->frame || panel->page != page)
        return;
    if (nv_uno_string_seq_len(urls) == 0) {
        if (err.code)
            nv_controls_set_text(&page->controls, REPORT, err.message);
        return;
    }
    import_files(page, urls);
    nv_controls_focus(&page->controls, REPORT);
    nv_outside_look(panel);
}

static void on_close(nv_page *page)
{
    nv_panel *panel = page->panel;

    panel->focused = NV_CONTROL_QUERY;
    nv_page_leave(panel);
}

static bool show(nv_page *page, nv_error *err)
{
    char *report = nv_controls_text(&page->controls, REPORT);

    (void)err;
    if (!report || !report[0])
        nv_controls_set_text(&page->controls, REPORT,
                             phrases_of(page)->text[NV_PHRASE_IMPORT_NOTHING]);
    free(report);
    return true;
}

/* Reading only: the report has no event but the focus. */
static void ignore(nv_page *page)
{
    (void)page;
}

static const nv_page_event events[] = {
    {REPORT, .text = ignore},
    {CHOOSE, .press = on_choose},
    {CLOSE, .press = on_close},
};

static const nv_page_kind kind = {
    .file = "import.xdl",
    .plan = &plan,
    .events = events,
    .event_count = NV_COUNT_OF(events),
    .words = words,
    .word_count = NV_COUNT_OF(words),
    .first = CHOOSE,
    .show = show,
};

void nv_import_page_open(nv_panel *panel)
{
    nv_error err = {0};

    if (!nv_page_show(panel, &kind, &err))
        snprintf(panel->view.troubles.told, sizeof panel->view.troubles.told,
                 "%s", err.message);
}
