/* SPDX-License-Identifier: MPL-2.0 */
/* What is wrong, as one sentence in the panel's language. The one place where
 * an error becomes a line in the panel. Plain C: no UNO. */
#ifndef NV_SIDEBAR_TROUBLES_H
#define NV_SIDEBAR_TROUBLES_H

#include "base/error.h"
#include "registry/packs.h"
#include "sidebar/phrases.h"
#include "sidebar/state.h"

/* Everything that can be wrong at a time, beside what the state knows; all zero
 * when all is well. */
typedef struct {
    nv_error registry; /* it can't be used */
    nv_error styles;   /* they can't be looked for */
    nv_error document; /* its own style can't be had */
    nv_error insert;  /* the last Insert failed; until something else is done */
    nv_error refresh; /* the last refresh failed; likewise */
    nv_refreshed refreshed; /* what the last refresh found; likewise */
    bool is_refreshed;
    bool is_early;  /* it came before anything was chosen; likewise */
    nv_error act;   /* the last act on citations failed; likewise */
    char told[320]; /* why the last act could not be, or what it did, in a
                       sentence of the panel's language; likewise, else "" */
    char why[320];  /* no note can stand at the caret, in a sentence of the
                       panel's language; else "" */
    const nv_pack_trouble *pack; /* of a pack that is left out, or of its index,
                                    not told yet; borrowed; NULL: none */
    const nv_style_trouble *style; /* likewise of a style */
    const nv_desk *desk; /* its file can't be used or written; likewise */
    bool is_style_told;  /* that the style chosen is not the one in use */
} nv_troubles;

/* Adds the weightiest trouble to `out`, or nothing; `file` names the registry.
 *
 * Returns what the pointer shows beside it: the message of the error, for
 * whoever looks into it; "" where there is none. Borrowed from the errors. */
const char *nv_troubles_say(nv_buffer *out, const nv_phrases *phrases,
                            const nv_troubles *troubles, const nv_state *state,
                            const char *file);

/* After something that the writer did: what was left out is told once. */
void nv_troubles_forget_files(nv_troubles *troubles);

#endif
