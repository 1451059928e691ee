/* SPDX-License-Identifier: MPL-2.0 */
/* A text field as somebody edits it: each line of the input is the query after
 * one more key, and a line that begins with the byte 0x18 (CAN) is dropped half
 * way. Whatever was typed before, the last query finds what it finds alone. */
#include "ours.h"
#include "registry/search/search.h"

enum { CANCELLED = 0x18, LONGEST = 1024 };

static void check_marks(const nv_snippet *snippet)
{
    size_t end = 0, len = strlen(snippet->text);

    DEMAND(is_utf8(snippet->text), "snippets are UTF-8");
    DEMAND(snippet->mark_count <= NV_SNIPPET_MARKS, "marks have room");
    for (size_t i = 0; i < snippet->mark_count; i++) {
        const struct nv_mark *mark = &snippet->marks[i];

        DEMAND(mark->first >= end, "marks are in order");
        DEMAND(mark->first <= len && mark->len <= len - mark->first,
               "marks are in the text");
        end = mark->first + mark->len;
    }
}

static void check_found(nv_finder *finder)
{
    size_t hit_count, correction_count;
    const nv_hit *hits = nv_finder_hits(finder, &hit_count);
    const nv_correction *corrections =
        nv_finder_corrections(finder, &correction_count);
    nv_snippet snippet;

    DEMAND(is_utf8(nv_finder_understood(finder)), "understood is UTF-8");
    for (size_t i = 0; i < correction_count; i++)
        DEMAND(is_utf8(corrections[i].typed) && is_utf8(corrections[i].meant),
               "corrections are UTF-8");
    for (size_t i = 0; i < hit_count && i < 8; i++)
        if (nv_finder_snippet(finder, &hits[i], &snippet))
            check_marks(&snippet);
}

static void check_same(const nv_finder *a, const nv_finder *b)
{
    size_t a_count, b_count;
    const nv_hit *a_hits = nv_finder_hits(a, &a_count);
    const nv_hit *b_hits = nv_finder_hits(b, &b_count);

    DEMAND(a_count == b_count, "refined and alone find as many");
    for (size_t i = 0; i < a_count; i++)
        DEMAND(a_hits[i].event == b_hits[i].event,
               "refined and alone find the same");
}

static void run(nv_finder *finder, const char *query)
{
    bool is_cancelled = query[0] == CANCELLED;
    nv_search_end end;

    if (is_cancelled)
        nv_finder_cancel(finder);
    end = nv_finder_run(finder, query, strlen(query), NULL);
    DEMAND(end == (is_cancelled ? NV_SEARCH_CANCELLED : NV_SEARCH_DONE),
           "a run ends as it was told to");
    check_found(finder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_input input = {data, data + size};
    const nv_registry *registry = our_registry();
    nv_finder *typed = nv_finder_new(&registry, 1, NULL);
    nv_finder *alone = nv_finder_new(&registry, 1, NULL);
    char query[LONGEST] = "";

    DEMAND(typed && alone, "there is memory for a search");
    while (input.at < input.end)
        run(typed, take_line(&input, query, sizeof query));
    run(alone, query);
    if (size)
        check_same(typed, alone);
    nv_finder_free(typed);
    nv_finder_free(alone);
    return 0;
}
