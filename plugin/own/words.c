/* SPDX-License-Identifier: MPL-2.0 */
/* The lists of a form: see document.h. */
#include "own/document.h"

const nv_own_genre nv_own_genres[NV_OWN_GENRE_COUNT] = {
    {"letter", NV_KIND_NOTE, {"letter", "lettre"}, 'f'},
    {"telegram", NV_KIND_NOTE, {"telegram", "télégramme"}, 'm'},
    {"despatch", NV_KIND_NOTE, {"despatch", "dépêche"}, 'f'},
    {"note", NV_KIND_NOTE, {"note", "note"}, 'f'},
    {"memorandum", NV_KIND_NOTE, {"memorandum", "mémorandum"}, 'm'},
    {"report", NV_KIND_NOTE, {"report", "rapport"}, 'm'},
    {"minutes", NV_KIND_CONFERENCE, {"minutes", "procès-verbal"}, 'm'},
    {"reply", NV_KIND_REPLY, {"reply", "réponse"}, 'f'},
    {"refusal", NV_KIND_REFUSAL, {"refusal", "refus"}, 'm'},
    {"treaty", NV_KIND_TREATY, {"treaty", "traité"}, 'm'},
    {"declaration", NV_KIND_DECLARATION, {"declaration", "déclaration"}, 'f'},
    {"resolution", NV_KIND_RESOLUTION, {"resolution", "résolution"}, 'f'},
    {"speech", NV_KIND_SPEECH, {"speech", "discours"}, 'm'},
    {"statement", NV_KIND_STATEMENT, {"statement", "déclaration"}, 'f'},
    {"withdrawal",
     NV_KIND_WITHDRAWAL,
     {"notice of withdrawal", "notification de retrait"},
     'f'},
};

const nv_own_language nv_own_languages[NV_OWN_LANGUAGE_COUNT] = {
    {"bg", "български"},  {"cs", "čeština"},   {"da", "dansk"},
    {"de", "Deutsch"},    {"el", "ελληνικά"},  {"en", "English"},
    {"es", "español"},    {"fa", "فارسی"},     {"fi", "suomi"},
    {"fr", "français"},   {"he", "עברית"},     {"hu", "magyar"},
    {"it", "italiano"},   {"la", "Latina"},    {"nl", "Nederlands"},
    {"pl", "polski"},     {"pt", "português"}, {"ro", "română"},
    {"ru", "русский"},    {"sv", "svenska"},   {"tr", "Türkçe"},
    {"uk", "українська"}, {"zh", "中文"},      {"ar", "العربية"},
};
