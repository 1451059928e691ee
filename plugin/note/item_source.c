/* SPDX-License-Identifier: MPL-2.0 */
/* The source of a note: its form, its titles and numbers, the words that lead
 * to it, and the address at its end. */
#include "note/item_maker.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "note/source_view.h"

/* What lays out one form. */
typedef void (*layout)(nv_item_maker *maker, const nv_source_view *view);

/* Whether a place of that label was asked for in the source. */
static bool asks_for(const nv_item_maker *maker, const char *label)
{
    return nv_equal_texts(maker->draft.in_source.label, label);
}

/* "261 ff." in the language of the note. */
static const char *and_following(nv_language language)
{
    static const char *const words[NV_LANGUAGE_COUNT] = {
        "ff.", NV_NBSP "et suiv.", NV_NBSP "ff.", NV_NBSP "y ss.",
        NV_NBSP "и сл."};

    return words[language];
}

/* Recorded numbers of pages or columns. */
static void set_range(nv_item_maker *maker, nv_csl_variable variable,
                      const char *range)
{
    nv_buffer text = NV_BUFFER_INIT;

    for (const char *at = range; at && *at; at++) {
        if (strncmp(at, " ff.", 4) == 0) {
            nv_buffer_add_text(&text, and_following(maker->draft.language));
            at += 3;
        } else {
            nv_buffer_add_char(&text, *at == ';' ? ',' : *at);
        }
    }
    maker->failed = maker->failed || text.failed;
    nv_item_set_theirs(maker, variable, range ? text.text : NULL, NULL);
    nv_buffer_release(&text);
}

/* A place asked for in the source takes the place of the recorded range. */
static void set_place(nv_item_maker *maker, nv_csl_variable variable,
                      const char *label, const char *recorded)
{
    set_range(maker, variable,
              asks_for(maker, label) ? maker->draft.in_source.value : recorded);
}

static void set_figure(nv_item_maker *maker, nv_csl_variable variable,
                       const char *recorded)
{
    int value = recorded ? nv_roman_value(recorded) : 0;
    char figures[16];

    snprintf(figures, sizeof figures, "%d", value);
    nv_item_set_theirs(maker, variable, value ? figures : recorded, NULL);
}

/* Volumes and parts are counted in Arabic figures; some styles print volumes as
 * the title page has them. */
static void set_volume(nv_item_maker *maker, const nv_source *source)
{
    set_figure(maker, NV_CSL_VOLUME, source->volume);
    nv_item_set_theirs(maker, NV_CSL_VOLUME_AS_PRINTED, source->volume, NULL);
    set_figure(maker, NV_CSL_PART_NUMBER, source->part);
}

static void set_town(nv_item_maker *maker, const char *place)
{
    nv_item_set_theirs(maker, NV_CSL_PUBLISHER_PLACE,
                       place ? nv_town_in(place, maker->draft.language) : NULL,
                       NULL);
}

static void set_imprint(nv_item_maker *maker, const nv_source *source)
{
    set_town(maker, source->place);
    nv_item_set_theirs(maker, NV_CSL_PUBLISHER, source->publisher, NULL);
    nv_item_set_date(maker, NV_CSL_ISSUED, source->year);
}

static const char *issue_date(const nv_source *source)
{
    return source->date ? source->date : source->year;
}

/* The volume's own title belongs to that of the work where the volume has no
 * number. */
static void set_book_title(nv_item_maker *maker, const nv_source_view *view)
{
    const nv_source *source = view->source;
    nv_buffer title = NV_BUFFER_INIT;

    nv_item_write_theirs(maker, &title, view->whole, strlen(view->whole));
    if (source->volume_title && !source->volume) {
        nv_buffer_add_text(&title, ": ");
        nv_item_write_theirs(maker, &title, source->volume_title,
                             strlen(source->volume_title));
    } else {
        nv_item_set_theirs(maker, NV_CSL_VOLUME_TITLE, source->volume_title,
                           NULL);
    }
    nv_item_take(maker, NV_CSL_CONTAINER_TITLE, &title);
}

static void add_book(nv_item_maker *maker, const nv_source_view *view)
{
    const nv_source *source = view->source;
    const nv_texts *editors = &source->editors;

    set_book_title(maker, view);
    set_volume(maker, source);
    if (editors->count)
        nv_item_set_names(maker,
                          nv_item_is_body(maker, editors->items[0])
                              ? NV_CSL_COMPILER
                              : NV_CSL_EDITOR,
                          editors);
    set_imprint(maker, source);
    set_place(maker, NV_CSL_NUMBER, "document", source->document);
    set_place(maker, NV_CSL_PAGE, "page", source->pages);
}

/* A place in parentheses that tells a periodical from others of its name is no
 * part of the title: "International Affairs (Moscow)". */
static void set_periodical(nv_item_maker *maker, const nv_source_view *view)
{
    const char *title = view->whole;
    size_t len = strlen(title);
    const char *remark =
        len && title[len - 1] == ')' ? strstr(title, " (") : NULL;
    nv_buffer name = NV_BUFFER_INIT, place = NV_BUFFER_INIT;

    nv_item_write_theirs(maker, &name, title,
                         remark ? (size_t)(remark - title) : len);
    nv_item_take(maker, NV_CSL_CONTAINER_TITLE, &name);
    if (remark)
        nv_item_write_theirs(maker, &place, remark + 2,
                             len - (size_t)(remark + 3 - title));
    nv_item_take(maker, NV_CSL_PUBLISHER_PLACE, &place);
}

static void add_serial(nv_item_maker *maker, const nv_source_view *view)
{
    const nv_source *source = view->source;

    set_periodical(maker, view);
    set_volume(maker, source);
    nv_item_set_theirs(maker, NV_CSL_ISSUE, source->number, NULL);
    nv_item_set_date(maker, NV_CSL_ISSUED, issue_date(source));
    set_place(maker, NV_CSL_PAGE, "page", source->pages);
}

static void add_press(nv_item_maker *maker, const nv_source_view *view)
{
    const nv_source *source = view->source;

    set_periodical(maker, view);
    if (source->place)
        set_town(maker, source->place);
    nv_item_set_date(maker, NV_CSL_ISSUED, issue_date(source));
    if (asks_for(maker, "page"))
        nv_item_add_end_place(maker, &maker->draft.in_source);
    else
        set_range(maker, NV_CSL_PAGE, source->pages);
}

/* "Hansard, House of Commons Debates, 5th series": the last word of the series
 * is shortened in English. */
static void set_debates(nv_item_maker *maker, const char *whole)
{
    static const char word[] = " series";
    const char *tail = strrchr(whole, ',');
    size_t len = tail ? strlen(tail) : 0;
    nv_buffer title = NV_BUFFER_INIT, series = NV_BUFFER_INIT;

    nv_item_write_theirs(maker, &title, whole, strlen(whole) - len);
    nv_item_take(maker, NV_CSL_CONTAINER_TITLE, &title);
    if (tail && len > strlen(word) + 2 &&
        strcmp(tail + len - strlen(word), word) == 0 &&
        maker->draft.language == NV_LANGUAGE_EN)
        nv_buffer_add_format(&series, "%.*s ser.",
                             (int)(len - strlen(word) - 2), tail + 2);
    else if (tail)
        nv_buffer_add_text(&series, tail + 1 + strspn(tail + 1, " "));
    nv_item_take(maker, NV_CSL_COLLECTION_TITLE, &series);
}

static void add_debates(nv_item_maker *maker, const nv_source_view *view)
{
    const nv_source *source = view->source;

    set_debates(maker, view->whole);
    set_volume(maker, source);
    nv_item_set_date(maker, NV_CSL_ISSUED, issue_date(source));
    set_place(maker, NV_CSL_COLUMNS, "column", source->columns);
}

static void add_command(nv_item_maker *maker, const nv_source_view *view)
{
    const nv_source *source = view->source;

    nv_item_set_theirs(maker, NV_CSL_CONTAINER_TITLE, source->title, NULL);
    nv_item_set_theirs(maker, NV_CSL_COLLECTION_TITLE, source->series, NULL);
    nv_item_set_ours(maker, NV_CSL_NUMBER, source->number,
                     maker->draft.language);
    set_imprint(maker, source);
}

/* A treaty series as a source is cited like the reference to it. */
static void add_series(nv_item_maker *maker, const nv_source_view *view)
{
    const nv_source *source = view->source;
    const nv_treaty_reference reference = {
        .series =
            nv_series_code(source->series ? source->series : source->title),
        .volume = source->volume,
        .part = source->part,
        .page = source->pages,
        .number = source->number,
        .registration = source->registration,
        .year = source->year,
    };

    nv_item_add_series(maker, &reference);
}

/* The number that a piece has beside its title. */
static bool has_own_number(const nv_source *source)
{
    return source->number &&
           !(source->title && strstr(source->title, source->number));
}

static void add_archive(nv_item_maker *maker, const nv_source_view *view)
{
    const nv_source *source = view->source;

    if (view->is_full && has_own_number(source))
        nv_item_set_theirs(maker, NV_CSL_NUMBER, source->number, NULL);
    if (view->is_full)
        nv_item_set_date(maker, NV_CSL_ISSUED, source->date);
    if (source->archive_ref)
        nv_item_add_archive(maker, source->archive_ref);
    else
        nv_item_set_theirs(maker, NV_CSL_ARCHIVE_LOCATION, source->document,
                           NULL);
    nv_item_set_theirs(maker, NV_CSL_PUBLISHER, source->container, NULL);
}

static void add_page_date(nv_item_maker *maker, const nv_source *source)
{
    const char *own = maker->draft.event->date.iso;

    if (source->year || source->institution)
        nv_item_set_date(maker, NV_CSL_ISSUED, source->year);
    else if (!nv_equal_texts(source->date, own))
        nv_item_set_date(maker, NV_CSL_ISSUED, source->date);
}

static void add_page(nv_item_maker *maker, const nv_source_view *view)
{
    const nv_source *source = view->source;

    nv_item_set_theirs(
        maker, NV_CSL_CONTAINER_TITLE,
        source->container ? source->container : source->publisher, NULL);
    nv_item_set_theirs(maker, NV_CSL_PUBLISHER, source->institution, NULL);
    nv_item_set_theirs(maker, NV_CSL_COLLECTION_TITLE, source->series, NULL);
    nv_item_set_theirs(maker, NV_CSL_NUMBER, source->number, NULL);
    add_page_date(maker, source);
    if (asks_for(maker, "document"))
        nv_item_add_end_place(maker, &maker->draft.in_source);
    else if (source->document &&
             !nv_equal_texts(source->number, source->document))
        nv_item_add_end_place(maker,
                              &(nv_locator){"document", source->document});
    set_place(maker, NV_CSL_PAGE, "page", source->pages);
    if (source->archive_ref)
        nv_item_add_archive(maker, source->archive_ref);
}

static const struct {
    nv_csl_variable flag;
    layout add;
    const char *places[2]; /* labels of places that the layout prints itself */
} layouts[] = {
    [NV_SHAPE_BOOK] = {NV_CSL_SOURCE_BOOK, add_book, {"document", "page"}},
    [NV_SHAPE_SERIAL] = {NV_CSL_SOURCE_SERIAL, add_serial, {"page"}},
    [NV_SHAPE_PRESS] = {NV_CSL_SOURCE_PRESS, add_press, {"page"}},
    [NV_SHAPE_DEBATES] = {NV_CSL_SOURCE_DEBATES, add_debates, {"column"}},
    [NV_SHAPE_COMMAND] = {NV_CSL_SOURCE_COMMAND, add_command, {NULL}},
    [NV_SHAPE_SERIES] = {NV_CSL_NO_VARIABLE, add_series, {NULL}}, /* all */
    [NV_SHAPE_ARCHIVE] = {NV_CSL_SOURCE_ARCHIVE, add_archive, {NULL}},
    [NV_SHAPE_PAGE] = {NV_CSL_SOURCE_PAGE, add_page, {"document", "page"}},
};

/* The place asked for, unless the layout has printed it. */
static void add_other_place(nv_item_maker *maker, nv_shape shape)
{
    if (shape == NV_SHAPE_SERIES)
        return;
    for (size_t i = 0; i < NV_COUNT_OF(layouts[shape].places); i++)
        if (nv_equal_texts(layouts[shape].places[i],
                           maker->draft.in_source.label))
            return;
    nv_item_add_end_place(maker, &maker->draft.in_source);
}

/* "quoted in", "transcription in"; where the transcription that was read is not
 * what is cited, the note says so in parentheses. */
static void add_link(nv_item_maker *maker)
{
    const nv_quotation *quotation = maker->draft.quotation;

    if (!quotation || maker->draft.subject == NV_SUBJECT_SOURCE)
        return;
    if (quotation->as == NV_AS_QUOTED)
        nv_item_flag(maker, NV_CSL_QUOTED_IN);
    else if (quotation->as == NV_AS_TRANSCRIPTION &&
             maker->draft.source->checked == NV_CHECKED_SEEN)
        nv_item_flag(maker, NV_CSL_TRANSCRIBED_IN);
    else if (quotation->as == NV_AS_TRANSCRIPTION)
        nv_item_set_raw(maker, NV_CSL_MEDIUM,
                        nv_item_say(maker, "read-in-transcription",
                                    NV_CSL_FORM_LONG, false));
}

/* What the processor would read as markup is written as RFC 3986 wants it. */
static void set_address(nv_item_maker *maker, const char *url)
{
    nv_buffer address = NV_BUFFER_INIT;

    for (const char *at = url; *at; at++)
        if (strchr("'\"<>", *at))
            nv_buffer_add_format(&address, "%%%02X", (unsigned char)*at);
        else
            nv_buffer_add_char(&address, *at);
    nv_item_take(maker, NV_CSL_URL, &address);
}

static void add_address(nv_item_maker *maker, const nv_source_view *view)
{
    const nv_source *source = view->source;

    if (source->url && source->url_ok && source->checked != NV_CHECKED_NO &&
        !nv_source_is_printed(view))
        set_address(maker, source->url);
}

static void add_work(nv_item_maker *maker, const nv_source_view *view)
{
    if (layouts[view->shape].flag)
        nv_item_flag(maker, layouts[view->shape].flag);
    if (view->shows_authors)
        nv_item_set_names(maker, NV_CSL_CONTAINER_AUTHOR,
                          &view->source->authors);
    nv_item_set_theirs(maker, NV_CSL_SOURCE_TITLE, view->part, NULL);
    layouts[view->shape].add(maker, view);
}

static void add_view(nv_item_maker *maker, const nv_source_view *view)
{
    add_link(maker);
    if (!view->is_named_before)
        add_work(maker, view);
    add_other_place(maker, view->shape);
    add_address(maker, view);
}

void nv_item_add_source(nv_item_maker *maker)
{
    const nv_draft *draft = &maker->draft;

    if (draft->prints_source && draft->reference) {
        nv_item_add_series(maker, draft->reference);
    } else if (draft->prints_source && draft->source) {
        const nv_source_view view = nv_source_view_of(draft);

        add_view(maker, &view);
    } else if (draft->citation->locator.label) {
        nv_item_add_end_place(maker, &draft->in_source);
    }
}
