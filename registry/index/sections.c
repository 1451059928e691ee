/* SPDX-License-Identifier: MPL-2.0 */
/* See sections.h. */
#include "registry/index/sections.h"

#include <stdlib.h>
#include <string.h>

uint64_t nv_body_len(const nv_sections *s)
{
    return s->out->len - s->base - NV_FORMAT_HEADER;
}

void nv_body_align(nv_sections *s)
{
    static const char nothing[8];

    nv_put(s->out, nothing, (8 - nv_body_len(s) % 8) % 8);
}

void nv_section_begin(nv_sections *s, nv_section section)
{
    nv_body_align(s);
    s->sections[section].offset = nv_body_len(s);
}

void nv_section_end(nv_sections *s, nv_section section)
{
    s->sections[section].len = nv_section_len(s, section);
}

uint64_t nv_section_len(const nv_sections *s, nv_section section)
{
    return nv_body_len(s) - s->sections[section].offset;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(((const nv_sorted *)a)->text, ((const nv_sorted *)b)->text);
}

void nv_sort_by_text(nv_sorted *items, size_t count)
{
    qsort(items, count, sizeof *items, compare_texts);
}

static int compare_numbers(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

void nv_sort_numbers(uint64_t *items, size_t count)
{
    qsort(items, count, sizeof *items, compare_numbers);
}
