/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as CSL-JSON. */
#define _GNU_SOURCE /* for memfd_create() */
#include "import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    import_bytes("csl-json", data, size);
    return 0;
}
