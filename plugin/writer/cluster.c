/* SPDX-License-Identifier: MPL-2.0 */
/* See cluster.h. */
#include "writer/cluster.h"

#include "writer/model.h"
#include "writer/runs.h"

bool nv_cluster_prepare(nv_cluster *cluster, const nv_writer_act *act,
                        nv_place place, const nv_registry *registry,
                        const nv_citation citations[],
                        const char *const joins[], size_t count, nv_error *err)
{
    *cluster = (nv_cluster){0};
    for (size_t i = 0; i < count && !err->code; i++) {
        cluster->count = i + 1;
        cluster->joins[i] = i ? joins[i] : "";
        nv_entry_prepare(&cluster->entries[i], &act->caret, act->means,
                         registry, &citations[i], err);
    }
    if (place == NV_PLACE_FOOTNOTE)
        cluster->footnote = nv_entry_footnote(
            act->caret.model, nv_essay_kind(act->essay), err);
    return !err->code;
}

/* The words before a citation, in the language and the plain look of it. */
static void write_join(const nv_entry *entry, const char *join,
                       css_text_XTextCursor *cursor, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *words = nv_uno_string(join);

    if (!*join)
        return;
    css_text_XTextCursor_setString(cursor, words, err);
    nv_styles_clear(cursor, err);
    nv_locales_mark(&entry->locales, cursor, entry->language, err);
    css_text_XTextCursor_collapseToEnd(cursor, err);
}

static void write_entries(nv_cluster *cluster, css_text_XText *text,
                          css_text_XTextCursor *cursor, nv_error *err)
{
    for (size_t i = 0; i < cluster->count && !err->code; i++) {
        nv_entry *entry = &cluster->entries[i];

        write_join(entry, cluster->joins[i], cursor, err);
        nv_entry_write(entry, text, cursor, err);
        css_text_XTextCursor_collapseToEnd(cursor, err);
    }
}

/* The footnote goes in first: an object that stands nowhere has no text. */
static void write_note(nv_cluster *cluster, css_text_XText *around,
                       css_text_XTextCursor *at, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextContent *content =
        css_text_XTextContent_need(cluster->footnote, err);
    NV_UNO_OWNED css_text_XText *text = NULL;
    NV_UNO_OWNED css_text_XTextCursor *cursor = NULL;
    NV_UNO_OWNED css_text_XTextRange *call = NULL, *behind = NULL;

    css_text_XText_insertTextContent(around, nv_range_of(at), content, false,
                                     err);
    text = css_text_XText_need(cluster->footnote, err);
    cursor = css_text_XText_createTextCursor(text, err);
    write_entries(cluster, text, cursor, err);
    call = css_text_XFootnote_getAnchor(cluster->footnote, err);
    behind = css_text_XTextRange_getEnd(call, err);
    css_text_XTextCursor_gotoRange(at, behind, false, err);
}

void nv_cluster_write(nv_cluster *cluster, css_text_XText *text,
                      css_text_XTextCursor *cursor, nv_error *err)
{
    if (cluster->footnote)
        write_note(cluster, text, cursor, err);
    else
        write_entries(cluster, text, cursor, err);
}

bool nv_cluster_end(nv_cluster *cluster, nv_writer_act *act, nv_error *err)
{
    if (nv_writer_act_end(act, NULL, err))
        return true;
    for (size_t i = 0; i < cluster->count; i++)
        nv_entry_forget(&cluster->entries[i]);
    nv_step_restore(&act->step);
    return false;
}

void nv_cluster_release(nv_cluster *cluster)
{
    for (size_t i = 0; i < cluster->count; i++)
        nv_entry_release(&cluster->entries[i]);
    nv_uno_release(cluster->footnote);
    *cluster = (nv_cluster){0};
}
