/* SPDX-License-Identifier: MPL-2.0 */
/* Sources after the usage of French history faculties: everything between
 * commas, volumes as printed, pages with « p. ». */
#include "note/source.h"

#include <ctype.h>
#include <string.h>

#include "note/typography.h"

static void add_labelled(nv_draft *draft, const char *label, const char *value)
{
    if (value)
        nv_runs_addf(&draft->runs, ", %s" NV_NBSP "%s", label, value);
}

/* « doc. 139 »; a mark of the record's own ("HC 39") says what it is itself. */
static void add_numbered(nv_draft *draft, const char *label, const char *number)
{
    if (number && !isdigit((unsigned char)number[0]))
        nv_runs_addf(&draft->runs, ", %s", number);
    else
        add_labelled(draft, label, number);
}

static void add_range(nv_draft *draft, const char *label, const char *range)
{
    nv_buffer text = NV_BUFFER_INIT;

    if (!range)
        return;
    nv_typography_add_pages(&text, range, NV_LANGUAGE_FR);
    add_labelled(draft, label, text.text);
    nv_buffer_release(&text);
}

static void add_element(nv_draft *draft, const char *text)
{
    if (!text)
        return;
    nv_runs_comma(&draft->runs);
    nv_runs_add(&draft->runs, text);
}

static void add_imprint(nv_draft *draft, const nv_source *source)
{
    if (source->place)
        add_element(draft, nv_town_in(source->place, NV_LANGUAGE_FR));
    add_element(draft, source->publisher);
    add_element(draft, source->year);
}

/* « 1ʳᵉ partie », « 2ᵉ partie »; a Roman numeral follows its noun. */
static void add_part(nv_draft *draft, const char *part)
{
    if (!part)
        return;
    if (nv_roman_value(part))
        add_labelled(draft, "partie", part);
    else
        nv_runs_addf(&draft->runs, ", %s\u1D49 partie",
                     strcmp(part, "1") == 0 ? "1\u02B3" : part);
}

static void add_volume(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;
    nv_runs *runs = &draft->runs;

    nv_runs_add_title(runs, view->whole);
    if (source->volume_title && !source->volume) {
        nv_runs_add_title(runs, ": ");
        nv_runs_add_title(runs, source->volume_title);
    }
    add_labelled(draft, "vol.", source->volume);
    add_part(draft, source->part);
    if (source->volume_title && source->volume) {
        nv_runs_add(runs, ", ");
        nv_runs_add_title(runs, source->volume_title);
    }
}

static void book(nv_draft *draft, const nv_source_view *view)
{
    add_volume(draft, view);
    add_imprint(draft, view->source);
    add_numbered(draft, "doc.", view->document);
    add_range(draft, "p.", view->pages);
}

static void add_issue_date(nv_draft *draft, const nv_source *source)
{
    const char *date = source->date ? source->date : source->year;

    if (!date)
        return;
    nv_runs_comma(&draft->runs);
    nv_draft_add_iso_date(draft, date);
}

static void serial(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;

    nv_draft_add_periodical(draft, view->whole);
    add_labelled(draft, "vol.", source->volume);
    add_part(draft, source->part);
    add_labelled(draft, NV_NUMERO, source->number);
    add_issue_date(draft, source);
    add_range(draft, "p.", view->pages);
}

static void press(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;

    nv_draft_add_periodical(draft, view->whole);
    if (source->place)
        nv_runs_addf(&draft->runs, " (%s)",
                     nv_town_in(source->place, NV_LANGUAGE_FR));
    add_issue_date(draft, source);
    add_range(draft, "p.", view->pages);
}

/* The title is italic, the series that ends it roman. */
static void debates(nv_draft *draft, const nv_source_view *view)
{
    const char *tail = strrchr(view->whole, ',');
    size_t len = tail ? (size_t)(tail - view->whole) : strlen(view->whole);
    nv_buffer title = NV_BUFFER_INIT;

    nv_buffer_add(&title, view->whole, len);
    nv_runs_add_title(&draft->runs, title.text);
    nv_buffer_release(&title);
    nv_runs_add(&draft->runs, tail);
    add_labelled(draft, "vol.", view->source->volume);
    add_issue_date(draft, view->source);
    add_range(draft, "col.", view->columns);
}

static void command(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;

    nv_runs_add(&draft->runs, source->title);
    nv_runs_comma(&draft->runs);
    if (source->series)
        nv_runs_addf(&draft->runs, "%s" NV_NBSP, source->series);
    nv_runs_add(&draft->runs, source->number);
    add_imprint(draft, source);
}

static void page(nv_draft *draft, const nv_source_view *view)
{
    const nv_source *source = view->source;
    nv_runs *runs = &draft->runs;

    add_element(draft,
                source->container ? source->container : source->publisher);
    add_element(draft, source->institution);
    if (source->series) {
        add_element(draft, source->series);
        if (source->number)
            nv_runs_addf(runs, " %s", source->number);
    } else {
        add_numbered(draft, NV_NUMERO, source->number);
    }
    if (source->year)
        add_element(draft, source->year);
    else if (source->date && !nv_is_event_date(draft, source->date))
        add_issue_date(draft, source);
    if (!source->number || !view->document ||
        strcmp(source->number, view->document) != 0)
        add_numbered(draft, "doc.", view->document);
    add_range(draft, "p.", view->pages);
}

const nv_source_layout nv_layout_french = {
    .book = book,
    .serial = serial,
    .press = press,
    .debates = debates,
    .command = command,
    .page = page,
};
