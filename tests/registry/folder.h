/* SPDX-License-Identifier: MPL-2.0 */
/* A folder for the files of a test program, gone at its end. */
#ifndef NV_TESTS_REGISTRY_FOLDER_H
#define NV_TESTS_REGISTRY_FOLDER_H

#include <stdlib.h>

#include "check.h"

static char folder[] = "/tmp/nv-test-XXXXXX";

/* The path of a file there; overwritten by every fourth call. */
static inline const char *at(const char *name)
{
    static char paths[4][200];
    static int next;
    char *path = paths[next++ % 4];

    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static inline void empty_folder(void)
{
    char command[100];

    snprintf(command, sizeof command, "rm -rf %s && mkdir %s", folder, folder);
    assert_int_equal(system(command), 0);
}

/* Group set-up and tear-down. */
static inline int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static inline int remove_folder(void **state)
{
    char command[100];

    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

#endif
