/* SPDX-License-Identifier: MPL-2.0 */
/* What no style may lose, in any language: every event with each of its
 * wordings, in the first note and in a later one, in all our styles. */
#include "letters.h"
#include "shown.h"

#include <ctype.h>

static bool is_own(const nv_quotation *quotation)
{
    return !quotation || quotation->role == NV_ROLE_DOCUMENT;
}

/* Every way in which the style says a term. */
static bool says(const shown *w, const char *term)
{
    static const char *const agreements[] = {
        "", "masculine", "feminine", "masculine-plural", "feminine-plural"};

    for (int form = 0; form < NV_CSL_FORM_COUNT; form++)
        for (size_t i = 0; i < NV_COUNT_OF(agreements); i++) {
            const char *said =
                nv_csl_lexicon_say(w->style->lexicon, term, (nv_csl_form)form,
                                   false, agreements[i]);

            if (said && *said && strstr(w->text, said))
                return true;
        }
    return false;
}

/* The form of a note */

/* How much of the text stands before the marks that close it. */
static size_t without_closing_marks(const char *text)
{
    static const char *const marks[] = {"”", "’", "»", "“", "‘", "›", "\u202F"};
    size_t len = strlen(text);

    for (size_t i = 0; i < NV_COUNT_OF(marks); i++) {
        size_t mark = strlen(marks[i]);

        if (len >= mark && memcmp(text + len - mark, marks[i], mark) == 0) {
            len -= mark;
            i = (size_t)-1;
        }
    }
    return len;
}

/* A full stop, which stands before closing marks in some languages; a question
 * in marks takes its place. */
static bool ends_with_one_stop(const shown *w)
{
    static const char *const doubled[] = {"..", ".”.", "..”",
                                          ",.", " .",  ".>."};
    const size_t len = without_closing_marks(w->text);
    const char last = len ? w->text[len - 1] : '\0';

    for (size_t i = 0; i < NV_COUNT_OF(doubled); i++)
        if (ends_with(w->text, doubled[i]))
            return false;
    if (w->text[len] == '\0')
        return last == '.';
    return last == '?' || last == '!' ||
           (last == '.' && w->style->lexicon->quotes.punctuation_in_quote);
}

static void check_form(const shown *w)
{
    static const char *const faults[] = {
        ",,", "  ",     " ,",  "()", "( ",  " )",    "“”",
        "‘’", "(null)", ", )", "%s", "[?]", "<span", "CSL STYLE"};

    if (strncmp(w->text, "ibid", 4) != 0 || !w->is_later)
        CHECK(!islower((unsigned char)w->text[0]), w->label);
    if (!ends_with_one_stop(w))
        fail_msg("%s: one full stop: %s", w->label, w->text);
    for (size_t i = 0; i < NV_COUNT_OF(faults); i++)
        if (strstr(w->text, faults[i]))
            fail_msg("%s: \"%s\" in %s", w->label, faults[i], w->text);
    for (size_t i = 0; i < w->note.count; i++)
        CHECK(w->note.runs[i].text[0] != '\0', w->label);
}

/* The document: all of it is in the record. */

/* A person or body by its name in the language. */
static bool names_author(const shown *w)
{
    const nv_bilingual *from = &w->citation.event->document.from;
    const char *name = nv_bilingual_in(from, w->style->language);
    const nv_name *known =
        name ? nv_registry_name_of(w->registry, from->text[NV_LANGUAGE_EN])
             : NULL;

    if (!name)
        return false;
    if (strncmp(name, "the ", 4) == 0)
        name += 4;
    return has_letters(w->text, name) ||
           (known && known->in[w->style->language] &&
            has_letters(w->text, known->in[w->style->language]));
}

/* The editors of FRUS cite the edition and the number in it, nothing else. */
static bool names_edition(const shown *w)
{
    const nv_source *source = nv_note_source(&w->citation);

    return strcmp(w->style->entry->id, "frus") == 0 && source &&
           source->document && has_letters(w->text, source->document);
}

static void check_name(const shown *w)
{
    const nv_document *document = &w->citation.event->document;
    const char *description =
        nv_bilingual_in(&document->description, w->style->language);

    if (w->is_later || !is_own(w->quotation) || document->is_none)
        return;
    if (!has_letters(w->text, description) && !names_author(w) &&
        !begins_with_letters(w->text, description) && !names_edition(w) &&
        !(document->title && has_letters(w->text, document->title)))
        fail_msg("%s: is not named: %s", w->label, w->text);
}

static void check_prose(const shown *w)
{
    record_lacks_prose(w->citation.event, w->text, w->label);
}

/* The words */

static void check_words(const shown *w)
{
    const char *code = nv_language_code(w->style->language);
    nv_buffer words = NV_BUFFER_INIT;

    for (size_t i = 0; i < w->note.count; i++) {
        const nv_run *run = &w->note.runs[i];

        if (!(run->format & NV_CSL_QUOTED))
            continue;
        nv_buffer_add_text(&words, run->text);
        CHECK(w->quotation != NULL, w->label);
        CHECK_STR(run->language ? run->language : code, w->quotation->language,
                  w->label);
    }
    if (w->quotation && (words.len || !w->is_later))
        CHECK(same_letters(words.text, w->quotation->text), w->label);
    nv_buffer_release(&words);
}

static const char *work_of(const nv_source *source)
{
    return source->container ? source->container : source->title;
}

/* The work: in a later note, whatever of it the style shortens it to. */
static bool names_work(const shown *w, const nv_source *source)
{
    if (has_letters(w->text, work_of(source)))
        return true;
    if (!w->is_later)
        return false;
    return (source->title && has_letters(w->text, source->title)) ||
           (source->item && has_letters(w->text, source->item)) ||
           (source->authors.count &&
            has_letters(w->text, source->authors.items[0]));
}

static void check_second_hand(const shown *w)
{
    const bool is_quoted = w->quotation && w->quotation->as == NV_AS_QUOTED;

    if (!is_quoted) {
        CHECK(!says(w, "quoted-in"), w->label);
        return;
    }
    if (!says(w, "quoted-in") || !names_work(w, w->quotation->source))
        fail_msg("%s: quoted in what: %s", w->label, w->text);
}

static void check_transcription(const shown *w)
{
    const bool is_said =
        says(w, "transcription-in") || says(w, "read-in-transcription");

    if (w->is_later && !is_said)
        return;
    CHECK(is_said == (w->quotation && w->quotation->as == NV_AS_TRANSCRIPTION),
          w->label);
}

/* A translation that has no phrase of its own says so by a term of the style,
 * or by who translated. */
static void check_translation(const shown *w)
{
    const nv_quotation *quotation = w->quotation;
    const char *phrase;

    if (w->is_later || !quotation || quotation->original != NV_ORIGINAL_NO)
        return;
    phrase = nv_bilingual_in(&quotation->translation, w->style->language);
    if (phrase ? !has_letters(w->text, phrase)
               : !says(w, "translation") && !says(w, "translator"))
        fail_msg("%s: a translation: %s", w->label, w->text);
}

/* The source */

static void check_address(const shown *w)
{
    record_has_right_address(&w->citation, w->text, w->label);
}

/* Who did nothing that is recorded makes no difference. */
static void check_people(const shown *w)
{
    nv_citation with = w->citation;
    nv_note note;
    char *text;

    if (w->is_later || w->quotation)
        return;
    for (size_t i = 0; i < w->citation.event->person_count; i++) {
        nv_act act = w->citation.event->people[i].act;

        if (act == NV_ACT_SIGNED || act == NV_ACT_DELIVERED ||
            act == NV_ACT_SPOKE || act == NV_ACT_SENT)
            return;
    }
    with.parts |= NV_PART_SIGNATORIES;
    CHECK(nv_note_write(w->registry, &with, w->style, &note, NULL), w->label);
    text = nv_note_text(&note);
    CHECK_STR(text, w->text, w->label);
    free(text);
    nv_note_release(&note);
}

static void a_note_has_a_capital_and_one_full_stop(void **state)
{
    over_all_styles(state, check_form);
}

static void the_document_is_named_by_its_own_fields(void **state)
{
    over_all_styles(state, check_name);
}

static void what_is_written_for_curators_is_never_printed(void **state)
{
    over_all_styles(state, check_prose);
}

static void the_words_are_those_of_the_record_in_their_language(void **state)
{
    over_all_styles(state, check_words);
}

static void words_read_in_another_text_say_quoted_in_and_which(void **state)
{
    over_all_styles(state, check_second_hand);
}

static void a_transcription_is_named(void **state)
{
    over_all_styles(state, check_transcription);
}

static void a_translation_says_so(void **state)
{
    over_all_styles(state, check_translation);
}

static void an_address_stands_only_where_it_may_and_must(void **state)
{
    over_all_styles(state, check_address);
}

static void people_who_did_nothing_make_no_difference(void **state)
{
    over_all_styles(state, check_people);
}

/* Russian dates are in the genitive. */
static void a_russian_month_is_in_the_genitive(void **state)
{
    const record *record = *state;
    const nv_citation citation = {
        .event =
            nv_registry_by_id(record->registry, "1954-03-31-soviet-note", NULL),
        .parts = NV_PART_DATE,
        .language = NV_LANGUAGE_RU};

    for (size_t i = 0; i < nv_library_count(record->library); i++) {
        const char *id = nv_library_entry_at(record->library, i)->id;
        nv_note note;
        char *text;

        CHECK(nv_note_write(record->registry, &citation,
                            record_style(record, id, NV_LANGUAGE_RU), &note,
                            NULL),
              id);
        text = nv_note_text(&note);
        if (!strstr(text, "31 марта 1954") && !strstr(text, "31\u00A0марта"))
            fail_msg("%s: %s", id, text);
        free(text);
        nv_note_release(&note);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_has_a_capital_and_one_full_stop),
        cmocka_unit_test(the_document_is_named_by_its_own_fields),
        cmocka_unit_test(what_is_written_for_curators_is_never_printed),
        cmocka_unit_test(the_words_are_those_of_the_record_in_their_language),
        cmocka_unit_test(words_read_in_another_text_say_quoted_in_and_which),
        cmocka_unit_test(a_transcription_is_named),
        cmocka_unit_test(a_translation_says_so),
        cmocka_unit_test(an_address_stands_only_where_it_may_and_must),
        cmocka_unit_test(people_who_did_nothing_make_no_difference),
        cmocka_unit_test(a_russian_month_is_in_the_genitive),
    };

    return cmocka_run_group_tests(tests, record_setup, shown_teardown);
}
