/* SPDX-License-Identifier: MPL-2.0 */
/* Notes, and what answers or refuses them, in one note. */
#include "record.h"

#include <stdio.h>
#include <string.h>

#include "note/chain.h"

#define NOTE "1954-03-31-soviet-note"
#define REFUSAL "1954-05-07-tripartite-reply"

/* The note as it stands in a document: words between two citations are the
 * writer's, and their sentence goes on. */
static char *write_chain(const record *record, const nv_chain *chain,
                         nv_note_style *style)
{
    nv_noted noted[NV_CHAIN_MAX];
    nv_note notes[NV_CHAIN_MAX];
    nv_buffer out = NV_BUFFER_INIT;
    nv_error err = {0};

    for (size_t i = 0; i < chain->count; i++) {
        const bool is_joint = nv_note_is_joint(style, chain->joins[i]);

        noted[i] = (nv_noted){.registry = record->registry,
                              .citation = chain->citations[i],
                              .note = 1,
                              .is_joined = is_joint,
                              .is_open = i + 1 < chain->count,
                              .is_inside = i > 0 && !is_joint};
    }
    if (!nv_notes_write(noted, chain->count, style, notes, NULL, NULL, &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < chain->count; i++) {
        nv_buffer_add_text(&out, chain->joins[i]);
        for (size_t j = 0; j < notes[i].count; j++)
            nv_buffer_add_text(&out, notes[i].runs[j].text);
        nv_note_release(&notes[i]);
    }
    return nv_buffer_detach(&out);
}

static nv_citation citation_of(const nv_event *event, nv_language language)
{
    return (nv_citation){
        .event = event, .parts = NV_PART_DATE, .language = language};
}

static char *chain_of(const record *record, const nv_event *event,
                      nv_language language)
{
    const nv_citation citation = citation_of(event, language);
    nv_chain chain;

    assert_true(nv_chain_find(record->registry, &citation, &chain, NULL));
    CHECK_STR(chain.joins[0], "", event->id);
    return chain.count < 2 ? NULL
                           : write_chain(record, &chain,
                                         record_usual_style(record, language));
}

/* Each line: event, language, note. The file has every chain of the record, in
 * its order. */
static void every_chain_reads_as_it_stands(void **state)
{
    const record *record = *state;
    FILE *file = fopen("tests/note/chains.tsv", "r");
    char line[4096], got[4096];

    assert_non_null(file);
    for (size_t i = 0; i < EVENTS; i++)
        for (int language = 0; language < NV_NOTE_LANGUAGE_COUNT; language++) {
            const nv_event *event =
                nv_registry_event(record->registry, i, NULL);
            char *text = chain_of(record, event, (nv_language)language);

            if (!text)
                continue;
            snprintf(got, sizeof got, "%s\t%s\t%s\n", event->id,
                     nv_language_code((nv_language)language), text);
            free(text);
            do
                assert_non_null(fgets(line, sizeof line, file));
            while (line[0] == '#');
            CHECK_STR(got, line, event->id);
        }
    CHECK(!fgets(line, sizeof line, file), "the file has no other chain");
    fclose(file);
}

static const char *const refused[NV_LANGUAGE_COUNT] = {
    [NV_LANGUAGE_EN] = ", refused by ",
    [NV_LANGUAGE_FR] = ", rejetée par ",
    [NV_LANGUAGE_DE] = ", abgelehnt durch ",
    [NV_LANGUAGE_ES] = ", rechazada por ",
    [NV_LANGUAGE_RU] = "; отказ: ",
};

static void the_pair_of_1954_is_the_same_from_both_ends(void **state)
{
    const record *record = *state;
    const char *const ids[] = {NOTE, REFUSAL};

    for (int language = 0; language < NV_LANGUAGE_COUNT; language++)
        for (size_t i = 0; i < 2; i++) {
            const nv_citation citation =
                citation_of(nv_registry_by_id(record->registry, ids[i], NULL),
                            (nv_language)language);
            nv_chain chain;

            assert_true(
                nv_chain_find(record->registry, &citation, &chain, NULL));
            CHECK(chain.count == 2, ids[i]);
            CHECK_STR(chain.citations[0].event->id, NOTE, ids[i]);
            CHECK_STR(chain.citations[1].event->id, REFUSAL, ids[i]);
            CHECK_STR(chain.joins[1], refused[language], ids[i]);
        }
}

static void the_citation_asked_for_stands_as_it_is(void **state)
{
    const record *record = *state;
    nv_citation citation = citation_of(
        nv_registry_by_id(record->registry, REFUSAL, NULL), NV_LANGUAGE_EN);
    nv_chain chain;

    citation.quotation = 1;
    citation.parts = NV_PART_ALL;
    citation.suffix = ", at the time";
    assert_true(nv_chain_find(record->registry, &citation, &chain, NULL));
    CHECK(chain.citations[1].quotation == 1, "its wording");
    CHECK_STR(chain.citations[1].suffix, ", at the time", "its words");
    CHECK(chain.citations[0].quotation == 0, "the other has none");
    CHECK(!chain.citations[0].suffix, "nor words");
    CHECK(chain.citations[0].parts == NV_PART_ALL, "but its parts");
}

/* A treaty that is refused, a speech that is answered, are no such documents.
 */
static void only_notes_replies_and_refusals_make_a_chain(void **state)
{
    static const char *const ids[] = {
        "1949-04-04-north-atlantic-treaty", "1952-05-27-edc-treaty",
        "1947-06-05-marshall-speech", "1947-07-02-molotov-refusal",
        "1953-04-25-pravda-reply"};
    const record *record = *state;

    for (size_t i = 0; i < NV_COUNT_OF(ids); i++) {
        const nv_citation citation = citation_of(
            nv_registry_by_id(record->registry, ids[i], NULL), NV_LANGUAGE_EN);
        nv_chain chain;

        assert_true(nv_chain_find(record->registry, &citation, &chain, NULL));
        CHECK(chain.count == 1, ids[i]);
        CHECK(chain.citations[0].event == citation.event, ids[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_chain_reads_as_it_stands),
        cmocka_unit_test(the_pair_of_1954_is_the_same_from_both_ends),
        cmocka_unit_test(the_citation_asked_for_stands_as_it_is),
        cmocka_unit_test(only_notes_replies_and_refusals_make_a_chain),
    };

    return cmocka_run_group_tests(tests, record_setup, record_teardown);
}
