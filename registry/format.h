/* SPDX-License-Identifier: MPL-2.0 */
/* The format of a pack: what each element of the XML holds and which member of
 * event.h it fills. */
#ifndef NV_REGISTRY_FORMAT_H
#define NV_REGISTRY_FORMAT_H

#include "registry/element.h"
#include "registry/event.h"

/* Whether an event can have that id. */
bool nv_is_id(const char *id);

extern const nv_shape nv_event_shape;     /* <event> to nv_event */
extern const nv_shape nv_name_shape;      /* <name> to nv_name */
extern const nv_shape nv_statement_shape; /* to nv_statement */

#endif
