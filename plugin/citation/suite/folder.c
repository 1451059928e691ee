/* SPDX-License-Identifier: MPL-2.0 */
/* All tests of a folder, and the list of those that are known to fail. See
 * suite.h. */
#include "citation/suite/suite.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "registry/file.h"

typedef struct {
    const char *folder;
    nv_csl_suite_locales *locales;
    const char *known; /* text of the list, "" if there is none */
    bool is_verbose;
    int passed, failed, wrong; /* wrong: not as the list says */
} count;

/* "name.txt" without its end; 0 for other files. */
static size_t name_length(const char *file)
{
    const size_t len = strlen(file);

    return len > 4 && strcmp(file + len - 4, ".txt") == 0 ? len - 4 : 0;
}

static int is_test(const struct dirent *entry)
{
    return name_length(entry->d_name) > 0;
}

/* Does a line of the list begin with "name:"? */
static bool is_known(const char *list, const char *name, size_t len)
{
    while (list && *list) {
        if (strncmp(list, name, len) == 0 && list[len] == ':')
            return true;
        list = strchr(list, '\n');
        list = list ? list + 1 : NULL;
    }
    return false;
}

/* What came out of a test, or why nothing did. */
static bool run_file(const count *count, const char *file, nv_arena *arena,
                     const char **wanted, nv_buffer *got)
{
    nv_buffer path = NV_BUFFER_INIT, text = NV_BUFFER_INIT;
    const nv_csl_suite_test *test = NULL;
    nv_error err = {0};

    *wanted = "";
    nv_buffer_add_format(&path, "%s/%s", count->folder, file);
    if (nv_file_read(path.text, &text, &err))
        test = nv_csl_suite_read(text.text, text.len, arena, &err);
    if (test) {
        *wanted = test->result;
        nv_csl_suite_run(test, count->locales, got, &err);
    }
    if (err.code)
        nv_buffer_add_format(got, "(error: %s)", err.message);
    nv_buffer_release(&text);
    nv_buffer_release(&path);
    return !err.code && strcmp(*wanted, got->text) == 0;
}

static void report(count *count, const char *file, bool has_passed,
                   const char *wanted, const char *got)
{
    const int len = (int)name_length(file);
    const bool known = is_known(count->known, file, (size_t)len);

    count->passed += has_passed;
    count->failed += !has_passed;
    count->wrong += has_passed == known;
    if (has_passed && known)
        printf("not ok - %.*s: it passes, but is listed as failing\n", len,
               file);
    else if (has_passed)
        printf("ok - %.*s\n", len, file);
    else if (count->is_verbose)
        printf("%s - %.*s:\n expected %s\n got      %s\n",
               known ? "known" : "not ok", len, file, wanted, got);
    else
        printf("%s - %.*s\n", known ? "known" : "not ok", len, file);
}

static void run_files(count *count, struct dirent **files, int file_count)
{
    for (int i = 0; i < file_count; i++) {
        nv_arena arena = {NULL};
        nv_buffer got = NV_BUFFER_INIT;
        const char *wanted;
        bool has_passed =
            run_file(count, files[i]->d_name, &arena, &wanted, &got);

        report(count, files[i]->d_name, has_passed, wanted, got.text);
        nv_buffer_release(&got);
        nv_arena_release(&arena);
    }
    printf("%d passed, %d failed\n", count->passed, count->failed);
}

int nv_csl_suite_folder(const char *folder, const char *locales,
                        const char *known, bool is_verbose, nv_error *err)
{
    count count = {.folder = folder, .is_verbose = is_verbose};
    struct dirent **files = NULL;
    nv_buffer list = NV_BUFFER_INIT;
    int file_count, result = -1;

    file_count = scandir(folder, &files, is_test, alphasort);
    if (file_count < 0) {
        nv_fail(err, NV_ERROR_IO, 0,
                "There is no folder %s with tests; name another.", folder);
        return -1;
    }
    count.locales = nv_csl_suite_locales_open(locales, err);
    if (count.locales && (!known || nv_file_read(known, &list, err))) {
        count.known = list.text;
        run_files(&count, files, file_count);
        result = count.wrong;
    }
    nv_csl_suite_locales_close(count.locales);
    nv_buffer_release(&list);
    while (file_count > 0)
        free(files[--file_count]);
    free(files);
    return result;
}
