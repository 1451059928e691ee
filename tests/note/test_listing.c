/* SPDX-License-Identifier: MPL-2.0 */
/* The list of works of an essay, as it must be: the files of tests/note/lists,
 * STYLE-LANGUAGE.txt. They hold the list as a reader sees it: "=" a title, "=="
 * a heading, "--" a repository, italics between stars. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/buffer.h"
#include "note/citation_property.h"
#include "note/listing.h"

enum { MOST = 20 };

/* What the essay cites, in this order. */
static const struct {
    const char *event, *source; /* source NULL: the plain one */
    int quotation;
} essay[] = {
    {"1954-03-31-soviet-note", NULL, 0},
    {"1954-05-07-tripartite-reply", NULL, 1},
    {"1949-04-04-north-atlantic-treaty", NULL, 0},
    {"1942-05-26-anglo-soviet-treaty", NULL, 0},
    {"1954-04-01-nac-preliminary-discussion", "nato-cr-54-11", 0},
    {"1949-04-12-uk-reply", "tna-nato-reply", 0},
    {"1949-04-02-foreign-ministers-statement", "tna-nato-reply", 0},
    {"1953-04-16-chance-for-peace", NULL, 0},
    {"1954-03-31-soviet-note", NULL, 0},
    {"1966-03-07-de-gaulle-letter", NULL, 1},
    {"1954-04-01-lords-statement", NULL, 0},
    {"1954-08-30-edc-rejection", NULL, 0},
    {"1980-01-14-unga-es-6-2", NULL, 0},
    {"1991-12-21-alma-ata-declaration", "nyt-1991-12-23", 0},
    {"1968-08-21-ksc-presidium-statement", "gorbanevskaya-polden", 0},
    {"1988-12-07-gorbachev-un", "ap-gorb-un", 0},
};

typedef struct {
    nv_packs *packs;
    nv_library *library;
} world;

static int open_world(void **state)
{
    static world all;
    const nv_style_folder folders[] = {
        {.path = NV_BUILD "/styles", .is_ours = true},
        {.path = NV_BUILD "/published"}};

    all.packs = nv_packs_new(NULL, NULL);
    nv_packs_add(all.packs, NV_BUILD "/registry.xml.gz", NULL);
    all.library = nv_library_open(folders, 2, NV_BUILD "/locales", NULL);
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

/* The citations of a document, as a census would give them. */
typedef struct {
    nv_standing standing[MOST];
    char names[MOST][NV_CITATION_NAME_MAX + 1];
    char properties[MOST][NV_CITATION_PROPERTY_MAX + 1];
    size_t count;
} document;

static const nv_event *event_of(const world *world, const char *id)
{
    const nv_registry *registry = NULL;
    const nv_event *event = nv_packs_event(world->packs, id, &registry, NULL);

    CHECK(event != NULL, id);
    return event;
}

static void add(document *document, const world *world, size_t index,
                nv_language language)
{
    const size_t i = document->count++;
    const nv_citation citation = {.event = event_of(world, essay[index].event),
                                  .quotation = essay[index].quotation,
                                  .parts = NV_PART_ALL,
                                  .language = language,
                                  .source = essay[index].source};
    nv_citation_name name = {.quotation = citation.quotation,
                             .parts = NV_PART_ALL,
                             .tail = "a00000",
                             .checksum = "0000000"};

    name.tail[5] = (char)('a' + i);
    name.has_property = nv_citation_property_is_needed(&citation);
    nv_citation_pack_code("core", name.pack);
    strcpy(name.key, citation.event->key);
    strcpy(name.language, nv_language_code(language));
    assert_true(nv_citation_name_write(&name, document->names[i]));
    document->standing[i] = (nv_standing){.name = document->names[i],
                                          .text = "?",
                                          .note = (int32_t)i + 1,
                                          .is_alone = true};
    if (name.has_property) {
        assert_true(nv_citation_property_write(&citation,
                                               document->properties[i], NULL));
        document->standing[i].property = document->properties[i];
    }
}

static nv_means means_of(const world *world, const char *style)
{
    nv_means means = {.packs = world->packs, .library = world->library};

    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        means.styles[i] = style;
    return means;
}

/* The list of the first `count` citations of the essay. */
static bool list(const world *world, const char *style, nv_language language,
                 size_t count, const nv_listing_choices *choices,
                 nv_listing *listing, nv_error *err)
{
    const nv_means means = means_of(world, style);
    document document = {0};
    nv_apparatus *apparatus;
    bool is_done;

    for (size_t i = 0; i < count; i++)
        add(&document, world, i, language);
    apparatus =
        nv_apparatus_new(&means, document.standing, document.count, NULL);
    assert_non_null(apparatus);
    is_done =
        nv_listing_write(&means, apparatus, language, choices, listing, err);
    nv_apparatus_free(apparatus);
    return is_done;
}

/* As a reader sees it */

static void add_marked(nv_buffer *out, const nv_note *note)
{
    bool is_italic = false;

    for (size_t i = 0; i < note->count; i++) {
        if (is_italic != !!(note->runs[i].format & NV_CSL_ITALIC))
            nv_buffer_add_char(out, '*');
        is_italic = note->runs[i].format & NV_CSL_ITALIC;
        nv_buffer_add_text(out, note->runs[i].text);
    }
    nv_buffer_add_text(out, is_italic ? "*\n" : "\n");
}

static char *shown(const nv_listing *listing)
{
    nv_buffer out = NV_BUFFER_INIT;

    nv_buffer_add_format(&out, "= %s\n", listing->title);
    for (size_t i = 0; i < listing->count; i++) {
        const nv_listing_entry *entry = &listing->entries[i];

        if (entry->heading)
            nv_buffer_add_format(&out, "== %s\n", entry->heading);
        if (entry->repository)
            nv_buffer_add_format(&out, "-- %s\n", entry->repository);
        add_marked(&out, &entry->text);
    }
    return nv_buffer_detach(&out);
}

static char *shown_in(const world *world, const char *style,
                      nv_language language, size_t count,
                      const nv_listing_choices *choices)
{
    nv_listing listing;
    nv_error err = {0};
    char *text;

    if (!list(world, style, language, count, choices, &listing, &err))
        fail_msg("%s: %s", style, err.message);
    text = shown(&listing);
    nv_listing_release(&listing);
    return text;
}

/* A golden file without its head of comments. */
static char *read_golden(const char *name)
{
    char path[256], line[4096];
    nv_buffer text = NV_BUFFER_INIT;
    FILE *file;

    snprintf(path, sizeof path, "tests/note/lists/%s.txt", name);
    file = fopen(path, "r");
    CHECK(file != NULL, path);
    while (fgets(line, sizeof line, file))
        if (line[0] != '#')
            nv_buffer_add_text(&text, line);
    fclose(file);
    return nv_buffer_detach(&text);
}

static void lists_are_as_they_must_be(void **state)
{
    static const struct {
        const char *style;
        nv_language language;
    } all[] = {{"chicago-17", NV_LANGUAGE_EN},
               {"histoire", NV_LANGUAGE_FR},
               {"oscola-4", NV_LANGUAGE_EN}};

    for (size_t i = 0; i < NV_COUNT_OF(all); i++) {
        char name[64];
        char *wanted, *got;

        snprintf(name, sizeof name, "%s-%s", all[i].style,
                 nv_language_code(all[i].language));
        wanted = read_golden(name);
        got = shown_in(*state, all[i].style, all[i].language,
                       NV_COUNT_OF(essay), NULL);
        CHECK_STR(got, wanted, name);
        free(got);
        free(wanted);
    }
}

/* Rules */

static bool has(const char *text, const char *words)
{
    return strstr(text, words) != NULL;
}

static void each_entry_stands_once(void **state)
{
    char *one = shown_in(*state, "chicago-17", NV_LANGUAGE_EN, 8, NULL);
    char *again = shown_in(*state, "chicago-17", NV_LANGUAGE_EN, 9, NULL);

    CHECK_STR(again, one, "the ninth cites what the first did");
    free(one);
    free(again);
}

static void a_published_style_has_one_list(void **state)
{
    nv_listing listing;

    assert_true(list(*state, "chicago-fullnote-bibliography", NV_LANGUAGE_EN,
                     NV_COUNT_OF(essay), NULL, &listing, NULL));
    CHECK(listing.count > 10, "it has entries");
    CHECK(listing.is_hanging, "as the style wants");
    for (size_t i = 0; i < listing.count; i++)
        CHECK(listing.entries[i].group == NV_LISTING_ALL &&
                  !listing.entries[i].heading && !listing.entries[i].repository,
              "no headings");
    nv_listing_release(&listing);
}

static void nothing_cited_is_an_empty_list(void **state)
{
    char *text = shown_in(*state, "histoire", NV_LANGUAGE_FR, 0, NULL);

    CHECK_STR(text, "= Sources et bibliographie\n", "title alone");
    free(text);
}

static void a_lost_citation_has_no_entry(void **state)
{
    const nv_means means = means_of(*state, "chicago-17");
    document document = {0};
    nv_apparatus *apparatus;
    nv_listing listing;

    add(&document, *state, 0, NV_LANGUAGE_EN);
    add(&document, *state, 2, NV_LANGUAGE_EN);
    memcpy(document.names[0] + 4, "zzzz", 4);
    apparatus = nv_apparatus_new(&means, document.standing, 2, NULL);
    assert_true(nv_listing_write(&means, apparatus, NV_LANGUAGE_EN, NULL,
                                 &listing, NULL));
    CHECK(listing.count == 1, "the treaty alone");
    nv_listing_release(&listing);
    nv_apparatus_free(apparatus);
}

static void the_writer_adds_and_leaves_out(void **state)
{
    const world *world = *state;
    const nv_registry *registry = nv_packs_own(world->packs);
    const nv_listing_choice treaty = {
        registry, event_of(world, "1949-04-04-north-atlantic-treaty")};
    const nv_listing_choice charter = {
        registry, event_of(world, "1945-06-26-un-charter")};
    const nv_listing_choices choices = {
        .added = &charter,
        .left_out = &treaty,
        .added_count = 1,
        .left_out_count = 1,
    };
    char *text = shown_in(world, "oscola-4", NV_LANGUAGE_EN, 4, &choices);

    CHECK(has(text, "Charter of the United Nations"), "added");
    CHECK(!has(text, "North Atlantic Treaty"), "left out");
    CHECK(has(text, "Hitlerite"), "the others stay");
    free(text);
}

static void a_list_is_in_one_language(void **state)
{
    const nv_means means = means_of(*state, "histoire");
    document document = {0};
    nv_apparatus *apparatus;
    nv_listing listing;
    char *text;

    add(&document, *state, 1, NV_LANGUAGE_EN);
    apparatus = nv_apparatus_new(&means, document.standing, 1, NULL);
    assert_true(nv_listing_write(&means, apparatus, NV_LANGUAGE_FR, NULL,
                                 &listing, NULL));
    text = shown(&listing);
    CHECK(has(text, "== Bibliographie\n"), text);
    free(text);
    nv_listing_release(&listing);
    nv_apparatus_free(apparatus);
}

static void every_heading_has_its_words(void **state)
{
    (void)state;
    for (int group = 0; group < NV_LISTING_GROUP_COUNT; group++)
        for (int language = 0; language < NV_LANGUAGE_COUNT; language++)
            CHECK(nv_listing_heading((nv_listing_group)group,
                                     (nv_language)language) != NULL,
                  nv_language_code((nv_language)language));
}

static void a_style_that_is_gone_is_named(void **state)
{
    const nv_means means = means_of(*state, "chicago-17");
    const nv_means gone = means_of(*state, "gone");
    nv_apparatus *apparatus = nv_apparatus_new(&means, NULL, 0, NULL);
    nv_listing listing;
    nv_error err = {0};

    assert_non_null(apparatus);
    assert_false(nv_listing_write(&gone, apparatus, NV_LANGUAGE_EN, NULL,
                                  &listing, &err));
    assert_int_equal(err.code, NV_ERROR_ARGUMENT);
    CHECK(has(err.message, "gone"), err.message);
    assert_int_equal(listing.count, 0);
    nv_apparatus_free(apparatus);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(each_entry_stands_once),
    cmocka_unit_test(a_published_style_has_one_list),
    cmocka_unit_test(nothing_cited_is_an_empty_list),
    cmocka_unit_test(a_lost_citation_has_no_entry),
    cmocka_unit_test(the_writer_adds_and_leaves_out),
    cmocka_unit_test(a_list_is_in_one_language),
    cmocka_unit_test(every_heading_has_its_words),
    cmocka_unit_test(a_style_that_is_gone_is_named),
    cmocka_unit_test(lists_are_as_they_must_be),
};

int main(void)
{
    return cmocka_run_group_tests(tests, open_world, close_world);
}
