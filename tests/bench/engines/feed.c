/* SPDX-License-Identifier: MPL-2.0 */
/* What texts.h and typed.h know, for an engine that is not driven from C:
 *
 *     feed columns       the name and the weight of each column, a line each
 *     feed events PACK   the texts of each event, column by column, a '\0'
 *                        behind each
 *     feed typed         for each line of standard input, a query as it was
 *                        typed, a line with the same query made plain: a field
 *                        under the name of its column, a phrase closed
 */
#include <stdio.h>
#include <string.h>

#include "texts.h"
#include "typed.h"

enum { LINE = 4096 };

static void print_columns(void)
{
    for (size_t i = 0; i < BENCH_COLUMNS; i++)
        printf("%s %d\n", bench_column_names[i], bench_column_weights[i]);
}

/* Stops when nobody reads any more. */
static bool print_event(void *to, const char *const texts[BENCH_COLUMNS])
{
    (void)to;
    for (size_t i = 0; i < BENCH_COLUMNS; i++) {
        fputs(texts[i], stdout);
        putchar('\0');
    }
    return !ferror(stdout);
}

static void print_typed(const bench_typed *typed)
{
    const char *mark = typed->is_phrase ? "\"" : "";

    fputs(typed->is_excluded ? "-" : "", stdout);
    if (typed->column >= 0)
        printf("%s:", bench_column_names[typed->column]);
    printf("%s%s%s", mark, typed->text, mark);
}

static void print_queries(void)
{
    char query[LINE];

    while (fgets(query, sizeof query, stdin)) {
        const char *at = query;
        const char *between = "";
        bench_typed typed;

        query[strcspn(query, "\n")] = '\0';
        for (; bench_typed_next(&at, &typed); between = " ") {
            fputs(between, stdout);
            print_typed(&typed);
        }
        putchar('\n');
    }
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "columns") == 0)
        print_columns();
    else if (argc == 2 && strcmp(argv[1], "typed") == 0)
        print_queries();
    else if (argc == 3 && strcmp(argv[1], "events") == 0)
        return bench_texts_read(argv[2], print_event, NULL) ? 0 : 1;
    else {
        fprintf(stderr,
                "usage: feed columns | feed events PACK | feed typed\n");
        return 2;
    }
    return 0;
}
