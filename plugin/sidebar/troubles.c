/* SPDX-License-Identifier: MPL-2.0 */
/* See troubles.h. */
#include "sidebar/troubles.h"

/* {1} is the file. */
static const nv_phrase registry_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_REGISTRY_MISSING,
    [NV_ERROR_FORMAT] = NV_PHRASE_REGISTRY_DAMAGED,
    [NV_ERROR_MEMORY] = NV_PHRASE_REGISTRY_MEMORY,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_REGISTRY_DAMAGED,
    [NV_ERROR_LIMIT] = NV_PHRASE_REGISTRY_DAMAGED,
    [NV_ERROR_UNO] = NV_PHRASE_REGISTRY_MISSING,
    [NV_ERROR_PLACE] = NV_PHRASE_REGISTRY_DAMAGED,
};

/* {1} is the message of the error. */
static const nv_phrase note_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_NOT_INSERTED,
    [NV_ERROR_FORMAT] = NV_PHRASE_NOT_INSERTED,
    [NV_ERROR_MEMORY] = NV_PHRASE_NO_MEMORY,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_NO_NOTE,
    [NV_ERROR_LIMIT] = NV_PHRASE_LOCATOR_LONG,
    [NV_ERROR_UNO] = NV_PHRASE_NOT_INSERTED,
    [NV_ERROR_PLACE] = NV_PHRASE_ITSELF,
};

const char *nv_troubles_say(nv_buffer *out, const nv_phrases *phrases,
                            const nv_troubles *troubles, const nv_error *note,
                            const char *file)
{
    const nv_error *registry = &troubles->registry;
    const nv_error *trouble =
        troubles->insert.code != NV_OK ? &troubles->insert : note;
    const char *message = trouble->message;

    if (registry->code != NV_OK) {
        nv_phrase_fill(out, phrases, registry_phrases[registry->code], &file,
                       1);
        return registry->message;
    }
    if (trouble->code != NV_OK) {
        nv_phrase_fill(out, phrases, note_phrases[trouble->code], &message, 1);
        return message;
    }
    nv_buffer_add_text(out, troubles->is_early
                                ? phrases->text[NV_PHRASE_NOTHING_CHOSEN]
                                : troubles->why);
    return "";
}
