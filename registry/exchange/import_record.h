/* SPDX-License-Identifier: MPL-2.0 */
/* Writing an event as the schema has it. */
#ifndef NV_REGISTRY_EXCHANGE_IMPORT_RECORD_H
#define NV_REGISTRY_EXCHANGE_IMPORT_RECORD_H

#include "base/buffer.h"
#include "registry/event.h"

/* Adds <event> with what imports can know: titles, document, date, place,
 * parties, persons, quotations, sources and what makes a treaty. Texts of
 * nothing but white space are left out. */
void nv_record_add(nv_buffer *out, const nv_event *event);

#endif
