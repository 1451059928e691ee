/* SPDX-License-Identifier: MPL-2.0 */
/* Notes as they must be: golden.txt, one a line. */
#include "record.h"

#include <stdio.h>

enum { FIELDS = 6 };

/* The text of a note with its titles between stars. */
static char *marked_text(const nv_note *note)
{
    nv_buffer text = NV_BUFFER_INIT;

    for (size_t i = 0; i < note->count; i++) {
        const char *star = note->runs[i].kind == NV_RUN_TITLE ? "*" : "";

        nv_buffer_add_format(&text, "%s%s%s", star, note->runs[i].text, star);
    }
    return nv_buffer_detach(&text);
}

static unsigned parts_of(const char *words)
{
    static const struct {
        const char *word;
        unsigned part;
    } all[] = {{"date", NV_PART_DATE},
               {"signatories", NV_PART_SIGNATORIES},
               {"wording", NV_PART_WORDING},
               {"source", NV_PART_SOURCE}};
    unsigned parts = 0;

    for (size_t i = 0; i < NV_COUNT_OF(all); i++)
        if (strstr(words, all[i].word))
            parts |= all[i].part;
    return parts;
}

/* Cuts the line at its tabs; returns how many fields it has. */
static size_t cut(char *line, char *fields[FIELDS])
{
    size_t count = 0;

    line[strcspn(line, "\n")] = '\0';
    while (count < FIELDS) {
        char *tab = strchr(line, '\t');

        fields[count++] = line;
        if (!tab)
            break;
        *tab = '\0';
        line = tab + 1;
    }
    return count;
}

static void check_line(const nv_registry *registry, char *fields[FIELDS])
{
    nv_citation citation = {
        .event = nv_registry_by_id(registry, fields[1], NULL),
        .language = nv_language_from_tag(fields[2], NV_LANGUAGE_EN),
        .parts = parts_of(fields[3]),
        .quotation = atoi(fields[4]),
    };
    nv_error err = {0};
    nv_note note;
    char *text;

    CHECK(citation.event != NULL, fields[1]);
    if (!nv_note_write(registry, &citation, &note, &err))
        fail_msg("%s %s: %s", fields[0], fields[2], err.message);
    text = marked_text(&note);
    CHECK_STR(text, fields[5], fields[0]);
    free(text);
    nv_note_release(&note);
}

static void every_golden_note_is_written_as_it_stands(void **state)
{
    FILE *file = fopen("tests/note/golden.txt", "r");
    char line[2048], *fields[FIELDS];
    size_t count = 0;

    CHECK(file != NULL, "golden.txt");
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        CHECK(cut(line, fields) == FIELDS, "six fields");
        check_line(*state, fields);
        count++;
    }
    fclose(file);
    CHECK(count >= 24, "both languages of twelve events");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_golden_note_is_written_as_it_stands),
    };

    return cmocka_run_group_tests(tests, record_setup, record_teardown);
}
