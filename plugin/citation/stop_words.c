/* SPDX-License-Identifier: MPL-2.0 */
/* Words that English titles leave in lower case: the list of the specification,
 * with the prepositions and particles of names that the test suite knows. */
#include "citation/finish.h"

#include <string.h>

#include "base/array.h"

/* In the order of their bytes. */
static const char words[][16] = {
    "a",          "about",
    "across",     "afore",
    "after",      "against",
    "along",      "alongside",
    "amid",       "amidst",
    "among",      "amongst",
    "an",         "and",
    "anenst",     "apropos",
    "around",     "as",
    "aside",      "astride",
    "at",         "athwart",
    "atop",       "barring",
    "before",     "behind",
    "below",      "beneath",
    "beside",     "besides",
    "between",    "beyond",
    "but",        "by",
    "c",          "ca",
    "circa",      "d",
    "de",         "despite",
    "down",       "during",
    "et",         "except",
    "for",        "forenenst",
    "from",       "given",
    "in",         "inside",
    "into",       "lest",
    "like",       "modulo",
    "near",       "next",
    "nor",        "notwithstanding",
    "of",         "off",
    "on",         "onto",
    "or",         "out",
    "over",       "per",
    "plus",       "pro",
    "qua",        "sans",
    "since",      "so",
    "than",       "the",
    "through",    "throughout",
    "thru",       "till",
    "to",         "toward",
    "towards",    "under",
    "underneath", "until",
    "unto",       "up",
    "upon",       "v",
    "van",        "versus",
    "via",        "von",
    "vs",         "with",
    "within",     "without",
    "yet",
};

bool nv_csl_is_stop_word(const char *word, size_t len)
{
    size_t low = 0, high = NV_COUNT_OF(words);

    while (low < high) {
        const size_t middle = (low + high) / 2;
        int order = strncmp(word, words[middle], len);

        if (order == 0 && words[middle][len])
            order = -1;
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}
