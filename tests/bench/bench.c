/* SPDX-License-Identifier: MPL-2.0 */
/* One citation against one plain footnote with the same text, in documents of
 * growing length; and a typed call against the same call by hand. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/array.h"
#include "base/buffer.h"
#include "note/note.h"
#include "writer/document.h"
#include "writer/shelf.h"
#include "writer/survey.h"

enum { ROUNDS = 5, CALLS = 100000, CALL_ROUNDS = 9 };

static double now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The fastest round is the one that the machine's other work disturbed
 * least. */
static double fastest(const double *values, size_t count)
{
    double best = values[0];

    for (size_t i = 1; i < count; i++)
        if (values[i] < best)
            best = values[i];
    return best;
}

/* A document, with the pieces of it that the rounds use; all owned. */
typedef struct {
    css_frame_XModel *model;
    css_frame_XFrame *frame;
    nv_essay *handle; /* ours */
    css_text_XText *text;
    css_text_XTextViewCursor *cursor;
    css_lang_XMultiServiceFactory *factory;
    css_document_XUndoManager *undo;
} document;

static void open_document(document *doc, css_uno_XComponentContext *context,
                          nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *desktop =
        nv_uno_create(context, "com.sun.star.frame.Desktop", err);
    NV_UNO_OWNED css_frame_XComponentLoader *loader =
        css_frame_XComponentLoader_need(desktop, err);
    NV_UNO_OWNED css_lang_XComponent *component =
        css_frame_XComponentLoader_loadComponentFromURL(
            loader, NV_UNO_STR("private:factory/swriter"), NV_UNO_STR("_blank"),
            0, (css_beans_PropertyValue_seq){0}, err);
    NV_UNO_OWNED css_text_XTextDocument *text =
        css_text_XTextDocument_need(component, err);
    NV_UNO_OWNED css_frame_XController *controller = NULL;
    NV_UNO_OWNED css_text_XTextViewCursorSupplier *view = NULL;
    NV_UNO_OWNED css_document_XUndoManagerSupplier *undo =
        css_document_XUndoManagerSupplier_need(component, err);

    *doc = (document){0};
    doc->model = css_frame_XModel_need(component, err);
    doc->factory = css_lang_XMultiServiceFactory_need(component, err);
    doc->text = css_text_XTextDocument_getText(text, err);
    controller = css_frame_XModel_getCurrentController(doc->model, err);
    doc->frame = css_frame_XController_getFrame(controller, err);
    view = css_text_XTextViewCursorSupplier_need(controller, err);
    doc->cursor = css_text_XTextViewCursorSupplier_getViewCursor(view, err);
    doc->undo = css_document_XUndoManagerSupplier_getUndoManager(undo, err);
    doc->handle = nv_essay_new(context, doc->frame, err);
}

static void close_document(document *doc)
{
    NV_UNO_OWNED css_util_XCloseable *closeable =
        css_util_XCloseable_query(doc->model, NULL);
    NV_UNO_OWNED css_util_XModifiable *modifiable =
        css_util_XModifiable_query(doc->model, NULL);

    css_util_XModifiable_setModified(modifiable, false, NULL);
    css_util_XCloseable_close(closeable, true, NULL);
    nv_essay_free(doc->handle);
    nv_uno_release(doc->undo);
    nv_uno_release(doc->factory);
    nv_uno_release(doc->cursor);
    nv_uno_release(doc->text);
    nv_uno_release(doc->frame);
    nv_uno_release(doc->model);
}

/* Writer's own footnote, as plainly as it goes. */
static void insert_plain(document *doc, css_text_XTextRange *range,
                         const rtl_uString *text, nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *object =
        css_lang_XMultiServiceFactory_createInstance(
            doc->factory, NV_UNO_STR("com.sun.star.text.Footnote"), err);
    NV_UNO_OWNED css_text_XTextContent *content =
        css_text_XTextContent_need(object, err);
    NV_UNO_OWNED css_text_XTextRange *note =
        css_text_XTextRange_need(object, err);
    NV_UNO_OWNED css_text_XText *around =
        css_text_XTextRange_getText(range, err);

    css_text_XText_insertTextContent(around, range, content, false, err);
    css_text_XTextRange_setString(note, (rtl_uString *)text, err);
}

/* `count` paragraphs, each with a note; the caret then stands in the middle,
 * so that half of the notes have to be numbered anew. */
static void fill(document *doc, int count, const rtl_uString *text,
                 nv_error *err)
{
    css_frame_XModel_lockControllers(doc->model, err);
    for (int i = 0; i <= count && !err->code; i++) {
        NV_UNO_OWNED css_text_XTextRange *end = NULL;
        NV_UNO_OWNED css_text_XTextRange *behind =
            css_text_XText_getEnd(doc->text, err);

        css_text_XText_insertString(doc->text, behind,
                                    NV_UNO_STR("The three powers refused.\n"),
                                    false, err);
        end = css_text_XText_getEnd(doc->text, err);
        if (i == count / 2)
            css_text_XTextViewCursor_gotoRange(doc->cursor, end, false, err);
        if (i < count)
            insert_plain(doc, end, text, err);
    }
    css_frame_XModel_unlockControllers(doc->model, err);
}

static void plain(document *doc, const rtl_uString *text, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *range =
        css_text_XTextViewCursor_getEnd(doc->cursor, err);

    css_frame_XModel_lockControllers(doc->model, err);
    css_document_XUndoManager_enterUndoContext(doc->undo,
                                               NV_UNO_STR("Footnote"), err);
    insert_plain(doc, range, text, err);
    css_document_XUndoManager_leaveUndoContext(doc->undo, err);
    css_frame_XModel_unlockControllers(doc->model, err);
}

/* What is inserted in every round. All borrowed. */
typedef struct {
    const nv_registry *registry;
    const nv_citation *citation;
    const nv_means *means;
    const rtl_uString *text; /* of the citation's note */
} sample;

/* Milliseconds of one insertion, layout left out and with it: while the
 * controllers are locked once more, Writer lays out nothing. */
typedef struct {
    double act[ROUNDS], whole[ROUNDS];
} times;

static void time_insert(document *doc, const sample *sample, bool is_ours,
                        times *times, int round, nv_error *err)
{
    double start = now_ms();

    css_frame_XModel_lockControllers(doc->model, err);
    if (is_ours)
        nv_writer_insert(doc->handle, sample->means, sample->registry,
                         sample->citation, NV_TONGUE_EN, err);
    else
        plain(doc, sample->text, err);
    times->act[round] = now_ms() - start;
    css_frame_XModel_unlockControllers(doc->model, err);
    times->whole[round] = now_ms() - start;
}

static void report(nv_buffer *table, const char *what, int count,
                   double ours[ROUNDS], double theirs[ROUNDS])
{
    double a = fastest(ours, ROUNDS), b = fastest(theirs, ROUNDS);

    nv_buffer_add_format(table,
                         "one citation in a document of %d notes, %s: %.2f "
                         "ms; a plain footnote: %.2f ms; ratio %.2f\n",
                         count, what, a, b, a / b);
}

/* As at a pause of the writer's, before the clock runs. */
static void remember(document *doc, const sample *sample, nv_error *err)
{
    nv_survey_free(nv_survey_new(doc->handle, sample->means, err));
}

/* In turn, after one round of each that does not count. Beyond a thousand notes
 * the office lays out for minutes: the document stays locked. */
static void bench_insert(css_uno_XComponentContext *context,
                         const sample *sample, int count, nv_buffer *table,
                         nv_error *err)
{
    const bool is_laid_out = count <= 1000;
    document doc;
    times known, unknown, theirs;

    open_document(&doc, context, err);
    if (!is_laid_out)
        css_frame_XModel_lockControllers(doc.model, err);
    fill(&doc, count, sample->text, err);
    for (int i = -1; i < ROUNDS && !err->code; i++) {
        const int round = i < 0 ? 0 : i;

        time_insert(&doc, sample, false, &theirs, round, err);
        time_insert(&doc, sample, true, &unknown, round, err);
        remember(&doc, sample, err);
        time_insert(&doc, sample, true, &known, round, err);
    }
    close_document(&doc);
    if (err->code)
        return;
    report(table, "without layout", count, known.act, theirs.act);
    report(table, "without layout, when it was modified just before", count,
           unknown.act, theirs.act);
    if (is_laid_out)
        report(table, "with layout", count, known.whole, theirs.whole);
}

/* A refresh: the notes of a whole document */

/* All that is measured, milliseconds. */
typedef struct {
    double none[ROUNDS], looked[ROUNDS], all[ROUNDS], theirs[ROUNDS];
} refresh_times;

/* `count` paragraphs, each with a citation. */
static void cite(document *doc, const sample *sample, int count, nv_error *err)
{
    for (int i = 0; i < count && !err->code; i++) {
        NV_UNO_OWNED css_text_XTextRange *end = NULL;
        NV_UNO_OWNED css_text_XTextRange *behind =
            css_text_XText_getEnd(doc->text, err);

        css_text_XText_insertString(doc->text, behind,
                                    NV_UNO_STR("The three powers refused.\n"),
                                    false, err);
        end = css_text_XText_getEnd(doc->text, err);
        css_text_XTextViewCursor_gotoRange(doc->cursor, end, false, err);
        nv_writer_insert(doc->handle, sample->means, sample->registry,
                         sample->citation, NV_TONGUE_EN, err);
    }
}

static double time_refresh(document *doc, const nv_means *means,
                           size_t rewritten, nv_error *err)
{
    nv_refreshed done = {0};
    const double start = now_ms();

    nv_writer_refresh(doc->handle, means, NV_TONGUE_EN, &done, err);
    if (!err->code && done.rewritten != rewritten)
        nv_fail(err, NV_ERROR_ARGUMENT, 0, "%zu notes were written, not %zu",
                done.rewritten, rewritten);
    return now_ms() - start;
}

/* Writer's own way: each note gets the text that it has. */
static double time_rewriting(document *doc, nv_error *err)
{
    NV_UNO_OWNED css_text_XFootnotesSupplier *supplier =
        css_text_XFootnotesSupplier_need(doc->model, err);
    NV_UNO_OWNED css_container_XIndexAccess *notes =
        css_text_XFootnotesSupplier_getFootnotes(supplier, err);
    const sal_Int32 count = css_container_XIndexAccess_getCount(notes, err);
    const double start = now_ms();

    css_document_XUndoManager_enterUndoContext(doc->undo, NV_UNO_STR("Notes"),
                                               err);
    for (sal_Int32 i = 0; i < count && !err->code; i++) {
        NV_UNO_OWNED_ANY uno_Any element =
            css_container_XIndexAccess_getByIndex(notes, i, err);
        NV_UNO_OWNED css_text_XTextRange *note =
            css_text_XTextRange_need(nv_uno_any_get_interface(&element), err);
        NV_UNO_OWNED_STRING rtl_uString *text =
            css_text_XTextRange_getString(note, err);

        css_text_XTextRange_setString(note, text, err);
    }
    css_document_XUndoManager_leaveUndoContext(doc->undo, err);
    return now_ms() - start;
}

/* Every note changes from style to style and back. */
static void time_round(document *doc, const sample *sample, int count,
                       refresh_times *times, int round, nv_error *err)
{
    nv_means other = *sample->means;
    NV_UNO_OWNED css_text_XTextRange *behind =
        css_text_XText_getEnd(doc->text, err);

    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        other.styles[i] = "oscola-4";
    times->all[round] = time_refresh(doc, &other, (size_t)count, err);
    times->none[round] = time_refresh(doc, &other, 0, err);
    time_refresh(doc, sample->means, (size_t)count, err);
    css_text_XTextRange_setString(behind, NV_UNO_STR("More.\n"), err);
    times->looked[round] = time_refresh(doc, sample->means, 0, err);
}

/* The document stays locked: layout is nobody's here. Writer's own way comes
 * last, since its Undo would not bring the bookmarks back. */
static void bench_refresh(css_uno_XComponentContext *context,
                          const sample *sample, int count, nv_buffer *table,
                          nv_error *err)
{
    document doc;
    refresh_times times;

    open_document(&doc, context, err);
    css_frame_XModel_lockControllers(doc.model, err);
    cite(&doc, sample, count, err);
    for (int i = -1; i < ROUNDS && !err->code; i++)
        time_round(&doc, sample, count, &times, i < 0 ? 0 : i, err);
    for (int i = 0; i < ROUNDS && !err->code; i++)
        times.theirs[i] = time_rewriting(&doc, err);
    close_document(&doc);
    if (err->code)
        return;
    nv_buffer_add_format(
        table,
        "a refresh of %d citations, none changed: %.1f ms; after the document "
        "was modified: %.1f ms\n"
        "a refresh of %d citations, all changed: %.0f ms; Writer's own "
        "rewriting of these notes: %.0f ms; ratio %.2f\n",
        count, fastest(times.none, ROUNDS), fastest(times.looked, ROUNDS),
        count, fastest(times.all, ROUNDS), fastest(times.theirs, ROUNDS),
        fastest(times.all, ROUNDS) / fastest(times.theirs, ROUNDS));
}

static void bench_sample(css_uno_XComponentContext *context, sample *sample,
                         nv_note_style *style, nv_buffer *table, nv_error *err)
{
    static const int counts[] = {0, 100, 1000, 5000};
    nv_note note = {0};
    char *utf8 = NULL;

    if (nv_note_write(sample->registry, sample->citation, style, &note, err))
        utf8 = nv_note_text(&note);
    if (utf8) {
        NV_UNO_OWNED_STRING rtl_uString *text = nv_uno_string(utf8);

        sample->text = text;
        for (size_t i = 0; i < NV_COUNT_OF(counts); i++)
            bench_insert(context, sample, counts[i], table, err);
        bench_refresh(context, sample, 1000, table, err);
    }
    free(utf8);
    nv_note_release(&note);
}

static void bench_inserts(css_uno_XComponentContext *context,
                          const char *folder, nv_buffer *table, nv_error *err)
{
    test_shelf shelf;
    nv_citation citation = {
        .quotation = 1, .parts = NV_PART_ALL, .language = NV_LANGUAGE_EN};
    nv_means means = {0};
    sample sample = {.citation = &citation, .means = &means};
    nv_note_style *style = NULL;

    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        means.styles[i] = "chicago-17";
    if (test_shelf_open(&shelf, folder, err)) {
        means.packs = shelf.packs;
        means.library = shelf.library;
        sample.registry = shelf.registry;
        style =
            nv_library_style(shelf.library, "chicago-17", NV_LANGUAGE_EN, err);
        citation.event = nv_registry_by_id(shelf.registry,
                                           "1954-05-07-tripartite-reply", err);
    }
    if (citation.event && style)
        bench_sample(context, &sample, style, table, err);
    test_shelf_close(&shelf);
}

/* A million calls that do nearly nothing. */
static double time_typed(css_util_XModifiable *object, nv_error *err)
{
    double start = now_ms();

    for (int i = 0; i < CALLS; i++)
        css_util_XModifiable_isModified(object, err);
    return now_ms() - start;
}

/* The same by hand: the description looked up once, then pDispatcher. */
static double time_by_hand(css_util_XModifiable *object)
{
    uno_Interface *interface = (uno_Interface *)(void *)object;
    typelib_TypeDescription *member = NULL;
    double start;

    typelib_typedescription_getByName(
        &member, NV_UNO_STR("com.sun.star.util.XModifiable::isModified"));
    start = now_ms();
    for (int i = 0; i < CALLS; i++) {
        sal_Bool is_modified = false;
        uno_Any thrown, *exception = &thrown;

        interface->pDispatcher(interface, member, &is_modified, NULL,
                               &exception);
        if (exception)
            uno_any_destruct(exception, NULL);
    }
    start = now_ms() - start;
    typelib_typedescription_release(member);
    return start;
}

static void bench_calls(css_uno_XComponentContext *context, nv_buffer *table,
                        nv_error *err)
{
    document doc;
    NV_UNO_OWNED css_util_XModifiable *object = NULL;
    double typed[CALL_ROUNDS], by_hand[CALL_ROUNDS], a, b;

    open_document(&doc, context, err);
    object = css_util_XModifiable_need(doc.model, err);
    for (int i = 0; i < CALL_ROUNDS && !err->code; i++) {
        by_hand[i] = time_by_hand(object);
        typed[i] = time_typed(object, err);
    }
    close_document(&doc);
    if (err->code)
        return;
    a = fastest(typed, CALL_ROUNDS) * 1e6 / CALLS;
    b = fastest(by_hand, CALL_ROUNDS) * 1e6 / CALLS;
    nv_buffer_add_format(table,
                         "a typed call: %.0f ns; the same through pDispatcher "
                         "by hand %.0f ns; ratio %.2f\n",
                         a, b, a / b);
}

void nv_bench(css_uno_XComponentContext *context, const char *folder,
              char *answer, size_t size)
{
    nv_error err = {0};
    nv_buffer table = NV_BUFFER_INIT;

    bench_inserts(context, folder, &table, &err);
    bench_calls(context, &table, &err);
    snprintf(answer, size, "%s%s", table.text, err.message);
    nv_buffer_release(&table);
}
