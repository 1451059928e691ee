/* SPDX-License-Identifier: MPL-2.0 */
/* Search as a person types: all words, in any order, the last one as a prefix,
 * without regard to case, accents, typographic marks and hyphens, to the form
 * of a word or the spelling of a name; "exact phrases"; -not; dates as they are
 * written; fields. query.h has the language. */
#ifndef NV_REGISTRY_SEARCH_H
#define NV_REGISTRY_SEARCH_H

#include "registry/registry.h"

/* Which part of the record matched best. */
typedef enum {
    NV_FIELD_TITLE,
    NV_FIELD_DATE,
    NV_FIELD_PEOPLE,
    NV_FIELD_PARTY,
    NV_FIELD_PLACE,
    NV_FIELD_QUOTATION,
    NV_FIELD_SUMMARY,
    NV_FIELD_SOURCE,
    NV_FIELD_STATEMENT, /* by a statement: see `statement` */
    NV_FIELD_COUNT
} nv_field;

/* "title", "quotation" ...: what `nv` calls the field; static. */
const char *nv_field_word(nv_field field);

/* An event that was found. All texts are borrowed from the registry. */
typedef struct {
    const nv_registry *registry; /* whose it is */
    uint32_t event;              /* its number there */
    nv_card card;                /* what a list shows of it */
    nv_field field;
    uint16_t quotation; /* number of the wording that matched, or 0 */
    uint32_t statement; /* 1 + number of the sentence in circulation that led
                           here; 0: none */
    double score;       /* greater is better; 0 when nothing but conditions
                           were asked for */
} nv_hit;

/* A list ends after so many, or earlier when the words stand in very many
 * events; how many match is counted beyond it. */
enum { NV_HITS_MAX = 1024 };

/* A text field as a person edits it: one search follows another, and what the
 * longer query shares with the shorter one is not looked for again. A search
 * belongs to one thread at a time; nv_finder_cancel() alone may come from any.
 * Any number of searches share a registry, which must outlive them.
 *
 * Words that stand in few places are gone through to the last. When every word
 * of a query stands in very many (index.h: heavy), the best hits are chosen
 * among the records for which one of the words counts most; all that match are
 * counted nonetheless. Only a phrase of such words, alone or beside others of
 * the kind, is given up when it was found in some hundreds of events, or was
 * found and looked for in some thousands that have all the words: its total is
 * then a lower bound. */
typedef struct nv_finder nv_finder;

typedef enum {
    NV_SEARCH_DONE,
    NV_SEARCH_CANCELLED, /* nothing is found; what was found stays known */
    NV_SEARCH_FAILED     /* there was no memory, or no sound index */
} nv_search_end;

/* A search in `count` registries side by side, whose hits are ranked together.
 * Returns a search the caller owns and gives back to nv_finder_free(), or NULL
 * without memory. registries[] is copied. */
nv_finder *nv_finder_new(const nv_registry *const registries[], size_t count,
                         nv_error *err);

/* NULL is fine. */
void nv_finder_free(nv_finder *finder);

/* Finds the events that match `query` (UTF-8, `len` bytes, untrusted, any
 * length). An empty query, or one of nothing but marks, finds nothing. When
 * nothing matches, words of four letters and more may have an error of typing,
 * longer ones two; see nv_finder_corrections().
 *
 * A registry whose index turns out to be damaged is left out from then on: the
 * run that finds it sets *err to NV_ERROR_FORMAT, with a sentence that names
 * the pack, and ends with NV_SEARCH_DONE all the same, with what the others
 * have; with NV_SEARCH_FAILED if there is no other, which is also the end, with
 * NV_ERROR_MEMORY, where there was no memory. */
nv_search_end nv_finder_run(nv_finder *finder, const char *query, size_t len,
                            nv_error *err);

/* Makes the run that is under way, or else the next one, end at once. */
void nv_finder_cancel(nv_finder *finder);

/* The hits of the last run, best first, ties by date; each event once; at most
 * NV_HITS_MAX. Borrowed until the next run. */
const nv_hit *nv_finder_hits(const nv_finder *finder, size_t *count);

/* How many events match, also those that are not among the hits. */
size_t nv_finder_total(const nv_finder *finder);

/* False: there may be more than the total. */
bool nv_finder_total_is_exact(const nv_finder *finder);

/* A word that was found by another spelling only. */
typedef struct {
    const char *typed; /* folded: without case and accents */
    const char *meant; /* the word of the best hit, folded */
} nv_correction;

/* What was corrected in the last run, so that a person can be told; *count is
 * 0 when nothing was. Borrowed until the next run. */
const nv_correction *nv_finder_corrections(const nv_finder *finder,
                                           size_t *count);

/* What the last query was understood to want, in the language of queries:
 * "molotov nat*", "year:1954 -berlin"; words folded, dates as ISO 8601.
 * Borrowed until the next run. */
const char *nv_finder_understood(const nv_finder *finder);

enum { NV_SNIPPET_MAX = 320, NV_SNIPPET_MARKS = 24 };

/* A piece of the text that matched. */
typedef struct {
    char text[NV_SNIPPET_MAX]; /* UTF-8, one line, cut with … */
    struct nv_mark {
        size_t first, len; /* bytes in text */
    } marks[NV_SNIPPET_MARKS];
    size_t mark_count; /* in the order of the text */
} nv_snippet;

/* Writes the piece of hit->field (of hit->quotation, if there is one) that has
 * the most of the wanted words, which are marked; of another field when that
 * one shows none. `hit` is one of the last run. Reads the event for it, which
 * costs more than the search: ask for what is looked at. False when no text has
 * a wanted word (the event was found by its kind, its id, or conditions alone)
 * or the event can't be read. */
bool nv_finder_snippet(nv_finder *finder, const nv_hit *hit,
                       nv_snippet *snippet);

#endif
