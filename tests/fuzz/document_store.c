/* SPDX-License-Identifier: MPL-2.0 */
/* Any properties of a document: lines NAME=VALUE. What is read of them is
 * written and read again as the same, and nothing else is taken. */
#include "fuzz.h"
#include "note/document_carried.h"

enum { LONGEST = 4096, SHORT = 300 };

static void take_properties(fuzz_input *input, carried *all)
{
    char line[LONGEST];

    while (input->at < input->end && all->count < SHORT) {
        char *equals;

        take_line(input, line, sizeof line);
        equals = strchr(line, '=');
        if (!equals)
            continue;
        *equals = '\0';
        carried_set(all, line, equals + 1);
    }
}

static bool same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static void check_same(const nv_document_store *a, const nv_document_store *b)
{
    DEMAND(a->style.is_set == b->style.is_set, "a style is a style");
    DEMAND(same(a->style.id, b->style.id), "id");
    DEMAND(same(a->style.version, b->style.version), "version");
    DEMAND(same(a->style.csl, b->style.csl), "the style itself");
    DEMAND(a->style.kind == b->style.kind, "kind");
}

static void write_again(const nv_document_store *store)
{
    carried all = {.count = 0};
    nv_document_store again;

    if (store->style.is_set)
        DEMAND(nv_document_style_write(&store->style, carried_put, &all, NULL),
               "a style that was read can be written");
    DEMAND(carried_read(&all, &again, NULL), "and read again");
    DEMAND(again.trouble.code == NV_OK, "without trouble");
    check_same(store, &again);
    nv_document_store_release(&again);
    carried_release(&all);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_input input = {data, data + size};
    carried all = {.count = 0};
    nv_document_store store;

    take_properties(&input, &all);
    DEMAND(carried_read(&all, &store, NULL), "there is memory");
    write_again(&store);
    nv_document_store_release(&store);
    carried_release(&all);
    return 0;
}
