/* SPDX-License-Identifier: MPL-2.0 */
/* See text.h. */
#include "citation/text.h"

#include <string.h>

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool runs_equal(const nv_csl_run *a, const nv_csl_run *b)
{
    return a->start == b->start && a->len == b->len && a->format == b->format &&
           a->display == b->display && a->cite == b->cite &&
           same(a->language, b->language) && same(a->link, b->link);
}

static bool spans_equal(const nv_csl_span *a, const nv_csl_span *b)
{
    return a->start == b->start && a->end == b->end && a->format == b->format &&
           a->display == b->display && same(a->link, b->link) &&
           same(a->language, b->language);
}

bool nv_csl_text_equals(const nv_csl_text *a, const nv_csl_text *b)
{
    if (a->len != b->len || a->run_count != b->run_count ||
        a->span_count != b->span_count || memcmp(a->text, b->text, a->len))
        return false;
    for (uint32_t i = 0; i < a->run_count; i++)
        if (!runs_equal(&a->runs[i], &b->runs[i]))
            return false;
    for (uint32_t i = 0; i < a->span_count; i++)
        if (!spans_equal(&a->spans[i], &b->spans[i]))
            return false;
    return true;
}
