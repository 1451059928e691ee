/* SPDX-License-Identifier: MPL-2.0 */
/* See style_redo.h. */
#include "writer/style_redo.h"

#include "base/array.h"

typedef struct {
    nv_uno_object base;
    css_container_XNameContainer *family; /* owned, as all */
    rtl_uString *name, *parent;
    uno_Any next;
} style_redo;

/* The style goes by itself. */
static void undo(void *self, nv_error *err)
{
    (void)self, (void)err;
}

/* The object of the style is another one than before. */
static css_style_XStyle *find_style(const style_redo *redo, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any style =
        css_container_XNameContainer_getByName(redo->family, redo->name, err);

    return css_style_XStyle_need(nv_uno_any_get_interface(&style), err);
}

/* A Redo that throws makes the office forget all steps: worse than a style that
 * stands alone. */
static void redo(void *self, nv_error *err)
{
    style_redo *redo = self;
    nv_error why = {0};
    NV_UNO_OWNED css_style_XStyle *style = find_style(redo, &why);

    (void)err;
    css_style_XStyle_setParentStyle(style, redo->parent, &why);
    nv_uno_set(style, "FollowStyle", &redo->next, &why);
}

/* Never shown: the step it is in has its own. */
static rtl_uString *get_title(void *self, nv_error *err)
{
    (void)self, (void)err;
    return nv_uno_string("Note Verbale");
}

static void destroy(void *self)
{
    style_redo *redo = self;

    nv_uno_release(redo->family);
    nv_uno_string_release(redo->name);
    nv_uno_string_release(redo->parent);
    nv_uno_any_release(&redo->next);
}

static const css_document_XUndoAction_methods action = {
    .get_Title = get_title,
    .undo = undo,
    .redo = redo,
};
static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_document_XUndoAction, &action),
};
static const nv_uno_class redo_class = {
    .name = "org.noteverbale.StyleRedo",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(style_redo),
    .destroy = destroy,
};

static void remember(style_redo *redo, css_container_XNameContainer *family,
                     rtl_uString *name, nv_error *err)
{
    NV_UNO_OWNED css_style_XStyle *style = NULL;

    redo->family = nv_uno_acquire(family);
    redo->name = nv_uno_string_acquire(name);
    style = find_style(redo, err);
    redo->parent = css_style_XStyle_getParentStyle(style, err);
    redo->next = nv_uno_get(style, "FollowStyle", err);
}

void nv_style_redo_add(nv_step *step, css_container_XNameContainer *family,
                       rtl_uString *name, nv_error *err)
{
    NV_UNO_OWNED style_redo *made = NULL;

    if (err->code || !step->keeps_undo)
        return;
    made = nv_uno_object_new(&redo_class, err);
    if (!made)
        return;
    remember(made, family, name, err);
    css_document_XUndoManager_addUndoAction(
        step->undo, css_document_XUndoAction_of(&made->base), err);
}
