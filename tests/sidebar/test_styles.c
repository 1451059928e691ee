/* SPDX-License-Identifier: MPL-2.0 */
/* The styles of the panel: which one notes follow, what is said when the chosen
 * one can't be had, and how those on disk are followed as they change. */
#include "small.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/array.h"
#include "sidebar/style_set.h"

static nv_packs *packs;

/* Rules begin with the small styles in `styles`, and no `more`. */
static int set_up(void **state)
{
    (void)state;
    empty_folder();
    write_styles();
    write_small("core.nvpack", "core");
    packs = nv_packs_new(NULL, NULL);
    assert_true(nv_packs_add(packs, at("core.nvpack"), NULL));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    nv_packs_free(packs);
    packs = NULL;
    return 0;
}

/* A state with an English note, and what it writes with. */
static nv_library *begin(nv_state *state)
{
    nv_library *library = open_styles();

    nv_state_init(state, packs, NV_TONGUE_EN);
    nv_state_use_library(state, library);
    type_query(state, "reply");
    return library;
}

static void end(nv_state *state, nv_library *library)
{
    nv_state_release(state);
    nv_library_free(library);
}

/* Whether the note is the one that style of that title writes. */
static bool follows(const nv_state *state, const char *title)
{
    const char *note = said(nv_say_note, state);

    return strncmp(note, title, strlen(title)) == 0 &&
           note[strlen(title)] == ',';
}

static const char *told(const nv_state *state, const nv_troubles *troubles)
{
    static nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_truncate(&text, 0);
    nv_troubles_say(&text, &english, troubles, state, "file");
    return text.text;
}

static const nv_troubles no_troubles;

/* Rules */

static void without_a_choice_the_language_of_the_note_decides(void **unused)
{
    static const struct {
        nv_language language;
        const char *title, *says;
    } cases[] = {
        {NV_LANGUAGE_EN, "Chicago", "May 7, 1954"},
        {NV_LANGUAGE_FR, "Histoire", "7 mai 1954"},
        {NV_LANGUAGE_DE, "Geschichte", "7. Mai 1954"},
        {NV_LANGUAGE_ES, "Chicago", "7 de mayo de 1954"},
        {NV_LANGUAGE_RU, "Chicago", "7 май 1954"},
    };
    nv_state state;
    nv_library *library = begin(&state);

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_state_set_language(&state, cases[i].language);
        CHECK(follows(&state, cases[i].title), cases[i].title);
        CHECK(strstr(said(nv_say_note, &state), cases[i].says), cases[i].says);
        CHECK(state.style_trouble.code == NV_OK, "no trouble");
    }
    end(&state, library);
}

static void a_chosen_style_holds_for_all_languages(void **unused)
{
    nv_state state;
    nv_library *library = begin(&state);

    (void)unused;
    nv_state_choose_style(&state, "a-plain");
    for (int language = 0; language < NV_LANGUAGE_COUNT; language++) {
        nv_state_set_language(&state, (nv_language)language);
        CHECK(follows(&state, "A plain one"), "the chosen one");
    }
    nv_state_choose_style(&state, "");
    CHECK(follows(&state, "Chicago"), "none is chosen any more");
    end(&state, library);
}

static void choosing_a_style_keeps_everything_else(void **unused)
{
    nv_citation before, after;
    nv_state state;
    nv_library *library = begin(&state);

    (void)unused;
    nv_state_choose_wording(&state, 2);
    nv_state_want(&state, NV_PART_SOURCE, false);
    nv_state_citation(&state, &before);
    nv_state_choose_style(&state, "a-plain");
    nv_state_citation(&state, &after);
    CHECK(memcmp(&before, &after, sizeof after) == 0, "the same citation");
    CHECK(state.is_wording_by_hand, "the wording stays the writer's");
    end(&state, library);
}

static void the_list_has_titles_and_shows_the_style_in_use(void **unused)
{
    nv_state state;
    nv_library *library = begin(&state);

    (void)unused;
    CHECK_STR(said_at(nv_say_style, &state, 1), "A plain one", "by title");
    CHECK(nv_state_style_row(&state) == 0, "none is chosen");
    nv_state_choose_style(&state, "a-plain");
    CHECK(nv_state_style_row(&state) == 1, "the chosen one");
    nv_state_choose_style(&state, "");
    CHECK(nv_state_style_row(&state) == 0, "none again");
    nv_state_use_library(&state, NULL);
    CHECK(nv_state_style_row(&state) == NV_STATE_NO_ROW, "none");
    end(&state, library);
}

static void a_style_that_is_gone_is_told_and_comes_back(void **unused)
{
    nv_troubles is_told = {.is_style_told = true};
    nv_state state;
    nv_library *before = begin(&state), *without;

    (void)unused;
    nv_state_choose_style(&state, "a-plain");
    CHECK_STR(told(&state, &no_troubles), "", "nothing to say");
    CHECK(unlink(at("styles/a-plain.csl")) == 0, "gone");
    without = open_styles();
    nv_state_use_library(&state, without);
    CHECK(follows(&state, "Chicago"), "the language decides");
    CHECK_STR(told(&state, &no_troubles), "a-plain is gone, Chicago used.",
              "said");
    CHECK_STR(told(&state, &is_told), "", "once");
    nv_state_use_library(&state, before);
    CHECK(follows(&state, "A plain one"), "it stayed chosen");
    CHECK_STR(told(&state, &no_troubles), "", "nothing to say any more");
    nv_library_free(without);
    end(&state, before);
}

static void a_style_that_does_not_compile_is_told(void **unused)
{
    nv_state state;
    nv_library *library = begin(&state);

    (void)unused;
    nv_state_choose_style(&state, "broken");
    CHECK(follows(&state, "Chicago"), "the language decides");
    CHECK_STR(told(&state, &no_troubles), "Broken is broken, Chicago used.",
              "said");
    nv_state_choose_style(&state, "histoire");
    CHECK(follows(&state, "Histoire"), "another one works");
    CHECK_STR(told(&state, &no_troubles), "", "nothing to say");
    end(&state, library);
}

static void without_any_style_there_is_no_note(void **unused)
{
    nv_state state;
    nv_library *library, *none;

    (void)unused;
    library = begin(&state);
    assert_int_equal(rename(at("styles"), at("elsewhere")), 0);
    none = open_styles();
    nv_state_use_library(&state, none);
    CHECK(!nv_state_has_note(&state), "no note");
    CHECK_STR(told(&state, &no_troubles), "No style.", "said");
    CHECK_STR(chosen_id(&state), "1954-05-07-reply", "the choice stays");
    nv_state_use_library(&state, NULL);
    CHECK(!nv_state_has_note(&state), "no note");
    nv_state_use_library(&state, library);
    CHECK(follows(&state, "Chicago"), "a note again");
    nv_library_free(none);
    end(&state, library);
}

/* The set */

static nv_buffer places_here(void)
{
    nv_buffer places = NV_BUFFER_INIT;

    nv_places_add(&places, NV_BUILD "/locales");
    nv_places_add(&places, at("styles"));
    nv_places_add(&places, at("more"));
    return places;
}

static nv_style_set *open_set(void)
{
    nv_buffer places = places_here();
    nv_style_set *set = nv_style_set_open(&places, NULL);

    assert_non_null(set);
    nv_buffer_release(&places);
    return set;
}

static bool is_current(const nv_style_set *set)
{
    nv_buffer places = places_here();
    bool is = nv_style_set_is_current(set, &places);

    nv_buffer_release(&places);
    return is;
}

static void write_more(const char *file, const char *text)
{
    mkdir(at("more"), 0700);
    write_bytes(at(file), text, strlen(text));
}

static void change_nothing(void)
{
}

static void bring_a_folder(void)
{
    write_more("more/new.csl", "no style");
}

static void change_a_style(void)
{
    write_style("a-plain", "A plain one that changed", "", SOURCE);
}

static void remove_a_style(void)
{
    unlink(at("styles/broken.csl"));
}

static void styles_that_come_go_or_change_make_a_set_old(void **unused)
{
    static const struct {
        const char *label;
        void (*change)(void);
        bool is_current;
    } cases[] = {
        {"nothing changed", change_nothing, true},
        {"a folder came", bring_a_folder, false},
        {"a style changed", change_a_style, false},
        {"a style went", remove_a_style, false},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_style_set *set = open_set();

        cases[i].change();
        CHECK(is_current(set) == cases[i].is_current, cases[i].label);
        nv_style_set_release(set);
    }
}

static void other_places_make_a_set_old(void **unused)
{
    nv_buffer places = places_here();
    nv_style_set *set = open_set();

    (void)unused;
    nv_places_add(&places, at("still-more"));
    CHECK(!nv_style_set_is_current(set, &places), "one more");
    nv_style_set_release(set);
    nv_buffer_release(&places);
}

static void a_set_lives_as_long_as_its_last_user(void **unused)
{
    nv_style_set *set = open_set();
    nv_style_set *mine = nv_style_set_acquire(set);

    (void)unused;
    nv_style_set_release(set);
    CHECK(nv_library_find(mine->library, "chicago-17"), "still there");
    nv_style_set_release(mine);
    nv_style_set_release(nv_style_set_acquire(NULL));
}

static void files_that_are_no_styles_are_told(void **unused)
{
    static const struct {
        const char *label, *file, *text, *sentence;
    } cases[] = {
        {"not XML", "bad.csl", "no style", "Style more/bad.csl is damaged."},
        {"not CSL", "bad.csl", "<html/>", "Style more/bad.csl is damaged."},
        {"a name that is taken", "histoire.csl",
         "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' "
         "class='note'><info><title>T</title><id>i</id></info><citation>"
         "<layout/></citation></style>",
         "Twice: styles/histoire.csl, not more/histoire.csl."},
        {"a parent that is not there", "child.csl",
         "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0'><info>"
         "<title>T</title><id>i</id><link href='http://test/none' "
         "rel='independent-parent'/></info></style>",
         "Style more/child.csl needs http://test/none."},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        char file[40];
        nv_state state = {0};
        nv_troubles troubles = {0};
        nv_style_set *set;

        snprintf(file, sizeof file, "more/%s", cases[i].file);
        write_more(file, cases[i].text);
        set = open_set();
        CHECK(nv_library_trouble_count(set->library) == 1, cases[i].label);
        troubles.style = nv_library_trouble(set->library, 0);
        CHECK_STR(told(&state, &troubles), cases[i].sentence, cases[i].label);
        nv_style_set_release(set);
        CHECK(unlink(at(file)) == 0, "cleared");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define RULE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        RULE(without_a_choice_the_language_of_the_note_decides),
        RULE(a_chosen_style_holds_for_all_languages),
        RULE(choosing_a_style_keeps_everything_else),
        RULE(the_list_has_titles_and_shows_the_style_in_use),
        RULE(a_style_that_is_gone_is_told_and_comes_back),
        RULE(a_style_that_does_not_compile_is_told),
        RULE(without_any_style_there_is_no_note),
        RULE(styles_that_come_go_or_change_make_a_set_old),
        RULE(other_places_make_a_set_old),
        RULE(a_set_lives_as_long_as_its_last_user),
        RULE(files_that_are_no_styles_are_told),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
