/* SPDX-License-Identifier: MPL-2.0 */
/* What stands in the form of a document of one's own, and which rows of it are
 * there. Plain data with plain functions and no window: own_page.c copies
 * between this and the controls. */
#ifndef NV_SIDEBAR_OWN_FORM_H
#define NV_SIDEBAR_OWN_FORM_H

#include "own/document.h"
#include "sidebar/phrases.h"

/* The rows come in parts, of which one is open at a time: a sidebar does not
 * scroll to what has the focus. */
typedef enum {
    NV_OWN_FOLD_MAIN,    /* what it is, and its archive */
    NV_OWN_FOLD_MORE,    /* place, title, language */
    NV_OWN_FOLD_PRINTED, /* the edition */
    NV_OWN_FOLD_QUOTED,  /* words of it */
    NV_OWN_FOLD_COUNT
} nv_own_fold;

typedef struct {
    int genre; /* as in nv_own_document */
    nv_date_what what;
    bool is_seen;
    nv_language words;
    nv_buffer fields[NV_OWN_FIELD_COUNT];
    nv_buffer id;    /* of the document that is changed; "": a new one */
    bool is_touched; /* something was typed since it was filled */
    nv_own_fold open;
    bool is_to_delete; /* Delete was pressed once */
} nv_own_form;

/* Makes an empty one: a letter that the writer has seen. */
void nv_own_form_init(nv_own_form *form, nv_language words);
void nv_own_form_release(nv_own_form *form);

/* Empties it for a new document. */
void nv_own_form_clear(nv_own_form *form);

/* Fills it from a document of that id, "" for a new one. False without
 * memory. */
bool nv_own_form_fill(nv_own_form *form, const nv_own_document *document,
                      const char *id);

/* The writer typed, chose or ticked something. */
void nv_own_form_set(nv_own_form *form, nv_own_field field, const char *text);
void nv_own_form_touch(nv_own_form *form);

/* What is to be recorded; borrows from the form. False without memory. */
bool nv_own_form_document(const nv_own_form *form, nv_own_document *document);

/* The row of a language in a list whose first row is none; 0 for a code that
 * is not in it. And the code of a row, "" for none. */
int nv_own_form_language_row(const nv_own_form *form, nv_own_field field);
const char *nv_own_form_language(int row);

/* The part that the field stands in. */
nv_own_fold nv_own_form_fold(nv_own_field field);

/* What the panel says of a fault. */
nv_phrase nv_own_form_phrase(nv_own_fault fault);

#endif
