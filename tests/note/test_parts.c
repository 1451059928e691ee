/* SPDX-License-Identifier: MPL-2.0 */
/* Which parts can be had, and what is refused. */
#include "written.h"

/* What can be had */

static void check_parts(const written *w)
{
    static const nv_part parts[] = {NV_PART_DATE, NV_PART_SIGNATORIES,
                                    NV_PART_WORDING, NV_PART_SOURCE};

    if (w->citation.parts != NV_PART_ALL)
        return;
    for (size_t i = 0; i < NV_COUNT_OF(parts); i++) {
        const written *without =
            with_parts(w, NV_PART_ALL & ~(unsigned)parts[i]);
        nv_word why = NV_WORD_COUNT;
        bool is_there =
            nv_note_has_part(w->record->registry, &w->citation, parts[i], &why);

        CHECK(is_there == (why == NV_WORD_COUNT), w->label);
        CHECK(is_there || ends_with(nv_say(why, NV_TONGUE_EN), "."), w->label);
        CHECK(is_there || strcmp(without->text, w->text) == 0, w->label);
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

static void reasons_are_told_to_the_writer(void **state)
{
    const record *record = *state;

    for (size_t i = 0; i < NV_COUNT_OF(reasons); i++) {
        const nv_citation citation = {
            .event = nv_registry_by_id(record->registry, reasons[i].id, NULL)};
        nv_word why = NV_WORD_COUNT;

        CHECK(!nv_note_has_part(record->registry, &citation, reasons[i].part,
                                &why),
              reasons[i].id);
        CHECK_STR(nv_say(why, NV_TONGUE_EN), reasons[i].english, reasons[i].id);
        CHECK_STR(nv_say(why, NV_TONGUE_FR), reasons[i].french, reasons[i].id);
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
    const record *record = *state;

    for (size_t i = 0; i < NV_COUNT_OF(refused); i++) {
        nv_citation citation = refused[i].citation;
        nv_error err = {0};
        nv_note note;

        citation.event =
            nv_registry_by_id(record->registry, refused[i].id, NULL);
        citation.parts = NV_PART_ALL;
        CHECK(!nv_note_write(record->registry, &citation,
                             record_usual_style(record, citation.language),
                             &note, &err),
              refused[i].label);
        CHECK(err.code == NV_ERROR_ARGUMENT, refused[i].label);
        CHECK_STR(err.message, refused[i].message, refused[i].label);
        CHECK(!note.runs && !note.count && !note.memory, refused[i].label);
        CHECK(!nv_note_write(record->registry, &citation,
                             record_usual_style(record, citation.language),
                             &note, NULL),
              "err may be NULL");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_part_that_is_not_there_changes_nothing_and_says_why),
        cmocka_unit_test(reasons_are_told_to_the_writer),
        cmocka_unit_test(
            what_the_record_does_not_have_is_refused_in_a_sentence),
    };

    return cmocka_run_group_tests(tests, record_setup, written_teardown);
}
