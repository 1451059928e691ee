/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as a file that a person opens as a pack: gzip of one member or
 * several, or XML. */
#define _GNU_SOURCE /* memfd_create */
#include <sys/mman.h>
#include <unistd.h>

#include "use.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    nv_error err = {0};
    char path[64];
    int file = memfd_create("pack", MFD_CLOEXEC);

    DEMAND(file >= 0, "there is a file");
    DEMAND(write(file, data, size) == (ssize_t)size, "it is written");
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    check_opened(nv_registry_open(path, &err), &err);
    close(file);
    return 0;
}
