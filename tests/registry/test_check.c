/* SPDX-License-Identifier: MPL-2.0 */
/* nv check: each fault has its line and its sentence; our own data have none.
 *
 * A test changes the base below in one place and looks at what is said. */
#include "check.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "registry/check/check.h"
#include "registry/check/embedded.h"
#include "registry/check/grammar.h"
#include "registry/check/relation.h"
#include "registry/element.h"
#include "registry/file.h"
#include "registry/format.h"
#include "registry/words.h"
#include "registry/xml.h"
#include "shipped.h"

/* Its lines are counted in the tests. */
static const char base[] =
    "<registry version=\"1\" pack=\"test\">\n" /* 1 */
    " <event id=\"1949-01-01-a\" key=\"aaaa\" kind=\"note\""
    " confidence=\"text seen\">\n"                                 /* 2 */
    "  <title xml:lang=\"en\">A</title>\n"                         /* 3 */
    "  <document>\n"                                               /* 4 */
    "   <description xml:lang=\"en\">a</description>\n"            /* 5 */
    "   <title xml:lang=\"ru\">А</title>\n"                        /* 6 */
    "  </document>\n"                                              /* 7 */
    "  <date iso=\"1949-01-01\" precision=\"day\">\n"              /* 8 */
    "   <variant iso=\"1949-01-02\" what=\"sent\"/>\n"             /* 9 */
    "  </date>\n"                                                  /* 10 */
    "  <place role=\"signed\">Paris</place>\n"                     /* 11 */
    "  <party>France</party>\n"                                    /* 12 */
    "  <person name=\"Bidault\" act=\"signed\" for=\"France\"/>\n" /* 13 */
    "  <quotation number=\"1\" role=\"document\" original=\"yes\""
    " as=\"edition\" source=\"s\" status=\"text seen\">\n" /* 14 */
    "   <text xml:lang=\"en\">Words.</text>\n"             /* 15 */
    "   <pinpoint label=\"article\" value=\"1\"/>\n"       /* 16 */
    "  </quotation>\n"                                     /* 17 */
    "  <source key=\"s\" type=\"book\" holds=\"text\" checked=\"seen\">\n"
    "   <title>Book</title>\n"                                  /* 19 */
    "   <date>1950-02</date>\n"                                 /* 20 */
    "   <publisher>P</publisher>\n"                             /* 21 */
    "   <url>https://example.org/a</url>\n"                     /* 22 */
    "  </source>\n"                                             /* 23 */
    "  <relation type=\"answered-by\" target=\"1949-02-b\"/>\n" /* 24 */
    "  <treaty>\n"                                              /* 25 */
    "   <in-force iso=\"1950\"/>\n"                             /* 26 */
    "   <depositary>France</depositary>\n"                      /* 27 */
    "   <authentic>fr</authentic>\n"                            /* 28 */
    "  </treaty>\n"                                             /* 29 */
    "  <statement>S1</statement>\n"                             /* 30 */
    " </event>\n"                                               /* 31 */
    " <event id=\"1949-02-b\" key=\"bbbb\" kind=\"conference\""
    " confidence=\"reported\">\n"                              /* 32 */
    "  <title xml:lang=\"en\">B</title>\n"                     /* 33 */
    "  <document none=\"true\"/>\n"                            /* 34 */
    "  <date iso=\"1949-02\" precision=\"month\"/>\n"          /* 35 */
    "  <relation type=\"refuses\" target=\"1949-01-01-a\"/>\n" /* 36 */
    " </event>\n"                                              /* 37 */
    " <name type=\"state\" iso3166=\"FR\">\n"                  /* 38 */
    "  <form xml:lang=\"en\">France</form>\n"                  /* 39 */
    " </name>\n"                                               /* 40 */
    " <name type=\"person\" born=\"1899\" died=\"1983\">\n"    /* 41 */
    "  <form xml:lang=\"en\">Bidault</form>\n"                 /* 42 */
    " </name>\n"                                               /* 43 */
    " <statement id=\"S1\" verdict=\"no\">\n"                  /* 44 */
    "  <words xml:lang=\"fr\">Mots</words>\n"                  /* 45 */
    "  <event>1949-01-01-a</event>\n"                          /* 46 */
    "  <answer xml:lang=\"en\">No.</answer>\n"                 /* 47 */
    " </statement>\n"                                          /* 48 */
    "</registry>\n";

/* Files of a test, in a folder of their own. */

static char folder[] = "/tmp/nv-test-check-XXXXXX";
static const nv_registry *shipped;

static const char *path_of(const char *name)
{
    static char paths[2][64];
    static int turn;
    char *path = paths[turn++ % 2];

    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void write_file(const char *name, const char *bytes, size_t len)
{
    nv_error err = {0};

    CHECK(nv_file_write(path_of(name), bytes, len, &err), err.message);
}

/* What is said of the files, without the folder's name; the caller frees. */
static char *said_of(const char *const names[], size_t count)
{
    char paths[2][64];
    const char *given[2] = {paths[0], paths[1]};
    nv_faults faults = {0};
    nv_buffer all = NV_BUFFER_INIT, out = NV_BUFFER_INIT;
    nv_error err = {0};

    for (size_t i = 0; i < count; i++)
        strcpy(paths[i], path_of(names[i]));
    if (!nv_check(given, count, shipped, &faults, &err))
        nv_buffer_add_format(&out, "fails: %s\n", err.message);
    nv_faults_print(&faults, &all);
    for (const char *at = all.text, *next; *at; at = next) {
        next = strstr(at + 1, folder);
        next = next ? next : all.text + all.len;
        at += strncmp(at, folder, strlen(folder)) ? 0 : strlen(folder) + 1;
        nv_buffer_add(&out, at, (size_t)(next - at));
    }
    nv_buffer_release(&all);
    nv_faults_release(&faults);
    return nv_buffer_detach(&out);
}

static char *said_of_text(const char *text, size_t len)
{
    static const char *const names[] = {"x.xml"};

    write_file("x.xml", text, len);
    return said_of(names, 1);
}

/* The base with the first `from` replaced by `to`. */
static char *changed(const char *from, const char *to)
{
    nv_buffer out = NV_BUFFER_INIT;
    const char *at = strstr(base, from);

    CHECK(at != NULL, from);
    nv_buffer_add(&out, base, (size_t)(at - base));
    nv_buffer_add_text(&out, to);
    nv_buffer_add_text(&out, at + strlen(from));
    return nv_buffer_detach(&out);
}

typedef struct {
    const char *label, *from, *to;
    const char *said; /* lines without "x.xml:"; the beginning of each counts */
} change;

/* Whether each line of `said` begins as the line of `wanted` does, and there
 * are as many. */
static bool is_said(const char *said, const char *wanted)
{
    while (*wanted) {
        size_t len = strcspn(wanted, "\n");

        if (strncmp(said, "x.xml:", 6) != 0 ||
            strncmp(said + 6, wanted, len) != 0)
            return false;
        said += strcspn(said, "\n");
        said += *said == '\n';
        wanted += len;
        wanted += *wanted == '\n';
    }
    return *said == '\0';
}

static void try_changes(const change *changes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char *text = changed(changes[i].from, changes[i].to);
        char *said = said_of_text(text, strlen(text));

        if (!is_said(said, changes[i].said))
            fail_msg("%s: says\n%s, should say\n%s", changes[i].label, said,
                     changes[i].said);
        free(said);
        free(text);
    }
}

static const change against_schema[] = {
    {"nothing is said of what is right", "A</title>", "B</title>", ""},
    {"the version must be known", "version=\"1\"", "version=\"2\"",
     "1: version of <registry> can't be “2”. The version of this format: 1. "
     "One of: 1."},
    {"the pack has a name", " pack=\"test\"", "",
     "1: <registry> has no pack. The name of the pack"},
    {"the pack's name is short and plain", "\"test\"", "\"My Pack\"",
     "1: pack of <registry> can't be “My Pack”."},
    {"a key has four characters", "\"aaaa\"", "\"aaa\"",
     "2: key of <event> can't be “aaa”."},
    {"a key has small letters", "\"aaaa\"", "\"aaaA\"",
     "2: key of <event> can't be “aaaA”."},
    {"an id is plain", "id=\"1949-02-b\"", "id=\"1949 b\"",
     "24: There is no event “1949-02-b” in these files.\n"
     "32: id of <event> can't be “1949 b”."},
    {"a kind is one of some words", "\"conference\"", "\"party\"",
     "32: kind of <event> can't be “party”. What the event is. One of: treaty, "
     "note, reply"},
    {"an attribute nobody knows", " kind=\"note\"", " kind=\"note\" x=\"y\"",
     "2: x has no place in <event>."},
    {"an attribute of a foreign namespace", " kind=\"note\"",
     " kind=\"note\" xmlns:z=\"z\" z:id=\"y\"", "2: id has no place in"},
    {"an element nobody knows", "<party>France</party>", "<guest/>",
     "12: <guest> has no place in <event>."},
    {"an element of a foreign namespace", "<party>France</party>",
     "<party xmlns=\"z\">France</party>", "12: <party> has no place in"},
    {"an element in the wrong place", "<party>France</party>\n",
     "<party>France</party><place>Paris</place>\n",
     "12: <place> comes twice in <event>."},
    {"elements in the wrong order",
     "  <place role=\"signed\">Paris</place>\n  <party>France</party>\n",
     "  <party>France</party>\n  <place role=\"signed\">Paris</place>\n",
     "12: <place> must stand before <party> in <event>."},
    {"a language of notes", "<title xml:lang=\"en\">B",
     "<title xml:lang=\"de\">B", "33: xml:lang of <title> can't be “de”."},
    {"a missing language", "<title xml:lang=\"en\">B", "<title>B",
     "33: <title> has no xml:lang."},
    {"a language code", "<authentic>fr", "<authentic>French",
     "28: <authentic> can't be “French”."},
    {"an empty text", "A</title>", " </title>", "3: <title> is empty."},
    {"an empty attribute", "for=\"France\"", "for=\"\"",
     "13: for of <person> is empty."},
    {"elements in a text", "Paris</place>", "<b>Paris</b></place>",
     "11: <place> holds text and no elements."},
    {"text among elements", "<treaty>\n", "<treaty>x\n",
     "25: <treaty> holds elements and no text."},
    {"a missing element", "   <title>Book</title>\n", "\n",
     "18: <source> has no <title>. The title of the work"},
    {"a missing attribute", " holds=\"text\"", "",
     "18: <source> has no holds. What the source has of the document: its "
     "text,"},
    {"a date in words", "iso=\"1949-02\"", "iso=\"February\"",
     "35: iso of <date> can't be “February”."},
    {"a number of 0", "number=\"1\"", "number=\"0\"",
     "14: number of <quotation> can't be “0”."},
    {"a number above 255", "number=\"1\"", "number=\"256\"",
     "14: number of <quotation> can't be “256”."},
    {"an address of another kind", "https://example.org/a", "file:///a",
     "22: <url> can't be “file:///a”."},
    {"a relation nobody knows", "\"answered-by\"", "\"kissed-by\"",
     "24: type of <relation> can't be “kissed-by”. What this event does to "
     "the other. One of: accedes-to,"},
    {"extracts are said of events only", "status=\"text seen\"",
     "status=\"extracts seen\"", "14: status of <quotation> can't be"},
    {"a label nobody knows", "\"article\"", "\"verse\"",
     "16: label of <pinpoint> can't be “verse”."},
    {"white space around a word does not count", "\"note\"", "\" note \"", ""},
    {"nor around a key", "source=\"s\"", "source=\" s \"", ""},
    {"nor around a date", "iso=\"1949-02\"", "iso=\" 1949-02 \"", ""},
    {"nor around an id", "target=\"1949-02-b\"", "target=\" 1949-02-b\"", ""},
    {"faults after a fault are said, too",
     "  <place role=\"signed\">Paris</place>\n  <party>France</party>\n  "
     "<person name=\"Bidault\" act=\"signed\" for=\"France\"/>\n",
     "  <x/>\n  <party/>\n  <person/>\n",
     "11: <x> has no place\n12: <party> is empty.\n13: <person> has no name."
     "\n13: <person> has no act."},
};

static void test_schema(void **state)
{
    (void)state;
    try_changes(against_schema, NV_COUNT_OF(against_schema));
}

static const change against_rules[] = {
    {"an id twice", "id=\"1949-02-b\"", "id=\"1949-01-01-a\"",
     "24: There is no event “1949-02-b” in these files.\n"
     "32: The id “1949-01-01-a” is taken already (x.xml:2).\n"
     "36: The event has a relation to itself."},
    {"a key twice", "\"bbbb\"", "\"aaaa\"",
     "32: The key “aaaa” is taken already (x.xml:2)."},
    {"a name twice", ">Bidault<", ">France<",
     "13: The person “Bidault” is not in the names.\n"
     "41: The name “France” is taken already (x.xml:38)."},
    {"a statement twice", "</statement>\n</registry>",
     "</statement>\n <statement id=\"S1\" verdict=\"no\"><words "
     "xml:lang=\"en\">w</words><event>1949-02-b</event><answer "
     "xml:lang=\"en\">a</answer></statement>\n</registry>",
     "49: The id “S1” is taken already (x.xml:44)."},
    {"a name without an English form", "<form xml:lang=\"en\">Bidault",
     "<form xml:lang=\"fr\">Bidault",
     "13: The person “Bidault” is not in the names.\n"
     "41: <name> has no English form, which events call it by."},
    {"a text twice in a language", "A</title>",
     "A</title><title xml:lang=\"en\">C</title>",
     "3: <title> comes twice in “en”."},
    {"a text of one language twice", "Words.</text>",
     "Words.</text><text xml:lang=\"en\">W</text>",
     "15: <text> comes twice in <quotation>."},
    {"a day that does not exist", "iso=\"1949-01-01\" p",
     "iso=\"1949-02-29\" p", "8: “1949-02-29” is in no calendar"},
    {"a month that does not exist", "iso=\"1949-02\"", "iso=\"1949-13\"",
     "35: “1949-13” is in no calendar"},
    {"a day of a variant that does not exist", "\"1949-01-02\"",
     "\"1949-04-31\"", "9: “1949-04-31” is in no calendar"},
    {"a day of a source that does not exist", "1950-02<", "1950-02-30<",
     "20: “1950-02-30” is in no calendar"},
    {"a month of coming into force that does not exist", "\"1950\"",
     "\"1950-00\"", "26: “1950-00” is in no calendar"},
    {"a day where a month is announced", "iso=\"1949-02\"",
     "iso=\"1949-02-01\"",
     "35: The precision is a month, and “1949-02-01” is none."},
    {"a month where a day is announced", "iso=\"1949-01-01\" p",
     "iso=\"1949-01\" p", "8: The precision is a day, and “1949-01” is none."},
    {"an end before the beginning", "\"1949-01-01\" p",
     "\"1949-01-01\" end=\"1948-12-31\" p",
     "8: The event ends (1948-12-31) before it begins (1949-01-01) or with "
     "it."},
    {"an end with the beginning", "\"1949-01-01\" p",
     "\"1949-01-01\" end=\"1949-01-01\" p", "8: The event ends"},
    {"an end of another precision", "\"1949-01-01\" p",
     "\"1949-01-01\" end=\"1949-02\" p",
     "8: One of “1949-01-01” and “1949-02” is a day, the other a month."},
    {"a variant twice", "what=\"sent\"/>",
     "what=\"sent\"/><variant iso=\"1949-01-02\" what=\"sent\"/>",
     "9: The variant “1949-01-02” (sent) is there twice."},
    {"an ending before a beginning", "what=\"sent\"/>",
     "what=\"begun\"/>\n<variant iso=\"1949-01-01\" what=\"ended\"/>",
     "10: It was ended (1949-01-01) before it was begun (1949-01-02)."},
    {"a treaty in force before its date", "\"1950\"", "\"1948-12\"",
     "26: The treaty is in force (1948-12) before its date."},
    {"a document without description",
     "   <description xml:lang=\"en\">a</description>\n", "",
     "4: <document> has neither a <description> nor none=\"true\"."},
    {"a description of no document", "<document none=\"true\"/>",
     "<document none=\"true\"><description xml:lang=\"en\">b</description>"
     "</document>",
     "34: <document> says none=\"true\", and describes one."},
    {"a source's key twice", "  <source key=\"s\"",
     "  <source key=\"s\" type=\"t\" holds=\"about\" checked=\"no\"><title>T"
     "</title><url>http://x.org</url></source>\n  <source key=\"s\"",
     "19: Another source of the event has the key “s”."},
    {"a quotation's number twice", "  <quotation number=\"1\"",
     "  <quotation number=\"1\" role=\"document\" original=\"yes\" as=\"edition"
     "\" source=\"s\" status=\"text seen\"><text xml:lang=\"en\">W</text>"
     "</quotation>\n  <quotation number=\"1\"",
     "15: Another quotation of the event has the number 1."},
    {"a quotation without its source", "source=\"s\"", "source=\"t\"",
     "14: The source “t” of the quotation is none of the event."},
    {"others' words that don't say whose", "\"document\"",
     "\"related document\"",
     "14: Words of another document and words about the event need an <of>"},
    {"comments that don't say whose", "\"document\"", "\"commentary\"",
     "14: Words of another document and words about the event need an <of>"},
    {"the document's words said to be others'", "Words.</text>\n",
     "Words.</text>\n<of><description xml:lang=\"en\">x</description></of>\n",
     "14: Words of the document itself have no <of>."},
    {"an offer from a source that can't be named",
     "   <publisher>P</publisher>\n   <url>https://example.org/a</url>\n",
     "\n\n", "14: The quotation is offered, and its source “s” can't be named"},
    {"a party nobody knows", "<party>France", "<party>Atlantis",
     "12: The party “Atlantis” is not in the names."},
    {"a person nobody knows", "name=\"Bidault\"", "name=\"Nemo\"",
     "13: The person “Nemo” is not in the names."},
    {"a person of a party nobody knows", "for=\"France\"", "for=\"Atlantis\"",
     "13: The party “Atlantis” is not in the names."},
    {"a depositary nobody knows", "<depositary>France", "<depositary>Atlantis",
     "27: The depositary “Atlantis” is not in the names."},
    {"a death before a birth", "died=\"1983\"", "died=\"1883\"",
     "41: A person died (1883) before being born (1899)."},
    {"a relation that leads nowhere", "target=\"1949-02-b\"",
     "target=\"1949-02-c\"",
     "24: There is no event “1949-02-c” in these files."},
    {"a relation twice", "target=\"1949-02-b\"/>",
     "target=\"1949-02-b\"/><relation type=\"answered-by\" "
     "target=\"1949-02-b\"/>",
     "24: The relation “answered-by” to “1949-02-b” is there twice."},
    {"a relation that contradicts the other side and the dates",
     "\"answered-by\"", "\"replies-to\"",
     "24: “replies-to” contradicts what the other event says: “refuses” "
     "(x.xml:36).\n"
     "24: “replies-to” can't be said of an event that came later.\n"
     "36: “refuses” contradicts what the other event says: “replies-to” "
     "(x.xml:24)."},
    {"a refusal is an answer, and no contradiction", "\"answered-by\"",
     "\"refused-by\"", ""},
    {"an event of a statement that does not exist", "<event>1949-01-01-a",
     "<event>1949-01-01-c",
     "46: There is no event “1949-01-01-c” in these files."},
    {"a statement that does not exist", "<statement>S1", "<statement>S2",
     "30: There is no statement “S2” in these files."},
};

static void test_rules(void **state)
{
    (void)state;
    try_changes(against_rules, NV_COUNT_OF(against_rules));
}

static void test_not_offered(void **state)
{
    static const char from[] = "status=\"text seen\">\n   <text";
    char *kept =
        changed(from, "status=\"text seen\" ship=\"false\">\n   <text");
    char *at = strstr(kept, "   <publisher>");
    char *said;

    (void)state;
    memset(at, ' ', (size_t)(strstr(at, "  </source>") - at));
    said = said_of_text(kept, strlen(kept));
    CHECK_STR(said, "", "what is not offered may have a source without name");
    free(said);
    free(kept);
}

/* Several files. */

static void check_two(const char *first, const char *second, const char *wanted,
                      const char *label)
{
    static const char *const names[] = {"y.xml", "x.xml"};
    char *said;

    write_file("y.xml", first, strlen(first));
    write_file("x.xml", second, strlen(second));
    said = said_of(names, 2);
    CHECK_STR(said, wanted, label);
    free(said);
}

static void test_files(void **state)
{
    static const char empty[] = "<registry version=\"1\" pack=\"test\"/>";
    char *other = changed("pack=\"test\"", "pack=\"core\"");

    (void)state;
    check_two(base, empty, "", "files are checked together");
    check_two(empty, other,
              "x.xml:1: This is of the pack “core”, other files are of "
              "“test”.\n",
              "all files are of one pack");
    check_two("<registry version=\"1\" pack=\"x y\"/>", "<registry>",
              "x.xml:1: This is not well-formed XML (Premature end of data in "
              "tag registry line 1).\n"
              "y.xml:1: pack of <registry> can't be “x y”. The name of the "
              "pack, the same in all its files: up to 20 small letters, digits "
              "and hyphens.\n",
              "faults are sorted by file");
    free(other);
}

static void test_whole(void **state)
{
    char *lonely = changed("target=\"1949-02-b\"", "target=\"1949-02-c\"");

    (void)state;
    check_two(lonely, "<registry",
              "x.xml:1: This is not well-formed XML (Couldn't find end of "
              "Start Tag registry line 1).\n",
              "what a broken file may hold is not missed");
    free(lonely);
}

static void test_names_of_shipped(void **state)
{
    static const char *const names[] = {"x.xml"};
    char *text = changed("pack=\"test\"", "pack=\"test\"");
    char *from = strstr(text, " <name type=\"state\"");
    char *to = strstr(text, " <statement id");
    char *said;

    (void)state;
    memmove(from, to, strlen(to) + 1);
    said = said_of_text(text, strlen(text));
    CHECK_STR(said, "x.xml:13: The person “Bidault” is not in the names.\n",
              "without names of its own, a pack uses those we ship");
    free(said);
    shipped = NULL;
    said = said_of(names, 1);
    CHECK_STR(said,
              "fails: No file has names, and there is no registry to look "
              "them up. Give a file with names too, or a pack with -r.\n",
              "without any names nothing can be said");
    free(said);
    free(text);
}

/* Our own data. */

static void check_silent(const char *const paths[], size_t count,
                         const char *label)
{
    nv_faults faults = {0};
    nv_buffer out = NV_BUFFER_INIT;
    nv_error err = {0};

    CHECK(nv_check(paths, count, shipped, &faults, &err), err.message);
    nv_faults_print(&faults, &out);
    CHECK_STR(out.text, "", label);
    nv_buffer_release(&out);
    nv_faults_release(&faults);
}

static void test_silent(void **state)
{
    static const char *const example[] = {"registry/schema/example.xml"};
    nv_buffer pack = NV_BUFFER_INIT;
    nv_error err = {0};
    glob_t files = {0};
    const char *packed[1];

    (void)state;
    glob("registry/events/*.xml", 0, NULL, &files);
    check_silent((const char *const *)files.gl_pathv, files.gl_pathc,
                 "our events, alone");
    glob("registry/*.xml", GLOB_APPEND, NULL, &files);
    check_silent((const char *const *)files.gl_pathv, files.gl_pathc,
                 "all our files");
    globfree(&files);
    check_silent(example, 1, "the example");
    CHECK(pack_shipped(&pack, &err), err.message);
    write_file("pack.gz", pack.text, pack.len);
    packed[0] = path_of("pack.gz");
    check_silent(packed, 1, "the pack");
    nv_buffer_release(&pack);
}

/* Whatever the check finds nothing in can be read. */
static void test_readable(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(against_schema); i++) {
        const change *one = &against_schema[i];
        char *text = changed(one->from, one->to);
        nv_error err = {0};
        nv_registry *registry =
            nv_registry_read(text, strlen(text), "x.xml", &err);

        if (!one->said[0])
            CHECK(registry != NULL, err.message);
        nv_registry_free(registry);
        free(text);
    }
}

/* Bad input: one sentence each. */

static void check_bad(const char *bytes, size_t len, const char *wanted,
                      const char *label)
{
    char *said = said_of_text(bytes, len);

    if (!is_said(said, wanted))
        fail_msg("%s: says %s, should say %s", label, said, wanted);
    free(said);
}

static void test_bad_bytes(void **state)
{
    static const struct {
        const char *label, *bytes;
        size_t len;
        const char *said;
    } cases[] = {
#define BYTES(text) text, sizeof text - 1
        {"an empty file", BYTES(""), "1: The file is empty."},
        {"no XML", BYTES("Dear reader,\n"),
         "1: This is not well-formed XML (Start tag expected, '<' not found)."},
        {"XML that is cut", BYTES("<registry>\n<event"),
         "2: This is not well-formed XML"},
        {"other XML", BYTES("\n<html/>"), "2: This is XML but no <registry>."},
        {"a registry of a namespace", BYTES("<registry xmlns='x'/>"),
         "1: This is XML but no <registry>."},
        {"an entity of its own", BYTES("<!DOCTYPE r [<!ENTITY e 'x'>]><r>&e;"),
         "1: A DOCTYPE is not allowed in a pack."},
        {"a DTD elsewhere", BYTES("<!DOCTYPE r SYSTEM 'http://x.org/x'><r/>"),
         "1: A DOCTYPE is not allowed in a pack."},
        {"an entity nobody knows", BYTES("<registry>&nbsp;</registry>"),
         "1: This is not well-formed XML (Entity 'nbsp' not defined)."},
        {"bytes that are no UTF-8", BYTES("<registry>\xe9</registry>"),
         "1: This is not well-formed XML"},
        {"an encoding nobody knows",
         BYTES("<?xml version='1.0' encoding='x-none'?><registry/>"),
         "1: This is not well-formed XML"},
        {"a NUL", BYTES("<registry>\n\0</registry>"),
         "2: This is not well-formed XML"},
        {"gzip that is cut", BYTES("\x1f\x8b\x08\0\0\0\0\0\0\xff"),
         "1: The file is cut off."},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++)
        check_bad(cases[i].bytes, cases[i].len, cases[i].said, cases[i].label);
}

static void test_nested(void **state)
{
    nv_buffer deep = NV_BUFFER_INIT;

    (void)state;
    for (int i = 0; i < 10000; i++)
        nv_buffer_add_text(&deep, "<registry>\n");
    check_bad(deep.text, deep.len,
              "17: Elements are nested too deep for a pack.",
              "10,000 elements in each other");
    nv_buffer_release(&deep);
}

static void test_missing(void **state)
{
    static const char *const names[] = {"none.xml"};
    char *said = said_of(names, 1);

    (void)state;
    CHECK_STR(said, "none.xml:1: The file is missing.\n", "a missing file");
    free(said);
}

static void test_long_values(void **state)
{
    nv_buffer text = NV_BUFFER_INIT;
    char *said;

    (void)state;
    nv_buffer_add_text(&text,
                       "<registry version=\"1\" pack=\"a\"><event x=\"1");
    for (int i = 0; i < 100000; i++)
        nv_buffer_add_text(&text, "é&#10;");
    nv_buffer_add_text(&text, "\" key=\"");
    for (int i = 0; i < 100000; i++)
        nv_buffer_add_text(&text, "é&#10;");
    nv_buffer_add_text(&text, "\"/></registry>");
    said = said_of_text(text.text, text.len);
    for (const char *line = said; *line; line = strchr(line, '\n') + 1)
        CHECK(strcspn(line, "\n") < 1300 && strncmp(line, "x.xml:1: ", 9) == 0,
              "a fault is one line, and no longer than can be read");
    free(said);
    nv_buffer_release(&text);
}

static void test_many_lines(void **state)
{
    nv_buffer text = NV_BUFFER_INIT;

    (void)state;
    nv_buffer_add_text(&text, "<registry version=\"1\" pack=\"a\">");
    for (int i = 1; i < 100000; i++)
        nv_buffer_add_char(&text, '\n');
    nv_buffer_add_text(&text, "<x/>\n\n<y>\n</y>\n<z\n a='1'\n/></registry>");
    check_bad(text.text, text.len,
              "100000: <x> has no place in <registry>.\n"
              "100002: <y> has no place in <registry>.\n"
              "100004: <z> has no place in <registry>.",
              "lines are counted beyond what libxml2 keeps of them");
    nv_buffer_release(&text);
}

/* The schema and the tables of the library say the same. */

static void compare_shape(nv_grammar *grammar, const xmlNode *pattern,
                          const nv_shape *shape, const char *path);

static const nv_term *find_term(const nv_term *terms, size_t count,
                                const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(nv_grammar_name(terms[i].pattern), name) == 0)
            return &terms[i];
    return NULL;
}

static void compare_words(nv_grammar *grammar, const xmlNode *pattern,
                          const nv_words *words, const char *path)
{
    nv_buffer says = NV_BUFFER_INIT, wanted = NV_BUFFER_INIT;

    nv_buffer_add_text(&wanted, "One of: ");
    for (size_t i = 0; i < words->count; i++)
        nv_buffer_add_format(&wanted, "%s%s", i ? ", " : "", words->items[i]);
    nv_grammar_explain(grammar, pattern, &says);
    /* Quotations have one status less than events. */
    if (words != &nv_status_words && !strstr(says.text, wanted.text))
        fail_msg("%s: “%s” has not “%s”", path, says.text, wanted.text);
    nv_buffer_release(&says);
    nv_buffer_release(&wanted);
}

static bool is_list(const nv_shape_member *member)
{
    return member->type == NV_MEMBER_TEXTS ||
           member->type == NV_MEMBER_STRUCTS ||
           member->type == NV_MEMBER_LANGUAGES;
}

static void compare_member(nv_grammar *grammar, const nv_model *model,
                           const nv_shape_member *member, const char *parent)
{
    const bool is_attribute = member->name[0] == '@';
    const nv_term *term =
        is_attribute
            ? find_term(model->attributes, model->attribute_count,
                        member->name + 1)
            : find_term(model->children, model->child_count, member->name);
    char path[200];

    snprintf(path, sizeof path, "%s/%s", parent, member->name);
    CHECK(term != NULL, path);
    CHECK(term->is_required == member->is_required, path);
    CHECK(term->may_repeat == is_list(member), path);
    if (member->words && member->type == NV_MEMBER_WORD)
        compare_words(grammar, term->pattern, member->words, path);
    if (member->shape)
        compare_shape(grammar, term->pattern, member->shape, path);
}

static void compare_shape(nv_grammar *grammar, const xmlNode *pattern,
                          const nv_shape *shape, const char *path)
{
    nv_model model;
    size_t own = 0;

    nv_grammar_model(grammar, pattern, &model);
    for (size_t i = 0; i < shape->member_count; i++) {
        if (strcmp(shape->members[i].name, ".") == 0) {
            CHECK(model.holds_text, path);
            own++;
        } else {
            compare_member(grammar, &model, &shape->members[i], path);
        }
    }
    if (model.attribute_count + model.child_count + own != shape->member_count)
        fail_msg("%s: the schema has more", path);
}

static const xmlNode *pattern_in(nv_grammar *grammar, const xmlNode *parent,
                                 const char *name, bool is_attribute)
{
    nv_model model;
    const nv_term *term;

    nv_grammar_model(grammar, parent, &model);
    term = is_attribute
               ? find_term(model.attributes, model.attribute_count, name)
               : find_term(model.children, model.child_count, name);
    CHECK(term != NULL, name);
    return term->pattern;
}

static void test_tables(void **state)
{
    nv_grammar grammar;
    nv_error err = {0};
    const xmlNode *root;

    (void)state;
    CHECK(nv_grammar_init(&grammar, &err), err.message);
    root = nv_grammar_root(&grammar);
    compare_shape(&grammar, pattern_in(&grammar, root, "event", false),
                  &nv_event_shape, "event");
    compare_shape(&grammar, pattern_in(&grammar, root, "name", false),
                  &nv_name_shape, "name");
    compare_shape(&grammar, pattern_in(&grammar, root, "statement", false),
                  &nv_statement_shape, "statement");
    nv_grammar_release(&grammar);
}

static void test_relations(void **state)
{
    nv_grammar grammar;
    nv_error err = {0};
    const xmlNode *node;
    const char *words[64];
    nv_words all = {words, 0};
    const nv_relation_type *types = nv_relation_types(&all.count);

    (void)state;
    CHECK(nv_grammar_init(&grammar, &err), err.message);
    node = pattern_in(&grammar, nv_grammar_root(&grammar), "event", false);
    node = pattern_in(&grammar, node, "relation", false);
    for (size_t i = 0; i < all.count; i++)
        words[i] = types[i].type;
    compare_words(&grammar, pattern_in(&grammar, node, "type", true), &all,
                  "relation");
    nv_grammar_release(&grammar);
}

static void test_inverses(void **state)
{
    size_t count;
    const nv_relation_type *types = nv_relation_types(&count);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        const nv_relation_type *type = &types[i];
        const nv_relation_type *inverse = nv_relation_type_of(type->inverse);

        if (type->inverse)
            CHECK(inverse && strcmp(inverse->inverse, type->type) == 0,
                  type->type);
        if (inverse)
            CHECK(nv_relation_order(type->type) ==
                      -nv_relation_order(inverse->type),
                  type->type);
        CHECK(!type->implies || nv_relation_type_of(type->implies), type->type);
    }
    CHECK_STR(nv_relation_type_of("refused-by")->implies, "answered-by",
              "what is refused is answered");
}

static int set_up(void **state)
{
    nv_error err = {0};

    (void)state;
    shipped = open_shipped(&err);
    return shipped && mkdtemp(folder) ? 0 : -1;
}

static int restore_shipped(void **state)
{
    *state = (void *)shipped;
    return 0;
}

static int give_shipped_back(void **state)
{
    shipped = *state;
    return 0;
}

static int tear_down(void **state)
{
    static const char *const names[] = {"x.xml", "y.xml", "pack.gz"};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(names); i++)
        unlink(path_of(names[i]));
    rmdir(folder);
    nv_registry_free((nv_registry *)shipped);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_silent),
        cmocka_unit_test(test_schema),
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_not_offered),
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_whole),
        cmocka_unit_test_setup_teardown(test_names_of_shipped, restore_shipped,
                                        give_shipped_back),
        cmocka_unit_test(test_readable),
        cmocka_unit_test(test_bad_bytes),
        cmocka_unit_test(test_nested),
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_long_values),
        cmocka_unit_test(test_many_lines),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_relations),
        cmocka_unit_test(test_inverses),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
