/* SPDX-License-Identifier: MPL-2.0 */
/* The registry and the styles that tests and bench cite with, from a folder
 * that has them as the build does: registry.xml.gz, styles/, locales/;
 * and added/, styles of the writer's, if it is there. */
#ifndef NV_TESTS_WRITER_SHELF_H
#define NV_TESTS_WRITER_SHELF_H

#include "note/library.h"
#include "registry/packs.h"

typedef struct {
    nv_packs *packs;             /* owned */
    nv_library *library;         /* owned */
    const nv_registry *registry; /* the only pack */
} test_shelf;

/* Opens both; false with *err set. The caller closes *shelf either way. */
bool test_shelf_open(test_shelf *shelf, const char *folder, nv_error *err);

void test_shelf_close(test_shelf *shelf);

#endif
