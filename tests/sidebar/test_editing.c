/* SPDX-License-Identifier: MPL-2.0 */
/* What the panel shows in place of the search, what can be done, and what is
 * said of citations, tested without a window. */
#include "small.h"

#include "base/array.h"

static nv_packs *packs;
static nv_library *library;

static int open_packs(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    write_small("core.nvpack", "core");
    packs = nv_packs_new(NULL, NULL);
    assert_true(nv_packs_add(packs, at("core.nvpack"), NULL));
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

/* A search, and a citation of another event that stands in a document. */
typedef struct {
    nv_state search, source;
    nv_editing editing;
    nv_citation citation;
    nv_at_caret at;
} scene;

static void begin(scene *scene)
{
    nv_state *const states[] = {&scene->search, &scene->source};

    for (size_t i = 0; i < NV_COUNT_OF(states); i++) {
        nv_state_init(states[i], packs, NV_TONGUE_EN);
        nv_state_use_library(states[i], library);
    }
    nv_editing_init(&scene->editing, NV_TONGUE_EN);
    type_query(&scene->search, "collective security");
    type_query(&scene->source, "refusing");
    nv_state_set_locator(&scene->source, "art 4(1)", strlen("art 4(1)"));
    nv_state_set_prefix(&scene->source, "see", strlen("see"));
    assert_true(nv_state_citation(&scene->source, &scene->citation));
    scene->at = (nv_at_caret){"one",
                              "What it says.",
                              3,
                              NV_STANDING_RIGHT,
                              scene->source.registry,
                              &scene->citation,
                              ""};
}

static void end(scene *scene)
{
    nv_editing_release(&scene->editing);
    nv_state_release(&scene->search);
    nv_state_release(&scene->source);
}

static bool find(scene *scene, const char *name)
{
    scene->at.name = name;
    return nv_editing_find(&scene->editing, &scene->search,
                           name ? &scene->at : NULL);
}

static nv_state *shown(scene *scene)
{
    return nv_editing_shown(&scene->editing, &scene->search);
}

static nv_situation situation(scene *scene)
{
    return (nv_situation){.editing = &scene->editing, .shown = shown(scene)};
}

static const char *said_of_caret(scene *scene)
{
    static nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_truncate(&text, 0);
    nv_say_caret(&text, &english, &scene->editing);
    return text.text;
}

/* Rules */

static void the_writers_words_stand_around_the_citation(void **unused)
{
    nv_citation citation;
    char *text;
    scene s;

    (void)unused;
    begin(&s);
    nv_state_set_suffix(&s.source, "on it", strlen("on it"));
    assert_true(nv_state_citation(&s.source, &citation));
    CHECK_STR(citation.prefix, "see", "before");
    CHECK_STR(citation.suffix, "on it", "behind");
    text = nv_note_text(&s.source.note);
    CHECK(strstr(text, "ee ") && strstr(text, "on it"), "in the preview");
    free(text);
    end(&s);
}

static void a_citation_at_the_caret_is_shown_as_it_stands(void **unused)
{
    nv_citation citation;
    scene s;

    (void)unused;
    begin(&s);
    CHECK(find(&s, "one"), "shown");
    CHECK(shown(&s) != &s.search, "not the search");
    assert_true(nv_state_citation(shown(&s), &citation));
    CHECK_STR(citation.event->id, "1954-05-07-reply", "its event");
    CHECK(citation.quotation == s.citation.quotation, "its wording");
    CHECK(citation.parts == s.citation.parts, "its parts");
    CHECK_STR(citation.locator.label, "article", "its locator");
    CHECK_STR(citation.locator.value, "4(1)", "its locator");
    CHECK_STR(citation.prefix, "see", "the words before it");
    CHECK(nv_state_has_note(shown(&s)), "a preview");
    CHECK_STR(chosen_id(&s.search), "1954-03-31-note", "the search stays");
    CHECK_STR(said_of_caret(&s), "In note 3.", "which it is");
    end(&s);
}

static void the_same_citation_keeps_what_was_changed(void **unused)
{
    scene s;

    (void)unused;
    begin(&s);
    find(&s, "one");
    nv_state_set_locator(shown(&s), "p 7", strlen("p 7"));
    CHECK(!find(&s, "one"), "nothing else is shown");
    CHECK_STR(shown(&s)->locator.text, "p 7", "what was typed");
    CHECK(find(&s, "two"), "another one is");
    CHECK_STR(shown(&s)->locator.text, "article 4(1)", "its own");
    CHECK(find(&s, NULL), "none: the search");
    CHECK(shown(&s) == &s.search, "the search");
    end(&s);
}

static void what_was_left_is_not_shown_again(void **unused)
{
    scene s;

    (void)unused;
    begin(&s);
    CHECK(!nv_editing_leave(&s.editing), "the search is shown already");
    find(&s, "one");
    CHECK(nv_editing_leave(&s.editing), "left");
    CHECK(!find(&s, "one") && shown(&s) == &s.search, "not again");
    CHECK_STR(said_of_caret(&s), "Added to 3.", "what Enter will do");
    nv_editing_want(&s.editing);
    CHECK(find(&s, "one"), "unless it is wanted");
    nv_editing_leave(&s.editing);
    find(&s, NULL);
    CHECK(find(&s, "one"), "or the caret was elsewhere");
    end(&s);
}

static void a_lost_citation_is_told_and_not_shown(void **unused)
{
    scene s;

    (void)unused;
    begin(&s);
    s.at.registry = NULL;
    s.at.state = NV_STANDING_LOST;
    s.at.trouble = "No pack.";
    CHECK(!find(&s, "one") && shown(&s) == &s.search, "the search");
    CHECK_STR(said_of_caret(&s), "Lost: No pack.", "why");
    end(&s);
}

static void a_citation_changed_by_hand_is_written_anew(void **unused)
{
    scene s;

    (void)unused;
    begin(&s);
    s.at.state = NV_STANDING_BY_HAND;
    s.at.note = 0;
    find(&s, "one");
    CHECK_STR(said_of_caret(&s), "In the text. By hand: What it says.",
              "what it says");
    CHECK(nv_deed_of_button(&s.editing) == NV_DEED_ANEW, "the button");
    end(&s);
}

static void a_selected_quotation_is_offered_once(void **unused)
{
    const nv_event *event;
    scene s;

    (void)unused;
    begin(&s);
    event = s.citation.event;
    CHECK(nv_editing_offer(&s.editing, &s.search, s.source.registry, event, 1),
          "offered");
    CHECK(shown(&s)->wording == 1, "its wording");
    CHECK_STR(said_of_caret(&s), "Offered.", "so");
    CHECK(nv_deed_of_button(&s.editing) == NV_DEED_OFFER, "the button");
    nv_editing_leave(&s.editing);
    CHECK(!nv_editing_offer(&s.editing, &s.search, s.source.registry, event, 1),
          "not again");
    CHECK(!nv_editing_offer(&s.editing, &s.search, NULL, NULL, 0), "nothing");
    CHECK(nv_editing_offer(&s.editing, &s.search, s.source.registry, event, 1),
          "selected again");
    CHECK(nv_editing_offer(&s.editing, &s.search, NULL, NULL, 0),
          "no more: the search");
    nv_editing_forget(&s.editing);
    CHECK(shown(&s) == &s.search, "forgotten");
    end(&s);
}

static void the_button_does_what_fits(void **unused)
{
    scene s;

    (void)unused;
    begin(&s);
    CHECK(nv_deed_of_button(&s.editing) == NV_DEED_INSERT, "in the text");
    find(&s, "one");
    CHECK(nv_deed_of_button(&s.editing) == NV_DEED_CHANGE, "in a note");
    nv_editing_leave(&s.editing);
    CHECK(nv_deed_of_button(&s.editing) == NV_DEED_ADD, "of a search there");
    s.editing.form = NV_FORM_OWN;
    CHECK(nv_deed_of_button(&s.editing) == NV_DEED_QUOTE_OWN, "a translation");
    end(&s);
}

static void what_stands_in_the_way_is_told(void **unused)
{
    static const struct {
        nv_deed deed;
        const char *in_text, *editing, *left; /* NULL: it can be done */
    } cases[] = {
        {NV_DEED_INSERT, NULL, NULL, NULL},
        {NV_DEED_QUOTE, "No words.", NULL, "No words."},
        {NV_DEED_QUOTE_OWN, "No words.", "No translation.", "No words."},
        {NV_DEED_CHAIN, "No answers.", "No answers.", "No answers."},
        {NV_DEED_ADD, "None here.", "Search first.", NULL},
        {NV_DEED_REPLACE, "None here.", "Search first.", NULL},
        {NV_DEED_REMOVE, "None here.", NULL, NULL},
        {NV_DEED_EDIT, "None here.", NULL, NULL},
        {NV_DEED_REMOVE_LIST, "No list.", "No list.", "No list."},
        {NV_DEED_TIMELINE, NULL, NULL, NULL},
        {NV_DEED_REMOVE_TIMELINE, "No timeline.", "No timeline.",
         "No timeline."},
        {NV_DEED_UNLINK_ALL, NULL, NULL, NULL},
        {NV_DEED_EXPORT, NULL, NULL, NULL},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_situation now;
        scene s;

        begin(&s);
        now = situation(&s);
        CHECK_STR(nv_deed_obstacle(cases[i].deed, &now, &english),
                  cases[i].in_text, "in the text");
        find(&s, "one");
        now = situation(&s);
        CHECK_STR(nv_deed_obstacle(cases[i].deed, &now, &english),
                  cases[i].editing, "at a citation");
        nv_editing_leave(&s.editing);
        now = situation(&s);
        CHECK_STR(nv_deed_obstacle(cases[i].deed, &now, &english),
                  cases[i].left, "of a search there");
        end(&s);
    }
}

static void a_place_or_document_that_bars_it_goes_first(void **unused)
{
    nv_situation now;
    scene s;

    (void)unused;
    begin(&s);
    type_query(&s.search, "");
    now = situation(&s);
    CHECK_STR(nv_deed_obstacle(NV_DEED_INSERT, &now, &english),
              "Nothing chosen.", "nothing is chosen");
    now.why_no_place = "A comment.";
    CHECK_STR(nv_deed_obstacle(NV_DEED_INSERT, &now, &english), "A comment.",
              "no place");
    now.why_no_write = "Read-only.";
    CHECK_STR(nv_deed_obstacle(NV_DEED_REMOVE, &now, &english), "Read-only.",
              "no writing");
    end(&s);
}

static void a_citation_is_listed_with_its_state(void **unused)
{
    static const struct {
        int32_t note;
        nv_standing_state standing;
        const char *row;
    } cases[] = {
        {1, NV_STANDING_RIGHT, "Note 1: A, B."},
        {0, NV_STANDING_STALE, "Text, stale: A, B."},
        {2, NV_STANDING_BY_HAND, "Note 2, by hand: A, B."},
        {3, NV_STANDING_LOST, "Note 3, lost: A, B."},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_buffer text = NV_BUFFER_INIT;

        nv_say_citation(&text, &english, cases[i].note, cases[i].standing,
                        "A, B.");
        CHECK_STR(text.text, cases[i].row, "row");
        nv_buffer_release(&text);
    }
}

static void old_and_new_wording_are_said(void **unused)
{
    static const struct {
        const char *text, *wanted, *trouble, *said;
    } cases[] = {
        {"A", "B", NULL, "Says: A\nShould say: B"},
        {"A", "A", NULL, "Should say: A"},
        {"A", NULL, "No pack.", "Says: A\nNo pack."},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_buffer text = NV_BUFFER_INIT;

        nv_say_both(&text, &english, cases[i].text, cases[i].wanted,
                    cases[i].trouble);
        CHECK_STR(text.text, cases[i].said, "both");
        nv_buffer_release(&text);
    }
}

static void attention_is_said_where_it_is_due(void **unused)
{
    const nv_refreshed well = {.citations = 4};
    const nv_refreshed ill = {
        .citations = 9, .rewritten = 2, .by_hand = 1, .lost = 1};
    nv_buffer text = NV_BUFFER_INIT;

    (void)unused;
    nv_say_attention(&text, &english, &well);
    CHECK_STR(text.text, "", "none");
    nv_say_attention(&text, &english, &ill);
    CHECK_STR(text.text, "Attention: 4 of 9", "some");
    nv_buffer_release(&text);
}

static void an_act_that_failed_is_one_sentence(void **unused)
{
    static const struct {
        nv_error_code code;
        const char *sentence;
    } cases[] = {
        {NV_ERROR_IO, "Not done: why"},
        {NV_ERROR_FORMAT, "Not done: why"},
        {NV_ERROR_ARGUMENT, "Not there."},
        {NV_ERROR_LIMIT, "Too long."},
        {NV_ERROR_UNO, "Not done: why"},
        {NV_ERROR_PLACE, "why"},
        {NV_ERROR_DUPLICATE, "Not done: why"},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        const nv_troubles troubles = {
            .act = {.code = cases[i].code, .message = "why"}};
        const nv_state state = {0};
        nv_buffer text = NV_BUFFER_INIT;

        nv_troubles_say(&text, &english, &troubles, &state, "file");
        CHECK_STR(text.text, cases[i].sentence, "sentence");
        nv_buffer_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_writers_words_stand_around_the_citation),
        cmocka_unit_test(a_citation_at_the_caret_is_shown_as_it_stands),
        cmocka_unit_test(the_same_citation_keeps_what_was_changed),
        cmocka_unit_test(what_was_left_is_not_shown_again),
        cmocka_unit_test(a_lost_citation_is_told_and_not_shown),
        cmocka_unit_test(a_citation_changed_by_hand_is_written_anew),
        cmocka_unit_test(a_selected_quotation_is_offered_once),
        cmocka_unit_test(the_button_does_what_fits),
        cmocka_unit_test(what_stands_in_the_way_is_told),
        cmocka_unit_test(a_place_or_document_that_bars_it_goes_first),
        cmocka_unit_test(a_citation_is_listed_with_its_state),
        cmocka_unit_test(old_and_new_wording_are_said),
        cmocka_unit_test(attention_is_said_where_it_is_due),
        cmocka_unit_test(an_act_that_failed_is_one_sentence),
    };

    return cmocka_run_group_tests(tests, open_packs, close_packs);
}
