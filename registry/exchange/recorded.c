/* SPDX-License-Identifier: MPL-2.0 */
/* See recorded.h. */
#include "registry/exchange/recorded.h"

#include "base/array.h"

#define FIELD(name, member)               \
    {                                     \
        name, offsetof(nv_source, member) \
    }

const nv_recorded nv_recorded_source[] = {
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

const size_t nv_recorded_source_count = NV_COUNT_OF(nv_recorded_source);

const char **nv_recorded_member(nv_source *source, size_t index)
{
    return (const char **)((char *)source + nv_recorded_source[index].offset);
}

const char *nv_recorded_text(const nv_source *source, size_t index)
{
    return *nv_recorded_member((nv_source *)source, index);
}
