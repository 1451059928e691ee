/* SPDX-License-Identifier: MPL-2.0 */
/* Real words, names and places, of real registries. */
#ifndef NV_TESTS_BENCH_SEEDS_H
#define NV_TESTS_BENCH_SEEDS_H

#include "base/error.h"
#include "event.h"

/* Adds those of a file of XML, or of a pack, to the world. False with *err
 * set. */
bool bench_learn(bench_world *world, const char *path, nv_error *err);

#endif
