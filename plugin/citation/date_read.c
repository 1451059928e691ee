/* SPDX-License-Identifier: MPL-2.0 */
/* See item_read.h: dates of CSL-JSON. */
#include "citation/item_read.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

enum { MONTHS = 12, SEASONS = 4, DAYS = 31 };

/* Months after December stand for seasons: 13 to 16, and 21 to 24 (EDTF). */
static void set_month(nv_csl_day *day, long month)
{
    if (month >= 1 && month <= MONTHS)
        day->month = (uint8_t)month;
    else if (month > MONTHS && month <= MONTHS + SEASONS)
        day->season = (uint8_t)(month - MONTHS);
    else if (month > 20 && month <= 20 + SEASONS)
        day->season = (uint8_t)(month - 20);
}

static bool is_year(long number)
{
    return number >= INT32_MIN && number <= INT32_MAX;
}

static long number_of(const nv_json *value)
{
    const char *text = value ? nv_csl_json_text(value) : NULL;

    return text ? strtol(text, NULL, 10) : 0;
}

/* Year, month and day of an array; each may be missing. */
static nv_csl_day read_parts(const nv_json *parts)
{
    const nv_json *year = parts->type == NV_JSON_ARRAY ? parts->first : NULL;
    const nv_json *month = year ? year->next : NULL;
    const nv_json *day = month ? month->next : NULL;
    nv_csl_day read = {0};
    const long days = number_of(day);

    if (is_year(number_of(year)))
        read.year = (int32_t)number_of(year);
    set_month(&read, number_of(month));
    if (read.month && days >= 1 && days <= DAYS)
        read.day = (uint8_t)days;
    return read;
}

static void read_date_parts(const nv_json *parts, nv_csl_date *date)
{
    const nv_json *first =
        parts && parts->type == NV_JSON_ARRAY ? parts->first : NULL;

    if (!first)
        return;
    date->first = read_parts(first);
    if (first->next && date->first.year != 0) {
        date->last = read_parts(first->next);
        date->is_range = true;
        date->is_open = date->last.year == 0;
    }
}

/* Raw dates */

static const char *const month_names[] = {"jan", "feb", "mar", "apr",
                                          "may", "jun", "jul", "aug",
                                          "sep", "oct", "nov", "dec"};
static const char *const season_names[] = {"spring", "summer", "autumn",
                                           "winter", "fall"};
enum { FALL = 4, AUTUMN = 2 };

static bool begins_with(const char *text, const char *word)
{
    while (*word && tolower((unsigned char)*text) == *word)
        text++, word++;
    return *word == '\0';
}

static int find_name(const char *text, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (begins_with(text, names[i]))
            return (int)i;
    return -1;
}

/* A month or season in English letters at *at, which moves behind it. A day has
 * one of them, once. */
static bool read_name(const char **at, nv_csl_day *day)
{
    const int month = find_name(*at, month_names, NV_COUNT_OF(month_names));
    int season = find_name(*at, season_names, NV_COUNT_OF(season_names));

    if (season == FALL)
        season = AUTUMN;
    if ((month < 0 && season < 0) || day->month || day->season)
        return false;
    if (season >= 0)
        day->season = (uint8_t)(season + 1);
    else
        day->month = (uint8_t)(month + 1);
    while (isalpha((unsigned char)**at) || **at == '.')
        (*at)++;
    return true;
}

/* Numbers: "2000-05-12" as they follow; beside the name of a month, what is
 * larger than any day is the year. */
static bool set_number(nv_csl_day *day, long number, size_t digits)
{
    const bool is_year = digits >= 3 || number > DAYS;

    if (is_year && day->year == 0)
        day->year = (int32_t)number;
    else if (is_year)
        return false;
    else if (day->year && day->month == 0 && day->season == 0 &&
             number <= MONTHS)
        day->month = (uint8_t)number;
    else if (day->month && day->day == 0)
        day->day = (uint8_t)number;
    else
        return false;
    return true;
}

static bool read_day(const char *at, const char *end, nv_csl_day *day)
{
    *day = (nv_csl_day){0};
    while (at < end) {
        const char *before = at;

        if (isdigit((unsigned char)*at)) {
            const long number = strtol(at, (char **)&at, 10);

            if (at - before > 6 ||
                !set_number(day, number, (size_t)(at - before)))
                return false;
        } else if (isalpha((unsigned char)*at)) {
            if (!read_name(&at, day))
                return false;
        } else if (strchr(" ,-.", *at++) == NULL) {
            return false;
        }
    }
    return day->year != 0;
}

/* A range has a slash, or a hyphen between spaces. */
static const char *find_range(const char *raw, size_t *len)
{
    const char *found = strstr(raw, " - ");

    *len = found ? 3 : 1;
    return found ? found : strchr(raw, '/');
}

static bool read_raw_days(const char *raw, nv_csl_date *date)
{
    size_t len;
    const char *middle = find_range(raw, &len);

    if (!middle)
        return read_day(raw, raw + strlen(raw), &date->first);
    date->is_range = true;
    return read_day(raw, middle, &date->first) &&
           read_day(middle + len, raw + strlen(raw), &date->last);
}

static void read_raw(const char *raw, nv_csl_date *date)
{
    nv_csl_date read = {0};

    if (!raw || *raw == '\0')
        return;
    if (read_raw_days(raw, &read))
        *date = read;
    else
        date->literal = raw;
}

static void read_season(const nv_json *value, nv_csl_day *day)
{
    const char *text = nv_csl_json_text(value);

    if (text && day->month == 0 && text[0] >= '1' && text[0] <= '4' &&
        text[1] == '\0')
        day->season = (uint8_t)(text[0] - '0');
}

nv_csl_date nv_csl_date_of_json(const nv_json *value)
{
    nv_csl_date date = {0};

    if (value->type == NV_JSON_TEXT)
        read_raw(value->text, &date);
    if (value->type != NV_JSON_OBJECT)
        return date;
    read_date_parts(nv_json_member(value, "date-parts"), &date);
    if (date.first.year == 0)
        read_raw(nv_json_text(value, "raw"), &date);
    if (date.first.year == 0 && nv_json_text(value, "literal"))
        date.literal = nv_json_text(value, "literal");
    if (nv_json_member(value, "season"))
        read_season(nv_json_member(value, "season"), &date.first);
    date.is_uncertain = nv_csl_json_truth(nv_json_member(value, "circa"));
    return date;
}
