/* SPDX-License-Identifier: MPL-2.0 */
/* See cites.h. */
#include "citation/suite/cites.h"

#include <string.h>

size_t nv_csl_suite_length(const nv_json *list)
{
    size_t count = 0;

    for (const nv_json *value = list ? list->first : NULL; value;
         value = value->next)
        count++;
    return count;
}

const char *nv_csl_suite_word(const nv_json *object, const char *name)
{
    const nv_json *member = nv_json_member(object, name);

    return member && *member->text ? member->text : NULL;
}

static bool is_true(const nv_json *object, const char *name)
{
    const nv_json *member = nv_json_member(object, name);

    return member &&
           (member->type == NV_JSON_TRUE ||
            (member->type == NV_JSON_NUMBER && strcmp(member->text, "0") != 0));
}

static nv_csl_cite read_cite(const nv_json *object)
{
    const char *label = nv_csl_suite_word(object, "label");
    const char *position = nv_csl_suite_word(object, "position");
    nv_csl_cite cite = {
        .item = nv_csl_suite_word(object, "id"),
        .prefix = nv_csl_suite_word(object, "prefix"),
        .suffix = nv_csl_suite_word(object, "suffix"),
        .locator = nv_csl_suite_word(object, "locator"),
        .label = label ? nv_csl_term_of(label, strlen(label)) : NV_CSL_NO_TERM,
        .is_near_note = is_true(object, "near-note"),
    };

    if (is_true(object, "author-only"))
        cite.mode = NV_CSL_CITE_AUTHOR_ONLY;
    else if (is_true(object, "suppress-author"))
        cite.mode = NV_CSL_CITE_SUPPRESS_AUTHOR;
    if (position && *position >= '0' && *position <= '3')
        cite.position = NV_CSL_POSITION_FIRST + (*position - '0');
    return cite;
}

const nv_csl_cite *nv_csl_suite_cites(const nv_json *list, nv_arena *arena)
{
    nv_csl_cite *cites =
        nv_arena_array(arena, nv_csl_suite_length(list), sizeof *cites);
    size_t count = 0;

    for (const nv_json *value = list ? list->first : NULL; value && cites;
         value = value->next)
        cites[count++] = read_cite(value);
    return cites;
}
