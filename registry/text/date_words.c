/* SPDX-License-Identifier: MPL-2.0 */
/* See date_words.h. */
#include "registry/text/date_words.h"

#include <string.h>

#include "base/array.h"

enum { OTHER_FORMS = 7 };

/* All folded: the names in the order of nv_language, the Russian ones as they
 * stand in a date, then what else the month is called. */
static const struct {
    const char *name[NV_LANGUAGE_COUNT];
    const char *other[OTHER_FORMS];
} months[12] = {
    {{"january", "janvier", "januar", "enero", "января"},
     {"jan", "janv", "janner", "ene", "январь", "янв"}},
    {{"february", "fevrier", "februar", "febrero", "февраля"},
     {"feb", "fev", "fevr", "feber", "февраль", "фев", "февр"}},
    {{"march", "mars", "marz", "marzo", "марта"},
     {"mar", "maerz", "март", "мар"}},
    {{"april", "avril", "april", "abril", "апреля"},
     {"apr", "avr", "abr", "апрель", "апр"}},
    {{"may", "mai", "mai", "mayo", "мая"}, {"май"}},
    {{"june", "juin", "juni", "junio", "июня"}, {"jun", "июнь", "июн"}},
    {{"july", "juillet", "juli", "julio", "июля"},
     {"jul", "juil", "июль", "июл"}},
    {{"august", "aout", "august", "agosto", "августа"},
     {"aug", "ago", "август", "авг"}},
    {{"september", "septembre", "september", "septiembre", "сентября"},
     {"sep", "sept", "setiembre", "сентябрь", "сент", "сен"}},
    {{"october", "octobre", "oktober", "octubre", "октября"},
     {"oct", "okt", "октябрь", "окт"}},
    {{"november", "novembre", "november", "noviembre", "ноября"},
     {"nov", "ноябрь", "нояб", "ноя"}},
    {{"december", "decembre", "dezember", "diciembre", "декабря"},
     {"dec", "dez", "dic", "декабрь", "дек"}},
};

const char *nv_date_words_month(int month, int language)
{
    return months[month - 1].name[language];
}

/* One kind of word in a date. Each reader returns its value, 0 for none. */

/* Most words differ in their first letter, and there are many of them. */
static bool is_same(const char *a, const char *b)
{
    return a[0] == b[0] && strcmp(a, b) == 0;
}

static bool is_month(const char *word, int month)
{
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        if (is_same(word, months[month].name[i]))
            return true;
    for (size_t i = 0; i < OTHER_FORMS && months[month].other[i]; i++)
        if (is_same(word, months[month].other[i]))
            return true;
    return false;
}

static int read_month_name(const char *word)
{
    const bool is_number = word[0] >= '0' && word[0] <= '9';

    for (int month = 0; month < 12 && !is_number; month++)
        if (is_month(word, month))
            return month + 1;
    return 0;
}

/* The digits that begin the word; *rest is what follows them. */
static int read_digits(const char *word, size_t most, const char **rest)
{
    int value = 0;
    size_t len = strspn(word, "0123456789");

    if (len == 0 || len > most)
        return 0;
    for (size_t i = 0; i < len; i++)
        value = value * 10 + (word[i] - '0');
    *rest = word + len;
    return value;
}

static int read_day(const char *word)
{
    static const char *const ordinals[] = {"",   "st", "nd", "rd",
                                           "th", "er", "го"};
    const char *rest;
    int day = read_digits(word, 2, &rest);

    for (size_t i = 0; day && i < NV_COUNT_OF(ordinals); i++)
        if (strcmp(rest, ordinals[i]) == 0)
            return day;
    return 0;
}

static int read_number(const char *word)
{
    const char *rest;
    int number = read_digits(word, 2, &rest);

    return number && *rest == '\0' ? number : 0;
}

static int read_two_digits(const char *word)
{
    return strlen(word) == 2 ? read_number(word) : 0;
}

/* Years of history that people type: not every number of four digits. */
static int read_year(const char *word)
{
    const char *rest;
    int year = strlen(word) == 4 ? read_digits(word, 4, &rest) : 0;

    return year >= 1500 && year <= 2099 && *rest == '\0' ? year : 0;
}

static int read_of(const char *word)
{
    return strcmp(word, "of") == 0 || strcmp(word, "de") == 0 ||
           strcmp(word, "del") == 0;
}

/* "1954 года", "1954 г." */
static bool is_word_for_year(const char *word)
{
    return strcmp(word, "года") == 0 || strcmp(word, "год") == 0 ||
           strcmp(word, "г") == 0;
}

/* How a date may be put together, longest first. */
typedef enum { YEAR, MONTH, DAY, NOTHING } part;

typedef struct {
    int (*read)(const char *word);
    part part;
} step;

static const step patterns[][NV_DATE_WORDS_MAX] = {
    {{read_day, DAY},
     {read_of, NOTHING},
     {read_month_name, MONTH},
     {read_of, NOTHING},
     {read_year, YEAR}},
    {{read_day, DAY},
     {read_of, NOTHING},
     {read_month_name, MONTH},
     {read_year, YEAR}},
    {{read_day, DAY}, {read_month_name, MONTH}, {read_year, YEAR}},
    {{read_month_name, MONTH}, {read_day, DAY}, {read_year, YEAR}},
    {{read_year, YEAR}, {read_two_digits, MONTH}, {read_two_digits, DAY}},
    {{read_number, DAY}, {read_number, MONTH}, {read_year, YEAR}},
    {{read_number, MONTH}, {read_number, DAY}, {read_year, YEAR}},
    {{read_month_name, MONTH}, {read_of, NOTHING}, {read_year, YEAR}},
    {{read_month_name, MONTH}, {read_year, YEAR}},
    {{read_year, YEAR}, {read_two_digits, MONTH}},
    {{read_year, YEAR}},
};

static size_t read_pattern(const step pattern[NV_DATE_WORDS_MAX],
                           const char *const words[], size_t count,
                           nv_days *days)
{
    int values[4] = {0, 0, 0, 0};
    size_t used = 0;

    for (; used < NV_DATE_WORDS_MAX && pattern[used].read; used++) {
        int value = used < count ? pattern[used].read(words[used]) : 0;

        if (value == 0)
            return 0;
        values[pattern[used].part] = value;
    }
    return nv_days_make(values[YEAR], values[MONTH], values[DAY], days) ? used
                                                                        : 0;
}

size_t nv_date_words_read(const char *const words[], size_t count,
                          nv_days *days)
{
    for (size_t i = 0; i < NV_COUNT_OF(patterns); i++) {
        const size_t used = read_pattern(patterns[i], words, count, days);

        if (used)
            return used + (used < count && is_word_for_year(words[used]));
    }
    return 0;
}

bool nv_date_words_is_year(const char *word)
{
    return (word[0] == '1' || word[0] == '2') && strlen(word) == 4;
}

bool nv_date_words_is_part(const char *word)
{
    return (word[0] >= '0' && word[0] <= '9') || read_of(word) ||
           read_month_name(word);
}

size_t nv_date_words_read_beginning(const char *const words[], size_t count,
                                    int year, nv_days *days)
{
    const int day = count > 0 ? read_day(words[0]) : 0;
    size_t used = day > 0;
    int month;

    if (used && used < count && read_of(words[used]))
        used++;
    month = used < count ? read_month_name(words[used]) : 0;
    return month && nv_days_make(year, month, day, days) ? used + 1 : 0;
}
