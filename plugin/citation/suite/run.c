/* SPDX-License-Identifier: MPL-2.0 */
/* What the processor makes of one test. See suite.h. */
#include "citation/suite/suite.h"

#include <stdlib.h>
#include <string.h>

#include "citation/suite/cites.h"

/* One test while it runs; all pointers are borrowed. */
typedef struct {
    const nv_csl_suite_test *test;
    nv_csl_processor *processor;
    nv_arena *arena;
    nv_buffer *out;
    nv_error *err;
    struct {
        const char *id;
        int32_t note;
        bool is_touched; /* by the last change, be it only a new note */
    } * clusters;        /* of the document, in order */
    size_t count;
} run;

static bool no_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0, "There is no memory for a test.");
}

static bool preview(run *run, const nv_csl_cite *cites, size_t count)
{
    const nv_csl_cluster cluster = {
        .id = "preview", .note = 1, .cites = cites, .cite_count = count};
    const nv_csl_text *text = nv_csl_processor_preview(run->processor, &cluster,
                                                       run->arena, run->err);

    if (text)
        nv_csl_text_write_html(text, run->out);
    return text != NULL;
}

/* The modes of a test */

/* Cites all items, in the order of the bibliography if the style has one. */
static bool run_items(run *run, const char *const ids[], size_t count)
{
    nv_csl_cite *cites = nv_arena_array(run->arena, count, sizeof *cites);
    nv_csl_bibliography bibliography;

    if (!cites)
        return no_memory(run->err);
    if (!nv_csl_processor_bibliography(run->processor, &bibliography, run->err))
        return false;
    for (size_t i = 0; i < count; i++)
        cites[i].item =
            i < bibliography.count ? bibliography.entries[i].item : ids[i];
    return preview(run, cites, count);
}

static bool run_citation_items(run *run)
{
    const nv_json *lists =
        nv_json_read(run->test->citation_items,
                     strlen(run->test->citation_items), run->arena, run->err);

    if (!lists)
        return false;
    for (const nv_json *list = lists->first; list; list = list->next) {
        const nv_csl_cite *cites = nv_csl_suite_cites(list, run->arena);

        if (!cites)
            return no_memory(run->err);
        nv_buffer_add_text(run->out, list == lists->first ? "" : "\n");
        if (!preview(run, cites, nv_csl_suite_length(list)))
            return false;
    }
    return true;
}

static size_t place_of(const run *run, const char *id)
{
    size_t place = 0;

    while (place < run->count && strcmp(run->clusters[place].id, id) != 0)
        place++;
    return place;
}

static void take_out(run *run, size_t place)
{
    memmove(run->clusters + place, run->clusters + place + 1,
            (--run->count - place) * sizeof *run->clusters);
}

static void put_in(run *run, size_t place, const char *id, int32_t note,
                   bool is_touched)
{
    memmove(run->clusters + place + 1, run->clusters + place,
            (run->count++ - place) * sizeof *run->clusters);
    run->clusters[place].id = id;
    run->clusters[place].note = note;
    run->clusters[place].is_touched = is_touched;
}

/* Brings a cluster to its place; one that is not in the document yet must be
 * the new one. */
static bool place_cluster(run *run, size_t place, const char *id, int32_t note,
                          const nv_csl_cluster *cluster)
{
    const size_t from = id ? place_of(run, id) : run->count;
    const bool is_it = id && cluster->id && strcmp(id, cluster->id) == 0;
    bool has_moved;

    if (from == run->count) {
        if (!is_it)
            return nv_fail(run->err, NV_ERROR_FORMAT, 0,
                           "The test speaks of the citation \"%s\", which is "
                           "none of the document.",
                           id ? id : "");
        put_in(run, place, id, note, true);
        return nv_csl_processor_insert(run->processor, place, cluster,
                                       run->err);
    }
    has_moved = run->clusters[from].note != note;
    take_out(run, from);
    put_in(run, place, id, note, is_it || has_moved);
    return nv_csl_processor_move(run->processor, id, place, note, run->err) &&
           (!is_it ||
            nv_csl_processor_replace(run->processor, cluster, run->err));
}

static bool place_list(run *run, const nv_json *list, size_t *place,
                       const nv_csl_cluster *cluster)
{
    for (const nv_json *pair = list ? list->first : NULL; pair;
         pair = pair->next) {
        const nv_json *id = pair->first, *note = id ? id->next : NULL;

        if (!place_cluster(run, (*place)++, id ? id->text : NULL,
                           note ? atoi(note->text) : 0, cluster))
            return false;
    }
    return true;
}

/* Makes the document what an entry says it is: what stands before its cluster,
 * the cluster, and what stands after. */
static bool apply(run *run, const nv_json *entry)
{
    const nv_json *object = entry->first;
    const nv_json *before = object ? object->next : NULL;
    const nv_json *after = before ? before->next : NULL;
    const nv_json *list = nv_json_member(object, "citationItems");
    const char *note =
        nv_csl_suite_word(nv_json_member(object, "properties"), "noteIndex");
    const nv_csl_cluster cluster = {
        .id = nv_csl_suite_word(object, "citationID"),
        .note = note ? atoi(note) : 0,
        .cites = nv_csl_suite_cites(list, run->arena),
        .cite_count = nv_csl_suite_length(list),
    };
    size_t place = 0;

    if (!cluster.cites)
        return no_memory(run->err);
    if (!place_list(run, before, &place, &cluster) ||
        !place_cluster(run, place++, cluster.id, cluster.note, &cluster) ||
        !place_list(run, after, &place, &cluster))
        return false;
    while (run->count > place)
        if (!nv_csl_processor_remove(run->processor,
                                     run->clusters[--run->count].id, run->err))
            return false;
    return true;
}

static bool is_listed(const nv_csl_changes *changes, const char *id)
{
    for (size_t i = 0; i < changes->count; i++)
        if (strcmp(changes->ids[i], id) == 0)
            return true;
    return false;
}

static void write_clusters(run *run, const nv_csl_changes *changes)
{
    for (size_t i = 0; i < run->count; i++) {
        const char *id = run->clusters[i].id;
        const bool is_new =
            run->clusters[i].is_touched || is_listed(changes, id);

        nv_buffer_add_format(run->out, "%s%s[%zu] ", i ? "\n" : "",
                             is_new ? ">>" : "..", i);
        nv_csl_text_write_html(nv_csl_processor_text(run->processor, id),
                               run->out);
    }
}

static bool run_citations(run *run)
{
    const nv_json *entries =
        nv_json_read(run->test->citations, strlen(run->test->citations),
                     run->arena, run->err);
    nv_csl_changes changes = {NULL, 0, false};

    if (!entries)
        return false;
    run->clusters = nv_arena_array(run->arena, nv_csl_suite_length(entries) + 1,
                                   sizeof *run->clusters);
    if (!run->clusters)
        return no_memory(run->err);
    for (const nv_json *entry = entries->first; entry; entry = entry->next)
        if (!apply(run, entry) ||
            !nv_csl_processor_update(run->processor, &changes, run->err))
            return false;
    if (strncmp(run->test->mode, "citation", 8) == 0)
        write_clusters(run, &changes);
    return true;
}

static bool write_bibliography(run *run)
{
    nv_csl_bibliography bibliography;

    if (!nv_csl_processor_bibliography(run->processor, &bibliography, run->err))
        return false;
    nv_csl_bibliography_write_html(&bibliography, run->out);
    return true;
}

/* All items are in the bibliography, though nothing cites them. */
static bool list_items(run *run, const char *const ids[], size_t count)
{
    nv_csl_changes changes;

    return nv_csl_processor_set_uncited(run->processor, ids, count, run->err) &&
           nv_csl_processor_update(run->processor, &changes, run->err);
}

static bool run_test(run *run, const char *const ids[], size_t count)
{
    const bool is_bibliography =
        strncmp(run->test->mode, "bibliography", 12) == 0;

    if (run->test->citations)
        return run_citations(run) &&
               (!is_bibliography || write_bibliography(run));
    if (!list_items(run, ids, count))
        return false;
    if (is_bibliography)
        return write_bibliography(run);
    return run->test->citation_items ? run_citation_items(run)
                                     : run_items(run, ids, count);
}

/* Style, language and items */

/* An item of a test may have no id, as no item of an author would. */
static const nv_csl_item *read_item(const run *run, const nv_json *object,
                                    size_t place)
{
    nv_json *id = nv_arena_alloc(run->arena, sizeof *id);
    nv_json named = *object;
    nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_add_format(&text, "item %zu", place);
    if (id && !nv_json_member(object, "id")) {
        *id = (nv_json){.type = NV_JSON_TEXT, .name = "id"};
        id->text = nv_arena_text(run->arena, text.text, text.len);
        id->next = object->first;
        named.first = id;
    }
    nv_buffer_release(&text);
    return nv_csl_item_of_json(&named, run->arena, run->err);
}

static bool is_among(const char *const ids[], size_t count, const char *id)
{
    while (count > 0)
        if (strcmp(ids[--count], id) == 0)
            return true;
    return false;
}

/* Of two items with one id the last counts, and is cited once. */
static bool run_with_items(run *run)
{
    const nv_json *list = nv_json_read(
        run->test->input, strlen(run->test->input), run->arena, run->err);
    const nv_csl_item **items =
        nv_arena_array(run->arena, nv_csl_suite_length(list), sizeof *items);
    const char **ids =
        nv_arena_array(run->arena, nv_csl_suite_length(list), sizeof *ids);
    size_t count = 0, place = 0;

    if (!list || !items || !ids)
        return no_memory(run->err);
    for (const nv_json *object = list->first; object; object = object->next) {
        items[place] = read_item(run, object, place);
        if (!items[place])
            return false;
        ids[count] = items[place++]->id;
        if (!is_among(ids, count, ids[count]))
            count++;
    }
    return nv_csl_processor_put_items(run->processor, items, place, run->err) &&
           run_test(run, ids, count);
}

/* What the style says in its own language, or American English. */
static nv_csl_lexicon *lexicon_of(const nv_csl_style *style,
                                  nv_csl_suite_locales *locales, nv_error *err)
{
    const char *tag = nv_csl_style_describe(style)->default_locale;
    const nv_csl_locale *found[3];
    nv_csl_tag chain[3];
    size_t count = 0, wanted;

    wanted = nv_csl_locale_chain(*tag ? tag : NULL, chain);
    for (size_t i = 0; i < wanted; i++) {
        const nv_csl_locale *locale =
            nv_csl_suite_locales_find(locales, chain[i].tag, err);

        if (locale)
            found[count++] = locale;
        else if (err->code)
            return NULL;
    }
    return nv_csl_lexicon_new(style, *tag ? tag : NULL, found, count, err);
}

bool nv_csl_suite_run(const nv_csl_suite_test *test,
                      nv_csl_suite_locales *locales, nv_buffer *out,
                      nv_error *err)
{
    nv_arena arena = {NULL};
    nv_csl_style *style = nv_csl_style_read(test->csl, strlen(test->csl), err);
    nv_csl_lexicon *lexicon = style ? lexicon_of(style, locales, err) : NULL;
    run run = {.test = test, .arena = &arena, .out = out, .err = err};
    bool done = false;

    if (lexicon)
        run.processor = nv_csl_processor_new(lexicon, NULL, err);
    if (run.processor)
        done = run_with_items(&run);
    nv_csl_processor_free(run.processor);
    nv_csl_lexicon_free(lexicon);
    nv_csl_style_free(style);
    nv_arena_release(&arena);
    return done && (!out->failed || no_memory(err));
}
