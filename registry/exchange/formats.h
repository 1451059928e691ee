/* SPDX-License-Identifier: MPL-2.0 */
/* What a form of export consists of; for the files of this folder only. */
#ifndef NV_REGISTRY_EXCHANGE_FORMATS_H
#define NV_REGISTRY_EXCHANGE_FORMATS_H

#include "base/buffer.h"
#include "registry/exchange/export.h"
#include "registry/exchange/item.h"

struct nv_export_format {
    const char *name;
    void (*begin)(nv_buffer *out, const char *pack);
    void (*add)(nv_buffer *out, const nv_item *item, size_t index);
    void (*end)(nv_buffer *out);
};

extern const nv_export_format nv_export_csl, nv_export_ris, nv_export_bibtex,
    nv_export_tei;

/* Adds the source in plain words: authors, titles, volume, pages, year. */
void nv_export_add_source(nv_buffer *out, const nv_source *source);

/* Adds what must be said with the words of a quotation, in plain words: whose
 * they are, translation, place, source, language, status, caution. */
void nv_export_add_standing(nv_buffer *out, const nv_quotation *quotation);

/* For forms that have no head and no end. */
void nv_export_begin_nothing(nv_buffer *out, const char *pack);
void nv_export_end_nothing(nv_buffer *out);

#endif
