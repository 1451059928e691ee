/* SPDX-License-Identifier: MPL-2.0 */
/* The published styles and locales, where they are installed: all are read, and
 * every style cites a book and an article in a first and a later note. */
#include "check.h"

#include <glob.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "citation/processor.h"
#include "registry/file.h"

#define FOLDER "/usr/share/citation-style-language/"

static const char items_json[] =
    "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"Diplomacy\","
    "\"author\": [{\"family\": \"Kissinger\", \"given\": \"Henry\"}],"
    "\"issued\": {\"date-parts\": [[1994, 4, 4]]}, \"publisher\": \"Simon\","
    "\"publisher-place\": \"New York\", \"URL\": \"http://x\"},"
    "{\"id\": \"b\", \"type\": \"article-journal\", \"title\": \"Essay\","
    "\"author\": [{\"family\": \"de la Tour\", \"given\": \"Ann\"},"
    "{\"family\": \"Roe\", \"given\": \"Jo\"}], \"page\": \"321-28\","
    "\"issued\": {\"date-parts\": [[1914]]}, \"volume\": \"3\","
    "\"container-title\": \"Journal of Notes\", \"DOI\": \"10.1/2\"}]";

typedef struct {
    nv_arena arena;
    const nv_csl_item *const *items;
    size_t item_count;
    nv_csl_locale *english;
    size_t read, dependent;
} run;

static void read_file(const char *path, nv_buffer *text)
{
    nv_error err = {0};

    nv_buffer_truncate(text, 0);
    if (!nv_file_read(path, text, &err))
        fail_msg("%s: %s", path, err.message);
}

static void check_printed(nv_csl_processor *processor, const char *path)
{
    static const char *const ids[] = {"c0", "c1", "c2", "c3"};

    for (size_t i = 0; i < 4; i++) {
        const nv_csl_text *text = nv_csl_processor_text(processor, ids[i]);

        if (!text || text->len == 0)
            fail_msg("%s prints nothing for cite %zu", path, i);
    }
}

static void cite(const run *run, const nv_csl_style *style, const char *path)
{
    const nv_csl_locale *locales[] = {run->english};
    nv_csl_lexicon *lexicon = nv_csl_lexicon_new(style, NULL, locales, 1, NULL);
    nv_csl_processor *processor = nv_csl_processor_new(lexicon, NULL, NULL);
    nv_csl_bibliography bibliography;
    nv_csl_changes changes;

    nv_csl_processor_put_items(processor, run->items, run->item_count, NULL);
    for (int i = 0; i < 4; i++) {
        const nv_csl_cite one = {.item = run->items[i % 2]->id,
                                 .locator = i < 2 ? NULL : "12"};
        const char id[] = {'c', (char)('0' + i), '\0'};
        const nv_csl_cluster cluster = {id, i + 1, false, &one, 1};

        nv_csl_processor_insert(processor, (size_t)i, &cluster, NULL);
    }
    CHECK(nv_csl_processor_update(processor, &changes, NULL), path);
    check_printed(processor, path);
    CHECK(nv_csl_processor_bibliography(processor, &bibliography, NULL), path);
    CHECK(bibliography.count ==
              (nv_csl_style_describe(style)->has_bibliography ? 2 : 0),
          path);
    nv_csl_processor_free(processor);
    nv_csl_lexicon_free(lexicon);
}

static bool is_dependent(const nv_buffer *xml)
{
    nv_csl_style_info *info = nv_csl_style_peek(xml->text, xml->len, NULL);
    const bool is = info && info->parent[0] != '\0';

    free(info);
    return is;
}

static void check_style(run *run, const char *path)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_error err = {0};
    nv_csl_style *style;

    read_file(path, &xml);
    style = nv_csl_style_read(xml.text, xml.len, &err);
    if (style) {
        cite(run, style, path);
        run->read++;
    } else if (is_dependent(&xml)) {
        run->dependent++;
    } else {
        fail_msg("%s: %s", path, err.message);
    }
    nv_csl_style_free(style);
    nv_buffer_release(&xml);
}

static nv_csl_locale *read_locale(const char *path)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_error err = {0};
    nv_csl_locale *locale;

    read_file(path, &xml);
    locale = nv_csl_locale_read(xml.text, xml.len, &err);
    if (!locale)
        fail_msg("%s: %s", path, err.message);
    nv_buffer_release(&xml);
    return locale;
}

static void test_locales(void **state)
{
    glob_t files;

    (void)state;
    if (glob(FOLDER "locales/*.xml", 0, NULL, &files) != 0) {
        print_message("SKIPPED: no locales are installed in " FOLDER "\n");
        skip();
    }
    for (size_t i = 0; i < files.gl_pathc; i++)
        nv_csl_locale_free(read_locale(files.gl_pathv[i]));
    print_message("%zu locales are read\n", files.gl_pathc);
    globfree(&files);
}

static void test_styles(void **state)
{
    run run = {.read = 0};
    glob_t files;

    (void)state;
    if (glob(FOLDER "styles/*.csl", 0, NULL, &files) != 0) {
        print_message("SKIPPED: no styles are installed in " FOLDER "\n");
        skip();
    }
    run.items = nv_csl_items_read(items_json, sizeof items_json - 1, &run.arena,
                                  &run.item_count, NULL);
    run.english = read_locale(FOLDER "locales/locales-en-US.xml");
    for (size_t i = 0; i < files.gl_pathc; i++)
        check_style(&run, files.gl_pathv[i]);
    print_message("%zu styles are read and cite, %zu name another\n", run.read,
                  run.dependent);
    nv_csl_locale_free(run.english);
    nv_arena_release(&run.arena);
    globfree(&files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_locales),
        cmocka_unit_test(test_styles),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
