/* SPDX-License-Identifier: MPL-2.0 */
/* See fold.h. */
#include "registry/text/fold.h"

#include <string.h>

#include <utf8proc.h>

#include "base/array.h"

enum {
    SHORT_I = 0x0439,           /* й */
    LETTER_I = 0x0438,          /* и */
    BREVE = 0x0306,             /* what makes the one of the other */
    FIRST_CYRILLIC = 0x0410,    /* А */
    LAST_CYRILLIC = 0x044F,     /* я */
    SOFT_PRIME = 0x02B9,        /* ь in transliterations */
    HARD_PRIME = 0x02BA,        /* ъ */
    LONGEST_DECOMPOSITION = 32, /* code points; Unicode needs 18 */
    SHORTEST_BEFORE_APOSTROPHE =
        3 /* bytes; l’, d’, qu’ are words of their own */
};

/* Letters with a stroke or joined, which have no decomposition. */
static const struct {
    utf8proc_int32_t letter;
    const char *plain;
} plain_letters[] = {
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"},
    {0x0111, "d"},  {0x0131, "i"}, {0x0142, "l"}, {0x0153, "oe"},
};

/* The letters of Latin-1 from À, as the general way folds them; most of what is
 * not ASCII in our texts, so that it is worth a table. */
static const char latin[0x40][3] = {
    "a", "a", "a", "a", "a",  "a",  "ae", "c", "e", "e", "e",  "e", "i",
    "i", "i", "i", "d", "n",  "o",  "o",  "o", "o", "o", "",   "o", "u",
    "u", "u", "u", "y", "th", "ss", "a",  "a", "a", "a", "a",  "a", "ae",
    "c", "e", "e", "e", "e",  "i",  "i",  "i", "i", "d", "n",  "o", "o",
    "o", "o", "o", "",  "o",  "u",  "u",  "u", "u", "y", "th", "y",
};

void nv_fold_init(nv_fold *fold, const char *text, size_t len)
{
    memset(fold, 0, sizeof *fold);
    fold->from = fold->to = fold->at = text;
    fold->end = text + len;
}

static void add_bytes(nv_fold *fold, const char *bytes, size_t len)
{
    if (fold->word_len + len > NV_WORD_MAX)
        return;
    memcpy(fold->word + fold->word_len, bytes, len);
    fold->word_len += len;
}

static void add_letter(nv_fold *fold, utf8proc_int32_t letter)
{
    utf8proc_uint8_t bytes[4];

    for (size_t i = 0; i < NV_COUNT_OF(plain_letters); i++)
        if (plain_letters[i].letter == letter) {
            add_bytes(fold, plain_letters[i].plain,
                      strlen(plain_letters[i].plain));
            return;
        }
    add_bytes(fold, (const char *)bytes,
              (size_t)utf8proc_encode_char(letter, bytes));
}

/* A breve that stands apart from its и makes it й again. */
static void add_mark(nv_fold *fold, utf8proc_int32_t mark)
{
    static const char letter_i[] = "\xD0\xB8", short_i[] = "\xD0\xB9";
    char *last = fold->word + fold->word_len - 2;

    if (mark == BREVE && fold->word_len >= 2 && memcmp(last, letter_i, 2) == 0)
        memcpy(last, short_i, 2);
}

typedef enum { PARTS_WORDS, IN_WORD } effect;

static effect add_folded(nv_fold *fold, utf8proc_int32_t c)
{
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        add_letter(fold, c);
        return IN_WORD;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        add_mark(fold, c);
        return IN_WORD;
    case UTF8PROC_CATEGORY_CF:
        return IN_WORD;
    default:
        return c == SOFT_PRIME || c == HARD_PRIME ? IN_WORD : PARTS_WORDS;
    }
}

static void note_case(nv_fold *fold, bool is_capital)
{
    if (fold->word_len == 0)
        fold->is_capital = fold->is_upper = is_capital;
    fold->is_upper = fold->is_upper && is_capital;
}

static effect add_rarer_character(nv_fold *fold, utf8proc_int32_t c)
{
    utf8proc_int32_t parts[LONGEST_DECOMPOSITION];
    const utf8proc_category_t category = utf8proc_category(c);
    utf8proc_ssize_t count = utf8proc_decompose_char(
        c, parts, LONGEST_DECOMPOSITION,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, NULL);
    effect all = PARTS_WORDS;

    if (category <= UTF8PROC_CATEGORY_LO)
        note_case(fold, category == UTF8PROC_CATEGORY_LU);
    for (utf8proc_ssize_t i = 0; i < count && i < LONGEST_DECOMPOSITION; i++)
        if (add_folded(fold, parts[i]) == IN_WORD)
            all = IN_WORD;
    return all;
}

/* Adds the character `c`, any but ASCII. */
static effect add_character(nv_fold *fold, utf8proc_int32_t c)
{
    if (c >= FIRST_CYRILLIC && c <= LAST_CYRILLIC) {
        const int lower = c < FIRST_CYRILLIC + 0x20 ? c + 0x20 : c;
        const char bytes[] = {(char)(0xC0 | lower >> 6),
                              (char)(0x80 | (lower & 0x3F))};

        note_case(fold, lower != c);
        add_bytes(fold, bytes, sizeof bytes);
        return IN_WORD;
    }
    if (c >= 0xC0 && c <= 0xFF && latin[c - 0xC0][0]) {
        note_case(fold, c < 0xDF);
        add_bytes(fold, latin[c - 0xC0], strlen(latin[c - 0xC0]));
        return IN_WORD;
    }
    return add_rarer_character(fold, c);
}

static bool is_ascii_word(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26 ||
           (unsigned char)(c - '0') < 10;
}

/* Reads one character, and adds it if it belongs to a word. */
static effect read_character(nv_fold *fold)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t len;

    if ((unsigned char)*fold->at < 0x80) {
        char ascii = *fold->at++;
        const bool is_capital = ascii >= 'A' && ascii <= 'Z';

        if (!is_ascii_word(ascii))
            return PARTS_WORDS;
        if (ascii >= 'A')
            note_case(fold, is_capital);
        ascii |= is_capital ? 0x20 : 0;
        add_bytes(fold, &ascii, 1);
        return IN_WORD;
    }
    len = utf8proc_iterate((const utf8proc_uint8_t *)fold->at,
                           fold->end - fold->at, &c);
    fold->at += len > 0 ? len : 1;
    return len > 0 ? add_character(fold, c) : PARTS_WORDS;
}

/* Adds the ASCII letters and digits that come next: most of most texts. */
static void read_ascii(nv_fold *fold)
{
    const char *at = fold->at;
    bool is_upper = fold->is_upper;
    size_t len = fold->word_len;

    for (; at < fold->end && len < NV_WORD_MAX && is_ascii_word(*at); at++) {
        const bool is_small = *at >= 'a', is_capital = !is_small && *at >= 'A';

        if (len == 0)
            fold->is_capital = is_upper = is_capital;
        is_upper = is_upper && !is_small;
        fold->word[len++] = (char)(*at | (is_capital ? 0x20 : 0));
    }
    fold->at = at;
    fold->is_upper = is_upper;
    fold->word_len = len;
}

/* Reads a run of letters and digits. *last is where the mark that ended it
 * stands. */
static bool read_run(nv_fold *fold, const char **last)
{
    fold->word_len = 0;
    fold->is_capital = fold->is_upper = false;
    while (fold->at < fold->end) {
        if (fold->word_len == 0)
            fold->from = fold->at;
        read_ascii(fold);
        *last = fold->at;
        if (fold->at < fold->end && read_character(fold) == PARTS_WORDS &&
            fold->word_len > 0)
            return true;
    }
    *last = fold->end;
    return fold->word_len > 0;
}

/* One letter, of whatever alphabet. */
static bool is_initial(const nv_fold *fold)
{
    unsigned char first = (unsigned char)fold->word[0];

    return fold->word_len == 1
               ? first > '9'
               : fold->word_len == 2 && first >= 0xC3 &&
                     ((unsigned char)fold->word[1] & 0xC0) == 0x80;
}

static bool ends_in_stop(const nv_fold *fold, const char *last)
{
    return last < fold->end && *last == '.';
}

static bool follows_at_once(const nv_fold *fold)
{
    return fold->at < fold->end &&
           ((unsigned char)*fold->at >= 0x80 || is_ascii_word(*fold->at));
}

/* "U." begins an acronym when another single letter follows at once. */
static void join_initials(nv_fold *fold, const char **last)
{
    nv_fold next;
    const char *after = *last;

    while (ends_in_stop(fold, after) && follows_at_once(fold)) {
        nv_fold_init(&next, fold->at, (size_t)(fold->end - fold->at));
        if (!read_run(&next, &after) || !is_initial(&next))
            return;
        add_bytes(fold, next.word, next.word_len);
        fold->at = next.at;
        *last = after;
    }
}

/* Whether the bytes between two words tie them. */
static bool is_tie(const char *gap, size_t len, size_t len_before)
{
    if (len == 1)
        return *gap == '-' ||
               (*gap == '\'' && len_before >= SHORTEST_BEFORE_APOSTROPHE);
    return len == 3 &&
           (memcmp(gap, "\u2010", 3) == 0 || memcmp(gap, "\u2011", 3) == 0 ||
            (memcmp(gap, "\u2019", 3) == 0 &&
             len_before >= SHORTEST_BEFORE_APOSTROPHE));
}

bool nv_fold_next(nv_fold *fold)
{
    const char *last = fold->end, *gap = fold->to;
    const size_t len_before = fold->word_len;

    if (!read_run(fold, &last))
        return false;
    if (is_initial(fold) && ends_in_stop(fold, last))
        join_initials(fold, &last);
    fold->is_tied =
        len_before > 0 && is_tie(gap, (size_t)(fold->from - gap), len_before);
    fold->to = last;
    fold->word[fold->word_len] = '\0';
    return true;
}
