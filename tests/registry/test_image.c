/* SPDX-License-Identifier: MPL-2.0 */
/* An index whose bytes are not what was written: it is refused in a sentence
 * or, where that is found out later, reads as empty and says so. Nothing ever
 * reads beyond it. */
#include "records.h"

#include "folder.h"
#include "fuzz/use_index.h"
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
    refuse_changed(NV_FORMAT_AT_VERSION, 1,
                   "of version 3 and this program reads version 2");
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

/* What is read whole is looked at to its end when it is opened. */
static bool is_read_whole(const nv_index *index)
{
    return index->state->is_good[index->block_count - 1];
}

static void a_file_is_read_whole_or_mapped(void **state)
{
    nv_index *index;

    (void)state;
    write_bytes(at("test.idx"), whole.text, whole.len);
    index = nv_index_open(at("test.idx"), NULL);
    assert_true(index && is_read_whole(index));
    assert_false(use_index(index));
    index = nv_image_open(at("test.idx"), whole.len - 1, NULL);
    assert_true(index && index->is_mapped);
    assert_false(use_index(index));
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
    assert_false(use_index(open_mapped(&heavy)));
    for (size_t i = 0; i < blocks; i++) {
        char *byte =
            &heavy.text[NV_FORMAT_HEADER + i * NV_FORMAT_BLOCK + i * 100];
        nv_index *index;

        *byte = (char)(*byte ^ 4);
        index = open_mapped(&heavy);
        CHECK(!index || use_index(index), "the damage is found");
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
    CHECK(use_index(index), "until it is");
    *byte = (char)(*byte ^ 4);
}

/* Checksums made anew for what was changed, as somebody might who means ill. */

static void read_mended(const nv_buffer *from, size_t at, unsigned char byte)
{
    char *copy = malloc(from->len);
    nv_index *index;

    assert_non_null(copy);
    memcpy(copy, from->text, from->len);
    copy[at] = (char)byte;
    mend_index((uint8_t *)copy, from->len);
    index = nv_index_of_bytes(copy, from->len, true, "test.idx", NULL);
    if (index)
        use_index(index);
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
