/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as the gzip of a pack, of one member or several; what comes out is
 * then read. */
#include "registry/gunzip.h"
#include "use.h"

enum {
    FREE_OF_RATIO = 1024 * 1024, /* bytes, as gunzip.h promises */
    RATIO = 200,
    CHUNK = 64 * 1024 /* by which a bound may be passed */
};

static size_t largest(size_t size)
{
    return size * RATIO > FREE_OF_RATIO ? size * RATIO : FREE_OF_RATIO;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_error err = {0};
    const char *bytes = size ? (const char *)data : "";
    bool is_gzip = nv_gunzip_knows(bytes, size);

    if (nv_gunzip(bytes, size, "pack.gz", &xml, &err)) {
        DEMAND(is_gzip || size == 0, "what is inflated begins like gzip");
        check_opened(nv_registry_read(xml.text, xml.len, "pack.gz", &err),
                     &err);
    } else {
        check_opened(NULL, &err);
    }
    DEMAND(xml.len <= CHUNK + largest(size),
           "it expands no further than promised");
    nv_buffer_release(&xml);
    return 0;
}
