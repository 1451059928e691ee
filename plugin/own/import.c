/* SPDX-License-Identifier: MPL-2.0 */
/* See import.h. */
#include "own/import.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "registry/exchange/import.h"
#include "registry/file.h"
#include "registry/gunzip.h"
#include "registry/trouble.h"

/* The tag of the root stands before the others. */
static nv_own_file kind_of_xml(const char *text)
{
    const char *tei = strstr(text, "<TEI"), *pack = strstr(text, "<registry");

    if (pack && (!tei || pack < tei))
        return NV_OWN_FILE_PACK;
    return tei ? NV_OWN_FILE_TEI : NV_OWN_FILE_OTHER;
}

static nv_own_file kind_of(const nv_buffer *bytes)
{
    const char *text = bytes->text;

    if (nv_gunzip_knows(text, bytes->len))
        return NV_OWN_FILE_PACK;
    if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3;
    text += strspn(text, " \t\r\n");
    if (text[0] == '[' || text[0] == '{')
        return NV_OWN_FILE_JSON;
    return text[0] == '<' ? kind_of_xml(text) : NV_OWN_FILE_OTHER;
}

bool nv_own_file_look(const char *path, nv_own_file *file, nv_error *err)
{
    nv_buffer bytes = NV_BUFFER_INIT;
    const bool is_read = nv_file_read(path, &bytes, err);

    *file = is_read ? kind_of(&bytes) : NV_OWN_FILE_OTHER;
    nv_buffer_release(&bytes);
    return is_read;
}

bool nv_own_import_file(nv_own_pack *pack, nv_own_file file, const char *path,
                        const nv_registry *known, nv_own_sum *sum,
                        nv_buffer *notes, nv_error *err)
{
    const nv_import_order order = {
        .format =
            nv_import_format_of(file == NV_OWN_FILE_JSON ? "csl-json" : "tei"),
        .pack = nv_own_pack_name(pack),
        .known = known,
    };
    char *paths[] = {(char *)path};
    nv_buffer xml = NV_BUFFER_INIT;
    const bool is_done = nv_import(&order, paths, 1, &xml, notes, err) &&
                         nv_own_pack_add(pack, xml.text, xml.len, sum, err);

    nv_buffer_release(&xml);
    return is_done;
}

static bool fail_as_there(const char *path, const char *name, nv_error *err)
{
    return nv_fail(err, NV_ERROR_DUPLICATE, 0,
                   "%s is not added: a pack of its name, “%s”, is there "
                   "already. Remove that one first.",
                   nv_trouble_name(path), name);
}

bool nv_own_import_pack(const char *path, const char *folder, nv_buffer *name,
                        nv_error *err)
{
    nv_registry *registry =
        nv_registry_open_within(path, NULL, NV_OWN_PACK_MAX, err);
    nv_buffer to = NV_BUFFER_INIT;
    bool is_added = false;

    if (!registry)
        return false;
    nv_buffer_add_text(name, nv_registry_pack(registry));
    nv_buffer_add_format(&to, "%s/%s.nvpack", folder, name->text);
    nv_registry_free(registry);
    if (to.failed || name->failed)
        nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
    else if (access(to.text, F_OK) == 0)
        fail_as_there(path, name->text, err);
    else
        is_added = nv_file_copy(path, to.text, err);
    nv_buffer_release(&to);
    return is_added;
}
