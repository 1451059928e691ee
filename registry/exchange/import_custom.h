/* SPDX-License-Identifier: MPL-2.0 */
/* Reading the "custom" member in which nv export keeps what CSL has no word
 * for. It may come from anybody: what does not fit the schema is reported. */
#ifndef NV_REGISTRY_EXCHANGE_IMPORT_CUSTOM_H
#define NV_REGISTRY_EXCHANGE_IMPORT_CUSTOM_H

#include "base/json.h"
#include "registry/exchange/importer.h"

/* The member {"en": ..., "fr": ...}; NULLs where it is not there. */
nv_bilingual nv_csl_bilingual(nv_importer *importer, const nv_json *object,
                              const char *name);

/* The languages in a list of texts; what is none is left out. */
nv_texts nv_csl_languages(nv_importer *importer, const nv_json *object,
                          const char *name);

/* Replaces the event's sources by those of custom, a treaty's places in series,
 * and then the event's quotations; `item` stands in reports. The sources stay
 * if custom has none that fits. */
void nv_csl_read_sources(nv_importer *importer, const nv_json *custom,
                         const char *item, nv_event *event);
void nv_csl_read_references(nv_importer *importer, const nv_json *custom,
                            const char *item, nv_treaty *treaty);
void nv_csl_read_quotations(nv_importer *importer, const nv_json *custom,
                            const char *item, nv_event *event);

#endif
