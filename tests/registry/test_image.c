/* SPDX-License-Identifier: MPL-2.0 */
/* An index whose bytes are not what was written: it is refused in a sentence
 * or, where that is found out later, reads as empty and says so. Nothing ever
 * reads beyond it. */
#include "records.h"

#include <sys/stat.h>
#include <zlib.h>

#include "folder.h"
#include "packing.h"

static nv_buffer whole = NV_BUFFER_INIT; /* the index of records.h */
static nv_buffer heavy =
    NV_BUFFER_INIT; /* one of many blocks, with heavy rows */

static void make_whole(void)
{
    nv_index_builder *builder = nv_index_builder_new("test", NULL);

    assert_true(add_records(builder, NULL) && finish(builder, &whole, NULL));
    nv_index_builder_free(builder);
}

static void make_heavy(void)
{
    nv_quotation *wordings = make_wordings(NV_LIGHT_MAX, "common words here");
    nv_index_builder *builder = nv_index_builder_new("test", NULL);
    nv_event event = {.id = "1960-01-01-x",
                      .key = "heav",
                      .date = {.iso = "1960-01-01"},
                      .title = {{"Common"}},
                      .quotations = wordings,
                      .quotation_count = NV_LIGHT_MAX};
    const nv_location location = {0, 0, 0};

    for (size_t i = 0; i < NV_COUNT_OF(events); i++)
        assert_true(
            nv_index_builder_add_event(builder, &events[i], &location, NULL));
    assert_true(nv_index_builder_add_event(builder, &event, &location, NULL));
    assert_true(finish(builder, &heavy, NULL));
    nv_index_builder_free(builder);
    free(wordings);
}

static int set_up(void **state)
{
    make_whole();
    make_heavy();
    return make_folder(state);
}

static int tear_down(void **state)
{
    nv_buffer_release(&whole);
    nv_buffer_release(&heavy);
    return remove_folder(state);
}

/* Reading all there is. */

static void read_records(const nv_index *index)
{
    uint32_t found[4];
    nv_card card;
    nv_location location;

    for (uint32_t i = 0; i < nv_index_record_count(index); i++) {
        if (nv_index_card(index, i, &card)) {
            nv_index_by_id(index, card.id);
            nv_index_by_key(index, card.key);
        }
        nv_index_location(index, i, &location);
        strlen(nv_index_statement_id(index, i));
        nv_index_statement_events(index, i, found, 4);
    }
}

static void read_names(const nv_index *index)
{
    const char *variants[4];
    nv_member member;
    nv_name name;

    for (uint32_t i = 0; i < nv_index_name_count(index); i++) {
        nv_index_name(index, i, &name, variants, 4);
        nv_index_find_name(index, name.in[NV_LANGUAGE_EN]);
    }
    for (uint32_t i = 0; i < nv_index_member_count(index); i++)
        nv_index_member(index, i, &member);
}

static void read_row(const nv_index *index, nv_row row)
{
    uint64_t *bits = calloc(nv_index_bit_words(index) + 1, sizeof *bits);
    uint32_t *best = calloc(NV_BEST_MAX, sizeof *best);
    nv_heavy found;

    assert_true(bits && best);
    if (nv_index_heavy(index, row, &found)) {
        nv_index_heavy_add(index, &found, bits);
        nv_index_heavy_best(index, &found, best);
    }
    free(bits);
    free(best);
}

static void read_terms(const nv_index *index)
{
    for (uint32_t i = 0; i < nv_index_term_count(index); i++) {
        const char *word = nv_index_word(index, i);
        nv_posting_reader reader = nv_index_postings(index, i);
        nv_posting posting;

        nv_index_frequency(index, i);
        read_row(index, (nv_row){i, 1});
        read_row(index, nv_index_row(index, NV_MARK_NONE, word, true));
        while (nv_posting_next(&reader, &posting))
            CHECK(posting.record < nv_index_record_count(index) &&
                      posting.zone < NV_ZONE_COUNT,
                  "a posting can be used");
    }
    nv_index_places(index, (nv_row){0, nv_index_term_count(index)});
}

static void read_texts(const nv_index *index)
{
    const nv_days ever = {0, 99999999};
    nv_dating_reader reader = nv_index_dates(index, &ever);
    nv_tokens tokens = {0};
    nv_dating dating;
    nv_spelling spelling;
    uint32_t count;

    for (uint32_t i = 0; i < nv_index_record_count(index); i++) {
        assert_true(nv_index_tokens(index, i, &tokens));
        nv_index_length(index, i, NV_ZONE_TITLE);
    }
    free(tokens.items);
    while (nv_dating_next(&reader, &dating))
        CHECK(dating.record < nv_index_record_count(index), "a usable date");
    nv_index_sounds(index, 0, false, &count);
    for (uint32_t i = 0; nv_index_sound(index, i, &spelling); i++)
        nv_index_word(index, spelling.term);
}

/* Closes it, too; returns whether it turned out to be damaged. */
static bool read_all(nv_index *index)
{
    bool is_damaged;

    read_records(index);
    read_names(index);
    read_terms(index);
    read_texts(index);
    is_damaged = nv_index_is_damaged(index);
    nv_index_close(index);
    return is_damaged;
}

/* Refusing. */

static void refuse(const char *bytes, size_t len, const char *sentence)
{
    nv_error err = {0};
    char *copy =
        malloc(len ? len : 1); /* no longer, so that a sanitizer sees */

    assert_non_null(copy);
    memcpy(copy, bytes, len);
    assert_null(nv_index_of_bytes(copy, len, true, "test.idx", &err));
    assert_int_equal(err.code, NV_ERROR_FORMAT);
    CHECK(strstr(err.message, sentence), err.message);
}

static void refuse_changed(size_t at, unsigned char by, const char *sentence)
{
    char *byte = &whole.text[at];

    *byte = (char)(*byte ^ by);
    refuse(whole.text, whole.len, sentence);
    *byte = (char)(*byte ^ by);
}

static void any_changed_byte_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < whole.len; i++)
        refuse_changed(i, (unsigned char)(1u << i % 8), "test.idx: the ");
    refuse_changed(NV_FORMAT_AT_PACK, 1, "the index is damaged");
    refuse_changed(NV_FORMAT_HEADER, 1, "the index is damaged");
    refuse_changed(whole.len - 1, 1, "the index is damaged");
}

static void what_is_cut_off_is_refused(void **state)
{
    (void)state;
    for (size_t len = 1; len < whole.len; len += 97)
        refuse(whole.text, len, "the index is cut off");
    refuse(whole.text, whole.len - 1, "the index is cut off");
}

static void what_is_too_long_is_refused(void **state)
{
    nv_buffer longer = NV_BUFFER_INIT;

    (void)state;
    nv_buffer_add(&longer, whole.text, whole.len);
    nv_buffer_add(&longer, "more", 4);
    refuse(longer.text, longer.len, "the index is damaged");
    nv_buffer_release(&longer);
}

static void what_is_no_index_is_refused(void **state)
{
    (void)state;
    refuse("", 0, "the file is not an index");
    refuse("<registry/>", 11, "the file is not an index");
    refuse_changed(0, 1, "the file is not an index");
}

static void another_version_is_refused(void **state)
{
    (void)state;
    refuse_changed(NV_FORMAT_AT_VERSION, 2,
                   "of version 3 and this program reads version 1");
}

static void another_order_of_bytes_is_refused(void **state)
{
    char *order = whole.text + NV_FORMAT_AT_ORDER;

    (void)state;
    memcpy(order, "\1\2\3\4", 4);
    refuse(whole.text, whole.len, "of a machine of the other byte order");
    memcpy(order, "\4\3\2\1", 4);
    refuse_changed(NV_FORMAT_AT_ORDER, 0x80, "the index is damaged");
}

/* Files. */

static void a_file_is_read_whole_or_mapped(void **state)
{
    nv_index *index;

    (void)state;
    write_bytes(at("test.idx"), whole.text, whole.len);
    index = nv_index_open(at("test.idx"), NULL);
    assert_true(index && !index->is_mapped);
    assert_false(read_all(index));
    index = nv_image_open(at("test.idx"), whole.len - 1, NULL);
    assert_true(index && index->is_mapped);
    assert_false(read_all(index));
}

static void a_file_that_cant_be_read_is_told_of(void **state)
{
    nv_error err = {0};

    (void)state;
    assert_null(nv_index_open(at("none.idx"), &err));
    assert_int_equal(err.code, NV_ERROR_IO);
    CHECK(strstr(err.message, "the index is missing"), err.message);
    nv_error_clear(&err);
    assert_null(nv_index_open(folder, &err));
    assert_int_equal(err.code, NV_ERROR_IO);
    CHECK(strstr(err.message, "the index can't be read"), err.message);
    nv_error_clear(&err);
    write_bytes(at("empty.idx"), "", 0);
    assert_null(nv_index_open(at("empty.idx"), &err));
    assert_int_equal(err.code, NV_ERROR_FORMAT);
}

/* Damage that is found later. */

static nv_index *open_mapped(const nv_buffer *bytes)
{
    nv_error err = {0};
    nv_index *index;

    write_bytes(at("test.idx"), bytes->text, bytes->len);
    index = nv_image_open(at("test.idx"), 0, &err);
    CHECK(index || err.code == NV_ERROR_FORMAT, "an index or a sentence");
    return index;
}

static void damage_of_a_mapped_file_is_found_when_it_is_read(void **state)
{
    const size_t blocks = heavy.len / NV_FORMAT_BLOCK;

    (void)state;
    CHECK(blocks >= 8, "there are blocks enough");
    assert_false(read_all(open_mapped(&heavy)));
    for (size_t i = 0; i < blocks; i++) {
        char *byte =
            &heavy.text[NV_FORMAT_HEADER + i * NV_FORMAT_BLOCK + i * 100];
        nv_index *index;

        *byte = (char)(*byte ^ 4);
        index = open_mapped(&heavy);
        CHECK(!index || read_all(index), "the damage is found");
        *byte = (char)(*byte ^ 4);
    }
}

static void what_is_not_touched_may_be_damaged(void **state)
{
    const size_t last = heavy.len / NV_FORMAT_BLOCK - 1;
    char *byte = &heavy.text[NV_FORMAT_HEADER + last * NV_FORMAT_BLOCK];
    nv_index *index;
    nv_card card;

    (void)state;
    *byte = (char)(*byte ^ 4);
    index = open_mapped(&heavy);
    assert_true(index && nv_index_card(index, 0, &card));
    assert_false(nv_index_is_damaged(index));
    CHECK(read_all(index), "until it is");
    *byte = (char)(*byte ^ 4);
}

/* Checksums made anew for what was changed, as somebody might who means ill. */

static uint32_t sum(uint32_t before, const char *bytes, size_t len)
{
    return (uint32_t)crc32_z(before, (const unsigned char *)bytes, len);
}

static void mend(char *bytes, size_t len)
{
    unsigned char *head = (unsigned char *)bytes;
    const size_t blocks = nv_load_u32(head + NV_FORMAT_AT_BLOCKS);
    char *body = bytes + NV_FORMAT_HEADER, *table = bytes + len - 4 * blocks;
    size_t left = (size_t)(table - body);
    uint32_t checksum;

    for (size_t i = 0; i < blocks; i++) {
        const size_t part = left < NV_FORMAT_BLOCK ? left : NV_FORMAT_BLOCK;

        nv_save_u32((unsigned char *)table + 4 * i,
                    sum(0, body + i * NV_FORMAT_BLOCK, part));
        left -= part;
    }
    checksum = sum(sum(0, bytes, NV_FORMAT_AT_CHECKSUM), table, 4 * blocks);
    nv_save_u32(head + NV_FORMAT_AT_CHECKSUM, checksum);
}

static void read_mended(const nv_buffer *from, size_t at, unsigned char byte)
{
    char *copy = malloc(from->len);
    nv_index *index;

    assert_non_null(copy);
    memcpy(copy, from->text, from->len);
    copy[at] = (char)byte;
    mend(copy, from->len);
    index = nv_index_of_bytes(copy, from->len, true, "test.idx", NULL);
    if (index)
        read_all(index);
}

static void nothing_is_believed_for_its_checksum(void **state)
{
    static const unsigned char bytes[] = {0, 1, 0x7F, 0x80, 0xFF};

    (void)state;
    for (size_t i = NV_FORMAT_AT_EVENTS; i < NV_FORMAT_AT_BLOCKS; i++)
        for (size_t k = 0; k < NV_COUNT_OF(bytes); k++)
            read_mended(&whole, i, bytes[k]);
    for (size_t i = NV_FORMAT_HEADER; i < whole.len; i++)
        read_mended(&whole, i, bytes[i % NV_COUNT_OF(bytes)]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_changed_byte_is_refused),
        cmocka_unit_test(what_is_cut_off_is_refused),
        cmocka_unit_test(what_is_too_long_is_refused),
        cmocka_unit_test(what_is_no_index_is_refused),
        cmocka_unit_test(another_version_is_refused),
        cmocka_unit_test(another_order_of_bytes_is_refused),
        cmocka_unit_test(a_file_is_read_whole_or_mapped),
        cmocka_unit_test(a_file_that_cant_be_read_is_told_of),
        cmocka_unit_test(damage_of_a_mapped_file_is_found_when_it_is_read),
        cmocka_unit_test(what_is_not_touched_may_be_damaged),
        cmocka_unit_test(nothing_is_believed_for_its_checksum),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
