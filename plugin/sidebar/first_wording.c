/* SPDX-License-Identifier: MPL-2.0 */
/* See first_wording.h. */
#include "sidebar/first_wording.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/array.h"

/* Whether a locator counts in the edition that was read, not in the document:
 * such a one can stand beside any wording. */
static bool is_of_edition(const char *label)
{
    static const char *const labels[] = {"page", "column", "folio", "volume"};

    for (size_t i = 0; i < NV_COUNT_OF(labels); i++)
        if (strcmp(labels[i], label) == 0)
            return true;
    return false;
}

/* Whether "3" was typed for "3" or for "3(1)". */
static bool is_within(const char *value, const char *typed)
{
    size_t len = strlen(typed);

    return strncasecmp(value, typed, len) == 0 &&
           !isalnum((unsigned char)value[len]);
}

/* Whether a wording stands where the locator in force says. One that nobody
 * located does, if `is_found`: the writer typed its words. */
static bool fits(const nv_state *state, const nv_quotation *quotation,
                 bool is_found)
{
    const nv_typed_locator *typed = &state->typed;
    const nv_locator *at = &quotation->pinpoint;

    if (!typed->label || is_of_edition(typed->label))
        return true;
    if (!at->label)
        return is_found;
    return strcmp(at->label, typed->label) == 0 &&
           is_within(at->value ? at->value : "", typed->value);
}

size_t nv_first_wording(const nv_state *state)
{
    const nv_quotation *const *wordings = state->wordings;
    const nv_hit *hit = nv_state_hit(state);
    const int found = hit ? hit->quotation : 0;

    for (size_t i = 0; i < state->wording_count; i++)
        if (wordings[i]->number == found && fits(state, wordings[i], true))
            return i + 1;
    /* A refusal is cited for how it refuses, any other document as such. */
    if (state->event->kind != NV_KIND_REFUSAL)
        return 0;
    for (size_t i = 0; i < state->wording_count; i++)
        if (wordings[i]->role == NV_ROLE_DOCUMENT &&
            fits(state, wordings[i], false))
            return i + 1;
    return 0;
}
