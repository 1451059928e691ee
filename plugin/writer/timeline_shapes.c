/* SPDX-License-Identifier: MPL-2.0 */
/* See timeline_shapes.h. */
#include "writer/timeline_shapes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "writer/names.h"

#define PREFIX "nvt1_"

static css_drawing_XDrawPage *find_page(css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED css_drawing_XDrawPageSupplier *supplier =
        css_drawing_XDrawPageSupplier_need(model, err);

    return css_drawing_XDrawPageSupplier_getDrawPage(supplier, err);
}

/* Bookmarks */

static bool has_prefix(const rtl_uString *name)
{
    static const char prefix[] = PREFIX;

    if (nv_uno_string_len(name) < (sal_Int32)sizeof prefix - 1)
        return false;
    for (size_t i = 0; i < sizeof prefix - 1; i++)
        if (name->buffer[i] != (sal_Unicode)prefix[i])
            return false;
    return true;
}

static css_container_XNameAccess *find_bookmarks(css_frame_XModel *model,
                                                 nv_error *err)
{
    NV_UNO_OWNED css_text_XBookmarksSupplier *supplier =
        css_text_XBookmarksSupplier_need(model, err);

    return css_text_XBookmarksSupplier_getBookmarks(supplier, err);
}

/* Of places in two different texts the office says that they can't be
 * compared, which is an answer. */
static bool is_same_place(css_text_XTextRange *a, css_text_XTextRange *b,
                          nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(a, err);
    NV_UNO_OWNED css_text_XTextRangeCompare *compare =
        css_text_XTextRangeCompare_need(text, err);
    nv_error why = *err;
    const sal_Int16 order =
        css_text_XTextRangeCompare_compareRegionStarts(compare, a, b, &why);

    if (strcmp(why.origin, "com.sun.star.lang.IllegalArgumentException") == 0)
        return false;
    *err = why;
    return !err->code && order == 0;
}

/* The first bookmark of ours at the place, owned; NULL: none, or
 * *err set. */
static css_text_XTextContent *
find_bookmark(css_frame_XModel *model, css_text_XTextRange *at, nv_error *err)
{
    NV_UNO_OWNED css_container_XNameAccess *all = find_bookmarks(model, err);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    names = css_container_XNameAccess_getElementNames(all, err);

    for (sal_Int32 i = 0; i < nv_uno_string_seq_len(names); i++) {
        rtl_uString *name = nv_uno_string_seq_at(names)[i];
        NV_UNO_OWNED_ANY uno_Any any = nv_uno_any_void();
        NV_UNO_OWNED css_text_XTextContent *mark = NULL;
        NV_UNO_OWNED css_text_XTextRange *anchor = NULL;

        if (!has_prefix(name))
            continue;
        any = css_container_XNameAccess_getByName(all, name, err);
        mark = css_text_XTextContent_need(nv_uno_any_get_interface(&any), err);
        anchor = css_text_XTextContent_getAnchor(mark, err);
        if (anchor && is_same_place(anchor, at, err))
            return nv_uno_acquire(mark);
    }
    return NULL;
}

/* Those that are there */

css_text_XTextRange *nv_timelines_anchor(css_drawing_XShapes *group,
                                         nv_error *err)
{
    NV_UNO_OWNED css_text_XTextContent *content =
        css_text_XTextContent_need(group, err);

    return css_text_XTextContent_getAnchor(content, err);
}

/* Behind the letter that a group is. */
static css_text_XTextRange *find_end(css_drawing_XShapes *group, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *anchor = nv_timelines_anchor(group, err);
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextRange_getStart(anchor, err);
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(start, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, start, err);

    css_text_XTextCursor_goRight(cursor, 1, false, err);
    return css_text_XTextCursor_getStart(cursor, err);
}

static bool is_ours(css_frame_XModel *model, css_drawing_XShapes *group,
                    nv_error *err)
{
    NV_UNO_OWNED css_container_XNamed *named =
        css_container_XNamed_need(group, err);
    NV_UNO_OWNED_STRING rtl_uString *name =
        css_container_XNamed_getName(named, err);
    NV_UNO_OWNED css_text_XTextRange *end = NULL;
    NV_UNO_OWNED css_text_XTextContent *mark = NULL;

    if (has_prefix(name))
        return true;
    end = find_end(group, err);
    mark = end ? find_bookmark(model, end, err) : NULL;
    return mark != NULL;
}

static bool keep(nv_timelines *found, css_drawing_XShapes *group, nv_error *err)
{
    css_drawing_XShapes **groups = nv_array_grow(
        found->groups, found->count, &found->capacity, sizeof *groups);

    if (!groups)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is no memory to draw the timeline; close other "
                       "documents and try again.");
    found->groups = groups;
    groups[found->count++] = nv_uno_acquire(group);
    return true;
}

bool nv_timelines_find(nv_timelines *found, css_frame_XModel *model,
                       nv_error *err)
{
    NV_UNO_OWNED css_drawing_XDrawPage *page = find_page(model, err);
    const sal_Int32 count = css_drawing_XDrawPage_getCount(page, err);

    for (sal_Int32 i = 0; i < count && !err->code; i++) {
        NV_UNO_OWNED_ANY uno_Any any =
            css_drawing_XDrawPage_getByIndex(page, i, err);
        NV_UNO_OWNED css_drawing_XShapeGroup *group =
            css_drawing_XShapeGroup_query(nv_uno_any_get_interface(&any), err);
        NV_UNO_OWNED css_drawing_XShapes *shapes =
            css_drawing_XShapes_query(group, err);

        if (shapes && is_ours(model, shapes, err))
            keep(found, shapes, err);
    }
    return !err->code;
}

void nv_timelines_release(nv_timelines *found)
{
    for (size_t i = 0; i < found->count; i++)
        nv_uno_release(found->groups[i]);
    free(found->groups);
    *found = (nv_timelines){0};
}

static void remove_bookmarks(css_frame_XModel *model, css_text_XTextRange *at,
                             nv_error *err)
{
    css_text_XTextContent *mark;
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(at, err);

    while (!err->code && (mark = find_bookmark(model, at, err)) != NULL) {
        css_text_XText_removeTextContent(text, mark, err);
        nv_uno_release(mark);
    }
}

css_text_XTextRange *nv_timelines_remove(css_frame_XModel *model,
                                         css_drawing_XShapes *group,
                                         nv_error *err)
{
    NV_UNO_OWNED css_drawing_XDrawPage *page = find_page(model, err);
    NV_UNO_OWNED css_drawing_XShape *shape =
        css_drawing_XShape_need(group, err);
    NV_UNO_OWNED css_text_XTextRange *end = find_end(group, err);
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(end, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, end, err);

    remove_bookmarks(model, end, err);
    css_drawing_XDrawPage_remove(page, shape, err);
    return css_text_XTextCursor_getStart(cursor, err);
}

/* Drawing */

typedef struct {
    css_lang_XMultiServiceFactory *factory;
    css_drawing_XDrawPage *page;
    css_drawing_XShapes *shapes; /* those that will be a group */
    const nv_timeline *timeline;
    const nv_worn_looks *worn;
    const nv_first_looks *first;
    uno_Any locale; /* of the words */
} drawing;

static void set_text(void *object, const char *property, const char *text,
                     nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_utf8(text);

    nv_uno_set(object, property, &value, err);
}

static void set_long(void *object, const char *property, sal_Int32 number,
                     nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_long(number);

    nv_uno_set(object, property, &value, err);
}

static void set_anchor(void *shape, css_text_TextContentAnchorType type,
                       nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = css_text_TextContentAnchorType_any(type);

    nv_uno_set(shape, "AnchorType", &value, err);
}

static rtl_uString *service_of(nv_timeline_role role)
{
    if (role == NV_TIMELINE_LEADER || role == NV_TIMELINE_TICK)
        return NV_UNO_STR("com.sun.star.drawing.LineShape");
    return role == NV_TIMELINE_MARK
               ? NV_UNO_STR("com.sun.star.drawing.EllipseShape")
               : NV_UNO_STR("com.sun.star.drawing.RectangleShape");
}

/* A line that goes up has a size less than zero, from its upper end. */
static void place(css_drawing_XShape *shape, const nv_timeline_shape *from,
                  nv_error *err)
{
    const bool is_left = from->width < 0;
    const int32_t width = is_left ? -from->width : from->width;
    const int32_t height = is_left ? -from->height : from->height;
    const bool is_up = height < 0 && width > 0;
    const int32_t tall = height < 0 ? -height : height;
    const css_awt_Point at = {
        .X = is_left ? from->x - width : from->x,
        .Y = from->height < 0 ? from->y + from->height : from->y,
    };
    const css_awt_Size size = {.Width = width, .Height = is_up ? -tall : tall};

    css_drawing_XShape_setPosition(shape, &at, err);
    css_drawing_XShape_setSize(shape, &size, err);
}

/* A paragraph of its own style would bring its distances along: a filter writes
 * these into the text of the shape. */
static void set_paragraph(void *shape, bool is_centred, nv_error *err)
{
    static const char *const none[] = {"ParaTopMargin", "ParaBottomMargin",
                                       "ParaLeftMargin", "ParaRightMargin",
                                       "ParaFirstLineIndent"};
    const css_style_LineSpacing single = {.Mode = 0, .Height = 100};
    NV_UNO_OWNED_ANY uno_Any spacing = css_style_LineSpacing_any(&single);
    NV_UNO_OWNED_ANY uno_Any adjust =
        nv_uno_any_short(is_centred ? css_style_ParagraphAdjust_CENTER
                                    : css_style_ParagraphAdjust_LEFT);

    for (size_t i = 0; i < NV_COUNT_OF(none); i++)
        set_long(shape, none[i], 0, err);
    nv_uno_set(shape, "ParaLineSpacing", &spacing, err);
    nv_uno_set(shape, "ParaAdjust", &adjust, err);
}

static void set_words(const drawing *d, void *shape,
                      const nv_timeline_shape *from, nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text = css_text_XText_need(shape, err);
    NV_UNO_OWNED_STRING rtl_uString *words = nv_uno_string(from->words);
    NV_UNO_OWNED_ANY uno_Any top =
        css_drawing_TextVerticalAdjust_any(css_drawing_TextVerticalAdjust_TOP);
    NV_UNO_OWNED_ANY uno_Any across = css_drawing_TextHorizontalAdjust_any(
        css_drawing_TextHorizontalAdjust_BLOCK);

    css_text_XText_setString(text, words, err);
    nv_uno_set(shape, "TextVerticalAdjust", &top, err);
    nv_uno_set(shape, "TextHorizontalAdjust", &across, err);
    nv_uno_set(shape, "CharLocale", &d->locale, err);
    set_paragraph(shape, from->is_centred, err);
}

/* The title of an event, as it is drawn; NULL for what is of none. */
static const char *title_of(const nv_timeline *timeline, size_t event)
{
    for (size_t i = 0; i < timeline->count && event != SIZE_MAX; i++)
        if (timeline->shapes[i].event == event &&
            timeline->shapes[i].role == NV_TIMELINE_TITLE)
            return timeline->shapes[i].words;
    return NULL;
}

/* Stands on the page until it is in the group: Writer moves what would leave a
 * column or the foot of a page. */
static void add_shape(const drawing *d, const nv_timeline_shape *from,
                      nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *made =
        css_lang_XMultiServiceFactory_createInstance(
            d->factory, service_of(from->role), err);
    NV_UNO_OWNED css_drawing_XShape *shape = css_drawing_XShape_need(made, err);
    NV_UNO_OWNED_ANY uno_Any first_page = nv_uno_any_short(1);

    if (!shape)
        return;
    set_anchor(shape, css_text_TextContentAnchorType_AT_PAGE, err);
    nv_uno_set(shape, "AnchorPageNo", &first_page, err);
    place(shape, from, err);
    css_drawing_XDrawPage_add(d->page, shape, err);
    css_drawing_XShapes_add(d->shapes, shape, err);
    if (from->words)
        set_words(d, shape, from, err);
    nv_look_set(nv_look_of(d->worn, d->first, from->role,
                           title_of(d->timeline, from->event)),
                shape, from->role, err);
    set_text(shape, "Name", nv_timeline_role_name(from->role), err);
    set_text(shape, "Description", from->name, err);
}

static css_drawing_XShapes *new_collection(css_uno_XComponentContext *context,
                                           nv_error *err)
{
    NV_UNO_OWNED css_uno_XInterface *made =
        nv_uno_create(context, "com.sun.star.drawing.ShapeCollection", err);

    return css_drawing_XShapes_need(made, err);
}

/* The shapes as one, which stands on the line like a letter. */
static css_text_XTextContent *group_shapes(const drawing *d, const char *name,
                                           const char *title, nv_error *err)
{
    NV_UNO_OWNED css_drawing_XShapeGrouper *grouper =
        css_drawing_XShapeGrouper_need(d->page, err);
    NV_UNO_OWNED css_drawing_XShapeGroup *group =
        css_drawing_XShapeGrouper_group(grouper, d->shapes, err);

    if (!group)
        return NULL;
    set_text(group, "Name", name, err);
    set_text(group, "Title", title, err);
    set_text(group, "Description", d->timeline->says, err);
    set_anchor(group, css_text_TextContentAnchorType_AS_CHARACTER, err);
    return css_text_XTextContent_need(group, err);
}

/* A point behind the group. */
static void add_bookmark(css_frame_XModel *model, const char *name,
                         css_text_XTextContent *content, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *called = nv_uno_string(name);
    NV_UNO_OWNED css_drawing_XShapes *group =
        css_drawing_XShapes_need(content, err);
    NV_UNO_OWNED css_text_XTextContent *mark =
        nv_names_bookmark(model, called, err);
    NV_UNO_OWNED css_text_XTextRange *end = find_end(group, err);
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(end, err);

    css_text_XText_insertTextContent(text, end, mark, false, err);
}

/* Writer lays it out, and once more: of a tall group that goes to the next page
 * Writer 7.4 counts but the upper half at first, and text covers the rest. */
static void stand_on_line(css_frame_XModel *model, css_text_XTextContent *group,
                          nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any above =
        nv_uno_any_short(css_text_VertOrientation_TOP);

    css_frame_XModel_unlockControllers(model, err);
    css_frame_XModel_lockControllers(model, err);
    nv_uno_set(group, "VertOrient", &above, err);
}

static void draw(const drawing *d, css_frame_XModel *model,
                 css_text_XTextRange *at, const char *title, nv_error *err)
{
    char tail[7], name[sizeof PREFIX + sizeof tail];
    NV_UNO_OWNED css_text_XTextContent *group = NULL;

    for (size_t i = 0; i < d->timeline->count && !err->code; i++)
        add_shape(d, &d->timeline->shapes[i], err);
    if (err->code || !nv_names_draw_tail(tail, err))
        return;
    snprintf(name, sizeof name, PREFIX "%s", tail);
    group = group_shapes(d, name, title, err);
    css_text_XTextContent_attach(group, at, err);
    stand_on_line(model, group, err);
    add_bookmark(model, name, group, err);
}

bool nv_timelines_draw(css_frame_XModel *model,
                       css_uno_XComponentContext *context,
                       const nv_timeline *timeline, const nv_worn_looks *worn,
                       const nv_first_looks *first, css_text_XTextRange *at,
                       const char *title, nv_error *err)
{
    NV_UNO_OWNED css_lang_XMultiServiceFactory *factory =
        css_lang_XMultiServiceFactory_need(model, err);
    NV_UNO_OWNED css_drawing_XDrawPage *page = find_page(model, err);
    NV_UNO_OWNED css_drawing_XShapes *shapes = new_collection(context, err);
    NV_UNO_OWNED_ANY uno_Any locale = nv_uno_get(at, "CharLocale", err);
    const drawing d = {factory, page, shapes, timeline, worn, first, locale};

    if (!err->code)
        draw(&d, model, at, title, err);
    return !err->code;
}
