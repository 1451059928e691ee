/* SPDX-License-Identifier: MPL-2.0 */
/* Names as keys: to sort by, and to tell names apart. See names.h. */
#include "citation/names.h"

#include "citation/draft.h"

static const nv_csl_names_node no_looks;

/* Names are read from the draft, which takes their markup away. */
static void read_since(nv_csl_render *render, nv_csl_mark mark, nv_buffer *out)
{
    nv_csl_draft_read(render->draft, mark.piece, render->draft->count, out);
    nv_csl_draft_cut(render->draft, mark);
}

void nv_csl_names_sort_key(nv_csl_render *render, nv_csl_variable variable,
                           const nv_csl_name_options *options, nv_buffer *out)
{
    const nv_csl_names *names = nv_csl_render_names_of(render, variable);
    const nv_csl_mark mark = nv_csl_draft_mark(render->draft);
    const nv_csl_name_manner manner = {
        .node = &no_looks,
        .options = options,
        .given = NV_CSL_GIVEN_FULL,
        .demote = render->lexicon->style->demote,
        .for_sort = true,
    };
    nv_csl_et_al et_al;

    if (!names)
        return;
    et_al = nv_csl_et_al_of(render, options, names->count);
    for (size_t i = 0; i < et_al.shown; i++) {
        if (i)
            nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_DELIMITER, ", ");
        nv_csl_name_write(render, &names->names[i], &manner);
    }
    read_since(render, mark, out);
}

static void add_part(nv_buffer *out, const char *part)
{
    nv_buffer_add_text(out, part);
    nv_buffer_add_char(out, '\0'); /* "A B" + "C" is not "A" + "B C" */
}

static bool shows_given(const nv_csl_name_options *options, nv_csl_given given)
{
    return options->form != NV_CSL_NAME_SHORT || given != NV_CSL_GIVEN_STYLED;
}

/* "J.J." is "J. J.": spaces and full stops do not make another name. */
static void add_given(const nv_csl_name *name,
                      const nv_csl_name_options *options, nv_csl_given given,
                      bool with_hyphen, nv_buffer *out)
{
    static const nv_csl_name_options whole = {.initialize_with = "."};
    const bool is_short =
        options->initialize_with && given != NV_CSL_GIVEN_FULL;

    nv_csl_initials(name->given, is_short ? options : &whole, with_hyphen, out);
}

void nv_csl_name_key(const nv_csl_name *name,
                     const nv_csl_name_options *options, nv_csl_given given,
                     bool with_hyphen, nv_buffer *out)
{
    add_part(out, name->literal);
    add_part(out, name->non_dropping);
    add_part(out, name->family);
    if (!shows_given(options, given))
        return;
    if (name->given)
        add_given(name, options, given, with_hyphen, out);
    add_part(out, NULL);
    add_part(out, name->dropping);
    add_part(out, name->suffix);
}
