/* SPDX-License-Identifier: MPL-2.0 */
/* What a quotation looks like in the text, and what its note cites. */
#include "note/quoting.h"

#include "record.h"

#define THIN "\u202F"

/* Wordings as they may be recorded. */
enum { SHORT, SENTENCE, INNER, FRENCH, RUSSIAN, HIDDEN, QUESTION, LONG };

static nv_source source = {.key = "s", .title = "A Source", .type = "book"};

#define TEN "one two three four five six seven eight nine ten "

static nv_quotation quotations[] = {
    [SHORT] = {.text = "completely unreal", .language = "en"},
    [SENTENCE] = {.text = "It can't be so.", .language = "en"},
    [INNER] = {.text = "an \"agreement\" on a so-called “European ‘army’ "
                       "plan”",
               .language = "en"},
    [FRENCH] = {.text = "un pacte dit « de défense » : le voici.",
                .language = "fr"},
    [RUSSIAN] = {.text = "было бы открыто для всех", .language = "ru"},
    [HIDDEN] = {.text = "never", .language = "en"},
    [QUESTION] = {.text = "Que faire ?", .language = "fr"},
    [LONG] = {.text = TEN TEN TEN "one two three four five six",
              .language = "en"},
};
static nv_event event = {
    .id = "an-event",
    .key = "aaaa",
    .document.description.text = {"note of a day", "note d’un jour"},
    .quotations = quotations,
    .quotation_count = NV_COUNT_OF(quotations)};

static int number_of(int wording)
{
    return wording + 1;
}

static int setup(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(quotations); i++) {
        quotations[i].number = number_of((int)i);
        quotations[i].source = &source;
        quotations[i].is_offered = i != HIDDEN;
    }
    return record_setup(state);
}

static nv_means means_of(const record *record, const char *style)
{
    nv_means means = {.library = record->library};

    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        means.styles[i] = style;
    return means;
}

static bool quote(const record *record, const char *style, int wording,
                  const nv_quoting *how, nv_language language,
                  nv_quoted *quoted, nv_error *err)
{
    const nv_means means = means_of(record, style);
    const nv_citation citation = {.event = &event,
                                  .quotation = number_of(wording),
                                  .parts = NV_PART_ALL,
                                  .language = language};

    return nv_quoting_write(&means, &citation, how, language, quoted, err);
}

/* The runs, parted by '|', those of another language with its code, '*' for
 * the call of the note and '^' for the stop of the text. */
static void show(const nv_quoted *quoted, nv_buffer *out)
{
    for (size_t i = 0; i <= quoted->count; i++) {
        if (i == quoted->behind)
            nv_buffer_add_char(out, '^');
        if (i == quoted->call)
            nv_buffer_add_char(out, '*');
        if (i == quoted->count)
            break;
        if (quoted->runs[i].language)
            nv_buffer_add_format(out, "%s:", quoted->runs[i].language);
        nv_buffer_add_format(out, "%s|", quoted->runs[i].text);
    }
}

static const struct {
    const char *label, *style;
    nv_language language;
    int wording;
    char stop;
    const char *shown;
} cases[] = {
    {"Chicago has double marks", "chicago-17", NV_LANGUAGE_EN, SHORT, 0,
     "“|completely unreal|”|^*"},
    {"MHRA has single ones", "mhra-4", NV_LANGUAGE_EN, SHORT, 0,
     "‘|completely unreal|’|^*"},
    {"a sentence keeps its full stop", "chicago-17", NV_LANGUAGE_EN, SENTENCE,
     0, "“|It can’t be so.|”|^*"},
    {"which gives way to that of the text", "mhra-4", NV_LANGUAGE_EN, SENTENCE,
     '.', "‘|It can’t be so|’|^*"},
    {"American marks close behind a full stop", "chicago-17", NV_LANGUAGE_EN,
     SENTENCE, '.', "“|It can’t be so|^”|*"},
    {"and behind a comma, not a semicolon", "chicago-17", NV_LANGUAGE_EN,
     SENTENCE, ';', "“|It can’t be so|”|^*"},
    {"marks inside alternate", "chicago-17", NV_LANGUAGE_EN, INNER, 0,
     "“|an ‘agreement’ on a so-called ‘European “army” plan’|”|^*"},
    {"marks inside alternate the other way", "mhra-4", NV_LANGUAGE_EN, INNER, 0,
     "‘|an “agreement” on a so-called “European ‘army’ plan”|’|^*"},
    {"foreign marks are not kept", "chicago-17", NV_LANGUAGE_EN, FRENCH, 0,
     "“|fr:un pacte dit ‘de défense’\u00A0: le voici.|”|^*"},
    {"French marks hold their spaces, and the call", "histoire", NV_LANGUAGE_FR,
     FRENCH, 0,
     "«" THIN "|un pacte dit “de défense”\u00A0: le voici|*.|" THIN "»|^"},
    {"words without a stop have the call inside, too", "histoire",
     NV_LANGUAGE_FR, SHORT, 0, "«" THIN "|en:completely unreal|*" THIN "»|^"},
    {"the space before a question mark is the mark's", "histoire",
     NV_LANGUAGE_FR, QUESTION, 0, "«" THIN "|Que faire|*" THIN "?|" THIN "»|^"},
    {"a style has the marks of the paragraph", "chicago-17", NV_LANGUAGE_FR,
     SHORT, 0, "«" THIN "|en:completely unreal|*" THIN "»|^"},
    {"German marks", "geschichte", NV_LANGUAGE_DE, INNER, 0,
     "„|en:an ‚agreement‘ on a so-called ‚European „army“ plan‘|“|^*"},
    {"Swiss marks", "geschichte-schweiz", NV_LANGUAGE_DE, INNER, 0,
     "«|en:an ‹agreement› on a so-called ‹European «army» plan›|»|^*"},
    {"Russian words in English", "chicago-17", NV_LANGUAGE_EN, RUSSIAN, 0,
     "“|ru:было бы открыто для всех|”|^*"},
};

static void words_stand_in_the_marks_of_the_paragraph(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        const nv_quoting how = {.stop = cases[i].stop};
        nv_buffer shown = NV_BUFFER_INIT;
        nv_error err = {0};
        nv_quoted quoted;

        CHECK(quote(*state, cases[i].style, cases[i].wording, &how,
                    cases[i].language, &quoted, &err),
              cases[i].label);
        show(&quoted, &shown);
        CHECK_STR(shown.text, cases[i].shown, cases[i].label);
        CHECK(!quoted.is_block, cases[i].label);
        nv_buffer_release(&shown);
        nv_quoted_release(&quoted);
    }
}

static void the_call_is_behind_the_stop_in_english_and_german(void **state)
{
    for (int language = 0; language < NV_LANGUAGE_COUNT; language++) {
        const nv_quoting how = {.stop = ','};
        const bool is_behind =
            language == NV_LANGUAGE_EN || language == NV_LANGUAGE_DE;
        nv_quoted quoted;

        CHECK(quote(*state, "school", SHORT, &how, (nv_language)language,
                    &quoted, NULL),
              "quoted");
        CHECK(quoted.is_call_behind_stop == is_behind,
              nv_language_code((nv_language)language));
        nv_quoted_release(&quoted);
    }
}

/* The most words that each style lets run in. */
static const struct {
    const char *style;
    nv_language language;
    int words_max;
} limits[] = {
    {"chicago-17", NV_LANGUAGE_EN, 99}, {"chicago-18-ibid", NV_LANGUAGE_EN, 99},
    {"turabian-9", NV_LANGUAGE_EN, 48}, {"mhra-4", NV_LANGUAGE_EN, 40},
    {"oscola-4", NV_LANGUAGE_EN, 36},   {"aglc-4", NV_LANGUAGE_EN, 36},
    {"histoire", NV_LANGUAGE_FR, 36},   {"geschichte", NV_LANGUAGE_DE, 36},
    {"school", NV_LANGUAGE_EN, 99},     {"school", NV_LANGUAGE_FR, 36},
    {"school", NV_LANGUAGE_ES, 36},
};

static bool is_block_of(const record *record, size_t limit, int words)
{
    const nv_quotation before = quotations[LONG];
    nv_quoting how = {0};
    nv_buffer text = NV_BUFFER_INIT;
    nv_quoted quoted;
    bool is_block;

    for (int i = 0; i < words; i++)
        nv_buffer_add_text(&text, i % 2 ? " – co-operation" : " l’union");
    quotations[LONG].text = text.text;
    CHECK(quote(record, limits[limit].style, LONG, &how, limits[limit].language,
                &quoted, NULL),
          limits[limit].style);
    is_block = quoted.is_block;
    nv_quoted_release(&quoted);
    nv_buffer_release(&text);
    quotations[LONG] = before;
    return is_block;
}

static void what_is_longer_than_the_limit_is_a_block(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(limits); i++) {
        CHECK(!is_block_of(*state, i, limits[i].words_max), limits[i].style);
        CHECK(is_block_of(*state, i, limits[i].words_max + 1), limits[i].style);
    }
}

#define LONGER TEN TEN TEN TEN "one “two”."

static const struct {
    const char *label, *style;
    nv_language language;
    bool is_run_in;
    const char *head, *tail;
} blocks[] = {
    {"a block has no marks, those in it are the first", "mhra-4",
     NV_LANGUAGE_EN, false, "one two", "one ‘two’.|^*"},
    {"a French one keeps its marks", "histoire", NV_LANGUAGE_FR, false,
     "«" THIN "|en:one two", "one “two”|*en:.|" THIN "»|^"},
    {"where there can't be a block it runs in", "mhra-4", NV_LANGUAGE_EN, true,
     "‘|one two", "one “two”.|’|^*"},
};

static void a_block_needs_no_marks_but_in_french(void **state)
{
    const char *before = quotations[LONG].text;

    quotations[LONG].text = LONGER;
    for (size_t i = 0; i < NV_COUNT_OF(blocks); i++) {
        const nv_quoting how = {.is_run_in = blocks[i].is_run_in, .stop = 0};
        nv_buffer shown = NV_BUFFER_INIT;
        nv_quoted quoted;

        CHECK(quote(*state, blocks[i].style, LONG, &how, blocks[i].language,
                    &quoted, NULL),
              blocks[i].label);
        show(&quoted, &shown);
        CHECK(quoted.is_block == !blocks[i].is_run_in, blocks[i].label);
        CHECK(strncmp(shown.text, blocks[i].head, strlen(blocks[i].head)) == 0,
              blocks[i].label);
        CHECK_STR(shown.text + shown.len - strlen(blocks[i].tail),
                  blocks[i].tail, blocks[i].label);
        nv_buffer_release(&shown);
        nv_quoted_release(&quoted);
    }
    quotations[LONG].text = before;
}

/* What the note cites */

static void words_of_the_text_are_not_in_the_note(void **state)
{
    const nv_quoting how = {0};
    nv_quoted quoted;

    CHECK(
        quote(*state, "chicago-17", SHORT, &how, NV_LANGUAGE_EN, &quoted, NULL),
        "quoted");
    CHECK(quoted.citation_count == 1, "one citation");
    CHECK(quoted.citations[0].quotation == number_of(SHORT), "its wording");
    CHECK(quoted.citations[0].parts ==
              (NV_PART_ALL & ~(unsigned)NV_PART_WORDING),
          "parts");
    nv_quoted_release(&quoted);
}

static void a_translation_is_cited_first_then_what_it_translates(void **state)
{
    const nv_quoting how = {.kind = NV_QUOTING_TRANSLATION,
                            .translation = number_of(SHORT)};
    nv_buffer shown = NV_BUFFER_INIT;
    nv_quoted quoted;

    CHECK(quote(*state, "chicago-17", RUSSIAN, &how, NV_LANGUAGE_EN, &quoted,
                NULL),
          "quoted");
    show(&quoted, &shown);
    CHECK_STR(shown.text, "“|completely unreal|”|^*", "in the text");
    CHECK(quoted.citation_count == 2, "two citations");
    CHECK(quoted.citations[0].quotation == number_of(SHORT), "translation");
    CHECK(!(quoted.citations[0].parts & NV_PART_WORDING), "not again");
    CHECK(quoted.citations[1].quotation == number_of(RUSSIAN), "original");
    CHECK(quoted.citations[1].parts & NV_PART_WORDING, "its words");
    nv_buffer_release(&shown);
    nv_quoted_release(&quoted);
}

static const struct {
    nv_language language;
    const char *suffix, *wanted;
} own[] = {
    {NV_LANGUAGE_EN, NULL, "(my translation)"},
    {NV_LANGUAGE_EN, "emphasis added", "(my translation) emphasis added"},
    {NV_LANGUAGE_EN, ", a draft", "(my translation), a draft"},
    {NV_LANGUAGE_FR, "", "(notre traduction)"},
    {NV_LANGUAGE_DE, NULL, "(eigene Übersetzung)"},
    {NV_LANGUAGE_ES, NULL, "(traducción propia)"},
    {NV_LANGUAGE_RU, NULL, "(перевод мой)"},
};

static void a_translation_of_ones_own_is_said_to_be_that(void **state)
{
    const nv_means means = means_of(*state, "mhra-4");
    const nv_quoting how = {.kind = NV_QUOTING_OWN,
                            .own = " would be \"open\"\nto all\n"};

    for (size_t i = 0; i < NV_COUNT_OF(own); i++) {
        const nv_citation citation = {.event = &event,
                                      .quotation = number_of(RUSSIAN),
                                      .language = own[i].language,
                                      .suffix = own[i].suffix};
        nv_quoted quoted;

        CHECK(nv_quoting_write(&means, &citation, &how, NV_LANGUAGE_EN, &quoted,
                               NULL),
              own[i].wanted);
        CHECK_STR(quoted.runs[1].text, "would be “open” to all", "words");
        CHECK_STR(quoted.runs[1].language, NULL, "of the paragraph");
        CHECK(quoted.citation_count == 1, "one citation");
        CHECK(quoted.citations[0].parts & NV_PART_WORDING, "the original");
        CHECK_STR(quoted.citations[0].suffix, own[i].wanted, "said");
        nv_quoted_release(&quoted);
    }
}

static const struct {
    const char *label, *style;
    nv_quoting how;
    int wording;
    const char *says;
} refused[] = {
    {"no wording", "mhra-4", {0}, -1, "No wording is chosen"},
    {"one that is not there", "mhra-4", {0}, 90, "no quotation 91"},
    {"one that is not offered", "mhra-4", {0}, HIDDEN, "can't be inserted"},
    {"a translation that is not there",
     "mhra-4",
     {.kind = NV_QUOTING_TRANSLATION, .translation = 77},
     SHORT,
     "no quotation 77"},
    {"no words of one's own",
     "mhra-4",
     {.kind = NV_QUOTING_OWN, .own = " \n"},
     SHORT,
     "write it first"},
    {"none at all", "mhra-4", {.kind = NV_QUOTING_OWN}, SHORT, "write it"},
    {"a style that is not there", "gone", {0}, SHORT, "gone"},
};

static void what_cannot_be_quoted_is_refused_with_the_reason(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(refused); i++) {
        nv_error err = {0};
        nv_quoted quoted;

        CHECK(!quote(*state, refused[i].style, refused[i].wording,
                     &refused[i].how, NV_LANGUAGE_EN, &quoted, &err),
              refused[i].label);
        CHECK(err.code == NV_ERROR_ARGUMENT, refused[i].label);
        CHECK(strstr(err.message, refused[i].says), err.message);
        CHECK(quoted.count == 0 && !quoted.runs, refused[i].label);
        nv_quoted_release(&quoted);
    }
}

/* Every wording that may be offered, in each of our languages. */
static void no_wording_of_the_record_is_refused(void **state)
{
    const record *record = *state;
    const nv_means means = means_of(record, "school");

    for (size_t i = 0; i < EVENTS; i++) {
        const nv_event *at = nv_registry_event(record->registry, i, NULL);
        nv_citation citation = {.event = at, .parts = NV_PART_ALL};
        const nv_quoting how = {0};

        for (size_t j = 0; j < at->quotation_count; j++) {
            nv_error err = {0};
            nv_quoted quoted;
            bool is_done;

            citation.quotation = at->quotations[j].number;
            citation.language = (nv_language)(i % NV_LANGUAGE_COUNT);
            is_done = nv_quoting_write(&means, &citation, &how,
                                       citation.language, &quoted, &err);
            CHECK(is_done == at->quotations[j].is_offered, at->id);
            nv_quoted_release(&quoted);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stand_in_the_marks_of_the_paragraph),
        cmocka_unit_test(the_call_is_behind_the_stop_in_english_and_german),
        cmocka_unit_test(what_is_longer_than_the_limit_is_a_block),
        cmocka_unit_test(a_block_needs_no_marks_but_in_french),
        cmocka_unit_test(words_of_the_text_are_not_in_the_note),
        cmocka_unit_test(a_translation_is_cited_first_then_what_it_translates),
        cmocka_unit_test(a_translation_of_ones_own_is_said_to_be_that),
        cmocka_unit_test(what_cannot_be_quoted_is_refused_with_the_reason),
        cmocka_unit_test(no_wording_of_the_record_is_refused),
    };

    return cmocka_run_group_tests(tests, setup, record_teardown);
}
