/* SPDX-License-Identifier: MPL-2.0 */
/* Says where and why a document is not what the schema asks for. */
#ifndef NV_REGISTRY_CHECK_EXPLAIN_H
#define NV_REGISTRY_CHECK_EXPLAIN_H

#include "registry/check/faults.h"
#include "registry/check/grammar.h"

/* Adds a fault for each place where the document departs from the schema;
 * `file` stands in them. Nothing is added for a valid document, at least one
 * for an invalid one. */
void nv_explain(nv_grammar *grammar, xmlDoc *doc, const char *file,
                nv_faults *faults);

#endif
