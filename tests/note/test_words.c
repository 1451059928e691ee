/* SPDX-License-Identifier: MPL-2.0 */
/* The words of a note, what is said of them, and their place. */
#include "written.h"

static const nv_run *words_of(const nv_note *note)
{
    const nv_run *words = NULL;

    for (size_t i = 0; i < note->count; i++)
        if (note->runs[i].format & NV_CSL_QUOTED) {
            CHECK(!words, "one run of words");
            words = &note->runs[i];
        }
    return words;
}

static void check_words(const written *w)
{
    const nv_run *words = words_of(&w->note);
    const char *code = nv_language_code(w->citation.language);

    if (!w->quotation || !(w->citation.parts & NV_PART_WORDING)) {
        CHECK(!words, w->label);
        return;
    }
    CHECK(words != NULL, w->label);
    CHECK(same_letters(words->text, w->quotation->text), w->label);
    CHECK_STR(words->language,
              strcmp(w->quotation->language, code) == 0
                  ? NULL
                  : w->quotation->language,
              w->label);
    /* outer marks are the note's, whatever the words' */
    CHECK(strstr(w->text, is_french(w) ? "«" THIN : "“"), w->label);
    CHECK(is_french(w) || !strchr(words->text, '"'), w->label);
    CHECK(is_french(w) || !strstr(words->text, "«"), w->label);
}

static void the_words_are_those_of_the_record_in_their_language(void **state)
{
    over_everything(*state, check_words);
}

static void check_second_hand(const written *w)
{
    const char *work;
    bool says_quoted =
        strstr(w->text, " quoted in ") || strstr(w->text, " cité dans ") ||
        strstr(w->text, " citée dans ") || strstr(w->text, " cités dans ") ||
        strstr(w->text, " citées dans ");

    CHECK(says_quoted == (w->quotation && w->quotation->as == NV_AS_QUOTED),
          w->label);
    if (!says_quoted)
        return;
    work = w->quotation->source->container ? w->quotation->source->container
                                           : w->quotation->source->title;
    CHECK(has_letters(w->text, work), w->label);
}

static void words_read_in_another_text_say_quoted_in_and_which(void **state)
{
    over_everything(*state, check_second_hand);
}

static void check_transcription(const written *w)
{
    bool says = strstr(w->text, "transcription in ") ||
                strstr(w->text, "transcription dans ") ||
                strstr(w->text, "text read in a transcription") ||
                strstr(w->text, "texte lu dans une transcription");

    CHECK(says == (w->quotation && w->quotation->as == NV_AS_TRANSCRIPTION),
          w->label);
    if (says && w->quotation->source->archive_ref)
        CHECK(has_letters(w->text, w->quotation->source->archive_ref),
              w->label);
    else if (says && !w->quotation->source->series)
        CHECK(has_letters(w->text, w->quotation->source->container
                                       ? w->quotation->source->container
                                       : w->quotation->source->title),
              w->label);
}

static void a_transcription_is_named(void **state)
{
    over_everything(*state, check_transcription);
}

static void check_others(const written *w)
{
    const nv_bilingual *of;

    if (is_own(w->quotation))
        return;
    of = &w->quotation->of;
    CHECK(in_language(w, of) != NULL, w->label);
    CHECK(begins_with_letters(w->text, in_language(w, of)), w->label);
    CHECK(!strstr(w->text, "(hereafter") && !strstr(w->text, "(ci-après"),
          w->label);
    if (!(w->citation.parts & NV_PART_WORDING))
        CHECK(!strstr(w->text, "igned at ") && !strstr(w->text, " signé à "),
              w->label);
}

static void words_of_others_are_cited_under_their_own_name(void **state)
{
    over_everything(*state, check_others);
}

static void check_translation(const written *w)
{
    const char *phrase;

    if (!w->quotation || w->quotation->original != NV_ORIGINAL_NO)
        return;
    phrase = in_language(w, &w->quotation->translation);
    if (phrase)
        CHECK(has_letters(w->text, phrase), w->label);
    else if (is_french(w))
        CHECK(strstr(w->text, ", trad. ") || strstr(w->text, ", traduction"),
              w->label);
    else
        CHECK(strstr(w->text, " trans. ") || strstr(w->text, " translation"),
              w->label);
}

static void a_translation_says_so(void **state)
{
    over_everything(*state, check_translation);
}

static bool is_among(const nv_quotation *const list[], size_t count,
                     const nv_quotation *quotation)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == quotation)
            return true;
    return false;
}

static void
what_is_not_to_be_offered_is_neither_listed_nor_written(void **state)
{
    const record *record = *state;

    for (size_t i = 0; i < EVENTS; i++) {
        const nv_event *event = nv_registry_event(record->registry, i, NULL);
        const nv_quotation *list[32];
        size_t count = nv_note_wordings(event, NV_LANGUAGE_FR, list, 32);

        for (size_t j = 0; j < event->quotation_count; j++) {
            const nv_quotation *quotation = &event->quotations[j];
            nv_citation citation = {.event = event,
                                    .parts = NV_PART_ALL,
                                    .quotation = quotation->number};
            nv_error err = {0};
            nv_note note;
            bool is_written = nv_note_write(
                record->registry, &citation,
                record_usual_style(record, citation.language), &note, &err);

            CHECK(is_written == quotation->is_offered, event->id);
            CHECK(is_among(list, count, quotation) == quotation->is_offered,
                  event->id);
            CHECK(is_written || err.code == NV_ERROR_ARGUMENT, event->id);
            CHECK(is_written || (!note.runs && !note.count), event->id);
            nv_note_release(&note);
        }
    }
}

static int place_in_order(const nv_quotation *quotation, const char *language)
{
    return (quotation->role != NV_ROLE_DOCUMENT) * 4 +
           (strcmp(quotation->language, language) != 0) * 2 +
           (quotation->original == NV_ORIGINAL_NO);
}

static void wordings_stand_own_first_then_by_language_and_origin(void **state)
{
    const record *record = *state;

    for (size_t i = 0; i < EVENTS; i++) {
        const nv_event *event = nv_registry_event(record->registry, i, NULL);
        const nv_quotation *list[32];
        size_t count = nv_note_wordings(event, NV_LANGUAGE_EN, list, 32);

        CHECK(count <= 32, event->id);
        CHECK(nv_note_wordings(event, NV_LANGUAGE_EN, NULL, 0) == count,
              event->id);
        for (size_t j = 1; j < count; j++)
            CHECK(place_in_order(list[j - 1], "en") <=
                      place_in_order(list[j], "en"),
                  event->id);
    }
}

/* The places */

static void check_pinpoint(const written *w)
{
    const nv_locator *place;

    if (!w->quotation)
        return;
    place = &w->quotation->pinpoint;
    if (place->label && place->value[0])
        CHECK(has_letters(w->text, place->value), w->label);
    if (place->label && strcmp(place->label, "preamble") == 0)
        CHECK(strstr(w->text, is_french(w) ? ", préambule" : ", preamble"),
              w->label);
    place = &w->quotation->in_source;
    if (place->label && (w->citation.parts & NV_PART_SOURCE) &&
        !strstr(place->value, "–"))
        CHECK(has_letters(w->text, place->value), w->label);
}

static void the_place_of_the_words_is_given(void **state)
{
    over_everything(*state, check_pinpoint);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_words_are_those_of_the_record_in_their_language),
        cmocka_unit_test(words_read_in_another_text_say_quoted_in_and_which),
        cmocka_unit_test(a_transcription_is_named),
        cmocka_unit_test(words_of_others_are_cited_under_their_own_name),
        cmocka_unit_test(a_translation_says_so),
        cmocka_unit_test(
            what_is_not_to_be_offered_is_neither_listed_nor_written),
        cmocka_unit_test(wordings_stand_own_first_then_by_language_and_origin),
        cmocka_unit_test(the_place_of_the_words_is_given),
    };

    return cmocka_run_group_tests(tests, record_setup, written_teardown);
}
