/* SPDX-License-Identifier: MPL-2.0 */
/* What the panel knows and shows, tested without a window. */
#include "small.h"

#include "base/array.h"

static nv_packs *packs;
static nv_library *library;

static nv_packs *open_file(const char *file)
{
    nv_packs *opened = nv_packs_new(NULL, NULL);

    assert_non_null(opened);
    assert_true(nv_packs_add(opened, at(file), NULL));
    return opened;
}

static int open_packs(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    write_small("core.nvpack", "core");
    packs = open_file("core.nvpack");
    write_styles();
    library = open_styles();
    return 0;
}

static int close_packs(void **state)
{
    nv_packs_free(packs);
    nv_library_free(library);
    return remove_folder(state);
}

/* A state after the query, in English. */
static void set_up(nv_state *state, const char *query)
{
    nv_state_init(state, packs, NV_TONGUE_EN);
    nv_state_use_library(state, library);
    type_query(state, query);
}

static const nv_state_part *part_of(const nv_state *state, nv_part part)
{
    for (size_t i = 0; i < NV_STATE_PARTS; i++)
        if (state->parts[i].part == part)
            return &state->parts[i];
    fail();
    return NULL;
}

/* The sentence for the troubles, of which `note` is the state's; static, until
 * the next call. */
static const char *told(const nv_troubles *troubles, const nv_error *note)
{
    static nv_buffer text = NV_BUFFER_INIT;
    const nv_state state = {.trouble = *note};

    nv_buffer_truncate(&text, 0);
    nv_troubles_say(&text, &english, troubles, &state, "file");
    return text.text;
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

static void no_pack_finds_nothing(void **unused)
{
    nv_state state;

    (void)unused;
    nv_state_init(&state, NULL, NV_TONGUE_FR);
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
static nv_packs *open_declaration(void)
{
    const char *refusal = strstr(pack, "'refusal'");
    nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_add(&text, pack, (size_t)(refusal - pack));
    nv_buffer_add_text(&text, "'declaration'");
    nv_buffer_add_text(&text, refusal + strlen("'refusal'"));
    write_bytes(at("other.xml"), text.text, text.len);
    nv_buffer_release(&text);
    return open_file("other.xml");
}

static void only_a_refusal_starts_with_words_nobody_typed(void **unused)
{
    nv_packs *other = open_declaration();
    nv_state state;

    (void)unused;
    nv_state_init(&state, other, NV_TONGUE_EN);
    type_query(&state, "soviet proposals");
    CHECK(state.wording_count == 2 && state.wording == 0, "not a declaration");
    type_query(&state, "completely unreal");
    CHECK(state.wording == 1, "unless its words were typed");
    nv_state_release(&state);
    nv_packs_free(other);
}

static void signatories_wait_to_be_ticked(void **unused)
{
    nv_state state;

    (void)unused;
    nv_state_init(&state, NULL, NV_TONGUE_EN);
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
    nv_state_citation(&state, &citation);
    CHECK(citation.language == NV_LANGUAGE_RU, "Russian");
    CHECK(strstr(said(nv_say_note, &state), "7 май 1954") != NULL,
          "a Russian note");
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
    state.is_hit_total_partial = true;
    CHECK_STR(said(nv_say_found, &state), "Found: 1 at least, first 1",
              "a lower bound");
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
              "Minister: Anthony Eden (Foreign Secretary, United Kingdom)\n"
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

/* The sentence for one error, as Insert, reading or opening gives it. */
static void every_error_has_a_sentence(void **unused)
{
    static const struct {
        nv_error_code code;
        const char *of_insert, *of_note, *of_registry, *of_pack, *of_style;
    } cases[] = {
        {NV_OK, "", "", "", NULL, NULL},
        {NV_ERROR_IO, "Not inserted: oh", "Not read.", "file is missing.",
         "Pack b/c.nvpack is missing.", "Style b/c.nvpack is missing."},
        {NV_ERROR_FORMAT, "Not inserted: oh", "Not read.", "file is damaged.",
         "Pack b/c.nvpack is damaged.", "Style b/c.nvpack is damaged."},
        {NV_ERROR_MEMORY, "No memory.", "No memory.", "No memory for file.",
         "No memory for pack b/c.nvpack.", "Style b/c.nvpack is missing."},
        {NV_ERROR_ARGUMENT, "No note.", "No note.", "file is damaged.",
         "Pack b/c.nvpack is damaged.", "Style b/c.nvpack needs x."},
        {NV_ERROR_LIMIT, "Too long.", "Not read.", "file is damaged.",
         "Pack b/c.nvpack is large.", "Style b/c.nvpack is damaged."},
        {NV_ERROR_UNO, "Not inserted: oh", "Not read.", "file is missing.",
         "Pack b/c.nvpack is missing.", "Style b/c.nvpack is missing."},
        {NV_ERROR_PLACE, "oh", "No note.", "file is damaged.",
         "Pack b/c.nvpack is damaged.", "Style b/c.nvpack is damaged."},
        {NV_ERROR_DUPLICATE, "Not inserted: oh", "No note.", "file is damaged.",
         "Two are : , not b/c.nvpack.", "Twice: x, not b/c.nvpack."},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_error error = {.code = cases[i].code, .message = "oh"};
        nv_error none = {0};
        nv_pack_trouble left_out = {.path = "a/b/c.nvpack", .err = error};
        nv_style_trouble unused = {"a/b/c.nvpack", "x", error};
        nv_troubles all_is_well = {0}, insert = {.insert = error},
                    opening = {.registry = error}, pack = {.pack = &left_out},
                    style = {.style = &unused};

        CHECK_STR(told(&insert, &none), cases[i].of_insert, "insert");
        CHECK_STR(told(&all_is_well, &error), cases[i].of_note, "note");
        CHECK_STR(told(&opening, &none), cases[i].of_registry, "registry");
        if (error.code == NV_OK)
            continue;
        CHECK_STR(told(&pack, &none), cases[i].of_pack, "pack");
        CHECK_STR(told(&style, &none), cases[i].of_style, "style");
    }
}

static void the_weightiest_trouble_is_said(void **unused)
{
    nv_pack_trouble left_out = {
        .path = "c.nvpack", .err = {.code = NV_ERROR_FORMAT, .message = "p"}};
    nv_style_trouble no_style = {
        "c.csl", "", {.code = NV_ERROR_FORMAT, .message = "s"}};
    nv_troubles troubles = {
        .registry = {.code = NV_ERROR_IO, .message = "r"},
        .styles = {.code = NV_ERROR_UNO, .message = "l"},
        .insert = {.code = NV_ERROR_UNO, .message = "i"},
        .told = "Nothing chosen.",
        .why = "Nowhere.",
        .pack = &left_out,
        .style = &no_style,
    };
    nv_state state = {.trouble = {.code = NV_ERROR_ARGUMENT, .message = "n"}};
    static const struct {
        const char *sentence, *detail;
    } wanted[] = {
        {"file is missing.", "r"},
        {"No style.", "l"},
        {"Not inserted: i", "i"},
        {"No note.", "n"},
        {"Nothing chosen.", ""},
        {"Nowhere.", ""},
        {"Pack c.nvpack is damaged.", "p"},
        {"Style c.csl is damaged.", "s"},
        {"", ""},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(wanted); i++) {
        nv_buffer text = NV_BUFFER_INIT;
        const char *detail =
            nv_troubles_say(&text, &english, &troubles, &state, "file");

        CHECK_STR(text.text, wanted[i].sentence, "sentence");
        CHECK_STR(detail, wanted[i].detail, "detail");
        nv_buffer_release(&text);
        if (i == 0)
            nv_error_clear(&troubles.registry);
        if (i == 1)
            nv_error_clear(&troubles.styles);
        if (i == 2)
            nv_error_clear(&troubles.insert);
        if (i == 3)
            nv_error_clear(&state.trouble);
        if (i == 4)
            troubles.told[0] = '\0';
        if (i == 5)
            troubles.why[0] = '\0';
        if (i == 6)
            troubles.pack = NULL;
        if (i == 7)
            nv_troubles_forget_files(&troubles);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_search_chooses_its_first_row),
        cmocka_unit_test(a_row_that_is_not_there_chooses_none),
        cmocka_unit_test(no_pack_finds_nothing),
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

    return cmocka_run_group_tests(tests, open_packs, close_packs);
}
