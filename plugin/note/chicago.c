/* SPDX-License-Identifier: MPL-2.0 */
/* Sources after the Chicago Manual of Style, notes and bibliography. */
#include "note/source.h"

#include <ctype.h>
#include <string.h>

#include "note/typography.h"

/* "4" for "IV": Chicago counts volumes and parts in Arabic figures. */
static void add_figure(nv_draft *draft, const char *label, const char *figure)
{
    int value = nv_roman_value(figure);

    if (value)
        nv_runs_addf(&draft->runs, "%s%d", label, value);
    else
        nv_runs_addf(&draft->runs, "%s%s", label, figure);
}

static void add_pages(nv_draft *draft, const char *pages)
{
    nv_buffer text = NV_BUFFER_INIT;

    nv_typography_add_pages(&text, pages, NV_LANGUAGE_EN);
    nv_runs_add(&draft->runs, text.text);
    nv_buffer_release(&text);
}

/* " (Washington: U.S. Government Printing Office, 1975)", of what is known. */
static void add_imprint(nv_draft *draft, const nv_source *source)
{
    nv_runs *runs = &draft->runs;

    if (!source->place && !source->publisher && !source->year)
        return;
    nv_runs_add(runs, " (");
    nv_runs_add(runs, source->place);
    if (source->publisher) {
        nv_runs_add(runs, source->place ? ": " : "");
        nv_runs_add(runs, source->publisher);
    }
    if (source->year) {
        nv_runs_add(runs, source->place || source->publisher ? ", " : "");
        nv_runs_add(runs, source->year);
    }
    nv_runs_add(runs, ")");
}

/* The title, and the volume's own title: joined by a colon where the volume
 * has no number. */
static void add_volume(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;
    nv_runs *runs = &draft->runs;

    nv_runs_add_title(runs, view->whole);
    if (source->volume_title && !source->volume) {
        nv_runs_add_title(runs, ": ");
        nv_runs_add_title(runs, source->volume_title);
    }
    if (source->volume)
        add_figure(draft, ", vol. ", source->volume);
    if (source->part)
        add_figure(draft, ", pt. ", source->part);
    if (source->volume_title && source->volume) {
        nv_runs_add(runs, ", ");
        nv_runs_add_title(runs, source->volume_title);
    }
}

/* "doc. 139"; a mark of the record's own ("HC 39") says what it is itself. */
static void add_numbered(nv_draft *draft, const char *label, const char *number)
{
    if (!number)
        return;
    nv_runs_comma(&draft->runs);
    if (isdigit((unsigned char)number[0]))
        nv_runs_add(&draft->runs, label);
    nv_runs_add(&draft->runs, number);
}

static void add_editors(nv_draft *draft, const nv_texts *editors)
{
    if (editors->count == 0)
        return;
    if (nv_is_corporate(draft, editors->items[0]))
        return; /* stands before the title */
    nv_runs_add(&draft->runs, ", ed. ");
    nv_draft_add_names(draft, editors);
}

static void book(nv_draft *draft, const nv_source_view *view)
{
    add_volume(draft, view);
    add_editors(draft, &view->source->editors);
    add_imprint(draft, view->source);
    add_numbered(draft, "doc. ", view->document);
    if (view->pages) {
        nv_runs_comma(&draft->runs);
        add_pages(draft, view->pages);
    }
}

/* " (May 17, 1954)" or " (1972)". */
static void add_issue_date(nv_draft *draft, const nv_source *source)
{
    const char *date = source->date ? source->date : source->year;

    if (!date)
        return;
    nv_runs_add(&draft->runs, " (");
    nv_draft_add_iso_date(draft, date);
    nv_runs_add(&draft->runs, ")");
}

static void serial(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;

    nv_draft_add_periodical(draft, view->whole);
    if (source->volume)
        add_figure(draft, " ", source->volume);
    if (source->part)
        nv_runs_addf(&draft->runs, ", pt. %s", source->part);
    if (source->number)
        nv_runs_addf(&draft->runs, ", no. %s", source->number);
    add_issue_date(draft, source);
    if (view->pages) {
        nv_runs_add(&draft->runs, source->date || source->year ? ": " : ", ");
        add_pages(draft, view->pages);
    }
}

static void press(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;
    const char *date = source->date ? source->date : source->year;

    nv_draft_add_periodical(draft, view->whole);
    if (source->place)
        nv_runs_addf(&draft->runs, " (%s)", source->place);
    if (!date)
        return;
    nv_runs_comma(&draft->runs);
    nv_draft_add_iso_date(draft, date);
}

/* "Hansard, House of Commons Debates, 5th ser., vol. 527 (May 10, 1954), cols.
 * 842–43": the record's name of the series, its last word shortened. */
static void debates(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;
    const char *tail = strstr(view->whole, " series");
    bool has_series = tail && tail[strlen(" series")] == '\0';

    nv_runs_addf(
        &draft->runs, "%.*s%s",
        (int)(has_series ? tail - view->whole : (long)strlen(view->whole)),
        view->whole, has_series ? " ser." : "");
    if (source->volume)
        nv_runs_addf(&draft->runs, ", vol. %s", source->volume);
    add_issue_date(draft, source);
    if (!view->columns)
        return;
    nv_runs_add(&draft->runs,
                nv_is_plural_place(view->columns) ? ", cols. " : ", col. ");
    add_pages(draft, view->columns);
}

/* A command paper's title is descriptive: roman, without marks. */
static void command(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;

    nv_runs_add(&draft->runs, source->title);
    nv_runs_comma(&draft->runs);
    if (source->series)
        nv_runs_addf(&draft->runs, "%s ", source->series);
    nv_runs_add(&draft->runs, source->number);
    add_imprint(draft, source);
}

/* " (2000)", " (University of Washington, 1969)", or the day where it is not
 * that of the event. */
static void add_page_date(nv_draft *draft, const nv_source *source)
{
    nv_runs *runs = &draft->runs;

    if (source->year || source->institution) {
        nv_runs_space(runs);
        nv_runs_add(runs, "(");
        nv_runs_add(runs, source->institution);
        nv_runs_add(runs, source->institution && source->year ? ", " : "");
        nv_runs_add(runs, source->year);
        nv_runs_add(runs, ")");
    } else if (source->date && !nv_is_event_date(draft, source->date)) {
        nv_runs_comma(runs);
        nv_draft_add_iso_date(draft, source->date);
    }
}

/* "Site, Series 126 (2000)"; where nothing else tells the year it stands in
 * the publisher's parentheses. */
static void page(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;
    const char *holder =
        source->container ? source->container : source->publisher;
    nv_runs *runs = &draft->runs;

    if (holder) {
        nv_runs_comma(runs);
        nv_runs_add(runs, holder);
    }
    if (source->series) {
        nv_runs_comma(runs);
        nv_runs_add(runs, source->series);
        nv_runs_add(runs, source->number ? " " : NULL);
        nv_runs_add(runs, source->number);
    } else {
        add_numbered(draft, "no. ", source->number);
    }
    add_page_date(draft, source);
    if (!source->number || !view->document ||
        strcmp(source->number, view->document) != 0)
        add_numbered(draft, "doc. ", view->document);
    if (view->pages) {
        nv_runs_comma(runs);
        nv_runs_add(runs, nv_is_plural_place(view->pages) ? "pp. " : "p. ");
        add_pages(draft, view->pages);
    }
}

const nv_source_layout nv_layout_chicago = {
    .book = book,
    .serial = serial,
    .press = press,
    .debates = debates,
    .command = command,
    .page = page,
};
