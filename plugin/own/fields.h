/* SPDX-License-Identifier: MPL-2.0 */
/* What the files of this room share about the fields of a document. */
#ifndef NV_OWN_FIELDS_H
#define NV_OWN_FIELDS_H

#include "note/locator.h"
#include "own/document.h"
#include "registry/day.h"

/* Whether there is anything in the field. */
bool nv_own_is_filled(const nv_own_document *document, nv_own_field field);

/* Reads a date of a day, a month or a year into iso[]. */
enum { NV_OWN_ISO_SIZE = sizeof "1954-03-31" };
bool nv_own_read_date(const char *text, char iso[NV_OWN_ISO_SIZE]);

/* Whether any field of those is filled in; *first is the first of them. */
bool nv_own_has_any(const nv_own_document *document,
                    const nv_own_field fields[], size_t count,
                    nv_own_field *first);

#endif
