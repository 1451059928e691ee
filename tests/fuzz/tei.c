/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as TEI. */
#define _GNU_SOURCE /* for memfd_create() */
#include "import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    import_bytes("tei", data, size);
    return 0;
}
