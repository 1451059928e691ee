/* SPDX-License-Identifier: MPL-2.0 */
/* nv search: what is found, or how many events each choice of the filter would
 * leave. nv suggest: the events that a paragraph may be about. */
#include "nv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "registry/describe.h"
#include "registry/file.h"
#include "registry/search/facets.h"
#include "registry/search/passage.h"

static void add_words(nv_buffer *query, const nv_tool_arguments *given)
{
    for (int i = 0; i < given->count; i++) {
        nv_buffer_add_text(query, i ? " " : "");
        nv_buffer_add_text(query, given->arguments[i]);
    }
}

/* 1 to 100,000; 20 when nothing is said; 0 for anything else. */
static size_t read_limit(const char *text)
{
    char *end;
    long limit;

    if (!text)
        return 20;
    limit = strtol(text, &end, 10);
    return *end == '\0' && limit > 0 && limit <= 100000 ? (size_t)limit : 0;
}

/* The wanted words stand out on a screen, and in brackets elsewhere. */
static void add_snippet(nv_buffer *out, const nv_hit *hit,
                        const nv_snippet *snippet)
{
    const bool is_screen = isatty(STDOUT_FILENO);
    const char *begin = is_screen ? "\033[1m" : "[";
    const char *end = is_screen ? "\033[0m" : "]";
    size_t at = 0;

    nv_buffer_add_format(out, "    %s: ", nv_field_word(hit->field));
    for (size_t i = 0; i < snippet->mark_count; i++) {
        const struct nv_mark *mark = &snippet->marks[i];

        nv_buffer_add(out, snippet->text + at, mark->first - at);
        nv_buffer_add_text(out, begin);
        nv_buffer_add(out, snippet->text + mark->first, mark->len);
        nv_buffer_add_text(out, end);
        at = mark->first + mark->len;
    }
    nv_buffer_add_format(out, "%s\n", snippet->text + at);
}

/* Adds the id by which nv show finds the event: that of another pack than the
 * first says whose it is. */
static void add_id(nv_buffer *out, const nv_hit *hit, const nv_packs *packs)
{
    if (hit->registry != nv_packs_registries(packs)[0])
        nv_buffer_add_format(out, "%s:", nv_registry_pack(hit->registry));
    nv_buffer_add_text(out, hit->card.id);
}

static void add_hit(nv_buffer *out, nv_finder *search, const nv_hit *hit,
                    const nv_packs *packs, nv_error *err)
{
    const nv_statement *statement;
    nv_snippet snippet;

    nv_buffer_add_format(out, "%s  %s  [", hit->card.date,
                         nv_bilingual_in(&hit->card.title, NV_LANGUAGE_EN));
    add_id(out, hit, packs);
    nv_buffer_add_text(out, "]\n");
    if (!hit->statement) {
        if (nv_finder_snippet(search, hit, &snippet))
            add_snippet(out, hit, &snippet);
        return;
    }
    statement = nv_registry_statement(hit->registry, hit->statement - 1, err);
    if (statement)
        nv_describe_statement(statement, out);
}

static void say_corrections(const nv_finder *search)
{
    size_t count;
    const nv_correction *all = nv_finder_corrections(search, &count);

    for (size_t i = 0; i < count; i++)
        fprintf(stderr, "nv: Nothing was found with “%s”. These have “%s”.\n",
                all[i].typed, all[i].meant);
}

/* How many there are apart from those that are shown. */
static void say_more(const nv_finder *search, size_t shown)
{
    const size_t total = nv_finder_total(search);

    if (!nv_finder_total_is_exact(search))
        fprintf(
            stderr,
            "nv: Shown: %zu of at least %zu. A longer phrase finds fewer.\n",
            shown, total);
    else if (total > shown)
        fprintf(stderr, "nv: Shown: %zu of %zu. --limit N shows more.\n", shown,
                total);
}

static int print_hits(nv_finder *search, const nv_packs *packs,
                      const nv_tool_arguments *given, size_t limit,
                      nv_error *err)
{
    nv_buffer out = NV_BUFFER_INIT;
    size_t count;
    const nv_hit *hits = nv_finder_hits(search, &count);
    int result;

    if (count > limit)
        count = limit;
    say_corrections(search);
    for (size_t i = 0; i < count && err->code == NV_OK; i++) {
        if (!given->ids) {
            add_hit(&out, search, &hits[i], packs, err);
            continue;
        }
        add_id(&out, &hits[i], packs);
        nv_buffer_add_char(&out, '\n');
    }
    result = nv_tool_print(&out);
    say_more(search, count);
    return result;
}

/* The filter. */

/* The kind of that name; NV_KIND_COUNT if there is none. */
static size_t kind_of(const char *word)
{
    size_t kind = 0;

    while (kind < NV_KIND_COUNT &&
           strcmp(nv_kind_word((nv_kind)kind), word) != 0)
        kind++;
    return kind;
}

/* A year, or 0 when nothing is said; false for anything else. */
static bool read_year(const char *text, int *year)
{
    char *end = NULL;
    const long value = text ? strtol(text, &end, 10) : 0;

    *year = (int)value;
    return !text || (*text && *end == '\0' && value > 0 && value <= 9999);
}

static bool read_filter(const nv_tool_arguments *given, nv_filter *filter)
{
    const size_t kind = given->kind ? kind_of(given->kind) : 0;

    *filter = (nv_filter){.kinds = given->kind ? 1u << kind : 0,
                          .party = given->party,
                          .language = given->language,
                          .pack = given->name,
                          .has_wording = given->wording != NULL};
    return kind < NV_KIND_COUNT &&
           read_year(given->from, &filter->first_year) &&
           read_year(given->to, &filter->last_year);
}

/* Counts: a heading for each list, a line for each choice. */

static void add_pick(nv_buffer *out, const nv_pick *pick)
{
    nv_buffer_add_format(out, "%7zu  ", pick->count);
    if (pick->text)
        nv_buffer_add_text(out, pick->text);
    else if (pick->first_year == 0)
        nv_buffer_add_text(out, "with a wording");
    else if (pick->first_year == pick->last_year)
        nv_buffer_add_format(out, "%d", pick->first_year);
    else
        nv_buffer_add_format(out, "%d-%d", pick->first_year, pick->last_year);
    nv_buffer_add_char(out, '\n');
}

static int print_counts(nv_finder *search, nv_error *err)
{
    static const char *const headings[NV_FACET_COUNT] = {
        [NV_FACET_DECADES] = "decades",     [NV_FACET_YEARS] = "years",
        [NV_FACET_KINDS] = "kinds",         [NV_FACET_PARTIES] = "parties",
        [NV_FACET_LANGUAGES] = "languages", [NV_FACET_PACKS] = "packs",
        [NV_FACET_WORDING] = "wording",
    };
    nv_buffer out = NV_BUFFER_INIT;

    if (!nv_finder_count(search, err))
        return NV_TOOL_FAILED;
    nv_buffer_add_format(&out, "%7zu  events\n", nv_finder_counted(search));
    for (nv_facet facet = 0; facet < NV_FACET_COUNT; facet++) {
        size_t count;
        const nv_pick *picks = nv_finder_facet(search, facet, &count);

        nv_buffer_add_format(&out, "%s\n", headings[facet]);
        for (size_t i = 0; i < count; i++)
            add_pick(&out, &picks[i]);
    }
    return nv_tool_print(&out);
}

static int search_in(const nv_packs *packs, const nv_tool_arguments *given,
                     const nv_filter *filter, size_t limit, nv_error *err)
{
    nv_buffer query = NV_BUFFER_INIT;
    nv_finder *search =
        nv_finder_new(nv_packs_registries(packs), nv_packs_count(packs), err);
    int result = NV_TOOL_FAILED;

    add_words(&query, given);
    if (query.failed)
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
    else if (search && nv_finder_set_filter(search, filter, err) &&
             nv_finder_run(search, query.text, query.len, err) ==
                 NV_SEARCH_DONE)
        result = given->counts ? print_counts(search, err)
                               : print_hits(search, packs, given, limit, err);
    nv_buffer_release(&query);
    nv_finder_free(search);
    return result;
}

int nv_tool_search(const nv_tool_arguments *given)
{
    const size_t limit = read_limit(given->limit);
    nv_error err = {0};
    nv_filter filter;
    nv_packs *packs;
    int result = NV_TOOL_FAILED;

    if (limit == 0 || !read_filter(given, &filter) ||
        (given->count == 0 && !given->counts && nv_filter_is_empty(&filter)))
        return nv_tool_misuse();
    packs = nv_tool_open_packs(given, &err);
    if (packs)
        result = search_in(packs, given, &filter, limit, &err);
    nv_packs_free(packs);
    return err.code ? nv_tool_fail(&err) : result;
}

/* nv suggest */

/* What comes from standard input, up to as much as a person writes. */
static bool read_input(nv_buffer *text, nv_error *err)
{
    enum { INPUT_MAX = 1 << 20 };
    char piece[4096];
    size_t len;

    while (text->len < INPUT_MAX &&
           (len = fread(piece, 1, sizeof piece, stdin)) > 0)
        nv_buffer_add(text, piece, len);
    return !text->failed ||
           nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
}

static int suggest_in(const nv_packs *packs, const nv_tool_arguments *given,
                      size_t limit, nv_error *err)
{
    const char *path = given->arguments[0];
    nv_buffer text = NV_BUFFER_INIT;
    nv_finder *search =
        nv_finder_new(nv_packs_registries(packs), nv_packs_count(packs), err);
    int result = NV_TOOL_FAILED;

    if (search &&
        (strcmp(path, "-") == 0 ? read_input(&text, err)
                                : nv_file_read(path, &text, err)) &&
        nv_finder_run_passage(search, text.text, text.len, err) ==
            NV_SEARCH_DONE)
        result = print_hits(search, packs, given, limit, err);
    nv_buffer_release(&text);
    nv_finder_free(search);
    return result;
}

int nv_tool_suggest(const nv_tool_arguments *given)
{
    const size_t limit = read_limit(given->limit);
    nv_error err = {0};
    nv_packs *packs;
    int result = NV_TOOL_FAILED;

    if (limit == 0 || given->count != 1)
        return nv_tool_misuse();
    packs = nv_tool_open_packs(given, &err);
    if (packs)
        result = suggest_in(packs, given, limit, &err);
    nv_packs_free(packs);
    return err.code ? nv_tool_fail(&err) : result;
}
