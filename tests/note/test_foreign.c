/* SPDX-License-Identifier: MPL-2.0 */
/* Events of other people's packs, which have less than ours, or more than a
 * note has room for. */
#include "record.h"

#include <stdio.h>

static record shelf; /* styles alone: the events are ours to make */

static const nv_source book = {.key = "book",
                               .type = "book",
                               .holds = NV_HOLDS_TEXT,
                               .title = "Collected Notes",
                               .publisher = "Press"};

static const nv_event bare = {
    .id = "1900-01-01-note",
    .key = "abcd",
    .kind = NV_KIND_NOTE,
    .document = {.description = {{"note of the Porte", NULL}}},
    .date = {.iso = "1900-01-01"},
    .sources = &book,
    .source_count = 1,
};

static char *write_note(const nv_citation *citation)
{
    nv_note note;
    nv_error err = {0};
    char *text;

    if (!nv_note_write(NULL, citation,
                       record_usual_style(&shelf, citation->language), &note,
                       &err))
        return strdup(err.message);
    text = nv_note_text(&note);
    nv_note_release(&note);
    return text;
}

static void check_note(const nv_event *event, nv_language language,
                       unsigned parts, const char *wanted, const char *label)
{
    nv_citation citation = {
        .event = event, .language = language, .parts = parts};
    char *text = write_note(&citation);

    CHECK_STR(text, wanted, label);
    free(text);
}

static void what_is_missing_is_left_out(void **state)
{
    nv_event event = bare;

    (void)state;
    check_note(&event, NV_LANGUAGE_EN, NV_PART_ALL,
               "Note of the Porte, January 1, 1900, in Collected Notes "
               "(Press).",
               "English");
    check_note(&event, NV_LANGUAGE_FR, NV_PART_ALL,
               "Note of the Porte, 1ᵉʳ\u00A0janvier 1900, Collected Notes, "
               "Press.",
               "no French: the English words");
    check_note(&event, NV_LANGUAGE_EN, 0, "Note of the Porte.", "no part");
    check_note(&event, NV_LANGUAGE_DE, 0, "Note of the Porte.",
               "no German: the English words");
    event.date.iso = "1900-01";
    check_note(&event, NV_LANGUAGE_FR, NV_PART_DATE,
               "Note of the Porte, janvier 1900.", "a month");
    event.date.iso = "1900";
    check_note(&event, NV_LANGUAGE_EN, NV_PART_DATE, "Note of the Porte, 1900.",
               "a year");
    event.date.iso = "1900-13-45";
    check_note(&event, NV_LANGUAGE_EN, NV_PART_DATE, "Note of the Porte, 1900.",
               "no month");
    event.date.iso = NULL;
    check_note(&event, NV_LANGUAGE_EN, NV_PART_DATE, "Note of the Porte.",
               "no date");
}

static void a_document_without_description_is_refused(void **state)
{
    nv_event event = bare;

    (void)state;
    event.document.description = (nv_bilingual){{NULL, NULL}};
    check_note(&event, NV_LANGUAGE_EN, NV_PART_ALL,
               "The document of 1900-01-01-note has no description, so a note "
               "can't name it; add one to the pack.",
               "refused");
}

static void a_source_with_nothing_but_a_key_is_no_source(void **state)
{
    static const nv_source empty = {.key = "x", .holds = NV_HOLDS_TEXT};
    nv_event event = bare;
    nv_citation citation = {.event = &event, .parts = NV_PART_ALL};
    nv_word why;
    char *text;

    (void)state;
    event.sources = &empty;
    CHECK(!nv_note_has_part(NULL, &citation, NV_PART_SOURCE, &why),
          "not offered");
    check_note(&event, NV_LANGUAGE_EN, NV_PART_ALL,
               "Note of the Porte, January 1, 1900.", "left out");
    citation.source = "x";
    text = write_note(&citation);
    CHECK(text != NULL, "chosen by hand all the same");
    free(text);
}

static void a_series_that_nobody_knows_is_not_a_reference(void **state)
{
    static const nv_treaty_reference references[] = {
        {.series = NULL, .volume = "1", .page = "2"},
        {.series = "CTS", .volume = "1", .page = "2"},
        {.series = "Cmd", .number = "6368"},
    };
    nv_treaty treaty = {.references = references, .reference_count = 2};
    nv_event event = bare;

    (void)state;
    event.kind = NV_KIND_TREATY;
    event.treaty = &treaty;
    check_note(&event, NV_LANGUAGE_EN, NV_PART_SOURCE,
               "Note of the Porte, in Collected Notes (Press).", "its source");
    treaty.reference_count = 3;
    check_note(&event, NV_LANGUAGE_EN, NV_PART_SOURCE,
               "Note of the Porte, Cmd. 6368.", "the one that is known");
    check_note(&event, NV_LANGUAGE_FR, NV_PART_SOURCE,
               "Note of the Porte, Cmd.\u00A06368.", "in French");
}

static void an_address_is_no_markup(void **state)
{
    static const nv_source page = {.key = "page",
                                   .type = "web page",
                                   .holds = NV_HOLDS_TEXT,
                                   .title = "A Page",
                                   .container = "Site",
                                   .url = "https://x.org/l'an?q=<i>a",
                                   .url_ok = true};
    nv_event event = bare;

    (void)state;
    event.sources = &page;
    check_note(&event, NV_LANGUAGE_EN, NV_PART_SOURCE,
               "Note of the Porte, in “A Page,” Site, "
               "https://x.org/l%27an?q=%3Ci%3Ea.",
               "as RFC 3986 wants it");
}

static void parties_without_abbreviation_keep_their_name(void **state)
{
    static const char *const parties[] = {"Siam", "United States"};
    static const nv_treaty treaty = {0};
    nv_event event = bare;

    (void)state;
    event.kind = NV_KIND_TREATY;
    event.treaty = &treaty;
    event.document.description = (nv_bilingual){{"Treaty of Commerce", NULL}};
    event.parties.items = parties;
    event.parties.count = 2;
    check_note(&event, NV_LANGUAGE_EN, 0, "Treaty of Commerce, Siam-U.S.",
               "bilateral");
    event.parties.count = 1;
    check_note(&event, NV_LANGUAGE_EN, 0, "Treaty of Commerce.", "one party");
}

/* As many people as a congress has, and a text as long as a book. */
static void there_is_room_for_much_and_for_too_much(void **state)
{
    enum { PEOPLE = 200, LETTERS = 100000 };
    static nv_person people[PEOPLE];
    static char names[PEOPLE][16];
    char *letters = malloc(LETTERS + 1), *text;
    nv_quotation quotation = {
        .number = 1,
        .language = "tlh-x-a-tag-that-nobody-would-ever-give-a-text",
        .is_offered = true,
        .source = &book};
    nv_event event = bare;
    nv_citation citation = {.event = &event, .parts = NV_PART_ALL};

    (void)state;
    for (size_t i = 0; i < PEOPLE; i++)
        people[i] = (nv_person){.name = "A. Person", .act = NV_ACT_SIGNED};
    event.people = people;
    event.person_count = PEOPLE;
    text = write_note(&citation);
    CHECK(text && strstr(text, ", signed by A. Person and others, "),
          "nobody's party is known");
    free(text);
    for (size_t i = 0; i < PEOPLE; i++) {
        snprintf(names[i], sizeof names[i], "State %zu", i);
        people[i].for_party = names[i];
    }
    text = write_note(&citation);
    CHECK(text && strstr(text, ", signed by the representatives of 200 "
                               "states, "),
          "counted");
    free(text);

    memset(letters, 'x', LETTERS);
    letters[LETTERS] = '\0';
    quotation.text = letters;
    event.quotations = &quotation;
    event.quotation_count = 1;
    citation.quotation = 1;
    text = write_note(&citation);
    CHECK(text && strlen(text) > LETTERS, "the whole text");
    free(text);
    free(letters);
}

/* What the marks and stops between the words and the rest come to. */
static const struct {
    const char *label, *words;
    unsigned parts; /* beside the words */
    const char *english, *french;
} stops[] = {
    {"a fragment", "Completely unreal", NV_PART_SOURCE,
     "“Completely unreal,” in Collected Notes (Press).",
     "«\u202FCompletely unreal\u202F», Collected Notes, Press."},
    {"a sentence loses its point", "It is so.", NV_PART_SOURCE,
     "“It is so,” in Collected Notes (Press).",
     "«\u202FIt is so\u202F», Collected Notes, Press."},
    {"a question keeps its mark", "Is it so?", NV_PART_SOURCE,
     "“Is it so?,” in Collected Notes (Press).",
     "«\u202FIs it so?\u202F», Collected Notes, Press."},
    {"at the end", "It is so.", 0, "“It is so.”", "«\u202FIt is so\u202F»."},
    {"a question at the end", "Is it so?", 0, "“Is it so?”",
     "«\u202FIs it so?\u202F»"},
    {"marks at the end", "a “peaceful state”.", NV_PART_SOURCE,
     "“a ‘peaceful state,’” in Collected Notes (Press).",
     "«\u202Fa “peaceful state”\u202F», Collected Notes, Press."},
    {"three dots stay", "it is...", NV_PART_SOURCE,
     "“it is...,” in Collected Notes (Press).",
     "«\u202Fit is...\u202F», Collected Notes, Press."},
    {"markup of others is text", "<i>it</i> & <b", NV_PART_SOURCE,
     "“<\u2060i>it<\u2060/i> & <\u2060b,” in Collected Notes (Press).",
     "«\u202F<\u2060i>it<\u2060/i> & <\u2060b\u202F», Collected Notes, "
     "Press."},
};

static void check_stops(size_t i, nv_language language, const char *wanted)
{
    const nv_quotation quotation = {.number = 1,
                                    .text = stops[i].words,
                                    .language = "en",
                                    .is_offered = true,
                                    .source = &book};
    nv_event event = bare;
    nv_citation citation = {.event = &event,
                            .quotation = 1,
                            .language = language,
                            .parts = stops[i].parts | NV_PART_WORDING};
    char whole[256], *text;

    event.quotations = &quotation;
    event.quotation_count = 1;
    snprintf(whole, sizeof whole, "Note of the Porte, %s", wanted);
    text = write_note(&citation);
    CHECK_STR(text, whole, stops[i].label);
    free(text);
}

static void commas_and_stops_go_where_the_language_puts_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(stops); i++) {
        check_stops(i, NV_LANGUAGE_EN, stops[i].english);
        check_stops(i, NV_LANGUAGE_FR, stops[i].french);
    }
}

static int open_styles(void **state)
{
    (void)state;
    shelf.library = record_open_styles();
    return shelf.library ? 0 : -1;
}

static int close_styles(void **state)
{
    (void)state;
    nv_library_free(shelf.library);
    return 0;
}

static void nothing_to_release_is_fine(void **state)
{
    nv_note note = {0};
    char *text = nv_note_text(&note);

    (void)state;
    CHECK_STR(text, "", "no run is no text");
    free(text);
    nv_note_release(&note);
    nv_note_release(&note);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_missing_is_left_out),
        cmocka_unit_test(a_document_without_description_is_refused),
        cmocka_unit_test(a_source_with_nothing_but_a_key_is_no_source),
        cmocka_unit_test(a_series_that_nobody_knows_is_not_a_reference),
        cmocka_unit_test(an_address_is_no_markup),
        cmocka_unit_test(parties_without_abbreviation_keep_their_name),
        cmocka_unit_test(there_is_room_for_much_and_for_too_much),
        cmocka_unit_test(commas_and_stops_go_where_the_language_puts_them),
        cmocka_unit_test(nothing_to_release_is_fine),
    };

    return cmocka_run_group_tests(tests, open_styles, close_styles);
}
