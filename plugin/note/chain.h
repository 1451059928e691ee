/* SPDX-License-Identifier: MPL-2.0 */
/* From an event, what it answers and what answers it, as one note: "Soviet
 * note, 31 March 1954, refused by the tripartite reply of 7 May 1954". Notes,
 * replies and refusals only: what the press said of them is none. */
#ifndef NV_NOTE_CHAIN_H
#define NV_NOTE_CHAIN_H

#include "note/note.h"

enum { NV_CHAIN_MAX = 8 };

typedef struct {
    const nv_registry *registry;
    size_t count;                        /* 1: nothing belongs to it */
    nv_citation citations[NV_CHAIN_MAX]; /* in the order of their dates */
    const char *joins[NV_CHAIN_MAX];     /* what stands before each, with its
                                            spaces, static; [0] is "" */
} nv_chain;

/* The chain around the event of `citation`, as its relations record it: what it
 * answers, itself, and what answers it; one step in each direction. All get the
 * parts and language of `citation`, which stands among them as it is; what
 * can't be cited so is left out. False with *err set when an event can't be
 * read. */
bool nv_chain_find(const nv_registry *registry, const nv_citation *citation,
                   nv_chain *chain, nv_error *err);

#endif
