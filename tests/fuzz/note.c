/* SPDX-License-Identifier: MPL-2.0 */
/* A citation as a document of anybody's may hold it, over the registry we ship:
 * any wording, parts, language, style, date, locator and source. */
#include "base/array.h"
#include "ours.h"
#include "use.h"

enum { LONGEST = 512 };

static const char *const labels[] = {
    "article", "chapter", "column", "folio",    "note",     "page",      "line",
    "part",    "section", "volume", "preamble", "document", "paragraph",
};

/* The text of the input, valid UTF-8 as all that comes from the office. */
typedef struct {
    char value[LONGEST], label[LONGEST], source[LONGEST];
} texts;

static bool take_texts(fuzz_input *input, texts *t)
{
    take_line(input, t->value, sizeof t->value);
    take_line(input, t->label, sizeof t->label);
    take_line(input, t->source, sizeof t->source);
    return is_utf8(t->value) && is_utf8(t->label) && is_utf8(t->source);
}

static const char *choose_label(unsigned choice, const texts *t)
{
    if (choice < NV_COUNT_OF(labels))
        return labels[choice];
    return choice % 2 ? t->label : NULL;
}

static const char *choose_source(const nv_event *event, unsigned choice,
                                 const texts *t)
{
    if (choice < event->source_count)
        return event->sources[choice].key;
    return choice % 2 ? t->source : NULL;
}

static void check_parts(const nv_registry *registry,
                        const nv_citation *citation)
{
    for (nv_part part = NV_PART_DATE; part <= NV_PART_SOURCE; part *= 2) {
        nv_word why = NV_WORD_COUNT;
        bool has = nv_note_has_part(registry, citation, part, &why);

        DEMAND(has == (why == NV_WORD_COUNT),
               "a part that is missing has a reason");
    }
}

/* A document of two of them, the second a later note. */
static void check_document(const nv_citation *citation, nv_note_style *style)
{
    const nv_noted noted[] = {
        {our_registry(), *citation, .note = 1, .is_alone = true},
        {our_registry(), *citation, .note = 2, .is_alone = true}};
    nv_note notes[2], *entries;
    nv_error err = {0};
    size_t count;

    DEMAND(nv_notes_write(noted, 2, style, notes, &entries, &count, &err),
           err.message);
    for (size_t i = 0; i < 2; i++) {
        check_note(&notes[i]);
        nv_note_release(&notes[i]);
    }
    for (size_t i = 0; i < count; i++) {
        check_note(&entries[i]);
        nv_note_release(&entries[i]);
    }
    free(entries);
}

static void check(const nv_citation *citation, nv_note_style *style)
{
    const nv_registry *registry = our_registry();
    nv_error err = {0};
    nv_note note;

    check_parts(registry, citation);
    nv_note_source(citation);
    if (nv_note_write(registry, citation, style, &note, &err)) {
        check_note(&note);
        check_document(citation, style);
    } else {
        DEMAND(err.code == NV_ERROR_ARGUMENT, "refused for what was asked");
        DEMAND(is_utf8(err.message), "the sentence is UTF-8");
        DEMAND(note.count == 0, "a note that fails is empty");
    }
    nv_note_release(&note);
}

/* The first two are those of old inputs. */
static const nv_language languages[] = {NV_LANGUAGE_EN, NV_LANGUAGE_FR,
                                        NV_LANGUAGE_DE, NV_LANGUAGE_ES,
                                        NV_LANGUAGE_RU};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_input input = {data, data + size};
    const nv_registry *registry = our_registry();
    uint8_t event = take_byte(&input), quotation = take_byte(&input);
    uint8_t parts = take_byte(&input), language = take_byte(&input);
    uint8_t date = take_byte(&input), label = take_byte(&input);
    uint8_t source = take_byte(&input);
    nv_citation citation = {
        .event = nv_registry_event(
            registry, event % nv_registry_event_count(registry), NULL),
        .quotation = (int8_t)quotation,
        .parts = parts,
        .language = languages[language % NV_COUNT_OF(languages)],
        .date_variant = (int8_t)date,
    };
    texts t;

    if (!take_texts(&input, &t))
        return 0;
    citation.locator = (nv_locator){choose_label(label, &t), t.value};
    citation.source = choose_source(citation.event, source, &t);
    check(&citation,
          our_style(language / NV_COUNT_OF(languages), citation.language));
    return 0;
}
