/* SPDX-License-Identifier: MPL-2.0 */
/* See store.h: the style of a document. */
#include "writer/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/note_text.h"
#include "writer/act.h"
#include "writer/carried.h"
#include "writer/model.h"
#include "writer/properties.h"
#include "writer/property_change.h"
#include "words/words.h"

/* Reading */

bool nv_writer_read_store(nv_essay *essay, nv_document_store *store,
                          nv_error *err)
{
    nv_caret caret;
    nv_carried carried = {0};
    nv_error why = {0};
    bool is_read = nv_caret_find(nv_essay_frame(essay), &caret, &why);

    *store = (nv_document_store){0};
    if (is_read && caret.model)
        is_read = nv_carried_take(&carried, caret.model, &why) &&
                  nv_document_store_read(store, nv_carried_get, &carried, &why);
    nv_carried_release(&carried);
    nv_caret_release(&caret);
    if (!is_read && err)
        *err = why;
    return is_read;
}

/* What a document carries of a style */

static bool copy_text(char **to, const char *text, nv_error *err)
{
    *to = strdup(text);
    return *to || nv_note_no_memory(err);
}

/* Its <updated>, and the whole text of one that the writer has added. Ours
 * change with the extension. */
static bool fill_text(const nv_means *means, const nv_library_entry *entry,
                      nv_document_style *style, nv_error *err)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_csl_style_info *info = NULL;
    bool is_filled = nv_library_text(means->library, entry->id, &xml, err);

    if (is_filled)
        info = nv_csl_style_peek(xml.text, xml.len, err);
    is_filled = info && copy_text(&style->version, info->updated, err);
    if (is_filled && entry->is_added)
        style->csl = nv_buffer_detach(&xml);
    free(info);
    nv_buffer_release(&xml);
    return is_filled &&
           (style->csl || !entry->is_added || nv_note_no_memory(err));
}

static bool fill_style(const nv_means *means, const char *id,
                       nv_document_style *style, nv_error *err)
{
    const nv_library_entry *entry = nv_library_find(means->library, id);

    if (!entry)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "There is no style “%.80s”. Choose another one.", id);
    if (entry->is_added && entry->parent[0])
        entry = nv_library_find(means->library, entry->parent);
    style->kind = entry->is_note ? NV_NOTE_KIND_FOOTNOTE : NV_NOTE_KIND_TEXT;
    return copy_text(&style->id, entry->id, err) &&
           (entry->is_ours && !entry->is_added
                ? copy_text(&style->version, "", err)
                : fill_text(means, entry, style, err));
}

bool nv_store_style(const nv_means *means, const char *id,
                    nv_document_style *style, nv_error *err)
{
    bool is_filled;

    *style = (nv_document_style){.is_set = true};
    is_filled = *id ? fill_style(means, id, style, err)
                    : copy_text(&style->id, "", err) &&
                          copy_text(&style->version, "", err);
    if (!is_filled)
        nv_document_style_release(style);
    return is_filled;
}

/* Writing */

static bool is_of_style(const char *name)
{
    const size_t len = sizeof NV_DOCUMENT_STYLE_NAME - 1;

    return strncmp(name, NV_DOCUMENT_STYLE_NAME, len) == 0 &&
           (name[len] == '\0' || name[len] == '.');
}

/* Plans the properties of the style, and that those of a longer one go. */
static bool plan(nv_property_change *change, css_frame_XModel *model,
                 const nv_document_style *style, nv_error *err)
{
    nv_carried carried = {0};
    bool is_planned = nv_carried_take(&carried, model, err);

    for (size_t i = 0; i < carried.count && is_planned; i++)
        if (is_of_style(carried.names[i]))
            is_planned =
                nv_property_change_put(change, carried.names[i], NULL, err);
    nv_carried_release(&carried);
    return is_planned &&
           nv_document_style_write(style, nv_property_change_put, change, err);
}

/* Tells the census what its notes look like, as far as they say what they
 * should in the document's style: a style that changes nothing but italics is
 * then noticed, without asking the office for every run. */
static void recall_looks(nv_writer_act *act)
{
    nv_error why = {0};
    nv_means before;
    const nv_apparatus *apparatus = NULL;
    nv_census *census = nv_essay_census(act->essay, act->step.model, &why);

    if (census && nv_store_means(act->essay, act->means, &before, &why))
        apparatus = nv_essay_apparatus(act->essay, census, &before, &why);
    for (size_t i = 0; apparatus && i < census->count; i++) {
        const nv_wanted *wanted = nv_apparatus_wanted(apparatus, i);

        if (wanted->state == NV_STANDING_RIGHT)
            census->standing[i].looks =
                nv_note_looks(wanted->note.runs, wanted->note.count);
    }
}

static bool choose(nv_writer_act *act, const nv_document_style *style,
                   nv_refreshed *done, nv_error *err)
{
    nv_property_change *change = nv_property_change_new(act->step.model, err);
    bool is_done = change && plan(change, act->step.model, style, err);

    if (is_done) {
        recall_looks(act);
        if (nv_writer_act_begin(act, nv_say(NV_WORD_STYLE_TITLE, act->words),
                                err))
            nv_property_change_perform(change, &act->step, err);
        is_done = nv_writer_act_end(act, done, err);
    }
    nv_uno_release(change);
    return is_done;
}

bool nv_writer_choose_style(nv_essay *essay, const nv_means *means,
                            const nv_document_style *style, nv_tongue words,
                            nv_refreshed *done, nv_error *err)
{
    nv_writer_act act;
    nv_error why = {0};
    const bool is_done =
        nv_writer_act_prepare(&act, essay, means, words, &why) &&
        choose(&act, style, done, &why);

    nv_writer_act_release(&act);
    if (!is_done && err)
        *err = why;
    return is_done;
}

/* The id that a document keeps of the styles in use: "" unless one of them is
 * not the usual one of its language. */
static const char *style_in_use(const nv_means *means)
{
    for (int i = 0; i < NV_LANGUAGE_COUNT; i++)
        if (means->styles[i] &&
            strcmp(means->styles[i], nv_library_usual_style((nv_language)i)) !=
                0)
            return means->styles[i];
    return "";
}

static bool has_style(css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED css_beans_XPropertyContainer *properties =
        nv_properties_of(model, err);
    char *head = nv_properties_ask(properties, NV_DOCUMENT_STYLE_NAME, err);

    free(head);
    return head != NULL;
}

void nv_store_adopt(nv_step *step, const nv_means *means, nv_error *err)
{
    nv_document_style style = {0};
    nv_property_change *change = NULL;

    if (err->code || has_style(step->model, err) || err->code ||
        !nv_store_style(means, style_in_use(means), &style, err))
        return;
    change = nv_property_change_new(step->model, err);
    if (change &&
        nv_document_style_write(&style, nv_property_change_put, change, err))
        nv_property_change_perform(change, step, err);
    nv_uno_release(change);
    nv_document_style_release(&style);
}
