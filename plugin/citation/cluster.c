/* SPDX-License-Identifier: MPL-2.0 */
/* A cluster into a draft: its cites in the order of printing, delimiters, and
 * the affixes of the layout. See document.h. */
#include "citation/collapse.h"

#include <string.h>

#include "citation/markup.h"

static const nv_csl_layout *layout_of(const nv_csl_processor *processor)
{
    return &processor->lexicon->style->layout[NV_CSL_IN_CITATION];
}

nv_csl_render nv_csl_cluster_render(nv_csl_processor *processor,
                                    const nv_csl_doc_cluster *cluster,
                                    uint32_t index, nv_csl_draft *draft)
{
    const nv_csl_doc_cite *cite = &cluster->cites[index];
    nv_csl_render render =
        nv_csl_document_render(processor, NV_CSL_IN_CITATION, cite->item);

    if (cite->cite.as)
        render.item = cite->cite.as;
    render.draft = draft;
    render.cite = &cite->cite;
    render.state = cite->state;
    render.cite_index = index;
    render.is_inside = cluster->is_inside;
    render.hides_author = cite->cite.mode == NV_CSL_CITE_SUPPRESS_AUTHOR;
    return render;
}

/* The names of the cite alone, in a frame of their own. */
static bool write_author(nv_csl_processor *processor,
                         const nv_csl_doc_cluster *cluster,
                         const nv_csl_part *part, nv_csl_draft *draft)
{
    nv_csl_draft *side = &processor->side;
    nv_csl_render render =
        nv_csl_cluster_render(processor, cluster, part->cite, side);
    size_t names;

    nv_csl_draft_clear(side);
    nv_csl_render_cite(&render);
    draft->failed = draft->failed || side->failed;
    if (!nv_csl_draft_find(side, (nv_csl_mark){0}, NV_CSL_TAG_NAMES, &names))
        return false;
    nv_csl_draft_open(
        draft, &(nv_csl_frame){.tag = NV_CSL_TAG_CITE, .cite = part->cite});
    nv_csl_draft_append(draft, side, names,
                        names + side->pieces[names].span + 1);
    nv_csl_draft_close(draft);
    return true;
}

/* The year suffix alone, of a cite whose author and year stand before it. */
static bool write_suffix(nv_csl_draft *draft, const nv_csl_part *part)
{
    nv_csl_draft_open(
        draft, &(nv_csl_frame){.tag = NV_CSL_TAG_CITE, .cite = part->cite});
    nv_csl_draft_add_text(draft, NV_CSL_ORIGIN_CONTENT, part->suffix);
    nv_csl_draft_close(draft);
    return true;
}

static bool write_part(nv_csl_processor *processor,
                       const nv_csl_doc_cluster *cluster,
                       const nv_csl_part *part, nv_csl_draft *draft)
{
    nv_csl_render render;

    if (cluster->cites[part->cite].cite.mode == NV_CSL_CITE_AUTHOR_ONLY)
        return write_author(processor, cluster, part, draft);
    if (part->suffix)
        return write_suffix(draft, part);
    render = nv_csl_cluster_render(processor, cluster, part->cite, draft);
    render.hides_author = render.hides_author || part->hides_author;
    return nv_csl_render_cite(&render) & NV_CSL_WROTE;
}

/* A cite that prints nothing, so that nobody overlooks it. */
static void write_mark(nv_csl_processor *processor,
                       const nv_csl_doc_cluster *cluster,
                       const nv_csl_part *part, nv_csl_draft *draft)
{
    const nv_csl_doc_cite *cite = &cluster->cites[part->cite];
    const bool is_known = processor->items[cite->item].item || cite->cite.as;

    nv_csl_draft_open(
        draft, &(nv_csl_frame){.tag = NV_CSL_TAG_CITE, .cite = part->cite});
    nv_csl_draft_add_text(draft, NV_CSL_ORIGIN_CONTENT,
                          is_known ? NV_CSL_EMPTY_CITE : NV_CSL_UNKNOWN_ITEM);
    nv_csl_draft_close(draft);
}

static bool begins_with_mark(const char *prefix)
{
    if (prefix)
        prefix += nv_csl_markup_skip(prefix, prefix + strlen(prefix));
    return prefix && *prefix && strchr(".,:;", *prefix);
}

static bool ends_in_mark(const char *suffix)
{
    return suffix && *suffix && strchr("-.,;:", suffix[strlen(suffix) - 1]);
}

/* Where the writer's own text leads from one cite to the next ("; see also",
 * ", and"), it takes the place of the delimiter. */
static const char *delimiter_between(const nv_csl_cite *before,
                                     const nv_csl_cite *cite,
                                     const char *delimiter)
{
    if (!*delimiter || begins_with_mark(cite->prefix))
        return "";
    return ends_in_mark(before->suffix) ? " " : delimiter;
}

static void write_parts(nv_csl_processor *processor,
                        const nv_csl_doc_cluster *cluster,
                        const nv_csl_part parts[], size_t count,
                        nv_csl_draft *draft)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            nv_csl_draft_add_text(
                draft, NV_CSL_ORIGIN_DELIMITER,
                delimiter_between(&cluster->cites[parts[i - 1].cite].cite,
                                  &cluster->cites[parts[i].cite].cite,
                                  parts[i].delimiter));
        if (!write_part(processor, cluster, &parts[i], draft))
            write_mark(processor, cluster, &parts[i], draft);
    }
}

static void write_end(const nv_csl_layout *layout,
                      const nv_csl_doc_cluster *cluster, nv_csl_draft *draft)
{
    size_t len = layout->suffix ? strlen(layout->suffix) : 0;

    if (cluster->is_open && len > 0 && layout->suffix[len - 1] == '.')
        len--;
    nv_csl_draft_add(draft, NV_CSL_ORIGIN_SUFFIX, layout->suffix, len);
}

void nv_csl_cluster_format(nv_csl_processor *processor,
                           const nv_csl_doc_cluster *cluster,
                           nv_csl_draft *draft)
{
    const nv_csl_layout *layout = layout_of(processor);
    const nv_csl_part *parts;
    size_t count;

    parts = nv_csl_cluster_parts(processor, cluster, &count);
    if (!parts) {
        draft->failed = true;
        return;
    }
    nv_csl_draft_open(draft, &(nv_csl_frame){.format = layout->format});
    nv_csl_draft_add_text(draft, NV_CSL_ORIGIN_PREFIX, layout->prefix);
    write_parts(processor, cluster, parts, count, draft);
    write_end(layout, cluster, draft);
    nv_csl_draft_close(draft);
}
