/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as an index, as they are and with right checksums; what opens is
 * asked for everything. */
#include "use_index.h"

static void try_index(const uint8_t *bytes, size_t len)
{
    nv_error err = {0};
    nv_index *index = nv_index_of_bytes(bytes, len, false, "pack.idx", &err);

    DEMAND(!index == (err.code != NV_OK), "a failure is told");
    DEMAND(!index == (err.message[0] != '\0'), "a failure has a sentence");
    DEMAND(is_utf8(err.message), "the sentence is UTF-8");
    if (index)
        use_index(index);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *copy;

    try_index(data, size);
    if (size < NV_FORMAT_HEADER)
        return 0;
    copy = malloc(size);
    DEMAND(copy, "there is memory");
    memcpy(copy, data, size);
    mend_index(copy, size);
    try_index(copy, size);
    free(copy);
    return 0;
}
