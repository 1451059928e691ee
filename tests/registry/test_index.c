/* SPDX-License-Identifier: MPL-2.0 */
/* What an index answers of the records it was made of. Damage is test_image.c's
 * subject. */
#include "records.h"

#include "registry/index/builder.h"
#include "registry/index/weight.h"
#include "registry/text/spelling.h"

/* Making. */

static void make_bytes(nv_buffer *out)
{
    nv_error err = {0};
    nv_index_builder *builder = nv_index_builder_new("test", &err);

    CHECK(builder && add_records(builder, &err) && finish(builder, out, &err),
          err.message);
    nv_index_builder_free(builder);
}

static nv_index *index_of(const nv_buffer *bytes)
{
    nv_error err = {0};
    nv_index *index =
        nv_index_of_bytes(bytes->text, bytes->len, false, "test.idx", &err);

    CHECK(index, err.message);
    return index;
}

static nv_index *small; /* of the records of records.h */

static int make_small(void **state)
{
    nv_buffer bytes = NV_BUFFER_INIT;

    (void)state;
    make_bytes(&bytes);
    small = index_of(&bytes);
    nv_buffer_release(&bytes);
    return 0;
}

static int close_small(void **state)
{
    (void)state;
    assert_false(nv_index_is_damaged(small));
    nv_index_close(small);
    return 0;
}

static void the_same_records_give_the_same_bytes(void **state)
{
    nv_buffer one = NV_BUFFER_INIT, other = NV_BUFFER_INIT;

    (void)state;
    make_bytes(&one);
    nv_buffer_add_text(&other, "xyz");
    make_bytes(&other);
    assert_int_equal(one.len, other.len - 3);
    assert_memory_equal(one.text, other.text + 3, one.len);
    nv_buffer_release(&one);
    nv_buffer_release(&other);
}

/* Records. */

static void an_index_knows_its_pack(void **state)
{
    nv_index_tie got;

    (void)state;
    nv_index_get_tie(small, &got);
    CHECK_STR(nv_index_pack(small), "test", "the name of the pack");
    assert_int_equal(got.size, tie.size);
    assert_int_equal(got.checksum, tie.checksum);
    assert_int_equal(nv_index_event_count(small), 3);
    assert_int_equal(nv_index_record_count(small), 4);
}

static void a_card_shows_what_a_list_needs(void **state)
{
    nv_card card;

    (void)state;
    assert_true(nv_index_card(small, 1, &card));
    CHECK_STR(card.id, "1954-05-07-reply", "id");
    CHECK_STR(card.key, "aaaa", "key");
    assert_int_equal(card.kind, NV_KIND_REFUSAL);
    CHECK_STR(card.date, "1954-05-07", "date");
    CHECK_STR(card.end, "1954-05-09", "end");
    CHECK_STR(card.title.text[NV_LANGUAGE_EN], "Reply", "title");
    CHECK_STR(card.title.text[NV_LANGUAGE_FR], NULL, "no French title");
    CHECK_STR(card.place, "Moscow", "place");
    assert_false(card.is_month);
    assert_int_equal(card.links, 0);
    assert_true(nv_index_card(small, 2, &card));
    CHECK_STR(card.end, NULL, "no end");
    CHECK_STR(card.place, NULL, "no place");
    assert_true(card.is_month);
    assert_true(nv_index_card(small, 0, &card));
    CHECK(card.links == 1, "a relation counts at its target");
    assert_false(nv_index_card(small, 3, &card));
    assert_false(nv_index_card(small, NV_NO_RECORD, &card));
}

static void an_event_is_unchecked_when_nobody_has_seen_its_source(void **state)
{
    nv_card card;

    (void)state;
    assert_true(nv_index_card(small, 0, &card) && !card.is_unchecked);
    assert_true(nv_index_card(small, 1, &card) && card.is_unchecked);
    assert_true(nv_index_card(small, 2, &card) && !card.is_unchecked);
}

static void events_are_found_by_id_and_key(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < NV_COUNT_OF(events); i++) {
        assert_int_equal(nv_index_by_id(small, events[i].id), i);
        assert_int_equal(nv_index_by_key(small, events[i].key), i);
    }
    assert_int_equal(nv_index_by_id(small, "S1"), NV_NO_RECORD);
    assert_int_equal(nv_index_by_id(small, ""), NV_NO_RECORD);
    assert_int_equal(nv_index_by_key(small, "aaa"), NV_NO_RECORD);
    assert_int_equal(nv_index_by_key(small, "aaaba"), NV_NO_RECORD);
}

static void a_statement_leads_to_its_events_in_its_order(void **state)
{
    uint32_t got[2] = {9, 9};

    (void)state;
    CHECK_STR(nv_index_statement_id(small, 3), "S1", "its id");
    assert_int_equal(nv_index_statement_events(small, 3, got, 1), 2);
    assert_int_equal(got[0], 1);
    CHECK(got[1] == 9, "no more than there is room for is written");
    nv_index_statement_events(small, 3, got, 2);
    assert_int_equal(got[1], 0);
    assert_int_equal(nv_index_statement_events(small, 0, got, 2), 0);
    CHECK_STR(nv_index_statement_id(small, 4), "", "no statement");
}

static void records_are_located_in_the_pack(void **state)
{
    nv_location location;
    nv_member member;

    (void)state;
    assert_true(nv_index_location(small, 1, &location));
    assert_int_equal(location.offset, 100);
    assert_true(nv_index_location(small, 3, &location));
    assert_int_equal(location.member, 1);
    assert_int_equal(location.offset, 10);
    assert_int_equal(location.len, 20);
    assert_false(nv_index_location(small, 4, &location));
    assert_int_equal(nv_index_member_count(small), 2);
    assert_true(nv_index_member(small, 0, &member));
    assert_int_equal(member.packed_len, 500);
    assert_int_equal(member.len, 2000);
    assert_int_equal(member.checksum, 0xABCD1234);
    assert_true(nv_index_member(small, 1, &member) && member.offset == 500);
    assert_false(nv_index_member(small, 2, &member));
}

static void names_come_sorted_with_their_variants(void **state)
{
    const char *variants[2] = {NULL, "untouched"};
    nv_name name;

    (void)state;
    assert_int_equal(nv_index_name_count(small), 3);
    assert_int_equal(nv_index_name(small, 0, &name, variants, 2), 0);
    CHECK_STR(name.in[NV_LANGUAGE_EN], "France", "the first");
    CHECK_STR(name.in[NV_LANGUAGE_RU], "Франция", "in Russian");
    CHECK_STR(name.in[NV_LANGUAGE_DE], NULL, "not in German");
    assert_int_equal(nv_index_name(small, 1, &name, variants, 1), 2);
    CHECK_STR(variants[0], "USSR", "the first variant");
    CHECK_STR(variants[1], "untouched", "no room for the second");
    nv_index_name(small, 2, &name, NULL, 0);
    assert_int_equal(name.type, NV_NAME_PERSON);
    assert_int_equal(nv_index_find_name(small, "Soviet Union"), 1);
    assert_int_equal(nv_index_find_name(small, "USSR"), NV_NO_RECORD);
    assert_int_equal(nv_index_name(small, 3, &name, NULL, 0), 0);
    CHECK_STR(name.in[NV_LANGUAGE_EN], "", "no name");
}

/* Words. */

static void put_mark(nv_buffer *out, const char *word)
{
    if (*word > 0 && *word <= NV_MARK_LANGUAGE)
        nv_buffer_add_format(out, "%d:%s", *word, word + 1);
    else
        nv_buffer_add_text(out, word);
}

/* All places of a row, as "word record.zone.quotation*count ...; ". */
static void put_places(const nv_index *index, nv_row row, nv_buffer *out)
{
    for (uint32_t i = row.first; i < row.first + row.count; i++) {
        nv_posting_reader reader = nv_index_postings(index, i);
        nv_posting at;

        put_mark(out, nv_index_word(index, i));
        while (nv_posting_next(&reader, &at))
            nv_buffer_add_format(out, " %u.%u.%u*%u", (unsigned)at.record,
                                 at.zone, at.quotation, at.count);
        nv_buffer_add_text(out, "; ");
        assert_false(reader.is_damaged);
    }
}

static const struct {
    const char *label, *word;
    nv_mark mark;
    bool is_prefix;
    const char *wanted;
} rows[] = {
    {"a word, in the order of records", "note", NV_MARK_NONE, false,
     "note 0.2.0*1 0.0.0*2 0.3.0*1 1.10.0*1; "},
    {"wordings that are offered have their number", "ready", NV_MARK_NONE,
     false, "ready 0.11.3*2 0.11.0*1; "},
    {"a hyphenated word is found as one, too", "cooperation", NV_MARK_NONE,
     false, "cooperation 0.11.3*1; "},
    {"a party is found under all its names, a text's, too", "urss",
     NV_MARK_NONE, false, "urss 0.7.0*1 1.8.0*1; "},
    {"a prefix finds all that begins with it", "sovi", NV_MARK_NONE, true,
     "soviet 0.0.0*1 0.7.0*1 1.8.0*1; sovietique 0.0.0*1 0.7.0*1 1.8.0*1; "},
    {"which a whole word does not", "sovi", NV_MARK_NONE, false, ""},
    {"nor what is not there", "zzz", NV_MARK_NONE, true, ""},
    {"parties stand behind their mark", "u", NV_MARK_PARTY, true,
     "2:union 0.7.0*2; 2:urss 0.7.0*1; 2:ussr 0.7.0*1; "},
    {"where one that is only named is not", "note", NV_MARK_PARTY, false, ""},
    {"people and senders stand behind one mark", "m", NV_MARK_BY, true,
     "3:ministry 0.5.0*1; 3:molotov 0.6.0*1; "},
    {"places", "moscow", NV_MARK_PLACE, false, "4:moscow 0.9.0*1 1.9.0*1; "},
    {"kinds", "traite", NV_MARK_KIND, false, "1:traite 2.3.0*1; "},
    {"languages, once for each event", "", NV_MARK_LANGUAGE, true,
     "5:en 0.11.0*1; 5:ru 0.11.0*1; "},
    {"statements are records, too", "refuse", NV_MARK_NONE, false,
     "refuse 1.3.0*3 3.13.0*1; "},
    {"names are known without standing anywhere", "франция", NV_MARK_NONE,
     false, "франция 1.7.0*1; "},
};

static void a_row_has_the_places_of_its_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(rows); i++) {
        nv_buffer got = NV_BUFFER_INIT;

        put_places(
            small,
            nv_index_row(small, rows[i].mark, rows[i].word, rows[i].is_prefix),
            &got);
        CHECK_STR(got.text, rows[i].wanted, rows[i].label);
        nv_buffer_release(&got);
    }
}

static void terms_are_ordered_and_counted(void **state)
{
    const uint32_t count = nv_index_term_count(small);
    uint64_t places = 0;

    (void)state;
    for (uint32_t i = 0; i < count; i++) {
        nv_posting_reader reader = nv_index_postings(small, i);
        uint32_t last = UINT32_MAX, records = 0;
        nv_posting at;

        if (i > 0)
            CHECK(strcmp(nv_index_word(small, i - 1), nv_index_word(small, i)) <
                      0,
                  "in the order of their bytes");
        for (; nv_posting_next(&reader, &at); last = at.record, places++)
            records += at.record != last;
        assert_int_equal(nv_index_frequency(small, i), records);
    }
    assert_int_equal(nv_index_places(small, (nv_row){0, count}), places);
    assert_int_equal(nv_index_places(small, (nv_row){0, count + 1}), 0);
    CHECK_STR(nv_index_word(small, count), "", "no term");
    assert_int_equal(nv_index_frequency(small, count), 0);
}

static void a_word_that_is_too_long_is_in_no_row(void **state)
{
    char word[NV_FORMAT_BLOCK];

    (void)state;
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    assert_int_equal(nv_index_row(small, NV_MARK_BY, word, true).count, 0);
}

/* Words of which many have the first eight bytes in common, and some those of a
 * shorter word. */
static nv_index *make_many_words(void)
{
    static const char *const beginnings[] = {
        "a", "ab", "abcdefg", "abcdefgh", "abcdefghi", "zz", "\u0436"};
    const nv_location location = {0, 0, 0};
    nv_index_builder *builder = nv_index_builder_new("words", NULL);
    nv_buffer text = NV_BUFFER_INIT, bytes = NV_BUFFER_INIT;
    nv_index *index;
    nv_event event = {.id = "x", .key = "0000", .date = {.iso = "1950"}};

    for (size_t i = 0; i < NV_COUNT_OF(beginnings); i++)
        for (unsigned k = 0; k < 300; k++)
            nv_buffer_add_format(&text, "%s %s%u ", beginnings[i],
                                 beginnings[i], k * 7919 % 1000);
    event.summary.text[NV_LANGUAGE_EN] = text.text;
    assert_true(nv_index_builder_add_event(builder, &event, &location, NULL));
    assert_true(finish(builder, &bytes, NULL));
    index = index_of(&bytes);
    nv_buffer_release(&bytes);
    nv_buffer_release(&text);
    nv_index_builder_free(builder);
    return index;
}

/* The row, found by looking at all words. */
static nv_row look_for(const nv_index *index, const char *word, bool is_prefix)
{
    nv_row row = {0, 0};

    for (uint32_t i = 0; i < nv_index_term_count(index); i++) {
        const char *other = nv_index_word(index, i);

        if (is_prefix ? strncmp(other, word, strlen(word)) != 0
                      : strcmp(other, word) != 0)
            continue;
        row.first = row.count++ ? row.first : i;
    }
    return row;
}

static void check_row(const nv_index *index, const char *word, bool is_prefix)
{
    const nv_row got = nv_index_row(index, NV_MARK_NONE, word, is_prefix);
    const nv_row wanted = look_for(index, word, is_prefix);

    CHECK(got.count == wanted.count, word);
    CHECK(got.first == wanted.first || wanted.count == 0, word);
}

static void rows_are_found_among_many_words(void **state)
{
    nv_index *index = make_many_words();
    char word[64];

    (void)state;
    CHECK(nv_index_term_count(index) > 20 * NV_FORMAT_HEADS, "many words");
    for (uint32_t i = 0; i < nv_index_term_count(index); i += 5) {
        snprintf(word, sizeof word, "%s", nv_index_word(index, i));
        for (size_t len = strlen(word); len > 0; len--) {
            word[len] = '\0';
            check_row(index, word, true);
            check_row(index, word, false);
        }
    }
    check_row(index, "abcdefghzzz", true);
    check_row(index, "abcdefghzzz", false);
    check_row(index, "zzz", true);
    nv_index_close(index);
}

/* Texts. */

static void tokens_are_the_texts_and_then_what_is_beside(void **state)
{
    nv_tokens tokens = {0};
    nv_buffer got = NV_BUFFER_INIT;

    (void)state;
    assert_true(nv_index_tokens(small, 1, &tokens));
    for (size_t i = 0; i < tokens.count; i++) {
        const uint32_t token = tokens.items[i];

        if (token & NV_TOKEN_TEXT)
            nv_buffer_add_format(&got, "|%s%u ",
                                 token & NV_TOKEN_BESIDE ? "+" : "",
                                 nv_token_zone(token));
        else
            nv_buffer_add_format(&got, "%s ", nv_index_word(small, token));
    }
    CHECK_STR(got.text,
              "|2 1954 05 07 reply |0 reply |3 refusal refuse refused "
              "rejection reply answer refus refuse refuse rejet reponse "
              "ablehnung rechazo отказ |4 1954 05 07 7 may mai mai mayo мая "
              "|7 france |7 france |7 франция |9 moscow |10 to the note of 31 "
              "march 1954 of the ussr |12 pravda |+2 07reply |+8 soviet union "
              "union sovietique ussr urss ",
              "in their order");
    assert_true(nv_index_tokens(small, 0, &tokens));
    for (size_t i = 0; i < tokens.count; i++)
        if (tokens.items[i] & NV_TOKEN_TEXT &&
            nv_token_zone(tokens.items[i]) == NV_ZONE_QUOTATION)
            CHECK((tokens.items[i] & NV_TOKEN_QUOTATION) ==
                      (tokens.items[i + 1] !=
                               nv_index_row(small, 0, "ready", false).first
                           ? 3
                           : 0),
                  "a wording has its number");
    assert_true(nv_index_tokens(small, 9, &tokens) && tokens.count == 0);
    free(tokens.items);
    nv_buffer_release(&got);
}

static void lengths_count_the_words_of_texts(void **state)
{
    (void)state;
    assert_int_equal(nv_index_length(small, 0, NV_ZONE_TITLE), 4);
    assert_int_equal(nv_index_length(small, 1, NV_ZONE_TITLE), 1);
    CHECK(nv_index_length(small, 1, NV_ZONE_NAMED) == 0, "not what is beside");
    assert_int_equal(nv_index_length(small, 4, NV_ZONE_TITLE), 0);
    assert_true(nv_index_average_length(small, NV_ZONE_TITLE) == 2);
    CHECK(nv_index_average_length(small, NV_ZONE_DOCUMENT) == 1,
          "of nothing it is one");
}

/* Dates. */

/* "record.standing" for each dating in the span; years that stand in an id are
 * left out. */
static void check_dates(const nv_index *index, int first, int last,
                        const char *wanted, const char *label)
{
    const nv_days days = {first, last};
    nv_dating_reader reader = nv_index_dates(index, &days);
    nv_buffer got = NV_BUFFER_INIT;
    nv_dating dating;

    while (nv_dating_next(&reader, &dating))
        if (dating.zone != NV_ZONE_ID)
            nv_buffer_add_format(&got, "%u.%u ", (unsigned)dating.record,
                                 dating.standing);
    CHECK_STR(got.text, wanted, label);
    nv_buffer_release(&got);
}

static const struct {
    const char *label;
    int first, last;
    const char *wanted;
} spans[] = {
    {"a day", 19540331, 19540331, "0.0 1.2 "},
    {"a day within a longer date", 19540508, 19540508, "1.0 "},
    {"its last day", 19540509, 19540601, "1.0 "},
    {"a year, in the order of beginning", 19540101, 19541231, "0.0 1.2 1.0 "},
    {"a day of a month that is all that is known", 19550507, 19550507, "2.0 "},
    {"a day without events", 19540510, 19550430, ""},
};

static void dates_are_found_by_any_day_in_common(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(spans); i++)
        check_dates(small, spans[i].first, spans[i].last, spans[i].wanted,
                    spans[i].label);
}

static void a_span_is_found_long_after_it_began(void **state)
{
    nv_index_builder *builder = nv_index_builder_new("dates", NULL);
    const nv_location location = {0, 0, 0};
    nv_buffer bytes = NV_BUFFER_INIT;
    nv_index *index;
    char id[16], key[16];
    nv_event event = {.id = id, .key = key, .date = {"1900-01-01"}};

    (void)state;
    event.date.end = "1999-12-31";
    for (int i = 0; i < 10 * NV_FORMAT_DATINGS; i++) {
        snprintf(id, sizeof id, "x%04d", i);
        snprintf(key, sizeof key, "%04d", i);
        assert_true(
            nv_index_builder_add_event(builder, &event, &location, NULL));
        event.date.iso = i < 700 ? "1950-05-05" : "1980-05-05";
        event.date.end = NULL;
    }
    assert_true(finish(builder, &bytes, NULL));
    index = index_of(&bytes);
    check_dates(index, 19600101, 19601231, "0.0 ", "of all before, this one");
    nv_index_close(index);
    nv_buffer_release(&bytes);
    nv_index_builder_free(builder);
}

/* Sounds. */

static void a_name_is_found_by_its_sound(void **state)
{
    uint64_t keys[NV_SPELLING_MAX];
    nv_spelling spelling;
    uint32_t count, first;

    (void)state;
    assert_true(nv_spelling_keys("молотов", keys) > 0);
    first = nv_index_sounds(small, keys[0], true, &count);
    assert_int_equal(count, 1);
    assert_true(nv_index_sound(small, first, &spelling));
    CHECK_STR(nv_index_word(small, spelling.term), "molotov", "meets Latin");
    assert_true(nv_spelling_keys("молот", keys) > 0);
    nv_index_sounds(small, keys[0], true, &count);
    CHECK(count == 0, "a beginning is not the whole");
    nv_index_sounds(small, keys[0], false, &count);
    CHECK(count > 0, "but begins it");
    assert_true(nv_spelling_keys("cooperation", keys) > 0);
    nv_index_sounds(small, keys[0], true, &count);
    CHECK(count == 0, "words without a capital are no names");
    assert_false(nv_index_sound(small, UINT32_MAX, &spelling));
}

/* Heavy rows. */

enum { CROWD = 2200, WORDINGS = 8 };

static void add_one_of_a_crowd(nv_index_builder *builder, int number)
{
    nv_quotation *wordings = make_wordings(WORDINGS, "commons common");
    const nv_relation relation = {"follows", "1950-01-01-0003"};
    const nv_location location = {0, 0, 0};
    char id[40], key[16];
    const nv_event event = {
        .id = id,
        .key = key,
        .kind = NV_KIND_NOTE,
        .title = {{number == 7 ? "common commons" : "rare"}},
        .date = {.iso = "1950-01-01"},
        .quotations = wordings,
        .quotation_count = WORDINGS - (number == 2),
        .relations = &relation,
        .relation_count = number < 5};
    nv_error err = {0};

    snprintf(id, sizeof id, "1950-01-01-%04d", number);
    snprintf(key, sizeof key, "%04d", number);
    CHECK(nv_index_builder_add_event(builder, &event, &location, &err),
          err.message);
    free(wordings);
}

static nv_index *make_crowd(void)
{
    nv_error err = {0};
    nv_index_builder *builder = nv_index_builder_new("crowd", &err);
    nv_buffer bytes = NV_BUFFER_INIT;
    nv_index *crowd;

    for (int i = 0; i < CROWD; i++)
        add_one_of_a_crowd(builder, i);
    CHECK(finish(builder, &bytes, &err), err.message);
    nv_index_builder_free(builder);
    crowd = index_of(&bytes);
    nv_buffer_release(&bytes);
    return crowd;
}

static void check_best(const nv_index *crowd, const nv_heavy *heavy)
{
    static uint32_t best[NV_BEST_MAX];

    nv_index_heavy_best(crowd, heavy, best);
    CHECK(best[0] == 7, "a word in the title counts most");
    CHECK(best[1] == 3, "then in an event to which others lead");
    CHECK(best[2] == 0 && best[3] == 1 && best[4] == 4,
          "then in their order, those where it stands more often");
}

static void check_set(const nv_index *crowd, const nv_heavy *heavy)
{
    uint64_t *bits = calloc(nv_index_bit_words(crowd), sizeof *bits);
    size_t count = 0;

    assert_non_null(bits);
    nv_index_heavy_add(crowd, heavy, bits);
    for (size_t i = 0; i < nv_index_bit_words(crowd); i++)
        count += (size_t)__builtin_popcountll(bits[i]);
    assert_int_equal(count, heavy->record_count);
    free(bits);
}

static void a_row_of_many_places_is_heavy(void **state)
{
    static const struct {
        const char *word;
        bool is_prefix, is_heavy;
    } cases[] = {{"common", false, true}, {"common", true, true},
                 {"comm", true, true},    {"commons", false, true},
                 {"c", true, true},       {"commons", true, true},
                 {"rare", false, false},  {"1950", true, false}};
    nv_index *crowd = make_crowd();

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        const nv_row row =
            nv_index_row(crowd, 0, cases[i].word, cases[i].is_prefix);
        nv_heavy heavy;

        CHECK((nv_index_places(crowd, row) > NV_LIGHT_MAX) == cases[i].is_heavy,
              cases[i].word);
        CHECK(nv_index_heavy(crowd, row, &heavy) == cases[i].is_heavy,
              cases[i].word);
        if (!cases[i].is_heavy)
            continue;
        assert_int_equal(heavy.record_count, CROWD);
        assert_int_equal(heavy.best_count, NV_BEST_MAX);
        CHECK(heavy.is_bits, "a full set takes less as bits");
        check_set(crowd, &heavy);
        check_best(crowd, &heavy);
    }
    assert_false(nv_index_is_damaged(crowd));
    nv_index_close(crowd);
}

static void a_set_in_which_most_are_missing_is_a_list(void **state)
{
    nv_quotation *wordings = make_wordings(NV_LIGHT_MAX + 1, "common");
    const nv_location location = {0, 0, 0};
    nv_event event = {.key = "0000", .date = {.iso = "1950-01-01"}};
    nv_index_builder *builder = nv_index_builder_new("few", NULL);
    nv_buffer bytes = NV_BUFFER_INIT;
    nv_index *few;
    nv_heavy heavy;
    char id[16], key[16];

    (void)state;
    for (int i = 0; i < 500; i++) {
        snprintf(id, sizeof id, "%04d", i);
        snprintf(key, sizeof key, "%04d", i);
        event.id = id;
        event.key = key;
        event.quotations = wordings;
        event.quotation_count = i == 300 ? NV_LIGHT_MAX + 1u : 0;
        assert_true(
            nv_index_builder_add_event(builder, &event, &location, NULL));
    }
    assert_true(finish(builder, &bytes, NULL));
    few = index_of(&bytes);
    assert_true(
        nv_index_heavy(few, nv_index_row(few, 0, "common", false), &heavy));
    assert_false(heavy.is_bits);
    assert_int_equal(heavy.record_count, 1);
    check_set(few, &heavy);
    nv_index_close(few);
    nv_buffer_release(&bytes);
    nv_index_builder_free(builder);
    free(wordings);
}

/* What a builder refuses. */

static void refuse_event(const nv_event *event, const char *part)
{
    nv_index_builder *builder = nv_index_builder_new("test", NULL);
    const nv_location location = {0, 0, 0};
    nv_error err = {0};

    assert_true(
        nv_index_builder_add_event(builder, &events[1], &location, NULL));
    assert_false(nv_index_builder_add_event(builder, event, &location, &err));
    assert_int_equal(err.code, NV_ERROR_FORMAT);
    CHECK(strstr(err.message, part), err.message);
    nv_index_builder_free(builder);
}

static void what_is_out_of_order_or_double_is_refused(void **state)
{
    nv_event event = events[1];

    (void)state;
    refuse_event(&events[0], "“1954-03-31-note” is out of order");
    refuse_event(&event, "Two events have the id “1954-05-07-reply”");
    event.id = "1954-05-07-a";
    refuse_event(&event, "“1954-05-07-a” is out of order");
    event.id = "1954-05-07-z";
    refuse_event(&event, "Two events have the key “aaaa”");
    event.key = "aaaaa";
    refuse_event(&event, "has not four characters");
}

static void names_come_first_and_statements_last(void **state)
{
    nv_index_builder *builder = nv_index_builder_new("test", NULL);
    const nv_location location = {0, 0, 0};
    nv_event late = {.id = "late", .key = "late", .date = {.iso = "2000"}};

    (void)state;
    assert_true(nv_index_builder_add_name(builder, names, NULL));
    assert_false(nv_index_builder_add_name(builder, names, NULL));
    nv_index_builder_free(builder);
    builder = nv_index_builder_new("test", NULL);
    assert_true(add_records(builder, NULL));
    assert_false(nv_index_builder_add_name(builder, names, NULL));
    assert_false(nv_index_builder_add_event(builder, &late, &location, NULL));
    assert_false(
        nv_index_builder_add_statement(builder, statements, &location, NULL));
    nv_index_builder_free(builder);
}

static void what_leads_nowhere_is_told_at_the_end(void **state)
{
    const nv_location location = {0, 0, 0};

    (void)state;
    for (int of_statement = 0; of_statement < 2; of_statement++) {
        nv_index_builder *builder = nv_index_builder_new("test", NULL);
        nv_buffer out = NV_BUFFER_INIT;
        nv_error err = {0};

        assert_true(of_statement ? nv_index_builder_add_statement(
                                       builder, statements, &location, NULL)
                                 : nv_index_builder_add_event(
                                       builder, &events[1], &location, NULL));
        assert_false(finish(builder, &out, &err));
        assert_int_equal(err.code, NV_ERROR_FORMAT);
        assert_int_equal(out.len, 0);
        CHECK(strstr(err.message, of_statement
                                      ? "“S1” leads to “1954-05-07-reply”"
                                      : "leads to “1954-03-31-note”"),
              err.message);
        nv_index_builder_free(builder);
    }
}

static void an_index_of_nothing_finds_nothing(void **state)
{
    nv_index_builder *builder = nv_index_builder_new("", NULL);
    const nv_days ever = {0, 99999999};
    nv_buffer bytes = NV_BUFFER_INIT;
    nv_index *index;
    nv_dating_reader dates;
    nv_dating dating;
    uint32_t count;

    (void)state;
    assert_true(finish(builder, &bytes, NULL));
    index = index_of(&bytes);
    assert_int_equal(nv_index_record_count(index), 0);
    assert_int_equal(nv_index_row(index, 0, "a", true).count, 0);
    assert_int_equal(nv_index_by_id(index, "a"), NV_NO_RECORD);
    nv_index_sounds(index, UINT64_MAX, true, &count);
    assert_int_equal(count, 0);
    dates = nv_index_dates(index, &ever);
    assert_false(nv_dating_next(&dates, &dating));
    nv_index_close(index);
    nv_buffer_release(&bytes);
    nv_index_builder_free(builder);
}

/* What no computer has the memory for is told apart from what one has not. */
static void more_than_an_index_can_hold_is_a_limit(void **state)
{
    nv_index_builder *builder = nv_index_builder_new("huge", NULL);
    nv_error err = {0};
    nv_pool *pool;

    (void)state;
    assert_non_null(builder);
    pool = &builder->gather.postings;
    pool->block_count = NV_POOL_BLOCKS;
    pool->used = UINT32_MAX / 2 + 1;
    CHECK(!add_records(builder, &err), "nothing more");
    CHECK(err.code == NV_ERROR_LIMIT &&
              strstr(err.message, "“huge” is too large for an index"),
          err.message);
    nv_index_builder_free(builder);
}

static void texts_beyond_four_gibibytes_are_a_limit(void **state)
{
    nv_blob blob = {.bytes = NV_BUFFER_INIT};
    const size_t len = UINT32_MAX + (size_t)1;

    (void)state;
    CHECK(nv_blob_put(&blob, "first"), "there is room");
    blob.bytes.len = len;
    CHECK(!nv_blob_put(&blob, "last") && blob.failed && blob.is_full,
          "there is none");
    nv_blob_release(&blob);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_records_give_the_same_bytes),
        cmocka_unit_test(an_index_knows_its_pack),
        cmocka_unit_test(a_card_shows_what_a_list_needs),
        cmocka_unit_test(an_event_is_unchecked_when_nobody_has_seen_its_source),
        cmocka_unit_test(events_are_found_by_id_and_key),
        cmocka_unit_test(a_statement_leads_to_its_events_in_its_order),
        cmocka_unit_test(records_are_located_in_the_pack),
        cmocka_unit_test(names_come_sorted_with_their_variants),
        cmocka_unit_test(a_row_has_the_places_of_its_words),
        cmocka_unit_test(terms_are_ordered_and_counted),
        cmocka_unit_test(a_word_that_is_too_long_is_in_no_row),
        cmocka_unit_test(rows_are_found_among_many_words),
        cmocka_unit_test(tokens_are_the_texts_and_then_what_is_beside),
        cmocka_unit_test(lengths_count_the_words_of_texts),
        cmocka_unit_test(dates_are_found_by_any_day_in_common),
        cmocka_unit_test(a_span_is_found_long_after_it_began),
        cmocka_unit_test(a_name_is_found_by_its_sound),
        cmocka_unit_test(a_row_of_many_places_is_heavy),
        cmocka_unit_test(a_set_in_which_most_are_missing_is_a_list),
        cmocka_unit_test(what_is_out_of_order_or_double_is_refused),
        cmocka_unit_test(names_come_first_and_statements_last),
        cmocka_unit_test(what_leads_nowhere_is_told_at_the_end),
        cmocka_unit_test(an_index_of_nothing_finds_nothing),
        cmocka_unit_test(more_than_an_index_can_hold_is_a_limit),
        cmocka_unit_test(texts_beyond_four_gibibytes_are_a_limit),
    };

    return cmocka_run_group_tests(tests, make_small, close_small);
}
