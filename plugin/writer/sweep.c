/* SPDX-License-Identifier: MPL-2.0 */
/* See store.h: properties whose citation was deleted before the document was
 * saved. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "note/citation_property.h"
#include "writer/caret.h"
#include "writer/carried.h"
#include "writer/model.h"
#include "writer/properties.h"
#include "writer/store.h"
#include "writer/store_memory.h"

/* Whether Undo or Redo has any step; one that does not answer may have. */
static bool has_steps(css_frame_XModel *model)
{
    nv_error why = {0};
    NV_UNO_OWNED css_document_XUndoManagerSupplier *supplier =
        css_document_XUndoManagerSupplier_need(model, &why);
    NV_UNO_OWNED css_document_XUndoManager *undo =
        css_document_XUndoManagerSupplier_getUndoManager(supplier, &why);
    const bool has = css_document_XUndoManager_isUndoPossible(undo, &why) ||
                     css_document_XUndoManager_isRedoPossible(undo, &why);

    return has || why.code;
}

/* The tail of a citation's property: what a name of ours is followed by. */
static const char *tail_of(const char *property)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    const char *tail = property + sizeof NV_CITATION_PROPERTY_PREFIX - 1;

    return strlen(tail) == 6 && strspn(tail, letters) == 6 ? tail : NULL;
}

static nv_uno_string_seq names_of_bookmarks(css_frame_XModel *model,
                                            nv_error *err)
{
    NV_UNO_OWNED css_text_XBookmarksSupplier *supplier =
        css_text_XBookmarksSupplier_need(model, err);
    NV_UNO_OWNED css_container_XNameAccess *bookmarks =
        css_text_XBookmarksSupplier_getBookmarks(supplier, err);

    return css_container_XNameAccess_getElementNames(bookmarks, err);
}

/* Forgets those that a citation names. */
static void leave_cited(nv_carried *orphans, const char *bookmark)
{
    nv_citation_name name;

    if (!bookmark || !nv_citation_name_read(bookmark, strlen(bookmark), &name))
        return;
    for (size_t i = 0; i < orphans->count; i++)
        if (strcmp(tail_of(orphans->names[i]), name.tail) == 0)
            nv_carried_drop(orphans, i--);
}

/* Leaves in *orphans what no citation of the document names; nothing when the
 * office does not say. */
static void keep_orphans(nv_carried *orphans, css_frame_XModel *model)
{
    nv_error why = {0};
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    names = names_of_bookmarks(model, &why);

    for (size_t i = 0; i < orphans->count; i++)
        if (!tail_of(orphans->names[i]))
            nv_carried_drop(orphans, i--);
    for (sal_Int32 i = 0; i < nv_uno_string_seq_len(names); i++) {
        char *bookmark = nv_uno_utf8(nv_uno_string_seq_at(names)[i]);

        leave_cited(orphans, bookmark);
        free(bookmark);
    }
    if (why.code)
        nv_carried_release(orphans);
}

void nv_writer_sweep(nv_essay *essay)
{
    nv_error why = {0};
    nv_store_memory *memory = nv_store_memory_of(essay, &why);
    nv_caret caret = {0};

    if (memory && nv_caret_find(nv_essay_frame(essay), &caret, &why) &&
        caret.model && caret.model != memory->swept) {
        nv_carried_release(&memory->orphans);
        nv_uno_release(memory->swept);
        memory->swept = nv_uno_acquire(caret.model);
        if (!has_steps(caret.model) &&
            nv_carried_take(&memory->orphans, caret.model, &why))
            keep_orphans(&memory->orphans, caret.model);
    }
    nv_caret_release(&caret);
}

/* What was pasted since may name one again. */
void nv_store_sweep_now(nv_essay *essay, css_frame_XModel *model)
{
    nv_error why = {0};
    nv_store_memory *memory = nv_store_memory_of(essay, &why);
    NV_UNO_OWNED css_beans_XPropertyContainer *properties = NULL;

    if (!memory || memory->swept != model || memory->orphans.count == 0)
        return;
    properties = nv_properties_of(model, &why);
    keep_orphans(&memory->orphans, model);
    for (size_t i = 0; i < memory->orphans.count; i++)
        nv_properties_write(properties, memory->orphans.names[i], NULL, NULL);
    nv_carried_release(&memory->orphans);
}
