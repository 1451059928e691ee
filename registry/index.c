/* SPDX-License-Identifier: MPL-2.0 */
/* See index.h.
 *
 * Building is a walk over all texts that notes (word, place) pairs, then one
 * sort of the distinct words and one counting sort of the pairs. */
#include "registry/index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "registry/date_words.h"
#include "registry/fold.h"
#include "registry/store.h"

/* Words by which people ask for a kind of event, beside its name in the data;
 * both languages. */
static const char *const kind_words[NV_KIND_COUNT] = {
    [NV_KIND_TREATY] = "treaty agreement pact traité accord pacte",
    [NV_KIND_NOTE] = "note memorandum mémorandum",
    [NV_KIND_REPLY] = "reply answer response réponse",
    [NV_KIND_REFUSAL] = "refusal refuse refused rejection reply answer refus "
                        "refuse refusé rejet réponse",
    [NV_KIND_SPEECH] = "speech address discours allocution",
    [NV_KIND_STATEMENT] = "statement déclaration propos",
    [NV_KIND_CONFERENCE] = "conference meeting conférence réunion",
    [NV_KIND_DECLARATION] = "declaration déclaration",
    [NV_KIND_WITHDRAWAL] = "withdrawal denunciation retrait dénonciation",
    [NV_KIND_RESOLUTION] = "resolution résolution",
};

/* A word met at a place. */
typedef struct {
    uint32_t term;
    nv_posting posting;
} mention;

typedef struct {
    nv_arena *arena;
    nv_term *terms; /* in the order they were met; count: mentions */
    size_t term_count, term_capacity;
    uint32_t *slots; /* hash table of terms + 1; 0: free */
    size_t slot_count;
    mention *mentions;
    size_t mention_count, mention_capacity;
    nv_dating *datings;
    size_t dating_count, dating_capacity;
    uint16_t (*lengths)[NV_ZONE_COUNT];
    uint16_t quotation; /* the one being walked over, or 0 */
    struct name_mentions {
        size_t first, count; /* of the mentions a name gave, or count 0 */
    } * names;
    bool failed; /* memory ran out; nothing more is done */
} builder;

/* Makes room for one more element. */
static void *grow(builder *b, void *items, size_t count, size_t *capacity,
                  size_t size)
{
    size_t wanted = *capacity ? *capacity * 2 : 1024;
    void *larger;

    if (count < *capacity)
        return items;
    larger = realloc(items, wanted * size);
    if (!larger) {
        b->failed = true;
        return items;
    }
    *capacity = wanted;
    return larger;
}

/* The dictionary. */

static uint32_t hash_of(const char *word, size_t len)
{
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)word[i]) * 16777619u;
    return hash;
}

static uint32_t *slot_of(const builder *b, const char *word, size_t len)
{
    size_t at = hash_of(word, len) & (b->slot_count - 1);

    while (b->slots[at] && strcmp(b->terms[b->slots[at] - 1].word, word) != 0)
        at = (at + 1) & (b->slot_count - 1);
    return &b->slots[at];
}

/* Keeps the hash table at most half full; its size is a power of two. */
static void widen_slots(builder *b)
{
    size_t count = b->slot_count ? b->slot_count * 2 : 16384;
    uint32_t *slots;

    if (b->term_count * 2 < b->slot_count)
        return;
    slots = calloc(count, sizeof *slots);
    if (!slots) {
        b->failed = true;
        return;
    }
    free(b->slots);
    b->slots = slots;
    b->slot_count = count;
    for (size_t i = 0; i < b->term_count; i++) {
        const char *word = b->terms[i].word;

        *slot_of(b, word, strlen(word)) = (uint32_t)i + 1;
    }
}

static uint32_t term_of(builder *b, const char *word, size_t len)
{
    uint32_t *slot;
    const char *kept;

    widen_slots(b);
    b->terms =
        grow(b, b->terms, b->term_count, &b->term_capacity, sizeof *b->terms);
    if (b->failed)
        return 0;
    slot = slot_of(b, word, len);
    if (*slot)
        return *slot - 1;
    kept = nv_arena_text(b->arena, word, len);
    if (!kept) {
        b->failed = true;
        return 0;
    }
    b->terms[b->term_count] = (nv_term){kept, 0, 0};
    *slot = (uint32_t)++b->term_count;
    return *slot - 1;
}

/* Noting words and dates. */

static void note_term(builder *b, uint32_t record, nv_zone zone, uint32_t term)
{
    b->mentions = grow(b, b->mentions, b->mention_count, &b->mention_capacity,
                       sizeof *b->mentions);
    if (b->failed)
        return;
    b->terms[term].count++;
    b->mentions[b->mention_count++] =
        (mention){term, {record, b->quotation, (uint8_t)zone, 1}};
    if (b->lengths[record][zone] < UINT16_MAX)
        b->lengths[record][zone]++;
}

/* Returns the word as the dictionary holds it, or NULL without memory. */
static const char *note_word(builder *b, uint32_t record, nv_zone zone,
                             const nv_fold *fold)
{
    uint32_t term = term_of(b, fold->word, fold->word_len);

    if (b->failed)
        return NULL;
    note_term(b, record, zone, term);
    return b->terms[term].word;
}

static void note_date(builder *b, uint32_t record, nv_zone zone,
                      const nv_days *days, nv_date_standing standing)
{
    b->datings = grow(b, b->datings, b->dating_count, &b->dating_capacity,
                      sizeof *b->datings);
    if (!b->failed)
        b->datings[b->dating_count++] =
            (nv_dating){*days, record, (uint8_t)zone, (uint8_t)standing};
}

/* The words read last, the latest at the end. */
typedef struct {
    const char *words[NV_DATE_WORDS_MAX];
} recent;

static void remember(recent *last, const char *word)
{
    memmove(last->words, last->words + 1,
            (NV_DATE_WORDS_MAX - 1) * sizeof *last->words);
    last->words[NV_DATE_WORDS_MAX - 1] = word;
}

/* Dates in texts end with their year: notes the longest that ends here. */
static void note_mentioned_date(builder *b, uint32_t record, nv_zone zone,
                                const recent *last)
{
    for (size_t i = 0; i < NV_DATE_WORDS_MAX; i++) {
        const size_t count = NV_DATE_WORDS_MAX - i;
        nv_days days;

        if (last->words[i] &&
            nv_date_words_read(last->words + i, count, &days) == count) {
            note_date(b, record, zone, &days, NV_DATE_MENTIONED);
            return;
        }
    }
}

static bool may_be_year(const nv_fold *fold)
{
    return fold->word_len == 4 && fold->word[0] >= '1' && fold->word[0] <= '2';
}

/* Notes all words of a text and the dates it mentions; NULL has none. */
static void note_text(builder *b, uint32_t record, nv_zone zone,
                      const char *text)
{
    recent last = {{NULL}};
    nv_fold fold;

    if (!text)
        return;
    nv_fold_init(&fold, text, strlen(text));
    while (!b->failed && nv_fold_next(&fold)) {
        remember(&last, note_word(b, record, zone, &fold));
        if (!b->failed && may_be_year(&fold))
            note_mentioned_date(b, record, zone, &last);
    }
}

static void note_bilingual(builder *b, uint32_t record, nv_zone zone,
                           const nv_bilingual *text)
{
    for (size_t i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++)
        note_text(b, record, zone, text->text[i]);
}

static void note_texts(builder *b, uint32_t record, nv_zone zone,
                       const nv_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        note_text(b, record, zone, texts->items[i]);
}

/* A name under all its forms: USSR, URSS, СССР are one party. */
static void note_forms(builder *b, uint32_t record, nv_zone zone,
                       const nv_name *name)
{
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        note_text(b, record, zone, name->in[i]);
    note_texts(b, record, zone, &name->variants);
}

/* A name is folded once, at the first record that has it; later ones copy what
 * was noted then. */
static void note_name(builder *b, uint32_t record, nv_zone zone,
                      const nv_registry *registry, const char *canonical)
{
    size_t index;
    struct name_mentions *seen;

    if (!nv_store_find_name(registry, canonical, &index)) {
        note_text(b, record, zone, canonical);
        return;
    }
    seen = &b->names[index];
    if (seen->count == 0) {
        seen->first = b->mention_count;
        note_forms(b, record, zone, registry->names[index]);
        seen->count = b->mention_count - seen->first;
        return;
    }
    for (size_t i = 0; i < seen->count && !b->failed; i++)
        note_term(b, record, zone, b->mentions[seen->first + i].term);
}

/* The date of the record itself, and its parts as words, so that one still
 * being typed ("31 ma", "1954-0") finds it. */
static void note_iso(builder *b, uint32_t record, const char *iso,
                     const char *end, nv_date_standing standing)
{
    nv_days days, until;
    int month, day;
    char words[80];

    if (!nv_days_from_iso(iso, &days))
        return;
    if (end && nv_days_from_iso(end, &until))
        days.last = until.last;
    note_date(b, record, NV_ZONE_DATE, &days, standing);
    month = days.first / 100 % 100;
    day = days.first % 100;
    note_text(b, record, NV_ZONE_DATE, iso);
    if (month == 0)
        return;
    snprintf(words, sizeof words, day ? "%s %s %d %d" : "%s %s %d",
             nv_date_words_month(month, NV_LANGUAGE_EN),
             nv_date_words_month(month, NV_LANGUAGE_FR), month, day);
    note_text(b, record, NV_ZONE_DATE, words);
}

/* Walking over the records. */

static void note_document(builder *b, uint32_t record,
                          const nv_document *document)
{
    note_bilingual(b, record, NV_ZONE_DOCUMENT, &document->description);
    note_bilingual(b, record, NV_ZONE_DOCUMENT, &document->short_form);
    note_text(b, record, NV_ZONE_DOCUMENT, document->title);
}

static void note_names(builder *b, uint32_t record, const nv_registry *registry,
                       const nv_event *event)
{
    for (size_t i = 0; i < event->person_count; i++)
        note_name(b, record, NV_ZONE_PEOPLE, registry, event->people[i].name);
    for (size_t i = 0; i < event->parties.count; i++)
        note_name(b, record, NV_ZONE_PARTY, registry, event->parties.items[i]);
}

static void note_dates(builder *b, uint32_t record, const nv_event_date *date)
{
    note_iso(b, record, date->iso, date->end, NV_DATE_OF_RECORD);
    for (size_t i = 0; i < date->variant_count; i++)
        note_iso(b, record, date->variants[i].iso, NULL, NV_DATE_OF_VARIANT);
}

static void note_quotations(builder *b, uint32_t record, const nv_event *event,
                            nv_index *index)
{
    for (size_t i = 0; i < event->quotation_count; i++) {
        const nv_quotation *quotation = &event->quotations[i];

        if (index->quotation_count <= UINT16_MAX) {
            b->quotation = (uint16_t)index->quotation_count;
            index->quotations[index->quotation_count++] = quotation;
        }
        note_text(b, record, NV_ZONE_QUOTATION, quotation->text);
        note_bilingual(b, record, NV_ZONE_QUOTATION, &quotation->of);
        b->quotation = 0;
    }
}

static void note_sources(builder *b, uint32_t record, const nv_event *event)
{
    for (size_t i = 0; i < event->source_count; i++) {
        const nv_source *source = &event->sources[i];

        note_texts(b, record, NV_ZONE_SOURCE, &source->authors);
        note_text(b, record, NV_ZONE_SOURCE, source->title);
        note_text(b, record, NV_ZONE_SOURCE, source->item);
        note_text(b, record, NV_ZONE_SOURCE, source->short_form);
    }
}

static void note_event(builder *b, uint32_t record, const nv_registry *registry,
                       nv_index *index)
{
    const nv_event *event = registry->events[record];

    note_bilingual(b, record, NV_ZONE_TITLE, &event->title);
    note_document(b, record, &event->document);
    note_text(b, record, NV_ZONE_KIND, kind_words[event->kind]);
    note_dates(b, record, &event->date);
    note_names(b, record, registry, event);
    note_text(b, record, NV_ZONE_PLACE, event->place);
    note_bilingual(b, record, NV_ZONE_SUMMARY, &event->summary);
    note_quotations(b, record, event, index);
    note_sources(b, record, event);
}

/* From what was noted to the index. */

static int compare_terms(const void *a, const void *b)
{
    return strcmp((*(const nv_term *const *)a)->word,
                  (*(const nv_term *const *)b)->word);
}

/* Writes the terms in order, with `first` of each set and count 0; `places` is
 * for each old term its new one. */
static bool sort_terms(const builder *b, nv_term *sorted, uint32_t *places)
{
    const nv_term **order = malloc((b->term_count + 1) * sizeof *order);
    uint32_t first = 0;

    if (!order)
        return false;
    for (size_t i = 0; i < b->term_count; i++)
        order[i] = &b->terms[i];
    qsort(order, b->term_count, sizeof *order, compare_terms);
    for (size_t i = 0; i < b->term_count; i++) {
        sorted[i] = (nv_term){order[i]->word, first, 0};
        first += order[i]->count;
        places[order[i] - b->terms] = (uint32_t)i;
    }
    free(order);
    return true;
}

static bool is_same_place(const nv_posting *a, const nv_posting *b)
{
    return a->record == b->record && a->zone == b->zone &&
           a->quotation == b->quotation;
}

/* Adds a posting to its term, or counts it where it stands already. Mentions
 * come in the order of records, so postings are in that order too. */
static void post(nv_term *term, nv_posting *postings, const nv_posting *posting)
{
    nv_posting *last = postings + term->first + term->count - 1;

    if (term->count == 0 || !is_same_place(last, posting))
        postings[term->first + term->count++] = *posting;
    else if (last->count < UINT8_MAX)
        last->count++;
}

static bool keep_postings(const builder *b, nv_index *index)
{
    nv_term *terms = nv_arena_array(b->arena, b->term_count, sizeof *terms);
    nv_posting *postings =
        nv_arena_array(b->arena, b->mention_count, sizeof *postings);
    uint32_t *places = malloc((b->term_count + 1) * sizeof *places);
    bool is_kept = terms && postings && places && sort_terms(b, terms, places);

    for (size_t i = 0; is_kept && i < b->mention_count; i++)
        post(&terms[places[b->mentions[i].term]], postings,
             &b->mentions[i].posting);
    free(places);
    index->terms = terms;
    index->term_count = b->term_count;
    index->postings = postings;
    return is_kept;
}

static bool keep_datings(const builder *b, nv_index *index)
{
    nv_dating *datings =
        nv_arena_array(b->arena, b->dating_count, sizeof *datings);

    if (!datings)
        return false;
    if (b->dating_count)
        memcpy(datings, b->datings, b->dating_count * sizeof *datings);
    index->datings = datings;
    index->dating_count = b->dating_count;
    return true;
}

static void measure_lengths(const builder *b, nv_index *index)
{
    for (size_t zone = 0; zone < NV_ZONE_COUNT; zone++) {
        double sum = 0;
        size_t filled = 0;

        for (size_t i = 0; i < index->record_count; i++) {
            sum += b->lengths[i][zone];
            filled += b->lengths[i][zone] > 0;
        }
        index->average_length[zone] = filled ? sum / (double)filled : 1;
    }
    index->lengths = (const uint16_t(*)[NV_ZONE_COUNT])b->lengths;
}

/* Shorter ones are words of other languages too ("us"). */
enum { SHORTEST_SYNONYM = 3 };

/* Adds a form of a name to the synonyms if it is one word, and new. */
static void add_synonym(const builder *b, nv_synonym *synonyms, size_t *count,
                        uint32_t name, const char *form)
{
    nv_fold fold;
    uint32_t term;

    if (!form)
        return;
    nv_fold_init(&fold, form, strlen(form));
    if (!nv_fold_next(&fold) || fold.word_len < SHORTEST_SYNONYM)
        return;
    term = *slot_of(b, fold.word, fold.word_len);
    if (term == 0 || nv_fold_next(&fold))
        return;
    synonyms[*count].word = b->terms[term - 1].word;
    synonyms[*count].name = name;
    ++*count;
}

static int compare_synonyms(const void *a, const void *b)
{
    const nv_synonym *x = a, *y = b;
    int order = strcmp(x->word, y->word);

    return order ? order : (x->name > y->name) - (x->name < y->name);
}

static size_t count_forms(const nv_registry *registry)
{
    size_t count = 0;

    for (size_t i = 0; i < registry->name_count; i++)
        count += NV_LANGUAGE_COUNT + registry->names[i]->variants.count;
    return count;
}

static bool keep_synonyms(const builder *b, const nv_registry *registry,
                          nv_index *index)
{
    nv_synonym *synonyms =
        nv_arena_array(b->arena, count_forms(registry), sizeof *synonyms);
    size_t count = 0;

    if (!synonyms)
        return false;
    for (size_t i = 0; b->slots && i < registry->name_count; i++) {
        const nv_name *name = registry->names[i];

        if (name->type != NV_NAME_STATE && name->type != NV_NAME_ORGANISATION)
            continue;
        for (size_t k = 0; k < NV_LANGUAGE_COUNT; k++)
            add_synonym(b, synonyms, &count, (uint32_t)i, name->in[k]);
        for (size_t k = 0; k < name->variants.count; k++)
            add_synonym(b, synonyms, &count, (uint32_t)i,
                        name->variants.items[k]);
    }
    qsort(synonyms, count, sizeof *synonyms, compare_synonyms);
    index->synonyms = synonyms;
    index->synonym_count = count;
    return true;
}

/* Counts the relations of one event at their targets; each is one of ours, the
 * reader has seen to that. */
static void count_links(const nv_registry *registry, const nv_event *event,
                        uint16_t *links)
{
    for (size_t i = 0; i < event->relation_count; i++) {
        const nv_event *target =
            nv_registry_by_id(registry, event->relations[i].target);
        uint16_t *count = &links[nv_store_index_of(registry, target)];

        *count += *count < UINT16_MAX;
    }
}

static bool keep_links(const builder *b, const nv_registry *registry,
                       nv_index *index)
{
    uint16_t *links =
        nv_arena_array(b->arena, index->record_count, sizeof *links);

    for (size_t i = 0; links && i < registry->event_count; i++)
        count_links(registry, registry->events[i], links);
    index->links = links;
    return links != NULL;
}

static size_t count_quotations(const nv_registry *registry)
{
    size_t count = 0;

    for (size_t i = 0; i < registry->event_count; i++)
        count += registry->events[i]->quotation_count;
    return count;
}

static bool note_all(builder *b, const nv_registry *registry, nv_index *index)
{
    index->record_count = registry->event_count + registry->statement_count;
    index->quotation_count = 1; /* 0 stands for none */
    index->quotations = nv_arena_array(b->arena, count_quotations(registry) + 1,
                                       sizeof *index->quotations);
    b->lengths =
        nv_arena_array(b->arena, index->record_count, sizeof *b->lengths);
    b->names = calloc(registry->name_count + 1, sizeof *b->names);
    if (!index->quotations || !b->lengths || !b->names)
        return false;
    for (size_t i = 0; i < registry->event_count; i++)
        note_event(b, (uint32_t)i, registry, index);
    for (size_t i = 0; i < registry->statement_count; i++)
        note_text(b, (uint32_t)(registry->event_count + i), NV_ZONE_STATEMENT,
                  registry->statements[i].words);
    return !b->failed;
}

bool nv_index_build(nv_registry *registry, nv_index *index)
{
    builder b = {.arena = &registry->arena};
    bool is_built = note_all(&b, registry, index) && keep_postings(&b, index) &&
                    keep_datings(&b, index) &&
                    keep_links(&b, registry, index) &&
                    keep_synonyms(&b, registry, index);

    if (is_built)
        measure_lengths(&b, index);
    free(b.names);
    free(b.terms);
    free(b.slots);
    free(b.mentions);
    free(b.datings);
    return is_built;
}

/* Looking up. */

/* The first term that is not less than the word, or, with past_prefix, the
 * first that is greater and does not begin with it. */
static size_t lower_bound(const nv_index *index, const char *word, size_t len,
                          bool past_prefix)
{
    size_t low = 0, high = index->term_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = past_prefix ? strncmp(index->terms[middle].word, word, len)
                                : strcmp(index->terms[middle].word, word);

        if (order < 0 || (order == 0 && past_prefix))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const nv_term *nv_index_find(const nv_index *index, const char *prefix,
                             bool is_whole, size_t *count)
{
    size_t len = strlen(prefix);
    size_t first = lower_bound(index, prefix, len, false);
    size_t past = lower_bound(index, prefix, len, true);

    if (is_whole && past > first)
        past = first + (strcmp(index->terms[first].word, prefix) == 0 ? 1 : 0);
    *count = past - first;
    return index->terms + first;
}
