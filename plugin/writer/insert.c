/* SPDX-License-Identifier: MPL-2.0 */
/* Putting a citation into the document. Everything that can fail without
 * touching the document is done by prepare(); perform() then writes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "note/citation_name.h"
#include "note/citation_property.h"
#include "uno/uno.h"
#include "writer/caret.h"
#include "writer/document.h"
#include "writer/locales.h"
#include "writer/model.h"
#include "writer/names.h"
#include "writer/properties.h"
#include "writer/runs.h"
#include "writer/step.h"
#include "writer/store.h"
#include "writer/styles.h"

/* One citation on its way into the document. All zero owns nothing. */
typedef struct {
    nv_caret caret;
    nv_locales locales;
    nv_step step;
    nv_note note;
    nv_styles styles;
    const char *language;               /* of the note, static */
    rtl_uString *title;                 /* of the step of Undo */
    rtl_uString *name;                  /* of the bookmark */
    css_text_XTextContent *bookmark;    /* named, not inserted yet */
    css_text_XFootnote *footnote;       /* not inserted yet; NULL: as text */
    css_beans_XPropertyContainer *kept; /* NULL: no property is needed */
    rtl_uString *property;              /* name */
    char value[NV_CITATION_PROPERTY_MAX + 1];
} insertion;

static void release(insertion *in)
{
    nv_caret_release(&in->caret);
    nv_locales_release(&in->locales);
    nv_step_release(&in->step);
    nv_note_release(&in->note);
    nv_styles_release(&in->styles);
    nv_uno_string_release(in->title);
    nv_uno_string_release(in->name);
    nv_uno_string_release(in->property);
    nv_uno_release(in->bookmark);
    nv_uno_release(in->footnote);
    nv_uno_release(in->kept);
}

/* Preparing */

/* The text of the note, and all of its name but the tail. */
static bool write_note(insertion *in, const nv_registry *registry,
                       const nv_citation *citation, nv_note_style *style,
                       nv_citation_name *name, nv_error *err)
{
    char *text;

    if (!nv_note_write(registry, citation, style, &in->note, err))
        return false;
    text = nv_note_text(&in->note);
    if (!text)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is no memory to write the note");
    in->language = nv_language_code(citation->language);
    *name = (nv_citation_name){.quotation = citation->quotation,
                               .parts = citation->parts};
    nv_citation_pack_code(nv_registry_pack(registry), name->pack);
    snprintf(name->key, sizeof name->key, "%s", citation->event->key);
    snprintf(name->language, sizeof name->language, "%s", in->language);
    nv_citation_checksum(text, strlen(text), name->checksum);
    free(text);
    return true;
}

/* A property of that name can only belong to another citation. */
static bool is_free(const insertion *in, nv_error *err)
{
    NV_UNO_OWNED css_beans_XPropertySet *set =
        css_beans_XPropertySet_need(in->kept, err);
    NV_UNO_OWNED css_beans_XPropertySetInfo *info =
        css_beans_XPropertySet_getPropertySetInfo(set, err);

    return !css_beans_XPropertySetInfo_hasPropertyByName(info, in->property,
                                                         err) ||
           nv_fail(err, NV_ERROR_LIMIT, 0,
                   "No free name for the citation was found: try again");
}

static bool prepare_property(insertion *in, const nv_citation *citation,
                             const char *tail, nv_error *err)
{
    char name[sizeof NV_CITATION_PROPERTY_PREFIX + 6];

    snprintf(name, sizeof name, NV_CITATION_PROPERTY_PREFIX "%s", tail);
    in->property = nv_uno_string(name);
    in->kept = nv_properties_of(in->caret.model, err);
    return is_free(in, err) &&
           nv_citation_property_write(citation, in->value, err);
}

static css_text_XFootnote *make_footnote(const insertion *in, nv_error *err)
{
    NV_UNO_OWNED css_lang_XMultiServiceFactory *factory =
        css_lang_XMultiServiceFactory_need(in->caret.model, err);
    NV_UNO_OWNED css_uno_XInterface *object =
        css_lang_XMultiServiceFactory_createInstance(
            factory, NV_UNO_STR("com.sun.star.text.Footnote"), err);

    return css_text_XFootnote_need(object, err);
}

/* The objects that will stand in the document. */
static bool prepare_objects(insertion *in, nv_place place, nv_error *err)
{
    in->bookmark = nv_names_bookmark(in->caret.model, in->name, err);
    if (place == NV_PLACE_FOOTNOTE)
        in->footnote = make_footnote(in, err);
    return !err->code;
}

static bool prepare(insertion *in, css_frame_XFrame *frame,
                    const nv_registry *registry, const nv_citation *citation,
                    nv_note_style *style, nv_language words, nv_error *err)
{
    nv_citation_name name;
    char why[sizeof err->message];
    nv_place place = nv_writer_place(frame, words, why, sizeof why);

    if (place == NV_PLACE_NOWHERE)
        return nv_fail(err, NV_ERROR_PLACE, 0, "%s", why);
    if (!write_note(in, registry, citation, style, &name, err) ||
        !nv_caret_find(frame, &in->caret, err))
        return false;
    name.has_property = nv_citation_property_is_needed(citation);
    in->title = nv_names_title(citation->event, words);
    nv_locales_find(&in->caret, &in->locales);
    in->name = nv_names_choose(in->caret.model, &name, err);
    return in->name &&
           (!name.has_property ||
            prepare_property(in, citation, name.tail, err)) &&
           prepare_objects(in, place, err) &&
           nv_styles_find(&in->styles, in->caret.model, err) &&
           nv_styles_prepare(&in->styles, in->caret.model, &in->note, err) &&
           nv_step_prepare(&in->step, in->caret.model, in->caret.controller,
                           err);
}

/* Writing: each does nothing once *err is set. */

/* The text in which the citation stands, with a cursor in it: of the new
 * footnote, or of what is behind the selection. */
static css_text_XTextCursor *open_text(insertion *in, css_text_XText **text,
                                       nv_error *err)
{
    NV_UNO_OWNED css_text_XText *around =
        css_text_XTextRange_getText(in->caret.end, err);
    NV_UNO_OWNED css_text_XTextContent *content =
        css_text_XTextContent_query(in->footnote, err);

    if (!in->footnote) {
        *text = nv_uno_acquire(around);
        return css_text_XText_createTextCursorByRange(around, in->caret.end,
                                                      err);
    }
    css_text_XText_insertTextContent(around, in->caret.end, content, false,
                                     err);
    *text = css_text_XText_need(in->footnote, err);
    return css_text_XText_createTextCursor(*text, err);
}

static void keep_property(const insertion *in, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_utf8(in->value);

    if (in->kept)
        css_beans_XPropertyContainer_addProperty(
            in->kept, in->property, css_beans_PropertyAttribute_REMOVABLE,
            &value, err);
}

/* Undo does not reach properties. One that was never added only throws. */
static void forget_property(const insertion *in)
{
    if (in->kept)
        css_beans_XPropertyContainer_removeProperty(in->kept, in->property,
                                                    NULL);
}

/* Behind the mark of the footnote, or behind the text. */
static void move_caret(const insertion *in, css_text_XTextCursor *written,
                       nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *citation =
        in->footnote ? css_text_XFootnote_getAnchor(in->footnote, err)
                     : nv_uno_acquire(written);
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextRange_getEnd(citation, err);

    css_text_XTextViewCursor_gotoRange(in->caret.cursor, end, false, err);
}

/* Where the writer keeps no Undo: by hand. Nothing of it may fail loudly. */
static void take_back(insertion *in, css_text_XTextCursor *written)
{
    if (in->footnote) {
        css_text_XFootnote_dispose(in->footnote, NULL);
        return;
    }
    css_text_XTextContent_dispose(in->bookmark, NULL);
    css_text_XTextCursor_setString(written, NV_UNO_STR(""), NULL);
}

static void write_citation(insertion *in, const nv_means *means, nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text = NULL;
    NV_UNO_OWNED css_text_XTextCursor *cursor = NULL;

    nv_styles_add(&in->styles, err);
    cursor = open_text(in, &text, err);
    nv_runs_write(text, cursor, &in->note, in->language, &in->locales, err);
    css_text_XText_insertTextContent(text, nv_range_of(cursor), in->bookmark,
                                     true, err);
    move_caret(in, cursor, err);
    keep_property(in, err);
    nv_store_adopt(&in->step, means, err);
    if (err->code && !in->step.keeps_undo)
        take_back(in, cursor);
}

static bool perform(insertion *in, const nv_means *means, nv_error *err)
{
    if (nv_step_begin(&in->step, in->title, err))
        write_citation(in, means, err);
    if (nv_step_end(&in->step, err))
        return true;
    forget_property(in);
    nv_step_restore(&in->step);
    return false;
}

bool nv_writer_insert(nv_essay *essay, const nv_means *means,
                      const nv_registry *registry, const nv_citation *citation,
                      nv_language words, nv_error *err)
{
    css_frame_XFrame *frame = nv_essay_frame(essay);
    insertion in = {0};
    nv_error why = {0};
    nv_note_style *style =
        nv_library_style(means->library, means->styles[citation->language],
                         citation->language, &why);
    bool is_done =
        style && prepare(&in, frame, registry, citation, style, words, &why) &&
        perform(&in, means, &why);

    release(&in);
    if (is_done)
        nv_writer_focus(frame);
    else if (err)
        *err = why;
    return is_done;
}
