/* SPDX-License-Identifier: MPL-2.0 */
/* The bytes of an index, registry.idx.
 *
 * Numbers are little-endian on every machine. In what follows u16, u32, u64 and
 * i32 are numbers of so many bits, `packed` is LEB128 (see bytes.h), a text is
 * a u32: where in the section of texts it begins; 0 is no text.
 *
 * HEADER, NV_FORMAT_HEADER bytes
 *   0  8 bytes  "NVINDEX" and byte 0x1A
 *   8  u32      0x01020304, to see the order of the bytes
 *  12  u32      version of this format
 *  16  u64      length of the file, bytes
 *  24  u64      of the pack it was made of: length of the file, bytes
 *  32  u32      and its checksum (index.h: nv_index_tie)
 *  36  u32      how many events
 *  40  u32      how many records: events, then statements
 *  44  u32      how many sections: NV_SECTION_COUNT
 *  48  24 bytes the pack's name, filled up with NULs, of which there is one
 *  72  for each section: u64 where it begins, from the end of the header, a
 *      multiple of 8; u64 its length in bytes
 *  then u32     how many blocks
 *  then u32     CRC-32 (zlib) of the header before this number, followed by the
 *               table of blocks
 *
 * BODY: the sections, one behind the other in any order, NULs between them and
 * behind the last, up to a multiple of 8 bytes.
 *
 * TABLE OF BLOCKS: for each NV_FORMAT_BLOCK bytes of the body, the last block
 * being shorter, a u32: their CRC-32.
 *
 * Version 2. Version 1 had no facets. */
#ifndef NV_REGISTRY_INDEX_FORMAT_H
#define NV_REGISTRY_INDEX_FORMAT_H

/* The sections and what stands in them. "By record", "by term" and so on: one
 * such item for each, in the order of their numbers. */
typedef enum {
    /* Texts, each ended by a NUL; equal ones stand once. The first byte is a
     * NUL. */
    NV_SECTION_TEXTS,
    /* By event, NV_FORMAT_CARD bytes: six texts (id, date, end, title in
     * English and in French, place); four bytes of key and a NUL; a byte, the
     * kind in its low four bits, 0x10: precision is the month, 0x20: unchecked;
     * u16 links. */
    NV_SECTION_CARDS,
    /* Numbers of all events, u32, ordered (strcmp) by id; by key. */
    NV_SECTION_BY_ID,
    NV_SECTION_BY_KEY,
    /* By statement: text id; u32 the first of its events in the next section;
     * u32 how many. */
    NV_SECTION_STATEMENTS,
    NV_SECTION_STATEMENT_EVENTS, /* u32 */
    /* By record: u32 member; u32 offset; u32 length. */
    NV_SECTION_LOCATIONS,
    /* By member: u64 offset; u32 packed length; u32 length; u32 CRC-32; u32
     * 0. */
    NV_SECTION_MEMBERS,
    /* By name: u32 type; five texts, its forms by nv_language; u32 the first of
     * its variants in the next section; u32 how many. Ordered (strcmp) by the
     * English form. */
    NV_SECTION_NAMES,
    NV_SECTION_VARIANTS, /* texts */
    /* The bytes of all terms in their order (strcmp), each ended by a NUL; a
     * mark stands as its first byte. */
    NV_SECTION_WORDS,
    /* Of each NV_FORMAT_HEADS terms the head of the first: its first eight
     * bytes, NULs behind a shorter word, as a u64 that sorts like them. */
    NV_SECTION_HEADS,
    /* By term, and once more for the end of the last: u64 where its postings
     * begin; u64 how many places all terms before it have; u32 where its word
     * begins; u32 in how many records it stands. */
    NV_SECTION_TERMS,
    /* The postings of one term behind those of the other. A posting is a byte
     * and what that asks for, in this order:
     *   0x03: records from that of the posting before (of -1 at first): 0: none
     *         and 1: one; 2: a byte follows, 2 less than that; 3: packed
     *         follows, 258 less;
     *   0x04: packed follows, the number of the quotation; else it is 0;
     *   0x08: a byte follows, how often it stands there; else it is 1;
     *   0xF0: the zone, times 16. */
    NV_SECTION_POSTINGS,
    /* By record, its tokens (index.h), each of them packed: up to 63, a text of
     * zone n % 16, with a quotation, packed behind it, if n & 16, and beside if
     * n & 32; from 64 on, the term of rank n - 64. */
    NV_SECTION_TOKENS,
    NV_SECTION_TOKEN_STARTS, /* by record, u64; one more for the end */
    NV_SECTION_RANKS,        /* u32: the term of each rank, commonest first */
    /* By record, NV_ZONE_COUNT times u16. */
    NV_SECTION_LENGTHS,
    /* By zone: u64, the sum of the lengths; u64, of how many records. */
    NV_SECTION_LENGTH_SUMS,
    /* i32 first and i32 last day (day.h); u32 record; a byte, the zone; a byte,
     * the standing; u16 0. Ordered by all of these. */
    NV_SECTION_DATINGS,
    /* i32: the greatest last day of each NV_FORMAT_DATINGS datings. */
    NV_SECTION_LAST_DAYS,
    /* Keys of sounds, u64, in their order; to each, in order again, a term. */
    NV_SECTION_SOUND_KEYS,
    NV_SECTION_SOUND_TERMS, /* u32 */
    /* Heavy rows, ordered by the first term and then by their count: u32 first;
     * u32 count; u32 records; u32 how many best; u64 where in the next section
     * the set begins; u32 its length in bytes, u32 1 if it is bits. */
    NV_SECTION_HEAVY,
    /* Sets, each followed by the best, u32. As bits: u64 words (index.h). As a
     * list: the records in their order, packed, each as its distance from the
     * one before (from -1 at first), and NULs up to a multiple of 4. */
    NV_SECTION_SETS,
    /* By event: u32 the first of its texts in the next section; u16 how many of
     * them are parties; u16 how many are languages of wordings, behind these.
     */
    NV_SECTION_FACETS,
    NV_SECTION_FACET_TEXTS, /* texts */
    NV_SECTION_COUNT
} nv_section;

enum {
    NV_FORMAT_VERSION = 2,
    NV_FORMAT_ORDER = 0x01020304,
    NV_FORMAT_BLOCK = 16384,

    NV_FORMAT_AT_ORDER = 8,
    NV_FORMAT_AT_VERSION = 12,
    NV_FORMAT_AT_LEN = 16,
    NV_FORMAT_AT_TIE = 24,
    NV_FORMAT_AT_EVENTS = 36,
    NV_FORMAT_AT_RECORDS = 40,
    NV_FORMAT_AT_SECTION_COUNT = 44,
    NV_FORMAT_AT_PACK = 48,
    NV_FORMAT_PACK = 24,
    NV_FORMAT_AT_SECTIONS = 72,
    NV_FORMAT_AT_BLOCKS = NV_FORMAT_AT_SECTIONS + 16 * NV_SECTION_COUNT,
    NV_FORMAT_AT_CHECKSUM = NV_FORMAT_AT_BLOCKS + 4,
    NV_FORMAT_HEADER = NV_FORMAT_AT_CHECKSUM + 4,

    NV_FORMAT_CARD = 32,
    NV_FORMAT_IS_MONTH = 0x10,
    NV_FORMAT_IS_UNCHECKED = 0x20,
    NV_FORMAT_STATEMENT = 12,
    NV_FORMAT_LOCATION = 12,
    NV_FORMAT_MEMBER = 24,
    NV_FORMAT_NAME = 32,
    NV_FORMAT_HEAD = 8,
    NV_FORMAT_HEADS = 64,
    NV_FORMAT_TERM = 24,
    NV_FORMAT_DATING = 16,
    NV_FORMAT_DATINGS = 128,
    NV_FORMAT_HEAVY = 32,
    NV_FORMAT_FACETS = 8,

    NV_POSTING_NEAR = 2, /* codes of the distance */
    NV_POSTING_FAR = 3,
    NV_POSTING_NEAR_FROM = 2,
    NV_POSTING_FAR_FROM = 258,
    NV_POSTING_QUOTATION = 0x04,
    NV_POSTING_COUNT = 0x08,
    NV_POSTING_ZONE_SHIFT = 4,

    NV_TOKEN_PACKED_QUOTATION = 16,
    NV_TOKEN_PACKED_BESIDE = 32,
    NV_TOKEN_FIRST_RANK = 64
};

#define NV_FORMAT_MAGIC "NVINDEX\x1A"

#endif
