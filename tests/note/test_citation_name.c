/* SPDX-License-Identifier: MPL-2.0 */
/* The name of a citation: a format that documents keep for decades. */
#include "check.h"
#include "note/citation_name.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"

static const nv_citation_name sample = {
    .pack = "core",
    .key = "leqr",
    .quotation = 1,
    .parts = 15,
    .language = "en",
    .tail = "k3f9zq",
    .has_property = false,
    .checksum = "0a1b2c3",
};
static const char sample_text[] = "nv1_coreleqr_01fen_k3f9zq_0a1b2c3";

static bool same(const nv_citation_name *a, const nv_citation_name *b)
{
    return strcmp(a->pack, b->pack) == 0 && strcmp(a->key, b->key) == 0 &&
           a->quotation == b->quotation && a->parts == b->parts &&
           strcmp(a->language, b->language) == 0 &&
           strcmp(a->tail, b->tail) == 0 &&
           a->has_property == b->has_property &&
           strcmp(a->checksum, b->checksum) == 0;
}

static bool reads(const char *text, nv_citation_name *name)
{
    return nv_citation_name_read(text, strlen(text), name);
}

static void a_name_is_written_byte_for_byte(void **state)
{
    char text[NV_CITATION_NAME_MAX + 1];
    nv_citation_name name = sample;

    (void)state;
    CHECK(nv_citation_name_write(&name, text), "written");
    CHECK_STR(text, sample_text, "without property");
    CHECK(strlen(text) == NV_CITATION_NAME_LEN, "33 characters");
    name.has_property = true;
    name.quotation = 255;
    name.parts = 0;
    CHECK(nv_citation_name_write(&name, text), "written");
    CHECK_STR(text, "nv1_coreleqr_ff0en_k3f9zqp0a1b2c3", "with property");
}

static void what_is_written_is_read(void **state)
{
    char text[NV_CITATION_NAME_MAX + 1];
    nv_citation_name name = sample, read;

    (void)state;
    for (int quotation = 0; quotation < 256; quotation++)
        for (unsigned parts = 0; parts < 16; parts++) {
            name.quotation = quotation;
            name.parts = parts;
            name.has_property = parts & 1;
            CHECK(nv_citation_name_write(&name, text), "written");
            CHECK(reads(text, &read) && same(&read, &name), text);
            CHECK(!read.is_copy, text);
        }
}

static void a_field_that_is_not_allowed_is_not_written(void **state)
{
    static const struct {
        const char *label;
        nv_citation_name name;
    } bad[] = {
        {"short pack",
         {"cor", "leqr", 1, 1, "en", "k3f9zq", false, "0a1b2c3", false}},
        {"capital in the key",
         {"core", "Leqr", 1, 1, "en", "k3f9zq", false, "0a1b2c3", false}},
        {"no quotation below 0",
         {"core", "leqr", -1, 1, "en", "k3f9zq", false, "0a1b2c3", false}},
        {"no quotation above 255",
         {"core", "leqr", 256, 1, "en", "k3f9zq", false, "0a1b2c3", false}},
        {"no parts above 15",
         {"core", "leqr", 1, 16, "en", "k3f9zq", false, "0a1b2c3", false}},
        {"no digit in the language",
         {"core", "leqr", 1, 1, "e1", "k3f9zq", false, "0a1b2c3", false}},
        {"no underscore in the tail",
         {"core", "leqr", 1, 1, "en", "k3f_zq", false, "0a1b2c3", false}},
        {"short checksum",
         {"core", "leqr", 1, 1, "en", "k3f9zq", false, "", false}},
    };
    char text[NV_CITATION_NAME_MAX + 1];

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(bad); i++) {
        strcpy(text, "x");
        CHECK(!nv_citation_name_write(&bad[i].name, text), bad[i].label);
        CHECK_STR(text, "", bad[i].label);
    }
}

static const struct {
    const char *label, *text;
} copies[] = {
    {"by Writer", "nv1_coreleqr_01fen_k3f9zq_0a1b2c3 Copy 1"},
    {"the twelfth", "nv1_coreleqr_01fen_k3f9zq_0a1b2c3 Copy 12"},
    {"by a filter", "nv1_coreleqr_01fen_k3f9zq_0a1b2c3_Copy_1"},
    {"a copy of a copy", "nv1_coreleqr_01fen_k3f9zq_0a1b2c3_Copy_1 Copy 1"},
    {"in an address", "nv1_coreleqr_01fen_k3f9zq_0a1b2c3%20Copy%201"},
    {"a bare figure", "nv1_coreleqr_01fen_k3f9zq_0a1b2c31"},
    {"a figure, then a copy", "nv1_coreleqr_01fen_k3f9zq_0a1b2c31 Copy 2"},
};

static void copies_are_read_as_what_they_copy(void **state)
{
    nv_citation_name read;

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(copies); i++) {
        CHECK(reads(copies[i].text, &read), copies[i].label);
        CHECK(read.is_copy && same(&read, &sample), copies[i].label);
    }
}

static const char *const strangers[] = {
    "",
    "Bookmark 1",
    "_Ref123456789",
    "OLE_LINK1",
    "ZOTERO_BREF_abcdefghijkl",
    "nv1_coreleqr_01fen_k3f9zq_0a1b2c3 ",
    " nv1_coreleqr_01fen_k3f9zq_0a1b2c3",
    "nv1_coreleqr_01fen_k3f9zq_0a1b2c3 Copy",
    "nv1_coreleqr_01fen_k3f9zq_0a1b2c3 Copy ",
    "nv1_coreleqr_01fen_k3f9zq_0a1b2c3 Copy x",
    "nv1_coreleqr_01fen_k3f9zq_0a1b2c3 copy 1",
    "nv1_coreleqr_01fen_k3f9zq_0a1b2c3 Copy 1234567890",
    "nv1_coreleqr_01fen_k3f9zq_0a1b2c3x",
    "nv1_coreleqr_01fen_k3f9zq_0a1b2c3_",
    "nv1_coreleqr_01fen_k3f9zq_0a1b2c3%2",
    "nv1_coreleqr_01fen_k3f9zq_0a1b2c3%00",
    "NV1_coreleqr_01fen_k3f9zq_0a1b2c3",
    "nv2_coreleqr_01fen_k3f9zq_0a1b2c3",
    "nv1_coreleqr_01FEN_k3f9zq_0a1b2c3",
    "nv1_coreleqr_01fen_k3f9zqx0a1b2c3",
    "nv1_coreleqr_01fen_k3f9zq-0a1b2c3",
    "nv1%5Fcoreleqr_01fen_k3f9zq_0a1b2c3",
};

static void what_is_not_ours_is_not_read(void **state)
{
    nv_citation_name read;

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(strangers); i++) {
        CHECK(!reads(strangers[i], &read), strangers[i]);
        CHECK(!read.pack[0] && !read.tail[0], "left empty");
    }
    CHECK(
        !nv_citation_name_read("nv1_coreleqr_01fen_k3f9zq\0_0a1b2c", 33, &read),
        "a NUL inside");
}

static void every_cut_keeps_event_and_tail_or_is_refused(void **state)
{
    nv_citation_name read;

    (void)state;
    for (size_t len = 0; len < NV_CITATION_NAME_LEN; len++) {
        bool is_read = nv_citation_name_read(sample_text, len, &read);

        CHECK(is_read == (len >= 25), "from 25 characters on");
        if (!is_read)
            continue;
        CHECK_STR(read.key, "leqr", "key");
        CHECK_STR(read.tail, "k3f9zq", "tail");
        CHECK_STR(read.checksum, "", "the checksum is unknown");
        CHECK(!read.is_copy, "no copy");
    }
    CHECK(reads("nv1_coreleqr_01fen_k3f9zq Copy 1", &read) && read.is_copy,
          "a copy of a cut name");
    CHECK(reads("nv1_coreleqr_01fen_k3f9zqp0a_Copy_2", &read) && read.is_copy &&
              read.has_property,
          "a filter's copy of a cut name");
}

/* Whatever one byte becomes, the name is refused or is exactly another name:
 * writing what was read gives the changed text. */
static void every_changed_byte_is_refused_or_another_name(void **state)
{
    char text[NV_CITATION_NAME_MAX + 1], again[NV_CITATION_NAME_MAX + 1];
    nv_citation_name read;

    (void)state;
    for (size_t at = 0; at < NV_CITATION_NAME_LEN; at++)
        for (int byte = 0; byte < 256; byte++) {
            strcpy(text, sample_text);
            text[at] = (char)byte;
            if (!nv_citation_name_read(text, NV_CITATION_NAME_LEN, &read))
                continue;
            CHECK(nv_citation_name_write(&read, again), "written again");
            CHECK_STR(again, text, "the same name");
        }
}

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void random_bytes_are_never_a_name(void **state)
{
    static const char alphabet[] = "nv1_cp0 Copy%2x\xC3\xA9";
    char text[64];
    nv_citation_name read;
    uint32_t seed = 1954;

    (void)state;
    for (int round = 0; round < 200000; round++) {
        size_t len = next(&seed) % sizeof text;

        for (size_t i = 0; i < len; i++)
            text[i] = round % 2 ? (char)next(&seed)
                                : alphabet[next(&seed) % (sizeof alphabet - 1)];
        CHECK(!nv_citation_name_read(text, len, &read), "random bytes");
    }
}

/* These values are in documents: they may never change. */
static void codes_are_the_same_on_every_machine(void **state)
{
    static const char text[] =
        "North Atlantic Treaty, April 4, 1949, 34 U.N.T.S. 243.";
    char code[5], checksum[8], tail[7];

    (void)state;
    nv_citation_pack_code("core", code);
    CHECK_STR(code, "3dsu", "pack");
    nv_citation_checksum("", 0, checksum);
    CHECK_STR(checksum, "zj4ux45", "empty text");
    nv_citation_checksum(text, sizeof text - 1, checksum);
    CHECK_STR(checksum, "33w1crc", "text");
    nv_citation_tail(0, tail);
    CHECK_STR(tail, "000000", "tail of nought");
    nv_citation_tail(UINT32_MAX, tail);
    CHECK_STR(tail, "z141z3", "tail of all bits");
}

static void a_changed_text_has_another_checksum(void **state)
{
    char text[] = "Governments of the United States, May 7, 1954.";
    char before[8], after[8];

    (void)state;
    nv_citation_checksum(text, sizeof text - 1, before);
    for (size_t i = 0; i < sizeof text - 1; i++) {
        text[i] ^= 1;
        nv_citation_checksum(text, sizeof text - 1, after);
        CHECK(strcmp(before, after) != 0, "one bit changed");
        text[i] ^= 1;
        nv_citation_checksum(text, i, after);
        CHECK(strcmp(before, after) != 0, "cut short");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_written_byte_for_byte),
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(a_field_that_is_not_allowed_is_not_written),
        cmocka_unit_test(copies_are_read_as_what_they_copy),
        cmocka_unit_test(what_is_not_ours_is_not_read),
        cmocka_unit_test(every_cut_keeps_event_and_tail_or_is_refused),
        cmocka_unit_test(every_changed_byte_is_refused_or_another_name),
        cmocka_unit_test(random_bytes_are_never_a_name),
        cmocka_unit_test(codes_are_the_same_on_every_machine),
        cmocka_unit_test(a_changed_text_has_another_checksum),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
