/* SPDX-License-Identifier: MPL-2.0 */
/* One new citation on its way into a document, within an act of somebody
 * else's: for the inside of this room. It is written as the first of its
 * document; the act then lets it follow those before it.
 *
 *     if (nv_entry_prepare(&entry, &at, means, registry, citation, err) && ...)
 *         ... begin the act ...
 *         nv_entry_write(&entry, text, cursor, err);
 *         ... when the act does not stand: nv_entry_forget(&entry); ...
 *     nv_entry_release(&entry);
 */
#ifndef NV_WRITER_ENTRY_H
#define NV_WRITER_ENTRY_H

#include "note/citation_property.h"
#include "writer/caret.h"
#include "writer/document.h"
#include "writer/locales.h"
#include "writer/styles.h"

/* All zero owns nothing. */
typedef struct {
    nv_note note;
    nv_styles styles;
    nv_locales locales;
    const char *language;               /* of the note, static */
    rtl_uString *name;                  /* of the bookmark */
    css_text_XTextContent *bookmark;    /* named, not inserted yet */
    css_beans_XPropertyContainer *kept; /* NULL: no property is needed */
    rtl_uString *property;              /* its name */
    char value[NV_CITATION_PROPERTY_MAX + 1];
} nv_entry;

/* Makes everything that can fail without touching the document: the note in
 * its style, a name that is free, what the name can't hold. `at` says in which
 * document, and where in it: only model and end are looked at. Returns false
 * with *err set as nv_writer_insert() does; the caller releases it either way.
 * err is not NULL. */
bool nv_entry_prepare(nv_entry *entry, const nv_caret *at,
                      const nv_means *means, const nv_registry *registry,
                      const nv_citation *citation, nv_error *err);

/* Puts the citation in place of what the cursor spans, which spans it
 * afterwards. The caller has begun a step. Does nothing once *err is set. */
void nv_entry_write(nv_entry *entry, css_text_XText *text,
                    css_text_XTextCursor *cursor, nv_error *err);

/* Takes back what Undo does not reach: after an act that does not stand. */
void nv_entry_forget(const nv_entry *entry);

void nv_entry_release(nv_entry *entry);

#endif
