/* SPDX-License-Identifier: MPL-2.0 */
/* The languages in which we speak to a person: those of the panel, of menus and
 * of Undo. The language of a note is another matter (base/language.h), and so
 * is that in which events are described, which the registry decides. */
#ifndef NV_BASE_TONGUE_H
#define NV_BASE_TONGUE_H

#include "base/language.h"

typedef enum {
    NV_TONGUE_EN,
    NV_TONGUE_FR,
    NV_TONGUE_DE,
    NV_TONGUE_ES,
    NV_TONGUE_RU,
    NV_TONGUE_IT,
    NV_TONGUE_PT,
    NV_TONGUE_UK,
    NV_TONGUE_COUNT
} nv_tongue;

/* "en", "fr" ...: ISO 639-1, static. */
const char *nv_tongue_code(nv_tongue tongue);

/* The tongue whose code begins the tag, as nv_language_from_tag(): "pt-BR" is
 * Portuguese. English for any other and for NULL. */
nv_tongue nv_tongue_from_tag(const char *tag);

/* The language in which an event is described to a person: French to who reads
 * French, else English. */
nv_language nv_tongue_described(nv_tongue tongue);

#endif
