/* SPDX-License-Identifier: MPL-2.0 */
/* Where cites stand among those of the same item. See document.h. */
#include "citation/document.h"

#include <string.h>

/* Notes and parentheses in the text are counted apart: a reader looks for what
 * a note refers to among the notes. */
typedef struct {
    nv_csl_processor *processor;
    const nv_csl_style *style;
    bool in_notes;
    const nv_csl_doc_cluster *before; /* the last one of the same kind */
    bool is_alone; /* no other cluster stands in the note of `before` */
} walk;

static bool same_text(const char *a, const char *b)
{
    a = a ? a : "";
    b = b ? b : "";
    return strcmp(a, b) == 0;
}

static bool has_locator(const nv_csl_cite *cite)
{
    return cite->locator && *cite->locator;
}

static nv_csl_term label_of(const nv_csl_cite *cite)
{
    return cite->label ? cite->label : NV_CSL_TERM_PAGE;
}

/* The position of a cite that repeats the one just before it. */
static nv_csl_position repeated(const nv_csl_cite *before,
                                const nv_csl_cite *cite)
{
    if (!has_locator(cite))
        return has_locator(before) ? NV_CSL_POSITION_SUBSEQUENT
                                   : NV_CSL_POSITION_IBID;
    return same_text(before->locator, cite->locator) &&
                   label_of(before) == label_of(cite)
               ? NV_CSL_POSITION_IBID
               : NV_CSL_POSITION_IBID_WITH_LOCATOR;
}

/* The cite that ibid would refer to from the first of a cluster: the only one
 * of the cluster before, if that is alone in its note and the note is this one
 * or the one just before; NULL: none. */
static const nv_csl_doc_cite *cite_before(const walk *walk,
                                          const nv_csl_doc_cluster *cluster)
{
    const nv_csl_doc_cluster *before = walk->before;
    const bool same_note = before && before->note == cluster->note;

    if (!before || before->count != 1 ||
        cluster->note > (int64_t)before->note + 1 ||
        (walk->in_notes && !same_note && !walk->is_alone))
        return NULL;
    return &before->cites[0];
}

static nv_csl_position
position_of(const walk *walk, const nv_csl_doc_cluster *cluster, uint32_t place)
{
    const nv_csl_doc_cite *cite = &cluster->cites[cluster->order[place]];
    const nv_csl_doc_cite *before =
        place ? &cluster->cites[cluster->order[place - 1]]
              : cite_before(walk, cluster);

    if (walk->processor->items[cite->item].last_note < 0)
        return NV_CSL_POSITION_FIRST;
    if (before && before->item == cite->item)
        return repeated(&before->cite, &cite->cite);
    return NV_CSL_POSITION_SUBSEQUENT;
}

bool nv_csl_cite_states_equal(const nv_csl_cite_state *a,
                              const nv_csl_cite_state *b)
{
    return a->position == b->position && a->is_near_note == b->is_near_note &&
           a->first_note == b->first_note &&
           a->citation_number == b->citation_number && a->stamp == b->stamp;
}

/* Only what the style prints or asks for, so that nothing is formatted again
 * for a number nobody sees. */
static void fill_state(const nv_csl_processor *processor,
                       const nv_csl_doc_item *item, nv_csl_position position,
                       bool is_near_note, nv_csl_cite_state *state)
{
    const nv_csl_style *style = processor->lexicon->style;

    *state = (nv_csl_cite_state){
        .position = (uint8_t)position,
        .is_near_note = is_near_note && style->tests_near_note,
        .stamp = item->distinction.stamp,
    };
    if (style->prints_citation_number)
        state->citation_number = item->number;
    if (style->prints_first_note && position != NV_CSL_POSITION_FIRST)
        state->first_note = item->first_note;
}

static void place_cite(const walk *walk, nv_csl_doc_cluster *cluster,
                       uint32_t place)
{
    nv_csl_doc_cite *cite = &cluster->cites[cluster->order[place]];
    nv_csl_doc_item *item = &walk->processor->items[cite->item];
    nv_csl_position position = position_of(walk, cluster, place);
    bool is_near = walk->in_notes && item->last_note >= 0 &&
                   (int64_t)cluster->note - item->last_note <=
                       walk->style->near_note_distance;

    if (item->last_note < 0 && walk->in_notes)
        item->first_note = cluster->note;
    item->last_note = walk->in_notes ? cluster->note : 0;
    if (cite->cite.position) {
        position = cite->cite.position;
        is_near = cite->cite.is_near_note;
    }
    fill_state(walk->processor, item, position, is_near, &cite->state);
    if (!nv_csl_cite_states_equal(&cite->state, &cite->formatted))
        cluster->is_dirty = true;
}

static void walk_clusters(walk *walk)
{
    for (size_t i = 0; i < walk->processor->item_count; i++)
        walk->processor->items[i].last_note = -1;
    for (size_t i = 0; i < walk->processor->cluster_count; i++) {
        nv_csl_doc_cluster *cluster = walk->processor->clusters[i];

        if ((cluster->note > 0) != walk->in_notes)
            continue;
        for (uint32_t place = 0; place < cluster->count; place++)
            place_cite(walk, cluster, place);
        walk->is_alone = !walk->before || walk->before->note != cluster->note;
        walk->before = cluster;
    }
}

void nv_csl_positions_compute(nv_csl_processor *processor)
{
    walk text = {processor, processor->lexicon->style, .in_notes = false};
    walk notes = {processor, processor->lexicon->style, .in_notes = true};

    for (size_t i = 0; i < processor->item_count; i++)
        processor->items[i].first_note = 0;
    walk_clusters(&text);
    walk_clusters(&notes);
}

void nv_csl_positions_preview(const nv_csl_processor *processor,
                              nv_csl_doc_cluster *cluster)
{
    for (uint32_t i = 0; i < cluster->count; i++) {
        nv_csl_doc_cite *cite = &cluster->cites[i];
        const nv_csl_position position =
            cite->cite.position ? cite->cite.position : NV_CSL_POSITION_FIRST;

        fill_state(processor, &processor->items[cite->item], position,
                   cite->cite.is_near_note, &cite->state);
    }
}
