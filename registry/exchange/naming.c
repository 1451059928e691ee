/* SPDX-License-Identifier: MPL-2.0 */
/* See naming.h. */
#include "registry/exchange/naming.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "registry/format.h"
#include "registry/text/fold.h"

enum { SLUG_SIZE = 64, LONGEST_ID = 80, KEYS = 36 * 36 * 36 * 36 };

void nv_naming_init(nv_naming *naming)
{
    naming->ids = xmlHashCreate(0);
    naming->keys = xmlHashCreate(0);
    naming->failed = !naming->ids || !naming->keys;
}

void nv_naming_release(nv_naming *naming)
{
    xmlHashFree(naming->ids, NULL);
    xmlHashFree(naming->keys, NULL);
}

static bool enter(nv_naming *naming, xmlHashTable *table, const char *name,
                  const char *beside)
{
    const xmlChar *first = (const xmlChar *)name;
    const xmlChar *second = (const xmlChar *)beside;

    if (xmlHashLookup2(table, first, second))
        return false;
    if (xmlHashAddEntry2(table, first, second, table) != 0)
        naming->failed = true;
    return !naming->failed;
}

bool nv_naming_enter_id(nv_naming *naming, const char *id, const char *beside)
{
    return enter(naming, naming->ids, id, beside);
}

bool nv_naming_enter_key(nv_naming *naming, const char *key)
{
    return enter(naming, naming->keys, key, NULL);
}

static const char *keep(nv_naming *naming, nv_arena *arena, const char *text)
{
    const char *kept = nv_arena_text(arena, text, strlen(text));

    naming->failed = naming->failed || !kept;
    return kept;
}

/* "1954-03-31" and the words of the title that are written in a to z. */
static void make_slug(char *slug, const char *iso, const char *title)
{
    size_t len = (size_t)snprintf(slug, SLUG_SIZE, "%.10s", iso);
    nv_fold fold;

    nv_fold_init(&fold, title, strlen(title));
    while (nv_fold_next(&fold)) {
        if (!nv_is_id(fold.word) || len + 1 + fold.word_len >= SLUG_SIZE)
            continue;
        len += (size_t)snprintf(slug + len, SLUG_SIZE - len, "-%s", fold.word);
    }
}

/* The second event of the same words is -2, and so on. */
static const char *new_id(nv_naming *naming, const char *wanted,
                          nv_arena *arena, const nv_event *event)
{
    char slug[SLUG_SIZE], id[LONGEST_ID];
    const char *title = nv_bilingual_in(&event->title, NV_LANGUAGE_EN);

    if (wanted && nv_is_id(wanted) && strlen(wanted) < LONGEST_ID &&
        strncmp(wanted, event->date.iso, strlen(event->date.iso)) == 0 &&
        nv_naming_enter_id(naming, wanted, NULL))
        return wanted;
    make_slug(slug, event->date.iso, title);
    strcpy(id, slug);
    for (int number = 2;
         !nv_naming_enter_id(naming, id, NULL) && !naming->failed; number++)
        snprintf(id, sizeof id, "%s-%d", slug, number);
    return keep(naming, arena, id);
}

/* FNV-1a of the id, as four letters or digits; the next free one where it is
 * taken. */
static const char *new_key(nv_naming *naming, nv_arena *arena, const char *id)
{
    static const char digits[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    uint32_t hash = 2166136261u;
    char key[5] = "";

    for (const char *c = id; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 16777619u;
    for (uint32_t i = 0; i < KEYS && !naming->failed; i++) {
        uint32_t rest = (hash + i) % KEYS;

        for (int place = 0; place < 4; place++, rest /= 36)
            key[place] = digits[rest % 36];
        if (nv_naming_enter_key(naming, key))
            return keep(naming, arena, key);
    }
    naming->failed = true;
    return NULL;
}

void nv_naming_give(nv_naming *naming, const char *wanted, nv_arena *arena,
                    nv_event *event)
{
    event->id = new_id(naming, wanted, arena, event);
    event->key = event->id ? new_key(naming, arena, event->id) : NULL;
}
