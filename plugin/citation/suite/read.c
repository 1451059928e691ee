/* SPDX-License-Identifier: MPL-2.0 */
/* The files of the test suite, cut into their sections. See suite.h. */
#include "citation/suite/suite.h"

#include <string.h>

#include "base/array.h"

static const struct {
    const char *name;
    size_t offset; /* of the text in nv_csl_suite_test */
} sections[] = {
    {"MODE", offsetof(nv_csl_suite_test, mode)},
    {"RESULT", offsetof(nv_csl_suite_test, result)},
    {"CSL", offsetof(nv_csl_suite_test, csl)},
    {"INPUT", offsetof(nv_csl_suite_test, input)},
    {"CITATION-ITEMS", offsetof(nv_csl_suite_test, citation_items)},
    {"CITATIONS", offsetof(nv_csl_suite_test, citations)},
    {"BIBENTRIES", offsetof(nv_csl_suite_test, bibentries)},
    {"BIBSECTION", offsetof(nv_csl_suite_test, bibsection)},
    {"ABBREVIATIONS", offsetof(nv_csl_suite_test, abbreviations)},
    {"OPTIONS", offsetof(nv_csl_suite_test, options)},
};

/* The name in a line like ">>===== NAME =====>>"; false for other lines. */
static bool read_fence(const char *line, size_t len, const char *arrows,
                       const char **name, size_t *name_len)
{
    const char *begin = line + 2, *end = line + len;

    if (len < 3 || memcmp(line, arrows, 2) != 0 || *begin != '=')
        return false;
    while (begin < end && strchr("= ", *begin))
        begin++;
    *name = begin;
    while (begin < end && !strchr("= \r", *begin))
        begin++;
    *name_len = (size_t)(begin - *name);
    return *name_len > 0;
}

static const char **section_of(nv_csl_suite_test *test, const char *name,
                               size_t len)
{
    for (size_t i = 0; i < NV_COUNT_OF(sections); i++)
        if (strlen(sections[i].name) == len &&
            memcmp(sections[i].name, name, len) == 0)
            return (const char **)(void *)((char *)test + sections[i].offset);
    return NULL;
}

/* A text that is read line by line. */
typedef struct {
    const char *at, *end;
    int line;
} lines;

static bool next_line(lines *lines, const char **line, size_t *len)
{
    const char *end;

    if (lines->at == lines->end)
        return false;
    *line = lines->at;
    end = memchr(lines->at, '\n', (size_t)(lines->end - lines->at));
    *len = (size_t)((end ? end : lines->end) - lines->at);
    lines->at = end ? end + 1 : lines->end;
    lines->line++;
    return true;
}

/* The text up to the end of the section, without its last line break. */
static bool read_section(lines *lines, nv_arena *arena, const char **text,
                         nv_error *err)
{
    const char *from = lines->at, *line, *name;
    const int begin = lines->line;
    size_t len, name_len;

    while (next_line(lines, &line, &len))
        if (read_fence(line, len, "<<", &name, &name_len)) {
            const char *end = line > from ? line - 1 : from;
            const char *copy = nv_arena_text(arena, from, (size_t)(end - from));

            if (text)
                *text = copy;
            return copy || nv_fail(err, NV_ERROR_MEMORY, 0,
                                   "There is no memory for a test.");
        }
    return nv_fail(err, NV_ERROR_FORMAT, begin,
                   "The section that begins in line %d does not end; a line "
                   "\"<<=== NAME ===<<\" is missing.",
                   begin);
}

const nv_csl_suite_test *nv_csl_suite_read(const char *text, size_t len,
                                           nv_arena *arena, nv_error *err)
{
    nv_csl_suite_test *test = nv_arena_alloc(arena, sizeof *test);
    lines lines = {text, text + len, 0};
    const char *line, *name;
    size_t line_len, name_len;

    if (!test) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is no memory for a test.");
        return NULL;
    }
    if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        lines.at += 3;
    while (next_line(&lines, &line, &line_len))
        if (read_fence(line, line_len, ">>", &name, &name_len) &&
            !read_section(&lines, arena, section_of(test, name, name_len), err))
            return NULL;
    if (test->mode && test->result && test->csl && test->input)
        return test;
    nv_fail(err, NV_ERROR_FORMAT, 0,
            "The test lacks one of the sections MODE, RESULT, CSL and INPUT.");
    return NULL;
}
