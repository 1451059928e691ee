/* SPDX-License-Identifier: MPL-2.0 */
/* What names the document and when it is of; the form of a note. */
#include "written.h"

#include <ctype.h>
#include <strings.h>

/* The form of a note */

static bool ends_with_one_stop(const char *text)
{
    static const char *const ends[] = {
        ".", ".”", "?”", "!”", ".’”", "?’”", "?" THIN "»", "!" THIN "»"};
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
        if (!(w->note.runs[i].format & (NV_CSL_ITALIC | NV_CSL_QUOTED)) &&
            !w->note.runs[i].language)
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

static void check_prose(const written *w)
{
    record_lacks_prose(w->event, w->text, w->label);
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
static void check_variant(const record *record, const nv_event *event,
                          int number, nv_language language)
{
    const nv_date_variant *variant = &event->date.variants[number - 1];
    nv_citation citation = {.event = event,
                            .parts = NV_PART_DATE,
                            .language = language,
                            .date_variant = number};
    char *text = record_note(record, &citation);
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
    const record *record = *state;

    for (size_t i = 0; i < EVENTS; i++) {
        const nv_event *event = nv_registry_event(record->registry, i, NULL);

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
    const record *record = *state;

    for (size_t i = 0; i < NV_COUNT_OF(dated); i++) {
        nv_citation citation = {
            .event = nv_registry_by_id(record->registry, dated[i].id, NULL),
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
    };

    return cmocka_run_group_tests(tests, record_setup, written_teardown);
}
