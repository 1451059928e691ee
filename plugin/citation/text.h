/* SPDX-License-Identifier: MPL-2.0 */
/* What the processor gives back: text with attributes, and two writers. */
#ifndef NV_CITATION_TEXT_H
#define NV_CITATION_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Formatting as a set of bits. A style also says "normal", to undo what stands
 * around it: the bits below NV_CSL_UPRIGHT are what a reader sees, those from
 * it on occur in styles and spans only, never in a run. At most one bit of each
 * of NV_CSL_STYLES ... NV_CSL_HEIGHTS is set. */
typedef enum {
    NV_CSL_ITALIC = 1 << 0,
    NV_CSL_OBLIQUE = 1 << 1,
    NV_CSL_BOLD = 1 << 2,
    NV_CSL_LIGHT = 1 << 3,
    NV_CSL_SMALL_CAPS = 1 << 4,
    NV_CSL_UNDERLINE = 1 << 5,
    NV_CSL_SUPERSCRIPT = 1 << 6,
    NV_CSL_SUBSCRIPT = 1 << 7,
    NV_CSL_QUOTED = 1 << 8,          /* <span class="quotation">: the words of
                                      * another, without their marks; no look
                                      * of its own */
    NV_CSL_UPRIGHT = 1 << 9,         /* font-style="normal" */
    NV_CSL_REGULAR = 1 << 10,        /* font-weight="normal" */
    NV_CSL_FULL_SIZE = 1 << 11,      /* font-variant="normal" */
    NV_CSL_NOT_UNDERLINED = 1 << 12, /* text-decoration="none" */
    NV_CSL_BASELINE = 1 << 13,       /* vertical-align="baseline" */

    NV_CSL_STYLES = NV_CSL_ITALIC | NV_CSL_OBLIQUE | NV_CSL_UPRIGHT,
    NV_CSL_WEIGHTS = NV_CSL_BOLD | NV_CSL_LIGHT | NV_CSL_REGULAR,
    NV_CSL_VARIANTS = NV_CSL_SMALL_CAPS | NV_CSL_FULL_SIZE,
    NV_CSL_LINES = NV_CSL_UNDERLINE | NV_CSL_NOT_UNDERLINED,
    NV_CSL_HEIGHTS = NV_CSL_SUPERSCRIPT | NV_CSL_SUBSCRIPT | NV_CSL_BASELINE,
    NV_CSL_VISIBLE = NV_CSL_UPRIGHT - 1
} nv_csl_format;

/* Where a part of a bibliography entry stands (CSL "display"). */
typedef enum {
    NV_CSL_INLINE,
    NV_CSL_BLOCK,
    NV_CSL_LEFT_MARGIN,
    NV_CSL_RIGHT_INLINE,
    NV_CSL_INDENT
} nv_csl_display;

enum { NV_CSL_NO_CITE = UINT32_MAX };

/* A stretch of equal attributes; runs follow one another without gaps. */
typedef struct {
    uint32_t start, len;  /* bytes of nv_csl_text.text, whole characters */
    uint16_t format;      /* nv_csl_format, visible bits only */
    uint8_t display;      /* nv_csl_display */
    uint32_t cite;        /* index of the cite of the cluster it is from;
                           * NV_CSL_NO_CITE for what stands between cites */
    const char *language; /* BCP 47; NULL: that of the document */
    const char *link;     /* URL or DOI address; NULL: none */
} nv_csl_run;

/* The same attributes as a tree, which HTML needs: one attribute over a
 * stretch. In the order in which they open; of two that open at one place the
 * outer is first. Spans nest, they never cross. */
typedef struct {
    uint32_t start, end; /* bytes */
    uint16_t format;     /* exactly one bit, possibly of the "normal" ones: an
                          * italic inside an italic is NV_CSL_UPRIGHT; or 0 */
    uint8_t display;     /* when format is 0: a block; NV_CSL_INLINE: a link or
                          * a language */
    const char *link, *language; /* at most one is not NULL. Only what markup
                                  * says to be in another language has a span */
} nv_csl_span;

/* A finished text. It is one block of memory with everything in it. */
typedef struct {
    const char *text; /* UTF-8 and a final NUL; never NULL */
    uint32_t len;
    uint32_t run_count, span_count;
    const nv_csl_run *runs;
    const nv_csl_span *spans;
} nv_csl_text;

/* Equal in every byte and attribute. */
bool nv_csl_text_equals(const nv_csl_text *a, const nv_csl_text *b);

/* Adds HTML as the CSL test suite expects it: <i>, <b>, <sup>, <sub>, <span
 * style="font-variant:small-caps;">, <span style="font-style:normal;"> ...,
 * <span class="quotation">, <span lang="ru">,
 * <div class="csl-left-margin"> ...; &, < and > as &#38; &#60; &#62;. */
void nv_csl_text_write_html(const nv_csl_text *text, nv_buffer *out);

/* Adds the text alone; a block begins a new line. */
void nv_csl_text_write_plain(const nv_csl_text *text, nv_buffer *out);

#endif
