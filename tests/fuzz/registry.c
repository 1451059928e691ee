/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as the XML of a registry; what is read is then used. */
#include "use.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    nv_error err = {0};
    nv_registry *registry =
        nv_registry_read((const char *)data, size, "pack.xml", &err);

    check_opened(registry, &err);
    return 0;
}
