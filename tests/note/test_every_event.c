/* SPDX-License-Identifier: MPL-2.0 */
/* What must never go wrong in a footnote, over every event of the record, in
 * both languages, with every wording and every set of parts. */
#include "record.h"

#include <ctype.h>
#include <stdio.h>
#include <strings.h>
#include <utf8proc.h>

#define NBSP "\u00A0"
#define THIN "\u202F"

enum { PARTS = NV_PART_ALL + 1, PROSE_MIN = 24 /* bytes worth looking for */ };

/* One note, with what it was asked from. */
typedef struct {
    const nv_registry *registry;
    nv_citation citation;
    const nv_event *event;
    const nv_quotation *quotation; /* or NULL */
    nv_note note;
    char *text;
    char label[128];
} written;

typedef void (*rule)(const written *w);

static bool is_own(const nv_quotation *quotation)
{
    return !quotation || quotation->role == NV_ROLE_DOCUMENT;
}

static const char *in_language(const written *w, const nv_bilingual *text)
{
    return nv_bilingual_in(text, w->citation.language);
}

static bool is_french(const written *w)
{
    return w->citation.language == NV_LANGUAGE_FR;
}

static void write_one(const nv_registry *registry, nv_citation citation,
                      rule check)
{
    written w = {
        .registry = registry,
        .citation = citation,
        .event = citation.event,
        .quotation = nv_event_quotation(citation.event, citation.quotation),
    };
    nv_error err = {0};

    snprintf(w.label, sizeof w.label, "%s #%d parts %u %s", citation.event->id,
             citation.quotation, citation.parts,
             nv_language_code(citation.language));
    if (!nv_note_write(registry, &citation, &w.note, &err)) {
        CHECK(err.code == NV_ERROR_ARGUMENT, w.label);
        CHECK(citation.event->document.is_none && citation.quotation == 0,
              w.label);
        return;
    }
    w.text = nv_note_text(&w.note);
    CHECK(w.text != NULL, w.label);
    check(&w);
    free(w.text);
    nv_note_release(&w.note);
}

static void with_every_wording(const nv_registry *registry,
                               nv_citation citation, rule check)
{
    const nv_event *event = citation.event;

    write_one(registry, citation, check);
    for (size_t i = 0; i < event->quotation_count; i++) {
        if (!event->quotations[i].is_offered)
            continue;
        citation.quotation = event->quotations[i].number;
        write_one(registry, citation, check);
    }
}

static void over_everything(const nv_registry *registry, rule check)
{
    CHECK(nv_registry_event_count(registry) == EVENTS, "events");
    for (size_t i = 0; i < EVENTS; i++)
        for (int language = 0; language < NV_NOTE_LANGUAGE_COUNT; language++)
            for (unsigned parts = 0; parts < PARTS; parts++)
                with_every_wording(
                    registry,
                    (nv_citation){.event = nv_registry_event(registry, i, NULL),
                                  .language = (nv_language)language,
                                  .parts = parts},
                    check);
}

/* Comparing texts by their letters and figures alone */

static char *letters_of(const char *text)
{
    nv_buffer out = NV_BUFFER_INIT;
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    utf8proc_int32_t point;
    utf8proc_ssize_t len;

    while (at && (len = utf8proc_iterate(at, -1, &point)) > 0 && point) {
        utf8proc_category_t category = utf8proc_category(point);
        utf8proc_uint8_t bytes[4];

        at += len;
        if (category > UTF8PROC_CATEGORY_NO || category == UTF8PROC_CATEGORY_LM)
            continue;
        nv_buffer_add(
            &out, (char *)bytes,
            (size_t)utf8proc_encode_char(utf8proc_tolower(point), bytes));
    }
    CHECK(!out.failed, "memory");
    return nv_buffer_detach(&out);
}

static bool same_letters(const char *a, const char *b)
{
    char *left = letters_of(a), *right = letters_of(b);
    bool is_same = strcmp(left, right) == 0;

    free(left);
    free(right);
    return is_same;
}

static bool has_letters(const char *text, const char *part)
{
    char *whole = letters_of(text), *piece = letters_of(part);
    bool is_there = strstr(whole, piece) != NULL;

    free(whole);
    free(piece);
    return is_there;
}

/* The first letters only: dates that follow may change their order. */
static bool begins_with_letters(const char *text, const char *start)
{
    char *whole = letters_of(text), *piece = letters_of(start);
    size_t len = strlen(piece);
    bool is_so = strncmp(whole, piece, len < 12 ? len : 12) == 0;

    free(whole);
    free(piece);
    return is_so;
}

/* The form of a note */

static bool ends_with(const char *text, const char *end)
{
    size_t len = strlen(text), part = strlen(end);

    return len >= part && strcmp(text + len - part, end) == 0;
}

static bool ends_with_one_stop(const char *text)
{
    static const char *const ends[] = {".", ".”", "?”", "!”", ".’”", "?’”"};
    static const char *const doubled[] = {"..",  ".”.", "?”.",
                                          "..”", ",.",  " ."};

    for (size_t i = 0; i < NV_COUNT_OF(doubled); i++)
        if (ends_with(text, doubled[i]))
            return false;
    for (size_t i = 0; i < NV_COUNT_OF(ends); i++)
        if (ends_with(text, ends[i]))
            return true;
    return false;
}

static void check_form(const written *w)
{
    static const char *const faults[] = {
        ",,", "  ", " ,", "()", "( ", " )", ",.", "“”", "(null)", ", )", "“,",
    };

    CHECK(!islower((unsigned char)w->text[0]), w->label);
    CHECK(strncmp(w->text, "é", 2) != 0, w->label);
    CHECK(ends_with_one_stop(w->text), w->label);
    for (size_t i = 0; i < NV_COUNT_OF(faults); i++)
        CHECK(!strstr(w->text, faults[i]), w->label);
    for (const utf8proc_uint8_t *at = (utf8proc_uint8_t *)w->text; *at;) {
        utf8proc_int32_t point;
        utf8proc_ssize_t len = utf8proc_iterate(at, -1, &point);

        CHECK(len > 0, w->label);
        at += len;
    }
    for (size_t i = 0; i < w->note.count; i++)
        CHECK(w->note.runs[i].text[0] != '\0', w->label);
}

static void a_note_has_a_capital_one_full_stop_and_no_stray_mark(void **state)
{
    over_everything(*state, check_form);
}

static void check_french_run(const written *w, const char *text)
{
    static const char *const faults[] = {
        " ;",     " ?",  " !",     " :",     " »",     "« ", "p. ",
        " vol. ", "nᵒ ", " art. ", " doc. ", " col. ", "n°", " 1er ",
    };

    for (size_t i = 0; i < NV_COUNT_OF(faults); i++)
        if (strstr(text, faults[i]))
            fail_msg("%s: \"%s\" in %s", w->label, faults[i], text);
    CHECK(!strstr(text, "«") || strstr(text, "«" THIN), w->label);
}

/* Runs of another language, titles and words keep their own spaces. */
static void check_french_spaces(const written *w)
{
    if (!is_french(w))
        return;
    for (size_t i = 0; i < w->note.count; i++)
        if (w->note.runs[i].kind == NV_RUN_PLAIN && !w->note.runs[i].language)
            check_french_run(w, w->note.runs[i].text);
}

static void french_spaces_do_not_break(void **state)
{
    over_everything(*state, check_french_spaces);
}

/* The document */

static void check_name(const written *w)
{
    const nv_document *document = &w->event->document;
    const char *description = in_language(w, &document->description);
    const char *from = in_language(w, &document->from);

    if (!is_own(w->quotation) || document->is_none)
        return;
    if (from && strncmp(from, "the ", 4) == 0)
        from += 4;
    CHECK(has_letters(w->text, description) ||
              (from && has_letters(w->text, from)) ||
              /* dates of descriptions go to the American order */
              strncasecmp(w->text, description, 24) == 0,
          w->label);
}

static void the_document_is_named_by_its_own_fields(void **state)
{
    over_everything(*state, check_name);
}

/* The same words may stand in a field that is printed. */
static bool is_printed_too(const written *w, const char *text)
{
    for (size_t i = 0; i < w->event->quotation_count; i++) {
        const nv_quotation *quotation = &w->event->quotations[i];

        if (strstr(quotation->text, text) ||
            (quotation->pinpoint.label &&
             strcmp(quotation->pinpoint.value, text) == 0))
            return true;
    }
    return false;
}

static void no_text(const written *w, const char *text)
{
    if (!text || strlen(text) < PROSE_MIN || is_printed_too(w, text))
        return;
    if (strstr(w->text, text))
        fail_msg("%s: prints \"%s\"", w->label, text);
}

static void no_prose(const written *w, const nv_bilingual *text)
{
    no_text(w, text->text[NV_LANGUAGE_EN]);
    no_text(w, text->text[NV_LANGUAGE_FR]);
}

static void check_prose(const written *w)
{
    const nv_event *event = w->event;

    no_prose(w, &event->summary);
    for (size_t i = 0; i < event->conflict_count; i++)
        no_prose(w, &event->conflicts[i]);
    for (size_t i = 0; i < event->person_count; i++)
        no_prose(w, &event->people[i].remark);
    for (size_t i = 0; i < event->quotation_count; i++) {
        no_prose(w, &event->quotations[i].caution);
        no_text(w, event->quotations[i].where);
        no_text(w, event->quotations[i].note);
    }
    for (size_t i = 0; i < event->source_count; i++) {
        no_prose(w, &event->sources[i].role_note);
        no_text(w, event->sources[i].basis);
        no_text(w, event->sources[i].note);
    }
}

static void what_is_written_for_curators_is_never_printed(void **state)
{
    over_everything(*state, check_prose);
}

/* The date of the record as a note prints it, made here anew. */
static void format_date(const char *iso, nv_language language, char out[64])
{
    static const char *const months[2][12] = {
        {"January", "February", "March", "April", "May", "June", "July",
         "August", "September", "October", "November", "December"},
        {"janvier", "février", "mars", "avril", "mai", "juin", "juillet",
         "août", "septembre", "octobre", "novembre", "décembre"},
    };
    int day = strlen(iso) >= 10 ? atoi(iso + 8) : 0;
    const char *month =
        strlen(iso) >= 7 ? months[language][atoi(iso + 5) - 1] : "";

    if (!day)
        snprintf(out, 64, "%s%s%.4s", month, *month ? " " : "", iso);
    else if (language == NV_LANGUAGE_EN)
        snprintf(out, 64, "%s %d, %.4s", month, day, iso);
    else if (day == 1)
        snprintf(out, 64, "1ᵉʳ" NBSP "%s %.4s", month, iso);
    else
        snprintf(out, 64, "%d" NBSP "%s %.4s", day, month, iso);
}

static void check_date(const written *w)
{
    char date[64], other[64];

    if (!is_own(w->quotation) || w->event->document.is_none)
        return;
    format_date(w->event->date.iso, w->citation.language, date);
    if (w->citation.parts & NV_PART_DATE)
        CHECK(strstr(w->text, date), w->label);
    if (w->citation.parts & ~(unsigned)NV_PART_DATE || w->quotation)
        return;
    for (size_t i = 0; i < w->event->date.variant_count; i++) {
        format_date(w->event->date.variants[i].iso, w->citation.language,
                    other);
        if (strcmp(other, date) != 0)
            CHECK(!strstr(w->text, other), w->label);
    }
}

static void the_date_is_the_one_that_a_note_prints(void **state)
{
    over_everything(*state, check_date);
}

/* A variant, when it is chosen, with its word. */
static void check_variant(const nv_registry *registry, const nv_event *event,
                          int number, nv_language language)
{
    const nv_date_variant *variant = &event->date.variants[number - 1];
    nv_citation citation = {.event = event,
                            .parts = NV_PART_DATE,
                            .language = language,
                            .date_variant = number};
    char *text = record_note(registry, &citation);
    char date[64];

    format_date(variant->iso, language, date);
    if (variant->what == NV_DATE_OTHER) {
        CHECK(!text, event->id);
        return;
    }
    CHECK(text && strstr(text, date), event->id);
    CHECK(!strstr(text, ", , "), event->id);
    free(text);
}

static void another_date_is_printed_only_when_it_is_chosen(void **state)
{
    for (size_t i = 0; i < EVENTS; i++) {
        const nv_event *event = nv_registry_event(*state, i, NULL);

        if (event->document.is_none)
            continue;
        for (size_t j = 0; j < event->date.variant_count; j++) {
            check_variant(*state, event, (int)j + 1, NV_LANGUAGE_EN);
            check_variant(*state, event, (int)j + 1, NV_LANGUAGE_FR);
        }
    }
}

static const struct {
    const char *label, *id;
    int variant;
    nv_language language;
    const char *wanted;
} dated[] = {
    {"delivered", "1954-03-31-soviet-note", 2, NV_LANGUAGE_EN,
     ", delivered March 31, 1954."},
    {"a note is feminine", "1954-03-31-soviet-note", 2, NV_LANGUAGE_FR,
     ", remise le 31" NBSP "mars 1954."},
    {"published", "1954-03-31-soviet-note", 3, NV_LANGUAGE_FR,
     ", publiée le 1ᵉʳ" NBSP "avril 1954."},
    {"dated is of a day", "1954-03-31-soviet-note", 1, NV_LANGUAGE_FR,
     ", datée du 31" NBSP "mars 1954."},
    {"a memorandum is masculine", "1949-03-31-soviet-memorandum", 1,
     NV_LANGUAGE_FR, ", remis le 31" NBSP "mars 1949."},
    {"entered into force", "1942-05-26-anglo-soviet-treaty", 5, NV_LANGUAGE_FR,
     ", entré en vigueur le 4" NBSP "juillet 1942."},
};

static void a_chosen_date_has_its_word_which_agrees(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(dated); i++) {
        nv_citation citation = {
            .event = nv_registry_by_id(*state, dated[i].id, NULL),
            .parts = NV_PART_DATE,
            .language = dated[i].language,
            .date_variant = dated[i].variant,
        };
        char *text = record_note(*state, &citation);

        CHECK(text != NULL, dated[i].label);
        if (!strstr(text, dated[i].wanted))
            fail_msg("%s: %s", dated[i].label, text);
        free(text);
    }
}

/* The words */

static const nv_run *words_of(const nv_note *note)
{
    const nv_run *words = NULL;

    for (size_t i = 0; i < note->count; i++)
        if (note->runs[i].kind == NV_RUN_QUOTATION) {
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
                strstr(w->text, "(text read in a transcription)") ||
                strstr(w->text, "(texte lu dans une transcription)");

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
    for (size_t i = 0; i < EVENTS; i++) {
        const nv_event *event = nv_registry_event(*state, i, NULL);
        const nv_quotation *list[32];
        size_t count = nv_note_wordings(event, NV_LANGUAGE_FR, list, 32);

        for (size_t j = 0; j < event->quotation_count; j++) {
            const nv_quotation *quotation = &event->quotations[j];
            nv_citation citation = {.event = event,
                                    .parts = NV_PART_ALL,
                                    .quotation = quotation->number};
            nv_error err = {0};
            nv_note note;
            bool is_written = nv_note_write(*state, &citation, &note, &err);

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
    for (size_t i = 0; i < EVENTS; i++) {
        const nv_event *event = nv_registry_event(*state, i, NULL);
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

/* The people */

static void check_people(const written *w)
{
    nv_citation without = w->citation;
    bool has_act = false;
    char *text;

    if (!(w->citation.parts & NV_PART_SIGNATORIES))
        return;
    without.parts &= ~(unsigned)NV_PART_SIGNATORIES;
    text = record_note(w->registry, &without);
    for (size_t i = 0; i < w->event->person_count; i++) {
        nv_act act = w->event->people[i].act;

        has_act = has_act || act == NV_ACT_SIGNED || act == NV_ACT_DELIVERED ||
                  act == NV_ACT_SPOKE || act == NV_ACT_SENT;
    }
    CHECK(strcmp(text, w->text) == 0 || has_act, w->label);
    free(text);
}

static void
people_are_named_only_for_what_they_are_known_to_have_done(void **state)
{
    over_everything(*state, check_people);
}

static bool has_signatory(const nv_event *event)
{
    for (size_t i = 0; i < event->person_count; i++)
        if (event->people[i].act == NV_ACT_SIGNED)
            return true;
    return false;
}

static void check_signed(const written *w)
{
    if (!has_signatory(w->event)) {
        CHECK(!strstr(w->text, ", signed "), w->label);
        CHECK(!strstr(w->text, " signé par ") &&
                  !strstr(w->text, " signée par "),
              w->label);
    }
}

static void only_who_signed_is_a_signatory(void **state)
{
    over_everything(*state, check_signed);
}

static const struct {
    const char *label, *id;
    nv_language language;
    const char *wanted;
} clauses[] = {
    {"delivered", "1954-03-31-soviet-note", NV_LANGUAGE_EN,
     ", delivered at Moscow by Vyacheslav M. Molotov (Soviet Union), "},
    {"remise", "1954-03-31-soviet-note", NV_LANGUAGE_FR,
     ", remise à Moscou par Viatcheslav Molotov (Union soviétique), "},
    {"sent", "1949-03-31-soviet-memorandum", NV_LANGUAGE_EN,
     ", sent by Alexander S. Panyushkin (Soviet Union), "},
    {"three parties are named", "1963-08-05-partial-test-ban", NV_LANGUAGE_EN,
     ", signed at Moscow by Dean Rusk (United States), Lord Home (United "
     "Kingdom), and Andrei A. Gromyko (Soviet Union), "},
    {"two of one party", "1970-08-12-moscow-treaty", NV_LANGUAGE_FR,
     " par Willy Brandt et Walter Scheel (République fédérale d’Allemagne) et "
     "Alexeï Kossyguine et Andreï Gromyko (Union soviétique), "},
    {"more are counted", "1955-05-14-warsaw-treaty", NV_LANGUAGE_FR,
     " par les représentants de huit États, "},
    {"not all are known", "1951-10-22-protocol-greece-turkey", NV_LANGUAGE_EN,
     " by, among others, the representatives of nine states, "},
    {"a signature after the adoption", "1964-08-07-gulf-of-tonkin-resolution",
     NV_LANGUAGE_EN, "August 7, 1964, signed by Lyndon B. Johnson"},
};

static void a_clause_says_who_did_what(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(clauses); i++) {
        nv_citation citation = {
            .event = nv_registry_by_id(*state, clauses[i].id, NULL),
            .parts = NV_PART_DATE | NV_PART_SIGNATORIES | NV_PART_SOURCE,
            .language = clauses[i].language,
        };
        char *text = record_note(*state, &citation);

        if (!text || !strstr(text, clauses[i].wanted))
            fail_msg("%s: %s", clauses[i].label, text ? text : "(none)");
        free(text);
    }
}

/* The source */

static bool holds_words(const nv_source *source)
{
    return source->holds == NV_HOLDS_TEXT ||
           source->holds == NV_HOLDS_TRANSLATION ||
           source->holds == NV_HOLDS_EXTRACT;
}

static void check_source(const written *w)
{
    const nv_source *source = nv_note_source(&w->citation);

    if (w->quotation) {
        CHECK(source == w->quotation->source, w->label);
        return;
    }
    CHECK(!source || holds_words(source) || w->event->document.is_none,
          w->label);
    if (source)
        CHECK(w->note.is_unchecked == (source->checked != NV_CHECKED_SEEN &&
                                       ((w->citation.parts & NV_PART_SOURCE) ||
                                        w->event->document.is_none)),
              w->label);
}

static void the_source_is_where_the_words_or_the_text_are(void **state)
{
    over_everything(*state, check_source);
}

/* The number of the wording a note starts with: only a refusal has one. */
static int first_wording(const nv_event *event)
{
    for (size_t i = 0; i < event->quotation_count; i++)
        if (event->kind == NV_KIND_REFUSAL &&
            event->quotations[i].role == NV_ROLE_DOCUMENT &&
            event->quotations[i].is_offered)
            return event->quotations[i].number;
    return 0;
}

static void a_list_marks_the_events_whose_note_is_unchecked(void **state)
{
    const nv_registry *registry = *state;

    for (uint32_t i = 0; i < nv_registry_event_count(registry); i++) {
        const nv_event *event = nv_registry_event(registry, i, NULL);
        const nv_citation citation = {.event = event,
                                      .quotation = first_wording(event),
                                      .parts = NV_PART_ALL};
        nv_note note;
        nv_card card;

        CHECK(nv_index_card(nv_registry_index(registry), i, &card), event->id);
        if (nv_note_write(registry, &citation, &note, NULL))
            CHECK(note.is_unchecked == card.is_unchecked, event->id);
        nv_note_release(&note);
    }
}

static void check_address(const written *w)
{
    const nv_source *source = nv_note_source(&w->citation);
    const char *address = strstr(w->text, "://");

    if (!address)
        return;
    CHECK(source && source->url_ok && strstr(w->text, source->url), w->label);
    CHECK(!source->pages && !source->columns, w->label);
    CHECK(!strstr(address + 3, "://"), w->label);
}

static void an_address_stands_only_where_it_may_and_must(void **state)
{
    over_everything(*state, check_address);
}

static void check_choice(const nv_registry *registry, const nv_event *event,
                         const nv_source *source)
{
    nv_citation citation = {
        .event = event, .parts = NV_PART_ALL, .source = source->key};
    nv_error err = {0};
    nv_note note;
    bool is_written = nv_note_write(registry, &citation, &note, &err);

    CHECK(is_written == (event->document.is_none || holds_words(source)),
          source->key);
    CHECK(is_written || err.code == NV_ERROR_ARGUMENT, source->key);
    if (is_written)
        CHECK(nv_note_source(&citation) == source, source->key);
    nv_note_release(&note);
}

static void a_draft_or_report_is_never_the_source_of_the_document(void **state)
{
    for (size_t i = 0; i < EVENTS; i++) {
        const nv_event *event = nv_registry_event(*state, i, NULL);

        for (size_t j = 0; j < event->source_count; j++)
            check_choice(*state, event, &event->sources[j]);
    }
}

/* What can be had */

static void check_parts(const written *w)
{
    static const nv_part parts[] = {NV_PART_DATE, NV_PART_SIGNATORIES,
                                    NV_PART_WORDING, NV_PART_SOURCE};

    if (w->citation.parts != NV_PART_ALL)
        return;
    for (size_t i = 0; i < NV_COUNT_OF(parts); i++) {
        nv_citation without = w->citation;
        char why[160], *text;
        bool is_there = nv_note_has_part(w->registry, &w->citation, parts[i],
                                         why, sizeof why);

        CHECK(is_there == (why[0] == '\0'), w->label);
        CHECK(is_there || ends_with(why, "."), w->label);
        without.parts &= ~(unsigned)parts[i];
        text = record_note(w->registry, &without);
        CHECK(is_there || strcmp(text, w->text) == 0, w->label);
        free(text);
    }
}

static void a_part_that_is_not_there_changes_nothing_and_says_why(void **state)
{
    over_everything(*state, check_parts);
}

static const struct {
    const char *id;
    nv_part part;
    const char *english, *french;
} reasons[] = {
    {"1954-05-07-tripartite-reply", NV_PART_SIGNATORIES,
     "The ministers headed their ministries; nothing shows that they signed.",
     "Les ministres dirigeaient leur ministère" THIN "; rien n’atteste qu’ils "
     "aient signé."},
    {"1954-07-24-soviet-note", NV_PART_SIGNATORIES,
     "No one is recorded as having signed it.",
     "Aucun signataire n’est attesté."},
    {"1953-04-16-chance-for-peace", NV_PART_SIGNATORIES,
     "The note names its author already.", "La note nomme déjà son auteur."},
    {"1991-02-25-budapest-warsaw-pact-military", NV_PART_SOURCE,
     "No source on record holds the text.",
     "Aucune source enregistrée ne contient le texte."},
    {"1990-11-19-cfe-treaty", NV_PART_SOURCE,
     "The source on record does not say where it can be found.",
     "La source enregistrée ne dit pas où la trouver."},
    {"1960-05-10-u2-soviet-note", NV_PART_WORDING,
     "No wording on record is sure enough to be inserted.",
     "Aucun passage enregistré n’est assez sûr pour être inséré."},
    {"1954-03-31-bssr-ukrssr-claim", NV_PART_SOURCE,
     "The event is no document; choose a source first.",
     "L’événement n’est pas un document" THIN "; choisissez d’abord une "
     "source."},
};

static void reasons_are_told_in_the_language_of_the_note(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(reasons); i++) {
        nv_citation citation = {
            .event = nv_registry_by_id(*state, reasons[i].id, NULL)};
        char why[160], cut[8];

        CHECK(!nv_note_has_part(*state, &citation, reasons[i].part, why,
                                sizeof why),
              reasons[i].id);
        CHECK_STR(why, reasons[i].english, reasons[i].id);
        citation.language = NV_LANGUAGE_FR;
        nv_note_has_part(*state, &citation, reasons[i].part, why, sizeof why);
        CHECK_STR(why, reasons[i].french, reasons[i].id);
        nv_note_has_part(*state, &citation, reasons[i].part, cut, sizeof cut);
        CHECK(strlen(cut) < sizeof cut, "cut to what there is room for");
    }
}

/* What can't be written */

static const struct {
    const char *label, *id;
    nv_citation citation;
    const char *message;
} refused[] = {
    {"no such quotation",
     "1954-05-07-tripartite-reply",
     {.quotation = 99},
     "The event 1954-05-07-tripartite-reply has no quotation 99; choose one of "
     "those it lists."},
    {"a number below one",
     "1954-05-07-tripartite-reply",
     {.quotation = -1},
     "The event 1954-05-07-tripartite-reply has no quotation -1; choose one of "
     "those it lists."},
    {"kept for the record",
     "1954-05-07-tripartite-reply",
     {.quotation = 2},
     "Quotation 2 of 1954-05-07-tripartite-reply is kept for the record and "
     "can't be inserted; choose another wording."},
    {"no such source",
     "1954-05-07-tripartite-reply",
     {.source = "nowhere"},
     "The event 1954-05-07-tripartite-reply has no source \"nowhere\"; choose "
     "one of those it lists."},
    {"a source that only speaks of it",
     "1954-05-07-tripartite-reply",
     {.source = "ponars-126"},
     "The source \"ponars-126\" does not hold the text of the document; choose "
     "one that does."},
    {"no such date",
     "1954-05-07-tripartite-reply",
     {.date_variant = 9},
     "The event 1954-05-07-tripartite-reply has no other date 9; choose one of "
     "those it lists."},
    {"a date without a word",
     "1951-06-20-soviet-note-palais-rose",
     {.date_variant = 1},
     "The date 1951-06-20 of 1951-06-20-soviet-note-palais-rose has no word "
     "that a note could print with it; choose another date."},
    {"no document and no source",
     "1954-03-31-bssr-ukrssr-claim",
     {0},
     "The event 1954-03-31-bssr-ukrssr-claim is no document; choose the source "
     "to cite."},
};

static void what_the_record_does_not_have_is_refused_in_a_sentence(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(refused); i++) {
        nv_citation citation = refused[i].citation;
        nv_error err = {0};
        nv_note note;

        citation.event = nv_registry_by_id(*state, refused[i].id, NULL);
        citation.parts = NV_PART_ALL;
        CHECK(!nv_note_write(*state, &citation, &note, &err), refused[i].label);
        CHECK(err.code == NV_ERROR_ARGUMENT, refused[i].label);
        CHECK_STR(err.message, refused[i].message, refused[i].label);
        CHECK(!note.runs && !note.count && !note.memory, refused[i].label);
        CHECK(!nv_note_write(*state, &citation, &note, NULL),
              "err may be NULL");
    }
}

static const struct {
    const char *label, *id, *source;
    nv_language language;
    const char *wanted;
} sources[] = {
    {"no document: its only source", "1954-04-07-nac-restricted-session", NULL,
     NV_LANGUAGE_EN,
     "“The United States Permanent Representative on the North Atlantic "
     "Council "
     "(Hughes) to the Department of State, Polto 1627,” in Foreign Relations "
     "of "
     "the United States, 1952–1954, vol. 5, pt. 1, Western European Security "
     "(Washington: U.S. Government Printing Office, 1983), doc. 257."},
    {"no document: a source chosen", "1954-03-31-bssr-ukrssr-claim",
     "frus-1952-54v05p1-d252", NV_LANGUAGE_FR,
     "«" THIN "Editorial Note" THIN "», dans Foreign Relations of the United "
     "States, 1952–1954, vol." NBSP "V, 1ʳᵉ partie, Western European Security, "
     "Washington, U.S. Government Printing Office, 1983, doc." NBSP
     "252, p." NBSP "487."},
    {"a command paper chosen", "1954-05-07-tripartite-reply", "cmd-9146",
     NV_LANGUAGE_EN,
     "Governments of the United States, the United Kingdom, and France to the "
     "Soviet Government, note, May 7, 1954, in United Kingdom, Foreign Office, "
     "Reply of Her Majesty’s Government to the Soviet Note of 31 March 1954 "
     "regarding collective security, Cmd. 9146 (London: HMSO, 1954)."},
    {"debates", "1954-04-01-lords-statement", NULL, NV_LANGUAGE_FR,
     "Déclaration du gouvernement britannique à la Chambre des lords sur la "
     "note soviétique, Londres, 1ᵉʳ" NBSP "avril 1954, Hansard, House of Lords "
     "Debates, 5th series, vol." NBSP "186, 1ᵉʳ" NBSP "avril 1954, col." NBSP
     "931-933."},
};

static void a_source_is_laid_out_by_its_form(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(sources); i++) {
        nv_citation citation = {
            .event = nv_registry_by_id(*state, sources[i].id, NULL),
            .parts = NV_PART_DATE | NV_PART_SOURCE,
            .language = sources[i].language,
            .source = sources[i].source,
        };
        char *text = record_note(*state, &citation);

        CHECK_STR(text, sources[i].wanted, sources[i].label);
        free(text);
    }
}

static const struct {
    const char *label, *id;
    int quotation;
    nv_language language;
    nv_locator typed;
    const char *wanted;
} typed[] = {
    {"an article ends the reference",
     "1955-05-14-warsaw-treaty",
     0,
     NV_LANGUAGE_EN,
     {"article", "4"},
     "219 U.N.T.S. 3, art. 4 (hereafter"},
    {"in French too",
     "1955-05-14-warsaw-treaty",
     0,
     NV_LANGUAGE_FR,
     {"article", "4"},
     "p." NBSP "3, art." NBSP "4 (ci-après"},
    {"a page takes the place of the range",
     "1949-03-31-soviet-memorandum",
     0,
     NV_LANGUAGE_EN,
     {"page", "261"},
     "doc. 139, 261."},
    {"with its label in French",
     "1949-03-31-soviet-memorandum",
     0,
     NV_LANGUAGE_FR,
     {"page", "261"},
     "doc." NBSP "139, p." NBSP "261."},
    {"a range is shortened",
     "1949-03-31-soviet-memorandum",
     0,
     NV_LANGUAGE_EN,
     {"page", "261–262"},
     "doc. 139, 261–62."},
    {"preamble",
     "1942-05-26-anglo-soviet-treaty",
     0,
     NV_LANGUAGE_FR,
     {"preamble", ""},
     "p." NBSP "353, préambule."},
    {"what is typed wins",
     "1955-05-14-warsaw-treaty",
     1,
     NV_LANGUAGE_EN,
     {"article", "5"},
     "May 14, 1955, art. 5, English text"},
    {"columns",
     "1954-04-01-lords-statement",
     0,
     NV_LANGUAGE_EN,
     {"column", "932"},
     "(April 1, 1954), col. 932."},
    {"a paragraph of the letter",
     "1966-03-07-de-gaulle-letter",
     0,
     NV_LANGUAGE_FR,
     {"paragraph", "3"},
     "doc." NBSP "137, §" NBSP "3."},
    {"a page of a page",
     "1953-12-08-atoms-for-peace",
     1,
     NV_LANGUAGE_EN,
     {"page", "2"},
     "“Timeline: 1953,” p. 2, http"},
    {"a label nobody knows",
     "1955-05-14-warsaw-treaty",
     0,
     NV_LANGUAGE_EN,
     {"appendix", "Annex B"},
     "219 U.N.T.S. 3, Annex B (hereafter"},
};

static void a_typed_place_stands_where_the_form_wants_it(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(typed); i++) {
        nv_citation citation = {
            .event = nv_registry_by_id(*state, typed[i].id, NULL),
            .parts = NV_PART_DATE | NV_PART_SOURCE,
            .language = typed[i].language,
            .quotation = typed[i].quotation,
            .locator = typed[i].typed,
        };
        char *text = record_note(*state, &citation);

        if (!text || !strstr(text, typed[i].wanted))
            fail_msg("%s: %s", typed[i].label, text ? text : "(none)");
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_has_a_capital_one_full_stop_and_no_stray_mark),
        cmocka_unit_test(french_spaces_do_not_break),
        cmocka_unit_test(the_document_is_named_by_its_own_fields),
        cmocka_unit_test(what_is_written_for_curators_is_never_printed),
        cmocka_unit_test(the_date_is_the_one_that_a_note_prints),
        cmocka_unit_test(another_date_is_printed_only_when_it_is_chosen),
        cmocka_unit_test(a_chosen_date_has_its_word_which_agrees),
        cmocka_unit_test(the_words_are_those_of_the_record_in_their_language),
        cmocka_unit_test(words_read_in_another_text_say_quoted_in_and_which),
        cmocka_unit_test(a_transcription_is_named),
        cmocka_unit_test(words_of_others_are_cited_under_their_own_name),
        cmocka_unit_test(a_translation_says_so),
        cmocka_unit_test(
            what_is_not_to_be_offered_is_neither_listed_nor_written),
        cmocka_unit_test(wordings_stand_own_first_then_by_language_and_origin),
        cmocka_unit_test(the_place_of_the_words_is_given),
        cmocka_unit_test(
            people_are_named_only_for_what_they_are_known_to_have_done),
        cmocka_unit_test(only_who_signed_is_a_signatory),
        cmocka_unit_test(a_clause_says_who_did_what),
        cmocka_unit_test(the_source_is_where_the_words_or_the_text_are),
        cmocka_unit_test(a_list_marks_the_events_whose_note_is_unchecked),
        cmocka_unit_test(an_address_stands_only_where_it_may_and_must),
        cmocka_unit_test(a_draft_or_report_is_never_the_source_of_the_document),
        cmocka_unit_test(a_part_that_is_not_there_changes_nothing_and_says_why),
        cmocka_unit_test(reasons_are_told_in_the_language_of_the_note),
        cmocka_unit_test(
            what_the_record_does_not_have_is_refused_in_a_sentence),
        cmocka_unit_test(a_source_is_laid_out_by_its_form),
        cmocka_unit_test(a_typed_place_stands_where_the_form_wants_it),
    };

    return cmocka_run_group_tests(tests, record_setup, record_teardown);
}
