/* SPDX-License-Identifier: MPL-2.0 */
/* What of the cites of a cluster is printed, and what stands between them:
 * cite grouping and citation collapsing (specification, "Cite Grouping" and
 * "Cite Collapsing"). Found out by rendering each cite to the side and looking
 * at the regions it has tagged. Cites change places only where the style sorts
 * them: elsewhere their order is the writer's. */
#ifndef NV_CITATION_COLLAPSE_H
#define NV_CITATION_COLLAPSE_H

#include "citation/document.h"

/* A cite that is printed, or the part of it that is. */
typedef struct {
    uint32_t cite;         /* of the cluster */
    const char *delimiter; /* before it, but for the first; never NULL */
    bool hides_author;     /* the cite before has printed the same names */
    const char *suffix;    /* not NULL: only this year suffix is printed */
} nv_csl_part;

/* The parts in the order of printing, in the scratch arena; *count says how
 * many. NULL without memory. Uses processor->side. */
const nv_csl_part *nv_csl_cluster_parts(nv_csl_processor *processor,
                                        const nv_csl_doc_cluster *cluster,
                                        size_t *count);

/* A render for a cite of the cluster that writes to `draft`, with all filled
 * in. cluster.c */
nv_csl_render nv_csl_cluster_render(nv_csl_processor *processor,
                                    const nv_csl_doc_cluster *cluster,
                                    uint32_t index, nv_csl_draft *draft);

#endif
