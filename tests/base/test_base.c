/* SPDX-License-Identifier: MPL-2.0 */
/* The base room: errors, texts, memory, languages. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/fill.h"
#include "base/language.h"
#include "base/plural.h"

static void the_first_failure_is_kept(void **state)
{
    nv_error err = {0};

    (void)state;
    CHECK(!nv_fail(&err, NV_ERROR_IO, 0, "cannot open %s", "a"), "is false");
    CHECK(!nv_fail(&err, NV_ERROR_MEMORY, 7, "later"), "is false again");
    CHECK_STR(err.message, "cannot open a", "message of the first");
    CHECK(err.code == NV_ERROR_IO && err.line == 0, "code of the first");
    nv_error_clear(&err);
    CHECK(err.code == NV_OK && !err.message[0], "cleared");
}

static void nobody_need_ask_why(void **state)
{
    (void)state;
    CHECK(!nv_fail(NULL, NV_ERROR_IO, 0, "unheard"), "err may be NULL");
    nv_error_clear(NULL);
}

static const struct {
    const char *label, *given, *wanted;
} repeated[] = {
    {"text of all lengths stays", "a\u00e9\u20ac\U0001F600",
     "a\u00e9\u20ac\U0001F600"},
    {"a name in Latin-1", "caf\xE9.xml", "caf?.xml"},
    {"a character cut short", "\u20ac\xE2\x82 is", "\u20ac? is"},
    {"a character cut short at the end", "\xF0\x9F\x98", "?"},
    {"longer than it need be", "\xC0\xAF \xE0\x80\xAF", "? ?"},
    {"half of a surrogate pair", "\xED\xA0\x80", "?"},
    {"beyond Unicode", "\xF4\x90\x80\x80|\xFF", "?|?"},
};

static void a_message_is_utf8_whatever_it_repeats(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(repeated); i++) {
        nv_error err = {0};

        nv_fail(&err, NV_ERROR_FORMAT, 1, "%s", repeated[i].given);
        CHECK_STR(err.message, repeated[i].wanted, repeated[i].label);
    }
}

/* Every length of text before the cut, so that it falls inside the two bytes
 * of a letter and between two letters. */
static void a_long_message_is_cut_between_characters(void **state)
{
    char text[400];

    (void)state;
    for (size_t shift = 0; shift < 4; shift++) {
        nv_error err = {0};
        size_t len = shift;

        memset(text, 'x', shift);
        while (len + 2 < sizeof text) {
            memcpy(text + len, "\xC3\xA9", 2);
            len += 2;
        }
        text[len] = '\0';
        nv_fail(&err, NV_ERROR_FORMAT, 1, "%s", text);
        len = strlen(err.message);
        CHECK(len < sizeof err.message, "fits");
        CHECK((len - shift) % 2 == 0, "no half letter at the end");
    }
}

static void a_buffer_is_always_a_text(void **state)
{
    nv_buffer buffer = NV_BUFFER_INIT;
    char *text;

    (void)state;
    CHECK_STR(buffer.text, "", "empty at first");
    nv_buffer_add_text(&buffer, NULL);
    nv_buffer_add_text(&buffer, "note ");
    nv_buffer_add_char(&buffer, 'v');
    nv_buffer_add(&buffer, "erbale", 6);
    nv_buffer_add_format(&buffer, ", %s %d", "doc.", 531);
    CHECK_STR(buffer.text, "note verbale, doc. 531", "pieces in order");
    nv_buffer_truncate(&buffer, 4);
    CHECK_STR(buffer.text, "note", "cut");
    text = nv_buffer_detach(&buffer);
    CHECK_STR(text, "note", "handed over");
    CHECK_STR(buffer.text, "", "empty again");
    free(text);
    text = nv_buffer_detach(&buffer);
    CHECK_STR(text, "", "an empty buffer detaches an empty text");
    free(text);
}

static void a_buffer_without_memory_says_so_once(void **state)
{
    nv_buffer buffer = NV_BUFFER_INIT;

    (void)state;
    nv_buffer_add_text(&buffer, "kept");
    nv_buffer_add(&buffer, "x", SIZE_MAX / 2);
    CHECK(buffer.failed, "failed");
    nv_buffer_add_text(&buffer, "more");
    CHECK_STR(buffer.text, "kept", "the text stays as it was");
    CHECK(!nv_buffer_detach(&buffer), "nothing whole to hand over");
    CHECK(!buffer.failed, "usable again");
}

static void a_buffer_holds_long_texts(void **state)
{
    nv_buffer buffer = NV_BUFFER_INIT;

    (void)state;
    for (int i = 0; i < 10000; i++)
        nv_buffer_add_format(&buffer, "%04d", i);
    CHECK(buffer.len == 40000 && strlen(buffer.text) == 40000, "all there");
    CHECK(memcmp(buffer.text + 39996, "9999", 4) == 0, "the last at the end");
    nv_buffer_release(&buffer);
}

static void an_arena_gives_zeroed_aligned_pieces(void **state)
{
    nv_arena arena = {0};

    (void)state;
    for (size_t size = 0; size < 200000; size = size * 3 + 1) {
        unsigned char *piece = nv_arena_alloc(&arena, size);

        CHECK(piece && (uintptr_t)piece % sizeof(void *) == 0, "aligned");
        for (size_t i = 0; i < size; i++)
            CHECK(piece[i] == 0, "zeroed");
        memset(piece, 0xFF, size);
    }
    CHECK_STR(nv_arena_text(&arena, "Bidault, Eden", 7), "Bidault", "copy");
    CHECK_STR(nv_arena_text(&arena, NULL, 0), "", "copy of nothing");
    nv_arena_release(&arena);
    nv_arena_release(&arena);
}

static void an_arena_that_is_reset_gives_zeroed_pieces_again(void **state)
{
    nv_arena arena = {0};
    char *piece;

    (void)state;
    nv_arena_reset(&arena);
    CHECK(!arena.blocks, "an empty arena stays empty");
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++) {
            piece = nv_arena_alloc(&arena, 4096);
            CHECK(piece && !piece[0] && !piece[4095], "zeroed");
            memset(piece, 'x', 4096);
        }
        nv_arena_reset(&arena);
    }
    nv_arena_release(&arena);
}

static void an_arena_refuses_what_overflows(void **state)
{
    nv_arena arena = {0};

    (void)state;
    CHECK(!nv_arena_array(&arena, SIZE_MAX / 2, 4), "count * size");
    CHECK(!nv_arena_alloc(&arena, SIZE_MAX - 3), "size");
    CHECK(!nv_arena_text(&arena, "", SIZE_MAX), "length");
    nv_arena_release(&arena);
}

static void a_language_is_known_by_its_tag(void **state)
{
    static const struct {
        const char *label, *tag;
        nv_language wanted;
    } cases[] = {
        {"a code", "fr", NV_LANGUAGE_FR},
        {"a code and a region", "fr-CH", NV_LANGUAGE_FR},
        {"a POSIX locale", "ru_RU.UTF-8", NV_LANGUAGE_RU},
        {"upper case", "DE-at", NV_LANGUAGE_DE},
        {"a longer code is another language", "fro", NV_LANGUAGE_EN},
        {"an unknown one", "uk-UA", NV_LANGUAGE_EN},
        {"half a code", "f", NV_LANGUAGE_EN},
        {"nothing", "", NV_LANGUAGE_EN},
        {"none", NULL, NV_LANGUAGE_EN},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        CHECK(nv_language_from_tag(cases[i].tag, NV_LANGUAGE_EN) ==
                  cases[i].wanted,
              cases[i].label);
    CHECK_STR(nv_language_code(NV_LANGUAGE_ES), "es", "code");
}

static void a_tongue_is_known_by_its_tag(void **state)
{
    static const struct {
        const char *tag;
        nv_tongue wanted;
    } cases[] = {
        {"pt-BR", NV_TONGUE_PT}, {"uk", NV_TONGUE_UK}, {"IT_it", NV_TONGUE_IT},
        {"pl", NV_TONGUE_EN},    {"", NV_TONGUE_EN},   {NULL, NV_TONGUE_EN},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        CHECK(nv_tongue_from_tag(cases[i].tag) == cases[i].wanted,
              cases[i].tag ? cases[i].tag : "NULL");
    for (int i = 0; i < NV_TONGUE_COUNT; i++)
        CHECK(nv_tongue_from_tag(nv_tongue_code((nv_tongue)i)) == (nv_tongue)i,
              "code and back");
    CHECK(nv_tongue_described(NV_TONGUE_FR) == NV_LANGUAGE_FR, "French");
    CHECK(nv_tongue_described(NV_TONGUE_RU) == NV_LANGUAGE_EN, "all others");
}

/* The samples of CLDR: each number with the first letter of its category. */
static const struct {
    nv_tongue tongue;
    const char *samples;
} plurals[] = {
    {NV_TONGUE_EN, "0o 1n 2o 16o 100o 1000000o"},
    {NV_TONGUE_DE, "0o 1n 2o 21o"},
    {NV_TONGUE_ES, "0o 1n 2o 21o"},
    {NV_TONGUE_IT, "0o 1n 2o 101o"},
    {NV_TONGUE_PT, "0o 1n 2o 21o"},
    {NV_TONGUE_FR, "0n 1n 2o 21o"},
    {NV_TONGUE_RU, "0m 1n 2f 4f 5m 11m 12m 14m 19m 20m 21n 24f 101n 102f 111m "
                   "112m 121n 1000m 1001n"},
    {NV_TONGUE_UK, "0m 1n 3f 9m 11m 13m 15m 21n 34f 61n 100m 1000000m"},
};

static void numbers_have_the_plural_of_cldr(void **state)
{
    static const char letters[NV_PLURAL_COUNT] = {
        [NV_PLURAL_OTHER] = 'o',
        [NV_PLURAL_ONE] = 'n',
        [NV_PLURAL_FEW] = 'f',
        [NV_PLURAL_MANY] = 'm',
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(plurals); i++)
        for (const char *at = plurals[i].samples; *at;) {
            char *end;
            size_t number = strtoul(at, &end, 10);

            CHECK(letters[nv_plural_of(plurals[i].tongue, number)] == *end, at);
            at = end + 1 + strspn(end + 1, " ");
        }
    CHECK_STR(nv_plural_name(NV_PLURAL_FEW), "few", "name");
}

static void places_are_filled_in(void **state)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"{2} of {1}", "b of a"}, {"{1}{1}", "aa"},
        {"no place", "no place"}, {"{3}, {9}", ", "},
        {"{0} {x}", "{0} {x}"},   {"{1", "{1"},
        {"{{1}}", "{a}"},
    };
    static const char *const values[] = {"a", "b"};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_buffer out = NV_BUFFER_INIT;

        nv_fill(&out, cases[i].text, values, 2);
        CHECK_STR(out.text, cases[i].wanted, cases[i].text);
        nv_buffer_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_failure_is_kept),
        cmocka_unit_test(nobody_need_ask_why),
        cmocka_unit_test(a_long_message_is_cut_between_characters),
        cmocka_unit_test(a_message_is_utf8_whatever_it_repeats),
        cmocka_unit_test(a_buffer_is_always_a_text),
        cmocka_unit_test(a_buffer_without_memory_says_so_once),
        cmocka_unit_test(a_buffer_holds_long_texts),
        cmocka_unit_test(an_arena_gives_zeroed_aligned_pieces),
        cmocka_unit_test(an_arena_that_is_reset_gives_zeroed_pieces_again),
        cmocka_unit_test(an_arena_refuses_what_overflows),
        cmocka_unit_test(a_language_is_known_by_its_tag),
        cmocka_unit_test(a_tongue_is_known_by_its_tag),
        cmocka_unit_test(numbers_have_the_plural_of_cldr),
        cmocka_unit_test(places_are_filled_in),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
