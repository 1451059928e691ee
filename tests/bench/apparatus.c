/* SPDX-License-Identifier: MPL-2.0 */
/* What it costs to find out what a document should say, in processor time: from
 * nothing, when nothing has changed, and for one citation more, fewer, moved or
 * rewritten among many.
 *
 *   make build/tests/bench/apparatus build/registry.xml.gz build/nv
 *   build/tests/bench/apparatus [CITATIONS [STYLE]]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "note/apparatus.h"

enum { TIMES = 21 };

typedef struct {
    char (*names)[NV_CITATION_NAME_MAX + 1];
    char **texts;
    nv_standing *standing;
    size_t count, room;
} essay;

static void must(bool holds, const nv_error *err)
{
    if (holds)
        return;
    fprintf(stderr, "%s\n", err->message);
    exit(1);
}

static double milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

static void name_it(essay *essay, size_t at, const nv_event *event, size_t tail)
{
    nv_citation_name name = {.parts = NV_PART_DATE | NV_PART_SOURCE,
                             .language = "en"};

    snprintf(name.tail, sizeof name.tail, "%06zu", tail % 1000000);
    nv_citation_pack_code("core", name.pack);
    strcpy(name.key, event->key);
    nv_citation_checksum("x", 1, name.checksum);
    nv_citation_name_write(&name, essay->names[at]);
}

static void renumber(essay *essay)
{
    for (size_t i = 0; i < essay->count; i++)
        essay->standing[i] = (nv_standing){.name = essay->names[i],
                                           .text = essay->texts[i],
                                           .note = (int32_t)i + 1,
                                           .is_alone = true,
                                           .before = "",
                                           .after = ""};
}

static essay make(const nv_registry *core, size_t count)
{
    const size_t events = nv_registry_event_count(core);
    essay essay = {.count = count, .room = count + 1};

    essay.names = calloc(essay.room, sizeof *essay.names);
    essay.texts = calloc(essay.room, sizeof *essay.texts);
    essay.standing = calloc(essay.room, sizeof *essay.standing);
    must(essay.names && essay.texts && essay.standing,
         &(nv_error){.message = "There is no memory."});
    for (size_t i = 0, at = 0; i < count; at++) {
        const nv_event *event = nv_registry_event(core, at * 7 % events, NULL);

        if (event->document.is_none)
            continue;
        essay.texts[i] = strdup("x");
        name_it(&essay, i, event, i);
        i++;
    }
    renumber(&essay);
    return essay;
}

/* As Refresh leaves the document. */
static void refresh(essay *essay, const nv_apparatus *apparatus)
{
    for (size_t i = 0; i < essay->count; i++) {
        const nv_wanted *wanted = nv_apparatus_wanted(apparatus, i);

        if (wanted->state != NV_STANDING_STALE)
            continue;
        free(essay->texts[i]);
        essay->texts[i] = strdup(wanted->text);
        strcpy(essay->names[i], wanted->name);
    }
    renumber(essay);
}

static void insert(essay *essay, size_t at, const nv_event *event)
{
    memmove(essay->names + at + 1, essay->names + at,
            (essay->count - at) * sizeof *essay->names);
    memmove(essay->texts + at + 1, essay->texts + at,
            (essay->count - at) * sizeof *essay->texts);
    essay->texts[at] = strdup("x");
    name_it(essay, at, event, 900000 + at);
    essay->count++;
    renumber(essay);
}

static void take_out(essay *essay, size_t at)
{
    free(essay->texts[at]);
    essay->count--;
    memmove(essay->names + at, essay->names + at + 1,
            (essay->count - at) * sizeof *essay->names);
    memmove(essay->texts + at, essay->texts + at + 1,
            (essay->count - at) * sizeof *essay->texts);
    renumber(essay);
}

static double update(nv_apparatus *apparatus, const essay *essay)
{
    const double start = milliseconds();
    nv_error err = {0};

    must(nv_apparatus_update(apparatus, essay->standing, essay->count, &err),
         &err);
    return milliseconds() - start;
}

static int by_size(const void *a, const void *b)
{
    const double first = *(const double *)a, second = *(const double *)b;

    return (first > second) - (first < second);
}

static void print(const char *what, double times[TIMES])
{
    qsort(times, TIMES, sizeof *times, by_size);
    printf("%-28s %8.3f ms, at most %8.3f ms\n", what, times[TIMES / 2],
           times[TIMES - 1]);
}

static void measure(nv_apparatus *apparatus, essay *essay,
                    const nv_event *event)
{
    double same[TIMES], more[TIMES], settled[TIMES], fewer[TIMES];

    for (size_t i = 0; i < TIMES; i++) {
        const size_t at = essay->count * i / TIMES;

        same[i] = update(apparatus, essay);
        insert(essay, at, event);
        more[i] = update(apparatus, essay);
        refresh(essay, apparatus);
        settled[i] = update(apparatus, essay);
        take_out(essay, at);
        fewer[i] = update(apparatus, essay);
        refresh(essay, apparatus);
        update(apparatus, essay);
    }
    print("nothing has changed", same);
    print("one citation more", more);
    print("what followed was written", settled);
    print("one citation fewer", fewer);
}

int main(int argc, char *argv[])
{
    const size_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : 5000;
    const char *style = argc > 2 ? argv[2] : "chicago-17";
    const nv_style_folder folder = {.path = NV_BUILD "/styles",
                                    .is_ours = true};
    nv_error err = {0};
    nv_packs *packs = nv_packs_new(NULL, &err);
    nv_means means = {.packs = packs};
    nv_apparatus *apparatus;
    const nv_registry *core;
    essay essay;
    double start;

    must(packs && nv_packs_add(packs, NV_BUILD "/registry.xml.gz", &err), &err);
    means.library = nv_library_open(&folder, 1, NV_BUILD "/locales", &err);
    must(means.library, &err);
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        means.styles[i] = style;
    must(nv_library_style(means.library, style, NV_LANGUAGE_EN, &err), &err);
    core = nv_packs_registries(packs)[0];
    essay = make(core, count);
    start = milliseconds();
    apparatus = nv_apparatus_new(&means, essay.standing, essay.count, &err);
    must(apparatus, &err);
    printf("%zu citations, %s\n%-28s %8.3f ms\n", count, style, "from nothing",
           milliseconds() - start);
    refresh(&essay, apparatus);
    update(apparatus, &essay);
    measure(apparatus, &essay, nv_registry_event(core, 3, NULL));
    nv_apparatus_free(apparatus);
    nv_library_free(means.library);
    nv_packs_free(packs);
    while (essay.count > 0)
        free(essay.texts[--essay.count]);
    free(essay.names);
    free(essay.texts);
    free(essay.standing);
    return 0;
}
