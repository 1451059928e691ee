/* SPDX-License-Identifier: MPL-2.0 */
/* Spans of a field that name a language or mark a quotation: what they become,
 * and that nothing else notices them. */
#include "check.h"

#include <stdlib.h>

#include "base/array.h"
#include "citation/finish.h"

#define LANG(tag, text) "<span lang=\"" tag "\">" text "</span>"
#define QUOTED(text) "<span class=\"quotation\">" text "</span>"

static const nv_csl_quotes american = {"“", "”", "‘", "’", true};
static const nv_csl_quotes british = {"‘", "’", "“", "”", false};
static const nv_csl_quotes french = {"«\u00A0", "\u00A0»", "“", "”", false};
static const nv_csl_quotes german = {"„", "“", "‚", "‘", false};

/* A field in a draft, between quotation marks if need be, and what an element
 * writes after it. */
static void write(nv_csl_draft *draft, const nv_csl_quotes *quotes,
                  bool is_quoted, const char *field, const char *suffix)
{
    draft->quotes = quotes;
    if (is_quoted)
        nv_csl_draft_open(draft, &(nv_csl_frame){.quotes = true});
    nv_csl_rich_add(draft, NV_CSL_ORIGIN_CONTENT, field, strlen(field));
    if (is_quoted)
        nv_csl_draft_close(draft);
    nv_csl_draft_add_text(draft, NV_CSL_ORIGIN_SUFFIX, suffix);
}

static nv_csl_text *finish(const nv_csl_draft *draft)
{
    nv_csl_text *text = nv_csl_draft_finish(draft, draft->quotes, NULL, NULL);

    assert_non_null(text);
    return text;
}

/* The draft is released. */
static void check_html(nv_csl_draft *draft, const char *wanted,
                       const char *label)
{
    nv_buffer html = NV_BUFFER_INIT;
    nv_csl_text *text = finish(draft);

    nv_csl_text_write_html(text, &html);
    CHECK_STR(html.text, wanted, label);
    nv_buffer_release(&html);
    free(text);
    nv_csl_draft_release(draft);
}

static const struct {
    const char *label, *field, *wanted;
} spans[] = {
    {"a language is a span", "a " LANG("ru", "б") " c",
     "a " LANG("ru", "б") " c"},
    {"so is a quotation", QUOTED("a"), QUOTED("a")},
    {"languages nest, and spans of other kinds",
     LANG("fr", "a <i>b " LANG("zh-Hant", "c") "</i> " QUOTED("d")),
     LANG("fr", "a <i>b " LANG("zh-Hant", "c") "</i> " QUOTED("d"))},
    {"a quotation in a quotation is one", QUOTED("a " QUOTED("b") " c"),
     QUOTED("a b c")},
    {"italic of a quotation flips in italic", "<i>" QUOTED("<i>a</i>") "b</i>",
     "<i>" QUOTED("<span style=\"font-style:normal;\">a</span>") "b</i>"},
    {"a language without an end is text", "a <span lang=\"ru\">b",
     "a &#60;span lang=\"ru\"&#62;b"},
    {"one without a tag is text", "<span lang=\"\">a",
     "&#60;span lang=\"\"&#62;a"},
    {"what is no tag is text", "<span lang=\"a b\">a",
     "&#60;span lang=\"a b\"&#62;a"},
    {"one that is too long is text",
     "<span lang=\"aaaaaaaaa-aaaaaaaaa-aaaaaaaaa-aaaaaa\">a",
     "&#60;span lang=\"aaaaaaaaa-aaaaaaaaa-aaaaaaaaa-aaaaaa\"&#62;a"},
    {"a span that ends in the middle of the word", "<span lang=\"ru",
     "&#60;span lang=\"ru"},
};

static void test_html(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(spans); i++) {
        nv_csl_draft draft = {0};

        write(&draft, &american, false, spans[i].field, "");
        check_html(&draft, spans[i].wanted, spans[i].label);
    }
}

static void test_runs(void **state)
{
    nv_csl_draft draft = {0};
    nv_csl_text *text;

    (void)state;
    nv_csl_draft_open(&draft, &(nv_csl_frame){.language = "fr"});
    write(&draft, &american, true, "a " QUOTED("b " LANG("ru", "c")), ".");
    nv_csl_draft_close(&draft);
    text = finish(&draft);
    nv_csl_draft_release(&draft);
    CHECK_STR(text->text, "“a b c.”", "the text is whole");
    assert_int_equal(text->run_count, 4);
    CHECK_STR(text->runs[1].language, "fr", "the language around it");
    CHECK(text->runs[1].format == NV_CSL_QUOTED, "a quotation");
    CHECK_STR(text->runs[2].language, "ru", "the language of the span");
    CHECK(text->runs[2].format == NV_CSL_QUOTED, "is still a quotation");
    CHECK_STR(text->runs[3].language, "fr", "and ends with it");
    CHECK(text->runs[3].format == 0, "the marks are the style's");
    free(text);
}

static const struct {
    const char *label;
    const nv_csl_quotes *quotes;
    bool is_quoted;
    const char *field, *suffix, *wanted;
} marks[] = {
    {"a comma moves through spans into the marks", &american, true,
     QUOTED(LANG("de", "so")), ",", "“" QUOTED(LANG("de", "so")) ",”"},
    {"into the inner ones, too", &american, true, QUOTED("he said ‘no’"), ",",
     "“" QUOTED("he said ‘no,’") "”"},
    {"a mark of the field takes the style's away", &american, true,
     QUOTED("why?"), ".", "“" QUOTED("why?") "”"},
    {"without marks, too", &american, false, LANG("de", "Nr."), ".",
     LANG("de", "Nr.")},
    {"a full stop of the field, too", &american, true, QUOTED("the U.N."), ".",
     "“" QUOTED("the U.N.") "”"},
    {"not where marks stay outside", &french, true, QUOTED("the U.N."), ".",
     "«\u00A0" QUOTED("the U.N.") "\u00A0»."},
    {"a question takes it away even there", &german, true, QUOTED("so?"), ".",
     "„" QUOTED("so?") "“"},
    {"in other languages it stays outside", &german, true, QUOTED("so"), ",",
     "„" QUOTED("so") "“,"},
    {"inner marks stay inner ones", &american, true, QUOTED("a ‘b’ c"), "",
     "“" QUOTED("a ‘b’ c") "”"},
    {"in French", &french, true, QUOTED("a “b” c"), "",
     "«\u00A0" QUOTED("a “b” c") "\u00A0»"},
    {"in German", &german, true, QUOTED("a ‚b‘ c"), "",
     "„" QUOTED("a ‚b‘ c") "“"},
    {"inner marks of the other kind take turns", &british, true,
     QUOTED("a ‘b’ c"), "", "‘" QUOTED("a “b” c") "’"},
    {"an apostrophe is no mark", &american, true, QUOTED("the Soviets’ note"),
     "", "“" QUOTED("the Soviets’ note") "”"},
    {"marks that the language has not stay", &american, true,
     QUOTED("a « b » „c“ ‹d›"), "",
     "“" QUOTED("a «\u202Fb\u202F» „c“ ‹d›") "”"},
    {"in German, too", &german, true, QUOTED("a «b» ”c”"), "",
     "„" QUOTED("a «b» ”c”") "“"},
    {"a quotation is not ended by a span", &american, false,
     "“a " LANG("fr", "b”"), "", "“a " LANG("fr", "b”")},
};

static void test_marks(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(marks); i++) {
        nv_csl_draft draft = {0};

        write(&draft, marks[i].quotes, marks[i].is_quoted, marks[i].field,
              marks[i].suffix);
        check_html(&draft, marks[i].wanted, marks[i].label);
    }
}

static const struct {
    const char *label;
    nv_csl_case text_case;
    const char *field, *wanted;
} letters[] = {
    {"a title in another language stays", NV_CSL_CASE_TITLE,
     "the end of " LANG("fr", "la belle " LANG("en-GB", "age") " et tout"),
     "The End of " LANG("fr", "la belle " LANG("en-GB", "Age") " et tout")},
    {"a span is no end of the words", NV_CSL_CASE_TITLE,
     LANG("fr", "la vie") " of the man", LANG("fr", "la vie") " of the Man"},
    {"the first letter is one in any language", NV_CSL_CASE_CAPITALIZE_FIRST,
     LANG("fr", "traité") " de paix", LANG("fr", "Traité") " de paix"},
    {"letters are those of the language", NV_CSL_CASE_UPPER,
     "i " LANG("tr", "i") " i", "I " LANG("tr", "İ") " I"},
    {"a quotation is text", NV_CSL_CASE_CAPITALIZE_FIRST, QUOTED("a b"),
     QUOTED("A b")},
};

static void test_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(letters); i++) {
        nv_csl_draft draft = {0};

        write(&draft, &american, false, letters[i].field, "");
        nv_csl_draft_apply_case(&draft, (nv_csl_mark){0}, letters[i].text_case,
                                "en-US");
        check_html(&draft, letters[i].wanted, letters[i].label);
    }
}

/* A copy of a draft outlives it, with the languages it names. */
static void test_copies(void **state)
{
    nv_csl_draft draft = {0}, copy = {0};

    (void)state;
    write(&draft, &american, true, "a " LANG("ru", "b"), ",");
    copy.quotes = &american;
    nv_csl_draft_append(&copy, &draft, 0, draft.count);
    nv_csl_draft_release(&draft);
    check_html(&copy, "“a " LANG("ru", "b") ",”", "the copy is whole");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html),   cmocka_unit_test(test_runs),
        cmocka_unit_test(test_marks),  cmocka_unit_test(test_case),
        cmocka_unit_test(test_copies),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
