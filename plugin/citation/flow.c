/* SPDX-License-Identifier: MPL-2.0 */
/* The last pass over a draft: frames become runs and spans, and quotation marks
 * get the glyphs of their depth. See finish.h. */
#include "citation/finish.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

enum { NO_SPAN = UINT32_MAX };

/* What a frame holds, from the frame around it on. */
typedef struct {
    nv_csl_run look;  /* format ... link; start and len unused */
    uint16_t depth;   /* quotation marks open */
    uint32_t display; /* index of the span of its display, or NO_SPAN */
    uint32_t spans;   /* index of the first of its other spans */
    bool quotes;
} level;

typedef struct {
    const nv_csl_quotes *quotes;
    nv_buffer text, runs, spans; /* the last two: arrays as bytes */
    level *levels;               /* levels[0]: what no frame holds */
    size_t deep;
    bool after_field; /* the last text was the content of a field */
} flow;

/* The kinds of formatting, the outermost first where one frame has several,
 * with what flips one back in the markup of a field; 0: nothing does. */
static const struct {
    uint16_t kind, normal, flips_to;
} kinds[] = {
    {NV_CSL_QUOTED, 0, 0},
    {NV_CSL_HEIGHTS, NV_CSL_BASELINE, 0},
    {NV_CSL_LINES, NV_CSL_NOT_UNDERLINED, NV_CSL_NOT_UNDERLINED},
    {NV_CSL_WEIGHTS, NV_CSL_REGULAR, NV_CSL_REGULAR},
    {NV_CSL_VARIANTS, NV_CSL_FULL_SIZE, NV_CSL_FULL_SIZE},
    {NV_CSL_STYLES, NV_CSL_UPRIGHT, NV_CSL_UPRIGHT},
};

static nv_csl_span *spans_of(flow *flow)
{
    return (nv_csl_span *)(void *)flow->spans.text;
}

static uint32_t span_count(const flow *flow)
{
    return (uint32_t)(flow->spans.len / sizeof(nv_csl_span));
}

static uint32_t open_span(flow *flow, nv_csl_span span)
{
    span.start = (uint32_t)flow->text.len;
    nv_buffer_add(&flow->spans, (const char *)&span, sizeof span);
    return span_count(flow) - 1;
}

/* Ends the spans from `first` on. Those without text are forgotten. */
static void close_spans(flow *flow, uint32_t first)
{
    nv_csl_span *spans = spans_of(flow);

    for (uint32_t i = span_count(flow); i-- > first;) {
        if (spans[i].end) /* ended already, inside the one to end now */
            continue;
        spans[i].end = (uint32_t)flow->text.len;
        if (spans[i].start == spans[i].end)
            nv_buffer_truncate(&flow->spans, i * sizeof *spans);
    }
}

/* Spaces that end a line are outside of its right part, if they are its own. */
static void close_display(flow *flow, uint32_t display)
{
    nv_csl_span *spans = spans_of(flow);
    uint32_t end = (uint32_t)flow->text.len;

    close_spans(flow, display);
    if (span_count(flow) == display ||
        spans[display].display != NV_CSL_RIGHT_INLINE)
        return;
    while (end > spans[display].start && flow->text.text[end - 1] == ' ')
        end--;
    for (uint32_t i = span_count(flow); i-- > display + 1;)
        end = spans[i].end > end ? spans[i].end : end;
    spans[display].end = end;
}

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool looks_equal(const nv_csl_run *a, const nv_csl_run *b)
{
    return a->format == b->format && a->display == b->display &&
           a->cite == b->cite && same(a->language, b->language) &&
           same(a->link, b->link);
}

static void add(flow *flow, const nv_csl_run *look, const char *text,
                size_t len)
{
    size_t count = flow->runs.len / sizeof(nv_csl_run);
    nv_csl_run *last = (nv_csl_run *)(void *)flow->runs.text + count - 1;

    if (count && looks_equal(last, look)) {
        last->len += (uint32_t)len;
    } else if (len) {
        nv_csl_run run = *look;

        run.start = (uint32_t)flow->text.len;
        run.len = (uint32_t)len;
        nv_buffer_add(&flow->runs, (const char *)&run, sizeof run);
    }
    nv_buffer_add(&flow->text, text, len);
}

/* What becomes of the format inside a frame; a change opens a span. */
static void open_formats(flow *flow, level *inner, const nv_csl_frame *frame)
{
    uint16_t now = inner->look.format;

    for (size_t i = 0; i < NV_COUNT_OF(kinds); i++) {
        uint16_t wanted = frame->format & kinds[i].kind;

        if (!wanted)
            continue;
        if (frame->from_markup && (now & wanted) && kinds[i].flips_to)
            wanted = kinds[i].flips_to;
        if ((now & kinds[i].kind) == (wanted & NV_CSL_VISIBLE))
            continue;
        now = (uint16_t)((now & ~kinds[i].kind) | (wanted & NV_CSL_VISIBLE));
        open_span(flow, (nv_csl_span){.format = wanted});
    }
    inner->look.format = now;
}

static void open_frame(flow *flow, const nv_csl_frame *frame)
{
    const level *outer = &flow->levels[flow->deep];
    level *inner = &flow->levels[++flow->deep];

    *inner = *outer;
    inner->quotes = frame->quotes;
    inner->display = NO_SPAN;
    if (frame->tag == NV_CSL_TAG_CITE)
        inner->look.cite = frame->cite;
    if (frame->language)
        inner->look.language = frame->language;
    if (frame->link)
        inner->look.link = frame->link;
    if (frame->display) {
        inner->look.display = frame->display;
        inner->display =
            open_span(flow, (nv_csl_span){.display = frame->display});
    }
    if (frame->quotes) {
        const bool is_inner = inner->depth++ % 2;
        const char *mark =
            is_inner ? flow->quotes->open_inner : flow->quotes->open;

        add(flow, &inner->look, mark, strlen(mark));
    }
    inner->spans = span_count(flow);
    if (frame->link)
        open_span(flow, (nv_csl_span){.link = frame->link});
    if (frame->language && frame->from_markup)
        open_span(flow, (nv_csl_span){.language = frame->language});
    open_formats(flow, inner, frame);
}

static void close_frame(flow *flow, const char *added)
{
    level *inner = &flow->levels[flow->deep--];
    const level *outer = &flow->levels[flow->deep];

    close_spans(flow, inner->spans);
    if (inner->quotes) {
        const char *mark =
            outer->depth % 2 ? flow->quotes->close_inner : flow->quotes->close;

        inner->look.format = outer->look.format;
        add(flow, &inner->look, added, strlen(added));
        add(flow, &inner->look, mark, strlen(mark));
        flow->after_field = false;
    }
    if (inner->display != NO_SPAN)
        close_display(flow, inner->display);
}

/* A space that meets another at a seam is left out, unless both are a
 * field's. */
static void add_text(flow *flow, const nv_csl_piece *piece, const char *text,
                     size_t len)
{
    const bool is_field = piece->origin == NV_CSL_ORIGIN_CONTENT;
    const size_t done = flow->text.len;

    if (len && text[0] == ' ' && done && flow->text.text[done - 1] == ' ' &&
        !(is_field && flow->after_field)) {
        text++;
        len--;
    }
    add(flow, &flow->levels[flow->deep].look, text, len);
    flow->after_field = is_field;
}

static void walk(flow *flow, const nv_csl_draft *draft,
                 const nv_csl_mended mended[])
{
    for (size_t i = 0; i < draft->count; i++) {
        const nv_csl_piece *piece = &draft->pieces[i];

        if (piece->kind == NV_CSL_PIECE_OPEN)
            open_frame(flow, &piece->frame);
        else if (piece->kind == NV_CSL_PIECE_CLOSE)
            close_frame(flow, mended[i].added);
        else
            add_text(flow, piece, draft->bytes.text + mended[i].start,
                     mended[i].len);
    }
    while (flow->deep)
        close_frame(flow, "");
}

/* Copies languages and links behind the text. Neighbours mostly have the same,
 * by pointer, and share one copy. */
typedef struct {
    char *at; /* NULL: only the size is asked for */
    size_t size;
    const char *from[4], *to[4]; /* last copied: language and link of runs, then
                                  * of spans */
} carrier;

static void carry(carrier *carrier, size_t which, const char **text)
{
    const size_t size = *text ? strlen(*text) + 1 : 0;

    if (!*text)
        return;
    if (*text != carrier->from[which]) {
        carrier->from[which] = *text;
        if (carrier->at)
            carrier->to[which] =
                memcpy(carrier->at + carrier->size, *text, size);
        carrier->size += size;
    }
    if (carrier->at)
        *text = carrier->to[which];
}

static size_t carry_all(nv_csl_run runs[], size_t run_count,
                        nv_csl_span spans[], size_t span_count, char *at)
{
    carrier carrier = {.at = at};

    for (size_t i = 0; i < run_count; i++) {
        carry(&carrier, 0, &runs[i].language);
        carry(&carrier, 1, &runs[i].link);
    }
    for (size_t i = 0; i < span_count; i++) {
        carry(&carrier, 2, &spans[i].language);
        carry(&carrier, 3, &spans[i].link);
    }
    return carrier.size;
}

/* One block: the head, runs, spans, text, languages and links. */
static nv_csl_text *pack(flow *flow, nv_arena *arena)
{
    nv_csl_run *runs = (nv_csl_run *)(void *)flow->runs.text;
    const size_t run_count = flow->runs.len / sizeof *runs;
    const size_t size =
        sizeof(nv_csl_text) + flow->runs.len + flow->spans.len +
        flow->text.len + 1 +
        carry_all(runs, run_count, spans_of(flow), span_count(flow), NULL);
    nv_csl_text *out = arena ? nv_arena_alloc(arena, size) : malloc(size);
    nv_csl_span *spans;
    char *text;

    if (!out)
        return NULL;
    runs = memcpy(out + 1, runs, flow->runs.len);
    spans = memcpy(runs + run_count, flow->spans.text, flow->spans.len);
    text =
        memcpy(spans + span_count(flow), flow->text.text, flow->text.len + 1);
    carry_all(runs, run_count, spans, span_count(flow),
              text + flow->text.len + 1);
    *out = (nv_csl_text){text,
                         (uint32_t)flow->text.len,
                         (uint32_t)run_count,
                         span_count(flow),
                         runs,
                         spans};
    return out;
}

/* How many frames are open at most. */
static size_t depth_of(const nv_csl_draft *draft)
{
    size_t depth = 0, deepest = 0;

    for (size_t i = 0; i < draft->count; i++) {
        if (draft->pieces[i].kind == NV_CSL_PIECE_OPEN && ++depth > deepest)
            deepest = depth;
        else if (draft->pieces[i].kind == NV_CSL_PIECE_CLOSE)
            depth--;
    }
    return deepest;
}

nv_csl_text *nv_csl_draft_finish(const nv_csl_draft *draft,
                                 const nv_csl_quotes *quotes, nv_arena *arena,
                                 nv_error *err)
{
    flow flow = {.quotes = quotes,
                 .text = NV_BUFFER_INIT,
                 .runs = NV_BUFFER_INIT,
                 .spans = NV_BUFFER_INIT};
    nv_csl_mended *mended = NULL;
    nv_csl_text *text = NULL;

    mended = calloc(draft->count + 1, sizeof *mended);
    flow.levels = calloc(depth_of(draft) + 1, sizeof *flow.levels);
    if (mended && flow.levels && !draft->failed) {
        flow.levels[0].look.cite = NV_CSL_NO_CITE;
        nv_csl_punctuation_mend(draft, quotes, mended);
        walk(&flow, draft, mended);
        if (!flow.text.failed && !flow.runs.failed && !flow.spans.failed &&
            flow.text.len < UINT32_MAX)
            text = pack(&flow, arena);
    }
    if (!text)
        nv_fail(err, NV_ERROR_MEMORY, 0,
                "There is no memory for the text of a citation.");
    nv_buffer_release(&flow.spans);
    nv_buffer_release(&flow.runs);
    nv_buffer_release(&flow.text);
    free(flow.levels);
    free(mended);
    return text;
}
