/* SPDX-License-Identifier: MPL-2.0 */
/* Several packs in the panel: found on disk, followed as they change, told
 * apart in rows and notes. */
#include "small.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/array.h"
#include "sidebar/pack_set.h"

static nv_library *library;

/* What notes are written in: compiled before the rules empty the folder. */
static int open_library(void **state)
{
    if (make_folder(state) != 0)
        return -1;
    write_styles();
    library = open_styles();
    nv_library_style(library, "chicago-17", NV_LANGUAGE_EN, NULL);
    nv_library_style(library, "histoire", NV_LANGUAGE_FR, NULL);
    return 0;
}

static int close_library(void **state)
{
    nv_library_free(library);
    return remove_folder(state);
}

/* The two packs that most rules start with: ours, and one in a folder. */
static void write_two(void)
{
    empty_folder();
    assert_int_equal(mkdir(at("packs"), 0700), 0);
    write_small("own.gz", "core");
    write_small("packs/other.nvpack", "other");
}

/* Ours and the folders `packs` and `more`, of which the second isn't there. */
static nv_buffer places_here(void)
{
    nv_buffer places = NV_BUFFER_INIT;

    nv_places_add(&places, at("own.gz"));
    nv_places_add(&places, at("packs"));
    nv_places_add(&places, at("more"));
    return places;
}

static nv_pack_set *open_set(void)
{
    nv_error err = {0};
    nv_buffer places = places_here();
    nv_pack_set *set = nv_pack_set_open(&places, at("cache"), &err);

    CHECK(set, err.message);
    nv_buffer_release(&places);
    return set;
}

static bool is_current(const nv_pack_set *set)
{
    nv_buffer places = places_here();
    bool is = nv_pack_set_is_current(set, &places);

    nv_buffer_release(&places);
    return is;
}

/* The row of a pack's first hit. */
static int row_of(const nv_state *state, const char *name)
{
    for (size_t i = 0; i < state->hit_count; i++)
        if (strcmp(nv_registry_pack(state->hits[i].registry), name) == 0)
            return (int)i;
    return NV_STATE_NO_ROW;
}

/* A state that has found the reply in both packs. */
static void set_up(nv_state *state, const nv_pack_set *set)
{
    nv_state_init(state, set->packs, NV_TONGUE_EN);
    nv_state_use_library(state, library);
    type_query(state, "reply");
}

/* Finding */

static void ours_comes_first_and_folders_in_their_order(void **unused)
{
    nv_pack_set *set;

    (void)unused;
    write_two();
    set = open_set();
    CHECK(nv_packs_count(set->packs) == 2, "both");
    CHECK_STR(nv_registry_pack(nv_packs_registries(set->packs)[0]), "core",
              "ours");
    CHECK(set->registry.code == NV_OK && !set->trouble, "no trouble");
    nv_pack_set_release(set);
}

static void ours_being_damaged_leaves_the_others(void **unused)
{
    nv_pack_set *set;

    (void)unused;
    write_two();
    write_bytes(at("own.gz"), "no pack", 7);
    set = open_set();
    CHECK(set->registry.code == NV_ERROR_FORMAT, "told of ours");
    CHECK(!set->trouble, "and of no other");
    CHECK(nv_packs_count(set->packs) == 1, "which is there");
    nv_pack_set_release(set);
}

static void a_pack_that_is_left_out_is_told_in_a_sentence(void **unused)
{
    static const struct {
        const char *label, *name, *sentence;
        nv_error_code code;
    } cases[] = {
        {"damaged", NULL, "Pack packs/z.nvpack is damaged.", NV_ERROR_FORMAT},
        {"of a name that is taken", "other",
         "Two are other: packs/other.nvpack, not packs/z.nvpack.",
         NV_ERROR_DUPLICATE},
        {"that calls itself ours", "core",
         "Two are core: ", NV_ERROR_DUPLICATE},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_buffer text = NV_BUFFER_INIT;
        nv_state state = {0};
        nv_troubles troubles = {0};
        nv_pack_set *set;

        write_two();
        if (cases[i].name)
            write_small("packs/z.nvpack", cases[i].name);
        else
            write_bytes(at("packs/z.nvpack"), "no pack", 7);
        set = open_set();
        CHECK(nv_packs_count(set->packs) == 2, cases[i].label);
        CHECK(set->trouble && set->trouble->err.code == cases[i].code,
              cases[i].label);
        troubles.pack = set->trouble;
        nv_troubles_say(&text, &english, &troubles, &state, "file");
        CHECK(strncmp(text.text, cases[i].sentence,
                      strlen(cases[i].sentence)) == 0,
              text.text);
        nv_buffer_release(&text);
        nv_pack_set_release(set);
    }
}

static void an_index_that_could_not_be_used_is_told(void **unused)
{
    nv_buffer text = NV_BUFFER_INIT;
    nv_state state;
    nv_pack_set *set;

    (void)unused;
    write_two();
    write_bytes(at("packs/other.idx"), "no index", 8);
    set = open_set();
    CHECK(nv_packs_count(set->packs) == 2, "both are used");
    CHECK(set->trouble, "a trouble");
    set_up(&state, set);
    nv_troubles_say(&text, &english, &(nv_troubles){.pack = set->trouble},
                    &state, "file");
    CHECK_STR(text.text, "Pack packs/other.nvpack has another index.", "told");
    CHECK(strstr(set->trouble->err.message, "other.idx: the file is not"),
          set->trouble->err.message);
    nv_buffer_release(&text);
    nv_state_release(&state);
    write_bytes(at("packs/z.nvpack"), "no pack", 7);
    nv_pack_set_release(set);
    set = open_set();
    CHECK(set->trouble && !set->trouble->is_used, "what is left out is worse");
    nv_pack_set_release(set);
}

/* Following */

static void do_nothing(void)
{
}

static void add_a_pack(void)
{
    write_small("packs/new.nvpack", "new");
}

static void remove_a_pack(void)
{
    assert_int_equal(unlink(at("packs/other.nvpack")), 0);
}

static void write_over_a_pack(void)
{
    write_bytes(at("packs/other.nvpack"), "no pack", 7);
}

static void mend_a_pack(void)
{
    write_small("packs/bad.nvpack", "bad");
}

static void make_a_folder(void)
{
    assert_int_equal(mkdir(at("more"), 0700), 0);
}

static void write_over_ours(void)
{
    write_small("own.gz", "ours");
}

static void a_change_on_disk_is_seen(void **unused)
{
    static const struct {
        const char *label;
        void (*change)(void);
        bool is_current;
    } cases[] = {
        {"nothing", do_nothing, true},
        {"a new pack", add_a_pack, false},
        {"a pack that went", remove_a_pack, false},
        {"a pack that was written over", write_over_a_pack, false},
        {"a damaged pack that was mended", mend_a_pack, false},
        {"a new folder", make_a_folder, false},
        {"another of ours", write_over_ours, false},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_pack_set *set;

        write_two();
        write_bytes(at("packs/bad.nvpack"), "bad", 3);
        set = open_set();
        cases[i].change();
        CHECK(is_current(set) == cases[i].is_current, cases[i].label);
        nv_pack_set_release(set);
    }
}

static void indexes_are_kept_in_the_cache(void **unused)
{
    struct stat cache;

    (void)unused;
    write_two();
    CHECK(stat(at("cache"), &cache) != 0, "not there before");
    nv_pack_set_release(open_set());
    CHECK(stat(at("cache"), &cache) == 0 && S_ISDIR(cache.st_mode), "made");
}

static void other_places_are_another_set(void **unused)
{
    nv_buffer places = NV_BUFFER_INIT;
    nv_pack_set *set;

    (void)unused;
    write_two();
    set = open_set();
    nv_places_add(&places, at("own.gz"));
    CHECK(!nv_pack_set_is_current(set, &places), "fewer places");
    nv_buffer_release(&places);
    nv_pack_set_release(set);
}

static void a_set_lives_as_long_as_its_last_user(void **unused)
{
    nv_pack_set *set;
    nv_state state;

    (void)unused;
    write_two();
    set = nv_pack_set_acquire(open_set());
    set_up(&state, set);
    nv_pack_set_release(set);
    remove_a_pack();
    nv_state_choose(&state, row_of(&state, "other"));
    CHECK(nv_state_has_note(&state), "a pack whose file is gone is read");
    nv_state_release(&state);
    nv_pack_set_release(set);
}

/* In the panel */

static void hits_of_all_packs_are_counted_together(void **unused)
{
    nv_pack_set *set;
    nv_state state;

    (void)unused;
    write_two();
    set = open_set();
    set_up(&state, set);
    CHECK(state.hit_count == 2, "one of each pack");
    CHECK_STR(said(nv_say_found, &state), "Found: 2", "both");
    nv_state_release(&state);
    nv_pack_set_release(set);
}

static void a_row_and_the_event_name_the_pack_unless_it_is_ours(void **unused)
{
    nv_pack_set *set;
    nv_state state;
    int row;

    (void)unused;
    write_two();
    set = open_set();
    set_up(&state, set);
    row = row_of(&state, "other");
    CHECK_STR(said_at(nv_say_row, &state, (size_t)row),
              "7 May 1954 - Reply refusing the Soviet proposals (of other)",
              "the other's");
    CHECK_STR(said_at(nv_say_row, &state, (size_t)row_of(&state, "core")),
              "7 May 1954 - Reply refusing the Soviet proposals", "ours");
    nv_state_choose(&state, row);
    CHECK(strstr(said(nv_say_event, &state), "\nPack: other\n"), "its event");
    nv_state_choose(&state, row_of(&state, "core"));
    CHECK(!strstr(said(nv_say_event, &state), "Pack:"), "our event");
    nv_state_release(&state);
    nv_pack_set_release(set);
}

static void an_event_of_another_pack_is_cited_with_its_own_names(void **unused)
{
    nv_citation citation;
    nv_pack_set *set;
    nv_state state;
    int row;

    (void)unused;
    write_two();
    set = open_set();
    set_up(&state, set);
    row = row_of(&state, "other");
    nv_state_choose(&state, row);
    CHECK(nv_state_citation(&state, &citation), "it is cited");
    CHECK(citation.event == nv_registry_by_id(nv_packs_of(set->packs, "other"),
                                              "1954-05-07-reply", NULL),
          "as the event of its own pack");
    CHECK(strstr(said(nv_say_event, &state), "Parties: Soviet Union"),
          "whose names are known");
    CHECK(nv_state_has_note(&state), "with a note");
    nv_state_release(&state);
    nv_pack_set_release(set);
}

static void an_event_that_cannot_be_read_has_one_sentence(void **unused)
{
    nv_citation citation;
    nv_pack_set *set;
    nv_state state;
    nv_buffer text = NV_BUFFER_INIT;
    nv_troubles troubles = {0};

    (void)unused;
    write_two();
    nv_pack_set_release(open_set()); /* leaves indexes: nothing else is read */
    set = open_set();
    write_over_a_pack(); /* below the registry that is open */
    set_up(&state, set);
    nv_state_choose(&state, row_of(&state, "other"));
    CHECK(!nv_state_has_note(&state), "no note");
    CHECK(!nv_state_citation(&state, &citation), "nothing to insert");
    CHECK_STR(said(nv_say_event, &state), "", "no event");
    CHECK(nv_state_hit(&state), "the row stays chosen");
    nv_troubles_say(&text, &english, &troubles, &state, "file");
    CHECK_STR(text.text, "Not read.", "sentence");
    nv_state_set_locator(&state, "art 4", 5);
    nv_state_set_language(&state, NV_LANGUAGE_FR);
    CHECK(state.trouble.code != NV_OK, "which stays with the row");
    nv_state_choose(&state, row_of(&state, "core"));
    CHECK(nv_state_has_note(&state) && state.trouble.code == NV_OK,
          "and goes with it");
    nv_buffer_release(&text);
    nv_state_release(&state);
    nv_pack_set_release(set);
}

/* After another pack has come: the state goes on with a new set. */
static void what_is_chosen_is_kept_when_packs_change(void **unused)
{
    nv_pack_set *before, *after;
    nv_state state;

    (void)unused;
    write_two();
    before = open_set();
    set_up(&state, before);
    nv_state_choose(&state, row_of(&state, "other"));
    nv_state_choose_wording(&state, 2);
    add_a_pack();
    after = open_set();
    nv_state_use_packs(&state, after->packs);
    nv_pack_set_release(before);
    CHECK(state.hit_count == 3, "the new pack is searched");
    CHECK(state.row == row_of(&state, "other"), "the same event");
    CHECK(state.wording == 2 && state.is_wording_by_hand, "the same wording");
    CHECK(nv_state_has_note(&state), "with its note");
    nv_state_release(&state);
    nv_pack_set_release(after);
}

static void without_ours_the_others_are_named(void **unused)
{
    nv_pack_set *set;
    nv_state state;

    (void)unused;
    write_two();
    write_bytes(at("own.gz"), "bad", 3);
    set = open_set();
    set_up(&state, set);
    CHECK(state.hit_count == 1, "the other one is searched");
    CHECK_STR(nv_state_origin(&state, state.registry), "other", "and named");
    nv_state_release(&state);
    nv_pack_set_release(set);
}

static void what_found_no_memory_is_tried_again_in_time(void **unused)
{
    nv_pack_set *set;

    (void)unused;
    write_two();
    write_bytes(at("packs/bad.nvpack"), "bad", 3);
    set = open_set();
    ((nv_pack_trouble *)set->trouble)->err.code = NV_ERROR_MEMORY;
    CHECK(is_current(set), "not at once");
    set->opened -= 3600;
    CHECK(!is_current(set), "later");
    ((nv_pack_trouble *)set->trouble)->err.code = NV_ERROR_LIMIT;
    CHECK(is_current(set), "what never gets better is not tried again");
    nv_pack_set_release(set);
}

static void what_went_with_its_pack_is_not_chosen_any_more(void **unused)
{
    nv_pack_set *before, *after;
    nv_state state;

    (void)unused;
    write_two();
    before = open_set();
    set_up(&state, before);
    nv_state_choose(&state, row_of(&state, "other"));
    remove_a_pack();
    after = open_set();
    nv_state_use_packs(&state, after->packs);
    nv_pack_set_release(before);
    CHECK(state.row == 0 && state.hit_count == 1, "the first row is");
    CHECK(!nv_state_origin(&state, state.registry), "of ours");
    nv_state_release(&state);
    nv_pack_set_release(after);
}

static void the_answer_to_a_sentence_is_of_the_same_pack(void **unused)
{
    nv_pack_set *set;
    nv_state state;

    (void)unused;
    write_two();
    set = open_set();
    nv_state_init(&state, set->packs, NV_TONGUE_EN);
    type_query(&state, "caractere irrealiste");
    nv_state_choose(&state, row_of(&state, "other"));
    CHECK(strstr(said(nv_say_event, &state), "In circulation: "), "told");
    nv_state_release(&state);
    nv_pack_set_release(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ours_comes_first_and_folders_in_their_order),
        cmocka_unit_test(ours_being_damaged_leaves_the_others),
        cmocka_unit_test(a_pack_that_is_left_out_is_told_in_a_sentence),
        cmocka_unit_test(an_index_that_could_not_be_used_is_told),
        cmocka_unit_test(a_change_on_disk_is_seen),
        cmocka_unit_test(indexes_are_kept_in_the_cache),
        cmocka_unit_test(other_places_are_another_set),
        cmocka_unit_test(a_set_lives_as_long_as_its_last_user),
        cmocka_unit_test(hits_of_all_packs_are_counted_together),
        cmocka_unit_test(a_row_and_the_event_name_the_pack_unless_it_is_ours),
        cmocka_unit_test(an_event_of_another_pack_is_cited_with_its_own_names),
        cmocka_unit_test(an_event_that_cannot_be_read_has_one_sentence),
        cmocka_unit_test(what_is_chosen_is_kept_when_packs_change),
        cmocka_unit_test(what_went_with_its_pack_is_not_chosen_any_more),
        cmocka_unit_test(without_ours_the_others_are_named),
        cmocka_unit_test(what_found_no_memory_is_tried_again_in_time),
        cmocka_unit_test(the_answer_to_a_sentence_is_of_the_same_pack),
    };

    return cmocka_run_group_tests(tests, open_library, close_library);
}
