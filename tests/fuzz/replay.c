/* SPDX-License-Identifier: MPL-2.0 */
/* Feeds a target, which it is linked with, every file of its corpus: the folder
 * in tests/fuzz/corpus that is called like the program. The name of a file is
 * printed before its turn, so that a crash says which it was. */
#include <glob.h>

#include "base/buffer.h"
#include "fuzz.h"
#include "registry/file.h"

/* In memory of its own and of just that size, so that a sanitizer sees whoever
 * reads beyond its end. */
static void feed(const char *bytes, size_t len)
{
    uint8_t *copy = malloc(len);

    DEMAND(copy || len == 0, "there is memory");
    if (len)
        memcpy(copy, bytes, len);
    LLVMFuzzerTestOneInput(copy, len);
    free(copy);
}

static bool replay(const char *path)
{
    nv_buffer bytes = NV_BUFFER_INIT;
    nv_error err = {0};
    bool is_read = nv_file_read(path, &bytes, &err);

    printf("# %s\n", path);
    fflush(stdout);
    if (is_read)
        feed(bytes.text, bytes.len);
    else
        printf("not ok - %s is read: %s\n", path, err.message);
    nv_buffer_release(&bytes);
    return is_read;
}

/* Feeds the files; returns how many could not be, an empty corpus being one. */
static size_t replay_all(const glob_t *files)
{
    size_t passed = 0, failed;

    feed("", 0);
    for (size_t i = 0; i < files->gl_pathc; i++)
        passed += replay(files->gl_pathv[i]);
    failed = files->gl_pathc ? files->gl_pathc - passed : 1;
    if (failed == 0)
        printf("ok - the target takes its corpus\n");
    printf("%zu passed, %zu failed\n", passed, failed);
    return failed;
}

int main(int count, char *arguments[])
{
    const char *slash = strrchr(arguments[0], '/');
    char pattern[128];
    glob_t files = {0};

    (void)count;
    snprintf(pattern, sizeof pattern, "tests/fuzz/corpus/%s/*",
             slash ? slash + 1 : arguments[0]);
    glob(pattern, 0, NULL, &files);
    count = replay_all(&files) ? 1 : 0;
    globfree(&files);
    return count;
}
