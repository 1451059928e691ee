/* SPDX-License-Identifier: MPL-2.0 */
/* See troubles.h. */
#include "sidebar/troubles.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"

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

/* There is no style at all. */
static const nv_phrase no_style_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_NO_STYLE,
    [NV_ERROR_FORMAT] = NV_PHRASE_NO_STYLE,
    [NV_ERROR_MEMORY] = NV_PHRASE_NO_MEMORY,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_NO_STYLE,
    [NV_ERROR_LIMIT] = NV_PHRASE_NO_STYLE,
    [NV_ERROR_UNO] = NV_PHRASE_NO_STYLE,
    [NV_ERROR_PLACE] = NV_PHRASE_NO_STYLE,
    [NV_ERROR_DUPLICATE] = NV_PHRASE_NO_STYLE,
};

/* {1} is the style chosen, {2} the one that is used. */
static const nv_phrase chosen_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_STYLE_BROKEN,
    [NV_ERROR_FORMAT] = NV_PHRASE_STYLE_BROKEN,
    [NV_ERROR_MEMORY] = NV_PHRASE_NO_MEMORY,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_STYLE_GONE,
    [NV_ERROR_LIMIT] = NV_PHRASE_STYLE_BROKEN,
    [NV_ERROR_UNO] = NV_PHRASE_STYLE_BROKEN,
    [NV_ERROR_PLACE] = NV_PHRASE_STYLE_BROKEN,
    [NV_ERROR_DUPLICATE] = NV_PHRASE_STYLE_BROKEN,
};

/* {1} is the file, {2} the file that is used or the style that it needs. */
static const nv_phrase style_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_STYLE_MISSING,
    [NV_ERROR_FORMAT] = NV_PHRASE_STYLE_DAMAGED,
    [NV_ERROR_MEMORY] = NV_PHRASE_STYLE_MISSING,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_STYLE_PARENT,
    [NV_ERROR_LIMIT] = NV_PHRASE_STYLE_DAMAGED,
    [NV_ERROR_UNO] = NV_PHRASE_STYLE_MISSING,
    [NV_ERROR_PLACE] = NV_PHRASE_STYLE_DAMAGED,
    [NV_ERROR_DUPLICATE] = NV_PHRASE_STYLE_DOUBLED,
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

/* {1} is the message of the error. */
static const nv_phrase refresh_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_NOT_REFRESHED,
    [NV_ERROR_FORMAT] = NV_PHRASE_NOT_REFRESHED,
    [NV_ERROR_MEMORY] = NV_PHRASE_NO_MEMORY,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_NOT_REFRESHED,
    [NV_ERROR_LIMIT] = NV_PHRASE_NOT_REFRESHED,
    [NV_ERROR_UNO] = NV_PHRASE_NOT_REFRESHED,
    [NV_ERROR_PLACE] = NV_PHRASE_ITSELF,
    [NV_ERROR_DUPLICATE] = NV_PHRASE_NOT_REFRESHED,
};

/* The style of the document. */
static const nv_phrase document_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_DOCUMENT_STYLE_BROKEN,
    [NV_ERROR_FORMAT] = NV_PHRASE_DOCUMENT_STYLE_BROKEN,
    [NV_ERROR_MEMORY] = NV_PHRASE_NO_MEMORY,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_DOCUMENT_STYLE_GONE,
    [NV_ERROR_LIMIT] = NV_PHRASE_DOCUMENT_STYLE_BROKEN,
    [NV_ERROR_UNO] = NV_PHRASE_DOCUMENT_STYLE_BROKEN,
    [NV_ERROR_PLACE] = NV_PHRASE_DOCUMENT_STYLE_BROKEN,
    [NV_ERROR_DUPLICATE] = NV_PHRASE_DOCUMENT_STYLE_BROKEN,
};

/* {1} is the message of the error. */
static const nv_phrase act_phrases[] = {
    [NV_ERROR_IO] = NV_PHRASE_NOT_DONE,
    [NV_ERROR_FORMAT] = NV_PHRASE_NOT_DONE,
    [NV_ERROR_MEMORY] = NV_PHRASE_NO_MEMORY,
    [NV_ERROR_ARGUMENT] = NV_PHRASE_NOT_THERE,
    [NV_ERROR_LIMIT] = NV_PHRASE_TEXT_LONG,
    [NV_ERROR_UNO] = NV_PHRASE_NOT_DONE,
    [NV_ERROR_PLACE] = NV_PHRASE_ITSELF,
    [NV_ERROR_DUPLICATE] = NV_PHRASE_NOT_DONE,
};

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

static const char *say_style(nv_buffer *out, const nv_phrases *phrases,
                             const nv_style_trouble *style)
{
    const bool is_file = style->err.code == NV_ERROR_DUPLICATE;
    const char *values[] = {short_path(style->path),
                            is_file ? short_path(style->other) : style->other};

    nv_phrase_fill(out, phrases, style_phrases[style->err.code], values, 2);
    return style->err.message;
}

static const char *title_of(const nv_state *state, const char *id)
{
    const nv_library_entry *entry = nv_library_find(state->library, id);

    return entry ? entry->title : id;
}

static const char *say_chosen(nv_buffer *out, const nv_phrases *phrases,
                              const nv_state *state)
{
    const nv_error *error = &state->style_trouble;
    const char *values[] = {title_of(state, state->chosen_style.text),
                            title_of(state, state->style_id)};

    nv_phrase_fill(out, phrases, chosen_phrases[error->code], values, 2);
    return error->message;
}

/* What stands in the way of a note: returns its message, or NULL. */
static const char *say_obstacle(nv_buffer *out, const nv_phrases *phrases,
                                const nv_troubles *troubles,
                                const nv_state *state, const char *file)
{
    const nv_error *styles = troubles->styles.code != NV_OK
                                 ? &troubles->styles
                                 : &state->style_trouble;
    const struct {
        const nv_error *error;
        const nv_phrase *phrases;
        const char *value; /* NULL: the error's message */
    } obstacles[] = {
        {&troubles->registry, registry_phrases, file},
        {state->style ? NULL : styles, no_style_phrases, NULL},
        {&troubles->document, document_phrases, NULL},
        {&troubles->insert, insert_phrases, NULL},
        {&troubles->refresh, refresh_phrases, NULL},
        {&troubles->act, act_phrases, NULL},
        {&state->trouble, note_phrases, NULL},
    };

    for (size_t i = 0; i < NV_COUNT_OF(obstacles); i++) {
        const nv_error *error = obstacles[i].error;
        const char *value = obstacles[i].value;

        if (!error || error->code == NV_OK)
            continue;
        if (!value)
            value = error->message;
        nv_phrase_fill(out, phrases, obstacles[i].phrases[error->code], &value,
                       1);
        return error->message;
    }
    return NULL;
}

static void say_count(nv_buffer *out, const nv_phrases *phrases,
                      nv_phrase phrase, size_t count, size_t all)
{
    char counts[2][24];
    const char *values[] = {counts[0], counts[1]};

    snprintf(counts[0], sizeof counts[0], "%zu", count);
    snprintf(counts[1], sizeof counts[1], "%zu", all);
    nv_phrase_fill(out, phrases, phrase, values, 2);
}

/* What a refresh did, in sentences of their own: how many were written, and
 * what was left as it is. */
static void say_refreshed(nv_buffer *out, const nv_phrases *phrases,
                          const nv_refreshed *done)
{
    const struct {
        nv_phrase phrase;
        size_t count;
    } left[] = {{NV_PHRASE_BY_HAND, done->by_hand},
                {NV_PHRASE_LOST, done->lost}};

    const bool are_all_right =
        done->rewritten + done->by_hand + done->lost == 0;

    say_count(out, phrases,
              done->citations == 0 ? NV_PHRASE_NO_CITATIONS
              : are_all_right      ? NV_PHRASE_NONE_REFRESHED
                                   : NV_PHRASE_REFRESHED,
              done->rewritten, done->citations);
    for (size_t i = 0; i < NV_COUNT_OF(left); i++)
        if (left[i].count > 0) {
            nv_buffer_add_char(out, ' ');
            say_count(out, phrases, left[i].phrase, left[i].count,
                      done->citations);
        }
}

static const char *say_desk(nv_buffer *out, const nv_phrases *phrases,
                            const nv_desk *desk)
{
    const nv_error_code code = desk->trouble.code;

    nv_phrase_fill(out, phrases,
                   code == NV_ERROR_FORMAT  ? NV_PHRASE_DESK_DAMAGED
                   : code == NV_ERROR_LIMIT ? NV_PHRASE_DESK_NEWER
                                            : NV_PHRASE_DESK_NOT_KEPT,
                   &(const char *){desk->path}, 1);
    return desk->trouble.message;
}

const char *nv_troubles_say(nv_buffer *out, const nv_phrases *phrases,
                            const nv_troubles *troubles, const nv_state *state,
                            const char *file)
{
    const char *detail = say_obstacle(out, phrases, troubles, state, file);

    if (detail)
        return detail;
    if (troubles->is_refreshed) {
        say_refreshed(out, phrases, &troubles->refreshed);
        return "";
    }
    if (troubles->told[0] != '\0') {
        nv_buffer_add_text(out, troubles->told);
        return "";
    }
    if (troubles->why[0] != '\0') {
        nv_buffer_add_text(out, troubles->why);
        return "";
    }
    if (troubles->pack)
        return say_pack(out, phrases, troubles->pack);
    if (state->style_trouble.code != NV_OK && !troubles->is_style_told)
        return say_chosen(out, phrases, state);
    if (troubles->style)
        return say_style(out, phrases, troubles->style);
    if (troubles->desk)
        return say_desk(out, phrases, troubles->desk);
    return "";
}

void nv_troubles_forget_files(nv_troubles *troubles)
{
    troubles->pack = NULL;
    troubles->style = NULL;
    troubles->desk = NULL;
    troubles->is_style_told = true;
}
