/* SPDX-License-Identifier: MPL-2.0 */
/* See terms.h. */
#include "note/terms.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"

static const char *const terms[NV_TERM_COUNT][NV_NOTE_LANGUAGE_COUNT] = {
    [NV_TERM_IN] = {"in", "dans"},
    [NV_TERM_TRANSCRIPTION_IN] = {"transcription in", "transcription dans"},
    [NV_TERM_READ_TRANSCRIBED] = {"text read in a transcription",
                                  "texte lu dans une transcription"},
    [NV_TERM_TRANSLATED_BY] = {"trans.", "trad."},
    [NV_TERM_TRANSLATION] = {"translation", "traduction"},
    [NV_TERM_HEREAFTER] = {"hereafter", "ci-après"},
    [NV_TERM_BY] = {"by", "par"},
    [NV_TERM_AND] = {"and", "et"},
};

const char *nv_term_in(nv_term term, nv_language language)
{
    return terms[term][language];
}

static const struct {
    const char *english, *french; /* masculine singular */
    const char *after;            /* what follows the French form */
} participles[NV_PARTICIPLE_COUNT] = {
    [NV_PARTICIPLE_QUOTED] = {"quoted", "cité", ""},
    [NV_PARTICIPLE_SIGNED] = {"signed", "signé", ""},
    [NV_PARTICIPLE_SENT] = {"sent", "envoyé", ""},
    [NV_PARTICIPLE_DELIVERED] = {"delivered", "remis", ""},
    [NV_PARTICIPLE_SPOKEN] = {"delivered", "prononcé", ""},
    [NV_PARTICIPLE_DATED] = {"dated", "daté", ""},
    [NV_PARTICIPLE_ADOPTED] = {"adopted", "adopté", ""},
    [NV_PARTICIPLE_RECEIVED] = {"received", "reçu", ""},
    [NV_PARTICIPLE_PUBLISHED] = {"published", "publié", ""},
    [NV_PARTICIPLE_APPROVED] = {"approved", "approuvé", ""},
    [NV_PARTICIPLE_CIRCULATED] = {"circulated", "diffusé", ""},
    [NV_PARTICIPLE_AMENDED] = {"amended", "modifié", ""},
    [NV_PARTICIPLE_IN_FORCE] = {"entered into force", "entré", " en vigueur"},
    [NV_PARTICIPLE_BEGUN] = {"begun", "commencé", ""},
    [NV_PARTICIPLE_ENDED] = {"ended", "achevé", ""},
};

void nv_participle_text(nv_participle participle, nv_language language,
                        nv_agreement agreement, char out[32])
{
    const char *french = participles[participle].french;
    bool ends_in_s = french[strlen(french) - 1] == 's';

    if (language == NV_LANGUAGE_EN) {
        snprintf(out, 32, "%s", participles[participle].english);
        return;
    }
    snprintf(out, 32, "%s%s%s%s", french, agreement.is_feminine ? "e" : "",
             agreement.is_plural && (agreement.is_feminine || !ends_in_s) ? "s"
                                                                          : "",
             participles[participle].after);
}

/* Nouns that head a French description and are feminine; what is not here is
 * taken for masculine unless the record says otherwise. */
static const char *const feminine[] = {
    "annonce",   "charte",     "convention", "décision", "déclaration",
    "directive", "lettre",     "note",       "notice",   "proposition",
    "réponse",   "résolution", "version",    "étude",
};

/* Nouns that end in s or x in the singular. */
static const char *const invariable[] = {"discours", "avis", "compromis"};

static bool is_in(const char *const list[], size_t count, const char *word,
                  size_t len)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == len && memcmp(list[i], word, len) == 0)
            return true;
    return false;
}

nv_agreement nv_agreement_of(const char *phrase, char gender)
{
    size_t len = phrase ? strcspn(phrase, " ,’") : 0;
    nv_agreement agreement = {.is_feminine = gender == 'f'};

    if (len == 0)
        return agreement;
    agreement.is_plural =
        (phrase[len - 1] == 's' || phrase[len - 1] == 'x') &&
        phrase[0] >= 'a' &&
        !is_in(invariable, NV_COUNT_OF(invariable), phrase, len);
    if (gender == 0)
        agreement.is_feminine = is_in(feminine, NV_COUNT_OF(feminine), phrase,
                                      agreement.is_plural ? len - 1 : len);
    return agreement;
}

static const char *const months[NV_NOTE_LANGUAGE_COUNT][12] = {
    [NV_LANGUAGE_EN] = {"January", "February", "March", "April", "May", "June",
                        "July", "August", "September", "October", "November",
                        "December"},
    [NV_LANGUAGE_FR] = {"janvier", "février", "mars", "avril", "mai", "juin",
                        "juillet", "août", "septembre", "octobre", "novembre",
                        "décembre"},
};

const char *nv_month(nv_language language, int month)
{
    return months[language][month - 1];
}

static const char *const small[NV_NOTE_LANGUAGE_COUNT][20] = {
    {"no",      "one",     "two",       "three",    "four",
     "five",    "six",     "seven",     "eight",    "nine",
     "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
     "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"},
    {"aucun",    "un",     "deux",  "trois",    "quatre",   "cinq",    "six",
     "sept",     "huit",   "neuf",  "dix",      "onze",     "douze",   "treize",
     "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"},
};

static const char *const tens[NV_NOTE_LANGUAGE_COUNT][7] = {
    {"", "", "twenty", "thirty", "forty", "fifty", "sixty"},
    {"", "", "vingt", "trente", "quarante", "cinquante", "soixante"},
};

void nv_count_in_words(int count, nv_language language, char out[32])
{
    int unit = count % 10;

    if (count < 0 || count >= 70)
        snprintf(out, 32, "%d", count);
    else if (count < 20)
        snprintf(out, 32, "%s", small[language][count]);
    else if (unit == 0)
        snprintf(out, 32, "%s", tens[language][count / 10]);
    else if (unit == 1 && language == NV_LANGUAGE_FR)
        snprintf(out, 32, "%s et un", tens[language][count / 10]);
    else
        snprintf(out, 32, "%s-%s", tens[language][count / 10],
                 small[language][unit]);
}

static const struct {
    const char *english, *french;
} towns[] = {
    {"Athens", "Athènes"},     {"Brussels", "Bruxelles"},
    {"Bucharest", "Bucarest"}, {"Copenhagen", "Copenhague"},
    {"Dunkirk", "Dunkerque"},  {"Geneva", "Genève"},
    {"Kyiv", "Kyïv"},          {"Lisbon", "Lisbonne"},
    {"London", "Londres"},     {"Moscow", "Moscou"},
    {"Tehran", "Téhéran"},     {"The Hague", "La Haye"},
    {"Vienna", "Vienne"},      {"Warsaw", "Varsovie"},
};

const char *nv_town_in(const char *town, nv_language language)
{
    if (language == NV_LANGUAGE_FR)
        for (size_t i = 0; i < NV_COUNT_OF(towns); i++)
            if (strcmp(towns[i].english, town) == 0)
                return towns[i].french;
    return town;
}
