/* SPDX-License-Identifier: MPL-2.0 */
/* One cite or entry: the layout, and what the writer put around it. See
 * render.h. */
#include "citation/render.h"

#include <string.h>

#include "base/array.h"
#include "citation/characters.h"
#include "citation/markup.h"

/* Letters and digits of scripts that put spaces between words. */
static bool is_word(int32_t character)
{
    return character < 0x2E80 && nv_csl_is_word(character);
}

/* Bytes of `text` before closing quotes, spaces and tags at its end. */
static size_t length_without_marks(const char *text)
{
    static const char *const marks[] = {"\"",     "'",    "\u201D", "\u2019",
                                        "\u00BB", " ",    "\u00A0", "\u202F",
                                        "</i>",   "</b>", "</sc>",  "</span>"};
    size_t len = strlen(text);

    for (size_t i = 0; i < NV_COUNT_OF(marks);) {
        const size_t mark = strlen(marks[i]);
        const bool ends =
            len >= mark && memcmp(text + len - mark, marks[i], mark) == 0;

        len -= ends ? mark : 0;
        i = ends ? 0 : i + 1;
    }
    return len;
}

/* "See" wants a space before a name, "(" and "L'" none. */
static bool wants_space_after(const char *prefix)
{
    const size_t len = length_without_marks(prefix);
    int32_t last = ' ';

    nv_csl_character_before(prefix, prefix + len, &last);
    return prefix[strlen(prefix) - 1] != ' ' &&
           (is_word(last) ||
            (last > 0 && last < 0x80 && strchr(":.;!?)],", last)));
}

/* A sentence before the cite: the cite begins one of its own. A word with a
 * full stop ("Cf.") is no sentence. */
static bool ends_sentence(const char *prefix)
{
    const size_t len = length_without_marks(prefix);

    return len && strchr(":.;!?", prefix[len - 1]) &&
           memchr(prefix, ' ', len) != NULL;
}

static bool is_given(const char *text)
{
    return text && *text;
}

static void add_writers(nv_csl_render *render, const char *text)
{
    const nv_csl_string string = nv_csl_string_of(text);

    nv_csl_draft_add_field(render->draft, NV_CSL_ORIGIN_WRITER, &string);
}

static void add_prefix(nv_csl_render *render)
{
    const char *prefix = render->cite ? render->cite->prefix : NULL;

    if (!is_given(prefix))
        return;
    add_writers(render, prefix);
    if (wants_space_after(prefix))
        add_writers(render, " ");
    if (ends_sentence(prefix))
        render->start = nv_csl_draft_mark(render->draft);
}

static bool wants_space_before(const char *suffix)
{
    const char *end = suffix + strlen(suffix);
    int32_t first;

    suffix += nv_csl_markup_skip(suffix, end);
    nv_csl_character(suffix, end, &first);
    return first == '(' || first == '[' || first == '&' ||
           (is_word(first) && !(first >= '0' && first <= '9'));
}

static void add_suffix(nv_csl_render *render)
{
    const char *suffix = render->cite ? render->cite->suffix : NULL;

    if (!is_given(suffix))
        return;
    if (wants_space_before(suffix))
        add_writers(render, " ");
    add_writers(render, suffix);
}

/* second-field-align: the first field that prints stands in the margin, all
 * others beside it. Fields with a display of their own stay where they are. */
static nv_csl_outcome render_aligned(nv_csl_render *render,
                                     const nv_csl_node *first)
{
    nv_csl_draft *draft = render->draft;
    nv_csl_outcome outcome = NV_CSL_NOTHING;
    const nv_csl_mark before = nv_csl_draft_mark(draft);
    nv_csl_mark second;

    nv_csl_draft_open(draft, &(nv_csl_frame){.display = NV_CSL_LEFT_MARGIN});
    while (first && !(outcome & NV_CSL_WROTE)) {
        outcome |= nv_csl_render_node(render, first);
        first = first->next;
    }
    nv_csl_draft_close(draft);
    if (!(outcome & NV_CSL_WROTE))
        nv_csl_draft_cut(draft, before);
    second = nv_csl_draft_mark(draft);
    nv_csl_draft_open(draft, &(nv_csl_frame){.display = NV_CSL_RIGHT_INLINE});
    outcome |= nv_csl_render_children(render, first, NULL);
    nv_csl_draft_close(draft);
    if (nv_csl_draft_is_empty(draft, second))
        nv_csl_draft_cut(draft, second);
    return outcome;
}

static nv_csl_outcome render_layout(nv_csl_render *render)
{
    const nv_csl_style *style = render->lexicon->style;
    const nv_csl_node *first = style->layout[render->area].first;

    if (render->area == NV_CSL_IN_BIBLIOGRAPHY &&
        style->second_field != NV_CSL_INLINE)
        return render_aligned(render, first);
    return nv_csl_render_children(render, first, NULL);
}

nv_csl_outcome nv_csl_render_cite(nv_csl_render *render)
{
    nv_csl_draft *draft = render->draft;
    const nv_csl_mark before = nv_csl_draft_mark(draft);
    nv_csl_outcome outcome;

    if (!render->item)
        return NV_CSL_NOTHING;
    nv_csl_draft_open(draft, &(nv_csl_frame){.tag = NV_CSL_TAG_CITE,
                                             .cite = render->cite_index});
    add_prefix(render);
    outcome = render_layout(render);
    if (!(outcome & NV_CSL_WROTE)) {
        nv_csl_draft_cut(draft, before);
        return outcome;
    }
    add_suffix(render);
    nv_csl_draft_close(draft);
    return outcome;
}
