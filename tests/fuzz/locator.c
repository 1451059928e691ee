/* SPDX-License-Identifier: MPL-2.0 */
/* What was typed into the panel, split at '@', and the locator read. */
#include "fuzz.h"
#include "note/locator.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = size ? (const char *)data : "";
    nv_typed_locator whole, part;
    size_t query_len, locator_at;

    nv_locator_split(text, size, &query_len, &locator_at);
    DEMAND(query_len <= locator_at && locator_at <= size,
           "the locator follows the query");
    nv_locator_read(text + locator_at, size - locator_at, &part);
    DEMAND(nv_locator_read(text, size, &whole) == (whole.label != NULL),
           "what is read has a label");
    DEMAND(memchr(whole.value, '\0', sizeof whole.value),
           "the value has an end");
    DEMAND(is_utf8(whole.value) && is_utf8(part.value), "values are UTF-8");
    return 0;
}
