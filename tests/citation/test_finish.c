/* SPDX-License-Identifier: MPL-2.0 */
/* From pieces to a finished text: seams, markup of fields, formats, quotes. */
#include "check.h"

#include <stdlib.h>

#include "base/array.h"
#include "citation/finish.h"

static const nv_csl_quotes english = {"\u201C", "\u201D", "\u2018", "\u2019",
                                      true};
static const nv_csl_quotes french = {"\u00AB\u00A0", "\u00A0\u00BB", "\u201C",
                                     "\u201D", false};
static const nv_csl_quotes german = {"\u201E", "\u201C", "\u201A", "\u2018",
                                     false};

/* The draft as HTML, for free(); the draft is released. */
static char *html_of(nv_csl_draft *draft, const nv_csl_quotes *quotes)
{
    nv_buffer out = NV_BUFFER_INIT;
    nv_csl_text *text = nv_csl_draft_finish(draft, quotes, NULL, NULL);

    assert_non_null(text);
    nv_csl_text_write_html(text, &out);
    free(text);
    nv_csl_draft_release(draft);
    return nv_buffer_detach(&out);
}

static void check_html(nv_csl_draft *draft, const nv_csl_quotes *quotes,
                       const char *wanted, const char *label)
{
    char *got = html_of(draft, quotes);

    CHECK_STR(got, wanted, label);
    free(got);
}

static void test_seams_between_every_pair_of_marks(void **state)
{
    static const char marks[] = ":.;!?,";
    /* The table that the CSL test suite calls "full monty". */
    static const char *const wanted[] = {
        ":", ":", ":;", "!",  "?", ":,", ".:", ".",  ".;", ".!", ".?", ".,",
        ";", ";", ";",  "!",  "?", ";,", "!",  "!",  "!;", "!",  "!?", "!,",
        "?", "?", "?;", "?!", "?", "?,", ",:", ",.", ",;", ",!", ",?", ",",
    };

    (void)state;
    for (size_t i = 0; i < 36; i++) {
        nv_csl_draft draft = {0};
        const char label[] = {marks[i / 6], marks[i % 6], '\0'};

        nv_csl_draft_add(&draft, NV_CSL_ORIGIN_CONTENT, label, 1);
        nv_csl_draft_add(&draft, NV_CSL_ORIGIN_PREFIX, label + 1, 1);
        check_html(&draft, &english, wanted[i], label);
    }
}

static void test_marks_move_into_quotes(void **state)
{
    static const struct {
        const char *label, *suffix, *after, *wanted;
        const nv_csl_quotes *quotes;
    } cases[] = {
        {"a full stop moves in", ".", "", "\u201Cso.\u201D", &english},
        {"a colon stays outside", ":", "", "\u201Cso\u201D:", &english},
        {"a second mark moves in too", ",", ". It", "\u201Cso,.\u201D It",
         &english},
        {"a mark that displaces one outside moves in", ":", "! It",
         "\u201Cso!\u201D It", &english},
        {"a mark inside takes one outside away", "!", ": It",
         "\u201Cso!\u201D It", &english},
        {"not in every language", ".", "", "\u201Eso\u201C.", &german},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_csl_draft draft = {0};

        nv_csl_draft_open(&draft, &(nv_csl_frame){.quotes = true});
        nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "so");
        nv_csl_draft_close(&draft);
        nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_SUFFIX, cases[i].suffix);
        nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_PREFIX, cases[i].after);
        check_html(&draft, cases[i].quotes, cases[i].wanted, cases[i].label);
    }
}

static void test_fields_are_left_as_they_are(void **state)
{
    nv_csl_draft draft = {0};

    (void)state;
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "What?.");
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, ". . ,");
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_SUFFIX, ", a");
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_DELIMITER, " b  ");
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_PREFIX, " c");
    check_html(&draft, &english, "What?.. . , a b  c",
               "only seams with an affix or delimiter are mended");
}

static void test_markup_of_fields(void **state)
{
    static const struct {
        const char *label, *text, *wanted;
        const nv_csl_quotes *quotes;
    } cases[] = {
        {"a tag and its end are a format", "One <i>two</i> three",
         "One <i>two</i> three", &english},
        {"italic in italic is upright", "<i>a <i>b <i>c</i></i></i>",
         "<i>a <span style=\"font-style:normal;\">b <i>c</i></span></i>",
         &english},
        {"an end alone is text", "a</i> b", "a&#60;/i&#62; b", &english},
        {"a beginning alone is text", "a <i>b", "a &#60;i&#62;b", &english},
        {"tags that cross are text", "<i>a<b>b</i>c</b>",
         "<i>a&#60;b&#62;b</i>c&#60;/b&#62;", &english},
        {"small capitals by two names",
         "<sc>a</sc>, "
         "<span style=\"font-variant: small-caps;\">b</span>",
         "<span style=\"font-variant:small-caps;\">a</span>, "
         "<span style=\"font-variant:small-caps;\">b</span>",
         &english},
        {"other tags are text", "<u>a</u>", "&#60;u&#62;a&#60;/u&#62;",
         &english},
        {"straight quotes pair up", "\"a\" and 'b'",
         "\u201Ca\u201D and \u201Cb\u201D", &english},
        {"quotes in quotes", "\"a 'b'\"", "\u201Ca \u2018b\u2019\u201D",
         &english},
        {"the quotes of the language nest, too", "\"a \u201Cb\u201D\"",
         "\u201Ca \u2018b\u2019\u201D", &english},
        {"they bring their spaces", "\u00AB a \u00BB",
         "\u00AB\u00A0a\u00A0\u00BB", &french},
        {"an apostrophe is none of them", "'You're a dog'",
         "\u201CYou\u2019re a dog\u201D", &english},
        {"one after the other", "l'''", "l\u2019\u2019\u2019", &english},
        {"alone between spaces", "d ' eau", "d \u2019 eau", &english},
        {"a mark without its end stays", "5\" and \"a", "5\" and \"a",
         &english},
        {"one before a space does not close", "the \"Obligations \" of",
         "the \"Obligations \" of", &english},
        {"a quotation ends where its tag does", "<i>\"a</i> b\"",
         "<i>\"a</i> b\"", &english},
        {"& and < are escaped", "a & b < c", "a &#38; b &#60; c", &english},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_csl_draft draft = {.quotes = cases[i].quotes};

        nv_csl_rich_add(&draft, NV_CSL_ORIGIN_CONTENT, cases[i].text,
                        strlen(cases[i].text));
        check_html(&draft, cases[i].quotes, cases[i].wanted, cases[i].label);
    }
}

static void test_hostile_markup(void **state)
{
    enum { COUNT = 100000 };
    static const char *const words[] = {"<i>", "</i>", "\"", "'", "a' \"b"};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(words); i++) {
        nv_csl_draft draft = {.quotes = &english};
        nv_buffer text = NV_BUFFER_INIT;
        char *html;

        for (size_t k = 0; k < COUNT; k++)
            nv_buffer_add_text(&text, words[i]);
        nv_csl_rich_add(&draft, NV_CSL_ORIGIN_CONTENT, text.text, text.len);
        html = html_of(&draft, &english);
        CHECK(strlen(html) >= COUNT, words[i]);
        free(html);
        nv_buffer_release(&text);
    }
}

static void test_text_case(void **state)
{
    static const struct {
        const char *label;
        nv_csl_case text_case;
        const char *text, *wanted;
    } cases[] = {
        {"lower", NV_CSL_CASE_LOWER, "\u00C9TAT", "\u00E9tat"},
        {"upper", NV_CSL_CASE_UPPER, "stra\u00DFe", "STRASSE"},
        {"first", NV_CSL_CASE_CAPITALIZE_FIRST, "\u00E9tat a", "\u00C9tat a"},
        {"a word with a capital inside stays", NV_CSL_CASE_CAPITALIZE_FIRST,
         "iPhone", "iPhone"},
        {"but not for one after an apostrophe", NV_CSL_CASE_CAPITALIZE_FIRST,
         "l\u2019Europe", "L\u2019Europe"},
        {"all", NV_CSL_CASE_CAPITALIZE_ALL, "the end of it", "The End Of It"},
        {"sentence", NV_CSL_CASE_SENTENCE, "The End Of It", "The end of it"},
        {"title: stop words stay lower", NV_CSL_CASE_TITLE,
         "the end of the world", "The End of the World"},
        {"title: but first, last and after a colon", NV_CSL_CASE_TITLE,
         "of it: a thing to ask for", "Of It: A Thing to Ask For"},
        {"title: parts of a compound are words", NV_CSL_CASE_TITLE,
         "out-of-fashion and cat/mouse", "Out-of-Fashion and Cat/Mouse"},
        {"title: a bound letter stays", NV_CSL_CASE_TITLE,
         "solution of \u03B2-carotine 07-x test",
         "Solution of \u03B2-Carotine 07-x Test"},
        {"title: capitals inside stay", NV_CSL_CASE_TITLE,
         "an iPhone by A.N. author", "An iPhone by A.N. Author"},
        {"title: a text in capitals keeps them", NV_CSL_CASE_TITLE,
         "THE WEALTH OF NATIONS", "THE WEALTH OF NATIONS"},
        {"markup against case", NV_CSL_CASE_UPPER,
         "a <span class=\"nocase\">Smith</span> pen", "A Smith PEN"},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_csl_draft draft = {0};
        nv_csl_mark mark = nv_csl_draft_mark(&draft);

        nv_csl_rich_add(&draft, NV_CSL_ORIGIN_CONTENT, cases[i].text,
                        strlen(cases[i].text));
        nv_csl_draft_apply_case(&draft, mark, cases[i].text_case, "en");
        check_html(&draft, &english, cases[i].wanted, cases[i].label);
    }
}

static void test_title_case_is_english(void **state)
{
    nv_csl_draft draft = {0};
    nv_csl_mark mark = nv_csl_draft_mark(&draft);

    (void)state;
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "ende der welt");
    nv_csl_draft_apply_case(&draft, mark, NV_CSL_CASE_TITLE, "de-DE");
    check_html(&draft, &german, "ende der welt",
               "a title in another language stays as it is");
    draft = (nv_csl_draft){0};
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "iz \u0131");
    nv_csl_draft_apply_case(&draft, mark, NV_CSL_CASE_UPPER, "tr");
    check_html(&draft, &german, "\u0130Z I", "Turkish keeps its dots");
}

static void test_case_across_pieces(void **state)
{
    nv_csl_draft draft = {0};
    nv_csl_mark mark = nv_csl_draft_mark(&draft);

    (void)state;
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "why? ");
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_DELIMITER, "and ");
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "the answer ");
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "of one");
    nv_csl_draft_apply_case(&draft, mark, NV_CSL_CASE_TITLE, "en-GB");
    check_html(&draft, &english, "Why? and the Answer of One",
               "only content changes; a piece is no sentence");
}

static void test_formats_and_displays(void **state)
{
    nv_csl_draft draft = {0};
    nv_csl_frame italic = {.format = NV_CSL_ITALIC};
    nv_csl_frame normal = {.format = NV_CSL_UPRIGHT};

    (void)state;
    nv_csl_draft_open(&draft, &normal);
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "a");
    nv_csl_draft_close(&draft);
    nv_csl_draft_open(&draft, &italic);
    nv_csl_draft_open(&draft, &italic);
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "b");
    nv_csl_draft_close(&draft);
    nv_csl_draft_open(&draft, &normal);
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "c");
    nv_csl_draft_close(&draft);
    nv_csl_draft_close(&draft);
    nv_csl_draft_open(&draft, &(nv_csl_frame){.link = "http://x/?a&b"});
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "d");
    nv_csl_draft_close(&draft);
    nv_csl_draft_open(&draft, &italic);
    nv_csl_draft_close(&draft);
    check_html(&draft, &english,
               "a<i>b<span style=\"font-style:normal;\">c</span></i>"
               "<a href=\"http://x/?a&#38;b\">d</a>",
               "a format that changes nothing, or holds nothing, is no span");
}

static void test_runs_carry_all_attributes(void **state)
{
    nv_csl_draft draft = {0};
    nv_csl_text *text;
    nv_buffer plain = NV_BUFFER_INIT;

    (void)state;
    nv_csl_draft_open(&draft, &(nv_csl_frame){.tag = NV_CSL_TAG_CITE,
                                              .cite = 3,
                                              .display = NV_CSL_BLOCK,
                                              .language = "fr"});
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "a");
    nv_csl_draft_open(&draft, &(nv_csl_frame){.format = NV_CSL_BOLD});
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "b");
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "c");
    nv_csl_draft_close(&draft);
    nv_csl_draft_close(&draft);
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_DELIMITER, "d");
    text = nv_csl_draft_finish(&draft, &english, NULL, NULL);
    assert_non_null(text);
    CHECK_STR(text->text, "abcd", "the text is whole");
    assert_int_equal(text->run_count, 3);
    CHECK_STR(text->runs[0].language, "fr", "language");
    assert_int_equal(text->runs[1].cite, 3);
    assert_int_equal(text->runs[1].len, 2);
    assert_int_equal(text->runs[1].format, NV_CSL_BOLD);
    assert_int_equal(text->runs[1].display, NV_CSL_BLOCK);
    assert_int_equal(text->runs[2].cite, NV_CSL_NO_CITE);
    assert_null(text->runs[2].language);
    nv_csl_text_write_plain(text, &plain);
    CHECK_STR(plain.text, "abc\nd", "what follows a block is a new line");
    CHECK(nv_csl_text_equals(text, text), "a text equals itself");
    nv_buffer_release(&plain);
    free(text);
    nv_csl_draft_release(&draft);
}

static void test_cutting_back(void **state)
{
    nv_csl_draft draft = {0};
    nv_csl_mark mark;

    (void)state;
    nv_csl_draft_open(&draft, &(nv_csl_frame){.format = NV_CSL_ITALIC});
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "a");
    mark = nv_csl_draft_mark(&draft);
    nv_csl_draft_open(&draft, &(nv_csl_frame){.format = NV_CSL_BOLD});
    CHECK(nv_csl_draft_is_empty(&draft, mark), "a frame alone is empty");
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, ".");
    CHECK(!nv_csl_draft_is_empty(&draft, mark), "a text is not");
    nv_csl_draft_strip_periods(&draft, mark);
    CHECK(nv_csl_draft_is_empty(&draft, mark), "unless it loses all of it");
    nv_csl_draft_close(&draft);
    nv_csl_draft_close(&draft);
    nv_csl_draft_cut(&draft, mark);
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "\u00E9");
    assert_int_equal(nv_csl_draft_last_character(&draft), 0xE9);
    nv_csl_draft_close(&draft);
    check_html(&draft, &english, "<i>a\u00E9</i>",
               "frames open at the mark are open again");
}

static void test_regions_and_copies(void **state)
{
    nv_csl_draft draft = {0}, copy = {0};
    nv_csl_mark start = nv_csl_draft_mark(&draft);
    nv_buffer key = NV_BUFFER_INIT;
    size_t open = 0;

    (void)state;
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "a");
    nv_csl_draft_open(
        &draft, &(nv_csl_frame){.tag = NV_CSL_TAG_YEAR, .format = NV_CSL_BOLD});
    nv_csl_draft_add_text(&draft, NV_CSL_ORIGIN_CONTENT, "1919");
    nv_csl_draft_close(&draft);
    CHECK(!nv_csl_draft_find(&draft, start, NV_CSL_TAG_NAMES, &open),
          "a region that is not there is not found");
    assert_true(nv_csl_draft_find(&draft, start, NV_CSL_TAG_YEAR, &open));
    nv_csl_draft_append(&copy, &draft, open,
                        open + draft.pieces[open].span + 1);
    nv_csl_draft_read(&copy, 0, copy.count, &key);
    CHECK_STR(key.text, "1919", "a copy has the text of the region");
    check_html(&copy, &english, "<b>1919</b>", "and its frames");
    nv_buffer_release(&key);
    nv_csl_draft_release(&draft);
}

static void test_stop_words_are_in_order(void **state)
{
    static const char *const words[] = {"a",  "about", "de", "of",
                                        "to", "vs",    "yet"};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(words); i++)
        CHECK(nv_csl_is_stop_word(words[i], strlen(words[i])), words[i]);
    CHECK(!nv_csl_is_stop_word("", 0), "no word");
    CHECK(!nv_csl_is_stop_word("abo", 3), "the beginning of one");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_seams_between_every_pair_of_marks),
        cmocka_unit_test(test_marks_move_into_quotes),
        cmocka_unit_test(test_fields_are_left_as_they_are),
        cmocka_unit_test(test_markup_of_fields),
        cmocka_unit_test(test_hostile_markup),
        cmocka_unit_test(test_text_case),
        cmocka_unit_test(test_title_case_is_english),
        cmocka_unit_test(test_case_across_pieces),
        cmocka_unit_test(test_formats_and_displays),
        cmocka_unit_test(test_runs_carry_all_attributes),
        cmocka_unit_test(test_cutting_back),
        cmocka_unit_test(test_regions_and_copies),
        cmocka_unit_test(test_stop_words_are_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
