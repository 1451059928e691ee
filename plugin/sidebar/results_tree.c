/* SPDX-License-Identifier: MPL-2.0 */
/* See results_tree.h. The tree takes a whole new model in one call: of nodes
 * that come one by one it would be told one by one. */
#include "sidebar/results_tree.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "sidebar/ignore.h"

/* What a node's value says of those that are no hit; a hit's is its number. */
enum { IS_HEADING = -1, IS_MORE = -2 };

struct nv_results_tree {
    nv_uno_object base;
    css_uno_XComponentContext *context; /* borrowed */
    css_awt_XWindow *window;            /* owned, as the next two */
    css_awt_tree_XTreeControl *control;
    css_awt_XControlModel *model;
    css_awt_tree_XMutableTreeDataModel *data; /* shown; owned; NULL at first */
    css_awt_tree_XMutableTreeNode **node;     /* of each row; owned */
    size_t node_count;
    nv_buffer shown;            /* what the rows say, a line each */
    const nv_result_rows *rows; /* borrowed; NULL before the first ones */
    nv_results_told told;       /* self NULL: deaf */
    bool is_filling;
};

/* Telling */

static size_t row_of(const nv_result_rows *rows, int value)
{
    if (value == IS_MORE)
        return rows->count - 1;
    return value >= 0 ? nv_result_row_of(rows, value) : rows->count;
}

size_t nv_results_tree_row(nv_results_tree *tree)
{
    NV_UNO_OWNED_ANY uno_Any selection =
        css_awt_tree_XTreeControl_getSelection(tree->control, NULL);
    NV_UNO_OWNED css_awt_tree_XTreeNode *plain =
        css_awt_tree_XTreeNode_from_any(&selection);
    NV_UNO_OWNED css_awt_tree_XMutableTreeNode *node =
        css_awt_tree_XMutableTreeNode_query(plain, NULL);
    NV_UNO_OWNED_ANY uno_Any value =
        css_awt_tree_XMutableTreeNode_get_DataValue(node, NULL);
    sal_Int32 number = IS_HEADING;

    nv_uno_any_get_long(&value, &number);
    return row_of(tree->rows, number);
}

static void on_selection(void *self, const css_lang_EventObject *event,
                         nv_error *err)
{
    nv_results_tree *tree = self;
    NV_UNO_OWNED void *held = NULL;

    (void)event, (void)err;
    if (!tree->told.self || tree->is_filling || !tree->rows)
        return;
    held = nv_uno_acquire(tree->told.holder);
    tree->told.row(tree->told.self, nv_results_tree_row(tree));
}

static void on_press(void *self, const css_awt_MouseEvent *event, nv_error *err)
{
    enum { DOUBLE = 2 };
    nv_results_tree *tree = self;
    NV_UNO_OWNED void *held = NULL;

    (void)err;
    if (!tree->told.self || event->ClickCount != DOUBLE || event->PopupTrigger)
        return;
    held = nv_uno_acquire(tree->told.holder);
    tree->told.pressed(tree->told.self);
}

/* The rows below may need more room once they are shown, and the tree is left
 * with less: what is chosen stays in sight. */
static void on_resize(void *self, const css_awt_WindowEvent *event,
                      nv_error *err)
{
    nv_results_tree *tree = self;
    NV_UNO_OWNED_ANY uno_Any selection = {0};
    NV_UNO_OWNED css_awt_tree_XTreeNode *node = NULL;

    (void)event, (void)err;
    if (!tree->told.self)
        return;
    selection = css_awt_tree_XTreeControl_getSelection(tree->control, NULL);
    node = css_awt_tree_XTreeNode_from_any(&selection);
    if (node)
        css_awt_tree_XTreeControl_makeNodeVisible(tree->control, node, NULL);
}

/* Filling */

static void forget_nodes(nv_results_tree *tree)
{
    for (size_t i = 0; i < tree->node_count; i++)
        nv_uno_release(tree->node[i]);
    tree->node_count = 0;
}

/* A node under `parent`; owned. */
static css_awt_tree_XMutableTreeNode *
add_node(css_awt_tree_XMutableTreeDataModel *data,
         css_awt_tree_XMutableTreeNode *parent, const char *text, int value)
{
    nv_error err = {0};
    NV_UNO_OWNED_ANY uno_Any label = nv_uno_any_utf8(text);
    NV_UNO_OWNED_ANY uno_Any number = nv_uno_any_long(value);
    css_awt_tree_XMutableTreeNode *node =
        css_awt_tree_XMutableTreeDataModel_createNode(data, &label, false,
                                                      &err);

    css_awt_tree_XMutableTreeNode_set_DataValue(node, &number, &err);
    if (parent)
        css_awt_tree_XMutableTreeNode_appendChild(parent, node, &err);
    return node;
}

static int value_of(const nv_result_row *row)
{
    if (row->kind == NV_RESULT_HIT)
        return (int)row->hit;
    return row->kind == NV_RESULT_MORE ? IS_MORE : IS_HEADING;
}

/* The nodes of the rows, whose texts stand in `lines`, a line each. */
static void add_nodes(nv_results_tree *tree, const char *lines,
                      css_awt_tree_XMutableTreeDataModel *data,
                      css_awt_tree_XMutableTreeNode *root)
{
    css_awt_tree_XMutableTreeNode *heading = root;

    for (size_t i = 0; i < tree->rows->count; i++) {
        const nv_result_row *row = &tree->rows->row[i];
        nv_buffer text = NV_BUFFER_INIT;
        const size_t len = strcspn(lines, "\n");

        nv_buffer_add(&text, lines, len);
        lines += len + 1;
        tree->node[i] =
            add_node(data, row->kind == NV_RESULT_HIT ? heading : root,
                     text.text, value_of(row));
        if (nv_result_is_heading(row))
            heading = tree->node[i];
        nv_buffer_release(&text);
    }
    tree->node_count = tree->rows->count;
}

/* A model and its nodes hold one another, and would never go: another root
 * takes their place, and that is all that stays. */
static void leave_data(nv_results_tree *tree)
{
    css_awt_tree_XMutableTreeDataModel *data = tree->data;
    NV_UNO_OWNED css_awt_tree_XMutableTreeNode *nothing = NULL;

    tree->data = NULL;
    if (!data)
        return;
    nothing = add_node(data, NULL, "", IS_HEADING);
    css_awt_tree_XMutableTreeDataModel_setRoot(data, nothing, NULL);
    nv_uno_release(data);
}

static bool make_room(nv_results_tree *tree)
{
    css_awt_tree_XMutableTreeNode **grown =
        realloc(tree->node, (tree->rows->count + 1) * sizeof *grown);

    if (grown)
        tree->node = grown;
    return grown != NULL;
}

static void open_node(nv_results_tree *tree,
                      css_awt_tree_XMutableTreeNode *heading)
{
    NV_UNO_OWNED css_awt_tree_XTreeNode *node =
        css_awt_tree_XTreeNode_query(heading, NULL);

    css_awt_tree_XTreeControl_expandNode(tree->control, node, NULL);
}

static void fill(nv_results_tree *tree, const char *lines)
{
    nv_error err = {0};
    NV_UNO_OWNED css_uno_XInterface *service = nv_uno_create(
        tree->context, "com.sun.star.awt.tree.MutableTreeDataModel", &err);
    NV_UNO_OWNED css_awt_tree_XMutableTreeDataModel *data =
        css_awt_tree_XMutableTreeDataModel_need(service, &err);
    NV_UNO_OWNED css_awt_tree_XMutableTreeNode *root = NULL;
    NV_UNO_OWNED_ANY uno_Any value = {0};

    forget_nodes(tree);
    if (!data || !make_room(tree))
        return;
    root = add_node(data, NULL, "", IS_HEADING);
    add_nodes(tree, lines, data, root);
    css_awt_tree_XMutableTreeDataModel_setRoot(data, root, &err);
    value = css_awt_tree_XMutableTreeDataModel_any(data);
    nv_uno_set(tree->model, "DataModel", &value, &err);
    leave_data(tree);
    tree->data = nv_uno_acquire(data);
    for (size_t i = 0; i < tree->node_count; i++)
        if (nv_result_is_heading(&tree->rows->row[i]))
            open_node(tree, tree->node[i]);
}

static void number_nodes(nv_results_tree *tree)
{
    for (size_t i = 0; i < tree->node_count; i++) {
        const int wanted = value_of(&tree->rows->row[i]);
        NV_UNO_OWNED_ANY uno_Any before =
            css_awt_tree_XMutableTreeNode_get_DataValue(tree->node[i], NULL);
        NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_long(wanted);
        sal_Int32 number = wanted;

        if (nv_uno_any_get_long(&before, &number) && number != wanted)
            css_awt_tree_XMutableTreeNode_set_DataValue(tree->node[i], &value,
                                                        NULL);
    }
}

static void say_rows(nv_buffer *out, const nv_phrases *phrases,
                     const nv_state *state, const nv_result_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        nv_results_say(out, phrases, state, &rows->row[i]);
        nv_buffer_add_char(out, '\n');
    }
}

static void select_row(nv_results_tree *tree, size_t row)
{
    NV_UNO_OWNED css_awt_tree_XTreeNode *node = NULL;
    NV_UNO_OWNED_ANY uno_Any value = {0};

    if (row >= tree->node_count) {
        css_awt_tree_XTreeControl_clearSelection(tree->control, NULL);
        return;
    }
    if (row == nv_results_tree_row(tree))
        return;
    node = css_awt_tree_XTreeNode_query(tree->node[row], NULL);
    value = css_awt_tree_XTreeNode_any(node);
    css_awt_tree_XTreeControl_select(tree->control, &value, NULL);
    css_awt_tree_XTreeControl_makeNodeVisible(tree->control, node, NULL);
}

void nv_results_tree_show(nv_results_tree *tree, const nv_phrases *phrases,
                          const nv_state *state, const nv_result_rows *rows,
                          size_t row)
{
    nv_buffer lines = NV_BUFFER_INIT;

    /* The same rows may have other ranks, by which their nodes go. */
    tree->is_filling = true;
    tree->rows = rows;
    say_rows(&lines, phrases, state, rows);
    if (tree->node_count != rows->count ||
        strcmp(lines.text, tree->shown.text) != 0)
        fill(tree, lines.text);
    else
        number_nodes(tree);
    nv_buffer_release(&tree->shown);
    tree->shown = lines;
    select_row(tree, row);
    tree->is_filling = false;
}

/* Life */

static const css_view_XSelectionChangeListener_methods selection_methods = {
    .selectionChanged = on_selection,
};
static const css_awt_XMouseListener_methods mouse_methods = {
    .mousePressed = on_press,
    .mouseReleased = nv_ignore_mouse,
    .mouseEntered = nv_ignore_mouse,
    .mouseExited = nv_ignore_mouse,
};

static const css_awt_XWindowListener_methods window_methods = {
    .windowResized = on_resize,
    .windowMoved = nv_ignore_window,
    .windowShown = nv_ignore_event,
    .windowHidden = nv_ignore_event,
};

static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_view_XSelectionChangeListener, &selection_methods),
    NV_UNO_INTERFACE(css_awt_XMouseListener, &mouse_methods),
    NV_UNO_INTERFACE(css_awt_XWindowListener, &window_methods),
};

static void destroy(void *self)
{
    nv_results_tree *tree = self;

    forget_nodes(tree);
    leave_data(tree);
    free(tree->node);
    nv_buffer_release(&tree->shown);
    nv_uno_release(tree->model);
    nv_uno_release(tree->control);
    nv_uno_release(tree->window);
}

static const nv_uno_class tree_class = {
    .name = "org.noteverbale.ResultsTree",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(nv_results_tree),
    .destroy = destroy,
    .flags = NV_UNO_WEAK,
};

nv_results_tree *nv_results_tree_new(css_uno_XComponentContext *context,
                                     css_awt_XWindow *window,
                                     const nv_results_told *told, nv_error *err)
{
    nv_results_tree *tree = nv_uno_object_new(&tree_class, err);
    NV_UNO_OWNED css_awt_XControl *control = NULL;

    if (!tree)
        return NULL;
    nv_buffer_init(&tree->shown);
    tree->context = context;
    tree->told = *told;
    tree->window = nv_uno_acquire(window);
    tree->control = css_awt_tree_XTreeControl_query(window, err);
    control = css_awt_XControl_query(window, err);
    tree->model = css_awt_XControl_getModel(control, err);
    css_awt_tree_XTreeControl_addSelectionChangeListener(
        tree->control, css_view_XSelectionChangeListener_of(&tree->base), err);
    css_awt_XWindow_addMouseListener(
        window, css_awt_XMouseListener_of(&tree->base), err);
    css_awt_XWindow_addWindowListener(
        window, css_awt_XWindowListener_of(&tree->base), err);
    return tree;
}

void nv_results_tree_free(nv_results_tree *tree)
{
    if (!tree)
        return;
    tree->told.self = NULL;
    css_awt_tree_XTreeControl_removeSelectionChangeListener(
        tree->control, css_view_XSelectionChangeListener_of(&tree->base), NULL);
    css_awt_XWindow_removeMouseListener(
        tree->window, css_awt_XMouseListener_of(&tree->base), NULL);
    css_awt_XWindow_removeWindowListener(
        tree->window, css_awt_XWindowListener_of(&tree->base), NULL);
    nv_uno_release(tree);
}
