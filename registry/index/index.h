/* SPDX-License-Identifier: MPL-2.0 */
/* The index of a registry: every folded word and every date of the records and
 * where they stand, and of each event what a list shows of it. It is one run of
 * bytes that is never changed: mapped from a file (registry.idx, see format.h)
 * or held in memory. What is asked of it is read where it stands, so that an
 * index of a million events costs its reader next to no memory of his own.
 *
 * The bytes are untrusted. Every reading is checked against the bounds of its
 * section, and every block of the file against its checksum when it is first
 * touched. What turns out to be damaged reads as empty, and from then on
 * nv_index_is_damaged() says so: ask once, behind the work.
 *
 * Any number of threads may read one index. */
#ifndef NV_REGISTRY_INDEX_H
#define NV_REGISTRY_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "registry/day.h"
#include "registry/event.h"

typedef struct nv_index nv_index;

/* Which pack an index was made of. */
typedef struct {
    uint64_t size;     /* of the pack's file, bytes */
    uint32_t checksum; /* CRC-32 over the CRC-32 and ISIZE (RFC 1952) of all its
                          members in their order, eight bytes each; of a pack
                          that is no gzip, over the bytes of its XML */
} nv_index_tie;

/* A larger file is mapped: nobody must change it in place, or cut it off. */
enum { NV_INDEX_WHOLE_MAX = 4 * 1024 * 1024 }; /* bytes */

/* Maps the file (up to 4 MiB it is read whole: bytes of our own can't vanish
 * below us). `path` is a system path in UTF-8.
 *
 * Returns an index the caller gives back to nv_index_close(), or NULL with
 * *err set, in a sentence that says what is wrong: NV_ERROR_IO (missing,
 * unreadable), NV_ERROR_FORMAT (no index, cut off, damaged, of another version
 * or byte order) or NV_ERROR_MEMORY. */
nv_index *nv_index_open(const char *path, nv_error *err);

/* The same of bytes in memory, which are copied unless `owned` (from malloc) is
 * to be taken over. `name` stands in messages. */
nv_index *nv_index_of_bytes(const void *bytes, size_t len, bool owned,
                            const char *name, nv_error *err);

/* NULL is fine. */
void nv_index_close(nv_index *index);

/* Writes what ties the index to its pack: see tie.h. */
void nv_index_get_tie(const nv_index *index, nv_index_tie *tie);

/* Whether any byte that was read so far was not what it should be. */
bool nv_index_is_damaged(const nv_index *index);

/* Looks at all bytes that were not read yet; false if any is damaged. */
bool nv_index_check(const nv_index *index);

/* The pack's name. */
const char *nv_index_pack(const nv_index *index);

/* Records. They are numbered: the events in order of date and then of id, then
 * the statements in the order of the pack. */

/* How many events there are. */
uint32_t nv_index_event_count(const nv_index *index);

/* How many events and statements together. */
uint32_t nv_index_record_count(const nv_index *index);

/* What a list shows of an event. All texts are the index's. */
typedef struct {
    const char *id, *key;
    nv_kind kind;
    const char *date, *end; /* ISO 8601, as nv_event_date; end may be NULL */
    bool is_month;
    nv_bilingual title;
    const char *place; /* NULL: none */
    bool is_unchecked; /* nobody has seen what it is cited by */
    uint16_t links;    /* how many relations lead to it */
} nv_card;

/* False for what is no event. */
bool nv_index_card(const nv_index *index, uint32_t event, nv_card *card);

/* What an event can be picked by beside its card: the canonical names of its
 * parties, then the languages (ISO 639-1) of the wordings that are offered,
 * each once. Writes at most `max` texts, which are the index's, and to *parties
 * how many of all are parties; returns how many there are. Equal texts of one
 * index are one pointer. */
size_t nv_index_facets(const nv_index *index, uint32_t event,
                       const char *texts[], size_t max, size_t *parties);

#define NV_NO_RECORD UINT32_MAX

/* The event of that id, or of that key; NV_NO_RECORD if there is none. */
uint32_t nv_index_by_id(const nv_index *index, const char *id);

/* Likewise by its four-character key. */
uint32_t nv_index_by_key(const nv_index *index, const char *key);

/* The id of a statement, and the events it leads to, in its order: writes at
 * most `max` numbers, returns how many there are. `record` is a statement's. */
const char *nv_index_statement_id(const nv_index *index, uint32_t record);

/* The events a statement leads to, in its order: writes at most `max`
 * numbers, returns how many there are. */
size_t nv_index_statement_events(const nv_index *index, uint32_t record,
                                 uint32_t events[], size_t max);

/* Where a record stands in its pack: a gzip member, and the bytes of its
 * element in that member's XML. Of a pack that is no gzip the member is 0 and
 * is the whole file. */
typedef struct {
    uint32_t member;
    uint32_t offset, len; /* bytes */
} nv_location;

/* Writes where the record stands; false if there is no such record. */
bool nv_index_location(const nv_index *index, uint32_t record,
                       nv_location *location);

typedef struct {
    uint64_t offset;     /* in the pack's file, bytes */
    uint32_t packed_len; /* there, header and trailer included */
    uint32_t len;        /* of its XML, bytes */
    uint32_t checksum;   /* CRC-32 of its XML */
} nv_member;

/* How many gzip members the pack has; 0 of one that is no gzip. */
uint32_t nv_index_member_count(const nv_index *index);

/* Writes what is known of a member; false if there is none of that number. */
bool nv_index_member(const nv_index *index, uint32_t number, nv_member *member);

/* Names, in the order (strcmp) of their canonical forms. */

/* How many names there are. */
uint32_t nv_index_name_count(const nv_index *index);

/* Fills in type and in[]; returns how many variants there are, of which at most
 * `max` are written. All texts are the index's. */
size_t nv_index_name(const nv_index *index, uint32_t number, nv_name *name,
                     const char *variants[], size_t max);

/* The number of the name of that canonical form, or NV_NO_RECORD. */
uint32_t nv_index_find_name(const nv_index *index, const char *canonical);

/* Words. */

/* Parts of a record that are weighed apart. */
typedef enum {
    NV_ZONE_TITLE,
    NV_ZONE_DOCUMENT, /* how a note names the document */
    NV_ZONE_ID,       /* its words say in short what it is */
    NV_ZONE_KIND,     /* what people call the kind of event */
    NV_ZONE_DATE,
    NV_ZONE_SENDER,
    NV_ZONE_PEOPLE,
    NV_ZONE_PARTY,
    NV_ZONE_NAMED, /* states and bodies named in a text, under all names */
    NV_ZONE_PLACE,
    NV_ZONE_SUMMARY,
    NV_ZONE_QUOTATION,
    NV_ZONE_SOURCE,
    NV_ZONE_STATEMENT,
    NV_ZONE_COUNT
} nv_zone;

/* The words of what a field of the query asks for stand in the index twice:
 * among all words, and once more behind the mark of their field, so that
 * "party:france" need not go through all texts that name France. The mark is
 * the first byte of such a term; a folded word never begins with one. */
typedef enum {
    NV_MARK_NONE,
    NV_MARK_KIND,    /* of NV_ZONE_KIND */
    NV_MARK_PARTY,   /* of NV_ZONE_PARTY */
    NV_MARK_BY,      /* of NV_ZONE_PEOPLE and NV_ZONE_SENDER */
    NV_MARK_PLACE,   /* of NV_ZONE_PLACE */
    NV_MARK_LANGUAGE /* ISO 639-1, of the document and of its wordings; their
                        zone is NV_ZONE_QUOTATION */
} nv_mark;

/* Terms are numbered in the order (strcmp) of their bytes; a row is a run of
 * them. */
typedef struct {
    uint32_t first, count;
} nv_row;

/* How many terms there are. */
uint32_t nv_index_term_count(const nv_index *index);

/* The bytes of a term, its mark included; "" if there is none. Some words, of
 * names, are known without standing anywhere. */
const char *nv_index_word(const nv_index *index, uint32_t term);

/* The terms that are the folded word behind the mark or, as a prefix, that
 * begin with it. */
nv_row nv_index_row(const nv_index *index, nv_mark mark, const char *word,
                    bool is_prefix);

/* In how many places the terms of the row stand, and in how many records the
 * one term does. */
uint64_t nv_index_places(const nv_index *index, nv_row row);

/* In how many records the term stands. */
uint32_t nv_index_frequency(const nv_index *index, uint32_t term);

/* A place where a term stands. */
typedef struct {
    uint32_t record;
    uint16_t quotation; /* its nv_quotation.number, or 0: none, or one that is
                           never offered */
    uint8_t zone;
    uint8_t count; /* how often the word stands there, at most 255 */
} nv_posting;

/* All places of a term, in the order of the records. */
typedef struct {
    const nv_index *index;
    const unsigned char *at, *end;
    uint32_t record, record_count;
    bool is_damaged;
} nv_posting_reader;

/* A reader that stands before the first place of the term; of a term that is
 * not there it has none. It borrows the index. */
nv_posting_reader nv_index_postings(const nv_index *index, uint32_t term);

/* Writes the next place; false at the end, and where the index is damaged. */
bool nv_posting_next(nv_posting_reader *reader, nv_posting *posting);

/* A row that stands in more than NV_LIGHT_MAX places is heavy, if it is one
 * term or all terms with a prefix. For each such row the index keeps the set of
 * its records, and those for which it counts most. */
enum { NV_LIGHT_MAX = 16384, NV_BEST_MAX = 2048 };

typedef struct {
    uint32_t record_count; /* in the set */
    uint32_t best_count;
    uint64_t position; /* for the functions below */
    bool is_bits;
} nv_heavy;

/* False for a row that is light (or that is no such row). */
bool nv_index_heavy(const nv_index *index, nv_row row, nv_heavy *heavy);

/* Adds the records of the set to `bits`: record r is bit r % 64 of word r / 64;
 * there are nv_index_bit_words() words. */
size_t nv_index_bit_words(const nv_index *index);

/* Adds the records of a heavy row to `bits`, which has so many words. */
void nv_index_heavy_add(const nv_index *index, const nv_heavy *heavy,
                        uint64_t bits[]);

/* The records for which the row counts most by itself, the first most; writes
 * best_count numbers. */
void nv_index_heavy_best(const nv_index *index, const nv_heavy *heavy,
                         uint32_t best[NV_BEST_MAX]);

/* Texts. The words of a record in their order: numbers of terms, and before
 * each text NV_TOKEN_TEXT with its zone and quotation. Behind all texts, each
 * behind a token with NV_TOKEN_BESIDE too, stand the words that are found in
 * their zone without standing in a text: other names of what is named there,
 * hyphenated words as one. */
#define NV_TOKEN_TEXT 0x80000000u
#define NV_TOKEN_BESIDE 0x40000000u
enum { NV_TOKEN_ZONE_SHIFT = 16, NV_TOKEN_QUOTATION = 0xFFFF };

static inline nv_zone nv_token_zone(uint32_t text)
{
    return (nv_zone)(text >> NV_TOKEN_ZONE_SHIFT & 0xF);
}

typedef struct {
    uint32_t *items;
    size_t count, capacity;
} nv_tokens;

/* Replaces the contents of `tokens` by the record's. False without memory. Give
 * it back with free(tokens->items). */
bool nv_index_tokens(const nv_index *index, uint32_t record, nv_tokens *tokens);

/* The same, but ends behind the titles: what comes later is not read. */
bool nv_index_title_tokens(const nv_index *index, uint32_t record,
                           nv_tokens *tokens);

/* How many words the texts of a zone have in the record, at most 65535; and on
 * average in the records that have any. */
unsigned nv_index_length(const nv_index *index, uint32_t record, nv_zone zone);

/* Their number on average in the records that have any. */
double nv_index_average_length(const nv_index *index, nv_zone zone);

/* Dates. */

/* How a date belongs to its record. */
typedef enum {
    NV_DATE_OF_RECORD,  /* date.iso and the span it begins */
    NV_DATE_OF_VARIANT, /* another date of the same event */
    NV_DATE_MENTIONED   /* a date in a text */
} nv_date_standing;

typedef struct {
    nv_days days;
    uint32_t record;
    uint8_t zone;
    uint8_t standing;
} nv_dating;

/* All datings that have a day in common with a span, those that begin first
 * coming first. */
typedef struct {
    const nv_index *index;
    nv_days days;
    uint32_t at, end;
} nv_dating_reader;

/* A reader that stands before the first of them. It borrows the index. */
nv_dating_reader nv_index_dates(const nv_index *index, const nv_days *days);

/* Writes the next dating; false at the end, and where the index is damaged. */
bool nv_dating_next(nv_dating_reader *reader, nv_dating *dating);

/* Sounds. */

/* A word that is written with a capital, by how it sounds; see spelling.h. */
typedef struct {
    uint64_t key;
    uint32_t term;
} nv_spelling;

/* The words with that sound or, unless it must be whole, that begin with it:
 * *count of them from the one whose number is returned. */
uint32_t nv_index_sounds(const nv_index *index, uint64_t key, bool is_whole,
                         uint32_t *count);

/* Writes the spelling of that number; false if there is none. */
bool nv_index_sound(const nv_index *index, uint32_t number,
                    nv_spelling *spelling);

#endif
