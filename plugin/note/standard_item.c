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
                                                   NV_CSL_EDITOR,
                                                   NV_CSL_CONTAINER_AUTHOR};

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

/* The same with a capital at its head, behind any tags: published styles print
 * a title as it stands. */
static bool copy_title(nv_csl_item_builder *builder, const nv_csl_item *own,
                       nv_csl_variable from)
{
    const nv_csl_string *text = nv_csl_item_string(own, from);
    const char *at = text ? text->text : "";
    nv_buffer title = NV_BUFFER_INIT;
    utf8proc_uint8_t capital[4];
    utf8proc_int32_t first;
    utf8proc_ssize_t len;
    bool is_copied;

    while (*at == '<' && strchr(at, '>'))
        at = strchr(at, '>') + 1;
    len = utf8proc_iterate((const utf8proc_uint8_t *)at, -1, &first);
    if (!text || len <= 0 || first == 0)
        return copy_as(builder, own, from, NV_CSL_TITLE);
    nv_buffer_add(&title, text->text, (size_t)(at - text->text));
    nv_buffer_add(
        &title, (const char *)capital,
        (size_t)utf8proc_encode_char(utf8proc_toupper(first), capital));
    nv_buffer_add_text(&title, at + len);
    is_copied = !title.failed && nv_csl_item_set_text(builder, NV_CSL_TITLE,
                                                      title.text, title.len);
    nv_buffer_release(&title);
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
           (!has_author || (copy(builder, own, NV_CSL_AUTHOR) &&
                            copy(builder, own, NV_CSL_GENRE))) &&
           copy(builder, own, NV_CSL_TITLE_SHORT) &&
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

/* A part has its title, else the whole is the work itself. */
static bool fill_work(nv_csl_item_builder *builder, const nv_csl_item *own)
{
    const bool is_part = nv_csl_item_has(own, NV_CSL_SOURCE_TITLE);

    if (!copy_title(builder, own,
                    is_part ? NV_CSL_SOURCE_TITLE : NV_CSL_CONTAINER_TITLE) ||
        !copy_as(builder, own, NV_CSL_CONTAINER_AUTHOR, NV_CSL_AUTHOR) ||
        !nv_csl_item_set_names(builder, NV_CSL_CONTAINER_AUTHOR, NULL, 0))
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
           (side != NV_STANDARD_SOURCE || fill_work(builder, own)) &&
           fill_issued(builder, own, side);
}
