/* SPDX-License-Identifier: MPL-2.0 */
/* The source of a note, its address, and the place in it. */
#include "written.h"

static bool holds_words(const nv_source *source)
{
    return source->holds == NV_HOLDS_TEXT ||
           source->holds == NV_HOLDS_TRANSLATION ||
           source->holds == NV_HOLDS_EXTRACT;
}

static void check_source(const written *w)
{
    const nv_source *source = nv_note_source(&w->citation);

    if (w->quotation) {
        CHECK(source == w->quotation->source, w->label);
        return;
    }
    CHECK(!source || holds_words(source) || w->event->document.is_none,
          w->label);
    if (source)
        CHECK(w->note.is_unchecked == (source->checked != NV_CHECKED_SEEN &&
                                       ((w->citation.parts & NV_PART_SOURCE) ||
                                        w->event->document.is_none)),
              w->label);
}

static void the_source_is_where_the_words_or_the_text_are(void **state)
{
    over_everything(*state, check_source);
}

/* The number of the wording a note starts with: only a refusal has one. */
static int first_wording(const nv_event *event)
{
    for (size_t i = 0; i < event->quotation_count; i++)
        if (event->kind == NV_KIND_REFUSAL &&
            event->quotations[i].role == NV_ROLE_DOCUMENT &&
            event->quotations[i].is_offered)
            return event->quotations[i].number;
    return 0;
}

static void a_list_marks_the_events_whose_note_is_unchecked(void **state)
{
    const record *record = *state;
    const nv_registry *registry = record->registry;

    for (uint32_t i = 0; i < nv_registry_event_count(registry); i++) {
        const nv_event *event = nv_registry_event(registry, i, NULL);
        const nv_citation citation = {.event = event,
                                      .quotation = first_wording(event),
                                      .parts = NV_PART_ALL};
        nv_note note;
        nv_card card;

        CHECK(nv_index_card(nv_registry_index(registry), i, &card), event->id);
        if (nv_note_write(registry, &citation,
                          record_usual_style(record, citation.language), &note,
                          NULL))
            CHECK(note.is_unchecked == card.is_unchecked, event->id);
        nv_note_release(&note);
    }
}

static void check_address(const written *w)
{
    record_has_right_address(&w->citation, w->text, w->label);
}

static void an_address_stands_only_where_it_may_and_must(void **state)
{
    over_everything(*state, check_address);
}

static void check_choice(const record *record, const nv_event *event,
                         const nv_source *source)
{
    nv_citation citation = {
        .event = event, .parts = NV_PART_ALL, .source = source->key};
    nv_error err = {0};
    nv_note note;
    bool is_written = nv_note_write(
        record->registry, &citation,
        record_usual_style(record, citation.language), &note, &err);

    CHECK(is_written == (event->document.is_none || holds_words(source)),
          source->key);
    CHECK(is_written || err.code == NV_ERROR_ARGUMENT, source->key);
    if (is_written)
        CHECK(nv_note_source(&citation) == source, source->key);
    nv_note_release(&note);
}

static void a_draft_or_report_is_never_the_source_of_the_document(void **state)
{
    const record *record = *state;

    for (size_t i = 0; i < EVENTS; i++) {
        const nv_event *event = nv_registry_event(record->registry, i, NULL);

        for (size_t j = 0; j < event->source_count; j++)
            check_choice(*state, event, &event->sources[j]);
    }
}

static const struct {
    const char *label, *id, *source;
    nv_language language;
    const char *wanted;
} sources[] = {
    {"no document: its only source", "1954-04-07-nac-restricted-session", NULL,
     NV_LANGUAGE_EN,
     "“The United States Permanent Representative on the North Atlantic "
     "Council "
     "(Hughes) to the Department of State, Polto 1627,” in Foreign Relations "
     "of "
     "the United States, 1952–1954, vol. 5, pt. 1, Western European Security "
     "(Washington: U.S. Government Printing Office, 1983), doc. 257."},
    {"no document: a source chosen", "1954-03-31-bssr-ukrssr-claim",
     "frus-1952-54v05p1-d252", NV_LANGUAGE_FR,
     "«" THIN "Editorial Note" THIN "», dans Foreign Relations of the United "
     "States, 1952–1954, vol." NBSP "V, 1ʳᵉ partie, Western European Security, "
     "Washington, U.S. Government Printing Office, 1983, doc." NBSP
     "252, p." NBSP "487."},
    {"a command paper chosen", "1954-05-07-tripartite-reply", "cmd-9146",
     NV_LANGUAGE_EN,
     "Governments of the United States, the United Kingdom, and France to the "
     "Soviet Government, note, May 7, 1954, in United Kingdom, Foreign Office, "
     "Reply of Her Majesty’s Government to the Soviet Note of 31 March 1954 "
     "regarding collective security, Cmd. 9146 (London: HMSO, 1954)."},
    {"debates", "1954-04-01-lords-statement", NULL, NV_LANGUAGE_FR,
     "Déclaration du gouvernement britannique à la Chambre des lords sur la "
     "note soviétique, Londres, 1ᵉʳ" NBSP "avril 1954, Hansard, House of Lords "
     "Debates, 5th series, vol." NBSP "186, 1ᵉʳ" NBSP "avril 1954, col." NBSP
     "931-933."},
};

static void a_source_is_laid_out_by_its_form(void **state)
{
    const record *record = *state;

    for (size_t i = 0; i < NV_COUNT_OF(sources); i++) {
        nv_citation citation = {
            .event = nv_registry_by_id(record->registry, sources[i].id, NULL),
            .parts = NV_PART_DATE | NV_PART_SOURCE,
            .language = sources[i].language,
            .source = sources[i].source,
        };
        char *text = record_note(*state, &citation);

        CHECK_STR(text, sources[i].wanted, sources[i].label);
        free(text);
    }
}

/* The title is the name of the document; where the words were read is all that
 * is left to say. */
static void a_transcription_is_not_named_by_the_document_again(void **state)
{
    const nv_citation citation = {
        .event = nv_registry_by_id(((const record *)*state)->registry,
                                   "1946-03-05-churchill-fulton", NULL),
        .quotation = 1,
        .parts = NV_PART_WORDING | NV_PART_SOURCE,
    };
    char *text = record_note(*state, &citation);

    CHECK_STR(text,
              "Winston S. Churchill, “The Sinews of Peace,” address at "
              "Westminster College, Fulton, Missouri, “From Stettin in the "
              "Baltic to Trieste in the Adriatic, an iron curtain has "
              "descended across the Continent” (text read in a "
              "transcription).",
              "Fulton");
    free(text);
}

static const struct {
    const char *label, *id;
    int quotation;
    nv_language language;
    nv_locator typed;
    const char *wanted;
} typed[] = {
    {"an article ends the reference",
     "1955-05-14-warsaw-treaty",
     0,
     NV_LANGUAGE_EN,
     {"article", "4"},
     "219 U.N.T.S. 3, art. 4 (hereafter"},
    {"in French too",
     "1955-05-14-warsaw-treaty",
     0,
     NV_LANGUAGE_FR,
     {"article", "4"},
     "p." NBSP "3, art." NBSP "4 (ci-après"},
    {"a page takes the place of the range",
     "1949-03-31-soviet-memorandum",
     0,
     NV_LANGUAGE_EN,
     {"page", "261"},
     "doc. 139, 261."},
    {"with its label in French",
     "1949-03-31-soviet-memorandum",
     0,
     NV_LANGUAGE_FR,
     {"page", "261"},
     "doc." NBSP "139, p." NBSP "261."},
    {"a range is shortened",
     "1949-03-31-soviet-memorandum",
     0,
     NV_LANGUAGE_EN,
     {"page", "261–262"},
     "doc. 139, 261–62."},
    {"preamble",
     "1942-05-26-anglo-soviet-treaty",
     0,
     NV_LANGUAGE_FR,
     {"preamble", ""},
     "p." NBSP "353, préambule."},
    {"what is typed wins",
     "1955-05-14-warsaw-treaty",
     1,
     NV_LANGUAGE_EN,
     {"article", "5"},
     "May 14, 1955, art. 5, English text"},
    {"columns",
     "1954-04-01-lords-statement",
     0,
     NV_LANGUAGE_EN,
     {"column", "932"},
     "(April 1, 1954), col. 932."},
    {"a paragraph of the letter",
     "1966-03-07-de-gaulle-letter",
     0,
     NV_LANGUAGE_FR,
     {"paragraph", "3"},
     "doc." NBSP "137, §" NBSP "3."},
    {"a page of a page",
     "1953-12-08-atoms-for-peace",
     1,
     NV_LANGUAGE_EN,
     {"page", "2"},
     "“Timeline: 1953,” p. 2, http"},
    {"a label nobody knows",
     "1955-05-14-warsaw-treaty",
     0,
     NV_LANGUAGE_EN,
     {"appendix", "Annex B"},
     "219 U.N.T.S. 3, Annex B (hereafter"},
};

static void a_typed_place_stands_where_the_form_wants_it(void **state)
{
    const record *record = *state;

    for (size_t i = 0; i < NV_COUNT_OF(typed); i++) {
        nv_citation citation = {
            .event = nv_registry_by_id(record->registry, typed[i].id, NULL),
            .parts = NV_PART_DATE | NV_PART_SOURCE,
            .language = typed[i].language,
            .quotation = typed[i].quotation,
            .locator = typed[i].typed,
        };
        char *text = record_note(*state, &citation);

        if (!text || !strstr(text, typed[i].wanted))
            fail_msg("%s: %s", typed[i].label, text ? text : "(none)");
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_source_is_where_the_words_or_the_text_are),
        cmocka_unit_test(a_list_marks_the_events_whose_note_is_unchecked),
        cmocka_unit_test(an_address_stands_only_where_it_may_and_must),
        cmocka_unit_test(a_draft_or_report_is_never_the_source_of_the_document),
        cmocka_unit_test(a_source_is_laid_out_by_its_form),
        cmocka_unit_test(a_transcription_is_not_named_by_the_document_again),
        cmocka_unit_test(a_typed_place_stands_where_the_form_wants_it),
    };

    return cmocka_run_group_tests(tests, record_setup, written_teardown);
}
