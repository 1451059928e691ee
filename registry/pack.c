/* SPDX-License-Identifier: MPL-2.0 */
/* See pack.h. */
#include "registry/pack.h"

#include <string.h>

#include <libxml/tree.h>
#include <zlib.h>

#include "registry/file.h"
#include "registry/indexing.h"
#include "registry/reader.h"
#include "registry/trouble.h"
#include "registry/xml.h"

enum {
    MEMBER = 64 * 1024,  /* bytes of XML after which a member is closed */
    MEMORY_LEVEL = 9,    /* deflate's, with its level 9 */
    UNKNOWN_SYSTEM = 255 /* in the gzip header: the same everywhere */
};

/* What is not yet compressed, and where it goes. */
typedef struct {
    nv_buffer xml;
    nv_buffer *out;
    nv_reader reader; /* checks what is packed, and keeps it as text */
    nv_error *err;
} packer;

static bool fail_of_memory(packer *p)
{
    return nv_trouble(p->err, NV_ERROR_MEMORY, 0, "the files", NULL);
}

static bool deflate_member(packer *p, z_stream *stream)
{
    gz_header header = {.os = UNKNOWN_SYSTEM};
    char chunk[16 * 1024];
    int result;

    deflateSetHeader(stream, &header);
    stream->next_in = (Bytef *)p->xml.text;
    stream->avail_in = (uInt)p->xml.len;
    do {
        stream->next_out = (Bytef *)chunk;
        stream->avail_out = sizeof chunk;
        result = deflate(stream, Z_FINISH);
        nv_buffer_add(p->out, chunk, sizeof chunk - stream->avail_out);
    } while (result == Z_OK);
    return result == Z_STREAM_END && !p->out->failed;
}

/* Writes what has come together as one member. */
static bool close_member(packer *p)
{
    z_stream stream = {0};
    bool is_written;

    if (p->xml.failed ||
        deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS,
                     MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
        return fail_of_memory(p);
    is_written = deflate_member(p, &stream);
    deflateEnd(&stream);
    nv_buffer_truncate(&p->xml, 0);
    return is_written || fail_of_memory(p);
}

/* One record as XML; UTF-8. */
typedef struct {
    size_t len;
    char xml[];
} text;

static const void *keep_text(nv_arena *arena, const nv_record *record,
                             const xmlNode *node)
{
    nv_buffer xml = NV_BUFFER_INIT;
    text *kept = NULL;

    (void)record;
    if (nv_xml_write(node, &xml))
        kept = nv_arena_alloc(arena, sizeof *kept + xml.len);
    if (kept) {
        kept->len = xml.len;
        memcpy(kept->xml, xml.text, xml.len);
    }
    nv_buffer_release(&xml);
    return kept;
}

static bool add_file(packer *p, const char *path)
{
    nv_buffer xml = NV_BUFFER_INIT;
    xmlDoc *doc = NULL;
    bool is_added;

    if (nv_file_read_pack(path, &xml, p->err))
        doc = nv_xml_parse(xml.text, xml.len, path, p->err);
    is_added = doc && nv_reader_add(&p->reader, doc, path, p->err);
    xmlFreeDoc(doc);
    nv_buffer_release(&xml);
    return is_added;
}

static bool add_record(packer *p, const text *record)
{
    nv_buffer_add_char(&p->xml, ' ');
    nv_buffer_add(&p->xml, record->xml, record->len);
    nv_buffer_add_char(&p->xml, '\n');
    return p->xml.len < MEMBER || close_member(p);
}

static bool add_records(packer *p)
{
    nv_buffer_add_format(&p->xml,
                         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<registry version=\"%s\" pack=\"%s\">\n",
                         nv_record_version, p->reader.pack);
    for (size_t i = 0; i < p->reader.count; i++)
        if (!add_record(p, p->reader.entries[i].kept))
            return false;
    nv_buffer_add_text(&p->xml, "</registry>\n");
    return close_member(p);
}

static bool add_index(const nv_buffer *packed, size_t from, nv_buffer *index,
                      nv_error *err)
{
    nv_unpacking unpacking;
    bool is_made =
        nv_unpacking_init_bytes(&unpacking, packed->text + from,
                                packed->len - from, "the pack", err) &&
        nv_indexing_members(&unpacking, index, err);

    nv_unpacking_release(&unpacking);
    return is_made;
}

bool nv_pack(const char *const paths[], size_t count, nv_buffer *out,
             nv_buffer *index, nv_error *err)
{
    packer p = {.xml = NV_BUFFER_INIT,
                .out = out,
                .reader = {.keep = keep_text},
                .err = err};
    const size_t from = out->len;
    bool is_packed = true;

    for (size_t i = 0; is_packed && i < count; i++)
        is_packed = add_file(&p, paths[i]);
    is_packed = is_packed && nv_reader_finish(&p.reader, err) &&
                add_records(&p) && (!index || add_index(out, from, index, err));
    nv_reader_release(&p.reader);
    nv_buffer_release(&p.xml);
    return is_packed;
}
