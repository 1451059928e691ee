/* SPDX-License-Identifier: MPL-2.0 */
/* What stands between names. See names.h. */
#include "citation/names.h"

#include <string.h>

#include "citation/characters.h"

/* Scripts that write words without spaces between them. */
static bool is_spaced(const char *word)
{
    int32_t c;

    nv_csl_character(word, word + strlen(word), &c);
    return c < 0x2E80;
}

/* The Hebrew "and" is written as the first letter of the next word. */
static bool is_part_of_next(const char *word)
{
    return strcmp(word + strspn(word, " "), "\u05D5") == 0;
}

static void add(nv_csl_render *render, const char *delimiter)
{
    nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_DELIMITER, delimiter);
}

/* `several` is what delimiter-precedes-*="contextual" goes by. */
static bool takes_delimiter(nv_csl_precedes precedes, bool several,
                            bool after_inverted)
{
    switch (precedes) {
    case NV_CSL_PRECEDES_ALWAYS:
        return true;
    case NV_CSL_PRECEDES_NEVER:
        return false;
    case NV_CSL_PRECEDES_AFTER_INVERTED:
        return after_inverted;
    default:
        return several;
    }
}

/* The delimiter or a space before a word. */
static void add_before(nv_csl_render *render,
                       const nv_csl_name_options *options, bool has_delimiter,
                       const char *word)
{
    if (has_delimiter)
        add(render, options->delimiter);
    else if (is_spaced(word))
        add(render, " ");
}

static const char *and_of(const nv_csl_render *render,
                          const nv_csl_name_options *options)
{
    const char *word = NULL;

    if (options->and_form == NV_CSL_AND_SYMBOL)
        return "&";
    if (options->and_form == NV_CSL_AND_TEXT)
        word = nv_csl_lexicon_text(render->lexicon, NV_CSL_TERM_AND,
                                   NV_CSL_FORM_LONG, false);
    return word && *word ? word : NULL;
}

void nv_csl_join_write(nv_csl_render *render,
                       const nv_csl_name_options *options,
                       const nv_csl_names *names, size_t index, size_t shown)
{
    const bool is_last = index + 1 == shown && shown == names->count;
    const char *word = is_last && render->purpose != NV_CSL_FOR_SORT
                           ? and_of(render, options)
                           : NULL;
    const bool after_inverted =
        nv_csl_name_is_inverted(&names->names[index - 1], options, index - 1);

    if (!word) {
        add(render, options->delimiter);
        return;
    }
    add_before(
        render, options,
        takes_delimiter((nv_csl_precedes)options->delimiter_precedes_last,
                        shown > 2, after_inverted),
        word);
    nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_CONTENT, word);
    if (is_spaced(word) && !is_part_of_next(word))
        add(render, " ");
}

void nv_csl_join_write_et_al(nv_csl_render *render,
                             const nv_csl_names_node *node,
                             const nv_csl_names *names, size_t shown)
{
    const nv_csl_name_options *options = node->options[render->area];
    const char *word = nv_csl_lexicon_text(render->lexicon, node->et_al_term,
                                           NV_CSL_FORM_LONG, false);
    const bool after_inverted =
        nv_csl_name_is_inverted(&names->names[shown - 1], options, shown - 1);

    if (!word || !*word || render->purpose == NV_CSL_FOR_SORT)
        return;
    add_before(
        render, options,
        takes_delimiter((nv_csl_precedes)options->delimiter_precedes_et_al,
                        shown > 1, after_inverted),
        word);
    nv_csl_render_look(render, &node->et_al, NV_CSL_ORIGIN_CONTENT, word,
                       strlen(word));
}

void nv_csl_join_write_ellipsis(nv_csl_render *render,
                                const nv_csl_name_options *options)
{
    add(render, options->delimiter);
    if (render->purpose != NV_CSL_FOR_SORT)
        nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_DELIMITER,
                              "\u2026 ");
}
