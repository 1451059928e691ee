/* SPDX-License-Identifier: MPL-2.0 */
/* The desk: what was cited last and is starred, in its file and in the list. */
#include "small.h"

#include <unistd.h>

#include "base/array.h"
#include "sidebar/result_rows.h"

#define NOTE "core:1954-03-31-note"
#define REPLY "core:1954-05-07-reply"

/* The ids of a board with commas between; static, until the next call. */
static const char *ids(const nv_desk *desk, nv_desk_board board)
{
    static nv_buffer text = NV_BUFFER_INIT;
    char id[NV_DESK_ID];
    size_t from = 0;

    nv_buffer_truncate(&text, 0);
    while (nv_desk_next(desk, board, &from, id))
        nv_buffer_add_format(&text, "%s%s", text.len > 0 ? "," : "", id);
    return text.text;
}

static void write_text(const char *text)
{
    write_bytes(at("desk.txt"), text, strlen(text));
}

static const char *file_text(void)
{
    static char bytes[4096];
    FILE *file = fopen(at("desk.txt"), "rb");
    size_t len = file ? fread(bytes, 1, sizeof bytes - 1, file) : 0;

    bytes[len] = '\0';
    if (file)
        fclose(file);
    return bytes;
}

static void the_newest_comes_first_and_once(void **unused)
{
    nv_desk desk;

    (void)unused;
    unlink(at("desk.txt"));
    nv_desk_init(&desk, at("desk.txt"));
    CHECK(nv_desk_cite(&desk, NOTE) && nv_desk_cite(&desk, REPLY), "kept");
    CHECK(nv_desk_cite(&desk, NOTE), "kept again");
    CHECK_STR(ids(&desk, NV_DESK_OF_RECENT), NOTE "," REPLY, "order");
    CHECK_STR(file_text(),
              "noteverbale-desk 1\nrecent " NOTE "\nrecent " REPLY "\n",
              "file");
    nv_desk_release(&desk);
}

static void no_more_is_remembered_than_is_of_use(void **unused)
{
    nv_desk desk;
    char id[40];
    size_t from = 0, count = 0;

    (void)unused;
    nv_desk_init(&desk, NULL);
    for (int i = 0; i < 3 * NV_DESK_RECENT; i++) {
        snprintf(id, sizeof id, "core:event-%d", i);
        CHECK(nv_desk_cite(&desk, id), "without a file nothing can fail");
    }
    while (nv_desk_next(&desk, NV_DESK_OF_RECENT, &from, id))
        count++;
    CHECK(count == NV_DESK_RECENT, "number");
    nv_desk_release(&desk);
}

static void a_star_comes_and_goes(void **unused)
{
    nv_desk desk, other;

    (void)unused;
    unlink(at("desk.txt"));
    nv_desk_init(&desk, at("desk.txt"));
    nv_desk_init(&other, at("desk.txt"));
    CHECK(nv_desk_star(&desk, NOTE, true), "kept");
    CHECK(nv_desk_is_starred(&desk, NOTE), "starred");
    CHECK(nv_desk_look(&other) && nv_desk_is_starred(&other, NOTE),
          "another window reads it");
    CHECK(!nv_desk_look(&other), "and not a second time");
    CHECK(nv_desk_star(&desk, NOTE, false), "kept");
    CHECK(!nv_desk_is_starred(&desk, NOTE), "no star");
    nv_desk_release(&desk);
    nv_desk_release(&other);
}

static void what_is_no_id_is_not_put_there(void **unused)
{
    static const char *const bad[] = {
        "", ":", "core", "core:a b", "core:a\nb", "CORE:A", "core:\xC3\xA9"};
    nv_desk desk;

    (void)unused;
    nv_desk_init(&desk, NULL);
    for (size_t i = 0; i < NV_COUNT_OF(bad); i++)
        nv_desk_cite(&desk, bad[i]);
    CHECK_STR(ids(&desk, NV_DESK_OF_RECENT), "", "nothing");
    nv_desk_release(&desk);
}

static const struct {
    const char *label, *text;
    nv_error_code code;
    int line;
} foreign[] = {
    {"no file of ours", "hello\n", NV_ERROR_FORMAT, 1},
    {"a newer version", "noteverbale-desk 2\nmagic\n", NV_ERROR_LIMIT, 1},
    {"an unknown word", "noteverbale-desk 1\nloved core:a\n", NV_ERROR_FORMAT,
     2},
    {"no id", "noteverbale-desk 1\nrecent core:a\nrecent ../x\n",
     NV_ERROR_FORMAT, 3},
    {"a line that does not end", "noteverbale-desk 1\nrecent core:a",
     NV_ERROR_FORMAT, 2},
};

static void a_file_that_is_not_ours_is_left_alone(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(foreign); i++) {
        nv_desk desk;

        write_text(foreign[i].text);
        nv_desk_init(&desk, at("desk.txt"));
        nv_desk_look(&desk);
        CHECK(desk.trouble.code == foreign[i].code, foreign[i].label);
        CHECK(desk.trouble.line == foreign[i].line, foreign[i].label);
        CHECK_STR(ids(&desk, NV_DESK_OF_RECENT), "", foreign[i].label);
        CHECK(!nv_desk_cite(&desk, NOTE), "it is not kept");
        CHECK_STR(ids(&desk, NV_DESK_OF_RECENT), NOTE, "but remembered");
        CHECK_STR(file_text(), foreign[i].text, foreign[i].label);
        nv_desk_release(&desk);
    }
}

static void a_profile_that_cannot_be_written_is_told(void **unused)
{
    nv_desk desk;

    (void)unused;
    nv_desk_init(&desk, at("no/such/folder/desk.txt"));
    CHECK(!nv_desk_cite(&desk, NOTE), "not kept");
    CHECK(desk.trouble.code == NV_ERROR_IO, "why");
    CHECK_STR(ids(&desk, NV_DESK_OF_RECENT), NOTE, "but remembered");
    nv_desk_release(&desk);
}

static void the_trouble_becomes_one_sentence(void **unused)
{
    static const struct {
        nv_error_code code;
        const char *sentence;
    } cases[] = {
        {NV_ERROR_FORMAT, "Desk desk.txt is damaged."},
        {NV_ERROR_LIMIT, "Desk desk.txt is newer."},
        {NV_ERROR_IO, "Desk desk.txt is not kept."},
    };
    nv_buffer text = NV_BUFFER_INIT;

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_desk desk = {.path = (char *)"desk.txt",
                        .trouble = {.code = cases[i].code}};
        nv_troubles troubles = {.desk = &desk};
        nv_state state = {0};

        nv_buffer_truncate(&text, 0);
        nv_troubles_say(&text, &english, &troubles, &state, "file");
        CHECK_STR(text.text, cases[i].sentence, "sentence");
        nv_troubles_forget_files(&troubles);
        CHECK(!troubles.desk, "it is told once");
    }
    nv_buffer_release(&text);
}

/* In the list */

static void an_empty_field_shows_what_is_on_the_desk(void **state_)
{
    nv_packs *packs = *state_;
    nv_result_rows rows = {0};
    nv_state state;
    nv_desk desk;

    nv_desk_init(&desk, NULL);
    nv_desk_cite(&desk, NOTE);
    nv_desk_cite(&desk, "gone:1999-not-there");
    nv_desk_cite(&desk, REPLY);
    nv_desk_star(&desk, NOTE, true);
    nv_state_init(&state, packs, NV_TONGUE_EN);
    nv_state_use_packs(&state, packs);
    nv_state_use_desk(&state, &desk);
    CHECK(state.hit_count == 3 && state.recent_count == 2, "what is there");
    CHECK_STR(chosen_id(&state), NULL, "nothing is chosen");
    CHECK_STR(said(nv_say_found, &state), "Cited and starred", "label");
    CHECK_STR(said_at(nv_say_row, &state, 1),
              "* 31 March 1954 - Soviet note on collective security"
              " (pages not checked)",
              "a starred row says so");
    CHECK(nv_result_rows_make(&rows, &state) && rows.count == 5, "two groups");
    CHECK(rows.row[0].kind == NV_RESULT_RECENT && rows.row[0].count == 2 &&
              rows.row[3].kind == NV_RESULT_STARRED,
          "under their headings");
    CHECK(nv_state_offer_last(&state), "offered");
    CHECK_STR(chosen_id(&state), "1954-05-07-reply", "the one cited last");
    type_query(&state, "brdo");
    CHECK(!nv_state_offer_last(&state), "not while something is typed");
    nv_result_rows_release(&rows);
    nv_state_release(&state);
    nv_desk_release(&desk);
}

static void the_offer_has_an_empty_locator(void **state_)
{
    nv_packs *packs = *state_;
    nv_state state;
    nv_desk desk;

    nv_desk_init(&desk, NULL);
    nv_desk_cite(&desk, REPLY);
    nv_state_init(&state, packs, NV_TONGUE_EN);
    nv_state_use_packs(&state, packs);
    nv_state_use_desk(&state, &desk);
    nv_state_set_locator(&state, "p 3", 3);
    CHECK(nv_state_offer_last(&state) && state.locator.len == 0, "empty");
    nv_state_use_packs(&state, packs);
    CHECK_STR(chosen_id(&state), "1954-05-07-reply", "kept with other packs");
    nv_state_release(&state);
    nv_desk_release(&desk);
}

static int set_up(void **state)
{
    nv_packs *packs;

    if (make_folder(state) != 0)
        return -1;
    write_small("core.nvpack", "core");
    packs = nv_packs_new(NULL, NULL);
    if (!packs || !nv_packs_add(packs, at("core.nvpack"), NULL))
        return -1;
    *state = packs;
    return 0;
}

static int tear_down(void **state)
{
    nv_packs_free(*state);
    return remove_folder(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newest_comes_first_and_once),
        cmocka_unit_test(no_more_is_remembered_than_is_of_use),
        cmocka_unit_test(a_star_comes_and_goes),
        cmocka_unit_test(what_is_no_id_is_not_put_there),
        cmocka_unit_test(a_file_that_is_not_ours_is_left_alone),
        cmocka_unit_test(a_profile_that_cannot_be_written_is_told),
        cmocka_unit_test(the_trouble_becomes_one_sentence),
        cmocka_unit_test(an_empty_field_shows_what_is_on_the_desk),
        cmocka_unit_test(the_offer_has_an_empty_locator),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
