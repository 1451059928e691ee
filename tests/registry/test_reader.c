/* SPDX-License-Identifier: MPL-2.0 */
/* Opening packs: what is read, and what is refused with which sentence. */
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/array.h"
#include "base/buffer.h"
#include "names.h"
#include "packing.h"
#include "registry/file.h"
#include "registry/registry.h"
#include "shipped.h"

/* A small registry of one event, in pieces that the cases replace. */
#define HEAD "<registry version=\"1\" pack=\"test\">\n"
#define ATTRIBUTES \
    "id=\"a-1\" key=\"aaaa\" kind=\"note\" confidence=\"reported\""
#define TITLE "<title xml:lang=\"en\">A note</title>\n"
#define DOCUMENT "<document none=\"true\"/>\n"
#define DATE "<date iso=\"1954-03-31\" precision=\"day\"/>\n"
#define QUOTE                                                     \
    "<quotation number=\"1\" role=\"document\" original=\"yes\" " \
    "as=\"edition\" source=\"s\" status=\"text seen\">"           \
    "<text xml:lang=\"en\">words</text></quotation>\n"
#define SOURCE                                                        \
    "<source key=\"s\" type=\"press\" holds=\"text\" checked=\"no\">" \
    "<title>T</title></source>\n"
#define EVENT(attributes, content) \
    "<event " attributes ">\n" content "</event>\n"
#define WHOLE TITLE DOCUMENT DATE
#define STATEMENT                          \
    "<statement id=\"S1\" verdict=\"no\">" \
    "<words xml:lang=\"fr\">mots</words>"  \
    "<event>a-1</event>"                   \
    "<answer xml:lang=\"en\">No.</answer></statement>\n"
#define TAIL "</registry>\n"
#define REGISTRY(content) HEAD content TAIL
#define ONE_EVENT(content) REGISTRY(EVENT(ATTRIBUTES, content))

static nv_registry *read_text(const char *xml, nv_error *err)
{
    return nv_registry_read(xml, strlen(xml), "test.xml", err);
}

static const struct {
    const char *label, *xml;
    nv_error_code code;
    int line; /* 0: whatever */
    const char *says;
} faults[] = {
    {"an empty file", "", NV_ERROR_FORMAT, 0, "is empty"},
    {"no XML", "hello", NV_ERROR_FORMAT, 1, "not well-formed"},
    {"XML that is cut off", HEAD "<event", NV_ERROR_FORMAT, 2,
     "not well-formed"},
    {"XML of something else", "<feed/>", NV_ERROR_FORMAT, 1, "no registry"},
    {"a later version", "<registry version=\"2\" pack=\"test\"/>",
     NV_ERROR_FORMAT, 1, "version “2”"},
    {"no version", "<registry pack=\"test\"/>", NV_ERROR_FORMAT, 1, "version"},
    {"no name", "<registry version=\"1\"/>", NV_ERROR_FORMAT, 1, "no name"},
    {"a name with a space", "<registry version=\"1\" pack=\"a b\"/>",
     NV_ERROR_FORMAT, 1, "no name"},
    {"a name that is too long",
     "<registry version=\"1\" pack=\"abcdefghijklmnopqrstu\"/>",
     NV_ERROR_FORMAT, 1, "no name"},
    {"a DOCTYPE", "<!DOCTYPE registry>\n" REGISTRY(""), NV_ERROR_FORMAT, 1,
     "DOCTYPE"},
    {"entities that multiply",
     "<!DOCTYPE r [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>\n<r>&b;</r>",
     NV_ERROR_FORMAT, 1, "DOCTYPE"},
    {"an external DTD",
     "<!DOCTYPE r SYSTEM \"file:///etc/passwd\">\n" REGISTRY(""),
     NV_ERROR_FORMAT, 1, "DOCTYPE"},
    {"an entity nobody declared", ONE_EVENT(WHOLE "<place>&x;</place>"),
     NV_ERROR_FORMAT, 6, "not well-formed"},
    {"a wrong encoding",
     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" HEAD "<\xFF/>" TAIL,
     NV_ERROR_FORMAT, 0, "not well-formed"},
    {"an encoding nobody knows",
     "<?xml version=\"1.0\" encoding=\"klingon\"?>" REGISTRY(""),
     NV_ERROR_FORMAT, 0, "not well-formed"},
    {"an element nobody knows", REGISTRY("<evnt/>"), NV_ERROR_FORMAT, 2,
     "<evnt> has no place"},
    {"a namespace", REGISTRY("<x:event xmlns:x=\"urn:x\"/>"), NV_ERROR_FORMAT,
     2, "has no place"},
    {"text between the records", REGISTRY("stray"), NV_ERROR_FORMAT, 0,
     "<registry> holds elements and no text"},
    {"no id",
     REGISTRY(
         EVENT("key=\"aaaa\" kind=\"note\" confidence=\"reported\"", WHOLE)),
     NV_ERROR_FORMAT, 2, "no @id"},
    {"an id with capitals",
     REGISTRY(EVENT("id=\"A\" key=\"aaaa\" kind=\"note\" "
                    "confidence=\"reported\"",
                    WHOLE)),
     NV_ERROR_FORMAT, 2, "can't be an id"},
    {"no key",
     REGISTRY(EVENT("id=\"a-1\" kind=\"note\" confidence=\"reported\"", WHOLE)),
     NV_ERROR_FORMAT, 2, "no @key"},
    {"a key of three letters",
     REGISTRY(EVENT("id=\"a-1\" key=\"aaa\" kind=\"note\" "
                    "confidence=\"reported\"",
                    WHOLE)),
     NV_ERROR_FORMAT, 2, "four small letters"},
    {"a kind nobody knows",
     REGISTRY(EVENT("id=\"a-1\" key=\"aaaa\" kind=\"party\" "
                    "confidence=\"reported\"",
                    WHOLE)),
     NV_ERROR_FORMAT, 2, "“party” is no value of @kind"},
    {"an attribute nobody knows",
     REGISTRY(EVENT(ATTRIBUTES " colour=\"red\"", WHOLE)), NV_ERROR_FORMAT, 2,
     "no attribute “colour”"},
    {"an attribute that is empty",
     REGISTRY(EVENT("id=\"\" key=\"aaaa\" kind=\"note\" "
                    "confidence=\"reported\"",
                    WHOLE)),
     NV_ERROR_FORMAT, 2, "is empty"},
    {"no title", ONE_EVENT(DOCUMENT DATE), NV_ERROR_FORMAT, 2, "no title"},
    {"a title in no language", ONE_EVENT("<title>A</title>" DOCUMENT DATE),
     NV_ERROR_FORMAT, 3, "xml:lang"},
    {"a title in a language that notes do not have",
     ONE_EVENT("<title xml:lang=\"de\">A</title>" DOCUMENT DATE),
     NV_ERROR_FORMAT, 3, "xml:lang"},
    {"two titles in one language", ONE_EVENT(TITLE TITLE DOCUMENT DATE),
     NV_ERROR_FORMAT, 4, "comes twice in “en”"},
    {"no document", ONE_EVENT(TITLE DATE), NV_ERROR_FORMAT, 2, "no document"},
    {"two documents", ONE_EVENT(WHOLE DOCUMENT), NV_ERROR_FORMAT, 6,
     "comes twice"},
    {"a document without a name", ONE_EVENT(TITLE "<document/>" DATE),
     NV_ERROR_FORMAT, 4, "either a description"},
    {"a gender that French has not",
     ONE_EVENT(TITLE "<document gender-fr=\"n\"/>" DATE), NV_ERROR_FORMAT, 4,
     "“n” is no value"},
    {"no date", ONE_EVENT(TITLE DOCUMENT), NV_ERROR_FORMAT, 2, "no date"},
    {"a day that is in no calendar",
     ONE_EVENT(TITLE DOCUMENT "<date iso=\"1954-02-30\" precision=\"day\"/>"),
     NV_ERROR_FORMAT, 5, "“1954-02-30” is no date"},
    {"a variant of a date that nobody knows",
     ONE_EVENT(TITLE DOCUMENT
               "<date iso=\"1954-03-31\" precision=\"day\">\n"
               "<variant iso=\"1954-03-31\" what=\"dreamt\"/></date>"),
     NV_ERROR_FORMAT, 6, "“dreamt” is no value"},
    {"an act nobody knows",
     ONE_EVENT(WHOLE "<person name=\"X\" act=\"danced\"/>"), NV_ERROR_FORMAT, 6,
     "“danced” is no value of @act"},
    {"an empty element", ONE_EVENT(WHOLE "<party> </party>"), NV_ERROR_FORMAT,
     6, "<party> is empty"},
    {"an element inside a text", ONE_EVENT(WHOLE "<party><b>X</b></party>"),
     NV_ERROR_FORMAT, 6, "text and no elements"},
    {"a text between elements", ONE_EVENT(WHOLE "stray"), NV_ERROR_FORMAT, 2,
     "elements and no text"},
    {"a quotation of a source that is not there", ONE_EVENT(WHOLE QUOTE),
     NV_ERROR_FORMAT, 6, "source of quotation 1 is not listed"},
    {"two quotations of one number", ONE_EVENT(WHOLE QUOTE QUOTE SOURCE),
     NV_ERROR_FORMAT, 7, "two quotations have the number 1"},
    {"a quotation without a number",
     ONE_EVENT(WHOLE "<quotation source=\"s\"/>" SOURCE), NV_ERROR_FORMAT, 6,
     "no @number"},
    {"a quotation of number 256",
     ONE_EVENT(WHOLE "<quotation number=\"256\" source=\"s\"/>" SOURCE),
     NV_ERROR_FORMAT, 6, "1 to 255"},
    {"two sources of one key", ONE_EVENT(WHOLE SOURCE SOURCE), NV_ERROR_FORMAT,
     2, "have the key s"},
    {"a relation to nothing",
     ONE_EVENT(WHOLE "<relation type=\"cites\" target=\"b-2\"/>"),
     NV_ERROR_FORMAT, 2, "“b-2”, which is no event"},
    {"an event of a statement that is not there",
     ONE_EVENT(WHOLE "<statement>S1</statement>"), NV_ERROR_FORMAT, 2,
     "“S1”, which is no statement"},
    {"a statement about nothing",
     REGISTRY("<statement id=\"S1\" verdict=\"no\">"
              "<words xml:lang=\"fr\">mots</words><event>b-2</event>"
              "<answer xml:lang=\"en\">No.</answer></statement>"),
     NV_ERROR_FORMAT, 2, "“b-2”, which is no event"},
    {"a statement that leads nowhere",
     REGISTRY("<statement id=\"S1\" verdict=\"no\">"
              "<words xml:lang=\"fr\">mots</words>"
              "<answer xml:lang=\"en\">No.</answer></statement>"),
     NV_ERROR_FORMAT, 2, "no event"},
    {"a verdict nobody knows",
     REGISTRY("<statement id=\"S1\" verdict=\"maybe\"/>"), NV_ERROR_FORMAT, 2,
     "“maybe” is no value"},
    {"two events of one id",
     REGISTRY(EVENT(ATTRIBUTES, WHOLE)
                  EVENT("id=\"a-1\" key=\"bbbb\" kind=\"note\" "
                        "confidence=\"reported\"",
                        WHOLE)),
     NV_ERROR_FORMAT, 7, "another event has the id “a-1”"},
    {"two events of one key",
     REGISTRY(EVENT(ATTRIBUTES, WHOLE)
                  EVENT("id=\"b-1\" key=\"aaaa\" kind=\"note\" "
                        "confidence=\"reported\"",
                        WHOLE)),
     NV_ERROR_FORMAT, 7, "another event has the key “aaaa”"},
    {"two statements of one id",
     REGISTRY(EVENT(ATTRIBUTES, WHOLE) STATEMENT STATEMENT), NV_ERROR_FORMAT, 8,
     "another statement has the id “S1”"},
    {"two names of one form",
     REGISTRY("<name type=\"state\"><form xml:lang=\"en\">X</form></name>\n"
              "<name type=\"state\"><form xml:lang=\"en\">X</form></name>"),
     NV_ERROR_FORMAT, 3, "another name is “X”"},
    {"a name without an English form",
     REGISTRY("<name type=\"state\"><form xml:lang=\"fr\">X</form></name>"),
     NV_ERROR_FORMAT, 2, "no English form"},
};

static void each_fault_has_its_sentence(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(faults); i++) {
        nv_error err = {0};
        nv_registry *registry = read_text(faults[i].xml, &err);

        if (registry || err.code != faults[i].code ||
            (faults[i].line && err.line != faults[i].line) ||
            !strstr(err.message, faults[i].says))
            fail_msg("%s: code %d, line %d: %s", faults[i].label, err.code,
                     err.line, err.message);
        CHECK(strstr(err.message, "test.xml"), faults[i].label);
        CHECK(strstr(err.message, "Reinstall the extension"), faults[i].label);
    }
}

static void the_smallest_registries_are_read(void **state)
{
    nv_error err = {0};
    nv_registry *registry = read_text(REGISTRY(""), &err);

    (void)state;
    CHECK(registry && nv_registry_event_count(registry) == 0, "no event");
    CHECK_STR(nv_registry_pack(registry), "test", "name of the pack");
    CHECK(!nv_registry_by_id(registry, "a-1", NULL), "nothing is found in it");
    CHECK(!nv_registry_event(registry, 0, NULL), "an index beyond the end");
    nv_registry_free(registry);
    registry = read_text(ONE_EVENT(WHOLE QUOTE SOURCE), &err);
    CHECK(registry && nv_registry_event_count(registry) == 1, "one event");
    CHECK(nv_registry_by_key(registry, "aaaa", NULL), "found by key");
    nv_registry_free(registry);
    nv_registry_free(NULL);
}

static void nobody_need_ask_why(void **state)
{
    (void)state;
    CHECK(!read_text("", NULL), "an empty file");
    CHECK(!read_text(ONE_EVENT(WHOLE QUOTE), NULL), "a fault");
    CHECK(!nv_registry_open("/nowhere", NULL, NULL), "a missing file");
}

static void white_space_is_one_space_but_no_break_spaces_stay(void **state)
{
    nv_error err = {0};
    nv_registry *registry = read_text(
        ONE_EVENT("<title xml:lang=\"en\">\n  A\t note\r\n <!-- c -->of "
                  "<![CDATA[<x>]]>&#x202F;!&#xA0; </title>" DOCUMENT DATE),
        &err);

    (void)state;
    CHECK(registry, err.message);
    CHECK_STR(nv_registry_event(registry, 0, NULL)->title.text[NV_LANGUAGE_EN],
              "A note of <x>\u202F!\u00A0", "title");
    nv_registry_free(registry);
}

static void nuls_are_refused(void **state)
{
    static const char xml[] = HEAD "\0" TAIL;
    nv_error err = {0};

    (void)state;
    CHECK(!nv_registry_read(xml, sizeof xml - 1, "test.xml", &err), "refused");
    CHECK(err.code == NV_ERROR_FORMAT, err.message);
}

static void deep_nesting_is_refused(void **state)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_error err = {0};

    (void)state;
    for (int i = 0; i < 10000; i++)
        nv_buffer_add_text(&xml, "<a>");
    CHECK(!read_text(xml.text, &err), "refused");
    CHECK(err.code == NV_ERROR_LIMIT && strstr(err.message, "nested too deep"),
          err.message);
    nv_buffer_release(&xml);
}

/* Files. */

static char path[] = "/tmp/nv-reader-XXXXXX";

static nv_registry *open_bytes(const char *bytes, size_t len, nv_error *err)
{
    write_bytes(path, bytes, len);
    return nv_registry_open(path, NULL, err);
}

/* The members of a pack are read one by one, and yet nothing passes that would
 * not pass in one piece. */
static void each_fault_has_its_sentence_in_a_pack(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(faults); i++) {
        nv_buffer pack = NV_BUFFER_INIT;
        nv_error err = {0};
        nv_registry *registry;

        add_gzip(&pack, faults[i].xml, strlen(faults[i].xml));
        registry = open_bytes(pack.text, pack.len, &err);
        if (registry || err.code != faults[i].code ||
            (faults[i].line && err.line != faults[i].line) ||
            !strstr(err.message, faults[i].says))
            fail_msg("%s: code %d, line %d: %s", faults[i].label, err.code,
                     err.line, err.message);
        CHECK(strstr(err.message, path), faults[i].label);
        nv_buffer_release(&pack);
    }
}

static void nuls_and_depth_are_refused_in_a_pack(void **state)
{
    static const char nul[] = HEAD "\0" TAIL;
    nv_buffer xml = NV_BUFFER_INIT, pack = NV_BUFFER_INIT;
    nv_error err = {0};

    (void)state;
    add_gzip(&pack, nul, sizeof nul - 1);
    CHECK(!open_bytes(pack.text, pack.len, &err), "a NUL");
    CHECK(err.code == NV_ERROR_FORMAT && strstr(err.message, "not well-formed"),
          err.message);
    nv_error_clear(&err);
    nv_buffer_truncate(&pack, 0);
    for (int i = 0; i < 10000; i++)
        nv_buffer_add_text(&xml, "<a>");
    add_gzip(&pack, xml.text, xml.len);
    CHECK(!open_bytes(pack.text, pack.len, &err), "10,000 elements deep");
    CHECK(err.code == NV_ERROR_LIMIT && strstr(err.message, "nested too deep"),
          err.message);
    nv_buffer_release(&xml);
    nv_buffer_release(&pack);
}

static const char small[] = ONE_EVENT(WHOLE QUOTE SOURCE);

/* In two members, as packs have several. */
static void add_small_pack(nv_buffer *out)
{
    add_gzip(out, small, 100);
    add_gzip(out, small + 100, strlen(small) - 100);
}

static void packs_and_plain_xml_are_opened(void **state)
{
    nv_buffer pack = NV_BUFFER_INIT;
    nv_error err = {0};
    nv_registry *registry = open_bytes(small, strlen(small), &err);

    (void)state;
    CHECK(registry, err.message);
    nv_registry_free(registry);
    add_small_pack(&pack);
    registry = open_bytes(pack.text, pack.len, &err);
    CHECK(registry && nv_registry_by_id(registry, "a-1", NULL), err.message);
    nv_registry_free(registry);
    nv_buffer_release(&pack);
}

static void files_that_cannot_be_read_are_named(void **state)
{
    nv_error err = {0};

    (void)state;
    CHECK(!nv_registry_open("/nowhere/registry.xml.gz", NULL, &err), "missing");
    CHECK(err.code == NV_ERROR_IO, err.message);
    CHECK_STR(err.message,
              "/nowhere/registry.xml.gz: the file is missing. Reinstall the "
              "extension or get the file again.",
              "sentence for a missing file");
    nv_error_clear(&err);
    CHECK(!nv_registry_open("/tmp", NULL, &err), "a folder");
    CHECK(err.code == NV_ERROR_IO && strstr(err.message, "can't be read"),
          err.message);
    nv_error_clear(&err);
    CHECK(!open_bytes("", 0, &err), "an empty file");
    CHECK(err.code == NV_ERROR_FORMAT && strstr(err.message, "is empty"),
          err.message);
}

static void a_long_path_leaves_room_for_the_sentence(void **state)
{
    nv_error err = {0};
    char longer[400];

    (void)state;
    memset(longer, 'x', sizeof longer);
    longer[0] = '/';
    strcpy(longer + 200, "/registry.xml.gz");
    CHECK(!nv_registry_open(longer, NULL, &err), "missing");
    CHECK_STR(err.message,
              "registry.xml.gz: the file is missing. Reinstall the extension "
              "or get the file again.",
              "the end of the path alone");
}

static void a_pack_cut_anywhere_is_refused(void **state)
{
    nv_buffer pack = NV_BUFFER_INIT;
    size_t first;

    (void)state;
    add_gzip(&pack, small, 100);
    first = pack.len;
    nv_buffer_truncate(&pack, 0);
    add_small_pack(&pack);
    for (size_t len = 0; len < pack.len; len++) {
        nv_error err = {0};

        CHECK(!open_bytes(pack.text, len, &err), "a cut pack");
        CHECK(err.code == NV_ERROR_FORMAT, err.message);
        if (len > 2 && len != first)
            CHECK(strstr(err.message, "cut off"), err.message);
    }
    nv_buffer_release(&pack);
}

/* Some bytes of a gzip header mean nothing to us (time, system); a pack that
 * opens in spite of a changed byte must be the same. */
static void a_pack_with_any_byte_changed_is_refused_or_the_same(void **state)
{
    nv_buffer pack = NV_BUFFER_INIT;
    size_t opened = 0;

    (void)state;
    add_small_pack(&pack);
    for (size_t at = 0; at < pack.len * 3; at++) {
        const char flips[] = {0x01, (char)0x80, (char)0xFF};
        nv_error err = {0};
        nv_registry *registry;

        pack.text[at / 3] ^= flips[at % 3];
        registry = open_bytes(pack.text, pack.len, &err);
        if (registry) {
            opened++;
            CHECK(nv_registry_by_id(registry, "a-1", NULL), "the same event");
        } else {
            CHECK(err.code != NV_OK && err.message[0], "a sentence");
        }
        nv_registry_free(registry);
        pack.text[at / 3] ^= flips[at % 3];
    }
    CHECK(opened <= 2 * 6 * 3 + 4, "only such bytes of two headers");
    nv_buffer_release(&pack);
}

static void what_follows_a_pack_is_refused(void **state)
{
    nv_buffer pack = NV_BUFFER_INIT;
    nv_error err = {0};

    (void)state;
    add_small_pack(&pack);
    nv_buffer_add_text(&pack, "more");
    CHECK(!open_bytes(pack.text, pack.len, &err), "refused");
    CHECK(err.code == NV_ERROR_FORMAT && strstr(err.message, "damaged"),
          err.message);
    nv_buffer_release(&pack);
}

static void a_bomb_is_not_inflated(void **state)
{
    const size_t size = 16 * 1024 * 1024;
    char *spaces = malloc(size);
    nv_buffer pack = NV_BUFFER_INIT;
    nv_error err = {0};

    (void)state;
    assert_non_null(spaces);
    memset(spaces, ' ', size);
    add_gzip(&pack, spaces, size);
    for (int doubling = 0; doubling < 6; doubling++) {
        size_t len = pack.len;
        char *copy = malloc(len);

        memcpy(copy, pack.text, len);
        nv_buffer_add(&pack, copy, len); /* 1 GiB of spaces in the end */
        free(copy);
    }
    CHECK(!open_bytes(pack.text, pack.len, &err), "refused");
    CHECK(err.code == NV_ERROR_LIMIT && strstr(err.message, "expand too far"),
          err.message);
    nv_buffer_release(&pack);
    free(spaces);
}

static void two_packs_of_the_same_files_are_equal(void **state)
{
    nv_buffer one = NV_BUFFER_INIT, two = NV_BUFFER_INIT;
    nv_error err = {0};

    (void)state;
    CHECK(pack_shipped(&one, &err) && pack_shipped(&two, &err), err.message);
    CHECK(one.len == two.len && memcmp(one.text, two.text, one.len) == 0,
          "the same bytes");
    CHECK(memcmp(one.text + 4, "\0\0\0\0", 4) == 0, "no time in the header");
    nv_buffer_release(&one);
    nv_buffer_release(&two);
}

/* Every member of the shipped pack holds whole records: inflated alone, it is
 * as deep inside the document at its end as at its beginning. */
static void members_hold_whole_records(void **state)
{
    nv_buffer pack = NV_BUFFER_INIT;
    nv_error err = {0};
    size_t members = 0, at = 0;

    (void)state;
    CHECK(pack_shipped(&pack, &err), err.message);
    while (at < pack.len) {
        static char xml[256 * 1024];
        z_stream stream = {0};
        size_t len;

        assert_int_equal(inflateInit2(&stream, 31), Z_OK);
        stream.next_in = (Bytef *)pack.text + at;
        stream.avail_in = (uInt)(pack.len - at);
        stream.next_out = (Bytef *)xml;
        stream.avail_out = sizeof xml;
        assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
        len = sizeof xml - stream.avail_out;
        at = pack.len - stream.avail_in;
        inflateEnd(&stream);
        CHECK(len > 10 && xml[len - 1] == '\n' && xml[len - 2] == '>',
              "ends with a line");
        CHECK(members == 0 || strncmp(xml, " <", 2) == 0 ||
                  strncmp(xml, "</registry>", 11) == 0,
              "begins with a record");
        members++;
    }
    CHECK(members > 5, "several members");
    nv_buffer_release(&pack);
}

static void files_of_two_packs_are_not_merged(void **state)
{
    const char *const files[] = {"registry/names.xml", path};
    nv_buffer out = NV_BUFFER_INIT;
    nv_error err = {0};

    (void)state;
    nv_registry_free(open_bytes(small, strlen(small), &err));
    CHECK(!nv_pack(files, 2, &out, NULL, &err), "refused");
    CHECK(err.code == NV_ERROR_FORMAT && strstr(err.message, "other files are"),
          err.message);
    nv_buffer_release(&out);
}

/* The shipped data, once through the whole of event.h. */

static void the_shipped_registry_is_complete(void **state)
{
    nv_error err = {0};
    nv_registry *registry = open_shipped(&err);
    size_t quotations = 0, offered = 0, sources = 0;

    (void)state;
    CHECK(registry, err.message);
    assert_int_equal(nv_registry_event_count(registry), 132);
    assert_int_equal(nv_registry_statement_count(registry), 21);
    assert_int_equal(count_names(registry), 254);
    for (size_t i = 0; i < 132; i++) {
        const nv_event *event = nv_registry_event(registry, i, NULL);

        CHECK(i == 0 ||
                  strcmp(nv_registry_event(registry, i - 1, NULL)->date.iso,
                         event->date.iso) <= 0,
              "events are in order of date");
        CHECK(nv_registry_by_id(registry, event->id, NULL) == event, event->id);
        CHECK(nv_registry_by_key(registry, event->key, NULL) == event,
              event->key);
        sources += event->source_count;
        quotations += event->quotation_count;
        for (size_t k = 0; k < event->quotation_count; k++) {
            CHECK(event->quotations[k].source, event->id);
            offered += event->quotations[k].is_offered;
        }
        for (size_t k = 0; k < event->parties.count; k++)
            CHECK(nv_registry_name_of(registry, event->parties.items[k]),
                  event->parties.items[k]);
        for (size_t k = 0; k < event->person_count; k++)
            CHECK(nv_registry_name_of(registry, event->people[k].name),
                  event->people[k].name);
    }
    assert_int_equal(quotations, 294);
    assert_int_equal(offered, 271);
    assert_int_equal(sources, 388);
    nv_registry_free(registry);
}

static void the_refusal_of_1954_is_as_recorded(void **state)
{
    nv_error err = {0};
    nv_registry *registry = open_shipped(&err);
    const nv_event *event;
    const nv_quotation *unreal;

    (void)state;
    CHECK(registry, err.message);
    event = nv_registry_by_id(registry, "1954-05-07-tripartite-reply", NULL);
    CHECK(event && event->kind == NV_KIND_REFUSAL, "a refusal");
    CHECK_STR(event->date.iso, "1954-05-07", "date");
    CHECK(event->date.variants[1].what == NV_DATE_APPROVED, "second variant");
    CHECK(event->document.gender_fr == 'f', "une note");
    CHECK(event->people[0].act == NV_ACT_HEADED_MINISTRY, "signed by nobody");
    unreal = nv_event_quotation(event, 1);
    CHECK_STR(unreal->text, "completely unreal", "its words");
    CHECK(unreal->as == NV_AS_QUOTED && unreal->is_offered &&
              unreal->original == NV_ORIGINAL_PRESUMED,
          "quoted in another text");
    CHECK(!unreal->pinpoint.label, "no place in the document is known");
    CHECK_STR(unreal->in_source.label, "paragraph", "place in the source");
    CHECK_STR(unreal->source->key, "ponars-126", "the work that was read");
    CHECK(!nv_event_quotation(event, 2)->is_offered, "ship false");
    CHECK(nv_event_quotation(event, 3)->role == NV_ROLE_COMMENTARY, "Nutting");
    CHECK(!nv_event_quotation(event, 99), "a number that is not given");
    nv_registry_free(registry);
}

static void other_corners_of_the_format_are_read(void **state)
{
    nv_error err = {0};
    nv_registry *registry = open_shipped(&err);
    const nv_event *event;
    const nv_name *ussr;

    (void)state;
    CHECK(registry, err.message);
    event = nv_registry_by_id(
        registry, "1954-02-eden-offer-extend-anglo-soviet-treaty", NULL);
    CHECK(event->document.is_none && event->date.is_month, "no document");
    event = nv_registry_by_id(registry, "1954-01-25-berlin-conference", NULL);
    CHECK_STR(event->date.end, "1954-02-18", "end of a span");
    event = nv_registry_by_id(registry, "1942-05-26-anglo-soviet-treaty", NULL);
    CHECK_STR(event->treaty->in_force, "1942-07-04", "in force");
    CHECK(event->treaty->in_force_is_doubtful, "and doubtful");
    CHECK(event->treaty->references[1].note.text[NV_LANGUAGE_FR] ||
              event->treaty->references[0].note.text[NV_LANGUAGE_FR],
          "the note of a reference");
    ussr = nv_registry_name_of(registry, "Soviet Union");
    CHECK_STR(ussr->in[NV_LANGUAGE_RU], "Советский Союз", "in Russian");
    CHECK(ussr->variants.count > 10, "and many others");
    CHECK(!nv_registry_name_of(registry, "USSR"), "which are not canonical");
    nv_registry_free(registry);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_fault_has_its_sentence),
        cmocka_unit_test(the_smallest_registries_are_read),
        cmocka_unit_test(nobody_need_ask_why),
        cmocka_unit_test(white_space_is_one_space_but_no_break_spaces_stay),
        cmocka_unit_test(nuls_are_refused),
        cmocka_unit_test(deep_nesting_is_refused),
        cmocka_unit_test(each_fault_has_its_sentence_in_a_pack),
        cmocka_unit_test(nuls_and_depth_are_refused_in_a_pack),
        cmocka_unit_test(packs_and_plain_xml_are_opened),
        cmocka_unit_test(files_that_cannot_be_read_are_named),
        cmocka_unit_test(a_long_path_leaves_room_for_the_sentence),
        cmocka_unit_test(a_pack_cut_anywhere_is_refused),
        cmocka_unit_test(a_pack_with_any_byte_changed_is_refused_or_the_same),
        cmocka_unit_test(what_follows_a_pack_is_refused),
        cmocka_unit_test(a_bomb_is_not_inflated),
        cmocka_unit_test(two_packs_of_the_same_files_are_equal),
        cmocka_unit_test(members_hold_whole_records),
        cmocka_unit_test(files_of_two_packs_are_not_merged),
        cmocka_unit_test(the_shipped_registry_is_complete),
        cmocka_unit_test(the_refusal_of_1954_is_as_recorded),
        cmocka_unit_test(other_corners_of_the_format_are_read),
    };
    int failed, file = mkstemp(path);

    if (file < 0)
        return 1;
    close(file);
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    remove(path);
    return failed;
}
