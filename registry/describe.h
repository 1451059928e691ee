/* SPDX-License-Identifier: MPL-2.0 */
/* Everything that is recorded of an event, as plain text for curators. */
#ifndef NV_REGISTRY_DESCRIBE_H
#define NV_REGISTRY_DESCRIBE_H

#include "base/buffer.h"
#include "registry/registry.h"

/* Adds lines "label: value" to `out`, in the order of event.h and in both
 * languages ("title.fr: ..."); members of a list are indented by two spaces
 * under a line of their own. What is not recorded has no line. */
void nv_describe_event(const nv_event *event, nv_buffer *out);

/* Adds "S17 (no): its words" and, on a second line, the answer in English. */
void nv_describe_statement(const nv_statement *statement, nv_buffer *out);

#endif
