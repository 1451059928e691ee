/* SPDX-License-Identifier: MPL-2.0 */
/* See query.h.
 *
 * First the text becomes a list of words, each with the marks that stood before
 * it; then the list is read from left to right. */
#include "registry/search/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "registry/text/date_words.h"

enum { LAST_DAY = 99991231 };

/* Fields. */

typedef enum {
    NO_FIELD,
    IN_MARK, /* its value is a word */
    IN_SPAN,
    SINCE,
    UNTIL, /* their values are dates */
    IN_LANGUAGE
} field_kind;

typedef struct {
    const char *name; /* folded */
    field_kind kind;
    nv_mark mark;
} field;

/* Of two names for a field, nv_query_describe() takes the first. */
static const field fields[] = {
    {"kind", IN_MARK, NV_MARK_KIND},
    {"genre", IN_MARK, NV_MARK_KIND},
    {"party", IN_MARK, NV_MARK_PARTY},
    {"partie", IN_MARK, NV_MARK_PARTY},
    {"by", IN_MARK, NV_MARK_BY},
    {"par", IN_MARK, NV_MARK_BY},
    {"place", IN_MARK, NV_MARK_PLACE},
    {"lieu", IN_MARK, NV_MARK_PLACE},
    {"lang", IN_LANGUAGE, NV_MARK_LANGUAGE},
    {"langue", IN_LANGUAGE, NV_MARK_LANGUAGE},
    {"year", IN_SPAN, NV_MARK_NONE},
    {"annee", IN_SPAN, NV_MARK_NONE},
    {"from", SINCE, NV_MARK_NONE},
    {"de", SINCE, NV_MARK_NONE},
    {"to", UNTIL, NV_MARK_NONE},
    {"a", UNTIL, NV_MARK_NONE},
};

static const field *field_of(const char *word)
{
    for (size_t i = 0; i < NV_COUNT_OF(fields); i++)
        if (strcmp(fields[i].name, word) == 0)
            return &fields[i];
    return NULL;
}

/* Languages by the names people give them, folded; else by their code. */
static const struct {
    const char *name, *code;
} languages[] = {
    {"english", "en"},  {"anglais", "en"},  {"french", "fr"},
    {"francais", "fr"}, {"german", "de"},   {"allemand", "de"},
    {"deutsch", "de"},  {"russian", "ru"},  {"russe", "ru"},
    {"spanish", "es"},  {"espagnol", "es"}, {"chinese", "zh"},
    {"chinois", "zh"},  {"czech", "cs"},    {"tcheque", "cs"},
};

/* Words that say nothing alone; folded. Sorted. */
static const char *const idle_words[] = {
    "a",
    "al",
    "am",
    "an",
    "and",
    "as",
    "at",
    "au",
    "aux",
    "between",
    "by",
    "c",
    "d",
    "das",
    "de",
    "del",
    "dem",
    "den",
    "der",
    "des",
    "die",
    "du",
    "el",
    "en",
    "entre",
    "es",
    "et",
    "for",
    "from",
    "im",
    "in",
    "is",
    "j",
    "l",
    "la",
    "las",
    "le",
    "les",
    "los",
    "m",
    "n",
    "of",
    "on",
    "or",
    "ou",
    "par",
    "por",
    "pour",
    "qu",
    "que",
    "qui",
    "s",
    "sur",
    "t",
    "the",
    "to",
    "und",
    "une",
    "vom",
    "von",
    "y",
    "zu",
    "zum",
    "zur",
    "zwischen",
    "\xD0\xB2",                                 /* в */
    "\xD0\xB8",                                 /* и */
    "\xD0\xBE",                                 /* о */
    "\xD1\x81",                                 /* с */
    "\xD0\xBD\xD0\xB0",                         /* на */
    "\xD0\xBC\xD0\xB5\xD0\xB6\xD0\xB4\xD1\x83", /* между */
};

static bool is_one_of(const char *word, const char *const list[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, list[i]) == 0)
            return true;
    return false;
}

static bool is_idle(const char *word)
{
    return is_one_of(word, idle_words, NV_COUNT_OF(idle_words));
}

/* The words and their marks. */

typedef struct {
    const field *in; /* it is the value of that field */
    int phrase;      /* number of the phrase it stands in, or 0 */
    bool is_excluded;
    bool is_far_end; /* the marks before it make a span of dates */
    bool is_plain;   /* not in a field or phrase */
} marks;

typedef struct {
    nv_query *query;
    const char *pointers[NV_QUERY_MAX];
    marks of[NV_QUERY_MAX];
    bool is_open; /* the last phrase is */
    size_t idle_count;
    bool is_idle[NV_QUERY_MAX]; /* by wanted */
} reader;

/* What the marks before a word have come to. */
typedef struct {
    const field *in;
    int phrases;
    bool is_in_phrase, is_excluded;
    int dots, dashes;
} state;

static const char *const quotation_marks[] = {
    "\"", "\u201C", "\u201D", "\u201E", "\u201F", "\u00AB", "\u00BB"};
static const char *const dashes[] = {"-",      "\u2010", "\u2011",
                                     "\u2012", "\u2013", "\u2014"};

/* Bytes of the mark at `at` that is on the list; 0 if none is. */
static size_t mark_at(const char *at, const char *end, const char *const list[],
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const size_t len = strlen(list[i]);

        if ((size_t)(end - at) >= len && memcmp(at, list[i], len) == 0)
            return len;
    }
    return 0;
}

/* Reads one mark; `before` is the byte before it, ' ' at the beginning. */
static size_t read_mark(state *s, const char *at, const char *end, char before)
{
    size_t len =
        mark_at(at, end, quotation_marks, NV_COUNT_OF(quotation_marks));

    if (len) {
        s->is_in_phrase = !s->is_in_phrase;
        s->phrases += s->is_in_phrase;
        s->is_excluded = s->is_excluded && s->is_in_phrase;
        return len;
    }
    len = mark_at(at, end, dashes, NV_COUNT_OF(dashes));
    if (len) {
        s->dashes++;
        s->is_excluded = *at == '-' && (before == ' ' || before == '(');
        return len;
    }
    s->dots += *at == '.'                                        ? 1
               : mark_at(at, end, (const char *[]){"\u2026"}, 1) ? 2
                                                                 : 0;
    if (*at != ':' && !s->is_in_phrase) {
        s->is_excluded = false;
        s->in = NULL;
    }
    return 1;
}

static void read_marks(state *s, const char *at, const char *end,
                       const char *text)
{
    s->dots = s->dashes = 0;
    while (at < end) {
        char before = at > text ? at[-1] : ' ';

        if (before == '\n' || before == '\t' || (unsigned char)before == 0xA0 ||
            (unsigned char)before == 0xAF)
            before = ' ';
        at += read_mark(s, at, end, before);
    }
}

/* "kind:" names a field; the value follows at once or is still to come. */
static bool begins_field(state *s, const nv_fold *fold)
{
    const field *named;

    if (s->is_in_phrase || s->in || fold->to >= fold->end || *fold->to != ':')
        return false;
    named = field_of(fold->word);
    if (named)
        s->in = named;
    return named != NULL;
}

static void add_word(reader *r, const state *s, const nv_fold *fold)
{
    const size_t at = r->query->word_count++;

    memcpy(r->query->words[at], fold->word, fold->word_len + 1);
    r->pointers[at] = r->query->words[at];
    r->of[at] = (marks){.in = s->in,
                        .phrase = s->is_in_phrase ? s->phrases : 0,
                        .is_excluded = s->is_excluded,
                        .is_far_end =
                            s->dots >= 2 || (s->dashes == 1 && !s->is_excluded),
                        .is_plain = !s->in && !s->is_in_phrase};
}

static void read_words(reader *r, const char *text, size_t len)
{
    state s = {0};
    const char *gap = text;
    nv_fold fold;

    nv_fold_init(&fold, text, len);
    while (r->query->word_count < NV_QUERY_MAX && nv_fold_next(&fold)) {
        read_marks(&s, gap, fold.from, text);
        gap = fold.to;
        if (begins_field(&s, &fold))
            continue;
        add_word(r, &s, &fold);
        if (!s.is_in_phrase) {
            s.in = NULL;
            s.is_excluded = false;
        }
    }
    if (r->query->word_count < NV_QUERY_MAX)
        read_marks(&s, gap, text + len, text);
    r->is_open = s.is_in_phrase;
}

/* From words to what is wanted. Each reader returns how many words it took. */

static bool is_last(const reader *r, size_t past)
{
    return past == r->query->word_count;
}

static nv_wanted *add_wanted(reader *r, nv_want want, size_t first,
                             size_t count)
{
    nv_wanted *next = &r->query->wanted[r->query->count++];
    const marks *of = &r->of[first];

    *next = (nv_wanted){.want = want,
                        .is_excluded = of->is_excluded,
                        .first = (uint8_t)first,
                        .count = (uint8_t)count,
                        .mark = of->in ? of->in->mark : NV_MARK_NONE};
    return next;
}

/* How many of the words at `first` have the same marks of phrase and field. */
static size_t run_length(const reader *r, size_t first, bool is_plain)
{
    size_t count = 1;

    while (first + count < r->query->word_count &&
           r->of[first + count].phrase == r->of[first].phrase &&
           (!is_plain || r->of[first + count].is_plain))
        count++;
    return count;
}

static bool is_till(const char *word)
{
    static const char *const words[] = {"to",
                                        "till",
                                        "until",
                                        "au",
                                        "a",
                                        "bis",
                                        "al",
                                        "hasta",
                                        "and",
                                        "et",
                                        "y",
                                        "und",
                                        "\xD0\xB4\xD0\xBE" /* до */,
                                        "\xD0\xBF\xD0\xBE" /* по */,
                                        "\xD0\xB8" /* и */};

    return is_one_of(word, words, NV_COUNT_OF(words));
}

/* The second date of a span, which is `used` words behind the first one's
 * beginning; 0 if there is none. */
static size_t read_far_end(const reader *r, size_t first, size_t used,
                           size_t count, nv_days *end)
{
    size_t at = first + used, taken;

    if (used >= count)
        return 0;
    if (is_till(r->pointers[at]))
        used++;
    else if (!r->of[at].is_far_end)
        return 0;
    taken = nv_date_words_read(r->pointers + first + used, count - used, end);
    return taken ? used + taken : 0;
}

/* "31 March to 7 May 1954" */
static size_t read_short_span(const reader *r, size_t first, size_t count,
                              nv_days *days)
{
    nv_days begin, end;
    size_t used =
        nv_date_words_read_beginning(r->pointers + first, count, 1904, &begin);
    size_t all = used ? read_far_end(r, first, used, count, &end) : 0;

    if (all == 0 ||
        nv_date_words_read_beginning(r->pointers + first, count,
                                     end.last / 10000, &begin) == 0 ||
        begin.first > end.last)
        return 0;
    *days = (nv_days){begin.first, end.last};
    return all;
}

/* A date or a span of dates. */
static size_t read_days(const reader *r, size_t first, size_t count,
                        nv_days *days)
{
    const size_t used = nv_date_words_read(r->pointers + first, count, days);
    nv_days end;
    size_t all;

    if (used == 0)
        return read_short_span(r, first, count, days);
    all = read_far_end(r, first, used, count, &end);
    if (all == 0 || end.last < days->first)
        return used;
    days->last = end.last;
    return all;
}

static size_t read_date(reader *r, size_t first)
{
    nv_days days;
    const size_t used = read_days(r, first, run_length(r, first, true), &days);

    if (used)
        add_wanted(r, NV_WANT_DATE, first, used)->days = days;
    return used;
}

/* The value of year:, from: or to:. What begins with a digit may still become a
 * date and wants nothing yet. */
static size_t read_span(reader *r, size_t first)
{
    const field_kind kind = r->of[first].in->kind;
    const size_t most = r->of[first].phrase
                            ? run_length(r, first, false)
                            : 1 + (first + 1 < r->query->word_count
                                       ? run_length(r, first + 1, true)
                                       : 0);
    nv_days days;
    const size_t used = read_days(r, first, most, &days);

    if (used == 0)
        return r->pointers[first][0] >= '0' && r->pointers[first][0] <= '9';
    if (kind == SINCE)
        days.last = LAST_DAY;
    if (kind == UNTIL)
        days.first = 0;
    add_wanted(r, NV_WANT_WITHIN, first, used)->days = days;
    return used;
}

static size_t read_language(reader *r, size_t first)
{
    char *word = r->query->words[first];

    for (size_t i = 0; i < NV_COUNT_OF(languages); i++)
        if (strcmp(languages[i].name, word) == 0)
            strcpy(word, languages[i].code);
    if (strlen(word) == 2)
        add_wanted(r, NV_WANT_WORD, first, 1);
    return 1;
}

static size_t read_phrase(reader *r, size_t first)
{
    const size_t count = run_length(r, first, false);
    nv_wanted *phrase = add_wanted(r, NV_WANT_PHRASE, first, count);

    phrase->is_prefix =
        r->is_open && is_last(r, first + count) && !phrase->is_excluded;
    return count;
}

static bool has_word(const reader *r, size_t word)
{
    const nv_query *query = r->query;

    for (size_t i = 0; i < query->count; i++) {
        const nv_wanted *wanted = &query->wanted[i];

        if (wanted->want == NV_WANT_WORD && wanted->mark == NV_MARK_NONE &&
            wanted->is_excluded == r->of[word].is_excluded &&
            strcmp(query->words[wanted->first], query->words[word]) == 0)
            return true;
    }
    return false;
}

static size_t read_word(reader *r, size_t at)
{
    const bool is_prefix = is_last(r, at + 1) && !r->of[at].is_excluded;
    const bool is_plain = r->of[at].is_plain && !r->of[at].is_excluded;
    nv_wanted *word;

    if (is_plain && !is_prefix && has_word(r, at))
        return 1;
    r->is_idle[r->query->count] =
        is_plain && !is_prefix && is_idle(r->pointers[at]);
    r->idle_count += r->is_idle[r->query->count];
    word = add_wanted(r, NV_WANT_WORD, at, 1);
    word->is_prefix = is_prefix;
    word->is_joined_before = is_plain && at > 0 && r->of[at - 1].is_plain;
    word->is_joined_after = is_plain && !is_last(r, at + 1) &&
                            r->of[at + 1].is_plain &&
                            !r->of[at + 1].is_excluded;
    return 1;
}

static size_t read_next(reader *r, size_t at)
{
    const marks *of = &r->of[at];
    size_t used = 0;

    if (of->in && of->in->kind >= IN_SPAN && of->in->kind <= UNTIL)
        used = read_span(r, at);
    else if (of->in && of->in->kind == IN_LANGUAGE)
        used = read_language(r, at);
    else if (of->phrase)
        used = read_phrase(r, at);
    else if (of->is_plain)
        used = read_date(r, at);
    return used ? used : read_word(r, at);
}

static void drop_idle(reader *r)
{
    size_t kept = 0;

    if (r->idle_count == r->query->count)
        return;
    for (size_t i = 0; i < r->query->count; i++)
        if (!r->is_idle[i])
            r->query->wanted[kept++] = r->query->wanted[i];
    r->query->count = kept;
}

void nv_query_read(nv_query *query, const char *text, size_t len)
{
    reader r = {.query = query};

    memset(query, 0, sizeof *query);
    read_words(&r, text, len);
    for (size_t at = 0; at < query->word_count;)
        at += read_next(&r, at);
    drop_idle(&r);
}

/* Looking at it. */

bool nv_wanted_is_filter(const nv_wanted *wanted)
{
    return wanted->want == NV_WANT_WITHIN || wanted->mark != NV_MARK_NONE;
}

bool nv_wanted_is_one_word(const nv_wanted *wanted)
{
    return wanted->want == NV_WANT_WORD ||
           (wanted->want == NV_WANT_PHRASE && wanted->count == 1);
}

/* A phrase is what stands in a text: other names of what is named there are no
 * part of it. One that is still open may become anything. */
uint32_t nv_wanted_zones(const nv_wanted *wanted)
{
    static const uint32_t of_marks[] = {
        [NV_MARK_NONE] = NV_ZONES_ALL,
        [NV_MARK_KIND] = 1u << NV_ZONE_KIND,
        [NV_MARK_PARTY] = 1u << NV_ZONE_PARTY,
        [NV_MARK_BY] = 1u << NV_ZONE_PEOPLE | 1u << NV_ZONE_SENDER,
        [NV_MARK_PLACE] = 1u << NV_ZONE_PLACE,
        [NV_MARK_LANGUAGE] = 1u << NV_ZONE_QUOTATION,
    };
    const bool is_closed = wanted->want == NV_WANT_PHRASE && !wanted->is_prefix;

    return of_marks[wanted->mark] &
           (is_closed ? ~(1u << NV_ZONE_NAMED) : NV_ZONES_ALL);
}

bool nv_wanted_is_weightless(const nv_wanted *wanted)
{
    return wanted->want == NV_WANT_WITHIN || wanted->mark == NV_MARK_LANGUAGE;
}

/* The words that decide what is found: its own and those it may join. */
static void reach(const nv_wanted *wanted, size_t *first, size_t *past)
{
    *first = wanted->first - (size_t)wanted->is_joined_before;
    *past = wanted->first + wanted->count + (size_t)wanted->is_joined_after;
}

bool nv_wanted_is_same(const nv_query *a, const nv_wanted *x, const nv_query *b,
                       const nv_wanted *y)
{
    size_t first_x, past_x, first_y, past_y;

    if (x->want != y->want || x->is_excluded != y->is_excluded ||
        x->is_prefix != y->is_prefix || x->mark != y->mark)
        return false;
    if (x->want == NV_WANT_DATE || x->want == NV_WANT_WITHIN)
        return x->days.first == y->days.first && x->days.last == y->days.last;
    reach(x, &first_x, &past_x);
    reach(y, &first_y, &past_y);
    if (x->is_joined_before != y->is_joined_before ||
        x->is_joined_after != y->is_joined_after ||
        past_x - first_x != past_y - first_y)
        return false;
    for (; first_x < past_x; first_x++, first_y++)
        if (strcmp(a->words[first_x], b->words[first_y]) != 0)
            return false;
    return true;
}

static void describe_days(const nv_wanted *wanted, nv_buffer *out)
{
    const int from = wanted->days.first, to = wanted->days.last;
    const bool is_within = wanted->want == NV_WANT_WITHIN;

    if (is_within && from == 0)
        nv_buffer_add_format(out, "to:%d-%02d-%02d", to / 10000, to / 100 % 100,
                             to % 100);
    else if (is_within && to == LAST_DAY)
        nv_buffer_add_format(out, "from:%d", from / 10000);
    else
        nv_buffer_add_format(out, "%s%d", is_within ? "year:" : "",
                             from / 10000);
    if (from == 0)
        return;
    if (from / 100 % 100)
        nv_buffer_add_format(out, "-%02d", from / 100 % 100);
    if (from % 100)
        nv_buffer_add_format(out, "-%02d", from % 100);
    if (to != LAST_DAY &&
        (from % 10000 ? from != to : to / 10000 != from / 10000) &&
        !(from % 100 == 0 && from % 10000 && to == from + 31))
        nv_buffer_add_format(out, "..%d-%02d-%02d", to / 10000, to / 100 % 100,
                             to % 100);
}

static void describe_words(const nv_query *query, const nv_wanted *wanted,
                           nv_buffer *out)
{
    const char *mark = wanted->want == NV_WANT_PHRASE ? "\"" : "";

    for (size_t i = 0; i < NV_COUNT_OF(fields); i++)
        if (wanted->mark != NV_MARK_NONE && wanted->mark == fields[i].mark) {
            nv_buffer_add_format(out, "%s:", fields[i].name);
            break;
        }
    nv_buffer_add_text(out, mark);
    for (size_t i = 0; i < wanted->count; i++)
        nv_buffer_add_format(out, "%s%s", i ? " " : "",
                             query->words[wanted->first + i]);
    nv_buffer_add_text(out, wanted->is_prefix ? "*" : "");
    nv_buffer_add_text(out, mark);
}

void nv_query_describe(const nv_query *query, nv_buffer *out)
{
    for (size_t i = 0; i < query->count; i++) {
        const nv_wanted *wanted = &query->wanted[i];

        nv_buffer_add_text(out, i ? " " : "");
        nv_buffer_add_text(out, wanted->is_excluded ? "-" : "");
        if (wanted->want == NV_WANT_DATE || wanted->want == NV_WANT_WITHIN)
            describe_days(wanted, out);
        else
            describe_words(query, wanted, out);
    }
}
