/* SPDX-License-Identifier: MPL-2.0 */
/* What the panel knows and shows, tested without a window. */
#include "check.h"

#include "base/array.h"
#include "sidebar/say.h"
#include "sidebar/troubles.h"

/* Two events of one year and one of another; the first has two wordings. */
static const char pack[] =
    "<registry version='1' pack='core'>"
    "<event id='1954-05-07-reply' key='leqr' kind='refusal'"
    " confidence='reported'>"
    "<title xml:lang='en'>Reply refusing the Soviet proposals</title>"
    "<title xml:lang='fr'>Réponse refusant les propositions soviétiques</title>"
    "<document gender-fr='f'>"
    "<genre xml:lang='en'>note</genre><genre xml:lang='fr'>note</genre>"
    "<from xml:lang='en'>Three Powers</from>"
    "<from xml:lang='fr'>trois puissances</from>"
    "<to xml:lang='en'>the Soviet Government</to>"
    "<to xml:lang='fr'>gouvernement soviétique</to>"
    "<description xml:lang='en'>note from the Three Powers</description>"
    "<description xml:lang='fr'>note des trois puissances</description>"
    "</document>"
    "<date iso='1954-05-07' precision='day'>"
    "<variant iso='1954-04-22' what='approved'/></date>"
    "<place role='addressed'>Moscow</place>"
    "<party>Soviet Union</party>"
    "<person name='Anthony Eden' act='headed-ministry' for='United Kingdom'>"
    "<office xml:lang='en'>Foreign Secretary</office>"
    "<office xml:lang='fr'>ministre</office></person>"
    "<summary xml:lang='en'>A refusal.</summary>"
    "<summary xml:lang='fr'>Un refus.</summary>"
    "<quotation number='1' role='document' original='presumed' as='quoted'"
    " source='memo' status='reported'>"
    "<text xml:lang='en'>completely unreal</text>"
    "<pinpoint label='article' value='4(1)'/>"
    "<caution xml:lang='en'>Only two words may be quoted.</caution>"
    "<caution xml:lang='fr'>Deux mots seulement.</caution></quotation>"
    "<quotation number='3' role='commentary' original='yes' as='edition'"
    " source='memo' status='text seen'>"
    "<text xml:lang='en'>he has only to read the Command Paper</text>"
    "<of><description xml:lang='en'>Anthony Nutting</description>"
    "<description xml:lang='fr'>Anthony Nutting</description></of>"
    "</quotation>"
    "<source key='memo' type='book' holds='about' checked='seen'>"
    "<author>Dmitri Glinski</author><title>Memo</title><year>2000</year>"
    "</source>"
    "<conflict><note xml:lang='en'>Three notes, one text.</note>"
    "<note xml:lang='fr'>Trois notes, un texte.</note></conflict>"
    "<statement>S17</statement>"
    "</event>"
    "<event id='1954-03-31-note' key='aaaa' kind='note' confidence='reported'>"
    "<title xml:lang='en'>Soviet note on collective security</title>"
    "<title xml:lang='fr'>Note soviétique sur la sécurité collective</title>"
    "<document gender-fr='f'>"
    "<genre xml:lang='en'>note</genre><genre xml:lang='fr'>note</genre>"
    "<description xml:lang='en'>note from the Soviet Government</description>"
    "<description xml:lang='fr'>note du gouvernement soviétique</description>"
    "</document>"
    "<date iso='1954-03-31' precision='day'/>"
    "<party>Soviet Union</party>"
    "<summary xml:lang='en'>An offer.</summary>"
    "<summary xml:lang='fr'>Une offre.</summary>"
    "<source key='doc' type='documentary edition' holds='text' checked='no'>"
    "<title>Documents</title><year>1957</year></source>"
    "</event>"
    "<event id='2001-06-putin' key='bbbb' kind='speech' confidence='reported'>"
    "<title xml:lang='en'>Remarks at Brdo</title>"
    "<title xml:lang='fr'>Propos de Brdo</title>"
    "<document><genre xml:lang='en'>remarks</genre>"
    "<genre xml:lang='fr'>propos</genre>"
    "<description xml:lang='en'>remarks at Brdo</description>"
    "<description xml:lang='fr'>propos de Brdo</description></document>"
    "<date iso='2001-06' precision='month'/>"
    "<summary xml:lang='en'>Remarks.</summary>"
    "<summary xml:lang='fr'>Propos.</summary>"
    "<source key='press' type='press' holds='text' checked='seen'>"
    "<title>Press</title><year>2001</year></source>"
    "</event>"
    "<statement id='S17' verdict='no'>"
    "<words xml:lang='fr'>le caractère irréaliste</words>"
    "<event>2001-06-putin</event><event>1954-05-07-reply</event>"
    "<answer xml:lang='en'>Not in the reply of 1954.</answer>"
    "<answer xml:lang='fr'>Pas dans la réponse de 1954.</answer></statement>"
    "<name type='state'><form xml:lang='en'>Soviet Union</form>"
    "<form xml:lang='fr'>Union soviétique</form></name>"
    "</registry>";

static const nv_phrases english = {
    .text =
        {
            [NV_PHRASE_RESULTS] = "Events found",
            [NV_PHRASE_FOUND] = "Found: {1}",
            [NV_PHRASE_FOUND_MORE] = "Found: {2}, first {1}",
            [NV_PHRASE_CORRECTED] = "{1}; {2} is {3}",
            [NV_PHRASE_ROW] = "{1} - {2}",
            [NV_PHRASE_ROW_UNCHECKED] = "{1} - {2} (pages not checked)",
            [NV_PHRASE_UNCHECKED] = "Pages not checked.",
            [NV_PHRASE_CIRCULATION] = "In circulation: {1} - {2}",
            [NV_PHRASE_CAUTION] = "Caution: {1}",
            [NV_PHRASE_PLACE] = "{1}, {2}",
            [NV_PHRASE_SPAN] = "{1} to {2}",
            [NV_PHRASE_DAY] = "{1} {2} {3}",
            [NV_PHRASE_FIRST_DAY] = "1st {1} {2}",
            [NV_PHRASE_MONTH] = "{1} {2}",
            [NV_PHRASE_MONTHS] = "January,February,March,April,May,June,July,"
                                 "August,September,October,November,December",
            [NV_PHRASE_LIST] = "{1}: {2}",
            [NV_PHRASE_PARTIES] = "Parties",
            [NV_PHRASE_PERSON] = "{1} ({2})",
            [NV_PHRASE_ACTS] = "Signed,Sent,Spoke,Delivered,Drafted,Moved,"
                               "Attended,Received,Minister,Named",
            [NV_PHRASE_DATES] = "Dated,Signed,Adopted,Spoken,Delivered,"
                                "Received,Sent,Published,Approved",
            [NV_PHRASE_QUOTATION] = "'{1}'",
            [NV_PHRASE_WORDS_OF] = "words of {1}",
            [NV_PHRASE_TRANSLATION] = "translation",
            [NV_PHRASE_QUOTED] = "quoted",
            [NV_PHRASE_NO_WORDING] = "No words",
            [NV_PHRASE_REASON] = "{1}: {2}",
            [NV_PHRASE_DATE] = "Date",
            [NV_PHRASE_SIGNATORIES] = "Signatories",
            [NV_PHRASE_WORDING] = "Words",
            [NV_PHRASE_SOURCE] = "Source",
            [NV_PHRASE_NOTHING_CHOSEN] = "Nothing chosen.",
            [NV_PHRASE_NO_NOTE] = "No note.",
            [NV_PHRASE_NOT_INSERTED] = "Not inserted: {1}",
            [NV_PHRASE_LOCATOR_LONG] = "Too long.",
            [NV_PHRASE_NO_MEMORY] = "No memory.",
            [NV_PHRASE_ITSELF] = "{1}",
            [NV_PHRASE_REGISTRY_MISSING] = "{1} is missing.",
            [NV_PHRASE_REGISTRY_DAMAGED] = "{1} is damaged.",
            [NV_PHRASE_REGISTRY_MEMORY] = "No memory for {1}.",
        },
};

static nv_registry *registry;

static int open_registry(void **unused)
{
    (void)unused;
    registry = nv_registry_read(pack, sizeof pack - 1, "pack", NULL);
    return registry ? 0 : -1;
}

static int close_registry(void **unused)
{
    (void)unused;
    nv_registry_free(registry);
    return 0;
}

static void type_query(nv_state *state, const char *text)
{
    nv_state_set_query(state, text, strlen(text));
}

/* A state after the query, in English. */
static void set_up(nv_state *state, const char *query)
{
    nv_state_init(state, registry, NV_LANGUAGE_EN);
    type_query(state, query);
}

static const char *chosen_id(const nv_state *state)
{
    const nv_hit *hit = nv_state_hit(state);

    return hit ? hit->event->id : NULL;
}

/* What `describe` says of the state; static, until the next call. */
static const char *said(void (*describe)(nv_buffer *, const nv_phrases *,
                                         const nv_state *),
                        const nv_state *state)
{
    static nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_truncate(&text, 0);
    describe(&text, &english, state);
    return text.text;
}

static const char *said_at(void (*describe)(nv_buffer *, const nv_phrases *,
                                            const nv_state *, size_t),
                           const nv_state *state, size_t index)
{
    static nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_truncate(&text, 0);
    describe(&text, &english, state, index);
    return text.text;
}

static const nv_state_part *part_of(const nv_state *state, nv_part part)
{
    for (size_t i = 0; i < NV_STATE_PARTS; i++)
        if (state->parts[i].part == part)
            return &state->parts[i];
    fail();
    return NULL;
}

/* Rules */

static void a_search_chooses_its_first_row(void **unused)
{
    nv_state state;

    (void)unused;
    set_up(&state, "reply");
    CHECK_STR(chosen_id(&state), "1954-05-07-reply", "first row");
    CHECK(nv_state_has_note(&state), "a note for Enter to insert");
    type_query(&state, "");
    CHECK_STR(chosen_id(&state), NULL, "nothing without a query");
    CHECK(!nv_state_has_note(&state), "no note without a choice");
    nv_state_release(&state);
}

static void a_row_that_is_not_there_chooses_none(void **unused)
{
    static const int rows[] = {-1, -7, 1000, NV_STATE_NO_ROW};
    nv_citation citation;
    nv_state state;

    (void)unused;
    set_up(&state, "1954");
    for (size_t i = 0; i < NV_COUNT_OF(rows); i++) {
        nv_state_choose(&state, rows[i]);
        CHECK(state.row == NV_STATE_NO_ROW, "no row");
        CHECK(!nv_state_citation(&state, &citation), "no citation");
    }
    nv_state_release(&state);
}

static void no_registry_finds_nothing(void **unused)
{
    nv_state state;

    (void)unused;
    nv_state_init(&state, NULL, NV_LANGUAGE_FR);
    type_query(&state, "reply");
    nv_state_choose(&state, 0);
    CHECK(state.hit_count == 0 && !nv_state_has_note(&state), "nothing");
    CHECK_STR(said(nv_say_event, &state), "", "no event");
    nv_state_release(&state);
}

static void the_documents_own_words_are_chosen_first(void **unused)
{
    nv_state state;

    (void)unused;
    set_up(&state, "reply");
    CHECK(state.wording_count == 2, "both wordings are offered");
    CHECK(state.wording == 1, "the first is chosen");
    CHECK(state.wordings[0]->number == 1, "it is the document's own");
    nv_state_release(&state);
}

static void the_words_that_were_typed_are_chosen(void **unused)
{
    nv_citation citation;
    nv_state state;

    (void)unused;
    set_up(&state, "command paper");
    CHECK(nv_state_citation(&state, &citation), "chosen");
    CHECK(citation.quotation == 3, "the wording that matched");
    nv_state_release(&state);
}

/* The pack again, in which the reply is a declaration. */
static nv_registry *read_declaration(void)
{
    const char *refusal = strstr(pack, "'refusal'");
    nv_buffer text = NV_BUFFER_INIT;
    nv_registry *other;

    nv_buffer_add(&text, pack, (size_t)(refusal - pack));
    nv_buffer_add_text(&text, "'declaration'");
    nv_buffer_add_text(&text, refusal + strlen("'refusal'"));
    other = nv_registry_read(text.text, text.len, "pack", NULL);
    nv_buffer_release(&text);
    return other;
}

static void only_a_refusal_starts_with_words_nobody_typed(void **unused)
{
    nv_registry *other = read_declaration();
    nv_state state;

    (void)unused;
    nv_state_init(&state, other, NV_LANGUAGE_EN);
    type_query(&state, "soviet proposals");
    CHECK(state.wording_count == 2 && state.wording == 0, "not a declaration");
    type_query(&state, "completely unreal");
    CHECK(state.wording == 1, "unless its words were typed");
    nv_state_release(&state);
    nv_registry_free(other);
}

static void signatories_wait_to_be_ticked(void **unused)
{
    nv_state state;

    (void)unused;
    nv_state_init(&state, NULL, NV_LANGUAGE_EN);
    CHECK(!part_of(&state, NV_PART_SIGNATORIES)->is_wanted, "signatories");
    CHECK(part_of(&state, NV_PART_DATE)->is_wanted, "the date is there");
    CHECK(part_of(&state, NV_PART_WORDING)->is_wanted, "so are words");
    CHECK(part_of(&state, NV_PART_SOURCE)->is_wanted, "and the source");
    nv_state_release(&state);
}

static void a_word_found_by_another_spelling_is_said(void **unused)
{
    nv_state state;

    (void)unused;
    set_up(&state, "soviet colective");
    CHECK_STR(chosen_id(&state), "1954-03-31-note", "found all the same");
    CHECK_STR(said(nv_say_found, &state), "Found: 1; colective is collective",
              "and said");
    type_query(&state, "soviet collective");
    CHECK_STR(said(nv_say_found, &state), "Found: 1", "nothing to say");
    nv_state_release(&state);
}

static void no_wording_can_be_chosen(void **unused)
{
    nv_citation citation;
    nv_state state;

    (void)unused;
    set_up(&state, "reply");
    nv_state_choose_wording(&state, 0);
    nv_state_citation(&state, &citation);
    CHECK(citation.quotation == 0, "none");
    nv_state_choose_wording(&state, 99);
    CHECK(state.wording == 0, "what is not there is none");
    nv_state_release(&state);
}

static void a_locator_is_typed_in_either_field(void **unused)
{
    static const struct {
        const char *label, *query, *field, *kind, *value;
    } cases[] = {
        {"none", "reply", "", NULL, ""},
        {"in the query", "reply @art 4", "", "article", "4"},
        {"in its field", "reply", "art 5", "article", "5"},
        {"the field goes first", "reply @art 4", "art 5", "article", "5"},
        {"a lonely mark", "reply @", "", NULL, ""},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_citation citation;
        nv_state state;

        set_up(&state, cases[i].query);
        nv_state_set_locator(&state, cases[i].field, strlen(cases[i].field));
        CHECK_STR(chosen_id(&state), "1954-05-07-reply", cases[i].label);
        nv_state_citation(&state, &citation);
        CHECK_STR(citation.locator.label, cases[i].kind, cases[i].label);
        if (cases[i].kind)
            CHECK_STR(citation.locator.value, cases[i].value, cases[i].label);
        nv_state_release(&state);
    }
}

static void a_locator_chooses_the_words_that_stand_there(void **unused)
{
    static const struct {
        const char *label, *query;
        size_t wording;
    } cases[] = {
        {"no locator", "reply", 1},
        {"where the words stand", "reply @art 4(1)", 1},
        {"the article around them", "reply @art 4", 1},
        {"elsewhere", "reply @art 5", 0},
        {"not the beginning of a number", "reply @art 40", 0},
        {"another kind of place", "reply @preamble", 0},
        {"a page of the edition", "reply @p 12", 1},
        {"nobody located them, but they were typed", "command paper @art 5", 2},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_state state;

        set_up(&state, cases[i].query);
        CHECK(state.wording == cases[i].wording, cases[i].label);
        nv_state_release(&state);
    }
}

static void typing_a_locator_keeps_the_choice(void **unused)
{
    nv_state state;

    (void)unused;
    set_up(&state, "1954");
    nv_state_choose(&state, 1);
    nv_state_choose_wording(&state, 0);
    CHECK(state.hit_count == 2, "two events");
    type_query(&state, "1954 @p 3");
    CHECK(state.row == 1, "the row stays");
    CHECK(state.wording == 0, "the wording stays");
    nv_state_release(&state);
}

static void a_wish_outlives_its_event(void **unused)
{
    nv_citation citation;
    nv_state state;

    (void)unused;
    set_up(&state, "reply");
    nv_state_want(&state, NV_PART_SOURCE, false);
    type_query(&state, "note collective");
    nv_state_citation(&state, &citation);
    CHECK(!(citation.parts & NV_PART_SOURCE), "still unticked");
    CHECK(citation.parts & NV_PART_DATE, "the others are ticked");
    nv_state_release(&state);
}

static void an_unavailable_part_says_why(void **unused)
{
    nv_state state;

    (void)unused;
    set_up(&state, "reply");
    CHECK(part_of(&state, NV_PART_DATE)->is_available, "date");
    CHECK(part_of(&state, NV_PART_WORDING)->is_available, "wording");
    CHECK(!part_of(&state, NV_PART_SIGNATORIES)->is_available, "nobody signed");
    CHECK(part_of(&state, NV_PART_SIGNATORIES)->why[0], "a reason");
    CHECK(strstr(said(nv_say_reasons, &state), "Signatories: ") != NULL,
          "the reason is shown with the name of the part");
    type_query(&state, "");
    CHECK_STR(said(nv_say_reasons, &state), "", "nothing without event");
    nv_state_release(&state);
}

static void the_note_follows_the_language_of_the_text(void **unused)
{
    nv_citation citation;
    nv_state state;

    (void)unused;
    set_up(&state, "reply");
    nv_state_choose_wording(&state, 2);
    nv_state_set_language(&state, NV_LANGUAGE_FR);
    nv_state_citation(&state, &citation);
    CHECK(citation.language == NV_LANGUAGE_FR, "French");
    CHECK(citation.quotation == 3, "the wording chosen stays");
    nv_state_choose_wording(&state, 0);
    CHECK(strstr(said(nv_say_note, &state), "trois puissances") != NULL,
          "a French note");
    nv_state_set_language(&state, NV_LANGUAGE_RU);
    CHECK(state.language == NV_LANGUAGE_EN, "English for any other");
    nv_state_release(&state);
}

static void dates_are_written_out(void **unused)
{
    static const struct {
        const char *iso, *wanted;
    } cases[] = {
        {"1954-05-07", "7 May 1954"},
        {"1954-04-01", "1st April 1954"},
        {"1954-12", "December 1954"},
        {"1947", "1947"},
        {"1954-13-01", "1954-13-01"},
        {"soon", "soon"},
        {"", ""},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_buffer text = NV_BUFFER_INIT;

        nv_say_date(&text, &english, cases[i].iso);
        CHECK_STR(text.text, cases[i].wanted, cases[i].iso);
        nv_buffer_release(&text);
    }
}

static void a_row_is_one_sentence(void **unused)
{
    nv_state state;

    (void)unused;
    set_up(&state, "reply");
    CHECK_STR(said_at(nv_say_row, &state, 0),
              "7 May 1954 - Reply refusing the Soviet proposals", "row");
    CHECK_STR(said(nv_say_found, &state), "Found: 1", "number");
    type_query(&state, "brdo");
    CHECK_STR(said_at(nv_say_row, &state, 0), "June 2001 - Remarks at Brdo",
              "a month");
    nv_state_release(&state);
}

static void an_unchecked_source_is_marked(void **unused)
{
    nv_state state;

    (void)unused;
    set_up(&state, "collective");
    CHECK(strstr(said_at(nv_say_row, &state, 0), "(pages not checked)"),
          "in the list");
    CHECK(strstr(said(nv_say_note, &state), "Pages not checked.\n"),
          "in the preview");
    nv_state_release(&state);
}

static void the_event_is_told_in_full(void **unused)
{
    nv_state state;

    (void)unused;
    set_up(&state, "reply");
    CHECK_STR(said(nv_say_event, &state),
              "Reply refusing the Soviet proposals\n"
              "7 May 1954, Moscow\n"
              "Caution: Only two words may be quoted.\n"
              "Caution: Three notes, one text.\n"
              "Minister: Anthony Eden (Foreign Secretary)\n"
              "Approved: 22 April 1954\n"
              "Parties: Soviet Union\n"
              "A refusal.",
              "event");
    nv_state_choose_wording(&state, 0);
    CHECK(!strstr(said(nv_say_event, &state), "two words"),
          "a caution goes with its wording");
    nv_state_release(&state);
}

static void a_famous_sentence_leads_to_its_event_with_the_answer(void **unused)
{
    nv_state state;

    (void)unused;
    set_up(&state, "caractere irrealiste");
    CHECK_STR(chosen_id(&state), "2001-06-putin", "the event it belongs to");
    CHECK(strstr(said(nv_say_event, &state),
                 "In circulation: 'le caractère irréaliste' - "
                 "Not in the reply of 1954.\n") == said(nv_say_event, &state),
          "the answer comes first");
    nv_state_release(&state);
}

static void a_wording_says_whose_it_is_and_how_it_reached_us(void **unused)
{
    nv_state state;

    (void)unused;
    set_up(&state, "reply");
    CHECK_STR(said_at(nv_say_wording, &state, 0), "No words", "none");
    CHECK_STR(said_at(nv_say_wording, &state, 1),
              "'completely unreal' (en, quoted)", "quoted");
    CHECK_STR(said_at(nv_say_wording, &state, 2),
              "'he has only to read the Command Paper'"
              " (en, words of Anthony Nutting)",
              "other people's");
    nv_state_release(&state);
}

static void a_phrase_is_filled_where_it_says(void **unused)
{
    static const struct {
        const char *label, *phrase, *wanted;
    } cases[] = {
        {"in order", "{1}, {2}", "a, b"},
        {"in another order", "{2}: {1}", "b: a"},
        {"twice", "{1}{1}", "aa"},
        {"a place without a value", "{1}{3}.", "a."},
        {"no place", "{} {0} {x} {1", "{} {0} {x} {1"},
        {"nothing", "", ""},
    };
    static const char *const values[] = {"a", "b"};

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_phrases phrases = {.text = {[NV_PHRASE_ROW] = cases[i].phrase}};
        nv_buffer text = NV_BUFFER_INIT;

        nv_phrase_fill(&text, &phrases, NV_PHRASE_ROW, values, 2);
        CHECK_STR(text.text, cases[i].wanted, cases[i].label);
        nv_buffer_release(&text);
    }
}

static void an_item_of_a_list_that_is_too_short_is_empty(void **unused)
{
    nv_phrases phrases = {.text = {[NV_PHRASE_ACTS] = "a,b"}};
    nv_buffer text = NV_BUFFER_INIT;

    (void)unused;
    nv_phrase_item(&text, &phrases, NV_PHRASE_ACTS, 1);
    nv_phrase_item(&text, &phrases, NV_PHRASE_ACTS, 2);
    nv_phrase_item(&text, &phrases, NV_PHRASE_ACTS, 9);
    CHECK_STR(text.text, "b", "the second; no third, no tenth");
    nv_buffer_release(&text);
}

/* The sentence for one error, as Insert or as the registry gives it. */
static void every_error_has_a_sentence(void **unused)
{
    static const struct {
        nv_error_code code;
        const char *of_insert, *of_registry;
    } cases[] = {
        {NV_OK, "", ""},
        {NV_ERROR_IO, "Not inserted: oh", "file is missing."},
        {NV_ERROR_FORMAT, "Not inserted: oh", "file is damaged."},
        {NV_ERROR_MEMORY, "No memory.", "No memory for file."},
        {NV_ERROR_ARGUMENT, "No note.", "file is damaged."},
        {NV_ERROR_LIMIT, "Too long.", "file is damaged."},
        {NV_ERROR_UNO, "Not inserted: oh", "file is missing."},
        {NV_ERROR_PLACE, "oh", "file is damaged."},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_error error = {.code = cases[i].code, .message = "oh"};
        nv_error none = {0};
        nv_troubles insert = {.insert = error}, opening = {.registry = error};
        nv_buffer text = NV_BUFFER_INIT;

        nv_troubles_say(&text, &english, &insert, &none, "file");
        CHECK_STR(text.text, cases[i].of_insert, "insert");
        nv_buffer_truncate(&text, 0);
        nv_troubles_say(&text, &english, &opening, &none, "file");
        CHECK_STR(text.text, cases[i].of_registry, "registry");
        nv_buffer_release(&text);
    }
}

static void the_weightiest_trouble_is_said(void **unused)
{
    nv_troubles troubles = {.registry = {.code = NV_ERROR_IO, .message = "r"},
                            .insert = {.code = NV_ERROR_UNO, .message = "i"},
                            .is_early = true,
                            .why = "Nowhere."};
    nv_error note = {.code = NV_ERROR_ARGUMENT, .message = "n"};
    static const struct {
        const char *sentence, *detail;
    } wanted[] = {{"file is missing.", "r"},
                  {"Not inserted: i", "i"},
                  {"No note.", "n"},
                  {"Nothing chosen.", ""},
                  {"Nowhere.", ""}};

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(wanted); i++) {
        nv_buffer text = NV_BUFFER_INIT;
        const char *detail =
            nv_troubles_say(&text, &english, &troubles, &note, "file");

        CHECK_STR(text.text, wanted[i].sentence, "sentence");
        CHECK_STR(detail, wanted[i].detail, "detail");
        nv_buffer_release(&text);
        if (i == 0)
            nv_error_clear(&troubles.registry);
        if (i == 1)
            nv_error_clear(&troubles.insert);
        if (i == 2)
            nv_error_clear(&note);
        if (i == 3)
            troubles.is_early = false;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_search_chooses_its_first_row),
        cmocka_unit_test(a_row_that_is_not_there_chooses_none),
        cmocka_unit_test(no_registry_finds_nothing),
        cmocka_unit_test(the_documents_own_words_are_chosen_first),
        cmocka_unit_test(the_words_that_were_typed_are_chosen),
        cmocka_unit_test(only_a_refusal_starts_with_words_nobody_typed),
        cmocka_unit_test(signatories_wait_to_be_ticked),
        cmocka_unit_test(a_word_found_by_another_spelling_is_said),
        cmocka_unit_test(no_wording_can_be_chosen),
        cmocka_unit_test(a_locator_is_typed_in_either_field),
        cmocka_unit_test(a_locator_chooses_the_words_that_stand_there),
        cmocka_unit_test(typing_a_locator_keeps_the_choice),
        cmocka_unit_test(a_wish_outlives_its_event),
        cmocka_unit_test(an_unavailable_part_says_why),
        cmocka_unit_test(the_note_follows_the_language_of_the_text),
        cmocka_unit_test(dates_are_written_out),
        cmocka_unit_test(a_row_is_one_sentence),
        cmocka_unit_test(an_unchecked_source_is_marked),
        cmocka_unit_test(the_event_is_told_in_full),
        cmocka_unit_test(a_famous_sentence_leads_to_its_event_with_the_answer),
        cmocka_unit_test(a_wording_says_whose_it_is_and_how_it_reached_us),
        cmocka_unit_test(every_error_has_a_sentence),
        cmocka_unit_test(the_weightiest_trouble_is_said),
        cmocka_unit_test(a_phrase_is_filled_where_it_says),
        cmocka_unit_test(an_item_of_a_list_that_is_too_short_is_empty),
    };

    return cmocka_run_group_tests(tests, open_registry, close_registry);
}
