/* SPDX-License-Identifier: MPL-2.0 */
/* See weight.h. */
#include "registry/index/weight.h"

#include <math.h>

/* How much a word in a zone counts; how much a long text there lessens it (0
 * to 1; NONE: there a word counts once, however often it stands there). */
enum { NONE = -1 };

static const struct {
    double weight, length;
} zones[NV_ZONE_COUNT] = {
    [NV_ZONE_TITLE] = {6, 0.75},    [NV_ZONE_DOCUMENT] = {3, 0.3},
    [NV_ZONE_ID] = {2, NONE},       [NV_ZONE_KIND] = {3, NONE},
    [NV_ZONE_DATE] = {8, NONE},     [NV_ZONE_SENDER] = {1, NONE},
    [NV_ZONE_PEOPLE] = {4, NONE},   [NV_ZONE_PARTY] = {2.5, NONE},
    [NV_ZONE_NAMED] = {1.5, NONE},  [NV_ZONE_PLACE] = {3, NONE},
    [NV_ZONE_SUMMARY] = {2.5, 0.5}, [NV_ZONE_QUOTATION] = {2, 0.7},
    [NV_ZONE_SOURCE] = {0.5, 0.7},  [NV_ZONE_STATEMENT] = {6, 0.3},
};

static const double saturation = 1.2; /* k1 of BM25 */
static const double per_link = 0.16;  /* for the logarithm of the relations */

double nv_weight_zone(nv_zone zone)
{
    return zones[zone].weight;
}

double nv_weight_frequency(nv_zone zone, double count, unsigned length,
                           double average)
{
    const double b = zones[zone].length;

    if (b == NONE)
        return count > 1 ? 1 : count;
    return count * (saturation + 1) /
           (count + saturation * (1 - b + b * (length / average)));
}

double nv_weight_links(unsigned links)
{
    return 1 + per_link * log(1 + links);
}
