/* SPDX-License-Identifier: MPL-2.0 */
/* Dates as people write them, in English, French, German, Spanish and Russian:
 *
 *     31 March 1954, 31st of March 1954, March 31, 1954, March 1954,
 *     31 mars 1954, 1er avril 1954, mars 1954, 31. März 1954,
 *     31 de marzo de 1954, 31 марта 1954 года, abbreviated months,
 *     1954-03-31, 1954-03, 31/3/1954, 31.3.1954 (day first; month first where
 *     the second number can be no month), 1954. */
#ifndef NV_REGISTRY_DATE_WORDS_H
#define NV_REGISTRY_DATE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "registry/day.h"

enum { NV_DATE_WORDS_MAX = 6 }; /* words of the longest date */

/* Reads the longest date at the beginning of `words`, which are folded (see
 * fold.h), without marks between them. Returns how many words it takes, or 0
 * when they begin with no date. A date that is still being typed ("1954-03-3")
 * is none. */
size_t nv_date_words_read(const char *const words[], size_t count,
                          nv_days *days);

/* Reads a day and month, or a month, that owe their year to another date, as
 * in "31 March to 7 May 1954". Returns how many words it takes, or 0. */
size_t nv_date_words_read_beginning(const char *const words[], size_t count,
                                    int year, nv_days *days);

/* Whether the word may stand in a date at all. */
bool nv_date_words_is_part(const char *word);

/* Whether the word may be the year that a date ends with in prose. */
bool nv_date_words_is_year(const char *word);

/* The name of the month, 1 to 12, in an nv_language, folded. */
const char *nv_date_words_month(int month, int language);

#endif
