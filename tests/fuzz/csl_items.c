/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as items in CSL-JSON: what is read keeps the promises of item.h. */
#include "citation/item.h"
#include "csl.h"

static void check_names(const nv_csl_names *names)
{
    DEMAND(!names || names->count > 0, "a list of names has one");
    for (size_t i = 0; names && i < names->count; i++) {
        const nv_csl_name *name = &names->names[i];

        DEMAND(name->literal || name->family || name->given || name->dropping ||
                   name->non_dropping || name->suffix,
               "a name has a part");
        DEMAND(!name->literal || !name->family, "a literal stands alone");
        DEMAND(!name->family || is_utf8(name->family), "it is UTF-8");
        DEMAND(!name->given || is_utf8(name->given), "it is UTF-8");
    }
}

static void check_date(const nv_csl_date *date)
{
    if (!date)
        return;
    DEMAND(date->literal || date->first.year != 0, "a date has a year");
    DEMAND(date->first.month <= 12 && date->first.day <= 31 &&
               date->first.season <= 4,
           "months, days and seasons are in their bounds");
    DEMAND(!date->first.season || !date->first.month,
           "a season stands without a month");
}

static void check_item(const nv_csl_item *item)
{
    DEMAND(item && item->id && *item->id, "an item has an id");
    for (int v = 0; v < NV_CSL_VARIABLE_COUNT; v++) {
        const nv_csl_string *string = nv_csl_item_string(item, v);

        DEMAND(!string || (string->len == strlen(string->text) &&
                           string->len > 0 && is_utf8(string->text)),
               "a text is UTF-8 of its length");
        check_names(nv_csl_item_names(item, v));
        check_date(nv_csl_item_date(item, v));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    nv_arena arena = {NULL};
    nv_error err = {0};
    size_t count;
    const nv_csl_item *const *items = nv_csl_items_read(
        size ? (const char *)data : "", size, &arena, &count, &err);

    check_refused(items, &err);
    for (size_t i = 0; items && i < count; i++)
        check_item(items[i]);
    nv_arena_release(&arena);
    return 0;
}
