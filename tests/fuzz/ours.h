/* SPDX-License-Identifier: MPL-2.0 */
/* The registry and the styles we ship, opened once for all inputs of a
 * target. */
#ifndef NV_TESTS_FUZZ_OURS_H
#define NV_TESTS_FUZZ_OURS_H

#include "../registry/shipped.h"
#include "fuzz.h"
#include "note/library.h"

static inline const nv_registry *our_registry(void)
{
    static nv_registry *registry;
    nv_error err = {0};

    if (!registry)
        registry = open_shipped(&err);
    DEMAND(registry, err.message);
    return registry;
}

/* The style at `index`, whatever that is, in a language. */
static inline nv_note_style *our_style(size_t index, nv_language language)
{
    static const nv_style_folder folders[] = {
        {.path = NV_BUILD "/styles", .is_ours = true}};
    static nv_library *library;
    nv_error err = {0};
    nv_note_style *style;

    if (!library)
        library = nv_library_open(folders, 1, NV_BUILD "/locales", &err);
    DEMAND(library && nv_library_count(library), "there are styles");
    index %= nv_library_count(library);
    style = nv_library_style(library, nv_library_entry_at(library, index)->id,
                             language, &err);
    DEMAND(style, err.message);
    return style;
}

#endif
