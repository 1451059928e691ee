/* SPDX-License-Identifier: MPL-2.0 */
/* See typed.h. */
#include "typed.h"

#include <string.h>

#include "base/array.h"

static const struct {
    const char *name;
    bench_column column;
} fields[] = {
    {"year:", BENCH_DATE},   {"année:", BENCH_DATE},  {"kind:", BENCH_KIND},
    {"genre:", BENCH_KIND},  {"party:", BENCH_PARTY}, {"partie:", BENCH_PARTY},
    {"place:", BENCH_PLACE}, {"lieu:", BENCH_PLACE},  {"by:", BENCH_BY},
    {"par:", BENCH_BY},
};

static void read_field(const char **at, bench_typed *typed)
{
    typed->column = -1;
    for (size_t i = 0; i < NV_COUNT_OF(fields); i++) {
        const size_t len = strlen(fields[i].name);

        if (strncmp(*at, fields[i].name, len) == 0) {
            typed->column = (int)fields[i].column;
            *at += len;
        }
    }
}

static void read_text(const char **at, bench_typed *typed)
{
    size_t len, kept;

    typed->is_phrase = **at == '"';
    *at += typed->is_phrase;
    len = strcspn(*at, typed->is_phrase ? "\"" : " ");
    kept = len < BENCH_WORD ? len : BENCH_WORD - 1;
    memcpy(typed->text, *at, kept);
    typed->text[kept] = '\0';
    *at += len;
    typed->is_last = !**at;
    *at += **at == '"';
}

bool bench_typed_next(const char **at, bench_typed *typed)
{
    do {
        *at += strspn(*at, " ");
        if (!**at)
            return false;
        typed->is_excluded = **at == '-';
        *at += typed->is_excluded;
        read_field(at, typed);
        read_text(at, typed);
    } while (!typed->text[0]);
    return true;
}
