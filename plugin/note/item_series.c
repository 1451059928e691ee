/* SPDX-License-Identifier: MPL-2.0 */
/* Treaty series, gazettes and command papers by which a treaty is cited. */
#include "note/item_maker.h"

#include <string.h>

#include "base/array.h"

/* How each is called. */
static const struct {
    const char *code;        /* in the record */
    const char *abbreviated; /* with points, which a style may strip */
    const char *title;       /* in its own language */
    const char *french;      /* in French, where it differs */
    bool volume_is_year;
} series[] = {
    {"UNTS", "U.N.T.S.", "United Nations Treaty Series",
     "Recueil des traités des Nations unies", false},
    {"LNTS", "L.N.T.S.", "League of Nations Treaty Series",
     "Recueil des traités de la Société des Nations", false},
    {"UST", "U.S.T.",
     "United States Treaties and Other International Agreements", NULL, false},
    {"Stat", "Stat.", "United States Statutes at Large", NULL, false},
    {"TIAS", "T.I.A.S.", "Treaties and Other International Acts Series", NULL,
     false},
    {"ILM", "I.L.M.", "International Legal Materials", NULL, false},
    {"BGBl", "BGBl.", "Bundesgesetzblatt", NULL, true},
    {"Cmd", "Cmd.", "Command Papers", NULL, false},
};

const char *nv_series_code(const char *title)
{
    for (size_t i = 0; title && i < NV_COUNT_OF(series); i++)
        if (strcmp(series[i].title, title) == 0)
            return series[i].code;
    return NULL;
}

/* The row of the series; NV_COUNT_OF(series) if there is none: a symbol is
 * printed with the name of the document. */
static size_t row_of(const char *code)
{
    size_t row = 0;

    while (row < NV_COUNT_OF(series) &&
           (!code || strcmp(series[row].code, code) != 0))
        row++;
    return row;
}

static void add_command_paper(nv_item_maker *maker,
                              const nv_treaty_reference *reference)
{
    nv_item_flag(maker, NV_CSL_SOURCE_COMMAND);
    nv_item_set_theirs(maker, NV_CSL_COLLECTION_TITLE, "Cmd.", NULL);
    nv_item_set_theirs(maker, NV_CSL_NUMBER, reference->number, NULL);
}

/* A page asked for goes behind the one where the treaty begins: "243, 246". */
static void set_pages(nv_item_maker *maker, const char *first)
{
    const nv_locator *asked = &maker->draft.in_source;
    nv_buffer pages = NV_BUFFER_INIT;

    nv_item_write_theirs(maker, &pages, first, strlen(first));
    if (!asked->label || strcmp(asked->label, "page") != 0)
        nv_item_add_end_place(maker, asked);
    else if (strcmp(asked->value, first) != 0) {
        nv_buffer_add_text(&pages, ", ");
        nv_item_write_theirs(maker, &pages, asked->value, strlen(asked->value));
    }
    nv_item_take(maker, NV_CSL_PAGE, &pages);
}

static void add_series_of(nv_item_maker *maker, size_t row,
                          const nv_treaty_reference *reference)
{
    bool is_french = maker->draft.language == NV_LANGUAGE_FR;

    nv_item_flag(maker, NV_CSL_SOURCE_SERIES);
    nv_item_set_theirs(maker, NV_CSL_CONTAINER_TITLE,
                       is_french && series[row].french ? series[row].french
                                                       : series[row].title,
                       NULL);
    nv_item_set_theirs(maker, NV_CSL_CONTAINER_TITLE_SHORT,
                       series[row].abbreviated, NULL);
    if (series[row].volume_is_year) {
        nv_item_set_date(maker, NV_CSL_ISSUED, reference->volume);
        nv_item_set_theirs(maker, NV_CSL_PART_NUMBER, reference->part, NULL);
    } else {
        nv_item_set_theirs(maker, NV_CSL_VOLUME, reference->volume, NULL);
        nv_item_set_theirs(maker, NV_CSL_VOLUME_AS_PRINTED, reference->volume,
                           NULL);
        nv_item_set_date(maker, NV_CSL_ISSUED, reference->year);
    }
    nv_item_set_theirs(maker, NV_CSL_REGISTRATION, reference->registration,
                       NULL);
    nv_item_set_theirs(maker, NV_CSL_NUMBER, reference->number, NULL);
}

void nv_item_add_series(nv_item_maker *maker,
                        const nv_treaty_reference *reference)
{
    size_t row = row_of(reference->series);
    bool is_known = row < NV_COUNT_OF(series);
    bool is_command = is_known && strcmp(series[row].code, "Cmd") == 0;

    if (is_command)
        add_command_paper(maker, reference);
    else if (is_known)
        add_series_of(maker, row, reference);
    if (is_known && !is_command && reference->page)
        set_pages(maker, reference->page);
    else
        nv_item_add_end_place(maker, &maker->draft.in_source);
}
