/* SPDX-License-Identifier: MPL-2.0 */
/* Notes as they must be: the files of tests/note/golden, one for each style,
 * one note a line. What a line says is told at the head of chicago-17.txt. */
#include "record.h"

#include <dirent.h>
#include <stdio.h>

#include "note/locator.h"
#include "note/style.h"

enum { FIELDS = 8, MOST_LINES = 256 };

#define THIN "\u202F"

/* A line of a file, cut at its tabs. */
typedef struct {
    char *text; /* owns what the fields point into */
    const char *label, *event, *form, *wanted;
    nv_citation citation;
    nv_typed_locator typed;
} golden;

typedef struct {
    golden lines[MOST_LINES];
    size_t count;
} golden_file;

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

static void read_line(golden *line, const nv_registry *registry)
{
    char *fields[FIELDS];

    if (cut(line->text, fields) != FIELDS)
        fail_msg("eight fields: %s", line->text);
    line->label = fields[0];
    line->event = fields[1];
    line->form = fields[5];
    line->wanted = fields[7];
    line->citation = (nv_citation){
        .event = nv_registry_by_id(registry, fields[1], NULL),
        .language = nv_language_from_tag(fields[2], NV_LANGUAGE_EN),
        .parts = parts_of(fields[3]),
        .quotation = atoi(fields[4]),
    };
    CHECK(line->citation.event != NULL, fields[1]);
    if (strcmp(fields[6], "-") == 0)
        return;
    CHECK(nv_locator_read(fields[6], strlen(fields[6]), &line->typed),
          fields[6]);
    line->citation.locator = (nv_locator){line->typed.label, line->typed.value};
}

static void read_golden(const char *name, const nv_registry *registry,
                        golden_file *file)
{
    char path[256], text[4096];
    FILE *stream;

    snprintf(path, sizeof path, "tests/note/golden/%s", name);
    stream = fopen(path, "r");
    CHECK(stream != NULL, path);
    file->count = 0;
    while (fgets(text, sizeof text, stream)) {
        if (text[0] == '#' || text[0] == '\n')
            continue;
        CHECK(file->count < MOST_LINES, path);
        file->lines[file->count].text = strdup(text);
        read_line(&file->lines[file->count++], registry);
    }
    fclose(stream);
}

static void release_golden(golden_file *file)
{
    for (size_t i = 0; i < file->count; i++)
        free(file->lines[i].text);
}

/* The text of a note with its italics between stars and its small capitals in
 * braces. */
static char *marked_text(const nv_note *note)
{
    nv_buffer text = NV_BUFFER_INIT;
    bool is_italic = false;

    for (size_t i = 0; i < note->count; i++) {
        const nv_run *run = &note->runs[i];
        const bool is_small = run->format & NV_CSL_SMALL_CAPS;

        if (is_italic != !!(run->format & NV_CSL_ITALIC))
            nv_buffer_add_char(&text, '*');
        is_italic = run->format & NV_CSL_ITALIC;
        nv_buffer_add_format(&text, is_small ? "{sc:%s}" : "%s", run->text);
    }
    if (is_italic)
        nv_buffer_add_char(&text, '*');
    return nv_buffer_detach(&text);
}

static bool is_form(const golden *line, const char *form)
{
    return strcmp(line->form, form) == 0;
}

static void check_text(const golden *line, const char *style,
                       const nv_note *note)
{
    char *text = marked_text(note);
    char label[160];

    snprintf(label, sizeof label, "%s %s %s %s", style, line->label,
             nv_language_code(line->citation.language), line->form);
    CHECK_STR(text, line->wanted, label);
    free(text);
}

/* A document of several lines, in which some of the notes are looked at. */
typedef struct {
    const golden *lines[MOST_LINES];
    nv_noted noted[MOST_LINES];
    size_t count;
} essay;

static void add_line(essay *essay, const golden *line,
                     const nv_registry *registry)
{
    essay->lines[essay->count] = line;
    essay->noted[essay->count] =
        (nv_noted){registry, line->citation, .note = (int32_t)essay->count + 1,
                   .is_alone = true};
    essay->count++;
}

static void add_form(essay *essay, const golden_file *file, const char *form,
                     nv_language language, const nv_registry *registry)
{
    for (size_t i = 0; i < file->count; i++)
        if (is_form(&file->lines[i], form) &&
            file->lines[i].citation.language == language)
            add_line(essay, &file->lines[i], registry);
}

/* The entry of the line's event is among them. */
static void check_entry(const golden *line, const char *style,
                        const nv_note entries[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char *text = marked_text(&entries[i]);
        const bool is_it = text && strcmp(text, line->wanted) == 0;

        free(text);
        if (is_it)
            return;
    }
    for (size_t i = 0; i < count; i++) {
        char *text = marked_text(&entries[i]);

        print_error("  entry  %s\n", text);
        free(text);
    }
    fail_msg("%s %s: no entry is\n  wanted %s", style, line->label,
             line->wanted);
}

static void write_essay(const essay *essay, nv_note_style *style,
                        nv_note notes[], nv_note **entries, size_t *count)
{
    nv_error err = {0};

    if (!nv_notes_write(essay->noted, essay->count, style, notes, entries,
                        count, &err))
        fail_msg("%s: %s", style->entry->id, err.message);
}

static void release_notes(nv_note notes[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        nv_note_release(&notes[i]);
}

/* All first lines and, after them, all later ones; then the bibliography. */
static void check_document(const golden_file *file, const record *record,
                           nv_note_style *style)
{
    static nv_note notes[MOST_LINES];
    static essay essay;
    nv_note *entries;
    size_t count;

    essay.count = 0;
    add_form(&essay, file, "first", style->language, record->registry);
    add_form(&essay, file, "later", style->language, record->registry);
    if (essay.count == 0)
        return;
    write_essay(&essay, style, notes, &entries, &count);
    for (size_t i = 0; i < essay.count; i++)
        check_text(essay.lines[i], style->entry->id, &notes[i]);
    for (size_t i = 0; i < file->count; i++)
        if (is_form(&file->lines[i], "bibliography") &&
            file->lines[i].citation.language == style->language)
            check_entry(&file->lines[i], style->entry->id, entries, count);
    release_notes(notes, essay.count);
    release_notes(entries, count);
    free(entries);
}

/* The first note of the event, also where the file has no line of it. */
static golden first_of(const golden_file *file, const golden *line)
{
    golden first = {.form = "first", .citation = line->citation};

    for (size_t i = 0; i < file->count; i++)
        if (is_form(&file->lines[i], "first") &&
            file->lines[i].citation.event == line->citation.event &&
            file->lines[i].citation.language == line->citation.language)
            return file->lines[i];
    first.citation.locator = (nv_locator){NULL, NULL};
    first.citation.quotation = 0;
    first.citation.parts = NV_PART_DATE | NV_PART_SOURCE;
    return first;
}

/* A document of one note, or of the first of its event and this one. */
static void check_short_document(const golden_file *file, const golden *line,
                                 const record *record, nv_note_style *style)
{
    static essay essay;
    const golden first = first_of(file, line);
    nv_note notes[2];

    essay.count = 0;
    if (is_form(line, "ibid"))
        add_line(&essay, &first, record->registry);
    add_line(&essay, line, record->registry);
    write_essay(&essay, style, notes, NULL, NULL);
    check_text(line, style->entry->id, &notes[essay.count - 1]);
    release_notes(notes, essay.count);
}

static size_t count_of(const char *text, const char *what)
{
    size_t count = 0;

    for (text = strstr(text, what); text; text = strstr(text + 1, what))
        count++;
    return count;
}

/* Each mark of a French line has its narrow space, and nothing else has. */
static void check_narrow_spaces(const golden *line)
{
    const char *text = line->wanted;

    if (line->citation.language == NV_LANGUAGE_FR)
        CHECK(count_of(text, THIN) ==
                  count_of(text, "«") + count_of(text, "»") +
                      count_of(text, THIN ";") + count_of(text, THIN "?") +
                      count_of(text, THIN "!"),
              text);
}

static void check_file(const char *name, const record *record)
{
    static golden_file file;
    const char *end = strstr(name, ".txt");
    char id[64];

    snprintf(id, sizeof id, "%.*s", (int)(end - name), name);
    read_golden(name, record->registry, &file);
    for (int language = 0; language < NV_LANGUAGE_COUNT; language++)
        check_document(&file, record,
                       record_style(record, id, (nv_language)language));
    for (size_t i = 0; i < file.count; i++) {
        const golden *line = &file.lines[i];

        check_narrow_spaces(line);
        if (is_form(line, "ibid") || is_form(line, "alone"))
            check_short_document(
                &file, line, record,
                record_style(record, id, line->citation.language));
    }
    release_golden(&file);
}

static void every_golden_note_is_written_as_it_stands(void **state)
{
    DIR *folder = opendir("tests/note/golden");
    size_t count = 0;

    CHECK(folder != NULL, "tests/note/golden");
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!strstr(entry->d_name, ".txt"))
            continue;
        check_file(entry->d_name, *state);
        count++;
    }
    closedir(folder);
    CHECK(count >= 12, "a file for each style");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_golden_note_is_written_as_it_stands),
    };

    return cmocka_run_group_tests(tests, record_setup, record_teardown);
}
