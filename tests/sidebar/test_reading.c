/* SPDX-License-Identifier: MPL-2.0 */
/* What is read of an event: over all events of the registry that is shipped,
 * everything that is recorded is said, and nothing that curators wrote for one
 * another. */
#include "properties.h"

#include "base/array.h"
#include "registry/packs.h"
#include "sidebar/reading.h"
#include "sidebar/say.h"
#include "sidebar/vocabulary.h"

enum { LONG_ENOUGH = 24 }; /* bytes that do not stand somewhere by chance */

static nv_packs *packs;
static nv_phrases english, french;

static int open_registry(void **state)
{
    (void)state;
    packs = nv_packs_new(NULL, NULL);
    english = read_phrases("en_US");
    french = read_phrases("fr");
    return nv_packs_add(packs, NV_BUILD "/registry.xml.gz", NULL) ? 0 : -1;
}

static int close_registry(void **state)
{
    (void)state;
    nv_packs_free(packs);
    return 0;
}

static nv_reading read_event(size_t number)
{
    const nv_registry *registry = nv_packs_own(packs);
    const nv_event *event = nv_registry_event(registry, number, NULL);

    assert_non_null(event);
    return (nv_reading){&english, NV_LANGUAGE_EN, packs, registry, event};
}

static nv_reading read_id(const char *id)
{
    const nv_registry *registry = NULL;
    const nv_event *event = nv_packs_event(packs, id, &registry, NULL);

    assert_non_null(event);
    return (nv_reading){&english, NV_LANGUAGE_EN, packs, registry, event};
}

/* Everything that the page says, one after another. */
static nv_buffer all_of(const nv_reading *reading)
{
    const nv_event *event = reading->event;
    nv_buffer all = NV_BUFFER_INIT;

    nv_reading_record(&all, reading);
    for (size_t i = 0; i < event->quotation_count; i++) {
        nv_buffer_add_char(&all, '\n');
        nv_reading_wording(&all, reading, i);
        nv_buffer_add_char(&all, '\n');
        nv_reading_wording_name(&all, reading, i);
    }
    for (size_t i = 0; i < event->relation_count; i++) {
        nv_buffer_add_char(&all, '\n');
        nv_reading_link(&all, reading, i);
    }
    return all;
}

/* NULL is not recorded, so it need not be said. */
static void is_said(const char *all, const nv_event *event, const char *what,
                    const char *text)
{
    if (text && !strstr(all, text))
        fail_msg("%s: %s is not said: %s", event->id, what, text);
}

/* Whether a text for everybody says the same. */
static bool is_public(const nv_event *event, const char *text)
{
    nv_buffer all = NV_BUFFER_INIT;
    bool is_found;

    for (size_t i = 0; i < event->quotation_count; i++) {
        const nv_quotation *q = &event->quotations[i];
        const char *texts[] = {q->caution.text[0], q->translation.text[0],
                               q->pinpoint.value,  q->translator,
                               q->of.text[0],      q->text};

        for (size_t k = 0; k < NV_COUNT_OF(texts); k++)
            nv_buffer_add_text(&all, texts[k] ? texts[k] : "");
    }
    for (size_t i = 0; i < event->source_count; i++) {
        const nv_source *s = &event->sources[i];
        const char *texts[] = {s->role_note.text[0], s->archive_ref, s->title,
                               s->item};

        for (size_t k = 0; k < NV_COUNT_OF(texts); k++)
            nv_buffer_add_text(&all, texts[k] ? texts[k] : "");
    }
    for (size_t i = 0; i < event->person_count; i++) {
        const char *office = event->people[i].office.text[0];

        nv_buffer_add_text(&all, office ? office : "");
    }
    for (size_t i = 0; i < event->conflict_count; i++)
        nv_buffer_add_text(&all, event->conflicts[i].text[0]);
    nv_buffer_add_text(&all, event->summary.text[0]);
    is_found = strstr(all.text, text) != NULL;
    nv_buffer_release(&all);
    return is_found;
}

static void is_not_said(const char *all, const nv_event *event,
                        const char *what, const char *text)
{
    if (text && strlen(text) >= LONG_ENOUGH && strstr(all, text) &&
        !is_public(event, text))
        fail_msg("%s: %s is said: %s", event->id, what, text);
}

static void is_day_said(const char *all, const nv_event *event,
                        const char *what, const char *iso)
{
    nv_buffer day = NV_BUFFER_INIT;

    if (iso)
        nv_say_date(&day, &english, iso);
    is_said(all, event, what, iso ? day.text : NULL);
    nv_buffer_release(&day);
}

static void are_said(const char *all, const nv_event *event, const char *what,
                     const nv_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        is_said(all, event, what, texts->items[i]);
}

static void check_event(const char *all, const nv_event *event)
{
    const nv_bilingual *texts[] = {
        &event->title,
        &event->summary,
        &event->document.genre,
        &event->document.from,
        &event->document.to,
        &event->document.description,
        &event->document.short_form,
    };

    for (size_t i = 0; i < NV_COUNT_OF(texts); i++)
        is_said(all, event, "text", texts[i]->text[NV_LANGUAGE_EN]);
    is_said(all, event, "title of the document", event->document.title);
    is_said(all, event, "place", event->place);
    is_day_said(all, event, "date", event->date.iso);
    is_day_said(all, event, "end", event->date.end);
    are_said(all, event, "party", &event->parties);
    for (size_t i = 0; i < event->conflict_count; i++)
        is_said(all, event, "conflict",
                event->conflicts[i].text[NV_LANGUAGE_EN]);
    for (size_t i = 0; i < event->date.variant_count; i++) {
        is_day_said(all, event, "date", event->date.variants[i].iso);
        is_not_said(all, event, "note on a date", event->date.variants[i].note);
    }
    for (size_t i = 0; i < event->person_count; i++) {
        const nv_person *person = &event->people[i];

        is_said(all, event, "person", person->name);
        is_said(all, event, "party of a person", person->for_party);
        is_said(all, event, "office", person->office.text[NV_LANGUAGE_EN]);
        is_not_said(all, event, "remark on a person",
                    person->remark.text[NV_LANGUAGE_EN]);
    }
}

static void check_wordings(const char *all, const nv_event *event)
{
    for (size_t i = 0; i < event->quotation_count; i++) {
        const nv_quotation *quotation = &event->quotations[i];
        const char *texts[] = {
            quotation->text,
            quotation->of.text[NV_LANGUAGE_EN],
            quotation->translator,
            quotation->translation.text[NV_LANGUAGE_EN],
            quotation->pinpoint.label,
            quotation->pinpoint.value,
            quotation->in_source.label,
            quotation->in_source.value,
            quotation->caution.text[NV_LANGUAGE_EN],
        };

        for (size_t k = 0; k < NV_COUNT_OF(texts); k++)
            is_said(all, event, "wording", texts[k]);
        is_day_said(all, event, "date of words", quotation->of_iso);
        is_not_said(all, event, "where words stand", quotation->where);
        is_not_said(all, event, "note on words", quotation->note);
    }
}

static void check_sources(const char *all, const nv_event *event)
{
    for (size_t i = 0; i < event->source_count; i++) {
        const nv_source *s = &event->sources[i];
        const char *texts[] = {
            s->title,
            s->item,
            s->container,
            s->collection,
            s->series,
            s->volume,
            s->part,
            s->volume_title,
            s->number,
            s->document,
            s->pages,
            s->columns,
            s->place,
            s->publisher,
            s->year,
            s->archive_ref,
            s->registration,
            s->short_form,
            s->institution,
            s->translator,
            s->role_note.text[NV_LANGUAGE_EN],
            s->url_ok ? s->url : NULL,
        };

        for (size_t k = 0; k < NV_COUNT_OF(texts); k++)
            is_said(all, event, "source", texts[k]);
        are_said(all, event, "author", &s->authors);
        are_said(all, event, "editor", &s->editors);
        is_day_said(all, event, "date of a source", s->date);
        is_not_said(all, event, "basis", s->basis);
        is_not_said(all, event, "note on a source", s->note);
        if (!s->url_ok)
            is_not_said(all, event, "address not to be opened", s->url);
    }
}

static void check_treaty(const char *all, const nv_event *event)
{
    const nv_treaty *treaty = event->treaty;

    is_day_said(all, event, "in force", treaty->in_force);
    is_said(all, event, "term", treaty->term.text[NV_LANGUAGE_EN]);
    is_said(all, event, "notes", treaty->notes.text[NV_LANGUAGE_EN]);
    is_said(all, event, "note", treaty->in_force_note.text[NV_LANGUAGE_EN]);
    are_said(all, event, "depositary", &treaty->depositary);
    for (size_t i = 0; i < treaty->reference_count; i++) {
        const nv_treaty_reference *r = &treaty->references[i];
        const char *texts[] = {
            r->series, r->volume,       r->part, r->page,
            r->number, r->registration, r->year, r->note.text[NV_LANGUAGE_EN],
        };

        for (size_t k = 0; k < NV_COUNT_OF(texts); k++)
            is_said(all, event, "reference", texts[k]);
    }
}

static void everything_recorded_is_said(void **unused)
{
    const size_t count = nv_registry_event_count(nv_packs_own(packs));

    (void)unused;
    CHECK(count >= 132, "events of the registry");
    for (size_t i = 0; i < count; i++) {
        const nv_reading reading = read_event(i);
        nv_buffer all = all_of(&reading);

        check_event(all.text, reading.event);
        check_wordings(all.text, reading.event);
        check_sources(all.text, reading.event);
        if (reading.event->treaty)
            check_treaty(all.text, reading.event);
        nv_buffer_release(&all);
    }
}

static void every_link_leads_to_an_event(void **unused)
{
    const size_t count = nv_registry_event_count(nv_packs_own(packs));

    (void)unused;
    for (size_t i = 0; i < count; i++) {
        const nv_reading reading = read_event(i);

        for (size_t k = 0; k < reading.event->relation_count; k++) {
            const nv_registry *registry = NULL;
            const nv_event *target = nv_reading_target(&reading, k, &registry);

            assert_non_null(target);
            CHECK_STR(target->id, reading.event->relations[k].target, "target");
        }
    }
}

static void a_link_to_nowhere_says_so(void **unused)
{
    static const nv_relation lost = {"replies-to", "1900-01-01-nothing"};
    nv_reading reading = read_event(0);
    nv_event event = *reading.event;
    nv_buffer text = NV_BUFFER_INIT;
    const nv_registry *registry = NULL;

    (void)unused;
    event.relations = &lost;
    event.relation_count = 1;
    reading.event = &event;
    CHECK(!nv_reading_target(&reading, 0, &registry), "no event");
    nv_reading_link(&text, &reading, 0);
    CHECK_STR(text.text,
              "Answers: 1900-01-01-nothing (in no pack that is installed)",
              "the link");
    nv_buffer_release(&text);
}

static void the_famous_sentence_is_told_to_be_of_2001(void **unused)
{
    const nv_reading reading = read_id("1954-05-07-tripartite-reply");
    nv_buffer all = all_of(&reading);

    (void)unused;
    CHECK(strstr(all.text, "In circulation\n"), "a heading");
    CHECK(strstr(all.text, "ne mérite pas d’être discuté"), "the sentence");
    CHECK(strstr(all.text, "16 June 2001"), "where it belongs");
    CHECK(strstr(all.text, "not to be quoted"), "the translation back");
    nv_buffer_release(&all);
}

static void original_and_translation_stand_side_by_side(void **unused)
{
    const nv_event *tass =
        read_id("1968-08-21-tass-statement-czechoslovakia").event;
    const nv_event *reply = read_id("1954-05-07-tripartite-reply").event;
    const nv_event *warsaw = read_id("1955-05-14-warsaw-treaty").event;

    (void)unused;
    assert_int_equal(nv_reading_beside(tass, 0), 1);
    assert_int_equal(nv_reading_beside(tass, 1), 0);
    assert_int_equal(nv_reading_beside(reply, 0), -1);
    assert_int_equal(nv_reading_beside(warsaw, 0), -1);
}

static void only_addresses_of_the_web_are_opened(void **unused)
{
    static const struct {
        const char *label, *url;
        bool is_ok, is_opened;
    } cases[] = {
        {"https", "https://history.state.gov/a", true, true},
        {"http", "http://example.org", true, true},
        {"a file", "file:///etc/passwd", true, false},
        {"a macro", "vnd.sun.star.script:a", true, false},
        {"not for notes", "https://example.org", false, false},
        {"none", NULL, true, false},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        const nv_source source = {.url = cases[i].url,
                                  .url_ok = cases[i].is_ok};

        CHECK(!!nv_reading_address(&source) == cases[i].is_opened,
              cases[i].label);
    }
}

static void the_host_of_an_address_is_named(void **unused)
{
    nv_buffer host = NV_BUFFER_INIT;

    (void)unused;
    nv_reading_host(&host, "https://history.state.gov/historicaldocuments?x");
    CHECK_STR(host.text, "history.state.gov", "host");
    nv_buffer_release(&host);
}

/* The number of items, which commas part. */
static size_t items_of(const char *phrase)
{
    size_t count = 1;

    for (; *phrase; phrase++)
        count += *phrase == ',';
    return count;
}

static void lists_have_an_item_for_each_word(void **unused)
{
    static const struct {
        nv_phrase phrase;
        size_t count; /* 0: a vocabulary */
    } lists[] = {
        {NV_PHRASE_LANGUAGES, 0},
        {NV_PHRASE_PLACE_ROLES, 0},
        {NV_PHRASE_LOCATORS, 0},
        {NV_PHRASE_SOURCE_TYPES, 0},
        {NV_PHRASE_ACCESS, 0},
        {NV_PHRASE_RELATIONS, 0},
        {NV_PHRASE_KINDS, NV_KIND_COUNT},
        {NV_PHRASE_STATUSES, NV_STATUS_COUNT},
        {NV_PHRASE_ROLES, NV_ROLE_COUNT},
        {NV_PHRASE_AS, NV_AS_COUNT},
        {NV_PHRASE_HOLDS, NV_HOLDS_COUNT},
        {NV_PHRASE_VERDICTS, NV_VERDICT_COUNT},
        {NV_PHRASE_ORIGINALS, NV_ORIGINAL_NO + 1},
        {NV_PHRASE_CHECKED, NV_CHECKED_NO + 1},
    };

    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(lists); i++) {
        const size_t count = lists[i].count
                                 ? lists[i].count
                                 : nv_vocabulary_count(lists[i].phrase);

        CHECK(items_of(english.text[lists[i].phrase]) == count,
              nv_phrase_key(lists[i].phrase));
        CHECK(items_of(french.text[lists[i].phrase]) == count,
              nv_phrase_key(lists[i].phrase));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_recorded_is_said),
        cmocka_unit_test(every_link_leads_to_an_event),
        cmocka_unit_test(a_link_to_nowhere_says_so),
        cmocka_unit_test(the_famous_sentence_is_told_to_be_of_2001),
        cmocka_unit_test(original_and_translation_stand_side_by_side),
        cmocka_unit_test(only_addresses_of_the_web_are_opened),
        cmocka_unit_test(the_host_of_an_address_is_named),
        cmocka_unit_test(lists_have_an_item_for_each_word),
    };

    return cmocka_run_group_tests(tests, open_registry, close_registry);
}
