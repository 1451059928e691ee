/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as the name of a bookmark: what is read as a name of ours is
 * written and read again as the same; so is any struct that can be written. */
#include "fuzz.h"
#include "note/citation_name.h"

static void check_same(const nv_citation_name *a, const nv_citation_name *b)
{
    DEMAND(strcmp(a->pack, b->pack) == 0, "the pack agrees");
    DEMAND(strcmp(a->key, b->key) == 0, "the key agrees");
    DEMAND(a->quotation == b->quotation, "the quotation agrees");
    DEMAND(a->parts == b->parts, "the parts agree");
    DEMAND(strcmp(a->language, b->language) == 0, "the language agrees");
    DEMAND(strcmp(a->tail, b->tail) == 0, "the tail agrees");
    DEMAND(a->has_property == b->has_property, "the property agrees");
    DEMAND(strcmp(a->checksum, b->checksum) == 0, "the checksum agrees");
}

static void write_and_read(const nv_citation_name *name)
{
    char text[NV_CITATION_NAME_MAX + 1];
    nv_citation_name again;

    if (!nv_citation_name_write(name, text)) {
        DEMAND(text[0] == '\0', "what can't be written leaves nothing");
        return;
    }
    DEMAND(strlen(text) == NV_CITATION_NAME_LEN, "names have one length");
    DEMAND(nv_citation_name_read(text, strlen(text), &again),
           "what is written can be read");
    DEMAND(!again.is_copy, "what is written is no copy");
    check_same(name, &again);
}

static void read_name(const char *text, size_t size)
{
    nv_citation_name name;

    if (!nv_citation_name_read(text, size, &name))
        return;
    DEMAND(name.quotation >= 0 && name.quotation <= 255, "quotation");
    DEMAND(name.parts <= 15, "parts");
    if (name.checksum[0])
        write_and_read(&name);
}

/* A struct of the input's first bytes. */
static void write_name(const char *text, size_t size)
{
    nv_citation_name name = {0};
    fuzz_input input = {(const uint8_t *)text, (const uint8_t *)text + size};

    name.quotation = (int8_t)take_byte(&input) * 4;
    name.parts = take_byte(&input) % 32;
    name.has_property = take_byte(&input) % 2;
    take_line(&input, name.pack, sizeof name.pack);
    take_line(&input, name.key, sizeof name.key);
    take_line(&input, name.language, sizeof name.language);
    take_line(&input, name.tail, sizeof name.tail);
    nv_citation_checksum(text, size, name.checksum);
    write_and_read(&name);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = size ? (const char *)data : "";

    read_name(text, size);
    write_name(text, size);
    return 0;
}
