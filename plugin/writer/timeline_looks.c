/* SPDX-License-Identifier: MPL-2.0 */
/* See timeline_looks.h. */
#include "writer/timeline_looks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

enum { IS_LINED = 1, IS_FILLED = 2, HAS_WORDS = 4 };

static const struct {
    const char *name;
    unsigned parts; /* which of the three it has: all of theirs are kept */
    sal_Int32 line, fill, words; /* colours at first; NONE: not drawn */
    sal_Int32 line_width;        /* 1/100 mm */
    bool is_bold;
} roles[NV_TIMELINE_ROLE_COUNT] = {
#define NONE (-2)
#define AUTOMATIC (-1)
    [NV_TIMELINE_BAND] = {"nvt1_band", IS_LINED | IS_FILLED, NONE, 0xe1e5ea},
    [NV_TIMELINE_LEADER] = {"nvt1_leader", IS_LINED, 0x8b949e, NONE, NONE, 18},
    [NV_TIMELINE_MARK] = {"nvt1_mark", IS_LINED | IS_FILLED, NONE, 0x9b2226},
    [NV_TIMELINE_LENGTH] = {"nvt1_length", IS_LINED | IS_FILLED, NONE,
                            0x9b2226},
    [NV_TIMELINE_DATE] = {"nvt1_date", IS_LINED | IS_FILLED | HAS_WORDS, NONE,
                          NONE, AUTOMATIC, 0, true},
    [NV_TIMELINE_TITLE] = {"nvt1_title", IS_LINED | IS_FILLED | HAS_WORDS, NONE,
                           NONE, AUTOMATIC},
    [NV_TIMELINE_TICK] = {"nvt1_tick", IS_LINED, 0xffffff, NONE, NONE, 35},
    [NV_TIMELINE_SCALE] = {"nvt1_scale", IS_LINED | IS_FILLED | HAS_WORDS, NONE,
                           NONE, 0x3d4650},
};

static const struct {
    const char *property;
    unsigned of;
} parts[NV_LOOK_COUNT] = {
    [NV_LOOK_LINE] = {"LineStyle", IS_LINED},
    [NV_LOOK_LINE_COLOR] = {"LineColor", IS_LINED},
    [NV_LOOK_LINE_WIDTH] = {"LineWidth", IS_LINED},
    [NV_LOOK_FILL] = {"FillStyle", IS_FILLED},
    [NV_LOOK_FILL_COLOR] = {"FillColor", IS_FILLED},
    [NV_LOOK_FILL_TRANSPARENCE] = {"FillTransparence", IS_FILLED},
    [NV_LOOK_FONT] = {"CharFontName", HAS_WORDS},
    [NV_LOOK_HEIGHT] = {"CharHeight", HAS_WORDS},
    [NV_LOOK_WEIGHT] = {"CharWeight", HAS_WORDS},
    [NV_LOOK_SLANT] = {"CharPosture", HAS_WORDS},
    [NV_LOOK_COLOR] = {"CharColor", HAS_WORDS},
};

const char *nv_timeline_role_name(nv_timeline_role role)
{
    return roles[role].name;
}

static void release(nv_look *look)
{
    for (size_t i = 0; i < NV_LOOK_COUNT; i++)
        nv_uno_any_release(&look->parts[i]);
}

/* At first */

/* Three quarters of the text's size, to half a point, as captions have it. */
static float smaller(const uno_Any *size)
{
    float points = 12;

    nv_uno_any_get_float(size, &points);
    points = roundf(points * 1.45f) / 2;
    return points < 7 ? 7 : points > 10 ? 10 : points;
}

static void begin_lines(nv_look *look, nv_timeline_role role)
{
    const bool is_drawn = roles[role].line != NONE;

    look->parts[NV_LOOK_LINE] = css_drawing_LineStyle_any(
        is_drawn ? css_drawing_LineStyle_SOLID : css_drawing_LineStyle_NONE);
    if (!is_drawn)
        return;
    look->parts[NV_LOOK_LINE_COLOR] = nv_uno_any_long(roles[role].line);
    look->parts[NV_LOOK_LINE_WIDTH] = nv_uno_any_long(roles[role].line_width);
}

static void begin_fill(nv_look *look, nv_timeline_role role)
{
    const bool is_drawn = roles[role].fill != NONE;

    look->parts[NV_LOOK_FILL] = css_drawing_FillStyle_any(
        is_drawn ? css_drawing_FillStyle_SOLID : css_drawing_FillStyle_NONE);
    if (is_drawn)
        look->parts[NV_LOOK_FILL_COLOR] = nv_uno_any_long(roles[role].fill);
}

static void begin_words(nv_look *look, nv_timeline_role role,
                        const uno_Any *font, const uno_Any *size)
{
    look->parts[NV_LOOK_FONT] = nv_uno_any_copy(font);
    look->parts[NV_LOOK_HEIGHT] = nv_uno_any_float(smaller(size));
    look->parts[NV_LOOK_WEIGHT] =
        nv_uno_any_float(roles[role].is_bold ? css_awt_FontWeight_BOLD
                                             : css_awt_FontWeight_NORMAL);
    look->parts[NV_LOOK_COLOR] = nv_uno_any_long(roles[role].words);
}

bool nv_first_looks_find(nv_first_looks *looks, css_text_XTextRange *at,
                         nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any font = nv_uno_get(at, "CharFontName", err);
    NV_UNO_OWNED_ANY uno_Any size = nv_uno_get(at, "CharHeight", err);

    for (int i = 0; i < NV_TIMELINE_ROLE_COUNT; i++) {
        nv_look *look = &looks->of[i];

        if (roles[i].parts & IS_LINED)
            begin_lines(look, (nv_timeline_role)i);
        if (roles[i].parts & IS_FILLED)
            begin_fill(look, (nv_timeline_role)i);
        if (roles[i].parts & HAS_WORDS)
            begin_words(look, (nv_timeline_role)i, &font, &size);
    }
    return !err->code;
}

void nv_first_looks_release(nv_first_looks *looks)
{
    for (size_t i = 0; i < NV_TIMELINE_ROLE_COUNT; i++)
        release(&looks->of[i]);
}

/* Those that stand there */

struct nv_worn_look {
    nv_timeline_role role;
    nv_look look;
    char *words;  /* what it says; NULL: it has no words */
    size_t title; /* index of the look that is its event's title; SIZE_MAX */
};

static bool has_event(nv_timeline_role role)
{
    return role == NV_TIMELINE_LEADER || role == NV_TIMELINE_MARK ||
           role == NV_TIMELINE_LENGTH || role == NV_TIMELINE_DATE ||
           role == NV_TIMELINE_TITLE;
}

static bool find_name(void *shape, nv_timeline_role *role, nv_error *err)
{
    NV_UNO_OWNED css_container_XNamed *named =
        css_container_XNamed_need(shape, err);
    NV_UNO_OWNED_STRING rtl_uString *name =
        css_container_XNamed_getName(named, err);

    for (int i = 0; i < NV_TIMELINE_ROLE_COUNT; i++)
        if (nv_uno_string_equals(name, roles[i].name)) {
            *role = (nv_timeline_role)i;
            return true;
        }
    return false;
}

/* Without names: a line leads to a mark, or is a tick if its year comes next;
 * what has no words behind a leader is a mark, else a band; words behind a mark
 * are its date, behind a date the title. */
static nv_timeline_role guess_role(nv_worn_looks *worn, bool is_line,
                                   bool has_words)
{
    nv_worn_look *last = worn->count > 0 ? &worn->looks[worn->count - 1] : NULL;

    if (is_line)
        return NV_TIMELINE_LEADER;
    if (!has_words)
        return last && last->role == NV_TIMELINE_LEADER ? NV_TIMELINE_MARK
                                                        : NV_TIMELINE_BAND;
    if (last && last->role == NV_TIMELINE_LEADER)
        last->role = NV_TIMELINE_TICK;
    if (last && last->role == NV_TIMELINE_MARK)
        return NV_TIMELINE_DATE;
    return last && last->role == NV_TIMELINE_DATE ? NV_TIMELINE_TITLE
                                                  : NV_TIMELINE_SCALE;
}

static bool is_line(css_drawing_XShape *shape, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *type =
        css_drawing_XShape_getShapeType(shape, err);

    return nv_uno_string_equals(type, "com.sun.star.drawing.LineShape");
}

/* Its words, for free(); NULL when it has none. */
static char *words_of(css_text_XText *text, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *string =
        css_text_XText_getString(text, err);

    return nv_uno_string_len(string) > 0 ? nv_uno_utf8(string) : NULL;
}

/* What is of words is asked of the text: a shape from DOCX has them in a frame
 * beside it. */
static void read_parts(nv_look *look, nv_timeline_role role, void *shape,
                       css_text_XText *text, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        roles[role].parts & HAS_WORDS
            ? css_text_XText_createTextCursor(text, err)
            : NULL;

    if (cursor)
        css_text_XTextCursor_gotoStart(cursor, false, err);
    for (size_t i = 0; i < NV_LOOK_COUNT; i++)
        if (roles[role].parts & parts[i].of)
            look->parts[i] =
                nv_uno_get(parts[i].of == HAS_WORDS ? (void *)cursor : shape,
                           parts[i].property, err);
}

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory to draw the timeline; close other "
                   "documents and try again.");
}

static bool read_shape(nv_worn_looks *worn, css_drawing_XShape *shape,
                       nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text = css_text_XText_query(shape, err);
    nv_worn_look *looks = nv_array_grow(worn->looks, worn->count,
                                        &worn->capacity, sizeof *worn->looks);
    nv_worn_look *look;

    if (!looks)
        return fail_of_memory(err);
    worn->looks = looks;
    look = &looks[worn->count];
    *look = (nv_worn_look){.title = SIZE_MAX,
                           .words = text ? words_of(text, err) : NULL};
    if (!find_name(shape, &look->role, err))
        look->role = guess_role(worn, is_line(shape, err), look->words != NULL);
    worn->count++;
    read_parts(&look->look, look->role, shape, text, err);
    return !err->code;
}

/* The shapes of an event come before its title. */
static void tie_titles(nv_worn_looks *worn)
{
    for (size_t i = 0, begin = 0; i < worn->count; i++) {
        if (worn->looks[i].role != NV_TIMELINE_TITLE)
            continue;
        for (; begin <= i; begin++)
            if (has_event(worn->looks[begin].role))
                worn->looks[begin].title = i;
    }
}

bool nv_worn_looks_read(nv_worn_looks *worn, css_drawing_XShapes *group,
                        nv_error *err)
{
    const sal_Int32 count = css_drawing_XShapes_getCount(group, err);

    for (sal_Int32 i = 0; i < count && !err->code; i++) {
        NV_UNO_OWNED_ANY uno_Any any =
            css_drawing_XShapes_getByIndex(group, i, err);
        NV_UNO_OWNED css_drawing_XShape *shape =
            css_drawing_XShape_need(nv_uno_any_get_interface(&any), err);

        if (shape)
            read_shape(worn, shape, err);
    }
    tie_titles(worn);
    return !err->code;
}

void nv_worn_looks_release(nv_worn_looks *worn)
{
    for (size_t i = 0; i < worn->count; i++) {
        release(&worn->looks[i].look);
        free(worn->looks[i].words);
    }
    free(worn->looks);
    *worn = (nv_worn_looks){0};
}

/* Choosing, giving */

static bool is_same_role(nv_timeline_role a, nv_timeline_role b)
{
    return (a == NV_TIMELINE_LENGTH ? NV_TIMELINE_MARK : a) ==
           (b == NV_TIMELINE_LENGTH ? NV_TIMELINE_MARK : b);
}

static bool is_cut(const char *text)
{
    return strcmp(text, "…") == 0;
}

/* Lines may break elsewhere in another font, and a title may end sooner. */
static bool is_same_title(const char *a, const char *b)
{
    for (; *a && *b; a++, b++) {
        const char one = *a == '\n' ? ' ' : *a;
        const char other = *b == '\n' ? ' ' : *b;

        if (one != other)
            return is_cut(a) || is_cut(b);
    }
    return *a == *b;
}

static bool is_of_title(const nv_worn_looks *worn, const nv_worn_look *look,
                        const char *title)
{
    const char *words =
        look->title == SIZE_MAX ? NULL : worn->looks[look->title].words;

    return words && title && is_same_title(words, title);
}

const nv_look *nv_look_of(const nv_worn_looks *worn,
                          const nv_first_looks *first, nv_timeline_role role,
                          const char *title)
{
    const nv_worn_look *found = NULL;

    for (size_t i = 0; i < worn->count; i++) {
        const nv_worn_look *look = &worn->looks[i];

        if (!is_same_role(look->role, role))
            continue;
        if (is_of_title(worn, look, title))
            return &look->look;
        if (!found)
            found = look;
    }
    return found ? &found->look : &first->of[role];
}

void nv_look_set(const nv_look *look, css_drawing_XShape *shape,
                 nv_timeline_role role, nv_error *err)
{
    for (size_t i = 0; i < NV_LOOK_COUNT; i++)
        if ((roles[role].parts & parts[i].of) &&
            !nv_uno_any_is_void(&look->parts[i]))
            nv_uno_set(shape, parts[i].property, &look->parts[i], err);
}
