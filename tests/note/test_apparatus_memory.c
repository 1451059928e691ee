/* SPDX-License-Identifier: MPL-2.0 */
/* Want of memory while the citations of a document are worked out: every
 * allocation fails in turn. Each time there is a clean error and nothing left
 * behind, and an apparatus that is told again is right. */
#include "check.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "failing.h"

#ifdef NV_CAN_FAIL

#include "base/array.h"
#include "note/apparatus.h"

typedef struct {
    nv_packs *packs;
    nv_library *library;
    nv_means means;
} world;

static int open_world(void **state)
{
    static world all;
    const nv_style_folder folder = {.path = NV_BUILD "/styles",
                                    .is_ours = true};

    all.packs = nv_packs_new(NULL, NULL);
    nv_packs_add(all.packs, NV_BUILD "/registry.xml.gz", NULL);
    all.library = nv_library_open(&folder, 1, NV_BUILD "/locales", NULL);
    all.means = (nv_means){.packs = all.packs, .library = all.library};
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        all.means.styles[i] = "chicago-17-ibid";
    *state = &all;
    return all.packs && nv_packs_count(all.packs) == 1 && all.library ? 0 : -1;
}

static int close_world(void **state)
{
    world *all = *state;

    nv_library_free(all->library);
    nv_packs_free(all->packs);
    return 0;
}

/* A document of a cluster with words of the writer, a later note, and one in
 * French; then without the first, which makes the others longer. */
static const struct {
    const char *event, *tail, *property, *before;
    nv_language language;
    int32_t note;
} cited[] = {
    {"1949-04-04-north-atlantic-treaty", "a00001", NULL, "", NV_LANGUAGE_EN, 1},
    {"1954-03-31-soviet-note", "a00002", "2|page|4|||see|, at the time", "; ",
     NV_LANGUAGE_EN, 1},
    {"1949-04-04-north-atlantic-treaty", "a00003", NULL, "", NV_LANGUAGE_EN, 2},
    {"1954-03-31-soviet-note", "a00004", NULL, "See ", NV_LANGUAGE_FR, 3},
};

enum { CITED = NV_COUNT_OF(cited) };

typedef struct {
    char names[CITED][NV_CITATION_NAME_MAX + 1];
    nv_standing standing[CITED];
} essay;

static void make(const world *world, essay *essay)
{
    for (size_t i = 0; i < CITED; i++) {
        const nv_registry *registry;
        const nv_event *event =
            nv_packs_event(world->packs, cited[i].event, &registry, NULL);
        nv_citation_name name = {.parts = NV_PART_ALL,
                                 .has_property = cited[i].property != NULL};

        nv_citation_pack_code("core", name.pack);
        strcpy(name.key, event->key);
        strcpy(name.tail, cited[i].tail);
        strcpy(name.language, nv_language_code(cited[i].language));
        nv_citation_checksum("x", 1, name.checksum);
        nv_citation_name_write(&name, essay->names[i]);
        essay->standing[i] = (nv_standing){.name = essay->names[i],
                                           .property = cited[i].property,
                                           .text = i == 2 ? "by hand" : "x",
                                           .note = cited[i].note,
                                           .before = cited[i].before};
    }
}

/* A property that can't be taken apart for want of memory looks damaged, and
 * is looked at again the next time. */
static bool is_right(const nv_apparatus *apparatus, size_t count)
{
    const nv_refreshed refreshed = nv_apparatus_count(apparatus);

    return refreshed.citations == count && refreshed.lost == 0 &&
           refreshed.by_hand == 1;
}

/* One attempt with the allocation `fail_at` failing; true when none did. */
typedef bool (*attempt)(const world *world, const essay *essay, long fail_at);

static bool update_once(const world *world, const essay *essay, long fail_at)
{
    nv_error err = {0};
    nv_apparatus *apparatus = nv_apparatus_new(&world->means, NULL, 0, NULL);
    bool is_done, has_failed;

    countdown = fail_at;
    is_done =
        nv_apparatus_update(apparatus, essay->standing, CITED, &err) &&
        nv_apparatus_update(apparatus, essay->standing + 1, CITED - 1, &err);
    has_failed = countdown < 0;
    countdown = -1;
    CHECK(is_done || has_failed, "fails for nothing else");
    CHECK(is_done || err.code == NV_ERROR_MEMORY, err.message);
    CHECK(is_done || nv_apparatus_count(apparatus).citations == 0, "empty");
    assert_true(nv_apparatus_update(apparatus, essay->standing, CITED, NULL));
    CHECK(is_right(apparatus, CITED), "told again it is right");
    nv_apparatus_free(apparatus);
    return !has_failed;
}

static bool make_once(const world *world, const essay *essay, long fail_at)
{
    nv_error err = {0};
    nv_apparatus *apparatus;
    bool has_failed;

    countdown = fail_at;
    apparatus = nv_apparatus_new(&world->means, essay->standing, CITED, &err);
    has_failed = countdown < 0;
    countdown = -1;
    CHECK(apparatus || (has_failed && err.code == NV_ERROR_MEMORY),
          err.message);
    nv_apparatus_free(apparatus);
    return !has_failed;
}

static void run(const world *all, attempt once)
{
    essay essay;
    bool is_done = false;

    make(all, &essay);
    once(all, &essay, LONG_MAX); /* what is kept for good is made now */
    for (long i = 0; !is_done; i++) {
        const long before = live;

        is_done = once(all, &essay, i);
        assert_int_equal(live, before);
    }
}

static void one_is_made_or_says_that_memory_is_wanting(void **state)
{
    run(*state, make_once);
}

static void one_that_had_no_memory_is_right_when_told_again(void **state)
{
    run(*state, update_once);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_is_made_or_says_that_memory_is_wanting),
        cmocka_unit_test(one_that_had_no_memory_is_right_when_told_again),
    };

    xmlInitParser();
    return cmocka_run_group_tests(tests, open_world, close_world);
}

#endif
