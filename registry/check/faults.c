/* SPDX-License-Identifier: MPL-2.0 */
/* See faults.h. */
#include "registry/check/faults.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/sentence.h"

enum { LONGEST = 1200 }; /* bytes of a sentence */

void nv_faults_release(nv_faults *faults)
{
    free(faults->items);
    nv_arena_release(&faults->arena);
    memset(faults, 0, sizeof *faults);
}

static bool make_room(nv_faults *faults)
{
    size_t capacity = faults->capacity ? faults->capacity * 2 : 64;
    nv_fault *items;

    if (faults->count < faults->capacity)
        return true;
    items = realloc(faults->items, capacity * sizeof *items);
    if (!items)
        return false;
    faults->items = items;
    faults->capacity = capacity;
    return true;
}

static void make_one_line(char *text)
{
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7F)
            *c = ' ';
}

void nv_faults_add(nv_faults *faults, const char *file, int line,
                   const char *format, ...)
{
    char what[LONGEST + 1];
    const char *kept;
    va_list args;

    va_start(args, format);
    nv_sentence_write(what, sizeof what, format, args);
    va_end(args);
    make_one_line(what);
    kept = nv_arena_text(&faults->arena, what, strlen(what));
    faults->failed = faults->failed || !kept || !make_room(faults);
    if (faults->failed)
        return;
    faults->items[faults->count] =
        (nv_fault){file, line < 1 ? 1 : line, kept, faults->count};
    faults->count++;
}

static int compare(const void *a, const void *b)
{
    const nv_fault *x = a, *y = b;
    int order = strcmp(x->file, y->file);

    if (order)
        return order;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->turn > y->turn) - (x->turn < y->turn);
}

void nv_faults_sort(nv_faults *faults)
{
    if (faults->count > 1)
        qsort(faults->items, faults->count, sizeof *faults->items, compare);
}

void nv_faults_print(const nv_faults *faults, nv_buffer *out)
{
    for (size_t i = 0; i < faults->count; i++) {
        const nv_fault *fault = &faults->items[i];

        nv_buffer_add_format(out, "%s:%d: %s\n", fault->file, fault->line,
                             fault->what);
    }
}
