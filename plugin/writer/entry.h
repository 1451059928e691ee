/* SPDX-License-Identifier: MPL-2.0 */
/* One citation on its way into the document, wherever it is to stand: its text,
 * its name, and the property that holds what the name can't. For the inside of
 * this room.
 *
 *     nv_entry entry;
 *
 *     if (nv_entry_prepare(&entry, &caret, means, registry, citation, err))
 *         (... begin an act; put a cursor where it is to stand ...
 *          nv_entry_write(&entry, text, cursor, err); end the act ...);
 *     if (... the act failed ...) {
 *         nv_entry_forget(&entry);
 *         nv_step_restore(&act.step); (it marked the document as modified)
 *     }
 *     nv_entry_release(&entry);
 */
#ifndef NV_WRITER_ENTRY_H
#define NV_WRITER_ENTRY_H

#include "note/apparatus.h"
#include "note/note_kind.h"
#include "note/citation_name.h"
#include "note/citation_property.h"
#include "note/note.h"
#include "note/note_kind.h"
#include "writer/caret.h"
#include "writer/locales.h"
#include "writer/styles.h"

/* All zero owns nothing. */
typedef struct {
    css_frame_XModel *model; /* borrowed */
    nv_locales locales;
    nv_note note; /* as the first of its document */
    char *text;   /* of it, UTF-8 */
    nv_styles styles;
    const nv_note *says;                 /* what is written: `note`, or another
                                            form of it, borrowed */
    const char *language;                /* of the note, static */
    char name[NV_CITATION_NAME_MAX + 1]; /* of the bookmark */
    css_text_XTextContent *bookmark;     /* so named, not inserted yet */
    css_beans_XPropertyContainer *kept;  /* NULL: no property is needed */
    rtl_uString *property;               /* its name */
    char value[NV_CITATION_PROPERTY_MAX + 1];
} nv_entry;

/* Writes the note and makes all that will stand in the document, which stays as
 * it is. The caret decides which locale of its language the text gets. Returns
 * false with *err set: what nv_library_style() and nv_note_write() give,
 * NV_ERROR_LIMIT (what the writer typed is too long to be kept, or no free name
 * was found), NV_ERROR_MEMORY, NV_ERROR_UNO. The caller releases the entry
 * either way. err is not NULL. */
bool nv_entry_prepare(nv_entry *entry, const nv_caret *caret,
                      const nv_means *means, const nv_registry *registry,
                      const nv_citation *citation, nv_error *err);

/* A new footnote or endnote that stands nowhere yet, owned; NULL with *err
 * set. */
css_text_XFootnote *nv_entry_footnote(css_frame_XModel *model,
                                      nv_note_kind kind, nv_error *err);

/* As it will stand alone in the note of that number, 0: in the text. Borrows
 * from the entry. */
nv_standing nv_entry_standing(const nv_entry *entry, int32_t note);

/* Lets it say another form of its note than the first, which is borrowed until
 * it is written. Does nothing once *err is set, as below. */
void nv_entry_say(nv_entry *entry, const nv_wanted *wanted, nv_error *err);

/* Puts it in place of what the cursor spans, which spans it afterwards: text
 * with its styles and languages, bookmark, property. Part of an act. */
void nv_entry_write(nv_entry *entry, css_text_XText *text,
                    css_text_XTextCursor *cursor, nv_error *err);

/* Takes the property back, which Undo does not reach, when the act failed. */
void nv_entry_forget(const nv_entry *entry);

void nv_entry_release(nv_entry *entry);

#endif
