/* SPDX-License-Identifier: MPL-2.0 */
/* Search where words stand in very many events, and in several registries: the
 * short ways must lead where the long ones do. */
#include "check.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "made.h"
#include "packing.h"
#include "registry/pack.h"
#include "registry/search/finder.h"
#include "searching.h"

enum {
    EVENTS = 4200,
    MANY_EVENTS = 12000, /* their index is mapped */
    QUERIES = 250,
    EVERYTHING = 1 << 20,
    TOP = 10
};

static nv_registry *registry, *halves[2];

/* A query of one to three things, among them everything that can be asked. */
static void make_query(nv_buffer *out, uint32_t *state)
{
    static const char *const others[] = {
        "year:1950..1954", "kind:treaty", "party:Here",
        "lang:fr",         "1954",        "March 1954",
        "3 March 1962",    "to:1960",     "party:mirelu",
        "-kind:note",      "by:pepe",     "\"luso of mimi\"",
        "\"nota",          "\"nota\"",    "mirelu",
        "\"of mimi by",    "natomi",      "from:1944",
        "\"by pepe\""};
    const uint32_t count = 1 + made_below(state, 3);

    nv_buffer_truncate(out, 0);
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t way = made_below(state, 10);
        const char *word = made_common_word(state);

        nv_buffer_add_text(out, i ? " " : "");
        if (way < 3)
            nv_buffer_add_text(out,
                               others[made_below(state, NV_COUNT_OF(others))]);
        else if (way == 3)
            nv_buffer_add_format(out, "\"%s %s\"", word,
                                 made_common_word(state));
        else if (way == 4)
            nv_buffer_add_format(out, "-%s", word);
        else if (way < 7 && i + 1 == count)
            nv_buffer_add(out, word, 1 + made_below(state, 4));
        else
            nv_buffer_add_text(out, way < 9 ? word : "nota");
    }
}

static void describe(const nv_finder *finder, size_t max, nv_buffer *out)
{
    size_t count;
    const nv_hit *hits = nv_finder_hits(finder, &count);

    nv_buffer_truncate(out, 0);
    nv_buffer_add_format(out, "%zu\n", nv_finder_total(finder));
    for (size_t i = 0; i < count && i < max; i++)
        nv_buffer_add_format(out, "%s %.9f %s %u\n", hits[i].card.id,
                             hits[i].score, nv_field_word(hits[i].field),
                             hits[i].quotation);
}

static nv_finder *open_finder(size_t light_max, size_t scored_max)
{
    const nv_registry *const registries[] = {registry};
    nv_finder *finder = nv_finder_new(registries, 1, NULL);

    assert_non_null(finder);
    finder->light_max = light_max;
    finder->limits = (nv_rank_limits){scored_max, scored_max};
    finder->phrases = (nv_phrase_limits){EVERYTHING, EVERYTHING};
    return finder;
}

static void run(nv_finder *finder, const nv_buffer *query)
{
    nv_error err = {0};

    CHECK(nv_finder_run(finder, query->text, query->len, &err) ==
              NV_SEARCH_DONE,
          err.message);
}

/* Looked for in sets as much as possible, and place by place. */
static void heavy_and_light_find_the_same(void **state)
{
    nv_finder *places = open_finder(SIZE_MAX, EVERYTHING);
    nv_finder *sets[] = {open_finder(16, EVERYTHING),
                         open_finder(NV_LIGHT_MAX, EVERYTHING)};
    nv_buffer query = NV_BUFFER_INIT, wanted = NV_BUFFER_INIT,
              got = NV_BUFFER_INIT;
    uint32_t seed = 1;
    size_t found = 0;

    (void)state;
    for (int i = 0; i < QUERIES; i++) {
        make_query(&query, &seed);
        run(places, &query);
        describe(places, NV_HITS_MAX, &wanted);
        found += nv_finder_total(places) > 0;
        for (size_t k = 0; k < NV_COUNT_OF(sets); k++) {
            run(sets[k], &query);
            describe(sets[k], NV_HITS_MAX, &got);
            CHECK_STR(got.text, wanted.text, query.text);
        }
    }
    print_message("%zu of %d queries find something\n", found, QUERIES);
    CHECK(found > QUERIES / 2, "most queries find something");
    nv_finder_free(places);
    for (size_t k = 0; k < NV_COUNT_OF(sets); k++)
        nv_finder_free(sets[k]);
    nv_buffer_release(&query);
    nv_buffer_release(&wanted);
    nv_buffer_release(&got);
}

/* How many of the first hits of one are among those of the other. */
static size_t count_common(const nv_finder *a, const nv_finder *b, size_t max)
{
    size_t a_count, b_count, common = 0;
    const nv_hit *a_hits = nv_finder_hits(a, &a_count);
    const nv_hit *b_hits = nv_finder_hits(b, &b_count);

    for (size_t i = 0; i < a_count && i < max; i++)
        for (size_t k = 0; k < b_count && k < max; k++)
            common += a_hits[i].event == b_hits[k].event;
    return common;
}

static size_t count_hits(const nv_finder *finder, size_t max)
{
    size_t count;

    nv_finder_hits(finder, &count);
    return count < max ? count : max;
}

/* With the limits as they are, the total is exact, and the best are nearly
 * always those that scoring everything finds. */
static void the_best_of_very_many_are_found(void **state)
{
    nv_finder *all = open_finder(SIZE_MAX, EVERYTHING);
    nv_finder *few = open_finder(2000, NV_HITS_MAX / 4);
    nv_buffer query = NV_BUFFER_INIT;
    size_t common = 0, wanted = 0;
    uint32_t seed = 2;

    (void)state;
    for (int i = 0; i < QUERIES; i++) {
        make_query(&query, &seed);
        run(all, &query);
        run(few, &query);
        CHECK(nv_finder_total(few) == nv_finder_total(all), query.text);
        common += count_common(all, few, TOP);
        wanted += count_hits(all, TOP);
        CHECK(count_hits(few, TOP) == count_hits(all, TOP), query.text);
    }
    print_message("%zu of %zu of the best hits\n", common, wanted);
    CHECK(common * 100 >= wanted * 97, "the best hits");
    nv_finder_free(all);
    nv_finder_free(few);
    nv_buffer_release(&query);
}

static const nv_phrase_limits little[] = {
    {5, EVERYTHING}, {EVERYTHING, 5 * NV_PHRASE_READ_COST}};

/* What is given up early says so, also beside what stands in many events: then
 * events and statements are looked for one after the other. */
static void a_phrase_of_common_words_is_given_up_early(void **state)
{
    const nv_buffer queries[] = {
        {.text = (char[]){"\"of mimi b"}, .len = 10},
        {.text = (char[]){"to:1960 \"of mimi b"}, .len = 18}};
    nv_finder *all = open_finder(16, EVERYTHING);

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(little); i++) {
        nv_finder *few = open_finder(16, EVERYTHING);

        few->phrases = little[i];
        for (size_t k = 0; k < NV_COUNT_OF(queries); k++) {
            run(all, &queries[k]);
            run(few, &queries[k]);
            CHECK(nv_finder_total_is_exact(all) && nv_finder_total(all) > 5,
                  "all");
            CHECK(!nv_finder_total_is_exact(few) && nv_finder_total(few) > 0 &&
                      nv_finder_total(few) <= 10,
                  "a part");
        }
        nv_finder_free(few);
    }
    nv_finder_free(all);
}

/* Beside what stands in few events it is looked for in all of these, though a
 * part of it was kept; so is what must not be there, or where it is asked of
 * the event alone. */
static void a_phrase_beside_something_rare_is_found_to_the_end(void **state)
{
    static const char *const queries[] = {
        "3 March 1962 \"of mimi b",
        "\"of mimi b\" March 1954 nota",
        "mimi -\"of mimi\"",
        "nosuchword \"of mimi b",
        "March 1954 -\"luso of\"",
        "\"of mimi\" \"luso of\" 1954",
        "party:\"mirelu of\" March 1954",
        "\"of mimi\" party:mirelu -\"luso of\" March 1950"};
    nv_finder *all = open_finder(400, EVERYTHING);

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(little); i++) {
        nv_finder *few = open_finder(400, EVERYTHING);
        nv_buffer part = {.text = (char[]){"\"of mimi b"}, .len = 10};

        few->phrases = little[i];
        run(few, &part);
        for (size_t k = 0; k < NV_COUNT_OF(queries); k++) {
            const nv_buffer query = {.text = (char *)queries[k],
                                     .len = strlen(queries[k])};

            run(all, &query);
            run(few, &query);
            CHECK(nv_finder_total_is_exact(few) &&
                      nv_finder_total(few) == nv_finder_total(all),
                  queries[k]);
        }
        nv_finder_free(few);
    }
    nv_finder_free(all);
}

/* What is kept from one query for the next changes nothing. */
static void a_longer_query_finds_what_it_finds_alone(void **state)
{
    nv_finder *typed = open_finder(64, NV_HITS_MAX);
    nv_buffer query = NV_BUFFER_INIT, wanted = NV_BUFFER_INIT,
              got = NV_BUFFER_INIT;
    uint32_t seed = 3;

    (void)state;
    for (int i = 0; i < QUERIES / 8; i++) {
        nv_finder *alone = open_finder(64, NV_HITS_MAX);

        make_query(&query, &seed);
        for (size_t len = 1; len <= query.len; len++)
            nv_finder_run(typed, query.text, len, NULL);
        run(alone, &query);
        describe(typed, NV_HITS_MAX, &got);
        describe(alone, NV_HITS_MAX, &wanted);
        CHECK_STR(got.text, wanted.text, query.text);
        nv_finder_free(alone);
    }
    nv_finder_free(typed);
    nv_buffer_release(&query);
    nv_buffer_release(&wanted);
    nv_buffer_release(&got);
}

/* Two registries side by side are searched like one of the events of both. */
static void several_registries_are_ranked_as_one(void **state)
{
    const nv_registry *const both[] = {halves[0], halves[1]};
    nv_finder *apart = nv_finder_new(both, 2, NULL);
    nv_finder *together = open_finder(NV_LIGHT_MAX, EVERYTHING);
    nv_buffer query = NV_BUFFER_INIT, wanted = NV_BUFFER_INIT,
              got = NV_BUFFER_INIT;
    uint32_t seed = 4;

    (void)state;
    assert_non_null(apart);
    apart->limits = (nv_rank_limits){EVERYTHING, EVERYTHING};
    apart->phrases = (nv_phrase_limits){EVERYTHING, EVERYTHING};
    for (int i = 0; i < QUERIES; i++) {
        size_t count;
        const nv_hit *hits;

        make_query(&query, &seed);
        run(apart, &query);
        run(together, &query);
        hits = nv_finder_hits(apart, &count);
        for (size_t k = 0; k < count; k++)
            CHECK(hits[k].registry == both[atoi(hits[k].card.id + 2) % 2],
                  "each hit says whose it is");
        if (nv_finder_total(together) > NV_HITS_MAX)
            continue;
        describe(apart, NV_HITS_MAX, &got);
        describe(together, NV_HITS_MAX, &wanted);
        CHECK_STR(got.text, wanted.text, query.text);
    }
    nv_finder_free(apart);
    nv_finder_free(together);
    nv_buffer_release(&query);
    nv_buffer_release(&wanted);
    nv_buffer_release(&got);
}

static void no_registry_has_no_hits(void **state)
{
    nv_finder *finder = nv_finder_new(NULL, 0, NULL);
    size_t count = 7;

    (void)state;
    assert_non_null(finder);
    CHECK(nv_finder_run(finder, "nota natomi", 11, NULL) == NV_SEARCH_DONE,
          "a search in nothing");
    nv_finder_hits(finder, &count);
    CHECK(count == 0 && nv_finder_total(finder) == 0, "finds nothing");
    nv_finder_free(finder);
}

/* Damage. */

static char folder[] = "/tmp/nv-ranking-XXXXXX";

static const char *at(const char *name)
{
    static char path[64];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

/* The index beside the pack, written by the shortest way. */
static void write_pack(nv_buffer *index)
{
    nv_buffer xml = NV_BUFFER_INIT, packed = NV_BUFFER_INIT;
    const char *paths[1];
    nv_error err = {0};

    made_registry(&xml, "made", 0, MANY_EVENTS, 1);
    write_bytes(at("made.xml"), xml.text, xml.len);
    paths[0] = strdup(at("made.xml"));
    assert_non_null(paths[0]);
    CHECK(nv_pack(paths, 1, &packed, index, &err), err.message);
    write_bytes(at("made.nvpack"), packed.text, packed.len);
    free((char *)paths[0]);
    nv_buffer_release(&xml);
    nv_buffer_release(&packed);
}

/* A sound registry beside a damaged one finds what it finds alone, each time;
 * the damage is told once. */
static void finds_beside(const nv_registry *damaged, const char *query,
                         size_t len)
{
    const nv_registry *const both[] = {damaged, registry};
    nv_finder *alone = nv_finder_new(both + 1, 1, NULL);
    nv_finder *finder = nv_finder_new(both, 2, NULL);
    nv_error err = {0};

    assert_true(alone && finder);
    assert_int_equal(nv_finder_run(alone, query, len, NULL), NV_SEARCH_DONE);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(nv_finder_run(finder, query, len, &err),
                         NV_SEARCH_DONE);
        CHECK(err.code == (i ? NV_OK : NV_ERROR_FORMAT), err.message);
        nv_error_clear(&err);
        CHECK(nv_finder_total(finder) == nv_finder_total(alone), query);
    }
    nv_finder_free(finder);
    nv_finder_free(alone);
}

/* Searches with the byte at `offset` changed. Returns whether that was said. */
static bool search_damaged(nv_buffer *index, size_t offset)
{
    static const char query[] = "nota natomi \"luso of mimi\" 1954";
    nv_registry *damaged;
    nv_error err = {0};
    nv_hit hit;
    size_t total;
    bool is_said;

    index->text[offset] ^= 0x20;
    write_bytes(at("made.idx"), index->text, index->len);
    index->text[offset] ^= 0x20;
    damaged = nv_registry_open(at("made.nvpack"), NULL, &err);
    CHECK(damaged, err.message);
    is_said = nv_registry_index_trouble(damaged)[0];
    search_once(damaged, query, sizeof query - 1, &hit, 1, &total, &err);
    if (err.code != NV_OK) {
        CHECK(err.code == NV_ERROR_FORMAT && total == 0, "nothing is found");
        finds_beside(damaged, query, sizeof query - 1);
        CHECK(strstr(err.message, at("made.nvpack")) &&
                  strstr(err.message, "the index of the pack is damaged. "
                                      "Reinstall the extension or get the "
                                      "file again."),
              err.message);
        is_said = true;
    }
    nv_registry_free(damaged);
    return is_said;
}

static void remove_with_files(const char *path)
{
    DIR *opened = opendir(path);
    struct dirent *entry;

    assert_non_null(opened);
    while ((entry = readdir(opened)) != NULL)
        unlinkat(dirfd(opened), entry->d_name, 0);
    closedir(opened);
    assert_int_equal(rmdir(path), 0);
}

/* Its owner may cut a pack's index off while it is searched. */
static void check_that_a_copy_is_used(void)
{
    static const char query[] = "nota natomi";
    nv_error err = {0};
    char path[64];
    nv_registry *opened;
    size_t before, after;

    strcpy(path, at("cache"));
    opened = nv_registry_open(at("made.nvpack"), path, &err);
    CHECK(opened, err.message);
    assert_int_equal(truncate(at("made.idx"), 0), 0);
    search_once(opened, query, sizeof query - 1, NULL, 0, &before, &err);
    CHECK(before > 0, err.message);
    nv_registry_free(opened);
    opened = nv_registry_open(at("made.nvpack"), path, &err);
    CHECK(opened, err.message);
    search_once(opened, query, sizeof query - 1, NULL, 0, &after, &err);
    assert_int_equal(after, before);
    nv_registry_free(opened);
    remove_with_files(path);
}

static void damage_of_the_index_is_said(void **state)
{
    nv_buffer index = NV_BUFFER_INIT;
    size_t said = 0;

    (void)state;
    assert_non_null(mkdtemp(folder));
    write_pack(&index);
    CHECK(index.len > 4 << 20, "so large that it is mapped");
    for (size_t i = 1; i < 24; i++)
        said += search_damaged(&index, index.len / 24 * i);
    CHECK(said > 0, "damage where the search looks");
    write_bytes(at("made.idx"), index.text, index.len);
    check_that_a_copy_is_used();
    nv_buffer_release(&index);
    unlink(at("made.xml"));
    unlink(at("made.nvpack"));
    unlink(at("made.idx"));
    rmdir(folder);
}

static nv_registry *read_made(const char *pack, uint32_t first, uint32_t step)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_error err = {0};
    nv_registry *made;

    made_registry(&xml, pack, first, EVENTS, step);
    made = nv_registry_read(xml.text, xml.len, pack, &err);
    if (!made)
        print_error("%s\n", err.message);
    nv_buffer_release(&xml);
    return made;
}

static int make_registries(void **state)
{
    (void)state;
    registry = read_made("whole", 0, 1);
    halves[0] = read_made("even", 0, 2);
    halves[1] = read_made("odd", 1, 2);
    return registry && halves[0] && halves[1] ? 0 : -1;
}

static int free_registries(void **state)
{
    (void)state;
    nv_registry_free(registry);
    nv_registry_free(halves[0]);
    nv_registry_free(halves[1]);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heavy_and_light_find_the_same),
        cmocka_unit_test(the_best_of_very_many_are_found),
        cmocka_unit_test(a_phrase_of_common_words_is_given_up_early),
        cmocka_unit_test(a_phrase_beside_something_rare_is_found_to_the_end),
        cmocka_unit_test(a_longer_query_finds_what_it_finds_alone),
        cmocka_unit_test(several_registries_are_ranked_as_one),
        cmocka_unit_test(no_registry_has_no_hits),
        cmocka_unit_test(damage_of_the_index_is_said),
    };

    return cmocka_run_group_tests(tests, make_registries, free_registries);
}
