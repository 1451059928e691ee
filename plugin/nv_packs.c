/* SPDX-License-Identifier: MPL-2.0 */
/* See nv.h: the packs that a command works with. */
#include "nv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char pack_name[] = "registry.xml.gz";

void nv_tool_add_beside(nv_buffer *path, const char *name)
{
    char program[4096];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    const char *slash;

    program[len > 0 ? len : 0] = '\0';
    slash = strrchr(program, '/');
    nv_buffer_add(path, program, slash ? (size_t)(slash - program) + 1 : 0);
    nv_buffer_add_text(path, name);
}

/* The folder for what can be made anew, as the XDG Base Directory Specification
 * has it: relative paths don't count. NULL if there is none; `path` holds it.
 */
static const char *find_cache(nv_buffer *path)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");

    if (cache && cache[0] == '/') {
        nv_buffer_add_text(path, cache);
    } else if (home && home[0] == '/') {
        nv_buffer_add_format(path, "%s/.cache", home);
        mkdir(path->text, 0700);
    } else {
        return NULL;
    }
    nv_buffer_add_text(path, "/noteverbale");
    return path->failed ? NULL : path->text;
}

nv_registry *nv_tool_open_pack(const nv_tool_arguments *given, nv_error *err)
{
    nv_buffer path = NV_BUFFER_INIT, cache = NV_BUFFER_INIT;
    nv_registry *registry;

    nv_tool_add_beside(&path, pack_name);
    registry = nv_registry_open(given->packs[0] ? given->packs[0] : path.text,
                                find_cache(&cache), err);
    nv_buffer_release(&path);
    nv_buffer_release(&cache);
    return registry;
}

bool nv_tool_has_several_packs(const nv_tool_arguments *given)
{
    return given->packs[0] && given->packs[1];
}

static void say_troubles(const nv_packs *packs)
{
    for (size_t i = 0; i < nv_packs_trouble_count(packs); i++)
        nv_tool_fail(&nv_packs_trouble(packs, i)->err);
    for (size_t i = 0; i < nv_packs_count(packs); i++) {
        const char *trouble =
            nv_registry_index_trouble(nv_packs_registries(packs)[i]);

        if (trouble[0])
            fprintf(stderr, "nv: %s\n", trouble);
    }
}

/* Adds all packs. One that can't be used is told of, and is a failure only if
 * no other can. */
static bool add_packs(nv_packs *packs, const nv_tool_arguments *given,
                      nv_error *err)
{
    nv_buffer path = NV_BUFFER_INIT;

    if (!given->packs[0]) {
        nv_tool_add_beside(&path, pack_name);
        nv_packs_add(packs, path.text, err);
        nv_buffer_release(&path);
    }
    for (size_t i = 0; given->packs[i]; i++)
        nv_packs_add(packs, given->packs[i], err);
    if (nv_packs_count(packs) == 0)
        return false;
    nv_error_clear(err);
    say_troubles(packs);
    return true;
}

nv_packs *nv_tool_open_packs(const nv_tool_arguments *given, nv_error *err)
{
    nv_buffer cache = NV_BUFFER_INIT;
    nv_packs *packs = nv_packs_new(find_cache(&cache), err);

    nv_buffer_release(&cache);
    if (packs && add_packs(packs, given, err))
        return packs;
    nv_packs_free(packs);
    return NULL;
}

const nv_event *nv_tool_find_event(const nv_packs *packs, const char *id,
                                   const nv_registry **registry, nv_error *err)
{
    const nv_event *event = nv_packs_event(packs, id, registry, err);

    if (!event)
        nv_fail(err, NV_ERROR_ARGUMENT, 0,
                "There is no event “%.80s”. Look for it with nv search.", id);
    return event;
}
