/* SPDX-License-Identifier: MPL-2.0 */
/* How many names of a list are printed. See names.h. */
#include "citation/names.h"

typedef struct {
    size_t min, use_first;
    bool use_last;
} limits;

static bool is_later_cite(const nv_csl_render *render)
{
    return render->state.position >= NV_CSL_POSITION_SUBSEQUENT;
}

static limits limits_of(const nv_csl_render *render,
                        const nv_csl_name_options *options)
{
    const nv_csl_key *key = render->key;
    limits all = {options->et_al_min, options->et_al_use_first,
                  options->et_al_use_last};

    if (is_later_cite(render)) {
        all.min = options->subsequent_min;
        all.use_first = options->subsequent_use_first;
    }
    if (key && key->names_min)
        all.min = key->names_min;
    if (key && key->names_use_first)
        all.use_first = key->names_use_first;
    if (key && key->names_use_last >= 0)
        all.use_last = key->names_use_last > 0;
    return all;
}

const nv_csl_block_choice *nv_csl_choice_of(const nv_csl_render *render)
{
    const nv_csl_distinction *distinction = render->distinction;

    return render->area == NV_CSL_IN_CITATION &&
                   render->block < distinction->block_count
               ? &distinction->blocks[render->block]
               : NULL;
}

nv_csl_et_al nv_csl_et_al_of(const nv_csl_render *render,
                             const nv_csl_name_options *options, size_t count)
{
    const limits all = limits_of(render, options);
    const nv_csl_block_choice *choice = nv_csl_choice_of(render);
    size_t shown = all.use_first;
    nv_csl_et_al et_al = {.shown = (uint16_t)count};

    if (!all.min || count < all.min || shown >= count)
        return et_al;
    if (choice && choice->shown > shown)
        shown = choice->shown;
    if (shown >= count)
        return et_al;
    /* An ellipsis stands for two names at least. */
    et_al.has_last = all.use_last && shown + 1 < count;
    et_al.has_et_al = !et_al.has_last;
    et_al.shown = (uint16_t)shown;
    return et_al;
}
