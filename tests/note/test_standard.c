/* SPDX-License-Identifier: MPL-2.0 */
/* Notes in published styles, which know CSL's own variables alone: each line is
 * one rule of the mapping. */
#include "check.h"

#include "base/array.h"
#include "note/locator.h"
#include "note/standard_maker.h"
#include "record.h"

/* Set-up and tear-down: *state is a record with the published styles. */
static int setup(void **state)
{
    static record shared;
    static const nv_style_folder folders[] = {{.path = NV_BUILD "/published"}};

    shared.registry = record_open();
    shared.library = nv_library_open(folders, 1, NV_BUILD "/locales", NULL);
    *state = &shared;
    return shared.registry && shared.library ? 0 : -1;
}

static int teardown(void **state)
{
    const record *shared = *state;

    nv_library_free(shared->library);
    nv_registry_free(shared->registry);
    return 0;
}

static const struct {
    const char *label, *style;
    nv_language language;
    const char *event;
    int quotation;
    const char *place; /* as typed, or NULL */
    const char *wanted;
} cases[] = {
    {"a treaty is printed in its series, with volume and page",
     "chicago-fullnote-bibliography", NV_LANGUAGE_EN,
     "1949-04-04-north-atlantic-treaty", 0, NULL,
     "“North Atlantic Treaty,” United Nations Treaty Series 34 (April 4, "
     "1949): 243."},
    {"a date that the style would lose ends the title", "oscola",
     NV_LANGUAGE_EN, "1949-04-04-north-atlantic-treaty", 0, NULL,
     "‘North Atlantic Treaty, 4 April 1949’ (1949) 34 United Nations Treaty "
     "Series 243."},
    {"in the language of the note", "oscola", NV_LANGUAGE_FR,
     "1949-04-04-north-atlantic-treaty", 0, NULL,
     "« Traité de l’Atlantique Nord, 4 avril 1949 » (1949) 34 Recueil des "
     "traités des Nations unies 243."},
    {"a letter goes by its description, with a capital, in its edition",
     "chicago-fullnote-bibliography", NV_LANGUAGE_EN,
     "1949-03-31-soviet-memorandum", 0, NULL,
     "“Memorandum from the Soviet Government to Seven Governments on the North "
     "Atlantic Treaty, March 31, 1949,” in Foreign Relations of the United "
     "States, 1949, vol. 4 (Washington: U.S. Government Printing Office, "
     "1975), 261–62."},
    {"original-date is used where the style prints it to the day",
     "universite-de-lausanne-histoire", NV_LANGUAGE_EN,
     "1949-03-31-soviet-memorandum", 0, NULL,
     "“Memorandum from the Soviet Government to seven governments on the North "
     "Atlantic Treaty,” in Foreign Relations of the United States, 1949, "
     "Washington : U.S. Government Printing Office, 1975 [March 31, 1949], "
     "vol. 4, pp. 261–262."},
    {"words read elsewhere are quoted in that work",
     "chicago-fullnote-bibliography", NV_LANGUAGE_EN,
     "1954-05-07-tripartite-reply", 1, NULL,
     "“Note from the Governments of the United States, the United Kingdom, and "
     "France to the Soviet Government,” May 7, 1954, “completely unreal,” "
     "quoted in Dmitri Glinski-Vassiliev, “The Views of the Russian Elite "
     "toward NATO Membership,” PONARS Policy Memo, 2000, "
     "https://ponarseurasia.org/"
     "the-views-of-the-russian-elite-toward-nato-membership, para. 1."},
    {"and so in French", "chicago-fullnote-bibliography", NV_LANGUAGE_FR,
     "1954-05-07-tripartite-reply", 1, NULL, "», cité dans Dmitri Glinski-"},
    {"and so in German", "chicago-fullnote-bibliography", NV_LANGUAGE_DE,
     "1954-05-07-tripartite-reply", 1, NULL, "“, zitiert nach Dmitri Glinski-"},
    {"columns are a locator", "chicago-fullnote-bibliography", NV_LANGUAGE_EN,
     "1954-05-07-tripartite-reply", 3, NULL, "(May 10, 1954): cols. 842"},
    {"or pages, once, to a style without",
     "revue-dhistoire-moderne-et-"
     "contemporaine",
     NV_LANGUAGE_EN, "1954-05-07-tripartite-reply", 3, NULL,
     "10 May 1954, pp. 842–843, coll."},
    {"an article does not drive the page of the volume away",
     "chicago-fullnote-bibliography", NV_LANGUAGE_EN,
     "1955-05-14-warsaw-treaty", 0, "art 4", "219 (May 14, 1955): 3, art. 4."},
    {"a page stands behind where the style prints none",
     "revue-dhistoire-moderne-et-contemporaine", NV_LANGUAGE_EN,
     "1954-05-07-tripartite-reply", 0, "p. 757", "pp. 756–757, p. 757."},
    {"no comma goes on behind a full stop", "iso690-note-cs", NV_LANGUAGE_EN,
     "1955-05-14-warsaw-treaty", 0, "art 4", "219, 3. art. 4"},
    {"an article asked for is an article", "oscola", NV_LANGUAGE_EN,
     "1955-05-14-warsaw-treaty", 0, "art 4",
     " 219 United Nations Treaty "
     "Series 3, art 4."},
    {"also in a style that calls every locator a page",
     "revue-dhistoire-"
     "moderne-et-contemporaine",
     NV_LANGUAGE_EN, "1955-05-14-warsaw-treaty", 0, "art 4", "p. 3, art. 4."},
    {"a preamble is a word of ours", "oscola", NV_LANGUAGE_FR,
     "1955-05-14-warsaw-treaty", 0, "préambule", " 3, préambule."},
    {"a document of an edition has its label", "oscola", NV_LANGUAGE_EN,
     "1955-05-14-warsaw-treaty", 0, "doc 4", "Treaty Series 3, doc. 4."},
    {"how words were translated stands in parentheses", "oscola",
     NV_LANGUAGE_EN, "1955-05-14-warsaw-treaty", 1, NULL,
     "peace in Europe’ (English text in the edition of the Department of "
     "State)."},
    {"a resolution is by its body, with its symbol", "oscola", NV_LANGUAGE_EN,
     "1980-01-14-unga-es-6-2", 0, NULL, "A/RES/ES-6/2"},
    {"an archive that the style would lose ends the title", "oscola",
     NV_LANGUAGE_EN, "1949-04-12-uk-reply", 0, NULL,
     "Soviet Memorandum on the North Atlantic Treaty, the National Archives of "
     "the UK (TNA), FO 371/79919’ (12 April 1949)."},
    {"and so does a command paper", "oscola", NV_LANGUAGE_EN,
     "1954-12-20-soviet-note-uk", 0, NULL,
     "United Kingdom, 20 December 1954, Cmd. 9385’ (1955)."},
    {"a style of author and year names a document by its short form", "apa",
     NV_LANGUAGE_EN, "1949-03-31-soviet-memorandum", 0, NULL,
     "(“Soviet Memorandum of March 31, 1949,” 1975)"},
    {"a body that only publishes a page is not its author",
     "chicago-fullnote-bibliography", NV_LANGUAGE_EN,
     "1979-12-12-double-track-decision", 0, NULL,
     "Theatre Nuclear Forces)” (NATO, December 12, 1979), http://www.nato.int/"
     "docu/basictxt/b791212a.htm."},
    {"who edited a book does not become the author of the document in it",
     "oscola", NV_LANGUAGE_EN, "1954-03-31-soviet-note", 0, NULL,
     "‘Note from the Soviet Government to the Governments of the United "
     "States, the United Kingdom, and France, 31 March 1954’ [1957] Documents "
     "on International Affairs, 1954 39."},
    {"a work that quotes says its title once", "chicago-author-date",
     NV_LANGUAGE_EN, "1954-03-31-soviet-note", 1, NULL,
     "quoted in International Affairs. n.d. “Did Stalin Want to Join NATO?” "
     "https://"},
    {"a date is said once, though the town is known",
     "chicago-fullnote-bibliography", NV_LANGUAGE_EN, "1954-03-31-soviet-note",
     1, NULL,
     "United Kingdom, and France,” March 31, 1954, “to consider jointly"},
    {"a part of a volume stands by its number", "oscola", NV_LANGUAGE_EN,
     "1951-06-20-soviet-note-palais-rose", 0, NULL,
     "(1981) 3/1 Foreign Relations of the United States, 1951 1159."},
    {"a body at the head of a note has a capital",
     "presses-universitaires-de-rennes", NV_LANGUAGE_FR,
     "1954-02-10-molotov-draft-european-treaty", 0, NULL,
     "Délégation soviétique à la conférence de Berlin, «"},
    {"a dependent style writes as its parent", "french-historical-studies",
     NV_LANGUAGE_EN, "1949-04-04-north-atlantic-treaty", 0, NULL,
     "“North Atlantic Treaty.”"},
};

/* Spaces that do not break look like others in the source above. */
static void plain_spaces(char *text)
{
    static const char *const spaces[] = {"\u00A0", "\u202F"};

    for (size_t i = 0; i < NV_COUNT_OF(spaces); i++)
        for (char *at = text; (at = strstr(at, spaces[i])) != NULL; at++) {
            const size_t len = strlen(spaces[i]);

            *at = ' ';
            memmove(at + 1, at + len, strlen(at + len) + 1);
        }
}

static void check_note(const record *shared, size_t number)
{
    const char *place = cases[number].place;
    nv_typed_locator typed = {0};
    nv_citation citation = {
        .event = nv_registry_by_id(shared->registry, cases[number].event, NULL),
        .quotation = cases[number].quotation,
        .parts = NV_PART_DATE | NV_PART_SOURCE | NV_PART_WORDING,
        .language = cases[number].language};
    nv_error err = {0};
    nv_note note;
    char *text;

    if (place)
        nv_locator_read(place, strlen(place), &typed);
    citation.locator = (nv_locator){typed.label, typed.value};
    if (!nv_note_write(
            shared->registry, &citation,
            record_style(shared, cases[number].style, cases[number].language),
            &note, &err))
        fail_msg("%s: %s", cases[number].label, err.message);
    text = nv_note_text(&note);
    plain_spaces(text);
    if (!strstr(text, cases[number].wanted))
        fail_msg("%s:\n  got    %s\n  wanted %s\n", cases[number].label, text,
                 cases[number].wanted);
    free(text);
    nv_note_release(&note);
}

static void test_notes(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        check_note(*state, i);
}

static const struct {
    const char *label, *style, *event;
    int quotation;
    const char *wanted; /* the whole entry */
} entries[] = {
    {"of words read in another work, that work is listed",
     "chicago-fullnote-bibliography", "1954-05-07-tripartite-reply", 1,
     "Glinski-Vassiliev, Dmitri. “The Views of the Russian Elite toward NATO "
     "Membership.” PONARS Policy Memo, 2000. https://ponarseurasia.org/"
     "the-views-of-the-russian-elite-toward-nato-membership."},
    {"also in a style of author and year", "apa", "1954-03-31-soviet-note", 1,
     "Did Stalin Want to Join NATO? (n.d.). International Affairs. "
     "https://en.interaffairs.ru/article/did-stalin-want-to-join-nato"},
};

static void check_entry(const record *shared, size_t number)
{
    const char *label = entries[number].label;
    nv_note_style *style =
        record_style(shared, entries[number].style, NV_LANGUAGE_EN);
    const nv_citation citation = {
        .event =
            nv_registry_by_id(shared->registry, entries[number].event, NULL),
        .quotation = entries[number].quotation,
        .parts = NV_PART_DATE | NV_PART_SOURCE | NV_PART_WORDING,
        .language = NV_LANGUAGE_EN};
    nv_arena arena = {NULL};
    const nv_csl_item *item =
        nv_item_of_cite(shared->registry, &citation, style, &arena, NULL);
    const nv_csl_text *text;

    CHECK(item != NULL, label);
    text = nv_standard_print(item, style, true, &arena, NULL);
    CHECK(text != NULL, label);
    CHECK_STR(text->text, entries[number].wanted, label);
    nv_arena_release(&arena);
}

static void test_entries(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(entries); i++)
        check_entry(*state, i);
}

/* "quoted in ..." belongs to the citation, what the writer says follows it. */
static void the_writers_words_stand_around_all_that_is_cited(void **state)
{
    const record *shared = *state;
    nv_note_style *style =
        record_style(shared, "chicago-fullnote-bibliography", NV_LANGUAGE_EN);
    nv_citation citation = {
        .event = nv_registry_by_id(shared->registry,
                                   "1954-05-07-tripartite-reply", NULL),
        .quotation = 1,
        .parts = NV_PART_ALL};
    char wanted[2048];
    nv_note note;
    char *text;

    assert_true(nv_note_write(shared->registry, &citation, style, &note, NULL));
    text = nv_note_text(&note);
    assert_non_null(strstr(text, "quoted in"));
    snprintf(wanted, sizeof wanted, "See %.*s, at the time.",
             (int)strlen(text) - 1, text);
    free(text);
    nv_note_release(&note);
    citation.prefix = "See";
    citation.suffix = ", at the time";
    assert_true(nv_note_write(shared->registry, &citation, style, &note, NULL));
    text = nv_note_text(&note);
    CHECK_STR(text, wanted, "around it");
    free(text);
    nv_note_release(&note);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_entries),
        cmocka_unit_test(the_writers_words_stand_around_all_that_is_cited),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
