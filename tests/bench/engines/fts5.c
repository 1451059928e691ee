/* SPDX-License-Identifier: MPL-2.0 */
/* SQLite's full-text search, as one would set it up for this: bm25 with
 * weighted columns, an index of prefixes, letters without their marks. The
 * texts themselves are not kept, which makes it smaller and faster. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "engine.h"
#include "typed.h"

static const char settings[] = "PRAGMA journal_mode = OFF;"
                               "PRAGMA synchronous = OFF;"
                               "PRAGMA cache_size = -262144;"
                               "PRAGMA mmap_size = 17179869184;";

typedef struct {
    sqlite3 *database;
    sqlite3_stmt *statement;
} fts5;

static bool run(sqlite3 *database, const char *sql)
{
    char *message = NULL;

    if (sqlite3_exec(database, sql, NULL, NULL, &message) == SQLITE_OK)
        return true;
    fprintf(stderr, "SQLite: %s\n", message);
    sqlite3_free(message);
    return false;
}

static void close_fts5(void *opened)
{
    fts5 *f = opened;

    sqlite3_finalize(f->statement);
    sqlite3_close(f->database);
    free(f);
}

static fts5 *open_database(const char *index)
{
    fts5 *f = calloc(1, sizeof *f);

    if (f && sqlite3_open(index, &f->database) == SQLITE_OK &&
        run(f->database, settings))
        return f;
    if (f)
        close_fts5(f);
    return NULL;
}

static bool prepare(fts5 *f, const char *sql)
{
    if (sqlite3_prepare_v2(f->database, sql, -1, &f->statement, NULL) ==
        SQLITE_OK)
        return true;
    fprintf(stderr, "SQLite: %s\n", sqlite3_errmsg(f->database));
    return false;
}

static void create_table(nv_buffer *sql)
{
    nv_buffer_add_text(sql, "CREATE VIRTUAL TABLE events USING fts5(");
    for (size_t i = 0; i < BENCH_COLUMNS; i++)
        nv_buffer_add_format(sql, "%s, ", bench_column_names[i]);
    nv_buffer_add_text(sql, "content = '', prefix = '1 2 3 4', "
                            "tokenize = 'unicode61 remove_diacritics 2');"
                            "INSERT INTO events(events, rank) "
                            "VALUES ('rank', 'bm25(");
    for (size_t i = 0; i < BENCH_COLUMNS; i++)
        nv_buffer_add_format(sql, "%s%d", i ? ", " : "",
                             bench_column_weights[i]);
    nv_buffer_add_text(sql, ")'); BEGIN");
}

static bool insert(void *to, const char *const texts[BENCH_COLUMNS])
{
    fts5 *f = to;

    for (int i = 0; i < BENCH_COLUMNS; i++)
        sqlite3_bind_text(f->statement, i + 1, texts[i], -1, SQLITE_STATIC);
    return sqlite3_step(f->statement) == SQLITE_DONE &&
           sqlite3_reset(f->statement) == SQLITE_OK;
}

static bool fill(fts5 *f, const char *pack)
{
    nv_buffer sql = NV_BUFFER_INIT;
    bool is_filled;

    create_table(&sql);
    is_filled =
        run(f->database, sql.text) &&
        prepare(f, "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?)") &&
        bench_texts_read(pack, insert, f) && run(f->database, "COMMIT") &&
        run(f->database, "INSERT INTO events(events) VALUES ('optimize')");
    nv_buffer_release(&sql);
    return is_filled;
}

static bool build(const char *pack, const char *index)
{
    fts5 *f;
    bool is_filled;

    unlink(index);
    f = open_database(index);
    is_filled = f && fill(f, pack);
    if (f)
        close_fts5(f);
    return is_filled;
}

static void *open_fts5(const char *pack, const char *index)
{
    char sql[128];
    fts5 *f = open_database(index);

    (void)pack;
    snprintf(sql, sizeof sql,
             "SELECT rowid FROM events(?) ORDER BY rank LIMIT %d", BENCH_HITS);
    if (!f || prepare(f, sql))
        return f;
    close_fts5(f);
    return NULL;
}

static void add_wanted(nv_buffer *out, const bench_typed *typed)
{
    if (typed->column >= 0)
        nv_buffer_add_format(out, "%s : ", bench_column_names[typed->column]);
    nv_buffer_add_char(out, '"');
    for (const char *at = typed->text; *at; at++)
        if (*at != '"')
            nv_buffer_add_char(out, *at);
    nv_buffer_add_text(out, typed->is_last ? "\" *" : "\"");
}

/* "a -b c" is ("a" AND "c" *) NOT ("b"). */
static void translate(const char *query, nv_buffer *match)
{
    nv_buffer excluded = NV_BUFFER_INIT;
    bench_typed typed;

    while (bench_typed_next(&query, &typed)) {
        nv_buffer *out = typed.is_excluded ? &excluded : match;

        nv_buffer_add_text(out, out->len == 0       ? "("
                                : typed.is_excluded ? " OR "
                                                    : " AND ");
        add_wanted(out, &typed);
    }
    if (match->len)
        nv_buffer_add_char(match, ')');
    if (match->len && excluded.len)
        nv_buffer_add_format(match, " NOT %s)", excluded.text);
    nv_buffer_release(&excluded);
}

static size_t find(void *opened, const char *query, size_t len)
{
    fts5 *f = opened;
    nv_buffer typed = NV_BUFFER_INIT, match = NV_BUFFER_INIT;
    size_t count = 0;
    int result = SQLITE_DONE;

    nv_buffer_add(&typed, query, len);
    translate(typed.text, &match);
    if (match.len) {
        sqlite3_bind_text(f->statement, 1, match.text, -1, SQLITE_STATIC);
        while ((result = sqlite3_step(f->statement)) == SQLITE_ROW)
            count++;
        sqlite3_reset(f->statement);
    }
    if (result != SQLITE_DONE)
        fprintf(stderr, "SQLite: %s: %s\n", sqlite3_errmsg(f->database),
                match.text);
    nv_buffer_release(&typed);
    nv_buffer_release(&match);
    return count;
}

const bench_engine_class bench_engine = {build, open_fts5, close_fts5, find,
                                         false};
