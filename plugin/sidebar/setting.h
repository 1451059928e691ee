/* SPDX-License-Identifier: MPL-2.0 */
/* What a writer can choose for good: names, values that are allowed, and what
 * holds while nothing is chosen. Plain; settings.h keeps them in LibreOffice's
 * configuration, whose schema (packaging/registry/Options.xcs) has a property
 * for each. Every value is a text, UTF-8. */
#ifndef NV_SIDEBAR_SETTING_H
#define NV_SIDEBAR_SETTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "note/note_kind.h"

typedef enum {
    NV_SETTING_STYLE,     /* id of the citation style; "": that of each
                             language */
    NV_SETTING_LANGUAGE,  /* of notes, ISO 639-1; "": that of the paragraph */
    NV_SETTING_KIND,      /* "footnote", "endnote", "text" */
    NV_SETTING_PARTS,     /* ticked at first: any of "date signatories wording
                             source" */
    NV_SETTING_LIST,      /* of results: "tree", "painted" */
    NV_SETTING_FROM_TEXT, /* events that fit the paragraph at the caret, after a
                             second of rest: "no", "yes" */
    NV_SETTING_WELCOMED,  /* the panel has been explained once: "no", "yes" */
    NV_SETTING_COUNT
} nv_setting;

/* The property and its group in the schema. ASCII, static. */
const char *nv_setting_name(nv_setting setting);
const char *nv_setting_group(nv_setting setting);

/* What holds while nothing is chosen. Static. */
const char *nv_setting_usual(nv_setting setting);

/* Whether the value is one of those above: what a newer version or a slip of
 * the pen left there is not. Of a style only the shape of its name is looked
 * at. */
bool nv_setting_allows(nv_setting setting, const char *value);

/* Whether it is chosen once and then forgotten: neither exported nor restored
 * with the others. */
bool nv_setting_is_passing(nv_setting setting);

/* The setting of that name, NV_SETTING_COUNT if there is none; `name` has `len`
 * bytes. */
nv_setting nv_setting_find(const char *name, size_t len);

/* What values mean. A value that is not allowed means what is usual. */
unsigned nv_setting_parts(const char *value); /* nv_part bits */
nv_note_kind nv_setting_kind(const char *value);
nv_language nv_setting_language(const char *value, nv_language paragraph);

#endif
