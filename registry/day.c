/* SPDX-License-Identifier: MPL-2.0 */
/* See day.h. */
#include "registry/day.h"

#include <string.h>

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && is_leap);
}

bool nv_days_make(int year, int month, int day, nv_days *days)
{
    if (year < 1000 || year > 9999 || month < 0 || month > 12 || day < 0)
        return false;
    if (day > 0 && (month == 0 || day > days_in_month(year, month)))
        return false;
    days->first = year * 10000 + month * 100 + day;
    days->last = year * 10000 + (month ? month : 12) * 100 + (day ? day : 31);
    return true;
}

/* A number of exactly `digits` digits at *text, which moves behind it; -1 if
 * there is none. */
static int read_number(const char **text, int digits)
{
    int value = 0;

    for (int i = 0; i < digits; i++) {
        char c = (*text)[i];

        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    *text += digits;
    return value;
}

bool nv_days_from_iso(const char *iso, nv_days *days)
{
    int parts[3] = {0, 0, 0};
    static const int digits[3] = {4, 2, 2};

    for (int i = 0; i < 3; i++) {
        if (i > 0 && *iso == '\0')
            break;
        if (i > 0 && *iso++ != '-')
            return false;
        parts[i] = read_number(&iso, digits[i]);
        if (parts[i] < 1)
            return false;
    }
    return *iso == '\0' && nv_days_make(parts[0], parts[1], parts[2], days);
}
