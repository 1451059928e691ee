/* SPDX-License-Identifier: MPL-2.0 */
/* Styles, locales, and what a style says in a language.
 *
 * All three are immutable once made: any number of threads may use one at the
 * same time. */
#ifndef NV_CITATION_STYLE_H
#define NV_CITATION_STYLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "citation/term.h"

enum { NV_CSL_LARGEST_FILE = 4 * 1024 * 1024 }; /* bytes of a style or locale */

typedef struct nv_csl_style nv_csl_style;
typedef struct nv_csl_locale nv_csl_locale;
typedef struct nv_csl_lexicon nv_csl_lexicon;

/* Compiles an independent style from its XML. `xml` is not needed afterwards.
 * Returns a style for nv_csl_style_free(), or NULL with *err and a line:
 * NV_ERROR_FORMAT for what is not XML, not CSL, of a version other than 1.0.x,
 * dependent, without a macro it calls, with a macro that calls itself, or with
 * an element that CSL has not; NV_ERROR_LIMIT when larger than allowed or
 * nested deeper than 100; NV_ERROR_MEMORY. Attributes and values CSL does not
 * know are left out, as the specification of processors has it. */
nv_csl_style *nv_csl_style_read(const char *xml, size_t len, nv_error *err);

/* Gives the style back, which nothing may borrow any more. NULL is fine. */
void nv_csl_style_free(nv_csl_style *style);

/* What a style says of itself. Texts are borrowed and never NULL. */
typedef struct {
    const char *id, *title;
    const char *parent; /* id of the style it depends on; "": independent */
    const char *default_locale; /* BCP 47, "" if the document decides */
    const char *rights;         /* and licence; with its authors below */
    const char *authors;        /* names joined by ", " */
    const char *updated;        /* when it was last changed, as it says */
    bool is_note;               /* class "note"; else in-text */
    bool has_bibliography;
} nv_csl_style_info;

/* What this style says; borrowed from it. */
const nv_csl_style_info *nv_csl_style_describe(const nv_csl_style *style);

/* Reads only what a style says of itself, of a dependent one too. The result is
 * one block of memory for free(); NULL with *err as above. */
nv_csl_style_info *nv_csl_style_peek(const char *xml, size_t len,
                                     nv_error *err);

/* Compiles a locale file. Errors as above; a term the file has not is no error.
 */
nv_csl_locale *nv_csl_locale_read(const char *xml, size_t len, nv_error *err);

/* Gives the locale back. NULL is fine. */
void nv_csl_locale_free(nv_csl_locale *locale);

/* The locales to look for when the document is in `tag` ("fr-CH", "fr", "de_AT"
 * or NULL), best first: fr-CH, fr-FR, en-US; each once. Writes at most 3 and
 * returns how many. */
typedef struct {
    char tag[16];
} nv_csl_tag;
size_t nv_csl_locale_chain(const char *tag, nv_csl_tag chain[3]);

/* What `style` says in the language `tag`: the terms, dates and options of its
 * own cs:locale elements, before those of locales[0], of locales[1] ... (borrow
 * what nv_csl_locale_chain() named and was found; count may be 0). `tag` NULL:
 * the style's default-locale, else en-US. It borrows style and locales, which
 * have to outlive it. NULL with NV_ERROR_MEMORY only. */
nv_csl_lexicon *nv_csl_lexicon_new(const nv_csl_style *style, const char *tag,
                                   const nv_csl_locale *const locales[],
                                   size_t count, nv_error *err);

/* Gives the lexicon back; style and locales stay. NULL is fine. */
void nv_csl_lexicon_free(nv_csl_lexicon *lexicon);

/* What the style says for a term, the style's own terms too: `word` as in
 * "ibid" or "quoted-in", form and number of CSL, and what it agrees with: "",
 * "masculine", "feminine", "masculine-plural" or "feminine-plural" (an
 * `agreement` of the item; NULL is ""). Where a term has no gender-form for
 * that gender the neuter one stands (the masculine for the neuter, if that is
 * missing), where it has no such form the one CSL falls back on. NULL: no such
 * term; "" is a term that prints nothing. Borrowed from the lexicon. */
const char *nv_csl_lexicon_say(const nv_csl_lexicon *lexicon, const char *word,
                               nv_csl_form form, bool is_plural,
                               const char *agreement);

#endif
