/* SPDX-License-Identifier: MPL-2.0 */
/* The name of a citation: the bookmark around its text in the document.
 *
 * This is a file format. Documents keep it for decades, carry it through DOCX
 * and RTF, and another program may read it. Version 1 is 33 ASCII characters,
 * at most 40 in any version, beginning with a letter:
 *
 *   at  width  content
 *    0    2    "nv"
 *    2    1    format version: "1"
 *    3    1    "_"
 *    4    4    pack: nv_citation_pack_code() of its name, [a-z0-9]
 *    8    4    key of the event, [a-z0-9]
 *   12    1    "_"
 *   13    2    number of the quotation, hexadecimal; "00": none
 *   15    1    parts, hexadecimal: nv_part bits
 *   16    2    language of the note, ISO 639-1
 *   18    1    "_"
 *   19    6    random tail, [a-z0-9]: makes the name unique in the document and
 *              is the key of the property that holds what does not fit
 *   25    1    "_" when no property belongs to it, "p" when one does
 *   26    7    checksum of the text that was written, [a-z0-9]:
 *              nv_citation_checksum()
 *
 * Letters are lower case. A copy made by Writer or by a filter carries one or
 * more suffixes: "X Copy 1", "X_Copy_1 Copy 1", "X%20Copy%201" and "X1" are
 * copies of X. A name cut short by a filter is still recognised from 25
 * characters on; its checksum is then unknown. */
#ifndef NV_NOTE_CITATION_NAME_H
#define NV_NOTE_CITATION_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    NV_CITATION_NAME_LEN = 33, /* bytes of a version 1 name */
    NV_CITATION_NAME_MAX = 40  /* bytes of a name of any version */
};

typedef struct {
    char pack[5]; /* each NUL-terminated */
    char key[5];
    int quotation;  /* 0..255 */
    unsigned parts; /* 0..15 */
    char language[3];
    char tail[7];
    bool has_property;
    char checksum[8]; /* "" in a name cut short */
    bool is_copy;     /* a suffix was found (parsing only) */
} nv_citation_name;

/* Writes the name and its '\0' to `text` (NV_CITATION_NAME_MAX + 1 bytes).
 * Returns false, and leaves "", if a field is not what the table allows. */
bool nv_citation_name_write(const nv_citation_name *name, char *text);

/* Reads a bookmark's name: untrusted ASCII or UTF-8, `len` bytes. Strict: what
 * is not exactly a name, a cut name or a copy of one returns false. */
bool nv_citation_name_read(const char *text, size_t len,
                           nv_citation_name *name);

/* Whether what stands behind a whole name of ours is nothing, or what a copy
 * has (*is_copy). For names that are no citation's: list_name.h. */
bool nv_citation_name_is_copied(const char *text, size_t len, bool *is_copy);

/* Four characters [a-z0-9] that stand for a pack's name; the same on every
 * machine and in every version: FNV-1a of its bytes, 64 bits, its last four
 * digits to base 36, the most significant first. */
void nv_citation_pack_code(const char *pack, char code[5]);

/* Seven characters [a-z0-9] from the text of the citation as it stands in the
 * document (UTF-8), so that a change by hand is told from a change of style.
 * FNV-1a as above, seven digits. */
void nv_citation_checksum(const char *text, size_t len, char checksum[8]);

/* Turns 32 random bits into a tail. */
void nv_citation_tail(uint32_t random, char tail[7]);

#endif
