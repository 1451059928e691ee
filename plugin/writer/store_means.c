/* SPDX-License-Identifier: MPL-2.0 */
/* See store.h: what the notes of a document are written from. */
#include <stdlib.h>
#include <string.h>

#include "note/note_text.h"
#include "writer/model.h"
#include "writer/store_memory.h"

static void free_style(nv_own_style *style)
{
    if (style) {
        free(style->id);
        free(style->csl);
        nv_library_free(style->library);
    }
    free(style);
}

void nv_store_memory_free(nv_store_memory *memory)
{
    while (memory && memory->styles) {
        nv_own_style *next = memory->styles->next;

        free_style(memory->styles);
        memory->styles = next;
    }
    if (memory) {
        nv_uno_release(memory->swept);
        nv_carried_release(&memory->orphans);
        nv_carried_release(&memory->pasted);
    }
    free(memory);
}

nv_store_memory *nv_store_memory_of(nv_essay *essay, nv_error *err)
{
    nv_store_memory **memory = nv_essay_store(essay);

    if (!*memory)
        *memory = calloc(1, sizeof **memory);
    if (!*memory)
        nv_note_no_memory(err);
    return *memory;
}

static void use_everywhere(nv_means *means, const char *id)
{
    for (int i = 0; i < NV_LANGUAGE_COUNT; i++)
        means->styles[i] = id;
}

static void use_the_usual(nv_means *means)
{
    for (int i = 0; i < NV_LANGUAGE_COUNT; i++)
        means->styles[i] = nv_library_usual_style((nv_language)i);
}

/* Whether the style of that id that is installed is this text. */
static bool is_installed(const nv_library *library, const char *id,
                         const char *csl)
{
    const nv_library_entry *entry = nv_library_find(library, id);
    nv_buffer xml = NV_BUFFER_INIT;
    const bool is_same =
        entry && strcmp(entry->id, id) == 0 && !entry->parent[0] &&
        nv_library_text(library, id, &xml, NULL) && strcmp(xml.text, csl) == 0;

    nv_buffer_release(&xml);
    return is_same;
}

static nv_own_style *make_own(const nv_document_style *style,
                              const nv_library *like, nv_error *err)
{
    nv_own_style *made = calloc(1, sizeof *made);

    if (made) {
        made->id = strdup(style->id);
        made->csl = strdup(style->csl);
    }
    if (made && made->id && made->csl)
        made->library = nv_library_of_text(like, made->id, made->csl, err);
    else
        nv_note_no_memory(err);
    if (made && made->library)
        return made;
    free_style(made);
    return NULL;
}

/* Of the document's own text; NULL with *err set. */
static nv_own_style *find_own(nv_store_memory *memory,
                              const nv_document_style *style,
                              const nv_library *like, nv_error *err)
{
    nv_own_style *found = memory->styles;

    while (found && (strcmp(found->id, style->id) != 0 ||
                     strcmp(found->csl, style->csl) != 0))
        found = found->next;
    if (found)
        return found;
    found = make_own(style, like, err);
    if (found) {
        found->next = memory->styles;
        memory->styles = found;
    }
    return found;
}

static bool use_own(nv_store_memory *memory, const nv_document_style *style,
                    nv_means *means, nv_error *err)
{
    nv_own_style *own = find_own(memory, style, means->library, err);

    if (!own)
        return false;
    means->library = own->library;
    use_everywhere(means, own->id);
    return true;
}

static bool use_installed(const nv_document_style *style, nv_means *means,
                          nv_error *err)
{
    const nv_library_entry *entry = nv_library_find(means->library, style->id);

    if (!entry)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "This document is written in the citation style "
                       "“%.80s”, which is not installed here: add it, or "
                       "choose another one for the document.",
                       style->id);
    use_everywhere(means, entry->id);
    return true;
}

static bool use_style(nv_store_memory *memory, const nv_document_store *store,
                      nv_means *means, nv_error *err)
{
    const nv_document_style *style = &store->style;

    if (store->trouble.code)
        return nv_fail(err, store->trouble.code, 0, "%s",
                       store->trouble.message);
    if (style->csl && !is_installed(means->library, style->id, style->csl))
        return use_own(memory, style, means, err);
    if (style->is_set && *style->id)
        return use_installed(style, means, err);
    if (style->is_set)
        use_the_usual(means);
    return true;
}

static bool find_means(nv_essay *essay, nv_means *means, nv_error *err)
{
    nv_store_memory *memory = nv_store_memory_of(essay, err);
    nv_document_store store = {0};
    const bool is_found = memory && nv_writer_read_store(essay, &store, err) &&
                          use_style(memory, &store, means, err);

    nv_document_store_release(&store);
    return is_found;
}

bool nv_store_means(nv_essay *essay, const nv_means *usual, nv_means *means,
                    nv_error *err)
{
    nv_error why = {0};
    nv_means found = *usual;
    const bool is_found = find_means(essay, &found, &why);

    *means = is_found ? found : *usual;
    if (!is_found && err)
        *err = why;
    return is_found;
}
