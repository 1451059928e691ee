/* SPDX-License-Identifier: MPL-2.0 */
/* See reading_plan.h. */
#include "sidebar/reading_plan.h"

#include "base/array.h"

static const char *const names[NV_READING_COUNT] = {
    [NV_READING_BACK] = "back",
    [NV_READING_CITE] = "cite",
    [NV_READING_RECORD_LABEL] = "record_label",
    [NV_READING_RECORD] = "record",
    [NV_READING_WORDINGS_LABEL] = "wordings_label",
    [NV_READING_WORDINGS] = "wordings",
    [NV_READING_BESIDES_LABEL] = "besides_label",
    [NV_READING_BESIDES] = "besides",
    [NV_READING_WORDING_LABEL] = "wording_label",
    [NV_READING_WORDING] = "wording",
    [NV_READING_BESIDE_LABEL] = "beside_label",
    [NV_READING_BESIDE] = "beside",
    [NV_READING_COPY_WORDING] = "copy_wording",
    [NV_READING_COPY_NOTE] = "copy_note",
    [NV_READING_MESSAGE] = "message",
    [NV_READING_LINKS_LABEL] = "links_label",
    [NV_READING_LINKS] = "links",
    [NV_READING_PICTURE_LABEL] = "picture_label",
    [NV_READING_PICTURE] = "picture",
    [NV_READING_SOURCES_LABEL] = "sources_label",
    [NV_READING_SOURCES] = "sources",
    [NV_READING_OPEN] = "open",
};

static const nv_plan_row rows[] = {
    {NV_ROW_BUTTONS, NV_READING_BACK, NV_READING_CITE, .gap = 1},
    {NV_ROW_WRAPPED, NV_READING_RECORD_LABEL, .gap = 0},
    {NV_ROW_LINES, NV_READING_RECORD, .lines = 5, .share = 10, .gap = 1},
    {NV_ROW_FIELDS, NV_READING_WORDINGS, NV_READING_BESIDES, .gap = 0},
    {NV_ROW_TEXTS, NV_READING_WORDING, NV_READING_BESIDE, .lines = 3,
     .share = 6, .gap = 0},
    {NV_ROW_BUTTONS, NV_READING_COPY_WORDING, NV_READING_COPY_NOTE, .gap = 1},
    {NV_ROW_WRAPPED, NV_READING_MESSAGE, .gap = 1},
    {NV_ROW_WRAPPED, NV_READING_LINKS_LABEL, .gap = 0},
    {NV_ROW_LINES, NV_READING_LINKS, .lines = 3, .share = 2, .gap = 1},
    {NV_ROW_WRAPPED, NV_READING_PICTURE_LABEL, .gap = 0},
    {NV_ROW_GIVEN, NV_READING_PICTURE, .gap = 1},
    {NV_ROW_WRAPPED, NV_READING_SOURCES_LABEL, .gap = 0},
    {NV_ROW_PREFERRED, NV_READING_SOURCES, .gap = 0},
    {NV_ROW_PREFERRED, NV_READING_OPEN, .gap = 1},
};

const nv_plan nv_reading_plan = {
    .names = names,
    .count = NV_READING_COUNT,
    .rows = rows,
    .row_count = NV_COUNT_OF(rows),
};
