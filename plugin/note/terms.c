/* SPDX-License-Identifier: MPL-2.0 */
/* See terms.h. */
#include "note/terms.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"

/* Nouns that head a French description and are feminine; what is not here is
 * taken for masculine unless the record says otherwise. */
static const char *const feminine[] = {
    "annonce",   "charte",     "convention", "décision", "déclaration",
    "directive", "lettre",     "note",       "notice",   "proposition",
    "réponse",   "résolution", "version",    "étude",
};

/* Nouns that end in s or x in the singular. */
static const char *const invariable[] = {"discours", "avis", "compromis"};

bool nv_is_word_in(const char *const list[], size_t count, const char *word,
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
        !nv_is_word_in(invariable, NV_COUNT_OF(invariable), phrase, len);
    if (gender == 0)
        agreement.is_feminine =
            nv_is_word_in(feminine, NV_COUNT_OF(feminine), phrase,
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

/* Russian wants the genitive of the case in which the count stands: figures. */
static const char *const small[NV_LANGUAGE_COUNT][20] = {
    [NV_LANGUAGE_EN] = {"no",      "one",       "two",      "three",
                        "four",    "five",      "six",      "seven",
                        "eight",   "nine",      "ten",      "eleven",
                        "twelve",  "thirteen",  "fourteen", "fifteen",
                        "sixteen", "seventeen", "eighteen", "nineteen"},
    [NV_LANGUAGE_FR] = {"aucun",  "un",    "deux",     "trois",    "quatre",
                        "cinq",   "six",   "sept",     "huit",     "neuf",
                        "dix",    "onze",  "douze",    "treize",   "quatorze",
                        "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"},
    [NV_LANGUAGE_DE] = {[2] = "zwei",
                        "drei",
                        "vier",
                        "fünf",
                        "sechs",
                        "sieben",
                        "acht",
                        "neun",
                        "zehn",
                        "elf",
                        "zwölf"},
    [NV_LANGUAGE_ES] = {[2] = "dos",
                        "tres",
                        "cuatro",
                        "cinco",
                        "seis",
                        "siete",
                        "ocho",
                        "nueve",
                        "diez",
                        "once",
                        "doce"},
};

static const char *const tens[NV_NOTE_LANGUAGE_COUNT][7] = {
    {"", "", "twenty", "thirty", "forty", "fifty", "sixty"},
    {"", "", "vingt", "trente", "quarante", "cinquante", "soixante"},
};

void nv_count_in_words(int count, nv_language language, char out[32])
{
    int unit = count % 10;

    if (count >= 0 && count < 20 && small[language][count])
        snprintf(out, 32, "%s", small[language][count]);
    else if (count < 20 || count >= 70 ||
             language >= (int)NV_NOTE_LANGUAGE_COUNT)
        snprintf(out, 32, "%d", count);
    else if (unit == 0)
        snprintf(out, 32, "%s", tens[language][count / 10]);
    else if (unit == 1 && language == NV_LANGUAGE_FR)
        snprintf(out, 32, "%s et un", tens[language][count / 10]);
    else
        snprintf(out, 32, "%s-%s", tens[language][count / 10],
                 small[language][unit]);
}

/* In the order of nv_language. */
static const char *const towns[][NV_LANGUAGE_COUNT] = {
    {"Alma-Ata", "Alma-Ata", "Alma-Ata", "Alma-Ata", "Алма-Ата"},
    {"Athens", "Athènes", "Athen", "Atenas", "Афины"},
    {"Berlin", "Berlin", "Berlin", "Berlín", "Берлин"},
    {"Brussels", "Bruxelles", "Brüssel", "Bruselas", "Брюссель"},
    {"Bucharest", "Bucarest", "Bukarest", "Bucarest", "Бухарест"},
    {"Budapest", "Budapest", "Budapest", "Budapest", "Будапешт"},
    {"Copenhagen", "Copenhague", "Kopenhagen", "Copenhague", "Копенгаген"},
    {"Dunkirk", "Dunkerque", "Dünkirchen", "Dunkerque", "Дюнкерк"},
    {"Geneva", "Genève", "Genf", "Ginebra", "Женева"},
    {"Helsinki", "Helsinki", "Helsinki", "Helsinki", "Хельсинки"},
    {"Kyiv", "Kyïv", "Kyjiw", "Kiev", "Киев"},
    {"Lisbon", "Lisbonne", "Lissabon", "Lisboa", "Лиссабон"},
    {"London", "Londres", "London", "Londres", "Лондон"},
    {"Moscow", "Moscou", "Moskau", "Moscú", "Москва"},
    {"New York", "New York", "New York", "Nueva York", "Нью-Йорк"},
    {"Panmunjom", "Panmunjom", "Panmunjom", "Panmunjom", "Пханмунджом"},
    {"Paris", "Paris", "Paris", "París", "Париж"},
    {"Potsdam", "Potsdam", "Potsdam", "Potsdam", "Потсдам"},
    {"Prague", "Prague", "Prag", "Praga", "Прага"},
    {"San Francisco", "San Francisco", "San Francisco", "San Francisco",
     "Сан-Франциско"},
    {"Tehran", "Téhéran", "Teheran", "Teherán", "Тегеран"},
    {"The Hague", "La Haye", "Den Haag", "La Haya", "Гаага"},
    {"Vienna", "Vienne", "Wien", "Viena", "Вена"},
    {"Warsaw", "Varsovie", "Warschau", "Varsovia", "Варшава"},
    {"Washington", "Washington", "Washington", "Washington", "Вашингтон"},
    {"Yalta", "Yalta", "Jalta", "Yalta", "Ялта"},
};

const char *nv_town_in(const char *town, nv_language language)
{
    for (size_t i = 0; i < NV_COUNT_OF(towns); i++)
        if (strcmp(towns[i][NV_LANGUAGE_EN], town) == 0)
            return towns[i][language];
    return town;
}
