/* SPDX-License-Identifier: MPL-2.0 */
/* See state.h. */
#include "sidebar/state.h"

#include <string.h>

#include "base/array.h"
#include "registry/search/passage.h"
#include "sidebar/first_wording.h"
#include "sidebar/find_style.h"

static const struct {
    nv_part part;
    nv_phrase name;
    bool is_wanted; /* at first: no manual asks for signatories */
} parts[NV_STATE_PARTS] = {
    {NV_PART_DATE, NV_PHRASE_DATE, true},
    {NV_PART_SIGNATORIES, NV_PHRASE_SIGNATORIES, false},
    {NV_PART_WORDING, NV_PHRASE_WORDING, true},
    {NV_PART_SOURCE, NV_PHRASE_SOURCE, true},
};

void nv_state_init(nv_state *state, const nv_packs *packs, nv_tongue words)
{
    memset(state, 0, sizeof *state);
    state->packs = packs;
    state->tongue = words;
    state->words = nv_tongue_described(words);
    state->language = state->words;
    state->language_chosen = NV_LANGUAGE_COUNT;
    state->row = NV_STATE_NO_ROW;
    nv_filtering_init(&state->filtering);
    nv_buffer_init(&state->passage);
    nv_buffer_init(&state->query);
    nv_buffer_init(&state->locator);
    nv_buffer_init(&state->prefix);
    nv_buffer_init(&state->suffix);
    nv_buffer_init(&state->source);
    nv_buffer_init(&state->chosen_style);
    nv_buffer_init(&state->document_style);
    for (size_t i = 0; i < NV_COUNT_OF(parts); i++) {
        state->parts[i].part = parts[i].part;
        state->parts[i].name = parts[i].name;
        state->parts[i].is_wanted = parts[i].is_wanted;
        state->parts[i].why = "";
    }
}

void nv_state_release(nv_state *state)
{
    nv_note_release(&state->note);
    nv_finder_free(state->finder);
    nv_filtering_release(&state->filtering);
    nv_buffer_release(&state->passage);
    nv_buffer_release(&state->query);
    nv_buffer_release(&state->locator);
    nv_buffer_release(&state->prefix);
    nv_buffer_release(&state->suffix);
    nv_buffer_release(&state->source);
    nv_buffer_release(&state->chosen_style);
    nv_buffer_release(&state->document_style);
    memset(state, 0, sizeof *state);
    state->row = NV_STATE_NO_ROW;
}

const nv_hit *nv_state_hit(const nv_state *state)
{
    if (state->row < 0 || (size_t)state->row >= state->hit_count)
        return NULL;
    return &state->hits[state->row];
}

bool nv_state_has_note(const nv_state *state)
{
    return state->note.count > 0;
}

unsigned nv_state_parts(const nv_state *state)
{
    unsigned bits = 0;

    for (size_t i = 0; i < NV_STATE_PARTS; i++)
        if (state->parts[i].is_wanted)
            bits |= state->parts[i].part;
    return bits;
}

const char *nv_state_origin(const nv_state *state, const nv_registry *registry)
{
    return registry == nv_packs_own(state->packs) ? NULL
                                                  : nv_registry_pack(registry);
}

bool nv_state_citation(const nv_state *state, nv_citation *citation)
{
    memset(citation, 0, sizeof *citation);
    if (!state->event)
        return false;
    citation->event = state->event;
    if (state->wording > 0)
        citation->quotation = state->wordings[state->wording - 1]->number;
    citation->parts = nv_state_parts(state);
    citation->language = state->language;
    if (state->typed.label) {
        citation->locator.label = state->typed.label;
        citation->locator.value = state->typed.value;
    }
    citation->source = state->source.len > 0 ? state->source.text : NULL;
    citation->date_variant = state->date_variant;
    citation->prefix = state->prefix.text;
    citation->suffix = state->suffix.text;
    return true;
}

static void judge_parts(nv_state *state, const nv_citation *citation)
{
    for (size_t i = 0; i < NV_STATE_PARTS; i++) {
        nv_state_part *part = &state->parts[i];
        nv_word why = NV_WORD_COUNT;

        part->is_available =
            citation->event &&
            nv_note_has_part(state->registry, citation, part->part, &why);
        part->why = why < NV_WORD_COUNT ? nv_say(why, state->tongue) : "";
    }
}

/* Writes anew what follows from what is chosen. */
static void follow(nv_state *state)
{
    nv_citation citation;

    nv_note_release(&state->note);
    nv_error_clear(&state->trouble);
    if (nv_state_citation(state, &citation) && state->style)
        nv_note_write(state->registry, &citation, state->style, &state->note,
                      &state->trouble);
    judge_parts(state, &citation);
}

static void list_wordings(nv_state *state)
{
    size_t count = nv_note_wordings(state->event, state->language,
                                    state->wordings, NV_STATE_WORDINGS);

    state->wording_count =
        count < NV_STATE_WORDINGS ? count : NV_STATE_WORDINGS;
}

/* Writes the note anew in another style; the trouble stays where the event
 * can't be read. */
static void rewrite(nv_state *state)
{
    nv_find_style(state);
    if (state->event)
        follow(state);
}

void nv_state_use_library(nv_state *state, nv_library *library)
{
    state->library = library;
    rewrite(state);
}

void nv_state_choose_style(nv_state *state, const char *id)
{
    nv_buffer_release(&state->chosen_style);
    nv_buffer_add_text(&state->chosen_style, id);
    rewrite(state);
}

void nv_state_follow_document(nv_state *state, nv_library *library,
                              const char *id)
{
    if (state->document_library == library &&
        strcmp(state->document_style.text, id) == 0)
        return;
    state->document_library = library;
    nv_buffer_truncate(&state->document_style, 0);
    nv_buffer_add_text(&state->document_style, id);
    rewrite(state);
}

/* Forgets the event, and what belongs to it. */
static void leave_event(nv_state *state)
{
    state->event = NULL;
    state->registry = NULL;
    state->wording_count = 0;
    state->wording = 0;
    state->is_wording_by_hand = false;
    nv_buffer_truncate(&state->source, 0);
    state->date_variant = 0;
}

void nv_state_choose(nv_state *state, int row)
{
    nv_error unreadable = {0};
    const nv_hit *hit;

    leave_event(state);
    state->row = row;
    hit = nv_state_hit(state);
    if (hit)
        state->event =
            nv_registry_event(hit->registry, hit->event, &unreadable);
    else
        state->row = NV_STATE_NO_ROW;
    if (state->event) {
        state->registry = hit->registry;
        list_wordings(state);
        state->wording = nv_first_wording(state);
    }
    follow(state);
    if (unreadable.code != NV_OK)
        state->trouble = unreadable;
}

void nv_state_choose_wording(nv_state *state, size_t wording)
{
    state->wording = wording <= state->wording_count ? wording : 0;
    state->is_wording_by_hand = true;
    follow(state);
}

void nv_state_want(nv_state *state, nv_part part, bool is_wanted)
{
    for (size_t i = 0; i < NV_STATE_PARTS; i++)
        if (state->parts[i].part == part)
            state->parts[i].is_wanted = is_wanted;
    follow(state);
}

void nv_state_set_language(nv_state *state, nv_language language)
{
    const nv_quotation *chosen =
        state->wording > 0 ? state->wordings[state->wording - 1] : NULL;

    if (state->language_chosen != NV_LANGUAGE_COUNT)
        language = state->language_chosen;
    if (language == state->language)
        return;
    state->language = language;
    nv_find_style(state);
    if (!state->event)
        return; /* the trouble, if there is one, stays */
    list_wordings(state);
    state->wording = 0;
    for (size_t i = 0; i < state->wording_count; i++)
        if (state->wordings[i] == chosen)
            state->wording = i + 1;
    follow(state);
}

/* Reads the locator in force: the field's, else the query's. */
static void read_locator(nv_state *state)
{
    size_t query_len, at;

    memset(&state->typed, 0, sizeof state->typed);
    if (nv_locator_read(state->locator.text, state->locator.len, &state->typed))
        return;
    nv_locator_split(state->query.text, state->query.len, &query_len, &at);
    if (!nv_locator_read(state->query.text + at, state->query.len - at,
                         &state->typed))
        memset(&state->typed, 0, sizeof state->typed);
}

/* After another locator: the event starts with another wording, unless the
 * writer chose one. */
static void move(nv_state *state)
{
    if (!state->event)
        return;
    if (!state->is_wording_by_hand)
        state->wording = nv_first_wording(state);
    follow(state);
}

static bool make_finder(nv_state *state, nv_error *err)
{
    if (!state->finder && state->packs && nv_packs_count(state->packs) > 0)
        state->finder = nv_finder_new(nv_packs_registries(state->packs),
                                      nv_packs_count(state->packs), err);
    return state->finder != NULL;
}

/* Nothing is typed: what is on the desk. */
static void take_desk(nv_state *state)
{
    state->hits = state->desk_hits;
    state->hit_count = nv_desk_hits(state->desk, state->packs, state->desk_hits,
                                    &state->recent_count);
    state->hit_known = state->hit_total = state->hit_count;
}

static nv_search_end run(nv_state *state, size_t query_len, nv_error *err)
{
    const nv_filter filter = nv_filtering_filter(&state->filtering);

    if (!nv_finder_set_filter(state->finder, &filter, err))
        return NV_SEARCH_FAILED;
    return state->is_passage
               ? nv_finder_run_passage(state->finder, state->passage.text,
                                       state->passage.len, err)
               : nv_finder_run(state->finder, state->query.text, query_len,
                               err);
}

static bool find(nv_state *state, nv_error *err)
{
    size_t query_len, at;

    state->hit_count = state->hit_known = 0;
    state->hit_total = 0;
    state->is_hit_total_partial = false;
    nv_locator_split(state->query.text, state->query.len, &query_len, &at);
    state->is_desk = query_len == 0 && !state->is_passage &&
                     nv_filtering_is_empty(&state->filtering);
    if (state->is_desk) {
        take_desk(state);
        return true;
    }
    if (!make_finder(state, err) ||
        run(state, query_len, err) != NV_SEARCH_DONE)
        return false;
    state->hits = nv_finder_hits(state->finder, &state->hit_known);
    state->hit_count = state->hit_known;
    state->hit_total = nv_finder_total(state->finder);
    state->is_hit_total_partial = !nv_finder_total_is_exact(state->finder);
    if (state->hit_count > NV_STATE_ROWS)
        state->hit_count = NV_STATE_ROWS;
    return true;
}

static void search(nv_state *state)
{
    nv_error err = {0};

    find(state, &err);
    nv_state_choose(state, state->is_desk ? NV_STATE_NO_ROW : 0);
    if (err.code != NV_OK)
        state->trouble = err;
}

void nv_state_set_query(nv_state *state, const char *text, size_t len)
{
    size_t old_len, new_len, at;
    bool is_same;

    nv_locator_split(state->query.text, state->query.len, &old_len, &at);
    nv_locator_split(text, len, &new_len, &at);
    is_same = !state->is_passage && old_len == new_len &&
              memcmp(state->query.text, text, new_len) == 0;
    state->is_passage = false;
    nv_buffer_release(&state->query);
    nv_buffer_add(&state->query, text, len);
    read_locator(state);
    if (is_same)
        move(state);
    else
        search(state);
}

bool nv_state_has_more(const nv_state *state)
{
    return state->hit_count < state->hit_known;
}

void nv_state_show_more(nv_state *state)
{
    state->hit_count += NV_STATE_ROWS;
    if (state->hit_count > state->hit_known)
        state->hit_count = state->hit_known;
}

void nv_state_filter(nv_state *state)
{
    search(state);
}

bool nv_state_is_asked(const nv_state *state)
{
    return state->query.len > 0 || state->is_passage ||
           !nv_filtering_is_empty(&state->filtering);
}

bool nv_state_count(nv_state *state)
{
    nv_error err = {0};

    if (make_finder(state, &err) && nv_finder_count(state->finder, &err))
        return true;
    if (err.code != NV_OK)
        state->trouble = err;
    return false;
}

void nv_state_from_text(nv_state *state, const char *text, size_t len)
{
    nv_buffer_truncate(&state->passage, 0);
    nv_buffer_add(&state->passage, text, len);
    nv_buffer_release(&state->query);
    state->is_passage = true;
    read_locator(state);
    search(state);
}

void nv_state_set_locator(nv_state *state, const char *text, size_t len)
{
    nv_buffer_release(&state->locator);
    nv_buffer_add(&state->locator, text, len);
    read_locator(state);
    move(state);
}

static void set_words(nv_state *state, nv_buffer *words, const char *text,
                      size_t len)
{
    nv_buffer_truncate(words, 0);
    nv_buffer_add(words, text, len);
    if (state->event)
        follow(state);
}

void nv_state_set_prefix(nv_state *state, const char *text, size_t len)
{
    set_words(state, &state->prefix, text, len);
}

void nv_state_set_suffix(nv_state *state, const char *text, size_t len)
{
    set_words(state, &state->suffix, text, len);
}

/* A citation of the document */

static size_t wording_of(const nv_state *state, int quotation)
{
    for (size_t i = 0; i < state->wording_count; i++)
        if (state->wordings[i]->number == quotation)
            return i + 1;
    return 0;
}

/* The locator as a person would type it. */
static void take_locator(nv_state *state, const nv_locator *locator)
{
    nv_buffer_truncate(&state->locator, 0);
    nv_buffer_add_text(&state->locator, locator->label);
    if (locator->label && locator->value && locator->value[0]) {
        nv_buffer_add_char(&state->locator, ' ');
        nv_buffer_add_text(&state->locator, locator->value);
    }
    nv_locator_read(state->locator.text, state->locator.len, &state->typed);
}

static void take_texts(nv_state *state, const nv_citation *citation)
{
    const struct {
        nv_buffer *to;
        const char *from;
    } texts[] = {
        {&state->prefix, citation->prefix},
        {&state->suffix, citation->suffix},
        {&state->source, citation->source},
    };

    for (size_t i = 0; i < NV_COUNT_OF(texts); i++) {
        nv_buffer_truncate(texts[i].to, 0);
        nv_buffer_add_text(texts[i].to, texts[i].from);
    }
}

void nv_state_take(nv_state *state, const nv_registry *registry,
                   const nv_citation *citation)
{
    leave_event(state);
    state->row = NV_STATE_NO_ROW;
    state->registry = registry;
    state->event = citation->event;
    state->language = citation->language;
    nv_find_style(state);
    list_wordings(state);
    state->wording = wording_of(state, citation->quotation);
    state->is_wording_by_hand = true;
    for (size_t i = 0; i < NV_STATE_PARTS; i++)
        state->parts[i].is_wanted =
            (citation->parts & state->parts[i].part) != 0;
    take_texts(state, citation);
    state->date_variant = citation->date_variant;
    memset(&state->typed, 0, sizeof state->typed);
    take_locator(state, &citation->locator);
    follow(state);
}

/* Other packs */

/* What is chosen, by names that outlive its registry. */
typedef struct {
    nv_buffer id; /* "pack:id"; "": nothing */
    int quotation;
    bool is_wording_by_hand;
} choice;

static choice remember(const nv_state *state)
{
    const nv_hit *hit = nv_state_hit(state);
    choice chosen = {.id = NV_BUFFER_INIT,
                     .is_wording_by_hand = state->is_wording_by_hand};

    if (hit)
        nv_desk_add_id(&chosen.id, hit);
    if (state->wording > 0)
        chosen.quotation = state->wordings[state->wording - 1]->number;
    return chosen;
}

static bool is_of(const nv_hit *hit, const choice *chosen)
{
    nv_buffer id = NV_BUFFER_INIT;
    bool is_same;

    nv_desk_add_id(&id, hit);
    is_same = strcmp(id.text, chosen->id.text) == 0;
    nv_buffer_release(&id);
    return is_same;
}

static void choose_again(nv_state *state, const choice *chosen)
{
    size_t row = 0, wording;

    while (row < state->hit_known && !is_of(&state->hits[row], chosen))
        row++;
    if (row == state->hit_known)
        return; /* it is gone: the first row stays chosen */
    if (row >= state->hit_count)
        state->hit_count = row + 1;
    nv_state_choose(state, (int)row);
    wording = wording_of(state, chosen->quotation);
    if (chosen->quotation == 0 || wording > 0)
        nv_state_choose_wording(state, wording);
    state->is_wording_by_hand = chosen->is_wording_by_hand;
}

void nv_state_use_packs(nv_state *state, const nv_packs *packs)
{
    choice chosen = remember(state);

    nv_finder_free(state->finder);
    state->finder = NULL;
    state->packs = packs;
    search(state);
    if (chosen.id.len > 0)
        choose_again(state, &chosen);
    nv_buffer_release(&chosen.id);
}

/* What was cited last and is starred */

void nv_state_use_desk(nv_state *state, const nv_desk *desk)
{
    choice chosen;

    state->desk = desk;
    if (!state->is_desk)
        return;
    chosen = remember(state);
    search(state);
    if (chosen.id.len > 0)
        choose_again(state, &chosen);
    nv_buffer_release(&chosen.id);
}

bool nv_state_offer_last(nv_state *state)
{
    if (!state->is_desk || state->recent_count == 0)
        return false;
    nv_state_set_locator(state, "", 0);
    nv_state_choose(state, 0);
    return true;
}
