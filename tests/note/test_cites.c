/* SPDX-License-Identifier: MPL-2.0 */
/* What is cited, where, and how it stands in a bibliography. */
#include "asked.h"

/* What a later note prints, and whether it can be a repetition. */
static const struct {
    const char *label;
    asked asked;
    const char *id, *locator; /* "label value" */
    nv_csl_term term;
} cites[] = {
    {"the document", {.event = NOTE}, "core:" NOTE, NULL, 0},
    {"words read elsewhere",
     {.event = "1954-05-07-tripartite-reply", .quotation = 1},
     "core:1954-05-07-tripartite-reply@ponars-126",
     "1",
     NV_CSL_TERM_PARAGRAPH},
    {"another source chosen",
     {"1954-05-07-tripartite-reply",
      NV_LANGUAGE_EN,
      0,
      0,
      0,
      {NULL, NULL},
      "cmd-9146"},
     "core:1954-05-07-tripartite-reply@cmd-9146",
     NULL,
     0},
    {"words of another text",
     {.event = "1941-07-12-anglo-soviet-agreement", .quotation = 1},
     "core:1941-07-12-anglo-soviet-agreement#1",
     "1347–1354",
     NV_CSL_TERM_COLUMN},
    {"an article",
     {.event = TREATY, .locator = {"article", "4"}},
     "core:" TREATY,
     "4",
     NV_CSL_TERM_ARTICLE_LOCATOR},
    {"a place that is its own word",
     {.event = TREATY, .language = NV_LANGUAGE_FR, .locator = {"preamble", ""}},
     "core:" TREATY,
     "préambule",
     NV_CSL_TERM_SUB_VERBO},
    {"a document of an edition",
     {.event = NOTE, .locator = {"document", "5"}},
     "core:" NOTE,
     "doc. 5",
     NV_CSL_TERM_SUB_VERBO},
    {"a label nobody knows",
     {.event = TREATY, .locator = {"appendix", "Annex B"}},
     "core:" TREATY,
     "Annex B",
     NV_CSL_TERM_SUB_VERBO},
};

static void a_cite_names_its_text_and_source_and_its_place(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(cites); i++) {
        nv_arena arena = {NULL};
        nv_csl_cite made;

        cite(*state, &cites[i].asked, &arena, &made);
        CHECK_STR(made.item, cites[i].id, cites[i].label);
        CHECK_STR(made.as->id, cites[i].id, cites[i].label);
        CHECK_STR(made.locator, cites[i].locator, cites[i].label);
        CHECK(!made.locator || made.label == cites[i].term, cites[i].label);
        nv_arena_release(&arena);
    }
}

/* A bibliography has neither words nor places, but where they were read. */
static void an_entry_has_its_source_and_no_words(void **state)
{
    const record *record = *state;

    for (size_t i = 0; i < NV_COUNT_OF(cites); i++) {
        const nv_citation citation = citation_of(record, &cites[i].asked);
        nv_arena arena = {NULL};
        const nv_csl_item *item = nv_item_of_cite(
            record->registry, &citation,
            record_usual_style(record, citation.language), &arena, NULL);

        CHECK(item != NULL, cites[i].label);
        CHECK_STR(item->id, cites[i].id, cites[i].label);
        CHECK(!nv_csl_item_has(item, NV_CSL_QUOTATION), cites[i].label);
        CHECK(!nv_csl_item_has(item, NV_CSL_PINPOINT), cites[i].label);
        CHECK(!nv_csl_item_has(item, NV_CSL_END_PINPOINT), cites[i].label);
        nv_arena_release(&arena);
    }
}

static void check_date_words(const record *record, const nv_event *event,
                             nv_language language)
{
    for (size_t i = 0; i < event->date.variant_count; i++) {
        const asked asked = {.event = event->id,
                             .language = language,
                             .date_variant = (int)i + 1};
        nv_arena arena = {NULL};
        nv_csl_cite made;

        if (event->date.variants[i].what == NV_DATE_OTHER)
            continue;
        cite(record, &asked, &arena, &made);
        CHECK(nv_csl_item_has(made.as, NV_CSL_DATE_WORD), event->id);
        nv_arena_release(&arena);
    }
}

static void another_date_has_its_word_in_every_language(void **state)
{
    const record *record = *state;

    for (size_t i = 0; i < EVENTS; i++) {
        const nv_event *event = nv_registry_event(record->registry, i, NULL);

        for (int language = 0; language < NV_LANGUAGE_COUNT; language++)
            if (!event->document.is_none)
                check_date_words(record, event, (nv_language)language);
    }
}

static void what_cannot_be_cited_has_no_item(void **state)
{
    const record *record = *state;
    const nv_event *event = nv_registry_by_id(
        record->registry, "1954-03-31-bssr-ukrssr-claim", NULL);
    nv_arena arena = {NULL};
    nv_error err = {0};

    CHECK(!nv_item_of_event(record->registry, event,
                            record_usual_style(record, NV_LANGUAGE_EN), &arena,
                            &err),
          "no document, no source");
    CHECK(err.code == NV_ERROR_ARGUMENT, err.message);
    nv_arena_release(&arena);
}

/* Several documents of one edition, where a style lists editions. */
static void a_bibliography_says_nothing_twice(void **state)
{
    const record *record = *state;
    static const char *const ids[] = {"1952-03-10-stalin-note",
                                      "1952-03-25-western-reply",
                                      "1952-03-10-stalin-note"};
    nv_noted noted[NV_COUNT_OF(ids)];
    nv_note notes[NV_COUNT_OF(ids)], *entries;
    nv_error err = {0};
    size_t count;

    for (size_t i = 0; i < NV_COUNT_OF(ids); i++)
        noted[i] = (nv_noted){
            record->registry,
            citation_of(record,
                        &(asked){.event = ids[i], .language = NV_LANGUAGE_FR}),
            .note = (int32_t)i + 1, .is_alone = true};
    CHECK(nv_notes_write(noted, NV_COUNT_OF(ids),
                         record_usual_style(record, NV_LANGUAGE_FR), notes,
                         &entries, &count, &err),
          err.message);
    CHECK(count == 1, "one edition");
    for (size_t i = 0; i < NV_COUNT_OF(ids); i++)
        nv_note_release(&notes[i]);
    nv_note_release(&entries[0]);
    free(entries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cite_names_its_text_and_source_and_its_place),
        cmocka_unit_test(an_entry_has_its_source_and_no_words),
        cmocka_unit_test(another_date_has_its_word_in_every_language),
        cmocka_unit_test(what_cannot_be_cited_has_no_item),
        cmocka_unit_test(a_bibliography_says_nothing_twice),
    };

    return cmocka_run_group_tests(tests, record_setup, record_teardown);
}
