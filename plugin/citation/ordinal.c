/* SPDX-License-Identifier: MPL-2.0 */
/* See ordinal.h. */
#include "citation/ordinal.h"

#include <string.h>

enum { GENERAL = -1, TENS = 10, HUNDRED = 100, FIRST_LONG = 101 };

/* Does the entry count for numbers that end in `two`, as closely as `match`? */
static bool is_for(const nv_csl_ordinal_entry *entry,
                   nv_csl_ordinal_match match, int two)
{
    if (entry->number == GENERAL || entry->match != match)
        return false;
    return entry->number ==
           (match == NV_CSL_ORDINAL_LAST_DIGIT ? two % TENS : two);
}

static const char *find(const nv_csl_locale *locale, nv_csl_gender gender,
                        nv_csl_ordinal_match match, int two)
{
    const char *found = NULL;

    for (size_t i = 0; i < locale->ordinal_count; i++) {
        const nv_csl_ordinal_entry *entry = &locale->ordinals[i];

        if (entry->gender_form == gender && is_for(entry, match, two))
            found = entry->text;
    }
    return found;
}

/* The form of the gender, else the neuter one. */
static const char *find_best(const nv_csl_locale *locale, nv_csl_gender gender,
                             nv_csl_ordinal_match match, int two)
{
    const char *found = find(locale, gender, match, two);

    return found ? found : find(locale, NV_CSL_NEUTER, match, two);
}

static const char *find_general(const nv_csl_locale *locale,
                                nv_csl_gender gender)
{
    const char *found = NULL;

    for (size_t i = 0; i < locale->ordinal_count; i++) {
        const nv_csl_ordinal_entry *entry = &locale->ordinals[i];

        if (entry->number == GENERAL &&
            (entry->gender_form == gender ||
             (!found && entry->gender_form == NV_CSL_NEUTER)))
            found = entry->text;
    }
    return found;
}

/* CSL 1.0 had ordinal-01 to ordinal-03, the second ten excepted, and ordinal-04
 * for all others. */
static const char *find_old(const nv_csl_locale *locale, nv_csl_gender gender,
                            int two)
{
    const int digit = two % TENS;
    const bool is_other = digit == 0 || digit > 4 || two / TENS == 1;

    return find_best(locale, gender, NV_CSL_ORDINAL_LAST_DIGIT,
                     is_other ? 4 : digit);
}

static const char *find_suffix(const nv_csl_locale *locale,
                               nv_csl_gender gender, int two)
{
    const char *general = find_general(locale, gender);
    const char *found;

    if (!general && find(locale, NV_CSL_NEUTER, NV_CSL_ORDINAL_LAST_DIGIT, 4))
        return find_old(locale, gender, two);
    found = find_best(locale, gender, NV_CSL_ORDINAL_LAST_TWO, two);
    if (!found)
        found = find_best(locale, gender, NV_CSL_ORDINAL_LAST_DIGIT, two);
    return found ? found : general;
}

static bool has_suffixes(const nv_csl_locale *locale)
{
    for (size_t i = 0; i < locale->ordinal_count; i++)
        if (locale->ordinals[i].number < FIRST_LONG)
            return true;
    return false;
}

static void replace_suffixes(nv_csl_lexicon *lexicon,
                             const nv_csl_locale *locale)
{
    for (int gender = 0; gender < NV_CSL_GENDER_COUNT; gender++)
        for (int two = 0; two < HUNDRED; two++) {
            lexicon->ordinals[gender][two] = find_suffix(locale, gender, two);
            lexicon->whole_ordinals[gender][two] =
                find_best(locale, gender, NV_CSL_ORDINAL_WHOLE, two);
        }
}

void nv_csl_ordinals_apply(nv_csl_lexicon *lexicon, const nv_csl_locale *locale)
{
    if (has_suffixes(locale))
        replace_suffixes(lexicon, locale);
    for (size_t i = 0; i < locale->ordinal_count; i++) {
        const nv_csl_ordinal_entry *entry = &locale->ordinals[i];

        if (entry->number >= FIRST_LONG)
            lexicon->long_ordinals[entry->gender_form]
                                  [entry->number - FIRST_LONG + 1] =
                entry->text;
    }
}

void nv_csl_ordinals_complete(nv_csl_lexicon *lexicon)
{
    for (int gender = 0; gender < NV_CSL_GENDER_COUNT; gender++) {
        for (int two = 0; two < HUNDRED; two++)
            if (!lexicon->ordinals[gender][two])
                lexicon->ordinals[gender][two] = "";
        for (int one = 1; one <= TENS; one++)
            if (!lexicon->long_ordinals[gender][one])
                lexicon->long_ordinals[gender][one] =
                    lexicon->long_ordinals[NV_CSL_NEUTER][one];
    }
}

const char *nv_csl_lexicon_ordinal(const nv_csl_lexicon *lexicon, long number,
                                   nv_csl_gender gender)
{
    if (number < 0)
        return "";
    if (number < HUNDRED && lexicon->whole_ordinals[gender][number])
        return lexicon->whole_ordinals[gender][number];
    return lexicon->ordinals[gender][number % HUNDRED];
}

const char *nv_csl_lexicon_long_ordinal(const nv_csl_lexicon *lexicon,
                                        long number, nv_csl_gender gender)
{
    return number >= 1 && number <= TENS
               ? lexicon->long_ordinals[gender][number]
               : NULL;
}
