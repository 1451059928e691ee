/* SPDX-License-Identifier: MPL-2.0 */
/* From the language of a run to the locale that the document's text gets. */
#ifndef NV_WRITER_LOCALES_H
#define NV_WRITER_LOCALES_H

#include "css.h"
#include "uno/uno.h"
#include "writer/caret.h"

enum { NV_LOCALES_KNOWN = 2 };

/* The locales that the writer chose, nearest first: of the style of the
 * paragraph at the caret, and the document's default. A run takes the one that
 * is in its language, so that British English stays British. All zero: none. */
typedef struct {
    css_lang_Locale known[NV_LOCALES_KNOWN]; /* owned */
} nv_locales;

/* Asks the document. What it does not say stays empty, which is no error. */
void nv_locales_find(const nv_caret *caret, nv_locales *locales);

void nv_locales_release(nv_locales *locales);

/* The ISO 639-1 code at the beginning of the known locale, ASCII; "" if that
 * is empty or names no language. */
void nv_locale_code(const css_lang_Locale *locale, char code[3]);

/* Marks a range or cursor of text as being in the language of a tag (BCP 47),
 * unless all of it is already, whatever the country. */
void nv_locales_mark(const nv_locales *locales, void *range, const char *tag,
                     nv_error *err);

#endif
