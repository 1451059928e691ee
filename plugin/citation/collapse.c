/* SPDX-License-Identifier: MPL-2.0 */
/* Which cites of a cluster are grouped and shortened. See collapse.h. */
#include "citation/collapse.h"

#include <stdlib.h>
#include <string.h>

/* What a cite would print, found by rendering it to the side. Texts are in the
 * scratch arena, "" where there is nothing. */
typedef struct {
    const char *author; /* the first cs:names */
    const char *year;   /* without suffix */
    const char *suffix; /* of the year */
    uint32_t serial;    /* of the citation-number, 0: none is printed */
    bool has_prefix, has_suffix, has_locator; /* of the writer */
} nv_csl_glance;

typedef struct {
    nv_csl_processor *processor;
    const nv_csl_doc_cluster *cluster;
    const nv_csl_style *style;
    const char *between_cites, *between_years, *between_suffixes,
        *after_collapse;
    nv_csl_glance *glances; /* by index of the cite */
    nv_csl_part *parts;
    size_t count;
    bool failed; /* memory ran out */
} nv_csl_collapser;

static const char *or_else(const char *text, const char *otherwise)
{
    return text ? text : otherwise;
}

/* Cites of one author are brought together where the style says what stands
 * between them, or leaves out what they share. */
static bool groups(const nv_csl_style *style)
{
    return style->cite_group_delimiter ||
           style->collapse >= NV_CSL_COLLAPSE_YEAR;
}

static bool collapses_suffixes(const nv_csl_style *style)
{
    return style->collapse >= NV_CSL_COLLAPSE_YEAR_SUFFIX;
}

/* The delimiters, with what stands for those that are not given. Years of one
 * author are an enumeration in the running text; notes separate all alike. */
static void set_delimiters(nv_csl_collapser *collapser)
{
    const nv_csl_style *style = collapser->style;
    const char *cites =
        or_else(style->layout[NV_CSL_IN_CITATION].delimiter, "");

    collapser->between_cites = cites;
    collapser->between_years = or_else(style->cite_group_delimiter,
                                       style->info.is_note ? cites : ", ");
    collapser->between_suffixes =
        or_else(style->year_suffix_delimiter,
                or_else(style->cite_group_delimiter, cites));
    collapser->after_collapse = or_else(style->after_collapse_delimiter, cites);
}

/* A copy in scratch memory, "" without. */
static const char *copy(nv_csl_collapser *collapser, const char *text,
                        size_t len)
{
    const char *made = nv_arena_text(&collapser->processor->scratch, text, len);

    collapser->failed = collapser->failed || !made;
    return or_else(made, "");
}

/* The text of the first region with the tag on the side. */
static const char *region(nv_csl_collapser *collapser, nv_csl_tag_kind tag)
{
    const nv_csl_draft *side = &collapser->processor->side;
    const char *made;
    nv_buffer text;
    size_t open;

    if (!nv_csl_draft_find(side, (nv_csl_mark){0}, tag, &open))
        return "";
    nv_buffer_init(&text);
    nv_csl_draft_read(side, open, open + side->pieces[open].span + 1, &text);
    made = copy(collapser, text.text, text.len);
    collapser->failed = collapser->failed || text.failed;
    nv_buffer_release(&text);
    return made;
}

/* The year of a region that ends in its suffix. */
static const char *year_without(nv_csl_collapser *collapser, const char *year,
                                const char *suffix)
{
    const size_t len = strlen(year), tail = strlen(suffix);

    if (!tail || len < tail || strcmp(year + len - tail, suffix) != 0)
        return year;
    return copy(collapser, year, len - tail);
}

static bool is_given(const char *text)
{
    return text && *text;
}

static void glance_at(nv_csl_collapser *collapser, uint32_t index)
{
    nv_csl_processor *processor = collapser->processor;
    const nv_csl_doc_cite *cite = &collapser->cluster->cites[index];
    nv_csl_glance *glance = &collapser->glances[index];
    nv_csl_render render = nv_csl_cluster_render(processor, collapser->cluster,
                                                 index, &processor->side);

    nv_csl_draft_clear(&processor->side);
    render.hides_author = false;
    nv_csl_render_cite(&render);
    collapser->failed = collapser->failed || processor->side.failed;
    if (collapser->failed)
        return;
    glance->author = region(collapser, NV_CSL_TAG_NAMES);
    glance->suffix = region(collapser, NV_CSL_TAG_YEAR_SUFFIX);
    glance->year = year_without(collapser, region(collapser, NV_CSL_TAG_YEAR),
                                glance->suffix);
    if (*region(collapser, NV_CSL_TAG_NUMBER))
        glance->serial = cite->state.citation_number;
    glance->has_prefix = is_given(cite->cite.prefix);
    glance->has_suffix = is_given(cite->cite.suffix);
    glance->has_locator = is_given(cite->cite.locator);
}

static void add_part(nv_csl_collapser *collapser, uint32_t cite)
{
    collapser->parts[collapser->count++] =
        (nv_csl_part){.cite = cite, .delimiter = collapser->between_cites};
}

static const nv_csl_glance *glance_of(const nv_csl_collapser *collapser,
                                      const nv_csl_part *part)
{
    return &collapser->glances[part->cite];
}

static bool same_author(const nv_csl_glance *a, const nv_csl_glance *b)
{
    return *a->author && strcmp(a->author, b->author) == 0;
}

/* A part while groups are made: `group` is the place of the first of its
 * author. */
typedef struct {
    const char *author;
    uint32_t place, group;
    nv_csl_part part;
} grouped_part;

static int by_author(const void *first, const void *second)
{
    const grouped_part *a = first, *b = second;
    const int order = strcmp(a->author, b->author);

    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static int by_group(const void *first, const void *second)
{
    const grouped_part *a = first, *b = second;

    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* Brings cites of one author together, where the first of them stands. Cites
 * without an author stay alone. */
static void bring_together(nv_csl_collapser *collapser)
{
    const size_t count = collapser->count;
    grouped_part *parts =
        nv_arena_array(&collapser->processor->scratch, count, sizeof *parts);

    if (!parts) {
        collapser->failed = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        parts[i] = (grouped_part){
            .author = glance_of(collapser, &collapser->parts[i])->author,
            .place = i,
            .part = collapser->parts[i]};
    qsort(parts, count, sizeof *parts, by_author);
    for (size_t i = 0; i < count; i++) {
        const bool follows = i && *parts[i].author &&
                             strcmp(parts[i - 1].author, parts[i].author) == 0;

        parts[i].group = follows ? parts[i - 1].group : parts[i].place;
    }
    qsort(parts, count, sizeof *parts, by_group);
    for (size_t i = 0; i < count; i++)
        collapser->parts[i] = parts[i].part;
}

/* May `part` leave out what the one before it has said? Not where the writer
 * put words between them. */
static bool continues(const nv_csl_collapser *collapser, size_t at)
{
    const nv_csl_glance *before =
        glance_of(collapser, &collapser->parts[at - 1]);
    const nv_csl_glance *glance = glance_of(collapser, &collapser->parts[at]);

    return same_author(before, glance) && !before->has_suffix &&
           !glance->has_prefix;
}

static bool shares_year(const nv_csl_collapser *collapser, size_t at)
{
    const nv_csl_glance *before =
        glance_of(collapser, &collapser->parts[at - 1]);
    const nv_csl_glance *glance = glance_of(collapser, &collapser->parts[at]);

    return *glance->suffix && *before->suffix && !before->has_locator &&
           !glance->has_locator && !glance->has_suffix &&
           strcmp(before->year, glance->year) == 0;
}

/* Years: "Smith 2000, 2001", "Smith 2000a, b". */
static void shorten_group(nv_csl_collapser *collapser, size_t at)
{
    nv_csl_part *part = &collapser->parts[at];

    if (!continues(collapser, at)) {
        if (collapser->parts[at - 1].hides_author)
            part->delimiter = collapser->after_collapse;
        return;
    }
    part->delimiter = collapser->between_years;
    part->hides_author = collapser->style->collapse >= NV_CSL_COLLAPSE_YEAR;
    if (collapses_suffixes(collapser->style) && shares_year(collapser, at)) {
        part->suffix = glance_of(collapser, part)->suffix;
        part->delimiter = collapser->between_suffixes;
    }
}

/* A number that goes up by one from part to part within a range; 0: none. */
static uint32_t serial_of(const nv_csl_collapser *collapser, size_t at)
{
    const nv_csl_part *part = &collapser->parts[at];
    const nv_csl_doc_cite *cite = &collapser->cluster->cites[part->cite];
    const nv_csl_glance *glance = glance_of(collapser, part);

    if (glance->has_prefix || glance->has_suffix || glance->has_locator)
        return 0;
    if (collapser->style->collapse == NV_CSL_COLLAPSE_NUMBER)
        return glance->serial;
    return *glance->suffix
               ? collapser->processor->items[cite->item].distinction.year_suffix
               : 0;
}

static bool is_next(const nv_csl_collapser *collapser, size_t at)
{
    const uint32_t serial = serial_of(collapser, at);
    const bool by_number = collapser->style->collapse == NV_CSL_COLLAPSE_NUMBER;

    return serial && serial == serial_of(collapser, at - 1) + 1 &&
           serial_of(collapser, at - 1) &&
           (by_number || collapser->parts[at].suffix);
}

/* Three or more in a row become the first and the last of them. */
static void join_ranges(nv_csl_collapser *collapser)
{
    size_t kept = 0;

    for (size_t at = 0, end; at < collapser->count; at = end) {
        for (end = at + 1; end < collapser->count && is_next(collapser, end);)
            end++;
        collapser->parts[kept++] = collapser->parts[at];
        if (end - at >= 3) {
            collapser->parts[kept] = collapser->parts[end - 1];
            collapser->parts[kept++].delimiter = "\u2013";
            if (end < collapser->count && !collapser->parts[end].hides_author)
                collapser->parts[end].delimiter = collapser->after_collapse;
        } else if (end - at == 2) {
            collapser->parts[kept++] = collapser->parts[end - 1];
        }
    }
    collapser->count = kept;
}

/* Where the style leaves the order of cites to the writer, or the writer has
 * taken it over, cites stay in their places. */
static bool sorts(const nv_csl_collapser *collapser)
{
    return collapser->style->layout[NV_CSL_IN_CITATION].key_count &&
           !collapser->cluster->is_unsorted;
}

static void collapse(nv_csl_collapser *collapser)
{
    const uint8_t how = collapser->style->collapse;

    for (uint32_t i = 0; i < collapser->cluster->count; i++)
        glance_at(collapser, i);
    if (collapser->failed)
        return;
    if (groups(collapser->style)) {
        if (sorts(collapser))
            bring_together(collapser);
        for (size_t i = 1; i < collapser->count; i++)
            shorten_group(collapser, i);
    }
    if (how == NV_CSL_COLLAPSE_NUMBER ||
        how == NV_CSL_COLLAPSE_YEAR_SUFFIX_RANGED)
        join_ranges(collapser);
}

const nv_csl_part *nv_csl_cluster_parts(nv_csl_processor *processor,
                                        const nv_csl_doc_cluster *cluster,
                                        size_t *count)
{
    nv_csl_collapser collapser = {.processor = processor,
                                  .cluster = cluster,
                                  .style = processor->lexicon->style};

    collapser.parts = nv_arena_array(&processor->scratch, cluster->count,
                                     sizeof *collapser.parts);
    collapser.glances = nv_arena_array(&processor->scratch, cluster->count,
                                       sizeof *collapser.glances);
    if (!collapser.parts || !collapser.glances)
        return NULL;
    set_delimiters(&collapser);
    for (uint32_t i = 0; i < cluster->count; i++)
        add_part(&collapser, cluster->order[i]);
    if (cluster->count > 1 &&
        (groups(collapser.style) ||
         collapser.style->collapse != NV_CSL_COLLAPSE_NONE))
        collapse(&collapser);
    *count = collapser.count;
    return collapser.failed ? NULL : collapser.parts;
}
