/* SPDX-License-Identifier: MPL-2.0 */
/* The form of a document: what is wrong with it, and both ways to an event. */
#include "check.h"

#include <stdlib.h>

#include "base/array.h"
#include "own/document.h"
#include "registry/exchange/import_record.h"
#include "registry/record.h"

/* A letter in a box, with every field of the archive. */
static nv_own_document letter(void)
{
    nv_own_document document = {.is_seen = true};

    document.fields[NV_OWN_FROM] = "George Kennan";
    document.fields[NV_OWN_TO] = "Dean Acheson";
    document.fields[NV_OWN_DATE] = "22 February 1946";
    document.fields[NV_OWN_REPOSITORY] = "Princeton, Mudd Library";
    document.fields[NV_OWN_COLLECTION] = "George F. Kennan Papers, MC076";
    document.fields[NV_OWN_BOX] = "box 140, folder 8";
    document.fields[NV_OWN_FOLIO] = "f. 12";
    return document;
}

static const struct {
    const char *label;
    nv_own_field emptied; /* a field of the letter; COUNT: none */
    nv_own_field field;
    const char *text;
    nv_own_fault fault;
    nv_own_field where;
} faults[] = {
    {"a whole letter is fine", NV_OWN_FIELD_COUNT, NV_OWN_PLACE, "Moscow",
     NV_OWN_FINE, NV_OWN_LOCATOR},
    {"something says what it is", NV_OWN_FROM, NV_OWN_PLACE, "Moscow",
     NV_OWN_NAME_MISSING, NV_OWN_DESCRIPTION},
    {"a title is enough", NV_OWN_FROM, NV_OWN_TITLE, "The Long Telegram",
     NV_OWN_FINE, NV_OWN_LOCATOR},
    {"a date is needed", NV_OWN_FIELD_COUNT, NV_OWN_DATE, " \n",
     NV_OWN_DATE_MISSING, NV_OWN_DATE},
    {"a date is read", NV_OWN_FIELD_COUNT, NV_OWN_DATE, "31 February 1946",
     NV_OWN_DATE_UNREADABLE, NV_OWN_DATE},
    {"words are no date", NV_OWN_FIELD_COUNT, NV_OWN_DATE,
     "after the war of 1914 and before the next one came",
     NV_OWN_DATE_UNREADABLE, NV_OWN_DATE},
    {"a year is too wide", NV_OWN_FIELD_COUNT, NV_OWN_DATE, "1946",
     NV_OWN_DATE_TOO_WIDE, NV_OWN_DATE},
    {"a month will do", NV_OWN_FIELD_COUNT, NV_OWN_DATE, "février 1946",
     NV_OWN_FINE, NV_OWN_LOCATOR},
    {"a box is in a house", NV_OWN_REPOSITORY, NV_OWN_PLACE, NULL,
     NV_OWN_HOUSE_MISSING, NV_OWN_REPOSITORY},
    {"pages are in a work", NV_OWN_FIELD_COUNT, NV_OWN_PAGES, "12",
     NV_OWN_EDITION_MISSING, NV_OWN_EDITION},
    {"a language is a code", NV_OWN_FIELD_COUNT, NV_OWN_LANGUAGE, "English",
     NV_OWN_LANGUAGE_IS_NONE, NV_OWN_LANGUAGE},
    {"words have a language", NV_OWN_FIELD_COUNT, NV_OWN_WORDING, "In answer",
     NV_OWN_LANGUAGE_MISSING, NV_OWN_WORDING_LANGUAGE},
    {"a place is of words", NV_OWN_FIELD_COUNT, NV_OWN_LOCATOR, "p. 3",
     NV_OWN_WORDING_MISSING, NV_OWN_LOCATOR},
};

static void check_finds_faults(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(faults); i++) {
        nv_own_document document = letter();
        nv_own_field where;

        if (faults[i].emptied != NV_OWN_FIELD_COUNT)
            document.fields[faults[i].emptied] = NULL;
        document.fields[faults[i].field] = faults[i].text;
        CHECK(nv_own_check(&document, &where) == faults[i].fault,
              faults[i].label);
        CHECK(where == faults[i].where, faults[i].label);
    }
}

/* Faults that need more than one field. */
static void check_finds_faults_of_several(void **state)
{
    nv_own_document document = letter();
    nv_own_field where;
    char long_text[NV_OWN_LONGEST + 2];

    (void)state;
    document.fields[NV_OWN_EDITION] = "Documents";
    document.fields[NV_OWN_YEAR] = "MCM";
    CHECK(nv_own_check(&document, &where) == NV_OWN_YEAR_UNREADABLE,
          "the year of an edition is one");
    document.fields[NV_OWN_YEAR] = " 1986 ";
    document.fields[NV_OWN_ADDRESS] = "javascript:alert(1)";
    CHECK(nv_own_check(&document, &where) == NV_OWN_ADDRESS_IS_NONE,
          "an address is of the web");
    document.fields[NV_OWN_ADDRESS] = " https://example.org/1";
    document.fields[NV_OWN_WORDING] = "In answer";
    document.fields[NV_OWN_WORDING_LANGUAGE] = "en";
    document.fields[NV_OWN_LOCATOR] = "p. 3";
    CHECK(nv_own_check(&document, &where) == NV_OWN_FINE, "all is fine");
    memset(long_text, 'a', sizeof long_text);
    long_text[sizeof long_text - 1] = '\0';
    document.fields[NV_OWN_LOCATOR] = long_text;
    CHECK(nv_own_check(&document, &where) == NV_OWN_TOO_LONG,
          "a field has an end");
    long_text[NV_OWN_LONGEST] = '\0';
    CHECK(nv_own_check(&document, &where) == NV_OWN_LOCATOR_UNREADABLE,
          "a place can be read");
    document = (nv_own_document){.fields = {[NV_OWN_FROM] = "A",
                                            [NV_OWN_DATE] = "1946-02",
                                            [NV_OWN_WORDING] = "b"}};
    CHECK(nv_own_check(&document, &where) == NV_OWN_SOURCE_MISSING,
          "words were read somewhere");
}

static void every_fault_has_a_sentence(void **state)
{
    (void)state;
    for (int i = NV_OWN_FINE + 1; i < NV_OWN_FAULT_COUNT; i++) {
        const char *sentence = nv_own_sentence((nv_own_fault)i);

        CHECK(sentence && sentence[strlen(sentence) - 1] == '.',
              "a fault is said in a sentence");
    }
}

/* Both ways */

/* Through XML, as the pack keeps it. */
static const nv_event *record(const nv_own_document *document,
                              const nv_event *before, nv_arena *arena)
{
    nv_event event;
    nv_buffer xml = NV_BUFFER_INIT;
    nv_error err = {0};
    const void *read = NULL;

    assert_true(nv_own_to_event(document, before, arena, &event));
    event.id = before ? before->id : "1946-02-22-a";
    event.key = before ? before->key : "ab12";
    nv_record_add(&xml, &event);
    if (!nv_record_parse(xml.text, xml.len, NV_RECORD_EVENT, arena, "record",
                         &read, &err))
        fail_msg("%s\n%s", err.message, xml.text);
    nv_buffer_release(&xml);
    return read;
}

static void check_same(const nv_own_document *got,
                       const nv_own_document *wanted, const char *label)
{
    CHECK(got->genre == wanted->genre, label);
    CHECK(got->what == wanted->what, label);
    CHECK(got->is_seen == wanted->is_seen, label);
    for (int i = 0; i < NV_OWN_FIELD_COUNT; i++)
        CHECK_STR(got->fields[i], wanted->fields[i], label);
}

static nv_own_document full(void)
{
    nv_own_document document = letter();

    document.genre = 4;
    document.what = NV_DATE_DELIVERED;
    document.fields[NV_OWN_DATE] = "1946-02-22";
    document.fields[NV_OWN_DESCRIPTION] = "memorandum on <the> “way” & more";
    document.fields[NV_OWN_PLACE] = "Moscow";
    document.fields[NV_OWN_TITLE] = "Меморандум";
    document.fields[NV_OWN_LANGUAGE] = "ru";
    document.fields[NV_OWN_EDITION] = "Documents on Policy";
    document.fields[NV_OWN_EDITOR] = "Ann One; Bob Two";
    document.fields[NV_OWN_VOLUME] = "IV";
    document.fields[NV_OWN_NUMBER] = "139";
    document.fields[NV_OWN_PAGES] = "261–262";
    document.fields[NV_OWN_TOWN] = "London";
    document.fields[NV_OWN_PUBLISHER] = "HMSO";
    document.fields[NV_OWN_YEAR] = "1986";
    document.fields[NV_OWN_ADDRESS] = "https://example.org/a?b=1&c=2";
    document.fields[NV_OWN_WORDING] = "Words of it";
    document.fields[NV_OWN_WORDING_LANGUAGE] = "en";
    document.fields[NV_OWN_LOCATOR] = "page 3";
    return document;
}

static void a_form_comes_back(void **state)
{
    nv_arena arena = {0};

    (void)state;
    for (int genre = 0; genre < NV_OWN_GENRE_COUNT; genre++)
        for (int words = 0; words < NV_NOTE_LANGUAGE_COUNT; words++) {
            nv_own_document all = full(), few = letter(), back;

            few.fields[NV_OWN_DATE] = "1946-02";
            few.genre = all.genre = genre;
            few.words = all.words = (nv_language)words;
            assert_true(nv_own_from_event(record(&all, NULL, &arena), all.words,
                                          &arena, &back));
            check_same(&back, &all, "a full form comes back");
            assert_true(nv_own_from_event(record(&few, NULL, &arena), few.words,
                                          &arena, &back));
            check_same(&back, &few, "a short form comes back");
        }
    nv_arena_release(&arena);
}

static void a_record_says_what_was_filled_in(void **state)
{
    nv_arena arena = {0};
    nv_own_document document = letter();
    const nv_event *event = record(&document, NULL, &arena);

    (void)state;
    CHECK_STR(event->document.description.text[NV_LANGUAGE_EN],
              "letter from George Kennan to Dean Acheson",
              "what follows from the fields is composed");
    CHECK_STR(event->sources[0].archive_ref,
              "Princeton, Mudd Library, George F. Kennan Papers, MC076, "
              "box 140, folder 8, f. 12",
              "the archive is one reference from the house to the leaf");
    CHECK(event->sources[0].checked == NV_CHECKED_SEEN, "seen is recorded");
    CHECK(event->confidence == NV_STATUS_TEXT_SEEN, "seen is recorded");
    document.is_seen = false;
    event = record(&document, NULL, &arena);
    CHECK(event->sources[0].checked == NV_CHECKED_NO &&
              event->confidence == NV_STATUS_REPORTED,
          "what was not seen is not said to be");
    document.words = NV_LANGUAGE_FR;
    document.fields[NV_OWN_FROM] = "le gouvernement soviétique";
    document.fields[NV_OWN_TO] = "les Alliés";
    event = record(&document, NULL, &arena);
    CHECK_STR(event->document.description.text[NV_LANGUAGE_FR],
              "lettre du gouvernement soviétique aux Alliés",
              "French contracts its articles");
    document.fields[NV_OWN_FROM] = "Anthony Eden";
    event = record(&document, NULL, &arena);
    CHECK_STR(event->title.text[NV_LANGUAGE_FR],
              "lettre d’Anthony Eden aux Alliés", "French elides");
    nv_arena_release(&arena);
}

static void a_change_keeps_what_the_form_does_not_show(void **state)
{
    static const char *const parties[] = {"France"};
    nv_arena arena = {0};
    nv_own_document document = full();
    nv_event before = *record(&document, NULL, &arena);
    const nv_event *after;

    (void)state;
    before.parties = (nv_texts){parties, 1};
    before.title.text[NV_LANGUAGE_FR] = "autre langue";
    document.fields[NV_OWN_WORDING] = "Other words";
    after = record(&document, &before, &arena);
    CHECK_STR(after->id, before.id, "the id stays");
    CHECK_STR(after->key, before.key, "the key stays");
    CHECK(after->parties.count == 1, "parties stay");
    CHECK_STR(after->title.text[NV_LANGUAGE_FR], "autre langue",
              "the other language stays");
    CHECK(after->quotation_count == 1 && after->quotations[0].number == 1,
          "a wording that is changed keeps its number");
    document.fields[NV_OWN_WORDING] = NULL;
    document.fields[NV_OWN_LOCATOR] = NULL;
    after = record(&document, after, &arena);
    CHECK(after->quotation_count == 1 && !after->quotations[0].is_offered,
          "a wording that is emptied is offered no more");
    document.fields[NV_OWN_WORDING] = "New words";
    after = record(&document, after, &arena);
    CHECK(after->quotation_count == 2 && after->quotations[1].number == 2,
          "a number is given once");
    document.fields[NV_OWN_REPOSITORY] = NULL;
    after = record(&document, after, &arena);
    CHECK(after->source_count == 2,
          "a source that other words were read in stays");
    nv_arena_release(&arena);
}

static void a_source_that_is_emptied_goes(void **state)
{
    nv_arena arena = {0};
    nv_own_document document = full(), back;
    const nv_event *event = record(&document, NULL, &arena);

    (void)state;
    for (int i = NV_OWN_REPOSITORY; i <= NV_OWN_FOLIO; i++)
        document.fields[i] = NULL;
    event = record(&document, event, &arena);
    CHECK(event->source_count == 1, "the archive goes");
    CHECK_STR(event->quotations[0].source->key, "edition",
              "the words are then of the edition");
    assert_true(nv_own_from_event(event, NV_LANGUAGE_EN, &arena, &back));
    check_same(&back, &document, "a changed form comes back");
    nv_arena_release(&arena);
}

/* As Zotero has a letter. */
static void an_imported_archive_can_be_changed(void **state)
{
    static const nv_source source = {.key = "item",
                                     .type = "personal_communication",
                                     .checked = NV_CHECKED_NO,
                                     .title = "A letter",
                                     .archive_ref = "TNA, FO 371/79919"};
    const nv_event imported = {
        .id = "1946-02-a",
        .key = "ab12",
        .kind = NV_KIND_NOTE,
        .title = {{"A letter", NULL}},
        .document = {.description = {{"A letter", NULL}}},
        .date = {.iso = "1946-02", .is_month = true},
        .sources = &source,
        .source_count = 1};
    nv_arena arena = {0};
    nv_own_document document;
    const nv_event *event;

    (void)state;
    assert_true(
        nv_own_from_event(&imported, NV_LANGUAGE_EN, &arena, &document));
    CHECK_STR(document.fields[NV_OWN_REPOSITORY], "TNA", "the house");
    CHECK_STR(document.fields[NV_OWN_COLLECTION], "FO 371/79919", "the file");
    CHECK_STR(document.fields[NV_OWN_EDITION], NULL, "it is in no edition");
    event = record(&document, &imported, &arena);
    CHECK_STR(event->sources[0].archive_ref, "TNA, FO 371/79919",
              "the reference stays");
    CHECK_STR(event->sources[0].type, "archival document",
              "it is known to be one");
    nv_arena_release(&arena);
}

static void what_is_adapted_was_not_seen(void **state)
{
    nv_arena arena = {0};
    nv_own_document document = full(), back;
    const nv_event *event = record(&document, NULL, &arena), *adapted;

    (void)state;
    assert_true(nv_own_from_event(event, NV_LANGUAGE_EN, &arena, &back));
    nv_own_adapt(&back);
    adapted = record(&back, NULL, &arena);
    CHECK(adapted->confidence == NV_STATUS_REPORTED, "nothing was seen");
    for (size_t i = 0; i < adapted->source_count; i++)
        CHECK(adapted->sources[i].checked == NV_CHECKED_NO, "nothing was seen");
    CHECK(adapted->quotations[0].status == NV_STATUS_REPORTED,
          "nothing was seen");
    nv_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_finds_faults),
        cmocka_unit_test(check_finds_faults_of_several),
        cmocka_unit_test(every_fault_has_a_sentence),
        cmocka_unit_test(a_form_comes_back),
        cmocka_unit_test(a_record_says_what_was_filled_in),
        cmocka_unit_test(a_change_keeps_what_the_form_does_not_show),
        cmocka_unit_test(a_source_that_is_emptied_goes),
        cmocka_unit_test(an_imported_archive_can_be_changed),
        cmocka_unit_test(what_is_adapted_was_not_seen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
