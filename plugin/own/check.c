/* SPDX-License-Identifier: MPL-2.0 */
/* What is wrong with a document that is to be recorded: see document.h. */
#include <string.h>

#include "base/array.h"
#include "own/fields.h"

static const char *const sentences[NV_OWN_FAULT_COUNT] = {
    [NV_OWN_FINE] = "",
    [NV_OWN_NAME_MISSING] =
        "Nothing says what the document is. Fill in who wrote it, or a "
        "description.",
    [NV_OWN_DATE_MISSING] =
        "The date is missing. Fill in a day or a month, such as 7 May 1954.",
    [NV_OWN_DATE_UNREADABLE] =
        "The date can't be read. Write it as 7 May 1954, 7/5/1954 or "
        "1954-05-07.",
    [NV_OWN_DATE_TOO_WIDE] =
        "The date is a year. Fill in the month at least, such as May 1954.",
    [NV_OWN_YEAR_UNREADABLE] =
        "The year of the edition is none. Write four digits, such as 1986.",
    [NV_OWN_ADDRESS_IS_NONE] = "The address is none. Begin it with https:// or "
                               "http://, or leave the field empty.",
    [NV_OWN_HOUSE_MISSING] = "The archive is missing. Fill in which one holds "
                             "the document.",
    [NV_OWN_EDITION_MISSING] =
        "The edition is missing. Fill in the title of the work that the "
        "document is printed in.",
    [NV_OWN_SOURCE_MISSING] =
        "Nothing says where the words were read. Fill in the archive or the "
        "edition.",
    [NV_OWN_LANGUAGE_MISSING] =
        "The language of the words is missing. Choose one.",
    [NV_OWN_LANGUAGE_IS_NONE] =
        "The language is none. Choose one from the list.",
    [NV_OWN_WORDING_MISSING] =
        "There is a place and there are no words. Fill in the words that "
        "stand there, or empty the place.",
    [NV_OWN_LOCATOR_UNREADABLE] = "The place of the words can't be read. Write "
                                  "it as p. 3, art. 4 or § 2.",
    [NV_OWN_TOO_LONG] = "The field holds more than a record can. Shorten it.",
};

const char *nv_own_sentence(nv_own_fault fault)
{
    return sentences[fault];
}

static bool is_code(const char *text)
{
    return strlen(text) == 2 && strspn(text, "abcdefghijklmnopqrstuvwxyz") == 2;
}

/* Each rule looks at one field; an empty one has passed but for what is said
 * here. */

static nv_own_fault check_name(const nv_own_document *document)
{
    static const nv_own_field names[] = {NV_OWN_FROM, NV_OWN_DESCRIPTION,
                                         NV_OWN_TITLE};
    nv_own_field first;

    return nv_own_has_any(document, names, NV_COUNT_OF(names), &first)
               ? NV_OWN_FINE
               : NV_OWN_NAME_MISSING;
}

static nv_own_fault check_date(const nv_own_document *document)
{
    char iso[NV_OWN_ISO_SIZE];

    if (!nv_own_is_filled(document, NV_OWN_DATE))
        return NV_OWN_DATE_MISSING;
    if (!nv_own_read_date(document->fields[NV_OWN_DATE], iso))
        return NV_OWN_DATE_UNREADABLE;
    return strlen(iso) == strlen("1954") ? NV_OWN_DATE_TOO_WIDE : NV_OWN_FINE;
}

static nv_own_fault check_house(const nv_own_document *document)
{
    static const nv_own_field parts[] = {NV_OWN_COLLECTION, NV_OWN_BOX,
                                         NV_OWN_FOLIO};
    nv_own_field first;

    return !nv_own_is_filled(document, NV_OWN_REPOSITORY) &&
                   nv_own_has_any(document, parts, NV_COUNT_OF(parts), &first)
               ? NV_OWN_HOUSE_MISSING
               : NV_OWN_FINE;
}

static nv_own_fault check_edition(const nv_own_document *document)
{
    static const nv_own_field parts[] = {
        NV_OWN_EDITOR, NV_OWN_VOLUME,    NV_OWN_NUMBER, NV_OWN_PAGES,
        NV_OWN_TOWN,   NV_OWN_PUBLISHER, NV_OWN_YEAR,   NV_OWN_ADDRESS};
    nv_own_field first;

    return !nv_own_is_filled(document, NV_OWN_EDITION) &&
                   nv_own_has_any(document, parts, NV_COUNT_OF(parts), &first)
               ? NV_OWN_EDITION_MISSING
               : NV_OWN_FINE;
}

static nv_own_fault check_year(const nv_own_document *document)
{
    char iso[NV_OWN_ISO_SIZE];

    if (!nv_own_is_filled(document, NV_OWN_YEAR) ||
        (nv_own_read_date(document->fields[NV_OWN_YEAR], iso) &&
         strlen(iso) == strlen("1954")))
        return NV_OWN_FINE;
    return NV_OWN_YEAR_UNREADABLE;
}

static nv_own_fault check_address(const nv_own_document *document)
{
    const char *address = document->fields[NV_OWN_ADDRESS];

    if (!nv_own_is_filled(document, NV_OWN_ADDRESS))
        return NV_OWN_FINE;
    address += strspn(address, " \t\r\n");
    return strncmp(address, "https://", 8) == 0 ||
                   strncmp(address, "http://", 7) == 0
               ? NV_OWN_FINE
               : NV_OWN_ADDRESS_IS_NONE;
}

static nv_own_fault check_code(const nv_own_document *document,
                               nv_own_field field)
{
    return !nv_own_is_filled(document, field) ||
                   is_code(document->fields[field])
               ? NV_OWN_FINE
               : NV_OWN_LANGUAGE_IS_NONE;
}

static nv_own_fault check_language(const nv_own_document *document)
{
    return check_code(document, NV_OWN_LANGUAGE);
}

static nv_own_fault check_wording(const nv_own_document *document)
{
    return nv_own_is_filled(document, NV_OWN_WORDING) &&
                   !nv_own_is_filled(document, NV_OWN_REPOSITORY) &&
                   !nv_own_is_filled(document, NV_OWN_EDITION)
               ? NV_OWN_SOURCE_MISSING
               : NV_OWN_FINE;
}

static nv_own_fault check_wording_language(const nv_own_document *document)
{
    if (nv_own_is_filled(document, NV_OWN_WORDING) &&
        !nv_own_is_filled(document, NV_OWN_WORDING_LANGUAGE) &&
        !nv_own_is_filled(document, NV_OWN_LANGUAGE))
        return NV_OWN_LANGUAGE_MISSING;
    return check_code(document, NV_OWN_WORDING_LANGUAGE);
}

static nv_own_fault check_locator(const nv_own_document *document)
{
    const char *text = document->fields[NV_OWN_LOCATOR];
    nv_typed_locator typed;

    if (!nv_own_is_filled(document, NV_OWN_LOCATOR))
        return NV_OWN_FINE;
    if (!nv_own_is_filled(document, NV_OWN_WORDING))
        return NV_OWN_WORDING_MISSING;
    return nv_locator_read(text, strlen(text), &typed)
               ? NV_OWN_FINE
               : NV_OWN_LOCATOR_UNREADABLE;
}

static const struct {
    nv_own_field field;
    nv_own_fault (*check)(const nv_own_document *document);
} rules[] = {
    {NV_OWN_DESCRIPTION, check_name},
    {NV_OWN_DATE, check_date},
    {NV_OWN_REPOSITORY, check_house},
    {NV_OWN_LANGUAGE, check_language},
    {NV_OWN_EDITION, check_edition},
    {NV_OWN_YEAR, check_year},
    {NV_OWN_ADDRESS, check_address},
    {NV_OWN_WORDING, check_wording},
    {NV_OWN_WORDING_LANGUAGE, check_wording_language},
    {NV_OWN_LOCATOR, check_locator},
};

static bool is_too_long(const nv_own_document *document, nv_own_field field)
{
    const size_t most =
        field == NV_OWN_WORDING ? NV_OWN_LONGEST_WORDING : NV_OWN_LONGEST;

    return document->fields[field] && strlen(document->fields[field]) > most;
}

nv_own_fault nv_own_check(const nv_own_document *document, nv_own_field *field)
{
    for (int i = 0; i < NV_OWN_FIELD_COUNT; i++)
        if (is_too_long(document, *field = (nv_own_field)i))
            return NV_OWN_TOO_LONG;
    for (size_t i = 0; i < NV_COUNT_OF(rules); i++) {
        const nv_own_fault fault = rules[i].check(document);

        *field = rules[i].field;
        if (fault != NV_OWN_FINE)
            return fault;
    }
    return NV_OWN_FINE;
}
