/* SPDX-License-Identifier: MPL-2.0 */
/* Treaty series, gazettes and symbols by which a treaty is cited. */
#include "note/draft.h"

#include <string.h>

#include "base/array.h"
#include "note/typography.h"

/* How each is printed. */
static const struct {
    const char *code; /* in the record */
    const char *english;
    const char *french; /* the title, in full; also that of a source */
    const char *title;  /* the title in its own language */
    bool volume_is_year;
} series[] = {
    {"UNTS", "U.N.T.S.", "Recueil des traités des Nations unies",
     "United Nations Treaty Series", false},
    {"LNTS", "L.N.T.S.", "Recueil des traités de la Société des Nations",
     "League of Nations Treaty Series", false},
    {"UST", "U.S.T.",
     "United States Treaties and Other International Agreements",
     "United States Treaties and Other International Agreements", false},
    {"Stat", "Stat.", "United States Statutes at Large",
     "United States Statutes at Large", false},
    {"TIAS", "T.I.A.S.", "Treaties and Other International Acts Series",
     "Treaties and Other International Acts Series", false},
    {"ILM", "I.L.M.", "International Legal Materials",
     "International Legal Materials", false},
    {"BGBl", "BGBl.", "Bundesgesetzblatt", "Bundesgesetzblatt", true},
    {"UN Doc", "", "", "", false},
    {"Cmd", "Cmd.", "Cmd.", "Command Papers", false},
};

/* The row of the series; NV_COUNT_OF(series) if there is none. */
static size_t row_of(const char *code)
{
    size_t row = 0;

    while (row < NV_COUNT_OF(series) &&
           (!code || strcmp(series[row].code, code) != 0))
        row++;
    return row;
}

const char *nv_series_code(const char *title)
{
    for (size_t i = 0; title && i < NV_COUNT_OF(series); i++)
        if (strcmp(series[i].title, title) == 0)
            return series[i].code;
    return NULL;
}

const nv_treaty_reference *nv_event_symbol(const nv_event *event)
{
    const nv_treaty *treaty = event->treaty;

    for (size_t i = 0; treaty && i < treaty->reference_count; i++)
        if (treaty->references[i].series && treaty->references[i].number &&
            strcmp(treaty->references[i].series, "UN Doc") == 0)
            return &treaty->references[i];
    return NULL;
}

/* "34 U.N.T.S. 243", "T.I.A.S. no. 1964", "Cmd. 6368". */
static void add_english(nv_draft *draft, const nv_treaty_reference *reference,
                        size_t row)
{
    nv_runs *runs = &draft->runs;
    const char *number =
        reference->number ? reference->number : reference->registration;

    if (reference->volume)
        nv_runs_addf(runs, "%s ", reference->volume);
    nv_runs_add(runs, series[row].english);
    if (series[row].volume_is_year && reference->part)
        nv_runs_addf(runs, " %s", reference->part);
    if (reference->page)
        nv_runs_addf(runs, " %s", reference->page);
    else if (number)
        nv_runs_addf(runs, "%s%s",
                     strcmp(series[row].code, "Cmd") == 0 ? " " : " no. ",
                     number);
}

/* « Recueil des traités des Nations unies, vol. 34, nᵒ 541, p. 243 ». */
static void add_french(nv_draft *draft, const nv_treaty_reference *reference,
                       size_t row)
{
    nv_runs *runs = &draft->runs;
    const char *number =
        reference->registration ? reference->registration : reference->number;

    if (strcmp(series[row].code, "Cmd") == 0) {
        nv_runs_addf(runs, "Cmd." NV_NBSP "%s", number);
        return;
    }
    nv_runs_add_title(runs, series[row].french);
    if (reference->volume)
        nv_runs_addf(
            runs, series[row].volume_is_year ? ", %s" : ", vol." NV_NBSP "%s",
            reference->volume);
    if (reference->part && series[row].volume_is_year)
        nv_runs_addf(runs, ", partie" NV_NBSP "%s", reference->part);
    if (number)
        nv_runs_addf(runs, ", " NV_NUMERO NV_NBSP "%s", number);
    if (reference->page)
        nv_runs_addf(runs, ", p." NV_NBSP "%s", reference->page);
}

void nv_draft_add_reference(nv_draft *draft)
{
    size_t row = row_of(draft->reference->series);

    if (row >= NV_COUNT_OF(series))
        return;
    if (series[row].english[0] == '\0')
        return; /* a symbol, printed with the name */
    nv_runs_comma(&draft->runs);
    if (draft->language == NV_LANGUAGE_EN)
        add_english(draft, draft->reference, row);
    else
        add_french(draft, draft->reference, row);
}
