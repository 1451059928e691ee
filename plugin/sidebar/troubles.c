/* SPDX-License-Identifier: MPL-2.0 */
/* See troubles.h. */
#include "sidebar/troubles.h"

#include <string.h>

/* {1} is the file. */
static const nv_phrase registry_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_REGISTRY_MISSING,
    [NV_ERROR_FORMAT] = NV_PHRASE_REGISTRY_DAMAGED,
    [NV_ERROR_MEMORY] = NV_PHRASE_REGISTRY_MEMORY,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_REGISTRY_DAMAGED,
    [NV_ERROR_LIMIT] = NV_PHRASE_REGISTRY_DAMAGED,
    [NV_ERROR_UNO] = NV_PHRASE_REGISTRY_MISSING,
    [NV_ERROR_PLACE] = NV_PHRASE_REGISTRY_DAMAGED,
    [NV_ERROR_DUPLICATE] = NV_PHRASE_REGISTRY_DAMAGED,
};

/* {1} is the file, {2} the name of a pack and {3} the file of the one of that
 * name that is used. */
static const nv_phrase pack_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_PACK_MISSING,
    [NV_ERROR_FORMAT] = NV_PHRASE_PACK_DAMAGED,
    [NV_ERROR_MEMORY] = NV_PHRASE_PACK_MEMORY,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_PACK_DAMAGED,
    [NV_ERROR_LIMIT] = NV_PHRASE_PACK_LARGE,
    [NV_ERROR_UNO] = NV_PHRASE_PACK_MISSING,
    [NV_ERROR_PLACE] = NV_PHRASE_PACK_DAMAGED,
    [NV_ERROR_DUPLICATE] = NV_PHRASE_PACK_DOUBLED,
};

/* What is chosen has no note. */
static const nv_phrase note_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_NOT_READ,
    [NV_ERROR_FORMAT] = NV_PHRASE_NOT_READ,
    [NV_ERROR_MEMORY] = NV_PHRASE_NO_MEMORY,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_NO_NOTE,
    [NV_ERROR_LIMIT] = NV_PHRASE_NOT_READ,
    [NV_ERROR_UNO] = NV_PHRASE_NOT_READ,
    [NV_ERROR_PLACE] = NV_PHRASE_NO_NOTE,
    [NV_ERROR_DUPLICATE] = NV_PHRASE_NO_NOTE,
};

/* {1} is the message of the error. */
static const nv_phrase insert_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_NOT_INSERTED,
    [NV_ERROR_FORMAT] = NV_PHRASE_NOT_INSERTED,
    [NV_ERROR_MEMORY] = NV_PHRASE_NO_MEMORY,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_NO_NOTE,
    [NV_ERROR_LIMIT] = NV_PHRASE_LOCATOR_LONG,
    [NV_ERROR_UNO] = NV_PHRASE_NOT_INSERTED,
    [NV_ERROR_PLACE] = NV_PHRASE_ITSELF,
    [NV_ERROR_DUPLICATE] = NV_PHRASE_NOT_INSERTED,
};

/* Fills the phrase with the message, and returns it. */
static const char *say_error(nv_buffer *out, const nv_phrases *phrases,
                             nv_phrase phrase, const nv_error *error)
{
    const char *message = error->message;

    nv_phrase_fill(out, phrases, phrase, &message, 1);
    return message;
}

/* The file and its folder, which is what a person knows of a path. */
static const char *short_path(const char *path)
{
    const char *at = path + strlen(path);

    for (int slashes = 0; at > path; at--)
        if (at[-1] == '/' && ++slashes == 2)
            break;
    return at;
}

static const char *say_pack(nv_buffer *out, const nv_phrases *phrases,
                            const nv_pack_trouble *pack)
{
    const nv_registry *used = pack->instead;
    const char *values[] = {short_path(pack->path),
                            used ? nv_registry_pack(used) : "",
                            used ? short_path(nv_registry_path(used)) : ""};

    nv_phrase_fill(out, phrases,
                   pack->is_used ? NV_PHRASE_PACK_REINDEXED
                                 : pack_phrases[pack->err.code],
                   values, 3);
    return pack->err.message;
}

const char *nv_troubles_say(nv_buffer *out, const nv_phrases *phrases,
                            const nv_troubles *troubles, const nv_error *note,
                            const char *file)
{
    const nv_error *registry = &troubles->registry, *insert = &troubles->insert;

    if (registry->code != NV_OK) {
        nv_phrase_fill(out, phrases, registry_phrases[registry->code], &file,
                       1);
        return registry->message;
    }
    if (insert->code != NV_OK)
        return say_error(out, phrases, insert_phrases[insert->code], insert);
    if (note->code != NV_OK)
        return say_error(out, phrases, note_phrases[note->code], note);
    if (troubles->is_early || troubles->why[0] != '\0' || !troubles->pack) {
        nv_buffer_add_text(out, troubles->is_early
                                    ? phrases->text[NV_PHRASE_NOTHING_CHOSEN]
                                    : troubles->why);
        return "";
    }
    return say_pack(out, phrases, troubles->pack);
}
