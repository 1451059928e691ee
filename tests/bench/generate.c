/* SPDX-License-Identifier: MPL-2.0 */
/* Makes a registry of any size for `make bench`:
 *
 *     generate -n COUNT -o OUT.xml.gz [--seed N] [--queries OUT.txt] FILE...
 *
 * FILE are real registries: their words, names and places come first in the
 * made one. Up to 20,000 events each is as long as those of the dossier, in
 * larger registries about 700 bytes of text. The pack is written as `nv pack`
 * writes it (names, events by date and id, statements, in gzip members of whole
 * records), record by record, so that no number of events needs memory. The
 * same arguments give the same bytes. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "generator/event.h"
#include "generator/query.h"
#include "generator/seeds.h"

enum {
    MEMBER = 64 * 1024, /* bytes of XML after which a member is closed */
    LEVEL = 3,
    FULL_EVENTS = 20000, /* so many are as long as those of the dossier */
    EVENTS_MAX = 36 * 36 * 36 * 36, /* by their keys */
    FIRST_YEAR = 1941,
    LAST_YEAR = 1991,
    DAYS = 18627, /* of these years */
    MONTHS = 612,
    MONTH_SHARE = 50, /* of so many events, one is known by its month only */
    QUERIES = 104,
    STATEMENT_SHARE = 2000, /* a statement for so many events */
    KNOWN = 512             /* ids that later events and statements name */
};

typedef struct {
    uint32_t count;
    uint64_t seed;
    const char *out, *queries;
    char **files;
} options;

typedef struct {
    const options *options;
    bench_world world;
    bench_event event;
    uint32_t number; /* of the next event */
    bench_draft *drafts;
    char known[KNOWN][BENCH_ID];
    uint32_t known_count; /* how many were written there in all */
    FILE *file, *queries;
    z_stream stream;
    nv_buffer xml, query;
} generator;

static bool fail(const char *what)
{
    fprintf(stderr, "generate: %s\n", what);
    return false;
}

/* The pack */

static bool close_member(generator *g)
{
    static unsigned char chunk[2 * MEMBER];
    int result;

    g->stream.next_in = (Bytef *)g->xml.text;
    g->stream.avail_in = (uInt)g->xml.len;
    do {
        g->stream.next_out = chunk;
        g->stream.avail_out = sizeof chunk;
        result = deflate(&g->stream, Z_FINISH);
        fwrite(chunk, 1, sizeof chunk - g->stream.avail_out, g->file);
    } while (result == Z_OK);
    nv_buffer_truncate(&g->xml, 0);
    return (result == Z_STREAM_END && deflateReset(&g->stream) == Z_OK &&
            !ferror(g->file)) ||
           fail("can't write the pack");
}

static bool close_full_member(void *to)
{
    generator *g = to;

    return g->xml.failed ? fail("no memory")
                         : g->xml.len < MEMBER || close_member(g);
}

static bool make_world(generator *g)
{
    bench_world *world = &g->world;
    nv_error err = {0};

    world->random.state = g->options->seed;
    world->is_full = g->options->count <= FULL_EVENTS;
    world->statement_count = g->options->count / STATEMENT_SHARE + 1;
    for (char **file = g->options->files; *file; file++)
        if (!bench_learn(world, *file, &err))
            return fail(err.message);
    return (bench_words_finish(&world->words) &&
            bench_names_finish(&world->names, g->options->count)) ||
           fail("no memory");
}

/* Events */

static const char *earlier_id(generator *g)
{
    const uint32_t count = g->known_count < KNOWN ? g->known_count : KNOWN;

    return count ? g->known[bench_below(&g->world.random, count)] : "";
}

static void relate(generator *g)
{
    char(*earlier)[BENCH_ID] = g->event.earlier;

    memset(earlier, 0, sizeof g->event.earlier);
    if (bench_chance(&g->world.random, g->world.is_full ? 90 : 50))
        strcpy(earlier[0], earlier_id(g));
    if (bench_chance(&g->world.random, g->world.is_full ? 85 : 0))
        strcpy(earlier[1], earlier_id(g));
    if (strcmp(earlier[0], earlier[1]) == 0)
        earlier[1][0] = '\0';
}

static void remember(generator *g, const char *id)
{
    strcpy(g->known[g->known_count++ % KNOWN], id);
}

static void ask(generator *g)
{
    const uint32_t number = g->number;
    const uint64_t count = g->options->count;

    for (uint32_t i = 0; g->queries && i < QUERIES; i++)
        if ((2 * i + 1) * count / (2 * QUERIES) == number)
            bench_query_write(&g->world, &g->event, i, &g->query);
}

static bool write_event(generator *g, const char *date,
                        const bench_draft *draft)
{
    g->event.draft = draft;
    g->event.number = g->number;
    strcpy(g->event.date, date);
    relate(g);
    bench_event_write(&g->world, &g->event, &g->xml);
    ask(g);
    remember(g, draft->id);
    g->number++;
    return close_full_member(g);
}

static int compare_drafts(const void *a, const void *b)
{
    const bench_draft *x = a, *y = b;

    return strcmp(x->id, y->id);
}

/* Gives those of one id numbers; kinds, with which ids end, begin with no other
 * kind, so they stay in order. */
static void number_drafts(bench_draft drafts[], uint32_t count)
{
    uint32_t same = 0;

    for (uint32_t i = 1; i < count; i++) {
        const size_t len = strlen(drafts[i - same - 1].id);

        same =
            strcmp(drafts[i].id, drafts[i - same - 1].id) == 0 ? same + 1 : 0;
        if (same)
            snprintf(drafts[i].id + len, BENCH_ID - len, "-%05" PRIu32,
                     same + 1);
    }
}

static bool write_events(generator *g, const char *date, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        bench_draft_draw(&g->world, date, &g->drafts[i]);
    if (count)
        qsort(g->drafts, count, sizeof *g->drafts, compare_drafts);
    number_drafts(g->drafts, count);
    for (uint32_t i = 0; i < count; i++)
        if (!write_event(g, date, &g->drafts[i]))
            return false;
    return true;
}

static int days_of_month(int year, int month)
{
    static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && year % 4 == 0);
}

/* Those that are known by their month only come before its first day. */
static bool write_month(generator *g, int year, int month, uint32_t *day)
{
    const uint64_t count = g->options->count;
    char date[32];

    snprintf(date, sizeof date, "%d-%02d", year, month);
    if (!write_events(g, date, (uint32_t)(count / MONTH_SHARE / MONTHS)))
        return false;
    for (int i = 1; i <= days_of_month(year, month); i++) {
        const uint32_t upto = (uint32_t)(count * ++*day / DAYS);

        snprintf(date, sizeof date, "%d-%02d-%02d", year, month, i);
        if (upto > g->number && !write_events(g, date, upto - g->number))
            return false;
    }
    return true;
}

static bool write_years(generator *g)
{
    const uint32_t a_day = g->options->count / DAYS + 2;
    uint32_t day = 0;
    bool is_written = true;

    g->drafts = calloc(a_day * 31u, sizeof *g->drafts);
    if (!g->drafts)
        return fail("no memory");
    for (int year = FIRST_YEAR; is_written && year <= LAST_YEAR; year++)
        for (int month = 1; is_written && month <= 12; month++)
            is_written = write_month(g, year, month, &day);
    free(g->drafts);
    return is_written;
}

static bool write_statements(generator *g)
{
    for (uint32_t i = 0; i < g->world.statement_count; i++) {
        const char *const ids[] = {earlier_id(g), earlier_id(g)};
        const size_t count = 1 + (strcmp(ids[0], ids[1]) != 0);

        bench_statement_write(&g->world, i, ids, count, &g->xml);
        if (!close_full_member(g))
            return false;
    }
    return true;
}

static bool write_all(generator *g)
{
    nv_buffer_add_text(&g->xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<registry version=\"1\" pack=\"bench\">\n");
    if (!bench_names_write(&g->world.names, &g->xml, close_full_member, g) ||
        !write_years(g) || !write_statements(g))
        return false;
    nv_buffer_add_text(&g->xml, "</registry>\n");
    return close_member(g);
}

static bool open_files(generator *g)
{
    g->file = fopen(g->options->out, "wb");
    if (g->options->queries)
        g->queries = fopen(g->options->queries, "w");
    if (!g->file || (g->options->queries && !g->queries))
        return fail("can't open the files to write");
    return deflateInit2(&g->stream, LEVEL, Z_DEFLATED, 16 + MAX_WBITS, 8,
                        Z_DEFAULT_STRATEGY) == Z_OK ||
           fail("no memory");
}

static bool close_files(generator *g)
{
    bool is_written = true;

    if (g->queries) {
        fwrite(g->query.text, 1, g->query.len, g->queries);
        is_written = fclose(g->queries) == 0;
    }
    if (g->file)
        is_written = fclose(g->file) == 0 && is_written;
    deflateEnd(&g->stream);
    return is_written || fail("can't write the files");
}

static bool generate(const options *options)
{
    static generator g;
    bool is_made;

    g.options = options;
    nv_buffer_init(&g.xml);
    nv_buffer_init(&g.query);
    nv_buffer_init(&g.event.title);
    nv_buffer_init(&g.event.quotation);
    nv_buffer_init(&g.world.names.records);
    is_made = open_files(&g) && make_world(&g) && write_all(&g);
    is_made = close_files(&g) && is_made;
    nv_buffer_release(&g.xml);
    nv_buffer_release(&g.query);
    nv_buffer_release(&g.event.title);
    nv_buffer_release(&g.event.quotation);
    bench_names_release(&g.world.names);
    bench_words_release(&g.world.words);
    return is_made;
}

static bool read_options(int argc, char **argv, options *options)
{
    int i = 1;

    for (; i + 1 < argc && argv[i][0] == '-'; i += 2) {
        if (strcmp(argv[i], "-n") == 0)
            options->count = (uint32_t)strtoul(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "-o") == 0)
            options->out = argv[i + 1];
        else if (strcmp(argv[i], "--seed") == 0)
            options->seed = strtoull(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--queries") == 0)
            options->queries = argv[i + 1];
        else
            return false;
    }
    options->files = argv + i;
    return options->out && options->count > 0 && options->count <= EVENTS_MAX;
}

int main(int argc, char **argv)
{
    options options = {.seed = 1};

    if (!read_options(argc, argv, &options)) {
        fail("-n COUNT -o OUT.xml.gz [--seed N] [--queries OUT.txt] FILE...");
        return 2;
    }
    return generate(&options) ? 0 : 1;
}
