/* SPDX-License-Identifier: MPL-2.0 */
/* The writer's own words before and behind a citation, in the note. */
#include "record.h"

#include <string.h>

#define TREATY "North Atlantic Treaty, April 4, 1949, 34 U.N.T.S. 243"

static const struct {
    const char *label, *prefix, *suffix;
    const char *text;
} cases[] = {
    {"none", NULL, NULL, TREATY "."},
    {"empty ones are none", "", "", TREATY "."},
    {"space alone is none", "  ", " \n", TREATY "."},
    {"a word wants a space", "See", NULL, "See " TREATY "."},
    {"a space that was typed stays alone", "See ", NULL, "See " TREATY "."},
    {"an abbreviation wants a space", "Cf.", NULL, "Cf. " TREATY "."},
    {"a bracket wants none", "(", ")", "(" TREATY ")."},
    {"space before it goes", "  See", NULL, "See " TREATY "."},
    {"words behind want a space", NULL, "at the time", TREATY " at the time."},
    {"figures do, too", NULL, "1949 text", TREATY " 1949 text."},
    {"a comma wants none", NULL, ", at the time", TREATY ", at the time."},
    {"a parenthesis wants one", NULL, "(extract)", TREATY " (extract)."},
    {"space behind it goes", NULL, ", a draft \t", TREATY ", a draft."},
    {"a full stop is not doubled", NULL, ", a draft.", TREATY ", a draft."},
    {"a question stays one", NULL, ", a draft?", TREATY ", a draft?"},
    {"line breaks become spaces", "See\nalso", NULL, "See also " TREATY "."},
    {"quotation marks are the style's", "On \"peace\"", NULL,
     "On “peace” " TREATY "."},
    {"what looks like markup is none", "See <i>x</i>,", NULL,
     "See <\u2060i>x<\u2060/i>, " TREATY "."},
    {"nor is an entity", "Smith & Son: a < b", NULL,
     "Smith & Son: a < b " TREATY "."},
};

static nv_citation treaty(const record *record, const char *prefix,
                          const char *suffix)
{
    return (nv_citation){
        .event = nv_registry_by_id(record->registry,
                                   "1949-04-04-north-atlantic-treaty", NULL),
        .parts = NV_PART_DATE | NV_PART_SOURCE,
        .prefix = prefix,
        .suffix = suffix};
}

static void words_stand_before_and_behind_with_the_right_space(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        const nv_citation citation =
            treaty(*state, cases[i].prefix, cases[i].suffix);
        char *text = record_note(*state, &citation);

        CHECK_STR(text, cases[i].text, cases[i].label);
        free(text);
    }
}

static void nothing_of_them_is_italic(void **state)
{
    const nv_citation citation = treaty(*state, "<b>See</b>", "<i>x</i>");
    const record *record = *state;
    nv_note note;

    assert_true(nv_note_write(record->registry, &citation,
                              record_usual_style(record, NV_LANGUAGE_EN), &note,
                              NULL));
    for (size_t i = 0; i < note.count; i++)
        if (strstr(note.runs[i].text, "See") || strstr(note.runs[i].text, "x<"))
            CHECK(note.runs[i].format == 0, note.runs[i].text);
    nv_note_release(&note);
}

static void french_words_have_french_spaces(void **state)
{
    nv_citation citation = treaty(*state, "Ainsi : voir", "; sur ce point");
    char *text;

    citation.language = NV_LANGUAGE_FR;
    text = record_note(*state, &citation);
    CHECK(strstr(text, "Ainsi\u00A0: voir traité") == text, text);
    CHECK(strstr(text, "sur ce point."), text);
    free(text);
}

/* Each form a note can have keeps them. */
static void a_later_note_keeps_them(void **state)
{
    const record *record = *state;
    nv_noted noted[3];
    nv_note notes[3];

    for (int i = 0; i < 3; i++)
        noted[i] = (nv_noted){record->registry, treaty(record, "See", ", now"),
                              .note = i < 2 ? i + 1 : 9, .is_alone = true};
    assert_true(nv_notes_write(
        noted, 3, record_style(record, "chicago-17-ibid", NV_LANGUAGE_EN),
        notes, NULL, NULL, NULL));
    for (int i = 0; i < 3; i++) {
        static const char *const texts[] = {"See " TREATY ", now.",
                                            "See ibid., now.",
                                            "See North Atlantic Treaty, now."};
        char *text = nv_note_text(&notes[i]);

        CHECK_STR(text, texts[i], "a form");
        free(text);
        nv_note_release(&notes[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stand_before_and_behind_with_the_right_space),
        cmocka_unit_test(nothing_of_them_is_italic),
        cmocka_unit_test(french_words_have_french_spaces),
        cmocka_unit_test(a_later_note_keeps_them),
    };

    return cmocka_run_group_tests(tests, record_setup, record_teardown);
}
