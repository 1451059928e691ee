/* SPDX-License-Identifier: MPL-2.0 */
/* One name. See names.h. */
#include "citation/names.h"

#include <string.h>

#include "base/array.h"
#include "citation/characters.h"

typedef struct {
    nv_csl_render *render;
    const nv_csl_name *name;
    const nv_csl_name_manner *manner;
    const char *given; /* as it is printed; NULL: it is not */
} writer;

static const nv_csl_look plain;

static void add(const writer *to, const char *delimiter)
{
    nv_csl_draft_add_text(to->render->draft, NV_CSL_ORIGIN_DELIMITER,
                          delimiter);
}

/* A space, unless the style's own affix has brought one. */
static void add_space(const writer *to)
{
    if (!nv_csl_is_space(nv_csl_draft_last_character(to->render->draft)))
        add(to, " ");
}

static nv_csl_look family_look(const writer *to)
{
    nv_csl_look look = to->manner->for_sort ? plain : to->manner->node->family;

    look.prefix = look.suffix = NULL;
    return look;
}

static nv_csl_look given_look(const writer *to)
{
    nv_csl_look look = to->manner->for_sort ? plain : to->manner->node->given;

    look.prefix = look.suffix = NULL;
    return look;
}

static void add_part(const writer *to, nv_csl_look look, const char *text)
{
    if (text)
        nv_csl_render_look(to->render, &look, NV_CSL_ORIGIN_CONTENT, text,
                           strlen(text));
}

static void add_prefix(const writer *to, const nv_csl_look *look)
{
    if (!to->manner->for_sort)
        nv_csl_draft_add_text(to->render->draft, NV_CSL_ORIGIN_PREFIX,
                              look->prefix);
}

static void add_suffix(const writer *to, const nv_csl_look *look)
{
    if (!to->manner->for_sort)
        nv_csl_draft_add_text(to->render->draft, NV_CSL_ORIGIN_SUFFIX,
                              look->suffix);
}

/* "d'" and "al-" stand right before the family name. */
static bool joins_next(const char *particle)
{
    int32_t c;

    nv_csl_character_before(particle, particle + strlen(particle), &c);
    return c == '-' || nv_csl_is_apostrophe(c);
}

/* The family name with the particles that belong before it. */
static void add_family(const writer *to, const char *dropping,
                       const char *non_dropping)
{
    const nv_csl_look look = family_look(to);
    const nv_csl_name *name = to->name;

    add_prefix(to, &to->manner->node->family);
    add_part(to, given_look(to), dropping);
    if (dropping && (non_dropping || name->family) &&
        (non_dropping || !joins_next(dropping)))
        add_space(to);
    add_part(to, look, non_dropping);
    if (non_dropping && name->family && !joins_next(non_dropping))
        add_space(to);
    add_part(to, look, name->family);
}

/* The given name and the particles that stand after it. */
static void add_given(const writer *to, const char *dropping,
                      const char *non_dropping)
{
    const nv_csl_look *look = &to->manner->node->given;

    add_prefix(to, look);
    add_part(to, given_look(to), to->given);
    if (dropping && to->given)
        add_space(to);
    add_part(to, given_look(to), dropping);
    if (non_dropping && (to->given || dropping))
        add_space(to);
    add_part(to, family_look(to), non_dropping);
    add_suffix(to, look);
}

static bool is_short(const writer *to)
{
    return to->manner->options->form == NV_CSL_NAME_SHORT && !to->given;
}

static void write_short(const writer *to)
{
    add_family(to, NULL, to->name->non_dropping);
    add_suffix(to, &to->manner->node->family);
}

static void write_inverted(const writer *to)
{
    const nv_csl_name *name = to->name;
    const char *between = to->manner->options->sort_separator;
    const bool demotes = to->manner->demote == NV_CSL_DEMOTE_DISPLAY_AND_SORT;
    const char *before = demotes ? NULL : name->non_dropping;
    const char *after = demotes ? name->non_dropping : NULL;

    add_family(to, NULL, before);
    add_suffix(to, &to->manner->node->family);
    if (to->given || name->dropping || after) {
        if (name->family || before)
            add(to, between);
        add_given(to, name->dropping, after);
    }
    if (name->suffix) {
        add(to, between);
        add_part(to, plain, name->suffix);
    }
}

/* Specification, "Name-part order": particles count after the family name
 * unless the style never demotes them. */
static void write_sorted(const writer *to)
{
    const nv_csl_name *name = to->name;
    const bool demotes = to->manner->demote != NV_CSL_DEMOTE_NEVER;
    const char *const parts[] = {
        demotes ? NULL : name->non_dropping, name->family, name->dropping,
        demotes ? name->non_dropping : NULL, to->given,    name->suffix,
    };
    bool is_first = true;

    for (size_t i = 0; i < NV_COUNT_OF(parts); i++) {
        if (!parts[i])
            continue;
        if (!is_first)
            add_space(to);
        add_part(to, plain, parts[i]);
        is_first = false;
    }
}

static void write_straight(const writer *to)
{
    const nv_csl_name *name = to->name;
    const nv_csl_look *look = &to->manner->node->family;

    if (to->given)
        add_given(to, NULL, NULL);
    if (to->given && (name->family || name->non_dropping || name->dropping))
        add_space(to);
    add_family(to, name->dropping, name->non_dropping);
    if (name->suffix) {
        add(to, name->comma_suffix ? ", " : " ");
        add_part(to, plain, name->suffix);
    }
    add_suffix(to, look);
}

/* Chinese, Japanese, Korean names have no letters before U+2E80. */
static bool is_alphabetic(const char *text)
{
    const char *end = text + strlen(text);

    while (text < end) {
        int32_t c;

        text += nv_csl_character(text, end, &c);
        if (nv_csl_is_word(c) && c < 0x2E80)
            return true;
    }
    return false;
}

/* Family first always: of scripts that join the names, or set apart by a space.
 */
static void write_family_first(const writer *to)
{
    const nv_csl_name *name = to->name;

    add_family(to, NULL, name->non_dropping);
    add_suffix(to, &to->manner->node->family);
    if (!to->given)
        return;
    if (name->static_order || is_alphabetic(to->given))
        add_space(to);
    add_given(to, NULL, NULL);
}

static bool is_family_first(const nv_csl_name *name)
{
    return name->static_order || (name->family && !is_alphabetic(name->family));
}

static void write_person(const writer *to)
{
    if (is_family_first(to->name))
        write_family_first(to);
    else if (is_short(to))
        write_short(to);
    else if (to->manner->for_sort)
        write_sorted(to);
    else if (to->manner->is_inverted)
        write_inverted(to);
    else
        write_straight(to);
}

/* Are initials printed? FULL says no even where the style does. */
static bool wants_initials(const nv_csl_name_options *options,
                           nv_csl_given given)
{
    return options->initialize_with && given != NV_CSL_GIVEN_FULL;
}

static void given_text(const nv_csl_name *name,
                       const nv_csl_name_options *options, nv_csl_given given,
                       bool with_hyphen, nv_buffer *out)
{
    const bool is_hidden =
        options->form == NV_CSL_NAME_SHORT && given == NV_CSL_GIVEN_STYLED;

    /* Somebody with one name only keeps it. */
    if (!name->given || (is_hidden && name->family))
        return;
    if (!is_hidden && wants_initials(options, given))
        nv_csl_initials(name->given, options, with_hyphen, out);
    else
        nv_buffer_add_text(out, name->given);
}

void nv_csl_name_write(nv_csl_render *render, const nv_csl_name *name,
                       const nv_csl_name_manner *manner)
{
    writer to = {render, name, manner, NULL};
    nv_buffer given = NV_BUFFER_INIT;

    nv_csl_draft_open(render->draft, &(nv_csl_frame){.tag = NV_CSL_TAG_NAME});
    given_text(name, manner->options, (nv_csl_given)manner->given,
               render->lexicon->style->initialize_with_hyphen, &given);
    if (given.len)
        to.given = given.text;
    if (name->literal)
        add_part(&to, plain, name->literal);
    else
        write_person(&to);
    nv_csl_draft_close(render->draft);
    render->draft->failed = render->draft->failed || given.failed;
    nv_buffer_release(&given);
}

bool nv_csl_name_is_inverted(const nv_csl_name *name,
                             const nv_csl_name_options *options, size_t index)
{
    return !name->literal && !is_family_first(name) &&
           (options->order == NV_CSL_SORT_ORDER_ALL ||
            (options->order == NV_CSL_SORT_ORDER_FIRST && index == 0));
}
