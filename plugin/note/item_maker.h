/* SPDX-License-Identifier: MPL-2.0 */
/* An item for our own styles while it is made: what was asked for, what the
 * style says, and how recorded text goes in. For the files item*.c only;
 * note/styles/README.md says what each variable holds.
 *
 * Nothing here fails: when memory runs out, `failed` is set, and the item is
 * given up at the end. A text that is NULL sets nothing. */
#ifndef NV_NOTE_ITEM_MAKER_H
#define NV_NOTE_ITEM_MAKER_H

#include "base/buffer.h"
#include "citation/lexicon.h"
#include "note/draft.h"
#include "note/item.h"
#include "note/style.h"
#include "note/terms.h"
#include "note/typography.h"

typedef struct {
    nv_draft draft;
    const nv_csl_lexicon *lexicon;
    nv_csl_item_builder builder;
    nv_marks marks;   /* what quotation marks in recorded text become */
    bool is_american; /* the month stands before the day */
    bool is_entry;    /* of a bibliography: no places */
    bool failed;
} nv_item_maker;

/* Ready for the parts below; the draft is the caller's to set. */
void nv_item_maker_init(nv_item_maker *maker, const nv_note_style *style,
                        nv_arena *arena);

/* The parts of an item: item_document.c, item_dates.c, item_people.c,
 * item_words.c, item_source.c (with source_view.c) */
void nv_item_add_document(nv_item_maker *maker);

/* The date of the document, and those of its variants. */
void nv_item_add_dates(nv_item_maker *maker);

/* The people whom the document names, by what they did. */
void nv_item_add_people(nv_item_maker *maker);

/* The quotation and where it was read. */
void nv_item_add_words(nv_item_maker *maker);

/* The source: edition, archive, work or address. */
void nv_item_add_source(nv_item_maker *maker);

/* A treaty series, with the place asked for in it: a page stands behind the one
 * where the treaty begins, anything else at the end of the note. item_series.c
 */
void nv_item_add_series(nv_item_maker *maker,
                        const nv_treaty_reference *reference);

/* The archive and the place in it of a recorded reference: "TNA, FO 371/79919".
 * item_archive.c */
void nv_item_add_archive(nv_item_maker *maker, const char *reference);

/* What is named, as an `agreement`: "feminine-plural"; NULL in a language where
 * it is not known. */
const char *nv_item_agreement(const nv_item_maker *maker);

/* The towns where the document was signed and so on ("act-place") and where it
 * is dated ("event-place"). After document and people, which may name them. */
void nv_item_add_places(nv_item_maker *maker);

/* A place at the end of the note, with its label, behind what stands there
 * already; one without label adds nothing. item_words.c */
void nv_item_add_end_place(nv_item_maker *maker, const nv_locator *place);

/* A cite's locator: CSL's label, or a text that says itself what it is. Copies
 * to the arena. locator_print.c */
void nv_item_locator(nv_item_maker *maker, const nv_locator *place,
                     nv_csl_cite *cite);

/* The place with its label by the terms of the style: "para. 4"; appended to
 * out. locator_print.c */
void nv_item_write_place(nv_item_maker *maker, const nv_locator *place,
                         nv_buffer *out);

/* The writer's words before and behind the citation, as the affixes of its
 * cite: no markup, without line breaks, with the marks of good print; a suffix
 * brings the space before it. item_writer.c */
void nv_item_add_affixes(nv_item_maker *maker, nv_csl_cite *cite);

/* Setting variables: item_text.c */

/* Sets a variable that is there or not, as "yes". */
void nv_item_flag(nv_item_maker *maker, nv_csl_variable variable);

/* Recorded text of ours: in the language of the note, else in English inside a
 * span that says so. */
void nv_item_set_bilingual(nv_item_maker *maker, nv_csl_variable variable,
                           const nv_bilingual *text);

/* The same of a text that was cut out of such a one. */
void nv_item_set_ours(nv_item_maker *maker, nv_csl_variable variable,
                      const char *text, nv_language language);

/* The words of others: titles, names of publishers. `language` is theirs, NULL
 * if it is not recorded. */
void nv_item_set_theirs(nv_item_maker *maker, nv_csl_variable variable,
                        const char *text, const char *language);

/* As it stands: what a style says, and our own words. */
void nv_item_set_raw(nv_item_maker *maker, nv_csl_variable variable,
                     const char *text);

/* The finished markup in `text`, which is released. */
void nv_item_take(nv_item_maker *maker, nv_csl_variable variable,
                  nv_buffer *text);

/* Text of others with the marks of good print, without a span; appended to
 * out. */
void nv_item_write_theirs(nv_item_maker *maker, nv_buffer *out,
                          const char *text, size_t len);

/* The same of what the writer of the document typed, in the note's language. */
void nv_item_write_writers(nv_item_maker *maker, nv_buffer *out,
                           const char *text, size_t len);

/* Opens and closes a span of another language than the note's; nothing where
 * `language` is the note's, or NULL. */
void nv_item_open_language(const nv_item_maker *maker, nv_buffer *out,
                           const char *language);

/* Closes what that opened. */
void nv_item_close_language(const nv_item_maker *maker, nv_buffer *out,
                            const char *language);

/* The language in which nv_draft_in() finds the text. */
nv_language nv_item_language_of(const nv_item_maker *maker,
                                const nv_bilingual *text);

/* What the style says for a term; "" where it has none. */
const char *nv_item_say(const nv_item_maker *maker, const char *word,
                        nv_csl_form form, bool is_plural);

/* Dates: item_text.c. A text that is no date is its literal. */
void nv_item_set_date(nv_item_maker *maker, nv_csl_variable variable,
                      const char *iso);

/* Names: item_names.c */

/* Several names, each a literal. */
void nv_item_set_literals(nv_item_maker *maker, nv_csl_variable variable,
                          const char *const literals[], size_t count);

/* Authors, editors, translators as a work has them: bodies in the language of
 * the note, persons taken apart. */
void nv_item_set_names(nv_item_maker *maker, nv_csl_variable variable,
                       const nv_texts *names);

/* Who wrote the document, and to whom; `english` is the same in English, by
 * which the registry knows persons. NULL sets nothing. */
void nv_item_set_author(nv_item_maker *maker, const char *name,
                        const char *english);

/* Likewise the one to whom it went. */
void nv_item_set_recipient(nv_item_maker *maker, const char *name);

/* A body rather than a person: the registry knows, else its words tell. */
bool nv_item_is_body(const nv_item_maker *maker, const char *name);

/* The name in the arena; NULL, and `failed`, without memory. */
const char *nv_item_keep(nv_item_maker *maker, const nv_buffer *text);

/* The short code of the series whose full name is `title`; NULL if none. */
const char *nv_series_code(const char *title);

#endif
