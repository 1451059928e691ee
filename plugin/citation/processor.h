/* SPDX-License-Identifier: MPL-2.0 */
/* Citations of a document and its bibliography, kept right while it changes.
 *
 * A processor holds items and clusters (one cluster is one note, or one
 * parenthesis). Changes are told to it one by one; nv_csl_processor_update()
 * then works out what they do to all the others. After it, every text is what a
 * new processor with the same items and clusters would give. One processor
 * belongs to one thread at a time; there is no other state. */
#ifndef NV_CITATION_PROCESSOR_H
#define NV_CITATION_PROCESSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "citation/item.h"
#include "citation/style.h"
#include "citation/text.h"

typedef struct nv_csl_processor nv_csl_processor;

/* Where a cite stands among those of the same item. In the order in which a
 * later one implies the one before: ibid-with-locator is ibid is subsequent. */
typedef enum {
    NV_CSL_POSITION_COMPUTED, /* the processor finds out; never a result */
    NV_CSL_POSITION_FIRST,
    NV_CSL_POSITION_SUBSEQUENT,
    NV_CSL_POSITION_IBID,
    NV_CSL_POSITION_IBID_WITH_LOCATOR
} nv_csl_position;

typedef enum {
    NV_CSL_CITE_WHOLE,
    NV_CSL_CITE_AUTHOR_ONLY,
    NV_CSL_CITE_SUPPRESS_AUTHOR
} nv_csl_cite_mode;

/* What stands for a cite without a text of its own, so that it is seen: one of
 * an item that is not known, or no longer; one of which the style prints
 * nothing. Its run has the index of the cite, as others have. */
#define NV_CSL_UNKNOWN_ITEM "[?]"
#define NV_CSL_EMPTY_CITE "[CSL STYLE ERROR: reference with no printed form.]"

/* One item cited in a cluster. Texts may be NULL; prefix and suffix may hold
 * the markup of a field. */
typedef struct {
    const char *item; /* id; an unknown one without `as`: NV_CSL_UNKNOWN_ITEM */
    /* What is printed in place of the item of that id: the same item as this
     * cite shows it (with other words quoted, another source). Borrowed until
     * the cluster is replaced or removed; NULL: the item itself. Positions,
     * numbers, distinctions, the order of cites and the bibliography go by the
     * id alone, which need not be known for the cite to be printed. */
    const nv_csl_item *as;
    const char *prefix, *suffix;
    const char *locator; /* "12-14" */
    nv_csl_term label;   /* a locator term; NV_CSL_NO_TERM: page */
    nv_csl_cite_mode mode;
    nv_csl_position position; /* set it only to overrule the processor */
    bool is_near_note;        /* with a position of the caller's */
} nv_csl_cite;

typedef struct {
    const char *id;   /* unique among the clusters of the processor */
    int32_t note;     /* number of the note; 0: in the text */
    bool is_unsorted; /* keep the order of the writer */
    const nv_csl_cite *cites;
    size_t cite_count;
    bool is_open; /* the sentence goes on behind it: without the full stop that
                   * ends the suffix of the layout */
    bool is_inside; /* and has begun before it: nothing in it begins one but for
                     * a prefix that ends it */
} nv_csl_cluster;

/* What the host brings along; all zero is fine. */
typedef struct {
    void *host; /* given back to compare */
    /* Order of two sort keys in the language `tag`: less than, equal to or
     * greater than 0. NULL: the processor's own, which knows no language: base
     * letters, then accents, then case (collate.h). */
    int (*compare)(void *host, const char *a, const char *b, const char *tag);
    bool links;        /* URL, DOI, PMID and PMCID carry their address */
    bool keeps_author; /* no subsequent-author-substitute */
} nv_csl_options;

/* Borrows the lexicon, and through it the style. NULL with NV_ERROR_MEMORY. */
nv_csl_processor *nv_csl_processor_new(const nv_csl_lexicon *lexicon,
                                       const nv_csl_options *options,
                                       nv_error *err);

/* Gives the processor back; what was borrowed from it ends. NULL is fine. */
void nv_csl_processor_free(nv_csl_processor *processor);

/* Changing. Each returns false with *err of NV_ERROR_ARGUMENT, when the id is
 * not known or known already, or NV_ERROR_MEMORY; then nothing has changed. */

/* Adds items, or puts them in the place of those with the same ids. Borrows
 * them until they are replaced or removed; two with one id: the last stays. */
bool nv_csl_processor_put_items(nv_csl_processor *processor,
                                const nv_csl_item *const items[], size_t count,
                                nv_error *err);
/* Cites of it stay, and print as those of an unknown item but for `as`. */
bool nv_csl_processor_remove_item(nv_csl_processor *processor, const char *id,
                                  nv_error *err);

/* Items that are in the bibliography though no cluster cites them; a new list
 * takes the place of the old. NULL with a count of 0 empties it. */
bool nv_csl_processor_set_uncited(nv_csl_processor *processor,
                                  const char *const ids[], size_t count,
                                  nv_error *err);

/* Clusters are in the order of the document. All are copied. `index` counts
 * from 0 and is at most their number. */
bool nv_csl_processor_insert(nv_csl_processor *processor, size_t index,
                             const nv_csl_cluster *cluster, nv_error *err);

/* Puts the cluster in the place of the one with its id. */
bool nv_csl_processor_replace(nv_csl_processor *processor,
                              const nv_csl_cluster *cluster, nv_error *err);

/* Moves a cluster to `index`, which is less than their number, and gives it
 * that note. */
bool nv_csl_processor_move(nv_csl_processor *processor, const char *id,
                           size_t index, int32_t note, nv_error *err);

/* Takes the cluster out. */
bool nv_csl_processor_remove(nv_csl_processor *processor, const char *id,
                             nv_error *err);

/* Gives the clusters first to first + count - 1 the note numbers in notes[]:
 * one call for all that follow an insertion. */
bool nv_csl_processor_renumber(nv_csl_processor *processor, size_t first,
                               const int32_t notes[], size_t count,
                               nv_error *err);

/* The clusters whose text is not what it was; in document order. Borrowed until
 * the next change or update. */
typedef struct {
    const char *const *ids;
    size_t count;
    bool bibliography; /* its text or order, too */
} nv_csl_changes;

/* Formats what the changes since the last update touch. False with
 * NV_ERROR_MEMORY: the changes are kept, and the update may be tried again. */
bool nv_csl_processor_update(nv_csl_processor *processor,
                             nv_csl_changes *changes, nv_error *err);

/* Reading, after an update. NULL: no such cluster. Borrowed until the next
 * update that changes it. */
const nv_csl_text *nv_csl_processor_text(const nv_csl_processor *processor,
                                         const char *id);

/* How many clusters there are. */
size_t nv_csl_processor_count(const nv_csl_processor *processor);

/* Formats a cluster that is not one of the document's: positions are first
 * unless given, its items are neither counted nor told apart from others anew.
 * For previews, and for the parts of the test suite that want it so. The text
 * is in the arena; NULL with NV_ERROR_MEMORY. */
const nv_csl_text *nv_csl_processor_preview(nv_csl_processor *processor,
                                            const nv_csl_cluster *cluster,
                                            nv_arena *arena, nv_error *err);

typedef struct {
    const char *item; /* id */
    const nv_csl_text *text;
} nv_csl_entry;

/* The bibliography of the cited and uncited items, in its order. */
typedef struct {
    const nv_csl_entry *entries;
    size_t count;
    bool hanging_indent;
    nv_csl_display second_field;     /* second-field-align: NV_CSL_INLINE none,
                                      * NV_CSL_LEFT_MARGIN flush, NV_CSL_BLOCK
                                      * margin */
    int line_spacing, entry_spacing; /* lines; 1 and 1 unless the style says */
    size_t longest_label;            /* characters of the longest first field */
} nv_csl_bibliography;

/* Formats what is not formatted yet. *out is borrowed until the next update; a
 * style without bibliography gives none. False with NV_ERROR_MEMORY. */
bool nv_csl_processor_bibliography(nv_csl_processor *processor,
                                   nv_csl_bibliography *out, nv_error *err);

/* <div class="csl-bib-body"> as the test suite expects it. */
void nv_csl_bibliography_write_html(const nv_csl_bibliography *bibliography,
                                    nv_buffer *out);

#endif
