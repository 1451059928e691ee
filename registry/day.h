/* SPDX-License-Identifier: MPL-2.0 */
/* Days of the Gregorian calendar as numbers that sort: 19540331 is 31 March
 * 1954. */
#ifndef NV_REGISTRY_DAY_H
#define NV_REGISTRY_DAY_H

#include <stdbool.h>

/* A span of days, both ends included. The span of a whole month ends with day
 * 31, that of a whole year with 31 December: only order matters. */
typedef struct {
    int first, last;
} nv_days;

/* Makes the span of a day, of a month (day 0) or of a year (month 0 too).
 * Returns false for what is in no calendar, and for years before 1000. */
bool nv_days_make(int year, int month, int day, nv_days *days);

/* Reads "1954-03-31", "1954-03" or "1954"; nothing else is a date. */
bool nv_days_from_iso(const char *iso, nv_days *days);

#endif
