/* SPDX-License-Identifier: MPL-2.0 */
/* See source_view.h. */
#include "note/source_view.h"

#include <string.h>

#include "base/array.h"

/* The form of each type of source that the record knows; a type may be
 * followed by a remark in parentheses: "book (Russian translation)". What is
 * not here is a page. */
static const struct {
    const char *type;
    nv_shape shape;
    bool shows_authors; /* the authors are the work's, not the document's */
} shapes[] = {
    {"documentary edition", NV_SHAPE_BOOK, false},
    {"official papers", NV_SHAPE_BOOK, false},
    {"official publication", NV_SHAPE_BOOK, true},
    {"official study", NV_SHAPE_BOOK, true},
    {"intelligence study", NV_SHAPE_BOOK, true},
    {"book", NV_SHAPE_BOOK, true},
    {"book chapter", NV_SHAPE_BOOK, true},
    {"anthology", NV_SHAPE_BOOK, true},
    {"pamphlet", NV_SHAPE_BOOK, true},
    {"encyclopaedia", NV_SHAPE_BOOK, true},
    {"treaty", NV_SHAPE_BOOK, true},
    {"parliamentary paper", NV_SHAPE_BOOK, true},
    {"official gazette", NV_SHAPE_SERIAL, false},
    {"journal", NV_SHAPE_SERIAL, true},
    {"journal article", NV_SHAPE_SERIAL, true},
    {"press", NV_SHAPE_PRESS, true},
    {"parliamentary record", NV_SHAPE_DEBATES, false},
    {"command paper", NV_SHAPE_COMMAND, true},
    {"treaty series", NV_SHAPE_SERIES, false},
    {"archival document", NV_SHAPE_ARCHIVE, true},
};

static bool is_type(const char *type, const char *known)
{
    size_t len = strlen(known);

    return type && strncmp(type, known, len) == 0 &&
           (type[len] == '\0' || strncmp(type + len, " (", 2) == 0);
}

/* A site under its address ("les-crises.fr") is no newspaper. */
static bool is_site(const char *container)
{
    return container && strchr(container, '.') && !strchr(container, ' ');
}

/* A title alone is a page, whatever the record calls it: nothing in it could
 * be laid out as a periodical. */
static bool is_bare_page(const nv_source *source, nv_shape shape)
{
    return (shape == NV_SHAPE_SERIAL || shape == NV_SHAPE_PRESS) &&
           !source->container && !source->volume && !source->number &&
           !source->pages;
}

/* The record's type, corrected by what is recorded: debates without columns
 * are a serial, a speech printed in a bulletin is in a serial, and a journal
 * without volume and pages is laid out like the press. */
static nv_shape shape_of(const nv_source *source, bool *shows_authors)
{
    bool is_numbered = source->volume || source->number || source->pages;
    nv_shape shape = NV_SHAPE_PAGE;

    *shows_authors = true;
    for (size_t i = 0; i < NV_COUNT_OF(shapes); i++)
        if (is_type(source->type, shapes[i].type)) {
            shape = shapes[i].shape;
            *shows_authors = shapes[i].shows_authors;
        }
    if (shape == NV_SHAPE_DEBATES && !source->columns)
        shape = NV_SHAPE_SERIAL;
    if (shape == NV_SHAPE_PAGE && source->container &&
        (source->volume || source->pages))
        shape = NV_SHAPE_SERIAL;
    if (shape == NV_SHAPE_PRESS && is_site(source->container))
        shape = NV_SHAPE_PAGE;
    if (is_bare_page(source, shape)) {
        *shows_authors = true;
        return NV_SHAPE_PAGE;
    }
    return shape == NV_SHAPE_SERIAL && source->container && !is_numbered
               ? NV_SHAPE_PRESS
               : shape;
}

/* The surname of an author stands in the name of the document already. */
static bool is_author_named(const nv_draft *draft, const char *author)
{
    const char *from = draft->event->document.from.text[NV_LANGUAGE_EN];
    const char *space = strrchr(author, ' ');

    return draft->subject == NV_SUBJECT_DOCUMENT && from &&
           strstr(from, space ? space + 1 : author);
}

static bool shows_authors(const nv_draft *draft, const nv_source *source,
                          bool is_quoted)
{
    const char *first = source->authors.count ? source->authors.items[0] : NULL;

    return first && !nv_equal_texts(first, source->container) &&
           !nv_equal_texts(first, source->publisher) &&
           (is_quoted || !is_author_named(draft, first));
}

/* Whether the title of the part is shown: always where the work is quoted or
 * stands for itself; else only where the part can't be found without it. */
static bool shows_part(const nv_source_view *view)
{
    return view->is_full || view->shape == NV_SHAPE_PAGE ||
           view->shape == NV_SHAPE_PRESS;
}

/* The words were read in some transcription, and the source recorded for them
 * is the document again, with nothing to find it by: "in 'The Sinews of Peace'"
 * would say twice what the name of the document has said. */
static bool repeats_document(const nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;

    return draft->quotation && draft->quotation->as == NV_AS_TRANSCRIPTION &&
           source->checked != NV_CHECKED_SEEN &&
           draft->subject == NV_SUBJECT_DOCUMENT &&
           view->shape == NV_SHAPE_PAGE && !source->container &&
           !source->publisher && !source->institution && !source->pages &&
           !source->archive_ref && !source->url &&
           nv_equal_texts(view->part, draft->event->document.title);
}

/* Which fields are the part and the whole. */
static void choose_titles(nv_source_view *view)
{
    const nv_source *source = view->source;

    view->whole = source->container ? source->container
                  : source->title   ? source->title
                                    : "";
    view->part = source->container ? source->title : source->item;
    if (view->shape == NV_SHAPE_PAGE || view->shape == NV_SHAPE_ARCHIVE) {
        view->whole = NULL;
        view->part = source->title;
    } else if (view->shape == NV_SHAPE_DEBATES) {
        view->whole = source->collection ? source->collection : view->whole;
        view->part = source->title;
    } else if (view->shape == NV_SHAPE_COMMAND) {
        view->part = NULL;
    }
    if (!shows_part(view))
        view->part = NULL;
}

nv_source_view nv_source_view_of(const nv_draft *draft)
{
    const nv_source *source = draft->source;
    nv_source_view view = {.source = source};

    view.is_full = (draft->quotation && draft->quotation->as == NV_AS_QUOTED) ||
                   draft->subject == NV_SUBJECT_SOURCE ||
                   nv_source_is_other_piece(source);
    view.shape = shape_of(source, &view.shows_authors);
    choose_titles(&view);
    view.is_named_before = repeats_document(draft, &view);
    if (view.shape == NV_SHAPE_BOOK && view.part && source->container)
        view.shows_authors = true;
    if (view.shape == NV_SHAPE_ARCHIVE && !view.is_full)
        view.shows_authors = false;
    view.shows_authors =
        view.shows_authors && shows_authors(draft, source, view.is_full);
    return view;
}

bool nv_source_is_printed(const nv_source_view *view)
{
    const nv_source *source = view->source;

    return source->pages || source->columns ||
           (source->publisher && source->year) ||
           (source->volume && view->shape != NV_SHAPE_PRESS) ||
           view->shape == NV_SHAPE_COMMAND || view->shape == NV_SHAPE_SERIES ||
           (source->archive_ref && !source->container);
}
