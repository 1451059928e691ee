/* SPDX-License-Identifier: MPL-2.0 */
/* See snippet.h.
 *
 * The texts of the hit's field are gone through once more, word by word; the
 * one with the most of what is wanted is shown, around where most of it stands.
 */
#include "registry/search/snippet.h"

#include <string.h>

#include "registry/text/date_words.h"
#include "registry/search/phrase.h"
#include "registry/search/score.h"
#include "registry/index/walk.h"

enum {
    WORDS_MAX = 2048,   /* of a text; what follows is not looked at */
    WINDOW = 160,       /* bytes shown around the marks */
    LEAD = 40,          /* bytes shown before the first mark */
    NONE = NV_QUERY_MAX /* of no wanted thing */
};

/* A text, word by word. */
typedef struct {
    const char *text;
    size_t count;
    uint32_t terms[WORDS_MAX];
    uint32_t from[WORDS_MAX], to[WORDS_MAX]; /* bytes */
    uint8_t wanted[WORDS_MAX];               /* what it answers, or NONE */
    float part[WORDS_MAX];                   /* and how well */
} spread;

typedef struct {
    const nv_registry *registry;
    const nv_index *index;
    const nv_query *query;
    const nv_match *const *matches;
    size_t match_count, number; /* of the registry */
    const nv_hit *hit;
    const nv_quotation *quotation; /* the one whose texts come */
    spread now;
    bool is_any_field; /* not only the hit's */
    const char *best;  /* the best text yet */
    float best_sum;
} writer;

/* Spreading a text. */

static uint32_t term_of(const nv_index *index, const char *word)
{
    const nv_row row = nv_index_row(index, NV_MARK_NONE, word, false);

    return row.count ? row.first : NV_TOKEN_TEXT;
}

static void spread_words(writer *w, const char *text)
{
    spread *s = &w->now;
    nv_fold fold;

    s->text = text;
    s->count = 0;
    nv_fold_init(&fold, text, strlen(text));
    while (s->count < WORDS_MAX && nv_fold_next(&fold)) {
        s->terms[s->count] = term_of(w->index, fold.word);
        s->from[s->count] = (uint32_t)(fold.from - text);
        s->to[s->count] = (uint32_t)(fold.to - text);
        s->part[s->count] = 0;
        s->wanted[s->count++] = NONE;
    }
}

/* How well a term answers; 0: not at all. */
static float answer_of(const writer *w, size_t wanted, uint32_t term)
{
    return nv_answers_part(&w->matches[wanted]->in[w->number].answers, term);
}

/* The same of two pieces of a hyphenated word. */
static float joined_answer(const writer *w, size_t wanted, uint32_t first,
                           uint32_t second)
{
    char whole[2 * NV_WORD_MAX + 1];
    const char *pieces[2];

    if ((first | second) & NV_TOKEN_TEXT)
        return 0;
    pieces[0] = nv_index_word(w->index, first);
    pieces[1] = nv_index_word(w->index, second);
    if (strlen(pieces[0]) + strlen(pieces[1]) > NV_WORD_MAX)
        return 0;
    strcpy(whole, pieces[0]);
    strcat(whole, pieces[1]);
    return answer_of(w, wanted, term_of(w->index, whole));
}

static bool is_tied(const spread *s, size_t at)
{
    return at + 1 < s->count && s->from[at + 1] - s->to[at] <= 3 &&
           s->text[s->to[at]] != ' ';
}

static void mark(spread *s, size_t first, size_t count, size_t wanted,
                 float part)
{
    for (size_t i = first; i < first + count && i < s->count; i++) {
        s->wanted[i] = (uint8_t)wanted;
        s->part[i] = part;
    }
}

static void mark_word(writer *w, size_t wanted)
{
    spread *s = &w->now;

    for (size_t i = 0; i < s->count; i++) {
        const float own = answer_of(w, wanted, s->terms[i]);
        const float joined =
            own == 0 && is_tied(s, i)
                ? joined_answer(w, wanted, s->terms[i], s->terms[i + 1])
                : 0;

        if (own > 0)
            mark(s, i, 1, wanted, own);
        else if (joined > 0)
            mark(s, i, 2, wanted, joined);
    }
}

static void mark_phrase(writer *w, size_t wanted)
{
    spread *s = &w->now;
    nv_phrase words;
    size_t used;

    nv_phrase_init(&words, w->index, w->query, &w->matches[wanted]->wanted);
    for (size_t i = 0; i < s->count; i++)
        if (nv_phrase_stands(&words, s->terms + i, s->count - i, &used))
            mark(s, i, used, wanted, 1);
}

static void mark_date(writer *w, size_t wanted)
{
    const nv_days *days = &w->matches[wanted]->wanted.days;
    spread *s = &w->now;

    for (size_t i = 0; i < s->count; i++) {
        const char *words[NV_DATE_WORDS_MAX];
        size_t count = 0, used;
        nv_days read;

        while (count < NV_DATE_WORDS_MAX && i + count < s->count &&
               !(s->terms[i + count] & NV_TOKEN_TEXT)) {
            words[count] = nv_index_word(w->index, s->terms[i + count]);
            count++;
        }
        used = count ? nv_date_words_read(words, count, &read) : 0;
        if (used && read.first <= days->last && read.last >= days->first)
            mark(s, i, used, wanted, 1);
        i += used ? used - 1 : 0;
    }
}

/* Marks what is wanted; returns how much of it there is, and how well. */
static float mark_all(writer *w)
{
    float best[NV_QUERY_MAX + 1] = {0}, sum = 0;

    for (size_t i = 0; i < w->match_count; i++) {
        const nv_wanted *wanted = &w->matches[i]->wanted;

        if (wanted->is_excluded)
            continue;
        if (wanted->want == NV_WANT_WORD)
            mark_word(w, i);
        else if (wanted->want == NV_WANT_PHRASE)
            mark_phrase(w, i);
        else if (wanted->want == NV_WANT_DATE)
            mark_date(w, i);
    }
    for (size_t i = 0; i < w->now.count; i++)
        if (w->now.part[i] > best[w->now.wanted[i]])
            best[w->now.wanted[i]] = w->now.part[i];
    for (size_t i = 0; i < NONE; i++)
        sum += best[i];
    return sum;
}

/* Choosing the text. */

static void consider(writer *w, const char *text)
{
    float sum;

    spread_words(w, text);
    sum = mark_all(w);
    if (sum > w->best_sum) {
        w->best_sum = sum;
        w->best = text;
    }
}

static bool is_field(const writer *w, nv_zone zone)
{
    return w->is_any_field || nv_field_of_zone(zone) == w->hit->field;
}

static void take_text(void *to, nv_zone zone, const char *text)
{
    writer *w = to;

    if (zone == NV_ZONE_KIND || zone == NV_ZONE_ID || !is_field(w, zone) ||
        (w->hit->quotation &&
         (!w->quotation || w->quotation->number != w->hit->quotation)))
        return;
    consider(w, text);
}

static void consider_name(writer *w, const nv_name *name)
{
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        if (name->in[i])
            consider(w, name->in[i]);
    for (size_t i = 0; i < name->variants.count; i++)
        consider(w, name->variants.items[i]);
}

static void take_name(void *to, nv_zone zone, const char *canonical)
{
    writer *w = to;
    const nv_name *name;

    if (!is_field(w, zone))
        return;
    name = nv_registry_name_of(w->registry, canonical);
    if (name)
        consider_name(w, name);
    else
        consider(w, canonical);
}

static void take_date(void *to, const char *iso, const char *end,
                      nv_date_standing standing)
{
    writer *w = to;

    (void)end;
    (void)standing;
    if (is_field(w, NV_ZONE_DATE))
        consider(w, iso);
}

static void take_quotation(void *to, const nv_quotation *quotation)
{
    writer *w = to;

    w->quotation = quotation;
}

/* Cutting it out. */

/* The first word of the window that has the most marked words. */
static size_t densest(const spread *s)
{
    size_t best = 0, most = 0;

    for (size_t i = 0; i < s->count; i++) {
        bool has[NV_QUERY_MAX + 1] = {false};
        size_t kinds = 0;

        if (s->wanted[i] == NONE)
            continue;
        for (size_t k = i; k < s->count && s->to[k] - s->from[i] <= WINDOW;
             k++) {
            kinds += s->wanted[k] != NONE && !has[s->wanted[k]];
            has[s->wanted[k]] = true;
        }
        if (kinds > most) {
            most = kinds;
            best = i;
        }
    }
    return best;
}

/* Words first to past - 1 are shown. */
static void choose_words(const spread *s, size_t *first, size_t *past)
{
    const size_t at = densest(s);
    const uint32_t start = s->from[at];

    *first = at;
    while (*first > 0 && start - s->from[*first - 1] <= LEAD)
        --*first;
    *past = at + 1;
    while (*past < s->count && s->to[*past] - start <= WINDOW)
        ++*past;
    while (*first > 0 && *past == s->count &&
           s->to[*past - 1] - s->from[*first - 1] <= WINDOW + LEAD)
        --*first;
}

static void add_bytes(nv_snippet *out, size_t *len, const char *bytes,
                      size_t count)
{
    if (*len + count >= NV_SNIPPET_MAX)
        return;
    for (size_t i = 0; i < count; i++) {
        const char c = bytes[i];

        out->text[(*len)++] = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    }
    out->text[*len] = '\0';
}

/* Marks side by side for the same thing are one. */
static void add_mark(nv_snippet *out, size_t first, size_t len, bool goes_on)
{
    struct nv_mark *last = out->marks + out->mark_count - 1;

    if (goes_on && out->mark_count > 0)
        last->len = first + len - last->first;
    else if (out->mark_count < NV_SNIPPET_MARKS)
        out->marks[out->mark_count++] = (struct nv_mark){first, len};
}

static void cut_out(const writer *w, nv_snippet *out)
{
    const spread *s = &w->now;
    size_t first, past, len = 0;
    const size_t text_len = strlen(s->text);

    choose_words(s, &first, &past);
    if (first > 0)
        add_bytes(out, &len, "\u2026", 3);
    for (size_t i = first; i < past; i++) {
        const size_t from = i == first ? (i ? s->from[i] : 0) : s->to[i - 1];
        const size_t gap = s->from[i] - from, word = s->to[i] - s->from[i];

        if (len + gap + word + 4 >= NV_SNIPPET_MAX) {
            past = i;
            break;
        }
        add_bytes(out, &len, s->text + from, gap);
        if (s->wanted[i] != NONE)
            add_mark(out, len, word,
                     i > first && s->wanted[i - 1] == s->wanted[i]);
        add_bytes(out, &len, s->text + s->from[i], word);
    }
    if (past < s->count || len + text_len - s->to[past - 1] >= NV_SNIPPET_MAX)
        add_bytes(out, &len, "\u2026", 3);
    else
        add_bytes(out, &len, s->text + s->to[past - 1],
                  text_len - s->to[past - 1]);
}

/* What is cut out of an event, or of the statement that led to it. */
static void consider_all(writer *w, const nv_event *event,
                         const nv_statement *statement)
{
    static const nv_sink sink = {take_text, take_name, take_date,
                                 take_quotation};

    if (statement) {
        consider(w, statement->words);
        return;
    }
    nv_walk_event(event, &sink, w);
    if (!w->best) {
        w->is_any_field = true;
        nv_walk_event(event, &sink, w);
    }
}

static bool write_best(writer *w, nv_snippet *snippet)
{
    if (!w->best)
        return false;
    spread_words(w, w->best);
    mark_all(w);
    cut_out(w, snippet);
    return true;
}

bool nv_snippet_write(const nv_query *query, const nv_match *const matches[],
                      size_t match_count, size_t number, const nv_hit *hit,
                      nv_snippet *snippet)
{
    writer w = {.registry = hit->registry,
                .index = nv_registry_index(hit->registry),
                .query = query,
                .matches = matches,
                .match_count = match_count,
                .number = number,
                .hit = hit};
    const nv_statement *statement = NULL;
    nv_open_event *open = NULL;
    bool is_written = false;

    *snippet = (nv_snippet){.mark_count = 0};
    if (hit->statement)
        statement =
            nv_registry_statement(hit->registry, hit->statement - 1, NULL);
    else
        open = nv_registry_open_event(hit->registry, hit->event, NULL);
    if (statement || open) {
        consider_all(&w, open ? nv_open_event_get(open) : NULL, statement);
        is_written = write_best(&w, snippet);
    }
    nv_event_close(open);
    return is_written;
}
