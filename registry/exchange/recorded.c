/* SPDX-License-Identifier: MPL-2.0 */
/* See recorded.h. */
#include "registry/exchange/recorded.h"

#include "base/array.h"

/* Which name stands for which member. */
#define ROW(type, name, member)      \
    {                                \
        name, offsetof(type, member) \
    }
#define FIELD(name, member) ROW(nv_source, name, member)
#define PLACE(name, member) ROW(nv_treaty_reference, name, member)

static const nv_recorded source_rows[] = {
    FIELD("title", title),
    FIELD("item", item),
    FIELD("container", container),
    FIELD("collection", collection),
    FIELD("series", series),
    FIELD("volume", volume),
    FIELD("part", part),
    FIELD("volume-title", volume_title),
    FIELD("number", number),
    FIELD("document", document),
    FIELD("pages", pages),
    FIELD("columns", columns),
    FIELD("date", date),
    FIELD("place", place),
    FIELD("publisher", publisher),
    FIELD("year", year),
    FIELD("archive-ref", archive_ref),
    FIELD("registration", registration),
    FIELD("short-form", short_form),
    FIELD("institution", institution),
    FIELD("translator", translator),
};

static const nv_recorded reference_rows[] = {
    PLACE("series", series), PLACE("volume", volume),
    PLACE("part", part),     PLACE("page", page),
    PLACE("number", number), PLACE("registration", registration),
    PLACE("year", year),
};

const nv_recorded_table nv_recorded_source = {source_rows,
                                              NV_COUNT_OF(source_rows)};
const nv_recorded_table nv_recorded_reference = {reference_rows,
                                                 NV_COUNT_OF(reference_rows)};

const char **nv_recorded_member(const nv_recorded *row, void *object)
{
    return (const char **)((char *)object + row->offset);
}

const char *nv_recorded_text(const nv_recorded *row, const void *object)
{
    return *(const char *const *)((const char *)object + row->offset);
}
