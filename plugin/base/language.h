/* SPDX-License-Identifier: MPL-2.0 */
/* The languages of notes. What is said of an event is recorded in the first
 * two, names are in all five. */
#ifndef NV_BASE_LANGUAGE_H
#define NV_BASE_LANGUAGE_H

#include <stdbool.h>

typedef enum {
    NV_LANGUAGE_EN,
    NV_LANGUAGE_FR,
    NV_LANGUAGE_DE,
    NV_LANGUAGE_ES,
    NV_LANGUAGE_RU,
    NV_LANGUAGE_COUNT
} nv_language;

enum { NV_NOTE_LANGUAGE_COUNT = 2 }; /* English and French */

/* "en", "fr" ...: ISO 639-1, static. */
const char *nv_language_code(nv_language language);

/* Whether the tag (BCP 47 or a POSIX locale; NULL begins with nothing) begins
 * with that code of two letters, in any case: a subtag follows or nothing. */
bool nv_tag_begins_with(const char *tag, const char *code);

/* The language whose code begins `tag` ("fr", "fr-CH", "FR_fr"; BCP 47 or a
 * POSIX locale), without regard to case; `otherwise` for any other tag and for
 * NULL. */
nv_language nv_language_from_tag(const char *tag, nv_language otherwise);

#endif
