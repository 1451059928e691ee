/* SPDX-License-Identifier: MPL-2.0 */
/* See import.h: the files, one after the other, and the pack around them. */
#include "registry/exchange/import.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "registry/exchange/importer.h"
#include "registry/file.h"
#include "registry/record.h"

static const nv_import_format *const formats[] = {&nv_import_tei,
                                                  &nv_import_csl};

const nv_import_format *nv_import_format_of(const char *name)
{
    for (size_t i = 0; name && i < NV_COUNT_OF(formats); i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

/* Puts the file and the line before what is wrong. */
static bool fail_in_file(const nv_importer *importer, const nv_error *why,
                         nv_error *err)
{
    char line[24] = "";

    if (why->line > 0)
        snprintf(line, sizeof line, ":%d", why->line);
    return nv_fail(err, why->code, why->line,
                   "%.120s%s: %s. Nothing was imported.", importer->path, line,
                   why->message);
}

static bool add_file(nv_importer *importer, const char *path, nv_error *err)
{
    nv_buffer bytes = NV_BUFFER_INIT;
    nv_error why = {0};
    bool is_added = nv_file_read(path, &bytes, err);

    importer->path = path;
    if (is_added && !importer->order->format->read(importer, &bytes, &why))
        is_added = fail_in_file(importer, &why, err);
    nv_buffer_release(&bytes);
    return is_added;
}

static bool add_files(nv_importer *importer, char *const paths[], size_t count,
                      nv_error *err)
{
    for (size_t i = 0; i < count && !importer->failed; i++)
        if (!add_file(importer, paths[i], err))
            return false;
    if (importer->failed || importer->out->failed || importer->notes->failed)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is not enough memory for the import. Import "
                       "fewer files at a time.");
    return importer->event_count > 0 ||
           nv_fail(err, NV_ERROR_ARGUMENT, 0,
                   "The files have no document that could be imported. See "
                   "the lines above, and --from.");
}

/* What was written must be a pack: this asks the reader itself. */
static bool is_pack(const nv_buffer *xml, nv_error *err)
{
    nv_registry *registry =
        nv_registry_read(xml->text, xml->len, "the new pack", err);

    nv_registry_free(registry);
    return registry != NULL;
}

bool nv_import(const nv_import_order *order, char *const paths[], size_t count,
               nv_buffer *out, nv_buffer *notes, nv_error *err)
{
    nv_importer importer = {.order = order, .out = out, .notes = notes};
    bool is_imported;

    if (!nv_is_pack_name(order->pack))
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "“%.40s” can't be the name of a pack. Use 1 to %d small "
                       "letters, digits and hyphens.",
                       order->pack, NV_PACK_NAME_MAX);
    nv_naming_init(&importer.naming);
    importer.failed = importer.naming.failed;
    nv_buffer_add_format(out,
                         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<registry version=\"1\" pack=\"%s\">\n",
                         order->pack);
    is_imported = add_files(&importer, paths, count, err);
    nv_buffer_add_text(out, "</registry>\n");
    nv_naming_release(&importer.naming);
    nv_arena_release(&importer.arena);
    return is_imported && is_pack(out, err);
}
