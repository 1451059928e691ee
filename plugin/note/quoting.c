/* SPDX-License-Identifier: MPL-2.0 */
/* See quoting.h. */
#include "note/quoting.h"

#include <string.h>

#include "base/array.h"
#include "citation/style.h"
#include "note/draft.h"
#include "note/style.h"
#include "note/typography.h"
#include "registry/text/fold.h"

/* Rules */

/* A manual that counts lines means printed ones; a line of an essay has about
 * twelve words. */
#define LINES(count) ((count)*12)

typedef struct {
    int words_max;    /* of a quotation that is no block */
    bool keeps_marks; /* around a block, too */
} block_rule;

static const struct {
    const char *id;
    block_rule rule;
} of_styles[] = {
    {"aglc-4", {LINES(3), false}},
    {"chicago-17", {99, false}},
    {"chicago-17-ibid", {99, false}},
    {"chicago-18", {99, false}},
    {"chicago-18-ibid", {99, false}},
    {"frus", {99, false}},
    {"geschichte", {LINES(3), false}},
    {"geschichte-schweiz", {LINES(3), false}},
    /* RHMC has the limit, Prairial the marks. */
    {"histoire", {LINES(3), true}},
    {"mhra-4", {40, false}},
    {"oscola-4", {LINES(3), false}},
    {"turabian-9", {LINES(4), false}},
};

/* Where the call of the note stands. */
typedef enum {
    BEHIND_STOP, /* behind the closing mark and the punctuation after it */
    BEFORE_STOP, /* behind the closing mark, before the punctuation */
    INSIDE       /* before the words' own last stop and the closing mark */
} call_place;

/* For Spanish and Russian no rule about blocks was read: they follow the three
 * lines of the continent. */
static const struct {
    block_rule rule; /* of a style that is none of ours */
    call_place call;
} of_languages[NV_LANGUAGE_COUNT] = {
    [NV_LANGUAGE_EN] = {{99, false}, BEHIND_STOP},
    [NV_LANGUAGE_FR] = {{LINES(3), true}, INSIDE},
    [NV_LANGUAGE_DE] = {{LINES(3), false}, BEHIND_STOP},
    [NV_LANGUAGE_ES] = {{LINES(3), false}, BEFORE_STOP},
    [NV_LANGUAGE_RU] = {{LINES(3), false}, BEFORE_STOP},
};

static block_rule rule_of(const char *style, nv_language language)
{
    for (size_t i = 0; i < NV_COUNT_OF(of_styles); i++)
        if (strcmp(of_styles[i].id, style) == 0)
            return of_styles[i].rule;
    return of_languages[language].rule;
}

/* What is read when a line is counted: what stands between two spaces and holds
 * a letter or a digit. */
static int count_words(const char *text)
{
    int count = 0;

    while (*text) {
        size_t len = strcspn(text, " ");
        nv_fold fold;

        nv_fold_init(&fold, text, len);
        count += nv_fold_next(&fold);
        text += len + (text[len] == ' ');
    }
    return count;
}

/* Words */

/* The words that go into the text. */
typedef struct {
    const char *text;
    const char *language; /* NULL: the paragraph's */
} words;

static const nv_quotation *find_quotation(const nv_citation *citation,
                                          int number, nv_error *err)
{
    nv_citation asked = *citation;
    nv_draft draft;

    asked.quotation = number;
    if (number == 0)
        nv_fail(err, NV_ERROR_ARGUMENT, 0,
                "No wording is chosen; choose the words to quote.");
    else if (nv_draft_init(&draft, NULL, &asked, err))
        return draft.quotation;
    return NULL;
}

/* One line of the writer's words, without spaces around it. */
static const char *one_line(const char *own, nv_arena *arena, nv_error *err)
{
    char *line;
    size_t len;

    own = own ? own : "";
    while (*own && (unsigned char)*own <= ' ')
        own++;
    for (len = strlen(own); len && (unsigned char)own[len - 1] <= ' '; len--)
        ;
    if (len == 0) {
        nv_fail(err, NV_ERROR_ARGUMENT, 0,
                "There is no translation of yours yet; write it first.");
        return NULL;
    }
    line = nv_arena_text(arena, own, len);
    for (char *at = line; at && *at; at++)
        if ((unsigned char)*at < ' ')
            *at = ' ';
    return line;
}

static words choose_words(const nv_citation *citation,
                          const nv_quoting *quoting, nv_language language,
                          nv_arena *arena, nv_error *err)
{
    const nv_quotation *chosen =
        find_quotation(citation, citation->quotation, err);
    const nv_quotation *quoted = chosen;
    bool is_of_paragraph;

    if (!chosen)
        return (words){0};
    if (quoting->kind == NV_QUOTING_OWN)
        return (words){.text = one_line(quoting->own, arena, err)};
    if (quoting->kind == NV_QUOTING_TRANSLATION)
        quoted = find_quotation(citation, quoting->translation, err);
    if (!quoted)
        return (words){0};
    is_of_paragraph = strcmp(quoted->language, nv_language_code(language)) == 0;
    return (words){quoted->text, is_of_paragraph ? NULL : quoted->language};
}

/* Marks. Typography finds those of the words, of whatever form; what stands for
 * them then becomes a pair by depth. */

static const nv_marks stand_ins = {"\1", "\2"};

static const char *mark_at(const nv_csl_quotes *quotes, int depth,
                           bool is_closing)
{
    if (depth % 2)
        return is_closing ? quotes->close_inner : quotes->open_inner;
    return is_closing ? quotes->close : quotes->open;
}

/* `depth`: of the marks that stand around it already. */
static void add_with_marks(nv_buffer *out, const char *text, int depth,
                           const nv_csl_quotes *quotes)
{
    for (; *text; text++)
        if (*text == stand_ins.open[0])
            nv_buffer_add_text(out, mark_at(quotes, depth++, false));
        else if (*text == stand_ins.close[0])
            nv_buffer_add_text(out, mark_at(quotes, --depth, true));
        else
            nv_buffer_add_char(out, *text);
}

static const char *set_words(const char *text, size_t len, bool has_marks,
                             const nv_csl_quotes *quotes, nv_arena *arena)
{
    nv_buffer neutral = NV_BUFFER_INIT, set = NV_BUFFER_INIT;
    const char *kept = NULL;

    nv_typography_add(&neutral, text, len, NV_LANGUAGE_EN, &stand_ins);
    add_with_marks(&set, neutral.text, has_marks, quotes);
    if (!neutral.failed && !set.failed)
        kept = nv_arena_text(arena, set.text, set.len);
    nv_buffer_release(&neutral);
    nv_buffer_release(&set);
    return kept;
}

/* Runs */

enum { RUNS_MAX = 4 }; /* opening mark, words, their last stop, closing mark */

/* The marks around the words, and where the call and a stop stand among them.
 */
typedef struct {
    const nv_csl_quotes *quotes;
    bool has_marks;
    char stop;
    call_place call;
} setting;

/* There is room for it; nothing is added for no text. */
static bool add_run(nv_quoted *quoted, const char *text, size_t len,
                    const char *language)
{
    nv_quoted_run *run = &quoted->runs[quoted->count];

    run->text = nv_arena_text(&quoted->memory, text, len);
    run->language = language;
    quoted->count += len > 0;
    return run->text != NULL;
}

static bool add_mark(nv_quoted *quoted, const setting *how, const char *mark)
{
    return !how->has_marks || add_run(quoted, mark, strlen(mark), NULL);
}

/* Bytes before the stops, with the space French has before some, that end the
 * text. */
static size_t len_before_stops(const char *text)
{
    static const char *const ends[] = {".", ",", ";", ":",     "!",
                                       "?", "…", " ", NV_THIN, NV_NBSP};
    size_t len = strlen(text);
    bool is_shorter = true;

    while (is_shorter) {
        is_shorter = false;
        for (size_t i = 0; i < NV_COUNT_OF(ends); i++) {
            size_t end = strlen(ends[i]);

            if (len > end && memcmp(text + len - end, ends[i], end) == 0) {
                len -= end;
                is_shorter = true;
            }
        }
    }
    return len;
}

/* American print has the closing mark behind a full stop or comma. */
static bool goes_behind(const setting *how)
{
    return how->quotes->punctuation_in_quote &&
           (how->stop == '.' || how->stop == ',');
}

static bool add_runs(nv_quoted *quoted, const char *set, const char *language,
                     const setting *how)
{
    const size_t len = strlen(set);
    const size_t head = how->call == INSIDE ? len_before_stops(set) : len;
    size_t inside, closing;
    bool is_done = add_mark(quoted, how, how->quotes->open) &&
                   add_run(quoted, set, head, language);

    inside = quoted->count;
    is_done = is_done && add_run(quoted, set + head, len - head, language);
    closing = quoted->count;
    is_done = is_done && add_mark(quoted, how, how->quotes->close);
    quoted->call = how->call == INSIDE ? inside : quoted->count;
    quoted->behind = goes_behind(how) ? closing : quoted->count;
    return is_done;
}

static bool make_runs(nv_quoted *quoted, const words *words, const setting *how)
{
    const size_t len = how->stop ? nv_typography_len_without_stop(words->text)
                                 : strlen(words->text);
    const char *set = set_words(words->text, len, how->has_marks, how->quotes,
                                &quoted->memory);

    quoted->runs =
        nv_arena_array(&quoted->memory, RUNS_MAX, sizeof *quoted->runs);
    return set && quoted->runs && add_runs(quoted, set, words->language, how);
}

/* Citations */

/* "(my translation)", before what the writer typed himself. */
static bool say_own(const nv_means *means, nv_quoted *quoted, nv_error *err)
{
    nv_citation *citation = &quoted->citations[0];
    const nv_language language = citation->language;
    const nv_note_style *ours = nv_library_style(
        means->library, nv_library_usual_style(language), language, err);
    const char *suffix = citation->suffix ? citation->suffix : "";
    nv_buffer text = NV_BUFFER_INIT;

    if (!ours)
        return false;
    nv_buffer_add_format(&text, "(%s)%s%s",
                         nv_csl_lexicon_say(ours->lexicon, "my-translation",
                                            NV_CSL_FORM_LONG, false, NULL),
                         strchr(",.;:)", *suffix) ? "" : " ", suffix);
    citation->suffix =
        text.failed ? NULL
                    : nv_arena_text(&quoted->memory, text.text, text.len);
    nv_buffer_release(&text);
    return citation->suffix != NULL;
}

/* Of a translation, its own place and translator, then the original's. */
static bool make_citations(const nv_means *means, const nv_citation *citation,
                           const nv_quoting *quoting, nv_quoted *quoted,
                           nv_error *err)
{
    nv_citation *citations = quoted->citations;

    citations[0] = *citation;
    quoted->citation_count = 1;
    citations[0].parts &= ~(unsigned)NV_PART_WORDING;
    if (quoting->kind == NV_QUOTING_OWN) {
        citations[0].parts |= NV_PART_WORDING;
        return say_own(means, quoted, err);
    }
    if (quoting->kind == NV_QUOTING_TRANSLATION) {
        citations[0].quotation = quoting->translation;
        citations[0].suffix = NULL;
        citations[1] = *citation;
        citations[1].parts |= NV_PART_WORDING;
        citations[1].prefix = NULL;
        quoted->citation_count = 2;
    }
    return true;
}

static setting choose_setting(const nv_quoting *quoting, nv_quoted *quoted,
                              const block_rule *rule, int words,
                              const nv_note_style *style)
{
    const call_place call = of_languages[style->language].call;

    quoted->is_block = !quoting->is_run_in && words > rule->words_max;
    quoted->is_call_behind_stop = call == BEHIND_STOP;
    return (setting){.quotes = &style->lexicon->quotes,
                     .has_marks = !quoted->is_block || rule->keeps_marks,
                     .stop = quoted->is_block ? '\0' : quoting->stop,
                     .call = call};
}

/* False without *err: no memory. */
static bool work_out(const nv_means *means, const nv_citation *citation,
                     const nv_quoting *quoting, nv_language language,
                     nv_quoted *quoted, nv_error *err)
{
    const words words =
        choose_words(citation, quoting, language, &quoted->memory, err);
    const char *id = means->styles[language];
    const nv_note_style *style =
        words.text ? nv_library_style(means->library, id, language, err) : NULL;
    const block_rule rule = rule_of(id, language);
    setting how;

    if (!style)
        return false;
    how =
        choose_setting(quoting, quoted, &rule, count_words(words.text), style);
    return make_runs(quoted, &words, &how) &&
           make_citations(means, citation, quoting, quoted, err);
}

bool nv_quoting_write(const nv_means *means, const nv_citation *citation,
                      const nv_quoting *quoting, nv_language language,
                      nv_quoted *quoted, nv_error *err)
{
    nv_error why = {0};
    bool is_done;

    *quoted = (nv_quoted){0};
    is_done = work_out(means, citation, quoting, language, quoted, &why);
    if (is_done)
        return true;
    nv_quoted_release(quoted);
    return why.code ? nv_fail(err, why.code, why.line, "%s", why.message)
                    : nv_fail(err, NV_ERROR_MEMORY, 0,
                              "There is no memory to write the quotation");
}

void nv_quoted_release(nv_quoted *quoted)
{
    nv_arena_release(&quoted->memory);
    *quoted = (nv_quoted){0};
}
