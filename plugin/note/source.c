/* SPDX-License-Identifier: MPL-2.0 */
/* The source of a note: its author and part, the words that lead to it, and
 * the address at its end. What comes between is laid out by the style. */
#include "note/source.h"

#include <string.h>

#include "base/array.h"
#include "note/typography.h"

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

void nv_draft_add_periodical(nv_draft *draft, const char *title)
{
    size_t len = strlen(title);
    const char *remark =
        len && title[len - 1] == ')' ? strstr(title, " (") : NULL;
    nv_buffer name = NV_BUFFER_INIT;

    nv_buffer_add(&name, title, remark ? (size_t)(remark - title) : len);
    nv_runs_add_title(&draft->runs, name.text);
    nv_buffer_release(&name);
    nv_runs_add(&draft->runs, remark);
}

static bool is_type(const char *type, const char *known)
{
    size_t len = strlen(known);

    return type && strncmp(type, known, len) == 0 &&
           (type[len] == '\0' || strncmp(type + len, " (", 2) == 0);
}

static bool equal(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
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

    return first && !equal(first, source->container) &&
           !equal(first, source->publisher) &&
           (is_quoted || !is_author_named(draft, first));
}

/* A place asked for in the source takes the place of the recorded range. */
static const char *place_or(const nv_draft *draft, const char *label,
                            const char *recorded)
{
    return equal(draft->in_source.label, label) ? draft->in_source.value
                                                : recorded;
}

/* Whether the title of the part is shown: always where the work is quoted or
 * stands for itself; else only where the part can't be found without it. */
static bool shows_part(const nv_source_view *view, bool is_full)
{
    return is_full || view->shape == NV_SHAPE_PAGE ||
           view->shape == NV_SHAPE_PRESS;
}

static nv_source_view view_of(const nv_draft *draft, bool is_full)
{
    const nv_source *source = draft->source;
    nv_source_view view = {.source = source};

    view.shape = shape_of(source, &view.shows_authors);
    view.whole = source->container ? source->container
                 : source->title   ? source->title
                                   : "";
    view.part = source->container ? source->title : source->item;
    if (view.shape == NV_SHAPE_PAGE || view.shape == NV_SHAPE_ARCHIVE) {
        view.whole = NULL;
        view.part = source->title;
    } else if (view.shape == NV_SHAPE_DEBATES) {
        view.whole = source->collection ? source->collection : view.whole;
        view.part = source->title;
    } else if (view.shape == NV_SHAPE_COMMAND) {
        view.part = NULL;
    }
    if (!shows_part(&view, is_full))
        view.part = NULL;
    if (view.shape == NV_SHAPE_BOOK && view.part && source->container)
        view.shows_authors = true;
    if (view.shape == NV_SHAPE_ARCHIVE && !is_full)
        view.shows_authors = false;
    view.shows_authors =
        view.shows_authors && shows_authors(draft, source, is_full);
    view.pages = place_or(draft, "page", source->pages);
    view.columns = place_or(draft, "column", source->columns);
    view.document = place_or(draft, "document", source->document);
    return view;
}

bool nv_is_corporate(const nv_draft *draft, const char *name)
{
    const nv_name *known =
        draft->registry ? nv_registry_name_of(draft->registry, name) : NULL;

    return strchr(name, ',') || (known && known->type != NV_NAME_PERSON);
}

/* States and organisations have a name in the note's language; a person's name
 * stays as it is on the work. */
static const char *local_body(const nv_draft *draft, const char *name)
{
    const nv_name *known =
        draft->registry ? nv_registry_name_of(draft->registry, name) : NULL;

    if (!known || known->type == NV_NAME_PERSON || !known->in[draft->language])
        return name;
    return known->in[draft->language];
}

void nv_draft_add_names(nv_draft *draft, const nv_texts *names)
{
    for (size_t i = 0; i < names->count; i++) {
        bool is_last = i + 1 == names->count;

        if (i && (!is_last || (i > 1 && draft->language == NV_LANGUAGE_EN)))
            nv_runs_add(&draft->runs, is_last ? "," : ", ");
        if (i && is_last)
            nv_runs_addf(&draft->runs, " %s ",
                         nv_term_in(NV_TERM_AND, draft->language));
        nv_runs_add(&draft->runs, local_body(draft, names->items[i]));
    }
}

/* Archives whose name is spelt out, and whether an English note puts the piece
 * before the repository. */
static const struct {
    const char *code, *names[NV_NOTE_LANGUAGE_COUNT];
} archives[] = {
    {"TNA, ",
     {"The National Archives of the UK (TNA)", "The National Archives (TNA)"}},
    {"NARA, ",
     {"National Archives and Records Administration (NARA)",
      "National Archives and Records Administration (NARA)"}},
};

/* Russian leaves are "ll. 56–59" as recorded, « l. 56-59 » in French. */
static void add_french_piece(nv_draft *draft, const char *piece)
{
    const char *leaves = strstr(piece, "ll. ");
    nv_buffer text = NV_BUFFER_INIT;

    if (leaves) {
        nv_buffer_add(&text, piece, (size_t)(leaves - piece));
        nv_buffer_add_text(&text, "l." NV_NBSP);
        nv_typography_add_pages(&text, leaves + strlen("ll. "), NV_LANGUAGE_FR);
    } else {
        nv_buffer_add_text(&text, piece);
    }
    nv_runs_add(&draft->runs, text.text);
    nv_buffer_release(&text);
}

/* A shelf mark of two parts does not break in French: FO 371/79919. */
static void add_unbroken(nv_draft *draft, const char *piece)
{
    const char *space = strchr(piece, ' ');

    if (draft->language == NV_LANGUAGE_EN || !space) {
        nv_runs_add(&draft->runs, piece);
        return;
    }
    nv_runs_addf(&draft->runs, "%.*s" NV_NBSP "%s", (int)(space - piece), piece,
                 space + 1);
}

/* "FO 371/79919, The National Archives of the UK (TNA)", from small to large;
 * French from large to small. */
void nv_draft_add_archive(nv_draft *draft, const char *reference)
{
    nv_runs_comma(&draft->runs);
    for (size_t i = 0; i < NV_COUNT_OF(archives); i++) {
        const char *name = archives[i].names[draft->language];
        const char *piece = reference + strlen(archives[i].code);

        if (strncmp(reference, archives[i].code, strlen(archives[i].code)) != 0)
            continue;
        if (draft->language == NV_LANGUAGE_FR)
            nv_runs_addf(&draft->runs, "%s, ", name);
        add_unbroken(draft, piece);
        if (draft->language == NV_LANGUAGE_EN)
            nv_runs_addf(&draft->runs, ", %s", name);
        return;
    }
    if (draft->language == NV_LANGUAGE_FR)
        add_french_piece(draft, reference);
    else
        nv_runs_add(&draft->runs, reference);
}

/* The work can be found in print, so its address is not given. */
static bool is_printed(const nv_source_view *view)
{
    const nv_source *source = view->source;

    return source->pages || source->columns ||
           (source->publisher && source->year) ||
           (source->volume && view->shape != NV_SHAPE_PRESS) ||
           view->shape == NV_SHAPE_COMMAND || view->shape == NV_SHAPE_SERIES ||
           (source->archive_ref && !source->container);
}

static void add_address(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;

    if (!source->url || !source->url_ok || source->checked == NV_CHECKED_NO ||
        is_printed(view))
        return;
    nv_runs_comma(&draft->runs);
    nv_runs_add_raw(&draft->runs, source->url);
}

static bool is_quoted(const nv_draft *draft)
{
    return draft->quotation && draft->quotation->as == NV_AS_QUOTED;
}

static bool is_transcribed(const nv_draft *draft)
{
    return draft->quotation && draft->quotation->as == NV_AS_TRANSCRIPTION;
}

/* Whether the source begins with the italic title of a work or with a mark of
 * its own that needs no preposition before it. */
static bool opens_with_title(const nv_draft *draft, const nv_source_view *view)
{
    bool has_editor = view->source->editors.count &&
                      view->shape == NV_SHAPE_BOOK &&
                      (draft->language == NV_LANGUAGE_FR ||
                       nv_is_corporate(draft, view->source->editors.items[0]));

    if (view->shape == NV_SHAPE_ARCHIVE)
        return !view->part;
    if (view->shape == NV_SHAPE_SERIES)
        return true;
    return !view->part && !view->shows_authors && !has_editor &&
           view->shape != NV_SHAPE_PAGE && view->shape != NV_SHAPE_COMMAND;
}

/* "quoted in", "transcription in", "in", or nothing. English says "in" of a
 * book even where its title comes first. */
static void add_link(nv_draft *draft, const nv_source_view *view)
{
    char text[32];
    bool is_bare =
        opens_with_title(draft, view) &&
        !(view->shape == NV_SHAPE_BOOK && draft->language == NV_LANGUAGE_EN);
    bool is_read = draft->source->checked == NV_CHECKED_SEEN;

    if (draft->subject == NV_SUBJECT_SOURCE)
        return;
    nv_runs_comma(&draft->runs);
    if (is_quoted(draft)) {
        nv_participle_text(NV_PARTICIPLE_QUOTED, draft->language,
                           nv_draft_agreement(draft), text);
        nv_runs_addf(&draft->runs, "%s %s ", text,
                     nv_term_in(NV_TERM_IN, draft->language));
    } else if (is_transcribed(draft) && is_read) {
        nv_runs_addf(&draft->runs, "%s ",
                     nv_term_in(NV_TERM_TRANSCRIPTION_IN, draft->language));
    } else if (!is_bare) {
        nv_runs_addf(&draft->runs, "%s ",
                     nv_term_in(NV_TERM_IN, draft->language));
    }
}

/* Authors, and the body or, in French, the people who edited the book. */
static void add_head(nv_draft *draft, const nv_source_view *view)
{
    const nv_texts *editors = &view->source->editors;
    nv_runs *runs = &draft->runs;

    if (view->shows_authors) {
        nv_draft_add_names(draft, &view->source->authors);
        nv_runs_comma(runs);
    }
    if (view->part) {
        nv_runs_quote_title(runs, view->part, NULL);
        if (view->whole) {
            nv_runs_comma(runs);
            if (view->shape == NV_SHAPE_BOOK)
                nv_runs_addf(runs, "%s ",
                             nv_term_in(NV_TERM_IN, draft->language));
        }
    }
    if (editors->count == 0 || view->shape != NV_SHAPE_BOOK)
        return;
    if (nv_is_corporate(draft, editors->items[0])) {
        nv_draft_add_names(draft, editors);
        nv_runs_comma(runs);
    } else if (draft->language == NV_LANGUAGE_FR) {
        nv_draft_add_names(draft, editors);
        nv_runs_add(runs, " (éd.), ");
    }
}

/* A treaty series as a source is printed like the reference to it. */
static void add_series(nv_draft *draft, const nv_source *source)
{
    const nv_treaty_reference reference = {
        .series =
            nv_series_code(source->series ? source->series : source->title),
        .volume = source->volume,
        .part = source->part,
        .page = source->pages,
        .number = source->number,
        .registration = source->registration,
    };

    draft->reference = &reference;
    nv_draft_add_reference(draft);
    draft->reference = NULL;
}

/* The number that the piece has beside its title. */
static void add_number(nv_draft *draft, const nv_source *source)
{
    if (!source->number ||
        (source->title && strstr(source->title, source->number)))
        return;
    nv_runs_comma(&draft->runs);
    nv_runs_addf(&draft->runs,
                 draft->language == NV_LANGUAGE_EN ? "no. %s"
                                                   : NV_NUMERO NV_NBSP "%s",
                 source->number);
}

static void add_archival(nv_draft *draft, const nv_source *source, bool is_full)
{
    if (is_full)
        add_number(draft, source);
    if (is_full && source->date) {
        nv_runs_comma(&draft->runs);
        nv_draft_add_iso_date(draft, source->date);
    }
    if (source->archive_ref && !draft->leads_with_archive)
        nv_draft_add_archive(draft, source->archive_ref);
    if (source->document && !source->archive_ref) {
        nv_runs_comma(&draft->runs);
        nv_runs_add(&draft->runs, source->document);
    }
    if (source->container) {
        nv_runs_comma(&draft->runs);
        nv_runs_add(&draft->runs, source->container);
    }
}

static void add_body(nv_draft *draft, const nv_source_view *view, bool is_full)
{
    const nv_source_layout *layout = draft->language == NV_LANGUAGE_EN
                                         ? &nv_layout_chicago
                                         : &nv_layout_french;
    void (*const layouts[])(nv_draft *, const nv_source_view *) = {
        [NV_SHAPE_BOOK] = layout->book,
        [NV_SHAPE_SERIAL] = layout->serial,
        [NV_SHAPE_PRESS] = layout->press,
        [NV_SHAPE_DEBATES] = layout->debates,
        [NV_SHAPE_COMMAND] = layout->command,
        [NV_SHAPE_PAGE] = layout->page,
    };

    if (view->shape == NV_SHAPE_SERIES) {
        add_series(draft, view->source);
    } else if (view->shape == NV_SHAPE_ARCHIVE) {
        add_archival(draft, view->source, is_full);
    } else {
        layouts[view->shape](draft, view);
        if (view->shape == NV_SHAPE_PAGE && view->source->archive_ref)
            nv_draft_add_archive(draft, view->source->archive_ref);
    }
}

/* A place in the source that is not a page, column or document number, which
 * the layout has printed. */
static void add_other_place(nv_draft *draft, const nv_source_view *view)
{
    const char *label = draft->in_source.label;

    if (!label || equal(label, "document") ||
        (equal(label, "page") && view->shape != NV_SHAPE_PRESS &&
         view->shape != NV_SHAPE_SERIES && view->shape != NV_SHAPE_ARCHIVE &&
         view->shape != NV_SHAPE_DEBATES && view->shape != NV_SHAPE_COMMAND) ||
        (equal(label, "page") && view->shape == NV_SHAPE_PRESS &&
         draft->language == NV_LANGUAGE_FR) ||
        (equal(label, "column") && view->shape == NV_SHAPE_DEBATES))
        return;
    nv_draft_add_place(draft, &draft->in_source);
}

void nv_draft_add_source(nv_draft *draft)
{
    bool is_full = is_quoted(draft) || draft->subject == NV_SUBJECT_SOURCE ||
                   nv_source_is_other_piece(draft->source);
    nv_source_view view = view_of(draft, is_full);

    add_link(draft, &view);
    add_head(draft, &view);
    add_body(draft, &view, is_full);
    add_other_place(draft, &view);
    if (is_transcribed(draft) && draft->source->checked != NV_CHECKED_SEEN)
        nv_runs_addf(&draft->runs, " (%s)",
                     nv_term_in(NV_TERM_READ_TRANSCRIBED, draft->language));
    add_address(draft, &view);
}
