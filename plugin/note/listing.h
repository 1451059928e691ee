/* SPDX-License-Identifier: MPL-2.0 */
/* The list of works of a document, grouped. Plain C, no office. */
#ifndef NV_NOTE_LISTING_H
#define NV_NOTE_LISTING_H

#include "citation/item.h"
#include "note/apparatus.h"

/* The parts of a list, in its order; those without entries are left out. A
 * published style has NV_LISTING_ALL alone. Which of ours has which: the table
 * of listing_groups.c. */
typedef enum {
    NV_LISTING_ALL,
    NV_LISTING_ARCHIVES, /* by repository */
    NV_LISTING_TREATIES,
    NV_LISTING_EDITIONS,   /* documents that were published, and what has them
                            */
    NV_LISTING_LITERATURE, /* memoirs, books, articles, press */
    NV_LISTING_GROUP_COUNT
} nv_listing_group;

/* One entry. Texts are UTF-8 and the listing's. */
typedef struct {
    nv_listing_group group;
    const char *heading;    /* of the group, where it begins with this entry;
                               else NULL. In the language of the list */
    const char *repository; /* of an archive, where its pieces begin; else NULL.
                               The entry then does not repeat it, if it began
                               with it */
    nv_note text;
} nv_listing_entry;

typedef struct {
    const char *title; /* "Bibliography"; static */
    nv_listing_entry *entries;
    size_t count;
    bool is_hanging; /* the style wants the later lines of an entry indented */
    void *memory;
} nv_listing;

/* An event whose place in the list the writer decides: one that no note cites,
 * or one that is not to be listed though it is cited. Both are borrowed. */
typedef struct {
    const nv_registry *registry;
    const nv_event *event;
} nv_listing_choice;

typedef struct {
    const nv_listing_choice *added, *left_out;
    size_t added_count, left_out_count;
} nv_listing_choices; /* all zero: what is cited, no more and no less */

/* The list of the citations of a document in the style of `language`, in the
 * style's order within a group or repository; what prints the same stands once.
 * Citations that are lost have no entry. `choices` may be NULL. A style without
 * bibliography gives an empty list. False with *err set: what
 * nv_library_style() gives, NV_ERROR_ARGUMENT (an added event that can't be
 * cited), NV_ERROR_MEMORY; the listing is then empty. */
bool nv_listing_write(const nv_means *means, const nv_apparatus *apparatus,
                      nv_language language, const nv_listing_choices *choices,
                      nv_listing *listing, nv_error *err);
void nv_listing_release(nv_listing *listing);

/* For the files of this room: where an item of one of our styles is listed, and
 * the words of headings. listing_groups.c */

nv_listing_group nv_listing_group_of(const nv_csl_item *item,
                                     const nv_library_entry *style);

/* "Archives" in the language; static. NV_LISTING_ALL: the title of the list. */
const char *nv_listing_heading(nv_listing_group group, nv_language language);

#endif
