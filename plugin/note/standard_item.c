/* SPDX-License-Identifier: MPL-2.0 */
/* Variables of our items (note/styles/README.md), as CSL's own say them. */
#include <string.h>

#include <utf8proc.h>

#include "base/array.h"
#include "note/standard_maker.h"

/* What says where the document is printed, and goes over as it is. */
static const nv_csl_variable source_variables[] = {NV_CSL_CONTAINER_TITLE,
                                                   NV_CSL_CONTAINER_TITLE_SHORT,
                                                   NV_CSL_VOLUME,
                                                   NV_CSL_PART_NUMBER,
                                                   NV_CSL_VOLUME_TITLE,
                                                   NV_CSL_ISSUE,
                                                   NV_CSL_PAGE,
                                                   NV_CSL_PUBLISHER,
                                                   NV_CSL_PUBLISHER_PLACE,
                                                   NV_CSL_COLLECTION_TITLE,
                                                   NV_CSL_ARCHIVE,
                                                   NV_CSL_ARCHIVE_LOCATION,
                                                   NV_CSL_URL,
                                                   NV_CSL_EDITOR};

/* Copies texts, names and dates of any class. */
static bool copy_as(nv_csl_item_builder *builder, const nv_csl_item *own,
                    nv_csl_variable from, nv_csl_variable to)
{
    const nv_csl_string *text = nv_csl_item_string(own, from);
    const nv_csl_names *names = nv_csl_item_names(own, from);
    const nv_csl_date *date = nv_csl_item_date(own, from);

    if (text)
        return nv_csl_item_set_text(builder, to, text->text, text->len);
    if (names)
        return nv_csl_item_set_names(builder, to, names->names, names->count);
    return !date || nv_csl_item_set_date(builder, to, date);
}

static bool copy(nv_csl_item_builder *builder, const nv_csl_item *own,
                 nv_csl_variable variable)
{
    return copy_as(builder, own, variable, variable);
}

/* Adds the text with a capital at its head, behind any tags: published styles
 * print it as it stands. */
static void add_capital(nv_buffer *out, const char *text)
{
    const char *at = text;
    utf8proc_uint8_t capital[4];
    utf8proc_int32_t first;
    utf8proc_ssize_t len;

    while (*at == '<' && strchr(at, '>'))
        at = strchr(at, '>') + 1;
    len = utf8proc_iterate((const utf8proc_uint8_t *)at, -1, &first);
    if (len <= 0 || first == 0) {
        nv_buffer_add_text(out, text);
        return;
    }
    nv_buffer_add(out, text, (size_t)(at - text));
    nv_buffer_add(
        out, (const char *)capital,
        (size_t)utf8proc_encode_char(utf8proc_toupper(first), capital));
    nv_buffer_add_text(out, at + len);
}

static bool copy_capital(nv_csl_item_builder *builder, const nv_csl_item *own,
                         nv_csl_variable from, nv_csl_variable to)
{
    const nv_csl_string *text = nv_csl_item_string(own, from);
    nv_buffer out = NV_BUFFER_INIT;
    bool is_copied;

    if (!text)
        return true;
    add_capital(&out, text->text);
    is_copied =
        !out.failed && nv_csl_item_set_text(builder, to, out.text, out.len);
    nv_buffer_release(&out);
    return is_copied;
}

static bool copy_title(nv_csl_item_builder *builder, const nv_csl_item *own,
                       nv_csl_variable from)
{
    return copy_capital(builder, own, from, NV_CSL_TITLE);
}

/* A body that is the author stands at the head of the note. */
static bool copy_author(nv_csl_item_builder *builder, const nv_csl_item *own)
{
    const nv_csl_names *names = nv_csl_item_names(own, NV_CSL_AUTHOR);
    nv_buffer out = NV_BUFFER_INIT;
    nv_csl_name body;
    bool is_copied;

    if (!names || names->count != 1 || !names->names[0].literal)
        return copy(builder, own, NV_CSL_AUTHOR);
    add_capital(&out, names->names[0].literal);
    body = names->names[0];
    body.literal = out.text;
    is_copied =
        !out.failed && nv_csl_item_set_names(builder, NV_CSL_AUTHOR, &body, 1);
    nv_buffer_release(&out);
    return is_copied;
}

/* A letter's whole description names its correspondents; a document's author
 * stands apart only where the title does not say him. A treaty has none. */
static bool fill_document(nv_csl_item_builder *builder, const nv_csl_item *own)
{
    const bool is_letter = nv_csl_item_has(own, NV_CSL_RECIPIENT);
    const bool has_author = !is_letter && own->type != NV_CSL_TYPE_TREATY;

    return copy_title(builder, own,
                      is_letter || !nv_csl_item_has(own, NV_CSL_TITLE)
                          ? NV_CSL_DESCRIPTION
                          : NV_CSL_TITLE) &&
           (!has_author ||
            (copy_author(builder, own) && copy(builder, own, NV_CSL_GENRE))) &&
           copy_capital(builder, own, NV_CSL_TITLE_SHORT, NV_CSL_TITLE_SHORT) &&
           copy(builder, own, NV_CSL_EVENT_DATE) &&
           copy(builder, own, NV_CSL_EVENT_PLACE) &&
           copy_as(builder, own, NV_CSL_SYMBOL, NV_CSL_NUMBER);
}

/* The number is that of a command paper or of a treaty series; that of a
 * document in an edition no style knows. */
static bool fill_numbers(nv_csl_item_builder *builder, const nv_csl_item *own)
{
    if (nv_csl_item_has(own, NV_CSL_SOURCE_COMMAND))
        return copy_as(builder, own, NV_CSL_NUMBER, NV_CSL_COLLECTION_NUMBER);
    if (nv_csl_item_has(own, NV_CSL_SOURCE_SERIES))
        return copy_as(builder, own,
                       nv_csl_item_has(own, NV_CSL_REGISTRATION)
                           ? NV_CSL_REGISTRATION
                           : NV_CSL_NUMBER,
                       NV_CSL_NUMBER);
    return true;
}

static bool fill_source(nv_csl_item_builder *builder, const nv_csl_item *own)
{
    for (size_t i = 0; i < NV_COUNT_OF(source_variables); i++)
        if (!copy(builder, own, source_variables[i]))
            return false;
    return copy_as(builder, own, NV_CSL_COLUMNS, NV_CSL_PAGE) &&
           fill_numbers(builder, own);
}

/* A page of a site has no other container than the site. */
static bool fill_container_of_page(nv_csl_item_builder *builder,
                                   const nv_csl_item *own)
{
    return !nv_csl_item_has(own, NV_CSL_SOURCE_PAGE) ||
           nv_csl_item_has(own, NV_CSL_CONTAINER_TITLE) ||
           copy_as(builder, own, NV_CSL_PUBLISHER, NV_CSL_CONTAINER_TITLE);
}

/* A body that styles would take for the author of the document only publishes
 * it; on a site of another name not even that, nor in an archive. */
static bool has_publisher(const nv_csl_item *own)
{
    return nv_csl_item_has(own, NV_CSL_PUBLISHER) ||
           nv_csl_item_has(own, NV_CSL_SOURCE_ARCHIVE) ||
           (nv_csl_item_has(own, NV_CSL_SOURCE_PAGE) &&
            nv_csl_item_has(own, NV_CSL_CONTAINER_TITLE));
}

/* A person wrote the book around the document. */
static bool fill_author_of_source(nv_csl_item_builder *builder,
                                  const nv_csl_item *own)
{
    const nv_csl_names *names = nv_csl_item_names(own, NV_CSL_CONTAINER_AUTHOR);
    const char *body = names ? names->names[0].literal : NULL;

    if (!body)
        return copy(builder, own, NV_CSL_CONTAINER_AUTHOR);
    return has_publisher(own) ||
           nv_csl_item_set_text(builder, NV_CSL_PUBLISHER, body, strlen(body));
}

/* A part has its title, else the whole is the work itself. */
static bool fill_work(nv_csl_item_builder *builder, const nv_csl_item *own)
{
    const bool is_part = nv_csl_item_has(own, NV_CSL_SOURCE_TITLE);

    if (!copy_title(builder, own,
                    is_part ? NV_CSL_SOURCE_TITLE : NV_CSL_CONTAINER_TITLE) ||
        !copy_as(builder, own, NV_CSL_CONTAINER_AUTHOR, NV_CSL_AUTHOR))
        return false;
    return is_part ||
           nv_csl_item_set_text(builder, NV_CSL_CONTAINER_TITLE, NULL, 0);
}

/* The date of the edition; where that is no book, and has none, that of the
 * document. */
static bool fill_issued(nv_csl_item_builder *builder, const nv_csl_item *own,
                        nv_standard_side side)
{
    const bool has_edition = side != NV_STANDARD_DOCUMENT &&
                             !nv_csl_item_has(own, NV_CSL_SOURCE_SERIES) &&
                             nv_csl_item_has(own, NV_CSL_ISSUED);

    if (has_edition)
        return copy(builder, own, NV_CSL_ISSUED) &&
               (side == NV_STANDARD_SOURCE ||
                copy_as(builder, own, NV_CSL_EVENT_DATE, NV_CSL_ORIGINAL_DATE));
    return side == NV_STANDARD_SOURCE ||
           (side == NV_STANDARD_WHOLE &&
            nv_csl_item_has(own, NV_CSL_SOURCE_BOOK)) ||
           copy_as(builder, own, NV_CSL_EVENT_DATE, NV_CSL_ISSUED);
}

bool nv_standard_fill(nv_csl_item_builder *builder, const nv_csl_item *own,
                      nv_standard_side side)
{
    return (side == NV_STANDARD_SOURCE || fill_document(builder, own)) &&
           (side == NV_STANDARD_DOCUMENT ||
            (fill_source(builder, own) &&
             fill_container_of_page(builder, own))) &&
           (side != NV_STANDARD_WHOLE || fill_author_of_source(builder, own)) &&
           (side != NV_STANDARD_SOURCE || fill_work(builder, own)) &&
           fill_issued(builder, own, side);
}
