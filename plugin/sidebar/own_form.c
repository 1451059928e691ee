/* SPDX-License-Identifier: MPL-2.0 */
/* See own_form.h. */
#include "sidebar/own_form.h"

#include <string.h>

#include "base/array.h"

void nv_own_form_init(nv_own_form *form, nv_language words)
{
    *form = (nv_own_form){.is_seen = true, .words = words};
    for (int i = 0; i < NV_OWN_FIELD_COUNT; i++)
        nv_buffer_init(&form->fields[i]);
    nv_buffer_init(&form->id);
}

void nv_own_form_release(nv_own_form *form)
{
    for (int i = 0; i < NV_OWN_FIELD_COUNT; i++)
        nv_buffer_release(&form->fields[i]);
    nv_buffer_release(&form->id);
}

void nv_own_form_clear(nv_own_form *form)
{
    const nv_language words = form->words;

    nv_own_form_release(form);
    nv_own_form_init(form, words);
}

static void set(nv_buffer *buffer, const char *text)
{
    nv_buffer_truncate(buffer, 0);
    nv_buffer_add_text(buffer, text);
}

bool nv_own_form_fill(nv_own_form *form, const nv_own_document *document,
                      const char *id)
{
    nv_own_document whole;

    nv_own_form_clear(form);
    form->genre = document->genre;
    form->what = document->what;
    form->is_seen = document->is_seen;
    form->words = document->words;
    set(&form->id, id);
    for (int i = 0; i < NV_OWN_FIELD_COUNT; i++)
        set(&form->fields[i], document->fields[i]);
    return nv_own_form_document(form, &whole);
}

void nv_own_form_set(nv_own_form *form, nv_own_field field, const char *text)
{
    set(&form->fields[field], text);
    nv_own_form_touch(form);
}

void nv_own_form_touch(nv_own_form *form)
{
    form->is_touched = true;
    form->is_to_delete = false;
}

bool nv_own_form_document(const nv_own_form *form, nv_own_document *document)
{
    bool failed = form->id.failed;

    *document = (nv_own_document){.genre = form->genre,
                                  .what = form->what,
                                  .is_seen = form->is_seen,
                                  .words = form->words};
    for (int i = 0; i < NV_OWN_FIELD_COUNT; i++) {
        document->fields[i] = form->fields[i].text;
        failed = failed || form->fields[i].failed;
    }
    return !failed;
}

int nv_own_form_language_row(const nv_own_form *form, nv_own_field field)
{
    for (int i = 0; i < NV_OWN_LANGUAGE_COUNT; i++)
        if (strcmp(nv_own_languages[i].code, form->fields[field].text) == 0)
            return i + 1;
    return 0;
}

const char *nv_own_form_language(int row)
{
    return row < 1 || row > NV_OWN_LANGUAGE_COUNT
               ? ""
               : nv_own_languages[row - 1].code;
}

nv_own_fold nv_own_form_fold(nv_own_field field)
{
    if (field >= NV_OWN_WORDING)
        return NV_OWN_FOLD_QUOTED;
    if (field >= NV_OWN_EDITION)
        return NV_OWN_FOLD_PRINTED;
    return field >= NV_OWN_PLACE ? NV_OWN_FOLD_MORE : NV_OWN_FOLD_MAIN;
}

nv_phrase nv_own_form_phrase(nv_own_fault fault)
{
    static const nv_phrase phrases[NV_OWN_FAULT_COUNT] = {
        [NV_OWN_FINE] = NV_PHRASE_OWN_SAVED,
        [NV_OWN_NAME_MISSING] = NV_PHRASE_OWN_NAME_MISSING,
        [NV_OWN_DATE_MISSING] = NV_PHRASE_OWN_DATE_MISSING,
        [NV_OWN_DATE_UNREADABLE] = NV_PHRASE_OWN_DATE_UNREADABLE,
        [NV_OWN_DATE_TOO_WIDE] = NV_PHRASE_OWN_DATE_TOO_WIDE,
        [NV_OWN_YEAR_UNREADABLE] = NV_PHRASE_OWN_YEAR_UNREADABLE,
        [NV_OWN_ADDRESS_IS_NONE] = NV_PHRASE_OWN_ADDRESS_IS_NONE,
        [NV_OWN_HOUSE_MISSING] = NV_PHRASE_OWN_HOUSE_MISSING,
        [NV_OWN_EDITION_MISSING] = NV_PHRASE_OWN_EDITION_MISSING,
        [NV_OWN_SOURCE_MISSING] = NV_PHRASE_OWN_SOURCE_MISSING,
        [NV_OWN_LANGUAGE_MISSING] = NV_PHRASE_OWN_LANGUAGE_MISSING,
        [NV_OWN_LANGUAGE_IS_NONE] = NV_PHRASE_OWN_LANGUAGE_MISSING,
        [NV_OWN_WORDING_MISSING] = NV_PHRASE_OWN_WORDING_MISSING,
        [NV_OWN_LOCATOR_UNREADABLE] = NV_PHRASE_OWN_LOCATOR_UNREADABLE,
        [NV_OWN_TOO_LONG] = NV_PHRASE_OWN_TOO_LONG,
    };

    return phrases[fault];
}
