/* SPDX-License-Identifier: MPL-2.0 */
/* Text as search sees it: words without case, accents and marks.
 *
 * A word is a run of letters and digits, folded: compatibility decomposition
 * and case folding of Unicode, accents dropped, and the letters that Unicode
 * leaves whole written out (œ as oe, ł as l). Cyrillic ё is е, but й is a
 * letter of its own and stays. Letters parted by full stops are one word, so
 * that U.R.S.S. is URSS. Invisible characters (soft hyphen, joiners) and the
 * primes of transliteration (Malʹtsev) part nothing; every other mark does, and
 * so does a byte that is not UTF-8. */
#ifndef NV_REGISTRY_FOLD_H
#define NV_REGISTRY_FOLD_H

#include <stdbool.h>
#include <stddef.h>

enum { NV_WORD_MAX = 63 }; /* bytes; longer words are cut, always alike */

typedef struct {
    char word[NV_WORD_MAX + 1]; /* the word just read, NUL-terminated */
    size_t word_len;            /* its bytes, never 0 after a word was read */
    const char *from, *to; /* where it is written, to behind its last byte */
    bool is_capital;       /* it is written with a capital */
    bool is_upper;         /* and has no small letter */
    bool is_tied;          /* one hyphen, or an apostrophe between longer
                              pieces, is all that parts it from the word
                              before: "co-operation", "Mal’tsev" */
    const char *at, *end;  /* what is still unread */
} nv_fold;

/* Begins with `len` bytes at `text`, which must stay until the last word. */
void nv_fold_init(nv_fold *fold, const char *text, size_t len);

/* Reads the next word; false when there is none. Allocates nothing. */
bool nv_fold_next(nv_fold *fold);

#endif
