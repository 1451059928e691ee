/* SPDX-License-Identifier: MPL-2.0 */
/* Several citations in one note: what each says as a part of the cluster, and
 * what stands between them. */
#include "record.h"

#include <string.h>

#include "note/sequence.h"
#include "note/style.h"

/* Set-up and tear-down: *state is a record with our styles and published ones.
 */
static int setup(void **state)
{
    static record shared;
    static const nv_style_folder folders[] = {
        {.path = NV_BUILD "/styles", .is_ours = true},
        {.path = NV_BUILD "/published"}};

    shared.registry = record_open();
    shared.library = nv_library_open(folders, 2, NV_BUILD "/locales", NULL);
    *state = &shared;
    return shared.registry && shared.library ? 0 : -1;
}

static int teardown(void **state)
{
    const record *shared = *state;

    nv_library_free(shared->library);
    nv_registry_free(shared->registry);
    return 0;
}

#define NATO "1949-04-04-north-atlantic-treaty"
#define WARSAW "1955-05-14-warsaw-treaty"
#define NATO_TEXT "North Atlantic Treaty, April 4, 1949, 34 U.N.T.S. 243"
#define WARSAW_TEXT                                                            \
    "Treaty of Friendship, Co-operation and Mutual Assistance, May 14, 1955, " \
    "219 U.N.T.S. 3 (hereafter Warsaw Treaty)"

enum { MOST = 4 };

typedef struct {
    const char *event; /* NULL: somebody else's */
    int32_t note;
    const char *article, *prefix, *suffix;
    bool is_joined, is_open, is_inside, is_alone;
} cited;

typedef struct {
    nv_note notes[MOST];
    char *texts[MOST];
    size_t count;
} written;

static nv_noted noted_of(const record *record, const cited *cited)
{
    nv_noted noted = {.registry = record->registry,
                      .note = cited->note,
                      .is_joined = cited->is_joined,
                      .is_open = cited->is_open,
                      .is_inside = cited->is_inside,
                      .is_alone = cited->is_alone,
                      .citation = {.parts = NV_PART_DATE | NV_PART_SOURCE,
                                   .prefix = cited->prefix,
                                   .suffix = cited->suffix}};

    if (cited->event)
        noted.citation.event =
            nv_registry_by_id(record->registry, cited->event, NULL);
    if (cited->article)
        noted.citation.locator = (nv_locator){"article", cited->article};
    return noted;
}

static void write_cluster(const record *record, const char *style,
                          const cited cites[], size_t count, written *out)
{
    nv_noted noted[MOST];
    nv_error err = {0};

    out->count = count;
    for (size_t i = 0; i < count; i++)
        noted[i] = noted_of(record, &cites[i]);
    if (!nv_notes_write(noted, count,
                        record_style(record, style, NV_LANGUAGE_EN), out->notes,
                        NULL, NULL, &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < count; i++)
        out->texts[i] = nv_note_text(&out->notes[i]);
}

static void release(written *out)
{
    for (size_t i = 0; i < out->count; i++) {
        free(out->texts[i]);
        nv_note_release(&out->notes[i]);
    }
}

static const struct {
    const char *label, *style;
    cited cites[MOST];
    const char *texts[MOST];  /* NULL: no more */
    const char *joints[MOST]; /* NULL: it is not joined */
} cases[] = {
    {"two in one cluster end once",
     "chicago-17",
     {{.event = NATO, .note = 1, .article = "4"},
      {.event = WARSAW, .note = 1, .is_joined = true}},
     {NATO_TEXT ", art. 4", WARSAW_TEXT "."},
     {NULL, "; "}},
    {"two that are not joined end each",
     "chicago-17",
     {{.event = NATO, .note = 1}, {.event = WARSAW, .note = 1}},
     {NATO_TEXT ".", WARSAW_TEXT "."},
     {NULL, NULL}},
    {"those of two notes are not joined whatever is said",
     "chicago-17",
     {{.event = NATO, .note = 1},
      {.event = WARSAW, .note = 2, .is_joined = true}},
     {NATO_TEXT ".", WARSAW_TEXT "."},
     {NULL, NULL}},
    {"what is not ours joins nothing",
     "chicago-17",
     {{.event = NULL, .note = 1},
      {.event = NATO, .note = 1, .is_joined = true}},
     {"", NATO_TEXT "."},
     {NULL, NULL}},
    {"where the sentence goes on the full stop is left out",
     "chicago-17",
     {{.event = NATO, .note = 1, .is_open = true}},
     {NATO_TEXT},
     {NULL}},
    {"of a cluster the last decides",
     "chicago-17",
     {{.event = NATO, .note = 1, .is_open = true},
      {.event = WARSAW, .note = 1, .is_joined = true}},
     {NATO_TEXT, WARSAW_TEXT "."},
     {NULL, "; "}},
    {"and leaves it out",
     "chicago-17",
     {{.event = NATO, .note = 1},
      {.event = WARSAW, .note = 1, .is_joined = true, .is_open = true}},
     {NATO_TEXT, WARSAW_TEXT},
     {NULL, "; "}},
    {"an abbreviation keeps its own",
     "chicago-17-ibid",
     {{.event = NATO, .note = 1, .is_alone = true},
      {.event = NATO, .note = 2, .is_open = true}},
     {NATO_TEXT ".", "Ibid."},
     {NULL, NULL}},
    {"inside a sentence nothing has a capital of its own",
     "oscola-4",
     {{.event = "1954-03-31-soviet-note",
       .note = 1,
       .is_inside = true,
       .is_open = true}},
     {"note from the Soviet Government to the Governments of the United "
      "States, the United Kingdom, and France (Moscow, 31 March 1954) in "
      "Denise Folliot (ed), Documents on International Affairs, 1954 (Oxford "
      "University Press 1957) 39–43"},
     {NULL}},
    {"nor has a term",
     "chicago-17-ibid",
     {{.event = NATO, .note = 1, .is_alone = true},
      {.event = NATO, .note = 2, .is_inside = true}},
     {NATO_TEXT ".", "ibid."},
     {NULL, NULL}},
    {"unless the writer ends it before",
     "chicago-17-ibid",
     {{.event = NATO, .note = 1, .is_alone = true},
      {.event = NATO, .note = 2, .is_inside = true, .prefix = "to this day."}},
     {NATO_TEXT ".", "to this day. Ibid."},
     {NULL, NULL}},
    {"the same again in a cluster is ibid",
     "chicago-17-ibid",
     {{.event = NATO, .note = 1, .article = "4"},
      {.event = NATO, .note = 1, .article = "5", .is_joined = true}},
     {NATO_TEXT ", art. 4", "ibid., art. 5."},
     {NULL, "; "}},
    {"behind a cluster nothing is",
     "chicago-17-ibid",
     {{.event = WARSAW, .note = 1},
      {.event = NATO, .note = 1, .is_joined = true},
      {.event = NATO, .note = 2, .is_alone = true}},
     {WARSAW_TEXT, NATO_TEXT ".", "North Atlantic Treaty."},
     {NULL, "; ", NULL}},
    {"its first may be, behind a note that is one citation alone",
     "chicago-17-ibid",
     {{.event = NATO, .note = 1, .is_alone = true},
      {.event = NATO, .note = 2, .article = "4"},
      {.event = WARSAW, .note = 2, .is_joined = true}},
     {NATO_TEXT ".", "Ibid., art. 4", WARSAW_TEXT "."},
     {NULL, NULL, "; "}},
    {"the writer's words stay with their citation",
     "chicago-17",
     {{.event = NATO, .note = 1, .prefix = "See", .suffix = ", in force"},
      {.event = WARSAW, .note = 1, .prefix = "and", .is_joined = true}},
     {"See " NATO_TEXT ", in force", "and " WARSAW_TEXT "."},
     {NULL, "; "}},
    {"a mark of the writer's takes the place of the delimiter",
     "chicago-17",
     {{.event = NATO, .note = 1},
      {.event = WARSAW, .note = 1, .prefix = ", and", .is_joined = true}},
     {NATO_TEXT, ", and " WARSAW_TEXT "."},
     {NULL, ""}},
    {"three are one cluster",
     "chicago-17",
     {{.event = NATO, .note = 1},
      {.event = WARSAW, .note = 1, .is_joined = true},
      {.event = NATO, .note = 1, .article = "5", .is_joined = true}},
     {NATO_TEXT, WARSAW_TEXT, "North Atlantic Treaty, art. 5."},
     {NULL, "; ", "; "}},
    {"brackets of a cluster stand at its ends",
     "apa",
     {{.event = NATO, .note = 0},
      {.event = WARSAW, .note = 0, .is_joined = true}},
     {"(North Atlantic Treaty, 1949", "Warsaw Treaty, 1955)"},
     {NULL, "; "}},
};

static void a_cluster_is_parted_by_its_citations(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        size_t count = 0;
        written out;

        while (count < MOST && cases[i].texts[count])
            count++;
        write_cluster(*state, cases[i].style, cases[i].cites, count, &out);
        for (size_t j = 0; j < count; j++) {
            CHECK_STR(out.texts[j], cases[i].texts[j], cases[i].label);
            CHECK_STR(out.notes[j].joint, cases[i].joints[j], cases[i].label);
        }
        release(&out);
    }
}

static bool add_part(const nv_note_sequence *sequence, size_t index,
                     nv_buffer *whole)
{
    nv_note note;
    bool is_joined;

    assert_true(nv_note_sequence_read(sequence, index, &note, NULL));
    is_joined = note.joint != NULL;
    nv_buffer_add_text(whole, note.joint);
    for (size_t i = 0; i < note.count; i++)
        nv_buffer_add_text(whole, note.runs[i].text);
    nv_note_release(&note);
    return is_joined;
}

/* Numbers that may become a range stand apart. */
static void check_parted(const record *record, const char *id,
                         const nv_noted noted[])
{
    static const uint64_t serials[] = {1, 2, 3};
    nv_note_style *style = record_style(record, id, NV_LANGUAGE_EN);
    const bool is_ranged =
        style->lexicon->style->collapse == NV_CSL_COLLAPSE_NUMBER;
    nv_note_sequence *sequence = nv_note_sequence_new(style, NULL);
    nv_buffer whole = NV_BUFFER_INIT;

    assert_true(nv_note_sequence_update(sequence, noted, serials, 3, NULL));
    for (size_t i = 0; i < 3; i++)
        CHECK(add_part(sequence, i, &whole) == (i > 0 && !is_ranged), id);
    if (!is_ranged)
        CHECK_STR(
            whole.text,
            nv_csl_processor_text(nv_note_sequence_processor(sequence), "1")
                ->text,
            id);
    nv_buffer_release(&whole);
    nv_note_sequence_free(sequence);
}

/* What the parts and joints come to is the text of the cluster, whatever moves
 * into quotation marks. */
static void nothing_of_a_cluster_is_lost(void **state)
{
    const record *record = *state;
    static const cited cites[] = {
        {.event = NATO, .note = 1, .article = "4"},
        {.event = WARSAW, .note = 1, .is_joined = true},
        {.event = NATO, .note = 1, .is_joined = true}};
    nv_noted noted[3];

    for (size_t i = 0; i < 3; i++)
        noted[i] = noted_of(record, &cites[i]);
    for (size_t i = 0; i < nv_library_count(record->library); i++)
        check_parted(record, nv_library_entry_at(record->library, i)->id,
                     noted);
}

static const struct {
    const char *style, *joint;
    nv_language language;
} joints[] = {
    {"chicago-17", "; ", NV_LANGUAGE_EN},
    {"histoire", "\u202F; ", NV_LANGUAGE_FR},
    {"apa", "; ", NV_LANGUAGE_EN},
};

static void a_style_says_what_stands_between(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(joints); i++)
        CHECK_STR(nv_note_joint(record_style(*state, joints[i].style,
                                             joints[i].language)),
                  joints[i].joint, joints[i].style);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cluster_is_parted_by_its_citations),
        cmocka_unit_test(nothing_of_a_cluster_is_lost),
        cmocka_unit_test(a_style_says_what_stands_between),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
