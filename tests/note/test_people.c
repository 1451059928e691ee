/* SPDX-License-Identifier: MPL-2.0 */
/* Who is said to have signed, delivered, spoken or sent. */
#include "written.h"

static void check_people(const written *w)
{
    const written *without;
    bool has_act = false;

    if (!(w->citation.parts & NV_PART_SIGNATORIES))
        return;
    without = with_parts(w, w->citation.parts & ~(unsigned)NV_PART_SIGNATORIES);
    for (size_t i = 0; i < w->event->person_count; i++) {
        nv_act act = w->event->people[i].act;

        has_act = has_act || act == NV_ACT_SIGNED || act == NV_ACT_DELIVERED ||
                  act == NV_ACT_SPOKE || act == NV_ACT_SENT;
    }
    CHECK(strcmp(without->text, w->text) == 0 || has_act, w->label);
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
     " by representatives of nine states, among others, "},
    {"a signature after the adoption", "1964-08-07-gulf-of-tonkin-resolution",
     NV_LANGUAGE_EN, "August 7, 1964, signed by Lyndon B. Johnson"},
};

static void a_clause_says_who_did_what(void **state)
{
    const record *record = *state;

    for (size_t i = 0; i < NV_COUNT_OF(clauses); i++) {
        nv_citation citation = {
            .event = nv_registry_by_id(record->registry, clauses[i].id, NULL),
            .parts = NV_PART_DATE | NV_PART_SIGNATORIES | NV_PART_SOURCE,
            .language = clauses[i].language,
        };
        char *text = record_note(*state, &citation);

        if (!text || !strstr(text, clauses[i].wanted))
            fail_msg("%s: %s", clauses[i].label, text ? text : "(none)");
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            people_are_named_only_for_what_they_are_known_to_have_done),
        cmocka_unit_test(only_who_signed_is_a_signatory),
        cmocka_unit_test(a_clause_says_who_did_what),
    };

    return cmocka_run_group_tests(tests, record_setup, written_teardown);
}
