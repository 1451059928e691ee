/* SPDX-License-Identifier: MPL-2.0 */
/* What a document carries beside its citations, byte for byte, and what is made
 * of it when it is damaged. */
#include "check.h"
#include "document_carried.h"
#include "note/packed_text.h"

#include "base/array.h"
#include "base/buffer.h"
#include "citation/style.h"

/* Writing and reading what is whole */

static const struct {
    const char *label;
    nv_document_style style;
    const char *value;
} styles[] = {
    {"the usual styles of all languages", {.id = "", .version = ""}, "1|||f|0"},
    {"a style of ours",
     {.id = "chicago-17", .version = ""},
     "1|chicago-17||f|0"},
    {"a published one, as endnotes",
     {.id = "oscola",
      .version = "2020-01-02T00:00:00+00:00",
      .kind = NV_NOTE_KIND_ENDNOTE},
     "1|oscola|2020-01-02T00:00:00+00:00|e|0"},
    {"one in the text",
     {.id = "apa", .version = "", .kind = NV_NOTE_KIND_TEXT},
     "1|apa||t|0"},
    {"marks of the format are encoded",
     {.id = "my|own 100%", .version = ""},
     "1|my%7Cown 100%25||f|0"},
};

static void test_styles_that_come_with_the_extension(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(styles); i++) {
        const nv_document_style *wanted = &styles[i].style;
        carried all = {.count = 0};
        nv_document_store store;
        nv_error err = {0};

        assert_true(nv_document_style_write(wanted, carried_put, &all, &err));
        assert_int_equal(all.count, 1);
        CHECK_STR(all.names[0], "NoteVerbale.style", styles[i].label);
        CHECK_STR(all.values[0], styles[i].value, styles[i].label);
        assert_true(carried_read(&all, &store, &err));
        CHECK(store.style.is_set && !store.trouble.code, styles[i].label);
        CHECK_STR(store.style.id, wanted->id, styles[i].label);
        CHECK_STR(store.style.version, wanted->version, styles[i].label);
        CHECK(store.style.kind == wanted->kind, styles[i].label);
        CHECK_STR(store.style.csl, NULL, styles[i].label);
        nv_document_store_release(&store);
        carried_release(&all);
    }
}

/* Text that packing can't make much shorter. */
static char *long_text(size_t len)
{
    char *text = malloc(len + 1);
    unsigned seed = 1;

    for (size_t i = 0; text && i < len; i++) {
        seed = seed * 1103515245u + 12345u;
        text[i] = (char)(' ' + (seed >> 16) % 90);
    }
    if (text)
        text[len] = '\0';
    return text;
}

/* A document with a style of that many bytes. */
static void fill(carried *all, size_t len)
{
    char *csl = long_text(len);
    const nv_document_style style = {
        .id = "mine", .version = "2026", .csl = csl};

    *all = (carried){.count = 0};
    assert_true(nv_document_style_write(&style, carried_put, all, NULL));
    free(csl);
}

static void test_a_style_of_the_writers_travels_with_the_document(void **state)
{
    static const size_t lengths[] = {1, 2, 3, 188, 189, 190, 5000};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(lengths); i++) {
        char *csl = long_text(lengths[i]);
        carried all;
        nv_document_store store;
        nv_error err = {0};

        fill(&all, lengths[i]);
        for (size_t k = 0; k < all.count; k++)
            assert_true(strlen(all.values[k]) <= NV_DOCUMENT_PROPERTY_MAX);
        assert_true(carried_read(&all, &store, &err));
        assert_int_equal(store.trouble.code, NV_OK);
        assert_string_equal(store.style.csl, csl);
        nv_document_store_release(&store);
        carried_release(&all);
        free(csl);
    }
}

static void test_a_document_without_anything_of_ours(void **state)
{
    carried all = {.count = 0};
    nv_document_store store;

    (void)state;
    carried_set(&all, "Title", "An essay");
    carried_set(&all, "NoteVerbale.abc123", "1|article|4||");
    assert_true(carried_read(&all, &store, NULL));
    CHECK(!store.style.is_set, "nothing is there");
    CHECK(store.trouble.code == NV_OK, "and nothing is wrong");
    nv_document_store_release(&store);
    carried_release(&all);
}

static void test_pieces_behind_the_last_mean_nothing(void **state)
{
    carried all;
    nv_document_store store;

    (void)state;
    fill(&all, 100);
    carried_set(&all, "NoteVerbale.style.2", "left from a longer one");
    assert_true(carried_read(&all, &store, NULL));
    CHECK(store.style.is_set, "the style is read");
    CHECK(store.trouble.code == NV_OK, "nothing is wrong");
    nv_document_store_release(&store);
    carried_release(&all);
}

/* What can't be kept */

static void test_what_can_t_be_kept_is_refused_and_nothing_is_put(void **state)
{
    char longest[400], *csl = long_text(300 * 1000);
    const struct {
        const char *label;
        nv_document_style style;
    } too_long[] = {
        {"an id beyond a property", {.id = longest, .version = ""}},
        {"a style beyond all pieces",
         {.id = "mine", .version = "", .csl = csl}},
    };

    (void)state;
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    for (size_t i = 0; i < NV_COUNT_OF(too_long); i++) {
        carried all = {.count = 0};
        nv_error err = {0};

        CHECK(!nv_document_style_write(&too_long[i].style, carried_put, &all,
                                       &err),
              too_long[i].label);
        CHECK(err.code == NV_ERROR_LIMIT && err.message[0], too_long[i].label);
        CHECK(all.count == 0, too_long[i].label);
    }
    free(csl);
}

/* What is damaged */

static void test_heads_that_nothing_writes(void **state)
{
    static const char *const refused[] = {
        "",           "1",          "1|a||f",     "1|a||f|0|",  "2|a||f|0",
        "1|a||f|",    "1|a||f|00",  "1|a||f|-1",  "1|a||f|1 ",  "1|a||g|0",
        "1|a|||0",    "1|a||ff|0",  "1|a|%4||f|", "1|%41||f|0", "1|%7c||f|0",
        "1|a\n||f|0", "1|a||f|0x0", "1|||f|1",    "1|%00||f|0", "01|a||f|0",
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(refused); i++) {
        carried all = {.count = 0};
        nv_document_store store;

        carried_set(&all, "NoteVerbale.style", refused[i]);
        CHECK(carried_read(&all, &store, NULL), refused[i]);
        CHECK(!store.style.is_set && !store.style.id, refused[i]);
        CHECK(store.trouble.code == NV_ERROR_FORMAT, refused[i]);
        nv_document_store_release(&store);
        carried_release(&all);
    }
}

/* What is read of a document that was damaged: what it should be, or nothing
 * and a trouble. */
static void check_damaged(carried *all, const char *csl, const char *label)
{
    nv_document_store store;
    nv_error err = {0};

    CHECK(carried_read(all, &store, &err), label);
    if (store.style.is_set && store.style.csl)
        CHECK_STR(store.style.csl, csl, label);
    else
        CHECK(store.trouble.code != NV_OK, label);
    nv_document_store_release(&store);
}

static void test_no_changed_byte_is_read_as_another_style(void **state)
{
    static const char bytes[] = {'A', '=', '|', '%', '\n', '\x80'};
    char *csl = long_text(600);
    carried all;

    (void)state;
    fill(&all, 600);
    for (size_t i = 0; i < all.count; i++)
        for (char *at = all.values[i]; *at; at++)
            for (size_t k = 0; k < NV_COUNT_OF(bytes); k++) {
                const char before = *at;

                *at = bytes[k];
                if (strncmp(all.names[i], "NoteVerbale.style.", 18) == 0)
                    check_damaged(&all, csl, all.names[i]);
                else {
                    nv_document_store store;

                    assert_true(carried_read(&all, &store, NULL));
                    nv_document_store_release(&store);
                }
                *at = before;
            }
    check_damaged(&all, csl, "all is as it was again");
    carried_release(&all);
    free(csl);
}

static void test_what_is_cut_short_is_damaged(void **state)
{
    (void)state;
    for (size_t i = 0;; i++) {
        carried all;
        size_t len;

        fill(&all, 600);
        if (i == all.count) {
            carried_release(&all);
            break;
        }
        len = strlen(all.values[i]);
        for (size_t cut = 1; cut <= len; cut++) {
            nv_document_store store;

            all.values[i][len - cut] = '\0';
            assert_true(carried_read(&all, &store, NULL));
            CHECK(store.trouble.code == NV_ERROR_FORMAT, all.names[i]);
            CHECK(!store.style.is_set, all.names[i]);
            nv_document_store_release(&store);
        }
        carried_release(&all);
    }
}

static void test_a_piece_that_is_missing_or_doubled_is_damage(void **state)
{
    carried all;
    nv_document_store store;

    (void)state;
    for (size_t i = 0;; i++) {
        char twice[2 * NV_DOCUMENT_PROPERTY_MAX + 1];

        fill(&all, 600);
        if (i == all.count)
            break;
        snprintf(twice, sizeof twice, "%s%s", all.values[i], all.values[i]);
        carried_set(&all, all.names[i], twice);
        assert_true(carried_read(&all, &store, NULL));
        CHECK(store.trouble.code == NV_ERROR_FORMAT, all.names[i]);
        nv_document_store_release(&store);
        carried_drop(&all, i);
        assert_true(carried_read(&all, &store, NULL));
        CHECK(!store.style.is_set, "it is lost");
        nv_document_store_release(&store);
        carried_release(&all);
    }
    carried_release(&all);
}

static void test_values_of_a_mebibyte_are_damage(void **state)
{
    char *huge = long_text(1024 * 1024);
    carried all;

    (void)state;
    fill(&all, 600);
    for (size_t i = 0; i < all.count; i++) {
        nv_document_store store;
        char *before = strdup(all.values[i]);

        carried_set(&all, all.names[i], huge);
        assert_true(carried_read(&all, &store, NULL));
        CHECK(store.trouble.code == NV_ERROR_FORMAT, all.names[i]);
        nv_document_store_release(&store);
        carried_set(&all, all.names[i], before);
        free(before);
    }
    carried_release(&all);
    free(huge);
}

/* Puts packed bytes into a document as its style, whatever they are. */
static void set_packed(carried *all, const char *packed)
{
    const size_t pieces = (strlen(packed) + 251) / 252;
    char name[NV_DOCUMENT_PROPERTY_NAME], text[253], head[40];

    *all = (carried){.count = 0};
    snprintf(head, sizeof head, "1|mine||f|%zu", pieces);
    carried_set(all, NV_DOCUMENT_STYLE_NAME, head);
    for (size_t i = 0; i < pieces; i++) {
        snprintf(name, sizeof name, NV_DOCUMENT_STYLE_NAME ".%zu", i + 1);
        snprintf(text, sizeof text, "%s", packed + i * 252);
        carried_set(all, name, text);
    }
}

static void test_a_style_that_inflates_too_far_is_refused(void **state)
{
    const size_t len = (size_t)NV_CSL_LARGEST_FILE + 1;
    nv_buffer packed = NV_BUFFER_INIT;
    char *text = malloc(len);
    nv_document_store store;
    carried all;

    (void)state;
    assert_non_null(text);
    memset(text, ' ', len);
    assert_true(nv_packed_text_write(text, len, &packed, NULL));
    set_packed(&all, packed.text);
    assert_true(carried_read(&all, &store, NULL));
    assert_false(store.style.is_set);
    assert_int_equal(store.trouble.code, NV_ERROR_LIMIT);
    nv_document_store_release(&store);
    carried_set(&all, NV_DOCUMENT_STYLE_NAME, "1|mine||f|1000");
    assert_true(carried_read(&all, &store, NULL));
    assert_int_equal(store.trouble.code, NV_ERROR_LIMIT);
    nv_document_store_release(&store);
    carried_release(&all);
    nv_buffer_release(&packed);
    free(text);
}

/* Packed text */

static void test_packed_text_is_read_strictly(void **state)
{
    static const struct {
        const char *label, *packed;
    } refused[] = {
        {"nothing", ""},
        {"a digit too few", "eJwDAAAAAA"},
        {"no base64", "eJwD*AAAAAE="},
        {"a sign of padding within", "eJ=DAAAAAAE="},
        {"three signs of padding", "e==="},
        {"bits behind the last byte", "eJwDAAAAAAF="},
        {"what is not deflated", "AAAAAAAA"},
        {"a wrong checksum", "eJwDAAAAAAI="},
        {"something behind the end", "eJwDAAAAAAEA"},
        {"cut short", "eJwDAAAA"},
        {"a NUL inside", "eJxjAAAAAQAB"},
    };
    nv_buffer text = NV_BUFFER_INIT;
    nv_error err = {0};

    (void)state;
    assert_true(nv_packed_text_read("eJwDAAAAAAE=", 12, 10, &text, &err));
    assert_int_equal(text.len, 0);
    for (size_t i = 0; i < NV_COUNT_OF(refused); i++) {
        nv_error_clear(&err);
        CHECK(!nv_packed_text_read(refused[i].packed, strlen(refused[i].packed),
                                   10, &text, &err),
              refused[i].label);
        CHECK(err.code == NV_ERROR_FORMAT, refused[i].label);
    }
    nv_buffer_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_styles_that_come_with_the_extension),
        cmocka_unit_test(test_a_style_of_the_writers_travels_with_the_document),
        cmocka_unit_test(test_a_document_without_anything_of_ours),
        cmocka_unit_test(test_pieces_behind_the_last_mean_nothing),
        cmocka_unit_test(test_what_can_t_be_kept_is_refused_and_nothing_is_put),
        cmocka_unit_test(test_heads_that_nothing_writes),
        cmocka_unit_test(test_no_changed_byte_is_read_as_another_style),
        cmocka_unit_test(test_what_is_cut_short_is_damaged),
        cmocka_unit_test(test_a_piece_that_is_missing_or_doubled_is_damage),
        cmocka_unit_test(test_values_of_a_mebibyte_are_damage),
        cmocka_unit_test(test_a_style_that_inflates_too_far_is_refused),
        cmocka_unit_test(test_packed_text_is_read_strictly),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
