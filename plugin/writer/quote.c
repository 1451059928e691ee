/* SPDX-License-Identifier: MPL-2.0 */
/* Quoting in one act. See quote.h. */
#include "writer/quote.h"

#include <string.h>

#include "note/citation_name.h"
#include "registry/search/wording.h"
#include "writer/act.h"
#include "writer/block.h"
#include "writer/cluster.h"
#include "writer/model.h"
#include "writer/names.h"
#include "writer/passage.h"
#include "writer/runs.h"

/* All zero owns nothing. */
typedef struct {
    nv_writer_act act;
    nv_beside beside;
    nv_quoted quoted;
    nv_cluster cluster;
    nv_passage passage;
    nv_block block;
    rtl_uString *title;
    bool is_in_text;  /* the citation is: no note can stand there */
    bool is_standing; /* the selected words are the quotation */
} quote;

static void release(quote *in)
{
    nv_writer_act_release(&in->act);
    nv_beside_release(&in->beside);
    nv_quoted_release(&in->quoted);
    nv_cluster_release(&in->cluster);
    nv_passage_release(&in->passage);
    nv_block_release(&in->block);
    nv_uno_string_release(in->title);
}

/* Preparing */

/* Whether the selection repeats the words that would be written. */
static bool is_selected(const quote *in)
{
    nv_buffer words = NV_BUFFER_INIT;
    bool is_same;

    for (size_t i = 0; i < in->quoted.count; i++)
        nv_buffer_add_text(&words, in->quoted.runs[i].text);
    is_same = nv_wording_is_same(words.text, words.len, in->beside.selected,
                                 strlen(in->beside.selected));
    nv_buffer_release(&words);
    return is_same;
}

/* In the text the citation stands behind the words, in parentheses. */
static void put_call_behind(nv_quoted *quoted)
{
    quoted->call = quoted->behind = quoted->count;
    quoted->is_call_behind_stop = false;
}

static bool work_out(quote *in, const nv_citation *citation,
                     const nv_quoting *quoting, nv_language language,
                     nv_error *err)
{
    nv_quoting asked = *quoting;

    if (!nv_beside_look(&in->act.caret, &in->beside, err))
        return false;
    asked.is_run_in = in->is_in_text;
    asked.stop = nv_beside_stop(&in->beside);
    if (!nv_quoting_write(in->act.means, citation, &asked, language,
                          &in->quoted, err))
        return false;
    in->is_standing = is_selected(in);
    if (in->is_in_text)
        put_call_behind(&in->quoted);
    return true;
}

static bool prepare_cluster(quote *in, const nv_registry *registry,
                            nv_error *err)
{
    const nv_means *means = in->act.means;
    const nv_language language = in->quoted.citations[0].language;
    nv_note_style *style = nv_library_style(
        means->library, means->styles[language], language, err);
    const char *const joints[] = {"", style ? nv_note_joint(style) : ""};

    return style && nv_cluster_prepare(&in->cluster, &in->act,
                                       in->is_in_text ? NV_PLACE_TEXT
                                                      : NV_PLACE_FOOTNOTE,
                                       registry, in->quoted.citations, joints,
                                       in->quoted.citation_count, err);
}

static bool prepare_passage(quote *in, nv_language language, nv_error *err)
{
    const char *name = in->cluster.entries[0].name;
    nv_citation_name read;

    nv_citation_name_read(name, strlen(name), &read);
    return nv_passage_prepare(&in->passage, &in->act.caret, &in->beside,
                              language, read.tail, err) &&
           (!in->quoted.is_block || in->is_standing ||
            nv_block_prepare(&in->block, in->act.caret.model, in->act.caret.end,
                             err));
}

static bool find_place(quote *in, nv_essay *essay, nv_tongue words,
                       nv_error *err)
{
    char why[sizeof err->message];
    const nv_place place =
        nv_writer_place(nv_essay_frame(essay), words, why, sizeof why);

    in->is_in_text = place == NV_PLACE_TEXT;
    return place != NV_PLACE_NOWHERE ||
           nv_fail(err, NV_ERROR_PLACE, 0, "%s", why);
}

static bool prepare(quote *in, nv_essay *essay, const nv_means *means,
                    const nv_registry *registry, const nv_citation *citation,
                    const nv_quoting *quoting, nv_tongue words, nv_error *err)
{
    const nv_language language = nv_writer_language(nv_essay_frame(essay));

    if (!find_place(in, essay, words, err) ||
        !nv_writer_act_prepare(&in->act, essay, means, words, err) ||
        !work_out(in, citation, quoting, language, err))
        return false;
    in->title = nv_names_title(NV_WORD_QUOTE_TITLE, citation->event, words);
    return prepare_cluster(in, registry, err) &&
           prepare_passage(in, language, err);
}

/* Writing: each does nothing once *err is set. */

static void write_words(quote *in, css_text_XText *text,
                        css_text_XTextCursor *cursor, nv_error *err)
{
    if (in->is_standing) {
        nv_passage_take(&in->passage, &in->quoted, &in->act.caret, text, cursor,
                        err);
        return;
    }
    if (in->quoted.is_block)
        nv_block_open(&in->block, &in->act.step, text, cursor, err);
    nv_passage_write(&in->passage, &in->quoted, text, cursor, err);
}

static void write_plain(css_text_XTextCursor *cursor, rtl_uString *text,
                        nv_error *err)
{
    css_text_XTextCursor_setString(cursor, text, err);
    nv_styles_clear(cursor, err);
    css_text_XTextCursor_collapseToEnd(cursor, err);
}

static void write_citation(quote *in, css_text_XText *text,
                           css_text_XTextCursor *cursor, nv_error *err)
{
    if (in->is_in_text)
        write_plain(cursor, NV_UNO_STR(" ("), err);
    nv_cluster_write(&in->cluster, text, cursor, err);
    if (in->is_in_text)
        write_plain(cursor, NV_UNO_STR(")"), err);
}

static void move_caret(quote *in, css_text_XTextCursor *call, nv_error *err)
{
    NV_UNO_OWNED css_text_XParagraphCursor *paragraph =
        css_text_XParagraphCursor_need(call, err);
    NV_UNO_OWNED css_text_XTextRange *end = NULL;

    if (in->quoted.is_block && !in->is_standing)
        css_text_XParagraphCursor_gotoNextParagraph(paragraph, false, err);
    end = in->quoted.is_block ? css_text_XTextCursor_getEnd(call, err)
                              : nv_passage_end(&in->passage, call, err);
    css_text_XTextViewCursor_gotoRange(in->act.caret.cursor, end, false, err);
}

static void write_all(quote *in, nv_error *err)
{
    css_text_XTextRange *end = in->act.caret.end;
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(end, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, end, err);

    write_words(in, text, cursor, err);
    write_citation(in, text, cursor, err);
    move_caret(in, cursor, err);
}

static bool perform(quote *in, nv_error *err)
{
    if (nv_step_begin(&in->act.step, in->title, err))
        write_all(in, err);
    return nv_cluster_end(&in->cluster, &in->act, err);
}

bool nv_writer_quote(nv_essay *essay, const nv_means *means,
                     const nv_registry *registry, const nv_citation *citation,
                     const nv_quoting *quoting, nv_tongue words, nv_error *err)
{
    quote in = {0};
    nv_error why = {0};
    const bool is_done =
        prepare(&in, essay, means, registry, citation, quoting, words, &why) &&
        perform(&in, &why);

    release(&in);
    if (is_done)
        nv_writer_focus(nv_essay_frame(essay));
    else if (err)
        *err = why;
    return is_done;
}
