/* SPDX-License-Identifier: MPL-2.0 */
/* What each citation of a document should say, from what stands in it. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/apparatus.h"
#include "note/citation_property.h"

enum { MOST = 8 };

#define NOTE "1954-03-31-soviet-note"
#define REPLY "1954-05-07-tripartite-reply"
#define TREATY "1949-04-04-north-atlantic-treaty"

typedef struct {
    nv_packs *packs;
    nv_library *library;
} world;

static int open_world(void **state)
{
    static world all;
    const nv_style_folder folder = {.path = NV_BUILD "/styles",
                                    .is_ours = true};

    all.packs = nv_packs_new(NULL, NULL);
    nv_packs_add(all.packs, NV_BUILD "/registry.xml.gz", NULL);
    all.library = nv_library_open(&folder, 1, NV_BUILD "/locales", NULL);
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

/* A document that is built note by note. */
typedef struct {
    const world *world;
    nv_standing standing[MOST];
    char names[MOST][NV_CITATION_NAME_MAX + 16];
    char properties[MOST][NV_CITATION_PROPERTY_MAX + 1];
    size_t count;
    nv_apparatus *apparatus;
} document;

static nv_citation cite(const world *world, const char *id)
{
    return (nv_citation){.event =
                             nv_packs_event(world->packs, id,
                                            &(const nv_registry *){NULL}, NULL),
                         .parts = NV_PART_DATE | NV_PART_SOURCE,
                         .language = NV_LANGUAGE_EN};
}

/* As Insert leaves it: the name has the checksum of the text. */
static nv_standing *add(document *document, const nv_citation *citation,
                        int32_t note, const char *text)
{
    const size_t i = document->count++;
    nv_citation_name name = {.quotation = citation->quotation,
                             .parts = citation->parts,
                             .tail = "a00000"};

    name.tail[5] = (char)('0' + i);
    name.has_property = nv_citation_property_is_needed(citation);
    nv_citation_pack_code("core", name.pack);
    strcpy(name.key, citation->event->key);
    strcpy(name.language, nv_language_code(citation->language));
    nv_citation_checksum(text, strlen(text), name.checksum);
    assert_true(nv_citation_name_write(&name, document->names[i]));
    document->standing[i] = (nv_standing){.name = document->names[i],
                                          .text = text,
                                          .note = note,
                                          .is_alone = true};
    if (name.has_property) {
        assert_true(nv_citation_property_write(citation,
                                               document->properties[i], NULL));
        document->standing[i].property = document->properties[i];
    }
    return &document->standing[i];
}

static nv_means means_of(const world *world, const char *style)
{
    nv_means means = {.packs = world->packs, .library = world->library};

    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        means.styles[i] = style;
    return means;
}

static void work_out(document *document, const char *style)
{
    const nv_means means = means_of(document->world, style);
    nv_error err = {0};

    document->apparatus =
        nv_apparatus_new(&means, document->standing, document->count, &err);
    if (!document->apparatus)
        fail_msg("%s", err.message);
}

static const nv_wanted *wanted(const document *document, size_t index)
{
    return nv_apparatus_wanted(document->apparatus, index);
}

static bool says(const document *document, size_t index, const char *start)
{
    const char *text = wanted(document, index)->text;

    return text && strncmp(text, start, strlen(start)) == 0;
}

static bool ends_in_stop(const document *document, size_t index)
{
    const char *text = wanted(document, index)->text;

    return text[strlen(text) - 1] == '.';
}

static void a_later_note_is_short_and_the_next_one_says_ibid(void **state)
{
    document document = {.world = *state};
    nv_citation note = cite(*state, NOTE), page = note;

    page.locator = (nv_locator){"page", "40"};
    add(&document, &note, 1, "x");
    add(&document, &page, 2, "x");
    work_out(&document, "chicago-17-ibid");
    CHECK(says(&document, 0, "Soviet Government to the Governments"), "first");
    CHECK_STR(wanted(&document, 1)->text, "Ibid., 40.", "ibid");
    CHECK(wanted(&document, 1)->state == NV_STANDING_STALE, "has to change");
    CHECK(nv_apparatus_count(document.apparatus).rewritten == 2, "both");
    nv_apparatus_free(document.apparatus);
}

/* What parts a note from the one it repeats. */
static const struct {
    const char *label;
    int32_t note;  /* of the second */
    bool is_alone; /* the first */
    bool is_ibid;
} parted[] = {
    {"the note just before", 2, true, true},
    {"a note of somebody else between", 3, true, false},
    {"words of the writer beside the first", 2, false, false},
};

static void ibid_stands_only_right_behind_that_one_citation(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(parted); i++) {
        document document = {.world = *state};
        nv_citation note = cite(*state, NOTE);

        add(&document, &note, 1, "x")->is_alone = parted[i].is_alone;
        add(&document, &note, parted[i].note, "x");
        work_out(&document, "chicago-17-ibid");
        CHECK(says(&document, 1, "Ibid.") == parted[i].is_ibid,
              parted[i].label);
        CHECK(says(&document, 1, "Soviet Government to the Gov") !=
                  parted[i].is_ibid,
              parted[i].label);
        nv_apparatus_free(document.apparatus);
    }
}

static void numbers_of_notes_are_those_of_the_document(void **state)
{
    document document = {.world = *state};
    nv_citation note = cite(*state, NOTE), reply = cite(*state, REPLY);

    add(&document, &note, 4, "x");
    add(&document, &reply, 7, "x");
    add(&document, &note, 9, "x");
    work_out(&document, "oscola-4");
    CHECK(strstr(wanted(&document, 2)->text, "(n 4)"), "the fourth note");
    nv_apparatus_free(document.apparatus);
}

static void what_is_right_stays_and_keeps_its_name(void **state)
{
    document document = {.world = *state};
    nv_citation treaty = cite(*state, TREATY);

    add(&document, &treaty, 1,
        "North Atlantic Treaty, April 4, 1949, 34 U.N.T.S. 243.");
    work_out(&document, "chicago-17");
    CHECK(wanted(&document, 0)->state == NV_STANDING_RIGHT, "right");
    CHECK_STR(wanted(&document, 0)->name, document.names[0], "its name");
    nv_apparatus_free(document.apparatus);
}

static void a_note_that_is_written_anew_gets_the_name_of_its_text(void **state)
{
    document document = {.world = *state};
    nv_citation treaty = cite(*state, TREATY);
    nv_citation_name name;
    char checksum[8];

    add(&document, &treaty, 1, "x");
    work_out(&document, "chicago-17");
    assert_true(nv_citation_name_read(
        wanted(&document, 0)->name, strlen(wanted(&document, 0)->name), &name));
    nv_citation_checksum(wanted(&document, 0)->text,
                         strlen(wanted(&document, 0)->text), checksum);
    CHECK_STR(name.checksum, checksum, "checksum of the new text");
    CHECK_STR(name.tail, "a00000", "the tail is its own");
    nv_apparatus_free(document.apparatus);
}

static void what_the_writer_changed_by_hand_is_told_apart(void **state)
{
    document document = {.world = *state};
    nv_citation treaty = cite(*state, TREATY);

    add(&document, &treaty, 1, "North Atlantic Treaty.")->text =
        "See the North Atlantic Treaty.";
    work_out(&document, "chicago-17");
    CHECK(wanted(&document, 0)->state == NV_STANDING_BY_HAND, "by hand");
    CHECK(says(&document, 0, "North Atlantic Treaty, April"), "what we write");
    nv_apparatus_free(document.apparatus);
}

/* A recorded change that is rejected brings a text back under a newer name. */
static void a_text_that_we_wrote_is_not_by_hand_whatever_its_name(void **state)
{
    document document = {.world = *state};
    nv_citation note = cite(*state, NOTE);
    char *whole;

    add(&document, &note, 1, "x");
    add(&document, &note, 2, "y");
    work_out(&document, "chicago-17-ibid");
    whole = strdup(wanted(&document, 0)->text);
    nv_apparatus_free(document.apparatus);
    document.standing[1].text = whole;
    work_out(&document, "chicago-17-ibid");
    CHECK(wanted(&document, 1)->state == NV_STANDING_STALE, "the whole form");
    nv_apparatus_free(document.apparatus);
    document.standing[0].text = whole;
    work_out(&document, "chicago-17-ibid");
    CHECK(wanted(&document, 0)->state == NV_STANDING_RIGHT, "as it should be");
    nv_apparatus_free(document.apparatus);
    free(whole);
}

/* Writer and its filters change names. */
static void copies_and_cut_names_are_citations_too(void **state)
{
    document document = {.world = *state};
    nv_citation treaty = cite(*state, TREATY);

    add(&document, &treaty, 1, "x");
    add(&document, &treaty, 2, "x");
    strcat(document.names[0], " Copy 1");
    document.names[1][25] = '\0';
    work_out(&document, "chicago-17");
    CHECK(wanted(&document, 0)->state == NV_STANDING_STALE, "a copy");
    CHECK(wanted(&document, 1)->state == NV_STANDING_STALE,
          "a cut name has no checksum to compare with");
    nv_apparatus_free(document.apparatus);
}

static const struct {
    const char *label, *part;
    size_t at; /* in the name */
    bool has_property;
    const char *property;
    const char *sentence;
} lost[] = {
    {"no such pack", "zzzz", 4, false, NULL,
     "The pack that this citation is from is not installed; the note stays as "
     "it is."},
    {"no such event", "0000", 8, false, NULL,
     "The event of this citation is no longer in the pack core; the note stays "
     "as it is."},
    {"no such wording", "fe", 13, false, NULL,
     "The event " TREATY " has no quotation 254; choose one of those it "
     "lists."},
    {"its property did not come along", "", 0, true, NULL,
     "The place that belongs to this citation was not found in the document; "
     "the note stays as it is."},
    {"its property is damaged", "", 0, true, "1|page|",
     "The place that belongs to this citation was not found in the document; "
     "the note stays as it is."},
};

static void what_is_not_to_be_found_is_left_with_a_sentence(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(lost); i++) {
        document document = {.world = *state};
        nv_citation treaty = cite(*state, TREATY);
        nv_standing *standing;

        add(&document, &treaty, 1, "x");
        if (lost[i].has_property)
            treaty.locator = (nv_locator){"article", "4"};
        standing = add(&document, &treaty, 2, "y");
        standing->property = lost[i].property;
        memcpy(document.names[1] + lost[i].at, lost[i].part,
               strlen(lost[i].part));
        work_out(&document, "chicago-17");
        CHECK(wanted(&document, 1)->state == NV_STANDING_LOST, lost[i].label);
        CHECK_STR(wanted(&document, 1)->trouble.message, lost[i].sentence,
                  lost[i].label);
        CHECK(!wanted(&document, 1)->text && !wanted(&document, 1)->event,
              lost[i].label);
        CHECK(wanted(&document, 0)->state == NV_STANDING_STALE,
              "the others go on");
        nv_apparatus_free(document.apparatus);
    }
}

static void each_citation_keeps_its_language(void **state)
{
    document document = {.world = *state};
    nv_citation english = cite(*state, NOTE), french = english;

    french.language = NV_LANGUAGE_FR;
    add(&document, &english, 1, "x");
    add(&document, &french, 2, "x");
    work_out(&document, "histoire");
    CHECK(!says(&document, 0, "Ibid"), "the first in English");
    CHECK(says(&document, 1, "Ibid."), "the second knows the first");
    nv_apparatus_free(document.apparatus);
}

/* What stands between two citations of one note, and behind the second. */
static const struct {
    const char *label, *style, *between, *after;
    const char *suffix, *prefix; /* of the first; of the second */
    bool is_joined, is_open;
} around[] = {
    {"unknown", "chicago-17", NULL, NULL, NULL, NULL, false, false},
    {"the style's delimiter", "chicago-17", "; ", "", NULL, NULL, true, false},
    {"that of another style", "chicago-17", "\u202F; ", "", NULL, NULL, true,
     false},
    {"a comma", "chicago-17", ", ", "", NULL, NULL, true, false},
    {"words", "chicago-17", "; and ", "", NULL, NULL, false, false},
    {"two sentences", "chicago-17", " ", "", NULL, NULL, false, false},
    {"nothing", "chicago-17", "", "", NULL, NULL, false, false},
    {"a mark at the end of the first", "chicago-17", " ", "", ", first;", NULL,
     true, false},
    {"a mark at the head of the second", "chicago-17", "", "", NULL, ", and",
     true, false},
    {"the sentence goes on", "chicago-17", NULL, ", which", NULL, NULL, false,
     true},
    {"with a small letter", "chicago-17", NULL, " says so.", NULL, NULL, false,
     true},
    {"with a figure", "chicago-17", NULL, " 12", NULL, NULL, false, true},
    {"a mark that closes it", "chicago-17", NULL, ".", NULL, NULL, false, true},
    {"without a space", "chicago-17", NULL, "X", NULL, NULL, false, true},
    {"another sentence", "chicago-17", NULL, " See there.", NULL, NULL, false,
     false},
    {"one in Russian", "chicago-17", NULL, " \u0421\u043C.", NULL, NULL, false,
     false},
    {"one in quotation marks", "chicago-17", NULL, " \u201CPeace\u201D", NULL,
     NULL, false, false},
    {"one in marks with a space", "chicago-17", NULL, " \u00AB\u202FPaix", NULL,
     NULL, false, false},
    {"space alone", "chicago-17", NULL, " \u00A0", NULL, NULL, false, false},
};

static void what_stands_around_decides_on_clusters_and_stops(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(around); i++) {
        document document = {.world = *state};
        nv_citation first = cite(*state, TREATY), second = cite(*state, NOTE);
        nv_standing *standing;
        const nv_noted *noted;
        size_t count;

        first.suffix = around[i].suffix;
        second.prefix = around[i].prefix;
        add(&document, &first, 1, "x")->is_alone = false;
        standing = add(&document, &second, 1, "x");
        standing->is_alone = false;
        standing->before = around[i].between;
        standing->after = around[i].after;
        work_out(&document, around[i].style);
        noted = nv_apparatus_noted(document.apparatus, &count);
        CHECK(count == 2, around[i].label);
        CHECK(noted[1].is_joined == around[i].is_joined, around[i].label);
        CHECK(noted[1].is_open == around[i].is_open, around[i].label);
        CHECK((wanted(&document, 1)->note.joint != NULL) == around[i].is_joined,
              around[i].label);
        CHECK(ends_in_stop(&document, 1) != around[i].is_open, around[i].label);
        CHECK(ends_in_stop(&document, 0) != around[i].is_joined,
              around[i].label);
        nv_apparatus_free(document.apparatus);
    }
}

/* What stands before the citation in its note. */
static const struct {
    const char *before;
    bool has_capital;
} heads[] = {
    {NULL, true},
    {"", true},
    {" ", true},
    {"On this, see ", false},
    {", refused by ", false},
    {"So it was. ", true},
    {"Was it so? (", true},
    {"\u201CSo it was.\u201D ", true},
    {"Cf. ", false},
    {"(see ", false},
    {"\u00AB", true},
};

static void a_sentence_that_goes_on_takes_the_capital(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(heads); i++) {
        document document = {.world = *state};
        nv_citation note = cite(*state, NOTE);

        add(&document, &note, 1, "x")->before = heads[i].before;
        work_out(&document, "oscola-4");
        CHECK(says(&document, 0, "Note from the") == heads[i].has_capital,
              heads[i].before ? heads[i].before : "unknown");
        CHECK(says(&document, 0, "note from the") != heads[i].has_capital,
              heads[i].before ? heads[i].before : "unknown");
        nv_apparatus_free(document.apparatus);
    }
}

static void what_is_lost_joins_nothing(void **state)
{
    document document = {.world = *state};
    nv_citation treaty = cite(*state, TREATY);
    const nv_noted *noted;
    size_t count;

    add(&document, &treaty, 1, "x")->name = "nv1_somebody";
    add(&document, &treaty, 1, "x")->before = "; ";
    work_out(&document, "chicago-17");
    noted = nv_apparatus_noted(document.apparatus, &count);
    CHECK(!noted[0].citation.event && !noted[1].is_joined, "lost");
    CHECK(wanted(&document, 1)->state == NV_STANDING_STALE, "goes on");
    nv_apparatus_free(document.apparatus);
}

static void a_style_that_changes_italics_alone_is_noticed(void **state)
{
    document document = {.world = *state};
    nv_citation note = cite(*state, NOTE);
    char *whole;
    nv_run plain;

    add(&document, &note, 1, "x");
    work_out(&document, "chicago-17");
    whole = strdup(wanted(&document, 0)->text);
    document.standing[0].text = whole;
    document.standing[0].looks = nv_note_looks(
        wanted(&document, 0)->note.runs, wanted(&document, 0)->note.count);
    nv_apparatus_free(document.apparatus);
    work_out(&document, "chicago-17");
    CHECK(wanted(&document, 0)->state == NV_STANDING_RIGHT, "as it looks");
    nv_apparatus_free(document.apparatus);
    plain = (nv_run){whole, 0, NULL};
    document.standing[0].looks = nv_note_looks(&plain, 1);
    work_out(&document, "chicago-17");
    CHECK(wanted(&document, 0)->state == NV_STANDING_STALE, "without italics");
    nv_apparatus_free(document.apparatus);
    document.standing[0].looks = 0;
    work_out(&document, "chicago-17");
    CHECK(wanted(&document, 0)->state == NV_STANDING_RIGHT, "not known");
    nv_apparatus_free(document.apparatus);
    free(whole);
}

static void looks_are_lengths_and_visible_bits(void **state)
{
    static const nv_run whole[] = {{"North ", 0, NULL},
                                   {"Atlantic", NV_CSL_ITALIC, NULL}};
    static const nv_run cut[] = {{"Nor", 0, "en"},
                                 {"th ", NV_CSL_QUOTED, NULL},
                                 {"Atl", NV_CSL_OBLIQUE, NULL},
                                 {"antic", NV_CSL_ITALIC, "fr"}};
    static const nv_run other[] = {{"North", 0, NULL},
                                   {" Atlantic", NV_CSL_ITALIC, NULL}};

    (void)state;
    CHECK(nv_note_looks(whole, 2) == nv_note_looks(cut, 4), "however cut");
    CHECK(nv_note_looks(whole, 2) != nv_note_looks(other, 2), "where it is");
    CHECK(nv_note_looks(whole, 2) != nv_note_looks(whole, 1), "what it is");
    CHECK(nv_note_looks(NULL, 0) != 0, "never nothing");
}

static void a_style_that_is_gone_is_an_error(void **state)
{
    const world *all = *state;
    document document = {.world = all};
    nv_citation treaty = cite(all, TREATY);
    const nv_means means = means_of(all, "gone");
    nv_error err = {0};

    add(&document, &treaty, 1, "x");
    assert_null(nv_apparatus_new(&means, document.standing, 1, &err));
    assert_int_equal(err.code, NV_ERROR_ARGUMENT);
    assert_non_null(strstr(err.message, "gone"));
}

static void a_document_without_citations_is_no_trouble(void **state)
{
    document document = {.world = *state};

    work_out(&document, "chicago-17");
    CHECK(nv_apparatus_count(document.apparatus).citations == 0, "");
    nv_apparatus_free(document.apparatus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_later_note_is_short_and_the_next_one_says_ibid),
        cmocka_unit_test(ibid_stands_only_right_behind_that_one_citation),
        cmocka_unit_test(numbers_of_notes_are_those_of_the_document),
        cmocka_unit_test(what_is_right_stays_and_keeps_its_name),
        cmocka_unit_test(a_note_that_is_written_anew_gets_the_name_of_its_text),
        cmocka_unit_test(what_the_writer_changed_by_hand_is_told_apart),
        cmocka_unit_test(a_text_that_we_wrote_is_not_by_hand_whatever_its_name),
        cmocka_unit_test(copies_and_cut_names_are_citations_too),
        cmocka_unit_test(what_is_not_to_be_found_is_left_with_a_sentence),
        cmocka_unit_test(each_citation_keeps_its_language),
        cmocka_unit_test(what_stands_around_decides_on_clusters_and_stops),
        cmocka_unit_test(a_sentence_that_goes_on_takes_the_capital),
        cmocka_unit_test(what_is_lost_joins_nothing),
        cmocka_unit_test(a_style_that_changes_italics_alone_is_noticed),
        cmocka_unit_test(looks_are_lengths_and_visible_bits),
        cmocka_unit_test(a_style_that_is_gone_is_an_error),
        cmocka_unit_test(a_document_without_citations_is_no_trouble),
    };

    return cmocka_run_group_tests(tests, open_world, close_world);
}
