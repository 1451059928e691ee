/* SPDX-License-Identifier: MPL-2.0 */
/* Writes what was selected as C: css.h, for everybody, and css.c with the
 * tables behind it. */
#ifndef NV_CUNOMAKER_EMIT_H
#define NV_CUNOMAKER_EMIT_H

#include "base/buffer.h"
#include "types.h"

typedef struct {
    nv_types *types;
    nv_buffer header, source;
} nv_emit;

/* Values: enums, constants, structs, sequences, and their functions. */
void nv_emit_values(nv_emit *emit);

/* Interfaces: a function for each member, tables for those who implement. */
void nv_emit_interfaces(nv_emit *emit);

#endif
