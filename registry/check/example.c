/* SPDX-License-Identifier: MPL-2.0 */
/* See example.h. */
#include "registry/check/example.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "registry/check/embedded.h"
#include "registry/record.h"

/* Mode x: the file is new, or it is not opened. */
static bool write_new(const char *path, const nv_buffer *text)
{
    FILE *file = fopen(path, "wx");
    bool is_written;

    if (!file)
        return false;
    is_written = fwrite(text->text, 1, text->len, file) == text->len;
    is_written = fclose(file) == 0 && is_written;
    if (!is_written)
        remove(path);
    return is_written;
}

static void add_example(nv_buffer *out, const char *pack)
{
    static const char before[] = "pack=\"";
    const char *name = strstr(nv_example_xml, before) + strlen(before);
    const char *after = strchr(name, '"');

    nv_buffer_add(out, nv_example_xml, (size_t)(name - nv_example_xml));
    nv_buffer_add_text(out, pack);
    nv_buffer_add_text(out, after);
}

bool nv_example_write(const char *pack, nv_error *err)
{
    char path[NV_PACK_NAME_MAX + sizeof ".xml"];
    nv_buffer text = NV_BUFFER_INIT;
    bool is_written;

    if (!nv_is_pack_name(pack))
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "“%.40s” can't be the name of a pack. Use 1 to %d small "
                       "letters, digits and hyphens.",
                       pack, NV_PACK_NAME_MAX);
    snprintf(path, sizeof path, "%s.xml", pack);
    add_example(&text, pack);
    is_written = !text.failed && write_new(path, &text);
    if (!is_written)
        nv_fail(err, text.failed ? NV_ERROR_MEMORY : NV_ERROR_IO, 0,
                "%s can't be written (%s). Choose another name or another "
                "folder.",
                path, strerror(text.failed ? ENOMEM : errno));
    nv_buffer_release(&text);
    return is_written;
}
