/* SPDX-License-Identifier: MPL-2.0 */
/* See property_change.h. */
#include "writer/property_change.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/note_text.h"
#include "writer/properties.h"

typedef struct {
    char *name;
    char *before, *after; /* NULL: there is none */
} row;

struct nv_property_change {
    nv_uno_object base;
    css_beans_XPropertyContainer *properties; /* owned */
    row *rows;
    size_t count, capacity;
};

static bool same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* An error of one does not keep the others from being written. */
static void write_rows(nv_property_change *change, bool is_back, nv_error *err)
{
    for (size_t i = 0; i < change->count; i++) {
        const row *row = &change->rows[i];
        nv_error why = {0};

        if (!same(row->before, row->after))
            nv_properties_write(change->properties, row->name,
                                is_back ? row->before : row->after, &why);
        if (why.code && !err->code)
            *err = why;
    }
}

/* An Undo that throws makes the office forget all steps: worse than a value
 * that stays. */
static void undo(void *self, nv_error *err)
{
    nv_error why = {0};

    (void)err;
    write_rows(self, true, &why);
}

static void redo(void *self, nv_error *err)
{
    nv_error why = {0};

    (void)err;
    write_rows(self, false, &why);
}

/* Never shown: the step it is in has its own. */
static rtl_uString *get_title(void *self, nv_error *err)
{
    (void)self, (void)err;
    return nv_uno_string("Note Verbale");
}

static void destroy(void *self)
{
    nv_property_change *change = self;

    for (size_t i = 0; i < change->count; i++) {
        free(change->rows[i].name);
        free(change->rows[i].before);
        free(change->rows[i].after);
    }
    free(change->rows);
    nv_uno_release(change->properties);
}

static const css_document_XUndoAction_methods action = {
    .get_Title = get_title,
    .undo = undo,
    .redo = redo,
};
static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_document_XUndoAction, &action),
};
static const nv_uno_class change_class = {
    .name = "org.noteverbale.PropertyChange",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(nv_property_change),
    .destroy = destroy,
};

nv_property_change *nv_property_change_new(css_frame_XModel *model,
                                           nv_error *err)
{
    nv_property_change *change = nv_uno_object_new(&change_class, err);

    if (change)
        change->properties = nv_properties_of(model, err);
    if (!err->code)
        return change;
    nv_uno_release(change);
    return NULL;
}

static row *find_row(nv_property_change *change, const char *name)
{
    for (size_t i = 0; i < change->count; i++)
        if (strcmp(change->rows[i].name, name) == 0)
            return &change->rows[i];
    return NULL;
}

static row *add_row(nv_property_change *change, const char *name, nv_error *err)
{
    row *rows = nv_array_grow(change->rows, change->count, &change->capacity,
                              sizeof *rows);
    row made = {.name = rows ? strdup(name) : NULL};

    if (rows)
        change->rows = rows;
    if (!made.name) {
        nv_note_no_memory(err);
        return NULL;
    }
    made.before = nv_properties_ask(change->properties, name, err);
    rows[change->count++] = made;
    return err->code ? NULL : &rows[change->count - 1];
}

bool nv_property_change_put(void *self, const char *name, const char *value,
                            nv_error *err)
{
    row *row = find_row(self, name);
    char *after = value ? strdup(value) : NULL;

    if (value && !after)
        return nv_note_no_memory(err);
    if (!row)
        row = add_row(self, name, err);
    if (!row) {
        free(after);
        return false;
    }
    free(row->after);
    row->after = after;
    return true;
}

static bool is_empty(const nv_property_change *change)
{
    for (size_t i = 0; i < change->count; i++)
        if (!same(change->rows[i].before, change->rows[i].after))
            return false;
    return true;
}

void nv_property_change_perform(nv_property_change *change, nv_step *step,
                                nv_error *err)
{
    if (err->code || is_empty(change))
        return;
    if (step->keeps_undo)
        css_document_XUndoManager_addUndoAction(
            step->undo, css_document_XUndoAction_of(&change->base), err);
    if (!err->code)
        write_rows(change, false, err);
    if (err->code && !step->keeps_undo)
        undo(change, NULL);
}
