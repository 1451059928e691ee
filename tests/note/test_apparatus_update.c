/* SPDX-License-Identifier: MPL-2.0 */
/* An apparatus that was told change after change says what a new one says. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/apparatus.h"
#include "note/citation_property.h"

enum {
    MOST = 24,
    EDITS = 250, /* of each style */
    COMPARED = 3 /* as many edits are made, then all is compared */
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

/* A citation of the document. */
typedef struct {
    char name[NV_CITATION_NAME_MAX + 1];
    char property[NV_CITATION_PROPERTY_MAX + 1];
    char *text; /* owned */
    bool begins_note, has_property, is_in_text;
    int skipped; /* notes of others before its own */
    const char *before, *after;
    uint64_t looks;
} cited;

typedef struct {
    const world *world;
    const char *style;
    cited cited[MOST];
    nv_standing standing[MOST];
    size_t count;
    uint64_t random;
    unsigned tails;
} essay;

/* Below `limit`; the same numbers in every run. */
static size_t draw(essay *essay, size_t limit)
{
    essay->random = essay->random * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(essay->random >> 33) % limit;
}

static const nv_event *draw_event(essay *essay)
{
    const nv_registry *core = nv_packs_registries(essay->world->packs)[0];

    return nv_registry_event(core, draw(essay, 12) * 10, NULL);
}

static nv_citation draw_citation(essay *essay)
{
    static const char *const words[] = {NULL, NULL, NULL, "see", "; see also"};
    static const char *const places[] = {"4", "5", "12-14"};
    const nv_event *event = draw_event(essay);
    nv_citation citation = {.event = event,
                            .parts = (unsigned)draw(essay, 16),
                            .language = draw(essay, 4) ? NV_LANGUAGE_EN
                                                       : NV_LANGUAGE_FR,
                            .prefix = words[draw(essay, NV_COUNT_OF(words))],
                            .suffix = draw(essay, 5) ? NULL : ", at the time"};

    if (draw(essay, 3) == 0)
        citation.locator =
            (nv_locator){"page", places[draw(essay, NV_COUNT_OF(places))]};
    if (event->quotation_count && draw(essay, 3) == 0)
        citation.quotation =
            event->quotations[draw(essay, event->quotation_count)].number;
    return citation;
}

static void name_it(essay *essay, cited *one, const nv_citation *citation)
{
    nv_citation_name name = {.quotation = citation->quotation,
                             .parts = citation->parts};

    snprintf(name.tail, sizeof name.tail, "a%05u", essay->tails++ % 100000);
    name.has_property = one->has_property =
        nv_citation_property_is_needed(citation);
    nv_citation_pack_code("core", name.pack);
    strcpy(name.key, citation->event->key);
    strcpy(name.language, nv_language_code(citation->language));
    nv_citation_checksum(one->text, strlen(one->text), name.checksum);
    assert_true(nv_citation_name_write(&name, one->name));
    if (one->has_property)
        assert_true(nv_citation_property_write(citation, one->property, NULL));
}

static void draw_around(essay *essay, cited *one)
{
    static const char *const betweens[] = {NULL, "", "; ", " ", " and "};
    static const char *const afters[] = {NULL, "", " which", " The", "."};

    one->begins_note = draw(essay, 3) > 0;
    one->is_in_text = draw(essay, 8) == 0;
    one->skipped = draw(essay, 5) ? 0 : 1;
    one->before = betweens[draw(essay, NV_COUNT_OF(betweens))];
    one->after = afters[draw(essay, NV_COUNT_OF(afters))];
}

/* Edits. Each leaves a document. */

static void insert(essay *essay, size_t at)
{
    const nv_citation citation = draw_citation(essay);
    cited *one = &essay->cited[at];

    if (essay->count == MOST)
        return;
    memmove(one + 1, one, (essay->count++ - at) * sizeof *one);
    memset(one, 0, sizeof *one);
    one->text = strdup("x");
    name_it(essay, one, &citation);
    draw_around(essay, one);
}

static void take_out(essay *essay, size_t at)
{
    cited *one = &essay->cited[at];

    free(one->text);
    memmove(one, one + 1, (--essay->count - at) * sizeof *one);
}

static void move(essay *essay, size_t from)
{
    const size_t to = draw(essay, essay->count);
    const cited moved = essay->cited[from];

    memmove(&essay->cited[from], &essay->cited[from + 1],
            (essay->count - 1 - from) * sizeof moved);
    memmove(&essay->cited[to + 1], &essay->cited[to],
            (essay->count - 1 - to) * sizeof moved);
    essay->cited[to] = moved;
}

/* A copy keeps its name until the document is read anew. */
static void copy(essay *essay, size_t from)
{
    const size_t to = draw(essay, essay->count);
    cited copied = essay->cited[from];

    if (essay->count == MOST)
        return;
    copied.text = strdup(copied.text);
    memmove(&essay->cited[to + 1], &essay->cited[to],
            (essay->count++ - to) * sizeof copied);
    essay->cited[to] = copied;
}

static void cite_another(essay *essay, size_t at)
{
    const nv_citation citation = draw_citation(essay);

    name_it(essay, &essay->cited[at], &citation);
}

static void write_by_hand(essay *essay, size_t at)
{
    free(essay->cited[at].text);
    essay->cited[at].text = strdup("by hand");
}

static void look_another_way(essay *essay, size_t at)
{
    essay->cited[at].looks = draw(essay, 3);
}

static void stand_elsewhere(essay *essay, size_t at)
{
    draw_around(essay, &essay->cited[at]);
}

static void lose_property(essay *essay, size_t at)
{
    essay->cited[at].has_property = !essay->cited[at].has_property;
}

static void damage_name(essay *essay, size_t at)
{
    static const char bytes[] = "nv_0az";

    essay->cited[at].name[draw(essay, NV_CITATION_NAME_LEN)] =
        bytes[draw(essay, sizeof bytes - 1)];
}

static void (*const edits[])(essay *essay, size_t at) = {
    insert,
    insert,
    insert,
    insert,
    take_out,
    take_out,
    move,
    copy,
    cite_another,
    write_by_hand,
    look_another_way,
    stand_elsewhere,
    lose_property,
    damage_name,
};

static void edit(essay *essay)
{
    const size_t which = draw(essay, NV_COUNT_OF(edits));

    if (essay->count > 0)
        edits[which](essay, draw(essay, essay->count));
    else
        insert(essay, 0);
}

/* What stands */

static const nv_standing *stand(essay *essay)
{
    int32_t note = 1;

    for (size_t i = 0; i < essay->count; i++) {
        const cited *one = &essay->cited[i];
        const bool ends_note =
            i + 1 == essay->count || essay->cited[i + 1].begins_note;

        if (i > 0 && one->begins_note)
            note += 1 + one->skipped;
        essay->standing[i] =
            (nv_standing){.name = one->name,
                          .property = one->has_property ? one->property : NULL,
                          .text = one->text,
                          .note = one->is_in_text ? 0 : note,
                          .is_alone = one->begins_note && ends_note &&
                                      !(one->before && *one->before),
                          .before = one->before,
                          .after = one->after,
                          .looks = one->looks};
    }
    return essay->standing;
}

/* As Refresh does; now and then. */
static void refresh(essay *essay, const nv_apparatus *apparatus)
{
    for (size_t i = 0; i < essay->count; i++) {
        const nv_wanted *wanted = nv_apparatus_wanted(apparatus, i);

        if (wanted->state != NV_STANDING_STALE)
            continue;
        free(essay->cited[i].text);
        essay->cited[i].text = strdup(wanted->text);
        strcpy(essay->cited[i].name, wanted->name);
    }
}

/* Comparing */

static void check_text(const char *got, const char *wanted, const char *label)
{
    if (got && wanted)
        CHECK_STR(got, wanted, label);
    else
        CHECK(!got && !wanted, label);
}

static void check_same(const nv_apparatus *told, const nv_apparatus *made,
                       size_t index)
{
    const nv_wanted *a = nv_apparatus_wanted(told, index);
    const nv_wanted *b = nv_apparatus_wanted(made, index);
    size_t count;
    const nv_noted *noted = nv_apparatus_noted(told, &count) + index;
    const nv_noted *other = nv_apparatus_noted(made, &count) + index;

    check_text(a->text, b->text, "text");
    check_text(a->note.joint, b->note.joint, "joint");
    CHECK_STR(a->name, b->name, "name");
    CHECK_STR(a->trouble.message, b->trouble.message, "trouble");
    CHECK(a->state == b->state, "state");
    CHECK(a->event == b->event, "event");
    CHECK(a->note.is_unchecked == b->note.is_unchecked, "source");
    CHECK(nv_note_looks(a->note.runs, a->note.count) ==
              nv_note_looks(b->note.runs, b->note.count),
          "looks");
    CHECK(noted->note == other->note && noted->is_joined == other->is_joined &&
              noted->is_open == other->is_open &&
              noted->is_inside == other->is_inside,
          "place");
    check_text(noted->citation.prefix, other->citation.prefix, "prefix");
    check_text(noted->citation.locator.value, other->citation.locator.value,
               "locator");
}

static void tell(essay *essay, nv_apparatus *told)
{
    nv_error err = {0};

    if (!nv_apparatus_update(told, stand(essay), essay->count, &err))
        fail_msg("%s", err.message);
}

static void check_all(const essay *essay, const nv_means *means,
                      const nv_apparatus *told)
{
    nv_error err = {0};
    nv_apparatus *made =
        nv_apparatus_new(means, essay->standing, essay->count, &err);

    if (!made)
        fail_msg("%s", err.message);
    for (size_t i = 0; i < essay->count; i++)
        check_same(told, made, i);
    nv_apparatus_free(made);
}

static void run(const world *world, const char *style)
{
    essay essay = {.world = world, .style = style, .random = 7};
    nv_means means = {.packs = world->packs, .library = world->library};
    nv_apparatus *told;

    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        means.styles[i] = style;
    told = nv_apparatus_new(&means, NULL, 0, NULL);
    assert_non_null(told);
    for (size_t i = 0; i < EDITS; i++) {
        edit(&essay);
        tell(&essay, told);
        if (i % COMPARED == 0)
            check_all(&essay, &means, told);
        if (draw(&essay, 6) == 0)
            refresh(&essay, told);
    }
    nv_apparatus_free(told);
    while (essay.count > 0)
        take_out(&essay, essay.count - 1);
}

static void what_it_is_told_comes_to_the_same(void **state)
{
    static const char *const styles[] = {
        "chicago-17-ibid", "oscola-4", "chicago-author-date", "iso690-note-cs"};

    for (size_t i = 0; i < NV_COUNT_OF(styles); i++)
        run(*state, styles[i]);
}

static void after_an_error_it_can_be_told_again(void **state)
{
    const world *world = *state;
    essay essay = {.world = world, .random = 1};
    nv_means means = {.packs = world->packs, .library = world->library};
    nv_error err = {0};
    nv_apparatus *apparatus;

    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        means.styles[i] = i == NV_LANGUAGE_FR ? "gone" : "chicago-17";
    apparatus = nv_apparatus_new(&means, NULL, 0, NULL);
    while (essay.count < MOST)
        insert(&essay, 0);
    assert_false(
        nv_apparatus_update(apparatus, stand(&essay), essay.count, &err));
    assert_int_equal(err.code, NV_ERROR_ARGUMENT);
    assert_int_equal(nv_apparatus_count(apparatus).citations, 0);
    for (size_t i = 0; i < essay.count; i++)
        memcpy(essay.cited[i].name + 16, "en", 2);
    assert_true(
        nv_apparatus_update(apparatus, stand(&essay), essay.count, NULL));
    assert_int_equal(nv_apparatus_count(apparatus).citations, MOST);
    nv_apparatus_free(apparatus);
    while (essay.count > 0)
        take_out(&essay, essay.count - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_is_told_comes_to_the_same),
        cmocka_unit_test(after_an_error_it_can_be_told_again),
    };

    return cmocka_run_group_tests(tests, open_world, close_world);
}
